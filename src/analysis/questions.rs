//! What the drawing leaves open, as fields of the document format that would answer it.

use std::collections::BTreeSet;

use crate::base::Id;
use crate::plan::{Act, Plan};
use crate::reading::Reading;
use crate::scenario::Scenario;
use crate::topology::{Kind, KindName, Topology, Whitelist};
use crate::trace::routing::Way;
use crate::trace::{InternetExit, Leg, Meeting, PrivateTrace, Trace};

/// Something the drawing leaves open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// The element.
    pub about: Id,
    /// The field that would answer it.
    pub fact: &'static str,
    /// Whether the field is drawn but does not decide: routes that conflict, blocks that overlap.
    pub drawn: bool,
}

impl Question {
    /// Whether it is still open once the steps are done: facts that are missing, and transit, which nothing drawn decides.
    pub(super) fn outlasts_steps(&self) -> bool {
        !self.drawn || self.fact == "attachments"
    }
}

/// The questions of one pair, in order.
pub(super) fn of_pair(reading: &Reading<'_>, trace: &Trace<'_, '_>, plan: &Plan) -> Vec<Question> {
    let mut asked = BTreeSet::new();
    let mut ask = |about: &Id, fact: &'static str, drawn: bool| {
        asked.insert(Question { about: about.clone(), fact, drawn });
    };
    if trace.scenario == Scenario::Undetermined {
        for id in [trace.group.id, trace.source.id] {
            let region = reading.topology.enclosing(id, KindName::Region);
            region
                .filter(|_| reading.region_of(id).is_none())
                .into_iter()
                .for_each(|region| ask(region, "region", false));
        }
    }
    let gated = trace.source.is_gated_by_security_group(reading);
    if gated && trace.source.drawn.security_group.is_none() {
        ask(trace.source.id, "security_group", false);
    }
    let grouped = gated && trace.source.drawn.security_group.is_some();
    let ruled = trace.source.drawn.security_group.as_ref().is_some_and(|group| !group.rules.is_empty());
    if trace.source.port.is_none() && gated && ruled {
        ask(trace.source.id, "port", false);
    }
    let private_or_internet = trace.private().is_some() || trace.internet().is_some();
    if private_or_internet && trace.source.drawn.whitelist.is_none() {
        ask(trace.source.id, "whitelist", false);
    }
    if let Some(private) = trace.private() {
        of_private(reading, trace, private, plan, &mut ask);
    }
    if let Some(internet) = trace.internet() {
        let listed = matches!(trace.source.drawn.whitelist, Some(Whitelist::Entries(_)) | None);
        if internet.gateway.is_some() || listed || gated {
            internet.open.iter().for_each(|(id, fact)| ask(id, fact, false));
            of_new_exit(reading, plan, &mut ask);
        }
        if internet.exit == InternetExit::VendorLists && listed {
            ask(trace.source.id, "whitelist", true);
        }
        if internet.exit == InternetExit::VendorLists && grouped {
            ask(trace.source.id, "security_group", true);
        }
    }
    asked.into_iter().collect()
}

fn of_private(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    plan: &Plan,
    ask: &mut impl FnMut(&Id, &'static str, bool),
) {
    for leg in private.legs.iter().filter(|leg| leg.sources.is_none()) {
        ask(&leg.vswitch, "cidr", false);
    }
    if private.legs.is_empty() || private.bound_elsewhere {
        of_new_binding(reading, trace, private, plan, ask);
    }
    let Some(far) = trace.source.network().map(|ix| reading.network(ix)) else {
        return;
    };
    let open = |leg: &Leg| {
        leg.meeting != Meeting::Same
            || !leg.outbound_split.unknown.is_empty()
            || !leg.outbound_split.fail.is_empty()
    };
    let is_contested = !private.contested.is_empty();
    let is_open = !private.targets_known && (is_contested || private.legs.iter().any(open));
    if is_open {
        ask(trace.source.id, "addresses", false);
    }
    if far.cidrs.is_none() && (is_open || is_contested) {
        ask(far.id, "cidrs", false);
    }
    for leg in &private.legs {
        let near = reading.network(leg.near);
        if leg.near != far.ix && !leg.linked {
            let open = |silent: &crate::reading::Network<'_>, split: &crate::trace::Split| {
                silent.cidrs.is_none() && !split.unknown.is_empty()
            };
            let unlearned =
                |network: &crate::reading::Network<'_>| network.cidrs.is_none() && !leg.meeting.is_open();
            if open(far, &leg.forward_split) || unlearned(far) {
                ask(far.id, "cidrs", false);
            }
            // What is lost for want of bandwidth may have no route either.
            let lost_unread = leg.back_unread && leg.no_bandwidth.is_some();
            if open(near, &leg.back_split) || unlearned(near) || lost_unread {
                ask(near.id, "cidrs", false);
            }
        }
        if leg.soft_overlap.is_some() && !leg.linked {
            ask(near.id, "cidrs", true);
        }
        if leg.linked {
            of_unseen_addresses(reading, trace, ask);
        }
        let group = trace.group.bound(leg.at).and_then(|bound| bound.security_group);
        if trace.source.port.is_none() && group.is_some_and(|group| !group.rules.is_empty()) {
            ask(trace.source.id, "port", false);
        }
        let stays = leg.meeting.is_open() && !leg.is_broken_transit();
        for (_, way) in leg.forward.iter().chain(&leg.back).filter(|_| stays) {
            match way {
                Way::Conflict(..) => ask(near.id, "routes", true),
                Way::Transit(hop) => {
                    hop.via.iter().for_each(|ix| ask(reading.join(*ix).id, "attachments", true));
                }
                Way::Local | Way::Nowhere | Way::Arrives(_) | Way::Astray(_) => {}
            }
        }
    }
    if !private.conflicts.is_empty() {
        ask(trace.group.id, "bindings", true);
    }
    if let Some(rival) = &private.rival {
        ask(&rival.network, "cidrs", true);
    }
}

/// What the other NAT gateways of the VPC leave open through one of which the plan leads: packets may take any of them.
fn of_new_exit(reading: &Reading<'_>, plan: &Plan, ask: &mut impl FnMut(&Id, &'static str, bool)) {
    let exit = plan.steps.iter().find_map(|step| match &step.act {
        Act::CreateInternetExit { vpc: Some(vpc), gateway: Some(gateway), .. } => Some((vpc, gateway)),
        _ => None,
    });
    let Some((vpc, gateway)) = exit else { return };
    for (id, node) in reading.gateways_of(vpc).filter(|(id, _)| *id != gateway) {
        if let Kind::NatGateway(nat) = &node.kind {
            let missing = [("eips", nat.eips.is_none()), ("snat", nat.snat.is_none())];
            missing.into_iter().filter(|(_, open)| *open).for_each(|(fact, _)| ask(id, fact, false));
        }
    }
}

/// Behind PrivateLink nothing drawn tells which addresses the data source sees: it matters to what lets in some only.
fn of_unseen_addresses(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    ask: &mut impl FnMut(&Id, &'static str, bool),
) {
    let source = trace.source;
    if matches!(source.drawn.whitelist, Some(Whitelist::Entries(_))) {
        ask(source.id, "whitelist", true);
    }
    if source.is_gated_by_security_group(reading) && source.drawn.security_group.is_some() {
        ask(source.id, "security_group", true);
    }
}

/// What is missing for the association that the plan proposes.
fn of_new_binding(
    reading: &Reading<'_>,
    trace: &Trace<'_, '_>,
    private: &PrivateTrace,
    plan: &Plan,
    ask: &mut impl FnMut(&Id, &'static str, bool),
) {
    let switch = plan.steps.iter().find_map(|step| match &step.act {
        Act::Bind { switch, .. } | Act::Rebind { switch, .. } => Some(switch),
        _ => None,
    });
    let Some(switch) = switch else { return };
    let vpc = reading.network_of(&switch.vpc).map(|ix| reading.network(ix));
    match switch.cidr {
        None if switch.is_new => ask(&switch.vpc, "cidrs", false),
        None => ask(&switch.vswitch, "cidr", false),
        Some(_) => {}
    }
    if switch.cidr.is_some() && !plan.required_known {
        of_unseen_addresses(reading, trace, ask);
    }
    let Some(far) = trace.source.network().map(|ix| reading.network(ix)) else {
        return;
    };
    if switch.vpc == *far.id {
        return;
    }
    if !private.targets_known {
        ask(trace.source.id, "addresses", false);
    }
    for network in vpc.into_iter().chain([far]).filter(|network| network.cidrs.is_none()) {
        ask(network.id, "cidrs", false);
    }
}

/// A plan without any pair to assess: what is missing.
pub(super) fn of_plan(topology: &Topology, no_pair: bool) -> Vec<Question> {
    if !no_pair {
        return Vec::new();
    }
    let has = |kind: KindName| topology.nodes.values().any(|node| node.kind.name() == kind);
    let place = Id::from_words("plan");
    let mut questions = Vec::new();
    for (kind, fact) in [(KindName::ResourceGroup, "resource_group"), (KindName::DataSource, "data_source")] {
        if !has(kind) {
            questions.push(Question { about: place.clone(), fact, drawn: false });
        }
    }
    questions
}
