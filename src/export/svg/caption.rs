//! What stands above the drawing and is read to those who do not see it: the title and the results.

use std::fmt::Write as _;

use crate::base::Id;
use crate::diagram::text::{Face, clipped};
use crate::export::svg::palette::Palette;
use crate::i18n::{self, Language};
use crate::report::Report;
use crate::topology::{Document, Topology};
use crate::verdict::Verdict;

/// So many results are listed.
const MOST: usize = 8;
/// Type sizes of the title and of a result.
const TITLE: f64 = 20.0;
const ROW: f64 = 13.0;
/// From one row to the next.
const LEADING: f64 = 22.0;

/// The caption of a picture.
pub(super) struct Caption {
    title: String,
    rows: Vec<(Verdict, String)>,
    /// How many results are not listed.
    more: Option<String>,
    /// Width, in drawing units.
    room: f64,
}

impl Caption {
    /// The caption of a document and its report.
    pub(super) fn of(document: &Document, told: &Report, language: Language, room: f64) -> Self {
        let title = document.title.trim();
        let title = if title.is_empty() { "Reachplan" } else { title };
        let name = |id: &str| name(&document.topology, id);
        let colon = language.pick(": ", "：");
        let row = |connection: &crate::report::Connection| {
            let (group, source) = (name(&connection.resource_group), name(&connection.data_source));
            let verdict = i18n::verdict(language, connection.verdict, connection.steps_left());
            let scenario = i18n::scenario(language, connection.scenario);
            (connection.verdict, format!("{group} → {source}{colon}{verdict} · {scenario}"))
        };
        let left = told.connections.len().saturating_sub(MOST);
        let more = language.pick(format!("and {left} more"), format!("另有 {left} 条连接"));
        Self {
            title: title.to_owned(),
            rows: told.connections.iter().take(MOST).map(row).collect(),
            more: (left > 0).then_some(more),
            room,
        }
    }

    /// How much room it takes above the drawing.
    pub(super) fn height(&self) -> f64 {
        let rows = self.rows.len() + usize::from(self.more.is_some());
        let rows = u32::try_from(rows).unwrap_or_default();
        TITLE + LEADING * f64::from(rows) + 24.0
    }

    /// Title and description of the picture.
    pub(super) fn describe(&self, out: &mut String) {
        let rows = self.rows.iter().map(|(_, row)| row.as_str()).chain(self.more.as_deref());
        let rows = rows.collect::<Vec<_>>().join("\n");
        let (title, rows) = (escaped(&self.title), escaped(&rows));
        let _ = writeln!(out, r#"<title id="reachplan-title">{title}</title>"#);
        let _ = writeln!(out, r#"<desc id="reachplan-description">{rows}</desc>"#);
    }

    /// The caption itself, from its upper left corner on.
    pub(super) fn draw(&self, out: &mut String, (x, y): (f64, f64), palette: &Palette) {
        let mut at = y + TITLE * 0.8;
        let title = escaped(&clipped(&self.title, Face::Name, TITLE, self.room));
        let (text, quiet) = (palette.text, palette.text_quiet);
        let _ = writeln!(
            out,
            r#"<text x="{x}" y="{at}" font-size="{TITLE}" font-weight="600" fill="{text}">{title}</text>"#
        );
        for (verdict, row) in &self.rows {
            at += LEADING;
            let (colour, row) =
                (palette.verdict(*verdict), escaped(&clipped(row, Face::Name, ROW, self.room - 18.0)));
            let (middle, dot, left) = (at - ROW * 0.35, x + 5.0, x + 18.0);
            let _ = writeln!(out, r#"<circle cx="{dot}" cy="{middle}" r="5" fill="{colour}"/>"#);
            let _ =
                writeln!(out, r#"<text x="{left}" y="{at}" font-size="{ROW}" fill="{text}">{row}</text>"#);
        }
        if let Some(more) = &self.more {
            at += LEADING;
            let _ = writeln!(
                out,
                r#"<text x="{x}" y="{at}" font-size="{ROW}" fill="{quiet}">{}</text>"#,
                escaped(more)
            );
        }
    }
}

fn name(topology: &Topology, id: &str) -> String {
    Id::parse(id).map_or_else(|| id.to_owned(), |id| topology.name_of(&id))
}

/// A text as XML may hold it.
pub(in crate::export) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push('\n'),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
