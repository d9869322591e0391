//! A second engine that shares nothing with the first: it reads the JSON itself, follows one address after another and
//! counts what arrives. Slow, short, and made of the contract alone, so that what both say is probably what was meant.
//!
//! Both say for every pair: scenario, verdict, what the data source sees, the codes of all errors, and the addresses that a
//! whitelist lacks today. Not compared:
//!
//! * which of its six kinds the error of a whitelist has that admits nothing at all: the kinds name what the entries really
//!   are, in an order that the cases state one by one;
//! * warnings, hints and steps, which the laws and the cases look at;
//! * what the data source sees behind a PrivateLink: the load balancer's address, which no drawing has.
//!
//! Where the contract leaves something open, the readings are these, and a comment stands where each is taken: a whitelist
//! behind a PrivateLink or a shared group is unknown whatever it lists; of networks with both a routed connection and a
//! PrivateLink the routed one counts; an address that is not known lies in no block of another bound VPC unless a vSwitch
//! of its own network overlaps that; a hop is certain about an address that is not known when it treats all alike; of what
//! no route covers the best candidate path is the connection's.

mod address;
mod agreement;
mod bindings;
mod codes;
mod contradictions;
mod drawing;
mod guards;
mod internet;
mod json;
mod private;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use address::Block;
use drawing::{Drawing, Group, Place, Source};

/// What happens to one packet, or to all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Pass,
    Unknown,
    Fail,
}

impl Outcome {
    fn of(passes: bool) -> Self {
        if passes { Self::Pass } else { Self::Fail }
    }

    /// What all agree on; unknown where they differ.
    fn agreed(mut outcomes: impl Iterator<Item = Self>) -> Self {
        let first = outcomes.next().unwrap_or(Self::Unknown);
        if outcomes.all(|outcome| outcome == first) { first } else { Self::Unknown }
    }
}

/// The addresses of one end.
#[derive(Clone, Debug)]
enum End {
    /// Each of them counts.
    Each(Vec<u32>),
    /// It is one of these, and which is not known.
    OneOf(Vec<u32>),
}

impl End {
    fn is_empty(&self) -> bool {
        let (Self::Each(all) | Self::OneOf(all)) = self;
        all.is_empty()
    }

    /// One outcome for each address that counts: that of the worst hop. Where it is one of several, a hop is certain when it
    /// does the same to all of them: point 15 asks for a hop that certainly stops a pair.
    fn worst(&self, hops: impl Fn(u32) -> Vec<Outcome>) -> Vec<Outcome> {
        match self {
            Self::Each(all) => all.iter().map(|address| worst(hops(*address))).collect(),
            Self::OneOf(all) => vec![worst(hop_by_hop(all.iter().map(|address| hops(*address))))],
        }
    }

    /// One outcome for each address that counts, of one hop.
    fn judge(&self, outcome: impl Fn(u32) -> Outcome) -> Vec<Outcome> {
        match self {
            Self::Each(all) => all.iter().map(|address| outcome(*address)).collect(),
            Self::OneOf(all) => vec![Outcome::agreed(all.iter().map(|address| outcome(*address)))],
        }
    }
}

fn worst(hops: Vec<Outcome>) -> Outcome {
    hops.into_iter().max().unwrap_or(Outcome::Unknown)
}

/// What each hop does to all of some packets alike.
fn hop_by_hop(packets: impl Iterator<Item = Vec<Outcome>>) -> Vec<Outcome> {
    let packets: Vec<Vec<Outcome>> = packets.collect();
    let hops = packets.first().map_or(0, Vec::len);
    (0..hops).map(|at| Outcome::agreed(packets.iter().map(|packet| packet[at]))).collect()
}

/// What the naive engine says about one pair.
#[derive(Debug, Default, PartialEq)]
struct Judged {
    scenario: &'static str,
    verdict: &'static str,
    /// What the data source sees, where all of it is known.
    sees: Option<Vec<Block>>,
    errors: BTreeSet<&'static str>,
    /// The addresses that the whitelist lacks, where it shows an error and they are known.
    gap: Option<Vec<Block>>,
}

fn judge(drawing: &Drawing) -> BTreeMap<(String, String), Judged> {
    let judged = drawing
        .pairs
        .iter()
        .map(|(group, source)| ((group.clone(), source.clone()), pair(drawing, group, source)));
    judged.collect()
}

fn pair(drawing: &Drawing, group: &str, source: &str) -> Judged {
    let (held, end) = (&drawing.groups[group], &drawing.sources[source]);
    let scenario = scenario(held, end);
    let judged = match scenario {
        "internet" => internet::judge(drawing, held, end),
        "classic_network" => refused(drawing, end),
        _ if held.kind == "shared" => refused(drawing, end),
        _ => private::judge(drawing, group, source),
    };
    Judged { scenario, ..judged }
}

fn scenario(group: &Group, source: &Source) -> &'static str {
    let outside = source.owner.is_none();
    let owner = source.owner.clone().unwrap_or_default();
    match source.place {
        _ if source.public => "internet",
        Place::Classic => "classic_network",
        _ if outside => "outside_alibaba_cloud",
        _ if owner.account != group.owner.account => "other_account",
        _ if owner.region != group.owner.region => "other_region",
        _ => "same_account_same_region",
    }
}

/// Classic networks for all groups, and everything private for shared ones.
fn refused(drawing: &Drawing, source: &Source) -> Judged {
    let mut errors = contradictions::of(drawing, source, &[]);
    let verdict = if errors.is_empty() { "unsupported" } else { "invalid" };
    let classic = source.place == Place::Classic;
    errors.insert(if classic { "classic-network" } else { "shared-group-private-source" });
    Judged { verdict, errors, ..Judged::default() }
}

/// The total over all pairs of addresses.
fn total(outcomes: &[Outcome]) -> &'static str {
    let fails = outcomes.iter().filter(|outcome| **outcome == Outcome::Fail).count();
    match fails {
        0 if outcomes.contains(&Outcome::Unknown) => "unknown",
        0 => "ready",
        _ if fails == outcomes.len() => "blocked",
        _ => "partial",
    }
}
