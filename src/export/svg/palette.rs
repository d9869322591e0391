//! The colours of a picture, resolved: a file has no stylesheet of the page's. `style/tokens.css` and `style/diagram.css` are
//! where they are decided; a test says when one of these differs.

use crate::diagram::draw::Standing;
use crate::export::Theme;
use crate::verdict::{HopStatus, Verdict};

/// A colour as `#rrggbb`.
pub type Colour = &'static str;

/// The colours of one theme, by their names in the stylesheet.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Behind everything.
    pub canvas: Colour,
    /// Of networks.
    pub surface: Colour,
    /// Of cards.
    pub raised: Colour,
    /// Of vSwitches.
    pub sunken: Colour,
    /// Parts.
    pub line: Colour,
    /// Bounds.
    pub line_strong: Colour,
    /// Names.
    pub text: Colour,
    /// Addresses.
    pub text_quiet: Colour,
    /// Of the resource group.
    pub accent: Colour,
    /// What works.
    pub ready: Colour,
    /// What is unwise, or works in part.
    pub attention: Colour,
    /// What does not.
    pub blocked: Colour,
    /// What is worth knowing.
    pub info: Colour,
    /// What is not known.
    pub unknown: Colour,
    /// A region: 70 % of the tint of the accent on the surface.
    pub region: Colour,
    /// The edge of a region: 30 % of the accent on the strong line.
    pub region_line: Colour,
    /// The edge of a VPC: 55 % of the accent on the strong line.
    pub vpc_line: Colour,
    /// The Internet: 80 % of the tint of information on the surface.
    pub internet: Colour,
}

/// The colours of the light theme.
pub static LIGHT: Palette = Palette {
    canvas: "#f2f5f8",
    surface: "#fcfdfe",
    raised: "#ffffff",
    sunken: "#f5f7fa",
    line: "#dce0e5",
    line_strong: "#7f8792",
    text: "#1c222b",
    text_quiet: "#525864",
    accent: "#265ac1",
    ready: "#0e6936",
    attention: "#875306",
    blocked: "#b51f1f",
    info: "#0e629a",
    unknown: "#61517f",
    region: "#eef4ff",
    region_line: "#657ca2",
    vpc_line: "#5071ae",
    internet: "#ecf6fe",
};

/// The colours of the dark theme.
pub static DARK: Palette = Palette {
    canvas: "#0f1217",
    surface: "#161a20",
    raised: "#20242b",
    sunken: "#12151a",
    line: "#2e333b",
    line_strong: "#737b88",
    text: "#e7eaee",
    text_quiet: "#a8aeb8",
    accent: "#89b1fa",
    ready: "#6ed08c",
    attention: "#eab866",
    blocked: "#f88a82",
    info: "#7dc0ee",
    unknown: "#c0b2dc",
    region: "#1b2639",
    region_line: "#7a8ba9",
    vpc_line: "#7f98c6",
    internet: "#172532",
};

impl Palette {
    /// The colours of a theme.
    pub fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The colour of a result.
    pub(super) fn verdict(&self, verdict: Verdict) -> Colour {
        match verdict {
            Verdict::Ready => self.ready,
            Verdict::Unknown => self.unknown,
            Verdict::Partial => self.attention,
            Verdict::Blocked | Verdict::Unsupported | Verdict::Invalid => self.blocked,
        }
    }

    /// The colour of what stops a path.
    pub(super) fn stop(&self, status: HopStatus) -> Colour {
        match status {
            HopStatus::Fail => self.blocked,
            HopStatus::Part => self.attention,
            HopStatus::Unknown | HopStatus::NotReached | HopStatus::Pass => self.unknown,
        }
    }

    /// The colour of a badge.
    pub(super) fn badge(&self, standing: Standing) -> Colour {
        match standing {
            Standing::Error => self.blocked,
            Standing::Warning => self.attention,
            Standing::Info | Standing::Fine => self.info,
        }
    }
}
