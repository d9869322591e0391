//! What is wrong with a document, in words, and what would be right.

use crate::base::BlockProblem;
use crate::i18n::addresses::shown;
use crate::i18n::{Language, block_problem, port_problem, repeats};
use crate::topology::KindName;
use crate::wire::{
    DocumentProblem, Found, IdProblem, Limits, MAX_BYTES, MAX_NODES, MAX_TITLE, NetworkProblem, Problem,
    Shape, Syntax, Thing, ValueProblem, What,
};

/// A problem of a document in words, with what would be right; without its path.
pub fn problem_text(language: Language, problem: &Problem) -> String {
    let (en, zh) = match &problem.what {
        What::Document(problem) => document_text(problem),
        What::Value(problem) => value_text(problem),
        What::Id(problem) => id_text(problem),
        What::Network(problem) => network_text(problem),
    };
    language.pick(en, zh)
}

/// The path and the problem in words, on one line.
pub fn problem_line(language: Language, problem: &Problem) -> String {
    let text = problem_text(language, problem);
    if problem.path.is_empty() {
        text
    } else {
        format!("`{}`{}{text}", problem.path, language.pick(": ", "："))
    }
}

/// A problem, and where else it is the same.
pub struct Alike<'p> {
    /// The first of its kind.
    pub first: &'p Problem,
    /// The paths of the others; few of a kind stay by themselves and have none.
    pub others: Vec<&'p str>,
}

/// Problems in their order; those that are the same in many places together.
pub fn alike(language: Language, problems: &[Problem]) -> Vec<Alike<'_>> {
    let told: Vec<String> = problems.iter().map(|problem| problem_text(language, problem)).collect();
    let gathered = |group: Vec<usize>| {
        let mut held = group.into_iter().filter_map(|place| problems.get(place));
        Some(Alike { first: held.next()?, others: held.map(|problem| problem.path.as_str()).collect() })
    };
    repeats::grouped(&told).into_iter().filter_map(gathered).collect()
}

/// Problems on a line each; those that are the same in many places once, with the first of these.
pub fn problem_lines(language: Language, problems: &[Problem]) -> Vec<String> {
    let lines = |Alike { first, others }: Alike<'_>| {
        let rest = (!others.is_empty()).then(|| format!("… {}", repeats::more(language, &others)));
        std::iter::once(problem_line(language, first)).chain(rest)
    };
    alike(language, problems).into_iter().flat_map(lines).collect()
}

/// English and Chinese.
type Both = (String, String);

fn document_text(problem: &DocumentProblem) -> Both {
    match problem {
        DocumentProblem::TooLarge { bytes } => (
            format!("too large: {bytes} bytes, and a document has at most {MAX_BYTES}"),
            format!("过大：共 {bytes} 字节，文档最多 {MAX_BYTES} 字节"),
        ),
        DocumentProblem::TooManyNodes { count } => (
            format!("too many: {count} nodes, and a document has at most {MAX_NODES}"),
            format!("过多：共 {count} 个节点，文档最多 {MAX_NODES} 个"),
        ),
        DocumentProblem::TooDeep { line, column } => (
            format!("nests deeper than the format does (line {line}, column {column})"),
            format!("嵌套层数超出文档格式（第 {line} 行第 {column} 列）"),
        ),
        DocumentProblem::NotUtf8 { at } => (
            format!("not JSON: no UTF-8 text after byte {at}"),
            format!("不是 JSON：第 {at} 字节之后不是 UTF-8 文本"),
        ),
        DocumentProblem::NotJson { line, column, found } => {
            let (en, zh) = syntax_text(*found);
            (
                format!("not JSON: {en} (line {line}, column {column})"),
                format!("不是 JSON：{zh}（第 {line} 行第 {column} 列）"),
            )
        }
        DocumentProblem::NewerVersion { found } => (
            format!("version {found} was made by a newer Reachplan; this one reads version 1"),
            format!("版本 {found} 由更新的 Reachplan 生成；当前程序读取版本 1"),
        ),
        DocumentProblem::UnknownVersion { found } => (
            format!("{found} is no version of the format; write 1"),
            format!("格式没有版本 {found}；请填写 1"),
        ),
    }
}

fn syntax_text(found: Syntax) -> Both {
    match found {
        Syntax::End => ("the text ends too early".into(), "文本提前结束".into()),
        Syntax::Control => (
            "a control character or line break cannot stand in a text".into(),
            "文本中不能有控制字符或换行".into(),
        ),
        Syntax::Character(c) => (format!("“{c}” cannot stand here"), format!("此处不能有“{c}”")),
        Syntax::HugeNumber => ("a number is too large".into(), "数字过大".into()),
    }
}

fn value_text(problem: &ValueProblem) -> Both {
    match problem {
        ValueProblem::WrongType { expected, found } => {
            let ((expected_en, expected_zh), (found_en, found_zh)) = (shape(*expected), found_text(*found));
            (
                format!("expected {expected_en}, found {found_en}"),
                format!("应为{expected_zh}，实为{found_zh}"),
            )
        }
        ValueProblem::UnknownField { nearest: Some(nearest), .. } => (
            format!("no such field; did you mean `{nearest}`?"),
            format!("没有此字段；是否应为 `{nearest}`？"),
        ),
        ValueProblem::UnknownField { nearest: None, known } => (
            format!("no such field here; known are {}", ticked(known, ", ")),
            format!("此处没有此字段；可用字段：{}", ticked(known, "、")),
        ),
        ValueProblem::RepeatedField => ("the same field twice".into(), "字段重复".into()),
        ValueProblem::Missing => ("required, but absent".into(), "必填，但未提供".into()),
        ValueProblem::UnknownWord { typed, nearest, known } => unknown_word(typed, *nearest, known),
        ValueProblem::NotABlock { typed, problem: BlockProblem::HostBits(block) } => (
            format!("{} has host bits; did you mean {block}?", shown(typed)),
            format!("{} 含有主机位；是否应为 {block}？", shown(typed)),
        ),
        ValueProblem::NotABlock { typed, problem } | ValueProblem::NotAnAddress { typed, problem } => {
            (block_problem(Language::En, typed, problem), block_problem(Language::Zh, typed, problem))
        }
        ValueProblem::NotPorts { typed, problem } => {
            (port_problem(Language::En, typed, *problem), port_problem(Language::Zh, typed, *problem))
        }
        ValueProblem::TitleTooLong { characters } => (
            format!("{characters} characters, and a title has at most {MAX_TITLE}"),
            format!("共 {characters} 个字符，标题最多 {MAX_TITLE} 个"),
        ),
        ValueProblem::NoEnds => (
            "a task names a data source that it reads, one that it writes, or both".into(),
            "任务须通过 `reads` 或 `writes` 指明至少一个数据源".into(),
        ),
        ValueProblem::OutOfRange { found, limits } => {
            let ((en, zh), found) = (limits_text(*limits), shown(&found.to_string()));
            (format!("{found} is out of range: {en} belongs here"), format!("{found} 超出范围：应为{zh}"))
        }
    }
}

fn unknown_word(typed: &str, nearest: Option<&'static str>, known: &[&'static str]) -> Both {
    let typed = shown(typed);
    match nearest {
        Some(nearest) => (
            format!("“{typed}” is not known here; did you mean `{nearest}`?"),
            format!("不支持“{typed}”，是否应为 `{nearest}`？"),
        ),
        None => (
            format!("“{typed}” is not known here; known are {}", ticked(known, ", ")),
            format!("不支持“{typed}”，可用：{}", ticked(known, "、")),
        ),
    }
}

fn id_text(problem: &IdProblem) -> Both {
    match problem {
        IdProblem::BadId { typed } => (
            format!("“{}” is no id: 1 to 64 letters, digits, dots, hyphens and underscores", shown(typed)),
            format!("“{}”不是有效的 ID：应为 1 到 64 个字母、数字、点、连字符或下划线", shown(typed)),
        ),
        IdProblem::DuplicateId { typed, first } => (
            format!("the id `{typed}` belongs to {first} already"),
            format!("ID `{typed}` 已被 {first} 使用"),
        ),
        IdProblem::NoSuchId { typed } => (
            format!("there is nothing called “{}”", shown(typed)),
            format!("没有 ID 为“{}”的对象", shown(typed)),
        ),
        IdProblem::WrongKind { typed, found, expected } => {
            let names = |thing: &Thing| format!("`{}`", thing_key(*thing));
            let wanted: Vec<String> = expected.iter().map(names).collect();
            let found = names(found);
            (
                format!("`{typed}` is of kind {found}; here belongs {}", wanted.join(" or ")),
                format!("`{typed}` 的类型是 {found}；此处应为 {}", wanted.join(" 或 ")),
            )
        }
        IdProblem::NotDrawn { task } => (
            format!("`{task}` is a task; only nodes and connections are drawn"),
            format!("`{task}` 是任务；只有节点和连接有位置"),
        ),
        IdProblem::Outermost { kind } => (
            format!("`{}` lies in no other place: leave `in` out", kind.key()),
            format!("`{}` 不在任何位置之内：请省略 `in`", kind.key()),
        ),
        IdProblem::Circle => {
            ("in a circle: the node would lie inside itself".into(), "形成循环：节点位于自身之内".into())
        }
        IdProblem::SecondInternet { first } => (
            format!("a second `internet`; there is one already: `{first}`"),
            format!("`internet` 只能有一个；已有 `{first}`"),
        ),
    }
}

fn network_text(problem: &NetworkProblem) -> Both {
    match problem {
        NetworkProblem::CannotJoin { connection, network } => (
            format!("`{}` cannot hold a network of kind `{}`", connection.key(), network.key()),
            format!("`{}` 不能接入类型为 `{}` 的网络", connection.key(), network.key()),
        ),
        NetworkProblem::TooManyNetworks { connection, most } => (
            format!("too many attachments: `{}` joins at most {most} networks", connection.key()),
            format!("接入过多：`{}` 最多连接 {most} 个网络", connection.key()),
        ),
        NetworkProblem::SecondDataCenter { connection } => (
            format!("too many attachments: `{}` joins one data center only", connection.key()),
            format!("接入过多：`{}` 只能连接一个数据中心", connection.key()),
        ),
        NetworkProblem::AttachedTwice { network } => {
            (format!("`{network}` is attached twice"), format!("`{network}` 重复接入"))
        }
        NetworkProblem::NotAttached { connection, network } => (
            format!("`{connection}` does not hold `{}`; attach the network first", shown(network)),
            format!("`{connection}` 没有接入 `{}`；请先接入该网络", shown(network)),
        ),
        NetworkProblem::BoundTwice { vswitch } => (
            format!("this group is bound to `{}` twice", shown(vswitch)),
            format!("该资源组重复绑定了 `{}`", shown(vswitch)),
        ),
        NetworkProblem::OnlyForCen { connection } => (
            format!("only `cen` has this field, `{}` has not", connection.key()),
            format!("只有 `cen` 有此字段，`{}` 没有", connection.key()),
        ),
    }
}

fn shape(shape: Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Object => ("an object {…}", "对象 {…}"),
        Shape::List => ("a list […]", "列表 […]"),
        Shape::Text => ("a text in quotes", "带引号的文本"),
        Shape::Number => ("a number", "数字"),
        Shape::Whitelist => ("a list of entries or \"none\"", "条目列表或 \"none\""),
        Shape::Snat => ("a list of vSwitch ids or \"vpc\"", "交换机 ID 列表或 \"vpc\""),
    }
}

fn found_text(found: Found) -> (&'static str, &'static str) {
    match found {
        Found::Null => ("null (leave the field out)", " null（请省略该字段）"),
        Found::Truth => ("true or false", " true 或 false"),
        Found::Number => ("a number", "数字"),
        Found::Text => ("a text", "文本"),
        Found::List => ("a list", "列表"),
        Found::Object => ("an object", "对象"),
    }
}

fn limits_text(limits: Limits) -> Both {
    match limits {
        Limits::Whole(least, u32::MAX) => {
            (format!("a whole number of {least} or more"), format!("不小于 {least} 的整数"))
        }
        Limits::Whole(least, most) => {
            (format!("a whole number from {least} to {most}"), format!("{least} 到 {most} 之间的整数"))
        }
        Limits::NotNegative => ("zero or more".into(), "不小于 0 的数".into()),
        Limits::Positive => ("a number above zero".into(), "大于 0 的数".into()),
    }
}

fn thing_key(thing: Thing) -> &'static str {
    match thing {
        Thing::Node(kind) => KindName::key(kind),
        Thing::Connection => "connection",
        Thing::Task => "task",
    }
}

fn ticked(words: &[&str], between: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(between)
}
