//! The rule `networks-not-joined`: its explanation and its check.

use crate::base::Id;
use crate::rules::connection::meeting::{HOPS, apart};
use crate::rules::explanation::text;
use crate::rules::reference::BASE;
use crate::rules::{Case, Code, Explanation, Finding, Says, Severity, Sink, Source};
use crate::trace::Meeting;

pub(in crate::rules) static EXPLANATION: Explanation = Explanation {
    code: Code::NetworksNotJoined,
    severities: &[Severity::Error],
    situation: text(
        "Nothing joins the bound VPC and the data source's network.",
        "所绑专有网络与数据源所在网络没有打通。",
    ),
    checks: text(
        "Whether any connection joins the two networks, or could once it is completed.",
        "两个网络之间是否有连接，或有补全后即可使用的连接。",
    ),
    why: text(
        "Without a connection packets have no way from one network to the other.",
        "没有连接，报文就无法从一个网络到达另一个网络。",
    ),
    example: text(
        "A VPC in Hangzhou and one in Shanghai, neither attached to a CEN instance.",
        "杭州和上海各有一个专有网络，都没有接入云企业网。",
    ),
    remedy: text(
        "Join them by CEN, a VPN gateway, VPC peering or Express Connect.",
        "通过云企业网、VPN 网关、VPC 对等连接或高速通道打通两个网络。",
    ),
    sources: &[Source::Stated(BASE.at("Step 1"))],
};

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    let Some((leg, near)) = apart(case) else { return };
    let Some(far) = case.trace.source.network().map(|ix| case.reading.network(ix)) else {
        return service_of_another_region(case, near, sink);
    };
    if leg.meeting == Meeting::Apart {
        let says = Says::Networks { near: near.clone(), far: far.id.clone(), connection: None };
        let finding = Finding::new(Code::NetworksNotJoined, Severity::Error, [near, far.id.clone()], says);
        sink.push(finding.at_hop(HOPS));
    }
}

fn service_of_another_region(case: &Case<'_>, near: Id, sink: &mut Sink) {
    let region = |region: Option<&str>| region.unwrap_or_default().to_owned();
    let says = Says::OtherRegionService {
        service: region(case.trace.source.region),
        group: region(case.trace.group.region),
    };
    let finding = Finding::new(Code::NetworksNotJoined, Severity::Error, [near, case.source()], says);
    sink.push(finding.at_hop(HOPS));
}
