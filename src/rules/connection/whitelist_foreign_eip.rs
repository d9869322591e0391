//! The rule `whitelist-foreign-eip`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistForeignEip,
    severities: &[Severity::Error],
    situation: text(
        "The EIP of another group, or a former one, is listed.",
        "白名单中是其他资源组的 EIP，或已失效的 EIP。",
    ),
    checks: text(
        "Whether the whitelist holds an EIP that belongs to another group or gateway, or that the group had before a change of specification.",
        "白名单中的 EIP 是否属于其他资源组或网关，或是资源组变更规格之前的 EIP。",
    ),
    why: text(
        "A change of specification can bring another EIP; the old entry then admits nobody you know.",
        "变更规格后 EIP 可能改变，旧条目不再对应本资源组。",
    ),
    example: text("The EIP from before an upgrade.", "升配之前的 EIP。"),
    remedy: text(
        "List the present EIP, or the bound vSwitch's block on a private path.",
        "改为当前的 EIP；内网访问则改为所绑交换机的网段。",
    ),
    sources: &[Source::Stated(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistForeignEip
    {
        let finding =
            Finding::new(Code::WhitelistForeignEip, Severity::Error, [case.source()], problem.wrong_entry());
        sink.push(problem.dress(finding));
    }
}
