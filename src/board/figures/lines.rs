//! CDV lines of many offers against one quantity: the drawing that the price page and the weights page share.

use super::Seen;
use super::charts::{BARS_MAX, signed_figure};
use crate::board::tables::exact;
use crate::board::{Board, Rows};
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut, spread, text_width};
use crate::value::Piece;
use crate::words::number;

const NAME: Font = Font { size: 11.0, bold: false };
const NAME_BOLD: Font = Font { size: 11.0, bold: true };
const MARK: Font = Font { size: 11.0, bold: true };
const TITLE: Font = Font { size: 10.0, bold: false };
/// Height of the labels of marks, above the plot.
const MARKS: f32 = 32.0;
/// What two names need from middle to middle.
const NAME_GAP: f32 = 13.0;
const PLOT_HEIGHT: f32 = 250.0;

/// A place that is marked with a dot and, where there is room, a label.
pub(super) struct Mark {
    pub x: f64,
    pub y: f64,
    /// What stands above the plot.
    pub label: String,
    pub tip: String,
}

/// What is drawn.
pub(super) struct Chart<'a> {
    pub seen: Seen<'a>,
    pub width: f32,
    pub pieces: &'a [Piece],
    /// The offers of the lines.
    pub offers: &'a [usize],
    /// The places of those that are drawn.
    pub shown: Vec<usize>,
    /// The offer whose line is drawn heavier.
    pub bold: Option<usize>,
    pub range: [f64; 2],
    /// Where the winner wins.
    pub shaded: Vec<(f64, f64)>,
    pub today: Option<f64>,
    /// The most important first: not all labels may have room.
    pub marks: Vec<Mark>,
    /// Dots without labels.
    pub dots: Vec<Mark>,
    pub x_label: &'a dyn Fn(f64) -> String,
    pub x_title: String,
}

/// CDV of the line at `place` where the quantity is `x`.
pub(super) fn y_at(pieces: &[Piece], place: usize, x: f64) -> f64 {
    let piece = pieces.iter().find(|p| x <= p.to).or(pieces.last());
    piece.and_then(|p| p.lines.get(place)).map_or(0.0, |line| line.y(x))
}

/// The places of the offers that are drawn: the `first` ones, then the best of today, as many as charts show.
pub(super) fn drawn(board: &Board, offers: &[usize], first: impl Iterator<Item = usize>) -> Vec<usize> {
    let place = |offer: usize| offers.iter().position(|o| *o == offer);
    let mut places: Vec<usize> = Vec::new();
    for place in first.chain(board.ranked()).filter_map(place) {
        if places.len() == BARS_MAX {
            break;
        }
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.sort_unstable();
    places
}

/// Every x at which a line may bend or the drawing ends, ascending.
fn bends(pieces: &[Piece], [low, high]: [f64; 2]) -> Vec<f64> {
    let inner = pieces.iter().map(|p| p.to).filter(|x| *x > low && *x < high);
    std::iter::once(low).chain(inner).chain([high]).collect()
}

/// Room for the names at the end of the lines.
fn names_room(chart: &Chart<'_>) -> f32 {
    let name = |place: &usize| chart.seen.comparison.offers[chart.offers[*place]].name.get(chart.seen.words.lang());
    let widest = chart.shown.iter().map(|place| text_width(name(place), NAME_BOLD)).fold(0.0, f32::max);
    (widest + 14.0).clamp(40.0, (chart.width * 0.34).max(40.0))
}

/// The drawing and its axes.
pub(super) fn lines_scene(chart: &Chart<'_>) -> (Scene, Plot) {
    let Chart { seen, width, pieces, range, .. } = chart;
    let xs = bends(pieces, *range);
    let heights = chart.shown.iter().flat_map(|&place| xs.iter().map(move |x| y_at(pieces, place, *x)));
    let [low, high] = heights.fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], y| [a.min(y), b.max(y)]);
    let pad = 0.06 * (high - low).max(1e-9);
    let y_range = if low <= high { [low - pad, high + pad] } else { [0.0, 1.0] };
    #[expect(clippy::cast_precision_loss, reason = "at most BARS_MAX")]
    let height = PLOT_HEIGHT.max(chart.shown.len() as f32 * NAME_GAP);
    let left = Plot::label_room(y_range, number);
    let names = names_room(chart);
    let rect = [left, MARKS + 6.0, (width - left - names).max(40.0), height];
    let plot = Plot::new(rect, *range, y_range);
    let mut scene = Scene { size: [*width, plot.bottom() + 38.0], shapes: Vec::new() };
    for (from, to) in &chart.shaded {
        let [from, to] = [from.max(range[0]), to.min(range[1])].map(|x| plot.x.at(x));
        scene.rect([from, rect[1], to - from, height], Ink::Shade, "");
    }
    plot.grid(&mut scene, chart.x_label, number);
    scene.text([0.0, 8.0], Anchor::Start, seen.words.t("cdv"), TITLE, Ink::Weak);
    let middle = plot.rect[0] + plot.rect[2] / 2.0;
    let title = cut(&chart.x_title, TITLE, plot.rect[2] + names);
    scene.text([middle, plot.bottom() + 27.0], Anchor::Middle, title, TITLE, Ink::Weak);
    if let Some(today) = chart.today.filter(|t| *t >= range[0] && *t <= range[1]) {
        let x = plot.x.at(today);
        scene.polyline(vec![[x, rect[1]], [x, plot.bottom()]], Ink::Accent, 1.5, true);
    }
    draw_lines(&mut scene, &plot, chart, &xs);
    draw_names(&mut scene, &plot, chart, names);
    draw_marks(&mut scene, &plot, chart);
    let more = chart.offers.len() - chart.shown.len();
    if more > 0 {
        let y = scene.size[1] + 8.0;
        scene.text([0.0, y], Anchor::Start, seen.words.count("and-more", more), NAME, Ink::Weak);
        scene.size[1] = y + 10.0;
    }
    (scene, plot)
}

fn color(chart: &Chart<'_>, place: usize) -> Ink {
    Ink::Offer(chart.seen.comparison.offers[chart.offers[place]].color)
}

fn draw_lines(scene: &mut Scene, plot: &Plot, chart: &Chart<'_>, xs: &[f64]) {
    // The heavier line lies above the others.
    let is_bold = |place: usize| chart.bold == Some(chart.offers[place]);
    let (bold, thin): (Vec<usize>, Vec<usize>) = chart.shown.iter().partition(|place| is_bold(**place));
    for place in thin.into_iter().chain(bold) {
        let points = xs.iter().map(|x| plot.at(*x, y_at(chart.pieces, place, *x))).collect();
        scene.polyline(points, color(chart, place), if is_bold(place) { 2.5 } else { 1.5 }, false);
    }
}

/// Names at the right ends of the lines, moved apart where lines end close together.
fn draw_names(scene: &mut Scene, plot: &Plot, chart: &Chart<'_>, room: f32) {
    let ends: Vec<f32> = chart.shown.iter().map(|&p| plot.y.at(y_at(chart.pieces, p, chart.range[1]))).collect();
    let mut places = ends.clone();
    spread(&mut places, NAME_GAP, [plot.rect[1], plot.bottom()]);
    for ((&place, end), y) in chart.shown.iter().zip(ends).zip(places) {
        let offer = chart.offers[place];
        let font = if chart.bold == Some(offer) { NAME_BOLD } else { NAME };
        let name = chart.seen.comparison.offers[offer].name.get(chart.seen.words.lang());
        let ink = color(chart, place);
        scene.polyline(vec![[plot.right(), end], [plot.right() + 9.0, y]], ink, 1.0, false);
        let at = [plot.right() + 12.0, y];
        scene.text(at, Anchor::Start, cut(name, font, room - 12.0), font, Ink::Text);
    }
}

fn draw_marks(scene: &mut Scene, plot: &Plot, chart: &Chart<'_>) {
    let inside = |mark: &&Mark| mark.x >= chart.range[0] && mark.x <= chart.range[1];
    for dot in chart.dots.iter().filter(inside) {
        scene.circle(plot.at(dot.x, dot.y), 2.0, Ink::Weak, false, dot.tip.as_str());
    }
    let marks: Vec<&Mark> = chart.marks.iter().filter(inside).collect();
    let widest = marks.iter().map(|m| text_width(&m.label, MARK)).fold(20.0, f32::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of labels")]
    let fitting = (plot.rect[2] / (widest + 6.0)) as usize;
    let labelled = &marks[..marks.len().min(fitting)];
    let mut places: Vec<f32> = labelled.iter().map(|m| plot.x.at(m.x)).collect();
    spread(&mut places, widest + 6.0, [plot.rect[0] + widest / 2.0, plot.right() - widest / 2.0]);
    for (mark, x) in labelled.iter().zip(places) {
        let [at, y] = plot.at(mark.x, mark.y);
        let top = plot.rect[1];
        scene.polyline(vec![[x, top - 9.0], [at, top], [at, y]], Ink::Axis, 1.0, false);
        scene.text([x, top - 16.0], Anchor::Middle, mark.label.as_str(), MARK, Ink::Text);
    }
    for mark in marks {
        scene.circle(plot.at(mark.x, mark.y), 4.0, Ink::Text, true, mark.tip.as_str());
    }
}

/// The lines for other programs: every place at which one bends, ends or meets another, with CDV of every offer.
pub(super) fn lines_data(seen: Seen<'_>, pieces: &[Piece], offers: &[usize], head: String, mut xs: Vec<f64>) -> Rows {
    xs.extend(pieces.iter().flat_map(|p| [p.from, p.to]).filter(|x| x.is_finite()));
    xs.sort_by(f64::total_cmp);
    xs.dedup();
    let name = |offer: &usize| seen.comparison.offers[*offer].name.get(seen.words.lang()).to_owned();
    let row = |x: f64| {
        let figures = (0..offers.len()).map(|place| exact(y_at(pieces, place, x)));
        std::iter::once(exact(x)).chain(figures).collect()
    };
    let head = std::iter::once(head).chain(offers.iter().map(name)).collect();
    std::iter::once(head).chain(xs.into_iter().map(row)).collect()
}

/// “TCL”, “TCL and Haier”.
pub(super) fn names(seen: Seen<'_>, offers: &[usize]) -> String {
    let named = offers.iter().filter_map(|offer| seen.comparison.offers.get(*offer));
    seen.words.list(&named.map(|offer| offer.name.get(seen.words.lang()).to_owned()).collect::<Vec<_>>())
}

/// That several are best today, and of which of them the rest is said; empty where one is.
pub(super) fn tied_today(seen: Seen<'_>, about: usize) -> String {
    let best: Vec<usize> = seen.board.delivered.best().collect();
    if best.len() < 2 {
        return String::new();
    }
    let arguments = [("offers", names(seen, &best)), ("offer", names(seen, &[about]))];
    seen.words.with("tied-today", &arguments.each_ref().map(|(key, value)| (*key, value.as_str())))
}

/// What a dot says: who ties, where, and at how much.
pub(super) fn tie_tip(seen: Seen<'_>, pair: &[usize], at: &str, y: f64) -> String {
    let figure = signed_figure(seen.board, y);
    seen.words.with("tie-tip", &[("offers", &names(seen, pair)), ("at", at), ("cdv", &figure)])
}
