//! What links cost: packing a plan and opening it, once the model has learned, and learning itself.

use std::time::Duration;

use reachplan::i18n::Language;
use reachplan::link;
use reachplan::samples::SAMPLES;
use reachplan::topology::Document;
use reachplan::wire;

use crate::{median, now, plan};

/// Prints the times.
pub(crate) fn print() {
    println!("\nLinks, medians in microseconds:\n");
    println!("| plan | characters | write | read |");
    println!("|---|---:|---:|---:|");
    let first = SAMPLES.first().and_then(|sample| sample.document(Language::En)).expect("a sample");
    let learned = once(|| drop(link::write(&Document::default())));
    row("empty", &Document::default());
    row("first sample", &first);
    for nodes in [100, 1_000] {
        let document = wire::read(&plan::of(nodes)).expect("the generated plan is a document");
        row(&format!("{nodes} nodes"), &document);
    }
    println!("\nThe first link of a process: {} µs.", learned.as_micros());
}

fn row(name: &str, document: &Document) {
    let link = link::write(document);
    let (written, opened) = (median(|| link::write(document)), median(|| link::read(&link)));
    println!("| {name} | {} | {written:.0} | {opened:.0} |", link.len());
}

fn once(run: impl FnOnce()) -> Duration {
    let began = now();
    run();
    began.elapsed()
}
