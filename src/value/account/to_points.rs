//! From money to points.

use super::{Rate, Refused, Terms, in_range, mapped, weighed};
use crate::model::{
    AMOUNT_MAX_MINOR, Account, Comparison, CriterionId, Curve, Dimension, Leaf, Member, Scale, Segment, Share, Side,
    money_line,
};
use crate::value::Compiled;
use crate::value::elicit::{ElicitError, Sides};

/// Where a money scale for these offers goes from 0 to 100 points, in units of currency.
///
/// The anchors that the comparison has had before, where every total cost lies between them; else the total costs
/// rounded outward, to a power of ten that is not larger than what they span (or a tenth of the highest, if that is
/// more). Without offers as before.
#[must_use]
pub fn money_anchors(comparison: &Comparison) -> [f64; 2] {
    let header = &comparison.header;
    let cost = comparison.ownership_costs();
    let costs = comparison.offers.iter().filter_map(cost).map(|minor| header.currency.units(minor));
    let (low, high) = costs.fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)));
    let (from, to) = header.ownership.curve.anchors();
    let kept = [from, to].map(|minor| header.currency.units(minor));
    if low > high || kept[0] <= low && high <= kept[1] {
        return kept;
    }
    // At least some amount, so that one offer makes a scale too.
    let size = (high - low).max(high.abs() / 10.0).max(1.0);
    let step = 10.0_f64.powf(size.log10().floor());
    let [low, high] = [(low / step).floor() * step, (high / step).ceil() * step];
    [low, if high > low { high } else { low + step }]
}

/// The money scale that was stated, or that fits.
pub(super) fn terms(comparison: &Comparison, stated: Option<[f64; 2]>) -> Result<Terms, Refused> {
    let anchors = stated.unwrap_or_else(|| money_anchors(comparison));
    money_curve(comparison, anchors)?;
    Ok(Terms::Points { anchors })
}

#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn money_curve(comparison: &Comparison, anchors: [f64; 2]) -> Result<Curve, Refused> {
    let per_unit = comparison.header.currency.minor_per_unit() as f64;
    let [low, high] = anchors.map(|units| (units * per_unit).round());
    let holds = |minor: f64| minor.abs() <= AMOUNT_MAX_MINOR as f64;
    if !(low < high && holds(low) && holds(high)) {
        return Err(Refused::Anchors);
    }
    money_line(low, high).ok_or(Refused::Anchors)
}

/// Least and greatest value of a scale at its control points or named levels: in a money account, amounts in units of
/// currency. Both are 0 for ratings and for money itself, which have no values of their own.
///
/// ```
/// use worthwhile::model::{Curve, Scale};
/// let curve = Curve::line([10.0, 0.0], [14.0, 7000.0]).unwrap();
/// assert_eq!(worthwhile::value::scale_amounts(&Scale::Measure { unit: "years".into(), curve }), (0.0, 7000.0));
/// ```
#[must_use]
pub fn scale_amounts(scale: &Scale) -> (f64, f64) {
    let fold = |(low, high): (f64, f64), y: f64| (low.min(y), high.max(y));
    let none = (f64::MAX, f64::MIN);
    match scale {
        Scale::Measure { curve, .. } => curve.points().iter().map(|p| p[1]).fold(none, fold),
        Scale::Category { levels, .. } => levels.iter().map(|c| c.points).fold(none, fold),
        Scale::Rating { .. } | Scale::Money { .. } => (0.0, 0.0),
    }
}

/// The case in points, with every buyer's k.
///
/// Each scale is stretched so that its least amount gets 0 points and its greatest 100; what it shifts by is the same
/// for every offer. A leaf is then worth its span, times the buyer's multiplier, and weights and λ follow from these
/// worths by [`Sides::from_worths`]; k = Σ value worths ÷ 100.
pub(super) fn convert(case: &Comparison, anchors: [f64; 2]) -> Result<(Comparison, Vec<Rate>), Refused> {
    let (compiled, weightings) = weighed(case);
    let curve = money_curve(case, anchors)?;
    let money = case.header.currency.units(curve.anchors().1 - curve.anchors().0);
    let mut converted = case.clone();
    converted.header.account = Account::Points;
    converted.header.ownership.curve = curve;
    let mut spans: Vec<(CriterionId, f64)> = Vec::new();
    for criterion in converted.criteria.iter_mut().filter(|c| !c.scale.is_money()) {
        let (low, high) = scale_amounts(&criterion.scale);
        let span = high - low;
        // A scale of one amount tells nobody apart: 0 points, and no weight.
        let points = |y: f64| if span > 0.0 { ((y - low) / span * 100.0).clamp(0.0, 100.0) } else { 0.0 };
        criterion.scale = mapped(&criterion.scale, points).ok_or(Refused::OutOfRange(criterion.id))?;
        spans.push((criterion.id, span));
    }
    let span_of = |leaf: Leaf| match leaf {
        Leaf::Ownership => money,
        Leaf::Criterion(id) => spans.iter().find(|(other, _)| *other == id).map_or(0.0, |(_, span)| *span),
    };
    let mut rates = Vec::with_capacity(case.segments.len());
    for (segment, weighting) in converted.segments.iter_mut().zip(&weightings) {
        let worths: Vec<f64> =
            compiled.leaves().iter().zip(&weighting.coefficients).map(|(l, factor)| factor * span_of(l.leaf)).collect();
        rates.push(weigh(segment, &compiled, &worths)?);
    }
    Ok((converted, rates))
}

/// Gives a buyer the weights and λ that follow from the worth of every leaf.
fn weigh(segment: &mut Segment, compiled: &Compiled, worths: &[f64]) -> Result<Rate, Refused> {
    let id = segment.id;
    let is_value = |l: usize| compiled.leaves()[l].dimension.side() == Side::Value;
    let (value, cost): (Vec<usize>, Vec<usize>) = (0..worths.len()).partition(|&l| is_value(l));
    let of = |side: &[usize]| side.iter().map(|&l| worths[l]).collect::<Vec<f64>>();
    let sides = Sides::from_worths(&of(&value), &of(&cost)).map_err(|error| match error {
        ElicitError::NotANumber { .. } | ElicitError::Negative { .. } => Refused::BuyerOutOfRange(id),
        _ => Refused::NoValueWorth(id),
    })?;
    if sides.cost_emphasis > Segment::COST_EMPHASIS_MAX {
        return Err(Refused::CostEmphasis(id));
    }
    let amount = of(&value).iter().sum::<f64>() / 100.0;
    let amount = in_range(amount, Curve::MAX_ABS).filter(|k| *k > 0.0).ok_or(Refused::BuyerOutOfRange(id))?;
    segment.cost_emphasis = sides.cost_emphasis;
    segment.weights.multipliers.clear();
    // The weights come from amounts now; what was said stays, to be used again.
    segment.elicited.iter_mut().for_each(|elicited| elicited.in_force = false);
    segment.given_for.clear();
    let weights: Vec<f64> = value.iter().zip(sides.value).chain(cost.iter().zip(sides.cost)).map(|(_, w)| w).collect();
    put_weights(segment, compiled, &weights);
    Ok(Rate { segment: id, amount })
}

/// Effective weights as shares of dimensions and of leaves within them; equal within a dimension that weighs nothing.
fn put_weights(segment: &mut Segment, compiled: &Compiled, weights: &[f64]) {
    let plain = |share: f64| Share { share, locked: false };
    for dimension in Dimension::ALL {
        let leaves = compiled.leaves().iter().zip(weights).filter(|(l, _)| l.dimension == dimension);
        let members: Vec<(Leaf, f64)> = leaves.map(|(l, weight)| (l.leaf, *weight)).collect();
        let sum: f64 = members.iter().map(|(_, weight)| weight).sum();
        #[expect(clippy::cast_precision_loss, reason = "a dimension has at most a thousand leaves")]
        let equal = 1.0 / members.len().max(1) as f64;
        for (leaf, weight) in members {
            let share = if sum > 0.0 { weight / sum } else { equal };
            segment.weights.put(Member::Leaf(leaf), plain(share));
        }
        segment.weights.put(Member::Dimension(dimension), plain(sum));
    }
}
