//! Drawn icons of the page's own, one stroke weight, 20 units wide. An icon is decoration: the word stands beside it
//! or in the label of its button.

use leptos::prelude::*;

use crate::rules::Severity;
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
const GROUP: &str = "M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 1 0 0-5.6M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4";
const DATABASE: &str = "M4 5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5-2.7 2.5-6 2.5S4 6.4 4 5v10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5V5M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5";
const CLOUD: &str = "M6 15.5a3.5 3.5 0 0 1-.5-7A5 5 0 0 1 15 8a3.8 3.8 0 0 1-.8 7.5z";
const GLOBE: &str = "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M2.5 10h15M10 2.5c-4.5 5-4.5 10 0 15M10 2.5c4.5 5 4.5 10 0 15";
const SHIELD: &str = "M10 2.5 16 5v4.5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8V5z";
const VPC: &str = "M3 5.5h14v10H3zM3 8.5h14M5.5 7h.01";
const ROUTE: &str = "M4.5 16V9.5a3 3 0 0 1 3-3H15M12 3l3.5 3.5L12 10";

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Undo => "M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8",
        Icon::Redo => "M13 4l3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4",
        Icon::Open => "M2.5 15.5v-11h5l1.5 2h8.5v9z",
        Icon::Save => "M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13.5v3h14v-3",
        Icon::Theme => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M10 2.5v15M10 6h4.5M10 10h6M10 14h4.5",
        Icon::More => "M4.5 10h.01M10 10h.01M15.5 10h.01",
        Icon::Down => "M6 8.5l4 4 4-4",
        Icon::Close => "M5 5l10 10M15 5 5 15",
        Icon::Copy => "M7 7h9v9.5H7zM4 13V3.5h9",
        Icon::Tick => "M4 10.5l4 4 8-9",
        Icon::Search => "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11M13 13l4 4",
        Icon::Bin => "M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.5 11h8l.5-11",
        Icon::Plus => "M10 4v12M4 10h12",
        Icon::Arrow => "M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5",
        Icon::Sheet => "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5",
        Icon::Node(kind) => node_path(kind),
        Icon::Connection(kind) => connection_path(kind),
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

fn node_path(kind: KindName) -> &'static str {
    match kind {
        KindName::Account => "M10 3a3 3 0 1 0 0 6 3 3 0 1 0 0-6M4 17c.5-4 2.5-5.5 6-5.5s5.5 1.5 6 5.5",
        KindName::Region => "M10 17.5c-3.5-3.5-5.5-6-5.5-9a5.5 5.5 0 0 1 11 0c0 3-2 5.5-5.5 9M10 6.5a2 2 0 1 0 0 4 2 2 0 1 0 0-4",
        KindName::Vpc => VPC,
        KindName::VSwitch => "M3 6.5h14v7H3zM6 10h.01M9 10h.01M12 10h2.5",
        KindName::ClassicNetwork => "M4 4h12v12H4zM4 12l8-8M8 16l8-8",
        KindName::DataCenter => "M5 2.5h10v15H5zM8 6h4M8 9h4M8 12h4",
        KindName::OtherCloud => CLOUD,
        KindName::Internet => GLOBE,
        KindName::NatGateway => "M3 4h6v12H3zM9 10h8M13.5 6.5 17 10l-3.5 3.5",
        KindName::ResourceGroup => GROUP,
        KindName::DataSource => DATABASE,
    }
}

fn connection_path(kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::Cen => "M10 7.5 12.5 10 10 12.5 7.5 10zM3 3.5l5 5M17 3.5l-5 5M3 16.5l5-5M17 16.5l-5-5",
        ConnectionKind::VpcPeering => "M2.5 6h5v8h-5zM12.5 6h5v8h-5zM7.5 10h5",
        ConnectionKind::VpnGateway => "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
        ConnectionKind::ExpressConnect => "M2.5 10h15M2.5 7v6M17.5 7v6M6 7.5h8M6 12.5h8",
        ConnectionKind::PrivateLink => "M8 6.5H6a3.5 3.5 0 0 0 0 7h2M12 6.5h2a3.5 3.5 0 0 1 0 7h-2M7 10h6",
        ConnectionKind::SmartAccessGateway => "M3 11h14v5H3zM6 13.5h.01M9 13.5h.01M6.5 8a5 5 0 0 1 7 0M4 5.5a8.5 8.5 0 0 1 12 0",
    }
}

fn hop_path(kind: HopKind) -> &'static str {
    match kind {
        HopKind::ResourceGroup => GROUP,
        HopKind::Binding => VPC,
        HopKind::InternetExit => node_path(KindName::NatGateway),
        HopKind::Internet => GLOBE,
        HopKind::SecurityGroup | HopKind::DataSourceSecurityGroup => SHIELD,
        HopKind::DataworksRoute => ROUTE,
        HopKind::VpcRoute => "M3 5h8a3 3 0 0 1 3 3v8M10.5 13l3.5 3.5 3.5-3.5M3 10h5M3 15h5",
        HopKind::Connection => connection_path(ConnectionKind::Cen),
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
        Verdict::Partial => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M10 2.5v15M10 5.5h4M10 8.5h6.5M10 11.5h6.5M10 14.5h4",
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
