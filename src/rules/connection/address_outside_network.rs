//! The rule `address-outside-network`: its explanation and its check.

use crate::reading::ContradictionKind;
use crate::rules::connection::contradiction::contradiction_finding;
use crate::rules::explanation::text;
use crate::rules::reference::VPCS;
use crate::rules::{Case, Code, Explanation, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::AddressOutsideNetwork,
    severities: &[Severity::Error],
    situation: text("The data source's address lies outside its network.", "数据源的地址不在其网络之内。"),
    checks: text(
        "Whether the address of a data source lies in its vSwitch, VPC or data center.",
        "数据源的地址是否在其所在的交换机、专有网络或本地 IDC 网段之内。",
    ),
    why: text(
        "One of the two was copied from elsewhere, and what follows from it would be wrong.",
        "地址与网段必有一个填错了，据此得出的结论也会出错。",
    ),
    example: text(
        "172.16.5.9 in the vSwitch 172.16.6.0/24.",
        "交换机是 172.16.6.0/24，数据源地址却是 172.16.5.9。",
    ),
    remedy: text("Correct the address or the place.", "更正地址，或将数据源移到正确的位置。"),
    sources: &[Source::Inferred(VPCS)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    for contradiction in
        case.contradictions.iter().filter(|c| c.kind == ContradictionKind::AddressOutsideNetwork)
    {
        sink.push(contradiction_finding(Code::AddressOutsideNetwork, contradiction));
    }
}
