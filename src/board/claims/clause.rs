//! How long a claim holds.

use super::Speaker;
use crate::claims::{Bound, Condition, Extent};
use crate::model::{CategoryId, CriterionId, Scale};
use crate::value::Quantity;
use crate::words::number;

impl Speaker<'_> {
    pub(super) fn extent(&self, extent: &Extent) -> String {
        match extent {
            Extent::Unsaid => String::new(),
            Extent::While(condition) => self.words.with("claim-holds-while", &[("what", &self.clause(condition))]),
            Extent::AnyWeight => self.words.t("claim-holds-any-weight"),
            Extent::Always(offers) => self.words.count("claim-holds-always", *offers),
        }
    }

    /// “Monetary weighs more than 41.7% of cost”.
    fn clause(&self, condition: &Condition) -> String {
        let shown = |bound: Option<Bound>| {
            bound.map(|b| match condition.quantity {
                Quantity::Weight(_) => shares(b.at, condition.today)[0].clone(),
                Quantity::CostEmphasis => emphases(b.at, condition.today)[0].clone(),
                Quantity::Level { criterion, .. } => self.levels(criterion, b.at, condition.today)[0].clone(),
            })
        };
        let (low, high) = (shown(condition.low), shown(condition.high));
        let how = match (condition.low, condition.high) {
            (Some(low), None) => {
                if low.included {
                    "from"
                } else {
                    "above"
                }
            }
            (None, Some(high)) => {
                if high.included {
                    "to"
                } else {
                    "below"
                }
            }
            (Some(low), Some(high)) if high.at - low.at > 1e-9 * high.at.abs().max(1.0) => "between",
            _ => "exactly",
        };
        let (low, high) = (low.or_else(|| high.clone()).unwrap_or_default(), high.unwrap_or_default());
        let mut arguments = vec![("how", how.to_owned()), ("low", low), ("high", high)];
        let key = match condition.quantity {
            Quantity::Weight(member) => {
                arguments.extend([("member", self.member(member)), ("set", self.set_of(member))]);
                "claim-while-weight"
            }
            Quantity::CostEmphasis => "claim-while-emphasis",
            Quantity::Level { offer, criterion } => {
                arguments.extend([("offer", self.named(offer)), ("criterion", self.criterion(criterion))]);
                let is_price = self.header().price == Some(criterion);
                if is_price { "claim-while-price" } else { "claim-while-level" }
            }
        };
        let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.with(key, &arguments)
    }

    /// Two levels of a criterion, as exact as its scale is and as it takes to tell them apart.
    pub(super) fn levels(&self, criterion: CriterionId, a: f64, b: f64) -> [String; 2] {
        let currency = self.header().currency;
        let span = match self.comparison.criterion(criterion).map(|c| &c.scale) {
            Some(Scale::Rating { low, high, .. }) => high - low,
            Some(Scale::Measure { curve, .. }) => curve.anchors().1 - curve.anchors().0,
            Some(Scale::Money { .. }) => {
                return apart(a, b, 0, |x, places| {
                    let units = if places == 0 { as_price(x) } else { x };
                    self.words.money(currency, units)
                });
            }
            Some(Scale::Category { .. }) | None => 1.0,
        };
        let unit = match self.comparison.criterion(criterion).map(|c| &c.scale) {
            Some(Scale::Measure { unit, .. }) => unit.get(self.words.lang()).to_owned(),
            _ => String::new(),
        };
        // A hundredth of the range is told.
        let places = [100.0, 10.0, 1.0].into_iter().take_while(|least| span < *least).count();
        apart(a, b, places, |x, places| {
            let level = rounded(x, places);
            if unit.is_empty() { level } else { self.words.with("claim-unit", &[("level", &level), ("unit", &unit)]) }
        })
    }

    pub(super) fn category(&self, criterion: CriterionId, level: CategoryId) -> String {
        let category = self.comparison.criterion(criterion).and_then(|c| c.scale.category(level));
        category.map(|c| c.name.get(self.words.lang()).to_owned()).unwrap_or_default()
    }
}

/// Two shares in per cent, as exact as it takes to tell them apart.
pub(super) fn shares(a: f64, b: f64) -> [String; 2] {
    apart(a, b, 1, |x, places| format!("{}%", rounded(x * 100.0, places)))
}

/// Two cost emphases, as exact as it takes to tell them apart.
pub(super) fn emphases(a: f64, b: f64) -> [String; 2] {
    apart(a, b, 2, rounded)
}

/// A number with so many decimal places at most.
fn rounded(x: f64, places: usize) -> String {
    let scale = 10_f64.powi(i32::try_from(places).unwrap_or(0));
    number((x * scale).round() / scale)
}

/// Decimal places beyond which numbers that read the same are the same.
const PLACES_MAX: usize = 6;

/// Both numbers, with the fewest places from `places` on with which they differ.
#[expect(clippy::float_cmp, reason = "equal to the last bit reads the same with any number of places")]
fn apart(a: f64, b: f64, places: usize, text: impl Fn(f64, usize) -> String) -> [String; 2] {
    let differs = |places: &usize| a == b || text(a, *places) != text(b, *places);
    let places = (places..=PLACES_MAX).find(differs).unwrap_or(places);
    [text(a, places), text(b, places)]
}

/// A price at which something happens is read as a price: to the unit above 100, else to the minor unit.
pub(super) fn as_price(units: f64) -> f64 {
    if units.abs() >= 100.0 { units.round() } else { units }
}
