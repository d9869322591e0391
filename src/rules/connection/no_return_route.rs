//! `no-return-route`
//!
//! *Checks* whether the data source's network does not route back to the bound vSwitch.
//! *Why it matters* Answers get lost: the connection looks half open.
//! *Example* a data center that knows nothing of the vSwitch's block.
//! *Remedy* add a route to the bound vSwitch's block there.
//! *Source* "VPC peering connections" (2026-02-05): both sides need a route.

use crate::rules::connection::ways::joining;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        for (part, way) in &leg.back {
            let winner = match way {
                Way::Nowhere => None,
                Way::Astray(hop) => Some(hop.block),
                Way::Local | Way::Arrives(_) | Way::Transit(_) | Way::Conflict(..) => continue,
            };
            let lost = part.intersect(&leg.back_split.fail);
            if !lost.is_empty() && leg.sources.is_some() {
                let network = case.reading.network(far).id.clone();
                let says = Says::MissingRoute { network: network.clone(), via: joining(case, leg), winner };
                let finding = Finding::new(Code::NoReturnRoute, Severity::Error, [network], says);
                sink.push(finding.about(&lost).at_hop(&[HopKind::ReturnRoute]));
            }
        }
    }
}
