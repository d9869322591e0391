//! Rules: each file is named after the code of its finding and holds what it checks, why it matters, an example, the
//! remedy and the source. A rule reads facts of the trace and the plan; it never decides a verdict.

mod case;
mod explanation;
mod finding;
mod reference;

mod connection;
mod whole_plan;

pub use crate::code::{Code, Severity};
pub use case::Case;
pub use explanation::{Explanation, Source, Text, explanation};
pub use finding::{EntryIs, Finding, Miss, Says, Sink};
pub use reference::Reference;
pub use whole_plan::{PlanCase, check_plan};

use crate::base::order;

/// A rule of one connection.
type Check = fn(&Case<'_>, &mut Sink);

/// The findings of one connection: contradictions of the drawing first, then in the order of the codes.
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut sink = Sink::default();
    connection::CHECKS.iter().for_each(|check| check(case, &mut sink));
    let mut found = sink.found;
    order::sort_by(&mut found, |a, b| {
        let order = |code: Code| (!code.is_contradiction(), code);
        let first =
            order(a.code).cmp(&order(b.code)).then(a.severity.cmp(&b.severity)).then_with(|| a.at.cmp(&b.at));
        first.then_with(|| a.addresses.cmp(&b.addresses)).then_with(|| a.entry.cmp(&b.entry))
    });
    found.dedup();
    found
}
