//! Findings whose code and elements say it all.

use crate::i18n::Names;
use crate::i18n::findings::parts::Parts;
use crate::i18n::names::say;
use crate::i18n::products::{if_empty, if_none, if_open};
use crate::rules::{Code, Finding};
use crate::topology::GroupKind;

#[expect(clippy::too_many_lines, reason = "one arm for each code, so that the compiler asks for every one")]
pub(super) fn plain(names: &Names<'_>, finding: &Finding) -> String {
    let lang = names.language;
    let Parts { first, second, blocks, entry, .. } = Parts::of(names, finding);
    match finding.code {
        Code::ClassicNetwork => say!(
            lang,
            "{first} lies in the classic network, which no resource group can enter. Migrate it into a VPC, or use a public endpoint.",
            "{first} 位于经典网络，资源组无法访问。请先将其迁移到专有网络，或使用公网地址。"
        ),
        Code::SharedGroupPrivateSource => say!(
            lang,
            "{first} is a shared resource group and cannot enter a VPC, so it does not reach {second}. Use a serverless or an exclusive group.",
            "{first} 是公共资源组，无法进入专有网络，因此访问不了 {second}。请使用 Serverless 资源组或独享资源组。"
        ),
        Code::LegacyGroupInNewPlan => say!(
            lang,
            "{first} is an exclusive group. Accounts that activated DataWorks after 10 June 2024 can buy only serverless groups.",
            "{first} 是独享资源组。2024 年 6 月 10 日之后开通 DataWorks 的账号只能购买 Serverless 资源组。"
        ),
        Code::SiteMismatch => say!(
            lang,
            "{first} and {second} are accounts of different sites (aliyun.com and alibabacloud.com). Their networks cannot be joined.",
            "{first} 与 {second} 分属不同站点（中国站与国际站），两者的网络无法互通。"
        ),
        Code::NoDataworksRoute if blocks.is_empty() => say!(
            lang,
            "{first} has no route beyond its bound VPC. Add one in the DataWorks console.",
            "{first} 没有通往所绑专有网络之外的路由，请在 DataWorks 控制台添加。"
        ),
        Code::NoDataworksRoute => say!(
            lang,
            "{first} has no route to {blocks}. Binding adds the route to the bound VPC only; the rest is added in the DataWorks console.",
            "{first} 没有到 {blocks} 的路由。绑定只会自动添加所绑专有网络的路由，其余需在 DataWorks 控制台添加。"
        ),
        Code::RouteCoversPart => say!(
            lang,
            "The routes of {first} do not cover {blocks} of the data source.",
            "{first} 的路由没有覆盖数据源的 {blocks}。"
        ),
        Code::WhitelistMissingEntry if blocks.is_empty() => say!(
            lang,
            "The whitelist of {first} lets nothing of the group in.",
            "{first} 的白名单没有放行资源组的任何地址。"
        ),
        Code::WhitelistMissingEntry => {
            let empty = if_empty(names, finding);
            say!(
                lang,
                "The whitelist of {first} lacks {blocks}.{empty}",
                "{first} 的白名单缺少 {blocks}。{empty}"
            )
        }
        Code::WhitelistLoopbackOnly => say!(
            lang,
            "The whitelist of {first} holds only 127.0.0.1, its factory state: nobody gets in. Add {blocks}.",
            "{first} 的白名单只有 127.0.0.1，即出厂状态，任何人都无法访问。请添加 {blocks}。"
        ),
        Code::WhitelistIpv6Only => say!(
            lang,
            "The whitelist of {first} holds only IPv6 entries; the group comes from IPv4 addresses. Add {blocks}.",
            "{first} 的白名单只有 IPv6 条目，而资源组使用 IPv4 地址。请添加 {blocks}。"
        ),
        Code::WhitelistOpenToAll => {
            let refused = if_open(names, finding);
            say!(
                lang,
                "The whitelist of {first} is open to every address on the Internet.{refused}",
                "{first} 的白名单对所有地址开放。{refused}"
            )
        }
        Code::WhitelistStaleEntry => say!(
            lang,
            "The entry {entry} serves no connection of this plan.",
            "条目 {entry} 与本方案中的任何连接都无关。"
        ),
        Code::NoWhitelist => {
            let rule = if_none(names, finding);
            say!(
                lang,
                "{first} has no whitelist: nothing to add.{rule}",
                "{first} 未设白名单，无需添加。{rule}"
            )
        }
        Code::NoInternetExit if is_serverless(names, finding) => say!(
            lang,
            "{first} has no way to the Internet. A serverless group needs a NAT gateway with an EIP and an SNAT entry for its vSwitch.",
            "{first} 没有公网出口。Serverless 资源组需要带 EIP 的公网 NAT 网关，并为其交换机配置 SNAT 条目。"
        ),
        Code::NoInternetExit => say!(
            lang,
            "{first} has no way to the Internet: it needs an EIP.",
            "{first} 没有公网出口，需要 EIP。"
        ),
        Code::SharedEip => say!(
            lang,
            "By default all exclusive groups of a region share one EIP (page of November 2023): blocking it anywhere cuts all of them off.",
            "默认情况下，同一地域的独享资源组共用一个 EIP（据 2023 年 11 月的文档）：一旦封禁，所有独享资源组都无法访问。"
        ),
        Code::EipMayChange => say!(
            lang,
            "After a change of specification of {first} check its EIP again: if it changed, the whitelist must follow.",
            "{first} 变更规格后请重新确认 EIP：如有变化，需同步更新白名单。"
        ),
        Code::MustNotReachViolated => say!(
            lang,
            "{first} reaches {second}, which this plan forbids.",
            "{first} 能够访问 {second}，而本方案禁止这样做。"
        ),
        Code::ConnectivityIsNotSuccess => say!(
            lang,
            "Connectivity does not promise that a task succeeds: accounts, permissions and data decide as well. Run the task once before it goes into production.",
            "网络连通不代表任务一定成功，还取决于账号、权限和数据。上线前请试跑一次任务。"
        ),
        other => other.key().to_owned(),
    }
}

fn is_serverless(names: &Names<'_>, finding: &Finding) -> bool {
    let group = finding.at.iter().find_map(|id| names.topology.resource_group(id));
    group.is_some_and(|group| group.kind == GroupKind::Serverless)
}
