//! What this run of the page knows of the plans that it has kept or read: enough to see what is not kept yet, and from
//! which version it was made.

use leptos::leptos_dom::helpers::TimeoutHandle;

use crate::library::Stamp;
use crate::topology::Document;
use crate::ui::platform::page;
use crate::ui::workbench::Ticks;

/// A version of a plan that is kept.
#[derive(Clone, Debug)]
pub struct Version {
    /// The key of the plan.
    pub plan: String,
    /// Its stamp; `None` where it was only written down for the next start.
    pub stamp: Option<Stamp>,
    /// What it says.
    pub document: Document,
    /// The ticks of its steps.
    pub ticks: Ticks,
    /// The time of day at which this run of the page kept it; empty where it was read.
    pub at: String,
}

/// What is known of kept plans.
#[derive(Debug)]
pub struct Keeping {
    /// The word for this run of the page.
    pub writer: String,
    /// Whether a version is on its way.
    pub busy: bool,
    /// The next time that something is kept.
    pub timer: Option<TimeoutHandle>,
    versions: Vec<Version>,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { writer: page::fresh_word(), busy: false, timer: None, versions: Vec::new() }
    }
}

impl Keeping {
    /// The last known version of a plan.
    pub fn version(&self, plan: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.plan == plan)
    }

    /// Knows a version from now on.
    pub fn know(&mut self, version: Version) {
        self.versions.retain(|held| held.plan != version.plan);
        self.versions.push(version);
    }

    /// Whether this is what is kept of a plan.
    pub fn holds(&self, plan: &str, document: &Document, ticks: &Ticks) -> bool {
        self.version(plan).is_some_and(|held| held.ticks == *ticks && held.document.is(document))
    }
}
