//! `networks-not-joined`
//!
//! *Checks* whether nothing in service joins the bound VPC and the data source's network, and nothing could be completed.
//! *Why it matters* Packets have no way from one network to the other.
//! *Example* a VPC in Hangzhou and one in Shanghai, not attached to any CEN.
//! *Remedy* join them by CEN, a VPN gateway or Express Connect.
//! *Source* base page, "Step 1" (2023-11-02).

use crate::base::Id;
use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return service_of_another_region(case, near, sink);
    };
    if leg.meeting == Meeting::Apart {
        let says = Says::Networks { near: near.clone(), far: far.id.clone(), connection: None };
        let finding = Finding::new(Code::NetworksNotJoined, Severity::Error, [near, far.id.clone()], says);
        sink.push(finding.at_hop(HOPS));
    }
}

fn service_of_another_region(case: &Case<'_>, near: Id, sink: &mut Sink) {
    let region = |region: Option<&str>| region.unwrap_or_default().to_owned();
    let says = Says::OtherRegionService {
        service: region(case.trace.source.region),
        group: region(case.trace.group.region),
    };
    let finding = Finding::new(Code::NetworksNotJoined, Severity::Error, [near, case.source()], says);
    sink.push(finding.at_hop(HOPS));
}
