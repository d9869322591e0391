//! The rule `reserved-address`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::VSWITCH_RESERVATION;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::ReservedAddress,
    severities: &[Severity::Warning],
    situation: text("The data source's address is one of the system's.", "数据源使用了系统保留地址。"),
    checks: text(
        "Whether the address of a data source is the first or one of the last three of its vSwitch.",
        "数据源的地址是否为交换机网段的第一个或最后三个地址之一。",
    ),
    why: text(
        "The system keeps these four addresses and assigns them to nothing.",
        "这四个地址由系统保留，不会分配给任何实例。",
    ),
    example: text("10.1.9.255 in 10.1.9.0/24.", "10.1.9.0/24 中的 10.1.9.255。"),
    remedy: text("Look the address up again.", "重新核对地址。"),
    sources: &[Source::Stated(VSWITCH_RESERVATION)],
};

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
