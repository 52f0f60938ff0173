//! What the buyer expects and what offers are in use: levels by criterion, both ways.

use std::collections::BTreeMap;

use super::dto::{Pairs, Value};
use super::out::{Members, Names, level as level_node, put};
use super::read::{Criteria, no_repeats};
use super::read_offers::level;
use crate::exchange::error::quoted;
use crate::exchange::{ImportError, Problem};
use crate::model::{Comparison, CriterionId, Currency, Level};

/// Levels by the keys of their criteria, in the order of the file; `null` is none.
pub(super) fn cells(
    pairs: Pairs<Value>,
    criteria: &Criteria,
    currency: Currency,
) -> Result<Vec<(CriterionId, Option<Level>)>, ImportError> {
    let read = |(key, value): (String, Value)| {
        let i = criteria.index(&key)?;
        let level = level(value, &criteria.all[i].scale, &criteria.categories[i], currency);
        let at = |problem: Problem| ImportError::new(quoted(&key), problem);
        Ok((criteria.all[i].id, level.map_err(at)?))
    };
    no_repeats(pairs)?.into_iter().map(read).collect()
}

/// [`cells`] without those that hold none.
pub(super) fn levels(
    pairs: Pairs<Value>,
    criteria: &Criteria,
    currency: Currency,
) -> Result<BTreeMap<CriterionId, Level>, ImportError> {
    let cells = cells(pairs, criteria, currency)?;
    Ok(cells.into_iter().filter_map(|(id, level)| Some((id, level?))).collect())
}

/// Levels in the order of the criteria.
pub(super) fn write(levels: &BTreeMap<CriterionId, Level>, comparison: &Comparison, names: &Names) -> Members {
    let mut members = Members::new();
    for criterion in &comparison.criteria {
        let written = levels.get(&criterion.id).and_then(|l| level_node(*l, comparison, criterion.id, names));
        if let Some(written) = written {
            put(&mut members, &names.criteria[&criterion.id], written);
        }
    }
    members
}
