//! What the engine costs: reading a document, judging every pair, one edit as the page makes it, explaining everything and
//! putting the report into words. Prints Markdown tables: median times, growth, and, each in a process of its own, counted
//! instructions (with valgrind, where it is installed) and the most memory held.
//!
//! `make bench` runs it, `make bench ARGS=import` and `ARGS=link` the parts about imports and links alone. With `plan N` it prints the plan of N nodes,
//! which `make bench-page` opens in the browser.

#![expect(clippy::expect_used, reason = "a benchmark may stop at the first surprise")]

#[path = "bench/counted.rs"]
mod counted;
#[path = "bench/import.rs"]
mod import;
#[path = "bench/link.rs"]
mod link;
#[path = "bench/plan.rs"]
mod plan;

use std::hint::black_box;
use std::time::{Duration, Instant};

use reachplan::analysis::{Survey, analyse};
use reachplan::i18n::Language;
use reachplan::report::{connection, plan_wide, report};
use reachplan::topology::{Document, Edit, Entry, Kind};
use reachplan::wire;

/// One measurement repeats until this much time or this many runs are used up.
const BUDGET: Duration = Duration::from_secs(2);
const RUNS: usize = 101;

/// A generated plan.
struct Sample {
    name: &'static str,
    /// Nodes, or entries of a whitelist.
    size: u32,
    /// Whether a comparison with the sample before it says how costs grow.
    grows: bool,
    /// Whether all pairs are explained; otherwise they are only judged.
    explained: bool,
    text: fn(usize) -> String,
}

const SAMPLES: [Sample; 6] = [
    Sample { name: "100 nodes", size: 100, grows: false, explained: true, text: plan::of },
    Sample { name: "1,000 nodes", size: 1_000, grows: true, explained: true, text: plan::of },
    Sample { name: "10,000 nodes", size: 10_000, grows: true, explained: true, text: plan::of },
    Sample { name: "1,000 entries", size: 1_000, grows: false, explained: true, text: plan::with_whitelist },
    Sample {
        name: "100,000 entries",
        size: 100_000,
        grows: true,
        explained: true,
        text: plan::with_whitelist,
    },
    Sample {
        name: "200 groups × 2,000 sources",
        size: 200,
        grows: false,
        explained: false,
        text: |n| plan::of_pairs(n, 10 * n),
    },
];

/// The stages that are measured, in order.
const STAGES: [&str; 5] = ["read", "judge", "edit", "analyse", "words"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [once, sample, stage] = words.as_slice()
        && once == "once"
    {
        counted::once(sample, stage);
        return;
    }
    if let [only, nodes] = words.as_slice()
        && only == "plan"
    {
        println!("{}", plan::of(nodes.parse().expect("a number of nodes")));
        return;
    }
    if words == ["import"] {
        import::print();
        return;
    }
    if words == ["link"] {
        link::print();
        return;
    }
    let rows: Vec<[f64; 5]> = SAMPLES.iter().map(times).collect();
    println!("Medians in microseconds:\n");
    table(&rows, 0);
    println!("\nGrowth exponent (1: twice the size takes twice as long; 2: four times):\n");
    for (at, pair) in rows.windows(2).enumerate() {
        if let ([small, large], Some([before, sample])) = (pair, SAMPLES.get(at..at + 2))
            && sample.grows
        {
            let sizes = (f64::from(sample.size) / f64::from(before.size)).ln();
            let grown = STAGES
                .iter()
                .zip(small.iter().zip(large))
                .map(|(stage, (small, large))| format!("{stage} {:.2}", (large / small).ln() / sizes));
            println!("* {} → {}: {}", before.name, sample.name, grown.collect::<Vec<_>>().join(", "));
        }
    }
    counted::print();
    import::print();
    link::print();
}

fn table(rows: &[[f64; 5]], decimals: usize) {
    println!("| plan | {} |", STAGES.join(" | "));
    println!("|---|{}", "---:|".repeat(STAGES.len()));
    for (sample, row) in SAMPLES.iter().zip(rows) {
        let cells =
            row.map(|cell| if cell.is_finite() { format!("{cell:.decimals$}") } else { String::new() });
        println!("| {} | {} |", sample.name, cells.join(" | "));
    }
}

fn times(sample: &Sample) -> [f64; 5] {
    let text = (sample.text)(usize::try_from(sample.size).expect("small"));
    let document = wire::read(&text).expect("the generated plan is a document");
    let topology = &document.topology;
    let (all, words) = if sample.explained {
        let analysis = analyse(topology);
        (median(|| analyse(topology)), median(|| report(topology, &analysis, Language::En)))
    } else {
        (f64::NAN, f64::NAN)
    };
    [
        median(|| wire::read(&text)),
        median(|| Survey::of(topology).overview().clone()),
        median(|| edit(&document)),
        all,
        words,
    ]
}

/// What the page does after an edit, up to the words that it shows: the document, the verdicts, the current connection.
fn edit(document: &Document) -> (Document, String) {
    let mut sources =
        document.topology.nodes.iter().filter(|(_, node)| matches!(node.kind, Kind::DataSource(_)));
    let source = sources.next().expect("a data source").0.clone();
    let typed = Edit::AddWhitelistEntry { source, entry: Entry::new("192.0.2.1"), replaces: None };
    let after = document.after(&typed).expect("an edit");
    let survey = Survey::of(&after.topology);
    let assessed = survey.connection(0).expect("a connection");
    let shown = connection(&after.topology, &assessed, Language::En);
    let beside = plan_wide(&after.topology, survey.overview(), Language::En);
    let said = format!("{:?}{:?}", shown.verdict, beside.verdict);
    (after, said)
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
