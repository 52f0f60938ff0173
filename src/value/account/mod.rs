//! From one account to the other: points into money by what a point of delivered value is worth, and back.
//!
//! Both accounts are one engine, so a conversion multiplies. With k = money span / (100·λ·g of money), the amount that one
//! point of delivered value is worth, every contribution times k is an amount, money itself counts at face value, and
//! the money account's CDV is k times that of the points account, plus a constant. Where the money scale bends, k holds
//! at one total cost, which is stated; differences, and with them ranks, may then change.
//!
//! Scales belong to all kinds of buyers, while k and g are each buyer's own. So a scale in money is “Everyone's”, and
//! the others multiply it: multiplier = k·g of the buyer ÷ k·g of Everyone, on the cost side with λ. A criterion that
//! Everyone passes over takes the scale of the first buyer who does not, and Everyone multiplies it by 0; one that
//! nobody weighs keeps its shape, at one point = Everyone's k, and everybody multiplies it by 0.

mod ranks;
mod to_money;
mod to_points;

pub use ranks::RankMove;
pub use to_points::{money_anchors, scale_amounts};

use super::case::Prepared;
use super::compile::{Compiled, Weighting};
use crate::model::{
    Account, Beyond, Comparison, CriterionId, Curve, Scale, ScaleKind, Segment, SegmentId, Text, VariantId,
    differences, overlay,
};

/// The account to go to, with what has to be stated for it; amounts in units of currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Into money, with the slope of the money scale at this total cost of ownership; the mean of the complete offers
    /// where absent.
    Money {
        /// Total cost of ownership.
        at: Option<f64>,
    },
    /// Into points, with a straight money scale from the first amount (0 points) to the second (100); see
    /// [`money_anchors`] where absent.
    Points {
        /// Lower and upper anchor.
        anchors: Option<[f64; 2]>,
    },
}

impl Target {
    /// The account it leads to.
    #[must_use]
    pub fn account(self) -> Account {
        match self {
            Self::Money { .. } => Account::Money,
            Self::Points { .. } => Account::Points,
        }
    }
}

/// What was stated, or taken for want of a statement; amounts in units of currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Terms {
    /// Into money.
    Money {
        /// The total cost at which the slope was taken.
        at: f64,
        /// Points of the money scale per unit of currency there.
        slope: f64,
        /// True where the money scale has that slope everywhere: k then holds for all amounts, and no rank changes.
        straight: bool,
    },
    /// Into points.
    Points {
        /// Where the money scale gives 0 and 100 points.
        anchors: [f64; 2],
    },
}

/// What one point of delivered value is worth to a kind of buyer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Whose point.
    pub segment: SegmentId,
    /// k, in units of currency per point of CDV; above 0.
    pub amount: f64,
}

/// A comparison in the other account.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversion {
    /// The same comparison, reckoned otherwise; its variants too.
    pub comparison: Comparison,
    /// k of each kind of buyer.
    pub rates: Vec<Rate>,
    /// What was stated or taken.
    pub terms: Terms,
    /// Ratings that became measures, since a money account takes none.
    pub ratings: Vec<CriterionId>,
    /// Offers whose rank is another one, by segment.
    pub moves: Vec<RankMove>,
    /// Variants in which some offer's rank is another one: their money scale may bend where the real one does not.
    pub moved_variants: Vec<VariantId>,
}

/// Why there is no conversion.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// It is in that account already.
    Already,
    /// No money criterion: nothing says what a point costs.
    NoMoney,
    /// Money weighs nothing for this kind of buyer.
    NoMoneyWeight(SegmentId),
    /// λ = 0 for this kind of buyer: cost does not count, so no amount makes up for a point.
    NoCostEmphasis(SegmentId),
    /// The money scale is flat at this total cost, in units of currency.
    NoSlope(f64),
    /// Nothing on the value side is worth anything to this kind of buyer, so λ = cost ÷ value has no value.
    NoValueWorth(SegmentId),
    /// λ would leave 0…[`Segment::COST_EMPHASIS_MAX`] for this kind of buyer.
    CostEmphasis(SegmentId),
    /// The anchors stated are not two ascending amounts that the currency can hold.
    Anchors,
    /// The amounts of this criterion would leave the numbers that the program reckons with.
    OutOfRange(CriterionId),
    /// A multiplier, a sharpness, a margin or k of this kind of buyer would.
    BuyerOutOfRange(SegmentId),
    /// A variant of it cannot be converted.
    Variant(VariantId, Box<Refused>),
}

/// `comparison` in the other account, with its variants.
///
/// Raw levels, categories, notes, names, years and rate stay. Sharpness μ and the margins of levers are given per unit
/// of CDV or in it, so they go along: μ ÷ k and margin · k into money (k of Everyone for margins). A variant is
/// converted as the whole case that it shows, by its own weights at the same stated amounts, and then holds what
/// differs from the converted real case.
///
/// # Errors
/// [`Refused`] where k is undefined or a number would leave its range.
pub fn convert(comparison: &Comparison, target: Target) -> Result<Conversion, Refused> {
    if comparison.header.account == target.account() {
        return Err(Refused::Already);
    }
    if comparison.money_criteria().next().is_none() {
        return Err(Refused::NoMoney);
    }
    let terms = match target {
        Target::Money { at } => to_money::terms(comparison, at)?,
        Target::Points { anchors } => to_points::terms(comparison, anchors)?,
    };
    let (mut converted, rates) = convert_case(comparison, terms)?;
    let mut moved_variants = Vec::new();
    for i in 0..converted.variants.len() {
        let variant = &comparison.variants[i];
        let refuse = |why| Refused::Variant(variant.id, Box::new(why));
        let before = overlay(comparison, &variant.differences);
        let (mut layered, layered_rates) = convert_case(&before, terms).map_err(refuse)?;
        if !ranks::moves(&before, &layered).is_empty() {
            moved_variants.push(variant.id);
        }
        if target.account() == Account::Money {
            keep_shares(&converted, &mut layered);
        }
        keep_nothing([comparison, &converted], &rates, &before, &mut layered, &layered_rates);
        converted.variants[i].differences = differences(&converted, &layered);
    }
    let is_rating = |scale: &Scale| scale.kind() == ScaleKind::Rating && target.account() == Account::Money;
    let ratings = comparison.criteria.iter().filter(|c| is_rating(&c.scale)).map(|c| c.id).collect();
    let moves = ranks::moves(comparison, &converted);
    Ok(Conversion { comparison: converted, rates, terms, ratings, moves, moved_variants })
}

/// One case by its own weights; its variants stay as they are.
fn convert_case(case: &Comparison, terms: Terms) -> Result<(Comparison, Vec<Rate>), Refused> {
    if case.money_criteria().next().is_none() {
        return Err(Refused::NoMoney);
    }
    let (mut converted, rates) = match terms {
        Terms::Money { at, .. } => to_money::convert(case, at)?,
        Terms::Points { anchors } => to_points::convert(case, anchors)?,
    };
    rescale_amounts_of_cdv(case, &mut converted, &rates)?;
    let scales: Vec<(CriterionId, Scale)> = converted.criteria.iter().map(|c| (c.id, c.scale.clone())).collect();
    for offer in &mut converted.offers {
        offer.levers.conform(|id| scales.iter().find(|(other, _)| *other == id).map(|(_, scale)| scale));
    }
    Ok((converted, rates))
}

/// Sharpness μ is per unit of CDV, the margin of levers in it: both go with k. So does the CDV of buying nothing, at
/// the same distance from the first offer that is complete.
fn rescale_amounts_of_cdv(case: &Comparison, converted: &mut Comparison, rates: &[Rate]) -> Result<(), Refused> {
    // One unit of the old CDV in units of the new one.
    let factor = |rate: &Rate| if converted.header.account == Account::Money { rate.amount } else { 1.0 / rate.amount };
    let factors: Vec<(SegmentId, f64)> = rates.iter().map(|rate| (rate.segment, factor(rate))).collect();
    let of = |id: SegmentId| factors.iter().find(|(segment, _)| *segment == id).map_or(1.0, |(_, factor)| *factor);
    for segment in &mut converted.segments {
        segment.sharpness = in_range(segment.sharpness / of(segment.id), Segment::NUMBER_MAX)
            .ok_or(Refused::BuyerOutOfRange(segment.id))?;
    }
    for i in 0..converted.segments.len() {
        let (Some(old), Some(new)) = (case.segments.get(i), converted.segments.get(i)) else { continue };
        let Some(nothing) = old.buys_nothing else { continue };
        let factor = of(old.id);
        let cdvs = |of: &Comparison, segment: &Segment| Prepared::new(of, segment).case().delivered.clone();
        let (before, after) = (cdvs(case, old), cdvs(converted, new));
        let first = (0..before.cdv.len()).find(|&o| before.complete[o] && after.complete[o]);
        let moved = first.map_or(nothing * factor, |o| (nothing - before.cdv[o]) * factor + after.cdv[o]);
        if moved.abs() > Segment::NUMBER_MAX || moved.is_nan() {
            return Err(Refused::BuyerOutOfRange(old.id));
        }
        converted.segments[i].buys_nothing = Some(moved);
    }
    let Some(everyone) = converted.everyone().map(|s| s.id) else { return Ok(()) };
    let out_of_range = Refused::BuyerOutOfRange(everyone);
    for offer in &mut converted.offers {
        offer.levers.margin =
            in_range(offer.levers.margin * of(everyone), Curve::MAX_ABS).ok_or_else(|| out_of_range.clone())?;
    }
    Ok(())
}

/// A number from 0 to `most`.
fn in_range(x: f64, most: f64) -> Option<f64> {
    (0.0..=most).contains(&x).then_some(x)
}

/// In a money account shares weigh nothing: those of a layer are the real ones, so that they are no difference.
fn keep_shares(real: &Comparison, layered: &mut Comparison) {
    for segment in &mut layered.segments {
        let Some(own) = real.segment(segment.id) else { continue };
        segment.weights.dimensions = own.weights.dimensions;
        segment.weights.leaves.clone_from(&own.weights.leaves);
    }
    layered.conform_weights();
}

/// Where a layer says the same of buying nothing as the real case, and its CDVs go into the other account as the real
/// ones do, it takes the real amount: by way of the layer's own offers that would come out another one, if only by
/// rounding, and be a difference.
fn keep_nothing(
    [real, converted]: [&Comparison; 2],
    rates: &[Rate],
    before: &Comparison,
    layered: &mut Comparison,
    layered_rates: &[Rate],
) {
    let rate = |rates: &[Rate], id| rates.iter().find(|rate| rate.segment == id).map(|rate| rate.amount.to_bits());
    for segment in &mut layered.segments {
        let id = segment.id;
        let (Some(old), Some(own), Some(now)) = (real.segment(id), before.segment(id), converted.segment(id)) else {
            continue;
        };
        let is_same = own.buys_nothing == old.buys_nothing
            && rate(rates, id) == rate(layered_rates, id)
            && shifts_alike([real, before], [old, own]);
        if is_same {
            segment.buys_nothing = now.buys_nothing;
        }
    }
}

/// True where a conversion adds the same to every CDV of both, if one point is worth the same in both. Into money that
/// depends on the money scale alone; into points on what the other scales begin with, times the buyer's multipliers.
fn shifts_alike([real, layered]: [&Comparison; 2], [old, own]: [&Segment; 2]) -> bool {
    let scales = |of: &Comparison| -> Vec<(CriterionId, Scale)> {
        of.criteria.iter().map(|c| (c.id, c.scale.clone())).collect()
    };
    real.header.currency == layered.header.currency
        && match real.header.account {
            Account::Points => real.header.ownership.curve == layered.header.ownership.curve,
            Account::Money => scales(real) == scales(layered) && old.weights.multipliers == own.weights.multipliers,
        }
}

/// A scale whose every value is `map` of the old one; `None` where a value leaves its range.
fn mapped(scale: &Scale, map: impl Fn(f64) -> f64) -> Option<Scale> {
    let curve = |points: &mut dyn Iterator<Item = [f64; 2]>, beyond| {
        Curve::new(points.map(|[x, y]| [x, map(y)]).collect(), beyond).ok()
    };
    match scale {
        Scale::Rating { low, high, .. } => {
            let points = [[*low, 0.0], [*high, 100.0]];
            // Levels of a rating never leave its bounds, and the measure is to count nothing beyond them either.
            let curve = curve(&mut points.into_iter(), Beyond::Flat)?;
            Some(Scale::Measure { unit: Text::default(), curve })
        }
        Scale::Measure { unit, curve: old } => {
            let curve = curve(&mut old.points().iter().copied(), old.beyond())?;
            Some(Scale::Measure { unit: unit.clone(), curve })
        }
        Scale::Category { levels, random_index } => {
            let mut levels = levels.clone();
            for level in &mut levels {
                level.points = map(level.points) + 0.0;
                if !level.points.is_finite() || level.points.abs() > Curve::MAX_ABS {
                    return None;
                }
            }
            Some(Scale::Category { levels, random_index: random_index.clone() })
        }
        Scale::Money { .. } => Some(scale.clone()),
    }
}

/// Compiled, and each buyer's coefficients: in `compiled`'s order of leaves.
fn weighed(case: &Comparison) -> (Compiled, Vec<Weighting>) {
    let compiled = Compiled::new(case);
    let weightings = case.segments.iter().map(|s| Weighting::of(s, &compiled)).collect();
    (compiled, weightings)
}
