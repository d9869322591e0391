//! The rule `whitelist-wrong-address-kind`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistWrongAddressKind,
    severities: &[Severity::Error],
    situation: text(
        "The EIP is listed for a private path, or the vSwitch for an Internet path.",
        "内网访问却添加了 EIP，或公网访问却添加了交换机网段。",
    ),
    checks: text(
        "Whether the whitelist holds the group's address of the other kind instead of the one that the data source sees.",
        "白名单中是否添加了资源组另一类地址，而不是数据源实际看到的地址。",
    ),
    why: text(
        "On a private path the data source sees the bound vSwitch, over the Internet the EIP.",
        "内网访问时，数据源看到的是所绑交换机的地址；公网访问时看到的是 EIP。",
    ),
    example: text(
        "The group's EIP in the whitelist of an RDS instance in the same VPC.",
        "RDS 实例与资源组走同一专有网络，白名单中却是资源组的 EIP。",
    ),
    remedy: text("List the address of the right kind.", "改为正确类型的地址。"),
    sources: &[Source::Stated(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistWrongAddressKind
    {
        let finding = Finding::new(
            Code::WhitelistWrongAddressKind,
            Severity::Error,
            [case.source()],
            problem.wrong_entry(),
        );
        sink.push(problem.dress(finding));
    }
}
