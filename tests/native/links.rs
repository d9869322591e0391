//! Links: every plan fits, opens as exactly itself, and nothing hostile gets further than a clear problem.

use proptest::prelude::*;
use reachplan::i18n::Language;
use reachplan::link::{self, LinkProblem};
use reachplan::samples::SAMPLES;
use reachplan::wire;

use crate::generate;
use crate::wire::good_documents;

#[test]
fn every_sample_is_a_short_link_in_both_languages() {
    for sample in SAMPLES {
        for language in Language::ALL {
            let document = sample.document(language).unwrap();
            let link = link::write(&document);
            assert!(link.starts_with("#p1.") && link.len() <= 400, "{}: {}", sample.name, link.len());
            assert_eq!(link::read(&link), Ok(document), "{}", sample.name);
        }
    }
}

#[test]
fn good_documents_open_as_they_were() {
    for (file, text) in good_documents() {
        let document = wire::read(&text).unwrap();
        let opened = link::read(&link::write(&document)).unwrap();
        assert_eq!(wire::write(&opened), wire::write(&document), "{}", file.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn what_is_packed_opens_as_the_same(document in generate::document()) {
        prop_assert_eq!(link::read(&link::write(&document)), Ok(document));
    }
}

#[test]
fn a_link_is_found_in_whatever_people_paste() {
    let document = SAMPLES[0].document(Language::Zh).unwrap();
    let link = link::write(&document);
    let (head, tail) = link.split_at(20);
    for pasted in [
        link.clone(),
        link.trim_start_matches('#').to_owned(),
        format!("  https://plan.example/reach/?lang=zh{link}\n"),
        format!("{head}\r\n{tail}"),
    ] {
        assert_eq!(link::read(&pasted).as_ref(), Ok(&document), "{pasted}");
    }
}

#[test]
fn what_is_no_link_of_this_version_says_so() {
    for text in
        ["", "#", "#sample=internet", "#p1", "#p.x", "#p0.x", "#p01.x", "#p+1.x", "#d1.abc", "plan.json"]
    {
        assert_eq!(link::read(text), Err(LinkProblem::NotALink), "{text}");
    }
    assert_eq!(link::read("#p2.x"), Err(LinkProblem::Newer { packing: 2 }));
    assert_eq!(link::read("#p99999999999.x"), Err(LinkProblem::Newer { packing: u32::MAX }));
}

#[test]
fn a_link_that_was_cut_off_says_so_wherever_it_was_cut() {
    let link = link::write(&SAMPLES[0].document(Language::En).unwrap());
    for length in "#p1.".len()..link.len() {
        let cut = &link[..length];
        assert_eq!(link::read(cut), Err(LinkProblem::Truncated), "{cut}");
    }
}
