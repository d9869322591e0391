//! What is written beside the calls of the cloud's API: what a value is that has to be asked for, and what no call does.

use crate::base::Id;
use crate::cloud::{Remark, Unknown};
use crate::i18n::names::say;
use crate::i18n::{Language, Names};

/// What a value is.
#[expect(clippy::too_many_lines, reason = "one arm for each value, so that the compiler asks for every one")]
pub fn unknown(names: &Names<'_>, unknown: &Unknown) -> String {
    let lang = names.language;
    let of = |id: &Id| names.of(id);
    match unknown {
        Unknown::Group(group) => {
            let group = of(group);
            say!(lang, "ID of resource group {group} in DataWorks", "资源组 {group} 在 DataWorks 中的 ID")
        }
        Unknown::Workspace(group) => {
            let group = of(group);
            say!(
                lang,
                "ID of the DataWorks workspace that uses {group}",
                "使用 {group} 的 DataWorks 工作空间 ID"
            )
        }
        Unknown::Binding(group, vswitch) => {
            let (group, vswitch) = (of(group), of(vswitch));
            say!(
                lang,
                "ID of the network (binding) of {group} with vSwitch {vswitch}, as ListNetworks returns it",
                "{group} 与交换机 {vswitch} 的绑定（网络资源）ID，可由 ListNetworks 查询"
            )
        }
        Unknown::Vpc(vpc) => {
            let vpc = of(vpc);
            say!(lang, "ID of VPC {vpc} (vpc-…)", "专有网络 {vpc} 的 ID（vpc-…）")
        }
        Unknown::VSwitch(vswitch) => {
            let vswitch = of(vswitch);
            say!(lang, "ID of vSwitch {vswitch} (vsw-…)", "交换机 {vswitch} 的 ID（vsw-…）")
        }
        Unknown::Zone(vswitch) => {
            let vswitch = of(vswitch);
            say!(lang, "Zone of vSwitch {vswitch}", "交换机 {vswitch} 的可用区")
        }
        Unknown::VSwitchBlock(group) => {
            let group = of(group);
            say!(lang, "CIDR block of the vSwitch that {group} is bound to", "{group} 所绑交换机的网段")
        }
        Unknown::RouteTable(network) => {
            let network = of(network);
            say!(
                lang,
                "ID of the route table of VPC {network} (vtb-…)",
                "专有网络 {network} 的路由表 ID（vtb-…）"
            )
        }
        Unknown::Cen(cen) => {
            let cen = connected(names, cen);
            say!(lang, "Instance ID of {cen} (cen-…)", "{cen} 的实例 ID（cen-…）")
        }
        Unknown::TransitRouter(cen, region) => {
            let cen = connected(names, cen);
            say!(
                lang,
                "ID of the transit router of {cen} in {region} (tr-…)",
                "{cen} 在 {region} 的转发路由器 ID（tr-…）"
            )
        }
        Unknown::Attachment(connection, network) => {
            let (connection, network) = (of(connection), of(network));
            say!(
                lang,
                "ID of the attachment of {network} to {connection} (tr-attach-…)",
                "{network} 接入 {connection} 的连接 ID（tr-attach-…）"
            )
        }
        Unknown::Bandwidth(connection) => {
            let connection = of(connection);
            say!(
                lang,
                "Bandwidth between the regions of {connection}, in Mbit/s",
                "{connection} 的跨地域带宽（Mbit/s）"
            )
        }
        Unknown::Peering(connection) => {
            let connection = of(connection);
            say!(
                lang,
                "ID of VPC peering connection {connection} (pcc-…)",
                "VPC 对等连接 {connection} 的实例 ID（pcc-…）"
            )
        }
        Unknown::VpnGateway(connection) => {
            let connection = of(connection);
            say!(lang, "ID of VPN gateway {connection} (vpn-…)", "VPN 网关 {connection} 的实例 ID（vpn-…）")
        }
        Unknown::HopType(connection) => {
            let connection = of(connection);
            say!(
                lang,
                "Type of the next hop into {connection}: RouterInterface, Ecr or Attachment",
                "去往 {connection} 的下一跳类型：RouterInterface、Ecr 或 Attachment"
            )
        }
        Unknown::Hop(connection, network) => {
            let (connection, network) = (of(connection), of(network));
            say!(
                lang,
                "ID of the next hop from {network} into {connection}",
                "{network} 去往 {connection} 的下一跳 ID"
            )
        }
        Unknown::Nat(gateway) => {
            let gateway = of(gateway);
            say!(lang, "ID of NAT gateway {gateway} (ngw-…)", "NAT 网关 {gateway} 的实例 ID（ngw-…）")
        }
        Unknown::SnatTable(gateway) => {
            let gateway = of(gateway);
            say!(
                lang,
                "ID of the SNAT table of NAT gateway {gateway} (stb-…)",
                "NAT 网关 {gateway} 的 SNAT 表 ID（stb-…）"
            )
        }
        Unknown::Eip(group) => {
            let group = of(group);
            say!(lang, "Elastic IP address of {group}", "{group} 的 EIP")
        }
        Unknown::Address(source) => {
            let source = of(source);
            say!(lang, "Address or CIDR block of {source}", "{source} 的 IP 地址或网段")
        }
        Unknown::Region(source) => {
            let source = of(source);
            say!(lang, "Region of {source}, such as cn-hangzhou", "{source} 所在的地域，例如 cn-hangzhou")
        }
        Unknown::LoadBalancer(source) => {
            let source = of(source);
            say!(
                lang,
                "CIDR block of the load balancer in front of {source}, behind PrivateLink",
                "私网连接后 {source} 前端负载均衡的网段"
            )
        }
        Unknown::SecurityGroup(at, None) => {
            let at = of(at);
            say!(lang, "ID of the security group of {at} (sg-…)", "{at} 的安全组 ID（sg-…）")
        }
        Unknown::SecurityGroup(at, Some(vswitch)) => {
            let (at, vswitch) = (of(at), of(vswitch));
            say!(
                lang,
                "ID of the security group of {at} on its binding to {vswitch} (sg-…)",
                "{at} 绑定 {vswitch} 时所用的安全组 ID（sg-…）"
            )
        }
        Unknown::Instance(source) => {
            let source = of(source);
            say!(lang, "ID of the instance or cluster of {source}", "{source} 的实例或集群 ID")
        }
        Unknown::DataSource(source) => {
            let source = of(source);
            say!(lang, "ID of data source {source} in DataWorks", "数据源 {source} 在 DataWorks 中的 ID")
        }
        Unknown::Database(source) => {
            let source = of(source);
            say!(lang, "Name of the database of {source}", "{source} 的数据库名")
        }
        Unknown::Uid(account) => {
            let account = of(account);
            say!(lang, "Number (UID) of account {account}", "账号 {account} 的 UID")
        }
        Unknown::Profile(account) => {
            let account = of(account);
            say!(
                lang,
                "Profile of the client with the credentials of account {account}",
                "保存了账号 {account} 凭证的命令行配置名称"
            )
        }
    }
}

/// What is to be said about a step; `console` is where it is done by hand.
pub fn remark(names: &Names<'_>, remark: &Remark, console: &str) -> String {
    let lang = names.language;
    let of = |id: &Id| names.of(id);
    match remark {
        Remark::Console => say!(lang, "Do this in the console: {console}", "请在控制台操作： {console}"),
        Remark::Serverless => say!(
            lang,
            "The API is documented for serverless groups only; do this in the console: {console}",
            "该接口文档仅适用于 Serverless 资源组，请在控制台操作： {console}"
        ),
        Remark::CreateFirst(id) => {
            let id = of(id);
            say!(
                lang,
                "{id} has to exist first: create it in the console, or with the Terraform export of this plan",
                "需先创建 {id} ：可在控制台创建，或使用本方案导出的 Terraform"
            )
        }
        Remark::ListMustExist => say!(
            lang,
            "If the group dataworks does not exist yet and the call is refused, create it in the console: {console}",
            "若分组 dataworks 尚不存在且调用被拒绝，请先在控制台创建： {console}"
        ),
        Remark::EnhancedMode => say!(
            lang,
            "In enhanced whitelist mode give VPC or Classic instead of MIX",
            "高安全白名单模式下，请将 MIX 改为 VPC 或 Classic"
        ),
        Remark::OtherEdition => say!(
            lang,
            "Another edition of the product has another API version: check which one the instance is",
            "该产品不同版本系列使用不同的 API 版本，请先确认实例所属系列"
        ),
        Remark::TwoZones => say!(
            lang,
            "vSwitches in two zones are advised, where the region has two",
            "所在地域有多个可用区时，建议使用两个可用区的交换机"
        ),
        Remark::RemoveRoute(via) => {
            let via = of(via);
            say!(
                lang,
                "Delete the route to the same block through {via} first",
                "请先删除经 {via} 到同一网段的路由"
            )
        }
        Remark::RemoveDataworksRoute(vswitch) => {
            let vswitch = of(vswitch);
            say!(
                lang,
                "Delete the same route on the binding to {vswitch} first, in the console: {console}",
                "请先在控制台删除绑定 {vswitch} 上的同一路由： {console}"
            )
        }
        Remark::RemoveBinding(vswitch) => {
            let vswitch = of(vswitch);
            say!(
                lang,
                "Afterwards remove the binding to {vswitch} in the console: {console}",
                "完成后在控制台解除与 {vswitch} 的绑定： {console}"
            )
        }
        Remark::RemoveEntry(entry) => say!(
            lang,
            "Afterwards remove {entry} by hand, if nothing else needs it",
            "确认不再需要后，请手动删除 {entry}"
        ),
        Remark::MayExist => say!(
            lang,
            "If the two transit routers are connected already, import that connection instead of creating another",
            "若两个转发路由器之间已有跨地域连接，请导入该连接，不要重复创建"
        ),
    }
}

/// The first lines of a script, to be read before it runs.
pub fn script_head(language: Language) -> &'static [&'static str] {
    language.pick(
        &[
            "Read this before you run it: every command changes your cloud.",
            "Commands add and never overwrite: whitelist entries go into a group named dataworks, where the product has groups.",
            "Each command runs once; where one fails the script stops, and the ones before it stay done.",
            "Lines that start with # are for you: what has to be checked, and what only a console can do.",
        ],
        &[
            "运行前请先通读：每条命令都会更改云上资源。",
            "所有命令只追加、不覆盖：产品支持分组时，白名单条目写入独立分组 dataworks。",
            "每条命令执行一次；某条失败时脚本停止，之前的命令不会回滚。",
            "以 # 开头的行供您阅读：需要核实的事项，以及只能在控制台完成的操作。",
        ],
    )
}

/// The first lines of a Terraform file.
pub fn terraform_head(language: Language) -> &'static [&'static str] {
    language.pick(
        &[
            "What this plan still needs. Read it and run terraform plan before you apply it.",
            "Values that the plan does not know are variables. What Terraform cannot do stands in comments;",
            "terraform_data runs the client aliyun, which has to be installed and configured.",
        ],
        &[
            "本方案尚需的资源。应用前请先通读，并运行 terraform plan。",
            "方案中未知的值以变量表示；Terraform 无法完成的操作写在注释中；",
            "terraform_data 会调用命令行工具 aliyun，请先安装并配置。",
        ],
    )
}

/// The heading of the values to be set.
pub fn values_head(language: Language) -> &'static str {
    language.pick(
        "Values that the plan does not know: set them, then run the script.",
        "方案中未知的值：请先设置，再运行脚本。",
    )
}

/// What the shell says of a value that is not set.
pub fn not_set(language: Language) -> &'static str {
    language
        .pick("is not set; the script says above this line what it is", "未设置；含义见脚本中该行上方的说明")
}

/// Where nothing is to be done.
pub fn nothing(language: Language) -> &'static str {
    language.pick("Nothing to do.", "没有需要做的事。")
}

/// Before a step that only has to be verified.
pub fn verify(language: Language) -> &'static str {
    language.pick("verify", "请核实")
}

/// A CEN instance: its name with what it is, which the ends it is otherwise called by say themselves.
fn connected(names: &Names<'_>, id: &Id) -> String {
    match names.topology.connections.get(id).and_then(|connection| connection.name.as_deref()) {
        Some(name) => say!(names.language, "CEN instance {name}", "云企业网 {name}"),
        None => names.of(id),
    }
}
