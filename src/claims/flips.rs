//! Single changes after which another offer is first.

use super::condition::{Bound, Condition, Ground, Need};
use super::winner::wins;
use super::{Extent, Finding, Found, is_price, leading};
use crate::model::{Account, Level, OfferId, Scale, Statement, Varied, leaf_of};
use crate::value::{Case, Prepared, Quantity, State, Sweep};

/// How much nearness adds to the importance of a change.
const NEARNESS: f64 = 9.0;

/// Leading rivals whose every level is tried.
const RIVALS: usize = 3;

/// A change, with what it takes to choose between changes.
struct Turn {
    condition: Condition,
    bound: Bound,
    up: bool,
    to: OfferId,
}

impl Turn {
    fn distance(&self) -> f64 {
        (self.bound.at - self.condition.today).abs() / self.condition.span
    }

    fn statement(&self, winner: OfferId) -> Statement {
        let varied = match self.condition.quantity {
            Quantity::Weight(member) => Varied::Weight(member),
            Quantity::CostEmphasis => Varied::Emphasis,
            Quantity::Level { offer, criterion } => Varied::Level(offer, criterion),
        };
        Statement::Flip { varied, up: self.up, winner, to: self.to }
    }
}

/// The ends of a condition at which another offer catches up.
fn turns(case: Case<'_>, condition: Condition) -> impl Iterator<Item = Turn> {
    let turn = move |bound: Option<Bound>, up| {
        let bound = bound.filter(|b| is_tellable(case, condition.quantity, b.at))?;
        Some(Turn { condition, bound, up, to: bound.rival? })
    };
    [turn(condition.low, false), turn(condition.high, true)].into_iter().flatten()
}

fn nearest(turns: impl Iterator<Item = Turn>) -> Option<Turn> {
    turns.reduce(|best, turn| if turn.distance() < best.distance() { turn } else { best })
}

/// How far one quantity may go before the winner changes.
fn stays(ground: &Ground<'_>, winner: usize, quantity: Quantity) -> Option<Condition> {
    let statement = Statement::Winner { offer: ground.id(winner) };
    ground.condition(quantity, &statement, &|state| ground.ahead(winner, state))
}

/// Prices of the second, of the winner and of our own; the nearest weight on another line than the nearest of all;
/// the nearest other level of the winner and of the leading rivals; the nearest named level.
pub(super) fn propose(ground: &Ground<'_>, statements: &mut Vec<Statement>) {
    let (Some(winner), Some(second)) = (ground.winner, ground.second) else { return };
    let rivals = leading(ground, winner);
    let our_best = rivals.iter().copied().find(|&r| r != second && ground.case.comparison.offers[r].ours);
    let id = ground.id(winner);
    for offer in [Some(second), our_best].into_iter().flatten() {
        let Some(price) = ground.price_of(offer) else { continue };
        match stays(ground, winner, price).and_then(|c| turns(ground.case, c).next()) {
            Some(turn) => statements.push(turn.statement(id)),
            None => statements.push(Statement::NoPrice { offer: ground.id(offer), winner: id }),
        }
    }
    let own_price = ground.price_of(winner).and_then(|q| stays(ground, winner, q));
    statements.extend(own_price.and_then(|c| nearest(turns(ground.case, c))).map(|t| t.statement(id)));

    let told = ground.nearest_stay().map(|c| c.quantity);
    let others = ground.stays().iter().filter(|c| Some(c.quantity) != told);
    let inside = others.flat_map(|c| turns(ground.case, *c)).filter(|t| !is_at_an_end(ground.case, t));
    statements.extend(nearest(inside).map(|t| t.statement(id)));

    let turns_of = |offer: usize| {
        let levels = ground.levels_of(offer).into_iter().filter(|q| !is_the_price(ground.case, *q));
        let conditions = levels.filter_map(|q| stays(ground, winner, q)).collect::<Vec<_>>();
        conditions.into_iter().flat_map(|c| turns(ground.case, c)).collect::<Vec<_>>()
    };
    let ours = |r: usize| ground.case.comparison.offers[r].ours;
    let tried = rivals.iter().enumerate().filter(|(i, r)| *i < RIVALS || ours(**r)).map(|(_, r)| *r);
    for turn in [nearest(turns_of(winner).into_iter()), nearest(tried.flat_map(turns_of))] {
        statements.extend(turn.map(|t| t.statement(id)));
    }
    statements.extend(category(ground, winner, &rivals));
}

fn is_the_price(case: Case<'_>, quantity: Quantity) -> bool {
    matches!(quantity, Quantity::Level { criterion, .. } if is_price(case, criterion))
}

/// Times λ beyond which its changes are not told.
const EMPHASIS_FAR: f64 = 5.0;

/// What happens only where a weight is nothing or everything, or λ many times what it is, says little.
fn is_at_an_end(case: Case<'_>, turn: &Turn) -> bool {
    let at = turn.bound.at;
    if turn.condition.quantity == Quantity::CostEmphasis {
        return at > EMPHASIS_FAR * turn.condition.today.max(1.0);
    }
    let room = Sweep::new(case, turn.condition.quantity).map_or(1.0, |sweep| sweep.high);
    at <= 1e-9 || at >= room - 1e-9
}

/// True where a level can be told: inside the range of its scale, and an amount that is not below 0.
fn is_tellable(case: Case<'_>, quantity: Quantity, at: f64) -> bool {
    let Quantity::Level { criterion, .. } = quantity else { return true };
    match case.comparison.criterion(criterion).map(|c| &c.scale) {
        Some(Scale::Measure { curve, .. }) => !curve.is_outside(at),
        Some(Scale::Money { .. }) => at >= 0.0,
        _ => true,
    }
}

/// The named level that would change the winner with the least change of points.
fn category(ground: &Ground<'_>, winner: usize, rivals: &[usize]) -> Option<Statement> {
    let case = ground.case;
    let mut best: Option<(f64, Statement)> = None;
    for criterion in &case.comparison.criteria {
        let Scale::Category { levels, .. } = &criterion.scale else { continue };
        let Some(place) = case.compiled.index_of(leaf_of(criterion)) else { continue };
        let sign = if place < value_leaves(case) { 1.0 } else { -case.weighting.cost_emphasis };
        let weight = sign * case.weighting.coefficients[place];
        for &offer in std::iter::once(&winner).chain(rivals) {
            let Some(Level::Category(now)) = case.comparison.offers[offer].levels.get(&criterion.id) else { continue };
            let Some(today) = case.compiled.worth(place, offer) else { continue };
            let to = if offer == winner { ground.second? } else { offer };
            let ahead = ground.cdv(winner) - ground.cdv(to);
            for level in levels.iter().filter(|l| l.id != *now) {
                let gain = weight * (level.points - today) * if offer == winner { -1.0 } else { 1.0 };
                let step = (level.points - today).abs();
                let is_nearer = best.as_ref().is_none_or(|(least, _)| step < *least);
                if gain > ahead && !crate::value::ties(gain, ahead) && is_nearer {
                    let varied = Varied::Category(ground.id(offer), criterion.id, level.id);
                    let up = level.points > today;
                    let (winner, to) = (ground.id(winner), ground.id(to));
                    best = Some((step, Statement::Flip { varied, up, winner, to }));
                }
            }
        }
    }
    best.map(|(_, statement)| statement)
}

fn value_leaves(case: Case<'_>) -> usize {
    case.compiled.leaves().iter().filter(|l| l.dimension.side() == crate::model::Side::Value).count()
}

/// The offer that would have another named level, and what that adds to its CDV.
fn gain(case: Case<'_>, state: &State, varied: Varied) -> Option<(usize, f64)> {
    let Varied::Category(offer, criterion, level) = varied else { return None };
    let criterion = case.comparison.criterion(criterion)?;
    let (leaf, offer) = (case.compiled.index_of(leaf_of(criterion))?, case.offer(offer)?);
    let today = case.compiled.worth(leaf, offer)?;
    let points = criterion.scale.category(level)?.points;
    let weight = state.weighting.coefficients[leaf];
    let sign = if leaf < value_leaves(case) { 1.0 } else { -state.weighting.cost_emphasis };
    Some((offer, sign * weight * (points - today)))
}

pub(super) fn describe(ground: &Ground<'_>, varied: Varied, up: bool, winner: OfferId, to: OfferId) -> Option<Found> {
    let case = ground.case;
    let own = case.offer(winner).filter(|w| ground.winner == Some(*w))?;
    let statement = Statement::Flip { varied, up, winner, to };
    let found = |at, extent, importance| {
        let finding = Finding::Flip { varied, winner, to, at };
        Some(Found { finding, statement: Some(statement.clone()), extent, importance })
    };
    let Some(quantity) = quantity(varied) else {
        let other = case.offer(to)?;
        let needs = |state: &State| {
            let mut needs = ground.ahead(own, state);
            if let Some((offer, gain)) = gain(case, state, varied) {
                let lead = state.cdv(&case, other) - state.cdv(&case, own);
                needs.push(Need::above(lead + if offer == own { -gain } else { gain }, None));
            }
            needs
        };
        let prices = [own, other].into_iter().filter_map(|o| ground.price_of(o));
        let nearest = ground.nearest_opinion(&statement, &needs).or_else(|| ground.nearest(prices, &statement, &needs));
        return found(None, nearest.map_or(Extent::Always(ground.complete.len()), Extent::While), 60.0);
    };
    let condition = stays(ground, own, quantity)?;
    let turn = turns(case, condition).find(|t| t.up == up && t.to == to)?;
    let base = if is_the_price(case, quantity) { 90.0 } else { 60.0 };
    let nearness = NEARNESS * (1.0 - turn.distance().min(1.0));
    found(Some([turn.bound.at, condition.today]), Extent::While(condition), base + nearness)
}

fn quantity(varied: Varied) -> Option<Quantity> {
    match varied {
        Varied::Weight(member) => Some(Quantity::Weight(member)),
        Varied::Emphasis => Some(Quantity::CostEmphasis),
        Varied::Level(offer, criterion) => Some(Quantity::Level { offer, criterion }),
        Varied::Category(..) => None,
    }
}

/// Every other offer's tie with the winner along the quantity, the nearest in that direction: is it that of `to`?
pub(super) fn holds(case: Case<'_>, varied: Varied, up: bool, winner: usize, to: usize) -> bool {
    if !wins(case, winner) {
        return false;
    }
    let Some(quantity) = quantity(varied) else {
        return category_holds(case, varied, up, winner, to).unwrap_or(false);
    };
    let Some(sweep) = Sweep::new(case, quantity) else { return false };
    let Some(today) = sweep.today else { return false };
    let offers: Vec<usize> = case.complete().collect();
    let Some(own) = offers.iter().position(|&o| o == winner) else { return false };
    let mut first: Option<(f64, usize)> = None;
    for piece in sweep.cdv_pieces(&offers) {
        for (i, &rival) in offers.iter().enumerate().filter(|(i, _)| *i != own) {
            let slope = piece.lines[own].slope - piece.lines[i].slope;
            let root = piece.lines[own].at - (piece.lines[own].value - piece.lines[i].value) / slope;
            // Rounding may put a root at a knot beside both of its pieces.
            let root = if root.is_finite() { root.clamp(piece.from, piece.to) } else { root };
            let is_tie = crate::value::ties(piece.lines[own].y(root), piece.lines[i].y(root));
            let lies = is_tie && if up { root > today } else { root < today };
            let is_nearer = first.is_none_or(|(at, _)| {
                let step = (root - today).abs() - (at - today).abs();
                step < -1e-9 * at.abs().max(1.0) || rival == to && step <= 1e-9 * at.abs().max(1.0)
            });
            if root.is_finite() && lies && is_nearer {
                first = Some((root, rival));
            }
        }
    }
    first.is_some_and(|(at, rival)| rival == to && is_tellable(case, quantity, at))
}

/// What `to` and the winner would deliver, were the level the other one.
fn category_holds(case: Case<'_>, varied: Varied, up: bool, winner: usize, to: usize) -> Option<bool> {
    let Varied::Category(offer, criterion, level) = varied else { return None };
    let mut comparison = case.comparison.clone();
    let points = |id| comparison.criterion(criterion)?.scale.category(id).map(|c| c.points);
    let Level::Category(today) = *case.comparison.offer(offer)?.levels.get(&criterion)? else { return None };
    let is_that_way = if up { points(level)? > points(today)? } else { points(level)? < points(today)? };
    let place = case.offer(offer)?;
    comparison.offers[place].levels.insert(criterion, Level::Category(level));
    let prepared = Prepared::new(&comparison, case.segment);
    let delivered = prepared.case().delivered;
    let (own, other) = (delivered.cdv[winner], delivered.cdv[to]);
    let is_ahead = delivered.complete[to] && other > own && !crate::value::ties(other, own);
    Some(is_ahead && is_that_way && (place == winner || place == to))
}

// --- prices that change nothing ------------------------------------------------------------------------------------

/// f(level) of the money leaf of an offer, were its price 0.
fn free(case: Case<'_>, offer: usize) -> Option<(usize, f64)> {
    let header = &case.comparison.header;
    let leaf = case.compiled.index_of(crate::model::Leaf::Ownership)?;
    let offer = case.comparison.offers.get(offer)?;
    let price = case.comparison.price_units(offer)?;
    let total = case.comparison.ownership_cost(offer)?;
    let rest = header.currency.units(total) - price;
    Some(match header.account {
        Account::Points => (leaf, header.ownership.curve.at(total - price / header.currency.units(1.0))),
        Account::Money => (leaf, rest),
    })
}

pub(super) fn describe_no_price(ground: &Ground<'_>, offer: OfferId, winner: OfferId) -> Option<Found> {
    let case = ground.case;
    let (other, own) = (case.offer(offer)?, case.offer(winner)?);
    let (leaf, worth) = free(case, other)?;
    let statement = Statement::NoPrice { offer, winner };
    let needs = |state: &State| {
        let gift = State { moved: Some((leaf, other, worth)), ..state.clone() };
        vec![Need::above(state.cdv(&case, own) - gift.cdv(&case, other), None)]
    };
    let extent = ground
        .nearest_opinion(&statement, &needs)
        .or_else(|| ground.nearest(ground.price_of(own), &statement, &needs))
        .map_or(Extent::Always(2), Extent::While);
    Some(Found { finding: Finding::NoPrice { offer, winner }, statement: Some(statement), extent, importance: 40.0 })
}

pub(super) fn no_price_holds(case: Case<'_>, offer: usize, winner: usize) -> bool {
    let delivered = case.delivered;
    let Some((leaf, worth)) = free(case, offer) else { return false };
    let now = case.compiled.worth(leaf, offer).unwrap_or(worth);
    let burden = case.weighting.cost_emphasis * case.weighting.coefficients[leaf];
    let gift = delivered.cdv[offer] + burden * (now - worth);
    let own = delivered.cdv[winner];
    offer != winner
        && delivered.complete[offer]
        && delivered.complete[winner]
        && own > gift
        && !crate::value::ties(own, gift)
}
