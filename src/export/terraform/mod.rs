//! What a plan still needs as a Terraform file for the provider `aliyun/alicloud`: resources for what the provider has,
//! variables for what the plan does not know, calls of the client for what the provider lacks, comments for the rest.
//!
//! Source: provider documentation of aliyun/alicloud (1.245.0 and later), read in November 2026.

mod acts;
mod hcl;
mod network;
mod outlet;
mod writer;

use std::collections::BTreeSet;

use crate::base::Id;
use crate::cloud::Facts;
use crate::export::needs::Needs;
use crate::export::tasks::{Task, one_line, tasks};
use crate::i18n::cloud::{nothing, remark, terraform_head};
use crate::i18n::{Language, Names};
use crate::topology::Document;

use hcl::{Expr, Item, attribute, block, written};
use writer::Writer;

/// The file of a document.
pub(super) fn text(document: &Document, language: Language) -> String {
    let needs = Needs::of(document);
    let names = Names { topology: &needs.after, language };
    let facts = Facts { before: &document.topology, after: &needs.after };
    let tasks = tasks(document, &needs, language);
    let owners: BTreeSet<&Id> =
        tasks.iter().flat_map(|task| &task.doing.calls).filter_map(|call| call.account.as_ref()).collect();
    // The first time tells what the resources make known, the second time they are written.
    let mut first = Writer::new(facts, owners.len() > 1);
    drop(body(&mut first, &tasks, &names));
    let mut writer = first.again();
    let mut items = body(&mut writer, &tasks, &names);
    let head = writer.finish(&names, &mut items);
    let title = document.title.trim();
    let mut all = vec![Item::Comment(one_line(if title.is_empty() { "Reachplan" } else { title }))];
    all.extend(terraform_head(language).iter().map(|line| Item::Comment((*line).to_owned())));
    all.push(Item::Gap);
    all.push(required());
    all.extend(head);
    if tasks.is_empty() {
        all.extend([Item::Gap, Item::Comment(nothing(language).to_owned())]);
    }
    all.extend(items);
    written(&all)
}

/// Each task with its comment.
fn body(writer: &mut Writer<'_>, tasks: &[Task], names: &Names<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for task in tasks {
        writer.is_comment = task.is_to_verify;
        let mut native = acts::native(writer, task);
        // What had to be created first may be all there is.
        native.items.pop_if(|last| *last == Item::Gap);
        let remarks = native.remarks.iter().map(|one| remark(names, one, &task.console));
        items.push(Item::Gap);
        items.extend(task.comment.iter().cloned().chain(remarks).map(|line| Item::Comment(one_line(&line))));
        if task.is_to_verify {
            items.push(Item::Quiet(native.items));
        } else {
            items.extend(native.items);
        }
    }
    writer.is_comment = false;
    items
}

/// The provider that the file needs.
fn required() -> Item {
    let provider = vec![
        ("source".to_owned(), Expr::text("aliyun/alicloud")),
        ("version".to_owned(), Expr::text(">= 1.245.0")),
    ];
    let body = vec![
        attribute("required_version", Expr::text(">= 1.4.0")),
        Item::Gap,
        block("required_providers", &[], vec![Item::Map("alicloud".to_owned(), provider)]),
    ];
    block("terraform", &[], body)
}
