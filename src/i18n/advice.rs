//! Advice in words: ways and why they are impossible, what is opened, what goes, and who has which part.

use crate::advice::{Cost, Lead, Overlap, Remark, Removal, Role, Subject, WayKind, Why};
use crate::base::block_text;
use crate::i18n::chrome::connection_kind_short;
use crate::i18n::names::say;
use crate::i18n::{Language, Names, finding, security_group_rule, who};
use crate::plan::Who;

/// A way, as short as it is spoken.
pub fn way(kind: WayKind, language: Language) -> &'static str {
    match kind {
        WayKind::Bind => language.pick("Bind directly", "直接绑定"),
        WayKind::Join(kind) => connection_kind_short(kind, language),
        WayKind::Public => language.pick("Public endpoint", "公网地址"),
    }
}

/// The typical lead time.
pub fn lead(lead: Lead, language: Language) -> &'static str {
    match lead {
        Lead::Console => language.pick("console settings only", "仅需控制台配置"),
        Lead::OtherSide => language.pick("waits for the other side", "需等待对方操作"),
        Lead::Physical => language.pick("a circuit has to be laid", "需施工开通物理专线"),
        Lead::Verify => language.pick("verify", "请核实"),
    }
}

/// The running cost.
pub fn cost(cost: Cost, language: Language) -> &'static str {
    match cost {
        Cost::NothingNew => language.pick("nothing new to buy", "无需新购"),
        Cost::Free => language.pick("free within the region", "同地域免费"),
        Cost::Traffic => language.pick("outbound traffic between regions", "按跨地域出方向流量计费"),
        Cost::Bandwidth => language.pick("bandwidth or traffic between regions", "按跨地域带宽或流量计费"),
        Cost::Verify => language.pick("verify", "请核实"),
    }
}

/// Whether networks may overlap.
pub fn overlap(overlap: Overlap, language: Language) -> &'static str {
    match overlap {
        Overlap::Tolerated => language.pick("tolerated", "允许重叠"),
        Overlap::Forbidden => language.pick("not tolerated", "不允许重叠"),
        Overlap::OneNetwork => language.pick("one network only", "只涉及一个网络"),
    }
}

/// Why a way is impossible.
pub fn why(names: &Names<'_>, why: &Why) -> String {
    let lang = names.language;
    match why {
        Why::Findings(found) => {
            let said: Vec<String> = found.iter().map(|found| finding(names, found)).collect();
            said.join(lang.pick(" ", ""))
        }
        Why::OtherAccount => lang
            .pick(
                "The VPC belongs to another account; a group is bound to VPCs of its own.",
                "该专有网络属于其他账号；资源组只能绑定本账号的专有网络。",
            )
            .to_owned(),
        Why::OtherRegion => lang
            .pick(
                "The VPC lies in another region; a group is bound to VPCs of its own.",
                "该专有网络在其他地域；资源组只能绑定本地域的专有网络。",
            )
            .to_owned(),
        Why::OutsideAlibabaCloud => lang
            .pick(
                "The data source lies outside of Alibaba Cloud; only a VPC can be bound.",
                "数据源不在阿里云内；只能绑定专有网络。",
            )
            .to_owned(),
        Why::NoNetwork => lang
            .pick(
                "The data source lies in no network that could be joined.",
                "数据源不在任何可以连通的网络中。",
            )
            .to_owned(),
        Why::VpcsOnly(kind) => {
            let kind = connection_kind_short(*kind, lang);
            say!(lang, "{kind} joins VPCs only.", "{kind}只能连接专有网络。")
        }
        Why::Needless(vpc) => {
            let vpc = names.of(vpc);
            say!(
                lang,
                "The group can be bound to {vpc} itself: nothing has to be joined.",
                "资源组可直接绑定 {vpc}，无需连接其他网络。"
            )
        }
        Why::NoVpc => lang
            .pick("There is no VPC that the group could be bound to.", "没有可供资源组绑定的专有网络。")
            .to_owned(),
        Why::Elsewhere => lang
            .pick("Another connection would still carry the traffic.", "流量仍会走另一条网络连接。")
            .to_owned(),
    }
}

/// What has to be known beside the steps.
pub fn remark(names: &Names<'_>, remark: &Remark) -> String {
    let lang = names.language;
    match remark {
        Remark::LoadBalancer => lang
            .pick(
                "A load balancer and an endpoint service stand before the data source, which then sees the load balancer's address. Verify that this data source supports it.",
                "数据源前需要负载均衡和终端节点服务，数据源看到的是负载均衡的地址。请核实该数据源是否支持。",
            )
            .to_owned(),
        Remark::EndpointAcrossRegions => lang
            .pick(
                "The provider has to enable the endpoint service for other regions: verify.",
                "服务提供方须为终端节点服务开启跨地域访问，请核实。",
            )
            .to_owned(),
        Remark::PublicEndpoint => lang
            .pick(
                "The data source needs a public endpoint: verify. The Internet promises neither speed nor stability.",
                "数据源须具备公网地址，请核实。公网不保证速度和稳定性。",
            )
            .to_owned(),
        Remark::CircuitOrVpn => lang
            .pick(
                "This network is attached to the CEN through a circuit (VBR) or a VPN, which is needed as well.",
                "该网络须先通过物理专线（VBR）或 VPN 才能接入云企业网。",
            )
            .to_owned(),
        Remark::Replaces(ids) => {
            let ids = names.list(ids);
            say!(lang, "Replaces {ids} between the two networks.", "将取代这两个网络之间的 {ids}。")
        }
        Remark::DropsRoutes(blocks) => {
            let blocks = names.blocks(blocks);
            say!(
                lang,
                "The DataWorks route to {blocks} of another binding goes: it would keep the traffic there.",
                "须删除其他绑定上到 {blocks} 的 DataWorks 路由，否则流量仍走原来的绑定。"
            )
        }
        Remark::Creates(ids) => {
            let ids = names.list(ids);
            say!(lang, "Adopting it draws {ids}, which has to be created first.", "采用后图中会增加 {ids}，须先创建。")
        }
        Remark::DrawsBinding(vswitch) => {
            let vswitch = names.of(vswitch);
            say!(lang, "Adopting it draws the binding to {vswitch} as made.", "采用后，图中会直接画出到 {vswitch} 的绑定。")
        }
    }
}

/// What opens addresses.
pub fn subject(names: &Names<'_>, subject: &Subject) -> String {
    let lang = names.language;
    match subject {
        Subject::Whitelist(source) => {
            let source = names.of(source);
            say!(lang, "Whitelist of {source}", "{source} 的白名单")
        }
        Subject::Rule { at, rule, .. } => {
            let (at, rule) = (names.of(at), security_group_rule(names, rule));
            say!(lang, "Security group of {at}: {rule}", "{at} 的安全组：{rule}")
        }
        Subject::DataworksRoute { group, vswitch, to } => {
            let (group, vswitch, to) = (names.of(group), names.of(vswitch), block_text(*to));
            say!(
                lang,
                "DataWorks route {to} of {group} ({vswitch})",
                "{group} 的 DataWorks 路由 {to}（{vswitch}）"
            )
        }
        Subject::NetworkRoute { network, route } => {
            let (network, to, via) = (names.of(network), block_text(route.to), names.of(&route.via));
            say!(lang, "Route {to} in {network}, through {via}", "{network} 中经 {via} 到 {to} 的路由")
        }
    }
}

/// What could be taken away.
pub fn removal(names: &Names<'_>, removal: &Removal) -> String {
    let lang = names.language;
    match removal {
        Removal::Element(id) => names.of(id),
        Removal::Entry { entry, .. } => {
            let entry = &entry.0;
            say!(lang, "Entry {entry}", "条目 {entry}")
        }
        Removal::Binding { vswitch, .. } => {
            let vswitch = names.of(vswitch);
            say!(lang, "Binding to {vswitch}", "到 {vswitch} 的绑定")
        }
        Removal::DataworksRoute { to, .. } => {
            let to = block_text(*to);
            say!(lang, "DataWorks route {to}", "DataWorks 路由 {to}")
        }
        Removal::NetworkRoute { network, route } => {
            let (network, to) = (names.of(network), block_text(route.to));
            say!(lang, "Route {to} in {network}", "{network} 中到 {to} 的路由")
        }
        Removal::Eip(eip) => say!(lang, "EIP {eip}", "EIP {eip}"),
    }
}

/// What somebody is to the plan.
pub fn role(role: Role, language: Language) -> &'static str {
    match role {
        Role::GroupOwner => {
            language.pick("the owner of the resource group's account", "资源组所在账号的负责人")
        }
        Role::OtherOwner => language.pick("the owner of the other account", "对方账号的负责人"),
        Role::Team => language.pick("the network team of the other side", "对端网络的负责团队"),
        Role::SourceOwner => language.pick("whoever runs the data source", "数据源的管理者"),
    }
}

/// Whose step comes first.
pub fn after(names: &Names<'_>, number: usize, other: &Who) -> String {
    let (lang, other) = (names.language, who(names, other));
    say!(
        lang,
        "Begin after step {number} of the part of “{other}”.",
        "请在“{other}”部分的第 {number} 步完成后开始。"
    )
}

/// How many steps.
pub fn count_of_steps(count: usize, language: Language) -> String {
    let steps = if count == 1 { "step" } else { "steps" };
    say!(language, "{count} {steps}", "{count} 步")
}
