//! Edits that fit a scale to what there is, and weights to a scale.

use super::EditError;
use super::answers::{emphasis_set_by_hand, set_by_hand};
use super::criteria::set_scale;
use super::draft::Draft;
use super::rules::check_ownership;
use crate::model::comparison::{Account, Comparison, Segment};
use crate::model::curve::Curve;
use crate::model::dimension::Side;
use crate::model::id::SegmentId;
use crate::model::ranges::{range_of_scale, record, reweigh};
use crate::model::scale::{Category, Scale};
use crate::model::weights::{Leaf, WeightSet};

/// Points that a whole scale spans.
const WHOLE: f64 = 100.0;

/// What spreading took from the points of a scale: from y points to (y − low)/span · 100.
#[derive(Clone, Copy)]
struct Taken {
    low: f64,
    span: f64,
}

impl Taken {
    const NOTHING: Self = Self { low: 0.0, span: WHOLE };
}

/// Moves the anchors of a scale, then spreads its points over 0…100; in a money account the amounts stay.
///
/// Where trade-offs are kept, the weight takes up what the points lost: with `span` points of the old scale between the
/// new anchors, one new point is worth `span`/100 old ones; the CDV of buying nothing goes along with those of the offers.
/// The weights then hold for the new range either way.
pub(super) fn fit_scale(
    draft: &mut Draft<'_>,
    leaf: Leaf,
    anchors: Option<[f64; 2]>,
    keep_trade_offs: bool,
) -> Result<(), EditError> {
    let base = draft.base;
    let in_points = base.header.account == Account::Points;
    let (taken, range) = match leaf {
        Leaf::Ownership => {
            let (curve, taken) = fitted(&base.header.ownership.curve, anchors, in_points)?;
            let range = curve.anchors().into();
            draft.header().ownership.curve = curve;
            check_ownership(&draft.header().ownership)?;
            (taken, Some(range))
        }
        Leaf::Criterion(id) => {
            let (scale, taken) = match &base.criterion(id).ok_or(EditError::Gone)?.scale {
                Scale::Measure { unit, curve } => {
                    let (curve, taken) = fitted(curve, anchors, in_points)?;
                    (Scale::Measure { unit: unit.clone(), curve }, taken)
                }
                Scale::Category { levels, random_index } if in_points => {
                    let (levels, taken) = spread_levels(levels);
                    (Scale::Category { levels, random_index: random_index.clone() }, taken)
                }
                // Has no anchors to move, and reaches both ends.
                scale => (scale.clone(), Taken::NOTHING),
            };
            set_scale(draft, id, &scale)?;
            (taken, range_of_scale(&scale))
        }
    };
    if !in_points {
        return Ok(());
    }
    for segment in &base.segments {
        let segment = draft.segment(segment.id)?;
        if keep_trade_offs {
            lower(segment, base, leaf, taken.low);
            follow(segment, base, leaf, taken.span / WHOLE)?;
        }
        if let (Some(given), Some(range)) = (segment.given_for.get_mut(&leaf), range) {
            *given = range;
        }
    }
    Ok(())
}

/// Takes from the CDV of buying nothing what every offer loses when each level of a leaf has `low` points less: g·low
/// with g the effective weight, and on the cost side, where less is better, −λ·g·low.
fn lower(segment: &mut Segment, base: &Comparison, leaf: Leaf, low: f64) {
    let (Some(cdv), Some(dimension)) = (segment.buys_nothing, base.dimension_of(leaf)) else { return };
    let lost = segment.weights.dimension(dimension).share * segment.weights.leaf(leaf).share * low;
    let moved = match dimension.side() {
        Side::Value => cdv - lost,
        Side::Cost => cdv + segment.cost_emphasis * lost,
    };
    segment.buys_nothing = Some(moved.clamp(-Segment::NUMBER_MAX, Segment::NUMBER_MAX));
}

/// Moves the weights of a leaf and of its dimension; where that moves any, they come from no method any more.
fn follow(segment: &mut Segment, base: &Comparison, leaf: Leaf, factor: f64) -> Result<(), EditError> {
    let (before, emphasis) = (segment.weights.clone(), segment.cost_emphasis.to_bits());
    reweigh(segment, base, leaf, factor)?;
    if emphasis != segment.cost_emphasis.to_bits() {
        emphasis_set_by_hand(segment);
    }
    if let Some(dimension) = base.dimension_of(leaf).filter(|_| before != segment.weights) {
        set_by_hand(segment, WeightSet::Dimension(dimension));
        set_by_hand(segment, WeightSet::Side(dimension.side()));
    }
    Ok(())
}

/// The curve between the anchors, its points spread over 0…100, and what that took from them.
fn fitted(curve: &Curve, anchors: Option<[f64; 2]>, in_points: bool) -> Result<(Curve, Taken), EditError> {
    let moved = anchors.map_or_else(|| Ok(curve.clone()), |[low, high]| curve.between(low, high))?;
    if !in_points {
        return Ok((moved, Taken::NOTHING));
    }
    let (spread, span) = moved.spread();
    // Nothing where it stayed as it was; what was spread begins at 0.
    let low = moved.y_range()[0] - spread.y_range()[0];
    Ok((spread, Taken { low, span }))
}

/// Named levels with their points spread over 0…100, and what that took from them.
fn spread_levels(levels: &[Category]) -> (Vec<Category>, Taken) {
    let (low, high) = levels.iter().fold((f64::MAX, f64::MIN), |(l, h), c| (l.min(c.points), h.max(c.points)));
    let span = high - low;
    if span <= 0.0 {
        return (levels.to_vec(), Taken::NOTHING);
    }
    let spread = |c: &Category| Category { points: ((c.points - low) / span * WHOLE).clamp(0.0, WHOLE), ..c.clone() };
    (levels.iter().map(spread).collect(), Taken { low, span })
}

/// Says that a weight holds for the range that its scale has now; where trade-offs are kept, after moving it so that a
/// step of a level is worth what it was.
pub(super) fn confirm_range(
    draft: &mut Draft<'_>,
    segment: SegmentId,
    leaf: Leaf,
    keep_trade_offs: bool,
) -> Result<(), EditError> {
    let base = draft.base;
    let now = base.segment(segment).ok_or(EditError::Gone)?;
    let factor = base.worth_of_point(now, leaf);
    base.range_of(leaf).ok_or(EditError::Gone)?;
    let segment = draft.segment(segment)?;
    if let Some(factor) = factor.filter(|_| keep_trade_offs) {
        follow(segment, base, leaf, factor)?;
    }
    record(segment, base, leaf);
    Ok(())
}
