//! `reachplan explain`: what stands behind the codes.

use reachplan::i18n::Language;
use reachplan::rules::{Code, Severity, explanation};
use serde_json::Value;

use super::run;

#[test]
fn a_code_is_explained_part_by_part_with_its_sources() {
    let told = run("explain no-inter-region-bandwidth");
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    let parts = ["What it checks", "Why it matters", "Example", "Remedy", "Source"];
    let places: Vec<usize> = parts.iter().map(|part| told.out.find(part).expect(part)).collect();
    assert!(
        told.out.starts_with("✕ no-inter-region-bandwidth · error\n") && places.is_sorted(),
        "{}",
        told.out
    );
    assert!(
        told.out.contains("Manage inter-region connections (2023-08-29)\n    https://www.alibabacloud.com/")
    );
}

#[test]
fn every_code_is_explained_in_each_language_within_the_rows_of_a_terminal() {
    for (code, language) in Code::ALL.iter().flat_map(|code| Language::ALL.map(|language| (code, language))) {
        let told = run(&format!("explain {} --lang {}", code.key(), language.key()));
        assert_eq!((told.status, told.err.as_str()), (0, ""), "{}", code.key());
        for row in told.out.lines().filter(|row| !row.contains("https://")) {
            assert!(row.chars().count() <= 92, "{row}");
        }
        let bare = |text: &str| text.replace([' ', '\n'], "");
        let why = explanation(*code).why;
        assert!(bare(&told.out).contains(&bare(language.pick(why.en, why.zh))), "{}", told.out);
    }
}

#[test]
fn a_source_that_carries_no_date_or_only_implies_the_rule_says_so() {
    let english = run("explain conflicting-routes").out;
    assert!(english.contains("inferred from CreateRoute (2026-01-12)"), "{english}");
    assert!(english.contains("inferred from Route tables (no date given)"), "{english}");
    let chinese = run("explain conflicting-routes --lang zh").out;
    assert!(chinese.contains("推断自 Route tables（未注明日期）"), "{chinese}");
    assert!(run("explain must-not-reach-violated").out.ends_with("  Source\n    the plan itself\n"));
}

#[test]
fn without_a_code_all_are_listed_with_severity_and_situation() {
    let list = run("explain").out;
    let rows: Vec<&str> = list.lines().collect();
    assert_eq!(rows.len(), 2 * Code::ALL.len());
    for (code, rows) in Code::ALL.iter().zip(rows.chunks(2)) {
        assert!(rows[0].contains(&format!(" {} · ", code.key())), "{}", rows[0]);
        assert_eq!(rows[1].trim(), explanation(*code).situation.en);
    }
    assert!(list.contains("⚠ cross-border · warning\n"));
    assert!(list.contains("✕ overlapping-networks · error or warning\n"));
    assert!(run("explain --lang zh").out.contains("✕ overlapping-networks · 错误或警告\n"));
}

#[test]
fn an_unknown_code_is_refused_with_the_codes_near_it() {
    for (typed, near) in [
        ("grup-not-bound", "group-not-bound\n"),
        ("Whitelist_Gap", "whitelist-gap\n"),
        ("bandwidth", "no-inter-region-bandwidth\n"),
        ("eip", "whitelist-foreign-eip, shared-eip, eip-may-change\n"),
    ] {
        let refused = run(&format!("explain {typed}"));
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{typed}");
        assert!(
            refused.err.contains(&format!("`{typed}`")) && refused.err.ends_with(near),
            "{}",
            refused.err
        );
    }
    assert_eq!(run("explain xyzzy").err.lines().count(), 1);
    assert!(run("explain xyzzy --lang zh").err.contains("没有代码"));
}

#[test]
fn a_program_gets_the_same_texts_as_json() {
    let all: Value = serde_json::from_str(&run("explain --format json").out).unwrap();
    assert_eq!(all.as_object().unwrap().len(), Code::ALL.len());
    let one: Value = serde_json::from_str(&run("explain --format json cross-border").out).unwrap();
    assert_eq!(one["cross-border"], all["cross-border"]);
    assert_eq!(one["cross-border"]["severities"], serde_json::json!([Severity::Warning]));
    let source = &one["cross-border"]["sources"][0];
    assert_eq!(source["basis"], "stated");
    assert_eq!(source["date"], "2026-02-05");
    assert!(source["url"].as_str().unwrap().starts_with("https://"));
}
