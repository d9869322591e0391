//! The whitelist card: what must be there, what is, what is missing, what is not needed, ready to be copied.

use leptos::prelude::*;

use crate::base::order;
use crate::base::{AddressSet, Id, block_text, parse_block};
use crate::i18n::chrome::Panel;
use crate::i18n::{Language, gate_console, gate_rule, to_verify};
use crate::plan::ActionName;
use crate::report::{Connection, WhitelistResult};
use crate::topology::{DataSource, Entry, EntryMeaning, Product, Separator, Topology, Whitelist};
use crate::ui::panel::copy::Copy;
use crate::ui::panel::result::Result;
use crate::ui::workbench::use_workbench;

/// What is said of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Missing,
    Present,
    Unneeded,
    Unreadable,
}

/// The lines of a card.
#[derive(Clone, Debug, Default, PartialEq)]
struct Card {
    lines: Vec<(String, State)>,
    none: bool,
    unknown: bool,
    sees: Vec<String>,
    /// Entries that a step replaces.
    replaced: Vec<String>,
    product: Option<Product>,
}

/// The whitelist card of a result.
pub(super) fn card(result: Result) -> impl IntoView {
    let workbench = use_workbench();
    let card = Memo::new(move |_| {
        workbench.shown.with(|topology| {
            result.with(|result| result.as_deref().map(|r| of(topology, r)).unwrap_or_default())
        })
    });
    view! { <div class="whitelist">{move || shown(&card.get(), workbench.language.get())}</div> }
}

fn of(topology: &Topology, result: &Connection) -> Card {
    let id = Id::parse(&result.data_source);
    let source = id.and_then(|id| Some((topology.data_source(&id)?, topology.gate_product(&id))));
    let Some((source, product)) = source else {
        return Card::default();
    };
    let base = Card { sees: result.source_addresses.clone(), product: Some(product), ..Card::default() };
    match &result.whitelist {
        None => Card { none: source.whitelist.is_some(), unknown: source.whitelist.is_none(), ..base },
        Some(needed) => Card {
            lines: lines(source, needed),
            replaced: replaced(result),
            unknown: source.whitelist.is_none(),
            ..base
        },
    }
}

fn lines(source: &DataSource, needed: &WhitelistResult) -> Vec<(String, State)> {
    let required = AddressSet::of(needed.required.iter().filter_map(|text| parse_block(text).ok()));
    let missing = needed.missing.iter().map(|text| (canonical(text), State::Missing));
    let entries = source.whitelist.as_ref().map(Whitelist::entries).unwrap_or_default();
    let listed = entries.iter().map(|entry| judged(entry, &required));
    let mut lines: Vec<(String, State)> = missing.chain(listed).collect();
    order::sort_by_key(&mut lines, |(_, state)| *state);
    lines.dedup();
    lines
}

/// The entries that the steps put another one in the place of, as the card names them.
fn replaced(result: &Connection) -> Vec<String> {
    let steps = result.steps.iter().filter(|step| step.action == ActionName::ReplaceWhitelistEntry);
    steps.filter_map(|step| step.values.get("replaces")?.as_str()).map(canonical).collect()
}

fn judged(entry: &Entry, required: &AddressSet) -> (String, State) {
    match entry.meaning() {
        EntryMeaning::Block(block) | EntryMeaning::HostBits(block) => {
            let useful = AddressSet::from(block).meets(required);
            (block_text(block), if useful { State::Present } else { State::Unneeded })
        }
        EntryMeaning::Ipv6 => (entry.0.clone(), State::Unneeded),
        EntryMeaning::Unreadable(_) => (entry.0.clone(), State::Unreadable),
    }
}

/// A block of a report as the card names it: a single address without its mask.
fn canonical(text: &str) -> String {
    parse_block(text).map_or_else(|_| text.to_owned(), block_text)
}

fn shown(card: &Card, language: Language) -> AnyView {
    let words = Panel::of(language);
    let colon = language.pick(": ", "：");
    let sees = if card.sees.is_empty() {
        view! { <span>{words.sees_nothing}</span> }.into_any()
    } else {
        view! { <code>{card.sees.join(", ")}</code> }.into_any()
    };
    let sees = view! { <p class="whitelist__sees"><span class="quiet">{words.sees}{colon}</span>{sees}</p> };
    let special = card.product.and_then(|product| remark(product, language));
    if card.none {
        return view! { {sees} <p>{words.whitelist_none}</p> {special} }.into_any();
    }
    let lines = card.lines.iter().map(|(text, state)| line(text, *state, words)).collect::<Vec<_>>();
    let empty = card.lines.is_empty() && !card.unknown;
    view! {
        {sees}
        <ul class="entries">{lines}</ul>
        {card.unknown.then(|| view! { <p class="quiet">{words.whitelist_unknown}</p> })}
        {empty.then(|| view! { <p class="quiet">{words.whitelist_empty}</p> })}
        {copies(card, words)}
        {card.product.map(|product| view! {
            <p class="aside">{words.whitelist_where}{colon}{gate_console(product, language)}</p>
        })}
        {special}
    }
    .into_any()
}

/// What is special about the gate of a product, and what has to be verified of it.
fn special(product: Product, language: Language) -> String {
    let (rule, verify) = (gate_rule(product, language), to_verify(product, language));
    let space = if rule.is_empty() || verify.is_empty() { "" } else { language.pick(" ", "") };
    format!("{rule}{space}{verify}")
}

/// What the catalogue says of a product, in small letters; nothing where there is nothing to say.
pub(super) fn remark(product: Product, language: Language) -> Option<AnyView> {
    let text = special(product, language);
    (!text.is_empty()).then(|| view! { <p class="aside">{text}</p> }.into_any())
}

fn copies(card: &Card, words: &'static Panel) -> impl IntoView {
    let of = |wanted: fn(State) -> bool| {
        let texts: Vec<String> =
            card.lines.iter().filter(|(_, state)| wanted(*state)).map(|(text, _)| text.clone()).collect();
        texts
    };
    let missing = of(|state| state == State::Missing);
    let mut merged = of(|state| state != State::Unreadable);
    merged.retain(|text| !card.replaced.contains(text));
    let (some_missing, some) = (!missing.is_empty(), merged.len() > 1);
    let separator = card.product.map_or(Separator::Line, |product| product.gate().separator);
    let (missing, merged) = (separator.join(&missing), separator.join(&merged));
    view! {
        <div class="whitelist__copies">
            {some_missing.then(|| view! { <Copy text=Signal::derive(move || missing.clone()) label=words.copy_missing /> })}
            {some.then(|| view! { <Copy text=Signal::derive(move || merged.clone()) label=words.copy_merged /> })}
        </div>
    }
}

fn line(text: &str, state: State, words: &'static Panel) -> impl IntoView + use<> {
    let (key, word) = match state {
        State::Missing => ("missing", words.missing),
        State::Present => ("present", words.present),
        // What the product puts there by itself harms nothing.
        State::Unneeded if text == "127.0.0.1" => ("unneeded", words.by_default),
        State::Unneeded => ("unneeded", words.unneeded),
        State::Unreadable => ("unreadable", words.unreadable),
    };
    let text = text.to_owned();
    let (copied, hook) = (text.clone(), text.clone());
    view! {
        <li class="entry" data-whitelist-entry=hook data-state=key>
            <code class="entry__text">{text}</code>
            <span class="entry__state">{word}</span>
            <Copy text=Signal::derive(move || copied.clone()) />
        </li>
    }
}
