//! `host-name-unresolved`
//!
//! *Checks* whether a data source on a private path is named by a host name.
//! *Why it matters* A serverless group has no hosts file and needs PrivateZone; an exclusive one needs a host binding.
//! *Example* mysql.idc.example as host of a data source in a data center.
//! *Remedy* add the zone or the host binding.
//! *Source* "Create and use a serverless resource group" and "Add and manage data sources" (2026).

use crate::rules::{Case, Code, Finding, Says, Severity, Sink};
use crate::topology::GroupKind;

pub(super) fn check(case: &Case<'_>, sink: &mut Sink) {
    if let (Some(_), Some(host)) = (case.trace.private(), &case.trace.source.drawn.host) {
        let serverless = case.trace.group.drawn.kind == GroupKind::Serverless;
        let says = Says::HostName { host: host.clone(), serverless };
        sink.push(Finding::new(Code::HostNameUnresolved, Severity::Warning, [case.source()], says));
    }
}
