//! Reads resource groups, their bindings, and security groups of either side.

use std::collections::BTreeSet;

use crate::base::PortRange;
use crate::topology::{
    Action, Binding, Direction, GroupKind, Protocol, ResourceGroup, Rule, SecurityGroup, SecurityGroupType,
    Spec,
};
use crate::wire::reader::{Object, Reader};
use crate::wire::value::Value;
use crate::wire::{Limits, NetworkProblem};

const BINDING: &[&str] = &["vswitch", "security_group", "routes"];
const SECURITY_GROUP: &[&str] = &["type", "rules"];
const RULE: &[&str] = &["direction", "action", "protocol", "ports", "peer", "priority"];

impl<'v> Reader<'v> {
    /// The facts of a resource group.
    pub(super) fn resource_group(&mut self, fields: Object<'v>) -> Option<ResourceGroup> {
        let kind = self
            .required(fields, "type", |reader, value| reader.word(value, &GroupKind::ALL, GroupKind::key));
        let mut bound = BTreeSet::new();
        let group = ResourceGroup {
            kind: kind.unwrap_or(GroupKind::Shared),
            eips: self.optional(fields, "eips", Self::addresses),
            previous_eips: self.list_or_empty(fields, "previous_eips", Self::address),
            spec: self.optional(fields, "spec", |reader, value| reader.word(value, &Spec::ALL, Spec::key)),
            cu: self.optional(fields, "cu", |reader, value| reader.number(value, Limits::Positive)),
            bindings: self
                .list_or_empty(fields, "bindings", |reader, value| reader.binding(value, &mut bound)),
        };
        kind.map(|_| group)
    }

    fn binding(&mut self, value: &'v Value, bound: &mut BTreeSet<&'v str>) -> Option<Binding> {
        let fields = self.object(value, BINDING)?;
        let vswitch = self.required(fields, "vswitch", Self::vswitch_id);
        if let Some(typed) = fields.text("vswitch")
            && !bound.insert(typed)
        {
            self.report_field(fields, "vswitch", NetworkProblem::BoundTwice { vswitch: typed.to_owned() });
        }
        let security_group = self.optional(fields, "security_group", Self::security_group);
        let routes = self.list_or_empty(fields, "routes", Self::block);
        Some(Binding { vswitch: vswitch?, security_group, routes })
    }

    /// A security group.
    pub(super) fn security_group(&mut self, value: &'v Value) -> Option<SecurityGroup> {
        let fields = self.object(value, SECURITY_GROUP)?;
        let kind = self.required(fields, "type", |reader, value| {
            reader.word(value, &SecurityGroupType::ALL, SecurityGroupType::key)
        });
        let rules = self.list_or_empty(fields, "rules", Self::rule);
        Some(SecurityGroup { kind: kind?, rules })
    }

    fn rule(&mut self, value: &'v Value) -> Option<Rule> {
        let fields = self.object(value, RULE)?;
        let direction = self.required(fields, "direction", |reader, value| {
            reader.word(value, &Direction::ALL, Direction::key)
        });
        let action =
            self.required(fields, "action", |reader, value| reader.word(value, &Action::ALL, Action::key));
        let protocol = self
            .required(fields, "protocol", |reader, value| reader.word(value, &Protocol::ALL, Protocol::key));
        let ports = self.optional(fields, "ports", Self::ports).unwrap_or(PortRange::ALL);
        let peer = self.required(fields, "peer", Self::block);
        let priority =
            self.optional(fields, "priority", |reader, value| reader.whole(value, 1, 100)).unwrap_or(1);
        Some(Rule {
            direction: direction?,
            action: action?,
            protocol: protocol?,
            ports,
            peer: peer?,
            priority,
        })
    }
}
