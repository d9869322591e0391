//! The collector: a script of the plain shell that only reads, and whose lines come in again.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use reachplan::import::{COLLECTOR, Question, Source, Warning, recognise};
use reachplan::topology::{Kind, Whitelist};

/// Answers like the client: by product, call and the id that is asked for.
const CLIENT: &str = r#"#!/bin/sh
case "$1 $2 $*" in
  "sts GetCallerIdentity "*) echo '{ "AccountId": "1001" }' ;;
  "vpc DescribeVpcs "*"PageNumber 1 "*) echo '{
  "TotalCount": 51, "Vpcs": { "Vpc": [ { "VpcId": "vpc-a", "RegionId": "cn-hangzhou", "CidrBlock": "10.1.0.0/16", "OwnerId": 1001 } ] } }' ;;
  "vpc DescribeVpcs "*) echo '{ "TotalCount": 51, "Vpcs": { "Vpc": [ { "VpcId": "vpc-b", "CidrBlock": "10.2.0.0/16" } ] } }' ;;
  "vpc DescribeVSwitches "*) echo '{ "TotalCount": 1, "VSwitches": { "VSwitch": [ { "VSwitchId": "vsw-1", "VpcId": "vpc-a", "CidrBlock": "10.1.1.0/24" } ] } }' ;;
  "vpc DescribeRouteTableList "*) echo '{ "RouterTableList": { "RouterTableListType": [ { "RouteTableId": "vtb-a", "VpcId": "vpc-a", "RouteTableType": "System" } ] } }' ;;
  "vpc DescribeRouteEntryList "*"NextToken t2"*) echo '{ "RouteEntrys": { "RouteEntry": [ { "RouteTableId": "vtb-a", "Type": "Custom", "DestinationCidrBlock": "10.2.0.0/16", "NextHops": { "NextHop": [ { "NextHopType": "VpcPeer", "NextHopId": "pcc-1" } ] } } ] } }' ;;
  "vpc DescribeRouteEntryList "*) echo '{ "NextToken": "t2", "RouteEntrys": { "RouteEntry": [] } }' ;;
  "vpcpeer ListVpcPeerConnections "*) echo '{ "VpcPeerConnects": [ { "InstanceId": "pcc-1", "Vpc": { "VpcId": "vpc-a" }, "AcceptingVpc": { "VpcId": "vpc-b" }, "Status": "Activated" } ] }' ;;
  "vpc DescribeNatGateways "*) echo '{ "NatGateways": { "NatGateway": [ { "NatGatewayId": "ngw-1", "VpcId": "vpc-a", "SnatTableIds": { "SnatTableId": [ "stb-1" ] } } ] } }' ;;
  "vpc DescribeSnatTableEntries "*"stb-1"*) echo '{ "SnatTableEntries": { "SnatTableEntry": [ { "SnatTableId": "stb-1", "SourceVSwitchId": "vsw-1", "SnatIp": "203.0.113.9", "Status": "Available" } ] } }' ;;
  "vpc DescribeVpnConnections "*) echo '{ "VpnConnections": { "VpnConnection": [ { "VpnConnectionId": "vco-1", "IkeConfig": { "Psk": "DROP\"ME" }, "VpnBgpConfig": { "AuthKey": "DROP-ME" } } ] } }' ;;
  "ecs DescribeSecurityGroups "*) echo '{ "SecurityGroups": { "SecurityGroup": [ { "SecurityGroupId": "sg-1", "SecurityGroupType": "enterprise" } ] } }' ;;
  "ecs DescribeSecurityGroupAttribute "*"sg-1"*) echo '{ "SecurityGroupId": "sg-1", "Permissions": { "Permission": [] } }' ;;
  "rds DescribeDBInstances "*) echo '{ "TotalRecordCount": 1, "Items": { "DBInstance": [ { "DBInstanceId": "rm-1", "Engine": "MySQL", "VpcId": "vpc-a", "VSwitchId": "vsw-1" } ] } }' ;;
  "rds DescribeDBInstanceNetInfo "*) echo '{ "SecurityIPMode": "safety", "DBInstanceNetInfos": { "DBInstanceNetInfo": [ { "IPType": "Private", "ConnectionString": "rm-1.mysql.rds.aliyuncs.com", "Port": "3306" } ] } }' ;;
  "rds DescribeDBInstanceIPArrayList "*"WhitelistNetworkType VPC"*) echo '{ "Items": { "DBInstanceIPArray": [ { "DBInstanceIPArrayName": "default", "SecurityIPList": "10.1.1.0/24" } ] } }' ;;
  "rds DescribeDBInstanceIPArrayList "*) echo '{ "Items": { "DBInstanceIPArray": [ { "DBInstanceIPArrayName": "public", "SecurityIPList": "203.0.113.1" } ] } }' ;;
  "dataworks-public ListProjects "*) echo '{ "PagingInfo": { "Projects": [ { "Id": 10001 } ] } }' ;;
  "dataworks-public ListResourceGroups "*) echo '{ "PagingInfo": { "TotalCount": 1, "ResourceGroupList": [ { "Id": "Serverless_res_group_1_2", "ResourceGroupType": "CommonV2" } ] } }' ;;
  "dataworks-public ListNetworks "*) echo '{ "PagingInfo": { "NetworkList": [ { "Id": 7, "ResourceGroupId": "Serverless_res_group_1_2", "VpcId": "vpc-a", "VswitchId": "vsw-1", "SecurityGroupId": "sg-1", "Status": "Running" } ] } }' ;;
  "dataworks-public ListRoutes "*) echo '{ "PagingInfo": { "RouteList": [ ] } }' ;;
  "dataworks-public ListDataSources "*10001*) printf '%s\n' '{ "PagingInfo": { "DataSources": [ { "Name": "orders", "Type": "mysql", "DataSource": [ { "Id": 1, "ConnectionProperties": "{\"instanceId\":\"rm-1\",\"password\":\"a\\\"DROP-ME\",\"token\":\"DROP-ME\",\"passphrase\":\"DROP-ME\",\"kerberosKeytab\":\"DROP-ME\",\"uri\":\"mongodb://u:DROP-ME@h/d\",\"jdbcUrl\":\"jdbc:mysql://h/db?password=DROP-ME\"}" } ] } ] } }' ;;
  "cbn DescribeCens "*) echo '{ "Cens": { "Cen": [ ] } }' ;;
  *) echo "ERROR: no permission" >&2; exit 1 ;;
esac
"#;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("collector")
}

#[test]
fn it_is_a_script_of_the_plain_shell() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/public/collect.sh");
    let checked = Command::new("sh").args(["-n", script]).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert!(COLLECTOR.starts_with("#!/bin/sh\n"));
}

#[test]
fn it_only_reads() {
    let products = [
        "vpc",
        "vpcpeer",
        "ecs",
        "rds",
        "polardb",
        "adb",
        "gpdb",
        "dds",
        "r-kvstore",
        "alikafka",
        "dataworks-public",
        "cbn",
        "sts",
    ];
    let words: Vec<&str> = COLLECTOR
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect();
    let calls = words.windows(2).filter(|pair| {
        products.contains(&pair[0])
            && pair[1].starts_with(|sign: char| sign.is_ascii_uppercase() || sign == '"')
    });
    let names: Vec<&str> = calls.map(|pair| pair[1].trim_matches([';', '"'])).collect();
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        assert!(["Describe", "List", "Get"].iter().any(|verb| name.starts_with(verb)), "{name}");
    }
}

#[test]
fn its_lines_make_a_plan() {
    let folder = folder();
    fs::create_dir_all(&folder).unwrap();
    let client = folder.join("aliyun");
    fs::write(&client, CLIENT).unwrap();
    fs::set_permissions(&client, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/public/collect.sh");
    let ran = Command::new("sh").args([script, "cn-hangzhou"]).env("PATH", path).output().unwrap();
    let lines = String::from_utf8(ran.stdout).unwrap();
    let complaints = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.success(), "{complaints}");
    assert!(!lines.contains("DROP"), "a secret is printed: {lines}");
    assert!(complaints.contains("polardb DescribeDBClusters"), "{complaints}");
    assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()), "{lines}");

    let found = recognise(&[Source { name: "cloud.ndjson".to_owned(), text: lines.clone() }]);
    assert!(found.troubles.is_empty(), "{:?}", found.troubles);
    assert!(found.ignored.iter().all(|one| !one.what.contains("ListProjects")), "{:?}", found.ignored);
    let topology = found.document("").topology;
    let kinds = topology.nodes.values().fold(BTreeMap::new(), |mut kinds: BTreeMap<_, usize>, node| {
        *kinds.entry(node.kind.name().key()).or_default() += 1;
        kinds
    });
    let wanted = [
        ("account", 1),
        ("data_source", 1),
        ("nat_gateway", 1),
        ("region", 1),
        ("resource_group", 1),
        ("vpc", 2),
        ("vswitch", 1),
    ];
    assert_eq!(kinds, BTreeMap::from(wanted));
    let at = |name: &str| topology.nodes.iter().find(|(id, _)| id.as_str() == name).unwrap().1;
    assert_eq!(at("vpc-a").kind.routes().len(), 1, "both pages of entries");
    assert_eq!(at("rm-1").name.as_deref(), Some("orders"));
    let Kind::DataSource(source) = &at("rm-1").kind else { panic!("no data source") };
    assert_eq!(
        source.whitelist.as_ref().map(Whitelist::entries).map(<[_]>::len),
        Some(1),
        "the group of type VPC alone"
    );
    let Kind::ResourceGroup(group) = &at("Serverless_res_group_1_2").kind else { panic!("no group") };
    assert!(group.bindings[0].security_group.is_some());
    assert!(
        !found
            .questions
            .iter()
            .any(|question| matches!(question, Question::Subject { .. } | Question::DataworksRoutes(_))),
        "{:?}",
        found.questions
    );
    let incomplete = found.warnings.iter().filter(|warning| matches!(warning, Warning::Incomplete { .. }));
    assert_eq!(incomplete.count(), 1, "only the VPCs, of which the client kept some: {:?}", found.warnings);
}

#[test]
fn without_a_region_it_says_how_it_is_called() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/public/collect.sh");
    let ran = Command::new("sh").arg(script).output().unwrap();
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(2), 0));
}
