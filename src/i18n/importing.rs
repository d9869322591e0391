//! What an import tells, in words.

mod account;
mod questions;
mod warnings;

pub use account::account;
pub use questions::open_question;
pub use warnings::caution;

use crate::compare::Element;
use crate::i18n::addresses::shown;
use crate::i18n::difference::{element, sign};
use crate::i18n::{Language, block_problem, problem_line};
use crate::import::{Cell, Form, Ignored, LeftOut, MAX_IMPORT, Reason, Recognised, Trouble, Wrong};
use crate::topology::Topology;
use crate::wire::{MAX_NODES, Problem};

/// English and Chinese.
type Both = (String, String);

/// The parts of what an import tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// What could not be read.
    Troubles,
    /// What was recognised.
    Recognised,
    /// What was left out.
    Ignored,
    /// What deserves a look.
    Warnings,
    /// What is still not known.
    Questions,
    /// What merging changes.
    Changes,
}

impl Heading {
    /// The word in the markup.
    pub fn key(self) -> &'static str {
        match self {
            Self::Troubles => "troubles",
            Self::Recognised => "recognised",
            Self::Ignored => "ignored",
            Self::Warnings => "warnings",
            Self::Questions => "questions",
            Self::Changes => "changes",
        }
    }

    /// The text.
    pub fn text(self, language: Language) -> &'static str {
        let (en, zh) = match self {
            Self::Troubles => ("Could not be read", "无法读取"),
            Self::Recognised => ("Recognised", "已识别"),
            Self::Ignored => ("Left out", "略去"),
            Self::Warnings => ("Worth a look", "请留意"),
            Self::Questions => ("Still not known", "仍未知"),
            Self::Changes => ("Changes", "变更"),
        };
        language.pick(en, zh)
    }
}

/// There is nothing to draw.
pub fn nothing(language: Language) -> &'static str {
    language.pick("Nothing was found that can be drawn.", "没有找到可以绘制的内容。")
}

/// What was recognised, with its file.
pub fn recognised(language: Language, held: &Recognised) -> String {
    let count = held.count;
    let (en, zh) = match held.form {
        Form::Call(call) => (format!("{call}: {count}"), format!("{call}：{count} 项")),
        Form::Terraform(kind) => {
            (format!("Terraform alicloud_{kind}: {count}"), format!("Terraform alicloud_{kind}：{count} 项"))
        }
        Form::SourceTable => (format!("table of data sources: {count}"), format!("数据源表格：{count} 行")),
        Form::WhitelistTable => {
            (format!("table of whitelist entries: {count}"), format!("白名单表格：{count} 行"))
        }
        Form::Plan => (format!("Reachplan plan, nodes: {count}"), format!("Reachplan 方案：{count} 个节点")),
    };
    language.pick(format!("{}: {en}", held.file), format!("{}：{zh}", held.file))
}

/// What was left out, and why.
pub fn ignored(language: Language, held: &Ignored) -> String {
    let (en, zh): Both = match &held.why {
        Reason::UnknownShape(names) if names.is_empty() => {
            ("no known answer or resource".into(), "不是已知的接口返回或资源".into())
        }
        Reason::UnknownShape(names) => {
            let names = names.join(", ");
            (format!("no known answer; it has {names}"), format!("不是已知的接口返回；包含字段 {names}"))
        }
        Reason::Resources(why, count) => left_out(*why, *count),
        Reason::NothingToDraw => ("nothing in it can be drawn".into(), "没有可绘制的内容".into()),
        Reason::Failed(code) => (format!("the call failed: {code}"), format!("调用失败：{code}")),
        Reason::State(state) => (format!("its state is {state}"), format!("状态为 {state}")),
        Reason::PrivateNat => {
            ("a VPC NAT gateway leads to no Internet".into(), "VPC NAT 网关不提供公网出口".into())
        }
        Reason::NoDataSource => (
            "no data source is known to run on this ECS instance".into(),
            "未发现这台 ECS 实例上的数据源".into(),
        ),
        Reason::BadId => ("the plan cannot hold such an id".into(), "方案无法使用这样的 ID".into()),
        Reason::NextHop(kind) => (
            format!("a route with a next hop of type {kind} cannot be drawn"),
            format!("下一跳类型为 {kind} 的路由无法绘制"),
        ),
        Reason::Rule => (
            "an allow rule without an IPv4 block as its peer, or for some source ports only, is left out"
                .into(),
            "略去授权对象不是 IPv4 网段或限定源端口的允许规则".into(),
        ),
        Reason::Orphan => ("what it belongs to is not in the input".into(), "输入中没有它所属的对象".into()),
    };
    language.pick(format!("{}: {en}", held.what), format!("{}：{zh}", held.what))
}

/// Why Terraform resources are left out.
fn left_out(why: LeftOut, count: usize) -> Both {
    match why {
        LeftOut::Unneeded => (
            format!("{count} × a Terraform resource that decides nothing here"),
            format!("{count} 个与连通性无关的 Terraform 资源"),
        ),
        LeftOut::Unread => (
            format!(
                "{count} × a Terraform resource that may matter and is not read; draw it by hand if a task needs it"
            ),
            format!("{count} 个可能有影响但未读取的 Terraform 资源；如有任务用到，请手动绘制"),
        ),
        LeftOut::WithoutId => (
            format!("{count} × a Terraform resource without an id"),
            format!("{count} 个没有 ID 的 Terraform 资源"),
        ),
        LeftOut::LookedUp => (
            format!(
                "{count} × a data block of Terraform, which only looks things up; import the state that manages them, or the answers of the client"
            ),
            format!(
                "{count} 个 Terraform data 块（仅查询，不管理）；请导入管理这些资源的状态，或命令行的返回结果"
            ),
        ),
        LeftOut::Planned => (
            format!("{count} × a Terraform resource that is only planned; import the state once it exists"),
            format!("{count} 个仅在 Terraform 计划中的资源；请在创建之后导入状态"),
        ),
    }
}

/// What could not be read, with file and place.
pub fn trouble(language: Language, trouble: &Trouble) -> String {
    let (en, zh): Both = match &trouble.what {
        Wrong::Empty => ("nothing is in it".into(), "内容为空".into()),
        Wrong::NotText => ("not a text in UTF-8".into(), "不是 UTF-8 文本".into()),
        Wrong::TooLarge(bytes) => (
            format!("too large: {bytes} bytes, and an import takes at most {MAX_IMPORT}"),
            format!("过大：共 {bytes} 字节，导入最多 {MAX_IMPORT} 字节"),
        ),
        Wrong::Unknown => (
            "neither JSON nor a table with known columns (such as name, product, host, port)".into(),
            "既不是 JSON，也不是含有已知列（如 名称、产品、主机、端口）的表格".into(),
        ),
        Wrong::Configuration => (
            "this is Terraform configuration; import what `terraform show -json` prints, or the state file"
                .into(),
            "这是 Terraform 配置；请导入 `terraform show -json` 的输出或状态文件".into(),
        ),
        Wrong::Json(problem) => {
            let line = problem_line(language, &Problem { path: String::new(), what: problem.clone().into() });
            (line.clone(), line)
        }
        Wrong::Document(problem) => {
            let line = problem_line(language, problem);
            (line.clone(), line)
        }
        Wrong::Table { line, column, name, what } => {
            let (en, zh) = cell(language, what);
            let named = if name.is_empty() { String::new() } else { format!(" ({name})") };
            (
                format!("line {line}, column {column}{named}: {en}"),
                format!("第 {line} 行第 {column} 列{named}：{zh}"),
            )
        }
        Wrong::TooManyNodes(count) => (
            format!("the plan would have {count} nodes, and a document has at most {MAX_NODES}"),
            format!("方案将有 {count} 个节点，文档最多 {MAX_NODES} 个"),
        ),
    };
    let said = language.pick(en, zh);
    if trouble.file.is_empty() {
        said
    } else {
        language.pick(format!("{}: {said}", trouble.file), format!("{}：{said}", trouble.file))
    }
}

fn cell(language: Language, what: &Cell) -> Both {
    match what {
        Cell::Missing => ("a name is missing".into(), "缺少名称".into()),
        Cell::Product { typed, nearest } => {
            let typed = shown(typed);
            match nearest {
                Some(near) => (
                    format!("no product is called {typed}; did you mean {near}?"),
                    format!("没有名为 {typed} 的产品；是否指 {near}？"),
                ),
                None => (format!("no product is called {typed}"), format!("没有名为 {typed} 的产品")),
            }
        }
        Cell::Port(typed) => {
            let typed = shown(typed);
            (format!("{typed} is no port from 1 to 65535"), format!("{typed} 不是 1 到 65535 的端口"))
        }
        Cell::Address(typed, problem) => {
            let why = block_problem(language, typed, problem);
            (why.clone(), why)
        }
        Cell::OpenQuote => ("a quote is not closed".into(), "引号没有闭合".into()),
        Cell::Extra => ("more cells than the header has columns".into(), "单元格多于表头的列数".into()),
    }
}

/// One difference that merging makes, its fields in lines of their own.
pub fn change(language: Language, topology: &Topology, change: &Element) -> Vec<String> {
    let none = language.pick("none", "无");
    let text = |value: &Option<serde_json::Value>| match value {
        None => none.to_owned(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let head = format!("{} {}", sign(change.change), element(topology, change, language));
    let fields = change.fields.iter();
    let fields =
        fields.map(|held| format!("    {}: {} → {}", held.field, text(&held.before), text(&held.after)));
    std::iter::once(head).chain(fields).collect()
}
