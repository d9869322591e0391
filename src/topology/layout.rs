//! Where things are drawn. A layout never changes a verdict.

use std::collections::BTreeMap;

use crate::base::Id;

/// Positions by id of a node or connection; what is absent is placed automatically.
pub type Layout = BTreeMap<Id, Place>;

/// A position in the drawing, in drawing units from the top left corner of the drawing (not of the container).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, where it was set by hand.
    pub w: Option<f64>,
    /// Height, where it was set by hand.
    pub h: Option<f64>,
}
