//! The rule `whitelist-data-source-vswitch`: its explanation and its check.

use crate::rules::connection::entries::problem;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Severity, Sink, Source};

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::WhitelistDataSourceVswitch,
    severities: &[Severity::Error],
    situation: text("The data source's own vSwitch or VPC is listed.", "白名单中是数据源自己的网段。"),
    checks: text(
        "Whether the whitelist holds the data source's own block instead of the group's.",
        "白名单中是否添加了数据源自己的网段，而不是资源组的网段。",
    ),
    why: text(
        "A whitelist is about where traffic comes from, not where it goes.",
        "白名单针对的是流量的来源，而不是目的地。",
    ),
    example: text(
        "The block of the vSwitch that the RDS instance is in.",
        "添加的是 RDS 实例所在交换机的网段。",
    ),
    remedy: text("List the block of the vSwitch that the group is bound to.", "改为资源组所绑交换机的网段。"),
    sources: &[Source::Inferred(BASE.at("Step 2"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let Some(problem) = problem(case)
        && problem.code == Code::WhitelistDataSourceVswitch
    {
        let finding = Finding::new(
            Code::WhitelistDataSourceVswitch,
            Severity::Error,
            [case.source()],
            problem.wrong_entry(),
        );
        sink.push(problem.dress(finding));
    }
}
