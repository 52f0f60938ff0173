//! Answers that contradict each other.

use super::separation::{Agreement, agreement};
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
/// one and all before it, and so on (`QuickXplain` with earlier answers preferred: Junker 2004, AAAI-04, 167–172). So it
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
    let mut search = Search::new(choices, &signs(choices, sides)?);
    let Some(mut conflict) = search.conflict(&[], choices.answers())? else { return Ok(None) };
    // Those found, from the last; `conflict` is among them and the answers before `end`.
    let mut found: Vec<usize> = Vec::new();
    let mut agreeing = Some(agreeing);
    loop {
        let mut end = end(&conflict, &found);
        // A conflict names little besides what it needs, so its last answer is the likeliest; then by halves.
        let mut is_by_halves = false;
        while end > 0 && agreeing.is_none_or(|agreeing| agreeing + 1 < end) {
            let least = agreeing.map_or(0, |agreeing| agreeing + 1);
            let until = if is_by_halves { usize::midpoint(least, end - 1) } else { end - 1 };
            is_by_halves = !is_by_halves;
            match search.conflict(&found, until)? {
                None => agreeing = Some(until),
                Some(smaller) => {
                    end = self::end(&smaller, &found);
                    conflict = smaller;
                }
            }
        }
        let Some(last) = end.checked_sub(1) else { break };
        found.push(last);
        agreeing = None;
    }
    // Rounding may hide what a conflict needs.
    if search.conflict(&found, 0)?.is_none() {
        return Err(ChoiceError::Unsolved);
    }
    found.reverse();
    Ok(Some(found))
}

/// One behind the last answer of a conflict that is not yet found; 0 without one.
fn end(conflict: &[usize], found: &[usize]) -> usize {
    conflict.iter().filter(|answer| !found.contains(answer)).max().map_or(0, |last| last + 1)
}

struct Search {
    columns: usize,
    /// By row: its answer, and its differences with burdens counted down and the largest made 1.
    rows: Vec<(usize, Vec<f64>)>,
    /// The rows that counted last, in order.
    binding: Vec<usize>,
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
        Self { columns: signs.len(), rows, binding: Vec::new() }
    }

    /// Some of the answers `found` and of those before `end` that no weights agree with; `None` where some agree with
    /// all of them.
    fn conflict(&mut self, found: &[usize], end: usize) -> Result<Option<Vec<usize>>, ChoiceError> {
        let is_in = |(_, (answer, _)): &(usize, &(usize, Vec<f64>))| *answer < end || found.contains(answer);
        let (places, rows): (Vec<usize>, Vec<&[f64]>) =
            self.rows.iter().enumerate().filter(is_in).map(|(place, (_, row))| (place, row.as_slice())).unzip();
        let begin: Vec<usize> = self.binding.iter().filter_map(|place| places.binary_search(place).ok()).collect();
        let Agreement { is_there, binding } = agreement(&rows, self.columns, &begin)?;
        self.binding = binding.into_iter().map(|row| places[row]).collect();
        self.binding.sort_unstable();
        let mut answers: Vec<usize> = self.binding.iter().map(|place| self.rows[*place].0).collect();
        answers.dedup();
        Ok((!is_there).then_some(answers))
    }
}
