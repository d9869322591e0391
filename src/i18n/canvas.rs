//! The words of the drawing: refusals, the names of edits, labels of kinds, buttons.

use crate::diagram::WheelUse;
use crate::i18n::chrome::kind_name;
use crate::i18n::names::say;
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

/// After something was deleted. `cut` counts the associations and attachments of what stays that went with it.
pub fn deleted(names: &[String], (bindings, attachments): (usize, usize), language: Language) -> String {
    let plural = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    match language {
        Language::En => {
            let cut = [
                plural(bindings, "association", "associations"),
                plural(attachments, "attachment", "attachments"),
            ];
            let cut = cut.into_iter().flatten().collect::<Vec<String>>().join(" and ");
            let with = if cut.is_empty() { String::new() } else { format!(", with {cut}") };
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
            let with = if cut.is_empty() { String::new() } else { format!("，同时断开 {cut}") };
            match names {
                [name] => format!("已删除 {name}{with}"),
                many => format!("已删除 {} 个元素{with}", many.len()),
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

/// The small map.
pub fn minimap(language: Language) -> &'static str {
    language.pick("Small map: arrow keys move the view, + and - zoom", "缩略图：方向键移动视图，+ 和 - 缩放")
}

/// The states beside a selected connection.
pub fn states(language: Language) -> &'static str {
    language.pick("State of the attachments", "接入状态")
}

/// What a wheel does.
pub fn wheel(wheel: WheelUse, language: Language) -> &'static str {
    match wheel {
        WheelUse::Auto => {
            language.pick("Wheel: a mouse zooms, a trackpad pans", "滚轮：鼠标缩放，触控板平移")
        }
        WheelUse::Zoom => language.pick("Wheel: zooms", "滚轮：缩放"),
        WheelUse::Pan => language.pick("Wheel: pans", "滚轮：平移"),
    }
}

/// The name of the drawing.
pub fn drawing(language: Language) -> &'static str {
    language.pick("Network drawing", "网络拓扑图")
}

/// The keys of the drawing.
pub fn drawing_keys(language: Language) -> &'static str {
    language.pick(
        "Arrow keys go from element to element. Enter selects, Enter again goes inside, Escape goes back out. With a \
         selection the arrow keys move it, Ctrl and an arrow key selects what lies that way, F2 renames it, Delete removes it.",
        "方向键在元素间移动，按 Enter 选中，再按 Enter 进入内部，按 Esc 返回上一级。选中后，方向键移动位置，Ctrl 加方向键选中该方向的元素，F2 重命名，Delete 删除。",
    )
}

/// The label of the field in which a name is typed.
pub fn name_field(language: Language) -> &'static str {
    language.pick("Name", "名称")
}

/// The group of buttons that change the view.
pub fn view(language: Language) -> &'static str {
    language.pick("View", "视图")
}

/// The bar that stands in for keys held down.
pub fn held_keys(language: Language) -> &'static str {
    language.pick("Instead of keys held down", "代替按住的按键")
}

/// Adds to the selection, and what that does.
pub fn hold_several(language: Language) -> (&'static str, &'static str) {
    language.pick(
        ("Several", "Touching adds to the selection; a drag on bare canvas frames"),
        ("多选", "轻点加入所选；在空白处拖动可框选"),
    )
}

/// Puts down freely, and what that does.
pub fn hold_free(language: Language) -> (&'static str, &'static str) {
    language.pick(
        ("Freely", "A drag neither snaps nor changes the place"),
        ("自由", "拖动时不吸附，也不改变所属容器"),
    )
}

/// Drags a copy, and what that does.
pub fn hold_copy(language: Language) -> (&'static str, &'static str) {
    language.pick(("Copy", "A drag puts a copy down"), ("副本", "拖动时放下副本"))
}

/// After two fingers asked for undo, and there was nothing to take back.
pub fn nothing_to_undo(language: Language) -> &'static str {
    language.pick("Nothing to undo", "没有可撤销的操作")
}

/// Shows more of the drawing.
pub fn zoom_out(language: Language) -> &'static str {
    language.pick("Zoom out (-)", "缩小（-）")
}

/// Shows the drawing larger.
pub fn zoom_in(language: Language) -> &'static str {
    language.pick("Zoom in (+)", "放大（+）")
}

/// Shows all of the drawing.
pub fn fit(language: Language) -> &'static str {
    language.pick("Fit the drawing (Shift+1)", "适应画布（Shift+1）")
}

/// Arranges everything anew.
pub fn tidy(language: Language) -> &'static str {
    language.pick("Tidy up the drawing", "自动排列")
}
