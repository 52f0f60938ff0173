//! Difference and ratio: TCV − λ·TCC and TCV ÷ (λ·TCC) need not agree on the winner.

use super::condition::{Ground, Need};
use super::winner::wins;
use super::{Extent, Finding, Found};
use crate::model::{Account, OfferId, Side, Statement};
use crate::value::{Case, State};

pub(super) fn propose(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let Some(winner) = ground.winner else { return };
    let Some(ratio) = best_ratio(ground.case).filter(|r| *r != winner) else { return };
    statements.push(Statement::Ratio { difference: ground.id(winner), ratio: ground.id(ratio) });
}

/// The offer with the highest ratio, where all complete offers have one and one of them is ahead of the others.
pub(super) fn best_ratio(case: Case<'_>) -> Option<usize> {
    if case.compiled.account() == Account::Money {
        return None;
    }
    let ratio = |o: usize| case.delivered.parts(o, case.weighting.cost_emphasis).and_then(|p| p.ratio);
    let mut best: Option<(usize, f64)> = None;
    for offer in case.complete() {
        let ratio = ratio(offer)?;
        if best.is_none_or(|(_, most)| ratio > most) {
            best = Some((offer, ratio));
        }
    }
    let (best, most) = best?;
    let is_alone =
        case.complete().all(|o| o == best || ratio(o).is_some_and(|r| r < most - 1e-9 * most.abs().max(1.0)));
    is_alone.then_some(best)
}

pub(super) fn describe(ground: &Ground<'_>, difference: OfferId, ratio: OfferId) -> Option<Found> {
    let case = ground.case;
    let (own, other) = (case.offer(difference)?, case.offer(ratio)?);
    let statement = Statement::Ratio { difference, ratio };
    // Along one quantity only one side of the account moves, so that these products stay affine.
    let needs = |state: &State| {
        let parts = |offer: usize| {
            let mut sums = [0.0, 0.0];
            for (l, leaf) in case.compiled.leaves().iter().enumerate() {
                let worth = super::condition::worth(case, state, l, offer).unwrap_or(0.0);
                sums[usize::from(leaf.dimension.side() == Side::Cost)] += state.weighting.coefficients[l] * worth;
            }
            sums
        };
        let [tcv, tcc] = parts(other);
        let mut needs = ground.ahead(own, state);
        for &offer in &ground.complete {
            let [v, c] = parts(offer);
            needs.push(Need::above(state.weighting.cost_emphasis * c, None));
            if offer != other {
                needs.push(Need::above(tcv * c - v * tcc, None));
            }
        }
        needs
    };
    let levels = [own, other].into_iter().flat_map(|o| ground.levels_of(o));
    let extent = ground
        .nearest_opinion(&statement, &needs)
        .or_else(|| ground.nearest(levels, &statement, &needs))
        .map_or(Extent::Always(ground.complete.len()), Extent::While);
    let figure = |o: usize| case.delivered.parts(o, case.weighting.cost_emphasis).and_then(|p| p.ratio);
    Some(Found {
        finding: Finding::Ratio { difference: (difference, figure(own)?), ratio: (ratio, figure(other)?) },
        statement: Some(statement),
        extent,
        importance: 70.0,
    })
}

pub(super) fn holds(case: Case<'_>, difference: usize, ratio: usize) -> bool {
    difference != ratio && wins(case, difference) && best_ratio(case) == Some(ratio)
}
