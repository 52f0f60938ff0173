//! Pairwise comparison: Saaty's analytic hierarchy process (AHP).
//!
//! A judgement a(i, j) says how many times as important item i is as item j, on Saaty's scale of 1 (as important) to 9
//! (extremely more); a(j, i) is 1 / a(i, j). The weights are the principal eigenvector of the matrix, and how far its
//! eigenvalue λmax is above the number of items says how inconsistent the judgements are (Saaty 1980, The Analytic
//! Hierarchy Process, McGraw-Hill). The cost side against the value side as one judgement of two items is λ itself.

mod judgements;
mod next;
mod perron;
mod random_index;
mod start;
mod weigh;

pub use judgements::{Judgements, MAX_ITEMS, MAX_JUDGEMENT, RECIPROCAL_TOLERANCE};
pub use random_index::{RandomIndex, SAATY_1980, SAATY_2005};
pub use weigh::{Misfit, Weighed};

use crate::model::{Category, judgement};

/// Above this consistency ratio judgements should be looked at again (Saaty 1980).
pub const CONSISTENT_ENOUGH: f64 = 0.10;

/// Up to so many items people keep their judgements apart (Miller's 7 ± 2, which Saaty's scale rests on).
pub const SENSIBLE_ITEMS: usize = 9;

/// Why judgements give no weights. Rows and columns are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PairwiseError {
    /// No items.
    #[error("there is nothing to compare: add a criterion first")]
    Empty,
    /// More than [`MAX_ITEMS`].
    #[error("{items} items are too many to compare in pairs: use swings or points, one answer for each item")]
    TooMany {
        /// How many there are.
        items: usize,
    },
    /// A row too long or too short, or an upper triangle of the wrong length.
    #[error("{expected} judgements belong here, but there are {found}")]
    WrongCount {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A place outside the matrix, or on its diagonal.
    #[error("there is no judgement between items {} and {}: name two different items of the list", .row + 1, .column + 1)]
    NoSuchPair {
        /// Row.
        row: usize,
        /// Column.
        column: usize,
    },
    /// Not a number above 0, or beyond [`MAX_JUDGEMENT`].
    #[error(
        "the judgement of item {} against item {} must be a number above 0, from 1/9 to 9 as a rule: 1 says that they \
         matter the same",
        .row + 1, .column + 1
    )]
    NotAJudgement {
        /// Row.
        row: usize,
        /// Column.
        column: usize,
    },
    /// a(i, i) ≠ 1.
    #[error("item {} against itself must be 1", .item + 1)]
    Diagonal {
        /// Row and column.
        item: usize,
    },
    /// a(i, j) · a(j, i) ≠ 1.
    #[error(
        "items {} and {} contradict each other: one judgement must be 1 divided by the other, so give only one of them",
        .row + 1, .column + 1
    )]
    NotReciprocal {
        /// Row.
        row: usize,
        /// Column.
        column: usize,
    },
    /// Missing judgements leave the items in groups that nothing connects.
    #[error(
        "nothing says how items {} and {} compare, not even by way of others: compare them, or others that link them",
        .one + 1, .other + 1
    )]
    Disconnected {
        /// An item of the first group.
        one: usize,
        /// An item that nothing links to it.
        other: usize,
    },
    /// A random index that is not a number above 0.
    #[error("the random index for {items} items must be a number above 0")]
    RandomIndex {
        /// For how many items.
        items: usize,
    },
}

/// How many questions a pairwise comparison asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// All pairs: n·(n − 1)/2.
    pub questions: usize,
    /// The least number that gives weights when the others are left out: n − 1.
    pub least: usize,
    /// True where another way is better advised, as there are more than [`SENSIBLE_ITEMS`]: swings or points ask one
    /// question for each item, and a comparison within dimensions asks about few items at a time.
    pub is_too_much: bool,
}

/// How many questions a comparison of so many items asks, and whether another way is better advised.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::pairwise::effort;
/// assert_eq!(effort(15).questions, 105);
/// assert!(effort(15).is_too_much && !effort(9).is_too_much);
/// ```
#[must_use]
pub fn effort(items: usize) -> Effort {
    let least = items.saturating_sub(1);
    Effort { questions: items.saturating_mul(least) / 2, least, is_too_much: items > SENSIBLE_ITEMS }
}

/// The step of Saaty's scale (1/9, 1/8, … 1, … 9) that is nearest to `judgement` by ratio.
#[must_use]
pub fn nearest_step(judgement: f64) -> f64 {
    let above = judgement.max(1.0 / judgement);
    // Halfway between two steps by ratio is their geometric mean.
    let step = (1..9).map(f64::from).find(|step| above * above <= step * (step + 1.0)).unwrap_or(9.0);
    if judgement < 1.0 { 1.0 / step } else { step }
}

/// Priorities of offers over all criteria (distributive synthesis): p(o) = Σ w(c) · p(o | c).
///
/// `priorities` has one list for each criterion, in the order of `weights`: what each offer's share in it is. In a
/// comparison they are fixed points, 100 times the priority, of a category for each offer. Offers that a list leaves
/// out have no share in it.
#[must_use]
pub fn synthesis(weights: &[f64], priorities: &[Vec<f64>]) -> Vec<f64> {
    let offers = priorities.iter().map(Vec::len).max().unwrap_or(0);
    let mut overall = vec![0.0; offers];
    for (weight, list) in weights.iter().zip(priorities) {
        for (sum, priority) in overall.iter_mut().zip(list) {
            *sum += weight * priority;
        }
    }
    overall
}

/// Points of named levels from their priorities: 100 · p(i), which sum to 100 (the distributive mode), or `stretched`
/// from the least, 0, to the largest, 100: 100 · (p(i) − least) / (largest − least). Where all are equal nothing can be
/// stretched, and all get 100.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::pairwise::level_points;
/// assert_eq!(level_points(&[0.5, 0.25, 0.25], false), [50.0, 25.0, 25.0]);
/// assert_eq!(level_points(&[0.5, 0.375, 0.25], true), [100.0, 50.0, 0.0]);
/// ```
#[must_use]
pub fn level_points(priorities: &[f64], stretched: bool) -> Vec<f64> {
    if !stretched {
        return priorities.iter().map(|p| 100.0 * p).collect();
    }
    let [low, high] = priorities.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], p| [a.min(*p), b.max(*p)]);
    let span = high - low;
    // Priorities that differ by rounding alone are equal.
    let point = |p: &f64| if span > 1e-12 { 100.0 * ((p - low) / span) } else { 100.0 };
    priorities.iter().map(point).collect()
}

/// What was said of every pair of the named levels of a scale, in their order.
///
/// # Errors
/// No levels, or more than [`MAX_ITEMS`].
pub fn of_levels(levels: &[Category]) -> Result<Judgements, PairwiseError> {
    let mut all = Judgements::none(levels.len())?;
    for (i, one) in levels.iter().enumerate() {
        for (j, other) in levels.iter().enumerate().skip(i + 1) {
            all.set(i, j, judgement(levels, one.id, other.id))?;
        }
    }
    Ok(all)
}
