//! The rule `attachment-missing`: its explanation and its check.

use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::explanation::text;
use crate::rules::reference::TRANSIT_ROUTER;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::AttachmentMissing,
    severities: &[Severity::Error],
    situation: text(
        "The connection is there, but one network is not attached.",
        "连接已有，但其中一个网络没有接入。",
    ),
    checks: text(
        "Whether a connection holds one of the two networks and has room for the other.",
        "是否有连接已接入其中一个网络，并且还能接入另一个。",
    ),
    why: text(
        "A connection carries traffic only between networks that are attached to it.",
        "连接只在已接入的网络之间转发流量。",
    ),
    example: text(
        "The data source's VPC is attached to the CEN instance, the bound VPC is not.",
        "数据源的专有网络已接入云企业网，所绑专有网络没有接入。",
    ),
    remedy: text("Attach the other network.", "将另一个网络接入该连接。"),
    sources: &[Source::Stated(TRANSIT_ROUTER)],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return;
    };
    if let Meeting::Missing { join, network, .. } = &leg.meeting {
        let join = case.reading.join(*join).id.clone();
        let lacking = if *network == far.ix { far.id.clone() } else { near.clone() };
        let says = Says::Networks { near, far: far.id.clone(), connection: Some(join.clone()) };
        sink.push(Finding::new(Code::AttachmentMissing, Severity::Error, [join, lacking], says).at_hop(HOPS));
    }
}
