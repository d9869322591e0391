//! Puts boxes without a place into bands and rows, so that their container comes out in a readable shape.

use crate::base::order;
use crate::diagram::sizes::{GAP, HUB_HEIGHT, HUB_WIDTH, LEAD, PADDING};
use crate::topology::KindName;

/// A box to be put somewhere.
pub(super) struct Part {
    pub(super) key: usize,
    pub(super) kind: KindName,
    pub(super) w: f64,
    pub(super) h: f64,
}

/// The position of every box from the top left corner of the content. `wide` says which neighbours leave room for a
/// connection between them.
pub(super) fn place(
    around: Option<KindName>,
    parts: Vec<Part>,
    wide: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, f64, f64)> {
    let mut bands: [Vec<Part>; 3] = Default::default();
    for part in parts {
        if let Some(band) = bands.get_mut(band(part.kind)) {
            band.push(part);
        }
    }
    let mut placed = Vec::new();
    let mut y = 0.0;
    for mut band in bands {
        if band.is_empty() {
            continue;
        }
        order::sort_by_key(&mut band, |part| (rank(part.kind), part.key));
        let gap = gap(&band);
        let rows = best_rows(band, shape(around), gap, wide);
        let mut above: Vec<usize> = Vec::new();
        for row in rows {
            let keys: Vec<usize> = row.iter().map(|part| part.key).collect();
            if above.iter().any(|above| keys.iter().any(|key| wide(*above, *key))) {
                y += HUB_HEIGHT + 2.0 * GAP - gap;
            }
            above = keys;
            let mut x = 0.0;
            let tallest = row.iter().map(|part| part.h).fold(0.0, f64::max);
            let mut before: Option<usize> = None;
            for part in row {
                x += before.map_or(0.0, |left| space(left, part.key, gap, wide));
                placed.push((part.key, x, y));
                x += part.w;
                before = Some(part.key);
            }
            y += tallest + gap;
        }
        y += GAP - gap;
    }
    placed
}

/// Which band a kind goes to: the Internet on top, cards above places, except that a VPC's gateways stand below.
fn band(kind: KindName) -> usize {
    match kind {
        KindName::Internet | KindName::ResourceGroup => 0,
        KindName::Account
        | KindName::Region
        | KindName::Vpc
        | KindName::VSwitch
        | KindName::ClassicNetwork
        | KindName::DataCenter
        | KindName::OtherCloud => 1,
        KindName::NatGateway | KindName::DataSource => 2,
    }
}

fn rank(kind: KindName) -> usize {
    match kind {
        KindName::Account | KindName::Vpc | KindName::NatGateway => 0,
        KindName::ClassicNetwork | KindName::DataCenter => 1,
        _ => 2,
    }
}

/// Cards stand closer than places.
fn gap(band: &[Part]) -> f64 {
    if band.iter().any(|part| part.kind.is_place()) { GAP } else { PADDING }
}

/// Width to height that the content of a kind of place should come near to.
fn shape(around: Option<KindName>) -> f64 {
    match around {
        None => 1.7,
        Some(KindName::Account) => 2.0,
        Some(KindName::Internet) => 8.0,
        Some(_) => 1.2,
    }
}

fn space(left: usize, right: usize, gap: f64, wide: &dyn Fn(usize, usize) -> bool) -> f64 {
    if wide(left, right) { HUB_WIDTH + 2.0 * LEAD } else { gap }
}

/// The number of columns whose rows come nearest to the shape.
fn best_rows(parts: Vec<Part>, shape: f64, gap: f64, wide: &dyn Fn(usize, usize) -> bool) -> Vec<Vec<Part>> {
    let most = parts.len().min(24);
    let measured = (1..=most).map(|columns| {
        let (w, h) = extent(&parts, columns, gap, wide);
        // A last row that is nearly empty looks unfinished.
        let missing = (columns - parts.len() % columns) % columns;
        let ragged = f64::from(u32::try_from(missing).unwrap_or(0)) * 0.04;
        (columns, (w / h.max(1.0) / shape).ln().abs() + ragged)
    });
    let best = measured.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(1, |(columns, _)| columns);
    let mut rows: Vec<Vec<Part>> = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        match rows.last_mut() {
            Some(row) if at % best != 0 => row.push(part),
            _ => rows.push(vec![part]),
        }
    }
    rows
}

fn extent(parts: &[Part], columns: usize, gap: f64, wide: &dyn Fn(usize, usize) -> bool) -> (f64, f64) {
    let mut size = (0.0_f64, -gap);
    for row in parts.chunks(columns) {
        let between: f64 =
            row.iter().zip(row.iter().skip(1)).map(|(a, b)| space(a.key, b.key, gap, wide)).sum();
        let width = row.iter().map(|part| part.w).sum::<f64>() + between;
        let tallest = row.iter().map(|part| part.h).fold(0.0, f64::max);
        size = (size.0.max(width), size.1 + tallest + gap);
    }
    size
}
