//! `route-to-own-network`
//!
//! *Checks* whether an added route names the bound VPC itself.
//! *Why it matters* The VPC's own blocks are routed already; the added route changes nothing or confuses.
//! *Example* a route 10.0.0.0/16 on the association with the VPC 10.0.0.0/16.
//! *Remedy* delete the route.
//! *Source* "Exclusive resource groups for scheduling" (2026): binding adds the VPC route by itself.

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for bound in private.legs.iter().filter_map(|leg| case.trace.group.bound(leg.at)) {
        let vpc = case.reading.network(bound.network);
        for route in bound.added {
            if let Some(own) = vpc.cidrs.iter().flatten().chain(&bound.cidr).find(|own| own.contains(route)) {
                let says =
                    Says::RouteAndNetwork { route: *route, network: vpc.id.clone(), block: Some(*own) };
                let at = [case.group(), bound.vswitch.clone()];
                sink.push(Finding::new(Code::RouteToOwnNetwork, Severity::Warning, at, says));
            }
        }
    }
}
