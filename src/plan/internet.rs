//! The plan of a path over the Internet.

use crate::base::order;
use crate::base::order::Gather;
use crate::base::{Address, AddressSet, Block, Id, PortRange, host_block};
use crate::code::Code;
use crate::plan::target::{candidate, fresh_id};
use crate::plan::{Act, Listed, Plan, PrepareReason, Side, Step, StepState, Unnamed, security, whitelist};
use crate::reading::{Bound, Reading};
use crate::topology::{Direction, GroupKind, Kind, NatGateway, Node, SecurityGroup, Snat, Whitelist};
use crate::trace::security::inbound;
use crate::trace::{InternetExit, InternetTrace, Trace};

/// The plan of a path over the Internet.
pub(super) fn plan(reading: &Reading<'_>, trace: &Trace<'_, '_>, internet: &InternetTrace) -> Plan {
    let known = matches!(internet.exit, InternetExit::Addresses(_)) && internet.open.is_empty();
    let behind_snat = awaited(reading, internet);
    let required_known = known || behind_snat.is_some();
    let required = behind_snat.unwrap_or_else(|| internet.source_blocks());
    let mut plan = Plan { steps: Vec::new(), required, required_known };
    let stopped = internet.own_group.as_ref().is_some_and(|split| !split.fail.is_empty());
    if internet.exit == InternetExit::VendorLists && stopped {
        // Rules for the vendor's changing lists are nothing that a drawing can hold.
        let act = Act::PrepareGroup { group: trace.group.id.clone(), reason: PrepareReason::OtherKind };
        let cures = vec![Code::DataSourceSecurityGroupBlocks];
        plan.steps.push(Step { cures, ..Step::verify(act, trace.group_owner()) });
    }
    let unnamed = (internet.exit == InternetExit::Unknown) && !required_known && stopped;
    if unnamed {
        plan.steps.push(Step::to_do(
            admit_eip(trace),
            trace.source_owner(),
            &[Code::DataSourceSecurityGroupBlocks],
        ));
    }
    if internet.exit == InternetExit::None {
        create_exit(reading, trace, &mut plan);
    } else if let Some((gateway, bound)) =
        internet.gateway.as_ref().and_then(|id| Some((id, behind(reading, trace, id)?)))
    {
        let vpc = Some(reading.network(bound.network).id.clone());
        let act = Act::CreateInternetExit {
            group: trace.group.id.clone(),
            vswitch: Some(bound.vswitch.clone()),
            vpc,
            gateway: Some(gateway.clone()),
            exists: true,
            needs_eip: false,
        };
        let step =
            if known { Step::done(act, trace.group_owner()) } else { Step::verify(act, trace.group_owner()) };
        plan.steps.push(step);
    }
    plan.steps.extend(security::source_side(reading, trace, &plan.required));
    plan.steps.extend(whitelist::entries(reading, trace, &plan.required));
    let nameless = (internet.exit == InternetExit::Unknown) && !required_known;
    let open = nameless && !internet.whitelist.pass.covers(&everywhere());
    if open && matches!(trace.source.drawn.whitelist, Some(Whitelist::Entries(_))) {
        // The address is not known yet, but that it has to be listed is.
        let act = Act::AddWhitelistEntry { source: trace.source.id.clone(), entry: Listed::Eip };
        let step = Step::to_do(act, trace.source_owner(), whitelist::WHITELIST_ERRORS);
        let sure = !internet.whitelist.fail.is_empty();
        plan.steps.push(if sure { step } else { Step { state: StepState::Verify, ..step } });
    }
    if trace.group.drawn.kind.is_exclusive() {
        let act = Act::CheckEip { group: trace.group.id.clone(), source: trace.source.id.clone() };
        plan.steps.push(Step::verify(act, trace.group_owner()));
    }
    plan
}

/// The addresses behind NAT gateways of which only the SNAT entry is not known: what the data source sees once there is one.
fn awaited(reading: &Reading<'_>, internet: &InternetTrace) -> Option<Vec<Block>> {
    if internet.exit != InternetExit::Unknown {
        return None;
    }
    let mut blocks = Vec::new();
    for (id, fact) in &internet.open {
        match &reading.topology.node(id)?.kind {
            Kind::NatGateway(nat) if *fact == "snat" => {
                blocks.extend(nat.eips.as_ref()?.iter().map(|eip| host_block(*eip)));
            }
            _ => return None,
        }
    }
    order::sort(&mut blocks);
    blocks.dedup();
    (!blocks.is_empty()).then_some(blocks)
}

/// The association that leaves, or may leave, through a NAT gateway.
fn behind<'t, 'a>(reading: &Reading<'_>, trace: &'t Trace<'_, 'a>, gateway: &Id) -> Option<&'t Bound<'a>> {
    let serves = |bound: &Bound<'_>, node: &Node| match &node.kind {
        Kind::NatGateway(NatGateway { snat: Some(Snat::VSwitches(listed)), .. }) => {
            listed.contains(bound.vswitch)
        }
        _ => true,
    };
    let mut usable = trace.group.usable().map(|(_, bound)| bound);
    usable.find(|bound| {
        let mut gateways = reading.gateways_of(reading.network(bound.network).id);
        gateways.any(|(id, node)| id == gateway && serves(bound, node))
    })
}

/// The addresses with which a vSwitch already leaves through a NAT gateway of its VPC.
fn covered(reading: &Reading<'_>, vswitch: &Id, vpc: &Id) -> Option<std::collections::BTreeSet<Address>> {
    let serves = |snat: &Snat| match snat {
        Snat::Vpc => true,
        Snat::VSwitches(listed) => listed.contains(vswitch),
    };
    let gateways = reading.gateways_of(vpc).filter_map(|(_, node)| match &node.kind {
        Kind::NatGateway(nat) if nat.snat.as_ref().is_some_and(serves) => nat.eips.as_ref(),
        _ => None,
    });
    let eips: std::collections::BTreeSet<Address> = gateways.flatten().copied().gather();
    (!eips.is_empty()).then_some(eips)
}

/// Whether the data source's own security group lets nobody in who is not named.
fn shuts_out(reading: &Reading<'_>, trace: &Trace<'_, '_>) -> bool {
    let own = trace.source.drawn.security_group.as_ref();
    let open = |own: &SecurityGroup| {
        inbound(own, &everywhere(), trace.source.port.unwrap_or(0)).stopped().is_empty()
    };
    trace.source.is_gated_by_security_group(reading) && own.is_some_and(|own| !open(own))
}

/// A rule for an address that is not known yet.
fn admit_eip(trace: &Trace<'_, '_>) -> Act {
    let ports = trace.source.port.map_or(PortRange::ALL, PortRange::single);
    let (at, direction) = (trace.source.id.clone(), Direction::Inbound);
    Act::AdmitUnnamed { side: Side::DataSource, at, vswitch: None, direction, ports, unnamed: Unnamed::Eip }
}

fn everywhere() -> AddressSet {
    AddressSet::from(Block::default())
}

/// NAT gateway, EIP and SNAT entry for a serverless group, bound first where it is not; an EIP for an exclusive one.
fn create_exit(reading: &Reading<'_>, trace: &Trace<'_, '_>, plan: &mut Plan) {
    let group = trace.group.id.clone();
    let owner = trace.group_owner();
    let cures = &[Code::NoInternetExit];
    let serverless = trace.group.drawn.kind == GroupKind::Serverless;
    let place = match trace.group.usable().next() {
        _ if !serverless => None,
        Some((_, bound)) => Some((bound.vswitch.clone(), reading.network(bound.network).id.clone())),
        None => candidate(reading, trace).map(|candidate| {
            let place = (candidate.switch.vswitch.clone(), candidate.switch.vpc.clone());
            let stray = trace.group.bindings.iter().find(|bound| !bound.in_scope);
            let act = match stray {
                Some(from) => {
                    Act::Rebind { group: group.clone(), from: from.vswitch.clone(), switch: candidate.switch }
                }
                None => Act::Bind { group: group.clone(), switch: candidate.switch },
            };
            plan.steps.push(Step::to_do(
                act,
                owner.clone(),
                &[Code::NoInternetExit, Code::BindingOutOfScope],
            ));
            place
        }),
    };
    if let Some(eips) = place.as_ref().and_then(|(vswitch, vpc)| covered(reading, vswitch, vpc)) {
        // The new association already has a way out.
        plan.required = eips.into_iter().map(host_block).collect();
        plan.required_known = true;
        return;
    }
    let gateway = place.as_ref().map(|(_, vpc)| {
        let drawn = reading.gateways_of(vpc).find_map(|(id, node)| match &node.kind {
            Kind::NatGateway(nat) => Some((id.clone(), nat.eips.as_ref().is_none_or(Vec::is_empty))),
            _ => None,
        });
        drawn.map_or_else(|| (fresh_id(reading, "nat-gateway"), false, true), |(id, needs)| (id, true, needs))
    });
    let (vswitch, vpc) = place.map_or((None, None), |(vswitch, vpc)| (Some(vswitch), Some(vpc)));
    let (id, exists, needs_eip) =
        gateway.map_or((None, false, true), |(id, exists, needs)| (Some(id), exists, needs));
    let act = Act::CreateInternetExit { group, vswitch, vpc, gateway: id.clone(), exists, needs_eip };
    plan.steps.push(Step::to_do(act, owner, cures));
    if needs_eip {
        if shuts_out(reading, trace) {
            plan.steps.push(Step::to_do(admit_eip(trace), trace.source_owner(), &[]));
        }
        let open = trace.source.admitted.as_ref().is_some_and(|admitted| admitted.covers(&everywhere()));
        if matches!(trace.source.drawn.whitelist, Some(Whitelist::Entries(_))) && !open {
            let act = Act::AddWhitelistEntry { source: trace.source.id.clone(), entry: Listed::Eip };
            plan.steps.push(Step::to_do(act, trace.source_owner(), &[]));
        }
        return;
    }
    let addresses = id.and_then(|id| reading.topology.node(&id)).map(|node| &node.kind);
    if let Some(Kind::NatGateway(nat)) = addresses {
        plan.required = nat.eips.iter().flatten().map(|eip| host_block(*eip)).collect();
        order::sort(&mut plan.required);
        plan.required.dedup();
        plan.required_known = true;
    }
}
