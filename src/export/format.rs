//! The formats that a plan is exported in, and the one function that writes each of them.

use std::collections::BTreeSet;

use crate::analysis::analyse;
use crate::export::{csv, markdown, markdown_by_owner, script, svg, terraform};
use crate::i18n::Language;
use crate::report::{Report, report};
use crate::topology::Document;
use crate::wire;

/// A format that a plan is exported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The runbook, for a ticket.
    Markdown,
    /// Whitelist entries, routes and security group rules as one table.
    Csv,
    /// The drawing as a picture, with the document in it.
    Svg,
    /// What the plan still needs, as a Terraform file.
    Terraform,
    /// What the plan still needs, as commands of the client `aliyun`.
    Cli,
    /// The document itself.
    Json,
    /// The report, for programs.
    Report,
}

/// How an export is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The language of the words.
    pub language: Language,
    /// The colours of a picture.
    pub theme: Theme,
    /// How a runbook is split.
    pub split: Split,
    /// The steps that its reader has ticked by hand, as [`Connection::tick_of`](crate::report::Connection::tick_of) names
    /// them.
    pub ticked: Ticked,
}

/// Steps that were ticked by hand.
pub type Ticked = BTreeSet<String>;

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// How a runbook is split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// By connection.
    #[default]
    Connection,
    /// By who acts.
    Owner,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Markdown, Self::Csv, Self::Svg, Self::Terraform, Self::Cli, Self::Json, Self::Report];

    /// The word of the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Terraform => "terraform",
            Self::Cli => "cli",
            Self::Json => "json",
            Self::Report => "report",
        }
    }

    /// The format of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// How a file of this format ends, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Terraform => "tf",
            Self::Cli => "sh",
            Self::Json | Self::Report => "json",
        }
    }

    /// The media type of such a file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Svg => "image/svg+xml",
            Self::Terraform => "text/plain;charset=utf-8",
            Self::Cli => "application/x-sh",
            Self::Json | Self::Report => "application/json",
        }
    }
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The word of the command line and of the page's address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}

impl Split {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Connection, Self::Owner];

    /// The word of the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Owner => "owner",
        }
    }

    /// The split of this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|split| split.key() == key)
    }
}

/// A plan in another format. The same document and options give the same text, wherever it is made.
pub fn text(format: Format, document: &Document, options: &Options) -> String {
    let language = options.language;
    let analysed = || analyse(&document.topology);
    let reported = || report(&document.topology, &analysed(), language);
    match format {
        Format::Markdown if options.split == Split::Owner => {
            markdown_by_owner(document, &analysed(), language)
        }
        Format::Markdown => markdown(document, &reported(), &options.ticked, language),
        Format::Csv => csv::text(document, language),
        Format::Svg => svg::text(document, options),
        Format::Terraform => terraform::text(document, language),
        Format::Cli => script::text(document, language),
        Format::Json => wire::write(document),
        Format::Report => report_json(&reported()),
    }
}

/// The report as readable JSON.
pub fn report_json(report: &Report) -> String {
    // Only keys that are no texts and numbers that are not finite are refused, and a report has neither.
    serde_json::to_string_pretty(report).unwrap_or_default() + "\n"
}
