//! Regions: ids, names in both languages, and on which side of the mainland border they lie.
//!
//! Source: the region tables of the DataWorks endpoint and price pages and of the OSS page "Regions and endpoints"
//! (2026-10-06). The list ages, so a region that is not in it is still a region.

/// The id of a region, such as `cn-hangzhou`.
pub type Region = String;

/// What is known of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionInfo {
    /// The id.
    pub id: &'static str,
    /// The English console name.
    pub en: &'static str,
    /// The Chinese console name.
    pub zh: &'static str,
}

const fn region(id: &'static str, en: &'static str, zh: &'static str) -> RegionInfo {
    RegionInfo { id, en, zh }
}

/// The regions that the page offers.
pub const REGIONS: &[RegionInfo] = &[
    region("cn-hangzhou", "China (Hangzhou)", "华东1（杭州）"),
    region("cn-shanghai", "China (Shanghai)", "华东2（上海）"),
    region("cn-beijing", "China (Beijing)", "华北2（北京）"),
    region("cn-shenzhen", "China (Shenzhen)", "华南1（深圳）"),
    region("cn-zhangjiakou", "China (Zhangjiakou)", "华北3（张家口）"),
    region("cn-chengdu", "China (Chengdu)", "西南1（成都）"),
    region("cn-wulanchabu", "China (Ulanqab)", "华北6（乌兰察布）"),
    region("cn-qingdao", "China (Qingdao)", "华北1（青岛）"),
    region("cn-huhehaote", "China (Hohhot)", "华北5（呼和浩特）"),
    region("cn-heyuan", "China (Heyuan)", "华南2（河源）"),
    region("cn-guangzhou", "China (Guangzhou)", "华南3（广州）"),
    region("cn-wuhan-lr", "China (Wuhan - Local Region)", "华中1（武汉-本地地域）"),
    region("cn-hongkong", "China (Hong Kong)", "中国香港"),
    region("ap-southeast-1", "Singapore", "新加坡"),
    region("ap-southeast-3", "Malaysia (Kuala Lumpur)", "马来西亚（吉隆坡）"),
    region("ap-southeast-5", "Indonesia (Jakarta)", "印度尼西亚（雅加达）"),
    region("ap-southeast-6", "Philippines (Manila)", "菲律宾（马尼拉）"),
    region("ap-southeast-7", "Thailand (Bangkok)", "泰国（曼谷）"),
    region("ap-northeast-1", "Japan (Tokyo)", "日本（东京）"),
    region("ap-northeast-2", "South Korea (Seoul)", "韩国（首尔）"),
    region("eu-central-1", "Germany (Frankfurt)", "德国（法兰克福）"),
    region("eu-west-1", "UK (London)", "英国（伦敦）"),
    region("us-west-1", "US (Silicon Valley)", "美国（硅谷）"),
    region("us-east-1", "US (Virginia)", "美国（弗吉尼亚）"),
    region("na-south-1", "Mexico", "墨西哥"),
    region("me-east-1", "UAE (Dubai)", "阿联酋（迪拜）"),
];

/// The id of the region that a text names: by its id, its console name in either language, or the city in that.
pub fn region_named(text: &str) -> Option<&'static str> {
    let sought = text.trim().to_lowercase();
    let city = |name: &str| {
        let inner = name.split(['(', '（']).nth(1)?;
        Some(inner.trim_end_matches([')', '）']).to_lowercase())
    };
    let named = |region: &&RegionInfo| {
        [region.id, region.en, region.zh].iter().any(|name| name.to_lowercase() == sought)
            || [region.en, region.zh].iter().any(|name| city(name).as_deref() == Some(&sought))
    };
    REGIONS.iter().find(named).map(|region| region.id)
}

/// Whether exactly one of two regions lies in mainland China. Hong Kong lies outside it.
///
/// Source: VPC peering connections (2026-02-05), which treats Hong Kong as outside the Chinese mainland.
pub fn crosses_border(a: &str, b: &str) -> bool {
    let mainland = |id: &str| id.starts_with("cn-") && id != "cn-hongkong";
    mainland(a) != mainland(b)
}
