//! What differs between two plans.

use proptest::prelude::*;
use reachplan::compare::{Happened, Standing, documents};
use reachplan::topology::Document;
use reachplan::verdict::Verdict;
use reachplan::wire;

use super::{drawn, sample};
use crate::cli::{run, run_on};
use crate::generate;
use crate::seeded::seeded;

/// A group in a VPC with a data source whose whitelist is this.
fn plan(whitelist: &str) -> Document {
    drawn(
        &format!(
            r#"{{ "id": "a", "kind": "account" }}, {{ "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" }},
               {{ "id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.0.0.0/16"] }},
               {{ "id": "w", "kind": "vswitch", "in": "v", "cidr": "10.0.1.0/24" }},
               {{ "id": "g", "kind": "resource_group", "in": "r", "name": "ETL", "type": "serverless", "bindings": [{{ "vswitch": "w" }}] }},
               {{ "id": "d", "kind": "data_source", "in": "w", "name": "Orders", "product": "rds_mysql", "addresses": ["10.0.1.9"] {whitelist} }}"#
        ),
        "",
    )
}

/// Compares two plans on the command line.
fn diff(old: &Document, new: &Document, options: &str) -> reachplan::cli::Outcome {
    let text = |name: &str| Ok(wire::write(if name == "old" { old } else { new }).into_bytes());
    run_on(&format!("diff old new {options}"), &text)
}

#[test]
fn whitelists_are_compared_by_what_they_admit() {
    let (old, new) = (
        plan(r#", "whitelist": ["10.0.0.0/25", "10.0.0.128/25", "10.9.9.9"]"#),
        plan(r#", "whitelist": ["10.0.0.0/24", "10.0.1.0/25", "10.0.1.128/25", "typing error"]"#),
    );
    let told = documents(&old, &new);
    let whitelist = &told.whitelists[0];
    assert_eq!(
        (&whitelist.opened[..], &whitelist.closed[..]),
        (&["10.0.1.0/24".to_owned()][..], &["10.9.9.9".to_owned()][..])
    );
    let pair = &told.connections[0];
    let verdicts = (pair.before.unwrap().verdict, pair.after.unwrap().verdict);
    assert_eq!(verdicts, (Verdict::Blocked, Verdict::Ready));
    let said = diff(&old, &new, "");
    assert_eq!(said.status, 1);
    for line in [
        "  The whole plan: Not yet → Ready",
        "  ~ Data source Orders (d)",
        "  ETL → Orders: Not yet → Ready",
        "      now admits 10.0.1.0/24",
        "      no longer admits 10.9.9.9",
    ] {
        assert!(said.out.lines().any(|real| real == line), "{line}\nis not in\n{}", said.out);
    }
}

#[test]
fn the_same_addresses_in_other_entries_are_another_whitelist_that_admits_the_same() {
    let told = documents(
        &plan(r#", "whitelist": ["10.0.0.0/24"]"#),
        &plan(r#", "whitelist": ["10.0.0.0/25", "10.0.0.128/25"]"#),
    );
    assert_eq!((told.elements.len(), told.whitelists.len(), told.same), (1, 0, false));
}

#[test]
fn what_is_not_known_opens_and_closes_nothing() {
    let known = plan(r#", "whitelist": ["10.0.0.0/24"]"#);
    let told = documents(&known, &plan(""));
    let whitelist = &told.whitelists[0];
    assert_eq!((whitelist.before, whitelist.after), (Standing::Listed, Standing::Unknown));
    assert!(whitelist.opened.is_empty() && whitelist.closed.is_empty());
    let off = documents(&known, &plan(r#", "whitelist": "none""#));
    let all = |blocks: &[String]| blocks.iter().any(|block| block == "128.0.0.0/1");
    assert!(all(&off.whitelists[0].opened), "{:?}", off.whitelists);
}

#[test]
fn fields_are_named_by_their_path_and_lists_by_what_came_and_went() {
    let old = sample("other-region");
    let text = wire::write(&old).replacen("\"10.1.8.0/24\"", "\"10.1.9.0/24\"", 1);
    let new = wire::read(&text).unwrap();
    assert_eq!(documents(&old, &new).elements[0].fields[0].field, "cidr");
    let applied = wire::read(&run("apply other-region.json").out).unwrap();
    let said = diff(&old, &applied, "");
    for part in
        ["bindings[vsw-etl].routes: ∅ → [10.2.3.0/24]", "whitelist: + 10.1.8.0/24", "attachments[vpc-sh]"]
    {
        assert!(said.out.contains(part), "{part}\nis not in\n{}", said.out);
    }
}

#[test]
fn elements_come_and_go_with_their_pairs() {
    let (old, new) = (plan(""), drawn(r#"{ "id": "n", "kind": "internet" }"#, ""));
    let told = documents(&old, &new);
    let gone = told.elements.iter().filter(|element| element.change == Happened::Removed).count();
    assert_eq!((gone, told.elements.len(), told.connections.len()), (6, 7, 1));
    assert_eq!(told.connections[0].after, None);
    assert!(diff(&old, &new, "").out.contains("ETL → Orders: "));
    assert!(diff(&old, &new, "--lang zh").out.contains("不在方案中"));
}

#[test]
fn the_order_of_a_list_means_nothing_but_where_it_does() {
    let vpc = |cidrs: &str, routes: &str| {
        drawn(
            &format!(
                r#"{{ "id": "a", "kind": "account" }}, {{ "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" }},
                   {{ "id": "v", "kind": "vpc", "in": "r", "cidrs": [{cidrs}], "routes": [{routes}] }}"#
            ),
            r#", "connections": [{ "id": "c", "kind": "cen", "attachments": [{ "network": "v" }] }]"#,
        )
    };
    let (one, two) = (r#"{ "to": "10.8.0.0/16", "via": "c" }"#, r#"{ "to": "10.9.0.0/16", "via": "c" }"#);
    let old = vpc(r#""10.0.0.0/16", "10.1.0.0/16""#, &format!("{one}, {two}"));
    assert!(documents(&old, &vpc(r#""10.0.0.0/16", "10.1.0.0/16""#, &format!("{two}, {one}"))).same);
    assert!(!documents(&old, &vpc(r#""10.1.0.0/16", "10.0.0.0/16""#, &format!("{one}, {two}"))).same);
}

#[test]
fn plans_that_differ_in_positions_alone_are_the_same() {
    let old = sample("internet");
    let mut new = old.clone();
    std::sync::Arc::make_mut(&mut new.layout).values_mut().next().unwrap().x += 8.0;
    let told = documents(&old, &new);
    assert_eq!((told.same, told.moved.len()), (true, 1));
    let said = diff(&old, &new, "");
    assert_eq!(said.status, 0);
    assert!(said.out.starts_with("Only positions in the drawing differ.\n"), "{}", said.out);
    assert_eq!(diff(&old, &old, "").out, "No difference.\n");
}

#[test]
fn a_comparison_is_told_to_programs_and_tickets_too() {
    let (old, new) = (plan(""), plan(r#", "whitelist": ["10.0.1.0/24"]"#));
    let json: serde_json::Value = serde_json::from_str(&diff(&old, &new, "--format json").out).unwrap();
    assert_eq!(json["whitelists"][0]["after"], "listed");
    assert_eq!(json["connections"][0]["after"]["verdict"], "ready");
    assert_eq!(diff(&old, &new, "--format json"), diff(&old, &new, "--format json --lang zh"));
    assert!(diff(&old, &new, "--format markdown").out.contains("\n## Whitelists\n\n- Orders\n"));
}

#[test]
fn what_cannot_be_compared_is_told() {
    for (line, said) in [
        ("diff other-region.json", "needs two files"),
        ("diff a.json b.json c.json", "needs two files"),
        ("diff other-region.json nowhere.json", "nowhere.json: no such file"),
        ("diff nothing.json nowhere.json", "nothing.json: no such file\nnowhere.json: no such file"),
        ("diff other-region.json - --format csv", "text, json or markdown"),
    ] {
        let refused = run(line);
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{line}");
        assert!(refused.err.contains(said), "{line}: {}", refused.err);
    }
}

proptest! {
    #![proptest_config(seeded(60))]

    #[test]
    fn a_plan_does_not_differ_from_itself_and_two_differ_both_ways(one in generate::document(), other in generate::document()) {
        let same = documents(&one, &one);
        prop_assert!(same.same && same.elements.is_empty() && same.connections.is_empty() && same.whitelists.is_empty());
        let (there, back) = (documents(&one, &other), documents(&other, &one));
        prop_assert_eq!(there.elements.len(), back.elements.len());
        let sets = |all: &[reachplan::compare::Admission]| all.iter().map(|one| (one.opened.clone(), one.closed.clone())).collect::<Vec<_>>();
        let turned = |all: &[reachplan::compare::Admission]| all.iter().map(|one| (one.closed.clone(), one.opened.clone())).collect::<Vec<_>>();
        prop_assert_eq!(sets(&there.whitelists), turned(&back.whitelists));
    }
}
