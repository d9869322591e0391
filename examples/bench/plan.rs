//! Plausible plans of any size, as documents. A VPC with its vSwitches, its group and four data sources is eight nodes;
//! twenty of them in four regions belong to one account, joined by its CEN. Every group loads from its own VPC into the
//! next one; most of it works, and here and there an entry, a route or an attachment is missing.

use std::fmt::Write as _;
use std::ops::Range;

/// VPCs that one account and its CEN hold.
const PER_ACCOUNT: usize = 20;
/// Nodes of a VPC and what is in it.
const PER_VPC: usize = 8;
const SOURCES: usize = 4;
const REGIONS: [&str; 4] = ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen"];
const PRODUCTS: [&str; SOURCES] = ["rds_mysql", "polardb_mysql", "analyticdb_mysql", "self_managed_mysql"];

/// A plan of this many nodes, rounded down to whole VPCs.
pub(crate) fn of(nodes: usize) -> String {
    let held = |vpcs: usize| {
        vpcs * PER_VPC + vpcs.div_ceil(PER_ACCOUNT) + vpcs.div_ceil(PER_ACCOUNT / REGIONS.len())
    };
    let vpcs = (1..=nodes).take_while(|vpcs| held(*vpcs) <= nodes).last().unwrap_or(1);
    let mut plan = Plan { vpcs, ..Plan::default() };
    (0..vpcs).for_each(|vpc| plan.vpc(vpc));
    plan.join();
    plan.text()
}

/// The plan of ten nodes, with a whitelist of this many separate entries.
pub(crate) fn with_whitelist(entries: usize) -> String {
    let mut list = String::new();
    for at in 0..entries {
        // Every other address, so that no two entries make one block.
        let at = at * 2;
        let _ = write!(list, "\"10.{}.{}.{}\", ", 100 + at / 65_536, at / 256 % 256, at % 256);
    }
    of(10).replacen("\"whitelist\": [", &format!("\"whitelist\": [{list}"), 1)
}

/// A plan of this many groups and data sources, spread over as many VPCs as there are groups, without a task: every
/// group is assessed with every data source. Every tenth group has no route beyond its VPC, every third data source
/// admits everybody in the company and the others their neighbours.
pub(crate) fn of_pairs(groups: usize, sources: usize) -> String {
    let mut plan = Plan { vpcs: groups, ..Plan::default() };
    plan.node(r#"{ "id": "a0", "kind": "account" }"#.to_owned());
    plan.node(r#"{ "id": "r0", "kind": "region", "in": "a0", "region": "cn-hangzhou" }"#.to_owned());
    for at in 0..groups {
        let net = Net(at);
        plan.node(format!(r#"{{ "id": "v{at}", "kind": "vpc", "in": "r0", "cidrs": ["{}"] }}"#, net.block()));
        for (name, part) in [("etl", 8), ("db", 4)] {
            let cidr = net.subnet(part);
            plan.node(format!(
                r#"{{ "id": "v{at}{name}", "kind": "vswitch", "in": "v{at}", "cidr": "{cidr}" }}"#
            ));
        }
        let routes = if at % 10 == 9 { "" } else { r#", "routes": ["10.0.0.0/8"]"# };
        plan.node(format!(
            r#"{{ "id": "g{at}", "kind": "resource_group", "in": "r0", "type": "serverless", "bindings": [{{ "vswitch": "v{at}etl"{routes} }}] }}"#
        ));
    }
    for at in 0..sources {
        let vpc = at % groups;
        let neighbours = (vpc..vpc + 3).map(|near| format!("\"{}\"", Net(near % groups).subnet(8)));
        let listed = if at.is_multiple_of(3) {
            "\"10.0.0.0/8\"".to_owned()
        } else {
            neighbours.collect::<Vec<_>>().join(", ")
        };
        let product = PRODUCTS.get(at % SOURCES).unwrap_or(&"rds_mysql");
        let address = Net(vpc).address(4, 20 + at / groups);
        plan.node(format!(
            r#"{{ "id": "s{at}", "kind": "data_source", "in": "v{vpc}db", "product": "{product}", "addresses": ["{address}"], "whitelist": [{listed}] }}"#
        ));
    }
    let attached: Vec<String> = (0..groups).map(|at| format!(r#"{{ "network": "v{at}" }}"#)).collect();
    plan.connections
        .push(format!(r#"{{ "id": "cen0", "kind": "cen", "attachments": [{}] }}"#, attached.join(", ")));
    plan.text()
}

#[derive(Default)]
struct Plan {
    vpcs: usize,
    nodes: Vec<String>,
    connections: Vec<String>,
    tasks: Vec<String>,
}

impl Plan {
    fn node(&mut self, json: String) {
        self.nodes.push(json);
    }

    fn text(&self) -> String {
        let list = |items: &[String]| items.join(",\n    ");
        let (nodes, connections, tasks) = (list(&self.nodes), list(&self.connections), list(&self.tasks));
        format!(
            "{{\n  \"reachplan\": 1,\n  \"title\": \"Benchmark\",\n  \"nodes\": [\n    {nodes}\n  ],\n  \"connections\": [\n    {connections}\n  ],\n  \"tasks\": [\n    {tasks}\n  ]\n}}\n"
        )
    }

    /// One VPC with all that is in it; the first of an account brings the account with it.
    fn vpc(&mut self, at: usize) {
        let (account, inside) = (at / PER_ACCOUNT, at % PER_ACCOUNT);
        if inside == 0 {
            self.node(format!(r#"{{ "id": "a{account}", "kind": "account", "name": "Company {account}" }}"#));
        }
        let region = inside * REGIONS.len() / PER_ACCOUNT;
        if inside.is_multiple_of(PER_ACCOUNT / REGIONS.len()) {
            let name = REGIONS.get(region).unwrap_or(&"cn-hangzhou");
            self.node(format!(r#"{{ "id": "a{account}r{region}", "kind": "region", "in": "a{account}", "region": "{name}" }}"#));
        }
        let net = Net(at);
        let place = format!("a{account}r{region}");
        self.node(format!(
            r#"{{ "id": "v{at}", "kind": "vpc", "in": "{place}", "cidrs": ["{}"] }}"#,
            net.block()
        ));
        self.node(format!(
            r#"{{ "id": "v{at}etl", "kind": "vswitch", "in": "v{at}", "cidr": "{}" }}"#,
            net.subnet(8)
        ));
        self.node(format!(
            r#"{{ "id": "v{at}db", "kind": "vswitch", "in": "v{at}", "cidr": "{}" }}"#,
            net.subnet(4)
        ));
        let onward = self.next(at);
        // Every seventh group lacks its route.
        let routes =
            if at % 7 == 6 { String::new() } else { format!(r#", "routes": ["{}"]"#, Net(onward).subnet(4)) };
        let kind = if at.is_multiple_of(2) { "exclusive_data_integration" } else { "serverless" };
        self.node(format!(
            r#"{{ "id": "g{at}", "kind": "resource_group", "in": "{place}", "type": "{kind}", "bindings": [{{ "vswitch": "v{at}etl"{routes} }}] }}"#
        ));
        for source in 0..SOURCES {
            self.source(at, source);
            let task =
                format!(r#""id": "t{at}s{source}", "resource_group": "g{at}", "reads": "v{at}s{source}""#);
            self.tasks.push(format!(
                r#"{{ {task}, "writes": "v{onward}s{source}", "mode": "batch", "threads": 2 }}"#
            ));
        }
    }

    fn source(&mut self, at: usize, source: usize) {
        let net = Net(at);
        let mut entries = vec![net.subnet(8), Net(self.before(at)).subnet(8), "127.0.0.1".to_owned()];
        // Every fourth data source has forgotten the group next door, and every ninth lists half of it.
        let nth = at * SOURCES + source;
        if nth % 4 == 3 {
            entries.remove(1);
        } else if nth % 9 == 8 {
            entries.insert(1, Net(self.before(at)).half(8));
            entries.remove(2);
        }
        let product = PRODUCTS.get(source).unwrap_or(&"rds_mysql");
        let address = net.address(4, 20 + source);
        self.node(format!(
            r#"{{ "id": "v{at}s{source}", "kind": "data_source", "in": "v{at}db", "product": "{product}", "addresses": ["{address}"], "whitelist": ["{}"] }}"#,
            entries.join("\", \"")
        ));
    }

    /// A CEN for each account, with all its VPCs; every eleventh is not attached yet.
    fn join(&mut self) {
        for first in (0..self.vpcs).step_by(PER_ACCOUNT) {
            let account = first / PER_ACCOUNT;
            let members = self.account(first).filter(|at| at % 11 != 10);
            let attached: Vec<String> =
                members.map(|at| format!(r#"{{ "network": "v{at}", "state": "in_service" }}"#)).collect();
            self.connections.push(format!(
                r#"{{ "id": "cen{account}", "kind": "cen", "attachments": [{}], "bandwidth_mbps": 100 }}"#,
                attached.join(", ")
            ));
        }
    }

    /// The VPCs of the account that this one belongs to.
    fn account(&self, at: usize) -> Range<usize> {
        let first = at / PER_ACCOUNT * PER_ACCOUNT;
        first..self.vpcs.min(first + PER_ACCOUNT)
    }

    /// The VPC that the group of this one writes to.
    fn next(&self, at: usize) -> usize {
        let account = self.account(at);
        if at + 1 < account.end { at + 1 } else { account.start }
    }

    /// The VPC whose group writes to this one.
    fn before(&self, at: usize) -> usize {
        let account = self.account(at);
        if at > account.start { at - 1 } else { account.end - 1 }
    }
}

/// The addresses of a VPC: a /20 of its own.
struct Net(usize);

impl Net {
    fn block(&self) -> String {
        format!("10.{}.{}.0/20", self.0 / 16 % 256, self.0 % 16 * 16)
    }

    fn subnet(&self, part: usize) -> String {
        format!("{}/24", self.address(part, 0))
    }

    fn half(&self, part: usize) -> String {
        format!("{}/25", self.address(part, 0))
    }

    fn address(&self, part: usize, host: usize) -> String {
        format!("10.{}.{}.{host}", self.0 / 16 % 256, self.0 % 16 * 16 + part)
    }
}
