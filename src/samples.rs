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
    "same-region" "Same account and region" "同账号、同地域"
        "Scenario 1: bind the group to the VPC of the data source." "场景一：将资源组绑定到数据源所在的 VPC。";
    "other-region" "Another region" "同账号、不同地域"
        "Scenario 2: join the two VPCs, then add the route." "场景二：打通两个 VPC，再添加路由。";
    "other-account" "Another account" "其他账号"
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

    /// The document; `None` would be a mistake that a test finds.
    pub fn document(&self) -> Option<Document> {
        wire::read(self.text).ok()
    }
}
