//! The laws of the advice, over generated drawings.

use proptest::prelude::*;
use reachplan::advice::{self, Removal, Subject, Width};
use reachplan::analysis::{Analysis, Assessed, analyse};
use reachplan::base::{AddressSet, Id, block_text};
use reachplan::plan::{StepState, Who};
use reachplan::reading::Reading;
use reachplan::topology::{Document, Kind, KindName};
use reachplan::verdict::Verdict;
use reachplan::wire;
use serde_json::Value;

use crate::generate::document;
use crate::seeded::drawings;

fn pair(analysis: &Analysis, group: &Id, source: &Id) -> Option<Assessed> {
    analysis.position(group, source).and_then(|at| analysis.connections.get(at)).cloned()
}

fn verdicts(analysis: &Analysis) -> Vec<(Verdict, Vec<String>)> {
    let hops =
        |pair: &Assessed| pair.hops.iter().map(|hop| format!("{:?} {:?}", hop.kind, hop.status)).collect();
    analysis.connections.iter().map(|pair| (pair.verdict, hops(pair))).collect()
}

/// Every block that somebody else holds.
fn others(document: &Document, id: &Id) -> AddressSet {
    let reading = Reading::of(&document.topology);
    let own = reading.network_of(id).map(|ix| reading.network(ix).id);
    let networks = reading.networks.iter().filter(|network| Some(network.id) != own);
    let away =
        networks.fold(AddressSet::empty(), |all, network| all.union(&network.extent).union(&network.local));
    let beside = reading.networks.iter().flat_map(|network| &network.switches);
    let beside = beside.filter(|switch| {
        switch.id != id
            && document.topology.node(id).is_some_and(|node| node.kind.name() == KindName::VSwitch)
    });
    away.union(&AddressSet::of(beside.filter_map(|switch| switch.cidr)))
}

proptest! {
    #![proptest_config(drawings(60))]

    #[test]
    fn an_adopted_way_has_the_plan_that_was_shown_and_its_steps_lead_where_they_say(document in document()) {
        for now in &analyse(&document.topology).connections {
            let (group, source) = (&now.resource_group, &now.data_source);
            for way in advice::ways(&document, group, source) {
                let Some(plan) = &way.plan else {
                    prop_assert!(way.why.is_some(), "{:?}", way.kind);
                    continue;
                };
                let adopted = match &plan.adopts {
                    Some(edit) => document.after(edit),
                    None => Ok(document.clone()),
                };
                let adopted = adopted.expect("a way is an edit of the drawing");
                let shown = pair(&analyse(&adopted.topology), group, source).expect("the pair stays");
                prop_assert_eq!(shown.verdict, plan.assessed.verdict);
                let mut done = adopted;
                for step in shown.steps.iter().filter(|step| step.state == StepState::ToDo) {
                    let edit = match step.act.needs() {
                        [] => step.edit(),
                        ["mbps"] => step.edit_with("20"),
                        _ => step.edit_with("203.0.113.200"),
                    };
                    done = edit.map_or(done.clone(), |edit| done.with(&edit));
                }
                let end = pair(&analyse(&done.topology), group, source).expect("the pair stays").verdict;
                let outside = shown.steps.iter().any(|step| step.state == StepState::ToDo && step.act.is_outside());
                if way.why.is_none() {
                    let good = end == Verdict::Ready || end == Verdict::Unknown;
                    prop_assert!(good && !outside, "{:?} ends {:?}\n{}", way.kind, end, wire::write(&document));
                } else {
                    prop_assert!(outside || end > Verdict::Unknown, "{:?} ends {:?}\n{}", way.kind, end, wire::write(&document));
                }
            }
        }
    }

    #[test]
    fn a_narrower_replacement_leaves_every_result_and_no_block_of_it_can_go(document in document()) {
        let before = verdicts(&analyse(&document.topology));
        for now in &analyse(&document.topology).connections {
            for Width { subject, opened, needed, blocks, edit } in advice::widths(&document, &now.resource_group, &now.data_source) {
                let count = AddressSet::of(blocks.iter().copied()).count();
                prop_assert!(needed.is_none_or(|needed| needed == count && needed <= opened));
                let Some(edit) = edit else { continue };
                prop_assert!(needed < Some(opened));
                let narrowed = document.after(&edit).expect("an edit of the drawing");
                prop_assert_eq!(&before, &verdicts(&analyse(&narrowed.topology)), "{:?}\n{}", subject, wire::write(&document));
                let Subject::Whitelist(source) = &subject else { continue };
                for block in blocks {
                    let entry = reachplan::topology::Entry(block_text(block));
                    let removal = Removal::Entry { source: source.clone(), entry };
                    let poorer = narrowed.with(&removal.edit(&narrowed.topology).expect("an entry"));
                    let (was, is) = (analyse(&narrowed.topology), analyse(&poorer.topology));
                    let missing = |analysis: &Analysis| analysis.connections.iter().map(|pair| pair.whitelist.clone().map(|(_, missing)| missing)).collect::<Vec<_>>();
                    prop_assert!(verdicts(&was) != verdicts(&is) || missing(&was) != missing(&is), "{} of {} can go\n{}", block, source, wire::write(&narrowed));
                }
            }
        }
    }

    #[test]
    fn what_breaks_is_what_is_worse_in_the_document_without_it(document in document()) {
        let before = analyse(&document.topology);
        for id in document.topology.nodes.keys().chain(document.topology.connections.keys()) {
            for removal in advice::removals(&document.topology, id) {
                let Some(poorer) = without(&document, &removal) else { continue };
                let later = analyse(&poorer.topology);
                let told = advice::blast(&document, &removal);
                for old in &before.connections {
                    let key = (old.resource_group.clone(), old.data_source.clone());
                    let new = pair(&later, &key.0, &key.1).map(|new| new.verdict);
                    let worse = new.is_none_or(|new| new > old.verdict);
                    prop_assert_eq!(told.pairs.iter().any(|(pair, _)| *pair == key), worse, "{:?} {:?}\n{}", removal, key, wire::write(&document));
                }
                for old in &before.overview.tasks {
                    let new = later.overview.tasks.iter().find(|new| new.task == old.task);
                    let worse = new.is_none_or(|new| new.verdict > old.verdict || new.reads.is_some() != old.reads.is_some() || new.writes.is_some() != old.writes.is_some());
                    prop_assert_eq!(told.tasks.iter().any(|(task, _)| *task == old.task), worse, "{:?} {}", removal, old.task);
                }
            }
        }
    }

    #[test]
    fn a_free_block_overlaps_nothing_and_moving_there_keeps_what_lies_inside(document in document()) {
        for (id, node) in &document.topology.nodes {
            let Some(block) = advice::free_block(&document.topology, id) else { continue };
            let limits = if node.kind.name() == KindName::Vpc { 8..=28 } else { 16..=29 };
            prop_assert!(limits.contains(&block.prefix_len()));
            prop_assert!(!others(&document, id).meets(&block.into()), "{} for {}\n{}", block, id, wire::write(&document));
            let edit = advice::moved(&document.topology, id, block).expect("an edit");
            let moved = document.after(&edit).expect("an edit of the drawing");
            let holds = match &moved.topology.node(id).expect("drawn").kind {
                Kind::Vpc(vpc) => vpc.cidrs.iter().flatten().any(|cidr| *cidr == block),
                Kind::VSwitch(vswitch) => vswitch.cidr == Some(block),
                _ => false,
            };
            prop_assert!(holds);
        }
    }

    #[test]
    fn the_parts_of_the_runbook_are_all_of_it_once(document in document()) {
        let analysis = analyse(&document.topology);
        let parts = advice::hand_over(&analysis);
        let numbers = |part: &advice::Part| part.shares.iter().map(|share| share.number).collect::<Vec<_>>();
        for part in &parts {
            prop_assert_eq!(numbers(part), (1..=part.shares.len()).collect::<Vec<_>>());
        }
        let holds = |number: usize, who: &Who| parts.iter().any(|part| part.who == *who && number <= part.shares.len());
        let waits = parts.iter().flat_map(|part| &part.shares).filter_map(|share| share.after.as_ref());
        prop_assert!(waits.into_iter().all(|(number, who)| holds(*number, who)));
        let shares = parts.clone().into_iter().flat_map(|part| {
            part.shares.into_iter().map(move |share| (part.who.clone(), share))
        });
        let mut told = Vec::new();
        for (who, share) in shares {
            prop_assert_eq!(&who, &share.step.who);
            prop_assert!(share.after.as_ref().is_none_or(|(_, other)| *other != who));
            told.extend(share.pairs.iter().map(|(group, source)| format!("{group} {source} {:?}", share.step.act)));
        }
        let steps = analysis.connections.iter().flat_map(|pair| {
            let left = pair.steps.iter().filter(|step| step.state != StepState::Done);
            left.map(move |step| format!("{} {} {:?}", pair.resource_group, pair.data_source, step.act))
        });
        let mut steps: Vec<String> = steps.collect();
        told.sort();
        steps.sort();
        prop_assert_eq!(told, steps);
    }
}

/// The document without it, cut out of its text and not by an edit.
fn without(document: &Document, removal: &Removal) -> Option<Document> {
    let mut value = wire::to_value(document);
    match removal {
        Removal::Element(id) => {
            let mut gone = vec![id.to_string()];
            loop {
                let nodes = value["nodes"].as_array().expect("nodes");
                let inside = nodes.iter().filter(|node| {
                    node["in"].as_str().is_some_and(|place| gone.contains(&place.to_owned()))
                        && !gone.contains(&node["id"].as_str().expect("an id").to_owned())
                });
                let more: Vec<String> =
                    inside.map(|node| node["id"].as_str().expect("an id").to_owned()).collect();
                if more.is_empty() {
                    break;
                }
                gone.extend(more);
            }
            // What then refers to nothing has to be cut out too; that is the edit's own business.
            if refers(&value, &gone) {
                return None;
            }
            for list in ["nodes", "connections"] {
                let list = value.get_mut(list).and_then(Value::as_array_mut);
                list.into_iter().for_each(|list| {
                    list.retain(|item| !gone.contains(&item["id"].as_str().expect("an id").to_owned()));
                });
            }
            value.as_object_mut().expect("an object").remove("layout");
        }
        Removal::Entry { source, entry } => {
            let list = part(&mut value, source)?.get_mut("whitelist")?.as_array_mut()?;
            list.retain(|held| held.as_str() != Some(&entry.0));
        }
        Removal::Binding { group, vswitch } => {
            bindings(&mut value, group)?.retain(|bound| bound["vswitch"] != vswitch.as_str());
        }
        Removal::DataworksRoute { group, vswitch, to } => {
            let bound =
                bindings(&mut value, group)?.iter_mut().find(|bound| bound["vswitch"] == vswitch.as_str());
            let routes = bound?.get_mut("routes")?.as_array_mut()?;
            routes.retain(|held| {
                held.as_str() != Some(&to.to_string()) && held.as_str() != Some(&block_text(*to))
            });
        }
        Removal::NetworkRoute { network, route } => {
            let routes = part(&mut value, network)?.get_mut("routes")?.as_array_mut()?;
            let to = [route.to.to_string(), block_text(route.to)];
            routes.retain(|held| {
                held["via"] != route.via.as_str() || !to.iter().any(|to| held["to"] == to.as_str())
            });
        }
        Removal::Eip(eip) => {
            for node in value["nodes"].as_array_mut().expect("nodes") {
                if let Some(eips) = node.get_mut("eips").and_then(Value::as_array_mut) {
                    eips.retain(|held| held.as_str() != Some(&eip.to_string()));
                }
            }
        }
    }
    Some(wire::read(&value.to_string()).expect("still a document"))
}

fn part<'v>(value: &'v mut Value, id: &Id) -> Option<&'v mut Value> {
    value["nodes"].as_array_mut()?.iter_mut().find(|node| node["id"] == id.as_str())
}

fn bindings<'v>(value: &'v mut Value, group: &Id) -> Option<&'v mut Vec<Value>> {
    part(value, group)?.get_mut("bindings")?.as_array_mut()
}

/// Whether anything that stays names something that goes.
fn refers(value: &Value, gone: &[String]) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| refers(item, gone)),
        Value::Object(fields) => {
            let id = fields.get("id").and_then(Value::as_str);
            if id.is_some_and(|id| gone.iter().any(|other| other == id)) {
                return false;
            }
            let named = |(name, value): (&String, &Value)| match value {
                _ if name == "layout" => false,
                Value::String(text) => name != "id" && gone.contains(text),
                Value::Array(items)
                    if items
                        .iter()
                        .any(|item| item.as_str().is_some_and(|text| gone.contains(&text.to_owned()))) =>
                {
                    true
                }
                other => refers(other, gone),
            };
            fields.iter().any(named)
        }
        _ => false,
    }
}
