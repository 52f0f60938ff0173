//! “Who wins where”: the plane of two quantities in the colours of its winners.

use std::sync::Arc;

use super::figure::{Figure, KeepGoing, Seen};
use super::map_places::places;
use super::map_sides::{map_offer, side_name, today, winner_name};
use super::quantity::value_text;
use super::tables::Table;
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut, text_width};
use crate::model::Weights;
use crate::value::{BorderPath, Case, Plane, PlaneAxis, Quantity, Weighting, Winner, WinnerMap};
use crate::words::{decimal, decimal_input};

/// Which plane is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct WinnerMapOptions {
    /// Width of the picture.
    pub width: f32,
    /// To the right, and upwards.
    pub quantities: [Quantity; 2],
    /// From where to where each goes; a weight goes as far as its siblings let it.
    pub ranges: [[f64; 2]; 2],
    /// The weights when a hand took hold of today's place: the plane is theirs until it lets go.
    pub start: Option<Arc<Weights>>,
}

const LABEL: Font = Font { size: 12.0, bold: false };
const NAME: Font = Font { size: 12.0, bold: true };
const SMALL: Font = Font { size: 11.0, bold: false };

/// Offers without a region that are named.
const NAMED_MAX: usize = 4;
/// Winners that the legend lists.
const LISTED_MAX: usize = 12;
/// Height of a line of the legend.
const LINE: f32 = 19.0;

/// Work beyond this many values is not done within a frame.
const AT_ONCE_MAX: usize = 40_000;

impl WinnerMapOptions {
    /// Calls `then` with what the plane is made of.
    fn with_plane<T>(&self, seen: Seen<'_>, then: impl FnOnce(Case<'_>, &Plane<'_>) -> T) -> Option<T> {
        let case = seen.case()?;
        let mut segment = case.segment.clone();
        if let Some(start) = &self.start {
            segment.weights = (**start).clone();
        }
        let weighting = Weighting::of(&segment, case.compiled);
        let frozen = Case { segment: &segment, weighting: &weighting, ..case };
        let axis = |k: usize| {
            let [low, high] = self.ranges[k];
            PlaneAxis { quantity: self.quantities[k], low, high, today: today(case, self.quantities[k]) }
        };
        let plane = Plane::over(frozen, [axis(0), axis(1)]).ok()?;
        Some(then(case, &plane))
    }

    /// True where dividing the plane takes longer than a frame.
    pub(super) fn is_heavy(&self, seen: Seen<'_>) -> bool {
        let bends = |quantity| match quantity {
            Quantity::Level { .. } => seen.comparison.header.ownership.curve.points().len(),
            Quantity::Weight(_) | Quantity::CostEmphasis => 1,
        };
        let cells = bends(self.quantities[0]) * bends(self.quantities[1]);
        let offers = seen.comparison.offers.len();
        cells * offers * (seen.comparison.criteria.len() + offers) > AT_ONCE_MAX
    }
}

/// The plane in the colours of its winners, with names and parts, and a legend; `None` where the work was stopped.
pub(super) fn winner_map_figure(
    seen: Seen<'_>,
    options: &WinnerMapOptions,
    keep_going: KeepGoing<'_>,
) -> Option<Figure> {
    let words = seen.words;
    let made = options.with_plane(seen, |_, plane| Some((plane.winner_map(keep_going)?, plane.offers().to_vec())));
    let Some(made) = made else {
        return Some(Figure { title: words.t("map-title"), remark: words.t("map-none"), ..Figure::default() });
    };
    let (map, offers) = made?;
    if map.winners().is_empty() {
        return Some(Figure { title: words.t("map-title"), remark: words.t("chart-empty"), ..Figure::default() });
    }
    let ranked = ranked(&map);
    let (scene, plot) = scene(seen, options, &map, &ranked);
    let rows: Vec<Vec<String>> = ranked.iter().map(|w| vec![winner_name(seen, &w.offers), part(w.share)]).collect();
    let table = Table { head: vec![words.t("table-offer"), words.t("map-share")], rows, more: String::new() };
    let remark = [nowhere(seen, &map, &offers), words.t("map-about")];
    Some(Figure {
        title: headline(seen, &map, &ranked),
        scene,
        plot: Some(plot),
        summary: table.in_words(),
        table,
        remark: remark.join(" ").trim().to_owned(),
        ..Figure::default()
    })
}

/// The winners, the largest first.
fn ranked(map: &WinnerMap) -> Vec<&Winner> {
    let mut ranked: Vec<&Winner> = map.winners().iter().collect();
    ranked.sort_by(|a, b| b.share.total_cmp(&a.share));
    ranked
}

/// A part of the plane in per cent with one decimal place; what is there but rounds to nothing is not nothing.
fn part(share: f64) -> String {
    if share > 0.0 && share < 0.000_5 {
        "< 0.1%".to_owned()
    } else if share > 0.999_5 && share < 1.0 - 1e-9 {
        "> 99.9%".to_owned()
    } else {
        format!("{}%", decimal(share * 100.0, 1))
    }
}

/// The complete offers that win nowhere, in words; empty where there is none, or too many to name.
fn nowhere(seen: Seen<'_>, map: &WinnerMap, offers: &[usize]) -> String {
    let losers: Vec<usize> =
        offers.iter().copied().filter(|o| !map.winners().iter().any(|w| w.offers.contains(o))).collect();
    let names: Vec<String> = losers.iter().take(NAMED_MAX).map(|o| map_offer(seen, *o)).collect();
    match losers.len() {
        0 => String::new(),
        1..=NAMED_MAX => seen.words.with("map-nowhere", &[("names", &seen.words.list(&names))]),
        more => seen.words.count("map-nowhere-count", more),
    }
}

/// What our offers win, or else who wins most.
fn headline(seen: Seen<'_>, map: &WinnerMap, ranked: &[&Winner]) -> String {
    let Seen { comparison, words, .. } = seen;
    let ours: Vec<usize> = (0..comparison.offers.len()).filter(|&o| comparison.offers[o].ours).collect();
    let is_ours = |w: &&Winner| w.offers.iter().any(|o| ours.contains(o));
    let share: f64 = map.winners().iter().filter(is_ours).map(|w| w.share).sum();
    match (ours.as_slice(), ranked) {
        ([one], _) if share > 0.0 => {
            words.with("map-wins", &[("offer", &map_offer(seen, *one)), ("part", &part(share))])
        }
        ([one], _) => words.with("map-wins-nowhere", &[("offer", &map_offer(seen, *one))]),
        ([_, ..], _) => words.with("map-ours-win", &[("part", &part(share))]),
        ([], [first, ..]) => {
            words.with("map-wins", &[("offer", &winner_name(seen, &first.offers)), ("part", &part(first.share))])
        }
        ([], []) => words.t("map-title"),
    }
}

/// The colour of a winner; several that tie have the mean of theirs.
fn color(seen: Seen<'_>, winner: &Winner) -> [u8; 3] {
    let colors = || winner.offers.iter().filter_map(|o| seen.comparison.offers.get(*o)).map(|o| o.color);
    let count = u32::try_from(winner.offers.len()).unwrap_or(1).max(1);
    [0, 1, 2].map(|k| {
        let mean = colors().map(|c| u32::from(c[k])).sum::<u32>() / count;
        u8::try_from(mean).unwrap_or(u8::MAX)
    })
}

fn scene(seen: Seen<'_>, options: &WinnerMapOptions, map: &WinnerMap, ranked: &[&Winner]) -> (Scene, Plot) {
    let [x, y] = map.axes();
    let label = |axis: &PlaneAxis, value: f64| value_text(seen.comparison, seen.words, axis.quantity, value);
    let room = Plot::label_room([y.low, y.high], |v| label(y, v));
    let width = (options.width - room - 10.0).max(60.0);
    let height = (width * 0.84).clamp(120.0, 520.0);
    let rect = [room, 24.0, width, height];
    let plot = Plot::new(rect, [x.low, x.high], [y.low, y.high]);
    let listed = ranked.len().min(LISTED_MAX);
    #[expect(clippy::cast_precision_loss, reason = "a dozen lines")]
    let lines = (listed + usize::from(ranked.len() > LISTED_MAX)) as f32;
    let legend = plot.bottom() + 44.0;
    let mut scene = Scene { size: [options.width, legend + lines * LINE + 4.0], shapes: Vec::new() };
    scene.text([0.0, 10.0], Anchor::Start, cut(&side_name(seen, y.quantity), LABEL, options.width), LABEL, Ink::Weak);
    let below = cut(&side_name(seen, x.quantity), LABEL, options.width);
    scene.text([plot.right(), plot.bottom() + 28.0], Anchor::End, below, LABEL, Ink::Weak);
    plot.grid(&mut scene, |v| label(x, v), |v| label(y, v));
    regions(seen, &mut scene, &plot, map);
    frame(&mut scene, &plot, map);
    names(seen, &mut scene, &plot, map);
    if let [Some(x), Some(y)] =
        options.with_plane(seen, |case, _| options.quantities.map(|q| today(case, q))).unwrap_or_default()
    {
        let [left, top, ..] = plot.rect;
        let [at_x, at_y] = plot.at(x, y);
        let center = [at_x.clamp(left, plot.right()), at_y.clamp(top, plot.bottom())];
        scene.circle(center, 5.0, Ink::Text, true, words_of_today(seen, options.quantities, [x, y]));
    }
    for (i, winner) in ranked.iter().take(LISTED_MAX).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a dozen lines")]
        let at = legend + (i as f32 + 0.5) * LINE;
        legend_line(seen, &mut scene, winner, at);
    }
    if ranked.len() > LISTED_MAX {
        #[expect(clippy::cast_precision_loss, reason = "a dozen lines")]
        let at = legend + (listed as f32 + 0.5) * LINE;
        let more = seen.words.count("and-more", ranked.len() - LISTED_MAX);
        scene.text([16.0, at], Anchor::Start, more, SMALL, Ink::Weak);
    }
    (scene, plot)
}

fn words_of_today(seen: Seen<'_>, quantities: [Quantity; 2], at: [f64; 2]) -> String {
    let one = |k: usize| {
        let value = value_text(seen.comparison, seen.words, quantities[k], at[k]);
        seen.words.with("map-value", &[("name", &side_name(seen, quantities[k])), ("value", &value)])
    };
    seen.words.with("map-today", &[("x", &one(0)), ("y", &one(1))])
}

/// The regions in soft colours, and their borders.
fn regions(seen: Seen<'_>, scene: &mut Scene, plot: &Plot, map: &WinnerMap) {
    // A quarter of a pixel.
    let fine = 0.25 / f64::from(plot.rect[3].max(1.0));
    for patch in map.patches(fine) {
        let Some(winner) = map.winners().get(patch.winner) else { continue };
        let ink = Ink::OfferSoft(color(seen, winner));
        let tip =
            seen.words.with("map-tip", &[("offer", &winner_name(seen, &winner.offers)), ("part", &part(winner.share))]);
        let lower: Vec<[f32; 2]> = patch.lower.iter().map(|p| plot.at(p[0], p[1])).collect();
        let upper: Vec<[f32; 2]> = patch.upper.iter().map(|p| plot.at(p[0], p[1])).collect();
        for (below, above) in lower.windows(2).zip(upper.windows(2)) {
            let mut corners = vec![below[0], below[1], above[1], above[0]];
            corners.dedup();
            if corners.first() == corners.last() {
                corners.pop();
            }
            scene.polygon(corners, ink, tip.clone());
        }
    }
    for border in map.borders() {
        let points = border.points(fine).iter().map(|p| plot.at(p[0], p[1])).collect();
        scene.polyline(points, Ink::Weak, 1.2, false);
    }
}

/// The edge of the plane.
fn frame(scene: &mut Scene, plot: &Plot, map: &WinnerMap) {
    let [x, y] = map.axes();
    let mut corners = vec![[x.low, y.low], [x.high, y.low], [x.high, y.high], [x.low, y.high], [x.low, y.low]];
    if map.is_triangle() {
        corners.remove(2);
    }
    let corners = corners.into_iter().map(|p| plot.at(p[0], p[1])).collect();
    scene.polyline(corners, Ink::Axis, 1.0, false);
}

/// Names and parts inside the regions, where there is room for them.
fn names(seen: Seen<'_>, scene: &mut Scene, plot: &Plot, map: &WinnerMap) {
    for (winner, place) in map.winners().iter().zip(places(map, plot)) {
        let Some(place) = place else { continue };
        let [x, y] = place.middle;
        let (name, share) = (winner_name(seen, &winner.offers), part(winner.share));
        if place.size[1] >= 34.0 && place.size[0] >= 44.0 {
            scene.text([x, y - 8.0], Anchor::Middle, cut(&name, NAME, place.size[0]), NAME, Ink::Text);
            scene.text([x, y + 8.0], Anchor::Middle, share, LABEL, Ink::Text);
        } else if place.size[1] >= 14.0 && place.size[0] >= text_width(&share, SMALL) {
            scene.text([x, y], Anchor::Middle, share, SMALL, Ink::Text);
        }
    }
}

fn legend_line(seen: Seen<'_>, scene: &mut Scene, winner: &Winner, at: f32) {
    let right = scene.size[0] - 10.0;
    let share = part(winner.share);
    let ours = seen.words.t("ours");
    let is_ours = winner.offers.iter().filter_map(|o| seen.comparison.offers.get(*o)).any(|o| o.ours);
    scene.rect([0.0, at - 5.0, 10.0, 10.0], Ink::Offer(color(seen, winner)), "");
    let tail = text_width(&share, NAME) + if is_ours { text_width(&ours, SMALL) + 8.0 } else { 0.0 };
    let name = cut(&winner_name(seen, &winner.offers), LABEL, right - tail - 28.0);
    let end = 16.0 + text_width(&name, LABEL);
    scene.text([16.0, at], Anchor::Start, name, LABEL, Ink::Text);
    if is_ours {
        scene.text([end + 6.0, at], Anchor::Start, ours, SMALL, Ink::Accent);
    }
    scene.text([right, at], Anchor::End, share, NAME, Ink::Text);
}

/// Areas at full precision, then every border with its ends.
pub(super) fn winner_map_data(seen: Seen<'_>, options: &WinnerMapOptions) -> super::Rows {
    let words = seen.words;
    let map = options.with_plane(seen, |_, plane| plane.winner_map(&|_| true));
    let Some(map) = map.flatten() else { return super::Rows::new() };
    let mut rows = vec![vec![words.t("table-offer"), words.t("map-share")]];
    rows.extend(ranked(&map).iter().map(|w| vec![winner_name(seen, &w.offers), decimal_input(w.share)]));
    if map.borders().is_empty() {
        return rows;
    }
    let names = map.axes().map(|axis| side_name(seen, axis.quantity));
    let end = |key: &str, name: &String| words.with(key, &[("name", name)]);
    rows.push(Vec::new());
    rows.push(vec![
        words.t("map-border"),
        words.t("map-border-with"),
        end("map-from", &names[0]),
        end("map-from", &names[1]),
        end("map-to", &names[0]),
        end("map-to", &names[1]),
        words.t("map-border-form"),
    ]);
    for border in map.borders() {
        let name =
            |k: usize| map.winners().get(border.winners[k]).map_or_else(String::new, |w| winner_name(seen, &w.offers));
        let form = match border.path {
            BorderPath::Segment { .. } => words.t("map-straight"),
            BorderPath::Arc(_) => words.t("map-arc"),
        };
        let mut row = vec![name(0), name(1)];
        row.extend(border.ends().iter().flatten().map(|v| decimal_input(*v)));
        row.push(form);
        rows.push(row);
    }
    rows
}
