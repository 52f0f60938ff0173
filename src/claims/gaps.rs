//! Levels that are missing, and levels outside the range of their scales.

use super::condition::{Ground, Need};
use super::{Extent, Finding, Found, Prospect};
use crate::model::{Account, Comparison, Curve, Leaf, Level, OfferId, Scale, Side, Statement};
use crate::value::{Case, State, ties};

/// In comparisons of more offers than this only the leading ones are looked at for levels outside their range.
const MANY: usize = 200;

// --- missing -------------------------------------------------------------------------------------------------------

/// f(level) of the best level that a leaf's scale knows between its ends, for an offer that lacks it.
fn best_worth(case: Case<'_>, leaf: usize, offer: usize) -> f64 {
    let compiled = case.compiled.leaves()[leaf];
    let is_value = compiled.dimension.side() == Side::Value;
    let best = |ys: &mut dyn Iterator<Item = f64>| {
        if is_value { ys.fold(f64::NEG_INFINITY, f64::max) } else { ys.fold(f64::INFINITY, f64::min) }
    };
    let curve = |curve: &Curve| best(&mut curve.points().iter().map(|p| p[1]));
    let best = match compiled.leaf {
        Leaf::Ownership => match case.compiled.account() {
            Account::Points => curve(&case.comparison.header.ownership.curve),
            Account::Money => known_money(case.comparison, offer),
        },
        Leaf::Criterion(id) => match case.comparison.criterion(id).map(|c| &c.scale) {
            Some(Scale::Measure { curve: c, .. }) => curve(c),
            Some(Scale::Category { levels, .. }) => best(&mut levels.iter().map(|l| l.points)),
            _ => best(&mut [0.0, 100.0].into_iter()),
        },
    };
    if best.is_finite() { best } else { 0.0 }
}

/// The amounts of an offer that are known, in units: the others would be 0 at best.
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn known_money(comparison: &Comparison, offer: usize) -> f64 {
    let annuity = comparison.header.ownership.annuity();
    let known = comparison.money_criteria().filter_map(|c| {
        let Some(Level::Money(minor)) = comparison.offers[offer].levels.get(&c.id) else { return None };
        let yearly = matches!(c.scale, Scale::Money { paid: crate::model::Paid::Yearly });
        Some(*minor as f64 * if yearly { annuity } else { 1.0 })
    });
    comparison.header.currency.units(known.sum())
}

/// CDV of an offer with the best levels for what is missing.
fn at_best(case: Case<'_>, state: &State, offer: usize) -> f64 {
    let missing = |l: &usize| case.compiled.worth(*l, offer).is_none();
    let gain = |l: usize| {
        let amount = state.weighting.coefficients[l] * best_worth(case, l, offer);
        if case.compiled.leaves()[l].dimension.side() == Side::Value {
            amount
        } else {
            -state.weighting.cost_emphasis * amount
        }
    };
    let leaves = 0..case.compiled.leaves().len();
    state.cdv(&case, offer) + leaves.filter(missing).map(gain).sum::<f64>()
}

pub(super) fn incomplete(ground: &Ground<'_>, offer: usize) -> Found {
    let case = ground.case;
    let id = ground.id(offer);
    let missing = case.compiled.gaps(case.weighting, offer).map(|l| case.compiled.leaves()[l].leaf).collect();
    let now = State { weighting: case.weighting.clone(), moved: None };
    let unknown = |missing| Found {
        finding: Finding::Incomplete { offer: id, missing, prospect: Prospect::Unknown },
        statement: None,
        extent: Extent::Unsaid,
        importance: 30.0,
    };
    let Some(best) = case.winner() else { return unknown(missing) };
    let rival = ground.id(best);
    let cdv = at_best(case, &now, offer);
    if !cdv.is_finite() {
        return unknown(missing);
    }
    let lead = cdv - ground.cdv(best);
    let could = lead > 0.0 && !ties(cdv, ground.cdv(best));
    let statement = if could {
        Statement::CouldWin { offer: id, winner: rival }
    } else {
        Statement::CannotWin { offer: id, winner: rival }
    };
    let lacking: Vec<usize> =
        (0..case.compiled.leaves().len()).filter(|&l| case.compiled.worth(l, offer).is_none()).collect();
    let needs = |state: &State| {
        let weight = lacking.iter().map(|&l| state.weighting.coefficients[l]).sum();
        let lead = at_best(case, state, offer) - state.cdv(&case, best);
        let outcome = if could { Need::above(lead, None) } else { Need::not_below(-lead) };
        vec![Need::above(weight, None), outcome]
    };
    let extent = ground.nearest_opinion(&statement, &needs).map_or(Extent::Unsaid, Extent::While);
    let prospect = if could { Prospect::CouldWin(cdv) } else { Prospect::CannotWin(cdv, rival) };
    Found {
        finding: Finding::Incomplete { offer: id, missing, prospect },
        statement: Some(statement),
        extent,
        importance: if could { 95.0 } else { 30.0 },
    }
}

/// Whether an incomplete offer would beat a complete one with the best levels; `None` where the question is none.
pub(super) fn prospect(case: Case<'_>, offer: usize, winner: usize) -> Option<bool> {
    let is_incomplete = case.compiled.gaps(case.weighting, offer).next().is_some();
    if !is_incomplete || !case.delivered.complete[winner] {
        return None;
    }
    let mut weighting = Vec::new();
    for (l, leaf) in case.compiled.leaves().iter().enumerate() {
        let worth = case.compiled.worth(l, offer).unwrap_or_else(|| best_worth(case, l, offer));
        let sign = if leaf.dimension.side() == Side::Value { 1.0 } else { -case.weighting.cost_emphasis };
        weighting.push(sign * case.weighting.coefficients[l] * worth);
    }
    let (own, other) = (weighting.into_iter().sum::<f64>(), case.delivered.cdv[winner]);
    Some(own > other && !ties(own, other))
}

// --- outside -------------------------------------------------------------------------------------------------------

/// f(level) of a leaf, were the level cut to the range of its scale; `None` where it lies inside, or has no range.
fn cut(case: Case<'_>, offer: usize, leaf: Leaf) -> Option<f64> {
    let comparison = case.comparison;
    let within = |curve: &Curve, x: f64| {
        let (low, high) = curve.anchors();
        curve.is_outside(x).then(|| curve.at(x.clamp(low, high)))
    };
    match leaf {
        Leaf::Ownership if comparison.header.account == Account::Points => {
            within(&comparison.header.ownership.curve, comparison.ownership_cost(&comparison.offers[offer])?)
        }
        Leaf::Ownership => None,
        Leaf::Criterion(id) => match (&comparison.criterion(id)?.scale, comparison.offers[offer].levels.get(&id)?) {
            (Scale::Measure { curve, .. }, Level::Number(x)) => within(curve, *x),
            _ => None,
        },
    }
}

fn cut_state(case: Case<'_>, state: &State, offer: usize, leaf: Leaf) -> Option<State> {
    let moved = (case.compiled.index_of(leaf)?, offer, cut(case, offer, leaf)?);
    Some(State { moved: Some(moved), ..state.clone() })
}

pub(super) fn propose_outside(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let case = ground.case;
    let Some(winner) = ground.winner else { return };
    let mut looked_at = ground.complete.clone();
    if looked_at.len() > MANY {
        looked_at = std::iter::once(winner).chain(super::leading(ground, winner)).collect();
    }
    for offer in looked_at {
        let Some(to) = (if offer == winner { ground.second } else { Some(offer) }) else { continue };
        for leaf in case.compiled.leaves() {
            if cut_lets_win(case, offer, leaf.leaf, winner, to) {
                let (winner, to, offer) = (ground.id(winner), ground.id(to), ground.id(offer));
                statements.push(Statement::Outside { offer, leaf: leaf.leaf, winner, to });
            }
        }
    }
}

/// True where `to` delivers more than `winner` once the level is cut.
pub(super) fn cut_lets_win(case: Case<'_>, offer: usize, leaf: Leaf, winner: usize, to: usize) -> bool {
    let now = State { weighting: case.weighting.clone(), moved: None };
    let Some(state) = cut_state(case, &now, offer, leaf) else { return false };
    let complete = &case.delivered.complete;
    let (own, other) = (state.cdv(&case, winner), state.cdv(&case, to));
    complete[winner] && complete[to] && complete[offer] && other > own && !ties(own, other)
}

pub(super) fn describe_outside(
    ground: &Ground<'_>,
    offer: OfferId,
    leaf: Leaf,
    winner: OfferId,
    to: OfferId,
) -> Option<Found> {
    let case = ground.case;
    let (whose, own, other) = (case.offer(offer)?, case.offer(winner)?, case.offer(to)?);
    let statement = Statement::Outside { offer, leaf, winner, to };
    let needs = |state: &State| {
        let mut needs = ground.ahead(own, state);
        if let Some(state) = cut_state(case, state, whose, leaf) {
            needs.push(Need::above(state.cdv(&case, other) - state.cdv(&case, own), None));
        }
        needs
    };
    let nearest = ground.nearest_opinion(&statement, &needs);
    let extent = nearest.map_or(Extent::Always(ground.complete.len()), Extent::While);
    Some(Found {
        finding: Finding::Outside { offer, leaf, winner, to },
        statement: Some(statement),
        extent,
        importance: 95.0,
    })
}
