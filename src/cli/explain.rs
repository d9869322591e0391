//! `reachplan explain`.

use crate::cli::{Format, Outcome, Topic};
use crate::export::{Paint, explanation_list, explanation_text, explanations_json};
use crate::i18n::Language;
use crate::rules::Code;
use crate::wire::nearest;

/// What stands behind one code, or all codes with their situations.
pub(super) fn explain(topic: &Topic, paint: Paint) -> Outcome {
    let code = match topic.code.as_deref().map(|typed| Code::from_key(typed).ok_or(typed)).transpose() {
        Ok(code) => code,
        Err(typed) => return Outcome::failed(unknown(typed, topic.language)),
    };
    if topic.format == Format::Json {
        let codes = code.as_ref().map_or(Code::ALL, std::slice::from_ref);
        return match explanations_json(codes, topic.language) {
            Ok(json) => Outcome::printed(json, 0),
            Err(error) => Outcome::failed(format!("{error}\n")),
        };
    }
    let out = match code {
        Some(code) => explanation_text(code, topic.language, paint),
        None => explanation_list(topic.language, paint),
    };
    Outcome::printed(out, 0)
}

/// There is no such code, but perhaps ones that hold the word or look like it.
fn unknown(typed: &str, language: Language) -> String {
    let keys: Vec<&'static str> = Code::ALL.iter().map(|code| code.key()).collect();
    let holds = |key: &&&str| typed.len() > 2 && key.contains(typed);
    let mut near: Vec<&str> = keys.iter().filter(holds).copied().collect();
    if near.is_empty() {
        near.extend(nearest(typed, &keys));
    }
    let mut said = language.pick(
        format!("reachplan: there is no code `{typed}`; `reachplan explain` lists them all\n"),
        format!("reachplan：没有代码 `{typed}`；`reachplan explain` 可列出全部代码\n"),
    );
    if !near.is_empty() {
        let near = near.join(", ");
        said += &language.pick(format!("perhaps: {near}\n"), format!("您要找的可能是：{near}\n"));
    }
    said
}
