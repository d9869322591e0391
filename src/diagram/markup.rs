//! Writes SVG. Every text goes through [`Svg::line`], which escapes it: what a user typed can never become markup.

use std::fmt::Write as _;

use crate::diagram::Rect;
use crate::diagram::text::{Face, cut, width};

/// SVG that is being written.
#[derive(Clone, Debug, Default)]
pub(super) struct Svg(String);

impl Svg {
    /// A rectangle of a class with a corner radius.
    pub(super) fn rect(&mut self, class: &str, rect: Rect, radius: f64) {
        let Rect { x, y, w, h } = rect;
        self.write(format_args!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}"/>"#
        ));
    }

    /// The part by which something is grabbed.
    pub(super) fn handle(&mut self, rect: Rect) {
        let Rect { x, y, w, h } = rect;
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
        self.write(format_args!(r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"/>"#));
    }

    /// A line of text of a class that fits into `room`: what does not is there for who reads it aloud or speaks to the
    /// page, and takes no room. Returns the width of what is seen.
    pub(super) fn line(
        &mut self,
        class: &str,
        (x, y): (f64, f64),
        text: &str,
        face: Face,
        (size, room): (f64, f64),
    ) -> f64 {
        let (kept, rest) = cut(text, face, size, room);
        self.write(format_args!(r#"<text class="{class}" x="{x}" y="{y}">"#));
        self.escaped(kept);
        if !rest.is_empty() {
            self.0.push_str(r#"<tspan class="rest">"#);
            self.escaped(rest);
            self.0.push_str("</tspan>…");
        }
        // The blank keeps the words apart for whoever reads them as one text.
        self.0.push_str("</text> ");
        width(kept, face, size) + if rest.is_empty() { 0.0 } else { width("…", face, size) }
    }

    /// What is shown when the pointer rests.
    pub(super) fn tip(&mut self, text: &str) {
        self.0.push_str("<title>");
        self.escaped(text);
        self.0.push_str("</title>");
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(text);
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c if c.is_control() => self.0.push(' '),
                c => self.0.push(c),
            }
        }
    }
}
