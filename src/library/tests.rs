//! What is promised of plans that a browser keeps.

use crate::library::{Body, Draft, Drafts, Head, Journal, Look, Place, Stamp, Standing, compare, copy_name};
use crate::verdict::Verdict;

fn stamp(number: u64, writer: &str) -> Stamp {
    Stamp { number, writer: writer.to_owned() }
}

fn body(document: &str, ticks: &str) -> Body {
    Body { document: document.to_owned(), ticks: ticks.to_owned(), history: "h".to_owned() }
}

#[test]
fn records_are_read_as_they_were_written() {
    let look = Look {
        title: "订单 \"A\"".to_owned(),
        verdict: Some(Verdict::Blocked),
        picture: "M0 0\n\n".to_owned(),
    };
    let head = Head { stamp: stamp(7, "me"), saved: 1_234_567.0, look };
    assert_eq!(Head::read(&head.texts()), Some(head));
    let kept = body("{}\n", "a\nb");
    assert_eq!(Body::read(kept.texts()), Some(kept));
}

#[test]
fn what_is_no_record_is_not_taken_for_one() {
    assert_eq!(Head::read(&[]), None);
    assert_eq!(Head::read(&["x", "1", "t", "", ""].map(str::to_owned)), None);
    assert_eq!(Body::read(vec!["{}".to_owned()]), None);
}

#[test]
fn a_version_is_later_only_when_it_was_made_from_the_kept_one() {
    let (one, other) = (body("one", ""), body("other", ""));
    let kept = stamp(4, "they");
    let against = |base: Option<&Stamp>, mine: &Body| compare("me", base, mine, Some((&kept, &other)));
    assert_eq!(against(Some(&kept), &one), Standing::Later);
    assert_eq!(against(Some(&stamp(3, "they")), &one), Standing::Apart);
    assert_eq!(
        against(Some(&stamp(9, "they")), &one),
        Standing::Apart,
        "a greater number alone decides nothing"
    );
    assert_eq!(against(Some(&stamp(4, "others")), &one), Standing::Apart, "numbers can begin again");
    assert_eq!(against(None, &one), Standing::Apart);
    assert_eq!(against(None, &other), Standing::Same);
    assert_eq!(compare("they", None, &one, Some((&kept, &other))), Standing::Later, "kept by this very run");
    assert_eq!(compare("me", Some(&kept), &one, None), Standing::Later, "cleared under the page");
}

#[test]
fn ticks_are_part_of_a_version() {
    let kept = stamp(4, "they");
    let at = |ticks: &str| compare("me", None, &body("one", ticks), Some((&kept, &body("one", "a"))));
    assert_eq!((at("a"), at("b")), (Standing::Same, Standing::Apart));
}

#[test]
fn a_journal_is_read_as_it_was_written() {
    for (base, ticks) in [(None, ""), (Some(stamp(3, "me")), "a b\nc"), (Some(stamp(0, "x")), "one")] {
        let body = Body {
            document: "{\n  \"reachplan\": 1\n}\n".to_owned(),
            ticks: ticks.to_owned(),
            history: String::new(),
        };
        let journal = Journal { plan: "p1".to_owned(), base, body };
        assert_eq!(Journal::read(&journal.text()), Some(journal));
    }
}

#[test]
fn what_is_no_journal_is_not_taken_for_one() {
    for text in [
        "",
        "journal-1",
        "journal-2 p 0 \n{}",
        "journal-1 p x \n{}",
        "journal-1 p 3 \na\n",
        "journal-1 p 0 x\n{}",
    ] {
        assert_eq!(Journal::read(text), None, "{text}");
    }
}

fn place(about: &str, field: &str, nth: usize) -> Place {
    Place { about: about.to_owned(), field: field.to_owned(), nth }
}

fn draft(place: Place, over: &str, text: &str) -> Draft {
    Draft { place, over: over.to_owned(), text: text.to_owned() }
}

fn drafts(all: impl IntoIterator<Item = Draft>) -> Drafts {
    let mut drafts = Drafts::default();
    all.into_iter().for_each(|draft| drafts.keep(draft));
    drafts
}

#[test]
fn drafts_are_read_as_they_were_written() {
    let all = drafts([
        draft(place("vpc-1", "cidr", 0), "10.0.0.0/8", "10.0.0."),
        draft(place("a,b", "whitelist", 0), "", "1.1.1.1\n2.2.\n"),
        draft(place("", "note", 3), "订单\n0 0 0 x y\n", ""),
    ]);
    assert_eq!(Drafts::read(&all.text()), all);
    assert_eq!(Drafts::default().text(), "", "nothing is kept of nothing");
    let cut = all.text();
    for (end, _) in cut.char_indices() {
        Drafts::read(&cut[..end]);
    }
    assert_eq!(Drafts::read("0 99999999999999999999 1 a b\n"), Drafts::default());
}

#[test]
fn a_field_has_one_draft_and_none_that_says_what_it_shows() {
    let at = place("vpc-1", "cidr", 0);
    let mut all = drafts([draft(at.clone(), "old", "o"), draft(at.clone(), "old", "of")]);
    assert_eq!(all.find(&at, "old", true).map(|draft| draft.text.as_str()), Some("of"));
    assert_eq!(all.find(&at, "new", true).map(|draft| draft.text.as_str()), Some("of"), "it is not lost");
    assert_eq!(all.find(&at, "of", true), None, "somebody else has applied it");
    all.keep(draft(at.clone(), "old", "old"));
    assert_eq!(all, Drafts::default());
}

#[test]
fn rows_that_have_changed_places_do_not_take_the_draft_of_another() {
    let all = drafts([draft(place("rt", "to", 1), "10.0.0.0/8", "10.9")]);
    assert!(all.find(&place("rt", "to", 1), "10.0.0.0/8", false).is_some());
    assert!(all.find(&place("rt", "to", 1), "192.168.0.0/16", false).is_none());
    assert!(all.find(&place("rt", "to", 0), "10.0.0.0/8", false).is_none());
}

#[test]
fn a_draft_goes_with_its_element() {
    let mut all = drafts([draft(place("a,b", "note", 0), "", "x"), draft(place("a", "name", 0), "", "y")]);
    assert_eq!(all.latest().collect::<Vec<_>>(), ["a"]);
    assert!(!all.prune(&|_| true));
    assert!(all.prune(&|id| id == "a"));
    assert_eq!(all, drafts([draft(place("a", "name", 0), "", "y")]));
}

#[test]
fn a_copy_is_counted_on() {
    let taken = ["Orders 2".to_owned(), "Orders 3".to_owned()];
    assert_eq!(copy_name("Orders", &[]), "Orders 2");
    assert_eq!(copy_name("Orders", &taken), "Orders 4");
    assert_eq!(copy_name("Orders 2", &taken), "Orders 4");
    assert_eq!(copy_name("Plan of 2026", &[]), "Plan of 2026 2");
    assert!(copy_name(&"长".repeat(200), &[]).chars().count() <= 200);
}
