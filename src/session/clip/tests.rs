//! What copying and pasting promise.

use crate::base::Id;
use crate::session::{Selection, copied, pasted};
use crate::topology::{Document, Kind, Place};
use crate::wire;

const PLAN: &str = r#"{"reachplan": 1, "nodes": [
  {"id": "a", "kind": "account", "uid": "123"},
  {"id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou"},
  {"id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.1.0.0/16"], "routes": [{"to": "10.9.0.0/16", "via": "cen"}]},
  {"id": "s", "kind": "vswitch", "in": "v", "cidr": "10.1.8.0/24"},
  {"id": "orders", "kind": "data_source", "in": "s", "name": "Orders", "product": "rds_mysql", "addresses": ["10.1.8.20"], "whitelist": ["10.2.0.0/24"]},
  {"id": "w", "kind": "vpc", "in": "r", "cidrs": ["10.9.0.0/16"]},
  {"id": "rg", "kind": "resource_group", "in": "r", "type": "serverless", "bindings": [{"vswitch": "s", "routes": ["10.9.0.0/16"]}]}],
  "connections": [{"id": "cen", "kind": "cen", "attachments": [{"network": "v"}, {"network": "w"}]}],
  "tasks": [{"id": "t", "resource_group": "rg", "reads": "orders"}]}"#;

fn plan() -> Document {
    wire::read(PLAN).unwrap()
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn clip(ids: &[&str]) -> Document {
    let selection: Selection = ids.iter().copied().map(id).collect();
    let text = wire::write(&copied(&plan(), &selection, &|_| Some(Place::default())).unwrap());
    wire::read(&text).expect("a copied selection is a document like any other")
}

fn after(target: &Document, clip: &Document, into: Option<&str>) -> (Document, Vec<String>) {
    let pasted = pasted(target, clip, into.map(id).as_ref(), None).unwrap();
    (target.after(&pasted.edit).unwrap(), pasted.tops.iter().map(ToString::to_string).collect())
}

#[test]
fn the_places_around_what_is_copied_carry_no_facts() {
    let clip = clip(&["orders"]);
    assert_eq!(clip.topology.nodes.len(), 5);
    let Kind::Account(account) = &clip.topology.node(&id("a")).unwrap().kind else { panic!("an account") };
    assert_eq!(account.uid, None);
    assert_eq!(clip.layout.keys().collect::<Vec<_>>(), [&id("orders")]);
}

#[test]
fn a_copied_vpc_takes_the_next_free_block_and_moves_what_is_in_it() {
    let (after, tops) = after(&plan(), &clip(&["v"]), None);
    assert_eq!(tops, ["v-2"]);
    let text = wire::write(&after);
    for expected in ["\"v-2\"", "10.2.0.0/16", "10.2.8.0/24", "10.2.8.20", "\"Orders 2\""] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(
        after.topology.node(&id("v-2")).unwrap().kind.routes().is_empty(),
        "it is not attached to the CEN"
    );
    assert_eq!(after.topology.nodes.len(), plan().topology.nodes.len() + 3);
}

#[test]
fn a_copied_source_beside_itself_has_no_address_yet() {
    let (after, tops) = after(&plan(), &clip(&["orders"]), None);
    assert_eq!(tops, ["orders-2"]);
    let source = after.topology.data_source(&id("orders-2")).unwrap();
    assert_eq!((source.addresses.as_ref(), source.whitelist.is_some()), (None, true));
    assert_eq!(after.topology.node(&id("orders-2")).unwrap().parent, Some(id("s")));
}

#[test]
fn a_group_keeps_its_association_where_the_vswitch_is_drawn_and_loses_it_elsewhere() {
    let (here, _) = after(&plan(), &clip(&["rg"]), None);
    assert_eq!(here.topology.resource_group(&id("rg-2")).unwrap().bindings[0].vswitch, id("s"));
    let (there, tops) = after(&Document::default(), &clip(&["rg"]), None);
    assert_eq!(tops, ["a"], "the places around it came along");
    assert!(there.topology.resource_group(&id("rg")).unwrap().bindings.is_empty());
}

#[test]
fn what_is_copied_goes_into_the_selected_place_or_the_nearest_around_it_that_holds_it() {
    let (after, _) = after(&plan(), &clip(&["s"]), Some("w"));
    let node = after.topology.node(&id("s-2")).unwrap();
    assert_eq!(node.parent, Some(id("w")));
    let Kind::VSwitch(vswitch) = &node.kind else { panic!("a vSwitch") };
    assert_eq!(vswitch.cidr.unwrap().to_string(), "10.9.0.0/24", "inside the other VPC");
}

#[test]
fn networks_with_their_connection_and_task_are_joined_again() {
    let (after, _) = after(&plan(), &clip(&["v", "w", "rg"]), None);
    let cen = after.topology.connections.get(&id("cen-2")).unwrap();
    let held: Vec<String> = cen.attachments.iter().map(|a| a.network.to_string()).collect();
    assert_eq!(held, ["v-2", "w-2"]);
    assert_eq!(after.topology.node(&id("v-2")).unwrap().kind.routes()[0].via, id("cen-2"));
    let task = after.topology.tasks.get(&id("t-2")).unwrap();
    assert_eq!((task.resource_group.as_str(), task.reads.as_ref().unwrap().as_str()), ("rg-2", "orders-2"));
}

#[test]
fn a_whole_document_is_pasted_whole() {
    let (after, tops) = after(&Document::default(), &plan(), None);
    assert_eq!(tops, ["a", "cen"]);
    assert_eq!(after.topology, plan().topology);
}
