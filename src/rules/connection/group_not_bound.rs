//! The rule `group-not-bound`: its explanation and its check.

use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::qualifies;
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::GroupNotBound,
    severities: &[Severity::Error],
    situation: text(
        "A private path is wanted, and the group is bound to no VPC.",
        "需要走内网，但资源组没有绑定任何专有网络。",
    ),
    checks: text(
        "Whether a group that should reach a data source privately has any VPC binding.",
        "需要通过内网访问数据源的资源组，是否绑定了专有网络。",
    ),
    why: text(
        "Without a binding the group has no address in any VPC and cannot enter one.",
        "没有绑定，资源组在专有网络中就没有地址，无法进入专有网络。",
    ),
    example: text("A group that was bought yesterday.", "昨天刚购买的资源组。"),
    remedy: text(
        "Bind it to the VPC of the data source, or to one that is joined to it.",
        "将资源组绑定到数据源所在的专有网络，或与之互通的专有网络。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let unbound = case.trace.private().is_some_and(|private| private.legs.is_empty());
    if unbound && case.trace.group.bindings.is_empty() {
        let direct = case.trace.source.network().map(|ix| case.reading.network(ix));
        let direct = direct.filter(|vpc| qualifies(case.reading, case.trace.group, case.trace.source, vpc));
        let says = Says::NotBound { direct: direct.map(|vpc| vpc.id.clone()) };
        let finding = Finding::new(Code::GroupNotBound, Severity::Error, [case.group()], says);
        sink.push(finding.at_hop(&[HopKind::Binding]));
    }
}
