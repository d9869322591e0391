//! Findings of which several codes share what they say: blocks, missing routes, security groups, contradictions.

use crate::base::block_text;
use crate::i18n::Names;
use crate::i18n::findings::parts::Parts;
use crate::i18n::names::say;
use crate::rules::{Code, Finding};

pub(super) fn one_block(names: &Names<'_>, finding: &Finding, block: &str) -> String {
    let lang = names.language;
    let Parts { first, second, blocks, entry, .. } = Parts::of(names, finding);
    match finding.code {
        Code::UnsupportedRangeServerless => say!(
            lang,
            "{first} is a serverless group, and {second} ({block}) lies in 21.0.0.0/8, which serverless groups do not support.",
            "{first} 是 Serverless 资源组，而 {second}（{block}）位于 21.0.0.0/8，Serverless 资源组不支持该网段。"
        ),
        Code::WhitelistHostBits => say!(
            lang,
            "The entry {entry} has host bits and counts as {block}. Write {block}, or the single address.",
            "条目 {entry} 含有主机位，会按 {block} 处理。请写成 {block} 或单个地址。"
        ),
        _ => say!(
            lang,
            "{blocks} is one of the addresses of {block} that the system keeps for itself; a data source cannot have it.",
            "{blocks} 是 {block} 中的系统保留地址，数据源不能使用。"
        ),
    }
}

pub(super) fn missing_route(
    names: &Names<'_>,
    finding: &Finding,
    network: &str,
    via: Option<String>,
    winner: Option<String>,
) -> String {
    let lang = names.language;
    let blocks = names.blocks(&finding.addresses);
    let through =
        via.map_or_else(String::new, |via| lang.pick(format!(" through {via}"), format!("经 {via} ")));
    match (finding.code, winner) {
        (Code::NoReturnRoute, Some(winner)) => say!(
            lang,
            "{network} sends answers to {blocks} elsewhere: its route {winner} wins. Add a route back{through}.",
            "{network} 把返回 {blocks} 的流量送往别处（路由 {winner} 优先）。请添加{through}的回程路由。"
        ),
        (Code::NoReturnRoute, None) => say!(
            lang,
            "{network} has no route back to {blocks}{through}: answers get lost.",
            "{network} 没有{through}回到 {blocks} 的路由，响应会丢失。"
        ),
        _ => say!(
            lang,
            "{network} has no route to {blocks}{through}.",
            "{network} 没有{through}到 {blocks} 的路由。"
        ),
    }
}

pub(super) fn stopped(
    names: &Names<'_>,
    finding: &Finding,
    rule: Option<String>,
    port: Option<u16>,
) -> String {
    let lang = names.language;
    let first = finding.at.first().map(|id| names.of(id)).unwrap_or_default();
    let blocks = match (finding.addresses.as_slice(), finding.at.get(1)) {
        // The block of the vSwitch is not known: it goes by its name.
        ([], Some(vswitch)) if finding.code == Code::SecurityGroupBlocksInbound => names.of(vswitch),
        ([], _) => lang.pick("the addresses concerned", "相关地址").to_owned(),
        (blocks, _) => names.blocks(blocks),
    };
    let visited = port.as_ref().map_or_else(String::new, |port| format!("、访问端口 {port}"));
    let port =
        port.map_or_else(String::new, |port| lang.pick(format!(" port {port}"), format!(" 端口 {port}")));
    match (finding.code, rule) {
        (Code::SecurityGroupBlocksOutbound, Some(rule)) => say!(
            lang,
            "The security group of {first} stops outbound traffic to {blocks}{port}: rule “{rule}”.",
            "{first} 的安全组拒绝到 {blocks}{port} 的出方向流量：规则“{rule}”。"
        ),
        (Code::SecurityGroupBlocksOutbound, None) => say!(
            lang,
            "The advanced security group of {first} has no outbound rule for {blocks}{port}, and denies by default.",
            "{first} 的企业级安全组没有到 {blocks}{port} 的出方向规则，默认拒绝。"
        ),
        (Code::SecurityGroupBlocksInbound, Some(rule)) => say!(
            lang,
            "The security group of {first} stops inbound traffic from its own vSwitch {blocks}: rule “{rule}”.",
            "{first} 的安全组拒绝来自所绑交换机 {blocks} 的入方向流量：规则“{rule}”。"
        ),
        (Code::SecurityGroupBlocksInbound, None) => say!(
            lang,
            "The advanced security group of {first} lacks the inbound rule from the bound vSwitch {blocks} that the documentation asks for.",
            "{first} 的企业级安全组缺少文档要求的、来自所绑交换机 {blocks} 的入方向规则。"
        ),
        (_, Some(rule)) => say!(
            lang,
            "The security group of {first} stops {blocks}{port}: rule “{rule}”.",
            "{first} 的安全组拒绝来自 {blocks}{visited} 的流量：规则“{rule}”。"
        ),
        (_, None) => say!(
            lang,
            "The security group of {first} has no inbound rule for {blocks}{port}, and denies by default.",
            "{first} 的安全组没有放行 {blocks}{port} 的入方向规则，默认拒绝。"
        ),
    }
}

pub(super) fn contradiction(names: &Names<'_>, finding: &Finding, list: &[crate::base::Block]) -> String {
    let lang = names.language;
    let Parts { first, second, blocks, .. } = Parts::of(names, finding);
    let block = |position: usize| list.get(position).map(|block| block_text(*block)).unwrap_or_default();
    let (one, two) = (block(0), block(1));
    let rest = names.blocks(list.get(1..).unwrap_or_default());
    let all = names.blocks(list);
    match finding.code {
        Code::VswitchOutsideVpc if list.len() < 2 => say!(
            lang,
            "{first} has the block {one}, but its VPC has none.",
            "{first} 的网段是 {one}，而其专有网络没有网段。"
        ),
        Code::VswitchOutsideVpc => say!(
            lang,
            "{first} has the block {one}, which does not lie inside its VPC ({rest}).",
            "{first} 的网段 {one} 不在其专有网络（{rest}）之内。"
        ),
        Code::OverlappingVswitches => say!(
            lang,
            "{first} ({one}) and {second} ({two}) belong to one VPC and overlap.",
            "{first}（{one}）与 {second}（{two}）属于同一专有网络，网段重叠。"
        ),
        Code::AddressOutsideNetwork => say!(
            lang,
            "{first} has the address {blocks}, which does not lie in {all}.",
            "{first} 的地址 {blocks} 不在 {all} 之内。"
        ),
        Code::ReservedRange => say!(
            lang,
            "{first} uses {one}, which overlaps the reserved range {two}.",
            "{first} 使用的 {one} 与保留网段 {two} 重叠。"
        ),
        _ => say!(
            lang,
            "{first} has the block {one}; a vSwitch mask is /16 to /29.",
            "{first} 的网段为 {one}；交换机的掩码应在 /16 到 /29 之间。"
        ),
    }
}
