//! `must-not-reach-violated`
//!
//! *Checks* whether a pair that must stay out of reach is reached, in whole or in part.
//! *Why it matters* The plan says so itself.
//! *Example* the test group reaches the personnel database.
//! *Remedy* take away what opens the way: an entry, a route, an attachment.
//! *Source* the plan.

use crate::rules::{Code, Finding, PlanCase, Says, Severity, Sink};

pub(super) fn check(case: &PlanCase<'_>, sink: &mut Sink) {
    for (group, source, holds) in case.forbidden {
        if *holds == Some(false) {
            let at = [group.clone(), source.clone()];
            sink.push(Finding::new(Code::MustNotReachViolated, Severity::Error, at, Says::Plain));
        }
    }
}
