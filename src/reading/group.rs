//! Resource groups, resolved: which associations are in scope, and the route table that DataWorks makes of them.

use crate::base::order;
use crate::base::{Block, Id, PrefixMap};
use crate::reading::{NetworkIx, Reading};
use crate::topology::{GroupKind, ResourceGroup, SecurityGroup};

/// A resource group.
#[derive(Debug)]
pub struct Group<'a> {
    /// Its id.
    pub id: &'a Id,
    /// What is drawn.
    pub drawn: &'a ResourceGroup,
    /// Its account.
    pub account: Option<&'a Id>,
    /// Its region.
    pub region: Option<&'a str>,
    /// Its associations, in order of vSwitch id.
    pub bindings: Vec<Bound<'a>>,
    /// Destination blocks of the usable associations, automatic and added, with the position of the association.
    pub routes: PrefixMap<usize>,
}

/// The association of a group with a VPC.
#[derive(Debug)]
pub struct Bound<'a> {
    /// The vSwitch.
    pub vswitch: &'a Id,
    /// Its block.
    pub cidr: Option<Block>,
    /// The VPC.
    pub network: NetworkIx,
    /// Whether the VPC is of the group's own account and region and in a range that the group supports; otherwise the
    /// association carries nothing.
    pub in_scope: bool,
    /// The block of the VPC that a serverless group does not support.
    pub unsupported: Option<Block>,
    /// The security group; `None` is basic without rules.
    pub security_group: Option<&'a SecurityGroup>,
    /// The added destination blocks.
    pub added: &'a [Block],
}

impl Bound<'_> {
    /// The added destination blocks in order, whatever the order in which they were drawn.
    pub fn added_in_order(&self) -> Vec<Block> {
        let mut added = self.added.to_vec();
        order::sort(&mut added);
        added
    }
}

impl<'a> Group<'a> {
    pub(super) fn read(reading: &Reading<'a>, id: &'a Id, drawn: &'a ResourceGroup) -> Self {
        let account = reading.account_of(id);
        let region = reading.region_of(id);
        let bind = |binding: &'a crate::topology::Binding| {
            let network = reading.network(reading.network_of(&binding.vswitch)?);
            let switch = network.switches.iter().find(|switch| *switch.id == binding.vswitch)?;
            let serverless = drawn.kind == GroupKind::Serverless;
            let unsupported = serverless.then(|| network.block_unsupported_by_serverless()).flatten();
            let in_scope = network.is_bindable(account, region) && unsupported.is_none();
            Some(Bound {
                vswitch: switch.id,
                cidr: switch.cidr,
                network: network.ix,
                in_scope: in_scope && drawn.kind != GroupKind::Shared,
                unsupported,
                security_group: binding.security_group.as_ref(),
                added: &binding.routes,
            })
        };
        let mut bindings: Vec<Bound<'a>> = drawn.bindings.iter().filter_map(bind).collect();
        order::sort_by_key(&mut bindings, |bound| bound.vswitch);
        let mut routes: Vec<(Block, usize)> = Vec::new();
        for (at, bound) in bindings.iter().enumerate().filter(|(_, bound)| bound.in_scope) {
            let own = reading.network(bound.network).cidrs.iter().flatten();
            routes.extend(own.chain(bound.added).map(|block| (*block, at)));
        }
        routes.sort_unstable();
        routes.dedup();
        Self { id, drawn, account, region, bindings, routes: PrefixMap::of(routes) }
    }

    /// The usable associations with their positions.
    pub fn usable(&self) -> impl Iterator<Item = (usize, &Bound<'a>)> {
        self.bindings.iter().enumerate().filter(|(_, bound)| bound.in_scope)
    }

    /// The association at a position.
    pub fn bound(&self, at: usize) -> Option<&Bound<'a>> {
        self.bindings.get(at)
    }
}
