//! `reachplan import` as its users meet it.

use std::collections::BTreeMap;

use reachplan::cli::{Outcome, execute};
use reachplan::export::Paint;
use reachplan::import::COLLECTOR;
use reachplan::wire;

const VPC: &str = r#"{"Vpcs":{"Vpc":[{"VpcId":"vpc-a","RegionId":"cn-hangzhou","CidrBlock":"10.1.0.0/16","OwnerId":1001}]}}"#;
const PLAN: &str = r#"{"reachplan":1,"title":"mine","nodes":[{"id":"idc","kind":"data_center"}]}"#;

fn run(line: &str) -> Outcome {
    let files = BTreeMap::from([
        ("vpc.json", VPC),
        ("plan.json", PLAN),
        ("empty.json", ""),
        ("-", VPC),
        ("broken.json", "{\"a\":"),
    ]);
    let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    execute(&words, Paint::Plain, &|name| match files.get(name) {
        Some(text) => Ok(text.as_bytes().to_vec()),
        None if name == "bytes.json" => Ok(vec![0xff]),
        None => Err("no such file".to_owned()),
    })
}

#[test]
fn the_plan_goes_out_and_the_account_beside_it() {
    let outcome = run("import vpc.json");
    assert_eq!(outcome.status, 0);
    assert_eq!(wire::read(&outcome.out).unwrap().topology.nodes.len(), 3);
    assert_eq!(outcome.err, "Recognised\n  vpc.json: vpc DescribeVpcs: 1\n");
    assert_eq!(run("import -").out, outcome.out);
    assert!(run("import vpc.json --lang zh").err.contains("已识别"));
}

#[test]
fn merging_keeps_the_plan_and_names_the_changes() {
    for line in ["import vpc.json --merge plan.json", "import --merge=plan.json vpc.json"] {
        let outcome = run(line);
        let document = wire::read(&outcome.out).unwrap();
        assert_eq!((outcome.status, document.title.as_str(), document.topology.nodes.len()), (0, "mine", 4));
        assert!(outcome.err.contains("Changes\n  + "), "{}", outcome.err);
    }
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let outcome = run("import bytes.json empty.json broken.json vpc.json");
    assert_eq!(outcome.status, 0);
    for said in [
        "bytes.json: not a text in UTF-8",
        "empty.json: nothing is in it",
        "broken.json: not JSON: the text ends too early (line 1, column 5)",
    ] {
        assert!(outcome.err.contains(said), "{said} in {}", outcome.err);
    }
}

#[test]
fn a_file_that_is_not_there_is_no_half_plan() {
    let outcome = run("import vpc.json nowhere.json");
    assert_eq!((outcome.status, outcome.out.as_str()), (2, ""));
    assert!(outcome.err.contains("nowhere.json: no such file"), "{}", outcome.err);
}

#[test]
fn without_anything_to_draw_there_is_no_plan() {
    for line in [
        "import empty.json",
        "import nowhere.json",
        "import vpc.json --merge nowhere.json",
        "import",
        "import vpc.json --merge",
        "import --frobnicate",
        "import vpc.json --lang fr",
    ] {
        let outcome = run(line);
        assert_eq!((outcome.status, outcome.out.as_str()), (2, ""), "{line}");
        assert!(outcome.err.ends_with('\n'), "{line}: {}", outcome.err);
    }
}

#[test]
fn the_collector_is_printed_as_it_is() {
    let outcome = run("import --collector");
    assert_eq!((outcome.status, outcome.out.as_str(), outcome.err.as_str()), (0, COLLECTOR, ""));
}
