//! Bringing several elements into line, as one edit: by an edge or their centres, or with the same gap between them.

use std::collections::BTreeSet;

use crate::base::{Id, order};
use crate::diagram::moving::{Load, inside, pins};
use crate::diagram::sizes::snapped;
use crate::diagram::{Arrangement, Rect};
use crate::session::Alignment;
use crate::topology::{Document, Edit, Place};

/// The edit that brings what is selected into line; `None` where it is too little for that.
pub fn aligned(
    document: &Document,
    arrangement: &Arrangement,
    selection: &BTreeSet<Id>,
    alignment: Alignment,
) -> Option<Edit> {
    let topology = &document.topology;
    let tops = Load::new(topology, selection).tops;
    let rects: Vec<(Id, Rect)> =
        tops.iter().filter_map(|id| Some((id.clone(), arrangement.get(id)?))).collect();
    let whole = rects.iter().map(|(_, rect)| *rect).reduce(Rect::union)?;
    if rects.len() < alignment.least() {
        return None;
    }
    let moved: Vec<(Id, Rect)> = match alignment {
        Alignment::Across => spread(rects, whole),
        Alignment::Down => {
            let turned = rects.into_iter().map(|(id, rect)| (id, rect.turned())).collect();
            spread(turned, whole.turned()).into_iter().map(|(id, rect)| (id, rect.turned())).collect()
        }
        _ => rects.into_iter().map(|(id, rect)| (id, in_line(rect, whole, alignment))).collect(),
    };
    let parent = |id: &Id| topology.node(id).and_then(|node| node.parent.as_ref());
    // Nothing leaves its place: the line lies where all of them may be.
    let (right, lower) = moved.iter().fold((0.0_f64, 0.0_f64), |(right, lower), (id, rect)| {
        let held = inside(*rect, arrangement, parent(id));
        (right.max(held.x - rect.x), lower.max(held.y - rect.y))
    });
    let mut places = pins(document, arrangement, &tops, None);
    for (top, rect) in moved {
        let Some(old) = arrangement.get(&top) else { continue };
        let to = inside(rect.shifted(right, lower), arrangement, parent(&top));
        let (dx, dy) = (to.x - old.x, to.y - old.y);
        let load = Load::new(topology, &BTreeSet::from([top.clone()]));
        places.extend(load.all.iter().filter_map(|id| {
            let held = document.layout.get(id).copied();
            let rect = arrangement.get(id).filter(|_| *id == top || held.is_some())?.shifted(dx, dy);
            let size = held.unwrap_or_default();
            Some((id.clone(), Some(Place { x: rect.x, y: rect.y, w: size.w, h: size.h })))
        }));
    }
    Some(Edit::Arrange(places))
}

fn in_line(rect: Rect, whole: Rect, alignment: Alignment) -> Rect {
    match alignment {
        Alignment::Left => Rect { x: whole.x, ..rect },
        Alignment::Centre => Rect { x: whole.centre().x - rect.w / 2.0, ..rect },
        Alignment::Right => Rect { x: whole.right() - rect.w, ..rect },
        Alignment::Top => Rect { y: whole.y, ..rect },
        Alignment::Middle => Rect { y: whole.centre().y - rect.h / 2.0, ..rect },
        Alignment::Bottom => Rect { y: whole.bottom() - rect.h, ..rect },
        Alignment::Across | Alignment::Down => rect,
    }
}

/// From left to right with the same gap between neighbours; where they do not fit between the first and the last, one
/// beside the other.
fn spread(mut rects: Vec<(Id, Rect)>, whole: Rect) -> Vec<(Id, Rect)> {
    order::sort_by(&mut rects, |a, b| a.1.centre().x.total_cmp(&b.1.centre().x).then_with(|| a.0.cmp(&b.0)));
    let filled: f64 = rects.iter().map(|(_, rect)| rect.w).sum();
    let gaps = u32::try_from(rects.len().saturating_sub(1)).unwrap_or(u32::MAX).max(1);
    let gap = ((whole.w - filled) / f64::from(gaps)).max(0.0);
    let mut x = whole.x;
    for (_, rect) in &mut rects {
        rect.x = if gap > 0.0 { x } else { snapped(x) };
        x += rect.w + gap;
    }
    rects
}
