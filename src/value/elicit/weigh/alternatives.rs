//! Choices between offers as choices between points.

use std::collections::{BTreeMap, BTreeSet};

use super::WeighError;
use crate::model::{Alternative, ChoiceAnswer, Comparison, Leaf, OfferId, Side, Text, blank_offer};
use crate::value::Compiled;
use crate::value::compile::scorer;
use crate::value::elicit::choices::Choices;

/// Choices of one buyer, ready to be fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceSet {
    /// The leaves that are the attributes, value side first.
    pub leaves: Vec<Leaf>,
    /// The side of each.
    pub sides: Vec<Side>,
    /// Points of what was taken and what was not.
    pub choices: Choices,
    /// The same with a constant for each real offer that was to choose from, the first of them the base; `None` where
    /// fewer than two were.
    pub with_constants: Option<Choices>,
    /// The offers that were to choose from, in the order of the comparison: the base first, then those with constants.
    pub offers: Vec<OfferId>,
}

/// The choices that `answers` are, in points of today's scales.
///
/// A level that all alternatives of a choice lack was the same for all of them.
///
/// # Errors
/// A level that only some of them lack, and those of [`Choices::push`].
pub fn choices_of(comparison: &Comparison, answers: &[ChoiceAnswer]) -> Result<ChoiceSet, WeighError> {
    let compiled = Compiled::new(comparison);
    let leaves: Vec<Leaf> = compiled.leaves().iter().map(|l| l.leaf).collect();
    let sides: Vec<Side> = compiled.leaves().iter().map(|l| l.dimension.side()).collect();
    let scorers: Vec<_> = leaves.iter().map(|leaf| scorer(comparison, *leaf)).collect();
    let shown: BTreeSet<OfferId> = answers.iter().flat_map(|a| &a.alternatives).filter_map(|a| a.offer).collect();
    let offers: Vec<OfferId> = comparison.offers.iter().map(|o| o.id).filter(|id| shown.contains(id)).collect();
    let place: BTreeMap<OfferId, usize> = offers.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut choices = Choices::new(leaves.len());
    let mut with_constants = (offers.len() > 1).then(|| Choices::with_constants(leaves.len(), offers.len() - 1));
    let mut blank = blank_offer(OfferId(0), Text::default(), 0);
    let mut points_of = |alternative: &Alternative| -> Vec<Option<f64>> {
        blank.levels.clone_from(&alternative.levels);
        scorers.iter().map(|worth| worth(&blank)).collect()
    };
    for (choice, answer) in answers.iter().enumerate() {
        let mut points: Vec<Vec<Option<f64>>> = answer.alternatives.iter().map(&mut points_of).collect();
        for (i, leaf) in leaves.iter().enumerate() {
            let missing = points.iter().filter(|p| p[i].is_none()).count();
            if missing == points.len() {
                for own in &mut points {
                    own[i] = Some(0.0);
                }
            } else if missing > 0 {
                return Err(WeighError::LevelMissing { choice, leaf: *leaf });
            }
        }
        let rows: Vec<Vec<f64>> = points.into_iter().map(|p| p.into_iter().flatten().collect()).collect();
        let constant = |a: &Alternative| a.offer.and_then(|id| place.get(&id).copied()).unwrap_or(0);
        let constants: Vec<usize> = answer.alternatives.iter().map(constant).collect();
        match answer.order.as_slice() {
            [taken] => {
                choices.push(&rows, *taken)?;
                if let Some(fitted) = &mut with_constants {
                    fitted.push_with_constants(&rows, &constants, *taken)?;
                }
            }
            order => {
                choices.push_ranking(&rows, order)?;
                if let Some(fitted) = &mut with_constants {
                    fitted.push_ranking_with_constants(&rows, &constants, order)?;
                }
            }
        }
    }
    Ok(ChoiceSet { leaves, sides, choices, with_constants, offers })
}
