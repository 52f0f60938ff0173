//! Edits of findings that are held to be no problem.

use super::EditError;
use super::draft::Draft;
use crate::model::comparison::leaf_of;
use crate::model::doubt::Doubt;
use crate::model::id::{OfferId, SegmentId};
use crate::model::weights::Leaf;

pub(super) fn dismiss(draft: &mut Draft<'_>, doubt: &Doubt) -> Result<(), EditError> {
    let dismissed = &draft.base.header.dismissed;
    if dismissed.iter().any(|known| known.covers(doubt)) {
        return Ok(());
    }
    if !doubt.is_sound() || conformed(draft, doubt).as_ref() != Some(doubt) {
        return Err(EditError::Gone);
    }
    // What says more takes the place of what said less.
    let mut kept: Vec<Doubt> = dismissed.iter().filter(|known| !doubt.covers(known)).cloned().collect();
    if kept.len() >= Doubt::MAX {
        return Err(EditError::TooMany(Doubt::MAX));
    }
    kept.push(doubt.clone());
    draft.header().dismissed = kept;
    Ok(())
}

pub(super) fn bring_back(draft: &mut Draft<'_>, doubt: &Doubt) {
    if draft.base.header.dismissed.iter().any(|known| known.covers(doubt)) {
        draft.header().dismissed.retain(|known| !known.covers(doubt));
    }
}

/// Lets go of what is about things that are no longer there.
pub(super) fn conform(draft: &mut Draft<'_>) {
    let dismissed = draft.dismissed();
    if dismissed.is_empty() {
        return;
    }
    let kept: Vec<Doubt> = dismissed.iter().filter_map(|doubt| conformed(draft, doubt)).collect();
    if kept != dismissed {
        draft.header().dismissed = kept;
    }
}

fn conformed(draft: &Draft<'_>, doubt: &Doubt) -> Option<Doubt> {
    let criteria = draft.criteria_now();
    let has_leaf = |leaf: Leaf| criteria.iter().any(|c| leaf_of(c) == leaf);
    doubt.conformed(|id: OfferId| draft.has_offer(id), has_leaf, |id: SegmentId| draft.has_segment(id))
}
