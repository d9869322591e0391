//! The rule `eip-may-change`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::EipMayChange,
    severities: &[Severity::Info],
    situation: text("The EIP may change with the specification.", "变更规格后 EIP 可能改变。"),
    checks: text("Whether an exclusive group leaves for the Internet.", "独享资源组是否通过公网访问数据源。"),
    why: text(
        "After an upgrade the group can have another EIP, which the whitelist does not know.",
        "升配后 EIP 可能改变，而白名单中没有新的 EIP。",
    ),
    example: text("An upgrade from 4 to 8 vCPU.", "从 4 vCPU 升配到 8 vCPU。"),
    remedy: text(
        "Look at the EIP after each change, and replace the whitelist entry when it is another one.",
        "每次变更后确认 EIP，如有变化，替换白名单条目。",
    ),
    sources: &[Source::Stated(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if case.trace.internet().is_some() && case.trace.group.drawn.kind.is_exclusive() {
        sink.push(Finding::new(Code::EipMayChange, Severity::Info, [case.group()], Says::Plain));
    }
}
