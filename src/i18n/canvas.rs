//! The words of the drawing: refusals, the names of edits, labels of kinds, buttons.

mod controls;

pub use controls::*;

use crate::i18n::chrome::kind_name;
use crate::i18n::names::{say, tight};
use crate::i18n::{Language, Names};
use crate::session::EditName;
use crate::topology::{EditError, GroupKind, KindName, Topology, may_hold};

/// What an edit is called after "Undo" or "Undone".
pub fn edit_name(name: EditName, language: Language) -> &'static str {
    let (en, zh) = match name {
        EditName::Title => ("rename plan", "重命名方案"),
        EditName::Add => ("add", "添加"),
        EditName::Rename => ("rename", "重命名"),
        EditName::Change => ("change", "修改"),
        EditName::Remove => ("delete", "删除"),
        EditName::Move | EditName::Arrange => ("move", "移动"),
        EditName::Connect => ("connect", "连接"),
        EditName::Detach => ("detach", "断开连接"),
        EditName::Bind => ("associate", "绑定"),
        EditName::Task => ("change task", "修改任务"),
        EditName::Route => ("add route", "添加路由"),
        EditName::SecurityRule => ("change security group", "修改安全组"),
        EditName::Whitelist => ("change whitelist", "修改白名单"),
        EditName::InternetExit => ("change Internet exit", "修改公网出口"),
        EditName::Open => ("open plan", "打开方案"),
    };
    language.pick(en, zh)
}

/// After a part of the drawing was copied.
pub fn copied(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 element copied".to_owned(),
        Language::En => format!("{count} elements copied"),
        Language::Zh => format!("已复制 {count} 个元素"),
    }
}

/// After something was pasted.
pub fn pasted(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 element added".to_owned(),
        Language::En => format!("{count} elements added"),
        Language::Zh => format!("已添加 {count} 个元素"),
    }
}

/// Why nothing was pasted.
pub fn nothing_to_paste(language: Language) -> &'static str {
    language.pick("What was copied is no part of a plan", "剪贴板中的内容不是方案元素")
}

/// Leads back to the drawing when all of it is out of sight.
pub fn back_to_content(language: Language) -> &'static str {
    language.pick("Back to the drawing", "回到内容")
}

/// The menu of what is selected.
pub fn menu(language: Language) -> &'static str {
    language.pick("Commands", "命令")
}

/// After an edit was taken back.
pub fn undone(name: EditName, language: Language) -> String {
    let what = edit_name(name, language);
    match language {
        Language::En => format!("Undone: {what}"),
        Language::Zh => format!("已撤销：{what}"),
    }
}

/// After an edit was made again.
pub fn redone(name: EditName, language: Language) -> String {
    let what = edit_name(name, language);
    match language {
        Language::En => format!("Redone: {what}"),
        Language::Zh => format!("已重做：{what}"),
    }
}

/// After something was deleted. `within` counts what lay in it; `cut` the associations and attachments of what stays that
/// went with it.
pub fn deleted(
    names: &[String],
    within: usize,
    (bindings, attachments): (usize, usize),
    language: Language,
) -> String {
    let plural = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    match language {
        Language::En => {
            let cut = [
                plural(within, "element in it", "elements in it"),
                plural(bindings, "association", "associations"),
                plural(attachments, "attachment", "attachments"),
            ];
            let mut cut: Vec<String> = cut.into_iter().flatten().collect();
            let last = cut.pop();
            let with = match (cut.is_empty(), last) {
                (_, None) => String::new(),
                (true, Some(last)) => format!(", with {last}"),
                (false, Some(last)) => format!(", with {} and {last}", cut.join(", ")),
            };
            match names {
                [name] => format!("{name} deleted{with}"),
                many => format!("{} elements deleted{with}", many.len()),
            }
        }
        Language::Zh => {
            let cut = [(bindings, "个绑定"), (attachments, "个接入")];
            let cut = cut
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"));
            let cut = cut.collect::<Vec<String>>().join("和 ");
            let inside = if within == 0 { String::new() } else { format!(" 及其中 {within} 个元素") };
            let with = if cut.is_empty() { String::new() } else { format!("，同时断开 {cut}") };
            match names {
                [name] => tight(&format!("已删除 {name}{inside}{with}")),
                many => format!("已删除 {} 个元素{inside}{with}", many.len()),
            }
        }
    }
}

/// What is being dragged: its kind, or how many there are.
pub fn carried(kinds: &[KindName], first: KindName, language: Language) -> String {
    match kinds.len() {
        0 | 1 => kind_name(first, language).to_owned(),
        count => say!(language, "{count} elements", "{count} 个元素"),
    }
}

/// What follows from letting go of something here: it lands in this place, or on the drawing itself.
pub fn lands(what: &str, place: Option<&str>, language: Language) -> String {
    match place {
        Some(place) => say!(language, "{what}: lands in {place}", "{what}：放入 {place}"),
        None => say!(language, "{what}: lands on the drawing itself", "{what}：直接放在画布上"),
    }
}

/// Why something cannot be let go of here, and what can.
pub fn lands_not(inner: KindName, place: Option<(&str, KindName)>, language: Language) -> String {
    let why = belongs(inner, language);
    let Some((place, outer)) = place else { return why.to_owned() };
    let taken = KindName::ALL.into_iter().filter(|kind| may_hold(Some(outer), *kind));
    let taken =
        taken.map(|kind| kind_name(kind, language)).collect::<Vec<_>>().join(language.pick(", ", "、"));
    if taken.is_empty() {
        say!(language, "{place} holds nothing else. {why}", "{place} 不能容纳其他元素。{why}")
    } else {
        say!(language, "{place} takes: {taken}. {why}", "{place} 可放入：{taken}。{why}")
    }
}

/// Where a kind of node belongs, as the reason why it cannot lie elsewhere.
pub fn belongs(inner: KindName, language: Language) -> &'static str {
    let (en, zh) = match inner {
        KindName::Account => {
            ("An account stands on its own, outside of other places", "账号是最外层，不能放入其他位置")
        }
        KindName::Region => ("A region belongs to an account", "一个地域必须属于一个账号"),
        KindName::Vpc => {
            ("A VPC belongs to one region of one account", "一个 VPC 只能属于一个账号的一个地域")
        }
        KindName::VSwitch => ("A vSwitch belongs to a VPC", "交换机必须位于 VPC 内"),
        KindName::ClassicNetwork => ("The classic network belongs to a region", "经典网络属于某个地域"),
        KindName::DataCenter => {
            ("A data center stands outside of Alibaba Cloud", "本地数据中心位于阿里云之外")
        }
        KindName::OtherCloud => ("Another cloud stands outside of Alibaba Cloud", "其他云位于阿里云之外"),
        KindName::Internet => ("The Internet stands on its own", "公网是最外层，不能放入其他位置"),
        KindName::NatGateway => ("A NAT gateway belongs to a VPC", "NAT 网关必须位于 VPC 内"),
        KindName::ResourceGroup => (
            "A resource group belongs to a region; bind it to a vSwitch instead",
            "资源组属于地域，请改为绑定交换机",
        ),
        KindName::DataSource => (
            "A data source belongs to a network, or to a region where it is a regional service",
            "数据源必须位于网络中；地域级服务可直接放在地域内",
        ),
    };
    language.pick(en, zh)
}

/// Why an edit was refused.
pub fn refusal(reason: &EditError, topology: &Topology, language: Language) -> String {
    let names = Names { topology, language };
    let name = |id| names.of(id);
    match (reason, language) {
        (EditError::WrongPlace { inner, .. }, _) => belongs(*inner, language).to_owned(),
        (EditError::NotFound(id), Language::En) => format!("There is no {id} in this plan"),
        (EditError::NotFound(id), Language::Zh) => format!("方案中没有 {id}"),
        (EditError::IdTaken(id), Language::En) => format!("The id {id} is already used"),
        (EditError::IdTaken(id), Language::Zh) => format!("ID {id} 已被使用"),
        (EditError::Circle(id), Language::En) => format!("{} cannot lie inside itself", name(id)),
        (EditError::Circle(id), Language::Zh) => format!("{} 不能放入其自身", name(id)),
        (EditError::SecondInternet, Language::En) => "There is only one Internet".to_owned(),
        (EditError::SecondInternet, Language::Zh) => "公网只能有一个".to_owned(),
        (EditError::CannotAttach { connection, network }, Language::En) => {
            format!("{} cannot take {}", name(connection), name(network))
        }
        (EditError::CannotAttach { connection, network }, Language::Zh) => {
            format!("{} 无法接入 {}", name(network), name(connection))
        }
        (EditError::AlreadyBound(vswitch), Language::En) => format!("Already bound to {}", name(vswitch)),
        (EditError::AlreadyBound(vswitch), Language::Zh) => format!("已绑定 {}", name(vswitch)),
        (EditError::WrongKind(id), Language::En) => format!("{} is of another kind", name(id)),
        (EditError::WrongKind(id), Language::Zh) => format!("{} 的类型不符", name(id)),
    }
}

/// A kind of resource group in as few words as a card has room for.
pub fn group_brief(kind: GroupKind, language: Language) -> &'static str {
    match kind {
        GroupKind::ExclusiveDataIntegration => language.pick("Exclusive DI", "独享数据集成"),
        GroupKind::ExclusiveScheduling => language.pick("Exclusive scheduling", "独享调度"),
        GroupKind::ExclusiveDataService => language.pick("Exclusive DataService", "独享数据服务"),
        GroupKind::Serverless => "Serverless",
        GroupKind::Shared => language.pick("Shared", "公共"),
    }
}

/// What a line from a kind of node can lead to.
pub fn joins(from: KindName, language: Language) -> &'static str {
    if from == KindName::ResourceGroup {
        language.pick(
            "From a resource group: to a vSwitch to bind it, or to a data source to plan a task",
            "资源组可连到交换机（绑定）或数据源（规划任务）",
        )
    } else {
        language.pick(
            "From a network: to another network, or to a connection",
            "网络可连到另一个网络，或接入已有的网络连接",
        )
    }
}

/// The heading of the menu that appears after a line was drawn between two networks.
pub fn choose_kind(language: Language) -> &'static str {
    language.pick("Connect by", "选择连接方式")
}

/// Makes something at the open end of a line.
pub fn new_and_linked(what: &str, language: Language) -> String {
    match language {
        Language::En => format!("New here, linked: {what}"),
        Language::Zh => format!("在此新建并连接：{what}"),
    }
}
