//! The curve behind a leaf, as it is shown and as it is kept.

use crate::model::{
    Account, Beyond, Comparison, Criterion, Curve, CurveError, Edit, EditError, Leaf, Level, Offer, Ownership, Scale,
};

/// The curve of a leaf with levels as they are read: amounts in units of currency. A rating is the straight line between
/// its bounds.
///
/// `None` for named levels, for what is not there, and for money in a money account, where it counts at face value.
#[must_use]
pub fn curve_of(comparison: &Comparison, leaf: Leaf) -> Option<Curve> {
    match (leaf, comparison.header.account) {
        (Leaf::Ownership, Account::Money) => None,
        (Leaf::Ownership, Account::Points) => {
            comparison.money_criteria().next()?;
            let currency = comparison.header.currency;
            comparison.header.ownership.curve.stretched(currency.units(1.0)).ok()
        }
        (Leaf::Criterion(id), _) => match &comparison.criterion(id)?.scale {
            Scale::Rating { low, high, .. } => Curve::line([*low, 0.0], [*high, 100.0]).ok(),
            Scale::Measure { curve, .. } => Some(curve.clone()),
            Scale::Category { .. } | Scale::Money { .. } => None,
        },
    }
}

/// The edit that gives a leaf another curve, with levels as [`curve_of`] has them.
///
/// A level of money is rounded to the smallest coin.
///
/// # Errors
/// Amounts that come together by rounding or are out of range, or a leaf without a curve.
pub fn curve_edit(comparison: &Comparison, leaf: Leaf, curve: &Curve) -> Result<Edit, EditError> {
    let id = comparison.id();
    let Leaf::Criterion(criterion) = leaf else {
        let per_unit = comparison.header.currency.units(1.0);
        let minor = |[x, y]: &[f64; 2]| [(x / per_unit).round(), *y];
        let made = Curve::new(curve.points().iter().map(minor).collect(), curve.beyond());
        let curve = made.map_err(|error| match error {
            // Told as it is read, in units.
            CurveError::RepeatedLevel(minor) => CurveError::RepeatedLevel(minor * per_unit),
            other => other,
        })?;
        return Ok(Edit::SetOwnership {
            comparison: id,
            ownership: Ownership { curve, ..comparison.header.ownership.clone() },
        });
    };
    match comparison.criterion(criterion).map(|c| &c.scale) {
        Some(Scale::Measure { unit, .. }) => {
            let scale = Scale::Measure { unit: unit.clone(), curve: curve.clone() };
            Ok(Edit::SetScale { comparison: id, criterion, scale })
        }
        _ => Err(EditError::Gone),
    }
}

/// The level of an offer on a leaf as a number to read; `None` where it is missing or has none.
pub(super) fn level_of(comparison: &Comparison, leaf: Leaf, offer: &Offer) -> Option<f64> {
    match leaf {
        Leaf::Ownership => comparison.ownership_cost(offer).map(|minor| comparison.header.currency.units(minor)),
        Leaf::Criterion(id) => match offer.levels.get(&id)? {
            Level::Number(x) => Some(*x),
            Level::Category(_) | Level::Money(_) => None,
        },
    }
}

/// The criterion of a leaf, or the first of the money that is one leaf.
pub(super) fn criterion_of(comparison: &Comparison, leaf: Leaf) -> Option<&Criterion> {
    match leaf {
        Leaf::Criterion(id) => comparison.criterion(id),
        Leaf::Ownership => comparison.money_criteria().next(),
    }
}

/// True where levels beyond the anchors have points too: not of a rating, which refuses them.
pub(super) fn goes_on(comparison: &Comparison, leaf: Leaf) -> bool {
    !criterion_of(comparison, leaf).is_some_and(|c| matches!(c.scale, Scale::Rating { .. }))
}

/// How a curve goes on, as a message key.
pub(super) fn beyond_key(beyond: Beyond) -> &'static str {
    match beyond {
        Beyond::Straight => "scale-page-straight",
        Beyond::Flat => "scale-page-flat",
    }
}
