//! Edits of kinds of buyers.

use super::EditError;
use super::doubts::conform as conform_dismissed;
use super::draft::Draft;
use super::rules::checked_name;
use crate::model::check::check_segment;
use crate::model::comparison::Segment;
use crate::model::id::{CriterionId, SegmentId};
use crate::model::order::slot;
use crate::model::segment::is_cdv;
use crate::model::text::Text;

fn free_name(draft: &Draft<'_>, name: &Text, except: Option<SegmentId>) -> Result<Text, EditError> {
    let name = checked_name(name)?;
    if draft.base.is_segment_name_taken(&name, except) { Err(EditError::SegmentNameTaken(name)) } else { Ok(name) }
}

/// `value` where it is a number that a segment may hold; `+ 0.0` turns -0.0 into 0.0.
fn checked_number(value: f64, error: EditError) -> Result<f64, EditError> {
    if (0.0..=Segment::NUMBER_MAX).contains(&value) { Ok(value + 0.0) } else { Err(error) }
}

fn checked_emphasis(value: f64) -> Result<f64, EditError> {
    if (0.0..=Segment::COST_EMPHASIS_MAX).contains(&value) { Ok(value + 0.0) } else { Err(EditError::CostEmphasis) }
}

fn place_segment(draft: &mut Draft<'_>, mut segment: Segment, at: usize) -> Result<(), EditError> {
    let others: Vec<(SegmentId, i64)> =
        draft.base.segments.iter().filter(|s| s.id != segment.id).map(|s| (s.id, s.position)).collect();
    let positions: Vec<i64> = others.iter().map(|s| s.1).collect();
    let slot = slot(&positions, at);
    for (&(id, _), position) in others.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.segment(id)?.position = position;
    }
    segment.position = slot.position;
    draft.insert_segment(segment);
    Ok(())
}

pub(super) fn add_segment(draft: &mut Draft<'_>, segment: &Segment, at: usize) -> Result<(), EditError> {
    if draft.base.segments.len() >= Segment::MAX {
        return Err(EditError::TooMany(Segment::MAX));
    }
    if draft.base.segment(segment.id).is_some() {
        return Err(EditError::Unsound("the kind of buyer is already there".to_owned()));
    }
    let mut segment = Segment {
        name: free_name(draft, &segment.name, None)?,
        everyone: false,
        size: checked_number(segment.size, EditError::SegmentSize)?,
        sharpness: checked_number(segment.sharpness, EditError::Sharpness)?,
        cost_emphasis: checked_emphasis(segment.cost_emphasis)?,
        ..segment.clone()
    };
    for factor in segment.weights.multipliers.values_mut() {
        *factor = checked_number(*factor, EditError::Multiplier)?;
    }
    check_segment(draft.base, &segment, "segment").map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
    place_segment(draft, segment, at)
}

pub(super) fn remove_segment(draft: &mut Draft<'_>, id: SegmentId) -> Result<(), EditError> {
    if draft.segment(id)?.everyone {
        return Err(EditError::EveryoneStays);
    }
    draft.remove_segment(id);
    conform_dismissed(draft);
    Ok(())
}

pub(super) fn move_segment(draft: &mut Draft<'_>, id: SegmentId, to: usize) -> Result<(), EditError> {
    let from = draft.base.segments.iter().position(|s| s.id == id).ok_or(EditError::Gone)?;
    if from == to.min(draft.base.segments.len() - 1) {
        return Ok(());
    }
    let segment = draft.base.segments[from].clone();
    place_segment(draft, segment, to)
}

pub(super) fn describe_segment(draft: &mut Draft<'_>, id: SegmentId, name: &Text) -> Result<(), EditError> {
    let name = free_name(draft, name, Some(id))?;
    draft.segment(id)?.name = name;
    Ok(())
}

pub(super) fn set_size(draft: &mut Draft<'_>, id: SegmentId, size: f64) -> Result<(), EditError> {
    let size = checked_number(size, EditError::SegmentSize)?;
    draft.segment(id)?.size = size;
    Ok(())
}

pub(super) fn set_sharpness(draft: &mut Draft<'_>, id: SegmentId, sharpness: f64) -> Result<(), EditError> {
    let sharpness = checked_number(sharpness, EditError::Sharpness)?;
    draft.segment(id)?.sharpness = sharpness;
    Ok(())
}

pub(super) fn set_buys_nothing(draft: &mut Draft<'_>, id: SegmentId, cdv: Option<f64>) -> Result<(), EditError> {
    if !cdv.is_none_or(is_cdv) {
        return Err(EditError::BuysNothing);
    }
    draft.segment(id)?.buys_nothing = cdv.map(|cdv| cdv + 0.0);
    Ok(())
}

/// A multiplier of 1 is one that is not set.
pub(super) fn set_multiplier(
    draft: &mut Draft<'_>,
    id: SegmentId,
    criterion: CriterionId,
    factor: f64,
) -> Result<(), EditError> {
    let factor = checked_number(factor, EditError::Multiplier)?;
    if draft.base.criterion(criterion).ok_or(EditError::Gone)?.scale.is_money() {
        return Err(EditError::Multiplier);
    }
    let multipliers = &mut draft.segment(id)?.weights.multipliers;
    #[expect(clippy::float_cmp, reason = "1 is what stands for nothing set, and only 1")]
    let is_unset = factor == 1.0;
    if is_unset {
        multipliers.remove(&criterion);
    } else {
        multipliers.insert(criterion, factor);
    }
    Ok(())
}
