//! The rule `bound-elsewhere`: its explanation and its check.

use crate::plan::{Act, StepState};
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::BoundElsewhere,
    severities: &[Severity::Error],
    situation: text(
        "The group is bound to a VPC that has no way to the data source.",
        "资源组绑定的专有网络到不了数据源。",
    ),
    checks: text(
        "Whether every bound VPC is without a way to the data source, while another VPC that the group can be bound to has one.",
        "是否所有已绑定的专有网络都到不了数据源，而另一个可绑定的专有网络可以。",
    ),
    why: text(
        "Private traffic leaves the group through its bound VPCs only.",
        "资源组的内网流量只能从已绑定的专有网络发出。",
    ),
    example: text(
        "Bound to the test VPC; the data source is in the production VPC of the same region.",
        "绑定的是测试专有网络，而数据源在同地域的生产专有网络中。",
    ),
    remedy: text(
        "Bind the VPC of the data source, or one that is joined to it. The present binding can stay.",
        "再绑定数据源所在的专有网络，或与之互通的专有网络。原有绑定可以保留。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private().filter(|private| private.bound_elsewhere) else {
        return;
    };
    let Some(bound) = private.carrier.and_then(|at| case.trace.group.bound(at)) else {
        return;
    };
    let vpc = case.reading.network(bound.network).id.clone();
    let wanted = case.plan.steps.iter().find_map(|step| match &step.act {
        Act::Bind { switch, .. } if step.state == StepState::ToDo => Some(switch.vpc.clone()),
        _ => None,
    });
    let says = Says::BoundElsewhere { bound: vpc.clone(), wanted };
    let finding = Finding::new(Code::BoundElsewhere, Severity::Error, [case.group(), vpc], says);
    sink.push(finding.at_hop(&[
        HopKind::Binding,
        HopKind::VpcRoute,
        HopKind::Connection,
        HopKind::ReturnRoute,
    ]));
}
