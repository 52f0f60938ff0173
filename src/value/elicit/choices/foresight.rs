//! What was expected of answers before they were given.

use super::weights::{ChoiceWeights, Penalty, weights_from_choices};
use super::{ChoiceError, Choices};
use crate::model::Side;

/// Shares nearer than this are a tie: nothing was expected.
const TIE: f64 = 1e-9;

/// What was expected of an answer, by all answers before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foreseen {
    /// Which answer.
    pub answer: usize,
    /// P of what was taken then; of a ranking, of what came first.
    pub share: f64,
    /// True where it had the largest P, false where something else had; `None` where it was a tie.
    pub is_hit: Option<bool>,
}

/// What was expected of an answer: by the fit to the answers before it, or what is known before the first.
///
/// # Errors
/// Those of [`weights_from_choices`], and [`ChoiceError::NoAnswers`] where there is no such answer.
pub fn foreseen(choices: &Choices, sides: &[Side], penalty: &Penalty, answer: usize) -> Result<Foreseen, ChoiceError> {
    if answer >= choices.answers() {
        return Err(ChoiceError::NoAnswers);
    }
    let known = if answer == 0 {
        ChoiceWeights::before_answers(sides, penalty)?
    } else {
        weights_from_choices(&choices.first(answer), sides, penalty)?
    };
    // Only differences count: what was taken stands at 0.
    let mut alternatives = vec![vec![0.0; sides.len()]];
    alternatives.extend(choices.beside_taken(answer).map(|row| row[..sides.len()].to_vec()));
    let shares = known.predict(&alternatives);
    let (share, best) = (shares[0], shares[1..].iter().copied().fold(0.0, f64::max));
    let is_hit = ((share - best).abs() > TIE).then_some(share > best);
    Ok(Foreseen { answer, share, is_hit })
}
