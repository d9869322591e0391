//! Every step of every case is sent to where it is done: what lies outside Alibaba Cloud to no console of Alibaba Cloud, what
//! lies inside to a console, with its official page, in both languages.

use std::collections::BTreeSet;
use std::fs;

use reachplan::analysis::analyse;
use reachplan::base::Id;
use reachplan::i18n::Language;
use reachplan::plan::{ActionName, StepState};
use reachplan::report::{Step, report};
use reachplan::topology::{ConnectionKind, KindName, Topology};

use super::{TOPICS, cases, files, root};
use crate::notation;

/// What a step works on, where that is not the element that it is about.
fn worked_on(topology: &Topology, step: &Step) -> Option<Id> {
    let at = Id::parse(&step.at)?;
    let network = || step.values.get("network").and_then(|value| Id::parse(value.as_str()?));
    match step.action {
        ActionName::AttachNetwork | ActionName::CompleteAttachment => {
            // A CEN is worked on in its own console, whatever is attached to it.
            let kind = topology.connections.get(&at).map(|drawn| drawn.kind);
            if kind == Some(ConnectionKind::Cen) { None } else { network() }
        }
        ActionName::JoinNetworks => None,
        _ => Some(at),
    }
}

/// Whether a step is about the access list of what somebody runs on servers of their own.
fn is_own_list(topology: &Topology, step: &Step) -> bool {
    let is_entry = matches!(step.action, ActionName::AddWhitelistEntry | ActionName::ReplaceWhitelistEntry);
    let source = Id::parse(&step.at).and_then(|id| topology.data_source(&id));
    is_entry && source.is_some_and(|source| source.product.has_own_security_group())
}

/// Where something lies: the kind of the outermost place around it.
fn place(topology: &Topology, id: &Id) -> Option<KindName> {
    topology.ancestors(id).last().map(|(_, node)| node.kind.name())
}

#[test]
fn every_step_is_sent_to_where_it_is_done() {
    let mut seen = BTreeSet::new();
    let mut complaints = BTreeSet::new();
    for file in TOPICS.iter().flat_map(|topic| files(&root().join(topic.replace('_', "-")))) {
        for case in cases(&fs::read_to_string(&file).expect("a readable file")).expect("literate cases") {
            let (line, drawing) = case.drawing.expect("a drawing");
            let topology = notation::read(&drawing, line).expect("a drawing").topology;
            let analysis = analyse(&topology);
            for language in [Language::En, Language::Zh] {
                let report = report(&topology, &analysis, language);
                let steps = report.connections.iter().flat_map(|connection| &connection.steps);
                for step in steps.filter(|step| step.state != StepState::Done) {
                    let on = worked_on(&topology, step);
                    let place = on.as_ref().and_then(|id| place(&topology, id));
                    let outside = matches!(place, Some(KindName::DataCenter | KindName::OtherCloud));
                    seen.insert((step.action, outside));
                    let outside = outside || is_own_list(&topology, step);
                    let console = step.console.contains(language.pick("console", "控制台"));
                    let page = step.doc_url.starts_with("https://www.alibabacloud.com/help/en/");
                    // A list of an Internet host may be any product's; that of no product is where it runs.
                    if console == outside && place != Some(KindName::Internet) || !page {
                        let told = format!(
                            "{} line {line}: {} at {}: {}, {}",
                            file.display(),
                            step.action.key(),
                            step.at,
                            step.console,
                            step.doc_url
                        );
                        complaints.insert(told);
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.into_iter().collect::<Vec<_>>().join("\n"));
    let outside = [
        ActionName::AttachNetwork,
        ActionName::CompleteAttachment,
        ActionName::AddReturnRoute,
        ActionName::AddWhitelistEntry,
        ActionName::Readdress,
    ];
    let unseen: Vec<&str> = outside
        .iter()
        .filter(|action| !seen.contains(&(**action, true)))
        .map(|action| action.key())
        .collect();
    assert!(unseen.is_empty(), "no case has them outside: {}", unseen.join(", "));
}
