//! Drawn icons of the page's own, one stroke weight, 20 units wide. An icon is decoration: the word stands beside it
//! or in the label of its button.

use leptos::prelude::*;

use crate::diagram::glyph;
use crate::rules::Severity;
use crate::session::Alignment;
use crate::topology::{ConnectionKind, KindName};
use crate::verdict::{HopKind, HopStatus, Verdict};

/// An icon of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A turn to the left.
    Undo,
    /// A turn to the right.
    Redo,
    /// A folder.
    Open,
    /// An arrow down to a tray.
    Save,
    /// Half a disc.
    Theme,
    /// Three dots.
    More,
    /// A small arrow down.
    Down,
    /// A cross.
    Close,
    /// Two sheets.
    Copy,
    /// A tick.
    Tick,
    /// A magnifying glass.
    Search,
    /// A bin.
    Bin,
    /// A plus sign.
    Plus,
    /// An arrow to the right.
    Arrow,
    /// A pencil.
    Pencil,
    /// Two links of a chain.
    Link,
    /// An arrow into a box.
    Into,
    /// Bars along a line, or with gaps.
    Align(Alignment),
    /// A sheet of paper with a corner.
    Sheet,
    /// A kind of node.
    Node(KindName),
    /// A kind of connection.
    Connection(ConnectionKind),
    /// A station of a path.
    Hop(HopKind),
    /// A verdict's symbol.
    Verdict(Verdict),
    /// A status's symbol.
    Status(HopStatus),
    /// A severity's symbol.
    Severity(Severity),
}

/// Draws an icon.
pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
            <path d=path(icon) />
        </svg>
    }
}

const CIRCLE: &str = "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15";
const SHIELD: &str = "M10 2.5 16 5v4.5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8V5z";
const ROUTE: &str = "M4.5 16V9.5a3 3 0 0 1 3-3H15M12 3l3.5 3.5L12 10";

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Undo => "M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
        Icon::Redo => "M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4",
        Icon::Open => "M2.5 15.5v-11h5l1.5 2h8.5v9z",
        Icon::Save => "M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13.5v3h14v-3",
        Icon::Theme => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M10 2.5v15M10 6h4.5M10 10h6M10 14h4.5",
        Icon::More => {
            "M3.8 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M9.3 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M14.8 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0"
        }
        Icon::Down => "M6 8.5l4 4 4-4",
        Icon::Close => "M5 5l10 10M15 5 5 15",
        Icon::Copy => "M7 7h9v9.5H7zM4 13V3.5h9",
        Icon::Tick => "M4 10.5l4 4 8-9",
        Icon::Search => "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11M13 13l4 4",
        Icon::Bin => "M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.5 11h8l.5-11",
        Icon::Plus => "M10 4v12M4 10h12",
        Icon::Arrow => "M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5",
        Icon::Pencil => "M3.5 16.5l.8-3.8L13 4l3 3-8.7 8.7zM11 6l3 3",
        Icon::Link => "M8 12l4-4M9 6.5l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M11 13.5l-2 2A3.2 3.2 0 0 1 4.5 11l2-2",
        Icon::Into => "M3 10h9M8.5 6.5 12 10l-3.5 3.5M10 3.5h6.5v13H10",
        Icon::Align(alignment) => alignment_path(alignment),
        Icon::Sheet => "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5",
        Icon::Node(kind) => glyph::node(kind),
        Icon::Connection(kind) => glyph::connection(kind),
        Icon::Hop(kind) => hop_path(kind),
        Icon::Verdict(verdict) => verdict_path(verdict),
        Icon::Status(status) => status_path(status),
        Icon::Severity(severity) => match severity {
            Severity::Error => verdict_path(Verdict::Blocked),
            Severity::Warning => verdict_path(Verdict::Invalid),
            Severity::Info => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M10 9v5M10 6.2v.01",
        },
    }
}

fn alignment_path(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Left => "M3.5 3v14M6.5 5.5h10v3h-10zM6.5 11.5h6v3h-6z",
        Alignment::Centre => "M10 3v14M4.5 5.5h11v3h-11zM7 11.5h6v3H7z",
        Alignment::Right => "M16.5 3v14M3.5 5.5h10v3h-10zM7.5 11.5h6v3h-6z",
        Alignment::Top => "M3 3.5h14M5.5 6.5h3v10h-3zM11.5 6.5h3v6h-3z",
        Alignment::Middle => "M3 10h14M5.5 4.5h3v11h-3zM11.5 7h3v6h-3z",
        Alignment::Bottom => "M3 16.5h14M5.5 3.5h3v10h-3zM11.5 7.5h3v6h-3z",
        Alignment::Across => "M3.5 3v14M16.5 3v14M8.5 6.5h3v7h-3z",
        Alignment::Down => "M3 3.5h14M3 16.5h14M6.5 8.5h7v3h-7z",
    }
}

fn hop_path(kind: HopKind) -> &'static str {
    match kind {
        HopKind::ResourceGroup => glyph::node(KindName::ResourceGroup),
        HopKind::Binding => glyph::node(KindName::Vpc),
        HopKind::InternetExit => glyph::node(KindName::NatGateway),
        HopKind::Internet => glyph::node(KindName::Internet),
        HopKind::SecurityGroup | HopKind::DataSourceSecurityGroup => SHIELD,
        HopKind::DataworksRoute => ROUTE,
        HopKind::VpcRoute => "M3 5h8a3 3 0 0 1 3 3v8M10.5 13l3.5 3.5 3.5-3.5M3 10h5M3 15h5",
        HopKind::Connection => glyph::connection(ConnectionKind::Cen),
        HopKind::ReturnRoute => "M15.5 16V9.5a3 3 0 0 0-3-3H5M8 3 4.5 6.5 8 10",
        HopKind::Network => "M3 4h14v12H3zM10 7v6M7.5 10.5 10 13l2.5-2.5",
        HopKind::Whitelist => "M4 5.5l1.5 1.5L8 4M4 12.5 5.5 14 8 11M11 6h6M11 13h6",
    }
}

fn verdict_path(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M6.5 10.2l2.5 2.5 4.5-5",
        Verdict::Unknown => {
            "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M7.7 7.8a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2.9-1.2 1.8M10 14.2v.01"
        }
        Verdict::Partial => {
            "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M10 2.5v15M10 5.5h4M10 8.5h6.5M10 11.5h6.5M10 14.5h4"
        }
        Verdict::Blocked => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4",
        Verdict::Unsupported => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M4.8 4.8l10.4 10.4",
        Verdict::Invalid => "M10 3 18 16.5H2zM10 8v4M10 14.2v.01",
    }
}

fn status_path(status: HopStatus) -> &'static str {
    match status {
        HopStatus::Pass => verdict_path(Verdict::Ready),
        HopStatus::NotReached => CIRCLE,
        HopStatus::Unknown => verdict_path(Verdict::Unknown),
        HopStatus::Part => verdict_path(Verdict::Partial),
        HopStatus::Fail => verdict_path(Verdict::Blocked),
    }
}
