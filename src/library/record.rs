//! A plan as it lies in the browser's database: a head for the list, and a body with everything else. Each is a list of
//! texts; a list of another length is no record of ours.

use crate::library::Stamp;
use crate::verdict::Verdict;

/// What the list of plans shows of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Its version.
    pub stamp: Stamp,
    /// When it was kept, in milliseconds since 1970 by the clock of that moment: to be shown, never to be compared.
    pub saved: f64,
    /// How it looks in the list.
    pub look: Look,
}

/// How a plan looks in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Its title; may be empty.
    pub title: String,
    /// The worst verdict of its connections; `None` where it has none.
    pub verdict: Option<Verdict>,
    /// Its picture: data of the paths of places, groups and sources, one a line.
    pub picture: String,
}

/// Everything else about a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// The document as canonical text.
    pub document: String,
    /// The ticks of its steps, one a line.
    pub ticks: String,
    /// The history of its edits.
    pub history: String,
}

impl Head {
    /// The head as texts.
    pub fn texts(&self) -> Vec<String> {
        let Look { title, verdict, picture } = &self.look;
        let verdict = verdict.map(Verdict::key).unwrap_or_default().to_owned();
        vec![self.stamp.text(), self.saved.to_string(), title.clone(), verdict, picture.clone()]
    }

    /// The head of such texts.
    pub fn read(texts: &[String]) -> Option<Self> {
        let [stamp, saved, title, verdict, picture] = texts else { return None };
        let look = Look {
            title: title.clone(),
            verdict: Verdict::ALL.into_iter().find(|one| one.key() == verdict),
            picture: picture.clone(),
        };
        Some(Self { stamp: Stamp::read(stamp)?, saved: saved.parse().ok()?, look })
    }
}

impl Body {
    /// The body as texts.
    pub fn texts(&self) -> Vec<String> {
        vec![self.document.clone(), self.ticks.clone(), self.history.clone()]
    }

    /// The body of such texts.
    pub fn read(texts: Vec<String>) -> Option<Self> {
        let [document, ticks, history] = <[String; 3]>::try_from(texts).ok()?;
        Some(Self { document, ticks, history })
    }

    /// The ticks one by one.
    pub fn ticks(&self) -> impl Iterator<Item = String> {
        self.ticks.lines().map(str::to_owned)
    }
}
