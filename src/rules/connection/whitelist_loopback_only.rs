//! The rule `whitelist-loopback-only`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::RDS_WHITELIST;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistLoopbackOnly,
    severities: &[Severity::Error],
    situation: text("Only 127.0.0.1 is listed.", "白名单中只有 127.0.0.1。"),
    checks: text(
        "Whether the whitelist holds nothing but loopback addresses.",
        "白名单中是否只有本机回环地址。",
    ),
    why: text(
        "That is the factory state of many products: nobody gets in from outside.",
        "这是许多产品的初始状态：外部一律无法访问。",
    ),
    example: text("A new RDS instance.", "新建的 RDS 实例。"),
    remedy: text(
        "Add the bound vSwitch's block or the EIPs. 127.0.0.1 can stay: removing it opens nothing.",
        "添加所绑交换机的网段或 EIP。127.0.0.1 可以保留，删除它并不会放开访问。",
    ),
    sources: &[Source::Stated(RDS_WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistLoopbackOnly
    {
        let finding =
            Finding::new(Code::WhitelistLoopbackOnly, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
