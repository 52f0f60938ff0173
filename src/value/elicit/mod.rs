//! Where weights come from: from what a person says to shares that sum to 1.
//!
//! Each method is a pure function over plain numbers, in the order of the items that are weighed (the dimensions of a
//! side, the criteria of a dimension, all criteria of a side, or both sides at once, see [`Sides`]):
//!
//! | method | a person says | function |
//! | --- | --- | --- |
//! | points | 100 for the most important, the rest in proportion | [`from_points`] |
//! | swing | the worth of each swing between two levels against the largest | [`from_swings`] |
//! | rank order | which matters more, ties allowed | [`from_places`] |
//! | pairwise | how many times as important one of two is | [`pairwise::Judgements::weigh`] |
//! | worth in money | what they would pay at most for a swing | [`Sides::from_money`] |
//! | from choices | which offer they would take | [`choices::weights_from_choices`] |
//!
//! [`questions`] makes the offers to choose from, in levels that the scales have.
//!
//! [`weigh`] takes the answers that a comparison keeps through its method to the weights to be written.
//!
//! All return weights ≥ 0 that sum to 1, or say what is wrong with the answers and what to do.

pub mod choices;
mod money;
pub mod pairwise;
mod points;
pub mod questions;
mod rank_order;
mod sides;
mod swing;
mod weigh;

pub use money::{Equivalents, money_equivalents};
pub use points::{Points, from_points};
pub use rank_order::from_places;
pub use sides::Sides;
pub use swing::{Swing, dimension_span, from_swings};
pub use weigh::{
    ChoiceSet, Details, Explained, MoneyWorths, Reason, SPAN_TOLERANCE, WeighError, Weighing, Whole, choices_of,
    current_span, explain, given, is_money, money_stretch, money_worths, weigh, whole_levels,
};

/// Why answers give no weights. Items are counted from 0, in the order in which they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ElicitError {
    /// No items.
    #[error("there is nothing to weigh: add a criterion first")]
    Empty,
    /// NaN or infinite.
    #[error("answer {} is not a number: type one", .item + 1)]
    NotANumber {
        /// Which answer.
        item: usize,
    },
    /// Below 0.
    #[error("answer {} is below 0: something that does not matter gets 0", .item + 1)]
    Negative {
        /// Which answer.
        item: usize,
    },
    /// All answers are 0, so nothing can be in proportion to them.
    #[error("all answers are 0: give at least one item more than that")]
    AllZero,
    /// A swing between two levels of the same points.
    #[error("swing {} spans no points: ask about two levels that differ in points", .item + 1)]
    NoSpan {
        /// Which swing.
        item: usize,
    },
    /// Two lists that belong together differ in length.
    #[error("{expected} items, but {found} answers: answer for each item once")]
    WrongCount {
        /// The number of items.
        expected: usize,
        /// The number of answers.
        found: usize,
    },
    /// The value side is worth nothing, so λ = cost ÷ value has no value.
    #[error("nothing on the value side is worth anything, so cost cannot be set against it: give one of them a worth")]
    NoValueWorth,
    /// Money has no weight, so nothing is worth any amount of it.
    #[error("money has no weight here, so points are worth no amount of it: give money a weight first")]
    NoMoneyWorth,
}

/// The items' parts of their sum: w = x / Σ x.
///
/// They are divided by the largest first, so that no sum overflows.
fn shares(amounts: &[f64]) -> Result<Vec<f64>, ElicitError> {
    check_amounts(amounts)?;
    let largest = amounts.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return Err(ElicitError::AllZero);
    }
    let scaled: Vec<f64> = amounts.iter().map(|x| x / largest).collect();
    let sum: f64 = scaled.iter().sum();
    Ok(scaled.into_iter().map(|x| x / sum).collect())
}

/// There is something, and every amount is a finite number ≥ 0.
fn check_amounts(amounts: &[f64]) -> Result<(), ElicitError> {
    if amounts.is_empty() {
        return Err(ElicitError::Empty);
    }
    for (item, &x) in amounts.iter().enumerate() {
        if !x.is_finite() {
            return Err(ElicitError::NotANumber { item });
        }
        if x < 0.0 {
            return Err(ElicitError::Negative { item });
        }
    }
    Ok(())
}
