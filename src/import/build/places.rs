//! Accounts and regions around networks and groups: as told, else the only ones that the input knows.

use crate::base::Id;
use crate::import::build::Builder;
use crate::import::build::declared::id_of;
use crate::import::said::{Inference, Question};
use crate::topology::{Account, Kind, RegionPlace};

impl<'a> Builder<'a> {
    /// Which accounts and regions the input tells of.
    pub(super) fn survey(&mut self) {
        let facts = self.facts;
        // Beside VPCs with their blocks, those that are only named are what others joined to: often another account's.
        let described = facts.vpcs.values().any(|vpc| !vpc.block.is_empty());
        let own = facts.vpcs.values().filter(|vpc| !described || !vpc.block.is_empty());
        let vpcs = own.map(|vpc| (&*vpc.owner, &*vpc.region));
        let groups = facts.resource_groups.values().map(|group| (&*group.owner, &*group.region));
        let stores = facts.stores.values().map(|store| (&*store.owner, &*store.region));
        let declared = facts.declared.iter().map(|source| (&source.account, &source.region));
        for (owner, region) in vpcs.chain(groups).chain(stores).chain(declared) {
            self.owners.extend(owner.as_deref());
            self.regions.extend(region.as_deref());
        }
        for store in facts.stores.values() {
            if let Some(vpc) = store.vpc.as_deref() {
                let (owner, region) = self.tenants.entry(vpc).or_default();
                *owner = (*owner).max(store.owner.as_deref());
                *region = (*region).max(store.region.as_deref());
            }
        }
    }

    /// The place of a region in an account, drawn where it is not yet; `who` asks for it.
    pub(super) fn place(&mut self, owner: Option<&'a str>, region: Option<&'a str>, who: &str) -> Id {
        let owner = owner.or_else(|| {
            let sole = self.owners.first().filter(|_| self.owners.len() == 1).copied();
            match sole {
                Some(sole) => self.notes.infer(Inference::SoleAccount(sole.to_owned())),
                None if self.owners.is_empty() => {}
                None => drop(self.notes.questions.insert(Question::Account(who.to_owned()))),
            }
            sole
        });
        let region = region.unwrap_or_else(|| {
            let sole = self.regions.first().filter(|_| self.regions.len() == 1).copied();
            match sole {
                Some(_) => self.notes.infer(Inference::SoleRegion(who.to_owned())),
                None => drop(self.notes.questions.insert(Question::Region(who.to_owned()))),
            }
            sole.unwrap_or("unknown")
        });
        let account = self.account(owner);
        if let Some(id) = self.places.get(&(account.clone(), region.to_owned())) {
            return id.clone();
        }
        // Two that are written alike, and read differently, stay two.
        let id = self.topology.free_id(&id_of(&format!("{account}.{region}")));
        {
            let place = RegionPlace { region: region.to_owned() };
            self.put(&id, Some(region), Some(&account), Kind::Region(place));
        }
        self.places.insert((account, region.to_owned()), id.clone());
        id
    }

    /// The account that is told of by its number, or by its name as tables do.
    fn account(&mut self, told: Option<&str>) -> Id {
        let Some(told) = told else {
            let id = Id::from_words("account");
            if !self.topology.nodes.contains_key(&id) {
                self.put(&id, None, None, Kind::Account(Account { uid: None, site: None }));
            }
            return id;
        };
        if let Some(id) = self.accounts.get(told) {
            return id.clone();
        }
        let is_number = told.chars().all(|sign| sign.is_ascii_digit());
        let wanted = if is_number { Id::from_words(told) } else { id_of(told) };
        let id = self.topology.free_id(&wanted);
        let account = Account { uid: is_number.then(|| told.to_owned()), site: None };
        self.put(&id, Some(told).filter(|_| !is_number), None, Kind::Account(account));
        self.accounts.insert(told.to_owned(), id.clone());
        id
    }
}
