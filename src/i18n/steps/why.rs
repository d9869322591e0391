//! Why each step is needed.

use crate::i18n::Names;
use crate::i18n::products::gate_rule;
use crate::plan::{Act, PrepareReason, ReaddressReason, Side};

/// Why a step is needed.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each act, so that the compiler asks for every sentence"
)]
pub fn why(names: &Names<'_>, act: &Act) -> String {
    let lang = names.language;
    // What is special about the product belongs to the reason why an entry is not enough, or more than it seems.
    let special = match act {
        Act::AddWhitelistEntry { source, .. } | Act::ReplaceWhitelistEntry { source, .. } => {
            gate_rule(names.topology.gate_product(source), lang)
        }
        _ => "",
    };
    let (en, zh) = match act {
        Act::PrepareGroup { reason: PrepareReason::OtherKind, .. } => {
            ("A shared group cannot enter a VPC.", "公共资源组无法进入专有网络。")
        }
        Act::PrepareGroup { reason: PrepareReason::OtherSite, .. } => {
            ("Networks of accounts of different sites cannot be joined.", "不同站点的账号之间网络无法互通。")
        }
        Act::PrepareGroup { .. } => (
            "A group works in the region it was bought in and only for workspaces it is associated with; how much runs at once depends on its specification. Use different groups for batch and real-time tasks: they compete for resources.",
            "资源组只能在购买时的地域使用，且需要绑定到工作空间；能同时运行多少任务取决于规格。离线任务与实时任务会争抢资源，建议使用不同的资源组。",
        ),
        Act::MigrateToVpc { .. } => {
            ("No resource group can enter the classic network.", "资源组无法访问经典网络。")
        }
        Act::Readdress { reason: ReaddressReason::PublicEndpoint, .. } => (
            "Services of a region are reached privately only from that region. By its public endpoint the data source sees the EIP of the group, no vSwitch.",
            "地域级服务只能在本地域通过内网访问。使用公网地址时，数据源看到的是资源组的 EIP，而不是交换机网段。",
        ),
        Act::Readdress { reason: ReaddressReason::Overlap { .. }, .. } => (
            "Where blocks overlap, packets stay on the wrong side. Other addresses on one side are enough; PrivateLink works without.",
            "网段重叠时，报文会留在错误的一侧。只需更换其中一侧的网段；也可改用私网连接 PrivateLink，无需更换。",
        ),
        Act::Readdress { reason: ReaddressReason::NoRoom, .. } => (
            "The group needs a vSwitch in a VPC, and its block must not overlap the network that it is to reach.",
            "资源组需要绑定专有网络中的交换机，其网段不能与要访问的网络重叠。",
        ),
        Act::Readdress { .. } => (
            "Impossible addresses cannot be routed. The other steps take them as drawn: look at the plan again after the correction.",
            "地址不合法时无法路由。其余步骤按图中地址给出，更正后请重新查看。",
        ),
        Act::AuthorizeAccount { .. } => (
            "The owner of the network has to let the other account join it; whether that was done no drawing shows.",
            "需要网络所有者授权对方账号；图中无法看出是否已授权。",
        ),
        Act::JoinNetworks { .. } | Act::AttachNetwork { .. } | Act::CompleteAttachment { .. } => (
            "Packets need a way between the bound VPC and the data source's network.",
            "所绑专有网络与数据源所在网络之间需要打通。",
        ),
        Act::BuyBandwidth { .. } => (
            "Without bandwidth only 1 kbit/s passes between regions.",
            "没有带宽时，跨地域只有 1 Kbit/s 的测试带宽。",
        ),
        Act::Bind { .. } | Act::Rebind { .. } => (
            "The binding gives the group an address in the VPC; it is the address that the data source sees.",
            "绑定后资源组才有专有网络内的地址，也就是数据源看到的来源地址。",
        ),
        Act::CreateInternetExit { .. } => {
            ("Without an exit the group does not reach the Internet.", "没有公网出口，资源组无法访问公网。")
        }
        Act::AddSecurityGroupRule { side: Side::ResourceGroup, .. }
        | Act::AdmitUnnamed { side: Side::ResourceGroup, .. } => (
            "The documentation asks for both rules wherever an advanced security group is used: outbound to the data source and inbound from the bound vSwitch.",
            "使用企业级安全组时，文档要求两条规则：到数据源的出方向规则，以及来自所绑交换机网段的入方向规则。",
        ),
        Act::AddSecurityGroupRule { .. } | Act::AdmitUnnamed { side: Side::DataSource, .. } => (
            "The security group of the instance denies inbound traffic by default.",
            "实例的安全组默认拒绝入方向流量。",
        ),
        Act::ChangeSecurityGroupRule { .. } => (
            "At equal priority a deny rule wins over an allow rule.",
            "优先级相同时，拒绝规则优先于允许规则。",
        ),
        Act::AddDataworksRoute { .. } | Act::AddUnnamedRoute { .. } => (
            "Binding adds the route to the bound VPC only. It is forgotten often, because the VPC route table is right already.",
            "绑定只会自动添加到所绑专有网络的路由。由于专有网络的路由表已经正确，这一步常被遗漏。",
        ),
        Act::ChangeDataworksRoute { .. } => (
            "The longest prefix decides through which binding a packet leaves; of equal ones nobody can say. The route belongs on the binding over which least is missing.",
            "报文从哪条绑定出去，由最长前缀决定；前缀相同时无法确定。路由应保留在缺少步骤最少的绑定上。",
        ),
        Act::AddVpcRoute { .. } => (
            "The bound VPC must send packets for the data source into the connection.",
            "所绑专有网络需要把去往数据源的报文送入该连接。",
        ),
        Act::AddReturnRoute { .. } => {
            ("Without the route back answers get lost.", "没有回程路由，响应会丢失。")
        }
        Act::ResolveHostName { .. } => (
            "A name that does not resolve is not reached, however open the path.",
            "域名无法解析时，链路再通也访问不了。",
        ),
        Act::AddWhitelistEntry { .. } | Act::ReplaceWhitelistEntry { .. } => (
            "The data source sees every address of the bound vSwitch on a private path, and the EIP over the Internet. The whole block counts.",
            "走内网时，数据源看到的是所绑交换机网段内的任意地址；走公网时看到的是 EIP。需要放行整个网段。",
        ),
        Act::CheckEip { .. } => (
            "A change of specification can bring a new EIP; the whitelist must follow.",
            "变更规格可能更换 EIP，白名单需要同步更新。",
        ),
        Act::TestConnectivity { .. } => (
            "Only the test sees the real network. Data sources of the development and the production environment are tested each by itself.",
            "只有实际测试才能验证真实网络。开发环境与生产环境的数据源需分别测试。",
        ),
    };
    let general = lang.pick(en, zh);
    if special.is_empty() { general.to_owned() } else { format!("{general}{}{special}", lang.pick(" ", "")) }
}
