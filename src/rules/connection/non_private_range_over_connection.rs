//! `non-private-range-over-connection`
//!
//! *Checks* whether a target outside RFC 1918 is reached over CEN or a peering.
//! *Why it matters* The routes that a transit router adds by itself cover RFC 1918 only, and inside a VPC other ranges count as public.
//! *Example* a VPC 30.0.0.0/16.
//! *Remedy* add the routes by hand and check that no public exit takes the traffic.
//! *Source* "Route synchronization" (2026); "VPC peering connections" (2026-02-05).

use crate::base::AddressSet;
use crate::reading::JoinIx;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::ConnectionKind;
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private().filter(|private| private.targets_known) else {
        return;
    };
    let ranges =
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].iter().filter_map(|range| range.parse().ok());
    let outside = private.targets.minus(&AddressSet::of(ranges));
    for leg in &private.legs {
        let Meeting::Joined(joins) = &leg.meeting else {
            continue;
        };
        let concerned = |ix: &JoinIx| {
            matches!(case.reading.join(*ix).connection.kind, ConnectionKind::Cen | ConnectionKind::VpcPeering)
        };
        if let (false, Some(join)) = (outside.is_empty(), joins.iter().find(|ix| concerned(ix))) {
            let says = Says::Connection(case.reading.join(*join).id.clone());
            let finding =
                Finding::new(Code::NonPrivateRangeOverConnection, Severity::Warning, [case.source()], says);
            sink.push(finding.about(&outside));
        }
    }
}
