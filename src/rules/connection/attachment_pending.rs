//! The rule `attachment-pending`: its explanation and its check.

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::explanation::text;
use crate::rules::reference::{AUTHORIZATION, PEERING};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::AttachmentPending,
    severities: &[Severity::Error],
    situation: text(
        "Both networks are attached, but not both are in service.",
        "两个网络都已接入，但有一方尚未生效。",
    ),
    checks: text(
        "Whether an attachment on the path waits for authorization or is only planned.",
        "链路上是否有等待授权或仅在规划中的接入。",
    ),
    why: text(
        "Such an attachment carries nothing. A peering request to another account expires when it is not accepted within 7 days.",
        "这样的接入不转发任何流量。跨账号的对等连接请求 7 天内未接受就会过期。",
    ),
    example: text(
        "The VPC of the other account is attached, and its owner has not agreed yet.",
        "其他账号的专有网络已申请接入，但对方尚未同意。",
    ),
    remedy: text(
        "Have the other account accept or authorize it, or create what is only planned.",
        "请对方账号接受或授权；仅在规划中的，请先创建。",
    ),
    sources: &[Source::Stated(PEERING), Source::Stated(AUTHORIZATION)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if let Meeting::Pending(ix, waiting) = &leg.meeting {
        let join = case.reading.join(*ix).id.clone();
        let says = Says::Networks { near, far: far.id.clone(), connection: Some(join.clone()) };
        let networks = waiting.iter().map(|ix| case.reading.network(*ix).id.clone());
        let at = std::iter::once(join).chain(networks);
        sink.push(Finding::new(Code::AttachmentPending, Severity::Error, at, says).at_hop(HOPS));
    }
}
