//! The rule `security-group-near-miss`: its explanation and its check.

use crate::rules::connection::gates::near_misses;
use crate::rules::explanation::text;
use crate::rules::reference::SECURITY_RULES;
use crate::rules::{Case, Code, Explanation, Finding, Miss, Says, Severity, Sink, Source};
use crate::topology::{Direction, Rule};

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
    let port = case.trace.source.port;
    for leg in case.trace.private().iter().flat_map(|private| &private.legs) {
        let Some(group) = case.trace.group.bound(leg.at).and_then(|bound| bound.security_group) else {
            continue;
        };
        let outbound = leg.outbound.stopped().intersect(&leg.outbound_split.fail);
        let inbound = leg.inbound.stopped().intersect(&leg.inbound_split.fail);
        let mut missed = near_misses(group, &outbound, Direction::Outbound, port);
        missed.extend(near_misses(group, &inbound, Direction::Inbound, None));
        let swapped: Vec<Rule> =
            missed.iter().filter(|(_, miss)| *miss == Miss::Direction).map(first).collect();
        // A rule that stands in the wrong direction is told as that alone.
        missed.retain(|(rule, miss)| *miss == Miss::Direction || !swapped.contains(rule));
        for (rule, miss) in missed {
            let says = Says::NearMiss { rule, miss };
            let at = [case.group(), leg.vswitch.clone()];
            sink.push(Finding::new(Code::SecurityGroupNearMiss, Severity::Info, at, says));
        }
    }
    let private = case.trace.private().and_then(|private| private.own_group.as_ref());
    let own = private.or_else(|| case.trace.internet()?.own_group.as_ref());
    if let (Some(own), Some(group)) = (own, &case.trace.source.drawn.security_group) {
        for (rule, miss) in near_misses(group, &own.fail, Direction::Inbound, port) {
            let says = Says::NearMiss { rule, miss };
            sink.push(Finding::new(Code::SecurityGroupNearMiss, Severity::Info, [case.source()], says));
        }
    }
}

fn first((rule, _): &(Rule, Miss)) -> Rule {
    rule.clone()
}
