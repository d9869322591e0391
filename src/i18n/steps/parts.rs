//! Parts of the sentences of steps: places, networks, security groups and what a group can run.

use crate::base::{Block, Id};
use crate::i18n::Names;
use crate::i18n::names::say;
use crate::plan::{NewSwitch, PrepareReason, Side};
use crate::rules::Code;
use crate::topology::{Account, ConnectionKind, GroupKind, Kind, KindName, State, Topology};

pub(super) fn prepare(names: &Names<'_>, group: &str, id: &Id, reason: PrepareReason) -> String {
    let lang = names.language;
    match reason {
        PrepareReason::OtherKind => say!(
            lang,
            "Use a serverless or exclusive group instead of {group}",
            "改用 Serverless 资源组或独享资源组代替 {group}"
        ),
        PrepareReason::OtherSite => say!(
            lang,
            "Use a group in an account of the data source's site instead of {group}",
            "改用与数据源同站点账号下的资源组代替 {group}"
        ),
        PrepareReason::Suitable
            if names.topology.resource_group(id).is_some_and(|drawn| drawn.kind == GroupKind::Shared) =>
        {
            say!(
                lang,
                "Check that the workspace may use the shared group {group} of its region; nobody buys it",
                "确认工作空间可以使用所在地域的公共资源组 {group}（无需购买）"
            )
        }
        PrepareReason::Suitable => {
            let limit = limits(names, id);
            say!(
                lang,
                "Check that {group} is bought in its region with a suitable specification and associated with the workspace{limit}",
                "确认 {group} 已在所在地域购买、规格合适，并已绑定工作空间{limit}"
            )
        }
    }
}

/// What the group's specification runs at once, where that is known.
fn limits(names: &Names<'_>, group: &Id) -> String {
    let lang = names.language;
    let Some(drawn) = names.topology.resource_group(group) else {
        return String::new();
    };
    let row = drawn.spec.and_then(|spec| crate::topology::EXCLUSIVE_SPECS.iter().find(|row| row.0 == spec));
    match (drawn.kind, row) {
        (GroupKind::ExclusiveDataIntegration, Some((spec, Some(threads), _))) => {
            let spec = spec.key();
            say!(
                lang,
                " ({spec}: at most {threads} parallel threads)",
                "（{spec}：最多 {threads} 个并发线程）"
            )
        }
        (GroupKind::ExclusiveScheduling, Some((spec, _, Some(instances)))) => {
            let spec = spec.key();
            say!(
                lang,
                " ({spec}: at most {instances} instances at once)",
                "（{spec}：最多同时运行 {instances} 个实例）"
            )
        }
        _ => String::new(),
    }
}

/// A network by its name, or by what has to be created.
pub(super) fn new_or_named(names: &Names<'_>, network: &Id, creates: Option<&NewSwitch>) -> String {
    let lang = names.language;
    match creates.and_then(|switch| switch.new_vpc.as_ref()) {
        Some(new) => {
            let (network, block) = (names.of(network), new.cidr);
            say!(lang, "a new VPC {network} ({block})", "新建的专有网络 {network}（{block}）")
        }
        None => names.of(network),
    }
}

/// An account with the number that its owner is asked for.
pub(super) fn account(names: &Names<'_>, id: &Id) -> String {
    let name = names.of(id);
    match names.topology.node(id).map(|node| &node.kind) {
        Some(Kind::Account(Account { uid: Some(uid), .. })) => {
            say!(names.language, "{name} (UID {uid})", "{name}（UID {uid}）")
        }
        _ => name,
    }
}

/// The account whose owner completes an attachment, where the connection joins several accounts.
pub(super) fn waits_for(names: &Names<'_>, connection: &Id, network: &Id) -> Option<String> {
    let of = |network: &Id| names.topology.enclosing(network, KindName::Account);
    let owner = of(network)?;
    let mut ends = names.topology.connections.get(connection)?.attachments.iter();
    ends.any(|end| of(&end.network).is_some_and(|other| other != owner)).then(|| account(names, owner))
}

/// The state of the attachment of a network as drawn.
pub(super) fn attachment_state(names: &Names<'_>, connection: &Id, network: &Id) -> State {
    let attachments = names.topology.connections.get(connection).map(|hub| hub.attachments.as_slice());
    let held = attachments.unwrap_or_default().iter().find(|held| held.network == *network);
    held.map(|held| held.state).unwrap_or_default()
}

/// The vSwitch or network that a data source or vSwitch lies in.
pub(super) fn network_around(names: &Names<'_>, at: &Id) -> Option<String> {
    let (place, node) = names.topology.ancestors(at).nth(1)?;
    let kinds = [KindName::VSwitch, KindName::Vpc, KindName::DataCenter, KindName::OtherCloud];
    kinds.contains(&node.kind.name()).then(|| names.of(place))
}

/// How a contradiction of the address plan ends.
pub(super) fn correction(names: &Names<'_>, code: Code, at: &str, around: Option<String>) -> String {
    let lang = names.language;
    match (code, around) {
        (Code::VswitchOutsideVpc | Code::AddressOutsideNetwork, Some(around)) => {
            say!(
                lang,
                "Correct the addresses of {at} or the CIDR blocks of {around}, so that these hold them (in the drawing or in the network)",
                "更正 {at} 的地址或 {around} 的网段，使后者包含前者（图中或实际网络中）"
            )
        }
        (Code::OverlappingVswitches, Some(around)) => say!(
            lang,
            "Give {at} a block that overlaps no other vSwitch of {around} (in the drawing or in the network)",
            "为 {at} 更换网段，使其不与 {around} 中的其他交换机重叠（图中或实际网络中）"
        ),
        (Code::MaskOutOfRange, _) => say!(
            lang,
            "Give {at} a block with a mask of /16 to /29 (in the drawing or in the network)",
            "为 {at} 更换掩码在 /16 到 /29 之间的网段（图中或实际网络中）"
        ),
        (Code::ReservedRange, _) => say!(
            lang,
            "Give {at} a block outside the reserved ranges (in the drawing or in the network)",
            "为 {at} 更换不与系统保留网段重叠的网段（图中或实际网络中）"
        ),
        _ => say!(
            lang,
            "Correct the addresses of {at} in the drawing or in the network",
            "更正 {at} 的地址（图中或实际网络中）"
        ),
    }
}

/// Whether a binding of a group has a route to a block already.
pub(in crate::i18n) fn has_route(topology: &Topology, group: &Id, vswitch: &Id, to: Block) -> bool {
    let mut bindings = topology.resource_group(group).into_iter().flat_map(|group| &group.bindings);
    bindings.any(|binding| binding.vswitch == *vswitch && binding.routes.contains(&to))
}

pub(super) fn place(names: &Names<'_>, switch: &NewSwitch) -> String {
    let lang = names.language;
    let (vswitch, vpc) = (names.of(&switch.vswitch), names.of(&switch.vpc));
    let cidr =
        switch.cidr.map(|cidr| lang.pick(format!(" ({cidr})"), format!("（{cidr}）"))).unwrap_or_default();
    match (&switch.new_vpc, switch.is_new) {
        (Some(new), _) => {
            let block = new.cidr;
            say!(
                lang,
                "a new vSwitch {vswitch}{cidr} in a new VPC {vpc} ({block})",
                "新建专有网络 {vpc}（{block}）中新建的交换机 {vswitch}{cidr}"
            )
        }
        (None, true) => {
            say!(lang, "a new vSwitch {vswitch}{cidr} in {vpc}", "{vpc} 中新建的交换机 {vswitch}{cidr}")
        }
        (None, false) => say!(lang, "vSwitch {vswitch}{cidr} of {vpc}", "{vpc} 的交换机 {vswitch}{cidr}"),
    }
}

pub(super) fn whose(names: &Names<'_>, side: Side, at: &Id, vswitch: Option<&Id>) -> String {
    let lang = names.language;
    let at = names.of(at);
    match (side, vswitch) {
        (Side::ResourceGroup, Some(vswitch)) => {
            let vswitch = names.of(vswitch);
            say!(
                lang,
                "the security group of {at} (binding to {vswitch})",
                " {at} 的安全组（绑定：{vswitch}）"
            )
        }
        _ => say!(lang, "the security group of {at}", " {at} 的安全组"),
    }
}

/// How the owner of a network lets another account join it.
pub(super) fn consent(names: &Names<'_>, network: &Id, account: &Id, kind: ConnectionKind) -> String {
    let lang = names.language;
    let (network, account) = (names.of(network), self::account(names, account));
    match kind {
        ConnectionKind::PrivateLink => say!(
            lang,
            "Add account {account} to the whitelist of the endpoint service in {network}",
            "将账号 {account} 加入 {network} 中终端节点服务的白名单"
        ),
        ConnectionKind::VpnGateway => say!(
            lang,
            "Agree with account {account} on a tunnel to {network}: public addresses of both gateways, pre-shared key, IKE and IPsec settings",
            "与账号 {account} 约定到 {network} 的隧道：双方网关的公网 IP、预共享密钥、IKE 与 IPsec 参数"
        ),
        _ => {
            say!(lang, "Authorize account {account} to attach {network}", "授权 {account} 接入 {network}")
        }
    }
}
