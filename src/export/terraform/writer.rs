//! What is known while the file is written: variables, names of resources, what they make known, and providers.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::cloud::{Arg, Facts, Unknown, plain};
use crate::export::terraform::hcl::{Expr, Item, attribute, block};
use crate::i18n::Names;
use crate::i18n::cloud::unknown;

/// The account and the region that a resource lies in.
pub(super) type Home = (Option<Id>, String);

/// What is known while the file is written.
pub(super) struct Writer<'a> {
    pub(super) facts: Facts<'a>,
    /// What the resources of the file make known, wherever they stand in it.
    made: BTreeMap<Unknown, String>,
    /// Of that, what those written so far do.
    written: BTreeSet<Unknown>,
    /// The variables, in the order in which they are needed, and whether what is written needs them or comments alone.
    variables: Vec<Variable>,
    names: BTreeMap<Unknown, String>,
    /// Resources by type and name.
    resources: BTreeSet<(String, String)>,
    /// Where resources lie, and whether only those do that stand there as comments.
    homes: BTreeMap<Home, bool>,
    /// Whether calls are of several accounts.
    is_of_several: bool,
    /// Whether what is written is a comment.
    pub(super) is_comment: bool,
}

/// A value that whoever applies the file has to give.
struct Variable {
    value: Unknown,
    name: String,
    /// Whether only comments refer to it.
    is_quiet: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(facts: Facts<'a>, is_of_several: bool) -> Self {
        Self {
            facts,
            made: BTreeMap::new(),
            written: BTreeSet::new(),
            variables: Vec::new(),
            names: BTreeMap::new(),
            resources: BTreeSet::new(),
            homes: BTreeMap::new(),
            is_of_several,
            is_comment: false,
        }
    }

    /// The value of an argument.
    pub(super) fn value(&mut self, arg: &Arg) -> Expr {
        match arg {
            Arg::Text(text) => Expr::text(text.as_str()),
            Arg::Unknown(unknown) => Expr::plain(self.reference(unknown)),
            Arg::List(args) => match args.iter().map(text).collect::<Option<Vec<&str>>>() {
                Some(texts) => Expr::text(texts.join(",")),
                None => {
                    let list = Expr::List(args.iter().map(|arg| self.value(arg)).collect());
                    Expr::plain(format!("join(\",\", {})", list.written()))
                }
            },
        }
    }

    /// Starts anew, with what the resources make known: a resource may refer to one that comes later.
    pub(super) fn again(self) -> Self {
        Self { made: self.made, ..Self::new(self.facts, self.is_of_several) }
    }

    /// Where a value comes from: a resource of the file, else a variable.
    pub(super) fn reference(&mut self, unknown: &Unknown) -> String {
        match self.made.get(unknown) {
            Some(made) => made.clone(),
            None => format!("var.{}", self.variable(unknown)),
        }
    }

    /// The variable of a value. What comments alone refer to is declared as a comment.
    fn variable(&mut self, unknown: &Unknown) -> String {
        let name = self.label(unknown);
        match self.variables.iter_mut().find(|held| held.value == *unknown) {
            Some(held) => held.is_quiet &= self.is_comment,
            None => {
                let (value, is_quiet) = (unknown.clone(), self.is_comment);
                self.variables.push(Variable { value, name: name.clone(), is_quiet });
            }
        }
        name
    }

    /// The name of a value, the same each time.
    pub(super) fn label(&mut self, unknown: &Unknown) -> String {
        if let Some(name) = self.names.get(unknown) {
            return name.clone();
        }
        let name = free(&unknown.name(), |name| self.names.values().any(|held| held == name));
        self.names.insert(unknown.clone(), name.clone());
        name
    }

    /// Whether a resource of the file makes a value known.
    pub(super) fn is_made(&self, unknown: &Unknown) -> bool {
        self.made.contains_key(unknown)
    }

    /// Whether the resource that makes a value known, or takes it up, is written already.
    pub(super) fn is_written(&self, unknown: &Unknown) -> bool {
        self.written.contains(unknown)
    }

    /// Notes what a resource makes known.
    pub(super) fn makes(&mut self, unknown: Unknown, reference: String) {
        if !self.is_comment {
            self.made.insert(unknown.clone(), reference);
        }
        self.writes(unknown);
    }

    /// Notes that the resource which takes up a value is written.
    pub(super) fn writes(&mut self, unknown: Unknown) {
        if !self.is_comment {
            self.written.insert(unknown);
        }
    }

    /// A resource of the cloud: its address, and itself.
    pub(super) fn resource(
        &mut self,
        kind: &str,
        wanted: &str,
        home: &Home,
        body: Vec<Item>,
    ) -> (String, Item) {
        let name = self.name(kind, wanted);
        *self.homes.entry(home.clone()).or_insert(true) &= self.is_comment;
        // The line of the provider is written once it is clear whether there are several.
        let mut items = vec![attribute(PROVIDER, Expr::plain(alias(home)))];
        items.extend(body);
        (format!("{kind}.{name}"), block("resource", &[kind, &name], items))
    }

    /// A name that no resource of this type has.
    pub(super) fn name(&mut self, kind: &str, wanted: &str) -> String {
        let taken = |name: &str| self.resources.contains(&(kind.to_owned(), name.to_owned()));
        let name = free(&plain(wanted), taken);
        if !self.is_comment {
            self.resources.insert((kind.to_owned(), name.clone()));
        }
        name
    }

    /// The account and region of an element.
    pub(super) fn home(&self, id: &Id) -> Home {
        (self.facts.account(id), self.facts.region(id).unwrap_or_default())
    }

    /// The profile of an account, where the plan has to do with several.
    pub(super) fn profile(&self, account: Option<&Id>) -> Option<Unknown> {
        account.filter(|_| self.is_of_several).cloned().map(Unknown::Profile)
    }

    /// The variables and providers of the file; items are told which provider they belong to where there are several.
    pub(super) fn finish(mut self, names: &Names<'_>, items: &mut [Item]) -> Vec<Item> {
        let homes = std::mem::take(&mut self.homes);
        let is_several = homes.len() > 1;
        items.iter_mut().for_each(|item| settle(item, is_several));
        let mut providers: Vec<Item> = Vec::new();
        for (home, is_quiet) in &homes {
            let (account, region) = home;
            self.is_comment = *is_quiet;
            let mut body = Vec::new();
            if is_several {
                let alias = alias(home);
                body.push(attribute("alias", Expr::text(alias.trim_start_matches("alicloud."))));
            }
            body.push(attribute("region", Expr::text(region.as_str())));
            if let Some(account) = account.as_ref().filter(|_| self.is_of_several) {
                let profile = self.reference(&Unknown::Profile(account.clone()));
                body.push(attribute("profile", Expr::plain(profile)));
            }
            providers.extend([Item::Gap, hushed(*is_quiet, block("provider", &["alicloud"], body))]);
        }
        let mut head: Vec<Item> = Vec::new();
        for Variable { value, name, is_quiet } in &self.variables {
            let kind = if matches!(value, Unknown::Bandwidth(_)) { "number" } else { "string" };
            let told = crate::export::tasks::one_line(&unknown(names, value));
            let body = vec![attribute("type", Expr::plain(kind)), attribute("description", Expr::text(told))];
            head.extend([Item::Gap, hushed(*is_quiet, block("variable", &[name], body))]);
        }
        head.extend(providers);
        head
    }
}

/// The attribute that names the provider of a resource.
const PROVIDER: &str = "provider";

/// The provider of an account and region, as it is referred to.
fn alias((account, region): &Home) -> String {
    let account = account.as_ref().map_or("", Id::as_str);
    format!("alicloud.{}", plain(&format!("{account}_{region}")))
}

/// An item, as a comment where nothing but comments needs it.
fn hushed(is_quiet: bool, item: Item) -> Item {
    if is_quiet { Item::Quiet(vec![item]) } else { item }
}

/// Leaves the provider away where there is one alone.
fn settle(item: &mut Item, is_several: bool) {
    match item {
        Item::Block(head, body) if head.starts_with("resource ") && !is_several => {
            body.retain(|item| !matches!(item, Item::Attribute(name, _) if name == PROVIDER));
        }
        Item::Quiet(items) => items.iter_mut().for_each(|item| settle(item, is_several)),
        _ => {}
    }
}

/// The wanted name, or with the first number that makes it new.
fn free(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{wanted}_{number}"));
    let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
    all.find(|name| !taken(name)).unwrap_or_else(|| wanted.to_owned())
}

fn text(arg: &Arg) -> Option<&str> {
    match arg {
        Arg::Text(text) => Some(text),
        Arg::Unknown(_) | Arg::List(_) => None,
    }
}
