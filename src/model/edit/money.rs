//! Edits of the currency and of the price.

use super::EditError;
use super::draft::Draft;
use crate::model::comparison::Offer;
use crate::model::curve::Curve;
use crate::model::id::{CriterionId, OfferId};
use crate::model::money::{AMOUNT_MAX_MINOR, AmountError, Currency};
use crate::model::scale::{Level, Paid, Scale};
use crate::model::weights::Leaf;

pub(super) fn set_currency(draft: &mut Draft<'_>, currency: Currency) -> Result<(), EditError> {
    let base = draft.base;
    let (old, new) = (base.header.currency.minor_per_unit(), currency.minor_per_unit());
    draft.header().currency = currency;
    if old == new {
        return Ok(());
    }
    let finer = |minor: i64| -> Result<i64, EditError> {
        let scaled = i128::from(minor) * i128::from(new);
        let old = i128::from(old);
        if scaled % old != 0 {
            return Err(AmountError::TooFine { decimals: currency.exponent() }.into());
        }
        i64::try_from(scaled / old)
            .ok()
            .filter(|minor| minor.unsigned_abs() <= AMOUNT_MAX_MINOR.unsigned_abs())
            .ok_or(EditError::Amount(AmountError::TooLarge))
    };
    let exchange = |levels: &mut dyn Iterator<Item = &mut Level>| -> Result<(), EditError> {
        for level in levels {
            if let Level::Money(minor) = level {
                *minor = finer(*minor)?;
            }
        }
        Ok(())
    };
    #[expect(clippy::cast_precision_loss, reason = "powers of ten up to 1000")]
    let stretched = base.header.ownership.curve.stretched(new as f64 / old as f64)?;
    let rounded: Vec<[f64; 2]> = stretched.points().iter().map(|[x, y]| [x.round(), *y]).collect();
    draft.header().ownership.curve = Curve::new(rounded, stretched.beyond())?;
    for segment in base.segments.iter().filter(|s| s.given_for.contains_key(&Leaf::Ownership)) {
        if let Some(range) = draft.segment(segment.id)?.given_for.get_mut(&Leaf::Ownership) {
            #[expect(clippy::cast_precision_loss, reason = "powers of ten up to 1000")]
            let finer = new as f64 / old as f64;
            *range = range.map(|minor| (minor * finer).round().clamp(-Curve::MAX_ABS, Curve::MAX_ABS));
        }
    }
    let answered = base.segments.iter().filter(|s| !s.elicited.is_empty()).map(|s| s.id);
    for id in answered {
        for amount in draft.segment(id)?.elicited.iter_mut().flat_map(|e| e.answers.amounts_mut()) {
            *amount = finer(*amount)?;
        }
    }
    let is_amount = |level: &Level| matches!(level, Level::Money(_));
    let with_amounts = |offer: &&Offer| offer.levels.values().chain(offer.after_use.values()).any(is_amount);
    for id in base.offers.iter().filter(with_amounts).map(|o| o.id) {
        let offer = draft.offer(id)?;
        exchange(&mut offer.levels.values_mut().chain(offer.after_use.values_mut()))?;
    }
    if base.header.expectation.is_some() {
        exchange(&mut draft.levels(OfferId::EXPECTED)?.values_mut())?;
    }
    Ok(())
}

/// Sees to it that the price is a once-paid criterion that is there, wherever there is one.
pub(super) fn conform_price(draft: &mut Draft<'_>) {
    let once = Scale::Money { paid: Paid::Once };
    let candidates: Vec<CriterionId> = draft.criteria_now().iter().filter(|c| c.scale == once).map(|c| c.id).collect();
    let price = draft.header().price.filter(|id| candidates.contains(id)).or(candidates.first().copied());
    draft.header().price = price;
}

pub(super) fn set_price(draft: &mut Draft<'_>, criterion: CriterionId) -> Result<(), EditError> {
    let target = draft.base.criterion(criterion).ok_or(EditError::Gone)?;
    if target.scale != (Scale::Money { paid: Paid::Once }) {
        return Err(EditError::NotAPrice);
    }
    draft.header().price = Some(criterion);
    Ok(())
}
