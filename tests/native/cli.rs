//! The command line as its users meet it: arguments in, words and an exit status out.

mod explain;
mod fields;
mod program;

use reachplan::cli::{Outcome, execute};
use reachplan::export::Paint;
use reachplan::samples::SAMPLES;

/// Runs a command; every file called `*.json` is the sample of that name, `-` is the one of another region.
pub(crate) fn run(line: &str) -> Outcome {
    run_on(line, &|name| {
        let name = if name == "-" { "other-region" } else { name.trim_end_matches(".json") };
        if names().any(|known| known == name) {
            Ok(text(name).into_bytes())
        } else {
            Err("no such file".to_owned())
        }
    })
}

pub(crate) fn run_on(line: &str, read: &dyn Fn(&str) -> Result<Vec<u8>, String>) -> Outcome {
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    execute(&words, Paint::Plain, read)
}

/// `check FILE` on these bytes.
fn check(bytes: &[u8]) -> Outcome {
    run_on("check plan.json", &|_| Ok(bytes.to_vec()))
}

/// The document of a sample.
fn text(name: &str) -> String {
    std::fs::read_to_string(format!("{}/public/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn names() -> impl Iterator<Item = &'static str> {
    SAMPLES.iter().map(|sample| sample.name)
}

#[test]
fn a_sample_is_not_ready_and_says_so_by_its_status() {
    for name in names() {
        for format in ["text", "json", "markdown"] {
            let outcome = run(&format!("check {name}.json --format {format}"));
            assert_eq!((outcome.status, outcome.err.as_str()), (1, ""), "{name} {format}");
            assert!(outcome.out.ends_with('\n') && !outcome.out.ends_with("\n\n"), "{name} {format}");
        }
    }
}

#[test]
fn a_link_in_a_pipe_is_as_good_as_a_file_and_an_empty_picture_says_what_it_lacks() {
    let link = run("link other-region.json").out;
    assert_eq!(check(link.as_bytes()), run("check other-region.json"));
    // A text that only speaks of a link is a document.
    assert!(check(br#"{"reachplan": 1, "title": "see #p1.abc"}"#).err.is_empty());
    for picture in [b"<svg xmlns='http://www.w3.org/2000/svg'/>".as_slice(), b"\x89PNG\r\n\x1a\n"] {
        let outcome = check(picture);
        assert_eq!(
            (outcome.status, outcome.err.as_str()),
            (2, "plan.json: this picture holds no plan, or not all of it\n")
        );
    }
}

#[test]
fn applied_steps_make_a_sample_ready() {
    // Its cure, the migration, lies outside the drawing.
    for name in names().filter(|name| *name != "classic-network") {
        let applied = run(&format!("apply {name}.json"));
        assert_eq!((applied.status, applied.err.as_str()), (0, ""), "{name}");
        let checked = check(applied.out.as_bytes());
        assert_eq!(checked.status, 0, "{name}: {}", checked.out);
        let again = run_on("apply -", &|_| Ok(applied.out.clone().into_bytes()));
        assert_eq!(again.out, applied.out, "{name}: nothing is left to apply");
    }
}

#[test]
fn a_step_that_cannot_be_applied_is_named_beside_the_document() {
    let applied = run("apply classic-network.json");
    assert_eq!(applied.status, 0);
    assert!(
        applied.err.starts_with("migrate_to_vpc: ") && applied.err.lines().count() == 1,
        "{}",
        applied.err
    );
    assert_eq!(check(applied.out.as_bytes()).status, 1);
    assert!(run("apply classic-network.json --lang zh").err.contains("不在图中"));
}

#[test]
fn a_drawing_without_connections_is_a_question_and_no_success() {
    let outcome = check(br#"{ "reachplan": 1, "nodes": [] }"#);
    assert_eq!((outcome.status, outcome.err.as_str()), (1, ""));
    let report = run_on("check - --format json", &|_| Ok(br#"{ "reachplan": 1, "nodes": [] }"#.to_vec()));
    let report: serde_json::Value = serde_json::from_str(&report.out).unwrap();
    assert_eq!(report["verdict"], "unknown");
    assert!(!report["questions"].as_array().unwrap().is_empty());
}

#[test]
fn every_problem_of_a_file_is_listed_with_file_and_path() {
    let nodes = r#"[{ "id": "a", "kind": "account", "uid": 7 }, { "id": "v", "kind": "vpc", "in": "a", "cidrs": ["10.0.0.1/8"] }, { "id": "a", "kind": "moon" }]"#;
    let outcome = check(format!(r#"{{ "reachplan": 1, "nodes": {nodes} }}"#).as_bytes());
    assert_eq!((outcome.status, outcome.out.as_str()), (2, ""));
    for path in ["nodes[0].uid", "nodes[1].in", "nodes[1].cidrs[0]", "nodes[2].kind"] {
        let told = outcome.err.lines().filter(|line| line.starts_with(&format!("plan.json: {path}: ")));
        assert_eq!(told.count(), 1, "{path} in {}", outcome.err);
    }
}

#[test]
fn equal_problems_are_told_once_to_people_and_each_to_programs() {
    let vpc = |n: usize| format!(r#"{{ "id": "v{n}", "kind": "vpc", "in": "r", "cidrs": ["10.1.0.5/16"] }}"#);
    let nodes = (1..=400).map(vpc).collect::<Vec<_>>().join(", ");
    let head = r#"{ "id": "a", "kind": "account" }, { "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" }"#;
    let text = format!(r#"{{ "reachplan": 1, "nodes": [{head}, {nodes}] }}"#);
    let refused = |line: &str| run_on(line, &|_| Ok(text.clone().into_bytes())).err;
    let told = refused("check plan.json");
    let [first, rest] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    assert_eq!(first, "plan.json: nodes[2].cidrs[0]: 10.1.0.5/16 has host bits; did you mean 10.1.0.0/16?");
    let (_, paths) = rest.split_once("the same at 399 more places: ").expect("how many there are");
    let each: Vec<String> = (3..402).map(|n| format!("nodes[{n}].cidrs[0]")).collect();
    assert_eq!(paths, each.join(", "), "every problem keeps its path");
    assert!(refused("apply plan.json --lang zh").contains("另有 399 处相同"));
    let each = refused("check plan.json --format json");
    let told =
        |n: &usize| each.contains(&format!("plan.json: nodes[{n}].cidrs[0]: 10.1.0.5/16 has host bits"));
    assert_eq!((2..402).filter(told).count(), 400);
}

#[test]
fn a_contradiction_comes_right_after_the_verdict() {
    let read = |_: &str| {
        let text = std::fs::read_to_string("public/samples/other-region.json").expect("the sample");
        let other = text.replace("10.1.8.0/24", "10.77.8.0/24");
        assert_ne!(text, other, "the bound vSwitch has this block");
        Ok(other.into_bytes())
    };
    for format in ["text", "markdown"] {
        let out = run_on(&format!("check plan.json --format {format}"), &read).out;
        let at = |what: &str| out.find(what).unwrap_or_else(|| panic!("{what} in {out}"));
        assert!(at("Contradiction in the drawing") < at("vswitch-outside-vpc"), "{out}");
        assert!(at("vswitch-outside-vpc") < at("The group is in"), "{out}");
    }
}

#[test]
fn what_is_no_document_is_refused_whole() {
    for bytes in [&b""[..], b"{", b"null", b"{}", b"\xff\xfe{}", br#"{ "reachplan": 2, "nodes": [] }"#] {
        for command in ["check", "apply"] {
            let outcome = run_on(&format!("{command} plan.json"), &|_| Ok(bytes.to_vec()));
            assert_eq!((outcome.status, outcome.out.as_str()), (2, ""), "{bytes:?}");
            assert!(outcome.err.starts_with("plan.json: ") && outcome.err.ends_with('\n'), "{}", outcome.err);
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let outcome = run("check nowhere.json");
    assert_eq!(
        (outcome.status, outcome.out.as_str(), outcome.err.as_str()),
        (2, "", "nowhere.json: no such file\n")
    );
}

#[test]
fn a_runbook_is_split_by_who_acts() {
    let parts = run("check other-account.json --format markdown --by owner");
    assert_eq!((parts.status, parts.err.as_str()), (1, ""));
    let heads: Vec<&str> = parts.out.lines().filter(|line| line.starts_with("# ")).collect();
    let [own, other] = heads[..] else { panic!("{}", parts.out) };
    assert!(own.contains("Owner of Data team") && other.contains("Owner of Shop team"), "{heads:?}");
    let (_, theirs) = parts.out.split_once(other).unwrap();
    assert!(
        theirs.contains("Authorize account Data team") && !theirs.contains("connectivity test"),
        "{theirs}"
    );
    assert!(parts.out.contains("Begin after step 2 of the part of “Owner of Data team"), "{}", parts.out);
    assert!(
        run("check other-account.json --format markdown --by owner --lang zh")
            .out
            .contains("对方账号的负责人")
    );
    let whole = run("check other-account.json --format markdown --by connection");
    assert_eq!(whole, run("check other-account.json --format markdown"));
}

#[test]
fn a_dash_is_standard_input_and_called_so() {
    assert_eq!(run("check -"), run("check other-region.json"));
    let refused = |line: &str| run_on(line, &|_| Ok(b"[]".to_vec())).err;
    assert!(refused("check -").starts_with("standard input: "));
    assert!(refused("check - --lang zh").starts_with("标准输入"));
}

#[test]
fn arguments_that_are_not_understood_are_named_with_what_would_be_right() {
    for (line, said) in [
        ("", "a command is missing"),
        ("draw plan.json", "`draw`"),
        ("check", "needs a file"),
        ("apply", "needs a file"),
        ("check a.json b.json", "`b.json`"),
        ("check a.json --quiet", "`--quiet`"),
        ("check a.json --format", "text, json or markdown"),
        ("check a.json --format yaml", "text, json or markdown"),
        ("check a.json --format markdown --by team", "connection or owner"),
        ("check a.json --by owner", "add `--format markdown`"),
        ("apply a.json --by owner", "`--by`"),
        ("apply a.json --format json", "`--format`"),
        ("check a.json --lang", "en or zh"),
        ("check a.json --lang de", "en or zh"),
        ("explain classic-network route-shadowed", "`route-shadowed`"),
        ("explain --format markdown", "text or json"),
    ] {
        let outcome = run(line);
        assert_eq!((outcome.status, outcome.out.as_str()), (2, ""), "{line}");
        assert!(
            outcome.err.starts_with("reachplan: ") && outcome.err.contains(said),
            "{line}: {}",
            outcome.err
        );
        assert!(outcome.err.contains("usage: reachplan check FILE"), "{line}: {}", outcome.err);
    }
}

#[test]
fn help_and_version_are_no_errors() {
    for line in ["help", "--help", "-h", "check --help", "explain -h", "version", "--version"] {
        let outcome = run(line);
        assert_eq!((outcome.status, outcome.err.as_str()), (0, ""), "{line}");
        assert!(outcome.out.contains("reachplan"), "{line}");
    }
}

#[test]
fn options_may_stand_before_the_file_and_hold_their_value() {
    let plain = run("check internet.json --format json --lang zh");
    assert_eq!(run("check --format=json --lang=zh internet.json"), plain);
    assert_eq!(run("check --lang zh internet.json --format json"), plain);
}

#[test]
fn the_same_plan_gives_the_same_bytes_whatever_its_layout() {
    for sample in SAMPLES {
        let document: serde_json::Value = serde_json::from_str(&text(sample.name)).unwrap();
        let mut shuffled = document.clone();
        shuffled.as_object_mut().unwrap().remove("layout");
        shuffled["nodes"].as_array_mut().unwrap().reverse();
        for format in ["text", "json"] {
            let line = format!("check plan.json --format {format}");
            let on =
                |document: &serde_json::Value| run_on(&line, &|_| Ok(document.to_string().into_bytes())).out;
            assert_eq!(on(&document), on(&document), "{}", sample.name);
            assert_eq!(on(&document), on(&shuffled), "{} {format}", sample.name);
        }
    }
}

#[test]
fn the_language_changes_words_and_nothing_else() {
    let chinese = |text: &str| text.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
    for name in names() {
        for format in ["text", "json", "markdown"] {
            let line = format!("check {name}.json --format {format}");
            let (english, zh) = (run(&line), run(&format!("{line} --lang zh")));
            assert_eq!(english.status, zh.status, "{name}");
            assert!(!chinese(&english.out) && chinese(&zh.out), "{name} {format}");
            if format == "json" {
                assert_eq!(fields::without_words(&english.out), fields::without_words(&zh.out), "{name}");
            }
        }
    }
}

#[test]
fn colour_appears_only_where_it_is_asked_for_and_only_adds() {
    let words: Vec<String> = ["check", "plan.json"].map(str::to_owned).to_vec();
    for sample in SAMPLES {
        let read = |_: &str| Ok(text(sample.name).into_bytes());
        let (plain, colour) =
            (execute(&words, Paint::Plain, &read).out, execute(&words, Paint::Colour, &read).out);
        assert!(!plain.contains('\u{1b}') && colour.contains('\u{1b}'), "{}", sample.name);
        let mut parts = colour.split("\u{1b}[");
        let mut bare = parts.next().unwrap().to_owned();
        parts.for_each(|part| bare.push_str(part.split_once('m').unwrap().1));
        assert_eq!(bare, plain, "{}", sample.name);
    }
    let json: Vec<String> = ["check", "plan.json", "--format", "json"].map(str::to_owned).to_vec();
    let read = |_: &str| Ok(text("internet").into_bytes());
    assert_eq!(execute(&json, Paint::Colour, &read), execute(&json, Paint::Plain, &read));
}

#[test]
fn a_runbook_names_every_step_and_every_entry_of_the_report() {
    for name in names() {
        let report: serde_json::Value =
            serde_json::from_str(&run(&format!("check {name}.json --format json")).out).unwrap();
        let runbook = run(&format!("check {name}.json --format markdown")).out;
        assert!(runbook.starts_with("# "), "{name}");
        for connection in report["connections"].as_array().unwrap() {
            for step in connection["steps"].as_array().unwrap() {
                let address = step["doc_url"].as_str().unwrap();
                assert!(step["state"] == "done" || runbook.contains(address), "{name}: {address}");
            }
            let required = connection["whitelist"]["required"].as_array();
            for entry in required.into_iter().flatten().map(|entry| entry.as_str().unwrap()) {
                assert!(runbook.contains(entry), "{name}: {entry}");
            }
        }
    }
}

#[test]
fn text_and_runbook_say_which_pairs_stay_apart_as_they_must() {
    let apart = r#""must_not_reach": [{ "resource_group": "rg", "data_source": "orders" },
        { "resource_group": "rg", "data_source": "warehouse" }], "nodes""#;
    let plan = text("other-region").replacen("\"nodes\"", apart, 1);
    for (format, language, [holds, broken]) in [
        ("text", "en", ["✓ ETL group → Orders: out of reach", "✕ ETL group → Warehouse: within reach"]),
        ("markdown", "en", ["- ETL group → Orders: out of reach", "- ETL group → Warehouse: within reach"]),
        ("text", "zh", ["→ Orders：保持不连通", "→ Warehouse：可以连通，违反要求"]),
    ] {
        let line = format!("check plan.json --format {format} --lang {language}");
        let said = run_on(&line, &|_| Ok(plan.clone().into_bytes())).out;
        assert!(said.contains(holds) && said.contains(broken), "{format}: {said}");
    }
}
