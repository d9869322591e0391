//! Dissolving a place: what lies in it stays, one place further out.

use crate::base::Id;
use crate::topology::{Edit, Topology};

/// The edit that takes a place away and keeps its content, where the place around it may hold that content; whether it
/// may is checked when the edit is made. `None` where this is no place or nothing lies in it.
pub fn dissolved(topology: &Topology, id: &Id) -> Option<Edit> {
    let node = topology.node(id)?;
    let mut edits: Vec<Edit> = topology
        .children(id)
        .map(|(inner, _)| Edit::MoveInto { id: inner.clone(), parent: node.parent.clone() })
        .collect();
    if edits.is_empty() {
        return None;
    }
    edits.push(Edit::Remove(vec![id.clone()]));
    Some(Edit::All(edits))
}
