//! Judgements in pairs as the page shows them: the questions, the matrix, and how consistent they are.

mod consistency;
mod effort;
mod wording;

use super::{Asked, item_name};
use crate::model::{Answers, Ground, Item, Judgement, Method};
use crate::value::elicit::pairwise::Judgements;
use crate::words::{decimal, ratio};

pub(in crate::board::figures) use consistency::index_table;
pub use consistency::{Consistency, IndexTable, PairMisfit};
pub use effort::Effort;

/// Judgements in pairs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairSheet {
    /// All pairs, row by row of the upper triangle.
    pub pairs: Vec<Pair>,
    /// The pairs in a list, with what was said of them.
    pub entries: Vec<String>,
    /// “4 of 6 judged”.
    pub progress: String,
    /// λ by the judgements, in words; empty where they are not about it.
    pub emphasis: String,
    /// λmax and consistency, where weights follow.
    pub consistency: Option<Consistency>,
    /// The random index that is used.
    pub table: IndexTable,
    /// What is said of many items.
    pub effort: Option<Effort>,
    items: usize,
    judgements: Option<Judgements>,
}

/// Two items, and what was said of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Its row in the matrix, counted from 0.
    pub row: usize,
    /// Its column, beyond its row.
    pub column: usize,
    /// What is judged against what.
    pub items: [Item; 2],
    /// Their names.
    pub names: [String; 2],
    /// “Which matters more: Service or Image?”
    pub question: String,
    /// How many times as important the first is; `None` where it was not said.
    pub ratio: Option<f64>,
    /// Its place on Saaty's scale from −8, the first extremely more, by way of 0, the same, to 8.
    pub place: Option<f64>,
    /// The judgement as it is typed; empty where there is none.
    pub text: String,
    /// That of the second against the first.
    pub inverse: String,
    /// The judgement in words.
    pub said: String,
    /// The judgement in the matrix, and its mirror image, as screen readers say them.
    pub labels: [String; 2],
}

/// The ratio at a place of Saaty's scale, −8…8.
#[must_use]
pub fn ratio_at(place: i32) -> f64 {
    let step = f64::from(place.abs() + 1);
    if place > 0 { 1.0 / step } else { step }
}

fn place_of(ratio: f64) -> f64 {
    let away = (ratio.max(1.0 / ratio) - 1.0).min(8.0);
    if ratio >= 1.0 { 0.0 - away } else { away }
}

impl PairSheet {
    /// The pair of two items, in either order.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<usize> {
        let (row, column) = (row.min(column), row.max(column));
        // As many pairs stand before a row as the rows above are long.
        let place = || row * self.items - row * (row + 1) / 2 + column - row - 1;
        (row < column && column < self.items).then(place).filter(|place| *place < self.pairs.len())
    }

    /// The pair to ask about after the one at `at`: the one that tells most and was not put aside, else the next one
    /// of those that are open, else the next one of all.
    #[must_use]
    pub fn after(&self, at: Option<usize>, aside: &[usize]) -> Option<usize> {
        let places = |at: &usize| self.pairs.get(*at).map(|pair| (pair.row, pair.column));
        let away: Vec<(usize, usize)> = aside.iter().chain(&at).filter_map(places).collect();
        let told = self.judgements.as_ref().and_then(|judgements| judgements.ask_next(&away));
        let count = self.pairs.len();
        let others = || (1..count).map(|step| (at.map_or(count - 1, |at| at) + step) % count);
        let is_open = |at: &usize| self.pairs[*at].ratio.is_none();
        told.and_then(|(row, column)| self.at(row, column)).or_else(|| others().find(is_open)).or_else(|| match at {
            Some(_) => others().next().or(at),
            None => (count > 0).then_some(0),
        })
    }

    /// The answers with another judgement of the pair at `at`, or with none.
    #[must_use]
    pub fn judged(&self, answers: &Answers, at: usize, ratio: Option<f64>) -> Option<Answers> {
        let (pair, Answers::Pairwise { judgements, random_index }) = (self.pairs.get(at)?, answers) else {
            return None;
        };
        let [row, column] = pair.items;
        let others = judgements.iter().copied().filter(|j| !is_about(j, pair.items));
        let mut judgements: Vec<Judgement> =
            others.chain(ratio.map(|ratio| Judgement { row, column, ratio })).collect();
        // The order of answers says nothing.
        judgements.sort_by_key(|j| self.pairs.iter().position(|pair| is_about(j, pair.items)));
        Some(Answers::Pairwise { judgements, random_index: random_index.clone() })
    }
}

fn is_about(judgement: &Judgement, [one, other]: [Item; 2]) -> bool {
    [judgement.row, judgement.column] == [one, other] || [judgement.row, judgement.column] == [other, one]
}

pub(super) fn pair_sheet(asked: &Asked<'_>) -> PairSheet {
    let (seen, words) = (asked.seen, asked.words());
    if asked.options.method != Some(Method::Pairwise) {
        return PairSheet::default();
    }
    let items = Ground::of(seen.comparison).items(asked.options.scope);
    let effort = effort::effort_of(asked, items.len());
    let Ok(mut matrix) = Judgements::none(items.len()) else {
        return PairSheet { effort, items: items.len(), ..PairSheet::default() };
    };
    let (judgements, random_index): (&[Judgement], &[f64]) = match asked.kept.map(|kept| &kept.answers) {
        Some(Answers::Pairwise { judgements, random_index }) => (judgements, random_index),
        _ => (&[], &[]),
    };
    let place = |item: Item| items.iter().position(|other| *other == item);
    for judgement in judgements {
        if let (Some(row), Some(column)) = (place(judgement.row), place(judgement.column)) {
            // What cannot be set is told as the reason why no weights follow.
            let _ = matrix.set(row, column, Some(judgement.ratio));
        }
    }
    let names: Vec<String> = items.iter().map(|item| item_name(seen, *item)).collect();
    let mut pairs = Vec::with_capacity(items.len() * items.len() / 2);
    for row in 0..items.len() {
        for column in row + 1..items.len() {
            let ratio = matrix.get(row, column);
            pairs.push(pair(asked, [row, column], &items, &names, ratio));
        }
    }
    let judged = pairs.iter().filter(|pair| pair.ratio.is_some()).count();
    let counts = [("judged", judged.to_string()), ("pairs", pairs.len().to_string())];
    let entries = pairs.iter().enumerate().map(|(i, pair)| format!("{}. {}", i + 1, pair.labels[0])).collect();
    let emphasis = asked.found.as_ref().ok().and_then(|found| found.given.cost_emphasis);
    let table = index_table(words, random_index);
    PairSheet {
        entries,
        progress: words.with("pairs-progress", &counts.each_ref().map(|(name, count)| (*name, count.as_str()))),
        emphasis: emphasis.map(|x| words.with("pairs-emphasis", &[("value", &decimal(x, 3))])).unwrap_or_default(),
        consistency: consistency::consistency(asked, &pairs, &matrix, random_index, &table),
        table,
        effort,
        items: items.len(),
        judgements: Some(matrix),
        pairs,
    }
}

fn pair(asked: &Asked<'_>, [row, column]: [usize; 2], items: &[Item], names: &[String], given: Option<f64>) -> Pair {
    let words = asked.words();
    let (one, other) = (&names[row], &names[column]);
    let text = given.map(ratio).unwrap_or_default();
    let inverse = given.map(|a| ratio(1.0 / a)).unwrap_or_default();
    let shown = |text: &str| if text.is_empty() { "·".to_owned() } else { text.to_owned() };
    let label = |one: &str, other: &str, ratio: &str| {
        words.with("pairs-cell", &[("one", one), ("other", other), ("ratio", &shown(ratio))])
    };
    Pair {
        row,
        column,
        items: [items[row], items[column]],
        names: [one.clone(), other.clone()],
        question: words.with("pairs-question", &[("one", one), ("other", other)]),
        ratio: given,
        place: given.map(place_of),
        said: wording::said(words, one, other, given),
        labels: [label(one, other, &text), label(other, one, &inverse)],
        text,
        inverse,
    }
}
