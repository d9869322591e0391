//! What each value of a file is: a wrapped or bare answer of a call, a Terraform state, a plan of our own, or a list of
//! such values.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::answer::{Around, INSTANCE, Row};
use crate::import::facts::Facts;
use crate::import::parse::Piece;
use crate::import::read::ROWS;
use crate::import::said::{Form, LeftOut, Question, Reason, Warning};
use crate::import::terraform;
use crate::import::tree::{NOTHING, Tree};
use crate::import::trouble::{Trouble, Wrong};
use crate::import::{Inference, Notes};
use crate::topology::Document;
use crate::wire;

/// An answer of which nothing says what it is about.
struct Lost {
    place: String,
    file: String,
    row: &'static Row,
    wrap: Wrap,
    body: Tree,
}

/// What the collector writes around an answer.
#[derive(Clone, Default)]
struct Wrap {
    call: Option<String>,
    params: Option<Tree>,
    region: Option<String>,
    account: Option<String>,
}

/// How many items of a call are there, of how many.
#[derive(Default)]
struct Pages {
    items: usize,
    total: Option<usize>,
    /// Whether an answer said that nothing follows.
    ended: bool,
    /// The numbers of the pages that were counted: one that is there twice is one.
    numbers: BTreeSet<u64>,
}

/// Takes in values and remembers what it is still unsure of.
#[derive(Default)]
pub(super) struct Detector {
    pub(super) facts: Facts,
    pub(super) plans: Vec<Document>,
    lost: Vec<Lost>,
    pages: BTreeMap<(&'static str, String), Pages>,
    /// Terraform resources that are not in the plan, by type or file.
    left_out: BTreeMap<(String, LeftOut), usize>,
}

/// The file and the line of a value.
#[derive(Clone, Copy)]
struct At<'a> {
    file: &'a str,
    line: usize,
}

impl At<'_> {
    fn text(self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

impl Detector {
    /// Takes in one value of a file.
    pub(super) fn take(&mut self, notes: &mut Notes, file: &str, piece: &Piece<'_>) {
        for (kind, count) in &piece.dropped.secrets {
            *notes.secrets.entry((file.to_owned(), *kind)).or_default() += count;
        }
        let at = At { file, line: piece.line };
        if piece.tree.has("reachplan") {
            self.plan(notes, at, piece.text);
        } else {
            self.value(notes, at, &piece.tree, &Wrap::default(), &piece.dropped.names);
        }
    }

    fn plan(&mut self, notes: &mut Notes, at: At<'_>, text: &str) {
        match wire::read(text) {
            Ok(document) => {
                notes.recognise(at.file, Form::Plan, document.topology.nodes.len());
                self.plans.push(document);
            }
            Err(problems) => notes.troubles.extend(
                problems
                    .into_iter()
                    .map(|problem| Trouble { file: at.file.to_owned(), what: Wrong::Document(problem) }),
            ),
        }
    }

    fn value(&mut self, notes: &mut Notes, at: At<'_>, value: &Tree, wrap: &Wrap, unknown: &[String]) {
        if let Tree::List(items) = value {
            for item in items {
                self.value(notes, at, item, wrap, unknown);
            }
        } else if value.has("response") && (value.has("api") || value.has("params")) {
            let texts = ["api", "region", "account"].map(|name| value.text(&[name]).map(str::to_owned));
            let [call, region, account] = texts;
            let inner = Wrap { call, region, account, params: Some(value.get(&["params"]).clone()) };
            self.value(notes, at, value.get(&["response"]), &inner, unknown);
        } else if let Some(resources) = terraform::resources(value) {
            let others = [(LeftOut::LookedUp, resources.looked_up), (LeftOut::Planned, resources.planned)];
            for (why, count) in others.into_iter().filter(|(_, count)| *count > 0) {
                *self.left_out.entry((at.text(), why)).or_default() += count;
            }
            for resource in resources.managed {
                match terraform::take(&mut self.facts, &resource) {
                    Ok(kind) => notes.recognise(at.file, Form::Terraform(kind), 1),
                    Err(why) => *self.left_out.entry((resource.kind.to_owned(), why)).or_default() += 1,
                }
            }
        } else {
            self.answer(notes, at, value, wrap, unknown);
        }
    }

    fn answer(&mut self, notes: &mut Notes, at: At<'_>, body: &Tree, wrap: &Wrap, unknown: &[String]) {
        let called = wrap.call.as_deref();
        let fitting =
            |row: &&'static Row| called.is_none_or(|call| row.is_called(call)) && row.items(body).is_some();
        let any = |row: &&'static Row| row.items(body).is_some();
        match ROWS.iter().find(fitting).or_else(|| ROWS.iter().find(any)) {
            Some(row) => self.read(notes, at, row, body, wrap),
            // The collector asks for workspaces only to ask each of them.
            None if called.is_some_and(|call| call.ends_with("ListProjects")) => {}
            None if body.has("Connectivity") => notes.ignore(at.text(), Reason::NothingToDraw),
            None => {
                let failed = body.text(&["Code", "code"]).map(str::to_owned);
                let why = failed.map_or_else(|| Reason::UnknownShape(unknown.to_vec()), Reason::Failed);
                notes.ignore(called.map_or_else(|| at.text(), |call| format!("{} {call}", at.text())), why);
            }
        }
    }

    fn read(&mut self, notes: &mut Notes, at: At<'_>, row: &'static Row, body: &Tree, wrap: &Wrap) {
        let items = row.items(body).unwrap_or_default();
        notes.recognise(at.file, Form::Call(row.call), items.len());
        let params = wrap.params.as_ref().unwrap_or(&NOTHING);
        let about = |tree: &Tree| row.about.iter().find_map(|name| tree.text(&[name]).map(str::to_owned));
        let subject = about(body).or_else(|| about(params));
        self.count(row, body, wrap, subject.as_deref(), items);
        if row.about == INSTANCE && subject.is_none() && !items.iter().all(|item| about(item).is_some()) {
            let (place, file) = (at.text(), at.file.to_owned());
            self.lost.push(Lost { place, file, row, wrap: wrap.clone(), body: body.clone() });
        } else {
            self.items(row, body, wrap, subject.as_deref());
        }
    }

    fn items(&mut self, row: &'static Row, body: &Tree, wrap: &Wrap, subject: Option<&str>) {
        if let Some(subject) = subject {
            self.facts.asked.insert((row.call, subject.to_owned()));
        }
        let params = wrap.params.as_ref().unwrap_or(&NOTHING);
        let (region, account) = (wrap.region.as_deref(), wrap.account.as_deref());
        for item in row.items(body).unwrap_or_default() {
            (row.read)(&mut self.facts, item, Around { body, params, region, account, subject });
        }
    }

    /// Counts pages: an answer says how many things there are, or that more follow.
    fn count(&mut self, row: &Row, body: &Tree, wrap: &Wrap, subject: Option<&str>, items: &[Tree]) {
        let info = if body.has("PagingInfo") { body.get(&["PagingInfo"]) } else { body };
        let total = info.number(&["TotalCount", "TotalRecordCount"]);
        let params = wrap.params.as_ref().unwrap_or(&NOTHING);
        let scope = ["VpcId", "CenId", "ProjectId", "EnvType", "TransitRouterId", "WhitelistNetworkType"];
        // Where the answer does not say what was asked, its first item lies there.
        let told = |name| {
            let first = || items.first().and_then(|item| item.text(&[name]));
            params.text(&[name]).or_else(|| body.text(&[name])).or_else(first)
        };
        let region = wrap.region.as_deref().or_else(|| told("RegionId"));
        let table = told("RouteTableId").filter(|table| Some(*table) != subject);
        let parts = [subject, region, wrap.account.as_deref(), table];
        let asked = scope.iter().map(|name| params.text(&[name]));
        let about: Vec<&str> = parts.into_iter().chain(asked).flatten().collect();
        let pages = self.pages.entry((row.call, about.join(" "))).or_default();
        let number: Option<u64> = info.number(&["PageNumber"]);
        if number.is_none_or(|number| pages.numbers.insert(number)) {
            pages.items += items.len();
        }
        pages.total = pages.total.max(total);
        pages.ended |= info.text(&["NextToken"]).is_none();
    }

    /// What can be said only after the last file.
    pub(super) fn finish(&mut self, notes: &mut Notes) {
        for lost in std::mem::take(&mut self.lost) {
            let owner = self.owner_of(&lost);
            match owner {
                Some((id, sole)) => {
                    self.items(lost.row, &lost.body, &lost.wrap, Some(&id));
                    if sole {
                        let inference = Inference::SoleInstance { id, call: lost.row.call };
                        notes.warnings.insert(Warning::Inferred(inference));
                    }
                }
                None => {
                    notes.questions.insert(Question::Subject { place: lost.place, call: lost.row.call });
                }
            }
        }
        for ((call, about), pages) in std::mem::take(&mut self.pages) {
            if !pages.ended || pages.total.is_some_and(|total| pages.items < total) {
                let (items, total) = (pages.items, pages.total.filter(|total| pages.items < *total));
                notes.warnings.insert(Warning::Incomplete { call, about, items, total });
            }
        }
        for ((what, why), count) in std::mem::take(&mut self.left_out) {
            notes.ignore(what, Reason::Resources(why, count));
        }
    }

    /// The instance that an answer is about: the one that the file or an endpoint in it is named after, else the only one
    /// of its kind; the last is a conclusion.
    fn owner_of(&self, lost: &Lost) -> Option<(String, bool)> {
        let prefixes = lost.row.prefixes;
        let fits = |id: &&String| prefixes.is_empty() || prefixes.iter().any(|prefix| id.starts_with(prefix));
        let mut known = self.facts.stores.keys().filter(fits);
        if let Some(id) = known.clone().filter(|id| lost.file.contains(*id)).max_by_key(|id| id.len()) {
            return Some((id.clone(), false));
        }
        let items = lost.row.items(&lost.body).unwrap_or_default();
        let label = |item: &Tree| item.text(&["ConnectionString"])?.split('.').next().map(str::to_owned);
        if let Some(id) = items.iter().filter_map(label).find(|label| self.facts.stores.contains_key(label)) {
            return Some((id, false));
        }
        let first = known.next()?;
        known.next().is_none().then(|| (first.clone(), true))
    }
}
