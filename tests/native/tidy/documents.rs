//! What people read: links and names of files that lead somewhere, an example that is real, a map that stays a map.

use super::none;
use super::sources::{one, read};

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "tests/cases/README.md"];

/// Folders whose names in a document are files of this project.
const OURS: [&str; 8] =
    ["src/", "tests/", "style/", "public/", "scripts/", "examples/", "docs/", "index.html"];

/// Whatever stands between `open` and `close` on one line.
fn between<'t>(text: &'t str, open: &str, close: char) -> Vec<&'t str> {
    text.lines()
        .flat_map(|line| line.split(open).skip(1))
        .filter_map(|rest| rest.split_once(close).map(|(inside, _)| inside))
        .collect()
}

fn exists(path: &str) -> bool {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists()
}

#[test]
fn documents_point_at_what_is_there() {
    let mut complaints = Vec::new();
    for document in DOCUMENTS {
        let text = read(document);
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in between(&text, "](", ')') {
            let here = !link.starts_with("https://") && !link.starts_with('#');
            if here && !exists(format!("{folder}/{link}").trim_start_matches('/')) {
                complaints.push(format!("{document}: {link} is not there"));
            }
        }
        for name in text.split('`').skip(1).step_by(2) {
            let path = OURS.iter().any(|ours| name.starts_with(ours)) && !name.contains(['<', '*', ' ']);
            if path && !exists(name) {
                complaints.push(format!("{document}: {name} is not there"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_map_stays_a_map() {
    assert!(read("ARCHITECTURE.md").lines().count() <= 150);
}

#[test]
fn the_examples_of_the_readme_are_what_the_command_line_says() {
    for line in ["check public/samples/other-region.json", "explain no-inter-region-bandwidth"] {
        example(line);
    }
}

fn example(line: &str) {
    let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let file = |name: &str| one(name).map(|file| file.text.into_bytes()).ok_or_else(String::new);
    let said = reachplan::cli::execute(&words, reachplan::export::Paint::Plain, &file).out;
    let readme = read("README.md");
    let (_, example) = readme.split_once(&format!("$ reachplan {line}\n")).unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let mut lines = said.lines();
    for line in example.lines().filter(|line| line.trim() != "…") {
        assert!(lines.any(|real| real == line), "{line}\nis not said, or not in this order, in\n{said}");
    }
}
