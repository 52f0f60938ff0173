//! What weights are worth in money.

use super::span::{current_span, money_stretch};
use crate::model::{Account, Comparison, Dimension, Item, Leaf, Segment, Side};
use crate::value::elicit::{Sides, money_equivalents};

/// Weights as amounts of money.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyWorths {
    /// Of one point of CDV, in units of currency.
    pub delivered: f64,
    /// Of each item's whole swing from its worst to its best level, in units of currency.
    pub swings: Vec<f64>,
}

/// What one point of CDV, and the whole swing of each item, is worth in money by the weights in force.
///
/// A leaf's swing is worth k · g · span, on the cost side times λ, where k is the worth of a point of CDV
/// ([`money_equivalents`]) and span the points between its worst and best level; a dimension's is the sum over its
/// leaves. `at` is the total cost, in minor units, at which a curved money scale's slope is taken.
///
/// `None` where money has no weight, or its scale no slope there.
#[must_use]
pub fn money_worths(
    comparison: &Comparison,
    segment: &Segment,
    items: &[Item],
    at: Option<i64>,
) -> Option<MoneyWorths> {
    if comparison.header.account == Account::Money {
        return None;
    }
    let money = money_stretch(comparison, at)?;
    let leaves = |side: Side| {
        let dimensions = side.dimensions().into_iter();
        dimensions.flat_map(|d| comparison.leaves_of(d).into_iter().map(move |leaf| (d, leaf)))
    };
    let weight = |(d, leaf): (Dimension, Leaf)| segment.weights.dimension(d).share * segment.weights.leaf(leaf).share;
    let sides = Sides {
        value: leaves(Side::Value).map(weight).collect(),
        cost: leaves(Side::Cost).map(weight).collect(),
        cost_emphasis: segment.cost_emphasis,
    };
    let place = leaves(Side::Cost).position(|(_, leaf)| leaf == Leaf::Ownership)?;
    let found = money_equivalents(&sides, place, money).ok()?;
    let of_side = |side: Side| if side == Side::Cost { segment.cost_emphasis } else { 1.0 };
    let factor = |item: Item| match item {
        Item::Side(side) => of_side(side),
        Item::Dimension(dimension) => of_side(dimension.side()) * segment.weights.dimension(dimension).share,
        Item::Leaf(leaf) => {
            let dimension = Dimension::ALL.into_iter().find(|d| comparison.leaves_of(*d).contains(&leaf));
            dimension.map_or(0.0, |d| of_side(d.side()) * weight((d, leaf)))
        }
    };
    let worth = |item: &Item| found.delivered * factor(*item) * current_span(comparison, segment, *item, None);
    Some(MoneyWorths { delivered: found.delivered, swings: items.iter().map(worth).collect() })
}
