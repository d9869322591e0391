//! What of a drawing decides where things lie and what they are called, apart from all that is known of them: most edits
//! change facts and leave it as it is.

use std::sync::Arc;

use crate::topology::{Kind, Node, Topology};

impl Topology {
    /// Whether both have the same elements of the same kinds and names in the same places, joined and bound in the same
    /// way. Looks only at what is not shared, so that it costs next to nothing after an edit.
    pub fn has_skeleton_of(&self, other: &Self) -> bool {
        let same_nodes = || {
            let mut pairs = self.nodes.iter().zip(&other.nodes);
            pairs.all(|((a, one), (b, two))| a == b && (Arc::ptr_eq(one, two) || is_alike(one, two)))
        };
        let same_connections = || {
            let mut pairs = self.connections.iter().zip(&other.connections);
            pairs.all(|((a, one), (b, two))| a == b && (Arc::ptr_eq(one, two) || one == two))
        };
        self.nodes.len() == other.nodes.len()
            && self.connections.len() == other.connections.len()
            && same_nodes()
            && same_connections()
    }
}

fn is_alike(one: &Node, two: &Node) -> bool {
    one.parent == two.parent && one.name == two.name && is_same_kind(&one.kind, &two.kind)
}

/// Whether two are of a kind. What a place is called can depend on it; a group is drawn with a line to each binding.
fn is_same_kind(one: &Kind, two: &Kind) -> bool {
    match (one, two) {
        (Kind::ResourceGroup(one), Kind::ResourceGroup(two)) => {
            let bound = one.bindings.iter().map(|binding| &binding.vswitch);
            bound.eq(two.bindings.iter().map(|binding| &binding.vswitch))
        }
        (Kind::Account(_) | Kind::Region(_), _) => one == two,
        _ => one.name() == two.name(),
    }
}
