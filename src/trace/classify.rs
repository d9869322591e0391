//! The base page's table: first match wins, and only the relationship counts.

use crate::base::Id;
use crate::reading::{Group, Location, Source};
use crate::scenario::Scenario;

/// The scenario of a pair.
pub fn classify(group: &Group<'_>, source: &Source<'_>) -> Scenario {
    if source.public {
        return Scenario::Internet;
    }
    match source.location {
        Location::Internet => Scenario::Internet,
        Location::Classic => Scenario::ClassicNetwork,
        Location::Network { .. } if source.account.is_none() => Scenario::OutsideAlibabaCloud,
        Location::Network { .. } | Location::Region => {
            classify_places((group.account, group.region), (source.account, source.region))
        }
    }
}

/// The scenario of two places inside Alibaba Cloud, given as account and region.
pub fn classify_places(group: (Option<&Id>, Option<&str>), source: (Option<&Id>, Option<&str>)) -> Scenario {
    match (group, source) {
        ((Some(a), _), (Some(b), _)) if a != b => Scenario::OtherAccount,
        ((Some(_), Some(near)), (Some(_), Some(far))) if near != far => Scenario::OtherRegion,
        ((Some(_), Some(_)), (Some(_), Some(_))) => Scenario::SameAccountSameRegion,
        _ => Scenario::Undetermined,
    }
}
