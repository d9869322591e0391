//! Warehouses, lakes and search engines of Alibaba Cloud.

use crate::topology::product::Unconfirmed::{
    ChineseConsole, Console, Everything as Everybody, Factory as New, Limit as Most, Separator as Between,
};
use crate::topology::product::gate::SERVICE;
use crate::topology::product::{EmptyList, Everything, Factory, Format, Gate, Limit, Words};

static ANALYTICDB_MYSQL: Gate = Gate {
    console: Words {
        en: "AnalyticDB for MySQL console › cluster › Data Security › Whitelist Settings",
        zh: "AnalyticDB MySQL 控制台 › 集群 ID › 数据安全 › 白名单设置",
    },
    everything: Everything::Refused,
    limit: Some(Limit::InOne(500)),
    rule: Words {
        en: "0.0.0.0 and every block with /0 are refused. No blank beside a comma.",
        zh: "不允许填写 0.0.0.0 及掩码为 /0 的网段；逗号前后不能有空格。",
    },
    unconfirmed: &[ChineseConsole, Most],
    ..Gate::WHITELIST
};

static ANALYTICDB_POSTGRESQL: Gate = Gate {
    console: Words {
        en: "AnalyticDB for PostgreSQL console › instance › Security Controls › Create Whitelist",
        zh: "AnalyticDB PostgreSQL 控制台 › 实例 ID › 安全控制 › 添加白名单",
    },
    limit: Some(Limit::InAll(1000)),
    rule: Words {
        en: "Every block with /0 admits everybody, even 127.0.0.1/0.",
        zh: "掩码为 /0 的网段（包括 127.0.0.1/0）都表示允许所有来源。",
    },
    unconfirmed: &[ChineseConsole],
    ..Gate::WHITELIST
};

static CLICKHOUSE: Gate = Gate {
    console: Words {
        en: "ClickHouse console › cluster › Data Security › Create Whitelist Group",
        zh: "ClickHouse 控制台 › 集群 ID › 数据安全 › 添加白名单分组",
    },
    everything: Everything::Refused,
    limit: Some(Limit::InAll(200)),
    rule: Words {
        en: "0.0.0.0 and 0.0.0.0/0 are refused. IPv4 only, at most 50 entries a group.",
        zh: "不允许填写 0.0.0.0 和 0.0.0.0/0；仅支持 IPv4，每个分组最多 50 个条目。",
    },
    unconfirmed: &[ChineseConsole, Everybody],
    ..Gate::WHITELIST
};

static STARROCKS: Gate = Gate {
    console: Words {
        en: "EMR Serverless StarRocks console › instance › Network › Whitelist",
        zh: "EMR Serverless StarRocks 控制台 › 实例 › 网络 › 白名单",
    },
    private_list: Words { en: "internal whitelist", zh: "内网白名单" },
    public_list: Words { en: "access control list of the CLB", zh: "CLB 的访问控制策略组" },
    factory: Factory::Open,
    public_factory: Factory::Open,
    everything: Everything::Unstated,
    rule: Words {
        en: "The internal endpoint is open inside its VPC. The Internet endpoint is open to everybody until its CLB has an access control list.",
        zh: "内网地址在专有网络内默认开放；公网地址默认对所有公网 IP 开放，需在 CLB 上配置访问控制。",
    },
    unconfirmed: &[Console, New, Everybody, Most],
    ..Gate::WHITELIST
};

static SELECTDB: Gate = Gate {
    console: Words {
        en: "SelectDB console › instance › Data Security › Create Whitelist Group",
        zh: "SelectDB 控制台 › 实例 › 数据安全 › 白名单分组",
    },
    limit: Some(Limit::InAll(200)),
    rule: Words {
        en: "No IPv6, at most 50 entries a group. The list guards the HTTP port as well.",
        zh: "不支持 IPv6，每个分组最多 50 个条目；白名单对 HTTP 端口同样生效。",
    },
    ..Gate::WHITELIST
};

static ELASTICSEARCH: Gate = Gate {
    console: Words {
        en: "Elasticsearch console › cluster › Configuration and Management › Security › Network Settings",
        zh: "Elasticsearch 控制台 › 实例 ID › 配置与管理 › 安全配置 › 网络设置",
    },
    private_list: Words { en: "VPC private access whitelist", zh: "VPC 私网访问白名单" },
    public_list: Words { en: "public network whitelist", zh: "公网地址访问白名单" },
    factory: Factory::PrivateRanges,
    public_factory: Factory::Closed,
    limit: Some(Limit::InOne(300)),
    formats: &[Format::Ipv6],
    rule: Words {
        en: "Private and public access have a whitelist each; public access is off until it is switched on.",
        zh: "私网与公网各有一个白名单；公网访问默认关闭，需先开启。",
    },
    unconfirmed: &[ChineseConsole],
    ..Gate::WHITELIST
};

static HOLOGRES: Gate = Gate {
    console: Words {
        en: "Hologres console › Go to HoloWeb › Security Center › IP Address Whitelist",
        zh: "Hologres 控制台 › 前往 HoloWeb › 安全中心 › IP 白名单",
    },
    private_list: Words { en: "list of the database", zh: "该数据库的白名单" },
    public_list: Words { en: "list of the database", zh: "该数据库的白名单" },
    factory: Factory::Open,
    public_factory: Factory::Open,
    empty: EmptyList::Opens,
    rule: Words {
        en: "Open to every network until a list is set; from then on DataWorks needs an entry as well. Only new connections are checked.",
        zh: "未设置白名单时对所有网络开放；一旦设置，也需放行 DataWorks。仅对新建连接生效。",
    },
    unconfirmed: &[Most, Between],
    ..Gate::WHITELIST
};

static MAXCOMPUTE: Gate = Gate {
    console: Words {
        en: "MaxCompute console › Projects › project › Manage › Parameter Configuration › IP whitelist",
        zh: "MaxCompute 控制台 › 项目管理 › 项目 › 管理 › 参数配置 › IP 白名单",
    },
    private_list: Words {
        en: "odps.security.vpc.whitelist with region and VPC ID; the Internet is shut out until odps.security.ip.whitelist is set too",
        zh: "odps.security.vpc.whitelist，带地域和专有网络 ID；未设置 odps.security.ip.whitelist 时公网访问会被拒绝",
    },
    public_list: Words {
        en: "odps.security.ip.whitelist; VPCs are shut out until odps.security.vpc.whitelist is set too",
        zh: "odps.security.ip.whitelist；未设置 odps.security.vpc.whitelist 时专有网络访问会被拒绝",
    },
    factory: Factory::Open,
    public_factory: Factory::Open,
    empty: EmptyList::Opens,
    formats: &[Format::Ipv6, Format::Range],
    rule: Words {
        en: "Two lists, one for VPCs, one for the Internet and the interconnection of cloud services: setting one shuts the other network out until it is set as well. Takes effect after 5 minutes.",
        zh: "专有网络与公网（含云产品互联网络）各有一个白名单：只设置其中一个，另一类网络会全部被拒绝。5 分钟后生效。",
    },
    unconfirmed: &[Console],
    ..Gate::WHITELIST
};

static OPENSEARCH: Gate = Gate {
    console: Words {
        en: "OpenSearch console › instance › Network information › whitelist",
        zh: "OpenSearch 控制台 › 实例 › 网络信息 › 白名单",
    },
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    everything: Everything::Unstated,
    unconfirmed: &[Console, New, Everybody, Most],
    ..Gate::WHITELIST
};

family! {
    "Analytics and search" "数据分析与检索"
    "analyticdb_mysql" "AnalyticDB for MySQL" "AnalyticDB MySQL 版", "analyticdb_for_mysql" Some(3306), ANALYTICDB_MYSQL "analyticdb/analyticdb-for-mysql/user-guide/configure-a-whitelist-1";
    "analyticdb_postgresql" "AnalyticDB for PostgreSQL" "AnalyticDB PostgreSQL 版", "analyticdb_for_postgresql" Some(5432), ANALYTICDB_POSTGRESQL "analyticdb/analyticdb-for-postgresql/user-guide/configure-an-ip-address-whitelist-user-guide";
    "hologres" "Hologres" "实时数仓 Hologres", "hologres" Some(80), HOLOGRES "hologres/security-and-compliance/configure-an-ip-address-whitelist";
    "maxcompute" "MaxCompute" "MaxCompute", "maxcompute" Some(443), MAXCOMPUTE "maxcompute/security-and-compliance/manage-ip-address-whitelists" {Port} in region;
    "clickhouse" "ApsaraDB for ClickHouse" "云数据库 ClickHouse", "clickhouse" Some(8123), CLICKHOUSE "clickhouse/configure-the-whitelist" {Port};
    "starrocks" "EMR Serverless StarRocks" "EMR Serverless StarRocks", "starrocks" Some(9030), STARROCKS "emr/emr-serverless-starrocks/configure-network-access-and-security-settings";
    "selectdb" "ApsaraDB for SelectDB" "云数据库 SelectDB", "selectdb" Some(9030), SELECTDB "selectdb/configure-ip-address-whitelist" {Port};
    "elasticsearch" "Elasticsearch" "检索分析服务 Elasticsearch 版", "elasticsearch" Some(9200), ELASTICSEARCH "es/user-guide/configure-a-public-or-private-ip-address-whitelist-for-an-elasticsearch-cluster";
    "opensearch" "OpenSearch" "智能开放搜索 OpenSearch", "opensearch" Some(443), OPENSEARCH "open-search/vector-search-edition/public-whitelist-configuration" {Port} in region;
    "milvus" "Milvus" "向量检索服务 Milvus 版", "milvus" Some(19530), SERVICE "dataworks/user-guide/configure-an-ip-address-whitelist-1";
    "dlf" "Data Lake Formation" "数据湖构建 DLF", "dlf" Some(80), SERVICE "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port} in region;
}
