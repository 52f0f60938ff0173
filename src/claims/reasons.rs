//! What speaks for an offer and what against it.

use super::condition::{Ground, Need};
use super::{Extent, Finding, Found, leading};
use crate::model::{Dimension, OfferId, Statement};
use crate::value::{BridgeStep, Case, State, bridge};

/// Rivals that the winner is held against one by one.
const RIVALS: usize = 8;

pub(super) fn propose(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let Some(winner) = ground.winner else { return };
    for rival in leading(ground, winner).into_iter().take(RIVALS) {
        let (offer, rival) = (winner, rival);
        if let (Some(strongest), weakest) = extremes(ground.case, offer, rival) {
            statements.push(Statement::Reasons {
                offer: ground.id(offer),
                rival: ground.id(rival),
                strongest: strongest.dimension,
                weakest: weakest.map(|w| w.dimension),
            });
        }
    }
}

/// The steps of the bridge from the rival to the offer that speak most for and most against the offer.
fn extremes(case: Case<'_>, offer: usize, rival: usize) -> (Option<BridgeStep>, Option<BridgeStep>) {
    let steps = bridge(case.compiled, case.weighting, rival, offer, false).steps;
    let is_something = |step: &BridgeStep| !crate::value::ties(step.delta, 0.0);
    // The first of those that are equal.
    let most = |sign: f64| {
        let signed = |s: &BridgeStep| sign * s.delta;
        let best = steps.iter().copied().reduce(|a, b| if signed(&b) > signed(&a) { b } else { a });
        best.filter(|s| signed(s) > 0.0 && is_something(s))
    };
    (most(1.0), most(-1.0))
}

pub(super) fn describe(ground: &Ground<'_>, offer: OfferId, rival: OfferId) -> Option<Found> {
    let case = ground.case;
    let (own, other) = (case.offer(offer)?, case.offer(rival)?);
    let (strongest, weakest) = extremes(case, own, other);
    let strongest = strongest?;
    let statement =
        Statement::Reasons { offer, rival, strongest: strongest.dimension, weakest: weakest.map(|w| w.dimension) };
    let needs = |state: &State| needs(case, state, own, other, strongest.dimension, weakest.map(|w| w.dimension));
    let levels = || [own, other].into_iter().flat_map(|o| ground.levels_of(o));
    let extent = ground
        .nearest_opinion(&statement, &needs)
        .or_else(|| ground.nearest(levels(), &statement, &needs))
        .map_or(Extent::Always(2), Extent::While);
    let is_second = ground.second == Some(other) && ground.winner == Some(own);
    Some(Found {
        finding: Finding::Reasons {
            offer,
            rival,
            strongest: (strongest.dimension, strongest.delta),
            weakest: weakest.map(|w| (w.dimension, w.delta)),
        },
        statement: Some(statement),
        extent,
        importance: if is_second { 85.0 } else { 50.0 - f64::from(case.delivered.rank[other].min(9)) },
    })
}

fn deltas(case: Case<'_>, state: &State, own: usize, other: usize) -> Vec<(Dimension, f64)> {
    let mut deltas: Vec<(Dimension, f64)> = Vec::new();
    for (l, leaf) in case.compiled.leaves().iter().enumerate() {
        let delta = state.contribution(&case, l, own) - state.contribution(&case, l, other);
        match deltas.last_mut() {
            Some((dimension, sum)) if *dimension == leaf.dimension => *sum += delta,
            _ => deltas.push((leaf.dimension, delta)),
        }
    }
    deltas
}

fn needs(
    case: Case<'_>,
    state: &State,
    own: usize,
    other: usize,
    strongest: Dimension,
    weakest: Option<Dimension>,
) -> Vec<Need> {
    let deltas = deltas(case, state, own, other);
    let of = |dimension| deltas.iter().find(|(d, _)| *d == dimension).map_or(0.0, |(_, delta)| *delta);
    let best = of(strongest);
    let mut needs = vec![Need::above(best, None)];
    needs.extend(deltas.iter().map(|(_, delta)| Need::not_below(best - delta)));
    match weakest {
        Some(weakest) => {
            let worst = of(weakest);
            needs.push(Need::above(-worst, None));
            needs.extend(deltas.iter().map(|(_, delta)| Need::not_below(delta - worst)));
        }
        None => needs.extend(deltas.iter().map(|(_, delta)| Need::not_below(*delta))),
    }
    needs
}

pub(super) fn holds(
    case: Case<'_>,
    own: usize,
    other: usize,
    strongest: Dimension,
    weakest: Option<Dimension>,
) -> bool {
    let complete = &case.delivered.complete;
    if own == other || !complete[own] || !complete[other] {
        return false;
    }
    let steps = bridge(case.compiled, case.weighting, other, own, false).steps;
    let close = 1e-9 * case.delivered.cdv[own].abs().max(case.delivered.cdv[other].abs()).max(1.0);
    let of = |dimension| steps.iter().find(|s| s.dimension == dimension).map_or(0.0, |s| s.delta);
    let (high, low) = steps.iter().fold((0.0_f64, 0.0_f64), |(h, l), s| (h.max(s.delta), l.min(s.delta)));
    let is_strongest = of(strongest) > close && of(strongest) >= high - close;
    let is_weakest = match weakest {
        Some(dimension) => of(dimension) < -close && of(dimension) <= low + close,
        None => low >= -close,
    };
    is_strongest && is_weakest
}
