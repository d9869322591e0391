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
        let today = || private.knocking().filter_map(|at| group.bound(at));
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
                // Behind a load balancer nobody knows the address: only what is open to all is certain to let it in.
                let open = || own_group(source, &everything()).0.pass == everything();
                let split = own_group(source, asked).0;
                if through_link && !open() { split.doubted_all() } else { split }
            });
            gates.own_group = Some(grouped.0.beside(&grouped.1));
            gates.own_admission = own_group(source, &named.union(&unnamed)).1;
            gates.both = (gates.both.0.and(&grouped.0), gates.both.1.and(&grouped.1));
        }
        gates
    }
}

/// How far packets get before the data source's own gates. Without any way nothing gets anywhere.
pub(super) struct Reach {
    ways: Vec<Reached>,
    /// Data source addresses of which it is open through which association packets leave.
    contested: AddressSet,
    /// Whether the data source's addresses are known.
    targets_known: bool,
}

/// How far the packets of one association get: what happens to each data source address and to each source address, and
/// which source addresses these are where it is known.
struct Reached {
    targets: Split,
    sources: Split,
    named: Option<AddressSet>,
    /// Whether packets leave there whatever the data source's address is.
    certain: bool,
}

/// What happens to some of the pairs of source and data source address.
#[derive(Clone, Copy, Default)]
struct Pairs {
    pass: bool,
    fail: bool,
    unknown: bool,
}

impl Pairs {
    fn note(&mut self, targets: &Split, sources: &Split) {
        let some = |set: &AddressSet| !set.is_empty();
        self.pass |= some(&targets.pass) && some(&sources.pass);
        self.fail |= some(&targets.fail) || (some(&sources.fail) && !targets.is_empty());
        self.unknown |= (some(&targets.unknown) && (some(&sources.pass) || some(&sources.unknown)))
            || (some(&targets.pass) && some(&sources.unknown));
    }

    fn verdict(self) -> Verdict {
        match (self.pass || self.unknown, self.fail, self.unknown) {
            (true, true, _) => Verdict::Partial,
            (false, _, _) => Verdict::Blocked,
            (true, false, true) => Verdict::Unknown,
            (true, false, false) => Verdict::Ready,
        }
    }
}

impl Reach {
    pub(super) fn of(private: &PrivateTrace) -> Self {
        let (contested, targets_known) = (private.contested.clone(), private.targets_known);
        if private.bound_elsewhere {
            return Self { ways: Vec::new(), contested, targets_known };
        }
        let lost = private.misrouted();
        let routed = |targets: &AddressSet| Split::by(targets, &targets.minus(&lost)).blurred(targets_known);
        let ways = private.legs.iter().chain(&private.alternatives).map(|leg| {
            let targets = leg.targets_split().and(&routed(&leg.targets));
            let targets = if private.rival.is_some() { targets.doubted() } else { targets };
            let (sources, named) = (leg.sources_split().clone(), leg.sources.clone());
            Reached { targets, sources, named, certain: private.is_certain(leg.at) }
        });
        Self { ways: ways.collect(), contested, targets_known }
    }

    /// The verdict over all pairs of source and data source address; `gates` as in [`Gates::both`].
    pub(super) fn verdict(&self, gates: &(Split, Split)) -> Verdict {
        let sources = |way: &Reached| match &way.named {
            Some(named) => way.sources.and(&gates.0.within(named)),
            None => way.sources.and(&gates.1),
        };
        let ways: Vec<(&Reached, Split)> = self.ways.iter().map(|way| (way, sources(way))).collect();
        let alive = ways.iter().filter(|(_, sources)| !sources.alive().is_empty());
        let alive = alive.fold(AddressSet::empty(), |all, (way, _)| all.union(&way.targets.alive()));
        // Of what is contested nothing is certain but that every way fails.
        let contested = Split {
            unknown: self.contested.intersect(&alive),
            fail: self.contested.minus(&alive),
            pass: AddressSet::empty(),
        };
        // What holds for every address that the data source may have, and what for some of them only.
        let (mut pairs, mut some) = (Pairs::default(), Pairs::default());
        for (way, sources) in &ways {
            match (self.targets_known, way.certain) {
                (true, _) => pairs.note(&way.targets.without(&self.contested), sources),
                (false, true) => pairs.note(&way.targets, sources),
                (false, false) => some.note(&way.targets, sources),
            }
        }
        let undecided = if self.targets_known { &mut pairs } else { &mut some };
        undecided.note(&contested, &Split::passing(everything()));
        if self.targets_known {
            return pairs.verdict();
        }
        // It has one of them: where they differ, only what fails for every one is certain.
        let (pass, fail) = (pairs.pass || some.pass, pairs.fail || some.fail);
        let differ = pairs.unknown || some.unknown || (pass && (some.fail || (fail && some.pass)));
        Pairs { pass, fail: pairs.fail || (some.fail && !differ), unknown: differ }.verdict()
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
