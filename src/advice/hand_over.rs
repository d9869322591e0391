//! The runbook split by who acts: the owner of the group's account, the owners of other accounts, the teams of data centers
//! and other clouds, whoever runs a data source elsewhere. Every part stands by itself: it says what for, and after whom.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::base::Id;
use crate::base::order;
use crate::plan::{Step, StepState, Who};

/// What somebody is to the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Owns the account of a resource group.
    GroupOwner,
    /// Owns another account.
    OtherOwner,
    /// Runs a data center or other cloud.
    Team,
    /// Runs a data source outside of any account.
    SourceOwner,
}

/// What one of them does.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Who.
    pub who: Who,
    /// What they are to the plan.
    pub role: Role,
    /// What is theirs, in order.
    pub shares: Vec<Share>,
}

/// One step of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Its number in its own part, from 1: a part is read by itself.
    pub number: usize,
    /// The step.
    pub step: Step,
    /// The pairs it is for.
    pub pairs: Vec<(Id, Id)>,
    /// The step of somebody else, by its number in their part, that comes before it and after the ones named before.
    pub after: Option<(usize, Who)>,
}

/// Every step that is not done, once, with the pairs that need it, in the order of the runbook.
pub fn runbook(analysis: &Analysis) -> Vec<(Step, Vec<(Id, Id)>)> {
    let mut steps: Vec<(Step, Vec<(Id, Id)>)> = Vec::new();
    for pair in &analysis.connections {
        for step in pair.steps.iter().filter(|step| step.state != StepState::Done) {
            let key = (pair.resource_group.clone(), pair.data_source.clone());
            match steps.iter_mut().find(|(held, _)| held.act == step.act) {
                Some((held, pairs)) => {
                    held.state = held.state.min(step.state);
                    pairs.push(key);
                }
                None => steps.push((step.clone(), vec![key])),
            }
        }
    }
    order::sort_by(&mut steps, |(a, _), (b, _)| (a.act.name(), &a.act).cmp(&(b.act.name(), &b.act)));
    steps
}

/// The parts of the whole runbook: group owners first, then by role and id. Done steps are left out; a step that several
/// pairs need stands once.
pub fn hand_over(analysis: &Analysis) -> Vec<Part> {
    let steps = runbook(analysis);
    let owners = group_owners(analysis);
    let mut parts: Vec<Part> = Vec::new();
    // Of every step so far, its number in the part of whoever does it.
    let mut numbers: Vec<usize> = Vec::new();
    // Of every part, the last step of somebody else that it was told to wait for.
    let mut waited: Vec<Option<usize>> = Vec::new();
    for (step, pairs) in &steps {
        let mine = parts.iter().position(|part| part.who == step.who).unwrap_or(parts.len());
        if mine == parts.len() {
            let role = role(&step.who, &owners);
            parts.push(Part { who: step.who.clone(), role, shares: Vec::new() });
            waited.push(None);
        }
        let (Some(part), Some(waited)) = (parts.get_mut(mine), waited.get_mut(mine)) else {
            continue;
        };
        let before = steps.iter().zip(&numbers).enumerate().rev().find(|(_, ((other, theirs), _))| {
            other.state == StepState::ToDo
                && other.who != step.who
                && theirs.iter().any(|pair| pairs.contains(pair))
        });
        let before = before.filter(|(place, _)| waited.is_none_or(|waited| *place > waited));
        *waited = before.map(|(place, _)| place).or(*waited);
        let after = before.map(|(_, ((other, _), number))| (*number, other.who.clone()));
        let number = part.shares.len().saturating_add(1);
        part.shares.push(Share { number, step: step.clone(), pairs: pairs.clone(), after });
        numbers.push(number);
    }
    order::sort_by(&mut parts, |a, b| (a.role, &a.who).cmp(&(b.role, &b.who)));
    parts
}

/// Whoever looks after the groups: every runbook begins with them.
fn group_owners(analysis: &Analysis) -> BTreeSet<Who> {
    let steps = analysis.connections.iter().flat_map(|pair| &pair.steps);
    let tests = steps.filter(|step| matches!(step.act, crate::plan::Act::TestConnectivity { .. }));
    tests.map(|step| step.who.clone()).collect()
}

fn role(who: &Who, owners: &BTreeSet<Who>) -> Role {
    match who {
        who if owners.contains(who) => Role::GroupOwner,
        Who::Account(_) => Role::OtherOwner,
        Who::Team(_) => Role::Team,
        Who::SourceOwner(_) => Role::SourceOwner,
    }
}
