//! Port ranges of security group rules.

use std::fmt;

/// An inclusive range of ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PortRange {
    /// The first port.
    pub from: u16,
    /// The last port.
    pub to: u16,
}

/// Why a text is not a port range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortProblem {
    /// The first port is larger than the last.
    Reversed,
    /// Not `all`, one port from 1 to 65535, or two with a `/` between them.
    NotAPort,
}

impl PortRange {
    /// Every port.
    pub const ALL: Self = Self { from: 0, to: u16::MAX };

    /// One port.
    pub fn single(port: u16) -> Self {
        Self { from: port, to: port }
    }

    /// The range in `text`: `all`, `3306` or `3306/3310`.
    ///
    /// # Errors
    /// Says why `text` is not a port range.
    pub fn parse(text: &str) -> Result<Self, PortProblem> {
        if text == "all" {
            return Ok(Self::ALL);
        }
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        let range = Self { from: port(from)?, to: port(to)? };
        if range.from <= range.to { Ok(range) } else { Err(PortProblem::Reversed) }
    }

    /// Whether `port` lies in the range.
    pub fn holds(self, port: u16) -> bool {
        (self.from..=self.to).contains(&port)
    }
}

impl fmt::Display for PortRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::ALL {
            out.write_str("all")
        } else if self.from == self.to {
            write!(out, "{}", self.from)
        } else {
            write!(out, "{}/{}", self.from, self.to)
        }
    }
}

fn port(text: &str) -> Result<u16, PortProblem> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten().ok_or(PortProblem::NotAPort)
}
