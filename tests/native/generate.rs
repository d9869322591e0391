//! Arbitrary valid documents for properties: small plans in which things nearly fit. Blocks, routes, rules and whitelist
//! entries are drawn from what the plan itself holds, so that covered, half covered and missed all happen often.

mod build;
mod ground;
mod joined;
mod near;

use proptest::prelude::*;
use proptest::sample::Index;
use reachplan::topology::*;

use build::Builder;
use near::near_miss;

/// A document of about ten to twenty nodes that the reader accepts.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    prop_oneof![2 => near_miss(), 1 => recipe().prop_map(|recipe| Builder::default().build(&recipe))]
}

/// What is decided by chance. References are chosen among what is there when they are needed.
#[derive(Clone, Debug)]
struct Recipe {
    title: String,
    name: Option<String>,
    places: Places,
    groups: Vec<Group>,
    sources: Vec<Source>,
    joins: Vec<Join>,
    routes: Vec<(Index, Index, Index)>,
    gateways: Vec<(Index, Option<u8>, Option<u8>)>,
    tasks: Vec<Work>,
    forbidden: Vec<(Index, Index)>,
    drawn: Vec<(Index, f64, f64, Option<f64>)>,
}

#[derive(Clone, Debug)]
struct Places {
    accounts: Vec<Option<Site>>,
    regions: Vec<(Index, &'static str)>,
    vpcs: Vec<(Index, Option<Vec<&'static str>>)>,
    vswitches: Vec<(Index, Subnet)>,
    centers: Vec<Option<Vec<&'static str>>>,
    clouds: Vec<Option<Vec<&'static str>>>,
    others: (bool, bool),
}

/// How a vSwitch lies in its VPC.
#[derive(Clone, Debug)]
enum Subnet {
    Inside(u8),
    Elsewhere(&'static str),
    Unknown,
}

#[derive(Clone, Debug)]
struct Group {
    region: Index,
    kind: GroupKind,
    eips: Option<Vec<u8>>,
    previous: Vec<u8>,
    spec: Option<Spec>,
    cu: Option<f64>,
    bindings: Vec<(Scope, Index, Option<Guard>, Vec<Index>)>,
    /// Whether every binding has a route to every data source.
    routed: bool,
}

/// A task: its group, what it reads and what it writes.
type Work = (Index, Option<Index>, Index, Option<Mode>, Option<u32>);

/// Where a binding leads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Scope {
    Own,
    Any,
}

#[derive(Clone, Debug)]
struct Source {
    place: Index,
    product: Index,
    addresses: Option<Vec<u8>>,
    astray: bool,
    host: Option<String>,
    port: Option<u16>,
    endpoint: Option<Endpoint>,
    whitelist: Option<Vec<(Index, Shape)>>,
    without_whitelist: bool,
    /// Whether the whitelist holds everything that may be seen.
    open: bool,
    guard: Option<Guard>,
}

/// How an entry is made of a block that matters.
#[derive(Clone, Copy, Debug)]
enum Shape {
    Exact,
    Half,
    Wider,
    HostBits,
    One,
    Odd(&'static str),
}

/// A security group.
#[derive(Clone, Debug)]
struct Guard {
    kind: SecurityGroupType,
    rules: Vec<(Direction, Action, Protocol, &'static str, Index, u8)>,
}

#[derive(Clone, Debug)]
struct Join {
    kind: ConnectionKind,
    networks: Vec<(Index, State)>,
    routes: RouteMode,
    bandwidth: Option<f64>,
    edition: Option<Edition>,
}

#[rustfmt::skip]
const NETWORKS: [&str; 16] = [
    "10.1.0.0/16", "10.1.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.2.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.3.0.0/16",
    "172.16.0.0/16", "172.16.0.0/16", "192.168.0.0/20", "192.168.0.0/20", "10.4.0.0/16",
    "10.0.0.0/8", "21.4.0.0/16", "100.64.0.0/16",
];
const REGIONS: [&str; 4] = ["cn-hangzhou", "cn-hangzhou", "cn-shanghai", "ap-southeast-1"];
const PORTS: [&str; 5] = ["all", "3306", "1433/3306", "5432", "22"];
#[rustfmt::skip]
const ODD: [&str; 9] = [
    "", "127.0.0.1", "10.1.8.*", "10.1.8/24", "010.1.8.0", "10.1.8.1-10.1.8.9", "2001:db8::/32", "10.1.1.1, 10.1.1.2", "0.0.0.0/0",
];

fn of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn index() -> impl Strategy<Value = Index> {
    any::<Index>()
}

fn many<S: Strategy>(item: S, most: usize) -> impl Strategy<Value = Vec<S::Value>> {
    proptest::collection::vec(item, 0..=most)
}

fn some<S: Strategy>(item: S, most: usize) -> impl Strategy<Value = Vec<S::Value>> {
    proptest::collection::vec(item, 1..=most)
}

fn maybe<S: Strategy>(item: S) -> impl Strategy<Value = Option<S::Value>> {
    proptest::option::weighted(0.7, item)
}

fn rarely<S: Strategy>(item: S) -> impl Strategy<Value = Option<S::Value>> {
    proptest::option::weighted(0.2, item)
}

fn recipe() -> impl Strategy<Value = Recipe> {
    let task = (index(), rarely(index()), index(), maybe(of(&Mode::ALL)), rarely(1_u32..=64));
    let drawn = (index(), -1e4..1e4, -1e4..1e4, rarely(1.0..900.0));
    let words = ("[ -~]{0,12}|订单", rarely("[ -~]{0,8}|仓库\n"));
    (
        (words, places(), some(group(), 2), some(source(), 3), many(join(), 3)),
        (
            many((index(), index(), index()), 3),
            many((index(), maybe(0_u8..3), maybe(0_u8..4)), 2),
            many(task, 2),
            many((index(), index()), 1),
            many(drawn, 4),
        ),
    )
        .prop_map(
            |(
                ((title, name), places, groups, sources, joins),
                (routes, gateways, tasks, forbidden, drawn),
            )| {
                Recipe {
                    title,
                    name,
                    places,
                    groups,
                    sources,
                    joins,
                    routes,
                    gateways,
                    tasks,
                    forbidden,
                    drawn,
                }
            },
        )
}

fn places() -> impl Strategy<Value = Places> {
    let blocks = || maybe(some(of(&NETWORKS), 2));
    let subnet = prop_oneof![
        16 => (0_u8..4).prop_map(Subnet::Inside),
        1 => of(&["10.1.8.0/24", "10.9.0.0/15", "10.1.8.0/30"]).prop_map(Subnet::Elsewhere),
        1 => Just(Subnet::Unknown),
    ];
    (
        some(rarely(of(&Site::ALL)), 2),
        some((index(), of(&REGIONS)), 3),
        some((index(), blocks()), 3),
        some((index(), subnet), 4),
        many(blocks(), 1),
        many(blocks(), 1),
        (any::<bool>(), any::<bool>()),
    )
        .prop_map(|(accounts, regions, vpcs, vswitches, centers, clouds, others)| Places {
            accounts,
            regions,
            vpcs,
            vswitches,
            centers,
            clouds,
            others,
        })
}

fn group() -> impl Strategy<Value = Group> {
    let kind = prop_oneof![
        4 => Just(GroupKind::ExclusiveDataIntegration),
        3 => Just(GroupKind::Serverless),
        1 => of(&GroupKind::ALL),
    ];
    let binding = || {
        let scope = prop_oneof![4 => Just(Scope::Own), 1 => Just(Scope::Any)];
        (scope, index(), proptest::option::weighted(0.25, guard()), many(index(), 2))
    };
    let bindings = prop_oneof![1 => many(binding(), 2), 5 => some(binding(), 2)];
    (
        (index(), kind, maybe(many(0_u8..3, 2)), many(0_u8..3, 1)),
        (rarely(of(&Spec::ALL)), rarely(0.5..64.0), bindings, any::<bool>()),
    )
        .prop_map(|((region, kind, eips, previous), (spec, cu, bindings, routed))| Group {
            region,
            kind,
            eips,
            previous,
            spec,
            cu,
            bindings,
            routed,
        })
}

fn source() -> impl Strategy<Value = Source> {
    let shape = prop_oneof![
        4 => Just(Shape::Exact),
        2 => Just(Shape::Half),
        1 => Just(Shape::Wider),
        1 => Just(Shape::HostBits),
        1 => Just(Shape::One),
        2 => of(&ODD).prop_map(Shape::Odd),
    ];
    let chance = proptest::bool::weighted;
    (
        (index(), index(), maybe(some(0_u8..5, 2)), chance(0.1)),
        (rarely("[a-z]{1,8}\\.example"), rarely(1_u16..), rarely(of(&Endpoint::ALL))),
        (maybe(many((index(), shape), 3)), chance(0.1), chance(0.4), rarely(guard())),
    )
        .prop_map(|((place, product, addresses, astray), (host, port, endpoint), rest)| {
            let (whitelist, without_whitelist, open, guard) = rest;
            Source {
                place,
                product,
                addresses,
                astray,
                host,
                port,
                endpoint,
                whitelist,
                without_whitelist,
                open,
                guard,
            }
        })
}

fn guard() -> impl Strategy<Value = Guard> {
    let action = prop_oneof![4 => Just(Action::Allow), 1 => Just(Action::Deny)];
    let protocol = prop_oneof![4 => Just(Protocol::Tcp), 1 => of(&Protocol::ALL)];
    let rule = (of(&Direction::ALL), action, protocol, of(&PORTS), index(), of(&[1_u8, 1, 50, 100]));
    (of(&SecurityGroupType::ALL), many(rule, 3)).prop_map(|(kind, rules)| Guard { kind, rules })
}

fn join() -> impl Strategy<Value = Join> {
    let kind = prop_oneof![3 => Just(ConnectionKind::Cen), 2 => of(&ConnectionKind::ALL)];
    let state = prop_oneof![5 => Just(State::InService), 1 => of(&State::ALL)];
    let routes = prop_oneof![3 => Just(RouteMode::Automatic), 1 => Just(RouteMode::Manual)];
    (kind, many((index(), state), 4), routes, maybe(of(&[0.0, 10.0, 2.5])), rarely(of(&Edition::ALL)))
        .prop_map(|(kind, networks, routes, bandwidth, edition)| Join {
            kind,
            networks,
            routes,
            bandwidth,
            edition,
        })
}
