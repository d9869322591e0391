//! The program itself: what it prints where, and how it ends.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use super::run;

fn program(words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reachplan"));
    command.args(words).current_dir(env!("CARGO_MANIFEST_DIR"));
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().expect("the program starts");
    // A program that wants no input may be gone already.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_program_reads_files_and_prints_without_colour_into_a_pipe() {
    let output = program(&["check", "public/samples/other-region.json"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        (text(&output.stdout), text(&output.stderr)),
        (run("check other-region.json").out.as_str(), "")
    );
}

#[test]
fn the_program_reads_standard_input_and_passes_a_document_on() {
    let output = program(&["apply", "public/samples/other-region.json"], b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let checked = program(&["check", "-"], &output.stdout);
    assert_eq!((checked.status.code(), text(&checked.stderr)), (Some(0), ""));
}

#[test]
fn the_program_complains_on_standard_error_only() {
    for words in
        [&["check", "no-such-file.json"][..], &["check", "Cargo.toml"], &["check", "src"], &["chek"], &[]]
    {
        let output = program(words, b"");
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{words:?}");
        assert!(!output.stderr.is_empty(), "{words:?}");
    }
}
