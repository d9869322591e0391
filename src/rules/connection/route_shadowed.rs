//! `route-shadowed`
//!
//! *Checks* whether a longer prefix wins and leads elsewhere, in DataWorks or in the bound VPC.
//! *Why it matters* The longest prefix wins, however right the other route is.
//! *Example* a route 172.16.0.0/16 through one association and 172.16.5.0/24 through another.
//! *Remedy* move the longer route, or add one that is longer still.
//! *Source* "Route tables" (2026); the base page for DataWorks routes.

use crate::rules::connection::ways::detours;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for detour in &private.detours {
        let towards = case.trace.group.bound(detour.winner).map(|bound| bound.vswitch.clone());
        let says = Says::Shadow { winner: detour.block, towards, loser: detour.loser, in_dataworks: true };
        let finding = Finding::new(Code::RouteShadowed, Severity::Error, [case.group()], says);
        sink.push(finding.about(&detour.part).at_hop(&[HopKind::DataworksRoute]));
    }
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        for (part, hop, loser) in detours(case, leg) {
            let towards = hop.arrives.map(|ix| case.reading.network(ix).id);
            let towards = towards.or(hop.via.first().map(|ix| case.reading.join(*ix).id)).cloned();
            let says = Says::Shadow { winner: hop.block, towards, loser: Some(loser), in_dataworks: false };
            let vpc = case.reading.network(leg.near).id.clone();
            let finding = Finding::new(Code::RouteShadowed, Severity::Error, [vpc], says);
            sink.push(finding.about(&part).at_hop(&[HopKind::VpcRoute]));
        }
    }
}
