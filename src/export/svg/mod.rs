//! The drawing as a picture that stands by itself: colours resolved, typefaces by their general names, no script, nothing
//! from elsewhere. Its caption and its description say the result, and its metadata hold the document, so that opening
//! the picture opens the plan.

mod caption;
mod embed;
mod paint;
mod palette;

use std::fmt::Write as _;

pub(super) use caption::escaped;
pub use embed::embedded;
pub use palette::{Colour, DARK, LIGHT, Palette};

use caption::Caption;
use paint::{Drawn, SANS, line, painted, rounded};

use crate::analysis::{Analysis, Worst, analyse};
use crate::base::Id;
use crate::diagram::detail::Extent;
use crate::diagram::draw::{self, Standing};
use crate::diagram::{
    Arrangement, LineId, Point, Rect, Trace, arrange, path_data, pieces_data, trace, waiting,
};
use crate::export::Options;
use crate::i18n::Language;
use crate::i18n::labels::{of_connection, of_node};
use crate::report::{Connection, report};
use crate::rules::Severity;
use crate::topology::{Document, State, Topology};
use crate::verdict::{HopStatus, Verdict};
use crate::wire;

/// The air around the drawing, in drawing units.
const MARGIN: f64 = 24.0;
/// The least width of a picture: room for its caption.
const LEAST: f64 = 560.0;
/// Of so many paths all are drawn; more would cover the drawing, and each other.
const PATHS: usize = 12;

/// The drawing of a document as SVG.
pub(super) fn text(document: &Document, options: &Options) -> String {
    let (topology, language) = (document.topology.as_ref(), options.language);
    let palette = Palette::of(options.theme);
    let analysis = analyse(topology);
    let told = report(topology, &analysis, language);
    let picture = Picture {
        topology,
        all: arrange(topology, &document.layout),
        worst: worst(&analysis),
        palette,
        language,
    };
    let paths = if told.connections.len() <= PATHS { picture.paths(&told.connections) } else { Vec::new() };
    let bounds = paths.iter().fold(picture.all.bounds(), |bounds, path| path.within(bounds)).grown(MARGIN);
    let width = bounds.w.max(LEAST);
    let caption = Caption::of(document, &told, language, width - 2.0 * MARGIN);
    let (x, y, height) =
        (round(bounds.x), round(bounds.y - caption.height()), round(bounds.h + caption.height()));
    let width = round(width);
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{x} {y} {width} {height}" role="img" aria-labelledby="reachplan-title reachplan-description" font-family="{SANS}">"#
    );
    out.push('\n');
    caption.describe(&mut out);
    out.push_str(&embed::metadata(&wire::write(document)));
    let (ground, hatched, hatching) = (palette.canvas, palette.surface, palette.line);
    let _ = write!(
        out,
        r#"
<defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="{hatched}"/><path d="M0 0V8" stroke="{hatching}"/></pattern></defs>
<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{ground}"/>
"#
    );
    caption.draw(&mut out, (bounds.x + MARGIN, bounds.y - caption.height() + MARGIN), palette);
    picture.draw(&mut out, &paths);
    out.push_str("</svg>\n");
    out
}

/// The worst finding about each element.
fn worst(analysis: &Analysis) -> Worst {
    let mut worst = Worst::default();
    worst.note(&analysis.overview.findings);
    analysis.connections.iter().for_each(|connection| worst.note(&connection.findings));
    worst
}

/// What is drawn, and with what.
struct Picture<'a> {
    topology: &'a Topology,
    all: Arrangement,
    worst: Worst,
    palette: &'static Palette,
    language: Language,
}

/// The path of a result.
struct Path {
    trace: Trace,
    verdict: Verdict,
    stopped: HopStatus,
}

impl Path {
    /// The box around what is drawn so far and the path.
    fn within(&self, bounds: Rect) -> Rect {
        let points = self.trace.reached.iter().chain(&self.trace.beyond).flatten();
        points.fold(bounds, |bounds, point| bounds.union(Rect::new(point.x, point.y, 0.0, 0.0)))
    }
}

impl Picture<'_> {
    /// The paths, the worst one last and so on top.
    fn paths(&self, connections: &[Connection]) -> Vec<Path> {
        let path = |connection: &Connection| {
            let ids: Vec<Id> = connection.path.iter().filter_map(|id| Id::parse(id)).collect();
            let hop = connection.stopping();
            let stop = hop.map(|hop| connection.place_of(self.topology, &ids, hop));
            let stopped = hop.map_or(HopStatus::Pass, |hop| hop.status);
            let trace = trace(&self.all, &ids, stop);
            Path { trace, verdict: connection.verdict, stopped }
        };
        let mut paths: Vec<Path> = connections.iter().map(path).collect();
        paths.sort_by_key(|path| path.verdict);
        paths
    }

    fn draw(&self, out: &mut String, paths: &[Path]) {
        self.all.containers.iter().for_each(|id| self.node(out, id));
        let waiting = waiting(self.topology);
        for (id, way) in &self.all.lines {
            self.line(out, id, waiting.get(id).copied().unwrap_or(State::InService), way);
        }
        for path in paths {
            let beyond = rounded(self.palette.line_strong, 3.0);
            stroke(out, &format!(r#"{beyond} stroke-dasharray="0.5 7""#), &pieces_data(&path.trace.beyond));
        }
        for path in paths {
            let reached = rounded(self.palette.verdict(path.verdict), 3.0);
            stroke(out, &reached, &pieces_data(&path.trace.reached));
        }
        for (id, connection) in &self.topology.connections {
            let Some(rect) = self.all.get(id) else { continue };
            let (label, standing) = (of_connection(connection, self.language), self.standing(id));
            let inside = draw::hub(connection.kind, rect, &label, standing, Extent::Still).markup();
            group(out, &painted(&inside, Drawn::Hub, standing, self.palette));
        }
        self.all.cards.iter().for_each(|id| self.node(out, id));
        paths.iter().for_each(|path| self.stop(out, path));
    }

    fn node(&self, out: &mut String, id: &Id) {
        let Some((node, rect)) = self.topology.node(id).zip(self.all.get(id)) else { return };
        let (kind, standing) = (node.kind.name(), self.standing(id));
        let label = of_node(id, node, self.language);
        let inside = draw::node(kind, rect, &label, standing, Extent::Still).markup();
        group(out, &painted(&inside, Drawn::Node(kind), standing, self.palette));
    }

    fn line(&self, out: &mut String, id: &LineId, state: State, way: &[Point]) {
        let look = match id {
            LineId::Attachment { .. } => line(state, self.palette),
            LineId::Binding { .. } => rounded(self.palette.accent, 4.0),
        };
        stroke(out, &look, &path_data(way));
    }

    /// The sign where a path stops: a shape of its own for each state.
    fn stop(&self, out: &mut String, path: &Path) {
        let Some(at) = path.trace.stop else { return };
        let (x, y) = (at.x, at.y);
        let sign = match path.stopped {
            HopStatus::Fail => format!("M{} {}l6 6m0-6l-6 6", x - 3.0, y - 3.0),
            HopStatus::Part => format!("M{} {y}h6", x - 3.0),
            HopStatus::Unknown | HopStatus::NotReached | HopStatus::Pass => {
                let (left, top, dot) = (x - 2.5, y - 2.0, y + 4.5);
                format!("M{left} {top}a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M{x} {dot}v.01")
            }
        };
        let fill = self.palette.stop(path.stopped);
        let _ = writeln!(out, r#"<circle cx="{x}" cy="{y}" r="9" fill="{fill}"/>"#);
        stroke(out, &rounded(self.palette.raised, 1.75), &sign);
    }

    fn standing(&self, id: &Id) -> Standing {
        match self.worst.at(id) {
            None => Standing::Fine,
            Some(Severity::Info) => Standing::Info,
            Some(Severity::Warning) => Standing::Warning,
            Some(Severity::Error) => Standing::Error,
        }
    }
}

fn group(out: &mut String, inside: &str) {
    out.push_str("<g>");
    out.push_str(inside);
    out.push_str("</g>\n");
}

fn stroke(out: &mut String, look: &str, data: &str) {
    if !data.is_empty() {
        let _ = writeln!(out, r#"<path {look} d="{data}"/>"#);
    }
}

/// A length without the noise of binary fractions.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
