//! What cannot change the winner at all.

use super::condition::{Ground, Need, with};
use super::winner::wins;
use super::{Extent, Finding, Found, leading};
use crate::model::{Dimension, Member, OfferId, Statement};
use crate::value::{Case, Quantity, State, Sweep};

pub(super) fn propose(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let Some(winner) = ground.winner else { return };
    let dimensions: Vec<Dimension> = ground
        .stays()
        .iter()
        .filter(|c| c.low.is_none() && c.high.is_none())
        .filter_map(|c| match c.quantity {
            Quantity::Weight(Member::Dimension(dimension)) => Some(dimension),
            _ => None,
        })
        .collect();
    if !dimensions.is_empty() {
        statements.push(Statement::Never { winner: ground.id(winner), dimensions });
    }
}

fn sweep(case: Case<'_>, dimension: Dimension) -> Option<Sweep<'_>> {
    Sweep::new(case, Quantity::Weight(Member::Dimension(dimension)))
}

/// As a weight goes from end to end every difference goes from its value at one end to that at the other: it is enough
/// that the winner is ahead at both.
pub(super) fn describe(ground: &Ground<'_>, winner: OfferId, dimensions: &[Dimension]) -> Option<Found> {
    let case = ground.case;
    let own = case.offer(winner)?;
    let statement = Statement::Never { winner, dimensions: dimensions.to_vec() };
    // At an end of a weight an offer may be complete that is not today.
    let rivals = |end: &State| -> Vec<usize> {
        let others = (0..case.compiled.offers()).filter(|r| *r != own);
        others.filter(|r| case.compiled.gaps(&end.weighting, *r).next().is_none()).collect()
    };
    let ends: Vec<(State, Vec<usize>)> = dimensions
        .iter()
        .filter_map(|d| sweep(case, *d))
        .flat_map(|sweep| [sweep.at(sweep.low), sweep.at(sweep.high)])
        .map(|end| (end.clone(), rivals(&end)))
        .collect();
    let needs = |state: &State| {
        let at_end = |end: &State| {
            let mut end = State { moved: state.moved, ..end.clone() };
            end.weighting.cost_emphasis = state.weighting.cost_emphasis;
            end
        };
        let moved = state.moved.map(|(_, offer, _)| offer);
        let counts = |r: &&usize| moved.is_none_or(|m| m == own || m == **r);
        let mut needs = Vec::new();
        for (end, rivals) in &ends {
            let end = at_end(end);
            let cdv = end.cdv(&case, own);
            let ahead = |&r: &usize| Need::above(cdv - end.cdv(&case, r), Some(ground.id(r)));
            needs.extend(rivals.iter().filter(counts).map(ahead));
        }
        needs
    };
    let prices = std::iter::once(own).chain(leading(ground, own)).filter_map(|o| ground.price_of(o));
    let extent = ground.nearest(prices, &statement, &needs);
    let others = Dimension::ALL.into_iter().filter(|d| !dimensions.contains(d) && sweep(case, *d).is_some());
    Some(Found {
        finding: Finding::Never { winner, dimensions: dimensions.to_vec(), others: others.collect() },
        statement: Some(statement),
        extent: extent.map_or(Extent::Always(ground.complete.len()), Extent::While),
        importance: 75.0,
    })
}

pub(super) fn holds(case: Case<'_>, winner: usize, dimensions: &[Dimension]) -> bool {
    let everywhere = |dimension: &Dimension| {
        let Some(sweep) = sweep(case, *dimension) else { return true };
        let places = [sweep.low, f64::midpoint(sweep.low, sweep.high), sweep.high];
        places.into_iter().all(|x| with(&sweep, x, &|there| wins(there, winner)))
    };
    wins(case, winner) && dimensions.iter().all(everywhere)
}
