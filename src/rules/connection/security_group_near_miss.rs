//! `security-group-near-miss`
//!
//! *Checks* whether a rule of a security group that stops traffic would match but for its port, protocol, block or direction.
//! *Why it matters* The rule was meant for this and does not do it.
//! *Example* port 3307 instead of 3306; source and destination swapped.
//! *Remedy* correct the rule.
//! *Source* "Security group rules".

use crate::rules::connection::gates::near_misses;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::Direction;

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
