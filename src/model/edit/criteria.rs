//! Edits of criteria and dimensions.

use std::collections::BTreeMap;

use super::EditError;
use super::answers::set_by_hand;
use super::doubts::conform as conform_dismissed;
use super::draft::Draft;
use super::levels::check_level;
use super::money::conform_price;
use super::pins::conform as conform_pins;
use super::rules::{check_scale_names, checked_name, checked_note};
use crate::model::comparison::{Criterion, Offer, leaf_of};
use crate::model::dimension::Dimension;
use crate::model::id::{CriterionId, OfferId};
use crate::model::order::slot;
use crate::model::ranges::is_other_range;
use crate::model::scale::{Level, Scale};
use crate::model::text::Text;
use crate::model::weights::{Leaf, WeightSet};

/// Most criteria of one comparison.
const CRITERIA_MAX: usize = 1_000;

pub(super) fn check_scale(draft: &Draft<'_>, dimension: Dimension, scale: &Scale) -> Result<(), EditError> {
    if scale.is_money() && dimension != Dimension::Monetary {
        return Err(EditError::MoneyOutsideMonetary);
    }
    scale.check(draft.base.header.account == crate::model::Account::Points)?;
    check_scale_names(scale)
}

/// Gives a criterion the position at index `at` among the criteria of its dimension.
pub(super) fn place_criterion(draft: &mut Draft<'_>, mut criterion: Criterion, at: usize) -> Result<(), EditError> {
    let all: Vec<(CriterionId, Dimension, i64)> =
        draft.criteria_now().iter().filter(|c| c.id != criterion.id).map(|c| (c.id, c.dimension, c.position)).collect();
    // Behind the last criterion of this or an earlier dimension, so that files read in the order of the screen.
    let siblings: Vec<usize> = (0..all.len()).filter(|&i| all[i].1 == criterion.dimension).collect();
    let index = match siblings.get(at) {
        Some(&i) => i,
        None => siblings
            .last()
            .map_or_else(|| all.iter().rposition(|c| c.1 < criterion.dimension).map_or(0, |i| i + 1), |&i| i + 1),
    };
    let positions: Vec<i64> = all.iter().map(|c| c.2).collect();
    let slot = slot(&positions, index);
    for (&(id, ..), position) in all.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.criterion(id)?.position = position;
    }
    criterion.position = slot.position;
    draft.insert_criterion(criterion);
    Ok(())
}

pub(super) fn add_criterion(
    draft: &mut Draft<'_>,
    criterion: &Criterion,
    at: usize,
    levels: &[(OfferId, Level)],
) -> Result<(), EditError> {
    if draft.base.criteria.len() >= CRITERIA_MAX {
        return Err(EditError::TooMany(CRITERIA_MAX));
    }
    if draft.base.criterion(criterion.id).is_some() {
        return Err(EditError::Unsound("the criterion is already there".to_owned()));
    }
    let criterion =
        Criterion { name: checked_name(&criterion.name)?, note: checked_note(&criterion.note)?, ..criterion.clone() };
    check_scale(draft, criterion.dimension, &criterion.scale)?;
    for (offer, level) in levels {
        check_level(draft, *offer, &criterion, *level)?;
        draft.levels(*offer)?.insert(criterion.id, *level);
    }
    draft.header().dimensions[criterion.dimension.index()].hidden = false;
    place_criterion(draft, criterion, at)?;
    conform_price(draft);
    draft.conform_weights()
}

pub(super) fn remove_criterion(draft: &mut Draft<'_>, id: CriterionId) -> Result<(), EditError> {
    draft.base.criterion(id).ok_or(EditError::Gone)?;
    draft.remove_criterion(id);
    let has_lever = |o: &Offer| o.levers.levers.iter().any(|lever| lever.criterion == id);
    let has_it = |o: &&Offer| {
        o.levels.contains_key(&id) || o.after_use.contains_key(&id) || o.level_notes.contains_key(&id) || has_lever(o)
    };
    for offer in draft.base.offers.iter().filter(has_it) {
        let offer = draft.offer(offer.id)?;
        offer.levels.remove(&id);
        offer.after_use.remove(&id);
        offer.level_notes.remove(&id);
        offer.levers.levers.retain(|lever| lever.criterion != id);
    }
    for segment in &draft.base.segments {
        draft.segment(segment.id)?.weights.multipliers.remove(&id);
    }
    if let Some(expected) = &mut draft.header().expectation {
        expected.levels.remove(&id);
    }
    conform_price(draft);
    conform_pins(draft);
    conform_dismissed(draft);
    draft.conform_weights()
}

pub(super) fn move_criterion(
    draft: &mut Draft<'_>,
    id: CriterionId,
    dimension: Dimension,
    to: usize,
) -> Result<(), EditError> {
    let mut criterion = draft.base.criterion(id).ok_or(EditError::Gone)?.clone();
    let siblings: Vec<CriterionId> = draft.base.criteria_of(criterion.dimension).map(|c| c.id).collect();
    let stays = criterion.dimension == dimension
        && siblings.iter().position(|s| *s == id) == Some(to.min(siblings.len().saturating_sub(1)));
    if stays {
        return Ok(());
    }
    if criterion.dimension.side() != dimension.side() {
        return Err(EditError::OtherSide);
    }
    if criterion.dimension != dimension {
        // It comes to its new siblings as a newcomer does: with weight 0.
        for segment in &draft.base.segments {
            let segment = draft.segment(segment.id)?;
            segment.weights.leaves.remove(&leaf_of(&criterion));
            for set in [criterion.dimension, dimension].map(WeightSet::Dimension) {
                set_by_hand(segment, set);
            }
        }
        forget_range(draft, leaf_of(&criterion))?;
    }
    criterion.dimension = dimension;
    check_scale(draft, dimension, &criterion.scale)?;
    draft.header().dimensions[dimension.index()].hidden = false;
    place_criterion(draft, criterion, to)?;
    draft.conform_weights()
}

/// The weight of a leaf was not given for any range that its scale could still have.
fn forget_range(draft: &mut Draft<'_>, leaf: Leaf) -> Result<(), EditError> {
    for segment in draft.base.segments.iter().filter(|s| s.given_for.contains_key(&leaf)) {
        draft.segment(segment.id)?.given_for.remove(&leaf);
    }
    Ok(())
}

pub(super) fn set_scale(draft: &mut Draft<'_>, id: CriterionId, scale: &Scale) -> Result<(), EditError> {
    let criterion = draft.base.criterion(id).ok_or(EditError::Gone)?;
    let old_leaf = leaf_of(criterion);
    check_scale(draft, criterion.dimension, scale)?;
    let lost: Vec<OfferId> = draft.base.levels_lost(id, scale).map(|o| o.id).collect();
    for offer in lost {
        draft.offer(offer)?.levels.remove(&id);
    }
    drop_misfits(draft, id, scale)?;
    let has_lever = |o: &&Offer| o.levers.levers.iter().any(|lever| lever.criterion == id);
    let base = draft.base;
    for offer in base.offers.iter().filter(has_lever) {
        let new = |other| if other == id { Some(scale) } else { base.scale(other) };
        draft.offer(offer.id)?.levers.conform(new);
    }
    if is_other_range(&criterion.scale, scale) {
        forget_range(draft, old_leaf)?;
    }
    let changed = draft.criterion(id)?;
    changed.scale = scale.clone();
    let new_leaf = leaf_of(changed);
    let is_other_money = |c: &Criterion| c.id != id && c.scale.is_money();
    if old_leaf != new_leaf && !draft.base.criteria.iter().any(is_other_money) {
        // To or from the only money: it is the same criterion under another leaf, so its weight goes with it.
        for segment in &draft.base.segments {
            let leaves = &mut draft.segment(segment.id)?.weights.leaves;
            if let Some(share) = leaves.remove(&old_leaf) {
                leaves.insert(new_leaf, share);
            }
        }
    }
    conform_price(draft);
    conform_pins(draft);
    conform_dismissed(draft);
    draft.conform_weights()
}

/// Lets go of levels that are expected, or were found in use, and that the new scale does not take.
fn drop_misfits(draft: &mut Draft<'_>, id: CriterionId, scale: &Scale) -> Result<(), EditError> {
    let is_lost = |levels: &BTreeMap<CriterionId, Level>| levels.get(&id).is_some_and(|l| l.check(scale).is_err());
    let base = draft.base;
    for offer in base.offers.iter().filter(|o| is_lost(&o.after_use)) {
        draft.offer(offer.id)?.after_use.remove(&id);
    }
    if base.header.expectation.as_ref().is_some_and(|expected| is_lost(&expected.levels)) {
        draft.levels(OfferId::EXPECTED)?.remove(&id);
    }
    Ok(())
}

pub(super) fn describe_criterion(
    draft: &mut Draft<'_>,
    id: CriterionId,
    name: &Text,
    note: &Text,
) -> Result<(), EditError> {
    let (name, note) = (checked_name(name)?, checked_note(note)?);
    let target = draft.criterion(id)?;
    (target.name, target.note) = (name, note);
    Ok(())
}

pub(super) fn hide_dimension(draft: &mut Draft<'_>, dimension: Dimension, hidden: bool) -> Result<(), EditError> {
    if hidden && draft.base.criteria_of(dimension).next().is_some() {
        return Err(EditError::DimensionInUse);
    }
    draft.header().dimensions[dimension.index()].hidden = hidden;
    Ok(())
}

pub(super) fn rename_dimension(
    draft: &mut Draft<'_>,
    dimension: Dimension,
    name: Option<&Text>,
) -> Result<(), EditError> {
    draft.header().dimensions[dimension.index()].name = name.map(checked_name).transpose()?;
    Ok(())
}
