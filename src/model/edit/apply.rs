//! From an edit to the rows it changes.

use super::draft::Draft;
use super::{
    Edit, EditError, answers, comparisons, criteria, doubts, expectation, fit, levels, money, moved, offers, pins,
    rules, segments, variants,
};
use crate::model::id::ComparisonId;
use crate::model::workbook::{Change, Workbook};

pub(super) type Changes = Result<Vec<Change>, EditError>;

pub(super) fn changes(edit: &Edit, workbook: &Workbook) -> Changes {
    match edit {
        Edit::AddComparisons { comparisons, at, .. } => comparisons::add_comparisons(workbook, comparisons, *at),
        Edit::RemoveComparison { comparison } => comparisons::remove_comparison(workbook, *comparison),
        Edit::ReplaceComparison { comparison, replacement } => {
            comparisons::replace_comparison(workbook, *comparison, replacement)
        }
        Edit::ConvertAccount { comparison, converted } => {
            comparisons::convert_account(workbook, *comparison, converted)
        }
        Edit::MoveComparison { comparison, to } => comparisons::move_comparison(workbook, *comparison, *to),
        Edit::DescribeComparison { comparison, name, note } => {
            comparisons::describe_comparison(workbook, *comparison, name, note)
        }
        Edit::ApplyDifferences { comparison, differences, .. } => {
            variants::apply_differences(workbook, *comparison, differences)
        }
        Edit::AddVariant { comparison, variant } => variants::add_to(workbook, *comparison, variant),
        Edit::SetVariant { comparison, variant, differences } => {
            variants::set_in(workbook, *comparison, *variant, differences)
        }
        Edit::SetCurrency { comparison, .. }
        | Edit::SetOwnership { comparison, .. }
        | Edit::RenameDimension { comparison, .. }
        | Edit::HideDimension { comparison, .. }
        | Edit::AddCriterion { comparison, .. }
        | Edit::RemoveCriterion { comparison, .. }
        | Edit::MoveCriterion { comparison, .. }
        | Edit::DescribeCriterion { comparison, .. }
        | Edit::SetScale { comparison, .. }
        | Edit::FitScale { comparison, .. }
        | Edit::ConfirmRange { comparison, .. }
        | Edit::MoveWeight { comparison, .. }
        | Edit::Dismiss { comparison, .. }
        | Edit::BringBack { comparison, .. }
        | Edit::SetPrice { comparison, .. }
        | Edit::AddOffer { comparison, .. }
        | Edit::RemoveOffer { comparison, .. }
        | Edit::MoveOffer { comparison, .. }
        | Edit::DescribeOffer { comparison, .. }
        | Edit::SetLevers { comparison, .. }
        | Edit::SetLevels { comparison, .. }
        | Edit::SetLevelNote { comparison, .. }
        | Edit::AddExpectation { comparison }
        | Edit::RemoveExpectation { comparison }
        | Edit::SetLevelsAfterUse { comparison, .. }
        | Edit::SetWeights { comparison, .. }
        | Edit::Answer { comparison, .. }
        | Edit::SetCostEmphasis { comparison, .. }
        | Edit::AddSegment { comparison, .. }
        | Edit::RemoveSegment { comparison, .. }
        | Edit::MoveSegment { comparison, .. }
        | Edit::DescribeSegment { comparison, .. }
        | Edit::SetSegmentSize { comparison, .. }
        | Edit::SetSharpness { comparison, .. }
        | Edit::SetBuysNothing { comparison, .. }
        | Edit::SetMultiplier { comparison, .. }
        | Edit::PinClaim { comparison, .. }
        | Edit::UnpinClaim { comparison, .. }
        | Edit::DescribeVariant { comparison, .. }
        | Edit::RemoveVariant { comparison, .. } => within(workbook, *comparison, |draft| draw(edit, draft)),
    }
}

/// An edit of one comparison, on its draft.
fn draw(edit: &Edit, draft: &mut Draft<'_>) -> Result<(), EditError> {
    match edit {
        Edit::SetCurrency { currency, .. } => money::set_currency(draft, *currency),
        Edit::SetOwnership { ownership, .. } => {
            rules::check_ownership(ownership)?;
            draft.header().ownership = ownership.clone();
            Ok(())
        }
        Edit::RenameDimension { dimension, name, .. } => criteria::rename_dimension(draft, *dimension, name.as_ref()),
        Edit::HideDimension { dimension, hidden, .. } => criteria::hide_dimension(draft, *dimension, *hidden),
        Edit::AddCriterion { criterion, at, levels, .. } => criteria::add_criterion(draft, criterion, *at, levels),
        Edit::RemoveCriterion { criterion, .. } => criteria::remove_criterion(draft, *criterion),
        Edit::MoveCriterion { criterion, dimension, to, .. } => {
            criteria::move_criterion(draft, *criterion, *dimension, *to)
        }
        Edit::DescribeCriterion { criterion, name, note, .. } => {
            criteria::describe_criterion(draft, *criterion, name, note)
        }
        Edit::SetScale { criterion, scale, .. } => criteria::set_scale(draft, *criterion, scale),
        Edit::FitScale { leaf, anchors, keep_trade_offs, .. } => {
            fit::fit_scale(draft, *leaf, *anchors, *keep_trade_offs)
        }
        Edit::ConfirmRange { segment, leaf, keep_trade_offs, .. } => {
            fit::confirm_range(draft, *segment, *leaf, *keep_trade_offs)
        }
        Edit::MoveWeight { segment, from, to, .. } => moved::move_weight(draft, *segment, *from, *to),
        Edit::Dismiss { doubt, .. } => doubts::dismiss(draft, doubt),
        Edit::BringBack { doubt, .. } => {
            doubts::bring_back(draft, doubt);
            Ok(())
        }
        Edit::SetPrice { criterion, .. } => money::set_price(draft, *criterion),
        Edit::AddOffer { offer, at, .. } => offers::add_offer(draft, offer, *at),
        Edit::RemoveOffer { offer, .. } => {
            draft.offer(*offer)?;
            draft.remove_offer(*offer);
            pins::conform(draft);
            doubts::conform(draft);
            draft.conform_answers()
        }
        Edit::MoveOffer { offer, to, .. } => offers::move_offer(draft, *offer, *to),
        Edit::DescribeOffer { offer, details, .. } => offers::describe_offer(draft, *offer, details),
        Edit::SetLevers { offer, levers, .. } => offers::set_levers(draft, *offer, levers),
        Edit::SetLevels { cells, .. } => levels::set_levels(draft, cells),
        Edit::SetLevelNote { offer, criterion, note, .. } => levels::set_level_note(draft, *offer, *criterion, note),
        Edit::AddExpectation { .. } => {
            expectation::add(draft);
            Ok(())
        }
        Edit::RemoveExpectation { .. } => {
            expectation::remove(draft);
            Ok(())
        }
        Edit::SetLevelsAfterUse { cells, .. } => expectation::set_levels_after_use(draft, cells),
        Edit::SetWeights { segment, set, shares, .. } => {
            if levels::set_weights(draft, *segment, *set, shares)? {
                answers::set_by_hand(draft.segment(*segment)?, *set);
            }
            Ok(())
        }
        Edit::Answer { segment, scope, answers, given, .. } => {
            answers::answer(draft, *segment, *scope, answers, given.as_ref())
        }
        Edit::SetCostEmphasis { segment, cost_emphasis, .. } => {
            if levels::set_cost_emphasis(draft, *segment, *cost_emphasis)? {
                answers::emphasis_set_by_hand(draft.segment(*segment)?);
            }
            Ok(())
        }
        Edit::AddSegment { segment, at, .. } => segments::add_segment(draft, segment, *at),
        Edit::RemoveSegment { segment, .. } => segments::remove_segment(draft, *segment),
        Edit::MoveSegment { segment, to, .. } => segments::move_segment(draft, *segment, *to),
        Edit::DescribeSegment { segment, name, .. } => segments::describe_segment(draft, *segment, name),
        Edit::SetSegmentSize { segment, size, .. } => segments::set_size(draft, *segment, *size),
        Edit::SetSharpness { segment, sharpness, .. } => segments::set_sharpness(draft, *segment, *sharpness),
        Edit::SetBuysNothing { segment, cdv, .. } => segments::set_buys_nothing(draft, *segment, *cdv),
        Edit::SetMultiplier { segment, criterion, factor, .. } => {
            segments::set_multiplier(draft, *segment, *criterion, *factor)
        }
        Edit::PinClaim { statement, .. } => pins::pin(draft, statement),
        Edit::UnpinClaim { statement, .. } => {
            pins::unpin(draft, statement);
            Ok(())
        }
        Edit::DescribeVariant { variant, name, reason, .. } => {
            variants::describe_variant(draft, *variant, name, reason)
        }
        Edit::RemoveVariant { variant, .. } => variants::remove_variant(draft, *variant),
        // Edits of the list of comparisons, or of more than one of them, have no draft.
        Edit::AddComparisons { .. }
        | Edit::RemoveComparison { .. }
        | Edit::ReplaceComparison { .. }
        | Edit::ConvertAccount { .. }
        | Edit::MoveComparison { .. }
        | Edit::DescribeComparison { .. }
        | Edit::AddVariant { .. }
        | Edit::SetVariant { .. }
        | Edit::ApplyDifferences { .. } => Err(EditError::Gone),
    }
}

pub(super) fn within(
    workbook: &Workbook,
    comparison: ComparisonId,
    change: impl FnOnce(&mut Draft<'_>) -> Result<(), EditError>,
) -> Changes {
    let mut draft = Draft::new(workbook.comparison(comparison).ok_or(EditError::Gone)?);
    change(&mut draft)?;
    Ok(draft.changes())
}
