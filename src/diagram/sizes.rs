//! How large everything is. Sizes follow from the kind alone and texts are clipped to fit, so that nothing is measured
//! in the browser.

use crate::topology::KindName;

/// Width of a card.
pub const CARD_WIDTH: f64 = 176.0;
/// Height of a card.
pub const CARD_HEIGHT: f64 = 52.0;
/// Height of a connection's lozenge.
pub const HUB_HEIGHT: f64 = 36.0;
/// Width of a connection's lozenge.
pub const HUB_WIDTH: f64 = 152.0;
/// Height of the part by which a container is grabbed.
pub const HEADER: f64 = 32.0;
/// Between the edge of a container and what lies in it.
pub const PADDING: f64 = 16.0;
/// Between neighbours.
pub const GAP: f64 = 24.0;
/// What a line between two neighbours needs to leave both and turn.
pub const LEAD: f64 = 28.0;
/// The grid that things snap to.
pub const GRID: f64 = 8.0;

/// The least width and height of a node of a kind.
pub fn least(kind: KindName) -> (f64, f64) {
    match kind {
        KindName::NatGateway | KindName::ResourceGroup | KindName::DataSource => (CARD_WIDTH, CARD_HEIGHT),
        KindName::VSwitch | KindName::ClassicNetwork => (CARD_WIDTH + 2.0 * PADDING, 104.0),
        KindName::Vpc => (256.0, 136.0),
        KindName::DataCenter | KindName::OtherCloud => (240.0, 112.0),
        KindName::Region => (304.0, 192.0),
        KindName::Account => (352.0, 248.0),
        KindName::Internet => (256.0, 104.0),
    }
}

/// What a container leaves free above its content: the header and a little air.
pub fn top_inset() -> f64 {
    HEADER + GRID
}

/// The nearest position on the grid.
pub fn snapped(value: f64) -> f64 {
    (value / GRID).round() * GRID
}
