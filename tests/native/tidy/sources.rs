//! The files of the project, read for the tests of tidiness.

use std::fs;
use std::path::{Path, PathBuf};

/// One file.
pub(super) struct File {
    /// Its path from the top of the project, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file that must be there.
pub(super) fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|problem| panic!("{path}: {problem}"))
}

/// The file at this path, where there is one.
pub(super) fn one(path: &str) -> Option<File> {
    let text = fs::read_to_string(top().join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}

/// The files below a folder that end in one of these, in order of path.
pub(super) fn files(folder: &str, ends: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    collect(&top().join(folder), &mut found);
    found.sort();
    let ours = |path: &PathBuf| path.extension().is_some_and(|end| ends.iter().any(|one| end == *one));
    let name = |path: PathBuf| path.strip_prefix(top()).unwrap().to_str().unwrap().replace('\\', "/");
    found.into_iter().filter(ours).filter_map(|path| one(&name(path))).collect()
}

/// Whatever people write by hand, folders that are built or installed aside.
pub(super) fn everything() -> Vec<File> {
    let ends = ["rs", "css", "mjs", "js", "sh", "md", "json", "html", "toml", "svg", "txt"];
    let folders = ["src", "tests", "examples", "style", "scripts", "public", "docs"];
    let mut all: Vec<File> = folders.into_iter().flat_map(|folder| files(folder, &ends)).collect();
    let loose = [
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "Cargo.toml",
        "LICENSE",
        "Makefile",
        "README.md",
        "Trunk.toml",
        "clippy.toml",
        "index.html",
        "package.json",
        "rust-toolchain.toml",
        "rustfmt.toml",
        "webdriver.json",
        ".ci/run",
    ];
    all.extend(loose.into_iter().filter_map(one));
    all
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// A stylesheet as what stands before each `{`, `;` and `}`, with that sign, comments left out.
pub(super) fn css_pieces(text: &str) -> Vec<(String, char)> {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for sign in plain.chars() {
        if matches!(sign, '{' | ';' | '}') {
            pieces.push((std::mem::take(&mut piece), sign));
        } else {
            piece.push(sign);
        }
    }
    pieces
}
