//! How much is written on the drawing at a zoom: a label is at least 11 pixels high on the screen, or it is not there.
//! Between two zooms of this list nothing changes, so that zooming writes to no label. What was only seen from too far away
//! to be read has no labels yet: in a large plan these are most of what a browser would have to read and lay out.

use crate::diagram::text::{Face, width};

/// The least height of a label on the screen, in pixels.
const LEAST: f64 = 11.0;
/// The type size of names at the drawing's own size.
const NAME: f64 = 13.0;
/// Type sizes in drawing units, from near to far.
const SIZES: [f64; LEVELS] = [11.0, 13.0, 15.5, 19.0, 23.0, 27.0, 31.0, 35.0, 40.0];

/// Further away than this zoom a picture is less than four pixels wide and tells nothing.
const PICTURES: f64 = 0.16;

/// How many levels have labels; the next one has none, and the last no pictures either.
pub const LEVELS: usize = 9;

/// From this level on a message in the drawing would hide more of it than it tells.
pub const MESSAGES: usize = 7;

/// The level of a zoom: 0 is nearest, [`LEVELS`] has no labels, and the one after it shows shapes alone.
pub fn level(zoom: f64) -> usize {
    let far = if zoom < PICTURES { LEVELS + 1 } else { LEVELS };
    SIZES.iter().position(|size| size * zoom >= LEAST).unwrap_or(far)
}

/// How much of an element is written, from little to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Its shape.
    Shape,
    /// With its picture and the badge of its standing.
    Picture,
    /// With its labels for every level of detail, of which a stylesheet shows one.
    Whole,
    /// For a picture of its own, which needs no stylesheet to show the right texts: with those that are seen from near.
    Still,
}

impl Extent {
    /// What is seen at a level of detail.
    pub fn at(level: usize) -> Self {
        match level {
            0..LEVELS => Self::Whole,
            LEVELS => Self::Picture,
            _ => Self::Shape,
        }
    }
}

/// The type size of addresses and blocks at a level; of the level without labels the last one that has some.
pub fn detail_size(level: usize) -> f64 {
    SIZES.get(level).or(SIZES.last()).copied().unwrap_or(NAME)
}

/// The type size of names at a level.
pub fn name_size(level: usize) -> f64 {
    detail_size(level).max(NAME)
}

/// The first level at which an address or block no longer fits; at the nearest level it is always there.
pub(super) fn until(text: &str, face: Face, fits: impl Fn(usize, f64) -> bool) -> usize {
    (1..LEVELS).find(|level| !fits(*level, width(text, face, detail_size(*level)))).unwrap_or(LEVELS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_at_least_eleven_pixels_high_or_hidden() {
        for percent in 5..=400 {
            let zoom = f64::from(percent) / 100.0;
            let at = level(zoom);
            assert!(at >= LEVELS || detail_size(at) * zoom >= LEAST, "{percent} %");
            assert!(at >= LEVELS || name_size(at) >= detail_size(at));
            assert_eq!(Extent::at(at) == Extent::Whole, at < LEVELS);
        }
        assert_eq!(
            (level(1.0), level(0.5), level(0.28), level(0.2), level(0.1)),
            (0, 4, 8, LEVELS, LEVELS + 1)
        );
        assert_eq!((Extent::at(level(0.2)), Extent::at(level(0.1))), (Extent::Picture, Extent::Shape));
    }
}
