//! The rule `single-zone-attachment`: its explanation and its check.

use std::collections::BTreeSet;

use crate::reading::JoinIx;
use crate::rules::explanation::text;
use crate::rules::reference::{ATTACH_VPC, TRANSIT_ROUTER};
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::topology::{ConnectionKind, Edition, KindName};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::SingleZoneAttachment,
    severities: &[Severity::Warning],
    situation: text(
        "A VPC at a transit router has vSwitches in one zone only.",
        "接入转发路由器的专有网络只有一个可用区的交换机。",
    ),
    checks: text(
        "Whether a VPC on the path, attached to a CEN instance of the Enterprise Edition, has vSwitches in a single zone.",
        "链路上接入企业版云企业网的专有网络，其交换机是否都在同一个可用区。",
    ),
    why: text(
        "In a region with several zones the attachment needs vSwitches in two zones that the transit router supports.",
        "在多可用区地域，接入需要两个可用区的交换机，且可用区受转发路由器支持。",
    ),
    example: text("A VPC with a single vSwitch.", "只有一个交换机的专有网络。"),
    remedy: text(
        "Add a vSwitch in a second zone. In a region with one zone there is nothing to do.",
        "在另一个可用区再创建一个交换机。单可用区地域无需处理。",
    ),
    sources: &[Source::Stated(ATTACH_VPC), Source::Stated(TRANSIT_ROUTER)],
};

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
