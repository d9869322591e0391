//! What the rules about security groups share.

use crate::base::AddressSet;
use crate::base::order;
use crate::rules::Miss;
use crate::topology::{Action, Direction, Rule, SecurityGroup};
use crate::trace::Split;
use crate::trace::security::Admission;

/// What a security group certainly stops, with the rule that does (`None`: the default).
pub(super) fn stopped(admission: &Admission, split: &Split) -> Vec<(AddressSet, Option<Rule>)> {
    let denied = admission.denied.iter().map(|(set, rule)| (set, Some(rule.clone())));
    let all = denied.chain([(&admission.unmatched, None)]);
    let certain = all.map(|(set, rule)| (set.intersect(&split.fail), rule));
    certain.filter(|(set, _)| !set.is_empty()).collect()
}

/// Allow rules that would let some of `wanted` pass but for exactly one thing. Without `port`, ports do not matter.
pub(super) fn near_misses(
    group: &SecurityGroup,
    wanted: &AddressSet,
    direction: Direction,
    port: Option<u16>,
) -> Vec<(Rule, Miss)> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let miss = |rule: &Rule| {
        let mut misses = Vec::new();
        if rule.direction != direction {
            misses.push(Miss::Direction);
        }
        if !rule.protocol.covers_tcp() {
            misses.push(Miss::Protocol(rule.protocol));
        }
        misses.extend(port.filter(|port| !rule.ports.holds(*port)).map(Miss::Port));
        if !wanted.meets(&rule.peer.into()) {
            misses.push(Miss::Peer);
        }
        // A rule for other addresses is no near miss unless it names neighbours of the wanted ones.
        let near = |miss: &Miss| *miss != Miss::Peer || neighbours(rule, wanted);
        match misses.as_slice() {
            [only] if near(only) => Some(*only),
            _ => None,
        }
    };
    let allowing = group.rules.iter().filter(|rule| rule.action == Action::Allow);
    let mut found: Vec<(Rule, Miss)> =
        allowing.filter_map(|rule| Some((rule.clone(), miss(rule)?))).collect();
    order::sort(&mut found);
    found.dedup();
    found
}

/// Whether a rule's block lies in the same /16 as a wanted address.
fn neighbours(rule: &Rule, wanted: &AddressSet) -> bool {
    let around = rule.peer.supernet().map_or(rule.peer, |_| {
        crate::base::Block::new(rule.peer.addr(), 16).map_or(rule.peer, |b| b.trunc())
    });
    rule.peer.prefix_len() >= 16 && wanted.meets(&around.into())
}
