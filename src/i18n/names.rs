//! How elements are called in sentences, and how lists are written in each language.

use crate::base::{Block, Id, block_text, order};
use crate::i18n::Language;
use crate::i18n::chrome::{connection_kind_short, kind_name, region_label};
use crate::topology::{Connection, ConnectionKind, Kind, KindName, Topology};

/// How many ends of a connection make its name; more are hinted at.
const NAMED_ENDS: usize = 3;

/// Names of elements in one language.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The drawing.
    pub topology: &'a Topology,
    /// The language of the sentence.
    pub language: Language,
}

impl Names<'_> {
    /// What an element is called: its name, else its id; without a name a region is called as everybody calls it, the
    /// Internet and the classic network by their kind, a connection by its kind and ends.
    pub fn of(&self, id: &Id) -> String {
        let called = self.topology.name_of(id);
        if called != id.as_str() {
            return called;
        }
        if let Some(node) = self.topology.node(id) {
            return usual_name(&node.kind, self.language).unwrap_or(called);
        }
        match self.topology.connections.get(id) {
            Some(connection) => self.by_ends(id, connection).unwrap_or(called),
            None => self.fresh(id).unwrap_or(called),
        }
    }

    /// What an element is called, and a vSwitch with its VPC.
    pub fn located(&self, id: &Id) -> String {
        let name = self.of(id);
        match self.topology.node(id).map(|node| (node.kind.name(), &node.parent)) {
            Some((KindName::VSwitch, Some(vpc))) => {
                let vpc = self.of(vpc);
                say!(self.language, "{name} in {vpc}", "{vpc} 内 {name}")
            }
            _ => name,
        }
    }

    /// A connection by its kind and ends, and by its id where another one would be called the same.
    fn by_ends(&self, id: &Id, connection: &Connection) -> Option<String> {
        let lang = self.language;
        let joins = |held: &Connection, end: &Id| held.attachments.iter().any(|other| other.network == *end);
        let twin = self.topology.connections.iter().any(|(other, held)| {
            other != id
                && held.name.is_none()
                && held.kind == connection.kind
                && held.attachments.len() == connection.attachments.len()
                && held.attachments.iter().all(|end| joins(connection, &end.network))
        });
        let mut words = self.ends(connection);
        let id = if twin { lang.pick(format!(" ({id})"), format!("（{id}）")) } else { String::new() };
        let kind = connection_kind_short(connection.kind, lang);
        if let [only] = words.as_slice() {
            return Some(say!(lang, "{kind} of {only}{id}", "{only} 的 {kind}{id}"));
        }
        match connection.attachments.len() {
            0 => return None,
            1..=NAMED_ENDS => {}
            _ => words.push("…".to_owned()),
        }
        let ends = words.join(" – ");
        Some(say!(lang, "{kind} {ends}{id}", "{kind} {ends}{id}"))
    }

    /// What the ends that name a connection are called: VPCs first, then by name, however they are listed; of many ends
    /// those with the first ids, so that a hub of thousands is called as quickly as any. A PrivateLink leads from the first
    /// to the second.
    fn ends(&self, connection: &Connection) -> Vec<String> {
        let is_directed = connection.kind == ConnectionKind::PrivateLink;
        let mut ends: Vec<&Id> = Vec::new();
        for end in connection.attachments.iter().map(|attachment| &attachment.network) {
            let at = if is_directed { ends.len() } else { ends.partition_point(|held| *held < end) };
            if at < NAMED_ENDS {
                ends.insert(at, end);
                ends.truncate(NAMED_ENDS);
            }
        }
        if !is_directed {
            order::sort_by_key(&mut ends, |end| {
                let kind = self.topology.node(end).map(|node| node.kind.name());
                (kind != Some(KindName::Vpc), self.of(end))
            });
        }
        ends.into_iter().map(|end| self.of(end)).collect()
    }

    /// A connection that a step creates, whose id is that of its kind until then.
    fn fresh(&self, id: &Id) -> Option<String> {
        let lang = self.language;
        let named = |kind: &ConnectionKind| {
            let rest = id.as_str().strip_prefix(kind.key());
            rest.is_some_and(|rest| {
                rest.strip_prefix('-').unwrap_or(rest).bytes().all(|b| b.is_ascii_digit())
            })
        };
        let kind = connection_kind_short(ConnectionKind::ALL.into_iter().find(named)?, lang);
        Some(say!(lang, "the new {kind}", "新建的 {kind}"))
    }

    /// Several elements.
    pub fn list<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> String {
        self.join(&ids.into_iter().map(|id| self.of(id)).collect::<Vec<_>>())
    }

    /// Several blocks; more than four are counted.
    pub fn blocks(&self, blocks: &[Block]) -> String {
        let mut words: Vec<String> = blocks.iter().take(4).map(|block| block_text(*block)).collect();
        let more = blocks.len().saturating_sub(4);
        if more > 0 {
            words.push(self.language.pick(format!("{more} more"), format!("另外 {more} 个")));
        }
        self.join(&words)
    }

    fn join(&self, words: &[String]) -> String {
        words.join(self.language.pick(", ", "、"))
    }
}

/// What a node without a name is called, where its kind alone tells.
pub(super) fn usual_name(kind: &Kind, language: Language) -> Option<String> {
    match kind {
        Kind::Region(place) => Some(region_label(&place.region, language)),
        Kind::Internet | Kind::ClassicNetwork => Some(kind_name(kind.name(), language).to_owned()),
        _ => None,
    }
}

/// Chinese as it is set: sentences are written with a blank on each side of a name, which stays where Latin letters or
/// digits meet Chinese ones and goes between two Chinese signs and beside full-width punctuation.
pub(crate) fn tight(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut left = '\n';
    while let Some(sign) = signs.next() {
        let right = signs.peek().copied().unwrap_or('\n');
        if sign == ' ' && (is_mark(left) || is_mark(right) || is_chinese(left) && is_chinese(right)) {
            continue;
        }
        set.push(sign);
        left = sign;
    }
    set
}

fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn is_mark(sign: char) -> bool {
    matches!(sign, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '（' | '）' | '“' | '”')
}

/// One of two sentences; both are checked, one is made.
macro_rules! say {
    ($language:expr, $en:literal, $zh:literal) => {
        match $language {
            $crate::i18n::Language::En => format!($en),
            $crate::i18n::Language::Zh => $crate::i18n::names::tight(&format!($zh)),
        }
    };
}

pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::{Names, tight};
    use crate::base::Id;
    use crate::i18n::Language;
    use crate::wire;

    #[test]
    fn a_connection_without_a_name_is_called_by_its_kind_and_ends() {
        let text = r#"{ "reachplan": 1,
            "nodes": [{ "id": "idc", "kind": "data_center", "name": "机房" }, { "id": "aws", "kind": "other_cloud" }],
            "connections": [
                { "id": "x1", "kind": "vpn_gateway", "attachments": [{ "network": "idc" }, { "network": "aws" }] },
                { "id": "x2", "kind": "express_connect", "attachments": [{ "network": "idc" }] },
                { "id": "x3", "kind": "express_connect", "attachments": [{ "network": "idc" }] },
                { "id": "x4", "kind": "cen", "attachments": [] },
                { "id": "x5", "kind": "cen", "name": "Backbone", "attachments": [] }
            ] }"#;
        let document = wire::read(text).expect("a document");
        let called = |language, id: &str| {
            Names { topology: &document.topology, language }.of(&Id::parse(id).expect("an id"))
        };
        let all = |language| ["x1", "x3", "x4", "x5", "idc", "vpc_peering-2"].map(|id| called(language, id));
        let (en, zh) = (all(Language::En), all(Language::Zh));
        assert_eq!(
            en,
            [
                "VPN gateway aws – 机房",
                "Express Connect of 机房 (x3)",
                "x4",
                "Backbone",
                "机房",
                "the new VPC peering"
            ]
        );
        assert_eq!(
            zh,
            ["VPN 网关 aws – 机房", "机房的高速通道（x3）", "x4", "Backbone", "机房", "新建的 VPC 对等连接"]
        );
    }

    #[test]
    fn chinese_names_stand_without_blanks_and_latin_ones_with_them() {
        assert_eq!(
            tight("两者同属 公司账号 ，且都位于 cn-shenzhen 。"),
            "两者同属公司账号，且都位于 cn-shenzhen。"
        );
        assert_eq!(tight("为 ETL 资源组 添加到 10.0.0.0/8 的路由"), "为 ETL 资源组添加到 10.0.0.0/8 的路由");
    }
}
