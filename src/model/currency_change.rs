//! Amounts in another currency: the number of units stays, minor units are counted anew.

use super::answers::Elicited;
use super::comparison::{Comparison, Ownership, Segment};
use super::curve::{Curve, CurveError};
use super::difference::{Difference, Expecting, Structure};
use super::doubt::Doubt;
use super::id::CriterionId;
use super::money::{AMOUNT_MAX_MINOR, AmountError, Currency};
use super::scale::Level;
use super::weights::Leaf;

/// From minor units of one currency to those of another at the same number of units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exchange {
    from: i64,
    to: i64,
    decimals: u32,
}

/// Writes an amount anew; `false` where it is to be left out.
type Keep<'a> = dyn FnMut(&mut i64) -> bool + 'a;

impl Exchange {
    /// `None` where both have the same minor unit, so that every amount stays as it is written.
    pub fn between(from: Currency, to: Currency) -> Option<Self> {
        let exchange = Self { from: from.minor_per_unit(), to: to.minor_per_unit(), decimals: to.exponent() };
        (exchange.from != exchange.to).then_some(exchange)
    }

    /// The amount in the other currency.
    ///
    /// # Errors
    /// [`AmountError`] where the currency cannot hold it.
    pub fn amount(self, minor: i64) -> Result<i64, AmountError> {
        let scaled = i128::from(minor) * i128::from(self.to);
        if scaled % i128::from(self.from) != 0 {
            return Err(AmountError::TooFine { decimals: self.decimals });
        }
        let amount = i64::try_from(scaled / i128::from(self.from)).map_err(|_| AmountError::TooLarge)?;
        if amount.unsigned_abs() <= AMOUNT_MAX_MINOR.unsigned_abs() { Ok(amount) } else { Err(AmountError::TooLarge) }
    }

    /// The whole number of minor units that is nearest.
    #[expect(clippy::cast_precision_loss, reason = "powers of ten up to 1000")]
    fn nearest(self, minor: f64) -> f64 {
        (minor * (self.to as f64 / self.from as f64)).round()
    }

    /// A money scale with its control points at the nearest amounts.
    ///
    /// # Errors
    /// [`CurveError`] where two of them fall on each other, or leave their range.
    pub fn curve(self, curve: &Curve) -> Result<Curve, CurveError> {
        Curve::new(curve.points().iter().map(|[x, y]| [self.nearest(*x), *y]).collect(), curve.beyond())
    }

    /// Why the amounts of a money scale do not go over.
    fn why(self, error: CurveError) -> AmountError {
        match error {
            CurveError::NotFinite => AmountError::TooLarge,
            _ => AmountError::TooFine { decimals: self.decimals },
        }
    }

    /// As [`Self::curve`], whatever the currency holds: of control points that fall on each other one stays, both
    /// anchors keep their points, and a scale narrower than one minor unit becomes one of that width.
    fn fitting_curve(self, curve: &Curve) -> Curve {
        let mut points: Vec<[f64; 2]> = Vec::with_capacity(curve.points().len());
        for [x, y] in curve.points() {
            let x = self.nearest(*x).clamp(-Curve::MAX_ABS, Curve::MAX_ABS);
            if points.last().is_none_or(|last| last[0] < x) {
                points.push([x, *y]);
            }
        }
        let [low, high] = curve.anchor_ys();
        match points.as_mut_slice() {
            [only] => {
                let x = only[0].min(Curve::MAX_ABS - 1.0);
                points = vec![[x, low], [x + 1.0, high]];
            }
            [.., last] => last[1] = high,
            [] => {}
        }
        Curve::new(points, curve.beyond()).unwrap_or_else(|_| curve.clone())
    }

    /// The range of a money scale that a weight was given for, or that a finding rests on.
    pub fn range(self, range: [f64; 2]) -> [f64; 2] {
        range.map(|minor| self.nearest(minor).clamp(-Curve::MAX_ABS, Curve::MAX_ABS))
    }

    /// Findings that are held to be no problem: about the same money scale, in other minor units.
    pub fn doubts(self, doubts: &mut [Doubt]) {
        for ends in doubts.iter_mut().filter_map(Doubt::money_ends_mut) {
            *ends = self.range(*ends);
        }
    }

    fn keep(self, minor: &mut i64) -> bool {
        self.amount(*minor).map(|amount| *minor = amount).is_ok()
    }

    fn ownership(self, ownership: &mut Ownership) {
        ownership.curve = self.fitting_curve(&ownership.curve);
    }

    fn segment(self, segment: &mut Segment, keep: &mut Keep<'_>) {
        if let Some(range) = segment.given_for.get_mut(&Leaf::Ownership) {
            *range = self.range(*range);
        }
        // Answers of which some cannot be written say something else.
        let fits = |elicited: &mut Elicited| elicited.answers.amounts_mut().all(&mut *keep);
        segment.elicited.retain_mut(fits);
    }

    /// Everything of `case`; what the currency cannot hold is left out: levels are missing then.
    ///
    /// The currency of `case` and its variants are left to the caller.
    pub fn case(self, case: &mut Comparison) {
        let keep: &mut Keep<'_> = &mut |minor| self.keep(minor);
        self.ownership(&mut case.header.ownership);
        self.doubts(&mut case.header.dismissed);
        for offer in &mut case.offers {
            levels(&mut offer.levels, keep);
            levels(&mut offer.after_use, keep);
        }
        if let Some(expected) = &mut case.header.expectation {
            levels(&mut expected.levels, keep);
        }
        case.segments.iter_mut().for_each(|segment| self.segment(segment, keep));
    }

    /// Every amount in `differences`; those that `keep` refuses are left out, with the difference that is nothing else.
    fn differences(self, differences: &mut Vec<Difference>, keep: &mut Keep<'_>) {
        differences.retain_mut(|difference| match difference {
            Difference::Level { level, .. } | Difference::AfterUse { level, .. } => {
                level.as_mut().is_none_or(|level| fits(level, keep))
            }
            Difference::Ownership(ownership) => {
                self.ownership(ownership);
                true
            }
            Difference::Structure(structure) => {
                self.structure(structure, keep);
                true
            }
            Difference::Weights { .. } | Difference::CostEmphasis { .. } => true,
        });
    }

    fn structure(self, structure: &mut Structure, keep: &mut Keep<'_>) {
        for offer in structure.offers.rows_mut() {
            levels(&mut offer.levels, keep);
            levels(&mut offer.after_use, keep);
        }
        structure.segments.rows_mut().for_each(|segment| self.segment(segment, keep));
        structure.levels.retain_mut(|(.., level)| fits(level, keep));
        for (_, ranges) in &mut structure.ranges {
            if let Some(range) = ranges.get_mut(&Leaf::Ownership) {
                *range = self.range(*range);
            }
        }
        if let Some(Expecting::Added(expected)) = &mut structure.expectation {
            levels(&mut expected.levels, keep);
        }
        if let Some(changed) = &mut structure.dismissed {
            self.doubts(&mut changed.before);
            self.doubts(&mut changed.after);
        }
    }
}

fn fits(level: &mut Level, keep: &mut Keep<'_>) -> bool {
    match level {
        Level::Money(minor) => keep(minor),
        Level::Number(_) | Level::Category(_) => true,
    }
}

fn levels(levels: &mut std::collections::BTreeMap<CriterionId, Level>, keep: &mut Keep<'_>) {
    levels.retain(|_, level| fits(level, keep));
}

/// True where a what-if brings its own currency: its amounts are written in that one, whatever the real case has.
fn has_own_currency(differences: &[Difference]) -> bool {
    differences.iter().any(|d| matches!(d, Difference::Structure(structure) if structure.currency.is_some()))
}

/// The differences of a what-if whose real case goes from one currency to another: amounts keep their number of units,
/// and one that the new currency cannot hold is left out.
#[must_use]
pub fn in_currency(differences: &[Difference], from: Currency, to: Currency) -> Vec<Difference> {
    let mut all = differences.to_vec();
    if let Some(exchange) = Exchange::between(from, to).filter(|_| !has_own_currency(differences)) {
        exchange.differences(&mut all, &mut |minor| exchange.keep(minor));
    }
    all
}

/// As [`in_currency`], where nothing may get lost; `None` where every amount stays as it is written.
///
/// # Errors
/// The first amount that the new currency cannot hold: one of a money scale too, as where two control points fall on each
/// other.
pub(super) fn exchanged(
    differences: &[Difference],
    from: Currency,
    to: Currency,
) -> Result<Option<Vec<Difference>>, AmountError> {
    let Some(exchange) = Exchange::between(from, to).filter(|_| !has_own_currency(differences)) else {
        return Ok(None);
    };
    for difference in differences {
        if let Difference::Ownership(ownership) = difference {
            exchange.curve(&ownership.curve).map_err(|error| exchange.why(error))?;
        }
    }
    let (mut all, mut refused) = (differences.to_vec(), Ok(()));
    exchange.differences(&mut all, &mut |minor| match exchange.amount(*minor) {
        Ok(amount) => {
            *minor = amount;
            true
        }
        Err(error) => {
            refused = Err(error);
            false
        }
    });
    refused.map(|()| Some(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::curve::Beyond;

    fn currency(code: &str) -> Currency {
        Currency::new(code).unwrap()
    }

    fn to_yen() -> Exchange {
        Exchange::between(Currency::CNY, currency("JPY")).unwrap()
    }

    #[test]
    fn amounts_keep_their_number_of_units_or_are_refused() {
        assert_eq!(to_yen().amount(280_000), Ok(2800));
        assert_eq!(to_yen().amount(-500), Ok(-5));
        assert_eq!(to_yen().amount(280_050), Err(AmountError::TooFine { decimals: 0 }));
        let to_dinar = Exchange::between(Currency::CNY, currency("KWD")).unwrap();
        assert_eq!(to_dinar.amount(280_050), Ok(2_800_500));
        assert_eq!(to_dinar.amount(AMOUNT_MAX_MINOR), Err(AmountError::TooLarge));
        assert!(Exchange::between(Currency::CNY, Currency::USD).is_none(), "both have cents");
    }

    #[test]
    fn a_money_scale_that_the_currency_cannot_hold_becomes_the_nearest_that_it_can() {
        let curve = |points: &[[f64; 2]]| Curve::new(points.to_vec(), Beyond::Flat).unwrap();
        let fitting = |points: &[[f64; 2]]| to_yen().fitting_curve(&curve(points)).points().to_vec();
        let wide = [[200_000.0, 0.0], [350_000.0, 60.0], [500_000.0, 100.0]];
        assert_eq!(fitting(&wide), [[2000.0, 0.0], [3500.0, 60.0], [5000.0, 100.0]]);
        assert_eq!(to_yen().curve(&curve(&wide)).unwrap().points(), fitting(&wide));
        // 1.00, 1.20, 7.60 and 8.40 yuan.
        let close = [[100.0, 0.0], [120.0, 10.0], [760.0, 90.0], [840.0, 100.0]];
        assert!(to_yen().curve(&curve(&close)).is_err());
        assert_eq!(fitting(&close), [[1.0, 0.0], [8.0, 100.0]]);
        assert_eq!(fitting(&[[100.0, 0.0], [120.0, 100.0]]), [[1.0, 0.0], [2.0, 100.0]]);
        let from_yen = Exchange::between(currency("JPY"), Currency::CNY).unwrap();
        let high = from_yen.fitting_curve(&curve(&[[9e14, 0.0], [1e15, 100.0]]));
        assert_eq!(high.points(), [[1e15 - 1.0, 0.0], [1e15, 100.0]], "as far as numbers go");
    }
}
