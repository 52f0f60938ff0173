//! Named levels whose points were judged in pairs: what follows, and how consistent it is.

use serde::Serialize;

use crate::model::{Category, Comparison, Lang, Scale};
use crate::value::elicit::pairwise::{PairwiseError, RandomIndex, Weighed, of_levels};

/// The judgements of one scale.
#[derive(Serialize)]
pub(super) struct ScaleScore<'a> {
    /// Of the criterion.
    name: &'a str,
    levels: Vec<LevelScore<'a>>,
    #[serde(flatten)]
    found: Option<Found>,
    /// Why no priorities follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct LevelScore<'a> {
    name: &'a str,
    /// All levels sum to 1; absent where none follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<f64>,
}

#[derive(Serialize)]
struct Found {
    lambda_max: f64,
    consistency_index: f64,
    /// `null` up to two levels, and where the table has none.
    random_index: Option<f64>,
    consistency_ratio: Option<f64>,
    /// True where judgements are missing.
    approximate: bool,
}

/// The scales that hold judgements.
pub(super) fn scales(comparison: &Comparison) -> Vec<ScaleScore<'_>> {
    let judged = comparison.criteria.iter().filter(|c| c.scale.is_judged());
    judged.filter_map(|c| scale(c.name.get(Lang::En), &c.scale)).collect()
}

fn scale<'a>(name: &'a str, of: &'a Scale) -> Option<ScaleScore<'a>> {
    let Scale::Category { levels, random_index } = of else { return None };
    let index = RandomIndex::from_three(random_index);
    let weighed = index.clone().and_then(|index| of_levels(levels)?.weigh(&index));
    let index = index.ok().and_then(|index| index.of(levels.len()));
    let priority = |i: usize| weighed.as_ref().ok().and_then(|w: &Weighed| w.weights.get(i).copied());
    let level =
        |(i, level): (usize, &'a Category)| LevelScore { name: level.name.get(Lang::En), priority: priority(i) };
    Some(ScaleScore {
        name,
        levels: levels.iter().enumerate().map(level).collect(),
        found: weighed.as_ref().ok().map(|w| Found {
            lambda_max: w.lambda_max,
            consistency_index: w.consistency_index,
            random_index: index,
            consistency_ratio: w.consistency_ratio,
            approximate: w.is_approximate,
        }),
        error: weighed.as_ref().err().map(|why| told(why, levels)),
    })
}

fn told(why: &PairwiseError, levels: &[Category]) -> String {
    let name = |place: usize| levels.get(place).map_or("", |level| level.name.get(Lang::En));
    match why {
        PairwiseError::Disconnected { one, other } => {
            let [one, other] = [name(*one), name(*other)];
            format!(
                "nothing says how {one} and {other} compare, not even by way of others: compare them, or others that link them"
            )
        }
        other => other.to_string(),
    }
}
