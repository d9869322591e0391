//! VPCs, vSwitches and NAT gateways.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{Address, AddressSet, Block, Id};
use crate::import::build::Builder;
use crate::import::facts::{NatFact, SnatFact, VpcFact};
use crate::import::said::{Fact, Question, Reason, Warning};
use crate::topology::{Kind, NatGateway, Snat, VSwitch, Vpc};

impl<'a> Builder<'a> {
    /// Draws the VPCs and their vSwitches.
    pub(super) fn networks(&mut self) {
        let facts = self.facts;
        for (name, fact) in &facts.vpcs {
            self.vpc(name, fact);
        }
        for (name, fact) in &facts.switches {
            let Some(vpc) = fact.vpc.as_deref() else {
                self.notes.ignore(name, Reason::Orphan);
                continue;
            };
            let (Some(id), Some(parent)) = (self.id(name), Id::parse(vpc)) else {
                continue;
            };
            let cidr = fact.block.as_deref().and_then(|typed| self.block(name, typed));
            if cidr.is_none() {
                self.notes.questions.insert(Question::Block(name.clone()));
            }
            self.switches.entry(vpc).or_default().push((name, cidr));
            let switch = VSwitch { cidr, zone: fact.zone.clone(), cloud_id: Some(name.clone()) };
            self.put(&id, fact.name.as_deref(), Some(&parent), Kind::VSwitch(switch));
        }
    }

    fn vpc(&mut self, name: &'a str, fact: &'a VpcFact) {
        let Some(id) = self.id(name) else {
            return;
        };
        if fact.block.len() > 1 {
            self.notes.warnings.insert(Warning::Differs { id: name.to_owned(), fact: Fact::Cidrs });
        }
        let own: Vec<&String> = fact.block.iter().chain(&fact.secondary).collect();
        let typed = if own.is_empty() { fact.told.iter().collect() } else { own };
        let mut blocks: Vec<Block> = Vec::new();
        for typed in typed {
            let block = self.block(name, typed);
            blocks.extend(block.filter(|block| !blocks.contains(block)));
        }
        if blocks.is_empty() {
            self.notes.questions.insert(Question::Block(name.to_owned()));
        }
        let cidrs = Some(blocks.clone()).filter(|blocks| !blocks.is_empty());
        self.blocks.insert(name, blocks);
        // Whoever runs a database in a VPC owns it, where nothing says otherwise.
        let (owner, region) = self.tenants.get(name).copied().unwrap_or_default();
        let (owner, region) = (fact.owner.as_deref().or(owner), fact.region.as_deref().or(region));
        let parent = self.place(owner, region, name);
        let kind = Kind::Vpc(Vpc { cidrs, cloud_id: Some(name.to_owned()), routes: Vec::new() });
        self.put(&id, fact.name.as_deref(), Some(&parent), kind);
        if !fact.user.is_empty() {
            let ranges: Vec<String> = fact.user.iter().cloned().collect();
            if let Some(node) = self.topology.nodes.get_mut(&id) {
                Arc::make_mut(node).note = Some(format!("UserCidrs: {}", ranges.join(", ")));
            }
            self.notes.warnings.insert(Warning::UserCidrs { vpc: name.to_owned(), ranges });
        }
    }

    /// Draws the NAT gateways that lead to the Internet.
    pub(super) fn gateways(&mut self) {
        let facts = self.facts;
        let mut entries: BTreeMap<&str, Vec<&SnatFact>> = BTreeMap::new();
        for entry in facts.snats.iter().filter(|entry| entry.available) {
            for about in entry.table.iter().chain(&entry.gateway) {
                entries.entry(about).or_default().push(entry);
            }
        }
        let mut bound: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
        for eip in facts.eips.values() {
            if let (Some(instance), Some(address)) = (&*eip.instance, &*eip.address) {
                bound.entry(instance).or_default().push(address);
            }
        }
        for (name, fact) in &facts.nats {
            if fact.private {
                self.notes.ignore(name, Reason::PrivateNat);
                continue;
            }
            let Some(vpc) = fact.vpc.as_deref() else {
                self.notes.ignore(name, Reason::Orphan);
                continue;
            };
            let (Some(id), Some(parent)) = (self.id(name), Id::parse(vpc)) else {
                continue;
            };
            let own = fact.tables.iter().map(String::as_str).chain([name.as_str()]);
            let entries: BTreeSet<&SnatFact> =
                own.filter_map(|about| entries.get(about)).flatten().copied().collect();
            let bound = bound.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            let eips = self.eips_of(name, fact, &entries, bound);
            let snat = self.scope(name, vpc, fact, &entries);
            self.put(&id, fact.name.as_deref(), Some(&parent), Kind::NatGateway(NatGateway { eips, snat }));
        }
    }

    /// Every EIP of the gateway: bound to it, or named by one of its SNAT entries.
    ///
    /// Source: DataWorks, "Configure an IP address whitelist": all EIPs of the Internet NAT gateway.
    fn eips_of(
        &mut self,
        name: &str,
        fact: &NatFact,
        entries: &BTreeSet<&SnatFact>,
        bound: &[&String],
    ) -> Option<Vec<Address>> {
        let typed: BTreeSet<&String> = fact
            .eips
            .iter()
            .chain(bound.iter().copied())
            .chain(entries.iter().flat_map(|entry| &entry.addresses))
            .collect();
        let mut eips: Vec<Address> =
            typed.into_iter().filter_map(|typed| self.address(name, typed)).collect();
        eips.sort_unstable();
        Some(eips).filter(|eips| !eips.is_empty() || fact.told)
    }

    fn scope(
        &mut self,
        name: &str,
        vpc: &str,
        fact: &NatFact,
        entries: &BTreeSet<&SnatFact>,
    ) -> Option<Snat> {
        let call = "vpc DescribeSnatTableEntries";
        let asked = fact.tables.iter().any(|table| self.facts.was_asked(call, table));
        if !asked && !self.facts.was_asked(call, name) {
            self.notes.questions.insert(Question::Snat(name.to_owned()));
            return None;
        }
        let mut found: BTreeSet<Id> = BTreeSet::new();
        for entry in entries {
            if let Some(switch) = entry.switch.as_deref().and_then(Id::parse) {
                if self.topology.nodes.contains_key(&switch) {
                    found.insert(switch);
                }
                continue;
            }
            let Some(block) = entry.block.as_deref().and_then(|typed| self.block(name, typed)) else {
                continue;
            };
            let covered = AddressSet::from(block);
            let whole = self.set_of(vpc);
            if !whole.is_empty() && covered.covers(&whole) {
                return Some(Snat::Vpc);
            }
            let switches = self.switches.get(vpc).map(Vec::as_slice).unwrap_or_default();
            for (switch, cidr) in switches {
                let Some(cidr) = cidr else {
                    continue;
                };
                if block.contains(cidr) {
                    found.extend(Id::parse(switch));
                } else if cidr.contains(&block) {
                    let (gateway, block) = (name.to_owned(), block.to_string());
                    self.notes.warnings.insert(Warning::PartOfVSwitch { gateway, block });
                }
            }
        }
        Some(Snat::VSwitches(found.into_iter().collect()))
    }
}
