//! What a plan still needs as commands, run by a shell with a stand-in for the client.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;
use reachplan::export::{Format, Options, text};
use reachplan::i18n::Language;
use reachplan::samples::SAMPLES;
use reachplan::topology::Document;

use super::{NASTY, drawn, named, sample, two_accounts};
use crate::generate;
use crate::seeded::seeded;

/// Writes down its arguments, each ended by NUL and each call by an empty one more, and answers like the real one.
const CLIENT: &str = r#"#!/bin/sh
{ for word in "$@"; do printf '%s\0' "$word"; done; printf '<end>\0'; } >> "$ARGUMENTS"
printf '{\n  "Id": 4711,\n  "TransitRouterAttachmentId": "tr-attach-9",\n  "RequestId": "x"\n}\n'
"#;

/// A folder of this run's own.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("reachplan-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let place = std::env::temp_dir().join(name);
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What came of running a script: whether it went well, the calls, and what it complained.
struct Ran {
    well: bool,
    calls: Vec<Vec<String>>,
    complaint: String,
}

fn script(document: &Document) -> String {
    text(Format::Cli, document, &Options::default())
}

/// The variables that a script asks for.
fn asked(script: &str) -> Vec<&str> {
    script
        .lines()
        .filter_map(|line| Some(line.strip_prefix(": \"${")?.split_once(":?")?.0))
        .filter(|name| !name.is_empty())
        .collect()
}

fn run(script: &str, value: Option<&str>) -> Ran {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let (client, log, file) = (place.0.join("aliyun"), place.0.join("arguments"), place.0.join("script.sh"));
    fs::write(&client, CLIENT).unwrap();
    fs::set_permissions(&client, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(&file, script).unwrap();
    let path = format!("{}:{}", place.0.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.arg(&file).env("PATH", path).env("ARGUMENTS", &log).stdin(Stdio::null());
    for name in asked(script) {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    let done = shell.output().unwrap();
    let words = fs::read(&log).unwrap_or_default();
    let words: Vec<String> =
        words.split(|byte| *byte == 0).map(|word| String::from_utf8(word.to_vec()).unwrap()).collect();
    let calls =
        words.split(|word| word == "<end>").map(<[String]>::to_vec).filter(|call| call.len() > 1).collect();
    Ran { well: done.status.success(), calls, complaint: String::from_utf8_lossy(&done.stderr).into_owned() }
}

/// The value of a parameter of a call.
fn parameter<'c>(call: &'c [String], name: &str) -> Option<&'c str> {
    let (exact, joined) = (format!("--{name}"), format!("--{name}="));
    let next = || call.get(call.iter().position(|word| *word == exact)? + 1).map(String::as_str);
    call.iter().find_map(|word| word.strip_prefix(&joined)).or_else(next)
}

fn called<'r>(ran: &'r Ran, api: &str) -> Vec<&'r [String]> {
    ran.calls.iter().filter(|call| call.get(1).is_some_and(|word| word == api)).map(Vec::as_slice).collect()
}

#[test]
fn a_script_asks_for_what_it_does_not_know_before_it_changes_anything() {
    let script = script(&two_accounts());
    let ran = run(&script, None);
    assert!(!ran.well && ran.calls.is_empty(), "{:?}", ran.calls);
    assert!(ran.complaint.contains("is not set"), "{}", ran.complaint);
    assert!(run(&script, Some("x")).well);
}

#[test]
fn calls_arrive_with_the_values_of_the_plan() {
    let ran = run(&script(&two_accounts()), Some("given"));
    assert!(ran.well, "{}", ran.complaint);
    let attached = called(&ran, "CreateTransitRouterVpcAttachment");
    assert_eq!(attached.len(), 2);
    let theirs = attached[1];
    assert_eq!(parameter(theirs, "VpcOwnerId"), Some("1001000000000002"));
    assert_eq!(parameter(theirs, "ZoneMappings.1.ZoneId"), Some("cn-shanghai-b"));
    assert_eq!(parameter(theirs, "profile"), Some("given"));
    // What one answer tells the next call needs.
    let route = called(&ran, "CreateRoute")[0];
    assert_eq!(parameter(route, "NetworkId"), Some("4711"));
    assert_eq!(parameter(route, "DestinationCidr"), Some("172.16.1.0/24"));
    let body = parameter(called(&ran, "modify-white-ips")[0], "body").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["whiteIpGroup"]["ips"], serde_json::json!(["10.0.0.0/24"]));
}

#[test]
fn whitelists_are_added_to_and_never_written_over() {
    let products = reachplan::topology::PRODUCTS.iter().map(|product| product.key());
    for product in products {
        let plan = drawn(
            &format!(
                r#"{{ "id": "a", "kind": "account" }}, {{ "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" }},
                   {{ "id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.0.0.0/16"] }},
                   {{ "id": "w", "kind": "vswitch", "in": "v", "cidr": "10.0.1.0/24" }}, {{ "id": "u", "kind": "vswitch", "in": "v", "cidr": "10.0.2.0/24" }},
                   {{ "id": "g", "kind": "resource_group", "in": "r", "type": "serverless", "bindings": [{{ "vswitch": "w" }}, {{ "vswitch": "u" }}] }},
                   {{ "id": "d", "kind": "data_source", "in": "w", "product": "{product}", "addresses": ["10.0.1.9"], "whitelist": ["192.0.2.1"] }}"#
            ),
            "",
        );
        let script = script(&plan);
        let ran = run(&script, Some("given"));
        assert!(ran.well, "{product}: {}", ran.complaint);
        let words: Vec<&String> = ran.calls.iter().flatten().collect();
        assert!(
            !words.iter().any(|word| *word == "Cover" || word.contains("192.0.2.1")),
            "{product}: {words:?}"
        );
        for call in &ran.calls {
            let adds = ["Append", "1", "true", "add"].iter().any(|mode| {
                ["ModifyMode", "Mode", "UpdateType"].iter().any(|name| parameter(call, name) == Some(mode))
            });
            let creates = call[1] == "CreateSecurityIpGroup";
            let body = parameter(call, "body").is_some_and(|body| body.contains("\"Append\""));
            assert!(adds || creates || body, "{product}: {call:?}");
        }
        if ran.calls.is_empty() {
            assert!(script.contains("Do this in the console: "), "{product}\n{script}");
        }
    }
}

#[test]
fn entries_of_one_whitelist_go_in_one_call() {
    let plan = drawn(
        r#"{ "id": "a", "kind": "account" }, { "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" },
           { "id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.0.0.0/16"] },
           { "id": "w", "kind": "vswitch", "in": "v", "cidr": "10.0.1.0/24" }, { "id": "u", "kind": "vswitch", "in": "v", "cidr": "10.0.2.0/24" },
           { "id": "g", "kind": "resource_group", "in": "r", "type": "serverless", "bindings": [{ "vswitch": "w" }, { "vswitch": "u" }] },
           { "id": "d", "kind": "data_source", "in": "w", "product": "rds_mysql", "addresses": ["10.0.1.9"], "whitelist": [] }"#,
        "",
    );
    let ran = run(&script(&plan), Some("rm-1"));
    let calls = called(&ran, "ModifySecurityIps");
    assert_eq!(calls.len(), 1);
    assert_eq!(parameter(calls[0], "SecurityIps"), Some("10.0.1.0/24,10.0.2.0/24"));
    assert_eq!(parameter(calls[0], "DBInstanceIPArrayName"), Some("dataworks"));
    assert_eq!(parameter(calls[0], "DBInstanceId"), Some("rm-1"));
}

#[test]
fn what_a_user_typed_reaches_the_client_as_it_is_and_runs_nothing() {
    for nasty in NASTY {
        let plan = named(two_accounts(), nasty);
        let ran = run(&script(&plan), Some(nasty.replace('\0', "").as_str()));
        assert!(ran.well, "{nasty:?}: {}", ran.complaint);
        assert_eq!(ran.calls.len(), run(&script(&two_accounts()), Some("x")).calls.len(), "{nasty:?}");
        let exact: String = nasty.chars().filter(|c| *c != '\0').collect();
        let zones: Vec<&str> =
            ran.calls.iter().filter_map(|call| parameter(call, "ZoneMappings.1.ZoneId")).collect();
        assert!(zones.contains(&exact.as_str()), "{nasty:?}: {zones:?}");
        let rules = called(&ran, "AuthorizeSecurityGroup");
        let line: String = nasty.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        assert!(!rules.is_empty(), "{nasty:?}");
        for rule in rules {
            let said = parameter(rule, "Permissions.1.Description").unwrap();
            assert!(
                said.starts_with(
                    &format!("DataWorks: {line} -> {line}").chars().take(111).collect::<String>()
                ),
                "{said:?}"
            );
        }
    }
}

#[test]
fn a_script_is_to_be_read_first_and_says_so_in_both_languages() {
    for one in SAMPLES {
        for (language, read) in
            [(Language::En, "Read this before you run it"), (Language::Zh, "运行前请先通读")]
        {
            let script = text(Format::Cli, &sample(one.name), &Options { language, ..Options::default() });
            assert!(script.starts_with("#!/bin/sh\n# ") && script.contains(read), "{}", one.name);
            assert!(!script.contains(" \n") && script.ends_with('\n'), "{}", one.name);
        }
    }
}

proptest! {
    #![proptest_config(seeded(25))]

    #[test]
    fn every_script_runs_through(plan in generate::document(), name in "\\PC{0,10}['\"`$\\\\\n;&|<>(){}*?# -]{0,6}") {
        let ran = run(&script(&named(plan, &name)), Some(&format!("{name}.")));
        prop_assert!(ran.well, "{}", ran.complaint);
        prop_assert_eq!(&ran.complaint, "");
    }
}
