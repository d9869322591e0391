//! Resource groups with their bindings and DataWorks routes.

use std::collections::BTreeMap;

use crate::base::{Block, Id};
use crate::import::build::Builder;
use crate::import::facts::{DataworksRoute, NetworkFact, ResourceGroupFact};
use crate::import::said::{Inference, Question, Reason, Warning};
use crate::topology::{Binding, GroupKind, Kind, ResourceGroup, Spec};

/// DataWorks routes by the network that they name.
type Routes<'r> = BTreeMap<Option<&'r str>, Vec<&'r DataworksRoute>>;

/// The type of a group, by the name that DataWorks gives it.
fn kind_of(name: &str) -> Option<GroupKind> {
    Some(match name {
        "CommonV2" => GroupKind::Serverless,
        "ExclusiveDataIntegration" => GroupKind::ExclusiveDataIntegration,
        "ExclusiveScheduler" => GroupKind::ExclusiveScheduling,
        "ExclusiveDataService" => GroupKind::ExclusiveDataService,
        "Common" => GroupKind::Shared,
        _ => return None,
    })
}

impl<'a> Builder<'a> {
    /// Draws the resource groups.
    pub(super) fn resource_groups(&mut self) {
        let facts = self.facts;
        let mut networks: BTreeMap<&str, Vec<(&str, &NetworkFact)>> = BTreeMap::new();
        for (name, fact) in &facts.networks {
            if let Some(group) = fact.group.as_deref() {
                networks.entry(group).or_default().push((name, fact));
            }
        }
        let mut routes: Routes<'_> = BTreeMap::new();
        for route in &facts.dataworks_routes {
            routes.entry(route.network.as_deref()).or_default().push(route);
        }
        for (name, fact) in &facts.resource_groups {
            let own = networks.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            self.resource_group(name, fact, own, &routes);
        }
        for route in &facts.dataworks_routes {
            let known = route.network.as_ref().is_some_and(|network| facts.networks.contains_key(network));
            let group = route.group.as_ref().filter(|group| facts.resource_groups.contains_key(*group));
            if !known && group.is_none() {
                self.notes.ignore(route.to.as_str(), Reason::Orphan);
            }
        }
    }

    fn resource_group(
        &mut self,
        name: &'a str,
        fact: &'a ResourceGroupFact,
        own: &[(&'a str, &'a NetworkFact)],
        routes: &Routes<'a>,
    ) {
        let gone = |state: &&str| ["Deleted", "Deleting", "CreateFailed"].contains(state);
        if let Some(state) = fact.state.as_deref().filter(gone) {
            self.notes.ignore(name, Reason::State(state.to_owned()));
            return;
        }
        let by_name = || name.starts_with("Serverless_res_group").then_some(GroupKind::Serverless);
        let Some(kind) = fact.kind.as_deref().and_then(kind_of).or_else(by_name) else {
            let engine = fact.kind.clone().unwrap_or_default();
            self.notes.questions.insert(Question::Product { id: name.to_owned(), engine });
            return;
        };
        let Some(id) = self.id(name) else {
            return;
        };
        let mut group = ResourceGroup::new(kind);
        self.specify(name, fact, &mut group);
        self.bind(name, fact, own, routes, &mut group);
        // A group is bound only inside its own account and region.
        let facts = self.facts;
        let bound = own.iter().map(|(_, network)| &network.vpc).chain([&fact.vpc]);
        let bound = bound.filter_map(|vpc| facts.vpcs.get(vpc.as_deref()?)).find(|vpc| vpc.region.is_some());
        let owner = fact.owner.as_deref().or_else(|| bound?.owner.as_deref());
        let region = fact.region.as_deref().or_else(|| bound?.region.as_deref());
        let parent = self.place(owner, region, name);
        if kind.is_exclusive() {
            self.notes.questions.insert(Question::Eips(name.to_owned()));
        }
        self.put(&id, fact.name.as_deref(), Some(&parent), Kind::ResourceGroup(group));
    }

    fn specify(&mut self, name: &str, fact: &ResourceGroupFact, group: &mut ResourceGroup) {
        let amount: Option<f64> = fact.amount.as_deref().and_then(|text| text.parse().ok());
        let standard = fact.standard.as_deref().unwrap_or("1CU").to_lowercase();
        if group.kind == GroupKind::Serverless {
            let each: Option<f64> = standard.trim_end_matches("cu").trim().parse().ok();
            group.cu = amount.zip(each).map(|(amount, each)| amount * each);
            group.cu = group.cu.filter(|cu| *cu > 0.0 && cu.is_finite());
        } else if amount.is_none_or(|amount| (amount - 1.0).abs() < f64::EPSILON) {
            group.spec = Spec::ALL.into_iter().find(|spec| spec.key() == standard);
            if group.spec.is_some() {
                self.notes.infer(Inference::Specification(name.to_owned()));
            }
        }
    }

    fn bind(
        &mut self,
        name: &str,
        fact: &ResourceGroupFact,
        own: &[(&str, &NetworkFact)],
        routes: &Routes<'_>,
        group: &mut ResourceGroup,
    ) {
        let facts = self.facts;
        for (network, held) in own {
            let state = held.state.as_deref().unwrap_or("Running");
            // Terraform calls a binding that stands available.
            if !["Running", "Available"].contains(&state) {
                let (id, state) = (format!("{name} {network}"), state.to_owned());
                self.notes.warnings.insert(Warning::NotInService { id, state });
                continue;
            }
            let Some(vswitch) = held.switch.as_deref().and_then(Id::parse) else {
                continue;
            };
            // A route that names no network is one of the only network of its group.
            let alone = routes
                .get(&None)
                .into_iter()
                .flatten()
                .filter(|route| own.len() == 1 && route.group.as_deref() == Some(name));
            let of_network = routes.get(&Some(*network)).into_iter().flatten().chain(alone);
            let routes: Vec<Block> = of_network.filter_map(|route| self.block(name, &route.to)).collect();
            let security_group = held.security_group.as_ref().and_then(|guard| self.guard_of_binding(guard));
            add(group, Binding { vswitch, security_group, routes });
        }
        let default = fact.switch.as_deref().filter(|_| own.is_empty());
        let asked = facts.was_asked("dataworks-public ListNetworks", name);
        if let Some(vswitch) = default.filter(|_| !asked).and_then(Id::parse) {
            group.bindings.push(Binding::new(vswitch));
            self.notes.infer(Inference::DefaultBinding(name.to_owned()));
        } else if own.is_empty() && !asked {
            self.notes.questions.insert(Question::Bindings(name.to_owned()));
        }
        let routes_known = facts.was_asked("dataworks-public ListRoutes", name);
        if !group.bindings.is_empty() && !routes_known {
            self.notes.questions.insert(Question::DataworksRoutes(name.to_owned()));
        }
    }
}

/// Adds a binding; two of one vSwitch are one.
fn add(group: &mut ResourceGroup, binding: Binding) {
    match group.bindings.iter_mut().find(|held| held.vswitch == binding.vswitch) {
        Some(held) => {
            held.routes.extend(binding.routes);
            held.routes.sort_unstable();
            held.routes.dedup();
            held.security_group = held.security_group.take().or(binding.security_group);
        }
        None => group.bindings.push(binding),
    }
}
