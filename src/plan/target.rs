//! Which association will carry the traffic: the one there is, or the one to make.

use crate::base::{AddressSet, Id, first_block, host_block, private_ranges};
use crate::plan::{NewSwitch, NewVpc};
use crate::reading::{Join, Network, NetworkIx, Reading, Switch};
use crate::topology::KindName;
use crate::trace::{Meeting, Trace, meeting, qualifies};

/// The VPC that will be bound.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The VPC; `None` where it has to be created.
    pub(super) network: Option<NetworkIx>,
    /// The vSwitch.
    pub(super) switch: NewSwitch,
    /// How it meets the data source's network today.
    pub(super) meeting: Meeting,
}

/// The VPC to bind: in the group's account and region, free of overlap, the one that needs least, then the first by id;
/// a new one where none qualifies.
pub(super) fn candidate(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Option<Candidate> {
    let far = trace.source.network();
    let targets = trace.source.addresses.clone().unwrap_or_default();
    let meets = |ix: NetworkIx| match far {
        Some(far) => meeting(reading, ix, far, &targets),
        None if reading.network(ix).region == trace.source.region => Meeting::Same,
        None => Meeting::Apart,
    };
    let near = reading.vpcs_of(trace.group.account, trace.group.region).iter().map(|ix| reading.network(*ix));
    let qualified = near.filter(|network| qualifies(reading, trace.group, trace.source, network));
    let best = qualified
        .map(|network| (meets(network.ix), network))
        .min_by_key(|(meeting, network)| (meeting.rank(), network.ix));
    match best {
        Some((meeting, network)) => {
            Some(Candidate { network: Some(network.ix), switch: switch_of(reading, trace, network), meeting })
        }
        None => new_vpc(reading, trace),
    }
}

/// The first vSwitch of a VPC by id, or a new one in a free block.
pub(super) fn switch_of(reading: &Reading<'_>, trace: &Trace<'_, '_>, network: &Network<'_>) -> NewSwitch {
    let bound = |id: &Id| trace.group.bindings.iter().any(|bound| bound.vswitch == id);
    let sound = |switch: &&Switch<'_>| !reading.address_plan.is_flawed(switch.id);
    let first = network.switches.iter().filter(|switch| !bound(switch.id)).find(sound);
    let vpc = network.id.clone();
    match first {
        Some(switch) => {
            NewSwitch { vswitch: switch.id.clone(), cidr: switch.cidr, vpc, is_new: false, new_vpc: None }
        }
        None => {
            let vswitch = fresh_id(reading, "vsw-dataworks");
            // A data source without a vSwitch lies in one that is not drawn: its address is nobody else's.
            let taken = reading.sources.values().filter(|source| source.network() == Some(network.ix));
            let taken =
                taken.flat_map(|source| source.drawn.addresses.iter().flatten().copied().map(host_block));
            let free = network.extent.minus(&network.local).minus(&AddressSet::of(taken));
            NewSwitch { vswitch, cidr: first_block(&free, 24, 29), vpc, is_new: true, new_vpc: None }
        }
    }
}

fn new_vpc(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Option<Candidate> {
    let region = reading.topology.enclosing(trace.group.id, KindName::Region)?.clone();
    let cidr = first_block(&private_ranges().minus(&reading.occupied), 16, 24)?;
    let first = crate::base::Block::new(cidr.network(), 24).ok()?;
    let switch = NewSwitch {
        vswitch: fresh_id(reading, "vsw-dataworks"),
        cidr: Some(first),
        vpc: fresh_id(reading, "vpc-dataworks"),
        is_new: true,
        new_vpc: Some(NewVpc { cidr, region }),
    };
    let served = trace.source.network().is_none() && trace.source.region == trace.group.region;
    let meeting = match trace.source.network() {
        Some(far) => room_beside(reading, far),
        None if served => Meeting::Same,
        None => Meeting::Apart,
    };
    Some(Candidate { network: None, switch, meeting })
}

/// A connection of the far network that has room for one more VPC.
fn room_beside(reading: &Reading<'_>, far: NetworkIx) -> Meeting {
    let joins = reading.network(far).joins.iter().map(|ix| reading.join(*ix));
    // What else is attached there must not announce the data source's addresses as well.
    let extent = &reading.network(far).extent;
    let others = |join: &&Join<'_>| {
        join.members.keys().filter(|ix| **ix != far).any(|ix| reading.network(*ix).extent.meets(extent))
    };
    let open = joins
        .filter(|join| join.has_room_for(KindName::Vpc) && !others(join))
        .min_by_key(|join| (!join.serves(far), join.ix));
    open.map_or(Meeting::Apart, |join| {
        let pending = if join.serves(far) { Vec::new() } else { vec![far] };
        Meeting::Missing { join: join.ix, network: NetworkIx::unborn(), pending }
    })
}

/// An id that nothing in the drawing has.
pub(super) fn fresh_id(reading: &Reading<'_>, wanted: &str) -> Id {
    reading.topology.free_id(&Id::from_words(wanted))
}
