//! Findings about contradictions of the address plan.

use crate::reading::Contradiction;
use crate::rules::{Code, Finding, Says, Severity};

/// The finding about one contradiction.
pub(in crate::rules) fn contradiction_finding(code: Code, contradiction: &Contradiction) -> Finding {
    let says = Says::Blocks(contradiction.blocks.clone());
    let finding = Finding::new(code, Severity::Error, contradiction.at.iter().cloned(), says);
    finding.about(&crate::base::AddressSet::of(contradiction.addresses.iter().copied()))
}
