//! The exact values of an act, as the report names them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::order::Gather;
use crate::base::{Id, block_text};
use crate::plan::{Act, NewSwitch, ReaddressReason, Side};
use crate::topology::Rule;

impl Act {
    /// The values of the report.
    pub fn values(&self) -> BTreeMap<String, Value> {
        let id = |id: &Id| json!(id.as_str());
        let rule_values = |side: &Side, vswitch: &Option<Id>, rule: &Rule| {
            let mut values = vec![
                ("side", json!(side.key())),
                ("direction", json!(rule.direction.key())),
                ("protocol", json!(rule.protocol.key())),
                ("ports", json!(rule.ports.to_string())),
                ("peer", json!(rule.peer.to_string())),
            ];
            values.extend(vswitch.as_ref().map(|vswitch| ("vswitch", id(vswitch))));
            values
        };
        let switch_values = |switch: &NewSwitch| {
            let mut values = vec![("vswitch", id(&switch.vswitch)), ("vpc", id(&switch.vpc))];
            values.extend(switch.cidr.map(|cidr| ("cidr", json!(cidr.to_string()))));
            values.extend(switch.new_vpc.as_ref().map(|vpc| ("vpc_cidr", json!(vpc.cidr.to_string()))));
            values
        };
        let values: Vec<(&str, Value)> = match self {
            Self::PrepareGroup { .. } | Self::MigrateToVpc { .. } => Vec::new(),
            Self::Readdress { reason, .. } => readdress(reason),
            Self::AuthorizeAccount { network, account, kind } => {
                vec![("network", id(network)), ("account", id(account)), ("kind", json!(kind.key()))]
            }
            Self::JoinNetworks { connection, kind, networks: [a, b], .. } => {
                vec![
                    ("connection", id(connection)),
                    ("kind", json!(kind.key())),
                    ("networks", json!([a.as_str(), b.as_str()])),
                ]
            }
            Self::AttachNetwork { connection, network, .. }
            | Self::CompleteAttachment { connection, network } => {
                vec![("connection", id(connection)), ("network", id(network))]
            }
            Self::BuyBandwidth { connection } => vec![("connection", id(connection))],
            Self::Bind { switch, .. } => switch_values(switch),
            Self::Rebind { from, switch, .. } => {
                let mut values = switch_values(switch);
                values.push(("from", id(from)));
                values
            }
            Self::CreateInternetExit { vswitch, vpc, gateway, .. } => {
                let named = [("vswitch", vswitch), ("vpc", vpc), ("nat_gateway", gateway)];
                named.into_iter().filter_map(|(name, value)| Some((name, id(value.as_ref()?)))).collect()
            }
            Self::AddSecurityGroupRule { side, vswitch, rule, .. } => {
                let mut values = rule_values(side, vswitch, rule);
                values.push(("priority", json!(rule.priority)));
                values
            }
            Self::AdmitUnnamed { side, vswitch, direction, ports, .. } => {
                let mut values = vec![
                    ("side", json!(side.key())),
                    ("direction", json!(direction.key())),
                    ("protocol", json!("tcp")),
                    ("ports", json!(ports.to_string())),
                ];
                values.extend(vswitch.as_ref().map(|vswitch| ("vswitch", id(vswitch))));
                values
            }
            Self::ChangeSecurityGroupRule { side, vswitch, rule, priority, .. } => {
                let mut values = rule_values(side, vswitch, rule);
                values.extend([("action", json!(rule.action.key())), ("priority", json!(priority))]);
                values
            }
            Self::AddUnnamedRoute { vswitch, .. } => vec![("vswitch", id(vswitch))],
            Self::AddDataworksRoute { vswitch, to, .. } => {
                vec![("vswitch", id(vswitch)), ("to", json!(to.to_string()))]
            }
            Self::ChangeDataworksRoute { from, vswitch, to, .. } => {
                vec![("vswitch", id(vswitch)), ("to", json!(to.to_string())), ("from", id(from))]
            }
            Self::AddVpcRoute { network, to, via, replaces }
            | Self::AddReturnRoute { network, to, via, replaces } => {
                let mut values =
                    vec![("network", id(network)), ("to", json!(to.to_string())), ("via", id(via))];
                values.extend(replaces.as_ref().map(|replaces| ("replaces", id(replaces))));
                values
            }
            Self::ResolveHostName { host, .. } => vec![("host", json!(host))],
            Self::AddWhitelistEntry { entry, .. } => {
                entry.block().map(|entry| ("entry", json!(block_text(entry)))).into_iter().collect()
            }
            Self::ReplaceWhitelistEntry { entry, replaces, .. } => {
                vec![("entry", json!(block_text(*entry))), ("replaces", json!(replaces.0))]
            }
            Self::CheckEip { source, .. } | Self::TestConnectivity { source, .. } => {
                vec![("data_source", id(source))]
            }
        };
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).gather()
    }
}

fn readdress(reason: &ReaddressReason) -> Vec<(&'static str, Value)> {
    match reason {
        ReaddressReason::Overlap { blocks: (a, b), or } => {
            let mut values = vec![("blocks", json!([a.to_string(), b.to_string()]))];
            values.extend(or.as_ref().map(|or| ("or", json!(or.as_str()))));
            values
        }
        ReaddressReason::AddressPlan(code) => vec![("because", json!(code.key()))],
        ReaddressReason::PublicEndpoint => vec![("endpoint", json!("public"))],
        ReaddressReason::NoRoom => Vec::new(),
    }
}
