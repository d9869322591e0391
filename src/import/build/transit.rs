//! How a CEN teaches routes: by itself, or only as the route tables say; and what transit routers forward.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{AddressSet, Block, Id};
use crate::import::build::Builder;
use crate::import::build::cen::Member;
use crate::import::build::routes::Way;
use crate::import::said::{Inference, Warning};
use crate::topology::{RouteMode, State};

impl<'a> Builder<'a> {
    /// Decides how each CEN teaches routes. Where the route tables are known and hold what automatic learning would
    /// bring, it learns; else only the routes that stand in the tables count.
    pub(super) fn teach(&mut self, ways: &mut BTreeMap<&'a str, Vec<Way>>) {
        let members = std::mem::take(&mut self.members);
        for (cen, members) in &members {
            let Some(id) = Id::parse(cen) else {
                continue;
            };
            let serving: Vec<&Member<'a>> =
                members.iter().filter(|member| member.state == State::InService).collect();
            let whole = AddressSet::of(serving.iter().flat_map(|member| self.cidrs_of(&member.network)));
            let mut automatic = true;
            let mut told = false;
            for member in &serving {
                let Some(vpc) = member.vpc else {
                    continue;
                };
                let expected = whole.minus(&self.set_of(vpc));
                match ways.get(vpc) {
                    Some(found) => {
                        let held = found.iter().filter(|way| way.via == id).map(|way| way.to);
                        automatic &= AddressSet::of(held).covers(&expected);
                        told = true;
                    }
                    None => {
                        automatic &= member.publishes != Some(false);
                        told |= member.publishes.is_some();
                    }
                }
            }
            let transit = self.transit(&serving);
            let gaps = self.gaps(cen, &serving, &transit);
            automatic &= !gaps;
            if automatic {
                if !told && serving.len() > 1 {
                    self.notes.infer(Inference::LearnsRoutes((*cen).to_owned()));
                }
                for vpc in serving.iter().filter_map(|member| member.vpc) {
                    let learned = whole.minus(&self.set_of(vpc));
                    let needless = |way: &Way| way.via == id && !way.custom && learned.covers(&way.to.into());
                    ways.entry(vpc).and_modify(|found| found.retain(|way| !needless(way)));
                }
            } else {
                self.write_out(cen, &id, &serving, &transit, ways);
            }
        }
        self.members = members;
    }

    /// Writes out the routes of a CEN that does not simply teach them.
    fn write_out(
        &mut self,
        cen: &str,
        id: &Id,
        serving: &[&Member<'a>],
        transit: &BTreeMap<&str, AddressSet>,
        ways: &mut BTreeMap<&'a str, Vec<Way>>,
    ) {
        let whole = AddressSet::of(serving.iter().flat_map(|member| self.cidrs_of(&member.network)));
        for member in serving {
            match member.vpc {
                Some(vpc) if !ways.contains_key(vpc) && member.publishes == Some(true) => {
                    let learned = whole.minus(&self.set_of(vpc)).blocks().into_iter();
                    let learned = learned.map(|to| Way { to, via: id.clone(), custom: false });
                    ways.insert(vpc, learned.collect());
                    self.notes.infer(Inference::LearnsRoutes(cen.to_owned()));
                }
                Some(_) => {}
                None => {
                    let back = serving.iter().filter_map(|other| other.vpc);
                    let back: Vec<Block> = back.flat_map(|vpc| self.blocks_of(vpc).to_vec()).collect();
                    self.add_routes(&member.network, id, back);
                    self.notes.infer(Inference::TunnelRoutes(member.network.to_string()));
                }
            }
            // What the transit router does not know is lost there, whatever the VPC's table says.
            let reach = member.router.and_then(|router| transit.get(router));
            if let (Some(reach), Some(found)) = (reach, member.vpc.and_then(|vpc| ways.get_mut(vpc))) {
                let (through, mut kept): (Vec<Way>, Vec<Way>) =
                    found.drain(..).partition(|way| way.via == *id);
                for way in through {
                    let left = reach.intersect(&way.to.into()).blocks();
                    kept.extend(left.into_iter().map(|to| Way { to, ..way.clone() }));
                }
                *found = kept;
            }
        }
        if let Some(connection) = self.topology.connections.get_mut(id) {
            Arc::make_mut(connection).routes = RouteMode::Manual;
        }
    }

    /// What each transit router forwards, where its routes were asked for.
    fn transit(&self, serving: &[&Member<'a>]) -> BTreeMap<&'a str, AddressSet> {
        let facts = self.facts;
        let routers: BTreeSet<&str> = serving.iter().filter_map(|member| member.router).collect();
        let mut blocks: BTreeMap<&str, Vec<Block>> = BTreeMap::new();
        let router_of = |table: &str| facts.router_tables.get(table).and_then(|router| router.as_deref());
        for table in facts.router_tables.keys() {
            let asked = facts.was_asked("cbn ListTransitRouterRouteEntries", table);
            if let Some(router) = router_of(table).filter(|router| asked && routers.contains(router)) {
                blocks.entry(router).or_default();
            }
        }
        for route in &facts.transits {
            if let Some(held) = router_of(&route.table).and_then(|router| blocks.get_mut(router)) {
                held.extend(crate::base::parse_block(&route.to));
            }
        }
        blocks.into_iter().map(|(router, blocks)| (router, AddressSet::of(blocks))).collect()
    }

    /// Whether a transit router lacks a route to a network that another one of its networks would go to.
    fn gaps(&mut self, cen: &str, serving: &[&Member<'a>], transit: &BTreeMap<&str, AddressSet>) -> bool {
        let mut any = false;
        for (router, reach) in transit {
            let near = serving.iter().filter(|member| member.router == Some(*router));
            let from: Vec<&str> = near.filter_map(|member| member.vpc).collect();
            for far in serving.iter().filter(|far| from.iter().any(|vpc| far.vpc != Some(*vpc))) {
                let missing = AddressSet::of(self.cidrs_of(&far.network)).minus(reach);
                any |= !missing.is_empty();
                for to in missing.blocks() {
                    let (cen, to) = (cen.to_owned(), to.to_string());
                    self.notes.warnings.insert(Warning::NoTransit { cen, from: (*router).to_owned(), to });
                }
            }
        }
        any
    }
}
