//! The rule `whitelist-missing-entry`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::{BASE, WHITELIST};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistMissingEntry,
    severities: &[Severity::Error],
    situation: text(
        "The whitelist lets in nothing of what the data source sees.",
        "白名单没有放行资源组的任何地址。",
    ),
    checks: text(
        "Whether the whitelist covers any of the addresses that the group comes from.",
        "白名单是否覆盖了资源组的任一来源地址。",
    ),
    why: text(
        "A data source with a whitelist lets in what is listed and nothing else, however right the network is.",
        "设置了白名单的数据源只放行列出的地址，网络打通了也不例外。",
    ),
    example: text(
        "An RDS instance whose list was made for another application.",
        "RDS 实例的白名单只为其他应用配置过。",
    ),
    remedy: text(
        "Add the bound vSwitch's block (private path) or the EIPs (Internet path).",
        "添加所绑交换机的网段（内网访问）或 EIP（公网访问）。",
    ),
    sources: &[Source::Stated(BASE.at("Step 2")), Source::Stated(WHITELIST)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistMissingEntry
    {
        let finding =
            Finding::new(Code::WhitelistMissingEntry, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
