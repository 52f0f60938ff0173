//! The words around the kinds of buyers: one row for each, and what the one shown multiplies.

use super::panels::{buyers_table, caveat, panels_scene};
use super::{BuyersOptions, delivered, segment_name};
use crate::board::figures::charts::{dimension_name, used_dimensions};
use crate::board::figures::lines::names;
use crate::board::figures::{Figure, Seen};
use crate::model::{Account, CriterionId, Dimension, Segment, SegmentId, Side};
use crate::value::Segments;
use crate::words::{decimal_input, percent};

/// The words around the kinds of buyers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BuyerLines {
    /// One row for each, in order.
    pub rows: Vec<BuyerRow>,
    /// The small pictures, each of which shows its buyer.
    pub spots: Vec<BuyerSpot>,
    /// What a mean over buyers means, and what not; empty where there is one buyer.
    pub caveat: String,
    /// What the buyer shown multiplies; empty in a points account.
    pub multipliers: Vec<MultiplierRow>,
}

/// One kind of buyer in words.
#[derive(Clone, Debug, PartialEq)]
pub struct BuyerRow {
    /// Which one.
    pub id: SegmentId,
    /// Its name.
    pub name: String,
    /// True for the one that the whole window shows.
    pub shown: bool,
    /// Its size, as it is put into an input.
    pub size: String,
    /// Its part of all buyers; empty where it stands outside the mean.
    pub part: String,
    /// λ, as it is put into an input; empty in a money account.
    pub emphasis: String,
    /// μ, as it is put into an input.
    pub sharpness: String,
    /// CDV of buying nothing, as it is put into an input; empty where everybody buys.
    pub nothing: String,
    /// Weights of the dimensions of each side; empty in a money account.
    pub strips: Vec<Vec<BuyerStrip>>,
    /// The weights for screen readers.
    pub weights: String,
    /// Which offer is best for it.
    pub best: String,
}

/// The weight of a dimension as a part of a strip.
#[derive(Clone, Debug, PartialEq)]
pub struct BuyerStrip {
    /// Which dimension.
    pub dimension: Dimension,
    /// Its share of its side, 0…1.
    pub part: f32,
    /// “Product 40%”.
    pub tip: String,
}

/// A small picture that can be clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct BuyerSpot {
    /// Left, top, width, height, in the coordinates of the scene.
    pub rect: [f32; 4],
    /// Whose it is.
    pub segment: SegmentId,
    /// What a click does, in words.
    pub label: String,
}

/// What a buyer multiplies a criterion's amount by.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplierRow {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Its name.
    pub name: String,
    /// The multiplier, as it is put into an input.
    pub factor: String,
}

/// CDV of every offer for every buyer as small multiples, with a row for each buyer.
pub(in crate::board) fn buyers_figure(seen: Seen<'_>, options: BuyersOptions) -> Figure {
    let Seen { board, comparison, words } = seen;
    let segments = delivered(seen);
    let rows = comparison.segments.iter().enumerate().map(|(i, s)| row(seen, &segments, i, s)).collect();
    let mut figure = Figure { title: words.t("buyers-title"), ..Figure::default() };
    figure.buyers.rows = rows;
    if comparison.header.account == Account::Money {
        figure.buyers.multipliers = comparison.segment(board.segment).map(|s| multipliers(seen, s)).unwrap_or_default();
    }
    if board.compiled.offers() == 0 {
        figure.remark = words.t("chart-empty");
        return figure;
    }
    figure.table = buyers_table(seen, &segments);
    figure.summary = figure.table.in_words();
    figure.buyers.caveat = caveat(seen);
    let (scene, spots) = panels_scene(seen, &segments, options.width);
    (figure.scene, figure.buyers.spots) = (scene, spots);
    figure
}

fn row(seen: Seen<'_>, segments: &Segments, index: usize, segment: &Segment) -> BuyerRow {
    let Seen { board, comparison, words } = seen;
    let in_points = comparison.header.account == Account::Points;
    let strips = if in_points { strips(seen, segment) } else { Vec::new() };
    let weights: Vec<String> = strips.iter().flatten().map(|s| s.tip.clone()).collect();
    let best = segments.all().get(index).map(|s| s.best.as_slice()).unwrap_or_default();
    BuyerRow {
        id: segment.id,
        name: segment_name(seen, segment).to_owned(),
        shown: segment.id == board.segment,
        size: decimal_input(segment.size),
        part: segments.part(index).map(percent).unwrap_or_default(),
        emphasis: if in_points { decimal_input(segment.cost_emphasis) } else { String::new() },
        sharpness: decimal_input(segment.sharpness),
        nothing: segment.buys_nothing.map(decimal_input).unwrap_or_default(),
        weights: words.with(
            "buyers-weights",
            &[("name", segment_name(seen, segment)), ("weights", &weights.join(&words.t("list-separator")))],
        ),
        strips,
        best: if best.is_empty() {
            words.t("chart-empty")
        } else {
            words.with("buyers-best", &[("offers", &names(seen, best))])
        },
    }
}

fn strips(seen: Seen<'_>, segment: &Segment) -> Vec<Vec<BuyerStrip>> {
    let used = used_dimensions(seen.board);
    let strip = |dimension: &Dimension| {
        let share = segment.weights.dimension(*dimension).share;
        let name = dimension_name(seen.comparison, *dimension, seen.words);
        #[expect(clippy::cast_possible_truncation, reason = "a part of a strip of some hundred pixels")]
        let part = share as f32;
        BuyerStrip { dimension: *dimension, part, tip: format!("{name} {}", percent(share)) }
    };
    Side::ALL.map(|side| used.iter().filter(|d| d.side() == side).map(strip).collect()).into()
}

fn multipliers(seen: Seen<'_>, segment: &Segment) -> Vec<MultiplierRow> {
    let criteria = seen.comparison.criteria.iter().filter(|c| !c.scale.is_money());
    let row = |c: &crate::model::Criterion| MultiplierRow {
        criterion: c.id,
        name: c.name.get(seen.words.lang()).to_owned(),
        factor: decimal_input(segment.weights.multipliers.get(&c.id).copied().unwrap_or(1.0)),
    };
    criteria.map(row).collect()
}
