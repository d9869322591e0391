//! The rule `no-dataworks-route`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::{BASE, EXCLUSIVE_INTEGRATION};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoDataworksRoute,
    severities: &[Severity::Error],
    situation: text(
        "No DataWorks route of the group covers the data source.",
        "资源组没有覆盖数据源的 DataWorks 路由。",
    ),
    checks: text(
        "Whether a data source outside the bound VPC is covered by any route that was added to the group.",
        "数据源不在所绑专有网络中时，资源组上是否添加了能覆盖它的路由。",
    ),
    why: text(
        "Binding adds the route to the bound VPC alone. What lies beyond needs a route in the DataWorks console, even where the VPC route table is right. For serverless groups the pages leave open whether it is needed.",
        "绑定只会自动添加所绑专有网络的路由。更远的目标需要在 DataWorks 控制台添加路由，即使专有网络的路由表已经正确。Serverless 资源组是否必须添加，文档没有明确说明。",
    ),
    example: text(
        "Bound to VPC 1, with the data source in a VPC behind the CEN instance.",
        "绑定了 VPC 1，而数据源在云企业网另一端的专有网络中。",
    ),
    remedy: text(
        "Add a route to the data source's block, on the binding that leads there.",
        "在通往数据源的那条绑定上，添加目的地为数据源网段的路由。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1")), Source::Stated(EXCLUSIVE_INTEGRATION)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    if !private.uncovered.is_empty()
        && private.uncovered == private.targets
        && !private.needs_no_route(case.trace)
    {
        let finding = Finding::new(Code::NoDataworksRoute, Severity::Error, [case.group()], Says::Plain);
        let finding = if private.targets_known { finding.about(&private.uncovered) } else { finding };
        sink.push(finding.at_hop(&[HopKind::DataworksRoute]));
    }
}
