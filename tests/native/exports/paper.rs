//! The runbook for paper: everything that the report says of every connection, and no markup but its own.

use reachplan::analysis::analyse;
use reachplan::export::{Ticked, markdown, paper};
use reachplan::i18n::{Language, verdict};
use reachplan::plan::{ActionName, StepState};
use reachplan::report::report;
use reachplan::samples::SAMPLES;

use super::{NASTY, drawn};

/// A text as it stands between two tags.
fn held(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn paper_says_all_of_every_connection_in_both_languages() {
    for (sample, language) in
        SAMPLES.iter().flat_map(|sample| Language::ALL.map(|language| (sample, language)))
    {
        let topology = sample.document(language).unwrap().topology;
        let report = report(&topology, &analyse(&topology), language);
        let printed = paper(&topology, &report.connections, &Ticked::new(), language);
        assert_eq!(printed.matches("<section").count(), report.connections.len());
        for connection in &report.connections {
            assert!(printed.contains(&verdict(language, connection.verdict, connection.steps_left())));
            for step in &connection.steps {
                assert!(printed.contains(&held(&step.text)), "{}: {}", sample.name, step.text);
                let values = step.details.iter().chain([&step.who, &step.console, &step.doc_url]);
                for value in values.filter(|_| step.state != StepState::Done) {
                    assert!(printed.contains(&held(value)), "{}: {value}", sample.name);
                }
            }
            let lists =
                connection.whitelist.iter().flat_map(|list| list.required.iter().chain(&list.missing));
            lists.for_each(|block| assert!(printed.contains(block), "{}: {block}", sample.name));
        }
    }
}

#[test]
fn names_are_no_markup() {
    for name in NASTY.into_iter().chain(["<img src=x onerror=alert(1)>", "</section>&amp;"]) {
        let name = serde_json::to_string(name).unwrap();
        let document = drawn(
            &format!(
                r#"{{ "id": "i", "kind": "internet" }}, {{ "id": "a", "kind": "account" }}, {{ "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" }},
                   {{ "id": "g", "kind": "resource_group", "in": "r", "type": "serverless", "name": {name} }},
                   {{ "id": "d", "kind": "data_source", "in": "i", "product": "rds_mysql", "name": {name} }}"#
            ),
            "",
        );
        let report = report(&document.topology, &analyse(&document.topology), Language::En);
        let printed = paper(&document.topology, &report.connections, &Ticked::new(), Language::En);
        assert!(!printed.contains("<img"), "{printed}");
        assert_eq!(printed.matches("</section>").count(), 1, "{printed}");
    }
}

#[test]
fn what_its_reader_has_ticked_is_ticked_on_paper_and_in_the_runbook() {
    let sample = SAMPLES.iter().find(|sample| sample.name == "other-region").unwrap();
    let document = sample.document(Language::En).unwrap();
    let report = report(&document.topology, &analyse(&document.topology), Language::En);
    let connection = &report.connections[0];
    let test = connection.steps.iter().find(|step| step.action == ActionName::TestConnectivity).unwrap();
    let ticked = |ticked: &Ticked| {
        let on_paper = paper(&document.topology, [connection], ticked, Language::En);
        let runbook = markdown(&document, &report, ticked, Language::En);
        (on_paper.matches('☑').count(), runbook.matches("[x]").count())
    };
    let (on_paper, in_runbook) = ticked(&Ticked::new());
    let one_more = ticked(&Ticked::from([connection.tick_of(test)]));
    assert_eq!(one_more, (on_paper + 1, in_runbook + 1));
}
