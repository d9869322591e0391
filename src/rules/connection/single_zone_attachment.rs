//! `single-zone-attachment`
//!
//! *Checks* whether a VPC on the path, attached to a CEN, has vSwitches in one zone only.
//! *Why it matters* An Enterprise Edition transit router needs vSwitches in two of its zones in regions that have several.
//! *Example* a VPC with one vSwitch.
//! *Remedy* add a vSwitch in a second zone.
//! *Source* "Use Enterprise Edition transit routers to connect VPCs" (2026).

use std::collections::BTreeSet;

use crate::reading::JoinIx;
use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::{ConnectionKind, Edition, KindName};
use crate::trace::Meeting;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some(private) = case.trace.private() else {
        return;
    };
    let Some(far) = case.trace.source.network() else {
        return;
    };
    for leg in &private.legs {
        let Meeting::Joined(joins) = &leg.meeting else {
            continue;
        };
        let router = |ix: &JoinIx| {
            let connection = case.reading.join(*ix).connection;
            connection.kind == ConnectionKind::Cen && connection.edition != Some(Edition::Basic)
        };
        let Some(cen) = joins.iter().find(|ix| router(ix)).map(|ix| case.reading.join(*ix).id) else {
            continue;
        };
        for network in [leg.near, far].map(|ix| case.reading.network(ix)) {
            let zones: Option<BTreeSet<&str>> = network.switches.iter().map(|switch| switch.zone).collect();
            if network.kind == KindName::Vpc && zones.is_some_and(|zones| zones.len() == 1) {
                let says = Says::Connection(cen.clone());
                sink.push(Finding::new(
                    Code::SingleZoneAttachment,
                    Severity::Warning,
                    [network.id.clone()],
                    says,
                ));
            }
        }
    }
}
