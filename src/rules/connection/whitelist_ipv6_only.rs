//! The rule `whitelist-ipv6-only`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistIpv6Only,
    severities: &[Severity::Error],
    situation: text("Only IPv6 entries are listed.", "白名单中只有 IPv6 条目。"),
    checks: text(
        "Whether the whitelist holds IPv6 entries and no IPv4 entry.",
        "白名单中是否只有 IPv6 条目，没有 IPv4 条目。",
    ),
    why: text(
        "What has to be listed, the bound vSwitch's block or the EIP, is IPv4.",
        "需要添加的交换机网段或 EIP 是 IPv4 地址。",
    ),
    example: text("::/0 as the only entry.", "唯一的条目是 ::/0。"),
    remedy: text("Add the IPv4 block or address.", "添加 IPv4 网段或地址。"),
    sources: &[Source::Inferred(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistIpv6Only
    {
        let finding = Finding::new(Code::WhitelistIpv6Only, Severity::Error, [case.source()], Says::Plain);
        sink.push(problem.dress(finding));
    }
}
