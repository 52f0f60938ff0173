//! What cannot change the winner at all.

use super::condition::{Ground, Need, with};
use super::winner::wins;
use super::{Extent, Finding, Found, leading};
use crate::model::{Dimension, Member, OfferId, Side, Statement};
use crate::value::{Case, Delivered, Quantity, State, Sweep, Weighting};

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

/// What every offer delivers at an end of a weight.
struct End {
    weighting: Weighting,
    cdv: Vec<f64>,
    complete: Vec<bool>,
    /// The best rival there, among the offers that are complete there: they need not be those of today.
    best: Option<(usize, f64)>,
}

impl End {
    fn new(case: Case<'_>, winner: usize, weighting: Weighting) -> Self {
        let mut delivered = Delivered::default();
        case.compiled.score(&weighting, &mut delivered);
        let rivals = (0..delivered.cdv.len()).filter(|&r| r != winner && delivered.complete[r]);
        let best = rivals.map(|r| (r, delivered.cdv[r])).reduce(|a, b| if b.1 > a.1 { b } else { a });
        Self { weighting, cdv: delivered.cdv, complete: delivered.complete, best }
    }
}

/// As a weight goes from end to end every difference goes from its value at one end to that at the other: it is enough
/// that the winner is ahead at both.
pub(super) fn describe(ground: &Ground<'_>, winner: OfferId, dimensions: &[Dimension]) -> Option<Found> {
    let case = ground.case;
    let own = case.offer(winner)?;
    let statement = Statement::Never { winner, dimensions: dimensions.to_vec() };
    let ends: Vec<End> = dimensions
        .iter()
        .filter_map(|d| sweep(case, *d))
        .flat_map(|sweep| [sweep.at(sweep.low), sweep.at(sweep.high)])
        .map(|state| End::new(case, own, state.weighting))
        .collect();
    // Only one offer's level moves: its lead over the best rival, or the winner's lead over it, decides.
    let needs = |state: &State| {
        let Some((leaf, moved, worth)) = state.moved else { return Vec::new() };
        let today = case.compiled.worth(leaf, moved).unwrap_or(worth);
        let need = |end: &End| {
            let sign = if case.compiled.leaves()[leaf].dimension.side() == Side::Value {
                1.0
            } else {
                -end.weighting.cost_emphasis
            };
            let gain = sign * end.weighting.coefficients[leaf] * (worth - today);
            if moved == own {
                let (rival, cdv) = end.best?;
                Some(Need::above(end.cdv[own] + gain - cdv, Some(ground.id(rival))))
            } else if !end.complete[moved] {
                None
            } else {
                Some(Need::above(end.cdv[own] - end.cdv[moved] - gain, Some(ground.id(moved))))
            }
        };
        ends.iter().filter_map(need).collect()
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
