//! From points back to levels: the levels of a leaf that a person could be asked about, with the points of each.

use std::collections::BTreeMap;

use crate::model::{
    AMOUNT_MAX_MINOR, Comparison, Criterion, CriterionId, Curve, Leaf, Level, Offer, OfferId, Paid, Scale, Text,
    blank_offer, leaf_of,
};
use crate::value::compile::scorer;

/// About how many steps a scale of numbers is cut into.
const STEPS: f64 = 10.0;
/// The same for money, which is read more finely.
const MONEY_STEPS: f64 = 30.0;
/// Levels whose points are nearer than this are the same.
const APART: f64 = 1e-6;

/// A level that can be asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rung {
    /// Whose level.
    pub criterion: CriterionId,
    /// The level.
    pub level: Level,
    /// Its points; for an amount those of the total cost with it.
    pub points: f64,
}

/// Every level of a leaf that can be asked about, from the fewest to the most points, no two with the same.
///
/// Numbers are round: about ten steps across a rating or between the anchors of a measure, the ends included. Of a curve
/// that rises and falls only the stretch that spans most points is used, so that more of the level is always better, or
/// always worse. Categories are what they are; of several with the same points the first. Money is an amount of the
/// price (the first amount that is paid once, or the first, where no price is marked), with which the total cost lies
/// between the anchors of the money scale, all other amounts being those of `usual`.
#[must_use]
pub fn ladder(comparison: &Comparison, leaf: Leaf, usual: &BTreeMap<CriterionId, Level>) -> Vec<Rung> {
    let levels: Vec<(CriterionId, Level)> = match leaf {
        Leaf::Ownership => match price(comparison) {
            Some(criterion) => amounts(comparison, criterion, usual),
            None => return Vec::new(),
        },
        Leaf::Criterion(id) => {
            let Some(criterion) = comparison.criterion(id) else { return Vec::new() };
            levels(&criterion.scale).into_iter().map(|level| (id, level)).collect()
        }
    };
    let points = scorer(comparison, leaf);
    let mut offer = Offer { levels: usual.clone(), ..blank_offer(OfferId(0), Text::default(), 0) };
    let mut rungs: Vec<Rung> = Vec::new();
    for (criterion, level) in levels {
        offer.levels.insert(criterion, level);
        if let Some(points) = points(&offer).filter(|p| p.is_finite()) {
            rungs.push(Rung { criterion, level, points });
        }
    }
    rungs.sort_by(|a, b| a.points.total_cmp(&b.points));
    rungs.dedup_by(|next, kept| next.points - kept.points < APART);
    rungs
}

/// The rung whose points are nearest; of two equally near the lower.
#[must_use]
pub fn nearest(rungs: &[Rung], points: f64) -> Option<&Rung> {
    rungs.iter().min_by(|a, b| (a.points - points).abs().total_cmp(&(b.points - points).abs()))
}

/// The amount that is varied in questions about money: the price, else what is paid once, else any.
fn price(comparison: &Comparison) -> Option<&Criterion> {
    let marked = comparison.header.price.and_then(|id| comparison.criterion(id)).filter(|c| c.scale.is_money());
    let once = || comparison.money_criteria().find(|c| c.scale == Scale::Money { paid: Paid::Once });
    marked.or_else(once).or_else(|| comparison.money_criteria().next())
}

fn levels(scale: &Scale) -> Vec<Level> {
    match scale {
        Scale::Rating { low, high, .. } => {
            // Marks are whole where there is room for whole ones.
            let least = if high - low >= 3.0 { 1.0 } else { 0.0 };
            between(*low, *high, STEPS, least).into_iter().map(Level::Number).collect()
        }
        Scale::Measure { curve, .. } => {
            let [low, high] = longest_run(curve);
            between(low, high, STEPS, 0.0).into_iter().map(Level::Number).collect()
        }
        Scale::Category { levels, .. } => levels.iter().map(|c| Level::Category(c.id)).collect(),
        Scale::Money { .. } => Vec::new(),
    }
}

/// Where a curve only rises or only falls over the most points; of several such stretches the first.
fn longest_run(curve: &Curve) -> [f64; 2] {
    let points = curve.points();
    let (mut best, mut most) = ([points[0][0]; 2], -1.0_f64);
    let (mut first, mut direction) = (points[0], 0.0_f64);
    for pair in points.windows(2) {
        let rise = pair[1][1] - pair[0][1];
        if rise * direction < 0.0 {
            (first, direction) = (pair[0], 0.0);
        }
        if rise.abs() > 0.0 {
            direction = rise.signum();
        }
        let span = (pair[1][1] - first[1]).abs();
        if span > most {
            (best, most) = ([first[0], pair[1][0]], span);
        }
    }
    best
}

/// Round numbers from `low` to `high`, and these two: steps of 1, 2 or 5 times a power of ten, about `steps` of them, none
/// smaller than `least`.
fn between(low: f64, high: f64, steps: f64, least: f64) -> Vec<f64> {
    let range = high - low;
    if !range.is_finite() || range <= 0.0 {
        return vec![low];
    }
    let rough = (range / steps).max(least);
    let power = rough.log10().floor();
    let [one, two, five] = [1.0, 2.0, 5.0].map(|m| m * 10_f64.powf(power));
    let step = [one, two, five].into_iter().find(|s| *s >= rough * (1.0 - 1e-9)).unwrap_or(10.0 * one);
    let mut numbers = vec![low];
    let mut count = (low / step).ceil();
    while count * step < high {
        // Divided, tenths are the numbers that people write.
        let x = if step < 1.0 { count / (1.0 / step).round() } else { count * step };
        // What stands right beside an end is left out.
        if x - low > step / 4.0 && high - x > step / 4.0 {
            numbers.push(x + 0.0);
        }
        count += 1.0;
    }
    numbers.push(high);
    numbers
}

/// Amounts of `criterion` with which the total cost goes from one anchor of the money scale to the other; not below 0.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "held below AMOUNT_MAX_MINOR < 2^53")]
fn amounts(
    comparison: &Comparison,
    criterion: &Criterion,
    usual: &BTreeMap<CriterionId, Level>,
) -> Vec<(CriterionId, Level)> {
    let header = &comparison.header;
    let factor = if criterion.scale == (Scale::Money { paid: Paid::Once }) { 1.0 } else { header.ownership.annuity() };
    let mut offer = Offer { levels: usual.clone(), ..blank_offer(OfferId(0), Text::default(), 0) };
    offer.levels.insert(criterion.id, Level::Money(0));
    let Some(others) = comparison.ownership_cost(&offer) else { return Vec::new() };
    let most = AMOUNT_MAX_MINOR as f64;
    let (low, high) = header.ownership.curve.anchors();
    let [low, high] = [low, high].map(|total| {
        let minor = (total - others) / factor;
        if minor.is_finite() { minor.clamp(0.0, most) } else { 0.0 }
    });
    let per_unit = header.currency.minor_per_unit() as f64;
    // Whole units of currency where there is room for them, and within the anchors.
    let grain = if high - low >= MONEY_STEPS * per_unit { per_unit } else { 1.0 };
    let [low, high] = [(low / grain).ceil() * grain / per_unit, (high / grain).floor() * grain / per_unit];
    let round = between(low, high, MONEY_STEPS, header.currency.units(1.0)).into_iter();
    round.map(|units| (criterion.id, Level::Money((units * per_unit).round() as i64))).collect()
}

/// Levels of an offer like any other: in the middle of every scale, and for amounts besides the price the median of the
/// offers at hand, 0 where none has one.
#[must_use]
pub fn usual_levels(comparison: &Comparison) -> BTreeMap<CriterionId, Level> {
    let varied = price(comparison).map(|c| c.id);
    let mut usual = BTreeMap::new();
    for criterion in comparison.money_criteria().filter(|c| Some(c.id) != varied) {
        let amount = |offer: &Offer| match offer.levels.get(&criterion.id) {
            Some(Level::Money(minor)) => Some(*minor),
            _ => None,
        };
        let mut amounts: Vec<i64> = comparison.offers.iter().filter_map(amount).collect();
        amounts.sort_unstable();
        let median = amounts.get(amounts.len().saturating_sub(1) / 2).copied();
        usual.insert(criterion.id, Level::Money(median.unwrap_or(0)));
    }
    let mut leaves: Vec<Leaf> = Vec::new();
    for leaf in comparison.criteria.iter().map(leaf_of) {
        if !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
    }
    for leaf in leaves {
        let rungs = ladder(comparison, leaf, &usual);
        let (Some(first), Some(last)) = (rungs.first(), rungs.last()) else { continue };
        let middle = f64::midpoint(first.points, last.points);
        if let Some(rung) = nearest(&rungs, middle) {
            usual.insert(rung.criterion, rung.level);
        }
    }
    usual
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Beyond;

    #[test]
    fn numbers_are_round_and_have_their_ends() {
        assert_eq!(between(0.0, 6.0, 10.0, 0.0), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(between(1.0, 10.0, 10.0, 1.0), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]);
        assert_eq!(between(1.0, 5.0, 10.0, 1.0), [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!(between(0.0, 0.8, 10.0, 0.0), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]);
        assert_eq!(between(-7.3, 12.0, 10.0, 0.0), [-7.3, -6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0]);
        assert_eq!(between(3.0, 3.0, 10.0, 0.0), [3.0]);
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "control points")]
    fn the_stretch_that_spans_most_points_is_used() {
        let run = |points: &[[f64; 2]]| longest_run(&Curve::new(points.to_vec(), Beyond::Straight).unwrap());
        // A target in the middle; a plateau; flat altogether.
        assert_eq!(run(&[[0.0, 20.0], [5.0, 100.0], [9.0, 0.0]]), [5.0, 9.0]);
        assert_eq!(run(&[[0.0, 0.0], [1.0, 50.0], [2.0, 50.0], [3.0, 90.0], [4.0, 80.0]]), [0.0, 3.0]);
        assert_eq!(run(&[[0.0, 50.0], [1.0, 50.0]]), [0.0, 1.0]);
    }
}
