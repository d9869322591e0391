//! Terraform: `terraform show -json` and raw state, as resources by type. Configuration is no state and is not read.
//!
//! Source: HashiCorp's `jsonstate` and `jsonplan`, format 1.0.

mod types;

use crate::import::answer::Around;
use crate::import::facts::Facts;
use crate::import::read::stores;
use crate::import::said::LeftOut;
use crate::import::terraform::types::{ABOUT_OTHERS, TYPES, UNREAD};
use crate::import::tree::{NOTHING, Tree};

/// What a state holds.
#[derive(Default)]
pub(super) struct Resources<'t> {
    /// The resources that it manages.
    pub(super) managed: Vec<Resource<'t>>,
    /// How many others it only looked up.
    pub(super) looked_up: usize,
    /// How many exist in a plan only.
    pub(super) planned: usize,
}

/// A resource with its attributes.
pub(super) struct Resource<'t> {
    /// Its type without the provider's name.
    pub(super) kind: &'t str,
    /// What is known of it.
    pub(super) attributes: &'t Tree,
}

/// The resources of a state, raw or shown; `None` where a value is neither.
pub(super) fn resources(value: &Tree) -> Option<Resources<'_>> {
    let mut found = Resources::default();
    modules(value.get(&["planned_values"]), &mut |one| {
        found.planned += usize::from(!is_data(one) && one.get(&["values"]).text(&["id"]).is_none());
    });
    let shown = [value.get(&["values"]), value.get(&["prior_state"]).get(&["values"])];
    if let Some(shown) = shown.into_iter().find(|values| values.has("root_module")) {
        modules(shown, &mut |one| found.take(one, [one.get(&["values"])]));
        return Some(found);
    }
    if !value.has("resources") || !(value.has("version") || value.has("terraform_version")) {
        // What `terraform show -json` prints of a state without resources.
        return value.has("terraform_version").then_some(found);
    }
    for one in value.list(&["resources"]) {
        found.take(one, one.list(&["instances"]).iter().map(|instance| instance.get(&["attributes"])));
    }
    Some(found)
}

/// Looks at the resources of a module and of those inside it.
fn modules<'t>(values: &'t Tree, look: &mut dyn FnMut(&'t Tree)) {
    let mut left = vec![values.get(&["root_module"])];
    while let Some(module) = left.pop() {
        module.list(&["resources"]).iter().for_each(&mut *look);
        left.extend(module.list(&["child_modules"]));
    }
}

fn is_data(one: &Tree) -> bool {
    one.text(&["mode"]) == Some("data")
}

impl<'t> Resources<'t> {
    fn take(&mut self, one: &'t Tree, instances: impl IntoIterator<Item = &'t Tree>) {
        let Some(kind) = one.text(&["type"]) else {
            return;
        };
        let kind = kind.strip_prefix("alicloud_").unwrap_or(kind);
        let all = instances.into_iter().map(|attributes| Resource { kind, attributes });
        if is_data(one) {
            self.looked_up += all.count();
        } else {
            self.managed.extend(all);
        }
    }
}

/// Takes in a resource; its type, or why it is left out.
pub(super) fn take(facts: &mut Facts, resource: &Resource<'_>) -> Result<&'static str, LeftOut> {
    let Some((kind, reads, product)) = TYPES.iter().find(|(kind, ..)| *kind == resource.kind) else {
        let may_matter = UNREAD.iter().any(|beginning| resource.kind.starts_with(beginning));
        return Err(if may_matter { LeftOut::Unread } else { LeftOut::Unneeded });
    };
    if resource.attributes.text(&["id"]).is_none() && !ABOUT_OTHERS.contains(kind) {
        return Err(LeftOut::WithoutId);
    }
    let around = Around { body: &NOTHING, params: &NOTHING, region: None, account: None, subject: None };
    if !product.is_empty() {
        stores::managed(facts, resource.attributes, around, product);
    }
    for read in *reads {
        read(facts, resource.attributes, around);
    }
    Ok(kind)
}
