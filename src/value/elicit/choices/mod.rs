//! From choices: weights that agree best with which offers a buyer took.
//!
//! The model is the conditional logit (`McFadden` 1974, Conditional logit analysis of qualitative choice behavior): of
//! alternatives with the attributes x a buyer takes i with probability P(i) = exp(β·xᵢ) / Σ exp(β·x). With
//! β = μ·(signed contribution weight) β·x is μ·CDV, and P the share of preference.
//!
//! [`conditional_logit`] fits β freely; [`weights_from_choices`] holds the signs and gives weights, λ and μ with how
//! far the answers pin them down; [`contradiction`] names answers that no weights agree with.

mod answers;
mod contradiction;
mod foresight;
mod likelihood;
mod linear;
mod logit;
mod next;
mod separation;
mod weights;

pub use answers::Choices;
pub use contradiction::{contradiction, contradiction_after};
pub use foresight::{Foreseen, foreseen};
pub use logit::{LogitFit, Outcome, conditional_logit};
pub use next::{by_telling, most_telling, trade_offs};
pub use weights::{ChoiceWeights, Estimate, Penalty, TOLD_ENOUGH, weights_from_choices};

/// Why choices give no weights. Answers, alternatives and attributes are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// Nothing was chosen yet.
    #[error("there are no answers yet: choose at least once")]
    NoAnswers,
    /// Nothing to weigh.
    #[error("there is nothing to weigh: add a criterion first")]
    NoAttributes,
    /// A choice of fewer than two alternatives.
    #[error("a choice needs at least two offers to choose from")]
    TooFew,
    /// An alternative with too many or too few attributes, or lists that belong together and differ in length.
    #[error("{expected} numbers belong here, but there are {found}")]
    WrongCount {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A number of an alternative is NaN or infinite.
    #[error("attribute {} of offer {} is not a number: fill in its level, or leave the offer out", .attribute + 1, .alternative + 1)]
    NotANumber {
        /// Which alternative.
        alternative: usize,
        /// Which attribute.
        attribute: usize,
    },
    /// What was chosen, or ranked, is not one of the alternatives, or was ranked twice.
    #[error("offer {} is not one to choose, or was ranked already", .alternative + 1)]
    NoSuchAlternative {
        /// What was named.
        alternative: usize,
    },
    /// A constant that the choices do not have.
    #[error("there is no constant {constant}: name one from 0 (none) to {constants}")]
    NoSuchConstant {
        /// What was named.
        constant: usize,
        /// How many there are.
        constants: usize,
    },
    /// An attribute that never differs, or follows from those before it.
    #[error(
        "column {} never differs between the offers of a choice, or follows from the columns before it: leave it out, or \
         ask about offers in which it differs by itself",
        .column + 1
    )]
    NotIdentified {
        /// Attributes first, then constants.
        column: usize,
    },
    /// The penalty is not made of numbers above 0.
    #[error("the strength and the sharpness of the penalty must be numbers above 0")]
    Penalty,
    /// The linear program found no answer.
    #[error("the numbers are too far apart to tell whether the answers agree: use points from 0 to 100")]
    Unsolved,
}
