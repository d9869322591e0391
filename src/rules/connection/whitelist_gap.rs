//! The rule `whitelist-gap`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::{BASE, WHITELIST};
use crate::rules::{Case, Code, Explanation, Finding, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistGap,
    severities: &[Severity::Error],
    situation: text(
        "The whitelist covers a part of the source addresses only.",
        "白名单只覆盖了一部分来源地址。",
    ),
    checks: text(
        "Whether some of the addresses that the group comes from are listed and others are not.",
        "资源组的来源地址是否只有一部分在白名单中。",
    ),
    why: text(
        "The group's nodes may take any address of the bound vSwitch, so tasks work now and then.",
        "资源组的节点可能使用所绑交换机网段中的任一地址，任务会时好时坏。",
    ),
    example: text(
        "10.1.8.0/25 is listed; the vSwitch is 10.1.8.0/24.",
        "白名单中是 10.1.8.0/25，而交换机网段是 10.1.8.0/24。",
    ),
    remedy: text(
        "Add the whole block of the bound vSwitch, or every EIP.",
        "添加所绑交换机的完整网段，或全部 EIP。",
    ),
    sources: &[Source::Stated(BASE.at("Step 2")), Source::Stated(WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistGap
    {
        let finding = Finding::new(Code::WhitelistGap, Severity::Error, [case.source()], problem.gap());
        sink.push(problem.dress(finding));
    }
}
