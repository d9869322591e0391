//! `conflicting-routes`
//!
//! *Checks* whether equal prefixes lead different ways.
//! *Why it matters* Which of them is taken no drawing says.
//! *Example* two associations with the same destination block.
//! *Remedy* leave the block on the association that leads to the data source.
//! *Source* CreateRoute (2026-01-12), whose route has no next hop; "Route tables" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::routing::Way;
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for exit in &private.conflicts {
        let ways = exit
            .winners
            .iter()
            .filter_map(|at| case.trace.group.bound(*at))
            .map(|bound| bound.vswitch.clone());
        let says = Says::Conflict { block: exit.block, ways: ways.collect() };
        let finding = Finding::new(Code::ConflictingRoutes, Severity::Warning, [case.group()], says);
        sink.push(finding.about(&exit.part).at_hop(&[HopKind::DataworksRoute]));
    }
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        let Some(far) = case.trace.source.network() else {
            continue;
        };
        let tables =
            [(&leg.forward, leg.near, &[HopKind::VpcRoute]), (&leg.back, far, &[HopKind::ReturnRoute])];
        for (parts, network, hop) in tables {
            for (part, way) in parts {
                let Way::Conflict(block, joins) = way else {
                    continue;
                };
                let mut ways: Vec<_> = joins.iter().map(|ix| case.reading.join(*ix).id.clone()).collect();
                ways.dedup();
                let says = Says::Conflict { block: *block, ways };
                let at = [case.reading.network(network).id.clone()];
                let finding = Finding::new(Code::ConflictingRoutes, Severity::Warning, at, says);
                sink.push(finding.about(part).at_hop(hop));
            }
        }
    }
}
