//! The facts that decided the scenario.

use crate::base::Id;
use crate::reading::{Location, Reading};
use crate::scenario::Scenario;
use crate::topology::Product;
use crate::trace::Trace;

/// One fact that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The public endpoint of the data source is used.
    PublicEndpoint(Id),
    /// The data source lies on the Internet.
    OnTheInternet(Id),
    /// The data source lies in the classic network.
    InClassicNetwork(Id),
    /// The data source lies in a data center or other cloud.
    Outside(Id, Id),
    /// The accounts differ.
    Accounts(Id, Id),
    /// The regions differ.
    Regions(String, String),
    /// Account and region are the same.
    Same(Id, String),
    /// The data source's VPC is, or is not, the one that is bound.
    Bound {
        /// The VPC.
        vpc: Id,
        /// Whether it is bound.
        bound: bool,
        /// Whether another VPC leads there meanwhile.
        other: bool,
    },
    /// A data source that usually lies in a VPC is drawn as a service of a region, and taken for one.
    TakenForService(Id),
    /// A security group is drawn where none is asked: outside of a VPC, or at a product that the vendor runs.
    GroupNotAsked(Id),
    /// A region has no value yet.
    NoRegion(Id),
}

/// The facts that decided the scenario of a pair, and what else was taken for granted.
pub(super) fn because(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Vec<Because> {
    let (source, product) = (trace.source, trace.source.drawn.product);
    let supposed = source.location == Location::Region && !product.is_regional() && product != Product::OTHER;
    let mut facts = decisive(reading, trace);
    facts.extend(supposed.then(|| Because::TakenForService(source.id.clone())));
    let idle = source.drawn.security_group.is_some() && !source.is_gated_by_security_group(reading);
    facts.extend(idle.then(|| Because::GroupNotAsked(source.id.clone())));
    facts
}

fn decisive(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> Vec<Because> {
    let (group, source) = (trace.group, trace.source);
    let text = |region: Option<&str>| region.unwrap_or_default().to_owned();
    match trace.scenario {
        Scenario::Internet if source.location == Location::Internet => {
            vec![Because::OnTheInternet(source.id.clone())]
        }
        Scenario::Internet => vec![Because::PublicEndpoint(source.id.clone())],
        Scenario::ClassicNetwork => vec![Because::InClassicNetwork(source.id.clone())],
        Scenario::OutsideAlibabaCloud => {
            let place = source.network().map_or(source.id, |ix| reading.network(ix).id);
            vec![Because::Outside(source.id.clone(), place.clone())]
        }
        Scenario::OtherAccount => {
            let named = |account: Option<&Id>, other: &Id| account.unwrap_or(other).clone();
            let mut facts =
                vec![Because::Accounts(named(group.account, group.id), named(source.account, source.id))];
            if let (Some(near), Some(far)) = (group.region, source.region)
                && near != far
            {
                facts.push(Because::Regions(near.to_owned(), far.to_owned()));
            }
            facts
        }
        Scenario::OtherRegion => vec![Because::Regions(text(group.region), text(source.region))],
        Scenario::SameAccountSameRegion => {
            let mut facts =
                vec![Because::Same(group.account.unwrap_or(group.id).clone(), text(group.region))];
            if let Some(ix) = source.network() {
                let bound = group.usable().any(|(_, bound)| bound.network == ix);
                let other =
                    !bound && trace.private().is_some_and(|p| p.legs.iter().any(|leg| leg.meeting.is_open()));
                facts.push(Because::Bound { vpc: reading.network(ix).id.clone(), bound, other });
            }
            facts
        }
        Scenario::Undetermined => {
            let place = if group.region.is_none() { group.id } else { source.id };
            vec![Because::NoRegion(place.clone())]
        }
    }
}
