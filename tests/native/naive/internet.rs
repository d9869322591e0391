//! Paths over the Internet: which addresses the group leaves with, and who admits them.

use std::collections::BTreeSet;

use super::bindings::{is_usable, unusable};
use super::codes;
use super::drawing::{Drawing, Group, Source};
use super::{End, Judged, Outcome, total};

/// The addresses that a group leaves with.
enum Exit {
    None,
    /// Whether there is one is not known.
    Open,
    Known(Vec<u32>),
    /// Some are known, others not.
    Unknown(Vec<u32>),
}

pub(super) fn judge(drawing: &Drawing, group: &Group, source: &Source) -> Judged {
    let mut errors = BTreeSet::new();
    let anywhere = || End::OneOf(drawing.stretches.everywhere());
    let admits = |from: u32| vec![source.group_admits(from), source.list_admits(from)];
    let exit = exit(drawing, group);
    let outcomes = match &exit {
        Exit::None => {
            errors.insert("no-internet-exit");
            if group.kind == "serverless" {
                errors.extend(unusable(drawing, group));
            }
            vec![Outcome::Fail]
        }
        _ if group.kind == "shared" => vec![source.admits_somebody(drawing)],
        Exit::Open => {
            anywhere().worst(admits).into_iter().map(|outcome| outcome.max(Outcome::Unknown)).collect()
        }
        Exit::Known(eips) => End::Each(eips.clone()).worst(admits),
        Exit::Unknown(eips) => [End::Each(eips.clone()).worst(admits), anywhere().worst(admits)].concat(),
    };
    let known = match &exit {
        Exit::None => Some(vec![]),
        Exit::Known(eips) => Some(eips.clone()),
        Exit::Unknown(eips) if !eips.is_empty() => Some(eips.clone()),
        Exit::Open | Exit::Unknown(_) => None,
    };
    let sees = known.as_deref().map(codes::alone);
    let ends = match exit {
        Exit::Known(eips) => vec![End::Each(eips)],
        Exit::Unknown(eips) if eips.is_empty() => vec![anywhere()],
        Exit::Unknown(eips) => vec![End::Each(eips)],
        Exit::Open => vec![anywhere()],
        Exit::None => vec![],
    };
    if group.kind != "shared" {
        errors.extend(codes::of_source(source, &ends));
    }
    let gap = codes::gap(source, &drawing.stretches, sees.as_deref().unwrap_or_default());
    Judged { verdict: total(&outcomes), sees, errors, gap, ..Judged::default() }
}

fn exit(drawing: &Drawing, group: &Group) -> Exit {
    match group.kind.as_str() {
        "shared" => Exit::Unknown(vec![]),
        "serverless" => through_gateways(drawing, group),
        _ => match &group.eips {
            None => Exit::Unknown(vec![]),
            Some(eips) if eips.is_empty() => Exit::None,
            Some(eips) => Exit::Known(eips.clone()),
        },
    }
}

/// The union over all usable bindings whose vSwitch has an SNAT entry.
fn through_gateways(drawing: &Drawing, group: &Group) -> Exit {
    let (mut known, mut open, mut unknown) = (Vec::new(), false, false);
    for binding in group.bindings.iter().filter(|binding| is_usable(drawing, group, binding)) {
        for gateway in drawing.gateways.iter().filter(|gateway| gateway.vpc == binding.vpc) {
            let covers = |snat: &Vec<String>| snat.iter().any(|to| to == "vpc" || *to == binding.vswitch);
            match (&gateway.snat, &gateway.eips) {
                (_, Some(eips)) if eips.is_empty() => {}
                (None, _) => open = true,
                (Some(snat), _) if !covers(snat) => {}
                (Some(_), None) => (open, unknown) = (true, true),
                (Some(_), Some(eips)) => known.extend(eips),
            }
        }
    }
    match (known.is_empty(), open, unknown) {
        (true, false, false) => Exit::None,
        (true, true, _) => Exit::Open,
        (false, false, false) => Exit::Known(known),
        _ => Exit::Unknown(known),
    }
}
