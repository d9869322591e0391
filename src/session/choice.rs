//! What a command can be given in several ways: how to align, and which form to export.

/// The forms that the plan is saved in beside its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Export {
    /// The runbook.
    Markdown,
    /// Whitelist entries, routes and security group rules as a table.
    Csv,
    /// The picture as lines.
    Svg,
    /// The picture as points.
    Png,
    /// What Terraform can do of it.
    Terraform,
    /// What the command line of the cloud can do of it.
    Cli,
}

impl Export {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::Markdown, Self::Csv, Self::Svg, Self::Png, Self::Terraform, Self::Cli];

    /// The word of the command line; a picture of points is drawn from the one of lines.
    pub fn format(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Svg | Self::Png => "svg",
            Self::Terraform => "terraform",
            Self::Cli => "cli",
        }
    }
}

/// How several elements are brought into line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alignment {
    /// By their left edges.
    Left,
    /// By their centres, one above the other.
    Centre,
    /// By their right edges.
    Right,
    /// By their top edges.
    Top,
    /// By their centres, side by side.
    Middle,
    /// By their bottom edges.
    Bottom,
    /// With the same gap between neighbours, from left to right.
    Across,
    /// With the same gap between neighbours, from top to bottom.
    Down,
}

impl Alignment {
    /// Every one: six that align, two that distribute.
    pub const ALL: [Self; 8] = [
        Self::Left,
        Self::Centre,
        Self::Right,
        Self::Top,
        Self::Middle,
        Self::Bottom,
        Self::Across,
        Self::Down,
    ];

    /// The fewest elements that it makes sense for.
    pub fn least(self) -> usize {
        if matches!(self, Self::Across | Self::Down) { 3 } else { 2 }
    }
}
