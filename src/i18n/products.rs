//! What the catalogue knows of a product, in words: what is special about its gate, where an entry goes, what has to be
//! verified.

use crate::i18n::names::say;
use crate::i18n::{Language, Names};
use crate::plan::Listed;
use crate::rules::Finding;
use crate::topology::{
    DataSource, EmptyList, Entry, Everything, Factory, Format, GateKind, Limit, Product, Unconfirmed, Words,
};

impl Words {
    /// The text in a language.
    pub fn of(self, language: Language) -> &'static str {
        language.pick(self.en, self.zh)
    }
}

/// Where in which console the gate of a product is edited.
pub fn gate_console(product: Product, language: Language) -> String {
    let path = product.gate().console.of(language);
    let doubt = product.unconfirmed().any(|fact| match fact {
        Unconfirmed::Console => true,
        Unconfirmed::ChineseConsole => language == Language::Zh,
        _ => false,
    });
    if doubt { say!(language, "{path} (verify)", "{path}（请核实）") } else { path.to_owned() }
}

/// What is special about the gate of a product; empty where nothing is.
pub fn gate_rule(product: Product, language: Language) -> &'static str {
    product.gate().rule.of(language)
}

/// What has to be verified of a product, because no official page confirms it; empty where nothing has to.
pub fn to_verify(product: Product, language: Language) -> String {
    let mut facts: Vec<&str> = product.unconfirmed().map(|fact| unconfirmed(fact, language)).collect();
    facts.dedup();
    if facts.is_empty() {
        return String::new();
    }
    let facts = facts.join(language.pick(", ", "、"));
    say!(language, "Not confirmed by an official page: {facts}.", "官方文档未确认：{facts}。")
}

fn unconfirmed(fact: Unconfirmed, language: Language) -> &'static str {
    match fact {
        Unconfirmed::Type => language.pick("type in DataWorks", "DataWorks 中的类型"),
        Unconfirmed::Port => language.pick("default port", "默认端口"),
        Unconfirmed::Console => language.pick("console path", "控制台路径"),
        Unconfirmed::ChineseConsole => language.pick("Chinese console path", "中文控制台路径"),
        Unconfirmed::Kind => language.pick("access control", "访问控制方式"),
        Unconfirmed::Factory => language.pick("state when new", "初始状态"),
        Unconfirmed::Limit => language.pick("limit of entries", "条目上限"),
        Unconfirmed::Everything => language.pick("effect of 0.0.0.0/0", "0.0.0.0/0 的含义"),
        Unconfirmed::Empty => language.pick("effect of an empty list", "空列表的含义"),
        Unconfirmed::Separator => language.pick("separator", "分隔符"),
    }
}

/// The facts of a product in one line: type in DataWorks, state when new, most entries.
pub fn facts(product: Product, language: Language) -> String {
    let (info, gate) = (product.info(), product.gate());
    let kind = (!info.dataworks.is_empty()).then(|| {
        let kind = info.dataworks;
        say!(language, "DataWorks type {kind}", "DataWorks 类型 {kind}")
    });
    let new = match gate.factory {
        Factory::Loopback => Some(language.pick("new: only 127.0.0.1", "初始仅 127.0.0.1")),
        Factory::Closed => Some(language.pick("new: closed", "初始拒绝所有来源")),
        Factory::Open if gate.kind == GateKind::SecurityGroup => None,
        Factory::Open | Factory::Everything => Some(language.pick("new: open", "初始对所有来源开放")),
        Factory::PrivateRanges => Some(language.pick("new: all private addresses", "初始放行所有私网地址")),
        Factory::OwnVSwitch => Some(language.pick("new: its own vSwitch", "初始仅自身交换机网段")),
        Factory::Unstated => None,
    };
    let most = gate.limit.map(|limit| most(limit, language));
    let parts = [kind, new.map(str::to_owned), most];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn most(limit: Limit, language: Language) -> String {
    match limit {
        Limit::InAll(most) => {
            say!(language, "at most {most} entries in all groups", "所有分组合计最多 {most} 个条目")
        }
        Limit::InOne(most) => say!(language, "at most {most} entries a list", "每个列表最多 {most} 个条目"),
        Limit::Groups(groups, most) => say!(
            language,
            "at most {groups} groups of {most} entries",
            "最多 {groups} 个分组，每组 {most} 个条目"
        ),
    }
}

/// The list or group that a new entry goes into, in brackets; empty where there is only one place.
pub(super) fn list_of(names: &Names<'_>, id: &crate::base::Id, entry: Listed) -> String {
    let Some(source) = names.topology.data_source(id) else {
        return String::new();
    };
    let gate = names.topology.gate_product(id).gate();
    let is_public = entry.is_eip() || names.topology.is_reached_publicly(id);
    let list = if is_public { gate.public_list } else { gate.private_list };
    let list = list.of(names.language);
    if list.is_empty() {
        return String::new();
    }
    let list = match source.effective_port() {
        Some(port) => list.replace("{port}", &port.to_string()),
        None => list.to_owned(),
    };
    say!(names.language, " ({list})", "（{list}）")
}

/// The data source that a finding is about.
fn source_of<'a>(names: &Names<'a>, finding: &Finding) -> Option<&'a DataSource> {
    finding.at.first().and_then(|id| names.topology.data_source(id))
}

/// More entries than are documented.
pub(super) fn too_many(names: &Names<'_>, finding: &Finding, count: u64) -> String {
    let lang = names.language;
    let Some(limit) = source_of(names, finding).and_then(|source| source.product.gate().limit) else {
        return String::new();
    };
    let first = finding.at.first().map(|id| names.of(id)).unwrap_or_default();
    let most = most(limit, lang);
    say!(
        lang,
        "The whitelist of {first} has {count} entries; documented are {most}. Merge addresses into blocks.",
        "{first} 的白名单有 {count} 个条目，而文档规定{most}。请将地址合并为网段。"
    )
}

/// What a product adds to the finding that everybody gets in.
pub(super) fn if_open(names: &Names<'_>, finding: &Finding) -> String {
    match source_of(names, finding) {
        Some(source) if source.product.gate().everything == Everything::Refused => {
            let product = source.product.info().name.of(names.language);
            say!(
                names.language,
                " {product} refuses 0.0.0.0/0: list what is needed.",
                "{product} 不允许填写 0.0.0.0/0，请改填所需的网段。"
            )
        }
        _ => String::new(),
    }
}

/// What a product adds to the finding that nothing gets in.
pub(super) fn if_empty(names: &Names<'_>, finding: &Finding) -> String {
    let empty = |source: &&DataSource| {
        source.product.gate().empty == EmptyList::Opens
            && source.whitelist.as_ref().is_some_and(|list| list.entries().is_empty())
    };
    match source_of(names, finding).filter(empty) {
        Some(source) => {
            let product = source.product.info().name.of(names.language);
            say!(
                names.language,
                " A list of {product} without entries is not in force: state that there is no whitelist if that is so.",
                "{product} 的白名单为空时不生效：如确实为空，请在图中注明没有白名单。"
            )
        }
        None => String::new(),
    }
}

/// What a product adds to the finding that there is no whitelist.
pub(super) fn if_none(names: &Names<'_>, finding: &Finding) -> String {
    let gate = |source: &DataSource| source.product.gate();
    match source_of(names, finding).map(gate) {
        Some(gate) if gate.factory == Factory::Open && gate.kind != GateKind::SecurityGroup => {
            let rule = gate.rule.of(names.language);
            say!(names.language, " Where it gets one: {rule}", "如启用白名单：{rule}")
        }
        _ => String::new(),
    }
}

/// What a product adds to the finding that an entry cannot be read: it may take a form that is not judged here.
pub(super) fn if_unreadable(names: &Names<'_>, finding: &Finding) -> String {
    let (Some(source), Some(Entry(entry))) = (source_of(names, finding), &finding.entry) else {
        return String::new();
    };
    let takes = |format: &Format| match format {
        Format::Ipv6 => false,
        Format::Range => entry.contains('-'),
        Format::Wildcard => entry.contains('*'),
    };
    if !source.product.gate().formats.iter().any(takes) {
        return String::new();
    }
    let product = source.product.info().name.of(names.language);
    say!(
        names.language,
        " {product} takes this form; write it as CIDR blocks, so that it can be judged.",
        "{product} 支持这种写法；请改写为 CIDR 网段，以便判断。"
    )
}
