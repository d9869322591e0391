//! The product catalogue: one line for each kind of data source. Adding a product is adding its line.
//!
//! Source: DataWorks data source types and the whitelist pages of the products (2026-11); ports of user-run products are
//! the customary ones. `WhitelistPage` says where the whitelist is edited and which page documents it.

/// Who runs a data source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Runner {
    /// An Alibaba Cloud service.
    AlibabaCloud,
    /// The user, on ECS, in a data center or elsewhere.
    User,
    /// Another vendor.
    OtherVendor,
    /// Not said.
    Unknown,
}

/// Where the whitelist of a product is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhitelistPage {
    /// Console path in English.
    pub en: &'static str,
    /// Console path in Chinese.
    pub zh: &'static str,
    /// The page that documents it, below the help site's root.
    pub page: &'static str,
}

/// What is known of one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductInfo {
    /// The product.
    pub product: Product,
    /// The key of the document format.
    pub key: &'static str,
    /// English name.
    pub en: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// Default port, where there is one.
    pub port: Option<u16>,
    /// Who runs it.
    pub runner: Runner,
    /// Where its whitelist is edited.
    pub whitelist: WhitelistPage,
}

macro_rules! products {
    ($($variant:ident $key:literal $en:literal $zh:literal $port:expr, $runner:ident, $page:ident;)*) => {
        /// The kinds of data source.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Product {
            $(#[doc = $en] $variant,)*
        }

        /// Every product, in the order of the document format.
        pub static PRODUCTS: &[ProductInfo] = &[
            $(ProductInfo {
                product: Product::$variant,
                key: $key,
                en: $en,
                zh: $zh,
                port: $port,
                runner: Runner::$runner,
                whitelist: $page,
            },)*
        ];

        impl Product {
            /// What is known of the product.
            pub fn info(self) -> &'static ProductInfo {
                static INFOS: &[ProductInfo] = PRODUCTS;
                const FALLBACK: ProductInfo = ProductInfo {
                    product: Product::Other,
                    key: "other",
                    en: "Other",
                    zh: "其他",
                    port: None,
                    runner: Runner::Unknown,
                    whitelist: OWN,
                };
                // The table is written from the same lines as the enum, so the position is the variant's number.
                INFOS.get(self as usize).unwrap_or(&FALLBACK)
            }
        }
    };
}

macro_rules! page {
    ($name:ident $en:literal $zh:literal $page:literal) => {
        const $name: WhitelistPage = WhitelistPage { en: $en, zh: $zh, page: $page };
    };
}

page!(RDS_MYSQL "RDS console › Instances › instance › Whitelist and SecGroup › Whitelist Settings" "RDS 控制台 › 实例列表 › 实例 ID › 白名单与安全组 › 白名单设置" "rds/apsaradb-rds-for-mysql/set-the-whitelist/");
page!(RDS_PG "RDS console › Instances › instance › Whitelist and SecGroup › Whitelist Settings" "RDS 控制台 › 实例列表 › 实例 ID › 白名单与安全组 › 白名单设置" "rds/apsaradb-rds-for-postgresql/set-the-whitelist-1/");
page!(RDS_SQL "RDS console › Instances › instance › Whitelist and SecGroup › Whitelist Settings" "RDS 控制台 › 实例列表 › 实例 ID › 白名单与安全组 › 白名单设置" "rds/apsaradb-rds-for-sql-server/configure-an-ip-address-whitelist-for-an-apsaradb-rds-for-sql-server-instance");
page!(RDS_MARIA "RDS console › Instances › instance › Whitelist and SecGroup › Whitelist Settings" "RDS 控制台 › 实例列表 › 实例 ID › 白名单与安全组 › 白名单设置" "rds/apsaradb-rds-for-mariadb/configure-an-ip-address-whitelist-for-an-apsaradb-rds-for-mariadb-instance");
page!(POLARDB_MYSQL "PolarDB console › Clusters › cluster › Settings and Management › Whitelists › Add IP Whitelist" "PolarDB 控制台 › 集群列表 › 集群 ID › 配置与管理 › 集群白名单 › 新增 IP 白名单分组" "polardb/polardb-for-mysql/user-guide/configure-a-whitelist-for-a-cluster/");
page!(POLARDB_PG "PolarDB console › Clusters › cluster › Settings and Management › Whitelists › Add IP Whitelist" "PolarDB 控制台 › 集群列表 › 集群 ID › 配置与管理 › 集群白名单 › 新增 IP 白名单分组" "polardb/polardb-for-postgresql/configure-a-whitelist-for-a-cluster/");
page!(POLARDBX "PolarDB-X console › instance › Configuration Management › Safety management › Whitelist settings" "PolarDB-X 控制台 › 实例 ID › 配置与管理 › 安全管理 › 白名单设置" "polardb/polardb-for-xscale/configure-whitelists");
page!(ADB_MYSQL "AnalyticDB for MySQL console › cluster › Data Security › Whitelist Settings" "AnalyticDB MySQL 控制台 › 集群 ID › 数据安全 › 白名单设置" "analyticdb/analyticdb-for-mysql/user-guide/configure-a-whitelist-1");
page!(ADB_PG "AnalyticDB for PostgreSQL console › instance › Security Controls › Create Whitelist" "AnalyticDB PostgreSQL 控制台 › 实例 ID › 安全控制 › 添加白名单" "analyticdb/analyticdb-for-postgresql/user-guide/configure-an-ip-address-whitelist-user-guide");
page!(OCEANBASE "OceanBase console › Instances › cluster › Security Settings › Allowlist › Add Allowlist Group" "OceanBase 控制台 › 实例列表 › 集群 › 安全设置 › 白名单分组" "apsaradb-for-oceanbase/latest/whitelist");
page!(MONGODB "MongoDB console › instance › Data Security › Whitelist Settings" "MongoDB 控制台 › 实例 ID › 数据安全性 › 白名单设置" "mongodb/user-guide/configure-an-ip-address-whitelist");
page!(REDIS "Tair (Redis) console › instance › Whitelist Settings" "云数据库 Tair（兼容 Redis）控制台 › 实例 ID › 白名单设置" "redis/user-guide/configure-whitelists");
page!(MEMCACHE "Memcache console › instance › Whitelist Settings" "Memcache 控制台 › 实例 ID › 白名单设置" "memcache/user-guide/configure-an-ip-address-whitelist");
page!(LINDORM "Lindorm console › instance › Access Control › Create Whitelist" "Lindorm 控制台 › 实例 ID › 访问控制 › 添加白名单分组" "lindorm/getting-started/configure-a-whitelist");
page!(HBASE "HBase console › cluster › Access Control" "HBase 控制台 › 集群 ID › 访问控制" "hbase/getting-started/configure-a-whitelist-for-performance-enhanced-edition");
page!(CLICKHOUSE "ClickHouse console › cluster › Data Security › Create Whitelist Group" "ClickHouse 控制台 › 集群 ID › 数据安全 › 添加白名单分组" "clickhouse/configure-the-whitelist");
page!(STARROCKS "EMR Serverless StarRocks console › instance › Network and security" "EMR Serverless StarRocks 控制台 › 实例 › 网络与安全" "emr/emr-serverless-starrocks/configure-network-access-and-security-settings");
page!(SELECTDB "SelectDB console › instance › Data Security › Create Whitelist Group" "SelectDB 控制台 › 实例 › 数据安全 › 白名单分组" "selectdb/configure-ip-address-whitelist");
page!(ELASTICSEARCH "Elasticsearch console › cluster › Configuration and Management › Security › Network Settings › VPC Private Access Whitelist" "Elasticsearch 控制台 › 实例 ID › 配置与管理 › 安全配置 › VPC 私网访问白名单" "es/user-guide/configure-a-public-or-private-ip-address-whitelist-for-an-elasticsearch-cluster");
page!(KAFKA "ApsaraMQ for Kafka console › Instances › instance › Endpoint Information › Manage Whitelist" "云消息队列 Kafka 版控制台 › 实例列表 › 实例详情 › 接入点信息 › 管理白名单" "apsaramq-for-kafka/cloud-message-queue-for-kafka/user-guide/configure-a-whitelist");
page!(HOLOGRES "Hologres console › Go to HoloWeb › Security Center › IP Address Whitelist" "Hologres 控制台 › 前往 HoloWeb › 安全中心 › IP 白名单" "hologres/security-and-compliance/configure-an-ip-address-whitelist");
page!(MAXCOMPUTE "MaxCompute console › Projects › project › Manage › Parameter Configuration › IP whitelist" "MaxCompute 控制台 › 项目管理 › 项目 › 管理 › 参数配置 › IP 白名单" "maxcompute/security-and-compliance/manage-ip-address-whitelists");
page!(OSS "OSS console › Buckets › bucket › Permission Control › Bucket Policy" "OSS 控制台 › Bucket 列表 › Bucket › 权限控制 › Bucket 授权策略" "oss/user-guide/tutorial-use-vpc-policies-and-bucket-policies-to-control-data-access");
page!(OPENSEARCH "OpenSearch console › instance › Network information › whitelist" "OpenSearch 控制台 › 实例 › 网络信息 › 白名单" "open-search/vector-search-edition/public-whitelist-configuration");
page!(SERVICE "console of the service › access control or whitelist" "该服务的控制台 › 访问控制或白名单" "dataworks/user-guide/configure-an-ip-address-whitelist-1");
page!(OWN "the data source itself: its firewall or access list" "数据源自身的防火墙或访问控制列表" "dataworks/user-guide/configure-an-ip-address-whitelist-1");

products! {
    RdsMysql "rds_mysql" "RDS MySQL" "RDS MySQL" Some(3306), AlibabaCloud, RDS_MYSQL;
    RdsPostgresql "rds_postgresql" "RDS PostgreSQL" "RDS PostgreSQL" Some(5432), AlibabaCloud, RDS_PG;
    RdsSqlserver "rds_sqlserver" "RDS SQL Server" "RDS SQL Server" Some(1433), AlibabaCloud, RDS_SQL;
    RdsMariadb "rds_mariadb" "RDS MariaDB" "RDS MariaDB" Some(3306), AlibabaCloud, RDS_MARIA;
    PolardbMysql "polardb_mysql" "PolarDB for MySQL" "PolarDB MySQL 版" Some(3306), AlibabaCloud, POLARDB_MYSQL;
    PolardbPostgresql "polardb_postgresql" "PolarDB for PostgreSQL" "PolarDB PostgreSQL 版" Some(5432), AlibabaCloud, POLARDB_PG;
    PolardbOracle "polardb_oracle" "PolarDB (Oracle syntax)" "PolarDB（兼容 Oracle）" Some(1521), AlibabaCloud, POLARDB_PG;
    Polardbx "polardbx" "PolarDB-X" "PolarDB-X" Some(3306), AlibabaCloud, POLARDBX;
    Drds "drds" "PolarDB-X 1.0 (DRDS)" "PolarDB-X 1.0（DRDS）" Some(3306), AlibabaCloud, POLARDBX;
    AnalyticdbMysql "analyticdb_mysql" "AnalyticDB for MySQL" "AnalyticDB MySQL 版" Some(3306), AlibabaCloud, ADB_MYSQL;
    AnalyticdbPostgresql "analyticdb_postgresql" "AnalyticDB for PostgreSQL" "AnalyticDB PostgreSQL 版" Some(5432), AlibabaCloud, ADB_PG;
    Oceanbase "oceanbase" "ApsaraDB for OceanBase" "云数据库 OceanBase" Some(3306), AlibabaCloud, OCEANBASE;
    Mongodb "mongodb" "ApsaraDB for MongoDB" "云数据库 MongoDB" Some(3717), AlibabaCloud, MONGODB;
    Redis "redis" "Tair (Redis)" "云数据库 Tair（兼容 Redis）" Some(6379), AlibabaCloud, REDIS;
    Memcache "memcache" "ApsaraDB for Memcache" "云数据库 Memcache" Some(11211), AlibabaCloud, MEMCACHE;
    Lindorm "lindorm" "Lindorm" "Lindorm" Some(30020), AlibabaCloud, LINDORM;
    Hbase "hbase" "ApsaraDB for HBase" "云数据库 HBase" Some(2181), AlibabaCloud, HBASE;
    Clickhouse "clickhouse" "ApsaraDB for ClickHouse" "云数据库 ClickHouse" Some(8123), AlibabaCloud, CLICKHOUSE;
    Starrocks "starrocks" "EMR Serverless StarRocks" "EMR Serverless StarRocks" Some(9030), AlibabaCloud, STARROCKS;
    Selectdb "selectdb" "ApsaraDB for SelectDB" "云数据库 SelectDB" Some(9030), AlibabaCloud, SELECTDB;
    Elasticsearch "elasticsearch" "Elasticsearch" "检索分析服务 Elasticsearch 版" Some(9200), AlibabaCloud, ELASTICSEARCH;
    Kafka "kafka" "ApsaraMQ for Kafka" "云消息队列 Kafka 版" Some(9092), AlibabaCloud, KAFKA;
    Milvus "milvus" "Milvus" "向量检索服务 Milvus 版" Some(19530), AlibabaCloud, SERVICE;
    Hologres "hologres" "Hologres" "实时数仓 Hologres" Some(80), AlibabaCloud, HOLOGRES;
    Maxcompute "maxcompute" "MaxCompute" "MaxCompute" Some(443), AlibabaCloud, MAXCOMPUTE;
    Oss "oss" "OSS" "对象存储 OSS" Some(443), AlibabaCloud, OSS;
    Tablestore "tablestore" "Tablestore" "表格存储 Tablestore" Some(443), AlibabaCloud, SERVICE;
    Loghub "loghub" "LogHub (SLS)" "日志服务 LogHub" Some(443), AlibabaCloud, SERVICE;
    Datahub "datahub" "DataHub" "DataHub" Some(443), AlibabaCloud, SERVICE;
    Dlf "dlf" "Data Lake Formation" "数据湖构建 DLF" Some(443), AlibabaCloud, SERVICE;
    Opensearch "opensearch" "OpenSearch" "智能开放搜索 OpenSearch" Some(443), AlibabaCloud, OPENSEARCH;
    SelfManagedMysql "self_managed_mysql" "MySQL (self-managed)" "自建 MySQL" Some(3306), User, OWN;
    SelfManagedPostgresql "self_managed_postgresql" "PostgreSQL (self-managed)" "自建 PostgreSQL" Some(5432), User, OWN;
    SelfManagedSqlserver "self_managed_sqlserver" "SQL Server (self-managed)" "自建 SQL Server" Some(1433), User, OWN;
    SelfManagedMongodb "self_managed_mongodb" "MongoDB (self-managed)" "自建 MongoDB" Some(27017), User, OWN;
    SelfManagedRedis "self_managed_redis" "Redis (self-managed)" "自建 Redis" Some(6379), User, OWN;
    SelfManagedKafka "self_managed_kafka" "Kafka (self-managed)" "自建 Kafka" Some(9092), User, OWN;
    SelfManagedElasticsearch "self_managed_elasticsearch" "Elasticsearch (self-managed)" "自建 Elasticsearch" Some(9200), User, OWN;
    SelfManagedClickhouse "self_managed_clickhouse" "ClickHouse (self-managed)" "自建 ClickHouse" Some(8123), User, OWN;
    SelfManagedHbase "self_managed_hbase" "HBase (self-managed)" "自建 HBase" Some(2181), User, OWN;
    Oracle "oracle" "Oracle" "Oracle" Some(1521), User, OWN;
    Db2 "db2" "Db2" "Db2" Some(50000), User, OWN;
    Dm "dm" "DM (Dameng)" "达梦 DM" Some(5236), User, OWN;
    Kingbasees "kingbasees" "KingbaseES" "人大金仓 KingbaseES" Some(54321), User, OWN;
    Gbase8a "gbase8a" "GBase 8a" "GBase 8a" Some(5258), User, OWN;
    Vertica "vertica" "Vertica" "Vertica" Some(5433), User, OWN;
    SapHana "sap_hana" "SAP HANA" "SAP HANA" Some(30015), User, OWN;
    Tidb "tidb" "TiDB" "TiDB" Some(4000), User, OWN;
    Doris "doris" "Apache Doris" "Apache Doris" Some(9030), User, OWN;
    Hive "hive" "Hive" "Hive" Some(10000), User, OWN;
    Hdfs "hdfs" "HDFS" "HDFS" Some(8020), User, OWN;
    Ftp "ftp" "FTP" "FTP" Some(21), User, OWN;
    Sftp "sftp" "SFTP" "SFTP" Some(22), User, OWN;
    RestApi "rest_api" "REST API" "REST API" Some(443), User, OWN;
    Redshift "redshift" "Amazon Redshift" "Amazon Redshift" Some(5439), OtherVendor, OWN;
    Snowflake "snowflake" "Snowflake" "Snowflake" Some(443), OtherVendor, OWN;
    Bigquery "bigquery" "Google BigQuery" "Google BigQuery" Some(443), OtherVendor, OWN;
    S3 "s3" "Amazon S3" "Amazon S3" Some(443), OtherVendor, OWN;
    AzureBlob "azure_blob" "Azure Blob Storage" "Azure Blob 存储" Some(443), OtherVendor, OWN;
    Other "other" "Other" "其他" None, Unknown, OWN;
}

impl Product {
    /// The product with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        PRODUCTS.iter().find(|info| info.key == key).map(|info| info.product)
    }

    /// The key of the document format.
    pub fn key(self) -> &'static str {
        self.info().key
    }

    /// Whether a security group of the data source's own is asked inside a VPC: only where the user runs the product.
    pub fn has_own_security_group(self) -> bool {
        self.info().runner == Runner::User
    }
}
