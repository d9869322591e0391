//! How long the engine takes: reading a document, analysing it and putting the report into words, for plans of growing
//! size and for long whitelists. Prints a Markdown table; the numbers are medians.
//!
//! `make bench` runs it. `make bench ARGS=10000` adds a plan of that many nodes.

#![expect(clippy::expect_used, reason = "a benchmark may stop at the first surprise")]

#[path = "bench/plan.rs"]
mod plan;

use std::hint::black_box;
use std::time::{Duration, Instant};

use reachplan::analysis::analyse;
use reachplan::i18n::Language;
use reachplan::report::report;
use reachplan::wire;

/// Sizes of plans in nodes; larger ones are asked for by argument.
const SIZES: [usize; 3] = [10, 100, 1_000];
/// Lengths of the whitelist of a small plan.
const WHITELISTS: [usize; 2] = [1_000, 100_000];
/// One measurement repeats until this much time or this many runs are used up.
const BUDGET: Duration = Duration::from_secs(2);
const RUNS: usize = 101;

/// Medians in microseconds.
struct Row {
    name: String,
    size: usize,
    pairs: usize,
    bytes: usize,
    read: f64,
    analyse: f64,
    words: f64,
}

fn main() {
    let asked = std::env::args().skip(1).filter_map(|word| word.replace([',', '_'], "").parse().ok());
    let sizes: Vec<usize> = SIZES.into_iter().chain(asked).collect();
    let plans: Vec<Row> =
        sizes.iter().map(|size| measure(format!("{size} nodes"), *size, &plan::of(*size))).collect();
    let lists: Vec<Row> = WHITELISTS
        .iter()
        .map(|length| measure(format!("10 nodes, {length} entries"), *length, &plan::with_whitelist(*length)))
        .collect();

    println!("| plan | pairs | kB | read µs | analyse µs | words µs | together µs |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    plans.iter().chain(&lists).for_each(print);
    println!();
    println!("Growth exponent (1: twice the size takes twice the time; 2: four times):\n");
    println!("| from → to | read | analyse | words |");
    println!("|---|---:|---:|---:|");
    plans.windows(2).chain(lists.windows(2)).for_each(print_growth);
}

fn measure(name: String, size: usize, text: &str) -> Row {
    let document = wire::read(text).expect("the generated plan is a document");
    let topology = &document.topology;
    let analysis = analyse(topology);
    Row {
        name,
        size,
        pairs: analysis.connections.len(),
        bytes: text.len(),
        read: median(|| wire::read(text)),
        analyse: median(|| analyse(topology)),
        words: median(|| report(topology, &analysis, Language::En)),
    }
}

/// The median time of one run. What a run returns is dropped off the clock.
fn median<T>(mut run: impl FnMut() -> T) -> f64 {
    let mut times = Vec::new();
    let mut spent = Duration::ZERO;
    drop(black_box(run()));
    while times.len() < RUNS && (spent < BUDGET || times.len() < 3) {
        let began = now();
        let result = black_box(run());
        let took = began.elapsed();
        drop(result);
        spent += took;
        times.push(took);
    }
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, |middle| middle.as_secs_f64() * 1e6)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock; the engine knows none")]
fn now() -> Instant {
    Instant::now()
}

fn print(row: &Row) {
    let together = row.read + row.analyse + row.words;
    let kb = row.bytes.div_ceil(1_000);
    println!(
        "| {} | {} | {kb} | {:.0} | {:.0} | {:.0} | {together:.0} |",
        row.name, row.pairs, row.read, row.analyse, row.words
    );
}

fn print_growth(rows: &[Row]) {
    let [small, large] = rows else { return };
    #[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
    let sizes = (large.size as f64 / small.size as f64).ln();
    let of = |part: fn(&Row) -> f64| (part(large) / part(small)).ln() / sizes;
    println!(
        "| {} → {} | {:.2} | {:.2} | {:.2} |",
        small.name,
        large.name,
        of(|r| r.read),
        of(|r| r.analyse),
        of(|r| r.words)
    );
}
