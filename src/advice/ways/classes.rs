//! Classes of lead time, running cost and tolerance of overlap, as far as the official pages say; the rest is to be verified.
//!
//! Source: "VPC peering connections" (2026-02-05: free within a region, billed by outbound traffic across regions, accepted
//! by the other account within seven days, no overlap); "Manage inter-region connections" (bandwidth plan or data transfer);
//! "Cross-VPC access through PrivateLink" (solves conflicts of addresses); "Express Connect limits" and the base page (circuit).

use crate::advice::WayKind;
use crate::analysis::Assessed;
use crate::plan::{Act, StepState, Who};
use crate::topology::ConnectionKind;

/// The typical lead time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lead {
    /// Settings of one owner, in consoles.
    Console,
    /// Somebody else has to act as well.
    OtherSide,
    /// A circuit has to be laid.
    Physical,
    /// The pages do not say.
    Verify,
}

/// The running cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cost {
    /// Nothing new is bought.
    NothingNew,
    /// Free within a region.
    Free,
    /// By outbound traffic between the regions.
    Traffic,
    /// By bandwidth, or data transfer, between the regions.
    Bandwidth,
    /// The pages read here do not say.
    Verify,
}

/// Whether networks may overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlap {
    /// They may.
    Tolerated,
    /// They must not.
    Forbidden,
    /// There is one network only.
    OneNetwork,
}

impl Lead {
    pub(super) fn of(kind: WayKind, far_is_vpc: bool, actors: &[Who]) -> Self {
        match kind {
            WayKind::Join(ConnectionKind::ExpressConnect) => Self::Physical,
            WayKind::Join(ConnectionKind::SmartAccessGateway) => Self::Verify,
            WayKind::Join(ConnectionKind::Cen) if !far_is_vpc => Self::Verify,
            WayKind::Join(_) | WayKind::Bind | WayKind::Public if actors.len() > 1 => Self::OtherSide,
            WayKind::Join(_) | WayKind::Bind | WayKind::Public => Self::Console,
        }
    }
}

impl Cost {
    pub(super) fn of(kind: WayKind, regions_differ: bool, pair: &Assessed) -> Self {
        let new_exit = pair
            .steps
            .iter()
            .any(|step| step.state == StepState::ToDo && matches!(step.act, Act::CreateInternetExit { .. }));
        match kind {
            WayKind::Bind => Self::NothingNew,
            WayKind::Public if !new_exit => Self::NothingNew,
            WayKind::Join(ConnectionKind::VpcPeering) if regions_differ => Self::Traffic,
            WayKind::Join(ConnectionKind::VpcPeering) => Self::Free,
            WayKind::Join(ConnectionKind::Cen) if regions_differ => Self::Bandwidth,
            WayKind::Join(_) | WayKind::Public => Self::Verify,
        }
    }
}

impl Overlap {
    pub(super) fn of(kind: WayKind) -> Self {
        match kind {
            WayKind::Bind => Self::OneNetwork,
            WayKind::Join(ConnectionKind::PrivateLink) | WayKind::Public => Self::Tolerated,
            WayKind::Join(_) => Self::Forbidden,
        }
    }
}
