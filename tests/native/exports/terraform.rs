//! What a plan still needs as a Terraform file.

use std::collections::BTreeMap;

use proptest::prelude::*;
use reachplan::analysis::analyse;
use reachplan::export::{Format, Options, text};
use reachplan::i18n::Language;
use reachplan::import::{Source, recognise};
use reachplan::samples::SAMPLES;
use reachplan::topology::Document;
use reachplan::verdict::Verdict;
use serde_json::{Value, json};

use super::hcl::{Block, consistent, formatted};
use super::{NASTY, drawn, named, sample, two_accounts};
use crate::generate;
use crate::seeded::seeded;

fn file(document: &Document) -> String {
    text(Format::Terraform, document, &Options::default())
}

/// The resources of a type, by name.
fn of<'b>(blocks: &'b [Block], kind: &str) -> BTreeMap<&'b str, &'b Block> {
    let own = blocks.iter().filter(|block| block.labels[0] == "resource" && block.labels[1] == kind);
    own.map(|block| (block.labels[2].as_str(), block)).collect()
}

#[test]
fn every_sample_gives_a_file_that_holds_together() {
    for one in SAMPLES {
        for language in Language::ALL {
            let options = Options { language, ..Options::default() };
            let written = text(Format::Terraform, &sample(one.name), &options);
            formatted(&written);
            consistent(&written);
        }
    }
}

#[test]
fn networks_of_two_accounts_are_joined_by_resources_of_both() {
    let written = file(&two_accounts());
    formatted(&written);
    let blocks = consistent(&written);
    let attachments = of(&blocks, "alicloud_cen_transit_router_vpc_attachment");
    let theirs = attachments["cen_vpc_b"];
    assert_eq!(theirs.attributes["vpc_owner_id"], "1001000000000002");
    assert_eq!(theirs.attributes["provider"], json!({ "ref": "alicloud.a_cn_shanghai" }));
    assert_eq!(theirs.blocks[0].attributes["zone_id"], "cn-shanghai-b");
    let peer = of(&blocks, "alicloud_cen_transit_router_peer_attachment");
    assert_eq!(peer.values().next().unwrap().attributes["bandwidth"], json!({ "ref": "var.bandwidth_cen" }));
    // A new VPC is created once, and everything else refers to it.
    assert_eq!(of(&blocks, "alicloud_vpc").len(), 1);
    assert_eq!(
        attachments["cen_vpc_dataworks"].attributes["vpc_id"],
        json!({ "ref": "alicloud_vpc.vpc_dataworks.id" })
    );
    assert!(!written.contains("var.vpc_vpc_dataworks"), "{written}");
    // What waits for the other account is ready to be uncommented.
    assert!(written.contains("\n# resource \"alicloud_cen_transit_router_grant_attachment\" \"vpc_b\" {\n#   provider      = alicloud.b_cn_shanghai\n"), "{written}");
}

/// A file with every block that stands in it as a comment made part of it.
fn uncommented(written: &str) -> String {
    let mut is_inside = false;
    let line = |line: &str| {
        let code = line.strip_prefix('#').map(|code| code.strip_prefix(' ').unwrap_or(code));
        let begins = |code: &str| {
            ["resource", "variable", "provider"].iter().any(|kind| code.starts_with(&format!("{kind} \"")))
        };
        is_inside = code.is_some_and(|code| is_inside || begins(code));
        let out = code.filter(|_| is_inside).unwrap_or(line).to_owned();
        is_inside &= code != Some("}");
        out + "\n"
    };
    written.lines().map(line).collect()
}

#[test]
fn what_stands_there_as_a_comment_can_be_uncommented() {
    let written = file(&two_accounts());
    let all = uncommented(&written);
    assert!(consistent(&all).len() > consistent(&written).len(), "{written}");
    for one in SAMPLES {
        consistent(&uncommented(&file(&sample(one.name))));
    }
}

#[test]
fn dataworks_routes_are_calls_because_the_provider_has_no_resource_for_them() {
    let blocks = consistent(&file(&two_accounts()));
    let route = of(&blocks, "terraform_data")["route_g_vsw_dataworks"];
    let run = &route.blocks[0];
    assert_eq!(run.labels, ["provisioner", "local-exec"]);
    let command = run.attributes["command"].as_str().unwrap();
    for part in [
        "dataworks-public CreateRoute ",
        " --DestinationCidr 172.16.1.0/24",
        " --NetworkId \"$DATAWORKS_NETWORK_G_VSW_DATAWORKS\"",
    ] {
        assert!(command.contains(part), "{command}");
    }
    let network = &run.attributes["environment"]["DATAWORKS_NETWORK_G_VSW_DATAWORKS"];
    assert_eq!(*network, json!({ "ref": "alicloud_data_works_network.g_vsw_dataworks.id" }));
}

#[test]
fn whitelists_are_added_to_and_never_written_over() {
    let blocks = consistent(&file(&two_accounts()));
    let array = of(&blocks, "alicloud_gpdb_db_instance_ip_array")["gp"];
    assert_eq!(array.attributes["db_instance_ip_array_name"], "dataworks");
    assert_eq!(array.attributes["security_ip_list"], json!(["10.0.0.0/24"]));
    let kafka = of(&blocks, "alicloud_alikafka_instance_allowed_ip_attachment")["k"];
    assert_eq!(kafka.attributes["port_range"], "9092/9092");
    let written = file(&two_accounts());
    for whole in ["\"alicloud_db_instance\"", "security_ips", "Cover", "alicloud_gpdb_instance\""] {
        assert!(!written.contains(whole), "{whole}");
    }
}

#[test]
fn an_exit_makes_the_address_that_the_whitelist_names() {
    let plan = drawn(
        r#"{ "id": "a", "kind": "account" }, { "id": "r", "kind": "region", "in": "a", "region": "cn-hangzhou" },
           { "id": "v", "kind": "vpc", "in": "r", "cidrs": ["10.0.0.0/16"] },
           { "id": "w", "kind": "vswitch", "in": "v", "cidr": "10.0.1.0/24" },
           { "id": "g", "kind": "resource_group", "in": "r", "type": "serverless", "bindings": [{ "vswitch": "w" }] },
           { "id": "d", "kind": "data_source", "in": "v", "product": "rds_mysql", "endpoint": "public", "whitelist": [] }"#,
        "",
    );
    let blocks = consistent(&file(&plan));
    let run = &of(&blocks, "terraform_data")["whitelist_d"].blocks[0];
    let address = json!({ "ref": "alicloud_eip_address.nat_gateway.ip_address" });
    assert!(run.attributes["environment"].as_object().unwrap().values().any(|value| *value == address));
    let snat = of(&blocks, "alicloud_snat_entry");
    assert_eq!(snat.values().next().unwrap().attributes["snat_ip"], address);
}

#[test]
fn one_account_and_region_need_no_names_for_providers() {
    let blocks = consistent(&file(&sample("security-groups")));
    let providers: Vec<&Block> = blocks.iter().filter(|block| block.labels[0] == "provider").collect();
    assert_eq!(providers.len(), 1);
    assert_eq!(providers[0].attributes, BTreeMap::from([("region".to_owned(), json!("cn-shenzhen"))]));
    let rules = of(&blocks, "alicloud_security_group_rule");
    assert_eq!(rules.len(), 3);
    assert!(
        rules.values().all(
            |rule| !rule.attributes.contains_key("provider") && rule.attributes["nic_type"] == "intranet"
        )
    );
}

#[test]
fn what_a_user_typed_stays_a_text() {
    for nasty in NASTY {
        let plan = named(two_accounts(), nasty);
        let written = file(&plan);
        formatted(&written);
        let blocks = consistent(&written);
        let shown: String = nasty.chars().filter(|c| *c != '\0').collect();
        let vpcs = of(&blocks, "alicloud_cen_transit_router_vpc_attachment");
        let name = vpcs["cen_vpc_b"].attributes["transit_router_vpc_attachment_name"].as_str().unwrap();
        assert_eq!(name, format!("cen {shown}"));
    }
}

#[test]
fn nothing_left_to_do_is_said() {
    let plan = drawn(r#"{ "id": "n", "kind": "internet" }"#, "");
    let written = file(&plan);
    formatted(&written);
    assert!(consistent(&written).iter().all(|block| block.labels[0] == "terraform"));
    assert!(written.ends_with("\n# Nothing to do.\n"), "{written}");
}

// ---- out and in --------------------------------------------------------------------------------------------------

/// What is there already: a VPC with a data warehouse, and a serverless group that is bound to nothing.
fn present() -> Vec<Value> {
    let resource =
        |kind: &str, values: Value| json!({ "mode": "managed", "type": kind, "name": "x", "values": values });
    let (vpc, switch) = ("vpc-bp1aaaaaaaaaaaaaaaa01", "vsw-bp1aaaaaaaaaaaaaaaa01");
    vec![
        resource(
            "alicloud_vpc",
            json!({ "id": vpc, "vpc_name": "hub", "cidr_block": "10.10.0.0/16", "region_id": "cn-hangzhou" }),
        ),
        resource(
            "alicloud_vswitch",
            json!({ "id": switch, "vpc_id": vpc, "cidr_block": "10.10.1.0/24", "zone_id": "cn-hangzhou-h" }),
        ),
        resource(
            "alicloud_gpdb_instance",
            json!({
                "id": "gp-bp1aaaaaaaaaaaaaa", "vpc_id": vpc, "vswitch_id": switch, "connection_string": "gp.example.com",
                "port": "5432", "ip_whitelist": [{ "ip_group_name": "default", "security_ip_list": "127.0.0.1" }]
            }),
        ),
        resource(
            "alicloud_data_works_dw_resource_group",
            json!({
                "id": "Serverless_res_group_1_2", "resource_group_name": "rg", "region_id": "cn-hangzhou"
            }),
        ),
    ]
}

fn imported(resources: &[Value]) -> Document {
    let state = json!({ "format_version": "1.0", "terraform_version": "1.9.8", "values": { "root_module": { "resources": resources } } });
    recognise(&[Source { name: "state.json".to_owned(), text: state.to_string() }]).document("")
}

/// What a file declares as the state has it once it is applied; references are ids that a cloud might give.
fn applied(blocks: &[Block]) -> Vec<Value> {
    fn settled(value: &Value) -> Value {
        match value {
            Value::Object(fields) if fields.contains_key("ref") => {
                json!(fields["ref"].as_str().unwrap().replace(['.', '_'], "-"))
            }
            Value::Array(items) => items.iter().map(settled).collect(),
            other => other.clone(),
        }
    }
    let cloud = blocks
        .iter()
        .filter(|block| block.labels[0] == "resource" && block.labels[1].starts_with("alicloud_"));
    let resource = |block: &Block| {
        let mut values: serde_json::Map<String, Value> =
            block.attributes.iter().map(|(name, value)| (name.clone(), settled(value))).collect();
        values.insert(
            "id".to_owned(),
            json!(format!("{}.{}.id", block.labels[1], block.labels[2]).replace(['.', '_'], "-")),
        );
        json!({ "mode": "managed", "type": block.labels[1], "name": block.labels[2], "values": values })
    };
    cloud.map(resource).collect()
}

/// DataWorks routes are no resources and so in no state: a plan that needs one cannot be read back from Terraform alone.
#[test]
fn what_is_declared_and_applied_is_read_back_as_done() {
    let mut state = present();
    let before = imported(&state);
    let verdicts = |plan: &Document| {
        analyse(&plan.topology).connections.iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    assert_eq!(verdicts(&before), [Verdict::Blocked]);
    let written = file(&before);
    let blocks = consistent(&written);
    // Everything is known by its id in the cloud.
    assert!(blocks.iter().all(|block| block.labels[0] != "variable"), "{written}");
    state.extend(applied(&blocks));
    let after = imported(&state);
    assert_eq!(verdicts(&after), [Verdict::Ready], "{written}");
    assert_eq!(file(&after).matches("\nresource ").count(), 0);
}

proptest! {
    #![proptest_config(seeded(60))]

    #[test]
    fn every_plan_gives_a_file_that_holds_together(plan in generate::document()) {
        let written = file(&plan);
        formatted(&written);
        consistent(&written);
    }
}
