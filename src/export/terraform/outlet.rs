//! Where a resource group comes out: new VPCs and vSwitches, associations, exits to the Internet.

use crate::base::Id;
use crate::cloud::{Arg, Remark, Unknown};
use crate::export::terraform::acts::{Native, apart};
use crate::export::terraform::hcl::{Expr, Item, attribute};
use crate::export::terraform::writer::Writer;
use crate::plan::NewSwitch;
use crate::topology::{Kind, NatGateway};

/// The VPC and vSwitch that have to be created, where no earlier task has; with an empty line behind them.
pub(super) fn created(writer: &mut Writer<'_>, switch: Option<&NewSwitch>) -> Vec<Item> {
    let Some(switch) = switch.filter(|switch| switch.is_new) else { return Vec::new() };
    let mut blocks = Vec::new();
    let home = writer.home(&switch.vpc);
    if let Some(new) = &switch.new_vpc
        && !writer.is_written(&Unknown::Vpc(switch.vpc.clone()))
    {
        let body = vec![
            attribute("vpc_name", Expr::text(switch.vpc.as_str())),
            attribute("cidr_block", Expr::text(new.cidr.to_string())),
        ];
        let (address, item) = writer.resource("alicloud_vpc", switch.vpc.as_str(), &home, body);
        blocks.push(item);
        writer.makes(Unknown::Vpc(switch.vpc.clone()), format!("{address}.id"));
        writer.makes(Unknown::RouteTable(switch.vpc.clone()), format!("{address}.route_table_id"));
    }
    if !writer.is_written(&Unknown::VSwitch(switch.vswitch.clone())) {
        let cidr = match switch.cidr {
            Some(block) => Arg::text(block.to_string()),
            None => Arg::Unknown(Unknown::VSwitchBlock(switch.vswitch.clone())),
        };
        let vpc = vpc(writer, &switch.vpc);
        let zone = writer.facts.zone(&switch.vswitch);
        let body = vec![
            attribute("vswitch_name", Expr::text(switch.vswitch.as_str())),
            attribute("vpc_id", vpc),
            attribute("cidr_block", writer.value(&cidr)),
            attribute("zone_id", writer.value(&zone)),
        ];
        let (address, item) = writer.resource("alicloud_vswitch", switch.vswitch.as_str(), &home, body);
        blocks.push(item);
        writer.makes(Unknown::VSwitch(switch.vswitch.clone()), format!("{address}.id"));
    }
    let mut items = apart(blocks);
    if !items.is_empty() {
        items.push(Item::Gap);
    }
    items
}

/// The association of a resource group with a VPC.
pub(super) fn bind(writer: &mut Writer<'_>, group: &Id, switch: &NewSwitch) -> Native {
    let mut items = created(writer, Some(switch));
    if !writer.facts.is_serverless(group) {
        return Native { items, remarks: vec![Remark::Serverless] };
    }
    let id = writer.facts.group(group);
    let body = vec![
        attribute("dw_resource_group_id", writer.value(&id)),
        attribute("vpc_id", vpc(writer, &switch.vpc)),
        attribute("vswitch_id", vswitch(writer, &switch.vswitch)),
    ];
    let home = writer.home(group);
    let wanted = format!("{group}_{}", switch.vswitch);
    let (address, item) = writer.resource("alicloud_data_works_network", &wanted, &home, body);
    writer.makes(Unknown::Binding(group.clone(), switch.vswitch.clone()), format!("{address}.id"));
    items.push(item);
    Native::of(items)
}

/// A way to the Internet for a serverless group.
pub(super) struct Exit<'a> {
    pub(super) group: &'a Id,
    pub(super) vswitch: &'a Id,
    pub(super) vpc: &'a Id,
    pub(super) gateway: &'a Id,
    pub(super) exists: bool,
    pub(super) needs_eip: bool,
}

impl Exit<'_> {
    /// The NAT gateway and its EIP, where they are missing, and the SNAT entry.
    pub(super) fn items(&self, writer: &mut Writer<'_>) -> Vec<Item> {
        let home = writer.home(self.vpc);
        let name = self.gateway.as_str();
        let mut blocks = Vec::new();
        let mut associated = None;
        if !self.exists && !writer.is_written(&Unknown::Nat(self.gateway.clone())) {
            let body = vec![
                attribute("nat_gateway_name", Expr::text(name)),
                attribute("vpc_id", vpc(writer, self.vpc)),
                attribute("vswitch_id", vswitch(writer, self.vswitch)),
                attribute("nat_type", Expr::text("Enhanced")),
                attribute("network_type", Expr::text("internet")),
                attribute("payment_type", Expr::text("PayAsYouGo")),
                attribute("internet_charge_type", Expr::text("PayByLcu")),
            ];
            let (address, item) = writer.resource("alicloud_nat_gateway", name, &home, body);
            blocks.push(item);
            writer.makes(Unknown::Nat(self.gateway.clone()), format!("{address}.id"));
            writer.makes(Unknown::SnatTable(self.gateway.clone()), format!("{address}.snat_table_ids"));
        }
        if self.needs_eip && !writer.is_written(&Unknown::Eip(self.group.clone())) {
            let body = vec![attribute("address_name", Expr::text(name))];
            let (address, item) = writer.resource("alicloud_eip_address", name, &home, body);
            blocks.push(item);
            writer.makes(Unknown::Eip(self.group.clone()), format!("{address}.ip_address"));
            let gateway = Expr::plain(writer.reference(&Unknown::Nat(self.gateway.clone())));
            let body = vec![
                attribute("allocation_id", Expr::plain(format!("{address}.id"))),
                attribute("instance_id", gateway),
                attribute("instance_type", Expr::text("Nat")),
            ];
            let (address, item) = writer.resource("alicloud_eip_association", name, &home, body);
            blocks.push(item);
            associated = Some(address);
        }
        let table = Expr::plain(writer.reference(&Unknown::SnatTable(self.gateway.clone())));
        let mut body = vec![
            attribute("snat_table_id", table),
            attribute("source_vswitch_id", vswitch(writer, self.vswitch)),
            attribute("snat_ip", self.addresses(writer)),
        ];
        // The entry names the address, which says nothing of its association with the gateway.
        if let Some(address) = associated {
            body.extend([Item::Gap, attribute("depends_on", Expr::List(vec![Expr::plain(address)]))]);
        }
        let wanted = format!("{}_{}", self.gateway, self.vswitch);
        blocks.push(writer.resource("alicloud_snat_entry", &wanted, &home, body).1);
        apart(blocks)
    }

    /// The addresses of the gateway, as many as it has, else the new one.
    fn addresses(&self, writer: &mut Writer<'_>) -> Expr {
        let drawn = writer.facts.before.node(self.gateway).map(|node| &node.kind);
        match drawn {
            Some(Kind::NatGateway(NatGateway { eips: Some(eips), .. })) if !eips.is_empty() => {
                let eips: Vec<String> = eips.iter().map(ToString::to_string).collect();
                Expr::text(eips.join(","))
            }
            _ => Expr::plain(writer.reference(&Unknown::Eip(self.group.clone()))),
        }
    }
}

/// The id of a VPC: of one that an earlier task creates, else as the drawing knows it.
fn vpc(writer: &mut Writer<'_>, id: &Id) -> Expr {
    let arg = writer.facts.vpc(id);
    writer.value(&arg)
}

fn vswitch(writer: &mut Writer<'_>, id: &Id) -> Expr {
    let arg = writer.facts.vswitch(id);
    writer.value(&arg)
}
