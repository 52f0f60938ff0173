//! Named levels whose points were judged in pairs: what follows, and how consistent it is.

use serde::Serialize;

use crate::model::{Category, Comparison, Lang, Scale};
use crate::value::elicit::pairwise::{PairwiseError, RandomIndex, Weighed, of_levels};

/// The judgements of one scale; with Saaty's random index of 2005.
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
    consistency_ratio: Option<f64>,
    /// True where judgements are missing.
    approximate: bool,
}

/// The scales that hold judgements.
pub(super) fn scales(comparison: &Comparison) -> Vec<ScaleScore<'_>> {
    comparison.criteria.iter().filter_map(|c| Some(scale(c.name.get(Lang::En), judged(&c.scale)?))).collect()
}

fn judged(scale: &Scale) -> Option<&[Category]> {
    match scale {
        Scale::Category { levels } => Some(levels.as_slice()).filter(|all| all.iter().any(|l| !l.judged.is_empty())),
        Scale::Rating { .. } | Scale::Measure { .. } | Scale::Money { .. } => None,
    }
}

fn scale<'a>(name: &'a str, levels: &'a [Category]) -> ScaleScore<'a> {
    let weighed = of_levels(levels).and_then(|all| all.weigh(&RandomIndex::default()));
    let priority = |i: usize| weighed.as_ref().ok().and_then(|w: &Weighed| w.weights.get(i).copied());
    let level =
        |(i, level): (usize, &'a Category)| LevelScore { name: level.name.get(Lang::En), priority: priority(i) };
    ScaleScore {
        name,
        levels: levels.iter().enumerate().map(level).collect(),
        found: weighed.as_ref().ok().map(|w| Found {
            lambda_max: w.lambda_max,
            consistency_index: w.consistency_index,
            consistency_ratio: w.consistency_ratio,
            approximate: w.is_approximate,
        }),
        error: weighed.as_ref().err().map(|why| told(why, levels)),
    }
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
