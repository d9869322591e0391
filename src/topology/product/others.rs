//! Services of other vendors and, last, whatever the catalogue does not name.

use crate::topology::product::Unconfirmed::{Console, Factory as New, Kind};
use crate::topology::product::{Everything, Factory, Gate, GateKind, Separator, Words};

static VENDOR: Gate = Gate {
    kind: GateKind::Vendor,
    console: Words {
        en: "the data source itself: its firewall or access list",
        zh: "数据源自身的防火墙或访问控制列表",
    },
    private_list: Words { en: "", zh: "" },
    public_list: Words { en: "", zh: "" },
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    everything: Everything::Unstated,
    separator: Separator::Line,
    unconfirmed: &[Kind, Console, New],
    ..Gate::WHITELIST
};

family! {
    "Other vendors" "其他厂商"
    "redshift" "Amazon Redshift" "Amazon Redshift", "redshift" Some(5439), VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port};
    "snowflake" "Snowflake" "Snowflake", "snowflake" Some(443), VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port};
    "bigquery" "Google BigQuery" "Google BigQuery", "bigquery" Some(443), VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port};
    "s3" "Amazon S3" "Amazon S3", "s3" Some(443), VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port};
    "azure_blob" "Azure Blob Storage" "Azure Blob 存储", "azure_blob" Some(443), VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Type Port};
    "other" "Other" "其他", "" None, VENDOR "dataworks/user-guide/configure-an-ip-address-whitelist-1";
}
