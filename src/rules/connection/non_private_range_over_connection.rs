//! The rule `non-private-range-over-connection`: its explanation and its check.

use crate::base::private_ranges;
use crate::reading::JoinIx;
use crate::rules::explanation::text;
use crate::rules::reference::{PEERING, ROUTE_SYNC};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::ConnectionKind;
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NonPrivateRangeOverConnection,
    severities: &[Severity::Warning],
    situation: text(
        "A target outside RFC 1918 is reached over CEN or peering.",
        "通过云企业网或对等连接访问 RFC 1918 之外的地址。",
    ),
    checks: text(
        "Whether the data source has addresses outside 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 and lies behind CEN or VPC peering.",
        "数据源的地址是否不属于 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16，且需经云企业网或对等连接访问。",
    ),
    why: text(
        "The routes that a transit router adds by itself cover these three ranges only, and inside a VPC other ranges count as public.",
        "转发路由器自动添加的路由只包含这三个网段，其他网段在专有网络内会被当作公网地址。",
    ),
    example: text("A data source in a VPC 30.0.0.0/16.", "数据源所在专有网络的网段是 30.0.0.0/16。"),
    remedy: text(
        "Add the routes by hand, and see to it that no NAT gateway or EIP takes the traffic to the Internet.",
        "手动添加路由，并确认流量不会被 NAT 网关或 EIP 引到公网。",
    ),
    sources: &[Source::Stated(ROUTE_SYNC), Source::Stated(PEERING)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private().filter(|private| private.targets_known) else {
        return;
    };
    let outside = private.targets.minus(&private_ranges());
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
