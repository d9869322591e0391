//! `route-too-wide`
//!
//! *Checks* whether an added route that leads to the data source is wider than its network.
//! *Why it matters* It takes traffic along that was meant for elsewhere, and hides a missing route.
//! *Example* 0.0.0.0/0 for a data source in 172.16.0.0/16.
//! *Remedy* name the data source's vSwitch block.
//! *Source* inferred from the longest prefix rule ("Route tables", 2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(private), Some(far)) = (case.trace.private(), case.trace.source.network()) else {
        return;
    };
    let far = case.reading.network(far);
    for leg in private.legs.iter().filter(|leg| leg.meeting != Meeting::Same) {
        let Some(bound) = case.trace.group.bound(leg.at) else {
            continue;
        };
        for route in bound.added.iter().filter(|route| leg.targets.meets(&(**route).into())) {
            let inside = far.cidrs.iter().flatten().find(|own| route.contains(*own) && *own != route);
            if let Some(own) = inside {
                let says =
                    Says::RouteAndNetwork { route: *route, network: far.id.clone(), block: Some(*own) };
                let at = [case.group(), bound.vswitch.clone()];
                sink.push(Finding::new(Code::RouteTooWide, Severity::Warning, at, says));
            }
        }
    }
}
