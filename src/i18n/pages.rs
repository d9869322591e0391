//! Official pages and console paths of the steps, with the dates the pages carry. Paths are quoted as each console
//! shows them; a page without a date says so.

mod joining;

use crate::base::Id;
use crate::i18n::Language;
use crate::i18n::names::say;
use crate::i18n::products::gate_console;
use crate::i18n::steps::parts::has_route;
use crate::plan::{Act, NewSwitch, PrepareReason, ReaddressReason};
use crate::topology::{ConnectionKind, GroupKind, KindName, Product, Topology};

/// The root of the official help site.
const SITE: &str = "https://www.alibabacloud.com/help/en/";

/// Where a step is done and which page documents it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Console path in English.
    en: &'static str,
    /// Console path in Chinese.
    zh: &'static str,
    /// The page below the site's root.
    path: &'static str,
    /// The date the page carries; empty where it carries none.
    date: &'static str,
    /// The product whose gate it documents.
    product: Option<Product>,
    /// Where something is created before.
    before: Option<(&'static str, &'static str)>,
}

const fn page(en: &'static str, zh: &'static str, path: &'static str, date: &'static str) -> Page {
    Page { en, zh, path, date, product: None, before: None }
}

const BASE: &str =
    "dataworks/user-guide/establish-a-network-connection-between-a-resource-group-and-a-data-source";
const WHITELIST: &str = "dataworks/user-guide/configure-an-ip-address-whitelist-1";

impl Page {
    /// The console path in a language.
    pub fn console(&self, language: Language) -> String {
        match self.product {
            Some(product) => gate_console(product, language),
            None => {
                let (en, zh) = self.before.unwrap_or_default();
                let blank =
                    if !zh.is_empty() && self.zh.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
                language.pick(format!("{en}{}", self.en), format!("{zh}{blank}{}", self.zh))
            }
        }
    }

    /// The page, and before it the place where a VPC is created that is not there yet.
    fn after_vpc(self, switch: Option<&NewSwitch>) -> Self {
        let before =
            ("VPC console › VPCs › Create VPC; then ", "专有网络控制台 › 专有网络 › 创建专有网络；然后进入");
        Self { before: switch.and_then(|switch| switch.new_vpc.as_ref()).map(|_| before), ..self }
    }

    /// The page, and before it the place where a vSwitch is created that is not there yet.
    fn after_vswitch(self, switch: &NewSwitch) -> Self {
        let before = match (&switch.new_vpc, switch.is_new) {
            (Some(_), _) => Some((
                "VPC console › vSwitches › Create vSwitch, and the VPC before if nobody has; then ",
                "专有网络控制台 › 交换机 › 创建交换机（专有网络如未创建，需先创建）；然后进入",
            )),
            (None, true) => Some((
                "VPC console › vSwitches › Create vSwitch; then ",
                "专有网络控制台 › 交换机 › 创建交换机；然后进入",
            )),
            (None, false) => None,
        };
        Self { before, ..self }
    }

    /// The date that the page carries or, where it carries none, the day on which it was read; empty where neither is
    /// known.
    pub fn dated(&self, language: Language) -> String {
        match self.product.map(|product| product.gate().read) {
            Some(read) if self.date.is_empty() => say!(language, "read on {read}", "查阅于 {read}"),
            _ => self.date.to_owned(),
        }
    }

    /// The address of the official page, the same in every language.
    pub fn url(&self) -> String {
        format!("{SITE}{}", self.path)
    }
}

/// The date of a page in words, also where it carries none.
pub fn page_date(language: Language, date: &str) -> &str {
    if date.is_empty() { language.pick("no date given", "未注明日期") } else { date }
}

/// The page of an act.
#[expect(clippy::too_many_lines, reason = "one arm for each act, so that the compiler asks for every one")]
pub fn of(topology: &Topology, act: &Act) -> Page {
    match act {
        Act::PrepareGroup { group, .. }
            if topology.resource_group(group).is_some_and(|drawn| drawn.kind.is_exclusive()) =>
        {
            page(
                "DataWorks console › Resource Groups › group; then Associate Workspace",
                "DataWorks 控制台 › 资源组列表 › 资源组；然后绑定工作空间",
                BASE,
                "2023-11-02",
            )
        }
        Act::PrepareGroup { group, reason: PrepareReason::Suitable }
            if topology.resource_group(group).is_some_and(|drawn| drawn.kind == GroupKind::Shared) =>
        {
            page(
                "DataWorks console › Resource Groups › region › Shared Resource Groups (verify)",
                "DataWorks 控制台 › 资源组列表 › 地域 › 公共资源组（请核实）",
                "dataworks/user-guide/use-a-shared-resource-group",
                "",
            )
        }
        Act::PrepareGroup { .. } => page(
            "DataWorks console › Resource Groups › Create Resource Group; then Associate Workspace",
            "DataWorks 控制台 › 资源组列表 › 新建资源组；然后绑定工作空间",
            "dataworks/user-guide/adding-and-using-serverless-resource-groups",
            "",
        ),
        Act::MigrateToVpc { source }
            if topology.data_source(source).is_some_and(|source| source.product.has_own_security_group()) =>
        {
            page(
                "ECS console › Instances › instance that runs the data source › migrate to a VPC (verify)",
                "ECS 控制台 › 实例 › 数据源所在实例 › 迁移至专有网络（请核实）",
                BASE,
                "2023-11-02",
            )
        }
        Act::MigrateToVpc { source } if !is_rds(topology, source) => page(
            "console of the data source › instance › switch to a VPC (verify)",
            "数据源所在控制台 › 实例 › 切换为专有网络（请核实）",
            BASE,
            "2023-11-02",
        ),
        Act::MigrateToVpc { .. } => page(
            "RDS console › instance › Database Connection › Switch to VPC",
            "RDS 控制台 › 实例 › 数据库连接 › 切换为专有网络",
            BASE,
            "2023-11-02",
        ),
        Act::Readdress { reason: ReaddressReason::PublicEndpoint, .. } => page(
            "DataWorks console › Data Sources › data source › endpoint",
            "DataWorks 控制台 › 数据源管理 › 数据源 › Endpoint",
            BASE,
            "2023-11-02",
        ),
        Act::Readdress { at, .. } if lies_outside(topology, at) => {
            page("address plan of that network", "该网络的地址规划", BASE, "2023-11-02")
        }
        Act::Readdress { at, .. }
            if topology.data_source(at).is_some_and(|source| source.product.has_own_security_group()) =>
        {
            page(
                "ECS console › Instances › instance that runs the data source › private IP address (verify)",
                "ECS 控制台 › 实例 › 数据源所在实例 › 私网 IP（请核实）",
                BASE,
                "2023-11-02",
            )
        }
        Act::Readdress { at, .. } if topology.data_source(at).is_some() => page(
            "console of the data source › instance › connection (verify)",
            "数据源所在控制台 › 实例 › 连接信息（请核实）",
            BASE,
            "2023-11-02",
        ),
        // The block of a vSwitch is given when it is created.
        Act::Readdress { at, .. }
            if topology.node(at).is_some_and(|node| node.kind.name() == KindName::VSwitch) =>
        {
            page(
                "VPC console › vSwitches › Create vSwitch; then move what lies in the old one",
                "专有网络控制台 › 交换机 › 创建交换机；然后迁移原交换机中的实例",
                "vpc/vpc-and-vswitch",
                "2025-11-04",
            )
        }
        Act::Readdress { .. } => page(
            "VPC console › VPCs › VPC › CIDR Block Management",
            "专有网络控制台 › 专有网络 › 网段管理",
            "vpc/vpc-and-vswitch",
            "2025-11-04",
        ),
        Act::AuthorizeAccount { kind, .. } => joining::authorized(*kind),
        Act::JoinNetworks { kind, creates, .. } => joining::created(*kind).after_vpc(creates.as_ref()),
        Act::AttachNetwork { connection, network, creates } => {
            joining::attached(topology, connection, network).after_vpc(creates.as_ref())
        }
        Act::CompleteAttachment { connection, network } => joining::attached(topology, connection, network),
        Act::BuyBandwidth { .. } => page(
            "CEN console › instance › transit router › Inter-region Connections › Create",
            "云企业网控制台 › 实例 › 转发路由器 › 跨地域连接 › 创建",
            "cen/user-guide/manage-inter-region-connections",
            "2023-08-29",
        ),
        Act::Bind { switch, .. } | Act::Rebind { switch, .. } => page(
            "DataWorks console › Resource Groups › group › Network Settings › VPC Binding › Add Binding",
            "DataWorks 控制台 › 资源组列表 › 资源组 › 网络设置 › 专有网络绑定 › 新增绑定",
            BASE,
            "2023-11-02",
        )
        .after_vswitch(switch),
        Act::CreateInternetExit { vswitch: Some(_), exists: true, .. } => page(
            "NAT Gateway console › Internet NAT Gateways › gateway › Manage › Configure SNAT › Create SNAT Entry",
            "NAT 网关控制台 › 公网 NAT 网关 › 网关 › 管理 › SNAT 管理 › 创建 SNAT 条目",
            "nat-gateway/getting-started/use-the-snat-feature-of-an-internet-nat-gateway-to-access-the-internet",
            "2025-07-07",
        ),
        Act::CreateInternetExit { vswitch: Some(_), .. } => page(
            "NAT Gateway console › Internet NAT Gateways › Create; then Manage › Configure SNAT › Create SNAT Entry",
            "NAT 网关控制台 › 公网 NAT 网关 › 创建；然后进入管理 › SNAT 管理 › 创建 SNAT 条目",
            "nat-gateway/getting-started/use-the-snat-feature-of-an-internet-nat-gateway-to-access-the-internet",
            "2025-07-07",
        ),
        Act::CreateInternetExit { .. } | Act::CheckEip { .. } => page(
            "DataWorks console › Resource Groups › group › Details (older consoles: View Information) › EIP",
            "DataWorks 控制台 › 资源组列表 › 资源组 › 详情（旧版：查看信息）› EIP",
            WHITELIST,
            "2025-09-16",
        ),
        Act::ChangeSecurityGroupRule { .. } => page(
            "ECS console › Network & Security › Security Groups › security group › rule › Modify",
            "ECS 控制台 › 网络与安全 › 安全组 › 安全组 ID › 访问规则 › 规则 › 修改",
            "ecs/user-guide/security-group-rules",
            "",
        ),
        Act::ChangeDataworksRoute { group, vswitch, to, .. } if has_route(topology, group, vswitch, *to) => {
            page(
                "DataWorks console › Resource Groups › group › Network Settings › VPC Binding › binding › delete the route",
                "DataWorks 控制台 › 资源组列表 › 资源组 › 网络设置 › 专有网络绑定 › 绑定 › 删除路由",
                BASE,
                "2023-11-02",
            )
        }
        Act::ChangeDataworksRoute { .. } => page(
            "DataWorks console › Resource Groups › group › Network Settings › VPC Binding › delete the route of the one binding, then Add Route at the other",
            "DataWorks 控制台 › 资源组列表 › 资源组 › 网络设置 › 专有网络绑定 › 先删除原绑定的路由，再在另一绑定添加路由",
            BASE,
            "2023-11-02",
        ),
        Act::AddSecurityGroupRule { .. } | Act::AdmitUnnamed { .. } => page(
            "ECS console › Network & Security › Security Groups › security group › Add Rule",
            "ECS 控制台 › 网络与安全 › 安全组 › 安全组 ID › 访问规则 › 增加规则",
            "ecs/user-guide/security-group-rules",
            "",
        ),
        Act::AddDataworksRoute { .. } | Act::AddUnnamedRoute { .. } => page(
            "DataWorks console › Resource Groups › group › Network Settings › VPC Binding › Add Route",
            "DataWorks 控制台 › 资源组列表 › 资源组 › 网络设置 › 专有网络绑定 › 添加路由",
            BASE,
            "2023-11-02",
        ),
        Act::AddVpcRoute { replaces, .. } => route_page(replaces.is_some()),
        Act::AddReturnRoute { network, via, .. } if lies_outside(topology, network) => Page {
            en: "router or gateway of that network",
            zh: "该网络的路由器或网关",
            ..joining::far_end(kind_of(topology, via).unwrap_or(ConnectionKind::ExpressConnect))
        },
        Act::AddReturnRoute { replaces, .. } => route_page(replaces.is_some()),
        Act::ResolveHostName { serverless: true, .. } => page(
            "Private DNS (PrivateZone) console › Add Zone › record › effective scope: the bound VPC",
            "内网 DNS 解析（PrivateZone）控制台 › 添加域名 › 解析记录 › 生效范围：所绑专有网络",
            "dataworks/user-guide/adding-and-using-serverless-resource-groups",
            "",
        ),
        Act::ResolveHostName { .. } => page(
            "DataWorks console › Resource Groups › group › Network Settings › Host Configuration",
            "DataWorks 控制台 › 资源组列表 › 资源组 › 网络设置 › Host 配置",
            "dataworks/user-guide/add-and-manage-data-sources/",
            "",
        ),
        Act::AddWhitelistEntry { source, .. } | Act::ReplaceWhitelistEntry { source, .. } => {
            let product = topology.gate_product(source);
            // The page of what the user runs is about security groups, and this about a list of its own.
            let runs_itself = product == Product::OTHER || product.has_own_security_group();
            let (path, date) =
                if runs_itself { (WHITELIST, "2025-09-16") } else { (product.info().page, "") };
            Page { product: Some(product), ..page("", "", path, date) }
        }
        Act::TestConnectivity { .. } => page(
            "DataWorks console › Data Sources › data source › Network Connectivity › test with the group",
            "DataWorks 控制台 › 数据源管理 › 数据源 › 连通性测试 › 选择资源组测试",
            BASE,
            "2023-11-02",
        ),
    }
}

fn kind_of(topology: &Topology, connection: &Id) -> Option<ConnectionKind> {
    topology.connections.get(connection).map(|connection| connection.kind)
}

fn is_rds(topology: &Topology, source: &Id) -> bool {
    topology.data_source(source).is_some_and(|source| source.product.key().starts_with("rds_"))
}

/// Whether something lies where no console of Alibaba Cloud reaches.
fn lies_outside(topology: &Topology, id: &Id) -> bool {
    let kinds = [KindName::DataCenter, KindName::OtherCloud, KindName::Internet];
    topology.ancestors(id).any(|(_, node)| kinds.contains(&node.kind.name()))
}

fn route_page(replaces: bool) -> Page {
    let add = page(
        "VPC console › Route Tables › table of the vSwitch › Custom Route › Add Route Entry",
        "专有网络控制台 › 路由表 › 交换机所用路由表 › 自定义路由条目 › 添加路由条目",
        "vpc/vpc-route-table",
        "2026-03-10",
    );
    if !replaces {
        return add;
    }
    Page {
        en: "VPC console › Route Tables › table of the vSwitch › Custom Route › delete the entry, then Add Route Entry",
        zh: "专有网络控制台 › 路由表 › 交换机所用路由表 › 自定义路由条目 › 删除原条目，再添加路由条目",
        ..add
    }
}
