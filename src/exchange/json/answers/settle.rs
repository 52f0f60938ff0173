//! Weights that a file leaves to its answers.

use crate::exchange::{ImportError, Problem};
use crate::model::{Comparison, Elicited, Scope, Segment, WeightSet};
use crate::value::elicit::weigh;

/// What the file says of one segment's weights.
pub(in crate::exchange::json) struct Settled {
    /// Its answers, in the order of the file, each with what is said of its being in force.
    pub answers: Vec<(Elicited, Option<bool>)>,
    /// Sets of weights that the file gives itself.
    pub named: Vec<WeightSet>,
    /// True where it gives λ itself.
    pub has_cost_emphasis: bool,
}

/// Puts the answers into the segment at `index`, with the weights that follow from them where the file gives none.
///
/// Criteria come before dimensions, as a dimension's swing depends on the weights within it; of answers that would give
/// the same weights, the first in the file does. Answers that are said to be in force must give weights.
pub(in crate::exchange::json) fn settle(
    comparison: &mut Comparison,
    index: usize,
    settled: Settled,
) -> Result<(), ImportError> {
    let Settled { mut answers, named, has_cost_emphasis } = settled;
    let is_given =
        |scope: Scope| named.iter().any(|s| scope.covers(*s)) || has_cost_emphasis && scope.gives_cost_emphasis();
    let mut order: Vec<usize> = (0..answers.len()).filter(|&i| answers[i].1 != Some(false)).collect();
    order.sort_by_key(|&i| (!is_given(answers[i].0.scope), turn(answers[i].0.scope)));
    for i in order {
        let scope = answers[i].0.scope;
        let is_taken = answers.iter().any(|(e, _)| e.in_force && e.scope.overlaps(scope));
        let is_said = answers[i].1 == Some(true);
        if is_taken || is_given(scope) {
            // Weights that the file gives are those that follow only where it says so.
            answers[i].0.in_force = is_said && !is_taken;
            continue;
        }
        match weigh(comparison, &comparison.segments[index], scope, &answers[i].0.answers) {
            Ok(weighing) => {
                write(&mut comparison.segments[index], weighing.given);
                answers[i].0.in_force = true;
            }
            Err(why) if is_said => {
                return Err(ImportError::new(format!("answers[{i}]"), Problem::Unsound(why.to_string())));
            }
            Err(_) => {}
        }
    }
    let kept = &mut comparison.segments[index].elicited;
    *kept = answers.into_iter().map(|(elicited, _)| elicited).filter(|e| !e.answers.is_empty()).collect();
    kept.sort_by_key(|e| (e.scope, e.method()));
    Ok(())
}

fn turn(scope: Scope) -> u8 {
    match scope {
        Scope::Criteria(_) => 0,
        Scope::Side(_) | Scope::Both => 1,
        Scope::Dimensions(_) => 2,
        Scope::Sides => 3,
    }
}

fn write(segment: &mut Segment, given: crate::model::Given) {
    for (member, share) in given.sets.into_iter().flat_map(|(_, shares)| shares) {
        segment.weights.put(member, share);
    }
    segment.cost_emphasis = given.cost_emphasis.unwrap_or(segment.cost_emphasis);
}
