//! `attachment-missing`
//!
//! *Checks* whether a connection holds one of the two networks and has room for the other.
//! *Why it matters* What is not attached is not reached.
//! *Example* the data source's VPC is attached to the CEN, the bound VPC is not.
//! *Remedy* attach the other network.
//! *Source* "How transit routers work" (2025-07-10).

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if let Meeting::Missing { join, network, .. } = &leg.meeting {
        let join = case.reading.join(*join).id.clone();
        let lacking = if *network == far.ix { far.id.clone() } else { near.clone() };
        let says = Says::Networks { near, far: far.id.clone(), connection: Some(join.clone()) };
        sink.push(Finding::new(Code::AttachmentMissing, Severity::Error, [join, lacking], says).at_hop(HOPS));
    }
}
