//! What a plan still needs as commands of the client `aliyun`, a POSIX shell script to be read before it is run. What the
//! plan does not know are variables that have to be set; what has to be verified, and what no call does, are comments.

pub(super) mod command;
mod quote;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::base::Id;
use crate::cloud::{Call, Unknown};
use crate::export::needs::Needs;
use crate::export::tasks::{Task, one_line, tasks};
use crate::i18n::cloud::{not_set, nothing, remark, script_head, unknown, values_head};
use crate::i18n::{Language, Names};
use crate::topology::Document;

use command::command;

/// Reads one field out of an answer.
const FIELD: &str = r#"
# Prints the value of one field of an answer.
field() {
  sed -n 's/.*"'"$1"'": *"\{0,1\}\([^",}]*\).*/\1/p' | head -n 1
}
"#;

/// The script of a document.
pub(super) fn text(document: &Document, language: Language) -> String {
    let needs = Needs::of(document);
    let names = Names { topology: &needs.after, language };
    let tasks = tasks(document, &needs, language);
    let mut writer = Writer::of(&tasks);
    let mut body = String::new();
    for task in &tasks {
        body.push('\n');
        let remarks = task.doing.remarks.iter().map(|one| remark(&names, one, &task.console));
        task.comment.iter().cloned().chain(remarks).for_each(|line| comment(&mut body, &line));
        for call in &task.doing.calls {
            let lines = writer.call(call, task.is_to_verify);
            let mark = if task.is_to_verify { "# " } else { "" };
            for line in lines.lines() {
                let _ = writeln!(body, "{mark}{line}");
            }
        }
    }
    let title = document.title.trim();
    let mut out = String::from("#!/bin/sh\n");
    comment(&mut out, if title.is_empty() { "Reachplan" } else { title });
    out.push_str("#\n");
    script_head(language).iter().for_each(|line| comment(&mut out, line));
    out.push_str("set -eu\n");
    if writer.captures {
        out.push_str(FIELD);
    }
    if !writer.asked.is_empty() {
        out.push('\n');
        comment(&mut out, values_head(language));
        for (value, name) in &writer.asked {
            comment(&mut out, &unknown(&names, value));
            let _ = writeln!(out, ": \"${{{name}:?{}}}\"", not_set(language));
        }
    }
    if tasks.is_empty() {
        out.push('\n');
        comment(&mut out, nothing(language));
    }
    out + &body
}

fn comment(out: &mut String, text: &str) {
    let _ = writeln!(out, "# {}", one_line(text));
}

/// What is known of variables while the commands are written.
struct Writer {
    names: BTreeMap<Unknown, String>,
    /// Values to be set, in the order in which they are needed.
    asked: Vec<(Unknown, String)>,
    /// Values that an earlier answer tells.
    told: BTreeSet<Unknown>,
    /// Values that a command which is run needs.
    needed: BTreeSet<Unknown>,
    /// Whether an answer is read.
    captures: bool,
    /// Whether commands are of more than one account.
    several: bool,
}

impl Writer {
    fn of(tasks: &[Task]) -> Self {
        let calls = || tasks.iter().filter(|task| !task.is_to_verify).flat_map(|task| &task.doing.calls);
        let unknowns = calls().flat_map(|call| &call.params).flat_map(|(_, arg)| arg.unknowns());
        let accounts: BTreeSet<&Id> = calls().filter_map(|call| call.account.as_ref()).collect();
        Self {
            names: BTreeMap::new(),
            asked: Vec::new(),
            told: BTreeSet::new(),
            needed: unknowns.cloned().collect(),
            captures: false,
            several: accounts.len() > 1,
        }
    }

    /// A command, with its answer read where something later needs it. What is not run asks for nothing.
    fn call(&mut self, call: &Call, is_comment: bool) -> String {
        let profile = call.account.clone().filter(|_| self.several).map(Unknown::Profile);
        let mut name = |unknown: &Unknown| self.asked(unknown, is_comment);
        let command = command(call, profile.as_ref(), " \\\n  ", &mut name);
        match &call.gives {
            Some((unknown, field)) if !is_comment && self.needed.contains(unknown) => {
                self.captures = true;
                self.told.insert(unknown.clone());
                let name = self.name(unknown);
                format!(
                    "answer=$({command})\nprintf '%s\\n' \"$answer\"\n{name}=$(printf '%s\\n' \"$answer\" | field {field})\n: \"${{{name}:?}}\""
                )
            }
            _ => command,
        }
    }

    /// The variable of a value that has to be set, where no earlier answer tells it.
    fn asked(&mut self, unknown: &Unknown, is_comment: bool) -> String {
        let name = self.name(unknown);
        let is_new = !self.told.contains(unknown) && !self.asked.iter().any(|(held, _)| held == unknown);
        if is_new && !is_comment {
            self.asked.push((unknown.clone(), name.clone()));
        }
        name
    }

    /// The variable of a value, the same each time.
    fn name(&mut self, unknown: &Unknown) -> String {
        if let Some(name) = self.names.get(unknown) {
            return name.clone();
        }
        let stem = unknown.name().to_ascii_uppercase();
        let numbered = (2..).map(|number: u32| format!("{stem}_{number}"));
        let free = |name: &String| !self.names.values().any(|held| held == name);
        let name = std::iter::once(stem.clone()).chain(numbered).find(free).unwrap_or_else(|| stem.clone());
        self.names.insert(unknown.clone(), name.clone());
        name
    }
}
