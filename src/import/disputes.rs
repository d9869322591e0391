//! Facts that parts of the input tell differently: one of them has to be taken, and whoever imports is told which.

use crate::import::facts::{ById, Facts, Held};
use crate::import::said::{Fact, Warning};

/// The single facts of one thing that decide about reachability. What it is called does not.
type Deciding<T> = fn(&T) -> Vec<(Fact, &Held)>;

/// Every fact that is told differently, with what is taken.
pub(super) fn disputes(facts: &Facts) -> Vec<Warning> {
    use Fact::{Address, Block, Ends, Place, State, Type};
    let mut told = Vec::new();
    gather(&mut told, &facts.vpcs, |vpc| vec![(Place, &vpc.owner), (Place, &vpc.region)]);
    gather(&mut told, &facts.switches, |switch| vec![(Place, &switch.vpc), (Block, &switch.block)]);
    gather(&mut told, &facts.tables, |table| vec![(Place, &table.vpc)]);
    gather(&mut told, &facts.groups, |group| vec![(Type, &group.kind)]);
    gather(&mut told, &facts.servers, |server| vec![(Place, &server.vpc), (Place, &server.switch)]);
    gather(&mut told, &facts.stores, |store| {
        vec![(Place, &store.owner), (Place, &store.region), (Place, &store.vpc), (Place, &store.switch)]
    });
    gather(&mut told, &facts.eips, |eip| vec![(Address, &eip.address), (Ends, &eip.instance)]);
    gather(&mut told, &facts.nats, |nat| vec![(Place, &nat.vpc)]);
    gather(&mut told, &facts.gateways, |gateway| vec![(Place, &gateway.vpc)]);
    gather(&mut told, &facts.tunnels, |tunnel| vec![(Ends, &tunnel.gateway), (Ends, &tunnel.customer)]);
    gather(&mut told, &facts.attachments, |one| vec![(Ends, &one.resource), (State, &one.state)]);
    gather(&mut told, &facts.peerings, |one| vec![(Ends, &one.vpc), (Ends, &one.other), (State, &one.state)]);
    gather(&mut told, &facts.resource_groups, |group| {
        vec![(Type, &group.kind), (Place, &group.owner), (Place, &group.region), (State, &group.state)]
    });
    gather(&mut told, &facts.networks, |network| vec![(Ends, &network.switch), (State, &network.state)]);
    told
}

fn gather<T>(told: &mut Vec<Warning>, things: &ById<T>, deciding: Deciding<T>) {
    for (id, thing) in things {
        let disputed = deciding(thing).into_iter().filter(|(_, held)| held.is_disputed);
        told.extend(disputed.filter_map(|(fact, held)| {
            let taken = (**held).clone()?;
            Some(Warning::Disputed { id: id.clone(), fact, taken })
        }));
    }
}
