//! Nodes: places that nest, NAT gateways, resource groups and data sources, with the fields of the document format.

use crate::base::{Address, Block, Id, Region};
use crate::topology::{Product, SecurityGroup, Whitelist};

/// One node of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Display name; the id where absent.
    pub name: Option<String>,
    /// A remark of the user's.
    pub note: Option<String>,
    /// The place it lies in; `None` for the outermost places.
    pub parent: Option<Id>,
    /// What it is.
    pub kind: Kind,
}

/// What a node is, with the facts that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// An Alibaba Cloud account.
    Account(Account),
    /// A region of an account.
    Region(RegionPlace),
    /// A virtual private cloud.
    Vpc(Vpc),
    /// A vSwitch of a VPC.
    VSwitch(VSwitch),
    /// The classic network of a region.
    ClassicNetwork,
    /// A data center (IDC).
    DataCenter(DataCenter),
    /// A network in another vendor's cloud.
    OtherCloud(OtherCloud),
    /// The Internet.
    Internet,
    /// An Internet NAT gateway.
    NatGateway(NatGateway),
    /// A DataWorks resource group.
    ResourceGroup(ResourceGroup),
    /// A data source.
    DataSource(DataSource),
}

/// An Alibaba Cloud account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The account's number.
    pub uid: Option<String>,
    /// The site the account is registered at; absent: the same as everybody.
    pub site: Option<Site>,
}

/// The site that an account is registered at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Site {
    /// aliyun.com.
    China,
    /// alibabacloud.com.
    International,
}

/// A region of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionPlace {
    /// The region's id, such as `cn-hangzhou`.
    pub region: Region,
}

/// A virtual private cloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vpc {
    /// Primary block first, then secondary ones.
    pub cidrs: Option<Vec<Block>>,
    /// The id in the cloud.
    pub cloud_id: Option<String>,
    /// Custom entries of the route table.
    pub routes: Vec<Route>,
}

/// A vSwitch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VSwitch {
    /// Its block.
    pub cidr: Option<Block>,
    /// Its zone.
    pub zone: Option<String>,
    /// The id in the cloud.
    pub cloud_id: Option<String>,
}

/// A data center.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataCenter {
    /// Its blocks; absent: the addresses of the data sources inside stand in.
    pub cidrs: Option<Vec<Block>>,
    /// Its own routes towards the cloud.
    pub routes: Vec<Route>,
}

/// A network in another vendor's cloud.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherCloud {
    /// The vendor.
    pub provider: Option<String>,
    /// Its blocks; absent: the addresses of the data sources inside stand in.
    pub cidrs: Option<Vec<Block>>,
    /// Its own routes.
    pub routes: Vec<Route>,
}

/// A custom route of a network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// The destination block.
    pub to: Block,
    /// The connection that is the next hop.
    pub via: Id,
}

/// An Internet NAT gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NatGateway {
    /// Its elastic IP addresses.
    pub eips: Option<Vec<Address>>,
    /// Which vSwitches have an available SNAT entry.
    pub snat: Option<Snat>,
}

/// The scope of a NAT gateway's SNAT entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snat {
    /// The whole VPC.
    Vpc,
    /// These vSwitches.
    VSwitches(Vec<Id>),
}

/// A DataWorks resource group.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourceGroup {
    /// The kind of group.
    pub kind: GroupKind,
    /// Elastic IP addresses of an exclusive group.
    pub eips: Option<Vec<Address>>,
    /// Addresses from before a specification change.
    pub previous_eips: Vec<Address>,
    /// Specification of an exclusive group.
    pub spec: Option<Spec>,
    /// Compute units of a serverless group.
    pub cu: Option<f64>,
    /// Associations with VPCs.
    pub bindings: Vec<Binding>,
}

/// The kinds of resource group.
///
/// Source: DataWorks, ListResourceGroups (types) and "Legacy resource groups" (2026).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// Exclusive resource group for Data Integration.
    ExclusiveDataIntegration,
    /// Exclusive resource group for scheduling.
    ExclusiveScheduling,
    /// Exclusive resource group for DataService Studio.
    ExclusiveDataService,
    /// Serverless resource group.
    Serverless,
    /// Shared resource group.
    Shared,
}

/// The specification of an exclusive resource group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spec {
    /// 4 vCPU, 8 GiB.
    C4G8,
    /// 8 vCPU, 16 GiB.
    C8G16,
    /// 12 vCPU, 24 GiB.
    C12G24,
    /// 16 vCPU, 32 GiB.
    C16G32,
    /// 24 vCPU, 48 GiB.
    C24G48,
    /// 32 vCPU, 64 GiB.
    C32G64,
}

/// The association of a resource group with a VPC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The vSwitch.
    pub vswitch: Id,
    /// The security group; absent: basic, without custom rules.
    pub security_group: Option<SecurityGroup>,
    /// Destination blocks added in the DataWorks console.
    pub routes: Vec<Block>,
}

/// A data source.
#[derive(Clone, Debug, PartialEq)]
pub struct DataSource {
    /// What it is.
    pub product: Product,
    /// Its addresses; absent: the block of the place stands in.
    pub addresses: Option<Vec<Address>>,
    /// The host name it is reached by.
    pub host: Option<String>,
    /// Its port; absent: the product's default.
    pub port: Option<u16>,
    /// Which endpoint is used; absent: public inside the Internet, private elsewhere.
    pub endpoint: Option<Endpoint>,
    /// Its whitelist; absent: not known.
    pub whitelist: Option<Whitelist>,
    /// Its own security group; absent: not known.
    pub security_group: Option<SecurityGroup>,
}

/// Which endpoint of a data source is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Endpoint {
    /// The endpoint inside its network.
    Private,
    /// The public endpoint.
    Public,
}

/// The kinds of node, without their facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KindName {
    /// See [`Kind::Account`].
    Account,
    /// See [`Kind::Region`].
    Region,
    /// See [`Kind::Vpc`].
    Vpc,
    /// See [`Kind::VSwitch`].
    VSwitch,
    /// See [`Kind::ClassicNetwork`].
    ClassicNetwork,
    /// See [`Kind::DataCenter`].
    DataCenter,
    /// See [`Kind::OtherCloud`].
    OtherCloud,
    /// See [`Kind::Internet`].
    Internet,
    /// See [`Kind::NatGateway`].
    NatGateway,
    /// See [`Kind::ResourceGroup`].
    ResourceGroup,
    /// See [`Kind::DataSource`].
    DataSource,
}

impl Kind {
    /// The kind without its facts.
    pub fn name(&self) -> KindName {
        match self {
            Self::Account(_) => KindName::Account,
            Self::Region(_) => KindName::Region,
            Self::Vpc(_) => KindName::Vpc,
            Self::VSwitch(_) => KindName::VSwitch,
            Self::ClassicNetwork => KindName::ClassicNetwork,
            Self::DataCenter(_) => KindName::DataCenter,
            Self::OtherCloud(_) => KindName::OtherCloud,
            Self::Internet => KindName::Internet,
            Self::NatGateway(_) => KindName::NatGateway,
            Self::ResourceGroup(_) => KindName::ResourceGroup,
            Self::DataSource(_) => KindName::DataSource,
        }
    }

    /// The custom routes, where this is a network.
    pub fn routes(&self) -> &[Route] {
        match self {
            Self::Vpc(vpc) => &vpc.routes,
            Self::DataCenter(center) => &center.routes,
            Self::OtherCloud(cloud) => &cloud.routes,
            _ => &[],
        }
    }

    /// The custom routes, to be changed, where this is a network.
    pub fn routes_mut(&mut self) -> Option<&mut Vec<Route>> {
        match self {
            Self::Vpc(vpc) => Some(&mut vpc.routes),
            Self::DataCenter(center) => Some(&mut center.routes),
            Self::OtherCloud(cloud) => Some(&mut cloud.routes),
            _ => None,
        }
    }

    /// The blocks as drawn, where this is a network and they are known.
    pub fn cidrs(&self) -> Option<&[Block]> {
        match self {
            Self::Vpc(vpc) => vpc.cidrs.as_deref(),
            Self::DataCenter(center) => center.cidrs.as_deref(),
            Self::OtherCloud(cloud) => cloud.cidrs.as_deref(),
            _ => None,
        }
    }
}

impl DataSource {
    /// A data source of a product with nothing else known.
    pub fn new(product: Product) -> Self {
        Self {
            product,
            addresses: None,
            host: None,
            port: None,
            endpoint: None,
            whitelist: None,
            security_group: None,
        }
    }

    /// The port, or the product's default.
    pub fn effective_port(&self) -> Option<u16> {
        self.port.or(self.product.info().port)
    }
}

impl ResourceGroup {
    /// A group of a kind with nothing else known.
    pub fn new(kind: GroupKind) -> Self {
        Self { kind, eips: None, previous_eips: Vec::new(), spec: None, cu: None, bindings: Vec::new() }
    }
}

impl Binding {
    /// An association with the default security group and no added route.
    pub fn new(vswitch: Id) -> Self {
        Self { vswitch, security_group: None, routes: Vec::new() }
    }
}
