//! Instances of managed databases, queues and analytic services, with their endpoints.

use crate::import::answer::{Around, INSTANCE};
use crate::import::facts::{EndFact, Facts, StoreFact, hold};
use crate::import::tree::Tree;

/// What an engine is, by the name that the products give it.
fn product_of(engine: &str) -> Option<&'static str> {
    Some(match engine.to_lowercase().as_str() {
        "mysql" => "rds_mysql",
        "postgresql" => "rds_postgresql",
        "sqlserver" | "mssql" => "rds_sqlserver",
        "mariadb" => "rds_mariadb",
        _ => return None,
    })
}

/// The instance of an item: what every product says alike.
fn store<'f>(
    facts: &'f mut Facts,
    item: &Tree,
    around: Around<'_>,
    names: &[&str],
) -> Option<&'f mut StoreFact> {
    let id = around.text(item, names)?.to_owned();
    let vpc = item.text(&["VpcId", "VPCId", "vpc_id"]);
    let switch = item.text(&["VSwitchId", "VswitchId", "vswitch_id"]);
    if let Some(vpc) = vpc {
        let fact = facts.vpc(vpc);
        hold(&mut fact.region, around.region_of(item));
    }
    if let Some(switch) = switch {
        facts.switch(switch, vpc);
    }
    let store = facts.stores.entry(id).or_default();
    hold(&mut store.vpc, vpc);
    hold(&mut store.switch, switch);
    hold(&mut store.owner, around.owner_of(item));
    hold(&mut store.region, around.region_of(item));
    hold(&mut store.port, item.text(&["Port", "port"]));
    Some(store)
}

fn describe(store: &mut StoreFact, product: Option<&'static str>, name: Option<&str>) {
    store.product = store.product.max(product);
    hold(&mut store.name, name);
}

fn end(store: &mut StoreFact, public: bool, rank: u8, parts: [Option<&str>; 3]) {
    let [host, address, port] = parts.map(|part| part.map(str::to_owned));
    if host.is_some() || address.is_some() {
        store.ends.insert(EndFact { public, rank, host, address, port });
    }
}

/// An RDS or AnalyticDB for PostgreSQL instance, from the list or from its attributes.
pub(in crate::import) fn instance(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let names = &["DBInstanceId", "id", "DBInstanceName"];
    let is_gp = around.text(item, names).is_some_and(|id| id.starts_with("gp-"));
    let engine = item.text(&["Engine", "engine"]);
    let Some(store) = store(facts, item, around, names) else {
        return;
    };
    let product = if is_gp { Some("analyticdb_postgresql") } else { engine.and_then(product_of) };
    describe(store, product, item.text(&["DBInstanceDescription", "instance_name", "description"]));
    hold(&mut store.engine, engine);
    store.classic |=
        item.text(&["InstanceNetworkType"]).is_some_and(|kind| kind.eq_ignore_ascii_case("classic"));
    store.strict |= item.text(&["SecurityIPMode", "security_ip_mode"]) == Some("safety");
    let public = item.text(&["DBInstanceNetType"]) == Some("Internet");
    let host = item.text(&["ConnectionString", "connection_string"]);
    end(store, public, 5, [host, None, item.text(&["Port", "port"])]);
}

/// An endpoint of the RDS instance that the answer is about.
pub(in crate::import) fn net_info(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let host = item.text(&["ConnectionString"]);
    let Some(id) = around.text(item, INSTANCE).map(str::to_owned) else {
        return;
    };
    facts.asked.insert(("rds DescribeDBInstanceNetInfo", id.clone()));
    let (vpc, switch) = (item.text(&["VPCId"]), item.text(&["VSwitchId"]));
    if let Some(switch) = switch {
        facts.switch(switch, vpc);
    }
    let public = item.text(&["IPType"]) == Some("Public");
    let strict = around.body.text(&["SecurityIPMode"]) == Some("safety");
    let store = facts.stores.entry(id.clone()).or_default();
    hold(&mut store.vpc, vpc);
    hold(&mut store.switch, switch);
    store.strict |= strict;
    store.classic |= around.body.text(&["InstanceNetworkType"]) == Some("Classic");
    let rank = u8::from(item.text(&["ConnectionStringType"]).is_some_and(|kind| kind != "Normal"));
    end(store, public, rank, [host, item.text(&["IPAddress"]), item.text(&["Port"])]);
    // In strict mode this is the one place that says which groups count for which endpoint.
    let net = if public { "Classic" } else { "VPC" };
    for group in item.list(&["SecurityIPGroups"]).iter().filter(|_| strict) {
        let name = group.text(&["SecurityIPGroupName"]).unwrap_or("default");
        let entries = group.words(&["SecurityIPs"]);
        let list = facts.lists.entry(id.clone()).or_default();
        list.entry((name.to_owned(), net.to_owned())).or_default().insert(entries);
    }
}

/// A PolarDB cluster.
pub(in crate::import) fn polar(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let product = match item.text(&["DBType", "db_type"]).unwrap_or_default().to_lowercase().as_str() {
        "mysql" => Some("polardb_mysql"),
        "postgresql" => Some("polardb_postgresql"),
        "oracle" => Some("polardb_oracle"),
        _ => None,
    };
    let engine = item.text(&["DBType", "Engine", "db_type"]);
    if let Some(store) = store(facts, item, around, &["DBClusterId", "id"]) {
        describe(store, product, item.text(&["DBClusterDescription", "description"]));
        hold(&mut store.engine, engine);
        end(store, false, 5, [item.text(&["connection_string"]), None, item.text(&["port"])]);
    }
}

/// An endpoint of the PolarDB cluster that the answer is about. The cluster endpoint is the one to read from.
pub(in crate::import) fn polar_end(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let rank = match item.text(&["EndpointType"]) {
        Some("Cluster") => 0,
        Some("Primary") => 1,
        _ => 2,
    };
    if let Some(id) = around.text(item, &["DBClusterId"]).map(str::to_owned) {
        for address in item.list(&["AddressItems"]) {
            let (vpc, switch) = (address.text(&["VPCId"]), address.text(&["VSwitchId"]));
            if let Some(switch) = switch {
                facts.switch(switch, vpc);
            }
            let store = facts.stores.entry(id.clone()).or_default();
            hold(&mut store.vpc, vpc);
            hold(&mut store.switch, switch);
            let parts = ["ConnectionString", "IPAddress", "Port"].map(|name| address.text(&[name]));
            end(store, address.text(&["NetType"]) == Some("Public"), rank, parts);
        }
    }
}

/// An AnalyticDB for MySQL cluster.
pub(in crate::import) fn analytic(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    simple(facts, item, around, &["DBClusterId", "id"], "analyticdb_mysql");
}

/// A MongoDB instance, from the list or from its attributes.
pub(in crate::import) fn mongo(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    simple(facts, item, around, &["DBInstanceId", "id"], "mongodb");
    if let Some(id) = around.text(item, &["DBInstanceId"]).map(str::to_owned) {
        let nodes = item.list(&["ReplicaSets", "MongosList"]);
        let store = facts.stores.entry(id).or_default();
        for node in nodes {
            let public = node.text(&["NetworkType"]) == Some("Public");
            end(
                store,
                public,
                0,
                [node.text(&["ConnectionDomain"]), None, node.text(&["ConnectionPort", "Port"])],
            );
        }
    }
}

/// A Redis, Tair or Memcache instance.
pub(in crate::import) fn redis(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let is_memcache = item.text(&["InstanceType", "instance_type"]) == Some("Memcache");
    let product = if is_memcache { "memcache" } else { "redis" };
    simple(facts, item, around, &["InstanceId", "id"], product);
}

/// A Kafka instance. Its endpoint lists several brokers with the port behind each.
pub(in crate::import) fn kafka(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let names = &["InstanceId", "id"];
    let switches = item.words(&["VSwitchIds"]);
    if let Some(store) = store(facts, item, around, names) {
        describe(store, Some("kafka"), item.text(&["Name", "name"]));
        hold(&mut store.switch, switches.first().map(String::as_str));
        let places = [("DomainEndpoint", false, 1), ("EndPoint", false, 0), ("SaslEndPoint", false, 2)];
        for (field, public, rank) in places.into_iter().chain([("SslEndPoint", true, 0)]) {
            for broker in item.words(&[field]) {
                let (host, port) = broker.rsplit_once(':').unwrap_or((broker.as_str(), ""));
                let address = host.parse::<std::net::Ipv4Addr>().is_ok().then_some(host);
                let name = if address.is_some() { None } else { Some(host) };
                end(store, public, rank, [name, address, Some(port).filter(|port| !port.is_empty())]);
            }
        }
    }
}

/// A Hologres instance, with an endpoint for each kind of network.
pub(in crate::import) fn hologres(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    if let Some(store) = store(facts, item, around, &["InstanceId", "id"]) {
        describe(store, Some("hologres"), item.text(&["InstanceName", "instance_name"]));
    }
    let Some(id) = item.text(&["InstanceId", "id"]).map(str::to_owned) else {
        return;
    };
    for place in item.list(&["Endpoints", "endpoints"]) {
        let names =
            [["Type", "type"], ["Endpoint", "endpoint"], ["VpcId", "vpc_id"], ["VSwitchId", "vswitch_id"]];
        let [Some(kind), Some(endpoint), vpc, switch] = names.map(|names| place.text(&names)) else {
            continue;
        };
        if place.truth(&["Enabled", "enabled"]) == Some(false) || kind == "Intranet" {
            continue;
        }
        if let Some(switch) = switch {
            facts.switch(switch, vpc);
        }
        let (host, port) = endpoint.rsplit_once(':').unwrap_or((endpoint, ""));
        let store = facts.stores.entry(id.clone()).or_default();
        hold(&mut store.vpc, vpc);
        hold(&mut store.switch, switch);
        end(store, kind == "Internet", 0, [Some(host), None, Some(port).filter(|port| !port.is_empty())]);
    }
}

/// An Elasticsearch instance. Its private and its public list stand beside it.
pub(in crate::import) fn elastic(facts: &mut Facts, item: &Tree, around: Around<'_>) {
    let place = item.get(&["networkConfig"]);
    let (vpc, switch) = (place.text(&["vpcId"]), place.text(&["vswitchId"]));
    let Some(id) = item.text(&["instanceId", "id"]).map(str::to_owned) else {
        return;
    };
    if let Some(switch) = switch.or_else(|| item.text(&["vswitch_id"])) {
        facts.switch(switch, vpc);
    }
    let store = facts.stores.entry(id.clone()).or_default();
    describe(store, Some("elasticsearch"), item.text(&["description"]));
    hold(&mut store.vpc, vpc);
    hold(&mut store.switch, switch.or_else(|| item.text(&["vswitch_id"])));
    hold(&mut store.owner, around.owner_of(item));
    hold(&mut store.region, around.region_of(item));
    end(store, false, 0, [item.text(&["domain"]), None, item.text(&["port"])]);
    end(store, true, 0, [item.text(&["publicDomain"]), None, item.text(&["publicPort"])]);
    store.strict = true;
    let lists = [
        (["privateNetworkIpWhiteList", "private_whitelist"], "VPC"),
        (["publicIpWhitelist", "public_whitelist"], "Classic"),
    ];
    for (names, net) in lists {
        if names.iter().any(|name| item.has(name)) {
            let list = facts.lists.entry(id.clone()).or_default();
            list.entry(("default".to_owned(), net.to_owned())).or_default().insert(item.words(&names));
        }
    }
    for group in place.list(&["whiteIpGroupList"]) {
        let net = match group.text(&["whiteIpType"]) {
            Some("PRIVATE_ES") => "VPC",
            Some("PUBLIC_ES") => "Classic",
            _ => continue,
        };
        let name = group.text(&["groupName"]).unwrap_or("default");
        let list = facts.lists.entry(id.clone()).or_default();
        list.entry((name.to_owned(), net.to_owned())).or_default().insert(group.words(&["ips"]));
    }
}

/// An instance that says one endpoint at most.
fn simple(facts: &mut Facts, item: &Tree, around: Around<'_>, names: &[&str], product: &'static str) {
    if let Some(store) = store(facts, item, around, names) {
        let name = item.text(&[
            "InstanceName",
            "DBInstanceDescription",
            "DBClusterDescription",
            "db_instance_name",
            "db_cluster_description",
            "name",
            "description",
        ]);
        describe(store, Some(product), name);
        let kind = item.text(&["NetworkType", "InstanceNetworkType", "DBClusterNetworkType"]);
        store.classic |= kind.is_some_and(|kind| kind.eq_ignore_ascii_case("classic"));
        let host =
            item.text(&["ConnectionDomain", "ConnectionString", "connection_domain", "connection_string"]);
        let address = item.text(&["PrivateIp", "private_ip"]);
        end(store, false, 5, [host, address, item.text(&["Port", "port"])]);
    }
}

/// A managed instance of Terraform's, whose product its type tells.
pub(in crate::import) fn managed(facts: &mut Facts, item: &Tree, around: Around<'_>, product: &'static str) {
    simple(facts, item, around, &["id"], product);
}
