//! The drawings: diverging bars around what is expected.

use super::{Asked, Judging, SatisfactionOptions, SatisfactionsOptions, dimension_name};
use crate::board::column::UNKNOWN;
use crate::board::figures::charts::BARS_MAX;
use crate::chart::{Anchor, Axis, Font, Ink, Scene, cut, text_width};

const ROW: f32 = 22.0;
const GROUP: f32 = 20.0;
const TOP: f32 = 20.0;
const INDENT: f32 = 13.0;
const NAME: Font = Font { size: 12.0, bold: false };
const STRONG: Font = Font { size: 12.0, bold: true };
const SMALL: Font = Font { size: 10.0, bold: false };

/// A line of bars with its figures.
struct Line {
    name: String,
    tip: String,
    values: Vec<Option<f64>>,
    strong: bool,
}

/// What stands in the drawing, top to bottom.
enum Part {
    /// A heading with its colour.
    Group(String, Ink),
    Line(Line),
}

impl Part {
    fn height(&self) -> f32 {
        if matches!(self, Self::Group(..)) { GROUP } else { ROW }
    }
}

/// Satisfaction with one offer, the total on top and the criteria under their dimensions.
pub(super) fn by_criterion(asked: &Asked<'_>, options: SatisfactionOptions) -> Scene {
    let (words, board) = (asked.seen.words, asked.seen.board);
    let judged = asked.judged(options.offer);
    let line = |name: String, values: Vec<Option<f64>>, strong| {
        let tip = tip(asked, &name, &values);
        Part::Line(Line { name, tip, values, strong })
    };
    let mut parts = vec![line(words.t("satisfaction-total"), judged.iter().map(|j| j.total).collect::<Vec<_>>(), true)];
    let mut under = None;
    for (l, leaf) in board.compiled.leaves().iter().enumerate() {
        if under != Some(leaf.dimension) {
            under = Some(leaf.dimension);
            let name = dimension_name(asked.comparison(), leaf.dimension, words);
            parts.push(Part::Group(name, Ink::Dimension(leaf.dimension)));
        }
        parts.push(line(asked.leaf_name(l), judged.iter().map(|j| j.leaves[l]).collect(), false));
    }
    scene(asked, &parts, options.width)
}

/// Satisfaction in all with every offer.
pub(super) fn of_offers(asked: &Asked<'_>, options: SatisfactionsOptions) -> Scene {
    let offers = 0..asked.comparison().offers.len().min(BARS_MAX);
    let line = |offer: usize| {
        let name = asked.name(offer).to_owned();
        let values: Vec<Option<f64>> = asked.judged(offer).iter().map(|j| j.total).collect();
        let tip = tip(asked, &name, &values);
        Part::Line(Line { name, tip, values, strong: false })
    };
    scene(asked, &offers.map(line).collect::<Vec<_>>(), options.width)
}

/// “Warranty: −2.5”, or “Warranty: −2.5 as bought, −10.0 after use”.
fn tip(asked: &Asked<'_>, name: &str, values: &[Option<f64>]) -> String {
    let words = asked.seen.words;
    if let [before, after] = values {
        let [before, after] = [before, after].map(|value| asked.figure(*value));
        return words.with("satisfaction-tip-both", &[("name", name), ("before", &before), ("after", &after)]);
    }
    let value = asked.figure(values.first().copied().flatten());
    words.with("satisfaction-tip", &[("name", name), ("value", &value)])
}

/// “−2.5 → −10.0”, or one figure where the two read the same.
fn figures(asked: &Asked<'_>, values: &[Option<f64>]) -> String {
    let shown: Vec<String> = values.iter().map(|value| asked.figure(*value)).collect();
    match shown.as_slice() {
        [before, after] if before != after => format!("{before} → {after}"),
        _ => shown.into_iter().next().unwrap_or_default(),
    }
}

fn scene(asked: &Asked<'_>, parts: &[Part], width: f32) -> Scene {
    let lines = || parts.iter().filter_map(|part| if let Part::Line(line) = part { Some(line) } else { None });
    let bottom = TOP + parts.iter().map(Part::height).sum::<f32>();
    let mut scene = Scene { size: [width, bottom + 6.0], shapes: Vec::new() };
    if lines().next().is_none() {
        return Scene { size: [width, 0.0], ..scene };
    }
    let known = lines().flat_map(|line| line.values.iter().flatten());
    let [low, high] = known.fold([0.0_f64, 0.0_f64], |[low, high], x| [low.min(*x), high.max(*x)]);
    let span = if high - low > 0.0 { [low, high] } else { [-1.0, 1.0] };
    let widest = lines().map(|line| text_width(&figures(asked, &line.values), STRONG)).fold(30.0, f32::max);
    let names = lines().map(|line| text_width(&line.name, NAME)).fold(0.0, f32::max);
    let (left, right) = ((names + INDENT + 8.0).min(width * 0.42), width - widest - 8.0);
    let axis = Axis::new(span[0], span[1], [left, right.max(left + 24.0)]);
    let zero = axis.at(0.0);
    legend(asked, &mut scene, zero, width);
    let mut top = TOP;
    for part in parts {
        let middle = top + part.height() / 2.0;
        match part {
            Part::Group(name, ink) => {
                scene.rect([0.0, middle - 2.0, 8.0, 8.0], *ink, name.as_str());
                let name = cut(name, SMALL, left - 18.0);
                scene.text([INDENT, middle + 2.0], Anchor::Start, name, SMALL, Ink::Weak);
            }
            Part::Line(line) => line_scene(asked, &mut scene, &axis, line, [middle, left, width]),
        }
        top += part.height();
    }
    scene.line([zero, TOP - 4.0], [zero, bottom + 2.0], Ink::Axis, 1.5);
    scene
}

fn line_scene(asked: &Asked<'_>, scene: &mut Scene, axis: &Axis, line: &Line, [middle, left, width]: [f32; 3]) {
    let font = if line.strong { STRONG } else { NAME };
    let indent = if line.strong { 0.0 } else { INDENT };
    let name = cut(&line.name, font, left - indent - 8.0);
    scene.text([indent, middle], Anchor::Start, name, font, Ink::Text);
    let is_both = asked.judging == Judging::Both;
    let (height, step) = if is_both { (5.0, 6.0) } else { (ROW - 9.0, 0.0) };
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let first = middle - (line.values.len() as f32 * height + step - height * f32::from(u8::from(is_both))) / 2.0;
    for (i, value) in line.values.iter().enumerate() {
        let Some(value) = value else { continue };
        let ink = match (is_both && i == 0, *value < 0.0) {
            (true, _) => Ink::Neutral,
            (false, true) => Ink::Bad,
            (false, false) => Ink::Good,
        };
        let [from, to] = [axis.at(value.min(0.0)), axis.at(value.max(0.0))];
        #[expect(clippy::cast_precision_loss, reason = "0 or 1")]
        scene.rect([from, first + i as f32 * step, to - from, height], ink, line.tip.as_str());
    }
    let text = figures(asked, &line.values);
    let ink = if text == UNKNOWN { Ink::Weak } else { Ink::Text };
    scene.text([width, middle], Anchor::End, text, if line.strong { STRONG } else { NAME }, ink);
}

/// What stands to the left and the right of zero.
fn legend(asked: &Asked<'_>, scene: &mut Scene, zero: f32, width: f32) {
    let words = asked.seen.words;
    if asked.judging == Judging::Both {
        let text = words.t("satisfaction-legend-both");
        scene.text([width, 8.0], Anchor::End, cut(&text, SMALL, width), SMALL, Ink::Weak);
        return;
    }
    let (worse, better) = (words.t("satisfaction-worse"), words.t("satisfaction-better"));
    if text_width(&worse, SMALL) + 5.0 <= zero {
        scene.text([zero - 5.0, 8.0], Anchor::End, worse, SMALL, Ink::Weak);
    }
    if text_width(&better, SMALL) + 5.0 <= width - zero {
        scene.text([zero + 5.0, 8.0], Anchor::Start, better, SMALL, Ink::Weak);
    }
}
