//! Databases of Alibaba Cloud: relational and document databases, caches, wide tables.

use crate::topology::product::Unconfirmed::{
    ChineseConsole, Console, Empty, Everything as Everybody, Factory as New, Limit as Most,
};
use crate::topology::product::{EmptyList, Everything, Factory, Format, Gate, Limit, Words};

static RDS: Gate = Gate {
    console: Words {
        en: "RDS console › Instances › instance › Whitelist and SecGroup › Whitelist Settings",
        zh: "RDS 控制台 › 实例列表 › 实例 ID › 白名单与安全组 › 白名单设置",
    },
    private_list: Words {
        en: "group dataworks; in enhanced mode of type VPC",
        zh: "分组 dataworks；高安全模式选专有网络",
    },
    public_list: Words {
        en: "group dataworks; in enhanced mode of type classic network",
        zh: "分组 dataworks；高安全模式选经典网络",
    },
    empty: EmptyList::Impossible,
    limit: Some(Limit::InAll(1000)),
    rule: Words {
        en: "In enhanced whitelist mode a group counts for one network type: VPC for private traffic, classic network for the Internet.",
        zh: "高安全白名单模式下，分组区分网络类型：内网访问看专有网络分组，公网访问看经典网络分组。",
    },
    unconfirmed: &[Most],
    ..Gate::WHITELIST
};

static POLARDB: Gate = Gate {
    console: Words {
        en: "PolarDB console › Clusters › cluster › Settings and Management › Whitelists › Add IP Whitelist",
        zh: "PolarDB 控制台 › 集群列表 › 集群 ID › 配置与管理 › 集群白名单 › 新增 IP 白名单分组",
    },
    limit: Some(Limit::InAll(1000)),
    rule: Words {
        en: "The sign % admits everybody, as 0.0.0.0/0 does.",
        zh: "% 与 0.0.0.0/0 一样，表示允许所有来源。",
    },
    unconfirmed: &[ChineseConsole],
    ..Gate::WHITELIST
};

static POLARDB_X: Gate = Gate {
    console: Words {
        en: "PolarDB-X console › instance › Configuration Management › Safety management › Whitelist settings",
        zh: "PolarDB-X 控制台 › 实例 ID › 配置与管理 › 安全管理 › 白名单设置",
    },
    limit: Some(Limit::InOne(300)),
    rule: Words {
        en: "No IPv6 entries. A change takes effect after about a minute.",
        zh: "不支持 IPv6；修改约 1 分钟后生效。",
    },
    unconfirmed: &[ChineseConsole],
    ..Gate::WHITELIST
};

static DRDS: Gate = Gate {
    console: Words {
        en: "PolarDB-X 1.0 console › instance › database › whitelist",
        zh: "PolarDB-X 1.0 控制台 › 实例 ID › 数据库 › 白名单设置",
    },
    factory: Factory::Open,
    public_factory: Factory::Open,
    everything: Everything::Refused,
    empty: EmptyList::Opens,
    limit: Some(Limit::InOne(300)),
    formats: &[Format::Wildcard, Format::Range],
    rule: Words {
        en: "Without entries, or with *.*.*.*, everybody gets in; 0.0.0.0 is refused.",
        zh: "列表为空或填写 *.*.*.* 表示允许所有来源；不支持填写 0.0.0.0。",
    },
    unconfirmed: &[Console],
    ..Gate::WHITELIST
};

static OCEANBASE: Gate = Gate {
    console: Words {
        en: "OceanBase console › Instances › cluster › Security Settings › Allowlist › Add Allowlist Group",
        zh: "OceanBase 控制台 › 实例列表 › 集群 › 安全设置 › 白名单分组",
    },
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    empty: EmptyList::Impossible,
    limit: Some(Limit::Groups(10, 40)),
    rule: Words {
        en: "A tenant takes over the allowlist of its cluster and can have groups of its own. No group may be empty.",
        zh: "租户继承集群的白名单，也可以有自己的分组；分组不能为空。",
    },
    unconfirmed: &[ChineseConsole, New, Everybody, Most],
    ..Gate::WHITELIST
};

static MONGODB: Gate = Gate {
    console: Words {
        en: "MongoDB console › instance › Data Security › Whitelist Settings",
        zh: "MongoDB 控制台 › 实例 ID › 数据安全性 › 白名单设置",
    },
    empty: EmptyList::Opens,
    limit: Some(Limit::InAll(1000)),
    formats: &[Format::Ipv6],
    rule: Words {
        en: "An empty list admits everybody, as 0.0.0.0/0 does.",
        zh: "列表为空与 0.0.0.0/0 一样，表示允许所有来源。",
    },
    unconfirmed: &[ChineseConsole, Empty],
    ..Gate::WHITELIST
};

static REDIS: Gate = Gate {
    console: Words {
        en: "Tair (Redis) console › instance › Whitelist Settings",
        zh: "云数据库 Tair（兼容 Redis）控制台 › 实例 ID › 白名单设置",
    },
    limit: Some(Limit::InOne(1000)),
    rule: Words {
        en: "A security group added to the instance admits its members beside the whitelist.",
        zh: "实例还可添加安全组，与白名单取并集。",
    },
    ..Gate::WHITELIST
};

static MEMCACHE: Gate = Gate {
    console: Words {
        en: "Memcache console › instance › Whitelist Settings",
        zh: "Memcache 控制台 › 实例 ID › 白名单设置",
    },
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    everything: Everything::Unstated,
    unconfirmed: &[Console, New, Everybody, Most],
    ..Gate::WHITELIST
};

static LINDORM: Gate = Gate {
    console: Words {
        en: "Lindorm console › instance › Access Control › Create Whitelist",
        zh: "Lindorm 控制台 › 实例 ID › 访问控制 › 添加白名单分组",
    },
    unconfirmed: &[Most],
    ..Gate::WHITELIST
};

static HBASE: Gate = Gate {
    console: Words {
        en: "HBase console › cluster › Access Control",
        zh: "HBase 控制台 › 集群 ID › 访问控制",
    },
    factory: Factory::Unstated,
    public_factory: Factory::Unstated,
    everything: Everything::Unstated,
    formats: &[Format::Ipv6],
    unconfirmed: &[Console, New, Everybody, Most],
    ..Gate::WHITELIST
};

family! {
    "Databases" "数据库"
    "rds_mysql" "RDS MySQL" "RDS MySQL", "mysql" Some(3306), RDS "rds/apsaradb-rds-for-mysql/set-the-whitelist/";
    "rds_postgresql" "RDS PostgreSQL" "RDS PostgreSQL", "postgresql" Some(5432), RDS "rds/apsaradb-rds-for-postgresql/set-the-whitelist-1/";
    "rds_sqlserver" "RDS SQL Server" "RDS SQL Server", "sqlserver" Some(1433), RDS "rds/apsaradb-rds-for-sql-server/configure-an-ip-address-whitelist-for-an-apsaradb-rds-for-sql-server-instance" {Port};
    "rds_mariadb" "RDS MariaDB" "RDS MariaDB", "mariadb" Some(3306), RDS "rds/apsaradb-rds-for-mariadb/configure-an-ip-address-whitelist-for-an-apsaradb-rds-for-mariadb-instance" {Port};
    "polardb_mysql" "PolarDB for MySQL" "PolarDB MySQL 版", "polardb" Some(3306), POLARDB "polardb/polardb-for-mysql/user-guide/configure-a-whitelist-for-a-cluster/";
    "polardb_postgresql" "PolarDB for PostgreSQL" "PolarDB PostgreSQL 版", "polardb" Some(5432), POLARDB "polardb/polardb-for-postgresql/configure-a-whitelist-for-a-cluster/" {Port};
    "polardb_oracle" "PolarDB (Oracle syntax)" "PolarDB（兼容 Oracle）", "polardbo" Some(1521), POLARDB "polardb/polardb-for-postgresql/configure-a-whitelist-for-a-cluster/" {Port};
    "polardbx" "PolarDB-X" "PolarDB-X", "polardbx20" Some(3306), POLARDB_X "polardb/polardb-for-xscale/configure-whitelists" {Type};
    "drds" "PolarDB-X 1.0 (DRDS)" "PolarDB-X 1.0（DRDS）", "drds" Some(3306), DRDS "doc-detail/52114.htm";
    "oceanbase" "ApsaraDB for OceanBase" "云数据库 OceanBase", "apsaradb_for_oceanbase" Some(3306), OCEANBASE "apsaradb-for-oceanbase/latest/whitelist";
    "mongodb" "ApsaraDB for MongoDB" "云数据库 MongoDB", "mongodb" Some(3717), MONGODB "mongodb/user-guide/configure-an-ip-address-whitelist" {Port};
    "redis" "Tair (Redis)" "云数据库 Tair（兼容 Redis）", "redis" Some(6379), REDIS "redis/user-guide/configure-whitelists";
    "memcache" "ApsaraDB for Memcache" "云数据库 Memcache", "memcache" Some(11211), MEMCACHE "memcache/user-guide/configure-an-ip-address-whitelist";
    "lindorm" "Lindorm" "Lindorm", "lindorm" Some(30020), LINDORM "lindorm/getting-started/configure-a-whitelist";
    "hbase" "ApsaraDB for HBase" "云数据库 HBase", "hbase" Some(2181), HBASE "hbase/getting-started/configure-a-whitelist-for-performance-enhanced-edition";
}
