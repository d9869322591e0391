//! `no-inter-region-bandwidth`
//!
//! *Checks* whether a CEN between regions has no bandwidth.
//! *Why it matters* Without it only 1 kbit/s of test bandwidth exists: a ping answers, a synchronization hangs.
//! *Example* both VPCs attached, the inter-region connection forgotten.
//! *Remedy* buy bandwidth, or choose payment by traffic.
//! *Source* "Manage inter-region connections" (2023-08-29).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::verdict::HopKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        if let Some(connection) = &leg.no_bandwidth {
            let says = Says::Connection(connection.clone());
            let finding =
                Finding::new(Code::NoInterRegionBandwidth, Severity::Error, [connection.clone()], says);
            sink.push(finding.at_hop(&[HopKind::Connection, HopKind::ReturnRoute]));
        }
    }
}
