//! Pages of what joins networks: a connection, its ends on either side, and the consent of the other account.

use crate::base::Id;
use crate::i18n::pages::{Page, kind_of, lies_outside, page};
use crate::topology::{ConnectionKind, State, Topology};

/// Where the owner of a network lets another account join it.
pub(super) fn authorized(kind: ConnectionKind) -> Page {
    match kind {
        ConnectionKind::PrivateLink => page(
            "VPC console › Endpoint Services › service › Service Whitelist",
            "专有网络控制台 › 终端节点服务 › 服务 › 服务白名单",
            "privatelink/cross-vpc-private-network-access-through-privatelink",
            "",
        ),
        ConnectionKind::ExpressConnect => page(
            "Express Connect console › Virtual Border Routers › router › authorization of the other account; apply to the account manager first (verify)",
            "高速通道控制台 › 边界路由器 › 边界路由器实例 › 跨账号授权；需先向客户经理申请（请核实）",
            "express-connect/user-guide/attach-a-vbr-to-a-cen-instance-that-belongs-to-a-different-account",
            "2024-02-18",
        ),
        ConnectionKind::VpnGateway => created(kind),
        // Nobody is let into a peering before it is accepted.
        ConnectionKind::Cen | ConnectionKind::VpcPeering | ConnectionKind::SmartAccessGateway => page(
            "VPC console › VPCs › VPC › CEN cross-account authorization › UID and CEN ID",
            "专有网络控制台 › 专有网络 › 云企业网跨账号授权 › 账号 UID 与云企业网实例 ID",
            "cen/user-guide/grant-permissions-on-a-network-instance-that-belongs-to-another-account",
            "2026-05-09",
        ),
    }
}

/// Where a network is attached to a connection.
pub(super) fn attached(topology: &Topology, connection: &Id, network: &Id) -> Page {
    let kind = kind_of(topology, connection).unwrap_or(ConnectionKind::Cen);
    let page = created(kind);
    match kind {
        ConnectionKind::PrivateLink if provides(topology, connection, network) => Page {
            en: "VPC console › Endpoint Services › Create Endpoint Service, or service › Endpoint Connections › Allow",
            zh: "专有网络控制台 › 终端节点服务 › 创建终端节点服务，或服务 › 终端节点连接 › 允许",
            ..page
        },
        ConnectionKind::VpcPeering if is_asked_for(topology, connection, network) => Page {
            en: "VPC console › VPC Peering Connection › connection › Allow, within 7 days",
            zh: "专有网络控制台 › VPC 对等连接 › 连接 › 同意（7 天内）",
            ..page
        },
        ConnectionKind::SmartAccessGateway if !lies_outside(topology, network) => Page {
            en: "Smart Access Gateway console › CCN › bind to the CEN instance; then CEN console › instance › attach the VPC (verify)",
            zh: "智能接入网关控制台 › 云连接网 › 绑定云企业网实例；然后进入云企业网控制台 › 实例 › 接入专有网络（请核实）",
            ..page
        },
        _ if !lies_outside(topology, network) => page,
        // Nobody configures a device of another network in a console of Alibaba Cloud.
        ConnectionKind::VpnGateway => Page {
            en: "VPN device, router or gateway of that network",
            zh: "该网络的 VPN 设备、路由器或网关",
            ..page
        },
        ConnectionKind::ExpressConnect => Page {
            en: "router of that network, with the carrier of the line",
            zh: "该网络的路由器，并与专线运营商配合",
            ..page
        },
        ConnectionKind::SmartAccessGateway => {
            Page {
                en: "Smart Access Gateway device of that network", zh: "该网络的智能接入网关设备", ..page
            }
        }
        ConnectionKind::Cen => Page {
            en: "CEN console › instance › transit router › Create Connection › VBR or VPN",
            zh: "云企业网控制台 › 实例 › 转发路由器 › 创建网络实例连接 › 边界路由器 VBR 或 VPN",
            ..page
        },
        ConnectionKind::VpcPeering | ConnectionKind::PrivateLink => page,
    }
}

/// Whether an attachment waits to be accepted.
fn is_asked_for(topology: &Topology, connection: &Id, network: &Id) -> bool {
    let held = topology.connections.get(connection).and_then(|drawn| drawn.attachment(network));
    held.is_some_and(|held| held.state == State::Pending)
}

/// Whether a network is the provider's of a PrivateLink, which the drawing names second.
fn provides(topology: &Topology, connection: &Id, network: &Id) -> bool {
    let first = topology.connections.get(connection).and_then(|drawn| drawn.attachments.first());
    first.is_some_and(|consumer| consumer.network != *network)
}

/// The page about what the far end of a connection has to know, which no console configures.
pub(super) fn far_end(kind: ConnectionKind) -> Page {
    match kind {
        ConnectionKind::Cen => created(ConnectionKind::SmartAccessGateway),
        kind => created(kind),
    }
}

/// Where a connection is created.
pub(super) fn created(kind: ConnectionKind) -> Page {
    match kind {
        ConnectionKind::Cen => page(
            "CEN console › instance › transit router › Create Connection › VPC",
            "云企业网控制台 › 实例 › 转发路由器 › 创建网络实例连接 › 专有网络",
            "cen/getting-started/use-enterprise-edition-transit-routers-to-connect-vpcs-across-regions-and-accounts",
            "",
        ),
        ConnectionKind::VpcPeering => page(
            "VPC console › VPC Peering Connection › Create; the other side: Allow, within 7 days",
            "专有网络控制台 › VPC 对等连接 › 创建；对端在 7 天内同意连接",
            "vpc/vpc-peer-to-peer-connection",
            "2026-02-05",
        ),
        ConnectionKind::VpnGateway => page(
            "VPN Gateway console › VPN Gateways, Customer Gateways, IPsec Connections",
            "VPN 网关控制台 › VPN 网关、用户网关、IPsec 连接",
            "vpn-gateway/latest/config-ipsec-route",
            "2026-03-06",
        ),
        ConnectionKind::ExpressConnect => page(
            "Express Connect console › Physical Connections, then Virtual Border Routers",
            "高速通道控制台 › 物理专线接入，然后进入边界路由器",
            "express-connect/user-guide/what-is-a-virtual-border-router",
            "2026-02-25",
        ),
        ConnectionKind::PrivateLink => page(
            "VPC console › Endpoints › Interface Endpoint › Create Endpoint",
            "专有网络控制台 › 终端节点 › 接口终端节点 › 创建终端节点",
            "privatelink/cross-vpc-private-network-access-through-privatelink",
            "",
        ),
        ConnectionKind::SmartAccessGateway => page(
            "Smart Access Gateway console › gateway › attach to CCN",
            "智能接入网关控制台 › 网关 › 绑定云连接网",
            "cen/product-overview/how-transit-routers-work",
            "2025-07-10",
        ),
    }
}
