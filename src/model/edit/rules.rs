//! Rules that several edits keep.

use super::EditError;
use crate::model::comparison::{Ownership, is_money_curve};
use crate::model::text::{NAME_MAX_CHARS, NOTE_MAX_CHARS, Text};

pub(super) fn checked_name(name: &Text) -> Result<Text, EditError> {
    let name = name.cleaned();
    if name.is_blank() {
        Err(EditError::NameEmpty)
    } else if name.chars() > NAME_MAX_CHARS {
        Err(EditError::NameTooLong(NAME_MAX_CHARS))
    } else {
        Ok(name)
    }
}

pub(super) fn checked_note(note: &Text) -> Result<Text, EditError> {
    let note = note.cleaned();
    if note.chars() > NOTE_MAX_CHARS { Err(EditError::NoteTooLong(NOTE_MAX_CHARS)) } else { Ok(note) }
}

pub(in crate::model) fn check_ownership(ownership: &Ownership) -> Result<(), EditError> {
    if !(1..=Ownership::MAX_YEARS).contains(&ownership.years) {
        return Err(EditError::Years);
    }
    if !(-0.5..=10.0).contains(&ownership.rate) {
        return Err(EditError::Rate);
    }
    let is_whole = |minor: &f64| minor.fract() == 0.0;
    if !is_money_curve(&ownership.curve) || !ownership.curve.points().iter().all(|p| is_whole(&p[0])) {
        return Err(EditError::MoneyCurve);
    }
    Ok(())
}
