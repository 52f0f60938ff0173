//! The ranges of scales that weights were given for, and weights that follow a range.
//!
//! A weight says what the whole of a scale is worth, 0…100 points. Where the scale then runs over another range, the
//! same weight says something else (range sensitivity: Keeney and Raiffa 1976, *Decisions with Multiple Objectives*,
//! ch. 3; von Winterfeldt and Edwards 1986, *Decision Analysis and Behavioral Research*, ch. 8). So the range is kept
//! with the weight.

use std::collections::BTreeMap;

use super::comparison::{Account, Comparison, Segment};
use super::curve::Curve;
use super::dimension::{Dimension, Side};
use super::edit::EditError;
use super::scale::Scale;
use super::weights::{Leaf, Share, WeightSet};

/// Ranges of scales by leaf, as [`Comparison::range_of`] gives them.
pub type Ranges = BTreeMap<Leaf, [f64; 2]>;

/// Ranges that differ by less than this part of their width are the same: rounding of a stretched scale.
const SAME: f64 = 1e-9;

impl Comparison {
    /// The range that a scale runs over: the anchors of a measure, the bounds of a rating, the anchors of the money
    /// scale in minor units; of named levels the least and the most points that any of them has.
    ///
    /// `None` for a leaf that is not there, and for money in a money account, which has no scale.
    #[must_use]
    pub fn range_of(&self, leaf: Leaf) -> Option<[f64; 2]> {
        match leaf {
            Leaf::Ownership => {
                let has_money = self.header.account == Account::Points && self.money_criteria().next().is_some();
                has_money.then(|| self.header.ownership.curve.anchors().into())
            }
            Leaf::Criterion(id) => range_of_scale(&self.criterion(id)?.scale),
        }
    }

    /// True for a leaf that is there.
    #[must_use]
    pub fn has_leaf(&self, leaf: Leaf) -> bool {
        match leaf {
            Leaf::Ownership => self.money_criteria().next().is_some(),
            Leaf::Criterion(id) => self.criterion(id).is_some_and(|c| !c.scale.is_money()),
        }
    }

    /// The dimension that a leaf stands under.
    #[must_use]
    pub fn dimension_of(&self, leaf: Leaf) -> Option<Dimension> {
        match leaf {
            Leaf::Ownership => Some(Dimension::Monetary),
            Leaf::Criterion(id) => self.criterion(id).map(|c| c.dimension),
        }
    }

    /// The range that a leaf's weight was given for, where its scale now runs over another one.
    #[must_use]
    pub fn outdated_range(&self, segment: &Segment, leaf: Leaf) -> Option<[f64; 2]> {
        if self.header.account == Account::Money {
            return None;
        }
        let (given, now) = (*segment.given_for.get(&leaf)?, self.range_of(leaf)?);
        let grain = SAME * (now[1] - now[0]).abs().max((given[1] - given[0]).abs());
        let differs = (0..2).any(|end| (given[end] - now[end]).abs() > grain);
        differs.then_some(given)
    }

    /// What one point of a leaf's scale is worth now against one of the scale that its weight was given for, if a step
    /// of a level shall be worth what it was: (width now) ÷ (width then).
    ///
    /// A scale over twice the width gives half the points for the same step, so each point is worth twice as much. Of
    /// named levels the range is in points, so it is the other way round: what once spanned 100 points and now spans 50
    /// is worth twice as much by the point. A curve that is not straight is taken by its mean slope.
    ///
    /// `None` where one of the two has no width, or nothing changed.
    #[must_use]
    pub fn worth_of_point(&self, segment: &Segment, leaf: Leaf) -> Option<f64> {
        let (given, now) = (self.outdated_range(segment, leaf)?, self.range_of(leaf)?);
        let widening = (now[1] - now[0]) / (given[1] - given[0]);
        let factor = if self.is_in_points(leaf) { widening.recip() } else { widening };
        (factor.is_finite() && factor > 0.0).then_some(factor)
    }

    /// True where the range of a leaf is one of points: it has named levels.
    fn is_in_points(&self, leaf: Leaf) -> bool {
        let Leaf::Criterion(id) = leaf else { return false };
        self.criterion(id).is_some_and(|c| matches!(c.scale, Scale::Category { .. }))
    }
}

/// See [`Comparison::range_of`].
pub(super) fn range_of_scale(scale: &Scale) -> Option<[f64; 2]> {
    match scale {
        Scale::Rating { low, high, .. } => Some([*low, *high]),
        Scale::Measure { curve, .. } => Some(curve.anchors().into()),
        Scale::Category { levels, .. } => {
            let points = || levels.iter().map(|l| l.points);
            Some([points().fold(f64::INFINITY, f64::min), points().fold(f64::NEG_INFINITY, f64::max)])
        }
        Scale::Money { .. } => None,
    }
}

/// True where a range of one of the scales says nothing about the other: levels against points of named levels, or money.
pub(super) fn is_other_range(one: &Scale, other: &Scale) -> bool {
    let named = |scale: &Scale| matches!(scale, Scale::Category { .. });
    named(one) != named(other) || one.is_money() != other.is_money()
}

impl Segment {
    /// Brings weights, and the ranges that they were given for, in line with the leaves that there are.
    pub(super) fn conform(&mut self, leaves_of: &[Vec<Leaf>; 8]) {
        self.weights.conform(leaves_of);
        self.given_for.retain(|leaf, _| leaves_of.iter().any(|leaves| leaves.contains(leaf)));
    }
}

/// Notes that the weights of a set were given for the ranges that the scales of `of` have now.
///
/// The weights of a dimension's criteria rest on the ranges of these criteria. The weights of a side rest on those of
/// all its criteria, but who moves a dimension has not thought again about the shares within it: so a criterion that
/// has siblings keeps the range that those shares were given for, where there is one.
pub fn record_ranges(segment: &mut Segment, set: WeightSet, of: &Comparison) {
    if of.header.account == Account::Money {
        return;
    }
    match set {
        WeightSet::Dimension(dimension) => {
            for leaf in of.leaves_of(dimension) {
                record(segment, of, leaf);
            }
        }
        WeightSet::Side(side) => {
            for dimension in side.dimensions() {
                let leaves = of.leaves_of(dimension);
                for &leaf in &leaves {
                    if leaves.len() == 1 || !segment.given_for.contains_key(&leaf) {
                        record(segment, of, leaf);
                    }
                }
            }
        }
    }
}

/// Notes that the weight of one leaf holds for the range that its scale has now.
pub(super) fn record(segment: &mut Segment, of: &Comparison, leaf: Leaf) {
    if let Some(range) = of.range_of(leaf) {
        segment.given_for.insert(leaf, range);
    }
}

/// True for a range that can be kept.
pub(super) fn is_range(range: [f64; 2]) -> bool {
    range[0] <= range[1] && range.iter().all(|x| x.abs() <= Curve::MAX_ABS)
}

/// Makes one point of a leaf's scale worth `factor` (> 0) times as much as it was, all other worths being kept.
///
/// With g the leaf's effective weight and S = 1 + g·(factor − 1) the effective weights of its side become
/// factor·g/S, and g′/S for the others: the leaf's share within its dimension, and the dimension's within its side,
/// are moved so. What is left to keep is the side against the other one: λ/S for a leaf of value, λ·S for one of
/// cost. So all CDVs, that of buying nothing too, are divided by S on the value side, where sharpness is multiplied by
/// S, and stay on the cost side.
///
/// # Errors
/// [`EditError::CostEmphasis`] where λ would leave its range.
pub(super) fn reweigh(segment: &mut Segment, of: &Comparison, leaf: Leaf, factor: f64) -> Result<(), EditError> {
    let dimension = of.dimension_of(leaf).ok_or(EditError::Gone)?;
    let weights = &mut segment.weights;
    let leaves = of.leaves_of(dimension);
    let raw = |share: Share, moves: bool, by: f64| if moves { share.share * by } else { share.share };
    let within: f64 = leaves.iter().map(|&l| raw(weights.leaf(l), l == leaf, factor)).sum();
    let side = dimension.side();
    let on_side: f64 = side.dimensions().iter().map(|&d| raw(weights.dimension(d), d == dimension, within)).sum();
    let is_number = |x: f64| x.is_finite() && x > 0.0;
    if !is_number(within) || !is_number(on_side) {
        return Err(EditError::WeightSum);
    }
    let cost_emphasis = match side {
        Side::Value => segment.cost_emphasis / on_side,
        Side::Cost => segment.cost_emphasis * on_side,
    };
    if !(0.0..=Segment::COST_EMPHASIS_MAX).contains(&cost_emphasis) {
        return Err(EditError::CostEmphasis);
    }
    for l in leaves {
        let share = weights.leaf(l);
        weights.leaves.insert(l, Share { share: raw(share, l == leaf, factor) / within, ..share });
    }
    for d in side.dimensions() {
        let share = weights.dimension(d);
        weights.dimensions[d.index()] = Share { share: raw(share, d == dimension, within) / on_side, ..share };
    }
    segment.cost_emphasis = cost_emphasis;
    if side == Side::Value {
        segment.sharpness = (segment.sharpness * on_side).min(Segment::NUMBER_MAX);
        let most = Segment::NUMBER_MAX;
        segment.buys_nothing = segment.buys_nothing.map(|cdv| (cdv / on_side).clamp(-most, most));
    }
    Ok(())
}
