//! What was found about each element: asked for once, then told of as many elements as are drawn.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::Worst;
use crate::base::Id;
use crate::diagram::draw::Standing;
use crate::i18n::Names;
use crate::report::{self, Finding};
use crate::rules::Severity;
use crate::ui::workbench::{Shared, Workbench};

/// The findings about all elements, and the words that are at hand for some.
pub struct Found {
    worst: Shared<Worst>,
    result: Option<Arc<report::Connection>>,
    plan_wide: Arc<report::PlanWide>,
}

impl Workbench {
    /// What was found so far; tracked.
    pub fn found(&self) -> Found {
        Found { worst: self.worst.get(), result: self.result.get(), plan_wide: self.plan_wide.get() }
    }

    /// What an element of the drawing is called; tracked.
    pub fn called(&self, id: &Id) -> String {
        let language = self.language.get();
        self.topology.with(|topology| Names { topology, language }.of(id))
    }
}

impl Found {
    /// How bad the worst is that was found about an element.
    pub fn standing(&self, id: &Id) -> Standing {
        match self.worst.at(id) {
            None => Standing::Fine,
            Some(Severity::Info) => Standing::Info,
            Some(Severity::Warning) => Standing::Warning,
            Some(Severity::Error) => Standing::Error,
        }
    }

    /// What was found about an element at its worst, in words, where the result at hand or the whole plan has it.
    pub fn reason(&self, id: &Id) -> Option<String> {
        let severity = self.worst.at(id)?;
        let worst = |findings: &[Finding]| {
            let found = findings
                .iter()
                .find(|found| found.severity == severity && found.at.iter().any(|at| at == id.as_str()));
            found.map(|found| found.message.clone())
        };
        self.result
            .as_ref()
            .and_then(|result| worst(&result.findings))
            .or_else(|| worst(&self.plan_wide.findings))
    }
}
