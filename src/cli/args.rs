//! Arguments of the command line, read by hand: two commands with three options do not earn a dependency.

use crate::cli::default_language;
use crate::i18n::Language;

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The report.
    Check(Args),
    /// The document with every step applied.
    Apply(Args),
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
    /// More than one file.
    SecondFile(String),
    /// No such option.
    UnknownOption(String),
    /// An option without its value, or with one that it does not know; what would be right.
    BadValue {
        /// The option.
        option: String,
        /// The values it takes.
        expected: &'static str,
    },
}

const SYNOPSIS: &str = "usage: reachplan check FILE [--format text|json|markdown] [--lang en|zh]\n       reachplan apply FILE [--lang en|zh]\n       reachplan help | version\n";

impl Usage {
    /// The problem and what would be right.
    pub fn text(&self) -> String {
        let problem = match self {
            Self::NoCommand => "a command is missing".to_owned(),
            Self::UnknownCommand(word) => format!("there is no command `{word}`"),
            Self::NoFile(command) => format!("`{command}` needs a file (`-` is standard input)"),
            Self::SecondFile(word) => format!("one file at a time: `{word}` is one too many"),
            Self::UnknownOption(word) => format!("there is no option `{word}`"),
            Self::BadValue { option, expected } => format!("`{option}` takes {expected}"),
        };
        format!("reachplan: {problem}\n{SYNOPSIS}")
    }
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// Says what is wrong and what would be right.
pub(super) fn parse(words: &[String]) -> Result<Command, Usage> {
    let Some((command, rest)) = words.split_first() else {
        return Err(Usage::NoCommand);
    };
    match command.as_str() {
        "check" | "apply" => {}
        "help" | "--help" | "-h" => return Ok(Command::Help(default_language())),
        "version" | "--version" | "-V" => return Ok(Command::Version),
        other => return Err(Usage::UnknownCommand(other.to_owned())),
    }
    let mut file = None;
    let mut args = Args { file: String::new(), format: Format::Text, language: default_language() };
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        let (option, inline) = match word.split_once('=') {
            Some((option, value)) if word.starts_with("--") => (option, Some(value.to_owned())),
            _ => (word.as_str(), None),
        };
        let mut value = || inline.clone().or_else(|| words.next().cloned()).unwrap_or_default();
        match option {
            "--format" if command == "check" => {
                args.format = match value().as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "markdown" => Format::Markdown,
                    _ => {
                        return Err(Usage::BadValue {
                            option: option.to_owned(),
                            expected: "text, json or markdown",
                        });
                    }
                }
            }
            "--lang" => {
                let bad = Usage::BadValue { option: option.to_owned(), expected: "en or zh" };
                args.language = Language::from_key(&value()).ok_or(bad)?;
            }
            "--help" | "-h" => return Ok(Command::Help(args.language)),
            _ if option.starts_with('-') && option != "-" => {
                return Err(Usage::UnknownOption(option.to_owned()));
            }
            _ if file.is_some() => return Err(Usage::SecondFile(word.clone())),
            _ => file = Some(word.clone()),
        }
    }
    args.file = file.ok_or_else(|| Usage::NoFile(command.clone()))?;
    Ok(if command == "check" { Command::Check(args) } else { Command::Apply(args) })
}

/// The help text.
pub(super) fn help(language: Language) -> String {
    let words = language.pick(
        "Decides whether DataWorks resource groups reach their data sources, and lists the steps when they do not.\n\ncheck  prints the report; exit status 0: all ready, 1: not ready, 2: unreadable input\napply  prints the document with every step applied\nFILE   a topology document (version 1); `-` is standard input\n",
        "判断 DataWorks 资源组能否连通数据源，并在不能时列出步骤。\n\ncheck  输出报告；退出码 0：全部连通，1：尚未连通，2：输入无法读取\napply  输出应用全部步骤之后的文档\nFILE   拓扑文档（版本 1）；`-` 表示标准输入\n",
    );
    format!("{words}\n{SYNOPSIS}")
}
