//! How an entry is added to the whitelist of each product. Only calls that are known to leave the other entries alone: a
//! list of its own, and the mode that adds.
//!
//! Source: parameters of the products' whitelist operations in the metadata of the command-line client (April 2026).

use crate::base::Id;
use crate::cloud::{Arg, Call, Doing, Facts, Remark, Style};

/// The list that entries go into; a name that every product takes.
pub const LIST: &str = "dataworks";

/// Adds entries to the whitelist of a data source.
#[expect(clippy::too_many_lines, reason = "one arm for each product: a table of calls")]
pub fn whitelist(facts: &Facts<'_>, source: &Id, entries: Vec<Arg>) -> Doing {
    let Some(drawn) = facts.after.data_source(source) else { return Doing::only(Remark::Console) };
    let is_public = facts.after.is_reached_publicly(source);
    let account = facts.account(source);
    let region = facts
        .region(source)
        .map_or_else(|| Arg::Unknown(crate::cloud::Unknown::Region(source.clone())), Arg::Text);
    let instance = |prefixes: &[&str]| facts.instance(source, prefixes);
    let call = |product: &'static str, api: &'static str| Call::new(product, api, account.clone());
    // Of the operations that do not name a region the client has to know it.
    let there = |product: &'static str, api: &'static str| call(product, api).with("region", region.clone());
    let list = Arg::List(entries.clone());
    match facts.after.gate_product(source).key() {
        "rds_mysql" | "rds_postgresql" | "rds_sqlserver" | "rds_mariadb" => Doing::call(
            there("rds", "ModifySecurityIps")
                .with("DBInstanceId", instance(&["rm-", "pgm-", "rr-"]))
                .fixed("DBInstanceIPArrayName", LIST)
                .with("SecurityIps", list)
                .fixed("ModifyMode", "Append")
                .fixed("WhitelistNetworkType", "MIX"),
        )
        .saying(Remark::EnhancedMode)
        .saying(Remark::ListMustExist),
        "polardb_mysql" | "polardb_postgresql" | "polardb_oracle" => Doing::call(
            there("polardb", "ModifyDBClusterAccessWhitelist")
                .with("DBClusterId", instance(&["pc-"]))
                .fixed("WhiteListType", "IP")
                .fixed("DBClusterIPArrayName", LIST)
                .with("SecurityIps", list)
                .fixed("ModifyMode", "Append"),
        ),
        "polardbx" => Doing::call(
            call("polardbx", "ModifySecurityIps")
                .with("RegionId", region)
                .with("DBInstanceName", instance(&["pxc-"]))
                .fixed("GroupName", LIST)
                .with("SecurityIPList", list)
                .fixed("ModifyMode", "1"),
        ),
        "drds" => Doing::call(
            there("drds", "ModifyDrdsIpWhiteList")
                .with("DrdsInstanceId", instance(&["drds"]))
                .with("DbName", Arg::Unknown(crate::cloud::Unknown::Database(source.clone())))
                .with("IpWhiteList", list)
                .fixed("Mode", "true")
                .fixed("GroupName", LIST),
        ),
        "mongodb" => Doing::call(
            there("dds", "ModifySecurityIps")
                .with("DBInstanceId", instance(&["dds-"]))
                .fixed("SecurityIpGroupName", LIST)
                .with("SecurityIps", list)
                .fixed("ModifyMode", "Append"),
        )
        .saying(Remark::ListMustExist),
        "redis" => Doing::call(
            there("r-kvstore", "ModifySecurityIps")
                .with("InstanceId", instance(&["r-"]))
                .fixed("SecurityIpGroupName", LIST)
                .with("SecurityIps", list)
                .fixed("ModifyMode", "Append"),
        )
        .saying(Remark::ListMustExist),
        "analyticdb_mysql" => Doing::call(
            there("adb", "ModifyDBClusterAccessWhiteList")
                .with("DBClusterId", instance(&["am-"]))
                .fixed("DBClusterIPArrayName", LIST)
                .with("SecurityIps", list)
                .fixed("ModifyMode", "Append"),
        )
        .saying(Remark::OtherEdition)
        .saying(Remark::ListMustExist),
        "analyticdb_postgresql" => Doing::call(
            there("gpdb", "ModifySecurityIps")
                .with("DBInstanceId", instance(&["gp-"]))
                .fixed("DBInstanceIPArrayName", LIST)
                .with("SecurityIPList", list)
                .fixed("ModifyMode", "Append"),
        )
        .saying(Remark::ListMustExist),
        "oceanbase" => Doing::call(Call {
            style: Style::Json(r"[{}]"),
            ..there("oceanbasepro", "CreateSecurityIpGroup")
                .with("InstanceId", instance(&["ob"]))
                .fixed("SecurityIpGroupName", LIST)
                .with("SecurityIps", list)
        }),
        "elasticsearch" => {
            let body = if is_public {
                r#"{"modifyMode":"Append","whiteIpGroup":{"groupName":"default","ips":[{}],"whiteIpType":"PUBLIC_ES"}}"#
            } else {
                r#"{"modifyMode":"Append","whiteIpGroup":{"groupName":"default","ips":[{}],"whiteIpType":"PRIVATE_ES"}}"#
            };
            Doing::call(Call {
                style: Style::Json(body),
                ..there("elasticsearch", "modify-white-ips")
                    .with("instance-id", instance(&["es-cn-"]))
                    .with("body", list)
            })
        }
        "clickhouse" => Doing::call(
            call("clickhouse", "ModifySecurityIPList")
                .with("RegionId", region)
                .with("DBInstanceId", instance(&["cc-"]))
                .fixed("GroupName", LIST)
                .with("SecurityIPList", list)
                .fixed("ModifyMode", "1"),
        )
        .saying(Remark::OtherEdition)
        .saying(Remark::ListMustExist),
        "selectdb" => Doing::call(
            call("selectdb", "ModifySecurityIPList")
                .with("RegionId", region)
                .with("DBInstanceId", instance(&["selectdb-cn-"]))
                .fixed("GroupName", LIST)
                .with("SecurityIPList", list)
                .fixed("ModifyMode", "1"),
        )
        .saying(Remark::ListMustExist),
        "kafka" => {
            let Some(ports) = kafka_ports(drawn.effective_port()) else {
                return Doing::only(Remark::Console);
            };
            let one = |entry: Arg| {
                call("alikafka", "UpdateAllowedIp")
                    .with("RegionId", region.clone())
                    .with("InstanceId", instance(&["alikafka"]))
                    .fixed("UpdateType", "add")
                    .fixed("PortRange", ports)
                    .fixed("AllowedListType", if is_public { "internet" } else { "vpc" })
                    .with("AllowedListIp", entry)
            };
            Doing { calls: entries.into_iter().map(one).collect(), remarks: Vec::new() }
        }
        // Of the others no call is known that adds: the console does.
        _ => Doing::only(Remark::Console),
    }
}

/// The list of a Kafka instance is one for each of its ports.
pub fn kafka_ports(port: Option<u16>) -> Option<&'static str> {
    match port {
        Some(9092) => Some("9092/9092"),
        Some(9093) => Some("9093/9093"),
        Some(9094) => Some("9094/9094"),
        Some(9095) => Some("9095/9095"),
        _ => None,
    }
}
