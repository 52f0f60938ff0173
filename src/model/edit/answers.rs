//! Edits of what people said about what matters.

use super::draft::Draft;
use super::levels::{set_cost_emphasis, set_weights};
use super::{EditError, Given};
use crate::model::answers::{Answers, Elicited, Ground, Method, Scope};
use crate::model::comparison::Segment;
use crate::model::id::SegmentId;
use crate::model::ranges::record_ranges;
use crate::model::weights::WeightSet;

/// Keeps `answers` for their scope and method, or forgets them where they are empty; with `given`, the weights are
/// written too and come from them from now on.
pub(super) fn answer(
    draft: &mut Draft<'_>,
    segment: SegmentId,
    scope: Scope,
    answers: &Answers,
    given: Option<&Given>,
) -> Result<(), EditError> {
    answers.check(scope, &Ground::of(draft.base))?;
    if let Some(given) = given {
        let fits = given.sets.iter().all(|(set, _)| scope.covers(*set));
        if !fits || given.cost_emphasis.is_some() && !scope.gives_cost_emphasis() || answers.is_empty() {
            return Err(EditError::WeightMembers);
        }
        for (set, shares) in &given.sets {
            set_weights(draft, segment, *set, shares)?;
            // Who answered thought of the ranges as they are, also where no weight moves.
            let base = draft.base;
            record_ranges(draft.segment(segment)?, *set, base);
        }
        if let Some(value) = given.cost_emphasis {
            set_cost_emphasis(draft, segment, value)?;
        }
    }
    let kept = &mut draft.segment(segment)?.elicited;
    if given.is_some() {
        kept.iter_mut().filter(|e| e.scope.overlaps(scope)).for_each(|e| e.in_force = false);
    }
    let key = |e: &Elicited| (e.scope, e.method());
    kept.retain(|e| key(e) != (scope, answers.method()));
    if !answers.is_empty() {
        kept.push(Elicited { scope, in_force: given.is_some(), answers: answers.clone().tidied() });
    }
    kept.sort_by_key(key);
    Ok(())
}

/// Weights that were set by hand come from no method any more.
pub(super) fn set_by_hand(segment: &mut Segment, set: WeightSet) {
    segment.elicited.iter_mut().filter(|e| e.scope.covers(set)).for_each(|e| e.in_force = false);
}

/// λ that was set by hand comes from no method any more.
pub(super) fn emphasis_set_by_hand(segment: &mut Segment) {
    segment.elicited.iter_mut().filter(|e| e.scope.gives_cost_emphasis()).for_each(|e| e.in_force = false);
}

impl Segment {
    /// The method that the weights of a set come from, and what it weighed at once; `None` where they were set by hand.
    #[must_use]
    pub fn method_of(&self, set: WeightSet) -> Option<(Scope, Method)> {
        self.elicited.iter().find(|e| e.in_force && e.scope.covers(set)).map(|e| (e.scope, e.method()))
    }

    /// The answers kept for a scope and a method.
    #[must_use]
    pub fn answers(&self, scope: Scope, method: Method) -> Option<&Elicited> {
        self.elicited.iter().find(|e| e.scope == scope && e.method() == method)
    }
}
