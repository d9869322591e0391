//! Plans in other formats, and what differs between two of them.

mod difference;
mod hcl;
mod palette;
mod paper;
mod picture;
mod script;
mod tables;
mod terraform;

use std::sync::Arc;

use reachplan::export::{Format, Options, Split, Theme, text};
use reachplan::i18n::Language;
use reachplan::samples::SAMPLES;
use reachplan::topology::{Document, Kind};
use reachplan::wire;

use crate::cli::run;

/// The document of a sample.
fn sample(name: &str) -> Document {
    SAMPLES.iter().find(|sample| sample.name == name).unwrap().document(Language::En).unwrap()
}

/// A document of these nodes, connections and tasks.
fn drawn(nodes: &str, rest: &str) -> Document {
    wire::read(&format!(r#"{{ "reachplan": 1, "nodes": [{nodes}] {rest} }}"#)).unwrap()
}

/// What people call things, and what may never be more than a name.
const NASTY: [&str; 9] = [
    "plain",
    "two words",
    "it's \"quoted\" \\ here",
    "$(touch gone) `id` ${HOME} %{if}",
    "line\nbreak\n; rm -rf x\n}\n",
    "-rf --profile",
    "tab\tand\u{0}nul\r",
    "名称 (测试) # no comment",
    "$${escaped} %%{escaped}",
];

/// A serverless group of one account, bound to nothing, with data sources of another account in another region.
fn two_accounts() -> Document {
    drawn(
        r#"{ "id": "a", "kind": "account", "name": "Data" }, { "id": "b", "kind": "account", "uid": "1001000000000002" },
           { "id": "ra", "kind": "region", "in": "a", "region": "cn-hangzhou" },
           { "id": "rb", "kind": "region", "in": "b", "region": "cn-shanghai" },
           { "id": "g", "kind": "resource_group", "in": "ra", "type": "serverless" },
           { "id": "vpc-b", "kind": "vpc", "in": "rb", "cidrs": ["172.16.0.0/16"] },
           { "id": "vsw-b", "kind": "vswitch", "in": "vpc-b", "cidr": "172.16.1.0/24", "zone": "cn-shanghai-b" },
           { "id": "orders", "kind": "data_source", "in": "vsw-b", "product": "rds_mysql", "addresses": ["172.16.1.9"], "whitelist": ["127.0.0.1"] },
           { "id": "es", "kind": "data_source", "in": "vsw-b", "product": "elasticsearch", "addresses": ["172.16.1.10"], "whitelist": ["127.0.0.1"] },
           { "id": "gp", "kind": "data_source", "in": "vsw-b", "product": "analyticdb_postgresql", "addresses": ["172.16.1.11"], "whitelist": ["127.0.0.1"] },
           { "id": "k", "kind": "data_source", "in": "vsw-b", "product": "kafka", "addresses": ["172.16.1.12"], "whitelist": ["127.0.0.1"] },
           { "id": "own", "kind": "data_source", "in": "vsw-b", "product": "self_managed_mysql", "addresses": ["172.16.1.13"], "whitelist": "none",
             "security_group": { "type": "basic" } }"#,
        "",
    )
}

/// The same plan with this as the name of everything, as zone, and as the plan's title.
fn named(plan: Document, name: &str) -> Document {
    let mut plan = Document { title: name.to_owned(), ..plan };
    for node in Arc::make_mut(&mut plan.topology).nodes.values_mut() {
        let node = Arc::make_mut(node);
        node.name = Some(name.to_owned());
        if let Kind::VSwitch(switch) = &mut node.kind {
            switch.zone = Some(name.to_owned());
        }
    }
    plan
}

#[test]
fn the_command_line_prints_what_the_library_writes() {
    for one in SAMPLES {
        for format in Format::ALL {
            for (language, theme) in [(Language::En, Theme::Light), (Language::Zh, Theme::Dark)] {
                let options = Options { language, theme, split: Split::Connection, ..Options::default() };
                let line = format!(
                    "export {}.json --format {} --lang {} --theme {}",
                    one.name,
                    format.key(),
                    language.key(),
                    theme.key()
                );
                let printed = run(&line);
                assert_eq!((printed.status, printed.err.as_str()), (0, ""), "{line}");
                assert!(printed.out == text(format, &sample(one.name), &options), "{line}");
            }
        }
    }
}

#[test]
fn an_exported_document_and_report_are_those_of_the_other_commands() {
    let checked = run("check other-region.json --format json --lang zh").out;
    assert_eq!(run("export other-region.json --format report --lang zh").out, checked);
    let json = run("export other-region.json --format json").out;
    assert_eq!(wire::read(&json).unwrap(), sample("other-region"));
    let markdown = run("check other-account.json --format markdown --by owner").out;
    assert_eq!(run("export other-account.json --format markdown --by owner").out, markdown);
}

#[test]
fn an_export_needs_a_format_that_there_is() {
    for (line, said) in [
        ("export other-region.json", "needs `--format`"),
        ("export --format csv", "needs a file"),
        ("export other-region.json --format docx", "markdown, csv"),
        ("export other-region.json --format csv --theme blue", "light or dark"),
        ("export other-region.json --format csv --by owner", "splits a runbook"),
        ("export other-region.json other-account.json --format csv", "one file at a time"),
    ] {
        let refused = run(line);
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{line}");
        assert!(refused.err.contains(said), "{line}: {}", refused.err);
    }
}
