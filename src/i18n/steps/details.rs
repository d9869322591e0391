//! What a step is made of where one console form is not enough: a tunnel or a circuit is several things on either side.

use crate::base::{Block, Id, block_text};
use crate::i18n::Names;
use crate::i18n::names::say;
use crate::plan::{Act, Line, Step, Tunnel};
use crate::topology::{Connection, DataSource, Kind, KindName};

/// The parts of a step in order, with their values; none where its sentence says it all.
pub fn details(names: &Names<'_>, step: &Step) -> Vec<String> {
    if let Act::ChangeDataworksRoute { from, vswitch, to, .. } = &step.act {
        return cut_off(names, from, vswitch, *to).into_iter().collect();
    }
    let tunnels = Tunnel::sides(names.topology, step);
    tunnels.iter().flat_map(|tunnel| side(names, tunnel)).collect()
}

/// The data sources that a route leads to where it is taken away, and not where it goes.
fn cut_off(names: &Names<'_>, from: &Id, vswitch: &Id, to: Block) -> Option<String> {
    let (lang, topology) = (names.language, names.topology);
    let vpc = |vswitch: &Id| topology.enclosing(vswitch, KindName::Vpc);
    let (old, new) = (vpc(from)?, vpc(vswitch)?);
    let network =
        |id: &Id| topology.ancestors(id).find(|(_, node)| node.kind.name().is_network()).map(|(id, _)| id);
    let joined = |a: &Id, b: &Id| {
        let holds = |held: &Connection| held.attachment(a).is_some() && held.attachment(b).is_some();
        a == b || topology.connections.values().any(|held| holds(held))
    };
    let depends = |id: &Id, source: &DataSource| {
        let inside = source.addresses.iter().flatten().any(|address| to.contains(address));
        inside && network(id).is_some_and(|far| joined(old, far) && !joined(new, far))
    };
    let all = topology.nodes.iter().filter_map(|(id, node)| match &node.kind {
        Kind::DataSource(source) if depends(id, source) => Some(id),
        _ => None,
    });
    let left: Vec<&Id> = all.collect();
    let (all, from) = (names.list(left.iter().copied()), names.of(from));
    (!left.is_empty()).then(|| {
        say!(
            lang,
            "This route leads to {all} today: add a route of its own there, on the binding to {from}, before this one goes",
            "{all} 目前也走这条路由：删除前，请先在绑定 {from} 上为其单独添加路由"
        )
    })
}

/// One side: what is done there, with the blocks of both.
fn side(names: &Names<'_>, tunnel: &Tunnel) -> Vec<String> {
    let lang = names.language;
    // Into a form goes every block, however many there are.
    let blocks = |blocks: &Option<Vec<Block>>, of: &Id| match blocks {
        Some(blocks) => {
            let texts: Vec<String> = blocks.iter().map(|block| block_text(*block)).collect();
            texts.join(lang.pick(", ", "、"))
        }
        None => {
            let of = names.of(of);
            say!(lang, "the CIDR blocks of {of}", "{of} 的网段")
        }
    };
    let (local, remote) = (blocks(&tunnel.local, &tunnel.network), blocks(&tunnel.remote, &tunnel.peer));
    match tunnel.line {
        Line::Tunnel => gateway(names, tunnel, &local, &remote),
        Line::Circuit => circuit(names, tunnel, &local, &remote),
    }
}

/// One side of a circuit: a virtual border router of the cloud, or the router of a network outside of it; the routes last.
fn circuit(names: &Names<'_>, tunnel: &Tunnel, local: &str, remote: &str) -> Vec<String> {
    let lang = names.language;
    let (here, there) = (names.of(&tunnel.network), names.of(&tunnel.peer));
    // Routes of the networks that are steps of their own are not told twice.
    let routed = !tunnel.is_manual;
    if !tunnel.is_vpc {
        let mut parts = vec![say!(
            lang,
            "Configure the router of {here} at the end of the circuit: VLAN ID and interconnect addresses as on the virtual border router; let firewalls pass {remote}.",
            "配置 {here} 侧专线接入的路由器：VLAN ID 与互联地址与边界路由器保持一致，并在防火墙放行 {remote}。"
        )];
        if routed {
            parts.push(say!(
                lang,
                "In {here}, route {remote} to the virtual border router, or announce {local} and learn {remote} by BGP.",
                "在 {here} 中将去往 {remote} 的路由指向边界路由器，或通过 BGP 宣告 {local} 并学习 {remote}。"
            ));
        }
        return parts;
    }
    let (en, zh) = if routed {
        (
            format!("; in {here} route {remote} to the VBR"),
            format!("；在 {here} 中将去往 {remote} 的路由指向 VBR"),
        )
    } else {
        Default::default()
    };
    vec![
        say!(
            lang,
            "Order the circuit or accept the one of a partner, and create a virtual border router (VBR) on it: VLAN ID and interconnect addresses as agreed with {there}.",
            "申请物理专线或接受合作伙伴的专线，并在其上创建边界路由器（VBR）：VLAN ID 与互联地址须与 {there} 约定一致。"
        ),
        say!(
            lang,
            "Connect the VBR to {here} through a transit router, an Express Connect Router or a router interface.",
            "通过转发路由器、专线网关（ECR）或路由器接口将 VBR 连接到 {here}。"
        ),
        say!(
            lang,
            "On the VBR route {remote} to the circuit and {local} to {here}{en}.",
            "在 VBR 上将去往 {remote} 的路由指向专线、去往 {local} 的路由指向 {here}{zh}。"
        ),
    ]
}

/// One side of a tunnel: a gateway of the cloud, or the device of a network outside of it.
fn gateway(names: &Names<'_>, tunnel: &Tunnel, local: &str, remote: &str) -> Vec<String> {
    let lang = names.language;
    let (here, there) = (names.of(&tunnel.network), names.of(&tunnel.peer));
    if !tunnel.is_vpc {
        let (en, zh) = if tunnel.is_manual {
            (format!("In {here}, let"), format!("在 {here} 的"))
        } else {
            (
                format!("In {here}, route {remote} into the tunnel, and let"),
                format!("在 {here} 中将去往 {remote} 的路由指向隧道，并在"),
            )
        };
        return vec![
            say!(
                lang,
                "Configure the VPN device of {here}: the peer is the public IP address of the VPN gateway of {there}; local network {local}, remote network {remote}; pre-shared key, IKE and IPsec settings as in the IPsec connection.",
                "配置 {here} 侧的 VPN 设备：对端为 {there} 的 VPN 网关公网 IP；本端网段 {local}，对端网段 {remote}；预共享密钥、IKE 与 IPsec 参数与 IPsec 连接保持一致。"
            ),
            say!(
                lang,
                "{en} firewalls pass {remote} and UDP ports 500 and 4500.",
                "{zh}防火墙放行 {remote} 及 UDP 500、4500 端口。"
            ),
        ];
    }
    let (en, zh) = match &tunnel.region {
        Some(region) => (format!(", region {region}"), format!("在地域 {region} ")),
        None => Default::default(),
    };
    let customer = if tunnel.peer_is_vpc {
        say!(
            lang,
            "Create a customer gateway with the public IP address of the VPN gateway of {there}, known once that one is created.",
            "创建用户网关，填写 {there} 的 VPN 网关公网 IP（对端创建网关后可知）。"
        )
    } else {
        say!(
            lang,
            "Create a customer gateway with the public IP address of the VPN device of {there}; its network team knows it.",
            "创建用户网关，填写 {there} 侧 VPN 设备的公网 IP（请向其网络团队确认）。"
        )
    };
    let (publish, publish_zh) = if tunnel.is_manual {
        Default::default()
    } else {
        (format!(" and publish it to the route table of {here}"), format!("，并发布到 {here} 的路由表"))
    };
    vec![
        say!(
            lang,
            "Create a VPN gateway with IPsec-VPN in {here}{en}.",
            "{zh}为 {here} 创建 VPN 网关，并开启 IPsec-VPN。"
        ),
        customer,
        say!(
            lang,
            "Create an IPsec connection between the two: local network {local}, remote network {remote}; agree on the pre-shared key, IKE and IPsec settings with the other side.",
            "在两者之间创建 IPsec 连接：本端网段 {local}，对端网段 {remote}；预共享密钥、IKE 与 IPsec 参数须与对端约定一致。"
        ),
        say!(
            lang,
            "On the VPN gateway add a route to {remote} through the IPsec connection{publish}; phase 2 of the connection must show success.",
            "在 VPN 网关上添加经该 IPsec 连接到 {remote} 的路由{publish_zh}；确认第二阶段协商成功。"
        ),
    ]
}
