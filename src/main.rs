//! The page's entry point: mounts the application. Nothing else belongs here.

use reachplan::ui::{app, shell};

fn main() {
    shell::watch_for_defects();
    app::mount();
}
