//! Edits of pinned sentences.

use super::EditError;
use super::draft::Draft;
use crate::model::comparison::Header;
use crate::model::statement::Statement;

pub(super) fn pin(draft: &mut Draft<'_>, statement: &Statement) -> Result<(), EditError> {
    if draft.pins().contains(statement) {
        return Ok(());
    }
    if draft.pins().len() >= Header::PINS_MAX {
        return Err(EditError::TooMany(Header::PINS_MAX));
    }
    if !fits(draft, statement) {
        return Err(EditError::Gone);
    }
    draft.header().pins.push(statement.clone());
    Ok(())
}

pub(super) fn unpin(draft: &mut Draft<'_>, statement: &Statement) {
    if draft.pins().contains(statement) {
        draft.header().pins.retain(|pin| pin != statement);
    }
}

/// Lets go of pins that name what is no longer there.
pub(super) fn conform(draft: &mut Draft<'_>) {
    let kept: Vec<Statement> = draft.pins().iter().filter(|pin| fits(draft, pin)).cloned().collect();
    if kept.len() < draft.pins().len() {
        draft.header().pins = kept;
    }
}

fn fits(draft: &Draft<'_>, statement: &Statement) -> bool {
    statement.fits(|id| draft.has_offer(id), &draft.criteria_now())
}
