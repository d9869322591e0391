//! A whole plan from the answers to a few questions: the places and networks around a group and a data source, each
//! with what a new thing starts with. What only the user can know stays open, and the planner asks for it.

use crate::base::Id;
use crate::session::{PaletteItem, new_node};
use crate::topology::{Document, Edit, GroupKind, Kind, KindName, Product};

/// The region of the data source where it is another one.
const OTHER_REGION: &str = "cn-shanghai";

/// Where the data source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// In a VPC, or in a region where the product is a service of the region.
    AlibabaCloud,
    /// In the classic network.
    ClassicNetwork,
    /// In a data center.
    DataCenter,
    /// With another vendor.
    OtherCloud,
    /// Behind a public endpoint.
    Internet,
}

impl Whereabouts {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::AlibabaCloud, Self::ClassicNetwork, Self::DataCenter, Self::OtherCloud, Self::Internet];

    /// A word for it that no other has.
    pub fn key(self) -> &'static str {
        match self {
            Self::AlibabaCloud => "alibaba_cloud",
            Self::ClassicNetwork => "classic_network",
            Self::DataCenter => "data_center",
            Self::OtherCloud => "other_cloud",
            Self::Internet => "internet",
        }
    }

    /// Whether an account and a region hold it.
    pub fn has_region(self) -> bool {
        matches!(self, Self::AlibabaCloud | Self::ClassicNetwork)
    }
}

/// Whether the data source shares something with the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shares {
    /// The same one.
    Same,
    /// Another one.
    Other,
}

impl Shares {
    /// Both answers.
    pub const ALL: [Self; 2] = [Self::Same, Self::Other];

    /// A word for it that the other has not.
    pub fn key(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Other => "other",
        }
    }

    /// The answer with this word; the same one for any other word.
    pub fn from_key(key: &str) -> Self {
        if key == Self::Other.key() { Self::Other } else { Self::Same }
    }
}

/// The answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The kind of resource group.
    pub group: GroupKind,
    /// What the data source is.
    pub product: Product,
    /// Where it is.
    pub place: Whereabouts,
    /// Whose it is; of no account where no account holds it.
    pub account: Shares,
    /// In which region it is; in none where no region holds it.
    pub region: Shares,
}

impl Answers {
    /// The plan that they describe.
    pub fn document(self) -> Document {
        let mut draft = Document::default();
        // Every kind has its defaults; a draft that lacked one would be shorter, never wrong.
        self.draw(&mut draft);
        draft
    }

    fn draw(self, draft: &mut Document) -> Option<()> {
        let (account, region) = home(draft)?;
        let group = add(draft, PaletteItem::Group(self.group), Some(&region))?;
        if self.has_own_network() {
            let vswitch = network(draft, &region)?;
            *draft = draft.with(&Edit::AddBinding { group, vswitch });
        }
        let place = match self.place {
            Whereabouts::AlibabaCloud | Whereabouts::ClassicNetwork => {
                let region = self.far_region(draft, &account, region)?;
                match self.place {
                    Whereabouts::ClassicNetwork => {
                        add(draft, PaletteItem::Node(KindName::ClassicNetwork), Some(&region))?
                    }
                    _ if self.product.is_regional() => region,
                    _ => network(draft, &region)?,
                }
            }
            Whereabouts::DataCenter => add(draft, PaletteItem::Node(KindName::DataCenter), None)?,
            Whereabouts::OtherCloud => add(draft, PaletteItem::Node(KindName::OtherCloud), None)?,
            Whereabouts::Internet => add(draft, PaletteItem::Node(KindName::Internet), None)?,
        };
        add(draft, PaletteItem::Source(self.product), Some(&place)).map(drop)
    }

    fn far_region(self, draft: &mut Document, account: &Id, near: Id) -> Option<Id> {
        if (self.account, self.region) == (Shares::Same, Shares::Same) {
            return Some(near);
        }
        let owner = match self.account {
            Shares::Same => account.clone(),
            Shares::Other => add(draft, PaletteItem::Node(KindName::Account), None)?,
        };
        let id = add(draft, PaletteItem::Node(KindName::Region), Some(&owner))?;
        if self.region == Shares::Other {
            let mut node = draft.topology.node(&id)?.clone();
            if let Kind::Region(place) = &mut node.kind {
                OTHER_REGION.clone_into(&mut place.region);
            }
            *draft = draft.with(&Edit::PutNode { id: id.clone(), node });
        }
        Some(id)
    }

    /// Whether the group is bound to a network of its own: in the data source's own VPC it is not yet, and from where
    /// the way over the Internet needs none it need not be.
    fn has_own_network(self) -> bool {
        let beside = self.place == Whereabouts::AlibabaCloud
            && (self.account, self.region) == (Shares::Same, Shares::Same)
            && !self.product.is_regional();
        let over_the_internet = self.place == Whereabouts::Internet && self.group != GroupKind::Serverless;
        self.group != GroupKind::Shared && !beside && !over_the_internet
    }
}

/// A plan with one account and one region, to be filled by hand.
pub fn blank() -> Document {
    let mut draft = Document::default();
    home(&mut draft);
    draft
}

/// An account with a region.
fn home(draft: &mut Document) -> Option<(Id, Id)> {
    let account = add(draft, PaletteItem::Node(KindName::Account), None)?;
    let region = add(draft, PaletteItem::Node(KindName::Region), Some(&account))?;
    Some((account, region))
}

/// A VPC with a vSwitch; returns the vSwitch.
fn network(draft: &mut Document, region: &Id) -> Option<Id> {
    let vpc = add(draft, PaletteItem::Node(KindName::Vpc), Some(region))?;
    add(draft, PaletteItem::Node(KindName::VSwitch), Some(&vpc))
}

fn add(draft: &mut Document, item: PaletteItem, parent: Option<&Id>) -> Option<Id> {
    let (id, node) = new_node(&draft.topology, item, parent)?;
    *draft = draft.with(&Edit::PutNode { id: id.clone(), node });
    Some(id)
}
