//! The rule `legacy-group-in-new-plan`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{LEGACY, SERVERLESS};
use crate::rules::{Code, Explanation, Finding, PlanCase, Says, Severity, Sink, Source};
use crate::topology::Kind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::LegacyGroupInNewPlan,
    severities: &[Severity::Info],
    situation: text("Exclusive groups are no longer sold to new accounts.", "独享资源组不再向新账号出售。"),
    checks: text("Whether the plan has an exclusive resource group.", "方案中是否有独享资源组。"),
    why: text(
        "Accounts that activated DataWorks after 10 June 2024 can buy serverless groups only. Groups that exist keep working.",
        "2024 年 6 月 10 日之后开通 DataWorks 的账号只能购买 Serverless 资源组；已有的独享资源组可以继续使用。",
    ),
    example: text(
        "A new account, and a plan copied from a page of 2023.",
        "新账号照搬 2023 年文档中的方案。",
    ),
    remedy: text(
        "If the account is new, plan with a serverless group.",
        "如果是新账号，请改用 Serverless 资源组。",
    ),
    sources: &[Source::Stated(LEGACY), Source::Stated(SERVERLESS)],
};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (id, node) in &case.topology.nodes {
        if matches!(&node.kind, Kind::ResourceGroup(group) if group.kind.is_exclusive()) {
            sink.push(Finding::new(Code::LegacyGroupInNewPlan, Severity::Info, [id.clone()], Says::Plain));
        }
    }
}
