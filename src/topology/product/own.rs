//! What the user runs: on ECS, in a data center or in another cloud. Ports without a page are the customary ones.

use crate::topology::product::{EmptyList, Factory, Gate, GateKind, Separator, Words};

static OWN: Gate = Gate {
    kind: GateKind::SecurityGroup,
    console: Words {
        en: "the data source itself: its firewall or access list",
        zh: "数据源自身的防火墙或访问控制列表",
    },
    private_list: Words { en: "", zh: "" },
    public_list: Words { en: "", zh: "" },
    factory: Factory::Open,
    public_factory: Factory::Open,
    empty: EmptyList::Closes,
    separator: Separator::Line,
    rule: Words {
        en: "No whitelist of a console: on ECS the inbound rules of the security group decide, elsewhere the firewall; and the grants of the database.",
        zh: "没有控制台白名单：在 ECS 上由安全组入方向规则决定，其他位置由防火墙决定；还需数据库授权。",
    },
    ..Gate::WHITELIST
};

family! {
    "Run by you" "自建"
    "self_managed_mysql" "MySQL (self-managed)" "自建 MySQL", "mysql" Some(3306), OWN "ecs/user-guide/security-group-rules";
    "self_managed_postgresql" "PostgreSQL (self-managed)" "自建 PostgreSQL", "postgresql" Some(5432), OWN "ecs/user-guide/security-group-rules";
    "self_managed_sqlserver" "SQL Server (self-managed)" "自建 SQL Server", "sqlserver" Some(1433), OWN "ecs/user-guide/security-group-rules" {Port};
    "self_managed_mongodb" "MongoDB (self-managed)" "自建 MongoDB", "mongodb" Some(27017), OWN "ecs/user-guide/security-group-rules";
    "self_managed_redis" "Redis (self-managed)" "自建 Redis", "redis" Some(6379), OWN "ecs/user-guide/security-group-rules";
    "self_managed_kafka" "Kafka (self-managed)" "自建 Kafka", "kafka" Some(9092), OWN "ecs/user-guide/security-group-rules";
    "self_managed_elasticsearch" "Elasticsearch (self-managed)" "自建 Elasticsearch", "elasticsearch" Some(9200), OWN "ecs/user-guide/security-group-rules";
    "self_managed_clickhouse" "ClickHouse (self-managed)" "自建 ClickHouse", "clickhouse" Some(8123), OWN "ecs/user-guide/security-group-rules";
    "self_managed_hbase" "HBase (self-managed)" "自建 HBase", "hbase" Some(2181), OWN "ecs/user-guide/security-group-rules";
    "oracle" "Oracle" "Oracle", "oracle" Some(1521), OWN "ecs/user-guide/security-group-rules";
    "db2" "Db2" "Db2", "db2" Some(50000), OWN "ecs/user-guide/security-group-rules";
    "dm" "DM (Dameng)" "达梦 DM", "dm" Some(5236), OWN "ecs/user-guide/security-group-rules";
    "kingbasees" "KingbaseES" "人大金仓 KingbaseES", "kingbasees" Some(54321), OWN "ecs/user-guide/security-group-rules" {Port};
    "gbase8a" "GBase 8a" "GBase 8a", "gbase8a" Some(5258), OWN "ecs/user-guide/security-group-rules" {Port};
    "vertica" "Vertica" "Vertica", "vertica" Some(5433), OWN "ecs/user-guide/security-group-rules" {Port};
    "sap_hana" "SAP HANA" "SAP HANA", "saphana" Some(30015), OWN "ecs/user-guide/security-group-rules" {Port};
    "tidb" "TiDB" "TiDB", "tidb" Some(4000), OWN "ecs/user-guide/security-group-rules" {Port};
    "doris" "Apache Doris" "Apache Doris", "doris" Some(9030), OWN "ecs/user-guide/security-group-rules" {Port};
    "hive" "Hive" "Hive", "hive" Some(10000), OWN "ecs/user-guide/security-group-rules";
    "hdfs" "HDFS" "HDFS", "" Some(8020), OWN "ecs/user-guide/security-group-rules" {Port};
    "ftp" "FTP" "FTP", "ftp" Some(21), OWN "ecs/user-guide/security-group-rules";
    "sftp" "SFTP" "SFTP", "ftp" Some(22), OWN "ecs/user-guide/security-group-rules" {Port};
    "rest_api" "REST API" "REST API", "restapi" Some(443), OWN "ecs/user-guide/security-group-rules" {Port};
}
