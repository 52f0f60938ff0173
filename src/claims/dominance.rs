//! Offers that another one beats or equals on every criterion, so that no weights can put them ahead.
//!
//! Criteria of weight 0 count too, other than in [`crate::value::Dominance`]: the sentence speaks of any weights.

use super::condition::{Ground, Need, worth};
use super::{Extent, Finding, Found, leading};
use crate::model::{Leaf, OfferId, Side, Statement};
use crate::value::{Case, State};

/// Most offers that are named as dominated.
const NAMED: usize = 3;

pub(super) fn propose(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let Some(&best) = ground.complete.first() else { return };
    let first = ground.winner.unwrap_or(best);
    let ranked: Vec<usize> = std::iter::once(first).chain(leading(ground, first)).collect();
    let dominated = ranked.iter().filter_map(|&offer| {
        let by = ranked.iter().copied().find(|&by| holds(ground.case, offer, by))?;
        Some(Statement::Dominated { offer: ground.id(offer), by: ground.id(by) })
    });
    statements.extend(dominated.take(NAMED));
}

/// Advantage of `by` over `offer` on each leaf, before weights; `None` where a level is missing.
fn advantages(case: Case<'_>, state: &State, offer: usize, by: usize) -> Option<Vec<f64>> {
    let leaves = case.compiled.leaves().iter().enumerate();
    leaves
        .map(|(l, leaf)| {
            let sign = if leaf.dimension.side() == Side::Value { 1.0 } else { -1.0 };
            Some(sign * (worth(case, state, l, by)? - worth(case, state, l, offer)?))
        })
        .collect()
}

pub(super) fn describe(ground: &Ground<'_>, offer: OfferId, by: OfferId) -> Option<Found> {
    let case = ground.case;
    let (own, other) = (case.offer(offer)?, case.offer(by)?);
    let statement = Statement::Dominated { offer, by };
    let now = State { weighting: case.weighting.clone(), moved: None };
    let mut better: Vec<(Leaf, f64)> = case
        .compiled
        .leaves()
        .iter()
        .zip(advantages(case, &now, own, other)?)
        .zip(&case.weighting.coefficients)
        .filter(|((_, advantage), _)| *advantage > 0.0)
        .map(|((leaf, advantage), weight)| (leaf.leaf, advantage * weight))
        .collect();
    better.sort_by(|a, b| b.1.total_cmp(&a.1));
    let needs = |state: &State| {
        let advantages = advantages(case, state, own, other).unwrap_or_default();
        // None below 0, and one above it.
        let sum = Need::above(advantages.iter().sum(), None);
        advantages.into_iter().map(Need::not_below).chain([sum]).collect()
    };
    let levels = [own, other].into_iter().flat_map(|o| ground.levels_of(o));
    let extent = ground.nearest(levels, &statement, &needs).map_or(Extent::Always(2), Extent::While);
    Some(Found {
        finding: Finding::Dominated { offer, by, better: better.into_iter().map(|(leaf, _)| leaf).collect() },
        statement: Some(statement),
        extent,
        importance: 40.0,
    })
}

pub(super) fn holds(case: Case<'_>, offer: usize, by: usize) -> bool {
    let compiled = case.compiled;
    let mut better = false;
    let at_least_as_good = compiled.leaves().iter().enumerate().all(|(l, leaf)| {
        let (Some(own), Some(other)) = (compiled.worth(l, offer), compiled.worth(l, by)) else { return false };
        let (less, more) = if leaf.dimension.side() == Side::Value { (own, other) } else { (other, own) };
        better |= more > less;
        more >= less
    });
    offer != by && at_least_as_good && better
}
