//! Instances of managed products as data sources: endpoint, port, and the whitelist that counts there.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Id;
use crate::import::build::Builder;
use crate::import::csv::Tables;
use crate::import::facts::{EndFact, StoreFact};
use crate::import::said::{Fact, Question, Warning};
use crate::topology::{DataSource, Endpoint, Entry, GateKind, Kind, Product, Whitelist};

impl<'a> Builder<'a> {
    /// Draws the instances.
    pub(super) fn stores(&mut self) {
        let facts = self.facts;
        for (name, fact) in &facts.stores {
            let Some(product) = fact.product.and_then(Product::from_key) else {
                let engine = fact.engine.clone().unwrap_or_default();
                self.notes.questions.insert(Question::Product { id: name.clone(), engine });
                continue;
            };
            let parent = if product.is_regional() {
                Some(self.place(fact.owner.as_deref(), fact.region.as_deref(), name))
            } else {
                self.parent_of(name, fact)
            };
            let (Some(id), Some(parent)) = (self.id(name), parent) else {
                self.notes.questions.insert(Question::Network(name.clone()));
                continue;
            };
            let source = self.store(name, fact, product);
            self.put(&id, fact.name.as_deref(), Some(&parent), Kind::DataSource(source));
        }
        for name in facts.lists.keys().filter(|name| !facts.stores.contains_key(*name)) {
            self.notes.questions.insert(Question::Network(name.clone()));
        }
    }

    fn parent_of(&mut self, name: &str, fact: &'a StoreFact) -> Option<Id> {
        let drawn = |id: &Option<String>| {
            let id = Id::parse(id.as_deref()?)?;
            self.topology.nodes.contains_key(&id).then_some(id)
        };
        if let Some(place) = drawn(&fact.switch).or_else(|| drawn(&fact.vpc)) {
            return Some(place);
        }
        if !fact.classic {
            return None;
        }
        let region = self.place(fact.owner.as_deref(), fact.region.as_deref(), name);
        let id = Id::parse(&format!("{region}.classic"))?;
        if !self.topology.nodes.contains_key(&id) {
            self.put(&id, None, Some(&region), Kind::ClassicNetwork);
        }
        Some(id)
    }

    fn store(&mut self, name: &str, fact: &StoreFact, product: Product) -> DataSource {
        // The private endpoint, where there is one; of several the better one.
        let best = fact.ends.iter().next();
        let public = best.is_some_and(|end| end.public);
        let alike = |end: &&EndFact| Some((end.public, end.rank)) == best.map(|end| (end.public, end.rank));
        let ends: Vec<&EndFact> = fact.ends.iter().filter(alike).collect();
        let addresses = ends.iter().filter_map(|end| end.address.as_deref());
        let mut addresses: Vec<_> = addresses.filter_map(|typed| self.address(name, typed)).collect();
        addresses.sort_unstable();
        addresses.dedup();
        let own = ends.iter().find_map(|end| end.port.as_deref()).or(fact.port.as_deref());
        let port = own.and_then(|port| port.parse::<u16>().ok()).filter(|port| *port > 0);
        let mut source = DataSource::new(product);
        source.host = ends.iter().find_map(|end| end.host.clone());
        source.addresses = Some(addresses).filter(|addresses| !addresses.is_empty());
        source.port = port.filter(|port| Some(*port) != product.info().port);
        source.endpoint = public.then_some(Endpoint::Public);
        source.whitelist = self.whitelist(name, fact, public, port.or(product.info().port));
        if source.whitelist.is_none() && product.gate().kind == GateKind::Whitelist {
            self.notes.questions.insert(Question::Whitelist(name.to_owned()));
        }
        source
    }

    /// All groups that count at this endpoint, as one list. Where groups are for one network type each and the input
    /// does not say for which, the list is not known.
    fn whitelist(
        &mut self,
        name: &str,
        fact: &StoreFact,
        public: bool,
        port: Option<u16>,
    ) -> Option<Whitelist> {
        let groups = self.facts.lists.get(name)?;
        let typed = groups.keys().any(|(_, net)| net != "MIX");
        if fact.strict && !typed {
            return None;
        }
        let wanted = if public { "Classic" } else { "VPC" };
        let port = port.map(|port| port.to_string()).unwrap_or_default();
        let counts = |(group, net): &(String, String)| match net.as_str() {
            "MIX" => !fact.strict,
            "port" => !public && *group == port,
            net => net.eq_ignore_ascii_case(wanted),
        };
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (_, versions) in groups.iter().filter(|(key, _)| counts(key)) {
            if versions.len() > 1 {
                self.notes.warnings.insert(Warning::Differs { id: name.to_owned(), fact: Fact::Whitelist });
            }
            let fresh = versions.iter().flatten().filter(|entry| seen.insert(entry.as_str()));
            entries.extend(fresh.map(|entry| Entry::new(entry)));
        }
        Some(Whitelist::Entries(entries))
    }

    /// Gives entries of tables to the data sources that they name, by id or name; returns those of nobody.
    pub(super) fn named(&mut self, tables: Tables) -> BTreeMap<String, Vec<String>> {
        let mut left = BTreeMap::new();
        let mut by_name: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for (id, node) in &self.topology.nodes {
            if matches!(node.kind, Kind::DataSource(_)) {
                by_name.entry(id.to_string()).or_default().push(id.clone());
                let name = node.name.iter().filter(|name| name.as_str() != id.as_str());
                name.for_each(|name| by_name.entry(name.clone()).or_default().push(id.clone()));
            }
        }
        for (name, entries) in tables.entries {
            match by_name.get(&name).map(Vec::as_slice) {
                Some([id]) => self.admit(id, &entries),
                _ => {
                    self.notes.questions.insert(Question::Source(name.clone()));
                    left.insert(name, entries);
                }
            }
        }
        left
    }

    fn admit(&mut self, id: &Id, entries: &[String]) {
        if let Some(node) = self.topology.nodes.get_mut(id)
            && let Kind::DataSource(source) = &mut Arc::make_mut(node).kind
        {
            admit(source, entries);
        }
    }
}

/// Adds entries to a whitelist.
pub(in crate::import) fn admit(source: &mut DataSource, entries: &[String]) {
    let mut held = source.whitelist.as_ref().map(|list| list.entries().to_vec()).unwrap_or_default();
    for entry in entries.iter().map(|entry| Entry::new(entry)) {
        if !held.contains(&entry) {
            held.push(entry);
        }
    }
    source.whitelist = Some(Whitelist::Entries(held));
}
