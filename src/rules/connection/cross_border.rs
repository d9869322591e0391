//! The rule `cross-border`: its explanation and its check.

use crate::base::crosses_border;
use crate::rules::explanation::text;
use crate::rules::reference::PEERING;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::CrossBorder,
    severities: &[Severity::Warning],
    situation: text("One end is in mainland China, the other is not.", "一端在中国内地，另一端不在。"),
    checks: text(
        "Whether exactly one of group and data source lies in a region of mainland China. Hong Kong counts as outside.",
        "资源组与数据源是否仅有一方位于中国内地的地域。中国香港不属于中国内地。",
    ),
    why: text(
        "A cross-border connection needs business identity verification, and exporting data may need approval.",
        "跨境连接需要通过企业实名认证，数据出境可能需要审批。",
    ),
    example: text("A group in Singapore, and a data source in Shanghai.", "资源组在新加坡，数据源在上海。"),
    remedy: text("Settle the compliance questions before anything is bought.", "采购之前先确认合规要求。"),
    sources: &[Source::Stated(PEERING)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let (Some(near), Some(far)) = (case.trace.group.region, case.trace.source.region) else {
        return;
    };
    if crosses_border(near, far) {
        let says = Says::Regions(near.to_owned(), far.to_owned());
        sink.push(Finding::new(Code::CrossBorder, Severity::Warning, [case.group(), case.source()], says));
    }
}
