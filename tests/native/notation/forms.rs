//! What a line of each keyword may say: its fields, in the words of the notation and in those of the document format.

/// How the words after a field become a value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Word,
    Number,
    Words,
    /// `vpc`, or vSwitches.
    Scope,
    /// Networks, each perhaps followed by its state.
    Attachments,
}

/// What a line of one keyword may say: after its id the fields without a name, then the named ones.
pub(super) struct Form {
    pub(super) keyword: &'static str,
    pub(super) list: &'static str,
    pub(super) unnamed: &'static [(&'static str, Shape)],
    pub(super) named: &'static [(&'static str, &'static str, Shape)],
}

const fn node(
    keyword: &'static str,
    unnamed: &'static [(&'static str, Shape)],
    named: &'static [(&'static str, &'static str, Shape)],
) -> Form {
    Form { keyword, list: "nodes", unnamed, named }
}

const fn connection(keyword: &'static str) -> Form {
    let named = &[
        ("joins", "attachments", Shape::Attachments),
        ("routes", "routes", Shape::Word),
        ("bandwidth", "bandwidth_mbps", Shape::Number),
        ("edition", "edition", Shape::Word),
    ];
    Form { keyword, list: "connections", unnamed: &[], named }
}

/// The words of the notation where they are not those of the document format.
pub(super) const KINDS: [(&str, &str); 4] = [
    ("classic", "classic_network"),
    ("nat", "nat_gateway"),
    ("group", "resource_group"),
    ("source", "data_source"),
];

pub(super) const FORMS: [Form; 19] = [
    node("account", &[], &[("uid", "uid", Shape::Word), ("site", "site", Shape::Word)]),
    node("region", &[("region", Shape::Word)], &[]),
    node("vpc", &[("cidrs", Shape::Words)], &[("cloud_id", "cloud_id", Shape::Word)]),
    node(
        "vswitch",
        &[("cidr", Shape::Word)],
        &[("zone", "zone", Shape::Word), ("cloud_id", "cloud_id", Shape::Word)],
    ),
    node("classic", &[], &[]),
    node("data_center", &[("cidrs", Shape::Words)], &[]),
    node("other_cloud", &[("cidrs", Shape::Words)], &[("provider", "provider", Shape::Word)]),
    node("internet", &[], &[]),
    node("nat", &[], &[("eips", "eips", Shape::Words), ("snat", "snat", Shape::Scope)]),
    node(
        "group",
        &[("type", Shape::Word)],
        &[
            ("eips", "eips", Shape::Words),
            ("previous", "previous_eips", Shape::Words),
            ("spec", "spec", Shape::Word),
            ("cu", "cu", Shape::Number),
        ],
    ),
    node(
        "source",
        &[("product", Shape::Word)],
        &[
            ("at", "addresses", Shape::Words),
            ("host", "host", Shape::Word),
            ("port", "port", Shape::Number),
            ("endpoint", "endpoint", Shape::Word),
        ],
    ),
    connection("cen"),
    connection("vpc_peering"),
    connection("vpn_gateway"),
    connection("express_connect"),
    connection("privatelink"),
    connection("smart_access_gateway"),
    Form {
        keyword: "task",
        list: "tasks",
        unnamed: &[],
        named: &[
            ("group", "resource_group", Shape::Word),
            ("reads", "reads", Shape::Word),
            ("writes", "writes", Shape::Word),
            ("mode", "mode", Shape::Word),
            ("threads", "threads", Shape::Number),
        ],
    },
    Form {
        keyword: "must_not_reach",
        list: "must_not_reach",
        unnamed: &[("data_source", Shape::Word)],
        named: &[],
    },
];
