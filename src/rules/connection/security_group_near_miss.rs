//! The rule `security-group-near-miss`: its explanation and its check.

use crate::rules::connection::gates::near_misses;
use crate::rules::explanation::text;
use crate::rules::reference::SECURITY_RULES;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::Direction;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SecurityGroupNearMiss,
    severities: &[Severity::Info],
    situation: text("A rule would match but for one thing.", "有一条规则只差一项就能匹配。"),
    checks: text(
        "Whether an allow rule of a security group that stops traffic fails by its port, its protocol, its block or its direction alone.",
        "安全组拦截流量时，是否有一条允许规则仅端口、协议、授权对象或方向中的一项不匹配。",
    ),
    why: text(
        "The rule was meant for this traffic and does not let it pass.",
        "这条规则本是为该流量添加的，却没有放行。",
    ),
    example: text(
        "Port 3307 instead of 3306, or an outbound rule entered as inbound.",
        "端口写成 3307 而不是 3306，或把出方向规则加到了入方向。",
    ),
    remedy: text("Correct that one thing in the rule.", "修改规则中不匹配的那一项。"),
    sources: &[Source::Inferred(SECURITY_RULES)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    for leg in &private.legs {
        let Some(group) = case.trace.group.bound(leg.at).and_then(|bound| bound.security_group) else {
            continue;
        };
        let at = || [case.group(), leg.vswitch.clone()];
        let outbound = leg.outbound.stopped().intersect(&leg.outbound_split.fail);
        let inbound = leg.inbound.stopped().intersect(&leg.inbound_split.fail);
        let port = case.trace.source.port;
        for (wanted, direction, port) in
            [(outbound, Direction::Outbound, port), (inbound, Direction::Inbound, None)]
        {
            for (rule, miss) in near_misses(group, &wanted, direction, port) {
                let says = Says::NearMiss { rule, miss };
                sink.push(Finding::new(Code::SecurityGroupNearMiss, Severity::Info, at(), says));
            }
        }
    }
    if let (Some(own), Some(group)) = (&private.own_group, &case.trace.source.drawn.security_group) {
        for (rule, miss) in near_misses(group, &own.fail, Direction::Inbound, case.trace.source.port) {
            let says = Says::NearMiss { rule, miss };
            sink.push(Finding::new(Code::SecurityGroupNearMiss, Severity::Info, [case.source()], says));
        }
    }
}
