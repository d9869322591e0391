//! `no-vpc-route`
//!
//! *Checks* whether the bound VPC has no route to the data source although the networks are joined.
//! *Why it matters* The connection is there; nothing sends packets into it.
//! *Example* a peering connection without routes.
//! *Remedy* add a route through the connection.
//! *Source* "VPC peering connections" (2026-02-05): both sides need a route.

use crate::rules::connection::ways::{joining, routeless};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        let lost = routeless(case, leg).intersect(&leg.forward_split.fail);
        if !lost.is_empty() {
            let network = case.reading.network(leg.near).id.clone();
            let says = Says::MissingRoute { network: network.clone(), via: joining(case, leg), winner: None };
            let finding = Finding::new(Code::NoVpcRoute, Severity::Error, [network], says);
            sink.push(finding.about(&lost).at_hop(&[HopKind::VpcRoute]));
        }
    }
}
