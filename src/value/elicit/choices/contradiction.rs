//! Answers that contradict each other.

use super::separation::disagreeing;
use super::weights::signs;
use super::{ChoiceError, Choices};
use crate::model::Side;

/// The minimal set of answers that no weights agree with and that was there first; `None` where some weights agree with
/// all.
///
/// Weights ≥ 0 agree with an answer where what was taken delivers more, for some λ ≥ 0, than everything else in the
/// choice. The answers returned, ascending, have no such weights, and without any one of them there are some. Where
/// several sets are so, it is the one that was complete first, counted back: its last answer is the first that no
/// weights agree with together with all before it, its last but one the first that none agree with together with that
/// one and all before it, and so on (QuickXplain with earlier answers preferred: Junker 2004, AAAI-04, 167–172). So it
/// follows from the answers and their order alone, and neither answers given later nor the loss of one that it does
/// not name change it.
///
/// Choices between equals say nothing and contradict nothing; to take what is no better in anything is a contradiction
/// by itself. `sides` are those of the attributes; constants don't count.
///
/// # Errors
/// No answers, sides that are not one for each attribute, or numbers too far apart.
pub fn contradiction(choices: &Choices, sides: &[Side]) -> Result<Option<Vec<usize>>, ChoiceError> {
    contradiction_after(choices, sides, 0)
}

/// [`contradiction`] where it is known that some weights agree with the first `agreeing` answers.
///
/// # Errors
/// Those of [`contradiction`].
pub fn contradiction_after(
    choices: &Choices,
    sides: &[Side],
    agreeing: usize,
) -> Result<Option<Vec<usize>>, ChoiceError> {
    let search = Search::new(choices, &signs(choices, sides)?);
    let Some(mut conflict) = search.conflict(&[], choices.answers())? else { return Ok(None) };
    // Those found, from the last; `conflict` is among them and the answers before `end`.
    let mut found: Vec<usize> = Vec::new();
    let mut agreeing = agreeing;
    loop {
        let mut end = end(&conflict, &found);
        while agreeing + 1 < end {
            let middle = usize::midpoint(agreeing, end);
            match search.conflict(&found, middle)? {
                None => agreeing = middle,
                Some(smaller) => {
                    end = self::end(&smaller, &found);
                    conflict = smaller;
                }
            }
        }
        let Some(last) = end.checked_sub(1) else { break };
        found.push(last);
        if self::end(&conflict, &found) == 0 {
            break;
        }
        match search.conflict(&found, 0)? {
            Some(_) => break,
            None => agreeing = 0,
        }
    }
    found.reverse();
    Ok(Some(found))
}

/// One behind the last answer of a conflict that is not yet found; 0 without one.
fn end(conflict: &[usize], found: &[usize]) -> usize {
    conflict.iter().filter(|answer| !found.contains(answer)).max().map_or(0, |last| last + 1)
}

/// By row: its answer, and its differences with burdens counted down and the largest made 1.
struct Search {
    columns: usize,
    rows: Vec<(usize, Vec<f64>)>,
}

impl Search {
    fn new(choices: &Choices, signs: &[f64]) -> Self {
        let mut rows: Vec<(usize, Vec<f64>)> = Vec::new();
        for choice in choices.choices() {
            for row in choices.rows(*choice) {
                let mut signed: Vec<f64> = row.iter().zip(signs).map(|(x, sign)| x * sign).collect();
                let largest = signed.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
                if largest > 0.0 {
                    for x in &mut signed {
                        *x /= largest;
                    }
                    rows.push((choice.answer, signed));
                }
            }
        }
        Self { columns: signs.len(), rows }
    }

    /// Some of the answers `found` and of those before `end` that no weights agree with; `None` where some agree with
    /// all of them.
    fn conflict(&self, found: &[usize], end: usize) -> Result<Option<Vec<usize>>, ChoiceError> {
        let is_in = |answer: usize| answer < end || found.contains(&answer);
        let (answers, rows): (Vec<usize>, Vec<&[f64]>) = self
            .rows
            .iter()
            .filter(|(answer, _)| is_in(*answer))
            .map(|(answer, row)| (*answer, row.as_slice()))
            .unzip();
        let Some(conflict) = disagreeing(&rows, self.columns)? else { return Ok(None) };
        let mut answers: Vec<usize> = conflict.into_iter().map(|row| answers[row]).collect();
        answers.sort_unstable();
        answers.dedup();
        Ok(Some(answers))
    }
}
