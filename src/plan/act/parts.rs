//! What acts are made of.

use crate::base::{Block, Id};
use crate::code::Code;
use crate::reading::ContradictionKind;

/// An address that a rule has to name and that is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unnamed {
    /// The elastic IP address of the group.
    Eip,
    /// The address of the data source.
    Address,
    /// The block of the bound vSwitch.
    VSwitchBlock,
    /// The addresses of the load balancer behind a PrivateLink.
    LoadBalancer,
}

/// What a whitelist has to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// This block.
    Block(Block),
    /// The elastic IP address of the group, which is not known yet.
    Eip,
    /// The block of the bound vSwitch, which is not known yet.
    VSwitchBlock,
}

impl Listed {
    /// Whether it is an elastic IP address. A single address can be nothing else: the block of a vSwitch holds eight at least.
    pub fn is_eip(self) -> bool {
        match self {
            Self::Eip => true,
            Self::Block(block) => block.prefix_len() == 32,
            Self::VSwitchBlock => false,
        }
    }

    /// The block, where it is known.
    pub fn block(self) -> Option<Block> {
        match self {
            Self::Block(block) => Some(block),
            Self::Eip | Self::VSwitchBlock => None,
        }
    }
}

/// Why a group has to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PrepareReason {
    /// Right region, suitable specification, associated with the workspace.
    Suitable,
    /// Another kind of group is needed.
    OtherKind,
    /// A group of an account of the same site is needed.
    OtherSite,
}

/// Why addresses have to change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReaddressReason {
    /// Two blocks overlap.
    Overlap {
        /// The block of what the step is done to, and the one that it overlaps.
        blocks: (Block, Block),
        /// Whatever could get other addresses instead: one of the two is enough.
        or: Option<Id>,
    },
    /// The address plan contradicts itself here, as this finding tells.
    AddressPlan(Code),
    /// A service of another region has only its public endpoint.
    PublicEndpoint,
    /// The blocks drawn so far leave no private block for a VPC to start from.
    NoRoom,
}

/// The finding that tells a contradiction.
pub fn contradiction_code(kind: ContradictionKind) -> Code {
    match kind {
        ContradictionKind::VSwitchOutsideVpc => Code::VswitchOutsideVpc,
        ContradictionKind::OverlappingVSwitches => Code::OverlappingVswitches,
        ContradictionKind::AddressOutsideNetwork => Code::AddressOutsideNetwork,
        ContradictionKind::ReservedRange => Code::ReservedRange,
        ContradictionKind::MaskOutOfRange => Code::MaskOutOfRange,
    }
}

/// Whose security group a rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The resource group's.
    ResourceGroup,
    /// The data source's.
    DataSource,
}

/// The vSwitch to bind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NewSwitch {
    /// Its id.
    pub vswitch: Id,
    /// Its block.
    pub cidr: Option<Block>,
    /// Its VPC.
    pub vpc: Id,
    /// Whether the vSwitch has to be created.
    pub is_new: bool,
    /// The VPC, where it has to be created too.
    pub new_vpc: Option<NewVpc>,
}

/// A VPC to be created.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NewVpc {
    /// Its block.
    pub cidr: Block,
    /// The region it lies in, as drawn.
    pub region: Id,
}

impl Side {
    /// The word of the report.
    pub fn key(self) -> &'static str {
        match self {
            Self::ResourceGroup => "resource_group",
            Self::DataSource => "data_source",
        }
    }
}
