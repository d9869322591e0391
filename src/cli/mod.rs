//! The command line: arguments to exit status. Output goes to the writers it is given, so that tests can look at it;
//! nothing is half written.

mod apply;
mod args;
mod check;
mod diff;
mod explain;
mod export;
mod help;
mod import;
mod link;

use std::io::{IsTerminal as _, Read as _, Write};

pub use args::{Args, Command, Compared, Exported, Format, Imported, Topic, Usage};

use crate::export::{Paint, embedded};
use crate::i18n::{Alike, Language, alike, problem_text, repeats};
use crate::topology::Document;
use crate::wire;

/// What a run of the command line says and returns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output.
    pub out: String,
    /// For standard error.
    pub err: String,
    /// 0 all ready, 1 not ready, 2 unreadable input or usage.
    pub status: u8,
}

/// Runs the command line of this process.
pub fn run(words: impl IntoIterator<Item = String>) -> u8 {
    let words: Vec<String> = words.into_iter().collect();
    let terminal = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let paint = if terminal { Paint::Colour } else { Paint::Plain };
    let outcome = execute(&words, paint, &read_file);
    // A closed pipe is the reader's choice and no error of ours.
    let _ = std::io::stdout().write_all(outcome.out.as_bytes());
    let _ = std::io::stderr().write_all(outcome.err.as_bytes());
    outcome.status
}

/// Runs one command; `read` turns a file name into its text.
pub fn execute(words: &[String], paint: Paint, read: Read<'_>) -> Outcome {
    match args::parse(words) {
        Ok(Command::Help(language)) => Outcome { out: help::help(language), ..Outcome::default() },
        Ok(Command::Version) => {
            Outcome { out: format!("reachplan {}\n", env!("CARGO_PKG_VERSION")), ..Outcome::default() }
        }
        Ok(Command::Check(args)) => match load_telling(&args.file, args.language, told(args.format), read) {
            Ok(document) => check::check(&document, &args, paint),
            Err(outcome) => outcome,
        },
        Ok(Command::Apply(args)) => match load(&args.file, args.language, read) {
            Ok(document) => apply::apply(document, args.language),
            Err(outcome) => outcome,
        },
        Ok(Command::Export(exported)) => export::export(&exported, read),
        Ok(Command::Import(imported)) => import::import(&imported, read),
        Ok(Command::Collector) => Outcome::printed(crate::import::COLLECTOR.to_owned(), 0),
        Ok(Command::Diff(compared)) => diff::diff(&compared, read),
        Ok(Command::Link(args)) => link::link(&args, read),
        Ok(Command::Open(args)) => link::open(&args, read),
        Ok(Command::Explain(topic)) => explain::explain(&topic, paint),
        Err(usage) => Outcome::failed(usage.text()),
    }
}

/// What turns a file name into bytes.
pub type Read<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>, String>;

/// Reads a document, or says every problem with file and JSON path. A link is as good as a file.
fn load(file: &str, language: Language, read: Read<'_>) -> Result<Document, Outcome> {
    load_telling(file, language, Told::Folded, read)
}

fn load_telling(file: &str, language: Language, told: Told, read: Read<'_>) -> Result<Document, Outcome> {
    if link::is_one(file) {
        return link::document(file, language);
    }
    let name = name_of(file, language);
    let text = text_of(file, language, read)?;
    // What `reachplan link` printed, in a file or a pipe.
    let word = text.trim();
    if link::is_one(word) && !word.starts_with(['{', '[', '"']) && !word.contains(char::is_whitespace) {
        return link::document(word, language);
    }
    wire::read(&text).map_err(|problems| {
        let line = |problem: &wire::Problem| {
            let place = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
            format!("{name}: {place}{}\n", problem_text(language, problem))
        };
        Outcome::failed(match told {
            Told::Each => problems.iter().map(line).collect(),
            Told::Folded => {
                let lines = |Alike { first, others }: Alike<'_>| {
                    let rest = (!others.is_empty())
                        .then(|| format!("{name}:   … {}\n", repeats::each(language, &others)));
                    std::iter::once(line(first)).chain(rest)
                };
                alike(language, &problems).into_iter().flat_map(lines).collect()
            }
        })
    })
}

/// Whoever asks for JSON gets every path.
fn told(format: Format) -> Told {
    match format {
        Format::Json => Told::Each,
        Format::Text | Format::Markdown => Told::Folded,
    }
}

/// How the problems of a document are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Each with its path, for programs.
    Each,
    /// Equal ones together, for people.
    Folded,
}

/// What a file is called.
fn name_of(file: &str, language: Language) -> &str {
    if file == "-" { language.pick("standard input", "标准输入") } else { file }
}

fn text_of(file: &str, language: Language, read: Read<'_>) -> Result<String, Outcome> {
    let name = name_of(file, language);
    let bytes = read(file).map_err(|problem| Outcome::failed(format!("{name}: {problem}\n")))?;
    // A picture of ours is a plan as well.
    let plan = embedded(&bytes);
    let is_picture = bytes.starts_with(b"\x89PNG") || bytes.trim_ascii_start().starts_with(b"<");
    if plan.is_none() && is_picture {
        let text =
            language.pick("this picture holds no plan, or not all of it", "这张图片不含方案，或内容不完整");
        return Err(Outcome::failed(format!("{name}: {text}\n")));
    }
    let bytes = plan.map_or(bytes, String::into_bytes);
    String::from_utf8(bytes).map_err(|_| {
        Outcome::failed(format!("{name}: {}\n", language.pick("not a text in UTF-8", "不是 UTF-8 文本")))
    })
}

fn read_file(name: &str) -> Result<Vec<u8>, String> {
    if name == "-" {
        let mut bytes = Vec::new();
        return std::io::stdin().read_to_end(&mut bytes).map(|_| bytes).map_err(|error| error.to_string());
    }
    std::fs::read(name).map_err(|error| error.to_string())
}

impl Outcome {
    fn printed(out: String, status: u8) -> Self {
        Self { out, err: String::new(), status }
    }

    /// Input or usage that cannot be worked with.
    fn failed(err: String) -> Self {
        Self { out: String::new(), err, status: 2 }
    }
}

/// The language of a run: as asked for, else English, so that output in scripts never depends on the machine.
pub(crate) fn default_language() -> Language {
    Language::En
}
