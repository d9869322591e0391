//! Writes SVG. Every text is escaped: what a user typed can never become markup.

use std::fmt::Write as _;

use crate::diagram::Rect;
use crate::diagram::detail::{Extent, LEVELS, detail_size, name_size};
use crate::diagram::text::{Face, cut};

/// The attributes of an element.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The attribute that holds the id.
    pub hook: &'static str,
    /// The id.
    pub id: &'a str,
    /// What it is drawn as.
    pub class: &'static str,
    /// The key of its kind.
    pub kind: &'static str,
    /// The key of its standing.
    pub standing: &'static str,
    /// What is read aloud.
    pub spoken: &'a str,
    /// Whether it is selected.
    pub selected: bool,
}

/// A coordinate as text, to the hundredth: shorter than the exact number, and quicker to write.
#[derive(Clone, Copy, Debug)]
pub(super) struct Short(pub(super) f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "what lies beyond is never drawn")]
        let hundredths = (self.0 * 100.0).round() as i64;
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        if hundredths < 0 {
            f.write_str("-")?;
        }
        match rest {
            0 => write!(f, "{whole}"),
            _ if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// SVG that is being written.
#[derive(Clone, Debug)]
pub(super) struct Svg {
    text: String,
    extent: Extent,
}

impl Svg {
    /// Nothing yet, and how much it will be.
    pub(super) fn new(extent: Extent) -> Self {
        Self { text: String::new(), extent }
    }

    /// A rectangle of a class with a corner radius.
    pub(super) fn rect(&mut self, class: &str, rect: Rect, radius: f64) {
        let (x, y, w, h) = (Short(rect.x), Short(rect.y), Short(rect.w), Short(rect.h));
        self.write(format_args!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}"/>"#
        ));
    }

    /// The part by which something is grabbed.
    pub(super) fn handle(&mut self, rect: Rect) {
        if self.extent == Extent::Still {
            return;
        }
        let (x, y, w, h) = (Short(rect.x), Short(rect.y), Short(rect.w), Short(rect.h));
        self.write(format_args!(
            r#"<rect class="handle" data-handle="" x="{x}" y="{y}" width="{w}" height="{h}" rx="11"/>"#
        ));
    }

    /// A path of a class. The data must come from the program, never from a user.
    pub(super) fn path(&mut self, class: &str, data: &str) {
        self.write(format_args!(r#"<path class="{class}" d="{data}"/>"#));
    }

    /// A circle of a class.
    pub(super) fn circle(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        let (x, y) = (Short(x), Short(y));
        self.write(format_args!(r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"/>"#));
    }

    /// A name, at every level of detail as much of it as fits into that level's room. What is cut takes no room, and is
    /// there for who reads it aloud or speaks to the page.
    pub(super) fn name(&mut self, class: &str, (x, y): (f64, f64), text: &str, room: impl Fn(usize) -> f64) {
        if self.extent == Extent::Still {
            self.still_text(class, (x, y), cut(text, Face::Name, name_size(0), room(0)));
            return;
        }
        let fits = |level: usize| cut(text, Face::Name, name_size(level), room(level)).0.len();
        // Further away a name never shows more; near, an exact block may have taken its room.
        let near = fits(0);
        let far: Vec<usize> = (1..LEVELS)
            .scan(text.len(), |least, level| {
                *least = fits(level).min(*least);
                Some(*least)
            })
            .collect();
        let cut_from = |at: usize| far.iter().position(|kept| *kept <= at).map(|nth| nth + 1);
        let mut ends: Vec<usize> = far.iter().rev().copied().chain([text.len()]).collect();
        let at = ends.partition_point(|end| *end < near);
        ends.insert(at, near);
        let last = text.len().saturating_sub(1);
        let is_cut = near < text.len() || cut_from(last).is_some();
        self.open_text(class, x, y);
        let mut start = 0;
        for end in ends {
            let Some(piece) = text.get(start..end).filter(|piece| !piece.is_empty()) else { continue };
            match (cut_from(start), near <= start) {
                // Chromium centres a text and the pieces in it by half a pixel differently: so all of it is pieces, or none.
                (None, false) if is_cut => {
                    self.text.push_str("<tspan>");
                    self.escaped(piece);
                    self.text.push_str("</tspan>");
                }
                (None, false) => self.escaped(piece),
                (level, gone) => {
                    let level = level.unwrap_or(LEVELS);
                    let near = if gone { " c0" } else { "" };
                    self.write(format_args!(r#"<tspan class="c{level}{near}">"#));
                    self.escaped(piece);
                    self.text.push_str("</tspan>");
                }
            }
            start = end;
        }
        if is_cut {
            let (level, near) =
                (cut_from(last).unwrap_or(LEVELS), if near < text.len() { " e0" } else { "" });
            self.write(format_args!(r#"<tspan class="e{level}{near}">…</tspan>"#));
        }
        // The blank keeps the words apart for whoever reads them as one text.
        self.text.push_str(" </text>");
    }

    /// An address, block or type, as much as fits into `room` at the nearest level of detail.
    pub(super) fn detail(&mut self, class: &str, (x, y): (f64, f64), text: &str, face: Face, room: f64) {
        let (kept, rest) = cut(text, face, detail_size(0), room);
        if self.extent == Extent::Still {
            self.still_text(class, (x, y), (kept, rest));
            return;
        }
        self.open_text(class, x, y);
        self.escaped(kept);
        if !rest.is_empty() {
            self.text.push_str(r#"<tspan class="c0">"#);
            self.escaped(rest);
            self.text.push_str("</tspan>…");
        }
        self.text.push_str("</text>");
    }

    fn open_text(&mut self, class: &str, x: f64, y: f64) {
        let (x, y) = (Short(x), Short(y));
        self.write(format_args!(r#"<text class="{class}" x="{x}" y="{y}">"#));
    }

    /// A text as it is seen from near. The classes of the levels go; what stands in the middle is moved there, because not
    /// every program that shows SVG knows another way.
    fn still_text(&mut self, class: &str, (x, y): (f64, f64), (kept, rest): (&str, &str)) {
        let is_level =
            |word: &&str| matches!(word.as_bytes(), [b'm' | b'd' | b's', level] if level.is_ascii_digit());
        let shift = if class.split(' ').any(|word| word == "m0") { r#" dy=".35em""# } else { "" };
        let class = class.split(' ').filter(|word| !is_level(word)).collect::<Vec<_>>().join(" ");
        self.write(format_args!(r#"<text class="{class}" x="{x}" y="{y}"{shift}>"#));
        self.escaped(kept);
        self.text.push_str(if rest.is_empty() { "</text>" } else { "…</text>" });
    }

    /// An element around what was written so far. Classes and hooks come from the program, texts from anywhere.
    pub(super) fn within(self, open: &Opening<'_>) -> String {
        let Opening { hook, id, class, kind, standing, spoken, selected } = open;
        let mut out = Self::new(self.extent);
        out.write(format_args!(
            r#"<g class="{class}" id="node-{id}" role="option" {hook}="{id}" data-kind="{kind}" data-status="{standing}" aria-selected="{selected}" aria-label=""#
        ));
        out.escaped(spoken);
        out.text.push_str("\">");
        out.text.push_str(&self.text);
        out.text.push_str("</g>");
        out.text
    }

    /// What is shown when the pointer rests. In the page that is told when it does: thousands of texts that nobody asked
    /// for would have to be read before anything is seen.
    pub(super) fn tip(&mut self, text: &str) {
        if self.extent == Extent::Still {
            self.text.push_str("<title>");
            self.escaped(text);
            self.text.push_str("</title>");
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(text);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // XML holds neither these nor most control characters.
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => self.text.push(' '),
                c => self.text.push(c),
            }
        }
    }
}
