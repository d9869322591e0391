//! The inside of everything that is drawn, as SVG in absolute coordinates: in Chromium a transform on each node would
//! make every frame walk all of them.

use crate::diagram::detail::{self, Extent, LEVELS, detail_size, name_size};
use crate::diagram::markup::{Short, Svg};
use crate::diagram::sizes::HEADER;
use crate::diagram::text::{Face, width};
use crate::diagram::{Point, Rect, glyph};
use crate::topology::{ConnectionKind, KindName};

pub use crate::diagram::markup::Opening;

/// What the right edge of a card leaves free of text.
const EDGE: f64 = 5.0;
/// What the corner with the badge leaves free of text.
const CORNER: f64 = 12.0;
/// What separates the name of a place from its block.
const APART: f64 = 6.0;
/// The least of a name, or of several blocks, that still says something.
const SHORTEST: f64 = 64.0;
/// How much further left a name begins where the picture gives way to it.
const PICTURE: f64 = 22.0;
/// From this level of detail on, two lines no longer fit on a card.
const CARD_LEVELS: usize = 3;

/// How a node or connection stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is wrong with it.
    #[default]
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

impl Label {
    /// All of it, also what a small node has no room for.
    pub fn whole(&self) -> String {
        if self.detail.is_empty() { self.name.clone() } else { format!("{}\n{}", self.name, self.detail) }
    }
}

/// The inside of an element.
#[derive(Clone, Debug)]
pub struct Inside(Svg);

impl Inside {
    /// As it is.
    pub fn markup(self) -> String {
        self.0.finish()
    }

    /// With the element around it.
    pub fn within(self, open: &Opening<'_>) -> String {
        self.0.within(open)
    }
}

/// The inside of a node.
pub fn node(kind: KindName, rect: Rect, label: &Label, standing: Standing, extent: Extent) -> Inside {
    let mut svg = Svg::new(extent);
    let is_place = kind.is_place();
    svg.rect("shape", rect, if is_place { 12.0 } else { 8.0 });
    if is_place {
        svg.handle(Rect { h: HEADER, ..rect });
    }
    let text = rect.x + if is_place { 34.0 } else { picture_at(kind) + 25.0 };
    if extent >= Extent::Picture {
        let picture = if is_place { place_picture } else { card_picture };
        let edge = if is_place { CORNER } else { EDGE };
        picture(&mut svg, kind, rect, &glyph_class(label, rect.right() - edge - text, extent));
    }
    if extent >= Extent::Whole {
        let labels = if is_place { place_labels } else { card_labels };
        labels(&mut svg, rect, text, label);
        svg.tip(&label.whole());
    }
    if extent >= Extent::Picture {
        badge(&mut svg, Point::new(rect.right() - 6.0, rect.y + 6.0), standing);
    }
    Inside(svg)
}

/// The inside of a connection's lozenge.
pub fn hub(kind: ConnectionKind, rect: Rect, label: &Label, standing: Standing, extent: Extent) -> Inside {
    let mut svg = Svg::new(extent);
    svg.rect("shape", rect, rect.h / 2.0);
    let room = rect.w - 34.0 - 10.0;
    if extent >= Extent::Picture {
        let picture = glyph::placed(glyph::connection(kind), rect.x + 12.0, rect.y + 9.0, 0.9);
        svg.path(&glyph_class(label, room, extent), &picture);
    }
    if extent >= Extent::Whole {
        name(&mut svg, "m0", (rect.x + 34.0, rect.centre().y), label, |_| room);
        svg.tip(&label.whole());
    }
    if extent >= Extent::Picture {
        badge(&mut svg, Point::new(rect.right() - 10.0, rect.y + 2.0), standing);
    }
    Inside(svg)
}

/// How far from the left edge of a card its picture stands.
fn picture_at(kind: KindName) -> f64 {
    if kind == KindName::ResourceGroup { 14.0 } else { 10.0 }
}

fn card_picture(svg: &mut Svg, kind: KindName, rect: Rect, class: &str) {
    if kind == KindName::ResourceGroup {
        // The protagonist: an accent bar along the left edge, inside the card's rounded corners.
        let (x, y, h) = (rect.x, Short(rect.y), rect.h);
        svg.path(
            "bar",
            &format!(
                "M{} {y}h-2a8 8 0 0 0-8 8v{}a8 8 0 0 0 8 8h2a6 6 0 0 1-6-6v-{}a6 6 0 0 1 6-6z",
                Short(x + 10.0),
                h - 16.0,
                h - 12.0
            ),
        );
    }
    svg.path(class, &glyph::placed(glyph::node(kind), rect.x + picture_at(kind), rect.y + 16.0, 1.0));
}

fn card_labels(svg: &mut Svg, rect: Rect, text: f64, label: &Label) {
    let room = rect.right() - EDGE - text;
    if label.detail.is_empty() {
        name(svg, "m0", (text, rect.centre().y), label, |_| room);
        return;
    }
    // Where the second line has to go, the first stands in the middle.
    let fits = |level: usize, whole: f64| level < CARD_LEVELS && whole <= room;
    let until = detail::until(&label.detail, label.face, fits);
    name(svg, &format!("m{until}"), (text, rect.y + 23.0), label, |_| room);
    let class = format!("{} d{until}", class(label.face));
    svg.detail(&class, (text, rect.y + 40.0), &label.detail, label.face, room);
}

fn place_picture(svg: &mut Svg, kind: KindName, rect: Rect, class: &str) {
    if matches!(kind, KindName::DataCenter | KindName::OtherCloud) {
        svg.rect("inner", rect.grown(-3.0), 9.0);
    }
    svg.path(class, &glyph::placed(glyph::node(kind), rect.x + 12.0, rect.y + 8.0, 0.8));
}

fn place_labels(svg: &mut Svg, rect: Rect, text: f64, label: &Label) {
    let room = rect.right() - CORNER - text;
    let middle = rect.y + HEADER / 2.0;
    let whole = width(&label.detail, label.face, detail_size(0));
    // A block is exact: a long name gives way to it.
    let kept = if whole > 0.0 && room - whole > SHORTEST { room - whole - APART } else { room };
    name(svg, "m0", (text, middle), label, |level| if level == 0 { kept } else { room });
    let named = |level: usize| width(&label.name, Face::Name, name_size(level));
    let left = room - named(0).min(kept) - APART;
    // Little of several blocks says nothing; all of them are in the tip.
    if whole > 0.0 && (whole <= left || left > SHORTEST) {
        let fits = |level: usize, whole: f64| named(level) + APART + whole <= room;
        let until = detail::until(&label.detail, label.face, fits);
        let class = format!("detail end m0 d{until}");
        svg.detail(&class, (rect.right() - CORNER, middle), &label.detail, label.face, left);
    }
}

/// The level from which on a name asks for the room of the picture before it: the kind is seen in other ways, and what it is
/// called in none.
fn gives_way(label: &Label, room: f64) -> Option<usize> {
    (1..LEVELS).find(|level| width(&label.name, Face::Name, name_size(*level)) > room)
}

fn glyph_class(label: &Label, room: f64, extent: Extent) -> String {
    let level = gives_way(label, room).filter(|_| extent != Extent::Still);
    level.map_or_else(|| "glyph".to_owned(), |level| format!("glyph d{level}"))
}

/// A name, which begins where the picture stood from the level on at which it would be cut.
fn name(svg: &mut Svg, class: &str, at: (f64, f64), label: &Label, room: impl Fn(usize) -> f64) {
    let level = gives_way(label, room(LEVELS));
    let class = level.map_or_else(|| format!("name {class}"), |level| format!("name {class} s{level}"));
    let more = |at: usize| if level.is_some_and(|level| level <= at) { PICTURE } else { 0.0 };
    svg.name(&class, at, &label.name, |level| room(level) + more(level));
}

fn class(face: Face) -> &'static str {
    match face {
        Face::Mono => "detail",
        Face::Name => "detail plain",
    }
}

/// The state on the corner: a shape of its own for each, so that colour is never alone.
fn badge(svg: &mut Svg, at: Point, standing: Standing) {
    let (x, y) = (at.x, at.y);
    match standing {
        Standing::Fine => {}
        Standing::Info => {
            svg.circle("badge", x, y, 8.0);
            svg.path("mark", &format!("M{0} {1}v.01M{0} {2}v4", Short(x), Short(y - 4.0), Short(y)));
        }
        Standing::Warning => {
            svg.path("badge", &format!("M{} {}l9 16h-18z", Short(x), Short(y - 10.0)));
            svg.path("mark", &format!("M{0} {1}v4.5M{0} {2}v.01", Short(x), Short(y - 4.0), Short(y + 3.5)));
        }
        Standing::Error => {
            svg.circle("badge", x, y, 8.0);
            svg.path("mark", &format!("M{} {}l6 6m0-6l-6 6", Short(x - 3.0), Short(y - 3.0)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::sizes::least;

    #[test]
    fn the_block_of_a_place_is_written_whole_and_a_long_name_gives_way_to_it() {
        for (name, seen) in [
            ("vsw-shop", "<tspan>vsw-s</tspan><tspan class=\"c8\">hop<"),
            ("vsw-warehouse-analytics", "a</tspan><tspan class=\"c7 c0\">r<"),
        ] {
            let rect = Rect { x: 0.0, y: 0.0, w: least(KindName::VSwitch).0, h: 104.0 };
            let label = Label { name: name.to_owned(), detail: "172.16.4.0/24".to_owned(), face: Face::Mono };
            let drawn = node(KindName::VSwitch, rect, &label, Standing::Fine, Extent::Whole).markup();
            assert!(drawn.contains(seen), "{drawn}");
            assert!(drawn.contains(">172.16.4.0/24<"), "{drawn}");
        }
    }

    #[test]
    fn further_away_a_label_is_larger_and_says_less_and_nothing_of_it_is_lost() {
        let rect = Rect { x: 0.0, y: 0.0, w: 176.0, h: 52.0 };
        let label = Label {
            name: "orders-archive".to_owned(),
            detail: "10.2.3.20:3306".to_owned(),
            face: Face::Mono,
        };
        let drawn = node(KindName::DataSource, rect, &label, Standing::Fine, Extent::Whole).markup();
        assert!(
            drawn.contains(r#"class="glyph d3""#),
            "from level 3 on there is no room beside the picture: {drawn}"
        );
        assert!(
            drawn.contains(r#"<tspan class="e4">…"#),
            "in its place the name is whole at level 3: {drawn}"
        );
        assert!(drawn.contains(r#"class="detail d3" x="35" y="40">10.2.3.20:3306<"#), "{drawn}");
        let name = drawn.split("<text").nth(1).unwrap();
        let text: String = name.split('>').skip(1).map(|part| part.split('<').next().unwrap()).collect();
        assert_eq!(text.trim(), "orders-archive…", "read aloud in one piece");
    }

    #[test]
    fn from_afar_there_are_no_labels_and_from_further_away_no_pictures() {
        let rect = Rect { x: 0.0, y: 0.0, w: 176.0, h: 52.0 };
        let label = Label { name: "erp".to_owned(), detail: "10.2.3.20".to_owned(), face: Face::Mono };
        let drawn = |extent| node(KindName::DataSource, rect, &label, Standing::Error, extent).markup();
        let (whole, picture, shape) = (drawn(Extent::Whole), drawn(Extent::Picture), drawn(Extent::Shape));
        let is_part = |text: &str| (whole.contains(text), picture.contains(text), shape.contains(text));
        assert_eq!(is_part("erp"), (true, false, false));
        assert_eq!((is_part("glyph"), is_part("badge")), ((true, true, false), (true, true, false)));
        assert_eq!(is_part(r#"class="shape""#), (true, true, true));
    }
}
