//! The result for one pair: verdict, hops with their codes, findings, steps, questions.

use crate::analysis::because::because;
use crate::analysis::{Because, Question, questions};
use crate::base::{AddressSet, Block, Id};
use crate::plan::{Act, ActionName, Plan, ReaddressReason, Step, StepState, Who, contradiction_code};
use crate::reading::{Contradiction, Reading, Source};
use crate::rules::{Case, Code, Finding, Severity, check};
use crate::scenario::Scenario;
use crate::topology::Whitelist;
use crate::trace::{Course, Hop, Meeting, Trace};
use crate::verdict::{HopKind, HopStatus, Verdict};

/// The result for one pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// The resource group.
    pub resource_group: Id,
    /// The data source.
    pub data_source: Id,
    /// The row of the base page's table.
    pub scenario: Scenario,
    /// The facts that decided.
    pub because: Vec<Because>,
    /// Whether it works as drawn.
    pub verdict: Verdict,
    /// The best candidate path, also when it is incomplete.
    pub path: Vec<Id>,
    /// The stations of the path.
    pub hops: Vec<HopResult>,
    /// What the data source sees today.
    pub source_addresses: Vec<Block>,
    /// What the whitelist needs once the steps are done: required and missing blocks; `None` where there is none.
    pub whitelist: Option<(Vec<Block>, Vec<Block>)>,
    /// What is wrong or worth knowing.
    pub findings: Vec<Finding>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What the drawing leaves open.
    pub questions: Vec<Question>,
}

/// One station of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HopResult {
    /// Its kind.
    pub kind: HopKind,
    /// The element it is about.
    pub at: Id,
    /// What happens there.
    pub status: HopStatus,
    /// The findings behind the status.
    pub codes: Vec<Code>,
}

/// The verdict of a trace, contradictions of the address plan included.
pub(super) fn verdict(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    source: &Source<'_>,
    traced: Verdict,
) -> Verdict {
    let flaws = !reading.address_plan.contradictions.is_empty();
    if flaws && concerned(reading, trace, source).into_iter().any(|id| reading.address_plan.is_flawed(id)) {
        return Verdict::Invalid;
    }
    match traced {
        Verdict::Blocked | Verdict::Ready | Verdict::Partial if trace.scenario == Scenario::Undetermined => {
            Verdict::Unknown
        }
        verdict => verdict,
    }
}

/// What the contradictions of the address plan must not concern on a private path: the data source, its vSwitch and
/// network, and the vSwitches and VPCs that carry the traffic.
fn concerned<'a>(reading: &Reading<'a>, trace: &Trace<'_, 'a>, source: &Source<'a>) -> Vec<&'a Id> {
    if !matches!(trace.course, Course::Private(_) | Course::SharedGroup) {
        return Vec::new();
    }
    let mut concerned: Vec<&Id> = vec![source.id];
    concerned.extend(source.vswitch());
    concerned.extend(source.network().map(|ix| reading.network(ix).id));
    let today = trace.private().into_iter().flat_map(|private| &private.today);
    for bound in today.filter_map(|at| trace.group.bound(*at)) {
        concerned.extend([bound.vswitch, reading.network(bound.network).id]);
    }
    concerned
}

/// Puts everything about one pair together.
pub(super) fn assess(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    verdict: Verdict,
    plan: Plan,
    needed: Option<&AddressSet>,
) -> Assessed {
    let contradictions = reading.address_plan.concerning(&concerned(reading, trace, trace.source));
    let case = Case::of(reading, trace, &plan, needed, &contradictions);
    let findings = check(&case);
    let hops = trace.hops(reading);
    let path = path(reading, trace, &hops);
    let hops = hops.into_iter().map(|hop| {
        let explains =
            |finding: &&Finding| finding.hops.contains(&hop.kind) && hop.status != HopStatus::NotReached;
        let mut codes: Vec<Code> = findings.iter().filter(explains).map(|finding| finding.code).collect();
        codes.dedup();
        HopResult { kind: hop.kind, at: hop.at, status: hop.status, codes }
    });
    let hops = hops.collect();
    let questions = if verdict == Verdict::Unknown || !plan.required_known {
        questions::of_pair(reading, trace, &plan)
    } else {
        let open = questions::of_pair(reading, trace, &plan).into_iter();
        open.filter(|question| question.outlasts_steps() && verdict != Verdict::Ready).collect()
    };
    let whitelist = required(trace, &plan);
    Assessed {
        resource_group: trace.group.id.clone(),
        data_source: trace.source.id.clone(),
        scenario: trace.scenario,
        because: because(reading, trace),
        verdict,
        path,
        hops,
        source_addresses: source_addresses(trace),
        whitelist,
        steps: steps(reading, trace, plan, &findings, &contradictions, verdict),
        findings,
        questions,
    }
}

fn source_addresses(trace: &Trace<'_, '_>) -> Vec<Block> {
    match (trace.private(), trace.internet()) {
        (Some(private), _) => private.source_blocks(trace.group),
        (_, Some(internet)) => internet.source_blocks(),
        _ => Vec::new(),
    }
}

/// What the whitelist has to hold once the steps are done, and what of it is uncovered.
fn required(trace: &Trace<'_, '_>, plan: &Plan) -> Option<(Vec<Block>, Vec<Block>)> {
    if trace.source.drawn.whitelist == Some(Whitelist::None) {
        return None;
    }
    let wanted = AddressSet::of(plan.required.iter().copied());
    let missing = trace.source.admitted.as_ref().map_or(wanted.clone(), |admitted| wanted.minus(admitted));
    Some((plan.required.clone(), missing.blocks()))
}

/// The steps of the plan and those that contradictions need; every error is cured by some step.
fn steps(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    plan: Plan,
    findings: &[Finding],
    contradictions: &[&Contradiction],
    verdict: Verdict,
) -> Vec<Step> {
    let mut steps = plan.steps;
    for contradiction in contradictions {
        let Some(at) = contradiction.at.first() else {
            continue;
        };
        let code = contradiction_code(contradiction.kind);
        let act = Act::Readdress { at: at.clone(), reason: ReaddressReason::AddressPlan(code) };
        match steps.iter_mut().find(|step| step.act == act) {
            Some(step) => step.cures.push(code),
            None => {
                let who = owner_of(reading, trace, at);
                let before = steps.iter().take_while(|step| step.act.name() <= ActionName::Readdress).count();
                steps.insert(before, Step::to_do(act, who, &[code]));
            }
        }
    }
    let said = |code: &Code| findings.iter().any(|finding| finding.code == *code);
    for step in steps.iter_mut().filter(|step| step.act.name() >= ActionName::AddWhitelistEntry) {
        // A whitelist shows one error at a time; the step cures the one that is shown.
        let shown: Vec<Code> = step.cures.iter().copied().filter(said).collect();
        if step.cures.len() > 1 {
            step.cures = if shown.is_empty() { vec![Code::WhitelistMissingEntry] } else { shown };
        }
    }
    if verdict == Verdict::Ready {
        return steps;
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let uncured: Vec<Code> = errors
        .map(|finding| finding.code)
        .filter(|code| !steps.iter().any(|s| s.cures.contains(code)))
        .collect();
    if uncured.is_empty() {
        return steps;
    }
    // What stops the present association is cured by the one that takes its place, or waits for a fact that is asked for.
    let weight = |step: &&mut Step| match (&step.act, step.state) {
        (Act::Bind { .. } | Act::Rebind { .. }, StepState::ToDo) => 3,
        (_, StepState::ToDo) => 2,
        _ => 1,
    };
    let cures = |step: &&mut Step| step.state == StepState::ToDo || step.act.is_outside();
    if let Some(step) = steps.iter_mut().filter(cures).max_by_key(weight) {
        step.cures.extend(uncured);
    }
    steps
}

/// Who can give an element other addresses.
fn owner_of(reading: &Reading<'_>, trace: &Trace<'_, '_>, at: &Id) -> Who {
    let source = trace.source;
    let far = source.network().map(|ix| reading.network(ix));
    match far.filter(|far| reading.topology.ancestors(at).any(|(id, _)| id == far.id)) {
        _ if at == source.id => trace.source_owner(),
        Some(far) => trace.network_owner(far),
        None => trace.group_owner(),
    }
}

/// The best candidate path as elements.
fn path(reading: &Reading<'_>, trace: &Trace<'_, '_>, hops: &[Hop]) -> Vec<Id> {
    let mut path: Vec<Id> = vec![trace.group.id.clone()];
    if let Some(internet) = trace.internet() {
        path.extend(internet.gateway.clone());
        path.extend(reading.internet.cloned());
    }
    let private = trace.private();
    let leg = private.and_then(|private| private.legs.iter().find(|leg| Some(leg.at) == private.carrier));
    if let Some(leg) = leg {
        path.push(leg.vswitch.clone());
        path.push(reading.network(leg.near).id.clone());
        let join = hops.iter().find(|hop| hop.kind == HopKind::Connection).map(|hop| hop.at.clone());
        let joined = !matches!(leg.meeting, Meeting::Same | Meeting::PeeringChain | Meeting::Apart);
        let through = leg.through_others().zip(trace.source.network());
        let chain = through.map(|(first, far)| reading.chain(first, leg.near, far)).unwrap_or_default();
        if chain.is_empty() {
            path.extend(join.filter(|id| joined && reading.topology.connections.contains_key(id)));
        }
        path.extend(chain.into_iter().cloned());
    }
    if let Some(far) =
        trace.source.network().map(|ix| reading.network(ix).id).filter(|far| !path.contains(*far))
    {
        path.push(far.clone());
    }
    path.push(trace.source.id.clone());
    path
}
