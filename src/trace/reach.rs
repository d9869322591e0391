//! From how far packets get, and what the data source's own gates do, to a verdict; for one data source, or for all that
//! are reached in the same way.

use crate::base::AddressSet;
use crate::reading::{Group, Reading, Source};
use crate::topology::Whitelist;
use crate::trace::association::own_group;
use crate::trace::leg::everything;
use crate::trace::security::Admission;
use crate::trace::{PrivateTrace, Split, Trace};
use crate::verdict::Verdict;

/// What a data source's own gates do to the addresses that it sees today.
pub(super) struct Gates {
    pub(super) own_group: Option<Split>,
    pub(super) own_admission: Option<Admission>,
    pub(super) whitelist: Split,
    pub(super) whitelist_unnamed: Split,
    /// Both together: to the addresses of vSwitches with a known block, and to those of one without.
    pub(super) both: (Split, Split),
}

impl Gates {
    /// The gates of a data source to which the way of `private` leads.
    pub(super) fn of(
        reading: &Reading<'_>,
        group: &Group<'_>,
        source: &Source<'_>,
        private: &PrivateTrace,
    ) -> Self {
        let today = || private.today.iter().filter_map(|at| group.bound(*at));
        let named = AddressSet::of(today().filter_map(|bound| bound.cidr));
        let unnamed =
            if today().any(|bound| bound.cidr.is_none()) { everything() } else { AddressSet::empty() };
        let through_link = private.legs.iter().any(|leg| leg.linked);
        // What a vSwitch without a block has is open unless all or none of it passes.
        let both = |gate: &dyn Fn(&AddressSet) -> Split| (gate(&named), gate(&unnamed).blurred(false));
        let listed = both(&|asked| match (&source.drawn.whitelist, &source.admitted) {
            (Some(Whitelist::None), _) => Split::passing(asked.clone()),
            (Some(Whitelist::Entries(_)), _) if through_link => Split::undecided(asked.clone()),
            (_, Some(admitted)) => Split::by(asked, admitted),
            (_, None) => Split::undecided(asked.clone()),
        });
        let mut gates = Self {
            own_group: None,
            own_admission: None,
            whitelist: listed.0.beside(&listed.1),
            whitelist_unnamed: listed.1.clone(),
            both: listed,
        };
        if source.is_gated_by_security_group(reading) {
            let grouped = both(&|asked| {
                let split = own_group(source, asked).0;
                if through_link { split.doubted_all() } else { split }
            });
            gates.own_group = Some(grouped.0.beside(&grouped.1));
            gates.own_admission = own_group(source, &named.union(&unnamed)).1;
            gates.both = (gates.both.0.and(&grouped.0), gates.both.1.and(&grouped.1));
        }
        gates
    }
}

/// How far packets get before the data source's own gates: for each leg what happens to the data source's addresses and
/// to the source addresses, and which these are. Without any leg nothing gets anywhere.
pub(super) struct Reach {
    legs: Vec<(Split, Split, Option<AddressSet>)>,
}

impl Reach {
    pub(super) fn of(private: &PrivateTrace) -> Self {
        if private.bound_elsewhere {
            return Self { legs: Vec::new() };
        }
        let routed = private.routed();
        let legs = private.legs.iter().map(|leg| {
            let targets = leg.targets_split().and(&routed.within(&leg.targets));
            let targets = if private.rival.is_some() { targets.doubted() } else { targets };
            (targets, leg.sources_split(), leg.sources.clone())
        });
        Self { legs: legs.collect() }
    }

    /// The verdict over all pairs of source and data source address; `gates` as in [`Gates::both`].
    pub(super) fn verdict(&self, gates: &(Split, Split)) -> Verdict {
        let (mut pass, mut fail, mut unknown) = (false, false, false);
        for (targets, sources, asked) in &self.legs {
            let sources = match asked {
                Some(asked) => sources.and(&gates.0.within(asked)),
                None => sources.and(&gates.1),
            };
            let some = |set: &AddressSet| !set.is_empty();
            pass |= some(&targets.pass) && some(&sources.pass);
            fail |= some(&targets.fail) || some(&sources.fail);
            unknown |= (some(&targets.unknown) && (some(&sources.pass) || some(&sources.unknown)))
                || (some(&targets.pass) && some(&sources.unknown));
        }
        match (pass || unknown, fail, unknown) {
            (true, true, _) => Verdict::Partial,
            (false, _, _) => Verdict::Blocked,
            (true, false, true) => Verdict::Unknown,
            (true, false, false) => Verdict::Ready,
        }
    }
}

/// A trace to one data source, for the verdicts of all that are alike ([`Source::alike`]).
pub struct SharedTrace<'r, 'a> {
    /// The trace.
    pub trace: Trace<'r, 'a>,
    /// How far packets get, where the gates decide on the rest.
    reach: Option<Reach>,
}

impl<'r, 'a> SharedTrace<'r, 'a> {
    /// Prepares a trace for many questions.
    pub fn of(trace: Trace<'r, 'a>) -> Self {
        let reach = trace.private().filter(|_| !trace.site_mismatch).map(Reach::of);
        Self { trace, reach }
    }

    /// Whether it works as drawn for a data source that is like the traced one, contradictions of the address plan aside.
    pub fn verdict(&self, reading: &Reading<'_>, source: &Source<'_>) -> Verdict {
        match (&self.reach, self.trace.private()) {
            (Some(reach), Some(private)) => {
                reach.verdict(&Gates::of(reading, self.trace.group, source, private).both)
            }
            _ => self.trace.verdict(),
        }
    }
}
