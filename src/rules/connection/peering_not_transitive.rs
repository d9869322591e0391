//! `peering-not-transitive`
//!
//! *Checks* whether only a chain with a peering leads to the data source's network.
//! *Why it matters* A peering connection carries traffic between its two VPCs only.
//! *Example* VPC A peered with B, B peered with C: A does not reach C.
//! *Remedy* join the two networks directly.
//! *Source* "VPC peering connections" (2026-02-05).

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if leg.meeting == Meeting::PeeringChain {
        let says = Says::Networks { near: near.clone(), far: far.id.clone(), connection: None };
        let finding = Finding::new(Code::PeeringNotTransitive, Severity::Error, [near, far.id.clone()], says);
        sink.push(finding.at_hop(HOPS));
    }
}
