//! What one hop does to a set of addresses: which pass, which fail, which the drawing does not decide.

use crate::base::AddressSet;
use crate::verdict::HopStatus;

/// Three sets that together are everything the hop was asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// Addresses that pass.
    pub pass: AddressSet,
    /// Addresses that certainly fail.
    pub fail: AddressSet,
    /// Addresses that the drawing does not decide.
    pub unknown: AddressSet,
}

impl Split {
    /// Everything passes.
    pub fn passing(set: AddressSet) -> Self {
        Self { pass: set, ..Self::default() }
    }

    /// Everything fails.
    pub fn failing(set: AddressSet) -> Self {
        Self { fail: set, ..Self::default() }
    }

    /// Nothing is decided.
    pub fn undecided(set: AddressSet) -> Self {
        Self { unknown: set, ..Self::default() }
    }

    /// Of `asked`, what is in `admitted` passes and the rest fails.
    pub fn by(asked: &AddressSet, admitted: &AddressSet) -> Self {
        Self { pass: asked.intersect(admitted), fail: asked.minus(admitted), unknown: AddressSet::empty() }
    }

    /// Both hops in a row: what fails at either fails, what is open at either is open.
    #[must_use]
    pub fn and(&self, next: &Self) -> Self {
        // Most hops decide everything, so most sets are empty.
        let without = |set: AddressSet, cut: &AddressSet| if cut.is_empty() { set } else { set.minus(cut) };
        let fail = self.fail.union(&next.fail);
        let unknown = without(self.unknown.union(&next.unknown), &fail);
        let pass = without(without(self.pass.union(&next.pass), &fail), &unknown);
        Self { pass, fail, unknown }
    }

    /// Both sets of addresses at one hop.
    #[must_use]
    pub fn beside(&self, other: &Self) -> Self {
        Self {
            pass: self.pass.union(&other.pass),
            fail: self.fail.union(&other.fail),
            unknown: self.unknown.union(&other.unknown),
        }
    }

    /// What can be said when the set asked about is only known to be part of it: all or nothing.
    #[must_use]
    pub fn blurred(self, known: bool) -> Self {
        let Self { pass, fail, unknown } = self;
        if known || (fail.is_empty() && unknown.is_empty()) || (pass.is_empty() && unknown.is_empty()) {
            return Self { pass, fail, unknown };
        }
        Self::undecided(pass.union(&fail).union(&unknown))
    }

    /// Whatever was certain to pass is open now.
    #[must_use]
    pub fn doubted(self) -> Self {
        Self { pass: AddressSet::empty(), fail: self.fail, unknown: self.unknown.union(&self.pass) }
    }

    /// Nothing is decided any more, not even what fails.
    #[must_use]
    pub fn doubted_all(self) -> Self {
        Self::undecided(self.pass.union(&self.fail).union(&self.unknown))
    }

    /// What failed of these addresses is open now.
    #[must_use]
    pub fn doubted_failures(&self, part: &AddressSet) -> Self {
        let unknown = self.unknown.union(&self.fail.intersect(part));
        Self { pass: self.pass.clone(), fail: self.fail.minus(part), unknown }
    }

    /// The addresses that may pass.
    pub fn alive(&self) -> AddressSet {
        self.pass.union(&self.unknown)
    }

    /// The same split over a part of its addresses.
    #[must_use]
    pub fn within(&self, part: &AddressSet) -> Self {
        let cut = |set: &AddressSet| set.intersect(part);
        Self { pass: cut(&self.pass), fail: cut(&self.fail), unknown: cut(&self.unknown) }
    }

    /// The same split over all but a part of its addresses.
    #[must_use]
    pub fn without(&self, part: &AddressSet) -> Self {
        let cut = |set: &AddressSet| set.minus(part);
        Self { pass: cut(&self.pass), fail: cut(&self.fail), unknown: cut(&self.unknown) }
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.pass.is_empty() && self.fail.is_empty() && self.unknown.is_empty()
    }

    /// The status of a hop that does this.
    pub fn status(&self) -> HopStatus {
        match (self.pass.is_empty() && self.unknown.is_empty(), self.fail.is_empty(), self.unknown.is_empty())
        {
            (_, true, true) => HopStatus::Pass,
            (true, false, _) => HopStatus::Fail,
            (false, false, _) => HopStatus::Part,
            (_, true, false) => HopStatus::Unknown,
        }
    }
}
