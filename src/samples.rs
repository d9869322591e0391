//! The samples: complete, plausible drawings, one for each situation of the base page. Each opens before the work is
//! done.

use crate::i18n::Language;
use crate::topology::Document;
use crate::wire;

/// A drawing to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name in links: `#sample=<name>`.
    pub name: &'static str,
    title: (&'static str, &'static str),
    summary: (&'static str, &'static str),
    text: &'static str,
}

macro_rules! samples {
    ($($name:literal $en:literal $zh:literal $about_en:literal $about_zh:literal;)*) => {
        /// Every sample, in the order of the base page.
        pub const SAMPLES: &[Sample] = &[$(Sample {
            name: $name,
            title: ($en, $zh),
            summary: ($about_en, $about_zh),
            text: include_str!(concat!("../public/samples/", $name, ".json")),
        },)*];
    };
}

samples! {
    "same-region" "Same account and region" "同账号同地域"
        "Scenario 1: bind the group to the VPC of the data source." "场景一：将资源组绑定到数据源所在的 VPC。";
    "other-region" "Other region" "同账号不同地域"
        "Scenario 2: join the two VPCs, then add the route." "场景二：打通两个 VPC，再添加路由。";
    "other-account" "Other account" "不同账号"
        "Scenario 3: the other account has to agree." "场景三：需要对方账号授权。";
    "data-center" "A data center" "本地 IDC"
        "Scenario 4: a line or a VPN to your own network." "场景四：通过专线或 VPN 连接自有网络。";
    "internet" "Over the Internet" "通过公网访问"
        "The public endpoint, and the EIP in the whitelist." "使用公网地址，并将 EIP 加入白名单。";
    "classic-network" "Classic network" "经典网络"
        "Out of reach until it moves into a VPC." "迁移到 VPC 之后才能连通。";
    "security-groups" "Advanced security group" "企业级安全组"
        "Two rules have to be there before anything passes." "需要两条规则才能放行流量。";
    "serverless" "Serverless group" "Serverless 资源组"
        "The usual group of new accounts, private and public." "新账号常用的资源组，兼有内网与公网。";
}

/// Titles and names inside the samples; a name that is not here is the same in both languages.
const NAMES: &[(&str, &str)] = &[
    ("Advanced security groups", "企业级安全组"),
    ("Customers of another account", "其他账号的客户库"),
    ("ERP in the data center", "本地 IDC 中的 ERP"),
    ("Orders from Shanghai to Hangzhou", "订单数据：从上海到杭州"),
    ("Orders in the classic network", "经典网络中的订单库"),
    ("Orders into the warehouse, one region", "同一地域：订单同步到数仓"),
    ("Partner sales over the Internet", "通过公网同步合作方销售数据"),
    ("Serverless group, private and Internet", "Serverless 资源组：内网与公网"),
    ("Circuit", "专线"),
    ("Classic network", "经典网络"),
    ("Company", "公司账号"),
    ("Customers", "客户库"),
    ("Data team", "数据团队"),
    ("ETL group", "ETL 资源组"),
    ("IDC Beijing", "北京 IDC"),
    ("Internet", "公网"),
    ("Inventory on ECS", "ECS 自建库存库"),
    ("Lake", "数据湖"),
    ("Legacy orders", "旧订单库"),
    ("Load ERP", "同步 ERP"),
    ("Load customers", "同步客户"),
    ("Load inventory", "同步库存"),
    ("Load orders", "同步订单"),
    ("Load sales", "同步销售数据"),
    ("NAT gateway", "NAT 网关"),
    ("Orders", "订单库"),
    ("Partner sales", "合作方销售库"),
    ("Reports", "报表库"),
    ("Serverless group", "Serverless 资源组"),
    ("Shop team", "商城团队"),
    ("Sync leads", "同步线索"),
    ("VPC Beijing", "北京 VPC"),
    ("VPC Data", "数据 VPC"),
    ("VPC Hangzhou", "杭州 VPC"),
    ("VPC Shanghai", "上海 VPC"),
    ("VPC Shenzhen", "深圳 VPC"),
    ("VPC Shop", "商城 VPC"),
    ("Warehouse", "数仓"),
];

impl Sample {
    /// The sample of this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        SAMPLES.iter().find(|sample| sample.name == name)
    }

    /// What it is called.
    pub fn title(&self, language: Language) -> &'static str {
        language.pick(self.title.0, self.title.1)
    }

    /// What it shows.
    pub fn summary(&self, language: Language) -> &'static str {
        language.pick(self.summary.0, self.summary.1)
    }

    /// The document with its names in a language; `None` would be a mistake that a test finds.
    pub fn document(&self, language: Language) -> Option<Document> {
        let named = match language {
            Language::En => self.text.to_owned(),
            Language::Zh => NAMES.iter().fold(self.text.to_owned(), |text, (en, zh)| {
                text.replace(&format!("\"{en}\""), &format!("\"{zh}\""))
            }),
        };
        wire::read(&named).ok()
    }

    /// Whether a document is this sample as it was opened, in whatever language.
    pub fn is(&self, document: &Document) -> bool {
        Language::ALL.into_iter().any(|language| self.document(language).as_ref() == Some(document))
    }
}
