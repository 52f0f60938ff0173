//! Edits of the list of comparisons.

use super::EditError;
use super::apply::{Changes, within};
use super::rules::{checked_name, checked_note};
use super::variants::changes_between;
use crate::model::check::{check, numbers_taken};
use crate::model::comparison::{Comparison, Header};
use crate::model::id::ComparisonId;
use crate::model::order::slot;
use crate::model::text::Text;
use crate::model::workbook::{Change, Part, Row, Workbook, rows, shares_wording};

pub(super) fn created(comparison: &Comparison) -> impl Iterator<Item = Change> {
    let id = comparison.id();
    rows(comparison).map(move |(part, row)| Change { comparison: id, part, before: None, after: Some(row) })
}

pub(super) fn deleted(comparison: &Comparison) -> Vec<Change> {
    let all: Vec<Change> = created(comparison).collect();
    all.iter().rev().map(Change::inverse).collect()
}

pub(super) fn header_change(before: &Header, position: i64) -> Change {
    let after = Header { position, ..before.clone() };
    Change {
        comparison: before.id,
        part: Part::Comparison,
        before: Some(Row::Comparison(Box::new(before.clone()))),
        after: Some(Row::Comparison(Box::new(after))),
    }
}

pub(super) fn add_comparisons(workbook: &Workbook, comparisons: &[Comparison], at: usize) -> Changes {
    let mut positions: Vec<i64> = workbook.comparisons.iter().map(|c| c.header.position).collect();
    let mut moved: Vec<Change> = Vec::new();
    let mut added: Vec<Comparison> = Vec::new();
    for (i, comparison) in comparisons.iter().enumerate() {
        let mut comparison = comparison.clone();
        comparison.header.name = checked_name(&comparison.header.name)?;
        let name = &comparison.header.name;
        let taken = workbook.is_name_taken(name, None) || added.iter().any(|c| shares_wording(&c.header.name, name));
        if taken {
            return Err(EditError::NameTaken(name.clone()));
        }
        check(&comparison).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
        if numbers_taken(&comparison, workbook.comparisons.iter().chain(&added)) {
            return Err(EditError::Unsound("a part has the number of another one".to_owned()));
        }
        let index = at.min(workbook.comparisons.len()) + i;
        let slot = slot(&positions, index);
        if let Some(renumbered) = slot.renumbered {
            // No room: everybody gets a fresh place, the newcomers so far among them.
            let newcomers = index - i..index;
            for (k, &position) in renumbered.iter().enumerate() {
                if newcomers.contains(&k) {
                    added[k - newcomers.start].header.position = position;
                }
            }
            moved = workbook
                .comparisons
                .iter()
                .zip(renumbered.iter().enumerate().filter(|(k, _)| !newcomers.contains(k)))
                .map(|(c, (_, &position))| header_change(&c.header, position))
                .collect();
            positions = renumbered;
        }
        comparison.header.position = slot.position;
        positions.insert(index.min(positions.len()), slot.position);
        added.push(comparison);
    }
    moved.extend(added.iter().flat_map(created));
    Ok(moved)
}

pub(super) fn remove_comparison(workbook: &Workbook, id: ComparisonId) -> Changes {
    Ok(deleted(workbook.comparison(id).ok_or(EditError::Gone)?))
}

pub(super) fn replace_comparison(workbook: &Workbook, id: ComparisonId, replacement: &Comparison) -> Changes {
    let old = workbook.comparison(id).ok_or(EditError::Gone)?;
    let mut new = replacement.clone();
    (new.header.id, new.header.position) = (id, old.header.position);
    if new == *old {
        return Ok(Vec::new());
    }
    if workbook.is_name_taken(&new.header.name, Some(id)) {
        return Err(EditError::NameTaken(new.header.name.clone()));
    }
    check(&new).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
    if numbers_taken(&new, workbook.comparisons.iter().filter(|c| c.id() != id)) {
        return Err(EditError::Unsound("a part has the number of another one".to_owned()));
    }
    let mut changes: Vec<Change> = deleted(old).into_iter().filter(|c| c.part != Part::Comparison).collect();
    changes.push(Change {
        comparison: id,
        part: Part::Comparison,
        before: Some(Row::Comparison(Box::new(old.header.clone()))),
        after: Some(Row::Comparison(Box::new(new.header.clone()))),
    });
    changes.extend(created(&new).filter(|c| c.part != Part::Comparison));
    Ok(changes)
}

/// The other account with the same offers, criteria, kinds of buyers and variants; only rows that differ change.
pub(super) fn convert_account(workbook: &Workbook, id: ComparisonId, converted: &Comparison) -> Changes {
    let old = workbook.comparison(id).ok_or(EditError::Gone)?;
    let mut new = converted.clone();
    (new.header.id, new.header.position) = (id, old.header.position);
    let parts = |of: &Comparison| rows(of).map(|(part, _)| part).collect::<Vec<Part>>();
    if new.header.account == old.header.account || parts(&new) != parts(old) {
        return Err(EditError::Unsound("it is not the same comparison in the other account".to_owned()));
    }
    new.conform_pins();
    new.conform_dismissed();
    check(&new).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
    if workbook.is_name_taken(&new.header.name, Some(id)) {
        return Err(EditError::NameTaken(new.header.name));
    }
    if numbers_taken(&new, workbook.comparisons.iter().filter(|c| c.id() != id)) {
        return Err(EditError::Unsound("a part has the number of another one".to_owned()));
    }
    Ok(changes_between(old, &new))
}

pub(super) fn move_comparison(workbook: &Workbook, id: ComparisonId, to: usize) -> Changes {
    let from = workbook.comparisons.iter().position(|c| c.id() == id).ok_or(EditError::Gone)?;
    if from == to.min(workbook.comparisons.len() - 1) {
        return Ok(Vec::new());
    }
    let others: Vec<&Header> = workbook.comparisons.iter().map(|c| &c.header).filter(|h| h.id != id).collect();
    let positions: Vec<i64> = others.iter().map(|h| h.position).collect();
    let slot = slot(&positions, to);
    let mut changes = vec![header_change(&workbook.comparisons[from].header, slot.position)];
    for (header, position) in others.into_iter().zip(slot.renumbered.into_iter().flatten()) {
        changes.push(header_change(header, position));
    }
    Ok(changes)
}

pub(super) fn describe_comparison(workbook: &Workbook, id: ComparisonId, name: &Text, note: &Text) -> Changes {
    let (name, note) = (checked_name(name)?, checked_note(note)?);
    if workbook.is_name_taken(&name, Some(id)) {
        return Err(EditError::NameTaken(name));
    }
    within(workbook, id, |draft| {
        draft.header().name = name;
        draft.header().note = note;
        Ok(())
    })
}
