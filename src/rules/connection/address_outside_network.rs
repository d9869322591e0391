//! `address-outside-network`
//!
//! *Checks* whether a data source's address lies in its vSwitch, VPC or data center.
//! *Why it matters* One of the two was copied from elsewhere.
//! *Example* 172.16.5.9 in the vSwitch 172.16.6.0/24.
//! *Remedy* correct the address or the place.
//! *Source* "VPCs and vSwitches" (2025-11-04); "Route tables" (2026).

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::{Case, Code, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in
        case.contradictions.iter().filter(|c| c.kind == ContradictionKind::AddressOutsideNetwork)
    {
        sink.push(contradiction_finding(Code::AddressOutsideNetwork, contradiction));
    }
}
