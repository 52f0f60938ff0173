//! How many points a swing spans.

use crate::model::{Comparison, Dimension, Item, Leaf, Level, Scale, Segment, Side};
use crate::value::compile::scale_worth;
use crate::value::elicit::Swing;

/// The points between two levels of an item as its scale is today; between its worst and best level where none are
/// given, all criteria of a dimension, or of a side, moving together: Σ share · span.
#[must_use]
pub fn current_span(comparison: &Comparison, segment: &Segment, item: Item, levels: Option<[Level; 2]>) -> f64 {
    match item {
        Item::Leaf(leaf) => leaf_span(comparison, leaf, levels).unwrap_or(0.0),
        Item::Dimension(dimension) => dimension_span(comparison, segment, dimension),
        Item::Side(side) => side_span(comparison, segment, side),
    }
}

fn dimension_span(comparison: &Comparison, segment: &Segment, dimension: Dimension) -> f64 {
    let leaves = comparison.leaves_of(dimension).into_iter();
    leaves.map(|leaf| segment.weights.leaf(leaf).share * leaf_span(comparison, leaf, None).unwrap_or(0.0)).sum()
}

fn side_span(comparison: &Comparison, segment: &Segment, side: Side) -> f64 {
    let dimensions = side.dimensions().into_iter();
    dimensions.map(|d| segment.weights.dimension(d).share * dimension_span(comparison, segment, d)).sum()
}

fn leaf_span(comparison: &Comparison, leaf: Leaf, levels: Option<[Level; 2]>) -> Option<f64> {
    let levels = levels.or_else(|| whole_levels(comparison, leaf))?;
    let [from, to] = levels.map(|level| points(comparison, leaf, level));
    Some((to? - from?).abs())
}

/// Points of a level of a leaf; an amount is the total cost of ownership.
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn points(comparison: &Comparison, leaf: Leaf, level: Level) -> Option<f64> {
    match (leaf, level) {
        (Leaf::Ownership, Level::Money(minor)) => Some(comparison.header.ownership.curve.at(minor as f64)),
        (Leaf::Ownership, _) => None,
        (Leaf::Criterion(id), level) => scale_worth(&comparison.criterion(id)?.scale, level),
    }
}

/// The worst and the best level of a leaf: where its scale is farthest from what the buyer wants, and nearest.
///
/// Of levels with the same points the first is taken.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "whole minor units, far below 2^63")]
pub fn whole_levels(comparison: &Comparison, leaf: Leaf) -> Option<[Level; 2]> {
    let (side, levels): (Side, Vec<(Level, f64)>) = match leaf {
        Leaf::Ownership => {
            let points = comparison.header.ownership.curve.points().iter();
            (Side::Cost, points.map(|p| (Level::Money(p[0].round() as i64), p[1])).collect())
        }
        Leaf::Criterion(id) => {
            let criterion = comparison.criterion(id)?;
            let levels = match &criterion.scale {
                Scale::Rating { low, high, .. } => vec![(Level::Number(*low), 0.0), (Level::Number(*high), 100.0)],
                Scale::Measure { curve, .. } => curve.points().iter().map(|p| (Level::Number(p[0]), p[1])).collect(),
                Scale::Category { levels, .. } => levels.iter().map(|c| (Level::Category(c.id), c.points)).collect(),
                Scale::Money { .. } => return None,
            };
            (criterion.dimension.side(), levels)
        }
    };
    let extreme = |is_beyond: fn(f64, f64) -> bool| {
        levels.iter().copied().reduce(|a, b| if is_beyond(b.1, a.1) { b } else { a }).map(|(level, _)| level)
    };
    let (least, most) = (extreme(|b, a| b < a)?, extreme(|b, a| b > a)?);
    Some(match side {
        Side::Value => [least, most],
        Side::Cost => [most, least],
    })
}

/// A stretch of the money scale: an amount in units of currency, and the points that it spans.
///
/// The whole scale, or, where it is curved, one unit of currency at the total cost `at` (in minor units). `None` without
/// money criteria, or where the scale is flat.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
pub fn money_stretch(comparison: &Comparison, at: Option<i64>) -> Option<Swing> {
    comparison.money_criteria().next()?;
    let (currency, curve) = (comparison.header.currency, &comparison.header.ownership.curve);
    let [low, high] = match at {
        Some(minor) => {
            // A unit to either side, so that at a kink both slopes count.
            let unit = currency.minor_per_unit() as f64;
            [minor as f64 - unit, minor as f64 + unit]
        }
        None => [curve.anchors().0, curve.anchors().1],
    };
    let span = curve.at(high) - curve.at(low);
    (span > 0.0).then(|| Swing { worth: currency.units(high - low), span })
}
