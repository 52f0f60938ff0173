//! Where each weight comes from: the arithmetic of every method, number by number.

use super::{Details, Weighing, is_money, side_of};
use crate::model::{Answers, Comparison, Item, Judgement, Level, Method, RankMethod, Scope, Side};

/// How weights were found.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// By which method.
    pub method: Method,
    /// Each item with what its weight follows from, and the weight.
    pub items: Vec<(Item, Reason, f64)>,
    /// What holds for all of them together.
    pub whole: Whole,
    /// Σ weights of the value side and of the cost side, whose quotient is λ; `None` where λ does not follow.
    pub emphasis: Option<[f64; 2]>,
}

/// What a weight follows from.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// points ÷ total.
    Points {
        /// Points given.
        points: f64,
        /// Σ of all points.
        total: f64,
    },
    /// worth ÷ span = rate; rate ÷ Σ rates.
    Swing {
        /// The two levels asked about; `None` for the whole scale.
        levels: Option<[Level; 2]>,
        /// Worth against the other swings, or an amount in units of currency.
        worth: f64,
        /// Points that the swing spans today.
        span: f64,
        /// Worth of a point.
        rate: f64,
        /// Σ of the rates of all items.
        total: f64,
    },
    /// The mean weight of the ranks that the item's place takes up.
    Rank {
        /// First and last rank of its place, from 1; the same where nothing ties with it.
        ranks: [usize; 2],
        /// Number of items.
        items: usize,
        /// How ranks become weights.
        formula: RankMethod,
    },
    /// Its row of judgements, itself included as 1; `None` where one is missing.
    Row {
        /// In the order of the items.
        ratios: Vec<Option<f64>>,
    },
    /// |β| ÷ Σ |β|.
    Coefficient {
        /// β.
        beta: f64,
        /// Σ |β| over all items.
        total: f64,
    },
}

/// What a method tells of all weights together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whole {
    /// Nothing beyond the weights themselves.
    Nothing,
    /// Judgements in pairs.
    Pairwise {
        /// λmax.
        lambda_max: f64,
        /// CI.
        consistency_index: f64,
        /// CR; `None` where there is none.
        consistency_ratio: Option<f64>,
        /// CR is only near, as judgements are missing.
        is_approximate: bool,
    },
    /// Choices.
    Choices {
        /// ℓ of the answers.
        log_likelihood: f64,
        /// ℓ where all weights are 0.
        null_log_likelihood: f64,
    },
}

/// The arithmetic that took `answers` to the weights of `weighing`: [`super::weigh`] told step by step.
#[must_use]
pub fn explain(comparison: &Comparison, scope: Scope, answers: &Answers, weighing: &Weighing) -> Explained {
    let reasons = match (answers, &weighing.details) {
        (Answers::Points { points }, Details::Points { total, .. }) => {
            let of = |item: Item| points.iter().find(|(named, _)| *named == item).map_or(0.0, |(_, p)| *p);
            weighing.items.iter().map(|item| Reason::Points { points: of(*item), total: *total }).collect()
        }
        (Answers::Swing { swings } | Answers::Money { swings, .. }, Details::Swing { spans, worths, .. }) => {
            let pairs = || spans.iter().zip(worths);
            let total: f64 = pairs().map(|(span, worth)| worth / span).sum();
            let reason = |(item, (span, worth)): (&Item, (&f64, &f64))| {
                let is_asked = answers.method() == Method::Swing || !is_money(comparison, *item);
                let levels = swings.iter().find(|s| s.item == *item && is_asked).and_then(|s| s.levels);
                Reason::Swing { levels, worth: *worth, span: *span, rate: worth / span, total }
            };
            weighing.items.iter().zip(pairs()).map(reason).collect()
        }
        (Answers::RankOrder { formula, places }, _) => {
            let of = |item: Item| places.iter().find(|(named, _)| *named == item).map_or(u32::MAX, |(_, p)| *p);
            let reason = |item: &Item| {
                let own = of(*item);
                let count = |is: &dyn Fn(u32) -> bool| weighing.items.iter().filter(|other| is(of(**other))).count();
                let above = count(&|place| place < own);
                let ranks = [above + 1, above + count(&|place| place == own)];
                Reason::Rank { ranks, items: weighing.items.len(), formula: *formula }
            };
            weighing.items.iter().map(reason).collect()
        }
        (Answers::Pairwise { judgements, .. }, _) => {
            let row = |item: &Item| weighing.items.iter().map(|other| ratio(judgements, *item, *other)).collect();
            weighing.items.iter().map(|item| Reason::Row { ratios: row(item) }).collect()
        }
        (_, Details::Choices(found)) => {
            let total = found.coefficients.iter().map(|b| b.abs()).sum();
            found.coefficients.iter().map(|beta| Reason::Coefficient { beta: *beta, total }).collect()
        }
        _ => Vec::new(),
    };
    let items = weighing.items.iter().zip(reasons).zip(&weighing.weights);
    Explained {
        method: answers.method(),
        items: items.map(|((item, reason), weight)| (*item, reason, *weight)).collect(),
        whole: whole(&weighing.details),
        emphasis: emphasis(comparison, scope, weighing),
    }
}

/// How many times as important `row` is as `column`, as it was judged.
fn ratio(judgements: &[Judgement], row: Item, column: Item) -> Option<f64> {
    if row == column {
        return Some(1.0);
    }
    judgements.iter().find_map(|j| match (j.row, j.column) {
        pair if pair == (row, column) => Some(j.ratio),
        pair if pair == (column, row) => Some(1.0 / j.ratio),
        _ => None,
    })
}

fn whole(details: &Details) -> Whole {
    match details {
        Details::Pairwise { weighed, .. } => Whole::Pairwise {
            lambda_max: weighed.lambda_max,
            consistency_index: weighed.consistency_index,
            consistency_ratio: weighed.consistency_ratio,
            is_approximate: weighed.is_approximate,
        },
        Details::Choices(found) => {
            Whole::Choices { log_likelihood: found.log_likelihood, null_log_likelihood: found.null_log_likelihood }
        }
        Details::Points { .. } | Details::Swing { .. } | Details::RankOrder => Whole::Nothing,
    }
}

fn emphasis(comparison: &Comparison, scope: Scope, weighing: &Weighing) -> Option<[f64; 2]> {
    let total = |side: Side| -> f64 {
        let of = weighing.items.iter().zip(&weighing.weights);
        of.filter(|(item, _)| side_of(comparison, **item) == Some(side)).map(|(_, w)| w).sum()
    };
    (scope.gives_cost_emphasis() && weighing.given.cost_emphasis.is_some()).then(|| Side::ALL.map(total))
}
