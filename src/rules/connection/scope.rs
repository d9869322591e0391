//! What the rules about associations that carry nothing share.

use crate::rules::Case;
use crate::topology::GroupKind;
use crate::trace::InternetExit;

/// Whether another association carries the traffic; `None` where no association is asked for.
pub(super) fn is_carried(case: &Case<'_>) -> Option<bool> {
    match (case.trace.private(), case.trace.internet()) {
        (Some(private), _) => {
            Some(private.legs.iter().any(|leg| leg.meeting.is_open()) && !private.bound_elsewhere)
        }
        (_, Some(internet)) if case.trace.group.drawn.kind == GroupKind::Serverless => {
            Some(internet.exit != InternetExit::None)
        }
        _ => None,
    }
}
