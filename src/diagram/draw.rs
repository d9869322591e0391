//! The inside of everything that is drawn, as SVG in absolute coordinates: in Chromium a transform on each node would
//! make every frame walk all of them.

use crate::diagram::markup::Svg;
use crate::diagram::sizes::HEADER;
use crate::diagram::text::{Face, width};
use crate::diagram::{Point, Rect, glyph};
use crate::topology::{ConnectionKind, KindName};

/// The type size of names.
const NAME: f64 = 13.0;
/// The type size of addresses and blocks: the longest address with its port has to fit on a card.
const DETAIL: f64 = 11.0;
/// The type size of the name of a connection.
const HUB: f64 = 12.0;
/// What the corner with the badge leaves free of text.
const CORNER: f64 = 12.0;
/// What separates the name of a place from its block.
const APART: f64 = 6.0;
/// The least of a name, or of several blocks, that still says something.
const SHORTEST: f64 = 64.0;
/// The type size of names when the drawing is small.
const BRIEF: f64 = 26.0;

/// How a node or connection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is wrong with it.
    Fine,
    /// Worth knowing.
    Info,
    /// Unwise, or a risk.
    Warning,
    /// Breaks a connection.
    Error,
}

impl Standing {
    /// The value of `data-status`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What is written on a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its name.
    pub name: String,
    /// Its address, block or type; may be empty.
    pub detail: String,
    /// Addresses and blocks are mono, everything else is not.
    pub face: Face,
}

/// The inside of a node.
pub fn node(kind: KindName, rect: Rect, label: &Label, standing: Standing) -> String {
    let mut svg = Svg::default();
    if kind.is_place() {
        place(&mut svg, kind, rect, label);
    } else {
        card(&mut svg, kind, rect, label);
    }
    badge(&mut svg, Point::new(rect.right() - 6.0, rect.y + 6.0), standing);
    svg.finish()
}

/// The inside of a connection's lozenge.
pub fn hub(kind: ConnectionKind, rect: Rect, label: &Label, standing: Standing) -> String {
    let mut svg = Svg::default();
    svg.rect("shape", rect, rect.h / 2.0);
    svg.path("glyph", &glyph::placed(glyph::connection(kind), rect.x + 12.0, rect.y + 9.0, 0.9));
    let room = rect.w - 34.0 - 10.0;
    svg.line("name", (rect.x + 34.0, rect.y + 22.5), &label.name, Face::Name, (HUB, room));
    svg.line("brief", (rect.x + 34.0, rect.y + 27.0), &label.name, Face::Name, (BRIEF, room));
    svg.tip(&full(label));
    badge(&mut svg, Point::new(rect.right() - 10.0, rect.y + 2.0), standing);
    svg.finish()
}

fn card(svg: &mut Svg, kind: KindName, rect: Rect, label: &Label) {
    svg.rect("shape", rect, 8.0);
    if kind == KindName::ResourceGroup {
        // The protagonist: an accent bar along the left edge, inside the card's rounded corners.
        let (x, y, h) = (rect.x, rect.y, rect.h);
        svg.path(
            "bar",
            &format!(
                "M{} {y}h-2a8 8 0 0 0-8 8v{}a8 8 0 0 0 8 8h2a6 6 0 0 1-6-6v-{}a6 6 0 0 1 6-6z",
                x + 10.0,
                h - 16.0,
                h - 12.0
            ),
        );
    }
    let left = if kind == KindName::ResourceGroup { 14.0 } else { 10.0 };
    svg.path("glyph", &glyph::placed(glyph::node(kind), rect.x + left, rect.y + 16.0, 1.0));
    let text = left + 28.0;
    let room = rect.w - text - 8.0;
    let y = if label.detail.is_empty() { 30.5 } else { 22.0 };
    svg.line("name", (rect.x + text, rect.y + y), &label.name, Face::Name, (NAME, room));
    if !label.detail.is_empty() {
        let at = (rect.x + text, rect.y + 39.0);
        svg.line(class(label.face), at, &label.detail, label.face, (DETAIL, room));
    }
    svg.line("brief", (rect.x + text, rect.y + 35.0), &label.name, Face::Name, (BRIEF, room + 6.0));
    svg.tip(&full(label));
}

fn place(svg: &mut Svg, kind: KindName, rect: Rect, label: &Label) {
    svg.rect("shape", rect, 12.0);
    if matches!(kind, KindName::DataCenter | KindName::OtherCloud) {
        svg.rect("inner", rect.grown(-3.0), 9.0);
    }
    svg.handle(Rect { h: HEADER, ..rect });
    svg.path("glyph", &glyph::placed(glyph::node(kind), rect.x + 12.0, rect.y + 8.0, 0.8));
    let room = rect.w - 34.0 - CORNER;
    let whole = width(&label.detail, label.face, DETAIL);
    // A block is exact: a long name gives way to it.
    let kept = if whole > 0.0 && room - whole > SHORTEST { room - whole - APART } else { room };
    let taken = svg.line("name", (rect.x + 34.0, rect.y + 20.5), &label.name, Face::Name, (NAME, kept));
    let left = room - taken - APART;
    // Little of several blocks says nothing; all of them are in the tip.
    if whole <= left || left > SHORTEST {
        let at = (rect.right() - CORNER, rect.y + 20.5);
        svg.line("detail end", at, &label.detail, label.face, (DETAIL, left));
    }
    svg.line("brief", (rect.x + 34.0, rect.y + 26.0), &label.name, Face::Name, (BRIEF, room));
    svg.tip(&full(label));
}

fn class(face: Face) -> &'static str {
    match face {
        Face::Mono => "detail",
        Face::Name => "detail plain",
    }
}

fn full(label: &Label) -> String {
    if label.detail.is_empty() { label.name.clone() } else { format!("{}\n{}", label.name, label.detail) }
}

/// The state on the corner: a shape of its own for each, so that colour is never alone.
fn badge(svg: &mut Svg, at: Point, standing: Standing) {
    let (x, y) = (at.x, at.y);
    match standing {
        Standing::Fine => {}
        Standing::Info => {
            svg.circle("badge", x, y, 8.0);
            svg.path("mark", &format!("M{x} {}v.01M{x} {y}v4", y - 4.0));
        }
        Standing::Warning => {
            svg.path("badge", &format!("M{x} {}l9 16h-18z", y - 10.0));
            svg.path("mark", &format!("M{x} {}v4.5M{x} {}v.01", y - 4.0, y + 3.5));
        }
        Standing::Error => {
            svg.circle("badge", x, y, 8.0);
            svg.path("mark", &format!("M{} {}l6 6m0-6l-6 6", x - 3.0, y - 3.0));
        }
    }
}
