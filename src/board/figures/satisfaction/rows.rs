//! Levels side by side: what is expected, as bought, and in use.

use std::collections::BTreeMap;

use super::{Asked, Judging};
use crate::board::RowKind;
use crate::board::column::{UNKNOWN, level_text};
use crate::model::{CategoryId, Criterion, CriterionId, Level, Scale, leaf_of};
use crate::value::When;

/// One criterion in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UseRow {
    /// Whose levels; `None` only for a row that was never filled.
    pub criterion: Option<CriterionId>,
    /// Its name.
    pub name: String,
    /// What is expected.
    pub expected: String,
    /// What was bought.
    pub bought: String,
    /// What it is in use, as it is put into an input; empty where it is as bought.
    pub in_use: String,
    /// Named levels to choose from; empty where levels are typed.
    pub named: Vec<(CategoryId, String)>,
    /// Satisfaction in use; empty for a part of the total cost of ownership.
    pub satisfaction: String,
    /// Whether that is above, below or at what was expected.
    pub better: Option<bool>,
}

/// One row per criterion, in the order of the matrix.
pub(super) fn uses(asked: &Asked<'_>, offer: usize) -> Vec<UseRow> {
    let (comparison, words, board) = (asked.comparison(), asked.seen.words, asked.seen.board);
    let when = if asked.judging == Judging::Bought { When::Bought } else { When::InUse };
    let judged = asked.found.with(offer, when);
    let (Some(held), Some(expected)) = (comparison.offers.get(offer), &comparison.header.expectation) else {
        return Vec::new();
    };
    let text = |criterion: &Criterion, levels: &BTreeMap<CriterionId, Level>| {
        let level = levels.get(&criterion.id);
        level.map_or_else(|| UNKNOWN.to_owned(), |level| level_text(comparison, &criterion.scale, *level, words))
    };
    let alone = comparison.money_criteria().nth(1).is_none();
    let row = |criterion: &Criterion| {
        // Money is judged added up: its parts have no satisfaction of their own.
        let leaf = board.compiled.index_of(leaf_of(criterion)).filter(|_| alone || !criterion.scale.is_money());
        let value = leaf.and_then(|l| judged.leaves[l]);
        UseRow {
            criterion: Some(criterion.id),
            name: criterion.name.get(words.lang()).to_owned(),
            expected: text(criterion, &expected.levels),
            bought: text(criterion, &held.levels),
            in_use: held.after_use.get(&criterion.id).map_or_else(String::new, |level| {
                words.level_input(&criterion.scale, comparison.header.currency, *level)
            }),
            named: match &criterion.scale {
                Scale::Category { levels, .. } => {
                    levels.iter().map(|c| (c.id, c.name.get(words.lang()).to_owned())).collect()
                }
                _ => Vec::new(),
            },
            satisfaction: leaf.map_or_else(String::new, |_| asked.figure(value)),
            better: value.filter(|value| value.abs() > 0.0).map(|value| value > 0.0),
        }
    };
    let ids = board.rows.iter().filter_map(|line| match line.kind {
        RowKind::Criterion(id) => Some(id),
        _ => None,
    });
    ids.filter_map(|id| comparison.criterion(id)).map(row).collect()
}
