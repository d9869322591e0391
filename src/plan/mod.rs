//! What to do so that a pair works: the ordered steps with the user's own ids and values, as typed acts that are edits of
//! the drawing at the same time. Knows no prose.

mod act;
mod action;
mod internet;
mod joining;
mod private;
mod routes;
mod security;
mod target;
mod whitelist;

pub use act::{
    Act, Line, Listed, NewSwitch, NewVpc, PrepareReason, ReaddressReason, Side, Tunnel, Unnamed,
    contradiction_code,
};
pub use action::{ActionName, StepState};

use crate::base::order;
use crate::base::{Address, Block, Id};
use crate::code::Code;
use crate::reading::Reading;
use crate::topology::{Edit, GroupKind, KindName};
use crate::trace::{Course, Trace};
use crate::verdict::Verdict;

/// What a pair needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The blocks that the data source sees once the steps are done.
    pub required: Vec<Block>,
    /// Whether these are all: false where an address is not known yet.
    pub required_known: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do.
    pub act: Act,
    /// Whether it is still to be done.
    pub state: StepState,
    /// Who does it.
    pub who: Who,
    /// The findings it cures.
    pub cures: Vec<Code>,
    /// The network at the other end, where it sets up one end of a connection.
    pub peer: Option<Id>,
}

/// Who carries out a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The owner of this Alibaba Cloud account.
    Account(Id),
    /// The team that runs this data center or other cloud.
    Team(Id),
    /// Whoever runs this data source.
    SourceOwner(Id),
}

impl Step {
    /// The step as an edit, where the drawing can hold it and no value is missing.
    pub fn edit(&self) -> Option<Edit> {
        self.act.edit(None)
    }

    /// The step as an edit, with the value that exists only once it is done.
    pub fn edit_with(&self, value: &str) -> Option<Edit> {
        self.act.edit(Some(value))
    }
}

/// Whether something waits for what is done on the side of the cloud: the device in a data center needs the public IP
/// address of the gateway, which is there once the VPC is attached (VPN Gateway, IPsec-VPN, 6 March 2026).
fn follows(reading: &Reading<'_>, act: &Act) -> bool {
    let is_far =
        |network: &Id| reading.topology.node(network).is_some_and(|node| node.kind.name() != KindName::Vpc);
    matches!(act, Act::AttachNetwork { network, .. } | Act::CompleteAttachment { network, .. } if is_far(network))
}

/// What the pair of a trace needs.
pub fn plan(reading: &Reading<'_>, trace: &Trace<'_, '_>, verdict: Verdict) -> Plan {
    let mut plan = match &trace.course {
        Course::SharedGroup => unsupported(
            trace,
            Act::PrepareGroup { group: trace.group.id.clone(), reason: PrepareReason::OtherKind },
        ),
        Course::Classic => unsupported(trace, Act::MigrateToVpc { source: trace.source.id.clone() }),
        Course::Private(_) if trace.site_mismatch => unsupported(
            trace,
            Act::PrepareGroup { group: trace.group.id.clone(), reason: PrepareReason::OtherSite },
        ),
        Course::Private(private) => private::plan(reading, trace, private),
        Course::Internet(internet) => internet::plan(reading, trace, internet),
    };
    let prepares = |step: &Step| matches!(step.act, Act::PrepareGroup { .. });
    if !plan.steps.iter().any(prepares) {
        let act = Act::PrepareGroup { group: trace.group.id.clone(), reason: PrepareReason::Suitable };
        plan.steps.push(Step::verify(act, trace.group_owner()));
    }
    let test = Act::TestConnectivity { group: trace.group.id.clone(), source: trace.source.id.clone() };
    plan.steps.push(Step::verify(test, trace.group_owner()));
    order::sort_by(&mut plan.steps, |a, b| {
        let key = |step: &'_ Step| {
            let follows = follows(reading, &step.act);
            // Among what is completed it comes last.
            let name = if follows { ActionName::CompleteAttachment } else { step.act.name() };
            (name, step.act.at().clone(), step.act.is_inbound(), follows)
        };
        key(a).cmp(&key(b)).then_with(|| a.act.cmp(&b.act))
    });
    plan.steps.dedup_by(|a, b| a.act == b.act);
    if verdict == Verdict::Ready {
        plan.steps
            .iter_mut()
            .filter(|step| step.state == StepState::ToDo)
            .for_each(|step| step.state = StepState::Verify);
    }
    plan
}

/// Nothing inside the drawing helps: the one act that does, outside of it.
fn unsupported(trace: &Trace<'_, '_>, act: Act) -> Plan {
    let (state, code, who) = match &act {
        Act::MigrateToVpc { .. } => (StepState::ToDo, Code::ClassicNetwork, trace.source_owner()),
        Act::PrepareGroup { reason: PrepareReason::OtherSite, .. } => {
            (StepState::Verify, Code::SiteMismatch, trace.group_owner())
        }
        _ => (StepState::Verify, Code::SharedGroupPrivateSource, trace.group_owner()),
    };
    Plan {
        steps: vec![Step { act, state, who, cures: vec![code], peer: None }],
        required: Vec::new(),
        required_known: false,
    }
}

impl Step {
    pub(crate) fn to_do(act: Act, who: Who, cures: &[Code]) -> Self {
        Self { act, state: StepState::ToDo, who, cures: cures.to_vec(), peer: None }
    }

    pub(crate) fn verify(act: Act, who: Who) -> Self {
        Self { act, state: StepState::Verify, who, cures: Vec::new(), peer: None }
    }

    pub(crate) fn done(act: Act, who: Who) -> Self {
        Self { act, state: StepState::Done, who, cures: Vec::new(), peer: None }
    }

    /// The step, at the end of a connection whose other end is this network.
    pub(crate) fn toward(self, peer: &Id) -> Self {
        Self { peer: Some(peer.clone()), ..self }
    }
}

impl Trace<'_, '_> {
    /// Who owns the resource group.
    pub fn group_owner(&self) -> Who {
        Who::Account(self.group.account.unwrap_or(self.group.id).clone())
    }

    /// Who owns the data source: its account, or whoever runs it outside of any.
    pub fn source_owner(&self) -> Who {
        match self.source.account {
            Some(account) => Who::Account(account.clone()),
            None => Who::SourceOwner(self.source.id.clone()),
        }
    }

    /// Who looks after a network: its account, or the team of a data center or other cloud.
    pub fn network_owner(&self, network: &crate::reading::Network<'_>) -> Who {
        match network.account {
            Some(account) => Who::Account(account.clone()),
            None => Who::Team(network.id.clone()),
        }
    }
}

/// Whether the group leaves for the Internet with addresses of its own.
pub(crate) fn has_own_eip(kind: GroupKind) -> bool {
    kind.is_exclusive()
}

/// An address as typed into the page for a step that needs one.
pub(crate) fn typed_address(value: Option<&str>) -> Option<Address> {
    value.and_then(|text| crate::base::parse_address(text.trim()).ok())
}
