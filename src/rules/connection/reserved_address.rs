//! `reserved-address`
//!
//! *Checks* whether a data source's address is one that the system keeps for itself.
//! *Why it matters* The first and the last three addresses of a vSwitch cannot be assigned.
//! *Example* 10.1.9.255 in 10.1.9.0/24.
//! *Remedy* check the address.
//! *Source* "Create a vSwitch" (older documentation).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.source.public {
        return;
    }
    let Some(network) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    let switch = network.switches.iter().find(|switch| Some(switch.id) == case.trace.source.vswitch());
    let Some(cidr) = switch.and_then(|switch| switch.cidr) else {
        return;
    };
    let (first, last) = (u32::from(cidr.network()), u32::from(cidr.broadcast()));
    let kept = |address: u32| address == first || (address <= last && last - address < 3);
    for address in case.trace.source.drawn.addresses.iter().flatten() {
        if cidr.contains(address) && kept(u32::from(*address)) {
            let finding =
                Finding::new(Code::ReservedAddress, Severity::Warning, [case.source()], Says::OneBlock(cidr));
            sink.push(finding.about(&crate::base::host_block(*address).into()));
        }
    }
}
