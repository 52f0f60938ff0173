//! The weights that agree best with choices, and how far the choices pin them down.

use super::text::percent;
use crate::board::Rows;
use crate::board::figures::Figure;
use crate::board::figures::weighing::{Asked, Sheet, SheetItem};
use crate::board::tables::{Table, exact};
use crate::chart::{Anchor, Font, Ink, Plot, Scene, cut};
use crate::model::{Item, Leaf, Segment, Side};
use crate::value::elicit::Details;
use crate::value::elicit::choices::{ChoiceWeights, Estimate, Penalty};
use crate::words::{Words, decimal};

const ROW: f32 = 24.0;
const TOP: f32 = 20.0;
const NAME: Font = Font { size: 12.0, bold: false };
const HEAD: Font = Font { size: 12.0, bold: true };
const SMALL: Font = Font { size: 11.0, bold: false };

/// A weight within its side.
struct Weighed<'a> {
    item: &'a SheetItem,
    side: Side,
    estimate: Estimate,
    /// Equal weights: what is assumed before any answer.
    prior: f64,
    /// The weight in force within its side.
    today: f64,
    is_told: bool,
}

fn fitted<'a>(asked: &'a Asked<'_>) -> Option<&'a ChoiceWeights> {
    match &asked.found.as_ref().ok()?.details {
        Details::Choices(weights) => Some(weights),
        _ => None,
    }
}

/// μ by the answers to three places, where the buyer's is another one, with what taking it is called.
pub(super) fn sharpness(asked: &Asked<'_>) -> Option<(f64, String)> {
    let found = fitted(asked)?.sharpness.value;
    let found = ((found * 1e3).round() / 1e3).min(Segment::NUMBER_MAX);
    // A μ that three places do not show would be one by which nothing is preferred.
    let differs = found > 0.0 && (found - asked.segment.sharpness).abs() > 1e-9;
    differs.then(|| (found, asked.words().with("choices-use-sharpness", &[("value", &crate::words::number(found))])))
}

fn weighed<'a>(sheet: &'a Sheet, fit: &ChoiceWeights) -> Vec<Weighed<'a>> {
    let untold = fit.untold();
    let side_of = |item: &SheetItem| match item.item {
        Item::Leaf(Leaf::Ownership) => Side::Cost,
        _ => item.dimension.map_or(Side::Value, crate::model::Dimension::side),
    };
    let of_side = |side: Side| sheet.items.iter().filter(move |item| side_of(item) == side);
    let one = |(i, (item, estimate)): (usize, (&'a SheetItem, &Estimate))| {
        let side = side_of(item);
        let total: f64 = of_side(side).map(|item| item.today).sum();
        #[expect(clippy::cast_precision_loss, reason = "a number of criteria")]
        let prior = 1.0 / of_side(side).count() as f64;
        let today = if total > 0.0 { item.today / total } else { 0.0 };
        Weighed { item, side, estimate: *estimate, prior, today, is_told: !untold.contains(&i) }
    };
    sheet.items.iter().zip(&fit.weights).enumerate().map(one).collect()
}

/// Weights with their intervals; `None` where none follow from choices.
pub(in crate::board::figures::weighing) fn figure(asked: &Asked<'_>, sheet: &Sheet) -> Option<Figure> {
    let fit = fitted(asked)?;
    let weights = weighed(sheet, fit);
    let words = asked.words();
    let row = |w: &Weighed<'_>| {
        let [low, high] = [w.estimate.low, w.estimate.high].map(percent);
        let interval = words.with("choices-interval", &[("low", &low), ("high", &high)]);
        let told = words.t(if w.is_told { "choices-told" } else { "choices-untold" });
        vec![w.item.name.clone(), percent(w.today), percent(w.estimate.value), interval, told]
    };
    let table = Table { head: head(words), rows: weights.iter().map(row).collect(), more: String::new() };
    Some(Figure {
        scene: scene(asked, &weights),
        table,
        sentences: sentences(asked, fit, &weights),
        ..Figure::default()
    })
}

fn head(words: &Words) -> Vec<String> {
    let keys = ["weighing-item", "weighing-today", "weighing-weighed", "choices-90", "choices-answers-tell"];
    keys.map(|key| words.t(key)).to_vec()
}

/// The same for other programs; then λ and μ.
pub(in crate::board::figures::weighing) fn data(asked: &Asked<'_>, sheet: &Sheet) -> Option<Rows> {
    let fit = fitted(asked)?;
    let words = asked.words();
    let keys =
        ["weighing-item", "weighing-today", "weighing-weighed", "choices-low", "choices-high", "choices-answers-tell"];
    let figures = |estimate: &Estimate| [estimate.value, estimate.low, estimate.high].map(exact);
    let mut rows: Rows = vec![keys.map(|key| words.t(key)).to_vec()];
    for (weight, told) in weighed(sheet, fit).iter().zip(&fit.told) {
        let [value, low, high] = figures(&weight.estimate);
        rows.push(vec![weight.item.name.clone(), exact(weight.today), value, low, high, exact(*told)]);
    }
    let of_all = [
        ("cost-emphasis", Some(asked.segment.cost_emphasis), fit.cost_emphasis),
        ("choices-sharpness", Some(asked.segment.sharpness), Some(fit.sharpness)),
    ];
    for (key, today, estimate) in of_all {
        if let Some(estimate) = estimate {
            let [value, low, high] = figures(&estimate);
            rows.push(vec![words.t(key), today.map(exact).unwrap_or_default(), value, low, high, String::new()]);
        }
    }
    Some(rows)
}

/// A dot and a whisker for each weight within its side, and a mark where equal weights would be.
fn scene(asked: &Asked<'_>, weights: &[Weighed<'_>]) -> Scene {
    let words = asked.words();
    let width = asked.options.width;
    let room = (width * 0.36).min(170.0);
    let most = weights.iter().map(|w| w.estimate.high).fold(0.1_f64, f64::max);
    let sides: Vec<Side> = Side::ALL.into_iter().filter(|side| weights.iter().any(|w| w.side == *side)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
    let height = (weights.len() + sides.len()) as f32 * ROW;
    let track = (width - room - 48.0).max(40.0);
    let plot = Plot::new([room, TOP, track, height], [0.0, most], [0.0, 1.0]);
    let mut scene = Scene { size: [width, plot.bottom() + 18.0], shapes: Vec::new() };
    let key = words.t("choices-key");
    let key = cut(&key, SMALL, width);
    scene.text([0.0, 8.0], Anchor::Start, key, SMALL, Ink::Weak);
    plot.across(&mut scene, percent);
    let mut top = TOP;
    for side in sides {
        let name = cut(&words.side(side), HEAD, width);
        scene.text([0.0, top + ROW / 2.0], Anchor::Start, name, HEAD, Ink::Text);
        top += ROW;
        for weight in weights.iter().filter(|w| w.side == side) {
            whisker(&mut scene, &plot, words, weight, top + ROW / 2.0, width);
            top += ROW;
        }
    }
    scene
}

fn whisker(scene: &mut Scene, plot: &Plot, words: &Words, weight: &Weighed<'_>, y: f32, width: f32) {
    let ink = match (weight.is_told, weight.item.dimension) {
        (true, Some(dimension)) => Ink::Dimension(dimension),
        (true, None) => Ink::Accent,
        (false, _) => Ink::Axis,
    };
    let [low, high] = [weight.estimate.low, weight.estimate.high].map(|x| plot.x.at(x));
    let name_ink = if weight.is_told { Ink::Text } else { Ink::Weak };
    let name = cut(&weight.item.name, NAME, plot.rect[0] - 6.0);
    scene.text([4.0, y], Anchor::Start, name, NAME, name_ink);
    let [value, from, to] = [weight.estimate.value, weight.estimate.low, weight.estimate.high].map(percent);
    let arguments = [("name", weight.item.name.as_str()), ("weight", &value), ("low", &from), ("high", &to)];
    let tip = words.with(if weight.is_told { "choices-tip" } else { "choices-tip-untold" }, &arguments);
    let prior = plot.x.at(weight.prior);
    scene.line([prior, y - 8.0], [prior, y + 8.0], Ink::Neutral, 1.5);
    scene.rect([low, y - 1.5, high - low, 3.0], ink, tip.as_str());
    scene.circle([plot.x.at(weight.estimate.value), y], 4.5, ink, !weight.is_told, tip);
    scene.text([width - 2.0, y], Anchor::End, value, NAME, name_ink);
}

/// λ and μ, what the answers don't tell, the fit, and what is assumed besides the answers.
fn sentences(asked: &Asked<'_>, fit: &ChoiceWeights, weights: &[Weighed<'_>]) -> Vec<String> {
    let words = asked.words();
    let mut sentences = Vec::new();
    if let Some(emphasis) = fit.cost_emphasis {
        sentences.push(interval(words, "choices-says-emphasis", &emphasis, 2));
    }
    sentences.push(interval(words, "choices-says-sharpness", &fit.sharpness, 3));
    let untold: Vec<String> = weights.iter().filter(|w| !w.is_told).map(|w| w.item.name.clone()).collect();
    if untold.len() == weights.len() {
        sentences.push(words.t("choices-says-nothing"));
    } else if !untold.is_empty() {
        sentences.push(words.with("choices-says-little", &[("names", &words.list(&untold))]));
    }
    let [own, null] = [fit.log_likelihood, fit.null_log_likelihood].map(|x| decimal(x, 2));
    sentences.push(words.with("choices-says-fit", &[("own", &own), ("null", &null)]));
    let Penalty { strength, sharpness } = Penalty::default();
    let [strength, sharpness] = [strength, sharpness].map(crate::words::number);
    sentences.push(words.with("choices-says-penalty", &[("strength", &strength), ("sharpness", &sharpness)]));
    sentences
}

fn interval(words: &Words, key: &str, estimate: &Estimate, places: usize) -> String {
    let [value, low, high] = [estimate.value, estimate.low, estimate.high].map(|x| decimal(x, places));
    words.with(key, &[("value", &value), ("low", &low), ("high", &high)])
}
