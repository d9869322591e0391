//! The automation hooks that the page promises: attributes, panels and commands by which tests and tools find things.

use super::none;
use super::sources::files;

/// Attributes, wherever they are set.
const ATTRIBUTES: [&str; 34] = [
    "data-ready",
    "data-canvas",
    "data-node",
    "data-kind",
    "data-status",
    "aria-selected",
    "data-handle",
    "data-drop",
    "data-connection",
    "data-attachment",
    "data-binding",
    "data-palette",
    "data-sample",
    "data-panel",
    "data-verdict",
    "data-scenario",
    "data-resource-group",
    "data-data-source",
    "data-hop",
    "data-step",
    "data-action",
    "data-state",
    "data-finding",
    "data-severity",
    "data-whitelist-entry",
    "data-connection-row",
    "data-field",
    "aria-invalid",
    "aria-describedby",
    "data-dialog",
    "data-copy",
    "data-menu",
    "data-command",
    "aria-current",
];

const PANELS: [&str; 5] = ["verdict", "general", "outline", "inspector", "overview"];

/// Commands that there are so far.
const COMMANDS: [&str; 18] = [
    "new", "open", "save", "plans", "print", "undo", "redo", "delete", "rename", "tidy", "fit", "zoom-in",
    "zoom-out", "search", "outline", "language", "theme", "keys",
];

const DIALOGS: [&str; 3] = ["bad-file", "plans", "conflict"];

/// The states of an entry of the whitelist card, and of a place under the pointer.
const WORDS: [&str; 6] = ["present", "missing", "unneeded", "unreadable", "allowed", "refused"];

#[test]
fn every_hook_of_the_page_is_set_somewhere() {
    let page: String = ["src/ui", "src/diagram", "src/session"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
        .map(|file| file.text)
        .collect();
    let attribute =
        |name: &&str| ![format!("{name}="), format!("{name}\"")].iter().any(|form| page.contains(form));
    let quoted = |name: &&str| !page.contains(&format!("\"{name}\""));
    let mut lost: Vec<String> =
        ATTRIBUTES.iter().filter(|name| attribute(name)).map(|name| format!("attribute {name}")).collect();
    lost.extend(
        PANELS
            .iter()
            .filter(|name| !page.contains(&format!("data-panel=\"{name}\"")))
            .map(|name| format!("panel {name}")),
    );
    lost.extend(COMMANDS.iter().filter(|name| quoted(name)).map(|name| format!("command {name}")));
    lost.extend(DIALOGS.iter().filter(|name| quoted(name)).map(|name| format!("dialog {name}")));
    lost.extend(WORDS.iter().filter(|name| quoted(name)).map(|name| format!("word {name}")));
    none(&lost);
}
