//! Plans of a hundred nodes as people draw them: several accounts and regions, networks with data sources that have
//! names, addresses and whitelists, and everything where a hand has put it.

use serde_json::{Map, Value, json};

/// Whose words and ids a plan has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Hand {
    /// English names, ids that say what things are.
    Engineer,
    /// English names, the ids that the page gives.
    #[default]
    Page,
    /// Chinese names, ids that say what things are.
    ChineseEngineer,
    /// Chinese names, the ids that the page gives.
    ChinesePage,
}

const REGIONS: [(&str, &str, &str, &str); 4] = [
    ("cn-hangzhou", "hz", "Hangzhou", "杭州"),
    ("cn-shanghai", "sh", "Shanghai", "上海"),
    ("cn-beijing", "bj", "Beijing", "北京"),
    ("cn-shenzhen", "sz", "Shenzhen", "深圳"),
];
const TEAMS: [(&str, &str, &str); 4] = [
    ("retail", "Retail", "零售事业部"),
    ("bi", "Business intelligence", "数据分析部"),
    ("pay", "Payments", "支付业务"),
    ("log", "Logistics", "仓储物流"),
];
const THINGS: [(&str, &str, &str); 12] = [
    ("orders", "Orders", "订单主库"),
    ("accounts", "Accounts", "账户中心"),
    ("carts", "Shopping carts", "购物车"),
    ("invoices", "Invoices", "发票系统"),
    ("parcels", "Parcels", "包裹跟踪"),
    ("clicks", "Click stream", "点击流"),
    ("prices", "Prices", "价格中心"),
    ("returns", "Returns", "退货单"),
    ("crm", "CRM", "客户关系"),
    ("ledger", "General ledger", "总账"),
    ("fraud", "Fraud features", "反欺诈特征"),
    ("stock", "Stock", "库存"),
];
const PRODUCTS: [&str; 9] = [
    "rds_mysql",
    "rds_mysql",
    "polardb_mysql",
    "rds_postgresql",
    "analyticdb_mysql",
    "redis",
    "mongodb",
    "self_managed_mysql",
    "clickhouse",
];

/// A plan of about a hundred nodes; another seed gives another one.
pub(super) fn of(hand: Hand, seed: u64) -> Value {
    let mut plan = Plan { hand, dice: seed, ..Plan::default() };
    let mut team = 0;
    while plan.nodes.len() < 94 {
        plan.account(team);
        team += 1;
    }
    let cen = plan.id("cen", "cen-group");
    let attached: Vec<Value> = plan.networks.iter().map(|id| json!({ "network": id })).collect();
    plan.at(&cen, (480, -104), None);
    json!({
        "reachplan": 1, "title": plan.say("Data integration of the group", "集团数据集成"), "nodes": plan.nodes,
        "connections": [{ "id": cen, "kind": "cen", "attachments": attached, "bandwidth_mbps": 200 }],
        "tasks": plan.tasks, "layout": plan.layout,
    })
}

#[derive(Default)]
struct Plan {
    hand: Hand,
    dice: u64,
    nodes: Vec<Value>,
    tasks: Vec<Value>,
    layout: Map<String, Value>,
    networks: Vec<String>,
    sources: Vec<String>,
    /// Blocks of the vSwitches that groups are bound to.
    readers: Vec<String>,
    given: usize,
}

impl Plan {
    fn roll(&mut self, sides: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        usize::try_from(self.dice >> 33).unwrap() % sides
    }

    fn say(&self, en: &str, zh: &str) -> String {
        let chinese = matches!(self.hand, Hand::ChineseEngineer | Hand::ChinesePage);
        if chinese { zh } else { en }.to_owned()
    }

    fn id(&mut self, stem: &str, spoken: &str) -> String {
        self.given += 1;
        match self.hand {
            Hand::Page | Hand::ChinesePage => format!("{stem}-{}", self.given),
            Hand::Engineer | Hand::ChineseEngineer => spoken.to_owned(),
        }
    }

    /// By hand, things come to rest on the grid, more or less where they belong.
    fn at(&mut self, id: &str, (x, y): (i64, i64), size: Option<(i64, i64)>) {
        let off = |roll: usize| i64::try_from(roll).unwrap() * 8;
        let (dx, dy) = (off(self.roll(3)), off(self.roll(3)));
        let mut place = json!({ "x": x + dx, "y": y + dy });
        if let Some((w, h)) = size {
            place["w"] = json!(w + dx);
            place["h"] = json!(h);
        }
        self.layout.insert(id.to_owned(), place);
    }

    fn account(&mut self, team: usize) {
        let (short, en, zh) = TEAMS[team % 4];
        let mark = if team < 4 { short.to_owned() } else { format!("{short}{}", team / 4 + 1) };
        let account = self.id("account", &mark);
        let name = self.say(en, zh);
        let left = i64::try_from(team).unwrap() * 872;
        self.nodes.push(json!({ "id": account, "kind": "account", "name": name }));
        self.at(&account, (left, 0), Some((840, 1256)));
        let step = 1 + self.roll(3);
        for (row, top) in [(0, 40), (1, 648)] {
            let (region, code, en, zh) = REGIONS[(team + row * step) % 4];
            let place = format!("{mark}-{code}");
            let held = self.id("region", &place);
            self.nodes.push(json!({ "id": held, "kind": "region", "in": account, "region": region }));
            self.at(&held, (left + 16, top), Some((808, 584)));
            let city = self.say(en, zh);
            self.region(&held, &place, &city, (left + 32, top + 40));
        }
    }

    fn region(&mut self, region: &str, place: &str, city: &str, (x, y): (i64, i64)) {
        let mut bindings = Vec::new();
        for ((stage, zh), left) in [(("prod", "生产"), x + 224), (("test", "测试"), x + 488)] {
            let vpc = self.id("vpc", &format!("vpc-{place}-{stage}"));
            let net = format!("10.{}", self.networks.len() + 10);
            let name = self.say(&format!("{city} {stage}"), &format!("{city}{zh} VPC"));
            let cidrs = [format!("{net}.0.0/16")];
            self.nodes.push(json!({ "id": vpc, "kind": "vpc", "in": region, "name": name, "cidrs": cidrs }));
            self.at(&vpc, (left, y), Some((240, 520)));
            let etl = self.vswitch((&vpc, &format!("{place}-{stage}-etl")), &net, 1, (left + 16, y + 40, 72));
            bindings.push(json!({ "vswitch": etl.0 }));
            self.readers.push(etl.1);
            let (db, cidr) =
                self.vswitch((&vpc, &format!("{place}-{stage}-db")), &net, 5, (left + 16, y + 136, 332));
            self.networks.push(vpc);
            let within = cidr.trim_end_matches("0/24").to_owned();
            for top in [y + 176, y + 244, y + 312].into_iter().take(2 + self.roll(2)) {
                self.source((&db, &format!("{place}-{stage}")), &within, (left + 32, top));
            }
        }
        let id = self.id("rg", &format!("rg-{place}"));
        let name = self.say(&format!("{city} ETL"), &format!("{city}数据集成"));
        let kind = ["serverless", "exclusive_data_integration"][self.roll(2)];
        bindings.truncate(1 + self.roll(2));
        self.nodes.push(json!({
            "id": id, "kind": "resource_group", "in": region, "name": name, "type": kind, "bindings": bindings,
        }));
        self.at(&id, (x, y + 40), None);
        for _ in 0..2 {
            let (from, to) = (self.roll(self.sources.len()), self.roll(self.sources.len()));
            let (from, to) = (self.sources[from].clone(), self.sources[to].clone());
            let task = self.id("task", &format!("sync-{from}-{}", self.tasks.len()));
            self.tasks.push(
                json!({ "id": task, "resource_group": id, "reads": from, "writes": to, "mode": "batch" }),
            );
        }
    }

    fn vswitch(
        &mut self,
        (vpc, spoken): (&str, &str),
        net: &str,
        part: usize,
        (x, y, height): (i64, i64, i64),
    ) -> (String, String) {
        let id = self.id("vsw", &format!("vsw-{spoken}"));
        let cidr = format!("{net}.{}.0/24", part + self.roll(3));
        let mut node = json!({ "id": id, "kind": "vswitch", "in": vpc, "cidr": cidr });
        if self.roll(2) == 0 {
            node["name"] = json!(if part == 1 {
                self.say("etl", "集成交换机")
            } else {
                self.say("db", "数据库交换机")
            });
        }
        self.nodes.push(node);
        self.at(&id, (x, y), Some((208, height)));
        (id, cidr)
    }

    fn source(&mut self, (vswitch, place): (&str, &str), within: &str, at: (i64, i64)) {
        let (short, en, zh) = THINGS[self.roll(THINGS.len())];
        let product = PRODUCTS[self.roll(PRODUCTS.len())];
        let id = self.id(&product.replace('_', "-"), &format!("{short}-{place}-{}", self.sources.len()));
        let mut listed = vec!["127.0.0.1".to_owned()];
        for _ in 0..=self.roll(2) {
            let reader = self.roll(self.readers.len());
            listed.push(self.readers[reader].clone());
        }
        let address = format!("{within}{}", 10 + self.roll(200));
        let name = self.say(en, zh);
        self.nodes.push(json!({
            "id": id, "kind": "data_source", "in": vswitch, "name": name, "product": product, "addresses": [address],
            "whitelist": listed,
        }));
        self.at(&id, at, None);
        self.sources.push(id);
    }
}
