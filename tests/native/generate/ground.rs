//! Builds the places: accounts, regions, networks, and the gateways in them.

use reachplan::base::{Block, Id};
use reachplan::topology::*;

use super::build::{Builder, block, eip, half, id, subnet};
use super::{Places, Recipe, Subnet};

impl Builder {
    pub(super) fn places(&mut self, places: &Places, name: Option<&str>) {
        for (number, site) in places.accounts.iter().enumerate() {
            self.put(id("a", number), None, Kind::Account(Account { uid: None, site: *site }));
        }
        for (number, (account, region)) in places.regions.iter().enumerate() {
            let parent = id("a", account.index(places.accounts.len()));
            self.put(
                id("r", number),
                Some(&parent),
                Kind::Region(RegionPlace { region: (*region).to_owned() }),
            );
        }
        for (number, (region, cidrs)) in places.vpcs.iter().enumerate() {
            let parent = id("r", region.index(places.regions.len()));
            let vpc =
                Vpc { cidrs: self.cidrs(cidrs.as_ref()), cloud_id: name.map(str::to_owned), routes: vec![] };
            self.put(id("v", number), Some(&parent), Kind::Vpc(vpc));
        }
        for (number, (vpc, subnet)) in places.vswitches.iter().enumerate() {
            self.vswitch(number, &id("v", vpc.index(places.vpcs.len())), subnet);
        }
        for (number, cidrs) in places.centers.iter().enumerate() {
            let center = DataCenter { cidrs: self.cidrs(cidrs.as_ref()), routes: vec![] };
            self.put(id("idc", number), None, Kind::DataCenter(center));
        }
        for (number, cidrs) in places.clouds.iter().enumerate() {
            let cloud = OtherCloud {
                provider: name.map(str::to_owned),
                cidrs: self.cidrs(cidrs.as_ref()),
                routes: vec![],
            };
            self.put(id("oc", number), None, Kind::OtherCloud(cloud));
        }
        if places.others.0 {
            self.put(id("net", 0), None, Kind::Internet);
        }
        if places.others.1 {
            self.put(id("old", 0), Some(&id("r", 0)), Kind::ClassicNetwork);
        }
        if let Some(first) = self.nodes.get_mut("a0") {
            first.name = name.map(str::to_owned);
            first.note = name.map(str::to_owned);
        }
    }

    fn cidrs(&mut self, texts: Option<&Vec<&'static str>>) -> Option<Vec<Block>> {
        let blocks: Vec<Block> = texts?.iter().map(|text| block(text)).collect();
        self.blocks.extend(&blocks);
        Some(blocks)
    }

    fn vswitch(&mut self, number: usize, vpc: &Id, lies: &Subnet) {
        let around = self.nodes.get(vpc).and_then(|node| node.kind.cidrs()?.first().copied());
        let cidr = match lies {
            Subnet::Inside(at) => Some(subnet(around.unwrap_or(block("10.1.0.0/16")), apart(*at, number))),
            Subnet::Elsewhere(text) => Some(block(text).trunc()),
            Subnet::Unknown => None,
        };
        self.blocks.extend(cidr);
        self.blocks.extend(cidr.map(half));
        let kind = Kind::VSwitch(VSwitch { cidr, zone: None, cloud_id: None });
        self.put(id("s", number), Some(vpc), kind);
    }

    pub(super) fn gateways(&mut self, recipe: &Recipe) {
        let (vpcs, vswitches) = (self.ids(&[KindName::Vpc]), self.ids(&[KindName::VSwitch]));
        for (number, (vpc, eips, snat)) in recipe.gateways.iter().enumerate() {
            let snat = snat.map(|many| match many {
                0 => Snat::Vpc,
                many => Snat::VSwitches(vswitches.iter().take(usize::from(many) - 1).cloned().collect()),
            });
            let eips = eips.map(|many| (0..many).map(eip).collect());
            self.put(id("nat", number), Some(vpc.get(&vpcs)), Kind::NatGateway(NatGateway { eips, snat }));
        }
    }
}

/// A subnet number that is another one for each of the first four vSwitches.
fn apart(at: u8, vswitch: usize) -> u8 {
    at * 4 + u8::try_from(vswitch % 4).unwrap_or_default()
}
