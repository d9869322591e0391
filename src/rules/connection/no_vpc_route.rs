//! The rule `no-vpc-route`: its explanation and its check.

use crate::rules::connection::ways::{joining, routeless};
use crate::rules::explanation::text;
use crate::rules::reference::{PEERING, ROUTE_SYNC};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NoVpcRoute,
    severities: &[Severity::Error],
    situation: text("The bound VPC has no route to the data source.", "所绑专有网络没有到数据源的路由。"),
    checks: text(
        "Whether the bound VPC routes to the data source, once the networks are joined.",
        "网络打通之后，所绑专有网络是否有到数据源的路由。",
    ),
    why: text(
        "The connection is there, but nothing sends packets into it.",
        "连接已经建立，但没有路由把报文送进去。",
    ),
    example: text("A peering connection without routes.", "建立了对等连接，但没有添加路由。"),
    remedy: text(
        "Add a route through the connection, in the route table of the vSwitch.",
        "在交换机所用的路由表中，添加经由该连接的路由。",
    ),
    sources: &[Source::Stated(PEERING), Source::Stated(ROUTE_SYNC)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        let lost = routeless(case, leg).intersect(&leg.forward_split.fail);
        if !lost.is_empty() {
            let network = case.reading.network(leg.near).id.clone();
            let says = Says::MissingRoute { network: network.clone(), via: joining(case, leg), winner: None };
            let finding = Finding::new(Code::NoVpcRoute, Severity::Error, [network], says);
            sink.push(finding.about(&lost).at_hop(&[HopKind::VpcRoute]));
        }
    }
}
