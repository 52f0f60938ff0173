//! From points to money.

use super::{Rate, Refused, Terms, in_range, mapped, weighed};
use crate::model::{
    Account, Beyond, Comparison, Criterion, Curve, Lang, Leaf, NOTE_MAX_CHARS, Scale, Segment, Side, Text,
};
use crate::value::{Delivered, Weighting};

/// Slopes that differ by less than this part are the same: rounding of what somebody typed.
const SLOPE_TOLERANCE: f64 = 1e-9;

/// The slope of the money scale at a total cost in units of currency, in points per unit; 0 beyond a flat end,
/// and at what is no amount.
fn slope_at(case: &Comparison, at: f64) -> f64 {
    let (curve, per_unit) = (&case.header.ownership.curve, minor_per_unit(case));
    let minor = at * per_unit;
    if !minor.is_finite() || curve.beyond() == Beyond::Flat && curve.is_outside(minor) {
        return 0.0;
    }
    let i = curve.segment(minor);
    slope(curve, i) * per_unit
}

#[expect(clippy::cast_precision_loss, reason = "a power of ten up to 1000")]
fn minor_per_unit(case: &Comparison) -> f64 {
    case.header.currency.minor_per_unit() as f64
}

fn slope(curve: &Curve, segment: usize) -> f64 {
    let [[x0, y0], [x1, y1]] = [curve.points()[segment], curve.points()[segment + 1]];
    (y1 - y0) / (x1 - x0)
}

/// True where the money scale is one straight line, beyond its anchors too: k is then the same at every total cost.
fn is_straight(curve: &Curve) -> bool {
    let first = slope(curve, 0);
    let same = |i: usize| (slope(curve, i) - first).abs() <= SLOPE_TOLERANCE * first.abs();
    curve.beyond() == Beyond::Straight && (1..curve.points().len() - 1).all(same)
}

/// The mean total cost of the complete offers, in units of currency; the middle of the money scale without any.
fn mean_cost(case: &Comparison) -> f64 {
    let (compiled, weightings) = weighed(case);
    let mut delivered = Delivered::default();
    if let Some(weighting) = case.segments.iter().position(|s| s.everyone).and_then(|i| weightings.get(i)) {
        compiled.deliver(weighting, &mut delivered);
    }
    let cost = case.ownership_costs();
    let complete = case.offers.iter().zip(&delivered.complete).filter(|(_, complete)| **complete);
    let costs: Vec<f64> = complete.filter_map(|(offer, _)| cost(offer)).collect();
    let (low, high) = case.header.ownership.curve.anchors();
    #[expect(clippy::cast_precision_loss, reason = "a number of offers")]
    let mean = if costs.is_empty() { f64::midpoint(low, high) } else { costs.iter().sum::<f64>() / costs.len() as f64 };
    case.header.currency.units(mean)
}

/// The total cost at which a point is turned into money, and the slope there.
pub(super) fn terms(case: &Comparison, at: Option<f64>) -> Result<Terms, Refused> {
    let at = at.unwrap_or_else(|| mean_cost(case));
    let slope = slope_at(case, at);
    let straight = is_straight(&case.header.ownership.curve);
    if slope > 0.0 { Ok(Terms::Money { at, slope, straight }) } else { Err(Refused::NoSlope(at)) }
}

/// k = 1 / (λ · g · slope), g the weight of money: for a straight scale money span / (100 · λ · g).
fn rate(segment: &Segment, weighting: &Weighting, money: usize, slope: f64) -> Result<Rate, Refused> {
    let weight = weighting.coefficients.get(money).copied().unwrap_or(0.0);
    if weight <= 0.0 {
        return Err(Refused::NoMoneyWeight(segment.id));
    }
    if weighting.cost_emphasis <= 0.0 {
        return Err(Refused::NoCostEmphasis(segment.id));
    }
    let amount = 1.0 / (weighting.cost_emphasis * weight * slope);
    match in_range(amount, Curve::MAX_ABS) {
        Some(amount) => Ok(Rate { segment: segment.id, amount }),
        None => Err(Refused::BuyerOutOfRange(segment.id)),
    }
}

/// The case in money, with every buyer's k.
pub(super) fn convert(case: &Comparison, at: f64) -> Result<(Comparison, Vec<Rate>), Refused> {
    let (compiled, weightings) = weighed(case);
    let slope = slope_at(case, at);
    if slope <= 0.0 {
        return Err(Refused::NoSlope(at));
    }
    let money = compiled.index_of(Leaf::Ownership).ok_or(Refused::NoMoney)?;
    let buyers = case.segments.iter().zip(&weightings);
    let rates: Vec<Rate> = buyers.map(|(s, w)| rate(s, w, money, slope)).collect::<Result<_, _>>()?;
    let mut converted = case.clone();
    converted.header.account = Account::Money;
    let base = case.segments.iter().position(|s| s.everyone).unwrap_or(0);
    for segment in &mut converted.segments {
        segment.cost_emphasis = 1.0;
        segment.weights.multipliers.clear();
        // No weights, so none that come from a method.
        segment.elicited.iter_mut().for_each(|elicited| elicited.in_force = false);
    }
    for (l, leaf) in compiled.leaves().iter().enumerate() {
        let Leaf::Criterion(id) = leaf.leaf else { continue };
        // Of each buyer: the amount that one point of this criterion is worth.
        let worth = |(rate, weighting): (&Rate, &Weighting)| {
            let emphasis = if leaf.dimension.side() == Side::Cost { weighting.cost_emphasis } else { 1.0 };
            rate.amount * emphasis * weighting.coefficients[l]
        };
        let worths: Vec<f64> = rates.iter().zip(&weightings).map(worth).collect();
        let of_scale = std::iter::once(worths[base]).chain(worths.iter().copied()).find(|worth| *worth > 0.0);
        let per_point = of_scale.unwrap_or(rates[base].amount);
        let Some(criterion) = converted.criteria.iter_mut().find(|c| c.id == id) else { continue };
        keep_words(criterion);
        criterion.scale = mapped(&criterion.scale, |y| y * per_point).ok_or(Refused::OutOfRange(id))?;
        for (segment, worth) in converted.segments.iter_mut().zip(&worths) {
            let factor = in_range(worth / per_point, Segment::NUMBER_MAX);
            let factor = factor.ok_or(Refused::BuyerOutOfRange(segment.id))?;
            #[expect(clippy::float_cmp, reason = "1 is what is meant where nothing is said")]
            if factor != 1.0 {
                segment.weights.multipliers.insert(id, factor);
            }
        }
    }
    Ok((converted, rates))
}

/// A measure has no words for its ends: those of a rating go into the remark, where there is room.
fn keep_words(criterion: &mut Criterion) {
    let Scale::Rating { low, high, low_word, high_word } = &criterion.scale else { return };
    if low_word.is_blank() && high_word.is_blank() {
        return;
    }
    let said = |lang| {
        let ends = [(low, low_word), (high, high_word)].into_iter().filter(|(_, word)| !word.is_blank());
        let ends = ends.map(|(x, word)| format!("{x} = {}", word.get(lang)));
        let note = Some(criterion.note.get(lang).to_owned()).filter(|note| !note.is_empty());
        note.into_iter().chain(ends).collect::<Vec<_>>().join("\n")
    };
    let note = Text::twin(said(Lang::En), said(Lang::Zh));
    if note.chars() <= NOTE_MAX_CHARS {
        criterion.note = note;
    }
}
