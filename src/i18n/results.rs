//! Scenarios, verdicts, deciding facts, questions and what is not looked at, in words.

use crate::analysis::{Because, Question};
use crate::i18n::chrome::product;
use crate::i18n::names::say;
use crate::i18n::{Language, Names};
use crate::scenario::Scenario;
use crate::topology::ConnectionKind;
use crate::verdict::{HopKind, HopStatus, Verdict};

/// A verdict in words.
pub fn verdict_word(language: Language, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ready => language.pick("Ready", "可以连通"),
        Verdict::Unknown => language.pick("Needs an answer", "需要补充信息"),
        Verdict::Partial => language.pick("Partly", "部分连通"),
        Verdict::Blocked => language.pick("Not yet", "尚未连通"),
        Verdict::Unsupported => language.pick("Cannot work this way", "此方式不可行"),
        Verdict::Invalid => language.pick("Contradiction in the drawing", "图中存在矛盾"),
    }
}

/// A verdict in words with what is left to do, as the first line of a result.
pub fn verdict(language: Language, verdict: Verdict, steps_left: usize) -> String {
    let word = verdict_word(language, verdict);
    match (verdict, steps_left) {
        (Verdict::Blocked | Verdict::Partial, 1) => {
            say!(language, "{word}, 1 step left", "{word}，还差 1 步")
        }
        (Verdict::Blocked | Verdict::Partial, 2..) => {
            say!(language, "{word}, {steps_left} steps left", "{word}，还差 {steps_left} 步")
        }
        _ => word.to_owned(),
    }
}

/// Whether a pair that must not meet stays apart; `None` where that is not decided.
pub fn apart(language: Language, group: &str, source: &str, holds: Option<bool>) -> String {
    let state = match holds {
        Some(true) => language.pick("out of reach, as it must be", "保持不连通"),
        Some(false) => language.pick("within reach, which must not be", "可以连通，违反要求"),
        None => language.pick("not decided", "尚未确定"),
    };
    say!(language, "{group} → {source}: {state}", "{group} → {source}：{state}")
}

/// What an edit did to a result, as it is said to people who listen.
pub fn changed(language: Language, scenario: Option<&str>, verdict: &str) -> String {
    match scenario {
        Some(scenario) => say!(language, "Now: {scenario}. {verdict}", "现在：{scenario}。{verdict}"),
        None => say!(language, "Now: {verdict}", "现在：{verdict}"),
    }
}

/// That so many connections are more than anybody prints.
pub fn not_printed(language: Language, left: usize) -> String {
    say!(
        language,
        "{left} more connections are not printed: export the Markdown runbook for all of them.",
        "另有 {left} 条连接未打印：请导出 Markdown 操作手册查看全部内容。"
    )
}

/// A scenario in words.
pub fn scenario(language: Language, scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Internet => language.pick("Over the Internet", "通过公网访问"),
        Scenario::ClassicNetwork => language.pick("Classic network", "经典网络"),
        Scenario::OutsideAlibabaCloud => {
            language.pick("Outside Alibaba Cloud · scenario 4", "阿里云之外 · 场景四")
        }
        Scenario::OtherAccount => language.pick("Other account · scenario 3", "不同账号 · 场景三"),
        Scenario::OtherRegion => language.pick("Other region · scenario 2", "同账号不同地域 · 场景二"),
        Scenario::SameAccountSameRegion => {
            language.pick("Same account, same region · scenario 1", "同账号同地域 · 场景一")
        }
        Scenario::Undetermined => language.pick("Scenario not decided yet", "场景尚不能确定"),
    }
}

/// A hop in words.
pub fn hop(language: Language, hop: HopKind) -> &'static str {
    match hop {
        HopKind::ResourceGroup => language.pick("Resource group", "资源组"),
        HopKind::Binding => language.pick("Associated VPC", "绑定的 VPC"),
        HopKind::InternetExit => language.pick("Internet exit", "公网出口"),
        HopKind::Internet => language.pick("Internet", "公网"),
        HopKind::SecurityGroup => language.pick("Security group", "安全组"),
        HopKind::DataworksRoute => language.pick("DataWorks route", "DataWorks 路由"),
        HopKind::VpcRoute => language.pick("VPC route", "VPC 路由"),
        HopKind::Connection => language.pick("Connection", "网络连接"),
        HopKind::ReturnRoute => language.pick("Return route", "回程路由"),
        HopKind::Network => language.pick("Arrival", "到达网络"),
        HopKind::DataSourceSecurityGroup => {
            language.pick("Security group of the data source", "数据源的安全组")
        }
        HopKind::Whitelist => language.pick("Whitelist", "白名单"),
    }
}

/// The status of a hop in words.
pub fn hop_status(language: Language, status: HopStatus) -> &'static str {
    match status {
        HopStatus::Pass => language.pick("passes", "通过"),
        HopStatus::Part => language.pick("passes in part", "部分通过"),
        HopStatus::Fail => language.pick("stops here", "在此中断"),
        HopStatus::Unknown => language.pick("not decided", "不能确定"),
        HopStatus::NotReached => language.pick("not reached", "未到达"),
    }
}

/// A kind of connection within a sentence: with its article, or with the blanks around Latin letters.
pub fn connection_kind(language: Language, kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::Cen => language.pick("Cloud Enterprise Network (CEN)", "云企业网 CEN "),
        ConnectionKind::VpcPeering => language.pick("a VPC peering connection", " VPC 对等连接"),
        ConnectionKind::VpnGateway => language.pick("a VPN gateway", " VPN 网关"),
        ConnectionKind::ExpressConnect => language.pick("an Express Connect circuit", "高速通道物理专线"),
        ConnectionKind::PrivateLink => language.pick("PrivateLink", "私网连接 PrivateLink "),
        ConnectionKind::SmartAccessGateway => language.pick("Smart Access Gateway", "智能接入网关"),
    }
}

/// A deciding fact as a sentence.
pub fn because(names: &Names<'_>, because: &Because) -> String {
    let lang = names.language;
    match because {
        Because::PublicEndpoint(source) => {
            let source = names.of(source);
            say!(lang, "The public endpoint of {source} is used.", "使用 {source} 的公网地址。")
        }
        Because::OnTheInternet(source) => {
            let source = names.of(source);
            say!(lang, "{source} lies on the Internet.", "{source} 位于公网。")
        }
        Because::InClassicNetwork(source) => {
            let source = names.of(source);
            say!(lang, "{source} lies in the classic network.", "{source} 位于经典网络。")
        }
        Because::Outside(source, place) => {
            let (source, place) = (names.of(source), names.of(place));
            say!(
                lang,
                "{source} lies in {place}, outside Alibaba Cloud.",
                "{source} 位于 {place}，不在阿里云上。"
            )
        }
        Because::Accounts(group, source) => {
            let (group, source) = (names.of(group), names.of(source));
            say!(
                lang,
                "The group belongs to {group}, the data source to {source}.",
                "资源组属于 {group}，数据源属于 {source}。"
            )
        }
        Because::Regions(group, source) => say!(
            lang,
            "The group is in {group}, the data source in {source}.",
            "资源组位于 {group}，数据源位于 {source}。"
        ),
        Because::Same(account, region) => {
            let account = names.of(account);
            say!(
                lang,
                "Both belong to {account} and lie in {region}.",
                "两者同属 {account}，且都位于 {region}。"
            )
        }
        Because::TakenForService(source) => {
            let product = names.topology.data_source(source).map(|drawn| product(drawn.product, lang));
            let (source, product) = (names.of(source), product.unwrap_or_default());
            say!(
                lang,
                "{source} is drawn straight in a region and taken for a service of it; {product} usually lies in a VPC: draw it there if it does.",
                "{source} 直接画在地域内，按地域级服务判断；{product} 通常位于专有网络内，如是请移入专有网络。"
            )
        }
        Because::GroupNotAsked(source) => {
            let source = names.of(source);
            say!(
                lang,
                "The security group of {source} is not looked at: it counts for what you run yourself in a VPC.",
                "不检查 {source} 的安全组：安全组只对专有网络内自建的数据源生效。"
            )
        }
        Because::Bound { vpc, bound, other } => {
            let vpc = names.of(vpc);
            if *bound {
                say!(lang, "{vpc}, where the data source lies, is bound.", "数据源所在的 {vpc} 已绑定。")
            } else if *other {
                say!(
                    lang,
                    "{vpc}, where the data source lies, is not bound; the way leads through another VPC. Binding {vpc} directly would be simpler.",
                    "数据源所在的 {vpc} 尚未绑定，目前经另一个专有网络访问。直接绑定 {vpc} 更简单。"
                )
            } else {
                say!(
                    lang,
                    "{vpc}, where the data source lies, is not bound.",
                    "数据源所在的 {vpc} 尚未绑定。"
                )
            }
        }
        Because::NoRegion(id) => {
            let id = names.of(id);
            say!(lang, "The region of {id} is not known.", "{id} 的地域未知。")
        }
    }
}

/// A question as a sentence.
pub fn question(names: &Names<'_>, question: &Question) -> String {
    let lang = names.language;
    let about = names.of(&question.about);
    match (question.fact, question.drawn) {
        ("whitelist", false) => say!(
            lang,
            "What does the whitelist of {about} hold, or has it none?",
            "{about} 的白名单里有哪些条目？还是没有白名单？"
        ),
        ("whitelist" | "security_group", true) if names.topology.is_reached_publicly(&question.about) => {
            say!(
                lang,
                "Which addresses does {about} see on this way? From a shared group it is one of the vendor's lists: verify.",
                "在这条路径上 {about} 看到的是什么地址？公共资源组使用官方地址列表中的地址，请核实。"
            )
        }
        ("whitelist" | "security_group", true) => say!(
            lang,
            "Which addresses does {about} see on this way? Behind PrivateLink it is the load balancer's: verify.",
            "在这条路径上 {about} 看到的是什么地址？经私网连接时是负载均衡的地址，请核实。"
        ),
        ("eips", _) => say!(lang, "Which EIPs does {about} have?", "{about} 的 EIP 是什么？"),
        ("snat", _) => say!(
            lang,
            "Which vSwitches does {about} have an available SNAT entry for?",
            "{about} 为哪些交换机配置了可用的 SNAT 条目？"
        ),
        ("cidr", _) => say!(lang, "Which CIDR block does {about} have?", "{about} 的网段是什么？"),
        ("cidrs", false) => say!(lang, "Which CIDR blocks does {about} have?", "{about} 有哪些网段？"),
        ("cidrs", true) => say!(
            lang,
            "The blocks of {about} overlap those of another network. Can one of them get other addresses?",
            "{about} 与另一个网络的网段重叠，能否更换其中一方的网段？"
        ),
        ("addresses", _) => say!(lang, "Which addresses does {about} have?", "{about} 的地址是什么？"),
        ("security_group", false) => {
            say!(lang, "Which rules does the security group of {about} have?", "{about} 的安全组有哪些规则？")
        }
        ("port", _) => say!(lang, "Which port does {about} listen at?", "{about} 监听哪个端口？"),
        ("region", _) => say!(lang, "Which region is {about}?", "{about} 是哪个地域？"),
        ("routes", _) => say!(
            lang,
            "Equal routes around {about} lead different ways. Which one is right?",
            "{about} 相关的等长路由指向不同方向，哪一条是对的？"
        ),
        ("bindings", _) => say!(
            lang,
            "Two bindings of {about} have the same destination block. Which one should carry the traffic?",
            "{about} 的两条绑定有相同的目的网段，应由哪一条承载流量？"
        ),
        ("attachments", _) => say!(
            lang,
            "The way leads through a third network behind {about}. Does that network pass traffic on? A direct connection would be certain.",
            "该路径经过 {about} 后面的第三个网络，它是否转发流量？直接连接更可靠。"
        ),
        ("resource_group", _) => {
            lang.pick("Which resource group runs the task?", "任务由哪个资源组运行？").to_owned()
        }
        ("data_source", _) => {
            lang.pick("Which data source should be reached?", "要访问哪个数据源？").to_owned()
        }
        (fact, _) => say!(lang, "What is `{fact}` of {about}?", "{about} 的 `{fact}` 是什么？"),
    }
}

/// What no verdict looks at.
pub fn not_modelled(language: Language) -> Vec<String> {
    let texts: [(&str, &str); 8] = [
        (
            "Host firewalls, and listening addresses of the database itself",
            "主机防火墙，以及数据库自身的监听地址",
        ),
        ("Database accounts, passwords and grants", "数据库账号、密码和授权"),
        ("DNS at run time", "运行时的 DNS 解析"),
        (
            "Network ACLs of vSwitches and custom route tables of single vSwitches",
            "交换机的网络 ACL，以及单个交换机的自定义路由表",
        ),
        ("IPv6", "IPv6"),
        (
            "Route policies and route tables inside transit routers, firewalls and gateways",
            "转发路由器、防火墙和网关内部的路由策略与路由表",
        ),
        ("Quotas, and bandwidth under load", "配额，以及负载下的带宽"),
        (
            "Address lists of DataWorks modules that do not use the resource group (metadata collection, DataAnalysis)",
            "不经过资源组的 DataWorks 模块（元数据采集、数据分析）的地址列表",
        ),
    ];
    texts.into_iter().map(|(en, zh)| language.pick(en, zh).to_owned()).collect()
}

/// What comes after the last step on the base page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// What to do.
    pub title: &'static str,
    /// The official page.
    pub url: &'static str,
    /// The date it carries; empty where it carries none.
    pub date: &'static str,
}

/// What comes after the last step: the ways to synchronize, with the official page of each.
pub fn next(language: Language) -> [Next; 3] {
    [
        Next {
            title: language.pick("Configure a batch synchronization task", "配置离线同步任务"),
            url: "https://www.alibabacloud.com/help/en/dataworks/user-guide/configure-a-batch-synchronization-node",
            date: "2026-06-02",
        },
        Next {
            title: language.pick("Configure a real-time synchronization task", "配置实时同步任务"),
            url: "https://www.alibabacloud.com/help/en/dataworks/user-guide/data-integration-1",
            date: "2026-03-26",
        },
        Next {
            title: language.pick(
                "Choose a full and incremental synchronization of a whole database",
                "选择整库全增量同步方案",
            ),
            url: "https://www.alibabacloud.com/help/en/dataworks/user-guide/supported-data-source-types-and-read-and-write-operations",
            date: "",
        },
    ]
}
