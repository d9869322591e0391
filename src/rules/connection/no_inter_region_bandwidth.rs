//! The rule `no-inter-region-bandwidth`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::INTER_REGION;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoInterRegionBandwidth,
    severities: &[Severity::Error],
    situation: text("A CEN connection between regions has no bandwidth.", "云企业网的跨地域连接没有带宽。"),
    checks: text(
        "Whether a CEN instance on the path joins two regions without bandwidth.",
        "链路上的云企业网连接了两个地域，但是否没有带宽。",
    ),
    why: text(
        "Without bandwidth only 1 kbit/s for tests passes: a ping answers, a synchronization hangs.",
        "没有带宽时只有 1 Kbit/s 的测试带宽：能 ping 通，但同步任务会卡住。",
    ),
    example: text(
        "Both VPCs are attached, and the inter-region connection was forgotten.",
        "两个专有网络都已接入，却忘了创建跨地域连接。",
    ),
    remedy: text(
        "Create the inter-region connection with bandwidth, from a bandwidth plan or paid by data transfer.",
        "创建跨地域连接并分配带宽：使用带宽包，或按流量付费。",
    ),
    sources: &[Source::Stated(INTER_REGION)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        if let Some(connection) = &leg.no_bandwidth {
            let says = Says::Connection(connection.clone());
            let finding =
                Finding::new(Code::NoInterRegionBandwidth, Severity::Error, [connection.clone()], says);
            let only_back = leg.connection_split.fail.is_empty();
            let hops: &[HopKind] = if only_back {
                &[HopKind::ReturnRoute]
            } else {
                &[HopKind::Connection, HopKind::ReturnRoute]
            };
            sink.push(finding.at_hop(hops));
        }
    }
}
