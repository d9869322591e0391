//! Security groups: several groups of one instance are one set of rules.

use std::collections::BTreeSet;

use crate::base::{Block, PortRange};
use crate::import::build::Builder;
use crate::import::facts::RuleFact;
use crate::import::said::{Inference, Question, Reason, Warning};
use crate::topology::{Action, Direction, Protocol, Rule, SecurityGroup, SecurityGroupType};

/// The call that tells rules.
const RULES: &str = "ecs DescribeSecurityGroupAttribute";

/// What a rule becomes.
enum Drawn {
    Rule(Rule),
    /// It is about nothing that the drawing has.
    Needless,
    /// The drawing cannot hold it.
    Impossible,
}

impl Builder<'_> {
    /// The security groups of an instance as one; `None` where their rules are not known.
    pub(super) fn guards<'g>(&mut self, ids: impl IntoIterator<Item = &'g String>) -> Option<SecurityGroup> {
        let ids: BTreeSet<&String> = ids.into_iter().collect();
        let unknown = ids.iter().filter(|id| !self.facts.was_asked(RULES, id));
        let unknown: Vec<String> = unknown.map(|id| (*id).clone()).collect();
        self.notes.questions.extend(unknown.iter().cloned().map(Question::SecurityGroup));
        if ids.is_empty() || !unknown.is_empty() {
            return None;
        }
        let kind = self.type_of(&ids).unwrap_or(SecurityGroupType::Basic);
        Some(SecurityGroup { kind, rules: self.rules(&ids) })
    }

    /// The security group of a binding. Without one the format takes a basic group, so that is said.
    pub(super) fn guard_of_binding(&mut self, id: &String) -> Option<SecurityGroup> {
        let ids = BTreeSet::from([id]);
        let kind = self.type_of(&ids);
        if kind.is_none() {
            self.notes.infer(Inference::BasicGroup(id.clone()));
        }
        if !self.facts.was_asked(RULES, id) {
            self.notes.questions.insert(Question::SecurityGroup(id.clone()));
        }
        let rules = self.rules(&ids);
        let kind = kind.unwrap_or(SecurityGroupType::Basic);
        let plain = kind == SecurityGroupType::Basic && rules.is_empty();
        (!plain).then_some(SecurityGroup { kind, rules })
    }

    fn type_of(&self, ids: &BTreeSet<&String>) -> Option<SecurityGroupType> {
        let kinds = ids.iter().filter_map(|id| self.facts.groups.get(*id)?.kind.as_deref());
        // An instance is in groups of one type.
        kinds.max().map(|kind| match kind {
            "enterprise" => SecurityGroupType::Advanced,
            _ => SecurityGroupType::Basic,
        })
    }

    fn rules(&mut self, ids: &BTreeSet<&String>) -> Vec<Rule> {
        let facts = self.facts;
        let mut rules: BTreeSet<Rule> = BTreeSet::new();
        for id in ids {
            for fact in facts.groups.get(*id).into_iter().flat_map(|group| &group.rules) {
                match rule(fact) {
                    Drawn::Rule(rule) => {
                        rules.insert(rule);
                    }
                    Drawn::Needless => {}
                    Drawn::Impossible if fact.allow => self.notes.ignore(*id, Reason::Rule),
                    Drawn::Impossible => {
                        self.notes.warnings.insert(Warning::DenyLeftOut((*id).clone()));
                    }
                }
            }
        }
        rules.into_iter().collect()
    }
}

fn rule(fact: &RuleFact) -> Drawn {
    let protocol = match fact.protocol.as_str() {
        "tcp" => Protocol::Tcp,
        "udp" => Protocol::Udp,
        "icmp" => Protocol::Icmp,
        "all" | "-1" => Protocol::All,
        _ => return Drawn::Needless,
    };
    let Some(peer) = &fact.peer else {
        return Drawn::Impossible;
    };
    if peer.contains(':') {
        return Drawn::Needless;
    }
    let ports = if ["-1/-1", "all", "1/65535"].contains(&fact.ports.as_str()) {
        Ok(PortRange::ALL)
    } else {
        PortRange::parse(&fact.ports)
    };
    let any_source = ["-1/-1", "1/65535", "all"].contains(&fact.source_ports.as_str());
    let peer = block(peer);
    let priority = fact.priority.as_deref().unwrap_or("1").parse::<u8>().ok();
    match (peer, ports, priority.filter(|priority| (1..=100).contains(priority))) {
        (Some(peer), Ok(ports), Some(priority)) if any_source => Drawn::Rule(Rule {
            direction: if fact.inbound { Direction::Inbound } else { Direction::Outbound },
            action: if fact.allow { Action::Allow } else { Action::Deny },
            protocol,
            ports,
            peer,
            priority,
        }),
        _ => Drawn::Impossible,
    }
}

fn block(typed: &str) -> Option<Block> {
    match crate::base::parse_block(typed) {
        Ok(block) | Err(crate::base::BlockProblem::HostBits(block)) => Some(block),
        Err(_) => None,
    }
}
