//! Messages, objects, tables and logs: services of Alibaba Cloud that are no databases.

use crate::topology::product::Unconfirmed::Console;
use crate::topology::product::gate::SERVICE;
use crate::topology::product::{EmptyList, Factory, Gate, GateKind, Limit, Words};

static KAFKA: Gate = Gate {
    console: Words {
        en: "ApsaraMQ for Kafka console › Instances › instance › Endpoint Information › Manage Whitelist",
        zh: "云消息队列 Kafka 版控制台 › 实例列表 › 实例详情 › 接入点信息 › 管理白名单",
    },
    private_list: Words {
        en: "list of the VPC endpoint, port {port}", zh: "专有网络接入点，端口 {port}"
    },
    public_list: Words {
        en: "list of the Internet endpoint, port 9093", zh: "公网接入点，端口 9093"
    },
    factory: Factory::OwnVSwitch,
    public_factory: Factory::Everything,
    empty: EmptyList::Closes,
    limit: Some(Limit::InOne(200)),
    rule: Words {
        en: "Each endpoint has its own list: VPC 9092, 9094 and 9095, Internet 9093. A new instance lists its own vSwitch only, and removing the last entry closes the port.",
        zh: "每个接入点各有白名单：专有网络 9092、9094、9095，公网 9093。新实例只放行自身交换机网段；删除最后一个条目会关闭端口。",
    },
    unconfirmed: &[Console],
    ..Gate::WHITELIST
};

static OSS: Gate = Gate {
    kind: GateKind::BucketPolicy,
    console: Words {
        en: "OSS console › Buckets › bucket › Permission Control › Bucket Policy",
        zh: "OSS 控制台 › Bucket 列表 › Bucket › 权限控制 › Bucket 授权策略",
    },
    private_list: Words { en: "condition of the bucket policy", zh: "Bucket 授权策略的条件" },
    public_list: Words { en: "condition of the bucket policy", zh: "Bucket 授权策略的条件" },
    factory: Factory::Open,
    public_factory: Factory::Open,
    empty: EmptyList::Opens,
    rule: Words {
        en: "No list of addresses: a bucket policy or a VPC policy can name sources. Without one every valid AccessKey gets in.",
        zh: "没有 IP 白名单；可用 Bucket 授权策略或 VPC 策略限制来源，未配置时有效的 AccessKey 即可访问。",
    },
    unconfirmed: &[Console],
    ..Gate::WHITELIST
};

family! {
    "Messages and storage" "消息与存储"
    "kafka" "ApsaraMQ for Kafka" "云消息队列 Kafka 版", "kafka" Some(9092), KAFKA "apsaramq-for-kafka/cloud-message-queue-for-kafka/user-guide/configure-a-whitelist";
    "datahub" "DataHub" "DataHub", "datahub" Some(443), SERVICE "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port} in region;
    "loghub" "LogHub (SLS)" "日志服务 LogHub", "loghub" Some(443), SERVICE "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port} in region;
    "oss" "OSS" "对象存储 OSS", "oss" Some(443), OSS "oss/user-guide/tutorial-use-vpc-policies-and-bucket-policies-to-control-data-access" {Port} in region;
    "tablestore" "Tablestore" "表格存储 Tablestore", "tablestore" Some(443), SERVICE "dataworks/user-guide/configure-an-ip-address-whitelist-1" {Port} in region;
}
