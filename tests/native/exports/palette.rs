//! The colours of a picture are those of the page's stylesheets.

use std::collections::BTreeMap;
use std::fs;

use reachplan::export::svg::{DARK, LIGHT, Palette};

/// A colour in Oklab.
type Lab = [f64; 3];

fn style(name: &str) -> String {
    fs::read_to_string(format!("{}/style/{name}.css", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The tokens that have a colour for each theme.
fn tokens() -> BTreeMap<String, [Lab; 2]> {
    let style = style("tokens");
    let colours = style.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(oklch(")?;
        let (light, dark) = value.strip_suffix("));")?.split_once("), oklch(")?;
        (!value.contains('/')).then(|| (name.to_owned(), [lab(light), lab(dark)]))
    });
    colours.collect()
}

/// `96.8% 0.006 255` in Oklab.
fn lab(oklch: &str) -> Lab {
    let parts: Vec<f64> = oklch.split(' ').map(|part| part.trim_end_matches('%').parse().unwrap()).collect();
    let hue = parts[2].to_radians();
    [parts[0] / 100.0, parts[1] * hue.cos(), parts[1] * hue.sin()]
}

/// As CSS Color 4 has it: to linear light, to sRGB, to eight bits; what lies outside is cut off.
fn srgb([l, a, b]: Lab) -> [u8; 3] {
    let cone = |x: f64, y: f64| (l + x * a + y * b).powi(3);
    let (long, medium, short) = (
        cone(0.396_337_777_4, 0.215_803_757_3),
        cone(-0.105_561_345_8, -0.063_854_172_8),
        cone(-0.089_484_177_5, -1.291_485_548),
    );
    let linear = [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short,
    ];
    linear.map(|part| {
        let part = part.clamp(0.0, 1.0);
        let curved = if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
        format!("{:.0}", curved * 255.0).parse().unwrap()
    })
}

fn hex(colour: &str) -> [u8; 3] {
    [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16).unwrap())
}

fn mixed(one: Lab, other: Lab, part: f64) -> Lab {
    std::array::from_fn(|at| one[at] * part + other[at] * (1.0 - part))
}

#[test]
fn every_colour_is_the_one_of_the_stylesheet() {
    let tokens = tokens();
    let plain = |palette: &Palette| {
        [
            ("canvas", palette.canvas),
            ("surface", palette.surface),
            ("raised", palette.raised),
            ("sunken", palette.sunken),
            ("line", palette.line),
            ("line-strong", palette.line_strong),
            ("text", palette.text),
            ("text-quiet", palette.text_quiet),
            ("accent", palette.accent),
            ("ready", palette.ready),
            ("attention", palette.attention),
            ("blocked", palette.blocked),
            ("info", palette.info),
            ("unknown", palette.unknown),
        ]
    };
    for (theme, palette) in [&LIGHT, &DARK].into_iter().enumerate() {
        let near = |name: &str, is: &str, wanted: Lab| {
            let (is, wanted) = (hex(is), srgb(wanted));
            assert!((0..3).all(|at| is[at].abs_diff(wanted[at]) <= 1), "{name} is {is:?}, not {wanted:?}");
        };
        for (name, is) in plain(palette) {
            near(name, is, tokens[name][theme]);
        }
        let mix = |one: &str, other: &str, part| mixed(tokens[one][theme], tokens[other][theme], part);
        near("region", palette.region, mix("accent-tint", "surface", 0.7));
        near("vpc", palette.vpc_line, mix("accent", "line-strong", 0.55));
        near("region-line", palette.region_line, mix("accent", "line-strong", 0.3));
        near("internet", palette.internet, mix("info-tint", "surface", 0.8));
    }
}

#[test]
fn mixed_colours_are_mixed_as_the_drawing_mixes_them() {
    let style = style("diagram");
    for mix in [
        "color-mix(in oklab, var(--accent-tint) 70%, var(--surface))",
        "color-mix(in oklab, var(--accent) 55%, var(--line-strong))",
        "color-mix(in oklab, var(--accent) 30%, var(--line-strong))",
        "color-mix(in oklab, var(--info-tint) 80%, var(--surface))",
    ] {
        assert!(style.contains(mix), "{mix}");
    }
}
