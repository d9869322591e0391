//! Names of everything that the format and the report enumerate.

use crate::base::REGIONS;
use crate::i18n::Language;
use crate::plan::StepState;
use crate::rules::Severity;
use crate::session::{Shares, Whereabouts};
use crate::topology::{
    Action, ConnectionKind, Direction, Edition, Endpoint, Family, GroupKind, KindName, Mode, Product,
    Protocol, RouteMode, SecurityGroupType, Site, State,
};

/// How bad a finding is.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Info => language.pick("Note", "提示"),
        Severity::Warning => language.pick("Warning", "警告"),
        Severity::Error => language.pick("Error", "错误"),
    }
}

/// Whether a step is still to be done.
pub fn step_state(state: StepState, language: Language) -> &'static str {
    match state {
        StepState::ToDo => language.pick("to do", "待办"),
        StepState::Verify => language.pick("verify", "待确认"),
        StepState::Done => language.pick("done", "已完成"),
    }
}

/// A kind of node.
pub fn kind_name(kind: KindName, language: Language) -> &'static str {
    match kind {
        KindName::Account => language.pick("Account", "账号"),
        KindName::Region => language.pick("Region", "地域"),
        KindName::Vpc => language.pick("VPC", "专有网络 VPC"),
        KindName::VSwitch => language.pick("vSwitch", "交换机"),
        KindName::ClassicNetwork => language.pick("Classic network", "经典网络"),
        KindName::DataCenter => language.pick("Data center", "本地 IDC"),
        KindName::OtherCloud => language.pick("Other cloud", "其他云"),
        KindName::Internet => language.pick("Internet", "公网"),
        KindName::NatGateway => language.pick("NAT gateway", "公网 NAT 网关"),
        KindName::ResourceGroup => language.pick("Resource group", "资源组"),
        KindName::DataSource => language.pick("Data source", "数据源"),
    }
}

/// A kind of resource group.
pub fn group_kind(kind: GroupKind, language: Language) -> &'static str {
    match kind {
        GroupKind::ExclusiveDataIntegration => {
            language.pick("Exclusive, Data Integration", "独享数据集成资源组")
        }
        GroupKind::ExclusiveScheduling => language.pick("Exclusive, scheduling", "独享调度资源组"),
        GroupKind::ExclusiveDataService => language.pick("Exclusive, DataService", "独享数据服务资源组"),
        GroupKind::Serverless => language.pick("Serverless", "Serverless 资源组"),
        GroupKind::Shared => language.pick("Shared", "公共资源组"),
    }
}

/// A kind of connection.
pub fn connection_kind(kind: ConnectionKind, language: Language) -> &'static str {
    match kind {
        ConnectionKind::Cen => language.pick("Cloud Enterprise Network (CEN)", "云企业网 CEN"),
        ConnectionKind::VpcPeering => language.pick("VPC peering connection", "VPC 对等连接"),
        ConnectionKind::VpnGateway => language.pick("VPN gateway", "VPN 网关"),
        ConnectionKind::ExpressConnect => language.pick("Express Connect", "高速通道"),
        ConnectionKind::PrivateLink => language.pick("PrivateLink", "私网连接 PrivateLink"),
        ConnectionKind::SmartAccessGateway => language.pick("Smart Access Gateway", "智能接入网关"),
    }
}

/// A kind of connection, as short as it is spoken.
pub fn connection_kind_short(kind: ConnectionKind, language: Language) -> &'static str {
    match kind {
        ConnectionKind::Cen => language.pick("CEN", "云企业网 CEN"),
        ConnectionKind::VpcPeering => language.pick("VPC peering", "VPC 对等连接"),
        _ => connection_kind(kind, language),
    }
}

/// The state of an attachment.
pub fn state(state: State, language: Language) -> &'static str {
    match state {
        State::InService => language.pick("In service", "运行中"),
        State::Pending => language.pick("Waits for the other account", "等待对方账号授权"),
        State::Planned => language.pick("Planned", "规划中"),
    }
}

/// How attached networks learn routes.
pub fn route_mode(mode: RouteMode, language: Language) -> &'static str {
    match mode {
        RouteMode::Automatic => language.pick("Learned automatically", "自动学习"),
        RouteMode::Manual => language.pick("By hand only", "仅手动配置"),
    }
}

/// The edition of a transit router.
pub fn edition(edition: Edition, language: Language) -> &'static str {
    match edition {
        Edition::Enterprise => language.pick("Enterprise Edition", "企业版"),
        Edition::Basic => language.pick("Basic Edition", "基础版"),
    }
}

/// How a task runs.
pub fn mode(mode: Mode, language: Language) -> &'static str {
    match mode {
        Mode::Batch => language.pick("Batch synchronization", "离线同步"),
        Mode::RealTime => language.pick("Real-time synchronization", "实时同步"),
        Mode::Scheduling => language.pick("Scheduled node", "调度任务"),
    }
}

/// The site of an account.
pub fn site(site: Site, language: Language) -> &'static str {
    match site {
        Site::China => language.pick("China site (aliyun.com)", "中国站（aliyun.com）"),
        Site::International => {
            language.pick("International site (alibabacloud.com)", "国际站（alibabacloud.com）")
        }
    }
}

/// An endpoint of a data source.
pub fn endpoint(endpoint: Endpoint, language: Language) -> &'static str {
    match endpoint {
        Endpoint::Private => language.pick("Private", "内网地址"),
        Endpoint::Public => language.pick("Public", "公网地址"),
    }
}

/// The type of a security group.
pub fn security_group_type(kind: SecurityGroupType, language: Language) -> &'static str {
    match kind {
        SecurityGroupType::Basic => language.pick("Basic", "普通安全组"),
        SecurityGroupType::Advanced => language.pick("Advanced", "企业级安全组"),
    }
}

/// The direction of a rule.
pub fn direction(direction: Direction, language: Language) -> &'static str {
    match direction {
        Direction::Inbound => language.pick("Inbound", "入方向"),
        Direction::Outbound => language.pick("Outbound", "出方向"),
    }
}

/// What a rule does.
pub fn action_name(action: Action, language: Language) -> &'static str {
    match action {
        Action::Allow => language.pick("Allow", "允许"),
        Action::Deny => language.pick("Deny", "拒绝"),
    }
}

/// The protocol of a rule.
pub fn protocol(protocol: Protocol, language: Language) -> &'static str {
    match protocol {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::All => language.pick("All", "全部"),
    }
}

/// Where a data source is, as an answer.
pub fn whereabouts(place: Whereabouts, language: Language) -> &'static str {
    match place {
        Whereabouts::AlibabaCloud => language.pick("On Alibaba Cloud", "阿里云上"),
        Whereabouts::ClassicNetwork => {
            language.pick("In the classic network of Alibaba Cloud", "阿里云经典网络中")
        }
        Whereabouts::DataCenter => language.pick("In our own data center", "自有机房（本地 IDC）"),
        Whereabouts::OtherCloud => language.pick("With another cloud vendor", "其他云厂商"),
        Whereabouts::Internet => {
            language.pick("On the Internet, by its public address", "公网（通过公网地址访问）")
        }
    }
}

/// Whose a data source is, as an answer.
pub fn shares_account(shares: Shares, language: Language) -> &'static str {
    match shares {
        Shares::Same => language.pick("The account of the resource group", "与资源组同一账号"),
        Shares::Other => language.pick("Another account", "其他账号"),
    }
}

/// In which region a data source is, as an answer.
pub fn shares_region(shares: Shares, language: Language) -> &'static str {
    match shares {
        Shares::Same => language.pick("The region of the resource group", "与资源组同一地域"),
        Shares::Other => language.pick("Another region", "其他地域"),
    }
}

/// The heading of a family of data sources in the palette.
pub fn family(family: &Family, language: Language) -> String {
    let name = family.name.of(language);
    language.pick(format!("Sources · {name}"), format!("数据源 · {name}"))
}

/// The name of a product.
pub fn product(product: Product, language: Language) -> &'static str {
    product.info().name.of(language)
}

/// A region with its id; the id alone where the region is not listed.
pub fn region_label(id: &str, language: Language) -> String {
    match REGIONS.iter().find(|region| region.id == id) {
        Some(region) => format!("{} · {id}", language.pick(region.en, region.zh)),
        None => id.to_owned(),
    }
}

/// The button after the first rows of a long list.
pub fn more(rest: usize, language: Language) -> String {
    match language {
        Language::En => format!("Show more ({rest})"),
        Language::Zh => format!("显示更多（{rest}）"),
    }
}
