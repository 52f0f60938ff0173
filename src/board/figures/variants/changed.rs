//! What differs from the real case, case by case; and every difference in words.

use std::collections::BTreeMap;

use super::{CasesOptions, case_comparison, case_name};
use crate::board::Rows;
use crate::board::figures::charts::dimension_name;
use crate::board::figures::{Figure, Seen};
use crate::board::quantity::leaf_name;
use crate::board::tables::Table;
use crate::model::{
    Comparison, CriterionId, Difference, Expecting, Level, Member, OfferId, Segment, SegmentId, Structure, WeightSet,
    differences,
};
use crate::words::{Words, amount, number, percent};

/// More rows than this make no table for the screen.
const ROWS_MAX: usize = 200;

/// What a difference is about, so that the same in two cases stands in one row; in the order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Structure,
    Ownership,
    Level(CriterionId, OfferId),
    AfterUse(CriterionId, OfferId),
    Weights(SegmentId, WeightSet),
    CostEmphasis(SegmentId),
}

fn about(difference: &Difference) -> About {
    match difference {
        Difference::Structure(_) => About::Structure,
        Difference::Ownership(_) => About::Ownership,
        Difference::Level { offer, criterion, .. } => About::Level(*criterion, *offer),
        Difference::AfterUse { offer, criterion, .. } => About::AfterUse(*criterion, *offer),
        Difference::Weights { segment, set, .. } => About::Weights(*segment, *set),
        Difference::CostEmphasis { segment, .. } => About::CostEmphasis(*segment),
    }
}

/// The name of what differs. `one` and `other` are the two states: what one does not have is named as in the other.
#[must_use]
pub fn name(words: &Words, difference: &Difference, one: &Comparison, other: &Comparison) -> String {
    let lang = words.lang();
    let whose = |segment: SegmentId, what: String| {
        let named = |of: &Comparison| of.segment(segment).map(|s| s.name.get(lang).to_owned());
        if one.segments.len() < 2 && other.segments.len() < 2 {
            return what;
        }
        let segment = named(one).or_else(|| named(other)).unwrap_or_default();
        words.with("difference-of-segment", &[("what", &what), ("segment", &segment)])
    };
    let cell = |key: &str, offer: OfferId, criterion: CriterionId| {
        let row = one.criterion(criterion).or_else(|| other.criterion(criterion));
        let column = one.name_of(offer).or_else(|| other.name_of(offer)).unwrap_or_default();
        let row = row.map_or("", |c| c.name.get(lang));
        words.with(key, &[("criterion", row), ("offer", column.get(lang))])
    };
    match difference {
        Difference::Structure(_) => words.t("difference-structure"),
        Difference::Ownership(_) => words.t("difference-ownership"),
        Difference::Level { offer, criterion, .. } => cell("difference-level", *offer, *criterion),
        Difference::AfterUse { offer, criterion, .. } => cell("difference-after-use", *offer, *criterion),
        Difference::Weights { segment, set, .. } => {
            let set = match set {
                WeightSet::Side(side) => words.side(*side),
                WeightSet::Dimension(dimension) => dimension_name(one, *dimension, words),
            };
            whose(*segment, words.with("difference-weights", &[("set", &set)]))
        }
        Difference::CostEmphasis { segment, .. } => whose(*segment, words.t("cost-emphasis")),
    }
}

/// What stands in `state` where `difference` is; of weights only those that `against` has otherwise, where it is given.
pub(super) fn value(
    words: &Words,
    difference: &Difference,
    state: &Comparison,
    against: Option<&Comparison>,
) -> String {
    let none = || "–".to_owned();
    match difference {
        Difference::Structure(structure) => built(words, structure),
        Difference::Ownership(_) => {
            let ownership = &state.header.ownership;
            let years = ownership.years.to_string();
            words.with("difference-terms", &[("years", &years), ("rate", &percent(ownership.rate))])
        }
        Difference::Level { offer, criterion, .. } => {
            let level = state.levels_of(*offer).and_then(|levels| levels.get(criterion)).copied();
            level_in(words, state, *criterion, level)
        }
        Difference::AfterUse { offer, criterion, .. } => {
            let level = state.offer(*offer).and_then(|o| o.level_in_use(*criterion));
            level_in(words, state, *criterion, level)
        }
        Difference::Weights { segment, set, .. } => {
            let of = |of: &Comparison| of.segment(*segment).map(|s| of.shares(s, *set)).unwrap_or_default();
            let other = against.map(of).unwrap_or_default();
            let is_as_there = |member: Member, share: f64| {
                let there = other.iter().find(|(m, _)| *m == member);
                there.is_some_and(|(_, s)| (s.share - share).abs() <= crate::model::SUM_TOLERANCE)
            };
            let moved = of(state).into_iter().filter(|(m, s)| !is_as_there(*m, s.share));
            let weight = |(member, share): (Member, crate::model::Share)| {
                let name = match member {
                    Member::Dimension(dimension) => dimension_name(state, dimension, words),
                    Member::Leaf(leaf) => leaf_name(state, words, leaf),
                };
                words.with("difference-weight", &[("name", &name), ("share", &percent(share.share))])
            };
            words.list(&moved.map(weight).collect::<Vec<_>>())
        }
        Difference::CostEmphasis { segment, .. } => {
            state.segment(*segment).map_or_else(none, |Segment { cost_emphasis, .. }| number(*cost_emphasis))
        }
    }
}

/// A level of `state` as a table has it.
fn level_in(words: &Words, state: &Comparison, criterion: CriterionId, level: Option<Level>) -> String {
    let Some((level, criterion)) = level.zip(state.criterion(criterion)) else { return "–".to_owned() };
    match level {
        Level::Number(x) => number(x),
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        Level::Money(minor) => {
            let currency = state.header.currency;
            let units = currency.units(minor as f64);
            if units < 0.0 { words.money(currency, units) } else { amount(currency, units) }
        }
        Level::Category(_) => words.level_input(&criterion.scale, state.header.currency, level),
    }
}

/// “2 offers more, 1 criterion changed”.
fn built(words: &Words, structure: &Structure) -> String {
    let mut said = Vec::new();
    let mut say = |key: &str, count: usize| {
        if count > 0 {
            said.push(words.count(key, count));
        }
    };
    say("built-offers-added", structure.offers.added.len());
    say("built-offers-removed", structure.offers.removed.len());
    say("built-offers-changed", structure.offers.changed.len());
    say("built-criteria-added", structure.criteria.added.len());
    say("built-criteria-removed", structure.criteria.removed.len());
    say("built-criteria-changed", structure.criteria.changed.len());
    say(
        "built-segments",
        structure.segments.added.len() + structure.segments.removed.len() + structure.segments.changed.len(),
    );
    say("built-ranges", structure.ranges.len());
    say("built-dimensions", structure.dimensions.len());
    if structure.currency.is_some() {
        said.push(words.t("built-currency"));
    }
    if structure.price.is_some() {
        said.push(words.t("built-price"));
    }
    if structure.dismissed.is_some() {
        said.push(words.t("built-dismissed"));
    }
    match &structure.expectation {
        Some(Expecting::Added(_)) => said.push(words.t("built-expectation-added")),
        Some(Expecting::Removed) => said.push(words.t("built-expectation-removed")),
        None => {}
    }
    words.list(&said)
}

/// Headings and rows: what differs, how it really is, and how each variant has it.
fn rows(seen: Seen<'_>, options: &CasesOptions) -> (Vec<String>, Vec<Vec<String>>) {
    let (words, real) = (seen.words, super::real(seen));
    let cases = options.cases.iter().filter(|case| case.is_some()).take(super::CASES_MAX);
    let mut head = vec![words.t("difference-what"), words.t("case-real")];
    let mut found: BTreeMap<About, (String, String, Vec<String>)> = BTreeMap::new();
    let mut columns = 0;
    for &case in cases {
        let (Some(name_of_case), Some(state)) = (case_name(seen, case), case_comparison(seen, case)) else { continue };
        head.push(name_of_case);
        for difference in differences(real, &state) {
            let row = found.entry(about(&difference)).or_insert_with(|| {
                let really = match difference {
                    Difference::Structure(_) => String::new(),
                    _ => value(words, &difference, real, None),
                };
                (name(words, &difference, real, &state), really, Vec::new())
            });
            row.2.resize(columns, "=".to_owned());
            row.2.push(value(words, &difference, &state, None));
        }
        columns += 1;
    }
    let rows = found.into_values().map(|(name, really, mut cells)| {
        cells.resize(columns, "=".to_owned());
        [name, really].into_iter().chain(cells).collect()
    });
    (head, rows.collect())
}

/// The table of differences.
pub(in crate::board) fn changed_figure(seen: Seen<'_>, options: &CasesOptions) -> Figure {
    let (head, mut rows) = rows(seen, options);
    let more = rows.len().saturating_sub(ROWS_MAX);
    rows.truncate(ROWS_MAX);
    let words = seen.words;
    let more = if more > 0 { words.count("and-more", more) } else { String::new() };
    let remark = words.t(if rows.is_empty() { "difference-none" } else { "difference-same" });
    let table = Table { head, rows, more };
    Figure { title: words.t("difference-title"), summary: table.in_words(), table, remark, ..Figure::default() }
}

/// The table of differences for other programs.
pub(in crate::board) fn changed_data(seen: Seen<'_>, options: &CasesOptions) -> Rows {
    let (head, rows) = rows(seen, options);
    std::iter::once(head).chain(rows).collect()
}
