//! What deserves a look before an import is applied, in words.

use crate::i18n::importing::Both;
use crate::i18n::{Language, block_problem};
use crate::import::{Fact, Inference, Warning};
use crate::topology::Product;

/// What deserves a look.
pub fn caution(language: Language, warning: &Warning) -> String {
    let (en, zh): Both = match warning {
        Warning::Incomplete { call, about, items, total } => {
            let about = if about.is_empty() { String::new() } else { format!(" ({about})") };
            match total {
                Some(total) => (
                    format!("{call}{about}: {items} of {total}; a page is missing"),
                    format!("{call}{about}：共 {total} 项，只有 {items} 项，缺少分页"),
                ),
                None => (
                    format!("{call}{about}: {items}, and more follow; a page is missing"),
                    format!("{call}{about}：已有 {items} 项，后面还有，缺少分页"),
                ),
            }
        }
        Warning::Secrets { file, kind, count } => (
            format!("{file}: secrets left out: {kind} × {count}"),
            format!("{file}：已丢弃敏感信息：{kind} × {count}"),
        ),
        Warning::Inferred(inference) => {
            let (en, zh) = concluded(inference);
            (format!("concluded, to be checked: {en}"), format!("推断，请核实：{zh}"))
        }
        Warning::SeveralTables { vpc, tables } => {
            let tables = tables.join(", ");
            (
                format!(
                    "{vpc} uses several route tables ({tables}); only routes that all of them have are drawn"
                ),
                format!("{vpc} 使用多张路由表（{tables}）；只绘制各表共有的路由"),
            )
        }
        Warning::NotInService { id, state } => (
            format!("{id} carries no traffic now (state {state}); it is drawn so"),
            format!("{id} 当前不转发流量（状态 {state}），按此绘制"),
        ),
        Warning::UserCidrs { vpc, ranges } => {
            let ranges = ranges.join(", ");
            (
                format!("{vpc} treats {ranges} as private (UserCidrs); the plan keeps this as a note only"),
                format!("{vpc} 将 {ranges} 视为私网（UserCidrs）；方案中仅记为备注"),
            )
        }
        Warning::Differs { id, fact } => {
            let (en, zh) = said(*fact);
            (
                format!("{id}: parts of the input tell different {en}; both are taken"),
                format!("{id}：输入中的{zh}互相矛盾，均已采用"),
            )
        }
        Warning::Disputed { id, fact, taken } => {
            let (en, zh) = said(*fact);
            (
                format!("{id}: parts of the input tell different {en}; {taken} is taken"),
                format!("{id}：输入中的{zh}互相矛盾，已采用 {taken}"),
            )
        }
        Warning::NotABlock { id, typed, problem } => {
            let why = block_problem(language, typed, &problem.0);
            (format!("{id}: {why}"), format!("{id}：{why}"))
        }
        Warning::PartOfVSwitch { gateway, block } => (
            format!("{gateway}: an SNAT entry covers only {block} of a vSwitch; it is left out"),
            format!("{gateway}：SNAT 条目只覆盖交换机中的 {block}，已略去"),
        ),
        Warning::NoTransit { cen, from, to } => (
            format!("{cen}: transit router {from} has no route to {to}; what is sent there is lost"),
            format!("{cen}：转发路由器 {from} 没有去往 {to} 的路由，发往该处的流量会丢失"),
        ),
        Warning::PartlyJoined(cen) => (
            format!(
                "{cen}: not all of its regions are joined by inter-region connections; the plan cannot show which"
            ),
            format!("{cen}：并非所有地域之间都有跨地域连接，方案无法逐一表示"),
        ),
        Warning::DenyLeftOut(id) => (
            format!("{id}: a deny rule cannot be drawn; the security group may be stricter than the plan"),
            format!("{id}：有一条拒绝规则无法绘制，实际安全组可能比方案更严格"),
        ),
    };
    language.pick(en, zh)
}

/// What is told differently.
fn said(fact: Fact) -> (&'static str, &'static str) {
    match fact {
        Fact::Cidrs => ("blocks", "网段"),
        Fact::Whitelist => ("whitelist groups", "白名单分组"),
        Fact::Place => ("places", "位置"),
        Fact::Block => ("blocks", "网段"),
        Fact::Address => ("addresses", "地址"),
        Fact::Type => ("types", "类型"),
        Fact::Ends => ("ends", "所连对象"),
        Fact::State => ("states", "状态"),
    }
}

fn concluded(inference: &Inference) -> Both {
    match inference {
        Inference::SoleAccount(uid) => (
            format!("what names no account lies in {uid}, the only one of the input"),
            format!("未注明账号的对象属于输入中唯一的账号 {uid}"),
        ),
        Inference::SoleRegion(id) => {
            (format!("{id} lies in the only region of the input"), format!("{id} 位于输入中唯一的地域"))
        }
        Inference::DefaultBinding(id) => (
            format!("{id} is bound to its default vSwitch and to nothing else"),
            format!("{id} 只绑定了默认交换机"),
        ),
        Inference::LearnsRoutes(id) => (
            format!("networks attached to {id} learn each other's routes"),
            format!("加入 {id} 的网络自动学习彼此的路由"),
        ),
        Inference::TunnelRoutes(id) => (
            format!("routes through {id} follow the subnets on both ends"),
            format!("经 {id} 的路由与两端网段一致"),
        ),
        Inference::ProductByPort { id, product, port } => {
            let product = Product::from_key(product).unwrap_or(Product::OTHER);
            let name = product.info().name;
            (
                format!("{id} runs {}, because its security group opens port {port}", name.en),
                format!("{id} 运行{}，因为其安全组开放了端口 {port}", name.zh),
            )
        }
        Inference::SoleInstance { id, call } => (
            format!("an answer of {call} without an id is about {id}, the only instance of its kind"),
            format!("未注明实例的 {call} 返回属于唯一的同类实例 {id}"),
        ),
        Inference::ByAddress { id, network } => {
            (format!("{id} lies in {network}, by its address"), format!("按地址判断，{id} 位于 {network}"))
        }
        Inference::DataCenter(name) => (format!("{name} is a data center"), format!("{name} 是 IDC")),
        Inference::BasicGroup(id) => {
            (format!("security group {id} is a basic one"), format!("安全组 {id} 为普通安全组"))
        }
        Inference::Specification(id) => (format!("the specification of {id}"), format!("{id} 的规格")),
    }
}
