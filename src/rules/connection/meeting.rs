//! What the rules about networks that do not meet share: one of them speaks for each association, the most specific.

use crate::base::Id;
use crate::rules::Case;
use crate::trace::Leg;
use crate::verdict::HopKind;

/// The hops that fail when the networks do not meet.
pub(super) const HOPS: &[HopKind] = &[HopKind::VpcRoute, HopKind::Connection, HopKind::ReturnRoute];

/// The association whose VPC does not meet the data source's network, with the VPC's id; `None` where another rule says
/// why (bound elsewhere, different sites) or where they meet.
pub(super) fn apart<'c>(case: &Case<'c>) -> Option<(&'c Leg, Id)> {
    let private = case.trace.private()?;
    if private.bound_elsewhere || case.trace.site_mismatch {
        return None;
    }
    let leg = private.legs.iter().find(|leg| !leg.meeting.is_open())?;
    Some((leg, case.reading.network(leg.near).id.clone()))
}
