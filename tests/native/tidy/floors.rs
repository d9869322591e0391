//! A folder of `src` is a floor: it stands on the floors that its row names and knows of no other.

use std::collections::{BTreeMap, BTreeSet};

use super::none;
use super::sources::{File, files, read};

/// Every floor from the ground up, with the floors that it may use. A floor may always use itself.
const FLOORS: [(&str, &[&str]); 27] = [
    ("base", &[]),
    ("topology", &["base"]),
    ("verdict", &[]),
    ("scenario", &[]),
    ("code", &[]),
    ("wire", &["base", "topology"]),
    ("link", &["base", "topology", "wire"]),
    ("reading", &["base", "topology"]),
    ("trace", &["base", "topology", "verdict", "scenario", "reading"]),
    ("plan", &["base", "topology", "verdict", "scenario", "code", "reading", "trace"]),
    ("cloud", &["base", "topology", "plan"]),
    ("rules", &["base", "topology", "verdict", "code", "reading", "trace", "plan"]),
    ("analysis", &["base", "topology", "verdict", "scenario", "reading", "trace", "plan", "rules"]),
    ("advice", &["base", "topology", "verdict", "scenario", "reading", "trace", "plan", "rules", "analysis"]),
    ("compare", &["base", "topology", "verdict", "scenario", "wire", "analysis"]),
    ("import", &["base", "topology", "wire", "compare"]),
    ("session", &["base", "topology", "wire"]),
    ("library", &["base", "topology", "verdict", "wire"]),
    ("diagram", &["base", "topology", "session"]),
    (
        "i18n",
        &[
            "base", "topology", "verdict", "scenario", "wire", "link", "plan", "rules", "analysis", "advice",
            "compare", "import", "session", "diagram", "cloud",
        ],
    ),
    ("report", &["base", "topology", "verdict", "scenario", "plan", "rules", "analysis", "i18n"]),
    (
        "export",
        &[
            "base", "topology", "verdict", "wire", "plan", "cloud", "rules", "analysis", "advice", "compare",
            "diagram", "i18n", "report",
        ],
    ),
    ("typed", &["base", "topology", "i18n"]),
    ("samples", &["topology", "wire", "i18n"]),
    (
        "cli",
        &[
            "topology", "wire", "link", "plan", "rules", "analysis", "advice", "compare", "import", "i18n",
            "report", "export",
        ],
    ),
    ("exchange", &["topology", "wire", "import", "compare", "i18n", "export"]),
    (
        "ui",
        &[
            "base", "topology", "verdict", "wire", "link", "import", "plan", "rules", "analysis", "advice",
            "session", "library", "diagram", "i18n", "report", "export", "samples", "typed",
        ],
    ),
];

/// Where only these names of a lower floor may be used, and why.
const PASSAGES: [(&str, &str, &[&str], &str); 5] = [
    (
        "diagram",
        "session",
        &["Alignment", "PaletteItem", "new_connection", "new_task"],
        "what is drawn by hand starts as what comes from the palette, and a command says how to align",
    ),
    (
        "i18n",
        "diagram",
        &["WheelUse", "draw", "text"],
        "what is written on a thing, how it stands in the drawing and what a wheel does is said in words",
    ),
    (
        "i18n",
        "session",
        &["Alignment", "Command", "EditName", "Export", "Shares", "Whereabouts"],
        "an edit is undone by name, a command has one, and an answer is offered in words",
    ),
    ("i18n", "analysis", &["Because", "Question"], "the typed sentences of the analysis"),
    ("i18n", "cloud", &["Remark", "Unknown"], "what a call needs and what none does is said in words"),
];

/// What only the page may touch.
const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"];

/// What only the command line may touch.
const MACHINE: [&str; 6] = ["std::fs", "std::env", "std::io", "std::process", "SystemTime", "Instant"];

fn sources() -> Vec<File> {
    let tests = |file: &File| file.path.ends_with("/tests.rs");
    files("src", &["rs"]).into_iter().filter(|file| !tests(file)).collect()
}

/// `src/wire/reader.rs` and `src/wire.rs` belong to `wire`; what mounts the floors belongs to none.
fn floor_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let floor = inside.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "main", "bin"].contains(&floor)).then_some(floor)
}

/// The lines of a file that are code.
fn code(file: &File) -> String {
    file.text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n")
}

/// Every `crate::floor::Name` and `crate::floor::{Name, name::Inner}` as floor and name.
fn uses(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|sign| sign.is_alphanumeric() || sign == '_') {
            continue;
        }
        let rest = &code[at + start.len()..];
        let floor = word(rest);
        match rest[floor.len()..].strip_prefix("::") {
            Some(group) if group.starts_with('{') => {
                let inside = group[1..].split_once('}').map_or("", |(inside, _)| inside);
                found.extend(
                    inside
                        .split(',')
                        .map(|name| (floor, word(name.trim())))
                        .filter(|(_, name)| !name.is_empty()),
                );
            }
            Some(name) => found.push((floor, word(name))),
            None => found.push((floor, "")),
        }
    }
    found
}

fn word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(text.len());
    &text[..end]
}

#[test]
fn every_folder_is_a_floor_with_a_row_and_is_mounted_once() {
    let known: BTreeSet<&str> = FLOORS.iter().map(|(floor, _)| *floor).collect();
    let sources = sources();
    let found: BTreeSet<&str> = sources.iter().filter_map(|file| floor_of(&file.path)).collect();
    assert_eq!(found, known);
    let library = read("src/lib.rs");
    let mounted: BTreeSet<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(word).collect();
    assert_eq!(mounted, known);
}

#[test]
fn every_row_names_lower_floors_only() {
    let place: BTreeMap<&str, usize> =
        FLOORS.iter().enumerate().map(|(at, (floor, _))| (*floor, at)).collect();
    for (floor, below) in FLOORS {
        assert!(below.iter().all(|other| place[other] < place[floor]), "{floor}");
    }
    for (from, to, ..) in PASSAGES {
        let row = FLOORS.iter().find(|(floor, _)| *floor == from);
        assert!(row.is_some_and(|(_, below)| below.contains(&to)), "{from} to {to}");
    }
}

#[test]
fn a_floor_uses_only_what_its_row_names() {
    let mut complaints = Vec::new();
    for file in sources() {
        let Some(floor) = floor_of(&file.path) else {
            continue;
        };
        let (_, below) = FLOORS.iter().find(|(name, _)| *name == floor).expect("every folder has a row");
        for (used, name) in uses(&code(&file)) {
            let passage = PASSAGES.iter().find(|(from, to, ..)| *from == floor && *to == used);
            let allowed = match passage {
                Some((.., names, _)) => names.contains(&name),
                None => used == floor || below.contains(&used),
            };
            if !allowed {
                complaints.push(format!("{}: {floor} may not use crate::{used}::{name}", file.path));
            }
        }
    }
    none(&complaints);
}

#[test]
fn a_passage_that_nobody_takes_is_closed() {
    let mut taken: BTreeSet<(String, String, String)> = BTreeSet::new();
    for file in sources() {
        let Some(floor) = floor_of(&file.path) else {
            continue;
        };
        taken.extend(uses(&code(&file)).into_iter().map(|(to, name)| (floor.into(), to.into(), name.into())));
    }
    for (from, to, names, _) in PASSAGES {
        for name in names {
            assert!(
                taken.contains(&(from.into(), to.into(), (*name).into())),
                "{from} no longer uses {to}::{name}"
            );
        }
    }
}

#[test]
fn only_the_page_knows_the_browser_and_only_the_command_line_the_machine() {
    let mut complaints = Vec::new();
    for file in sources() {
        let Some(floor) = floor_of(&file.path) else {
            continue;
        };
        let code = code(&file);
        let page = BROWSER.iter().filter(|word| floor != "ui" && code.contains(*word));
        let machine = MACHINE.iter().filter(|word| floor != "cli" && code.contains(*word));
        complaints.extend(page.chain(machine).map(|word| format!("{}: {word}", file.path)));
    }
    none(&complaints);
}

#[test]
fn panels_and_fields_leave_the_browser_to_the_platform() {
    let parts = ["src/ui/panel/", "src/ui/field/", "src/ui/workbench"];
    let inside = |file: &File| parts.iter().any(|part| file.path.starts_with(part));
    let stray = sources().into_iter().filter(|file| inside(file) && code(file).contains("web_sys"));
    none(&stray.map(|file| format!("{}: web_sys", file.path)).collect::<Vec<_>>());
}

#[test]
fn the_page_holds_no_test_because_no_runner_would_see_it() {
    let held = files("src/ui", &["rs"]).into_iter().filter(|file| file.text.contains("#[test]"));
    none(&held.map(|file| format!("{}: to tests/web, or to a floor below", file.path)).collect::<Vec<_>>());
}

#[test]
fn uses_are_found_in_every_form() {
    let code = "use crate::base::Id;\nuse crate::plan::{Act, free::block,\n    Step};\nlet x = crate::wire::read(t);\n$crate::a!()";
    let found = uses(code);
    assert_eq!(
        found,
        [("base", "Id"), ("plan", "Act"), ("plan", "free"), ("plan", "Step"), ("wire", "read"), ("a", "")]
    );
}
