//! The rule `binding-out-of-scope`: its explanation and its check.

use crate::rules::connection::scope::is_carried;
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::BindingOutOfScope,
    severities: &[Severity::Error, Severity::Warning],
    situation: text(
        "The bound VPC is in another region or account.",
        "绑定的专有网络属于其他地域或其他账号。",
    ),
    checks: text(
        "Whether a bound VPC belongs to the group's own account and region. A warning when another binding carries the traffic.",
        "绑定的专有网络是否与资源组同账号、同地域。如果流量可以走另一条绑定，则只提示警告。",
    ),
    why: text(
        "The official page always binds a VPC of the group's own region and account, so such a binding is taken to carry nothing.",
        "官方文档中绑定的始终是资源组所在地域、所属账号的专有网络，因此这样的绑定按不起作用处理。",
    ),
    example: text(
        "A group in Hangzhou, bound to the data source's VPC in Shanghai.",
        "杭州的资源组绑定了上海的数据源专有网络。",
    ),
    remedy: text(
        "Bind a VPC of the group's own account and region, and join it to the other VPC.",
        "绑定资源组同账号、同地域的专有网络，再将它与对方专有网络打通。",
    ),
    sources: &[Source::Inferred(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(carried) = is_carried(case) else { return };
    let group = case.trace.group;
    let severity = if carried { Severity::Warning } else { Severity::Error };
    for bound in group.bindings.iter().filter(|bound| !bound.in_scope && bound.unsupported.is_none()) {
        let vpc = case.reading.network(bound.network);
        let says = Says::OutOfScope { vpc: vpc.id.clone(), other_account: vpc.account != group.account };
        let finding = Finding::new(Code::BindingOutOfScope, severity, [case.group(), vpc.id.clone()], says);
        sink.push(finding.at_hop(if carried { &[] } else { &[HopKind::Binding] }));
    }
}
