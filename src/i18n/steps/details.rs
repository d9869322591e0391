//! What a step is made of where one console form is not enough: a tunnel is several things on either side.

use crate::base::{Block, Id, block_text};
use crate::i18n::Names;
use crate::i18n::names::say;
use crate::plan::{Step, Tunnel};

/// The parts of a step in order, with their values; none where its sentence says it all.
pub fn details(names: &Names<'_>, step: &Step) -> Vec<String> {
    let tunnels = Tunnel::sides(names.topology, step);
    tunnels.iter().flat_map(|tunnel| side(names, tunnel)).collect()
}

/// One side: a gateway of the cloud, or the device of a network outside of it.
fn side(names: &Names<'_>, tunnel: &Tunnel) -> Vec<String> {
    let lang = names.language;
    let (here, there) = (names.of(&tunnel.network), names.of(&tunnel.peer));
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
    if !tunnel.is_vpc {
        return vec![
            say!(
                lang,
                "Configure the VPN device of {here}: the peer is the public IP address of the VPN gateway of {there}; local network {local}, remote network {remote}; pre-shared key, IKE and IPsec settings as in the IPsec connection.",
                "配置 {here} 侧的 VPN 设备：对端为 {there} 的 VPN 网关公网 IP；本端网段 {local}，对端网段 {remote}；预共享密钥、IKE 与 IPsec 参数与 IPsec 连接保持一致。"
            ),
            say!(
                lang,
                "In {here}, route {remote} into the tunnel, and let firewalls pass it and UDP ports 500 and 4500.",
                "在 {here} 中将去往 {remote} 的路由指向隧道，并在防火墙放行该网段及 UDP 500、4500 端口。"
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
            "Create a customer gateway with the public IP address of the VPN gateway of {there}.",
            "创建用户网关，填写 {there} 的 VPN 网关公网 IP。"
        )
    } else {
        say!(
            lang,
            "Create a customer gateway with the public IP address of the VPN device of {there}; its network team knows it.",
            "创建用户网关，填写 {there} 侧 VPN 设备的公网 IP（请向其网络团队确认）。"
        )
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
            "On the VPN gateway add a route to {remote} through the IPsec connection and publish it to the route table of {here}; phase 2 of the connection must show success.",
            "在 VPN 网关上添加经该 IPsec 连接到 {remote} 的路由，并发布到 {here} 的路由表；确认第二阶段协商成功。"
        ),
    ]
}
