//! Links that somebody damaged or made up: always a clear problem, quickly, and never another plan.

use proptest::prelude::*;
use reachplan::i18n::{Language, link_problem};
use reachplan::link::{self, LinkProblem, MOST_UNPACKED};
use reachplan::samples::SAMPLES;
use reachplan::wire::{DocumentProblem, What};

use crate::fuzzed::common::forged;
use crate::seeded::seeded;

/// The bytes of `nodes` and `at` as fields of a stream.
const NODES: u8 = 0x20 + 51;
const AT: u8 = 0x20 + 50;

/// What is wrong with a link, after it was put into words as a reader would see it.
fn refused(link: &str) -> LinkProblem {
    let problem = link::read(link).expect_err(link);
    for language in Language::ALL {
        let said = link_problem(language, &problem);
        assert!(!said.is_empty() && said.len() < 100_000, "{link}: {said}");
    }
    problem
}

fn sample(at: usize) -> String {
    link::write(&SAMPLES[at % SAMPLES.len()].document(Language::Zh).unwrap())
}

proptest! {
    #![proptest_config(seeded(32))]

    #[test]
    fn no_changed_character_goes_unnoticed(at in 0..8_usize, place in 4..1000_usize, to in "[A-Za-z0-9_-]") {
        let link = sample(at);
        let place = 4 + place % (link.len() - 4);
        prop_assume!(link[place..=place] != to);
        let changed = format!("{}{to}{}", &link[..place], &link[place + 1..]);
        let problem = refused(&changed);
        prop_assert!(matches!(problem, LinkProblem::Damaged | LinkProblem::Truncated), "{changed}: {problem:?}");
    }
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn any_text_is_told_from_a_link(text in ".{0,200}", sign in "[^A-Za-z0-9_\\s-]") {
        refused(&text);
        refused(&format!("#p1.{text}"));
        prop_assert_eq!(refused(&format!("#p1.AAAA{sign}{text}")), LinkProblem::Damaged);
    }

    #[test]
    fn bytes_that_were_never_packed_are_no_plan(body in proptest::collection::vec(any::<u8>(), 0..300)) {
        refused(&forged(&body, false));
    }
}

proptest! {
    #![proptest_config(seeded(4))]

    #[test]
    fn bytes_that_were_never_written_end_in_a_problem(body in proptest::collection::vec(any::<u8>(), 0..200)) {
        refused(&forged(&body, true));
    }
}

#[test]
fn what_means_a_plan_by_chance_and_was_never_written_is_refused() {
    assert_eq!(refused("#p1.P5FejKTzEpPm2tKMjeR9FtHhR20_EVjrf3k1s8RQNjo-1jrT"), LinkProblem::Damaged);
}

/// Of a tree that is not packed 2 begins a list, 3 an object, 1 a number; 0 ends a text or a number, 4 the others.
#[test]
fn deep_nesting_is_refused_and_not_followed() {
    for depth in [30, 1_000, 100_000] {
        for open in [&[2_u8][..], &[3, NODES], &[3, NODES, 2]] {
            assert_eq!(refused(&forged(&open.repeat(depth), false)), LinkProblem::Damaged);
        }
    }
    // Nodes inside of each other, as deep as a stream may be: followed, and refused for what it is.
    let nested = [&[3, NODES, 2].repeat(11)[..], &[4, 4].repeat(11)].concat();
    assert!(matches!(refused(&forged(&nested, false)), LinkProblem::Document(_)));
}

#[test]
fn numbers_that_no_computer_holds_are_refused() {
    for number in ["1e999", "-1e999", "NaN", "inf", "0x10", "", "--1", &"9".repeat(400)] {
        let body = [&[3, 0x20, 1], number.as_bytes(), &[0, 4]].concat();
        assert_eq!(refused(&forged(&body, false)), LinkProblem::Damaged, "{number}");
    }
    // A number, but the place that would come of it is none.
    let body = [&[3, 0x20, 1][..], b"1\0", &[NODES, 2, 3, AT, 2, 1], b"1e308\0", &[4, 4, 4, 4]].concat();
    assert!(matches!(refused(&forged(&body, false)), LinkProblem::Document(_)));
}

#[test]
fn what_would_unpack_without_end_is_stopped() {
    let bombs = [vec![0xff; 20_000], vec![0x55; 2_000], Vec::new()];
    for problem in bombs.map(|body| refused(&forged(&body, true))) {
        match problem {
            LinkProblem::TooLarge { limit } => assert!(limit <= MOST_UNPACKED),
            other => assert!(matches!(other, LinkProblem::Damaged | LinkProblem::Document(_)), "{other:?}"),
        }
    }
    let huge = format!("#p1.{}", "A".repeat(9_000_000));
    assert_eq!(link::read(&huge), Err(LinkProblem::TooLarge { limit: link::MOST_CHARACTERS }));
}

#[test]
fn what_ends_in_the_middle_is_damaged_and_not_too_large() {
    for body in [Vec::new(), vec![0x55; 40], vec![0x10, 0x32, 0x54, 0x76]] {
        assert_eq!(refused(&forged(&body, true)), LinkProblem::Damaged, "{body:?}");
    }
}

#[test]
fn a_newer_document_in_a_link_of_this_packing_says_so() {
    let newer = [&[3, 0x20, 1][..], b"2\0", &[0x1e], b"realms\0", &[2, 4, 4]].concat();
    let LinkProblem::Document(problems) = refused(&forged(&newer, false)) else { panic!("a document") };
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!(problem.what, What::Document(DocumentProblem::NewerVersion { found: 2.0 }));
}
