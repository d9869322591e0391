//! The trace of one pair: every hop, forward and back, none skipped after a failure. Facts only; which finding a fact is
//! belongs to `rules`, what to do about it to `plan`.

mod association;
mod choice;
mod classify;
mod dataworks;
mod internet;
mod leg;
mod meeting;
mod private;
mod reach;
pub mod routing;
pub mod security;
mod split;

pub use classify::{classify, classify_places};
pub use dataworks::{Exit, exits};
pub use internet::{InternetExit, InternetTrace};
pub use leg::{Leg, unpaid};
pub use meeting::{Meeting, is_bindable, meeting, missing, qualifies};
pub use private::{Detour, PrivateTrace, Rival};
pub use reach::SharedTrace;
pub use split::Split;

use crate::base::Id;
use crate::reading::{Group, Location, Reading, Source};
use crate::scenario::Scenario;
use crate::topology::GroupKind;
use crate::verdict::{HopKind, HopStatus, Verdict};

/// The trace of one pair.
#[derive(Debug)]
pub struct Trace<'r, 'a> {
    /// The resource group.
    pub group: &'r Group<'a>,
    /// The data source.
    pub source: &'r Source<'a>,
    /// The row of the base page's table.
    pub scenario: Scenario,
    /// What was found on the way.
    pub course: Course,
    /// Whether the accounts are registered at different sites, which nothing can join.
    pub site_mismatch: bool,
}

/// What was found on the way.
#[derive(Debug)]
pub enum Course {
    /// A shared group and a private source: the group cannot enter any VPC.
    SharedGroup,
    /// The data source lies in the classic network.
    Classic,
    /// A path through private networks.
    Private(Box<PrivateTrace>),
    /// A path over the Internet.
    Internet(Box<InternetTrace>),
}

/// One station of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Its kind.
    pub kind: HopKind,
    /// The element it is about.
    pub at: Id,
    /// What happens there.
    pub status: HopStatus,
}

/// Traces one pair.
pub fn trace<'r, 'a>(
    reading: &'r Reading<'a>,
    group: &'r Group<'a>,
    source: &'r Source<'a>,
) -> Trace<'r, 'a> {
    let scenario = classify(group, source);
    let course = if scenario == Scenario::Internet {
        Course::Internet(Box::new(InternetTrace::follow(reading, group, source)))
    } else if source.location == Location::Classic {
        Course::Classic
    } else if group.drawn.kind == GroupKind::Shared {
        Course::SharedGroup
    } else {
        Course::Private(Box::new(PrivateTrace::follow(reading, group, source)))
    };
    let private = matches!(course, Course::Private(_) | Course::SharedGroup);
    let site_mismatch =
        private && source.network().is_some() && reading.sites_differ(group.account, source.account);
    Trace { group, source, scenario, course, site_mismatch }
}

impl Trace<'_, '_> {
    /// The private path, where there is one.
    pub fn private(&self) -> Option<&PrivateTrace> {
        match &self.course {
            Course::Private(private) => Some(private),
            _ => None,
        }
    }

    /// The path over the Internet, where there is one.
    pub fn internet(&self) -> Option<&InternetTrace> {
        match &self.course {
            Course::Internet(internet) => Some(internet),
            _ => None,
        }
    }

    /// The path over the Internet that the public endpoint of the data source would be reached by.
    pub fn over_the_internet(&self, reading: &Reading<'_>) -> InternetTrace {
        InternetTrace::follow(reading, self.group, self.source)
    }

    /// Whether it works as drawn, contradictions of the address plan aside.
    pub fn verdict(&self) -> Verdict {
        match &self.course {
            Course::SharedGroup | Course::Classic => Verdict::Unsupported,
            Course::Private(_) if self.site_mismatch => Verdict::Unsupported,
            Course::Private(private) => private.verdict(),
            Course::Internet(internet) => internet.verdict(),
        }
    }

    /// The stations of the path, in order.
    pub fn hops(&self, reading: &Reading<'_>) -> Vec<Hop> {
        match &self.course {
            Course::Internet(internet) => internet.hops(self.group, self.source),
            Course::Private(private) => private.hops(reading, self),
            Course::SharedGroup => self.stopped_at(HopKind::ResourceGroup),
            // No association leads into the classic network, whichever there are.
            Course::Classic => self.stopped_at(HopKind::Binding),
        }
    }

    /// The private stations where one certainly stops everything and leaves the others nothing to judge.
    fn stopped_at(&self, kind: HopKind) -> Vec<Hop> {
        let status = |hop: HopKind| match hop {
            _ if hop == kind => HopStatus::Fail,
            HopKind::ResourceGroup => HopStatus::Pass,
            _ => HopStatus::NotReached,
        };
        let at = |hop: HopKind| {
            if hop == HopKind::ResourceGroup { self.group.id } else { self.source.id }
        };
        private::HOPS
            .into_iter()
            .map(|kind| Hop { kind, at: at(kind).clone(), status: status(kind) })
            .collect()
    }
}
