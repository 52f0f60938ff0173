//! Edits of variants, and the one that makes a what-if real.

use super::EditError;
use super::apply::{Changes, within};
use super::draft::Draft;
use super::money::differences_in;
use super::rules::{checked_name, checked_note};
use crate::model::check::{check, numbers_taken, variant_numbers_taken};
use crate::model::comparison::Comparison;
use crate::model::difference::Difference;
use crate::model::id::{ComparisonId, VariantId};
use crate::model::order::slot;
use crate::model::overlay::overlay;
use crate::model::text::Text;
use crate::model::variant::Variant;
use crate::model::workbook::{Change, Part, Workbook, rows};

fn free_name(draft: &Draft<'_>, name: &Text, except: Option<VariantId>) -> Result<Text, EditError> {
    let name = checked_name(name)?;
    if draft.base.is_variant_name_taken(&name, except) { Err(EditError::VariantNameTaken(name)) } else { Ok(name) }
}

/// No part that a variant holds has the number of another comparison's part.
fn check_numbers(workbook: &Workbook, comparison: ComparisonId, variant: &Variant) -> Result<(), EditError> {
    if variant_numbers_taken(variant, workbook.comparisons.iter().filter(|c| c.id() != comparison)) {
        return Err(EditError::Unsound("a part has the number of another one".to_owned()));
    }
    Ok(())
}

pub(super) fn add_to(workbook: &Workbook, comparison: ComparisonId, variant: &Variant) -> Changes {
    check_numbers(workbook, comparison, variant)?;
    within(workbook, comparison, |draft| add_variant(draft, variant))
}

/// Changes what a variant lays over the real case.
pub(super) fn set_in(
    workbook: &Workbook,
    comparison: ComparisonId,
    id: VariantId,
    differences: &[Difference],
) -> Changes {
    let old = workbook.comparison(comparison).and_then(|c| c.variant(id)).ok_or(EditError::Gone)?;
    let new = Variant { differences: differences.to_vec(), ..old.clone() };
    check_numbers(workbook, comparison, &new)?;
    within(workbook, comparison, |draft| {
        *draft.variant(id)? = new;
        Ok(())
    })
}

fn add_variant(draft: &mut Draft<'_>, variant: &Variant) -> Result<(), EditError> {
    if draft.base.variants.len() >= Variant::MAX {
        return Err(EditError::TooMany(Variant::MAX));
    }
    if draft.base.variant(variant.id).is_some() {
        return Err(EditError::Unsound("the variant is already there".to_owned()));
    }
    if let Some(parent) = variant.parent {
        draft.base.variant(parent).ok_or(EditError::Gone)?;
    }
    let name = free_name(draft, &variant.name, None)?;
    let positions: Vec<i64> = draft.base.variants.iter().map(|v| v.position).collect();
    let slot = slot(&positions, positions.len());
    for (other, position) in draft.base.variants.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.variant(other.id)?.position = position;
    }
    let reason = checked_note(&variant.reason)?;
    draft.insert_variant(Variant { name, reason, position: slot.position, ..variant.clone() });
    Ok(())
}

pub(super) fn describe_variant(
    draft: &mut Draft<'_>,
    id: VariantId,
    name: &Text,
    reason: &Text,
) -> Result<(), EditError> {
    let name = free_name(draft, name, Some(id))?;
    let reason = checked_note(reason)?;
    let variant = draft.variant(id)?;
    (variant.name, variant.reason) = (name, reason);
    Ok(())
}

/// Deletes a variant; what branched from it now branches from where it did.
pub(super) fn remove_variant(draft: &mut Draft<'_>, id: VariantId) -> Result<(), EditError> {
    let parent = draft.base.variant(id).ok_or(EditError::Gone)?.parent;
    for child in draft.base.variants.iter().filter(|v| v.parent == Some(id)) {
        draft.variant(child.id)?.parent = parent;
    }
    draft.remove_variant(id);
    Ok(())
}

pub(super) fn apply_differences(workbook: &Workbook, id: ComparisonId, differences: &[Difference]) -> Changes {
    let real = workbook.comparison(id).ok_or(EditError::Gone)?;
    let mut layered = Comparison { variants: real.variants.clone(), ..overlay(real, differences) };
    for variant in &mut layered.variants {
        if let Some(differences) = differences_in(variant, real.header.currency, layered.header.currency)? {
            variant.differences = differences;
        }
    }
    check(&layered).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
    if numbers_taken(&layered, workbook.comparisons.iter().filter(|c| c.id() != id)) {
        return Err(EditError::Unsound("a part has the number of another one".to_owned()));
    }
    Ok(changes_between(real, &layered))
}

/// The rows in which two states of a comparison differ.
#[must_use]
pub fn changes_between(old: &Comparison, new: &Comparison) -> Vec<Change> {
    let comparison = old.id();
    let mut gone: std::collections::BTreeMap<Part, _> = rows(old).collect();
    let mut changes = Vec::new();
    for (part, after) in rows(new) {
        let before = gone.remove(&part);
        if before.as_ref() != Some(&after) {
            changes.push(Change { comparison, part, before, after: Some(after) });
        }
    }
    changes.extend(gone.into_iter().map(|(part, before)| Change {
        comparison,
        part,
        before: Some(before),
        after: None,
    }));
    changes
}
