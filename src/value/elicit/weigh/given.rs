//! From weights of items to the shares that are written.

use super::{WeighError, side_of};
use crate::model::{Comparison, Dimension, Given, Item, Leaf, Member, Scope, Segment, Share, Side, WeightSet};
use crate::value::elicit::ElicitError;

/// The shares, and λ, that put `weights` of the `items` of a scope into a segment's sets.
///
/// Weights of all leaves of a side make dimensions of what their leaves sum to, and leaves of their part in that;
/// within a dimension that weighs nothing the shares stay as they are. Locks are opened: a lock holds a weight
/// against its siblings' sliders, not against an answer.
///
/// # Errors
/// Nothing on the value side, so that λ has no value, or λ beyond [`Segment::COST_EMPHASIS_MAX`].
pub fn given(
    comparison: &Comparison,
    segment: &Segment,
    scope: Scope,
    items: &[Item],
    weights: &[f64],
) -> Result<Given, WeighError> {
    let weight = |item: Item| items.iter().zip(weights).find(|(named, _)| **named == item).map_or(0.0, |(_, w)| *w);
    let mut given = Given::default();
    match scope {
        Scope::Dimensions(side) => given.sets.push(set_of(comparison, WeightSet::Side(side), &weight)),
        Scope::Criteria(dimension) => given.sets.push(set_of(comparison, WeightSet::Dimension(dimension), &weight)),
        Scope::Side(side) => put_side(comparison, segment, side, &weight, &mut given),
        Scope::Both | Scope::Sides => {
            let total = |side: Side| -> f64 {
                let on_side = |item: &Item| side_of(comparison, *item) == Some(side);
                items.iter().zip(weights).filter(|(item, _)| on_side(item)).map(|(_, w)| w).sum()
            };
            let [value, cost] = Side::ALL.map(total);
            let has_both = Side::ALL.iter().all(|side| items.iter().any(|i| side_of(comparison, *i) == Some(*side)));
            if has_both {
                let emphasis = cost / value;
                if value <= 0.0 {
                    return Err(ElicitError::NoValueWorth.into());
                }
                if !(0.0..=Segment::COST_EMPHASIS_MAX).contains(&emphasis) {
                    return Err(WeighError::CostEmphasis);
                }
                given.cost_emphasis = Some(emphasis);
            }
            if scope == Scope::Both {
                for side in Side::ALL {
                    put_side(comparison, segment, side, &weight, &mut given);
                }
            }
        }
    }
    Ok(given)
}

fn open(share: f64) -> Share {
    Share { share, locked: false }
}

fn set_of(comparison: &Comparison, set: WeightSet, weight: &impl Fn(Item) -> f64) -> (WeightSet, Vec<(Member, Share)>) {
    let members = comparison.members(set).into_iter();
    (set, members.map(|member| (member, open(weight(Item::from(member))))).collect())
}

/// The sets of a side from its leaves; a side that weighs nothing stays as it is.
fn put_side(comparison: &Comparison, segment: &Segment, side: Side, weight: &impl Fn(Item) -> f64, given: &mut Given) {
    let of_dimension =
        |d: Dimension| -> f64 { comparison.leaves_of(d).into_iter().map(|leaf| weight(Item::Leaf(leaf))).sum() };
    let total: f64 = side.dimensions().into_iter().map(of_dimension).sum();
    if total <= 0.0 {
        return;
    }
    let dimensions = |item: Item| match item {
        Item::Dimension(dimension) => of_dimension(dimension) / total,
        Item::Side(_) | Item::Leaf(_) => 0.0,
    };
    given.sets.push(set_of(comparison, WeightSet::Side(side), &dimensions));
    for dimension in side.dimensions() {
        let own = of_dimension(dimension);
        let leaf_share = |leaf: Leaf| {
            if own > 0.0 { weight(Item::Leaf(leaf)) / own } else { segment.weights.leaf(leaf).share }
        };
        let leaves = comparison.leaves_of(dimension).into_iter();
        let shares: Vec<(Member, Share)> = leaves.map(|l| (Member::Leaf(l), open(leaf_share(l)))).collect();
        if !shares.is_empty() {
            given.sets.push((WeightSet::Dimension(dimension), shares));
        }
    }
}
