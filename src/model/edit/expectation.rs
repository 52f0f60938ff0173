//! Edits of what the buyer expects, and of what offers are in use.

use super::EditError;
use super::draft::Draft;
use super::levels::{check_level, plain};
use crate::model::expectation::Expectation;
use crate::model::id::{CriterionId, OfferId};
use crate::model::scale::Level;

/// Begins with what is usual among the offers; what was already expected stays.
pub(super) fn add(draft: &mut Draft<'_>) {
    if draft.base.header.expectation.is_none() {
        draft.header().expectation = Some(Expectation::usual(draft.base));
    }
}

pub(super) fn remove(draft: &mut Draft<'_>) {
    draft.header().expectation = None;
}

pub(super) fn set_levels_after_use(
    draft: &mut Draft<'_>,
    cells: &[(OfferId, CriterionId, Option<Level>)],
) -> Result<(), EditError> {
    for (offer, id, level) in cells {
        let criterion = draft.base.criterion(*id).ok_or(EditError::Gone)?;
        let Some(level) = level else {
            draft.offer(*offer)?.after_use.remove(id);
            continue;
        };
        check_level(draft, *offer, criterion, *level)?;
        draft.offer(*offer)?.after_use.insert(*id, plain(*level));
    }
    Ok(())
}
