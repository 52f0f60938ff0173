//! Edits of offers.

use super::draft::Draft;
use super::levels::level_error;
use super::rules::{check_name_length, checked_name, checked_note};
use super::{EditError, OfferDetails};
use crate::model::comparison::Offer;
use crate::model::id::OfferId;
use crate::model::lever::{LeverSet, Reach};
use crate::model::order::slot;

/// Most offers of one comparison.
const OFFERS_MAX: usize = 1_000_000;

pub(super) fn place_offer(draft: &mut Draft<'_>, mut offer: Offer, at: usize) -> Result<(), EditError> {
    let others: Vec<(OfferId, i64)> =
        draft.base.offers.iter().filter(|o| o.id != offer.id).map(|o| (o.id, o.position)).collect();
    let positions: Vec<i64> = others.iter().map(|o| o.1).collect();
    let slot = slot(&positions, at);
    for (&(id, _), position) in others.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.offer(id)?.position = position;
    }
    offer.position = slot.position;
    draft.insert_offer(offer);
    Ok(())
}

pub(super) fn add_offer(draft: &mut Draft<'_>, offer: &Offer, at: usize) -> Result<(), EditError> {
    if draft.base.offers.len() >= OFFERS_MAX {
        return Err(EditError::TooMany(OFFERS_MAX));
    }
    if draft.base.offer(offer.id).is_some() || offer.id == OfferId::EXPECTED {
        return Err(EditError::Unsound("the offer is already there".to_owned()));
    }
    let details = checked_details(&OfferDetails::of(offer))?;
    let mut offer = offer.clone();
    put_details(&mut offer, details);
    for (criterion, level) in offer.levels.iter().chain(&offer.after_use) {
        let criterion = draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
        level.check(&criterion.scale).map_err(|error| level_error(criterion, offer.name.clone(), error))?;
    }
    for (criterion, note) in &mut offer.level_notes {
        draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
        *note = checked_note(note)?;
    }
    offer.levers = checked_levers(draft, &offer.levers)?;
    place_offer(draft, offer, at)
}

/// Levers whose numbers are in range; `+ 0.0` turns -0.0 into 0.0.
fn checked_levers(draft: &Draft<'_>, levers: &LeverSet) -> Result<LeverSet, EditError> {
    levers.check(|id| draft.base.scale(id)).map_err(|(_, rule)| rule)?;
    let mut levers = levers.clone();
    levers.margin += 0.0;
    for lever in &mut levers.levers {
        match &mut lever.reach {
            Reach::Steps { cost, low, high, .. } => {
                [Some(cost), low.as_mut(), high.as_mut()].into_iter().flatten().for_each(|number| *number += 0.0);
            }
            Reach::Named { costs } => costs.values_mut().for_each(|cost| *cost += 0.0),
        }
    }
    Ok(levers)
}

pub(super) fn set_levers(draft: &mut Draft<'_>, id: OfferId, levers: &LeverSet) -> Result<(), EditError> {
    let levers = checked_levers(draft, levers)?;
    draft.offer(id)?.levers = levers;
    Ok(())
}

pub(super) fn move_offer(draft: &mut Draft<'_>, id: OfferId, to: usize) -> Result<(), EditError> {
    let from = draft.base.offers.iter().position(|o| o.id == id).ok_or(EditError::Gone)?;
    if from == to.min(draft.base.offers.len() - 1) {
        return Ok(());
    }
    let offer = draft.base.offers[from].clone();
    place_offer(draft, offer, to)
}

pub(super) fn checked_details(details: &OfferDetails) -> Result<OfferDetails, EditError> {
    let store = details.store.cleaned();
    check_name_length(&store)?;
    Ok(OfferDetails { name: checked_name(&details.name)?, store, note: checked_note(&details.note)?, ..*details })
}

pub(super) fn put_details(offer: &mut Offer, details: OfferDetails) {
    offer.name = details.name;
    offer.store = details.store;
    offer.ours = details.ours;
    offer.color = details.color;
    offer.note = details.note;
}

pub(super) fn describe_offer(draft: &mut Draft<'_>, id: OfferId, details: &OfferDetails) -> Result<(), EditError> {
    let details = checked_details(details)?;
    put_details(draft.offer(id)?, details);
    Ok(())
}
