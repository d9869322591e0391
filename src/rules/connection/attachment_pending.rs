//! `attachment-pending`
//!
//! *Checks* whether a connection holds both networks but not both are in service.
//! *Why it matters* An attachment that waits for the other account, or is only planned, carries nothing.
//! *Example* the VPC of the other account is attached, its owner has not accepted.
//! *Remedy* accept, or create, the attachment.
//! *Source* "VPC peering connections" (2026-02-05); "Cross-account authorization" (2026-05-09).

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if let Meeting::Pending(ix, waiting) = &leg.meeting {
        let join = case.reading.join(*ix).id.clone();
        let says = Says::Networks { near, far: far.id.clone(), connection: Some(join.clone()) };
        let networks = waiting.iter().map(|ix| case.reading.network(*ix).id.clone());
        let at = std::iter::once(join).chain(networks);
        sink.push(Finding::new(Code::AttachmentPending, Severity::Error, at, says).at_hop(HOPS));
    }
}
