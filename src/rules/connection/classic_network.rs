//! The rule `classic-network`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{BASE, EXCLUSIVE_INTEGRATION};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Course;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::ClassicNetwork,
    severities: &[Severity::Error],
    situation: text("The data source lies in the classic network.", "数据源位于经典网络。"),
    checks: text(
        "Whether a data source with a private address lies in the classic network.",
        "使用内网地址的数据源是否位于经典网络。",
    ),
    why: text(
        "An exclusive resource group cannot connect to the classic network, and no page says that a serverless one can.",
        "独享资源组无法连通经典网络，也没有文档表明 Serverless 资源组可以。",
    ),
    example: text(
        "An RDS instance of 2014 that was never migrated.",
        "2014 年创建、一直没有迁移的 RDS 实例。",
    ),
    remedy: text(
        "Migrate the data source into a VPC, or give it a public endpoint and use that.",
        "将数据源迁移到专有网络，或为其开通公网地址并通过公网访问。",
    ),
    sources: &[Source::Stated(BASE.at("Precautions")), Source::Stated(EXCLUSIVE_INTEGRATION)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if matches!(case.trace.course, Course::Classic) {
        let finding = Finding::new(Code::ClassicNetwork, Severity::Error, [case.source()], Says::Plain);
        sink.push(finding.at_hop(&[HopKind::Binding]));
    }
}
