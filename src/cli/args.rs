//! Arguments of the command line, read by hand: a few commands with a few options do not earn a dependency.

use crate::cli::default_language;
use crate::cli::help::SYNOPSIS;
use crate::export::{self, Options, Split, Theme};
use crate::i18n::Language;

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The report.
    Check(Args),
    /// The document with every step applied.
    Apply(Args),
    /// The plan in another format.
    Export(Exported),
    /// The real cloud as a plan.
    Import(Imported),
    /// The script that collects what an import needs.
    Collector,
    /// What differs between two plans.
    Diff(Compared),
    /// The link of a plan.
    Link(Args),
    /// The plan of a link.
    Open(Args),
    /// What stands behind a code.
    Explain(Topic),
    /// The help text.
    Help(Language),
    /// The version.
    Version,
}

/// What a command works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args {
    /// The file; `-` is standard input.
    pub file: String,
    /// The form of the report.
    pub format: Format,
    /// How a runbook is split.
    pub split: Split,
    /// The language of the words.
    pub language: Language,
}

/// What is exported, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file; `-` is standard input.
    pub file: String,
    /// The format.
    pub format: export::Format,
    /// How it is written.
    pub options: Options,
}

/// What is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The files; `-` is standard input.
    pub files: Vec<String>,
    /// The file of the plan that what is found is put into.
    pub present: Option<String>,
    /// The language of the words.
    pub language: Language,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The file of the old plan; `-` is standard input.
    pub old: String,
    /// The file of the new plan; `-` is standard input.
    pub new: String,
    /// The form.
    pub format: Format,
    /// The language of the words.
    pub language: Language,
}

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The code as typed; without one all are listed.
    pub code: Option<String>,
    /// The form.
    pub format: Format,
    /// The language of the words.
    pub language: Language,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// For a ticket.
    Markdown,
}

/// Why arguments were not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usage {
    /// No command.
    NoCommand,
    /// No such command.
    UnknownCommand(String),
    /// No file.
    NoFile(String),
    /// No link.
    NoLink,
    /// Not two files.
    NotTwoFiles,
    /// More than one file.
    SecondFile(String),
    /// More than one code.
    SecondCode(String),
    /// No such option.
    UnknownOption(String),
    /// A split of what is no runbook.
    SplitsRunbook,
    /// An export without its format.
    NoFormat,
    /// An option without its value, or with one that it does not know; what would be right.
    BadValue {
        /// The option.
        option: String,
        /// The values it takes.
        expected: &'static str,
    },
}

/// The formats of an export, as they are told.
const EXPORTS: &str = "markdown, csv, svg, terraform, cli, json or report";

impl Usage {
    /// The problem and what would be right.
    pub fn text(&self) -> String {
        let problem = match self {
            Self::NoCommand => "a command is missing".to_owned(),
            Self::UnknownCommand(word) => format!("there is no command `{word}`"),
            Self::NoFile(command) => format!("`{command}` needs a file (`-` is standard input)"),
            Self::NoLink => "`open` needs a link in quotes (`-` is standard input)".to_owned(),
            Self::NotTwoFiles => "`diff` needs two files, the old plan and the new one".to_owned(),
            Self::SecondFile(word) => format!("one file at a time: `{word}` is one too many"),
            Self::SecondCode(word) => format!("one code at a time: `{word}` is one too many"),
            Self::UnknownOption(word) => format!("there is no option `{word}`"),
            Self::SplitsRunbook => "`--by owner` splits a runbook: add `--format markdown`".to_owned(),
            Self::NoFormat => format!("`export` needs `--format` with {EXPORTS}"),
            Self::BadValue { option, expected } => format!("`{option}` takes {expected}"),
        };
        format!("reachplan: {problem}\n{SYNOPSIS}")
    }
}

/// Which command reads its arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Check,
    Apply,
    Export,
    Diff,
    Link,
    Open,
    Explain,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// Says what is wrong and what would be right.
pub(super) fn parse(words: &[String]) -> Result<Command, Usage> {
    let Some((command, rest)) = words.split_first() else {
        return Err(Usage::NoCommand);
    };
    let verb = match command.as_str() {
        "check" => Verb::Check,
        "apply" => Verb::Apply,
        "export" => Verb::Export,
        "import" => return import(rest),
        "diff" => Verb::Diff,
        "link" => Verb::Link,
        "open" => Verb::Open,
        "explain" => Verb::Explain,
        "help" | "--help" | "-h" => return Ok(Command::Help(default_language())),
        "version" | "--version" | "-V" => return Ok(Command::Version),
        other => return Err(Usage::UnknownCommand(other.to_owned())),
    };
    let (mut subject, mut second) = (None, None);
    let (mut format, mut language) = (Format::Text, default_language());
    let (mut split, mut theme, mut exported) = (Split::Connection, Theme::Light, None);
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        let (option, inline) = halves(word);
        let mut value = || inline.or_else(|| words.next().map(String::as_str)).unwrap_or_default().to_owned();
        let bad = |expected| Usage::BadValue { option: option.to_owned(), expected };
        match option {
            "--format" if verb == Verb::Export => {
                exported = Some(export::Format::from_key(&value()).ok_or_else(|| bad(EXPORTS))?);
            }
            "--theme" if verb == Verb::Export => {
                theme = Theme::from_key(&value()).ok_or_else(|| bad("light or dark"))?;
            }
            "--format" if !matches!(verb, Verb::Apply | Verb::Link | Verb::Open) => {
                format = format_of(verb, &value()).map_err(bad)?;
            }
            "--by" if matches!(verb, Verb::Check | Verb::Export) => {
                split = Split::from_key(&value()).ok_or_else(|| bad("connection or owner"))?;
            }
            "--lang" => language = Language::from_key(&value()).ok_or_else(|| bad("en or zh"))?,
            "--help" | "-h" => return Ok(Command::Help(language)),
            _ if option.starts_with('-') && option != "-" => {
                return Err(Usage::UnknownOption(option.to_owned()));
            }
            _ if subject.is_none() => subject = Some(word.clone()),
            _ if verb == Verb::Diff && second.is_none() => second = Some(word.clone()),
            _ if verb == Verb::Diff => return Err(Usage::NotTwoFiles),
            _ if verb == Verb::Explain => return Err(Usage::SecondCode(word.clone())),
            _ => return Err(Usage::SecondFile(word.clone())),
        }
    }
    if verb == Verb::Explain {
        return Ok(Command::Explain(Topic { code: subject, format, language }));
    }
    if verb == Verb::Diff {
        let (old, new) = subject.zip(second).ok_or(Usage::NotTwoFiles)?;
        return Ok(Command::Diff(Compared { old, new, format, language }));
    }
    let missing = || if verb == Verb::Open { Usage::NoLink } else { Usage::NoFile(command.clone()) };
    let file = subject.ok_or_else(missing)?;
    let is_runbook = format == Format::Markdown || exported == Some(export::Format::Markdown);
    if split == Split::Owner && !is_runbook {
        return Err(Usage::SplitsRunbook);
    }
    if verb == Verb::Export {
        let format = exported.ok_or(Usage::NoFormat)?;
        return Ok(Command::Export(Exported {
            file,
            format,
            options: Options { language, theme, split, ..Options::default() },
        }));
    }
    let args = Args { file, format, split, language };
    Ok(match verb {
        Verb::Apply => Command::Apply(args),
        Verb::Link => Command::Link(args),
        Verb::Open => Command::Open(args),
        Verb::Check | Verb::Export | Verb::Diff | Verb::Explain => Command::Check(args),
    })
}

/// An option and the value in the same word, as in `--lang=zh`.
fn halves(word: &str) -> (&str, Option<&str>) {
    match word.split_once('=') {
        Some((option, value)) if word.starts_with("--") => (option, Some(value)),
        _ => (word, None),
    }
}

/// Reads the arguments of `import`, the one command that takes any number of files.
fn import(words: &[String]) -> Result<Command, Usage> {
    let mut imported = Imported { files: Vec::new(), present: None, language: default_language() };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (option, inline) = halves(word);
        let mut value = || inline.or_else(|| words.next().map(String::as_str)).unwrap_or_default().to_owned();
        let bad = |expected| Usage::BadValue { option: option.to_owned(), expected };
        match option {
            "--collector" => return Ok(Command::Collector),
            "--merge" => imported.present = Some(value()).filter(|file| !file.is_empty()),
            "--lang" => imported.language = Language::from_key(&value()).ok_or_else(|| bad("en or zh"))?,
            "--help" | "-h" => return Ok(Command::Help(imported.language)),
            _ if option.starts_with('-') && option != "-" => {
                return Err(Usage::UnknownOption(option.to_owned()));
            }
            _ => imported.files.push(word.clone()),
        }
        if option == "--merge" && imported.present.is_none() {
            return Err(bad("the file of a plan"));
        }
    }
    if imported.files.is_empty() {
        return Err(Usage::NoFile("import".to_owned()));
    }
    Ok(Command::Import(imported))
}

/// The form of this name, or the names that the command takes.
fn format_of(verb: Verb, name: &str) -> Result<Format, &'static str> {
    match name {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "markdown" if verb != Verb::Explain => Ok(Format::Markdown),
        _ if verb != Verb::Explain => Err("text, json or markdown"),
        _ => Err("text or json"),
    }
}
