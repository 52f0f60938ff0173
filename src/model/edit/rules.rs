//! Rules that several edits keep.

use super::EditError;
use crate::model::comparison::{Ownership, is_money_curve};
use crate::model::scale::Scale;
use crate::model::text::{NAME_MAX_CHARS, NOTE_MAX_CHARS, Text};

pub(super) fn checked_name(name: &Text) -> Result<Text, EditError> {
    let name = name.cleaned();
    if name.is_blank() {
        return Err(EditError::NameEmpty);
    }
    check_name_length(&name)?;
    Ok(name)
}

pub(super) fn checked_note(note: &Text) -> Result<Text, EditError> {
    let note = note.cleaned();
    check_note_length(&note)?;
    Ok(note)
}

pub(in crate::model) fn check_note_length(note: &Text) -> Result<(), EditError> {
    if note.chars() > NOTE_MAX_CHARS { Err(EditError::NoteTooLong(NOTE_MAX_CHARS)) } else { Ok(()) }
}

pub(in crate::model) fn check_name_length(name: &Text) -> Result<(), EditError> {
    if name.chars() > NAME_MAX_CHARS { Err(EditError::NameTooLong(NAME_MAX_CHARS)) } else { Ok(()) }
}

/// What a scale calls things is no longer than any other name.
pub(in crate::model) fn check_scale_names(scale: &Scale) -> Result<(), EditError> {
    match scale {
        Scale::Rating { low_word, high_word, .. } => check_name_length(low_word).and(check_name_length(high_word)),
        Scale::Measure { unit, .. } => check_name_length(unit),
        Scale::Category { levels, .. } => levels.iter().try_for_each(|level| check_name_length(&level.name)),
        Scale::Money { .. } => Ok(()),
    }
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
