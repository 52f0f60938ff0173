//! Edits of levels and weights.

use super::EditError;
use super::draft::Draft;
use super::rules::checked_note;
use crate::model::comparison::{Criterion, Segment};
use crate::model::id::{CriterionId, OfferId, SegmentId};
use crate::model::ranges::record_ranges;
use crate::model::scale::{Level, LevelError};
use crate::model::text::Text;
use crate::model::weights::{Member, SUM_TOLERANCE, Share, WeightSet};

pub(super) fn level_error(criterion: &Criterion, offer: Text, error: LevelError) -> EditError {
    EditError::Level { criterion: criterion.name.clone(), offer, error }
}

pub(super) fn check_level(
    draft: &Draft<'_>,
    offer: OfferId,
    criterion: &Criterion,
    level: Level,
) -> Result<(), EditError> {
    let name = draft.name_of(offer).ok_or(EditError::Gone)?;
    level.check(&criterion.scale).map_err(|error| level_error(criterion, name, error))
}

/// `+ 0.0` turns -0.0 into 0.0.
pub(super) fn plain(level: Level) -> Level {
    if let Level::Number(x) = level { Level::Number(x + 0.0) } else { level }
}

pub(super) fn set_levels(
    draft: &mut Draft<'_>,
    cells: &[(OfferId, CriterionId, Option<Level>)],
) -> Result<(), EditError> {
    for (offer, id, level) in cells {
        let criterion = draft.base.criterion(*id).ok_or(EditError::Gone)?;
        match level {
            Some(level) => {
                check_level(draft, *offer, criterion, *level)?;
                draft.levels(*offer)?.insert(*id, plain(*level));
            }
            None => {
                draft.levels(*offer)?.remove(id);
            }
        }
    }
    Ok(())
}

/// Writes a whole set of weights; true where any of them was another.
pub(super) fn set_weights(
    draft: &mut Draft<'_>,
    segment: SegmentId,
    set: WeightSet,
    shares: &[(Member, Share)],
) -> Result<bool, EditError> {
    let members = draft.base.members(set);
    let named: Vec<Member> = shares.iter().map(|(member, _)| *member).collect();
    if members != named {
        return Err(EditError::WeightMembers);
    }
    let sum: f64 = shares.iter().map(|(_, s)| s.share).sum();
    let in_range = shares.iter().all(|(_, s)| (0.0..=1.0).contains(&s.share));
    if !in_range || (!shares.is_empty() && (sum - 1.0).abs() > SUM_TOLERANCE) {
        return Err(EditError::WeightSum);
    }
    let base = draft.base;
    let segment = draft.segment(segment)?;
    let mut is_given = false;
    for (member, share) in shares {
        // A lock is no statement about a weight.
        is_given |= segment.weights.member(*member).share.to_bits() != share.share.to_bits();
        segment.weights.put(*member, *share);
    }
    if is_given {
        record_ranges(segment, set, base);
    }
    Ok(is_given)
}

pub(super) fn set_level_note(
    draft: &mut Draft<'_>,
    offer: OfferId,
    criterion: CriterionId,
    note: &Text,
) -> Result<(), EditError> {
    let note = checked_note(note)?;
    draft.base.criterion(criterion).ok_or(EditError::Gone)?;
    let notes = &mut draft.offer(offer)?.level_notes;
    if note.is_blank() {
        notes.remove(&criterion);
    } else {
        notes.insert(criterion, note);
    }
    Ok(())
}

/// Sets λ; true where it was another.
pub(super) fn set_cost_emphasis(draft: &mut Draft<'_>, segment: SegmentId, value: f64) -> Result<bool, EditError> {
    if !(0.0..=Segment::COST_EMPHASIS_MAX).contains(&value) {
        return Err(EditError::CostEmphasis);
    }
    // `+ 0.0` turns -0.0 into 0.0.
    let old = std::mem::replace(&mut draft.segment(segment)?.cost_emphasis, value + 0.0);
    Ok(old.to_bits() != (value + 0.0).to_bits())
}
