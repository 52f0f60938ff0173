//! The scale of one criterion, or of all money together: its curve or its named levels, with the offers on it.

mod drawing;
mod judged;
mod named;
mod subject;

pub use drawing::curve_preview;
pub use judged::{JudgedLines, JudgedPair, MisfitLine, judged_scale};
pub use subject::{curve_edit, curve_of};

use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::column::UNKNOWN;
use crate::board::quantity::{leaf_name, price_text};
use crate::board::tables::{Table, exact};
use crate::model::{Account, Curve, Leaf, Level, Scale};
use crate::words::{amount, number};
use drawing::{Dot, Look, curve_scene, legend};
use judged::judged_lines;
use named::{Named, NamedLook, named_scene};
use subject::{beyond_key, criterion_of, goes_on, level_of};

/// Whose scale, and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleOptions {
    /// Width of the picture.
    pub width: f32,
    /// The leaf; none where there are no criteria.
    pub leaf: Option<Leaf>,
    /// The ranges of x and y shown, where a drag keeps them; else all that there is to see.
    pub ranges: Option<[[f64; 2]; 2]>,
    /// With what was judged in pairs of its named levels.
    pub judging: bool,
}

/// Most offers on one drawing.
const DOTS_MAX: usize = 40;
/// Most offers that are named below it.
const NAMES_MAX: usize = 12;
const HEIGHT: f32 = 280.0;

pub(super) fn scale_figure(seen: Seen<'_>, options: ScaleOptions) -> Figure {
    let Seen { comparison, words, .. } = seen;
    let remark =
        |key: &str| Figure { title: words.t("scale-page-none-title"), remark: words.t(key), ..Figure::default() };
    let Some(leaf) = options.leaf else { return remark("scale-page-none") };
    let title = words.with("scale-page-title", &[("name", &leaf_name(comparison, words, leaf))]);
    if leaf == Leaf::Ownership && comparison.header.account == Account::Money {
        return Figure { title, remark: words.t("scale-page-face-value"), ..Figure::default() };
    }
    let table = table(seen, leaf);
    let drawn = match curve_of(comparison, leaf) {
        Some(curve) => Some(curve_drawn(seen, leaf, &curve, options)),
        None => named_drawn(seen, leaf, options),
    };
    let Some((mut scene, plot)) = drawn else { return remark("scale-page-none") };
    let shown: Vec<([u8; 3], &str)> = on_it(seen, leaf).map(|o| (o.color, o.name.get(words.lang()))).collect();
    let named = &shown[..shown.len().min(NAMES_MAX)];
    let more = shown.len() - named.len();
    let more = if more > 0 { words.count("and-more", more) } else { String::new() };
    let below = scene.size[1] + 4.0;
    legend(&mut scene, below, named, &more);
    let sentences = sentences(seen, leaf);
    let judged = match criterion_of(comparison, leaf).map(|c| (&c.scale, c.dimension.side())) {
        Some((Scale::Category { levels, random_index }, side)) if options.judging => {
            judged_lines(seen, levels, random_index, side)
        }
        _ => JudgedLines::default(),
    };
    Figure { judged, title, summary: table.in_words(), scene, plot: Some(plot), table, sentences, ..Figure::default() }
}

/// The offers that have a level there.
fn on_it(seen: Seen<'_>, leaf: Leaf) -> impl Iterator<Item = &crate::model::Offer> {
    let index = seen.board.compiled.index_of(leaf);
    let has = move |o: &usize| index.is_some_and(|l| seen.board.compiled.worth(l, *o).is_some());
    (0..seen.comparison.offers.len()).filter(has).map(move |o| &seen.comparison.offers[o])
}

/// A level as it is read: with its unit, or as an amount.
fn level_text(seen: Seen<'_>, leaf: Leaf, x: f64) -> String {
    let Seen { comparison, words, .. } = seen;
    match (leaf, criterion_of(comparison, leaf).map(|c| &c.scale)) {
        (Leaf::Ownership, _) => price_text(comparison, words, x),
        (_, Some(Scale::Measure { unit, .. })) if !unit.is_blank() => {
            words.with("scale-page-level", &[("level", &number(x)), ("unit", unit.get(words.lang()))])
        }
        _ => number(x),
    }
}

/// Points, or an amount of money, as it is read.
fn worth_text(seen: Seen<'_>, y: f64) -> String {
    match seen.comparison.header.account {
        Account::Points => crate::words::points(y),
        Account::Money => price_text(seen.comparison, seen.words, y),
    }
}

/// The head of what levels give: “Points”, or “Amount, ¥”.
fn worth_head(seen: Seen<'_>) -> String {
    match seen.comparison.header.account {
        Account::Points => seen.words.t("scale-points"),
        Account::Money => {
            seen.words.with("scale-amount", &[("currency", seen.comparison.header.currency.sign().trim())])
        }
    }
}

/// What the buyer shown multiplies the amounts of a criterion by, where that is not 1; what the scale says is before it.
fn multiplier(seen: Seen<'_>, leaf: Leaf) -> Option<(f64, &str)> {
    let (Leaf::Criterion(id), Account::Money) = (leaf, seen.comparison.header.account) else { return None };
    let segment = seen.comparison.segment(seen.board.segment)?;
    let factor = *segment.weights.multipliers.get(&id)?;
    #[expect(clippy::float_cmp, reason = "1 is what is meant where nothing is said")]
    let counts = factor != 1.0;
    counts.then(|| (factor, segment.name.get(seen.words.lang())))
}

/// The column of what amounts come to for the buyer shown, where that is something else: its head, and each amount.
type OfBuyer<'a> = Option<(String, Box<dyn Fn(f64) -> f64 + 'a>)>;

fn of_buyer(seen: Seen<'_>, leaf: Leaf) -> OfBuyer<'_> {
    let (factor, buyer) = multiplier(seen, leaf)?;
    let head = seen.words.with("scale-page-of-buyer", &[("buyer", buyer)]);
    Some((head, Box::new(move |y| factor * y + 0.0)))
}

fn curve_drawn(
    seen: Seen<'_>,
    leaf: Leaf,
    curve: &Curve,
    options: ScaleOptions,
) -> (crate::chart::Scene, crate::chart::Plot) {
    let Seen { comparison, words, .. } = seen;
    let tip = |name: &str, x: f64, y: f64| {
        let (level, worth) = (level_text(seen, leaf, x), worth_text(seen, y));
        words.with("scale-page-tip", &[("offer", name), ("level", &level), ("worth", &worth)])
    };
    let dots = on_it(seen, leaf).filter_map(|offer| {
        let x = level_of(comparison, leaf, offer)?;
        let y = curve.at(x);
        Some(Dot { x, y, color: offer.color, tip: tip(offer.name.get(words.lang()), x, y) })
    });
    let currency = comparison.header.currency;
    let money = |x: f64| format!("{}{}", currency.sign(), amount(currency, x));
    let x_label: &dyn Fn(f64) -> String = if leaf == Leaf::Ownership { &money } else { &number };
    let in_points = comparison.header.account == Account::Points;
    curve_scene(&Look {
        size: [options.width, HEIGHT],
        curve,
        in_points,
        goes_on: goes_on(comparison, leaf),
        ranges: options.ranges,
        dots: dots.take(DOTS_MAX).collect(),
        x_label,
        y_label: &number,
        x_title: x_title(seen, leaf),
        y_title: worth_head(seen),
        anchor: words.t("scale-page-anchor"),
    })
}

/// “Warranty (years)”; of a rating with the words for its ends.
fn x_title(seen: Seen<'_>, leaf: Leaf) -> String {
    let Seen { comparison, words, .. } = seen;
    let name = leaf_name(comparison, words, leaf);
    match criterion_of(comparison, leaf).map(|c| &c.scale) {
        Some(Scale::Measure { unit, .. }) if !unit.is_blank() => {
            words.with("scale-page-axis", &[("name", &name), ("unit", unit.get(words.lang()))])
        }
        Some(Scale::Rating { low_word, high_word, .. }) if !low_word.is_blank() && !high_word.is_blank() => {
            let [low, high] = [low_word, high_word].map(|word| word.get(words.lang()));
            words.with("scale-page-axis-words", &[("name", &name), ("low", low), ("high", high)])
        }
        _ => name,
    }
}

fn named_drawn(seen: Seen<'_>, leaf: Leaf, options: ScaleOptions) -> Option<(crate::chart::Scene, crate::chart::Plot)> {
    let Seen { comparison, words, .. } = seen;
    let Leaf::Criterion(id) = leaf else { return None };
    let Scale::Category { levels, .. } = &comparison.criterion(id)?.scale else { return None };
    let mut named: Vec<Named> = levels
        .iter()
        .map(|c| Named { name: c.name.get(words.lang()).to_owned(), y: c.points, dots: Vec::new() })
        .collect();
    for offer in on_it(seen, leaf).take(DOTS_MAX) {
        let Some(Level::Category(has)) = offer.levels.get(&id) else { continue };
        let Some(place) = levels.iter().position(|c| c.id == *has) else { continue };
        let (level, worth) = (named[place].name.clone(), worth_text(seen, named[place].y));
        let arguments = [("offer", offer.name.get(words.lang())), ("level", &level), ("worth", &worth)];
        named[place].dots.push((offer.color, words.with("scale-page-tip", &arguments)));
    }
    Some(named_scene(&NamedLook {
        size: [options.width, HEIGHT],
        in_points: comparison.header.account == Account::Points,
        levels: &named,
        range: options.ranges.map(|[_, y]| y),
        y_label: &number,
        y_title: worth_head(seen),
    }))
}

/// What control points and named levels are called in tables.
fn point_name(seen: Seen<'_>, index: usize, count: usize) -> String {
    let words = seen.words;
    match index {
        0 => words.t("scale-page-first-anchor"),
        i if i + 1 == count => words.t("scale-page-last-anchor"),
        i => words.with("scale-page-point", &[("at", &(i + 1).to_string())]),
    }
}

/// Name, level and worth, in words: control points or named levels, then offers.
fn table(seen: Seen<'_>, leaf: Leaf) -> Table {
    let Seen { comparison, words, .. } = seen;
    let of_buyer = of_buyer(seen, leaf);
    let row = |name: String, level: String, worth: Option<f64>| {
        let text = |y: Option<f64>| y.map_or_else(|| UNKNOWN.to_owned(), |y| worth_text(seen, y));
        let counts = of_buyer.as_ref().map(|(_, counts)| text(worth.map(counts)));
        [name, level, text(worth)].into_iter().chain(counts).collect::<Vec<String>>()
    };
    let head = [words.t("scale-page-what"), words.t("scale-level"), worth_head(seen)];
    let head = head.into_iter().chain(of_buyer.as_ref().map(|(head, _)| head.clone())).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    if let Some(curve) = curve_of(comparison, leaf) {
        let count = curve.points().len();
        let points = curve.points().iter().enumerate();
        rows.extend(points.map(|(i, [x, y])| row(point_name(seen, i, count), level_text(seen, leaf, *x), Some(*y))));
    }
    if let Some(Scale::Category { levels, .. }) = criterion_of(comparison, leaf).map(|c| &c.scale) {
        rows.extend(levels.iter().enumerate().map(|(i, c)| {
            let name = words.with("scale-page-named", &[("at", &(i + 1).to_string())]);
            row(name, c.name.get(words.lang()).to_owned(), Some(c.points))
        }));
    }
    rows.extend(offers(seen, leaf).map(|(name, level, worth)| row(name, level, worth)));
    Table { head, rows, more: String::new() }.cut(words)
}

/// Name, level in words and worth of every offer.
fn offers(seen: Seen<'_>, leaf: Leaf) -> impl Iterator<Item = (String, String, Option<f64>)> {
    let Seen { board, comparison, words } = seen;
    let index = board.compiled.index_of(leaf);
    comparison.offers.iter().enumerate().map(move |(o, offer)| {
        let worth = index.and_then(|l| board.compiled.worth(l, o));
        let level = match (leaf, level_of(comparison, leaf, offer)) {
            (_, Some(x)) => level_text(seen, leaf, x),
            (Leaf::Criterion(id), None) => {
                let level = offer.levels.get(&id).zip(comparison.scale(id));
                let input = level.map(|(l, scale)| words.level_input(scale, comparison.header.currency, *l));
                input.unwrap_or_else(|| UNKNOWN.to_owned())
            }
            (Leaf::Ownership, None) => UNKNOWN.to_owned(),
        };
        (offer.name.get(words.lang()).to_owned(), level, worth)
    })
}

/// The anchors, what lies beyond them, and whether 0 and 100 are reached.
fn sentences(seen: Seen<'_>, leaf: Leaf) -> Vec<String> {
    let Seen { comparison, words, .. } = seen;
    let in_points = comparison.header.account == Account::Points;
    let mut said = Vec::new();
    if let Some(curve) = curve_of(comparison, leaf).filter(|_| goes_on(comparison, leaf)) {
        let (low, high) = curve.anchors();
        let text = |x: f64| level_text(seen, leaf, x);
        let arguments = [("low", text(low)), ("high", text(high))];
        said.push(words.with(beyond_key(curve.beyond()), &arguments.each_ref().map(|(k, v)| (*k, v.as_str()))));
        let is_outside = |o: &&crate::model::Offer| level_of(comparison, leaf, o).is_some_and(|x| curve.is_outside(x));
        let outside = on_it(seen, leaf).filter(is_outside);
        let names: Vec<String> = outside.take(NAMES_MAX).map(|o| o.name.get(words.lang()).to_owned()).collect();
        if !names.is_empty() {
            said.push(words.with("scale-page-outside", &[("offers", &words.list(&names))]));
        }
        let misses = criterion_of(comparison, leaf).is_some_and(|c| c.scale.misses_an_end());
        let misses = misses || leaf == Leaf::Ownership && comparison.header.ownership.misses_an_end();
        if in_points && misses {
            said.push(words.t("scale-misses-an-end"));
        }
    } else if in_points && criterion_of(comparison, leaf).is_some_and(|c| c.scale.misses_an_end()) {
        said.push(words.t("scale-misses-an-end"));
    }
    if let Some(Scale::Rating { .. }) = criterion_of(comparison, leaf).map(|c| &c.scale) {
        said.push(words.t("scale-rating-hint"));
    }
    said.extend(
        multiplier(seen, leaf).map(|(factor, buyer)| {
            words.with("scale-page-multiplied", &[("buyer", buyer), ("factor", &number(factor))])
        }),
    );
    said
}

/// Control points or named levels, then every offer, at full precision.
pub(super) fn scale_data(seen: Seen<'_>, options: ScaleOptions) -> Rows {
    let Seen { board, comparison, words } = seen;
    let Some(leaf) = options.leaf else { return Rows::new() };
    let of_buyer = of_buyer(seen, leaf);
    let row = |name: String, level: String, worth: Option<f64>| {
        let text = |y: Option<f64>| y.map_or_else(String::new, exact);
        let counts = of_buyer.as_ref().map(|(_, counts)| text(worth.map(counts)));
        [name, level, text(worth)].into_iter().chain(counts).collect::<Vec<String>>()
    };
    let head = [words.t("scale-page-what"), x_title(seen, leaf), worth_head(seen)];
    let mut rows = vec![head.into_iter().chain(of_buyer.as_ref().map(|(head, _)| head.clone())).collect()];
    if let Some(curve) = curve_of(comparison, leaf) {
        let count = curve.points().len();
        let points = curve.points().iter().enumerate();
        rows.extend(points.map(|(i, [x, y])| row(point_name(seen, i, count), exact(*x), Some(*y))));
    }
    if let Some(Scale::Category { levels, .. }) = criterion_of(comparison, leaf).map(|c| &c.scale) {
        rows.extend(levels.iter().enumerate().map(|(i, c)| {
            let name = words.with("scale-page-named", &[("at", &(i + 1).to_string())]);
            row(name, c.name.get(words.lang()).to_owned(), Some(c.points))
        }));
    }
    let index = board.compiled.index_of(leaf);
    rows.extend(offers(seen, leaf).enumerate().map(|(o, (name, level, _))| {
        let offer = &comparison.offers[o];
        let level = level_of(comparison, leaf, offer).map_or(level, exact);
        row(name, level, index.and_then(|l| board.compiled.worth(l, o)))
    }));
    rows
}
