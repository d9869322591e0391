//! Every step of every case, and of plans drawn by chance, is sent to where it is done: what lies outside Alibaba Cloud to no
//! console of Alibaba Cloud and to no page about one, what lies inside to the console that does it, with its official page
//! and what is known of its date, in both languages.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use reachplan::analysis::analyse;
use reachplan::base::Id;
use reachplan::i18n::Language;
use reachplan::plan::{ActionName, StepState};
use reachplan::report::{Step, report};
use reachplan::topology::{ConnectionKind, KindName, Product, Topology};

use super::{TOPICS, cases, files, root};
use crate::generate::document;
use crate::notation;
use crate::seeded::seeded;

/// The pages that what is done outside Alibaba Cloud may cite: none is about a console there.
const PAGES_OUTSIDE: [&str; 5] = [
    "dataworks/user-guide/establish-a-network-connection-between-a-resource-group-and-a-data-source",
    "dataworks/user-guide/configure-an-ip-address-whitelist-1",
    "vpn-gateway/latest/config-ipsec-route",
    "express-connect/user-guide/what-is-a-virtual-border-router",
    "cen/product-overview/how-transit-routers-work",
];

/// A word of the console path, in English and in Chinese.
type Word = (&'static str, &'static str);

/// What a step works on, where that is not the element that it is about.
fn worked_on(topology: &Topology, step: &Step) -> Option<Id> {
    let at = Id::parse(&step.at)?;
    let network = || step.values.get("network").and_then(|value| Id::parse(value.as_str()?));
    match step.action {
        ActionName::AttachNetwork | ActionName::CompleteAttachment => {
            // A CEN is worked on in its own console, whatever is attached to it.
            let kind = topology.connections.get(&at).map(|drawn| drawn.kind);
            if kind == Some(ConnectionKind::Cen) { None } else { network() }
        }
        // A name is made known to the group, wherever its data source lies.
        ActionName::JoinNetworks | ActionName::ResolveHostName => None,
        _ => Some(at),
    }
}

/// Whether a step is about the access list of what somebody runs on servers of their own, or of another vendor's product.
fn is_own_list(topology: &Topology, step: &Step) -> bool {
    let is_entry = matches!(step.action, ActionName::AddWhitelistEntry | ActionName::ReplaceWhitelistEntry);
    let source = Id::parse(&step.at).and_then(|id| topology.data_source(&id));
    let foreign = ["redshift", "snowflake", "bigquery", "s3", "azure_blob", "other"];
    let is_own = |product: Product| product.has_own_security_group() || foreign.contains(&product.key());
    is_entry && source.is_some_and(|source| is_own(source.product))
}

/// Where something lies: the kind of the outermost place around it.
fn place(topology: &Topology, id: &Id) -> Option<KindName> {
    topology.ancestors(id).last().map(|(_, node)| node.kind.name())
}

fn kind_of(topology: &Topology, id: &Id) -> Option<KindName> {
    topology.node(id).map(|node| node.kind.name())
}

/// What the console path of a step inside Alibaba Cloud has to name.
fn named(topology: &Topology, step: &Step) -> Vec<Word> {
    let at = Id::parse(&step.at);
    let on = worked_on(topology, step);
    let kind = |id: &Option<Id>| id.as_ref().and_then(|id| kind_of(topology, id));
    let join = at.as_ref().and_then(|id| topology.connections.get(id));
    let vpc = ("VPC console", "专有网络控制台");
    let dataworks = ("DataWorks console", "DataWorks 控制台");
    let attaches = matches!(step.action, ActionName::AttachNetwork | ActionName::CompleteAttachment);
    let source = at.as_ref().and_then(|id| topology.data_source(id));
    let is_run_by_the_user = source.is_some_and(|source| source.product.has_own_security_group());
    let provides =
        join.is_some_and(|join| join.attachments.first().map(|first| &first.network) != on.as_ref());
    match (step.action, step.values.get("kind").and_then(|kind| kind.as_str())) {
        (ActionName::AuthorizeAccount, Some("privatelink")) => {
            vec![vpc, ("Endpoint Services", "终端节点服务")]
        }
        (ActionName::AuthorizeAccount, Some("express_connect")) => {
            vec![("Express Connect console", "高速通道控制台")]
        }
        (ActionName::AuthorizeAccount, Some("cen" | "smart_access_gateway")) => {
            vec![vpc, ("CEN cross-account authorization", "云企业网跨账号授权")]
        }
        (ActionName::AuthorizeAccount, Some("vpn_gateway")) => {
            vec![("VPN Gateway console", "VPN 网关控制台")]
        }
        // Nobody is let into a peering before it is accepted.
        (ActionName::AuthorizeAccount, _) => vec![("nowhere", "无处")],
        (ActionName::JoinNetworks, Some(key)) => vec![line(key)],
        _ if attaches && provides && join.is_some_and(|join| join.kind == ConnectionKind::PrivateLink) => {
            vec![vpc, ("Endpoint Service", "终端节点服务")]
        }
        _ if attaches => join.map(|join| line(join.kind.key())).into_iter().collect(),
        (ActionName::Readdress, _) if step.values.contains_key("endpoint") => vec![dataworks],
        (ActionName::Readdress, _) => match kind(&at) {
            Some(KindName::VSwitch) => vec![vpc, ("› vSwitches", "› 交换机")],
            Some(KindName::Vpc) => vec![vpc, ("› VPCs", "› 专有网络")],
            _ if is_run_by_the_user => vec![("ECS console", "ECS 控制台")],
            _ => vec![("console of the data source", "数据源所在控制台")],
        },
        (ActionName::MigrateToVpc, _) if is_run_by_the_user => vec![("ECS console", "ECS 控制台")],
        (ActionName::BuyBandwidth, _) => vec![("CEN console", "云企业网控制台")],
        (ActionName::AddVpcRoute | ActionName::AddReturnRoute, _) => vec![vpc, ("Route Tables", "路由表")],
        (ActionName::AddSecurityGroupRule | ActionName::ChangeSecurityGroupRule, _) => {
            vec![("ECS console", "ECS 控制台")]
        }
        (
            ActionName::PrepareGroup
            | ActionName::Bind
            | ActionName::Rebind
            | ActionName::AddDataworksRoute
            | ActionName::ChangeDataworksRoute
            | ActionName::CheckEip
            | ActionName::TestConnectivity,
            _,
        ) => vec![dataworks],
        _ => vec![("console", "控制台")],
    }
}

/// The console of a kind of connection.
fn line(key: &str) -> Word {
    match key {
        "cen" => ("CEN console", "云企业网控制台"),
        "vpc_peering" => ("VPC Peering Connection", "对等连接"),
        "vpn_gateway" => ("VPN Gateway console", "VPN 网关控制台"),
        "express_connect" => ("Express Connect console", "高速通道控制台"),
        "privatelink" => ("› Endpoints", "› 终端节点"),
        _ => ("Smart Access Gateway console", "智能接入网关控制台"),
    }
}

/// What is wrong with the places of the steps of a drawing, and which actions were seen, inside and outside.
fn complaints(topology: &Topology, seen: &mut BTreeSet<(ActionName, bool)>) -> BTreeSet<String> {
    let mut complaints = BTreeSet::new();
    let analysis = analyse(topology);
    for language in [Language::En, Language::Zh] {
        let report = report(topology, &analysis, language);
        let steps = report.connections.iter().flat_map(|connection| &connection.steps);
        for step in steps.filter(|step| step.state != StepState::Done) {
            let on = worked_on(topology, step);
            let place = on.as_ref().and_then(|id| place(topology, id));
            let outside = matches!(place, Some(KindName::DataCenter | KindName::OtherCloud));
            seen.insert((step.action, outside));
            let away = outside || is_own_list(topology, step);
            let says = |word: &Word| step.console.contains(language.pick(word.0, word.1));
            let page = step.doc_url.strip_prefix("https://www.alibabacloud.com/help/en/");
            let is_right = match (place, away) {
                // A list of an Internet host may be any product's; that of no product is where it runs.
                (Some(KindName::Internet), _) => true,
                (_, true) => {
                    !says(&("console", "控制台")) && page.is_some_and(|page| PAGES_OUTSIDE.contains(&page))
                }
                (_, false) => named(topology, step).iter().all(says),
            };
            let date = step.doc_date.trim_start_matches("read on ").trim_start_matches("查阅于 ");
            let dated = date.is_empty() || date.len() == 10 && date.starts_with("20");
            if !is_right || page.is_none_or(str::is_empty) || !dated {
                let (action, at, who) = (step.action.key(), &step.at, &step.who);
                let (console, url, date) = (&step.console, &step.doc_url, &step.doc_date);
                complaints.insert(format!("{action} at {at} by {who}: {console}, {url} ({date})"));
            }
        }
    }
    complaints
}

#[test]
fn every_step_is_sent_to_where_it_is_done() {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for file in TOPICS.iter().flat_map(|topic| files(&root().join(topic.replace('_', "-")))) {
        for case in cases(&fs::read_to_string(&file).expect("a readable file")).expect("literate cases") {
            let (line, drawing) = case.drawing.expect("a drawing");
            let topology = notation::read(&drawing, line).expect("a drawing").topology;
            let complaints = complaints(&topology, &mut seen);
            all.extend(complaints.into_iter().map(|told| format!("{} line {line}: {told}", file.display())));
        }
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
    let outside = [
        ActionName::AttachNetwork,
        ActionName::CompleteAttachment,
        ActionName::AddReturnRoute,
        ActionName::AddWhitelistEntry,
        ActionName::Readdress,
    ];
    let unseen: Vec<&str> = outside
        .iter()
        .filter(|action| !seen.contains(&(**action, true)))
        .map(|action| action.key())
        .collect();
    assert!(unseen.is_empty(), "no case has them outside: {}", unseen.join(", "));
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn the_steps_of_any_plan_are_sent_to_where_they_are_done(document in document()) {
        let complaints = complaints(&document.topology, &mut BTreeSet::new());
        prop_assert!(complaints.is_empty(), "{:#?}\n{}", complaints, reachplan::wire::write(&document));
    }
}
