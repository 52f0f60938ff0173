//! Answers that contradict each other.

use super::separation::disagreeing;
use super::weights::signs;
use super::{ChoiceError, Choices};
use crate::model::Side;

/// A minimal set of answers that no weights agree with; `None` where some weights agree with all.
///
/// Weights ≥ 0 agree with an answer where what was taken delivers more, for some λ ≥ 0, than everything else in the
/// choice. The answers returned, ascending, have no such weights, and without any one of them there are some: what is
/// needed is left after each has been put aside in turn (the deletion filter of Chinneck and Dravnieks 1991, ORSA Journal
/// on Computing 3:157–168). Choices between equals say nothing and contradict nothing; to take what is no better in
/// anything is a contradiction by itself. `sides` are those of the attributes; constants don't count.
///
/// # Errors
/// No answers, sides that are not one for each attribute, or numbers too far apart.
pub fn contradiction(choices: &Choices, sides: &[Side]) -> Result<Option<Vec<usize>>, ChoiceError> {
    let signs = signs(choices, sides)?;
    // By row: its answer, and its differences with burdens counted down and the largest made 1.
    let mut rows: Vec<(usize, Vec<f64>)> = Vec::new();
    for choice in choices.choices() {
        for row in choices.rows(*choice) {
            let mut signed: Vec<f64> = row.iter().zip(&signs).map(|(x, sign)| x * sign).collect();
            let largest = signed.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
            if largest > 0.0 {
                for x in &mut signed {
                    *x /= largest;
                }
                rows.push((choice.answer, signed));
            }
        }
    }
    let conflict_in = |kept: &dyn Fn(usize) -> bool| -> Result<Option<Vec<usize>>, ChoiceError> {
        let (answers, kept): (Vec<usize>, Vec<&[f64]>) =
            rows.iter().filter(|(answer, _)| kept(*answer)).map(|(answer, row)| (*answer, row.as_slice())).unzip();
        let Some(conflict) = disagreeing(&kept, signs.len())? else { return Ok(None) };
        let mut answers: Vec<usize> = conflict.into_iter().map(|row| answers[row]).collect();
        answers.sort_unstable();
        answers.dedup();
        Ok(Some(answers))
    };
    let Some(mut left) = conflict_in(&|_| true)? else { return Ok(None) };
    for answer in left.clone() {
        // It may have gone together with an earlier one.
        if left.contains(&answer)
            && let Some(without) = conflict_in(&|other| other != answer && left.contains(&other))?
        {
            left = without;
        }
    }
    Ok(Some(left))
}
