//! Where a path stops, and why.

use crate::base::Id;
use crate::report::{Connection, Finding, Hop};
use crate::rules::Code;
use crate::topology::Topology;
use crate::verdict::HopStatus;

impl Connection {
    /// The first hop that stops the path; else the first that stops it in part; else the first that is not known.
    pub fn stopping(&self) -> Option<&Hop> {
        let first = |status: HopStatus| self.hops.iter().find(|hop| hop.status == status);
        first(HopStatus::Fail).or_else(|| first(HopStatus::Part)).or_else(|| first(HopStatus::Unknown))
    }

    /// The position in the path of what a hop is about: the element itself, else the nearest place around it.
    pub fn place_of(&self, topology: &Topology, path: &[Id], hop: &Hop) -> usize {
        let at = Id::parse(&hop.at);
        let here = at.as_ref().and_then(|at| path.iter().rposition(|id| id == at));
        let around = || {
            let at = at.as_ref()?;
            topology.ancestors(at).find_map(|(around, _)| path.iter().rposition(|id| id == around))
        };
        let share = || {
            let nth = self.hops.iter().position(|other| other == hop).unwrap_or(0);
            nth * path.len().saturating_sub(1) / self.hops.len().max(1)
        };
        here.or_else(around).unwrap_or_else(share)
    }

    /// The first finding behind the status of a hop, in words.
    pub fn reason(&self, hop: &Hop) -> Option<&str> {
        let about = |code: &Code| self.findings.iter().find(|finding: &&Finding| finding.code == *code);
        hop.codes.iter().find_map(about).map(|finding| finding.message.as_str())
    }
}
