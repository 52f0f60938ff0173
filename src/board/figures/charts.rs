//! The charts of the Compare page: diverging bars of all offers, and the bridge between two.

use std::cmp::Ordering;

use crate::board::Board;
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut, text_width};
use crate::model::{Account, Comparison, Dimension, Leaf};
use crate::value::{Bridge, BridgeStep, bridge};
use crate::words::{Words, number, signed};

/// How the diverging bars are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareOptions {
    /// Width of the picture.
    pub width: f32,
    /// From best to worst instead of the order of the table.
    pub sorted: bool,
}

/// Which bridge is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer that it starts from.
    pub from: usize,
    /// Index of the offer that it leads to.
    pub to: usize,
    /// By criterion instead of by dimension.
    pub by_criterion: bool,
}

impl BridgeOptions {
    /// True where both offers are there and complete.
    pub(in crate::board) fn fits(self, board: &Board) -> bool {
        let is_there = |offer: usize| board.delivered.complete.get(offer) == Some(&true);
        is_there(self.from) && is_there(self.to)
    }
}

/// More bars than this make no picture; the data has them all.
pub(in crate::board) const BARS_MAX: usize = 40;

const LABEL: Font = Font { size: 12.0, bold: false };
const SMALL: Font = Font { size: 11.0, bold: false };
const MARK: Font = Font { size: 12.0, bold: true };

/// The first offers that charts and their tables show, in order: at most `most`.
pub(in crate::board) fn shown(board: &Board, sorted: bool, most: usize) -> Vec<usize> {
    if sorted {
        board.ranked().take(most).collect()
    } else {
        (0..board.compiled.offers()).filter(|&o| board.delivered.complete[o]).take(most).collect()
    }
}

/// How many complete offers there are beyond `most`.
pub(in crate::board) fn left_out(board: &Board, most: usize) -> usize {
    board.delivered.complete.iter().filter(|complete| **complete).count().saturating_sub(most)
}

/// The dimensions that have criteria.
pub(in crate::board) fn used_dimensions(board: &Board) -> Vec<Dimension> {
    Dimension::ALL.into_iter().filter(|d| board.compiled.leaves().iter().any(|l| l.dimension == *d)).collect()
}

/// Signed contribution of a dimension to CDV.
pub(in crate::board) fn dimension_part(board: &Board, dimension: Dimension, offer: usize) -> f64 {
    let leaves = board.compiled.leaves().iter().enumerate().filter(|(_, l)| l.dimension == dimension);
    leaves.map(|(l, _)| board.compiled.contribution(&board.weighting, l, offer)).sum()
}

pub(in crate::board) fn dimension_name(comparison: &Comparison, dimension: Dimension, words: &Words) -> String {
    words.dimension(dimension, &comparison.header.dimensions[dimension.index()])
}

/// A signed figure: points or an amount, to the places of the board.
pub(in crate::board) fn signed_figure(board: &Board, value: f64) -> String {
    signed(value, board.places)
}

/// Diverging stacked bars: cost to the left, value to the right, a mark at CDV. Empty without complete offers.
pub(in crate::board) fn compare_scene(
    board: &Board,
    comparison: &Comparison,
    words: &Words,
    options: CompareOptions,
) -> Scene {
    let offers: Vec<usize> = shown(board, options.sorted, BARS_MAX);
    let used = used_dimensions(board);
    let parts: Vec<Vec<(Dimension, f64)>> =
        offers.iter().map(|&o| used.iter().map(|&d| (d, dimension_part(board, d, o))).collect()).collect();
    let reach = |sign: f64| {
        let sums = parts.iter().map(|p| p.iter().map(|(_, v)| (v * sign).max(0.0)).sum::<f64>());
        sums.fold(0.0, f64::max)
    };
    let (left, right) = (reach(-1.0), reach(1.0));
    let mut scene = Scene { size: [options.width, 0.0], shapes: Vec::new() };
    if offers.is_empty() || left + right <= 0.0 {
        return scene;
    }
    let axis = Axis::new(-left, right, [4.0, options.width - 4.0]);
    let (bar, step) = if offers.len() <= 6 { (20.0, 65.0) } else { (14.0, 46.0) };
    let top = 18.0;
    let (cost, value) = (words.t("chart-cost"), words.t("chart-value"));
    scene.text([axis.at(0.0) - 5.0, 8.0], Anchor::End, cost, SMALL, Ink::Neutral);
    scene.text([axis.at(0.0) + 5.0, 8.0], Anchor::Start, value, SMALL, Ink::Neutral);
    #[expect(clippy::cast_precision_loss, reason = "at most BARS_MAX")]
    let bottom = top + offers.len() as f32 * step;
    for (i, (&offer, parts)) in offers.iter().zip(&parts).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most BARS_MAX")]
        let y = top + i as f32 * step;
        let name = comparison.offers[offer].name.get(words.lang());
        scene.text([0.0, y + 8.0], Anchor::Start, cut(name, LABEL, options.width * 0.5), LABEL, Ink::Weak);
        let bar_top = y + 19.0;
        let (mut to_left, mut to_right) = (0.0, 0.0);
        for &(dimension, value) in parts {
            let from = if value < 0.0 { to_left + value } else { to_right };
            *(if value < 0.0 { &mut to_left } else { &mut to_right }) += value;
            let x = axis.at(from);
            let tip = words.with(
                "chart-tip",
                &[
                    ("offer", name),
                    ("dimension", &dimension_name(comparison, dimension, words)),
                    ("value", &exact(value)),
                ],
            );
            scene.rect([x, bar_top, axis.at(from + value.abs()) - x, bar], Ink::Dimension(dimension), tip);
        }
        let cdv = board.delivered.cdv[offer];
        let x = axis.at(cdv);
        scene.line([x, bar_top - 4.0], [x, bar_top + bar + 4.0], Ink::Text, 2.5);
        let text = signed_figure(board, cdv);
        // In a picture narrower than its text, the text stands in the middle.
        let half = (text_width(&text, MARK) / 2.0).min(options.width / 2.0);
        let at = (x + 14.0).clamp(half, options.width - half);
        scene.text([at, bar_top + bar + 12.0], Anchor::Middle, text, MARK, Ink::Text);
    }
    scene.line([axis.at(0.0), top - 2.0], [axis.at(0.0), bottom], Ink::Axis, 1.0);
    let mut below = bottom + 14.0;
    let more = left_out(board, BARS_MAX);
    if more > 0 {
        scene.text([0.0, below], Anchor::Start, words.count("and-more", more), SMALL, Ink::Weak);
        below += 20.0;
    }
    scene.size[1] = legend(&mut scene, comparison, words, &used, below);
    scene
}

/// A row of colour keys, broken where the width ends; the height after it.
fn legend(scene: &mut Scene, comparison: &Comparison, words: &Words, used: &[Dimension], top: f32) -> f32 {
    let (mut x, mut y) = (0.0, top);
    for &dimension in used {
        let name = dimension_name(comparison, dimension, words);
        let width = 14.0 + text_width(&name, SMALL) + 12.0;
        if x > 0.0 && x + width - 12.0 > scene.size[0] {
            (x, y) = (0.0, y + 18.0);
        }
        scene.rect([x, y - 4.5, 9.0, 9.0], Ink::Dimension(dimension), "");
        scene.text([x + 14.0, y], Anchor::Start, name, SMALL, Ink::Weak);
        x += width;
    }
    y + 12.0
}

/// A bar of the bridge: its label, from where to where, and what it stands for.
pub(in crate::board) struct Bar {
    pub label: String,
    pub from: f64,
    pub to: f64,
    pub ink: Ink,
    pub text: String,
    /// What the bar stands for: a CDV, or a difference.
    pub exact: f64,
}

/// The name of a bridge step.
pub(in crate::board) fn step_name(comparison: &Comparison, words: &Words, step: &BridgeStep) -> String {
    let lang = words.lang();
    match step.leaf {
        None => dimension_name(comparison, step.dimension, words),
        Some(Leaf::Criterion(id)) => comparison.criterion(id).map(|c| c.name.get(lang).to_owned()).unwrap_or_default(),
        Some(Leaf::Ownership) => match comparison.money_criteria().collect::<Vec<_>>().as_slice() {
            [only] => only.name.get(lang).to_owned(),
            _ => words.t("ownership"),
        },
    }
}

/// “Why TCL beats SHARP (points)”; two that tie only compare.
pub(in crate::board) fn bridge_title(
    board: &Board,
    comparison: &Comparison,
    words: &Words,
    options: BridgeOptions,
) -> String {
    let BridgeOptions { from, to, .. } = options;
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang());
    let unit = match comparison.header.account {
        Account::Points => words.t("unit-points"),
        Account::Money => comparison.header.currency.code().to_owned(),
    };
    let key = match board.compare(to, from) {
        Ordering::Greater => "bridge-beats",
        Ordering::Equal => "bridge-ties",
        Ordering::Less => "bridge-loses",
    };
    words.with(key, &[("to", name(to)), ("from", name(from)), ("unit", &unit)])
}

fn bars(board: &Board, comparison: &Comparison, words: &Words, options: BridgeOptions, short: bool) -> Vec<Bar> {
    let Bridge { from, steps, to } =
        bridge(&board.compiled, &board.weighting, options.from, options.to, options.by_criterion);
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang()).to_owned();
    let whole = |label, value, ink| {
        let text = signed_figure(board, value);
        Bar { label, from: 0.0, to: value, ink, text, exact: value }
    };
    let mut running = from;
    let mut bars = vec![whole(name(options.from), from, Ink::Neutral)];
    for step in &steps {
        let start = running;
        running += step.delta;
        let renamed = comparison.header.dimensions[step.dimension.index()].name.is_some();
        let label = if short && step.leaf.is_none() && !renamed {
            words.t(&format!("dimension-{}-short", step.dimension.key()))
        } else {
            step_name(comparison, words, step)
        };
        let ink = if step.delta < 0.0 { Ink::Muted(step.dimension) } else { Ink::Dimension(step.dimension) };
        let text = signed_figure(board, step.delta);
        bars.push(Bar { label, from: start, to: running, ink, text, exact: step.delta });
    }
    bars.push(whole(name(options.to), to, Ink::Accent));
    bars
}

/// The bridge between two complete offers: upright where every label fits under its bar, else lying, with its labels
/// to the left, so that none is ever cut.
pub(in crate::board) fn bridge_scene(
    board: &Board,
    comparison: &Comparison,
    words: &Words,
    options: BridgeOptions,
) -> Scene {
    let upright = bars(board, comparison, words, options, true);
    #[expect(clippy::cast_precision_loss, reason = "a handful of bars")]
    let room = options.width / upright.len() as f32;
    let fits = |bar: &Bar| text_width(&bar.label, TINY) <= room && text_width(&bar.text, TINY) <= room + 4.0;
    if !options.by_criterion && upright.iter().all(fits) {
        upright_scene(&upright, options.width, room)
    } else {
        lying_scene(&bars(board, comparison, words, options, false), options.width)
    }
}

const TINY: Font = Font { size: 10.0, bold: false };

fn extent(bars: &[Bar]) -> (f64, f64) {
    let ends = bars.iter().flat_map(|b| [b.from, b.to]);
    ends.fold((0.0, 0.0), |(low, high): (f64, f64), v| (low.min(v), high.max(v)))
}

fn tip(bar: &Bar) -> String {
    format!("{}  {}", bar.label, exact(bar.exact))
}

/// A signed figure to four decimal places, for hovering.
fn exact(value: f64) -> String {
    let text = number((value * 1e4).round() / 1e4);
    if value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

fn upright_scene(bars: &[Bar], width: f32, room: f32) -> Scene {
    const HEIGHT: f32 = 150.0;
    let mut scene = Scene { size: [width, HEIGHT], shapes: Vec::new() };
    let (low, high) = extent(bars);
    let axis = Axis::new(low, high, [HEIGHT - 26.0, 18.0]);
    scene.line([0.0, axis.at(0.0)], [width, axis.at(0.0)], Ink::Axis, 1.0);
    for (i, bar) in bars.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of bars")]
        let x = i as f32 * room;
        let (top, bottom) = (axis.at(bar.from.max(bar.to)), axis.at(bar.from.min(bar.to)));
        let middle = x + room / 2.0;
        scene.rect([x + 3.0, top, room - 6.0, (bottom - top).max(1.0)], bar.ink, tip(bar));
        scene.text([middle, top - 8.0], Anchor::Middle, &bar.text, TINY, Ink::Weak);
        scene.text([middle, HEIGHT - 8.0], Anchor::Middle, &bar.label, TINY, Ink::Weak);
    }
    scene
}

/// Lying bars, each with its label to the left.
pub(in crate::board) fn lying_scene(bars: &[Bar], width: f32) -> Scene {
    let most = width * 0.42;
    let label_room = bars.iter().map(|b| text_width(&b.label, SMALL)).fold(40.0, f32::max).min(most);
    let figure_room = bars.iter().map(|b| text_width(&b.text, SMALL)).fold(0.0, f32::max) + 6.0;
    let (low, high) = extent(bars);
    let axis = Axis::new(low, high, [label_room + 8.0, width - figure_room - 2.0]);
    let mut scene = Scene { size: [width, 0.0], shapes: Vec::new() };
    let mut y = 4.0;
    for bar in bars {
        let lines = wrapped(&bar.label, SMALL, label_room);
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let height = 10.0 + 13.0 * lines.len() as f32;
        let middle = y + height / 2.0;
        for (i, line) in lines.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few lines")]
            let at = y + 5.0 + 13.0 * (i as f32 + 0.5);
            scene.text([0.0, at], Anchor::Start, line, SMALL, Ink::Weak);
        }
        let (left, right) = (axis.at(bar.from.min(bar.to)), axis.at(bar.from.max(bar.to)));
        scene.rect([left, middle - 7.0, (right - left).max(1.0), 14.0], bar.ink, tip(bar));
        scene.text([right + 5.0, middle], Anchor::Start, &bar.text, SMALL, Ink::Weak);
        y += height;
    }
    scene.line([axis.at(0.0), 0.0], [axis.at(0.0), y], Ink::Axis, 1.0);
    scene.size[1] = y + 4.0;
    scene
}

/// `text` in lines that fit into `room`, broken at spaces where there are any.
pub(in crate::board) fn wrapped(text: &str, font: Font, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(|c: char| c == ' ' || c > '\u{2E80}') {
        let line = lines.last().map_or("", |l| l.as_str());
        if !line.is_empty() && text_width(&format!("{line}{word}"), font) > room {
            lines.push(String::new());
        }
        for c in word.chars() {
            let full = lines.last().is_some_and(|l| !l.is_empty() && text_width(&format!("{l}{c}"), font) > room + 8.0);
            if full {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_labels_are_broken_and_never_lost() {
        let text = "Delivery and installation within the old town";
        let lines = wrapped(text, SMALL, 100.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), text);
        assert_eq!(wrapped("送货与安装服务的等待时间", SMALL, 60.0).concat(), "送货与安装服务的等待时间");
    }
}
