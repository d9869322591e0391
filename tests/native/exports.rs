//! Plans in other formats, and what differs between two of them.

mod difference;
mod palette;
mod picture;
mod tables;

use reachplan::export::{Format, Options, Split, Theme, text};
use reachplan::i18n::Language;
use reachplan::samples::SAMPLES;
use reachplan::topology::Document;
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

#[test]
fn the_command_line_prints_what_the_library_writes() {
    for one in SAMPLES {
        for format in Format::ALL {
            for (language, theme) in [(Language::En, Theme::Light), (Language::Zh, Theme::Dark)] {
                let options = Options { language, theme, split: Split::Connection };
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
