//! Form of several elements: what they have in common, the place they lie in, and how they are brought into line.

use leptos::prelude::*;

use crate::base::{Id, REGIONS};
use crate::diagram::moving::{Load, Target};
use crate::i18n::Language;
use crate::i18n::chrome::{Forms, endpoint, group_kind, product, region_label, site, state};
use crate::session::{Alignment, Command, CommonField};
use crate::topology::{Endpoint, GroupKind, PRODUCTS, Site, State};
use crate::ui::field::{ChoiceField, Options, Shape, TextField, any_text, options, port, whitelist_entries};
use crate::ui::panel::inspector::common::path_of;
use crate::ui::panel::inspector::subject::word;
use crate::ui::shell::{commands, use_frame};
use crate::ui::workbench::{Ask, Workbench, use_workbench};

/// What stands for values that differ.
const DIFFERS: &str = "…";

/// Several elements.
pub(super) fn form() -> AnyView {
    let workbench = use_workbench();
    // One bit for each field, so that the form stays as long as the fields do.
    let shared = Memo::new(move |_| {
        let bit = |(at, field): (usize, &CommonField)| {
            let values = workbench.selection.with(|all| workbench.topology.with(|t| field.values(t, all)));
            values.map_or(0, |_| 1_usize << at)
        };
        CommonField::ALL.iter().enumerate().map(bit).sum::<usize>()
    });
    let fields = move || {
        let shared = shared.get();
        let all = CommonField::ALL.into_iter().enumerate().filter(|(at, _)| shared >> at & 1 == 1);
        all.map(|(_, one)| field(workbench, one)).collect::<Vec<_>>()
    };
    view! {
        <div class="form">{alignments(workbench)} {place(workbench)} {fields}</div>
    }
    .into_any()
}

fn alignments(workbench: Workbench) -> AnyView {
    let frame = use_frame();
    let button = move |alignment| commands::button(workbench, frame, Command::Align(alignment));
    view! {
        <div class="aligning" role="group" aria-label=move || Forms::of(workbench.language.get()).align>
            {Alignment::ALL.map(button).into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// The place that all of them lie in, and those that could hold all of them.
fn place(workbench: Workbench) -> AnyView {
    let here = move || {
        workbench.selection.with(|all| {
            workbench.topology.with(|t| {
                let mut places = all.iter().filter_map(|id| t.node(id)).map(|node| node.parent.as_ref());
                let first = places.next()??;
                places.all(|place| place == Some(first)).then(|| first.to_string())
            })
        })
    };
    let differs = word(|w| w.differs);
    let offered = Signal::derive(move || {
        let first = here().is_none().then(|| (DIFFERS.to_owned(), differs.get()));
        let mut offered: Options = first.into_iter().collect();
        workbench.skeleton.with(|t| {
            let load = Load::new(t, &workbench.selection.get());
            let fits = |id: &&Id| {
                !load.all.contains(*id) && !matches!(load.target(t, Some(id)), Target::Refused(..))
            };
            offered.extend(t.nodes.keys().filter(fits).map(|id| (id.to_string(), path_of(workbench, t, id))));
        });
        offered
    });
    let value = Signal::derive(move || here().unwrap_or_else(|| DIFFERS.to_owned()));
    let choose = Callback::new(move |chosen: String| {
        if let Some(place) = Id::parse(&chosen) {
            workbench.ask(Ask::MoveInto(Some(place)));
        }
    });
    let nested = Memo::new(move |_| {
        let lies =
            |id: &Id| workbench.topology.with(|t| t.node(id).is_some_and(|node| node.parent.is_some()));
        workbench.selection.with(|all| all.iter().all(lies))
    });
    (move || {
        nested.get().then(|| {
            view! { <ChoiceField label=word(|w| w.place) name="in" options=offered value=value commit=choose /> }
        })
    })
    .into_any()
}

fn field(workbench: Workbench, field: CommonField) -> AnyView {
    let same = move || {
        let values = workbench.selection.with(|all| workbench.topology.with(|t| field.values(t, all)));
        values.filter(|values| values.len() == 1).and_then(|mut values| values.pop())
    };
    let commit = Callback::new(move |value: String| {
        if value != DIFFERS {
            let selection = workbench.selection.get_untracked();
            workbench.attempt(&workbench.topology.with_untracked(|t| field.edit(t, &selection, &value)));
        }
    });
    let differs = word(|w| w.differs);
    let (label, offered) = described(field);
    if let Some(offered) = offered {
        let offered = Signal::derive(move || {
            let first = same().is_none().then(|| (DIFFERS.to_owned(), differs.get()));
            first.into_iter().chain(offered(workbench.language.get())).collect::<Options>()
        });
        let value = Signal::derive(move || same().unwrap_or_else(|| DIFFERS.to_owned()));
        return view! { <ChoiceField label=word(label) name=field.key() options=offered value=value commit=commit /> }
            .into_any();
    }
    let shape = match field {
        CommonField::Note => Shape::Prose,
        CommonField::Whitelist => Shape::Lines,
        _ => Shape::Exact,
    };
    let check = match field {
        CommonField::Port => port,
        CommonField::Whitelist => whitelist_entries,
        _ => any_text,
    };
    let value = Signal::derive(move || same().unwrap_or_default());
    let placeholder = Signal::derive(move || same().is_none().then(|| differs.get()));
    view! {
        <TextField label=word(label) name=field.key() value=value check=check commit=commit shape=shape placeholder=placeholder />
    }
    .into_any()
}

type Offered = fn(Language) -> Options;

/// What a field is called, and its values where they can be listed.
fn described(field: CommonField) -> (fn(&'static Forms) -> &'static str, Option<Offered>) {
    match field {
        CommonField::Product => (
            |w| w.product,
            Some(|language| {
                PRODUCTS
                    .iter()
                    .map(|one| (one.key().to_owned(), product(*one, language).to_owned()))
                    .collect()
            }),
        ),
        CommonField::Port => (|w| w.port, None),
        CommonField::Endpoint => (
            |w| w.endpoint,
            Some(|language| {
                let default = (String::new(), Forms::of(language).endpoint_default.to_owned());
                let all = options(&Endpoint::ALL, Endpoint::key, endpoint, language);
                std::iter::once(default).chain(all).collect()
            }),
        ),
        CommonField::Whitelist => (|w| w.whitelist, None),
        CommonField::Type => (
            |w| w.group_type,
            Some(|language| options(&GroupKind::ALL, GroupKind::key, group_kind, language)),
        ),
        CommonField::Site => (
            |w| w.site,
            Some(|language| {
                let default = (String::new(), Forms::of(language).same_site.to_owned());
                std::iter::once(default).chain(options(&Site::ALL, Site::key, site, language)).collect()
            }),
        ),
        CommonField::Region => (
            |w| w.region,
            Some(|language| {
                REGIONS.iter().map(|one| (one.id.to_owned(), region_label(one.id, language))).collect()
            }),
        ),
        CommonField::Zone => (|w| w.zone, None),
        CommonField::Provider => (|w| w.provider, None),
        CommonField::State => {
            (|w| w.attachment_state, Some(|language| options(&State::ALL, State::key, state, language)))
        }
        CommonField::Note => (|w| w.note, None),
    }
}
