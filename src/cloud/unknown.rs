//! Values that a call needs and no drawing holds.

use crate::base::Id;

/// A value that has to be asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// The id of a resource group in DataWorks.
    Group(Id),
    /// The id of a workspace that uses a resource group.
    Workspace(Id),
    /// The id in DataWorks of the association of a resource group with a vSwitch.
    Binding(Id, Id),
    /// The id of a VPC.
    Vpc(Id),
    /// The id of a vSwitch.
    VSwitch(Id),
    /// The zone of a vSwitch.
    Zone(Id),
    /// The block of the vSwitch that a resource group is bound to.
    VSwitchBlock(Id),
    /// The id of the route table of a VPC.
    RouteTable(Id),
    /// The id of a CEN instance.
    Cen(Id),
    /// The id of the transit router of a CEN instance in a region.
    TransitRouter(Id, String),
    /// The id of the attachment of a network to a CEN instance.
    Attachment(Id, Id),
    /// The bandwidth between two regions of a CEN instance, in Mbit/s.
    Bandwidth(Id),
    /// The region that a data source lies in, where it is drawn outside of any.
    Region(Id),
    /// The id of a VPC peering connection.
    Peering(Id),
    /// The id of a VPN gateway.
    VpnGateway(Id),
    /// The type of the next hop into a connection.
    HopType(Id),
    /// The id of the next hop from a network into a connection.
    Hop(Id, Id),
    /// The id of an Internet NAT gateway.
    Nat(Id),
    /// The id of the SNAT table of a NAT gateway.
    SnatTable(Id),
    /// The elastic IP address of a resource group.
    Eip(Id),
    /// The address of a data source.
    Address(Id),
    /// The block of the load balancer in front of a data source, behind a PrivateLink.
    LoadBalancer(Id),
    /// The id of the security group of a resource group's association, or of a data source.
    SecurityGroup(Id, Option<Id>),
    /// The id of the instance, cluster or project of a data source.
    Instance(Id),
    /// The id of a data source in DataWorks.
    DataSource(Id),
    /// The name of the database of a data source.
    Database(Id),
    /// The number of an account.
    Uid(Id),
    /// The profile of the client with the credentials of an account.
    Profile(Id),
}

impl Unknown {
    /// The word for what it is.
    fn word(&self) -> &'static str {
        match self {
            Self::Group(_) => "resource_group",
            Self::Workspace(_) => "workspace",
            Self::Binding(..) => "dataworks_network",
            Self::Vpc(_) => "vpc",
            Self::VSwitch(_) => "vswitch",
            Self::Zone(_) => "zone",
            Self::VSwitchBlock(_) => "vswitch_cidr",
            Self::RouteTable(_) => "route_table",
            Self::Cen(_) => "cen",
            Self::TransitRouter(..) => "transit_router",
            Self::Attachment(..) => "attachment",
            Self::Bandwidth(_) => "bandwidth",
            Self::Region(_) => "region",
            Self::Peering(_) => "peering",
            Self::VpnGateway(_) => "vpn_gateway",
            Self::HopType(_) => "next_hop_type",
            Self::Hop(..) => "next_hop",
            Self::Nat(_) => "nat_gateway",
            Self::SnatTable(_) => "snat_table",
            Self::Eip(_) => "eip",
            Self::Address(_) => "address",
            Self::LoadBalancer(_) => "load_balancer",
            Self::SecurityGroup(..) => "security_group",
            Self::Instance(_) => "instance",
            Self::DataSource(_) => "data_source",
            Self::Database(_) => "database",
            Self::Uid(_) => "account",
            Self::Profile(_) => "profile",
        }
    }

    /// A name for it that a shell and Terraform take, such as `vpc_vpc_sh`; not unique, because ids may hold more signs.
    pub fn name(&self) -> String {
        let of: Vec<&str> = match self {
            Self::Group(id)
            | Self::Workspace(id)
            | Self::Vpc(id)
            | Self::VSwitch(id)
            | Self::Zone(id)
            | Self::VSwitchBlock(id)
            | Self::RouteTable(id)
            | Self::Cen(id)
            | Self::Bandwidth(id)
            | Self::Region(id)
            | Self::Peering(id)
            | Self::VpnGateway(id)
            | Self::HopType(id)
            | Self::Nat(id)
            | Self::SnatTable(id)
            | Self::Eip(id)
            | Self::Address(id)
            | Self::LoadBalancer(id)
            | Self::SecurityGroup(id, None)
            | Self::Instance(id)
            | Self::DataSource(id)
            | Self::Database(id)
            | Self::Uid(id)
            | Self::Profile(id) => vec![id.as_str()],
            Self::Binding(one, other)
            | Self::Attachment(one, other)
            | Self::Hop(one, other)
            | Self::SecurityGroup(one, Some(other)) => vec![one.as_str(), other.as_str()],
            Self::TransitRouter(cen, region) => vec![cen.as_str(), region],
        };
        plain(&format!("{}_{}", self.word(), of.join("_")))
    }
}

/// A text as a name: small letters, digits and `_`, never starting with a digit.
pub fn plain(text: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let name: String = text.chars().map(sign).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("n_{name}") }
}
