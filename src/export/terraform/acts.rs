//! Each task as resources of the provider, or as a call of the client where the provider has none.

use crate::base::{Block, Id};
use crate::cloud::{Arg, Call, Remark, Unknown, kafka_ports, listed, ports, stand_in};
use crate::export::script::command::command;
use crate::export::tasks::Task;
use crate::export::terraform::hcl::{Expr, Item, attribute, block};
use crate::export::terraform::writer::Writer;
use crate::export::terraform::{network, outlet};
use crate::plan::{Act, Side};
use crate::topology::{ConnectionKind, Direction, Rule, State};

/// A task in the file.
#[derive(Default)]
pub(super) struct Native {
    /// The resources.
    pub(super) items: Vec<Item>,
    /// What is to be said about them.
    pub(super) remarks: Vec<Remark>,
}

impl Native {
    pub(super) fn of(items: Vec<Item>) -> Self {
        Self { items, remarks: Vec::new() }
    }

    /// Nothing that Terraform does: what is said of the calls is said here.
    fn by_hand(task: &Task) -> Self {
        let hand = |remark: &&Remark| matches!(remark, Remark::Console | Remark::Serverless);
        let remarks: Vec<Remark> = task.doing.remarks.iter().filter(hand).cloned().collect();
        Self { items: Vec::new(), remarks }
    }
}

/// A task as resources.
pub(super) fn native(writer: &mut Writer<'_>, task: &Task) -> Native {
    match &task.act {
        Act::AuthorizeAccount { network, .. } => grant(writer, task, network),
        Act::JoinNetworks { connection, kind, networks, creates } => {
            let mut items = outlet::created(writer, creates.as_ref());
            let native = network::join(writer, connection, *kind, networks);
            items.extend(native.items);
            Native { items, remarks: native.remarks }
        }
        Act::AttachNetwork { connection, network, creates } => {
            let mut items = outlet::created(writer, creates.as_ref());
            let native = network::attach(writer, connection, network);
            items.extend(native.items);
            Native { items, remarks: native.remarks }
        }
        Act::CompleteAttachment { connection, network } => {
            let is_pending = writer.facts.state(connection, network) == Some(State::Pending);
            match writer.facts.kind(connection) {
                Some(ConnectionKind::VpcPeering) if is_pending => {
                    network::accept(writer, connection, network)
                }
                _ if is_pending => Native::by_hand(task),
                _ => network::attach(writer, connection, network),
            }
        }
        Act::BuyBandwidth { connection } => network::bandwidth(writer, task, connection),
        Act::Bind { group, switch } => outlet::bind(writer, group, switch),
        Act::Rebind { group, from, switch } => {
            let mut native = outlet::bind(writer, group, switch);
            native.remarks.push(Remark::RemoveBinding(from.clone()));
            native
        }
        Act::CreateInternetExit { group, vswitch, vpc, gateway, exists, needs_eip } => {
            match (vswitch, vpc, gateway) {
                (Some(vswitch), Some(vpc), Some(gateway)) => {
                    let exit =
                        outlet::Exit { group, vswitch, vpc, gateway, exists: *exists, needs_eip: *needs_eip };
                    Native::of(exit.items(writer))
                }
                _ => Native::by_hand(task),
            }
        }
        Act::AddSecurityGroupRule { side, at, vswitch, rule } => {
            let peer = Arg::block(rule.peer);
            Native::of(vec![permit(writer, task, (*side, at, vswitch.as_ref()), (rule, &peer))])
        }
        Act::AdmitUnnamed { side, at, vswitch, direction, ports, unnamed } => {
            let rule = Rule::allow(*direction, *ports, Block::default());
            let peer = Arg::Unknown(stand_in(*unnamed, at, &task.purpose));
            Native::of(vec![permit(writer, task, (*side, at, vswitch.as_ref()), (&rule, &peer))])
        }
        Act::AddVpcRoute { network, to, via, replaces }
        | Act::AddReturnRoute { network, to, via, replaces } => {
            let mut native = match network::route(writer, network, *to, via) {
                Some(item) => Native::of(vec![item]),
                None => Native::by_hand(task),
            };
            native.remarks.extend(replaces.clone().map(Remark::RemoveRoute));
            native
        }
        Act::AddWhitelistEntry { source, .. } | Act::ReplaceWhitelistEntry { source, .. } => {
            whitelist(writer, task, source)
        }
        Act::AddDataworksRoute { group, vswitch, .. }
        | Act::AddUnnamedRoute { group, vswitch }
        | Act::ChangeDataworksRoute { group, vswitch, .. } => {
            called(writer, task, &format!("route_{group}_{vswitch}"))
        }
        Act::PrepareGroup { .. }
        | Act::MigrateToVpc { .. }
        | Act::Readdress { .. }
        | Act::ChangeSecurityGroupRule { .. }
        | Act::ResolveHostName { .. }
        | Act::CheckEip { .. }
        | Act::TestConnectivity { .. } => Native::by_hand(task),
    }
}

/// The owner of a VPC lets the owner of a CEN instance attach it.
fn grant(writer: &mut Writer<'_>, task: &Task, network: &Id) -> Native {
    let Some(call) = task.doing.calls.first() else { return Native::by_hand(task) };
    let names = [("CenId", "cen_id"), ("CenOwnerId", "cen_owner_id"), ("InstanceId", "instance_id")];
    let mut body = Vec::new();
    for (parameter, name) in names {
        if let Some((_, arg)) = call.params.iter().find(|(held, _)| *held == parameter) {
            body.push(attribute(name, writer.value(arg)));
        }
    }
    body.push(attribute("instance_type", Expr::text("VPC")));
    body.push(attribute("order_type", Expr::text("PayByCenOwner")));
    let home = writer.home(network);
    let kind = "alicloud_cen_transit_router_grant_attachment";
    Native::of(vec![writer.resource(kind, network.as_str(), &home, body).1])
}

/// A rule of a security group.
fn permit(
    writer: &mut Writer<'_>,
    task: &Task,
    (side, at, vswitch): (Side, &Id, Option<&Id>),
    (rule, peer): (&Rule, &Arg),
) -> Item {
    let vswitch = if side == Side::ResourceGroup { vswitch.cloned() } else { None };
    let group = writer.reference(&Unknown::SecurityGroup(at.clone(), vswitch));
    let kind = match rule.direction {
        Direction::Inbound => "ingress",
        Direction::Outbound => "egress",
    };
    let body = vec![
        attribute("type", Expr::text(kind)),
        attribute("security_group_id", Expr::plain(group)),
        attribute("ip_protocol", Expr::text(rule.protocol.key())),
        attribute("port_range", Expr::text(ports(rule.protocol, rule.ports))),
        attribute("cidr_ip", writer.value(peer)),
        attribute("nic_type", Expr::text("intranet")),
        attribute("policy", Expr::text("accept")),
        attribute("priority", Expr::plain(rule.priority.to_string())),
        attribute("description", Expr::text(task.purpose.about.as_str())),
    ];
    let home = writer.home(at);
    writer.resource("alicloud_security_group_rule", &format!("{at}_{kind}"), &home, body).1
}

/// Entries of a whitelist: a resource that adds where the provider has one.
fn whitelist(writer: &mut Writer<'_>, task: &Task, source: &Id) -> Native {
    let after = &writer.facts.after;
    let product =
        after.data_source(source).map(|drawn| (after.gate_product(source).key(), drawn.effective_port()));
    let entries = entries(task);
    let mut native = match (product, task.doing.calls.first()) {
        (Some(("analyticdb_postgresql", _)), Some(_)) => {
            let body = vec![
                attribute("db_instance_id", instance(writer, source, &["gp-"])),
                attribute("db_instance_ip_array_name", Expr::text(crate::cloud::LIST)),
                attribute(
                    "security_ip_list",
                    Expr::List(entries.iter().map(|entry| writer.value(entry)).collect()),
                ),
            ];
            let home = writer.home(source);
            let kind = "alicloud_gpdb_db_instance_ip_array";
            Native::of(vec![writer.resource(kind, source.as_str(), &home, body).1])
        }
        (Some(("kafka", port)), Some(_)) => {
            let is_public = writer.facts.after.is_reached_publicly(source);
            let ports = kafka_ports(port).unwrap_or_default();
            let one = |entry: &Arg| {
                let body = vec![
                    attribute("instance_id", instance(writer, source, &["alikafka"])),
                    attribute("allowed_type", Expr::text(if is_public { "internet" } else { "vpc" })),
                    attribute("port_range", Expr::text(ports)),
                    attribute("allowed_ip", writer.value(entry)),
                ];
                let home = writer.home(source);
                writer
                    .resource(
                        "alicloud_alikafka_instance_allowed_ip_attachment",
                        source.as_str(),
                        &home,
                        body,
                    )
                    .1
            };
            let blocks: Vec<Item> = entries.iter().map(one).collect();
            Native::of(apart(blocks))
        }
        _ => called(writer, task, &format!("whitelist_{source}")),
    };
    let goes = task.doing.remarks.iter().filter(|remark| matches!(remark, Remark::RemoveEntry(_)));
    let goes: Vec<Remark> = goes.filter(|remark| !native.remarks.contains(remark)).cloned().collect();
    native.remarks.extend(goes);
    native
}

fn instance(writer: &mut Writer<'_>, source: &Id, prefixes: &[&str]) -> Expr {
    let arg = writer.facts.instance(source, prefixes);
    writer.value(&arg)
}

/// The entries that a task adds.
fn entries(task: &Task) -> Vec<Arg> {
    let lists = task.doing.calls.iter().flat_map(|call| &call.params);
    let found: Vec<Arg> = lists
        .filter_map(|(name, arg)| match arg {
            Arg::List(entries) => Some(entries.clone()),
            arg if *name == "AllowedListIp" => Some(vec![arg.clone()]),
            Arg::Text(_) | Arg::Unknown(_) => None,
        })
        .flatten()
        .collect();
    match (&task.act, found.is_empty()) {
        (Act::AddWhitelistEntry { source, entry }, true) => vec![listed(source, *entry, &task.purpose)],
        _ => found,
    }
}

/// What the provider has no resource for: the calls of the client, run when it is applied.
fn called(writer: &mut Writer<'_>, task: &Task, wanted: &str) -> Native {
    if task.doing.calls.is_empty() {
        return Native::by_hand(task);
    }
    let blocks: Vec<Item> = task.doing.calls.iter().map(|call| run(writer, call, wanted)).collect();
    Native { items: apart(blocks), remarks: task.doing.remarks.clone() }
}

fn run(writer: &mut Writer<'_>, call: &Call, wanted: &str) -> Item {
    let profile = writer.profile(call.account.as_ref());
    let mut held: Vec<(String, Unknown)> = Vec::new();
    let mut name = |unknown: &Unknown| {
        let name = writer.label(unknown).to_ascii_uppercase();
        if !held.iter().any(|(_, other)| other == unknown) {
            held.push((name.clone(), unknown.clone()));
        }
        name
    };
    let command = command(call, profile.as_ref(), " ", &mut name);
    let triggers: Vec<Expr> = call.params.iter().map(|(_, arg)| writer.value(arg)).collect();
    let values: Vec<(String, Expr)> =
        held.into_iter().map(|(name, unknown)| (name, Expr::plain(writer.reference(&unknown)))).collect();
    let mut inside = vec![attribute("command", Expr::text(command))];
    if !values.is_empty() {
        inside.extend([Item::Gap, Item::Map("environment".to_owned(), values)]);
    }
    let body = vec![
        attribute("triggers_replace", Expr::List(triggers)),
        Item::Gap,
        block("provisioner", &["local-exec"], inside),
    ];
    let name = writer.name("terraform_data", wanted);
    block("resource", &["terraform_data", &name], body)
}

/// Blocks with empty lines between them.
pub(super) fn apart(blocks: Vec<Item>) -> Vec<Item> {
    let mut items = Vec::new();
    for block in blocks {
        if !items.is_empty() {
            items.push(Item::Gap);
        }
        items.push(block);
    }
    items
}
