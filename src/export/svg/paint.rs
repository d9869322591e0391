//! From the classes of the drawing to attributes that say everything themselves, for programs that know no stylesheets.

use crate::diagram::detail::{detail_size, name_size};
use crate::diagram::draw::Standing;
use crate::export::svg::palette::{Colour, Palette};
use crate::topology::{KindName, State};

/// The typeface of names.
pub(super) const SANS: &str = "sans-serif";
/// The typeface of addresses.
const MONO: &str = "monospace";

/// What an element is drawn as.
#[derive(Clone, Copy)]
pub(super) enum Drawn {
    Node(KindName),
    Hub,
}

/// Markup with every class in it replaced by the attributes that it stands for. Texts cannot hold a class: their quotes are
/// escaped.
pub(super) fn painted(markup: &str, drawn: Drawn, standing: Standing, palette: &Palette) -> String {
    let mut out = String::with_capacity(markup.len() * 2);
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once("class=\"") {
        let Some((class, after)) = after.split_once('"') else { break };
        out.push_str(before);
        out.push_str(&attributes(class, drawn, standing, palette));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn attributes(class: &str, drawn: Drawn, standing: Standing, palette: &Palette) -> String {
    let mut words = class.split(' ');
    match words.next().unwrap_or_default() {
        "shape" => shape(drawn, palette),
        "inner" => stroked(palette.line, 1.0),
        "glyph" => {
            let is_group = matches!(drawn, Drawn::Node(KindName::ResourceGroup));
            rounded(if is_group { palette.accent } else { palette.text_quiet }, 1.5)
        }
        "bar" => format!(r#"fill="{}""#, palette.accent),
        "badge" => {
            let (fill, edge) = (palette.badge(standing), palette.canvas);
            format!(r#"fill="{fill}" stroke="{edge}" stroke-width="1.5" stroke-linejoin="round""#)
        }
        "mark" => rounded(palette.raised, 1.75),
        "name" => {
            let (size, fill) = (name_size(0), palette.text);
            format!(r#"font-size="{size}" font-weight="600" fill="{fill}""#)
        }
        "detail" => {
            let face = if class.contains("plain") { SANS } else { MONO };
            let anchor = if class.contains("end") { r#" text-anchor="end""# } else { "" };
            let (size, fill) = (detail_size(0), palette.text_quiet);
            format!(r#"font-family="{face}" font-size="{size}" fill="{fill}"{anchor}"#)
        }
        _ => String::new(),
    }
}

fn shape(drawn: Drawn, palette: &Palette) -> String {
    let (fill, edge, width, dashes) = match drawn {
        Drawn::Hub => (palette.raised, palette.line_strong, 1.0, ""),
        Drawn::Node(kind) => match kind {
            KindName::Account => (palette.sunken, palette.line_strong, 1.0, "5 4"),
            KindName::Region => (palette.region, palette.region_line, 1.0, ""),
            KindName::Vpc => (palette.surface, palette.vpc_line, 1.5, ""),
            KindName::VSwitch => (palette.sunken, palette.line_strong, 1.0, ""),
            KindName::ClassicNetwork => ("url(#hatch)", palette.line_strong, 1.0, ""),
            KindName::DataCenter | KindName::OtherCloud => (palette.surface, palette.line_strong, 1.0, ""),
            KindName::Internet => (palette.internet, palette.line_strong, 1.0, ""),
            KindName::NatGateway | KindName::ResourceGroup | KindName::DataSource => {
                (palette.raised, palette.line_strong, 1.0, "")
            }
        },
    };
    let dashes = if dashes.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dashes}""#) };
    format!(r#"fill="{fill}" stroke="{edge}" stroke-width="{width}"{dashes}"#)
}

/// The attributes of an attachment's line by its state.
pub(super) fn line(state: State, palette: &Palette) -> String {
    match state {
        State::InService => stroked(palette.line_strong, 1.5),
        State::Pending => format!(r#"{} stroke-dasharray="6 4""#, stroked(palette.line_strong, 1.5)),
        State::Planned => format!(r#"{} stroke-dasharray="1 5""#, rounded(palette.line_strong, 2.0)),
    }
}

/// A line and nothing inside.
pub(super) fn stroked(colour: Colour, width: f64) -> String {
    format!(r#"fill="none" stroke="{colour}" stroke-width="{width}""#)
}

/// A line with round ends.
pub(super) fn rounded(colour: Colour, width: f64) -> String {
    format!(r#"{} stroke-linecap="round" stroke-linejoin="round""#, stroked(colour, width))
}
