//! What the advice says, as short items in the notation of the cases.

use std::fmt::Debug;

use reachplan::advice::{self, Removal, Subject, Way, WayKind, Width};
use reachplan::analysis::analyse;
use reachplan::base::{Id, block_text, parse_block};
use reachplan::i18n::Language;
use reachplan::plan::{StepState, Who};
use reachplan::report::{self, Connection};
use reachplan::topology::{Document, Entry, Route};

use super::told::step;

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// `OtherSide` as `other_side`; what stands behind a name is left out.
fn snake(value: &impl Debug) -> String {
    let said = format!("{value:?}");
    let name: String = said.chars().take_while(char::is_ascii_alphanumeric).collect();
    let word = |(at, c): (usize, char)| match c {
        c if c.is_ascii_uppercase() && at > 0 => format!("_{}", c.to_ascii_lowercase()),
        c => c.to_ascii_lowercase().to_string(),
    };
    name.chars().enumerate().map(word).collect()
}

fn kind(kind: WayKind) -> &'static str {
    match kind {
        WayKind::Bind => "bind",
        WayKind::Join(kind) => kind.key(),
        WayKind::Public => "public",
    }
}

fn who(who: &Who) -> String {
    match who {
        Who::Account(id) | Who::Team(id) | Who::SourceOwner(id) => id.to_string(),
    }
}

fn all(document: &Document, connection: &Connection) -> Vec<Way> {
    advice::ways(document, &id(&connection.resource_group), &id(&connection.data_source))
}

/// `cen present possible ready lead=console cost=bandwidth overlap=forbidden admits=256 actors=acme`
pub(super) fn ways(document: &Document, connection: &Connection) -> Vec<String> {
    let told = |way: &Way| {
        let mut said = vec![kind(way.kind).to_owned()];
        said.extend(way.is_present.then(|| "present".to_owned()));
        match &way.why {
            None => said.push("possible".to_owned()),
            Some(advice::Why::Findings(found)) => {
                said.push("impossible".to_owned());
                said.extend(found.iter().map(|finding| finding.code.key().to_owned()));
            }
            Some(why) => said.extend(["impossible".to_owned(), snake(why)]),
        }
        said.push(format!("overlap={}", snake(&way.overlap)));
        let Some(plan) = &way.plan else { return said.join(" ") };
        said.push(plan.outcome.key().to_owned());
        said.push(format!("lead={}", snake(&plan.lead)));
        said.push(format!("cost={}", snake(&plan.cost)));
        said.push(format!("actors={}", plan.actors.iter().map(who).collect::<Vec<_>>().join("+")));
        said.extend(plan.admits.map(|count| format!("admits={count}")));
        said.extend(plan.remarks.iter().map(snake));
        let harms = plan.harms.iter().map(|(group, source)| format!("harms={group}/{source}"));
        said.extend(harms);
        said.join(" ")
    };
    all(document, connection).iter().map(told).collect()
}

/// The steps to do of one way.
pub(super) fn way(document: &Document, connection: &Connection, name: &str) -> Result<Vec<String>, String> {
    let wanted = name.trim_start_matches("way ");
    let ways = all(document, connection);
    let way = ways.iter().find(|way| kind(way.kind) == wanted).ok_or(format!("no way {wanted}"))?;
    let plan = way.plan.as_ref().ok_or(format!("{wanted} has no plan"))?;
    let drawn = plan.adopts.as_ref().map_or_else(|| document.clone(), |edit| document.with(edit));
    let to_do = plan.assessed.steps.iter().filter(|step| step.state == StepState::ToDo);
    Ok(to_do.map(|taken| step(&report::step(&drawn.topology, taken, Language::En))).collect())
}

/// `whitelist opened=65536 needed=256 blocks=10.1.8.0/24`; `settled` where nothing can be narrowed.
pub(super) fn widths(document: &Document, connection: &Connection) -> Vec<String> {
    let told = |width: &Width| {
        let subject = match &width.subject {
            Subject::Whitelist(source) => format!("whitelist @{source}"),
            Subject::Rule { at, rule, .. } => {
                format!("{}_rule @{at} {}", rule.direction.key(), block_text(rule.peer))
            }
            Subject::DataworksRoute { group, vswitch, to } => {
                format!("dataworks_route @{group} {vswitch} {}", block_text(*to))
            }
            Subject::NetworkRoute { network, route } => {
                format!("network_route @{network} {} {}", block_text(route.to), route.via)
            }
        };
        let needed = width.needed.map_or("unknown".to_owned(), |needed| needed.to_string());
        let blocks: Vec<String> = width.blocks.iter().map(|block| block_text(*block)).collect();
        let settled = if width.edit.is_none() { " settled" } else { "" };
        format!("{subject} opened={} needed={needed} blocks={}{settled}", width.opened, blocks.join("+"))
    };
    let (group, source) = (id(&connection.resource_group), id(&connection.data_source));
    advice::widths(document, &group, &source).iter().map(told).collect()
}

/// What breaks: `task nightly ready blocked`, `rg/orders ready gone`.
pub(super) fn without(document: &Document, what: &[&str]) -> Result<Vec<String>, String> {
    let block = |text: &str| parse_block(text).expect("a block");
    let removal = match what {
        ["entry", entry, "of", source] => {
            Removal::Entry { source: id(source), entry: Entry((*entry).to_owned()) }
        }
        ["binding", vswitch, "of", group] => Removal::Binding { group: id(group), vswitch: id(vswitch) },
        ["route", to, "of", group, vswitch] => {
            Removal::DataworksRoute { group: id(group), vswitch: id(vswitch), to: block(to) }
        }
        ["route", to, "via", via, "of", network] => {
            Removal::NetworkRoute { network: id(network), route: Route { to: block(to), via: id(via) } }
        }
        ["eip", eip] => Removal::Eip(eip.parse().map_err(|_| "an address".to_owned())?),
        [element] => Removal::Element(id(element)),
        _ => return Err("what is removed?".to_owned()),
    };
    let lost = |loss: &advice::Loss| {
        format!("{} {}", loss.was.key(), loss.becomes.map_or("gone", reachplan::verdict::Verdict::key))
    };
    let blast = advice::blast(document, &removal);
    let tasks = blast.tasks.iter().map(|(task, loss)| format!("task {task} {}", lost(loss)));
    let pairs = blast.pairs.iter().map(|((group, source), loss)| format!("{group}/{source} {}", lost(loss)));
    Ok(tasks.chain(pairs).collect())
}

/// The next free block.
pub(super) fn free(document: &Document, what: &str) -> Vec<String> {
    advice::free_block(&document.topology, &id(what)).map(block_text).into_iter().collect()
}

/// Every share of the runbook: `acme group_owner 3 bind after=2/partner`.
pub(super) fn parts(document: &Document) -> Vec<String> {
    let parts = advice::hand_over(&analyse(&document.topology));
    let shares = parts.iter().flat_map(|part| part.shares.iter().map(move |share| (part, share)));
    let told = shares.map(|(part, share)| {
        let after = share.after.as_ref().map(|(number, other)| format!(" after={number}/{}", who(other)));
        let action = share.step.act.name().key();
        format!(
            "{} {} {} {action}{}",
            who(&part.who),
            snake(&part.role),
            share.number,
            after.unwrap_or_default()
        )
    });
    told.collect()
}
