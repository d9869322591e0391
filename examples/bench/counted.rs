//! What does not depend on the machine's mood: counted instructions, and the most memory that a process held.

use std::hint::black_box;
use std::process::Command;

use reachplan::analysis::{Survey, analyse};
use reachplan::i18n::Language;
use reachplan::report::report;
use reachplan::wire;

use crate::{SAMPLES, STAGES, Sample, edit, table};

/// Carries out one stage after all that it needs, then says how much memory was held at most, in kilobytes.
pub(crate) fn once(sample: &str, stage: &str) {
    let sample = SAMPLES.iter().find(|known| known.name == sample).expect("a known plan");
    let text = (sample.text)(usize::try_from(sample.size).expect("small"));
    if stage != "text" {
        let document = wire::read(&text).expect("the generated plan is a document");
        match stage {
            "judge" => drop(black_box(Survey::of(&document.topology).overview().clone())),
            "edit" => drop(black_box(edit(&document))),
            "analyse" => drop(black_box(analyse(&document.topology))),
            "words" => {
                let analysis = analyse(&document.topology);
                drop(black_box(report(&document.topology, &analysis, Language::En)));
            }
            _ => drop(black_box(document)),
        }
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.unwrap_or_default().trim().trim_end_matches(" kB"));
}

/// Prints both tables.
pub(crate) fn print() {
    println!("\nMost memory held, in megabytes, each stage with all that it needs:\n");
    let peak = |sample: &Sample, stage| run(&[], sample, stage).0.map(|kb| kb / 1e3);
    table(&SAMPLES.iter().map(|sample| cells(sample, peak)).collect::<Vec<_>>(), 1);
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("\nInstructions are not counted: valgrind is not installed.");
        return;
    }
    println!("\nMillions of instructions:\n");
    let count = |sample: &Sample, stage| {
        let valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];
        run(&valgrind, sample, stage).1.map(|count| count / 1e6)
    };
    let own = |sample: &Sample, stage: &'static str| {
        let before = match stage {
            "read" => "text",
            "words" => "analyse",
            _ => "read",
        };
        Some(count(sample, stage)? - count(sample, before)?)
    };
    table(&SAMPLES.iter().map(|sample| cells(sample, own)).collect::<Vec<_>>(), 1);
}

fn cells(sample: &Sample, of: impl Fn(&Sample, &'static str) -> Option<f64>) -> [f64; 5] {
    STAGES.map(|stage| {
        let measured = sample.explained || !matches!(stage, "analyse" | "words");
        measured.then(|| of(sample, stage)).flatten().unwrap_or(f64::NAN)
    })
}

/// What a process of its own prints, and the instructions that a tool around it counts.
fn run(tool: &[&str], sample: &Sample, stage: &str) -> (Option<f64>, Option<f64>) {
    let own = std::env::current_exe().expect("a program");
    let own = own.to_str().expect("a readable path");
    let words: Vec<&str> = tool.iter().copied().chain([own, "once", sample.name, stage]).collect();
    let (program, rest) = words.split_first().expect("a program");
    let Ok(output) = Command::new(program).args(rest).output() else { return (None, None) };
    let number = |bytes: &[u8], mark: &str| {
        let text = String::from_utf8_lossy(bytes).replace(',', "");
        text.lines().find_map(|line| line.split_once(mark)?.1.trim().parse().ok())
    };
    (number(&output.stdout, ""), number(&output.stderr, "refs:"))
}
