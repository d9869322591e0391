//! The small pictures of kinds, drawn by us in one stroke weight on a field of 20 × 20, and a way to put one anywhere
//! without a transform.

use std::fmt::Write as _;

use crate::diagram::markup::Short;
use crate::topology::{ConnectionKind, KindName};

const GROUP: &str = "M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 1 0 0-5.6M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4";
const DATABASE: &str = "M4 5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5-2.7 2.5-6 2.5S4 6.4 4 5v10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5V5M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5";
const GLOBE: &str = "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15M2.5 10h15M10 2.5c-4.5 5-4.5 10 0 15M10 2.5c4.5 5 4.5 10 0 15";

/// The picture of a kind of node, as the `d` of a path.
pub fn node(kind: KindName) -> &'static str {
    match kind {
        KindName::Account => "M10 3a3 3 0 1 0 0 6 3 3 0 1 0 0-6M4 17c.5-4 2.5-5.5 6-5.5s5.5 1.5 6 5.5",
        KindName::Region => {
            "M10 17.5c-3.5-3.5-5.5-6-5.5-9a5.5 5.5 0 0 1 11 0c0 3-2 5.5-5.5 9M10 6.5a2 2 0 1 0 0 4 2 2 0 1 0 0-4"
        }
        KindName::Vpc => "M3 5.5h14v10H3zM3 8.5h14M5.5 7h.01",
        KindName::VSwitch => "M3 6.5h14v7H3zM6 10h.01M9 10h.01M12 10h2.5",
        KindName::ClassicNetwork => "M4 4h12v12H4zM4 12l8-8M8 16l8-8",
        KindName::DataCenter => "M5 2.5h10v15H5zM8 6h4M8 9h4M8 12h4",
        KindName::OtherCloud => "M6 15.5a3.5 3.5 0 0 1-.5-7A5 5 0 0 1 15 8a3.8 3.8 0 0 1-.8 7.5z",
        KindName::Internet => GLOBE,
        KindName::NatGateway => "M3 4h6v12H3zM9 10h8M13.5 6.5 17 10l-3.5 3.5",
        KindName::ResourceGroup => GROUP,
        KindName::DataSource => DATABASE,
    }
}

/// The picture of a kind of connection, as the `d` of a path.
pub fn connection(kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::Cen => {
            "M10 7.5 12.5 10 10 12.5 7.5 10zM3 3.5l5 5M17 3.5l-5 5M3 16.5l5-5M17 16.5l-5-5"
        }
        ConnectionKind::VpcPeering => "M2.5 6h5v8h-5zM12.5 6h5v8h-5zM7.5 10h5",
        ConnectionKind::VpnGateway => "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
        ConnectionKind::ExpressConnect => "M2.5 10h15M2.5 7v6M17.5 7v6M6 7.5h8M6 12.5h8",
        ConnectionKind::PrivateLink => "M8 6.5H6a3.5 3.5 0 0 0 0 7h2M12 6.5h2a3.5 3.5 0 0 1 0 7h-2M7 10h6",
        ConnectionKind::SmartAccessGateway => {
            "M3 11h14v5H3zM6 13.5h.01M9 13.5h.01M6.5 8a5 5 0 0 1 7 0M4 5.5a8.5 8.5 0 0 1 12 0"
        }
    }
}

/// A path moved and scaled: its absolute commands are moved, its relative ones only scaled.
pub fn placed(data: &str, x: f64, y: f64, scale: f64) -> String {
    let mut out = String::with_capacity(data.len() + 32);
    let mut command = 'M';
    let mut nth = 0_usize;
    for token in tokens(data) {
        if let Some(c) = token.chars().next().filter(char::is_ascii_alphabetic) {
            command = c;
            nth = 0;
            out.push(c);
            continue;
        }
        let number: f64 = token.parse().unwrap_or(0.0);
        let value = match meaning(command, nth) {
            Number::Across => number * scale + x,
            Number::Down => number * scale + y,
            Number::Length => number * scale,
            Number::Plain => number,
        };
        // Writing to a string cannot fail.
        let _ = write!(out, "{} ", Short(value));
        nth += 1;
    }
    out
}

/// What a number of a path is.
enum Number {
    Across,
    Down,
    Length,
    Plain,
}

fn meaning(command: char, nth: usize) -> Number {
    match command {
        'H' => Number::Across,
        'V' => Number::Down,
        // Radii are lengths, rotation and flags are neither, and then comes the end.
        'a' | 'A' => match (nth % 7, command) {
            (2..=4, _) => Number::Plain,
            (5, 'A') => Number::Across,
            (6, 'A') => Number::Down,
            _ => Number::Length,
        },
        c if c.is_ascii_lowercase() => Number::Length,
        _ if nth.is_multiple_of(2) => Number::Across,
        _ => Number::Down,
    }
}

/// Commands and numbers; numbers may touch, as in `.5-7` and `0-.01.5`.
fn tokens(data: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut dotted) = (0, false);
    for (at, c) in data.char_indices() {
        let breaks = c.is_ascii_alphabetic() || c == '-' || c == ' ' || c == ',' || (c == '.' && dotted);
        if breaks {
            found.extend(data.get(start..at).filter(|token| !token.is_empty()));
            (start, dotted) = (at, false);
        }
        if c.is_ascii_alphabetic() || c == ' ' || c == ',' {
            if c.is_ascii_alphabetic() {
                found.extend(data.get(at..=at));
            }
            start = at + 1;
        }
        dotted |= c == '.';
    }
    found.extend(data.get(start..).filter(|token| !token.is_empty()));
    found
}
