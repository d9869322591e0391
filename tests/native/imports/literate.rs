//! Runs the points of `tests/imports`: files in, a drawing and words out.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use reachplan::i18n::{Language, importing};
use reachplan::import::{Found, Source, merge, recognise};
use reachplan::topology::{Document, Kind, Topology};
use reachplan::wire;

use crate::notation;

each_held! { FILES: vpc routes cen internet databases dataworks terraform tables broken merging }

/// What stands in the files wherever a secret would.
const SECRET: &str = "DROP-ME";

#[derive(Default)]
struct Point {
    heading: String,
    line: usize,
    files: Vec<Source>,
    present: Option<(usize, String)>,
    drawing: Option<(usize, String)>,
    told: Vec<String>,
}

#[test]
fn every_file_of_points_is_run() {
    let mut names: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().replace('-', "_"))
        .filter(|name| name != "README")
        .collect();
    names.sort();
    let mut known: Vec<String> = FILES.iter().map(ToString::to_string).collect();
    known.sort();
    assert_eq!(names, known);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports")
}

fn hold(name: &str) {
    let name = name.replace('_', "-");
    let text = fs::read_to_string(root().join(format!("{name}.md"))).unwrap();
    let mut failures = String::new();
    let points = points(&text);
    assert!(!points.is_empty(), "no point in {name}");
    for point in points {
        if let Err(said) = check(&point) {
            let _ = writeln!(failures, "\ntests/imports/{name}.md:{}: {}\n{said}", point.line, point.heading);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// The points of a file.
fn points(text: &str) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut fence: Option<(String, usize, String)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some((word, first, mut body)) = fence.take() {
            if line != "```" {
                let _ = writeln!(body, "{line}");
                fence = Some((word, first, body));
                continue;
            }
            let point = points.last_mut().expect("a block stands below a heading");
            match word.split_once(' ').unwrap_or((&word, "")) {
                ("file", name) => point.files.push(Source { name: name.to_owned(), text: body }),
                ("present", _) => point.present = Some((first, body)),
                ("drawing", _) => point.drawing = Some((first, body)),
                ("told", _) => point.told = body.lines().map(str::to_owned).collect(),
                _ => panic!("line {first}: an unknown block `{word}`"),
            }
        } else if let Some(word) = line.strip_prefix("```") {
            fence = Some((word.to_owned(), number + 1, String::new()));
        } else if let Some(heading) = line.strip_prefix("## ") {
            points.push(Point { heading: heading.to_owned(), line: number, ..Point::default() });
        }
    }
    points
}

fn check(point: &Point) -> Result<(), String> {
    let found = recognise(&point.files);
    let present = match &point.present {
        Some((first, text)) => Some(notation::read(text, *first)?),
        None => None,
    };
    let merged = present.as_ref().map(|present| merge(present, &found));
    let document = merged.as_ref().map_or_else(|| found.document(""), |merged| merged.document.clone());
    let mut lines = lines(&found, Language::En);
    for change in merged.iter().flat_map(|merged| &merged.changes) {
        lines.extend(importing::change(Language::En, &document.topology, change));
    }
    let mut said = String::new();
    if let Some((first, text)) = &point.drawing {
        let (wanted, drawn) = (notation::read(text, *first)?, short(&document));
        if wanted.topology != drawn.topology {
            said += &differences(&wire::write(&short(&wanted)), &wire::write(&drawn));
        }
    }
    for wanted in &point.told {
        let (part, expected) =
            wanted.strip_prefix("not ").map_or((wanted.as_str(), true), |part| (part, false));
        if lines.iter().any(|line| line.contains(part)) != expected {
            let _ = writeln!(said, "told: {wanted}");
        }
    }
    if !said.is_empty() {
        let _ = writeln!(said, "it tells:\n  {}", lines.join("\n  "));
    }
    said += &laws(point, &found, &document);
    if said.is_empty() { Ok(()) } else { Err(said) }
}

/// What holds of every point.
fn laws(point: &Point, found: &Found, document: &Document) -> String {
    let mut said = String::new();
    let mut turned = point.files.clone();
    turned.reverse();
    let again = recognise(&turned);
    if (again.document(""), lines(&again, Language::En)) != (found.document(""), lines(found, Language::En)) {
        said += "the order of files matters\n";
    }
    if wire::read(&wire::write(document)).as_ref() != Ok(document) {
        let _ = writeln!(said, "the drawing does not read as itself:\n{}", wire::write(document));
    }
    let twice = merge(document, found);
    if !twice.changes.is_empty() || twice.document != *document {
        let _ = writeln!(said, "importing twice changes: {:?}", twice.changes);
    }
    let (en, zh) = (lines(found, Language::En), lines(found, Language::Zh));
    if zh.len() != en.len() {
        said += "the languages tell different things\n";
    }
    if format!("{found:?}{document:?}{en:?}{zh:?}").contains(SECRET) {
        said += "a secret is told\n";
    }
    said
}

/// Everything that is told.
fn lines(found: &Found, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(found.troubles.iter().map(|one| importing::trouble(language, one)));
    lines.extend(found.recognised.iter().map(|one| importing::recognised(language, one)));
    lines.extend(found.ignored.iter().map(|one| importing::ignored(language, one)));
    lines.extend(found.warnings.iter().map(|one| importing::caution(language, one)));
    lines.extend(found.questions.iter().map(|one| importing::open_question(language, one)));
    lines
}

/// The document without cloud ids that are the id, and names of regions that are the region.
fn short(document: &Document) -> Document {
    let mut topology = Topology::clone(&document.topology);
    for (id, node) in &mut topology.nodes {
        let node = Arc::make_mut(node);
        let own = |cloud: &mut Option<String>| {
            if cloud.as_deref() == Some(id.as_str()) {
                *cloud = None;
            }
        };
        match &mut node.kind {
            Kind::Vpc(vpc) => own(&mut vpc.cloud_id),
            Kind::VSwitch(switch) => own(&mut switch.cloud_id),
            Kind::Region(place) if node.name.as_deref() == Some(place.region.as_str()) => node.name = None,
            _ => {}
        }
    }
    Document { topology: Arc::new(topology), ..Document::default() }
}

/// The lines that only one of two texts has.
fn differences(wanted: &str, drawn: &str) -> String {
    let only = |sign: char, own: &str, other: &str| -> String {
        let other: Vec<&str> = other.lines().collect();
        own.lines().filter(|line| !other.contains(line)).fold(String::new(), |mut all, line| {
            let _ = writeln!(all, "{sign} {line}");
            all
        })
    };
    format!("{}{}whole:\n{drawn}", only('-', wanted, drawn), only('+', drawn, wanted))
}
