//! What the drawing says to people who listen: the name of an element, and what was done.

use crate::diagram::draw::Standing;
use crate::i18n::chrome::connection_kind_short;
use crate::i18n::names::say;
use crate::i18n::{Language, Names};
use crate::topology::{Edit, Topology};

/// What is said of an element to people who listen.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// Its name, as it is written on it.
    pub name: String,
    /// The address, block or type that is written on it.
    pub detail: String,
    /// What it is.
    pub kind: String,
    /// The names of the places around it, from inside to outside.
    pub places: Vec<String>,
    /// The names of what it is bound to or joins.
    pub others: Vec<String>,
    /// The worst that was found about it.
    pub standing: Standing,
    /// That in words, where it belongs to the result at hand.
    pub reason: Option<String>,
    /// Whether such a finding blocks a connection.
    pub is_end: bool,
}

/// What a screen reader says about an element. What is written on it comes first, so that who speaks to the page can say
/// what is seen.
pub fn spoken(element: &Spoken, language: Language) -> String {
    let Spoken { name, detail, kind, places, others, standing, reason, is_end } = element;
    let place = match places.as_slice() {
        [] => String::new(),
        [inner] => say!(language, "in {inner}", "位于 {inner}"),
        [inner, outer, ..] => say!(language, "in {inner} of {outer}", "位于 {outer} 的 {inner}"),
    };
    let names = others.join(language.pick(", ", "、"));
    let others = match (names.as_str(), *is_end) {
        ("", _) => names,
        (_, true) => say!(language, "bound to {names}", "绑定 {names}"),
        (_, false) => say!(language, "joins {names}", "接入 {names}"),
    };
    let state = match (standing, reason) {
        (Standing::Fine, _) => String::new(),
        (_, Some(reason)) => {
            let word = match standing {
                Standing::Error if *is_end => language.pick("blocked", "受阻"),
                Standing::Error => language.pick("error", "错误"),
                Standing::Warning => language.pick("warning", "警告"),
                Standing::Info | Standing::Fine => language.pick("note", "提示"),
            };
            format!("{word}{}{reason}", language.pick(": ", "："))
        }
        (Standing::Info, None) => language.pick("with a note", "有提示").to_owned(),
        (Standing::Warning, None) => language.pick("with a warning", "有警告").to_owned(),
        (Standing::Error, None) => language.pick("with an error", "有错误").to_owned(),
    };
    let parts = [name, detail, kind, &place, &others, &state].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<&str>>().join(language.pick(", ", "，"))
}

/// After something was added.
pub fn added(what: &str, language: Language) -> String {
    say!(language, "{what} added", "已添加 {what}")
}

/// After something was put down.
pub fn moved(name: &str, place: Option<&str>, language: Language) -> String {
    match place {
        Some(place) => say!(language, "{name} is now in {place}", "{name} 已移入 {place}"),
        None => say!(language, "{name} moved", "{name} 已移动"),
    }
}

/// After two elements were joined.
pub fn joined(edit: &Edit, topology: &Topology, language: Language) -> Option<String> {
    let names = Names { topology, language };
    let name = |id| names.of(id);
    let text = match edit {
        Edit::AddBinding { group, vswitch } => {
            let (group, vswitch) = (name(group), name(vswitch));
            say!(language, "{group} is bound to {vswitch}", "{group} 已绑定 {vswitch}")
        }
        Edit::Attach { connection, network, .. } => {
            let (connection, network) = (name(connection), name(network));
            say!(language, "{network} is attached to {connection}", "{network} 已接入 {connection}")
        }
        Edit::PutConnection { connection, .. } => {
            let ends: Vec<String> = connection.attachments.iter().map(|held| name(&held.network)).collect();
            let kind = connection_kind_short(connection.kind, language);
            let ends = ends.join(language.pick(" and ", " 与 "));
            say!(language, "{kind} joins {ends}", "{kind} 已连接 {ends}")
        }
        Edit::PutTask { id, .. } => added(&name(id), language),
        _ => return None,
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{Spoken, spoken};
    use crate::diagram::draw::Standing;
    use crate::i18n::Language;

    #[test]
    fn a_name_says_what_where_and_why_not_in_both_languages() {
        let text = |language, reason: &str| {
            let element = Spoken {
                name: "orders".to_owned(),
                detail: "10.2.3.20:3306".to_owned(),
                kind: "RDS MySQL".to_owned(),
                places: vec!["vsw-h2".to_owned(), "VPC H1".to_owned()],
                standing: Standing::Error,
                reason: Some(reason.to_owned()),
                is_end: true,
                ..Spoken::default()
            };
            spoken(&element, language)
        };
        assert_eq!(
            text(Language::En, "The whitelist lacks 10.1.8.0/24."),
            "orders, 10.2.3.20:3306, RDS MySQL, in vsw-h2 of VPC H1, blocked: The whitelist lacks 10.1.8.0/24."
        );
        assert_eq!(
            text(Language::Zh, "白名单缺少 10.1.8.0/24。"),
            "orders，10.2.3.20:3306，RDS MySQL，位于 VPC H1 的 vsw-h2，受阻：白名单缺少 10.1.8.0/24。"
        );
    }

    #[test]
    fn a_name_keeps_its_own_blanks() {
        let element =
            Spoken {
                name: "订单 库".to_owned(), places: vec!["公司网".to_owned()], ..Spoken::default()
            };
        assert_eq!(spoken(&element, Language::Zh), "订单 库，位于公司网");
    }
}
