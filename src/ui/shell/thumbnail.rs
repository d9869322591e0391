//! Small hand-made pictures of the samples: places as outlines, groups and sources as dots, what is still missing as
//! broken lines.

use leptos::prelude::*;

/// A part of a picture, in units of a field of 176 × 96.
#[derive(Clone, Copy)]
enum Part {
    /// An account, region or data center: x, y, width, height.
    Place(u8, u8, u8, u8),
    /// A VPC.
    Network(u8, u8, u8, u8),
    /// A vSwitch.
    Inner(u8, u8, u8, u8),
    /// The hatched classic network.
    Classic(u8, u8, u8, u8),
    /// A resource group at the middle x, y.
    Group(u8, u8),
    /// A data source at the middle x, y.
    Source(u8, u8),
    /// A connection hub.
    Hub(u8, u8),
    /// A line that is there.
    Line(&'static str),
    /// A line that is missing.
    Gap(&'static str),
    /// A shield of a security group.
    Shield(u8, u8),
    /// The Internet.
    Globe(u8, u8),
}

use Part::{Classic, Gap, Globe, Group, Hub, Inner, Line, Network, Place, Shield, Source};

/// The picture of a sample.
pub(super) fn thumbnail(name: &str) -> impl IntoView + use<> {
    let parts = parts(name).iter().map(|part| drawn(*part)).collect::<Vec<_>>();
    view! {
        <svg class="thumbnail" viewBox="0 0 176 96" aria-hidden="true" focusable="false">{parts}</svg>
    }
}

fn parts(name: &str) -> &'static [Part] {
    match name {
        "same-region" => &[
            Place(8, 8, 160, 80),
            Network(58, 18, 100, 60),
            Inner(84, 36, 64, 32),
            Group(32, 52),
            Source(116, 52),
            Gap("M40 52H84"),
        ],
        "other-region" => &[
            Place(8, 8, 74, 80),
            Place(94, 8, 74, 80),
            Network(34, 20, 40, 56),
            Network(104, 20, 54, 56),
            Group(22, 48),
            Source(136, 48),
            Line("M30 48H52"),
            Hub(88, 48),
            Line("M74 48H82"),
            Gap("M94 48H128"),
        ],
        "other-account" => &[
            Place(6, 8, 76, 80),
            Place(94, 8, 76, 80),
            Network(34, 22, 40, 52),
            Network(104, 22, 54, 52),
            Group(22, 48),
            Source(136, 48),
            Line("M30 48H54"),
            Hub(88, 60),
            Line("M74 60H82"),
            Gap("M94 60H104"),
        ],
        "data-center" => &[
            Place(8, 8, 92, 80),
            Network(44, 20, 46, 56),
            Group(26, 48),
            Line("M34 48H56"),
            Hub(108, 48),
            Gap("M90 48H102M114 48H124"),
            Inner(124, 20, 44, 56),
            Source(146, 48),
        ],
        "internet" => &[
            Place(8, 8, 66, 80),
            Group(40, 48),
            Line("M48 48H78"),
            Globe(92, 48),
            Gap("M106 48H132"),
            Source(142, 48),
        ],
        "classic-network" => &[
            Place(8, 8, 160, 80),
            Network(18, 22, 62, 54),
            Group(46, 48),
            Gap("M54 48H122"),
            Classic(94, 22, 64, 54),
            Source(130, 48),
        ],
        "security-groups" => &[
            Place(8, 8, 160, 80),
            Network(54, 18, 106, 60),
            Inner(64, 32, 40, 36),
            Group(30, 50),
            Line("M38 50H64"),
            Shield(84, 50),
            Gap("M94 50H128"),
            Source(138, 50),
        ],
        "serverless" => &[
            Place(8, 8, 108, 80),
            Network(46, 18, 62, 60),
            Group(28, 48),
            Line("M36 48H62"),
            Source(84, 36),
            Line("M62 48 76 38"),
            Gap("M62 48 84 66H126"),
            Globe(142, 62),
        ],
        _ => &[Place(8, 8, 160, 80)],
    }
}

fn drawn(part: Part) -> AnyView {
    match part {
        Place(x, y, w, h) => rectangle("thumbnail__place", x, y, w, h, 6),
        Network(x, y, w, h) => rectangle("thumbnail__network", x, y, w, h, 5),
        Inner(x, y, w, h) => rectangle("thumbnail__inner", x, y, w, h, 4),
        Classic(x, y, w, h) => rectangle("thumbnail__classic", x, y, w, h, 4),
        Group(x, y) => view! { <rect class="thumbnail__group" x=x - 8 y=y - 8 width="16" height="16" rx="4" /> }.into_any(),
        Source(x, y) => view! {
            <path class="thumbnail__source"
                d=format!("M{} {}c0-6 18-6 18 0v10c0 6-18 6-18 0zM{} {}c0 6 18 6 18 0", x - 9, y - 5, x - 9, y - 5) />
        }
        .into_any(),
        Hub(x, y) => view! { <path class="thumbnail__hub" d=format!("M{} {y}l6-6 6 6-6 6z", x - 6) /> }.into_any(),
        Line(data) => view! { <path class="thumbnail__line" d=data /> }.into_any(),
        Gap(data) => view! { <path class="thumbnail__gap" d=data /> }.into_any(),
        Shield(x, y) => view! {
            <path class="thumbnail__shield" d=format!("M{x} {}l8 3v6c0 5-4 8-8 10-4-2-8-5-8-10v-6z", y - 10) />
        }
        .into_any(),
        Globe(x, y) => view! {
            <path class="thumbnail__globe"
                d=format!("M{x} {0}a14 14 0 1 0 0 28 14 14 0 1 0 0-28M{1} {y}h28M{x} {0}c-8 9-8 19 0 28M{x} {0}c8 9 8 19 0 28", y - 14, x - 14) />
        }
        .into_any(),
    }
}

fn rectangle(class: &'static str, x: u8, y: u8, w: u8, h: u8, radius: u8) -> AnyView {
    view! { <rect class=class x=x y=y width=w height=h rx=radius /> }.into_any()
}
