//! What the drawing says to people who listen: the name of an element, and what was done.

use crate::diagram::draw::Standing;
use crate::i18n::Language;
use crate::i18n::chrome::connection_kind_short;
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
    let place = match (places.as_slice(), language) {
        ([], _) => String::new(),
        ([inner], Language::En) => format!("in {inner}"),
        ([inner], Language::Zh) => format!("位于 {inner}"),
        ([inner, outer, ..], Language::En) => format!("in {inner} of {outer}"),
        ([inner, outer, ..], Language::Zh) => format!("位于 {outer} 的 {inner}"),
    };
    let others = match (others.as_slice(), *is_end) {
        ([], _) => String::new(),
        (names, true) => {
            format!("{}{}", language.pick("bound to ", "绑定 "), names.join(language.pick(", ", "、")))
        }
        (names, false) => {
            format!("{}{}", language.pick("joins ", "接入 "), names.join(language.pick(", ", "、")))
        }
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
    match language {
        Language::En => format!("{what} added"),
        Language::Zh => format!("已添加 {what}"),
    }
}

/// After something was put down.
pub fn moved(name: &str, place: Option<&str>, language: Language) -> String {
    match (place, language) {
        (Some(place), Language::En) => format!("{name} is now in {place}"),
        (Some(place), Language::Zh) => format!("{name} 已移入 {place}"),
        (None, Language::En) => format!("{name} moved"),
        (None, Language::Zh) => format!("{name} 已移动"),
    }
}

/// After two elements were joined.
pub fn joined(edit: &Edit, topology: &Topology, language: Language) -> Option<String> {
    let name = |id| topology.name_of(id);
    let text = match (edit, language) {
        (Edit::AddBinding { group, vswitch }, Language::En) => {
            format!("{} is bound to {}", name(group), name(vswitch))
        }
        (Edit::AddBinding { group, vswitch }, Language::Zh) => {
            format!("{} 已绑定 {}", name(group), name(vswitch))
        }
        (Edit::Attach { connection, network, .. }, Language::En) => {
            format!("{} is attached to {}", name(network), name(connection))
        }
        (Edit::Attach { connection, network, .. }, Language::Zh) => {
            format!("{} 已接入 {}", name(network), name(connection))
        }
        (Edit::PutConnection { connection, .. }, _) => {
            let ends: Vec<String> = connection.attachments.iter().map(|held| name(&held.network)).collect();
            let kind = connection_kind_short(connection.kind, language);
            let ends = ends.join(language.pick(" and ", " 与 "));
            language.pick(format!("{kind} joins {ends}"), format!("{kind} 已连接 {ends}"))
        }
        (Edit::PutTask { id, .. }, _) => added(&name(id), language),
        _ => return None,
    };
    Some(text)
}
