//! Edits of the currency and of the price.

use super::EditError;
use super::draft::Draft;
use crate::model::comparison::Offer;
use crate::model::currency_change::{Exchange, exchanged};
use crate::model::difference::Difference;
use crate::model::id::{CriterionId, OfferId};
use crate::model::money::Currency;
use crate::model::scale::{Level, Paid, Scale};
use crate::model::variant::Variant;
use crate::model::weights::Leaf;

pub(super) fn set_currency(draft: &mut Draft<'_>, currency: Currency) -> Result<(), EditError> {
    let base = draft.base;
    let old = base.header.currency;
    draft.header().currency = currency;
    let Some(exchange) = Exchange::between(old, currency) else { return Ok(()) };
    draft.header().ownership.curve = exchange.curve(&base.header.ownership.curve)?;
    exchange.doubts(&mut draft.header().dismissed);
    for segment in base.segments.iter().filter(|s| s.given_for.contains_key(&Leaf::Ownership)) {
        if let Some(range) = draft.segment(segment.id)?.given_for.get_mut(&Leaf::Ownership) {
            *range = exchange.range(*range);
        }
    }
    let answered = base.segments.iter().filter(|s| !s.elicited.is_empty()).map(|s| s.id);
    for id in answered {
        for amount in draft.segment(id)?.elicited.iter_mut().flat_map(|e| e.answers.amounts_mut()) {
            *amount = exchange.amount(*amount)?;
        }
    }
    let in_levels = |levels: &mut dyn Iterator<Item = &mut Level>| -> Result<(), EditError> {
        for level in levels {
            if let Level::Money(minor) = level {
                *minor = exchange.amount(*minor)?;
            }
        }
        Ok(())
    };
    let is_amount = |level: &Level| matches!(level, Level::Money(_));
    let with_amounts = |offer: &&Offer| offer.levels.values().chain(offer.after_use.values()).any(is_amount);
    for id in base.offers.iter().filter(with_amounts).map(|o| o.id) {
        let offer = draft.offer(id)?;
        in_levels(&mut offer.levels.values_mut().chain(offer.after_use.values_mut()))?;
    }
    if base.header.expectation.is_some() {
        in_levels(&mut draft.levels(OfferId::EXPECTED)?.values_mut())?;
    }
    for variant in &base.variants {
        if let Some(differences) = differences_in(variant, old, currency)? {
            draft.variant(variant.id)?.differences = differences;
        }
    }
    Ok(())
}

/// What a variant lays over a real case that goes from one currency to another, where that is written otherwise.
pub(super) fn differences_in(
    variant: &Variant,
    from: Currency,
    to: Currency,
) -> Result<Option<Vec<Difference>>, EditError> {
    exchanged(&variant.differences, from, to)
        .map_err(|error| EditError::VariantAmount { variant: variant.name.clone(), error })
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
