//! Whitelist entries, routes and security group rules as one table: what is there, what is to be added, what is to be
//! verified. Header, states and the other words of the format are stable English keys; names and sentences are in the
//! language asked for.
//!
//! Written as RFC 4180 has it, with a byte order mark, without which Excel takes Chinese for another encoding. No cell can
//! become a formula.

mod rows;

use crate::i18n::{Language, Names};
use crate::topology::Document;

/// The columns, by the names of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Table,
    State,
    Element,
    ElementId,
    Place,
    PlaceId,
    Entry,
    Direction,
    Action,
    Protocol,
    PortFrom,
    PortTo,
    Priority,
    NextHop,
    NextHopId,
    Who,
    Step,
}

impl Column {
    const ALL: [Self; 17] = [
        Self::Table,
        Self::State,
        Self::Element,
        Self::ElementId,
        Self::Place,
        Self::PlaceId,
        Self::Entry,
        Self::Direction,
        Self::Action,
        Self::Protocol,
        Self::PortFrom,
        Self::PortTo,
        Self::Priority,
        Self::NextHop,
        Self::NextHopId,
        Self::Who,
        Self::Step,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::State => "state",
            Self::Element => "element",
            Self::ElementId => "element_id",
            Self::Place => "place",
            Self::PlaceId => "place_id",
            Self::Entry => "entry",
            Self::Direction => "direction",
            Self::Action => "action",
            Self::Protocol => "protocol",
            Self::PortFrom => "port_from",
            Self::PortTo => "port_to",
            Self::Priority => "priority",
            Self::NextHop => "next_hop",
            Self::NextHopId => "next_hop_id",
            Self::Who => "who",
            Self::Step => "step",
        }
    }
}

/// One row: what is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row(Vec<(Column, String)>);

impl Row {
    fn with(mut self, column: Column, text: impl Into<String>) -> Self {
        self.0.push((column, text.into()));
        self
    }

    /// Another text in the place of the one that is there.
    fn instead(mut self, column: Column, text: &str) -> Self {
        self.0.retain(|(held, _)| *held != column);
        self.with(column, text)
    }

    fn cell(&self, column: Column) -> &str {
        self.0.iter().find(|(held, _)| *held == column).map_or("", |(_, text)| text)
    }
}

/// The tables of a document.
pub(super) fn text(document: &Document, language: Language) -> String {
    let names = Names { topology: &document.topology, language };
    let header = Column::ALL.map(|column| column.key().to_owned());
    let mut out = String::from("\u{feff}");
    line(&mut out, &header);
    for row in rows::rows(document, &names) {
        line(&mut out, &Column::ALL.map(|column| harmless(row.cell(column))));
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        quoted(out, cell);
    }
    out.push_str("\r\n");
}

/// In quotes where the cell needs them, its own doubled.
fn quoted(out: &mut String, cell: &str) {
    let is_plain = !cell.contains(['"', ',', '\n', '\r']) && cell.trim() == cell;
    if is_plain {
        out.push_str(cell);
    } else {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
}

/// A text that no spreadsheet takes for a formula: what would start one is written behind an apostrophe. Full-width signs
/// count as well, because Excel reads them so in some languages.
fn harmless(cell: &str) -> String {
    let starts =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n');
    let first = cell.chars().find(|c| *c != ' ' && *c != '\u{feff}');
    if first.is_some_and(starts) { format!("'{cell}") } else { cell.to_owned() }
}
