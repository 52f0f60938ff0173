//! λmax, CI, random index and CR in words, and the judgement that fits worst.

use super::Pair;
use crate::board::figures::weighing::Asked;
use crate::value::elicit::Details;
use crate::value::elicit::pairwise::{
    CONSISTENT_ENOUGH, Judgements, MAX_ITEMS, Misfit, RandomIndex, SAATY_1980, SAATY_2005, nearest_step,
};
use crate::words::{Words, decimal, number, ratio};

/// How consistent the judgements are.
#[derive(Clone, Debug, PartialEq)]
pub struct Consistency {
    /// λmax, CI, RI and CR: each its name, its value, and what it is; none of them for two items.
    pub figures: Vec<[String; 3]>,
    /// What CR says, or why there is none.
    pub verdict: String,
    /// True where CR is above 0.10.
    pub is_poor: bool,
    /// The judgement that fits worst, where they are too inconsistent.
    pub misfit: Option<PairMisfit>,
}

/// The judgement that fits worst.
#[derive(Clone, Debug, PartialEq)]
pub struct PairMisfit {
    /// Which pair.
    pub pair: usize,
    /// What is offered in its place: the nearest step of Saaty's scale, or the exact value where that step is no better.
    pub take: f64,
    /// What was said, what would fit, and what CR would be.
    pub text: String,
    /// What the button says.
    pub button: String,
}

/// The random index in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexTable {
    /// “Saaty 2005”.
    pub source: String,
    /// Of 3, 4, … items: what names it, its value, and as it is typed; the last, empty one can be added.
    pub entries: Vec<(String, Option<f64>, String)>,
    /// Tables that can be chosen, with their names; the empty one is the usual one.
    pub presets: Vec<(Vec<f64>, String)>,
}

impl IndexTable {
    /// The table with the entry at `at` changed, or, of the last one, taken away; `None` where that cannot be.
    #[must_use]
    pub fn with(&self, at: usize, value: Option<f64>) -> Option<Vec<f64>> {
        let mut table: Vec<f64> = self.entries.iter().filter_map(|(_, value, _)| *value).collect();
        match value {
            Some(value) if at < table.len() => table[at] = value,
            Some(value) if at == table.len() => table.push(value),
            None if at + 1 == table.len() && at > 0 => {
                table.pop();
            }
            _ => return None,
        }
        Some(if table == SAATY_2005 { Vec::new() } else { table })
    }
}

/// The random index in use: `random_index`, or Saaty's of 2005 where that is empty.
pub(in crate::board::figures) fn index_table(words: &Words, random_index: &[f64]) -> IndexTable {
    let table = if random_index.is_empty() { &SAATY_2005 } else { random_index };
    let source = match table {
        table if table == SAATY_2005 => "pairs-index-2005",
        table if table == SAATY_1980 => "pairs-index-1980",
        _ => "pairs-index-own",
    };
    let name = |i: usize| words.with("pairs-index-of", &[("items", &(i + 3).to_string())]);
    let given = table.iter().enumerate().map(|(i, x)| (name(i), Some(*x), number(*x)));
    let more = (table.len() + 3 <= MAX_ITEMS).then(|| (name(table.len()), None, String::new()));
    let presets = [(Vec::new(), "pairs-index-2005"), (SAATY_1980.to_vec(), "pairs-index-1980")];
    IndexTable {
        source: words.t(source),
        entries: given.chain(more).collect(),
        presets: presets.map(|(table, key)| (table, words.t(key))).into(),
    }
}

pub(super) fn consistency(
    asked: &Asked<'_>,
    pairs: &[Pair],
    matrix: &Judgements,
    random_index: &[f64],
    table: &IndexTable,
) -> Option<Consistency> {
    let words = asked.words();
    let Details::Pairwise { weighed, misfit } = &asked.found.as_ref().ok()?.details else { return None };
    let index = RandomIndex::from_three(random_index).ok()?;
    let items = matrix.items();
    let cr = weighed.consistency_ratio;
    let none = || "–".to_owned();
    let about = [
        words.t("pairs-lambda-max-about"),
        words.t("pairs-ci-about"),
        words.with("pairs-ri-about", &[("source", &table.source), ("items", &items.to_string())]),
        words.t("pairs-cr-about"),
    ];
    let values = [
        decimal(weighed.lambda_max, 4),
        decimal(weighed.consistency_index, 4),
        index.of(items).map_or_else(none, number),
        cr.map_or_else(none, |cr| decimal(cr, 3)),
    ];
    // Symbols, the same in every language.
    let names = ["λmax", "CI", "RI", "CR"].map(str::to_owned);
    let figures = names.into_iter().zip(values).zip(about).map(|((name, value), about)| [name, value, about]);
    let figures = figures.filter(|_| items > 2).collect();
    let is_poor = cr.is_some_and(|cr| cr > CONSISTENT_ENOUGH);
    let verdict = match cr {
        None if items <= 2 => words.t("pairs-no-cr-two"),
        None => words.with("pairs-no-cr-index", &[("items", &items.to_string())]),
        Some(_) if is_poor => words.t("pairs-inconsistent"),
        Some(_) => words.t("pairs-consistent"),
    };
    let missing = words.choose(
        "pairs-approximate",
        &[("missing", u32::try_from(matrix.missing()).unwrap_or(u32::MAX))],
        &[("pairs", &pairs.len().to_string())],
    );
    let is_near = weighed.is_approximate && cr.is_some();
    let verdict =
        if is_near { words.with("pairs-two-sentences", &[("one", &verdict), ("other", &missing)]) } else { verdict };
    let misfit = misfit.filter(|_| is_poor).and_then(|misfit| misfit_line(words, pairs, matrix, &index, misfit, cr));
    Some(Consistency { figures, verdict, is_poor, misfit })
}

/// Textbooks judge in steps, so the nearest step is what is taken; the exact value only where that step is what was
/// said already, or makes nothing better.
fn misfit_line(
    words: &Words,
    pairs: &[Pair],
    matrix: &Judgements,
    index: &RandomIndex,
    misfit: Misfit,
    today: Option<f64>,
) -> Option<PairMisfit> {
    let at = pairs.iter().position(|pair| (pair.row, pair.column) == (misfit.row, misfit.column))?;
    let ratio_with = |judgement: f64| {
        let mut changed = matrix.clone();
        changed.set(misfit.row, misfit.column, Some(judgement)).ok()?;
        changed.weigh(index).ok()?.consistency_ratio
    };
    let step = nearest_step(misfit.fitting);
    let step_then = ratio_with(step).filter(|then| today.is_none_or(|today| *then < today));
    let is_other = (step / misfit.given - 1.0).abs() > 1e-9;
    let (take, then) = match step_then.filter(|_| is_other) {
        Some(then) => (step, then),
        None => (misfit.fitting, ratio_with(misfit.fitting)?),
    };
    let pair = &pairs[at];
    let parts = [
        ("one", pair.names[0].as_str()),
        ("other", pair.names[1].as_str()),
        ("given", &pair.text),
        ("fitting", &ratio(misfit.fitting)),
        ("take", &ratio(take)),
        ("then", &decimal(then, 3)),
    ];
    Some(PairMisfit {
        pair: at,
        take,
        text: words.with("pairs-misfit", &parts),
        button: words.with("pairs-take", &[("value", &ratio(take))]),
    })
}
