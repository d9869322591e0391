//! The rule `route-shadowed`: its explanation and its check.

use crate::rules::connection::ways::detours;
use crate::rules::explanation::text;
use crate::rules::reference::{CREATE_ROUTE, ROUTE_TABLES};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::verdict::HopKind;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::RouteShadowed,
    severities: &[Severity::Error],
    situation: text(
        "A more specific route leads away from the data source.",
        "更精确的路由把流量带离了数据源。",
    ),
    checks: text(
        "Whether a longer prefix (in the VPC also a custom route of the same prefix) wins and leads elsewhere, in DataWorks or in the bound VPC.",
        "在 DataWorks 或所绑专有网络中，是否有更长前缀的路由（在专有网络中还包括同前缀的自定义路由）优先生效并指向别处。",
    ),
    why: text(
        "The longest prefix wins, however right the other route is.",
        "最长前缀优先，另一条路由再正确也不会生效。",
    ),
    example: text(
        "172.16.0.0/16 through one binding, and 172.16.5.0/24 through another.",
        "172.16.0.0/16 走一条绑定，172.16.5.0/24 走另一条绑定。",
    ),
    remedy: text(
        "Move the winning route to the right way, or add an even longer one.",
        "将生效的路由改到正确的方向，或再添加一条更精确的路由。",
    ),
    sources: &[Source::Stated(ROUTE_TABLES), Source::Inferred(CREATE_ROUTE)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for detour in &private.detours {
        let towards = case.trace.group.bound(detour.winner).map(|bound| bound.vswitch.clone());
        let says = Says::Shadow { winner: detour.block, towards, loser: detour.loser, in_dataworks: true };
        let finding = Finding::new(Code::RouteShadowed, Severity::Error, [case.group()], says);
        sink.push(finding.about(&detour.part).at_hop(&[HopKind::DataworksRoute]));
    }
    for leg in private.legs.iter().filter(|leg| leg.meeting.is_open()) {
        for (part, hop, loser) in detours(case, leg) {
            let towards = hop.arrives.map(|ix| case.reading.network(ix).id);
            let towards = towards.or(hop.via.first().map(|ix| case.reading.join(*ix).id)).cloned();
            let says = Says::Shadow { winner: hop.block, towards, loser: Some(loser), in_dataworks: false };
            let vpc = case.reading.network(leg.near).id.clone();
            let finding = Finding::new(Code::RouteShadowed, Severity::Error, [vpc], says);
            sink.push(finding.about(&part).at_hop(&[HopKind::VpcRoute]));
        }
    }
}
