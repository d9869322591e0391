//! The drawing as a picture that opens the plan again.

use proptest::prelude::*;
use reachplan::analysis::analyse;
use reachplan::export::{Format, Options, Theme, png, report_json, svg, text};
use reachplan::i18n::Language;
use reachplan::report::report;
use reachplan::samples::SAMPLES;
use reachplan::topology::Document;
use reachplan::wire;

use super::sample;
use crate::cli::run_on;
use crate::generate;
use crate::seeded::seeded;

fn picture(document: &Document, theme: Theme) -> String {
    text(Format::Svg, document, &Options { theme, ..Options::default() })
}

fn told(document: &Document) -> String {
    report_json(&report(&document.topology, &analyse(&document.topology), Language::En))
}

/// The elements of well-formed XML as `(depth, name, attributes)`, and the text between them by depth.
fn elements(xml: &str) -> Vec<(usize, String, String)> {
    let (mut depth, mut found) = (0, Vec::<(usize, String, String)>::new());
    let mut rest = xml;
    while let Some((text, after)) = rest.split_once('<') {
        assert!(!text.contains('>'), "a stray > in {text}");
        for entity in text.split('&').skip(1) {
            assert!(
                ["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known)),
                "&{entity}"
            );
        }
        let (tag, after) = after.split_once('>').expect("a tag is ended");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            depth -= 1;
            let (_, opened, _) = found.iter().rfind(|(at, ..)| *at == depth).expect("something was opened");
            assert_eq!(name, opened.as_str());
            continue;
        }
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag, ""));
        assert!(attributes.matches('"').count() % 2 == 0, "{tag}");
        found.push((depth, name.to_owned(), attributes.to_owned()));
        depth += usize::from(!tag.ends_with('/'));
    }
    assert_eq!((depth, rest.trim()), (0, ""));
    found
}

#[test]
fn a_picture_opens_the_plan_again_with_the_same_report() {
    for one in SAMPLES {
        let plan = sample(one.name);
        for theme in Theme::ALL {
            let inside = svg::embedded(&picture(&plan, theme)).unwrap();
            let again = wire::read(&inside).unwrap();
            assert_eq!(again, plan, "{}", one.name);
            assert_eq!(told(&again), told(&plan), "{}", one.name);
        }
    }
    let drawn = picture(&sample("internet"), Theme::Dark);
    let checked = run_on("check plan.svg --format json", &|_| Ok(drawn.clone().into_bytes()));
    assert_eq!(
        checked,
        run_on("check internet.json --format json", &|_| Ok(wire::write(&sample("internet")).into_bytes()))
    );
}

#[test]
fn a_picture_stands_by_itself() {
    for one in SAMPLES {
        let drawn = picture(&sample(one.name), Theme::Light);
        for (_, name, attributes) in elements(&drawn) {
            let known = [
                "svg",
                "title",
                "desc",
                "metadata",
                "reachplan:document",
                "defs",
                "pattern",
                "rect",
                "path",
                "circle",
                "text",
                "g",
            ];
            assert!(known.contains(&name.as_str()), "{name}");
            for foreign in ["href", "style", "class", "on", "data-", "var(", "oklch"] {
                assert!(!attributes.split(' ').any(|part| part.starts_with(foreign)), "{attributes}");
            }
            let colour = |part: &str| {
                part.starts_with("fill=\"#")
                    || part.starts_with("fill=\"none")
                    || part.starts_with("fill=\"url(#hatch)")
            };
            assert!(
                attributes.split(' ').filter(|part| part.starts_with("fill=")).all(colour),
                "{attributes}"
            );
        }
        assert!(drawn.contains("role=\"img\" aria-labelledby=\"reachplan-title reachplan-description\""));
    }
}

#[test]
fn the_results_are_said_to_those_who_do_not_see_them() {
    let drawn = picture(&sample("other-account"), Theme::Light);
    for said in [
        "<title id=\"reachplan-title\">Customers of another account</title>",
        "<desc id=\"reachplan-description\">ETL group → Customers: Not yet, 2 steps left · Other account · scenario 3\nETL group → Warehouse: Ready",
        ">172.16.4.21:3306</text>",
        ">CEN</text>",
    ] {
        assert!(drawn.contains(said), "{said}");
    }
}

#[test]
fn themes_differ_in_colours_alone() {
    let plain = |theme| {
        let drawn = picture(&sample("classic-network"), theme);
        drawn.split('#').map(|part| part.get(6..).unwrap_or(part).to_owned()).collect::<Vec<String>>()
    };
    assert_eq!(plain(Theme::Light), plain(Theme::Dark));
    assert_ne!(picture(&sample("internet"), Theme::Light), picture(&sample("internet"), Theme::Dark));
}

#[test]
fn what_a_user_typed_becomes_no_markup() {
    let nasty = "</text><script>alert(1)</script>\" onload=\"x\u{0}\u{fffe}\u{8}&amp;]]>";
    let mut plan = sample("other-region");
    plan.title = nasty.to_owned();
    for node in std::sync::Arc::make_mut(&mut plan.topology).nodes.values_mut() {
        std::sync::Arc::make_mut(node).name = Some(nasty.to_owned());
    }
    let drawn = picture(&plan, Theme::Light);
    assert!(elements(&drawn).iter().all(|(_, name, _)| name != "script"));
    let illegal = |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert_eq!(drawn.chars().find(illegal), None);
    assert_eq!(wire::read(&svg::embedded(&drawn).unwrap()).unwrap(), plan);
}

#[test]
fn other_programs_may_write_the_picture_anew() {
    let plan = sample("serverless");
    let drawn = picture(&plan, Theme::Light);
    let inside = wire::write(&plan);
    let again = |markup: String| {
        let (before, rest) = drawn.split_once("<reachplan:document").unwrap();
        let (_, after) = rest.split_once("</reachplan:document>").unwrap();
        let opened = svg::embedded(&format!(
            "{before}<reachplan:document\n   id=\"x\">{markup}</reachplan:document\n>{after}"
        ));
        opened.and_then(|text| wire::read(&text).ok())
    };
    assert_eq!(again(format!("<![CDATA[{inside}]]>")), Some(plan.clone()));
    assert_eq!(
        again(inside.replace('"', "&quot;").replace('{', "&#123;").replace('}', "&#x7D;")),
        Some(plan)
    );
}

#[test]
fn a_picture_that_holds_no_plan_says_so() {
    for bad in [
        "<svg></svg>",
        "<svg><reachplan:document></svg>",
        "<svg><reachplan:document x>&nbsp;</reachplan:document></svg>",
        "<svg><reachplan:document x>&#xD800;</reachplan:document></svg>",
        "<svg><reachplan:document x><b></reachplan:document></svg>",
        "<svg><reachplan:document x><![CDATA[</reachplan:document></svg>",
        "<svg><reachplan:documents>{}</reachplan:documents></svg>",
        "<reachplan:document",
    ] {
        assert_eq!(svg::embedded(bad), None, "{bad}");
        let refused = run_on("check plan.svg", &|_| Ok(bad.as_bytes().to_vec()));
        assert_eq!((refused.status, refused.out.as_str()), (2, ""), "{bad}");
    }
}

// ---- PNG ---------------------------------------------------------------------------------------------------------

/// The smallest picture: one grey point.
const POINT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\x9cch\0\0\0\x82\0\x81\x77\xcd\x72\xb6\0\0\0\0IEND\xae\x42\x60\x82";

#[test]
fn a_png_holds_the_plan_too() {
    let plan = sample("data-center");
    let inside = wire::write(&plan);
    let held = png::with_document(POINT, &inside).unwrap();
    assert_eq!(png::embedded(&held).as_deref(), Some(inside.as_str()));
    assert!(held.starts_with(&POINT[..33]) && held.ends_with(&POINT[33..]));
    let other = png::with_document(&held, "{}").unwrap();
    assert_eq!(png::embedded(&other).as_deref(), Some("{}"));
    assert_eq!(other.len(), held.len() - inside.len() + 2);
    let checked = run_on("check plan.png --format json", &|_| Ok(held.clone()));
    assert_eq!(checked.status, 1, "{}", checked.err);
    assert_eq!(png::embedded(POINT), None);
}

#[test]
fn the_checksum_is_the_one_of_the_specification() {
    // The header of the point carries one that another program wrote; the chunk is at 33.
    let held = png::with_document(POINT, "").unwrap();
    assert_eq!(&held[33..41], b"\0\0\0\x0eiTXt");
    assert_eq!(held[55..59], 0xbe52_f977_u32.to_be_bytes());
}

#[test]
fn a_damaged_png_is_refused_and_harms_nothing() {
    let held = png::with_document(POINT, &wire::write(&sample("internet"))).unwrap();
    for end in 0..held.len() {
        let cut = &held[..end];
        assert_eq!(png::with_document(cut, "{}"), None, "{end}");
        let _ = png::embedded(cut);
    }
    for at in 8..held.len() {
        let mut bent = held.clone();
        bent[at] ^= 0x20;
        let _ = (png::with_document(&bent, "{}"), png::embedded(&bent));
    }
    let mut bent = held.clone();
    bent[80] ^= 1;
    assert_eq!(png::embedded(&bent), None);
    let mut endless = held;
    endless[33..37].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_eq!(png::embedded(&endless), None);
}

proptest! {
    #![proptest_config(seeded(40))]

    #[test]
    fn every_plan_comes_back_out_of_its_picture(plan in generate::document()) {
        let drawn = picture(&plan, Theme::Light);
        elements(&drawn);
        let again = wire::read(&svg::embedded(&drawn).unwrap()).unwrap();
        prop_assert_eq!(told(&again), told(&plan));
        prop_assert_eq!(again, plan);
    }

    #[test]
    fn no_bytes_do_harm(start in 0..4_usize, bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let start: &[u8] = [b"".as_slice(), &POINT[..8], &POINT[..33], b"<svg><reachplan:document x>"][start];
        let file = [start, &bytes].concat();
        let _ = (reachplan::export::embedded(&file), png::with_document(&file, "{}"));
        let _ = svg::embedded(&String::from_utf8_lossy(&file));
    }
}
