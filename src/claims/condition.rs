//! The exact condition under which a statement holds: how far one quantity may go, with all else as now.
//!
//! A statement is a conjunction of [`Need`]s: numbers that must stay above 0, or not fall below it. Every number is
//! affine on each piece of a [`Sweep`], so that the ends of the interval around today are roots of straight lines.

use std::cell::OnceCell;

use crate::model::{
    Account, Comparison, Criterion, Dimension, Level, Member, OfferId, SUM_TOLERANCE, Scale, Segment, Share, Side,
    Statement, WeightSet, reshare,
};
use crate::value::{Case, Delivered, Line, Piece, Quantity, State, Sweep, TIE_TOLERANCE, Weighting};

/// An end of a condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The value of the quantity.
    pub at: f64,
    /// True where the statement still holds there.
    pub included: bool,
    /// Who catches up there, where that is what ends it.
    pub rival: Option<OfferId>,
}

/// The largest interval around today's value of one quantity in which a statement holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// What varies.
    pub quantity: Quantity,
    /// Its value today.
    pub today: f64,
    /// The lower end; `None` where it holds down to the quantity's least value.
    pub low: Option<Bound>,
    /// The upper end; `None` where it holds up to the quantity's largest value.
    pub high: Option<Bound>,
    /// What a large change of the quantity is: all of a weight, the range of a scale.
    pub span: f64,
}

impl Condition {
    /// The distance from today to the nearer end, as a part of [`Self::span`]; +∞ where there is no end.
    #[must_use]
    pub fn distance(&self) -> f64 {
        self.bounds().map(|b| (b.at - self.today).abs() / self.span).fold(f64::INFINITY, f64::min)
    }

    /// The ends that there are.
    pub fn bounds(&self) -> impl Iterator<Item = Bound> {
        self.low.into_iter().chain(self.high)
    }
}

/// One inequality of a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Need {
    /// What must be above 0.
    pub number: f64,
    /// False where it need only not be below 0.
    pub strict: bool,
    /// Whose catching up it would be.
    pub rival: Option<OfferId>,
}

impl Need {
    pub fn above(number: f64, rival: Option<OfferId>) -> Self {
        Self { number, strict: true, rival }
    }

    pub fn not_below(number: f64) -> Self {
        Self { number, strict: false, rival: None }
    }
}

/// A case with what every statement asks of it.
pub(super) struct Ground<'a> {
    pub case: Case<'a>,
    /// The complete offers, in the order of the table.
    pub complete: Vec<usize>,
    /// The offer that delivers more than all others by more than a tie.
    pub winner: Option<usize>,
    /// The best of the others.
    pub second: Option<usize>,
    /// All weights that can move, and λ.
    opinions: OnceCell<Vec<Probe<'a>>>,
    /// The winner's conditions on every weight and on λ.
    stays: OnceCell<Vec<Condition>>,
    /// True where some level is missing, whatever its weight.
    gaps: bool,
    /// What is no more than rounding among CDVs as large as these.
    limit: f64,
}

impl<'a> Ground<'a> {
    pub fn new(case: Case<'a>) -> Self {
        let complete: Vec<usize> = case.complete().collect();
        let mut best = case.delivered.best();
        let winner = best.next().filter(|_| best.next().is_none() && complete.len() > 1);
        let leaves = case.compiled.leaves().len();
        let gaps = (0..case.compiled.offers()).any(|o| (0..leaves).any(|l| case.compiled.worth(l, o).is_none()));
        let largest = complete.iter().fold(1.0_f64, |most, &o| most.max(case.delivered.cdv[o].abs()));
        let second = winner.and_then(|w| case.best_rival(w));
        let (opinions, stays) = (OnceCell::new(), OnceCell::new());
        Self { case, complete, winner, second, opinions, stays, gaps, limit: TIE_TOLERANCE * largest }
    }

    pub fn id(&self, offer: usize) -> OfferId {
        self.case.comparison.offers[offer].id
    }

    pub fn cdv(&self, offer: usize) -> f64 {
        self.case.delivered.cdv[offer]
    }

    /// The condition on `quantity` under which all `needs` are met; `None` where the quantity cannot vary, has no
    /// value today, or the needs are not met today.
    ///
    /// `statement` is what the needs stand for: at an end of a weight a level may be missing that was none of an
    /// offer's business, or the other way round, and the statement may turn by that alone.
    pub fn condition(
        &self,
        quantity: Quantity,
        statement: &Statement,
        needs: &dyn Fn(&State) -> Vec<Need>,
    ) -> Option<Condition> {
        let probe = Probe::new(self.case, quantity)?;
        self.probed(&probe, statement, needs)
    }

    fn probed(
        &self,
        probe: &Probe<'_>,
        statement: &Statement,
        needs: &dyn Fn(&State) -> Vec<Need>,
    ) -> Option<Condition> {
        let Probe { sweep, today, .. } = probe;
        let (quantity, today) = (sweep.quantity, *today);
        let rules = needs(&probe.now);
        if rules.iter().any(|rule| fails(rule.number, rule.strict, self.limit)) {
            return None;
        }
        let pieces = probe.pieces(needs);
        let is_here = |piece: &Piece| piece.from <= today && today <= piece.to;
        let (first, last) = (pieces.iter().position(is_here)?, pieces.iter().rposition(is_here)?);
        let down = pieces[..=last].iter().rev().map(|p| (p, today.min(p.to), p.from));
        let up = pieces[first..].iter().map(|p| (p, today.max(p.from), p.to));
        let mut found = Condition {
            quantity,
            today,
            low: leave(down, &rules, self.limit),
            high: leave(up, &rules, self.limit),
            span: span(self.case, quantity, sweep),
        };
        if self.gaps && !matches!(quantity, Quantity::Level { .. }) {
            // What is complete at the end of a weight may be incomplete anywhere else.
            let at_an_end = today <= sweep.low + SUM_TOLERANCE || today >= sweep.high - SUM_TOLERANCE;
            let middle = f64::midpoint(sweep.low, sweep.high);
            if at_an_end && with(sweep, middle, &|case| case.delivered.complete != self.case.delivered.complete) {
                return None;
            }
            for (bound, end) in [(&mut found.low, sweep.low), (&mut found.high, sweep.high)] {
                if bound.is_none() && !with(sweep, end, &|case| super::holds(statement, case)) {
                    *bound = Some(Bound { at: end, included: false, rival: None });
                }
            }
        }
        Some(found)
    }

    /// The condition whose nearer end is nearest to today, among those on `quantities` that have an end; the first
    /// of those equally near.
    pub fn nearest(
        &self,
        quantities: impl IntoIterator<Item = Quantity>,
        statement: &Statement,
        needs: &dyn Fn(&State) -> Vec<Need>,
    ) -> Option<Condition> {
        nearest(quantities.into_iter().filter_map(|q| self.condition(q, statement, needs)))
    }

    /// The same among all weights and λ.
    pub fn nearest_opinion(&self, statement: &Statement, needs: &dyn Fn(&State) -> Vec<Need>) -> Option<Condition> {
        nearest(self.opinions().iter().filter_map(|probe| self.probed(probe, statement, needs)))
    }

    /// On every weight and on λ: how far it may go before the winner changes.
    pub fn stays(&self) -> &[Condition] {
        self.stays.get_or_init(|| {
            let Some(winner) = self.winner else { return Vec::new() };
            let statement = Statement::Winner { offer: self.id(winner) };
            let needs = |state: &State| self.ahead(winner, state);
            self.opinions().iter().filter_map(|probe| self.probed(probe, &statement, &needs)).collect()
        })
    }

    /// The nearest change of a weight or λ that changes the winner.
    pub fn nearest_stay(&self) -> Option<Condition> {
        nearest(self.stays().iter().copied())
    }

    /// True where every weight and λ was tried, and none of them changes the winner.
    pub fn is_settled(&self) -> bool {
        !self.gaps && !self.stays().is_empty() && self.nearest_stay().is_none()
    }

    /// The weights of dimensions, of leaves that have siblings, and λ: what a buyer may see otherwise.
    fn opinions(&self) -> &[Probe<'a>] {
        self.opinions.get_or_init(|| {
            if self.case.compiled.account() == Account::Money {
                return Vec::new();
            }
            let sides = Side::ALL.map(WeightSet::Side);
            let dimensions = Dimension::ALL.map(WeightSet::Dimension);
            let sets = sides.into_iter().chain(dimensions).map(|set| self.case.comparison.members(set));
            let members = sets.filter(|members| members.len() > 1).flatten().map(Quantity::Weight);
            members.chain([Quantity::CostEmphasis]).filter_map(|q| Probe::new(self.case, q)).collect()
        })
    }

    /// The numbers and amounts of an offer that are known, the price first.
    pub fn levels_of(&self, offer: usize) -> Vec<Quantity> {
        let comparison = self.case.comparison;
        let offer = &comparison.offers[offer];
        let price = comparison.header.price;
        let is_number = |c: &&Criterion| matches!(offer.levels.get(&c.id), Some(Level::Number(_) | Level::Money(_)));
        let mut ids: Vec<_> = comparison.criteria.iter().filter(is_number).map(|c| c.id).collect();
        ids.sort_by_key(|id| Some(*id) != price);
        ids.into_iter().map(|criterion| Quantity::Level { offer: offer.id, criterion }).collect()
    }

    /// The price of an offer as a quantity; `None` where there is none.
    pub fn price_of(&self, offer: usize) -> Option<Quantity> {
        let criterion = self.case.comparison.header.price?;
        let offer = &self.case.comparison.offers[offer];
        offer.levels.contains_key(&criterion).then_some(Quantity::Level { offer: offer.id, criterion })
    }

    /// That `winner` stays ahead of all others.
    ///
    /// Where a level moves, only its offer does: then the best of the others, or that offer alone, decides.
    pub fn ahead(&self, winner: usize, state: &State) -> Vec<Need> {
        let need = |own: f64, rival: usize| Need::above(own - state.cdv(&self.case, rival), Some(self.id(rival)));
        let own = if state.moved.is_some() { state.cdv(&self.case, winner) } else { 0.0 };
        match state.moved {
            Some((_, moved, _)) if moved == winner => {
                self.case.best_rival(winner).map(|r| need(own, r)).into_iter().collect()
            }
            Some((_, moved, _)) if self.case.delivered.complete[moved] => vec![need(own, moved)],
            Some(_) => Vec::new(),
            None => {
                let mut now = Delivered::default();
                self.case.compiled.score(&state.weighting, &mut now);
                let need = |&r: &usize| Need::above(now.cdv[winner] - now.cdv[r], Some(self.id(r)));
                self.complete.iter().filter(|r| **r != winner).map(need).collect()
            }
        }
    }
}

/// A quantity with the states that its conditions are made of, made once for all statements.
struct Probe<'a> {
    sweep: Sweep<'a>,
    today: f64,
    now: State,
    /// For the one piece of a weight or λ: its ends.
    ends: Option<[State; 2]>,
}

impl<'a> Probe<'a> {
    /// `None` where the quantity cannot vary or has no value today.
    fn new(case: Case<'a>, quantity: Quantity) -> Option<Self> {
        let sweep = Sweep::new(case, quantity)?;
        let today = sweep.today?;
        let is_one = sweep.moved_offer().is_none() && sweep.low.is_finite() && sweep.high.is_finite();
        let ends = is_one.then(|| [sweep.at(sweep.low), sweep.at(sweep.high)]);
        Some(Self { today, now: sweep.at(today), ends, sweep })
    }

    /// The numbers of the needs as lines.
    fn pieces(&self, needs: &dyn Fn(&State) -> Vec<Need>) -> Vec<Piece> {
        let numbers = |state: &State| -> Vec<f64> { needs(state).into_iter().map(|need| need.number).collect() };
        let Some([low, high]) = &self.ends else { return self.sweep.pieces(numbers) };
        let (from, to) = (self.sweep.low, self.sweep.high);
        let line = |(a, b): (f64, f64)| Line { at: from, value: a, slope: (b - a) / (to - from) };
        vec![Piece { from, to, lines: numbers(low).into_iter().zip(numbers(high)).map(line).collect() }]
    }
}

fn nearest(conditions: impl Iterator<Item = Condition>) -> Option<Condition> {
    let ended = conditions.filter(|c| c.distance().is_finite());
    ended.reduce(|best, c| if c.distance() < best.distance() - 1e-12 { c } else { best })
}

fn fails(number: f64, strict: bool, limit: f64) -> bool {
    if strict { number <= limit } else { number < -limit }
}

/// Where the first of the rules fails on the way through stretches of pieces, each from its start to its end.
fn leave<'p>(way: impl Iterator<Item = (&'p Piece, f64, f64)>, rules: &[Need], limit: f64) -> Option<Bound> {
    for (piece, start, end) in way {
        let mut nearest: Option<(f64, &Need)> = None;
        for (line, rule) in piece.lines.iter().zip(rules) {
            if let Some(at) = line_fails(line, start, end, rule.strict, limit)
                && nearest.is_none_or(|(n, _)| (at - start).abs() < (n - start).abs())
            {
                nearest = Some((at, rule));
            }
        }
        if let Some((at, rule)) = nearest {
            return Some(Bound { at, included: !rule.strict, rival: rule.rival });
        }
    }
    None
}

/// Amounts and levels beyond this are not met in life: an end out there is none.
const FAR: f64 = 1e13;

fn line_fails(line: &Line, start: f64, end: f64, strict: bool, limit: f64) -> Option<f64> {
    if fails(line.y(start), strict, limit) {
        return Some(start);
    }
    let falls_off = if end.is_finite() {
        fails(line.y(end), strict, limit)
    } else {
        // Endless and level but for rounding, it never falls.
        let falls = -line.slope * (end - start).signum();
        falls * start.abs().max(1.0) > limit
    };
    if !falls_off {
        return None;
    }
    let root = line.at - line.value / line.slope;
    let root = root.clamp(start.min(end), start.max(end));
    (root.abs() < FAR).then_some(root)
}

/// A large change of a quantity.
fn span(case: Case<'_>, quantity: Quantity, sweep: &Sweep<'_>) -> f64 {
    let today = sweep.today.unwrap_or(0.0).abs();
    let header = &case.comparison.header;
    let span = match quantity {
        Quantity::Weight(_) => 1.0,
        Quantity::CostEmphasis => today.max(1.0),
        Quantity::Level { criterion, .. } => match case.comparison.criterion(criterion).map(|c| &c.scale) {
            Some(Scale::Rating { low, high, .. }) => high - low,
            Some(Scale::Measure { curve, .. }) => curve.anchors().1 - curve.anchors().0,
            Some(Scale::Money { .. }) if header.account == Account::Points => {
                let (low, high) = header.ownership.curve.anchors();
                header.currency.units(high - low)
            }
            _ => today.max(1.0),
        },
    };
    span.max(f64::MIN_POSITIVE)
}

/// Asks something of the case in which a weight or λ of a sweep is `x`.
pub(super) fn with<R>(sweep: &Sweep<'_>, x: f64, question: &dyn Fn(Case<'_>) -> R) -> R {
    let case = sweep.case();
    let mut segment = case.segment.clone();
    match sweep.quantity {
        Quantity::CostEmphasis => segment.cost_emphasis = x,
        Quantity::Weight(member) => put_weight(case.comparison, &mut segment, member, x),
        Quantity::Level { .. } => {}
    }
    let weighting = Weighting::of(&segment, case.compiled);
    let mut delivered = Delivered::default();
    case.compiled.deliver(&weighting, &mut delivered);
    question(Case { segment: &segment, weighting: &weighting, delivered: &delivered, ..case })
}

/// Moves a weight as a slider does.
fn put_weight(comparison: &Comparison, segment: &mut Segment, member: Member, share: f64) {
    let Some(set) = comparison.set_of(member) else { return };
    let shares = comparison.shares(segment, set);
    let Some(index) = shares.iter().position(|(m, _)| *m == member) else { return };
    let plain: Vec<Share> = shares.iter().map(|(_, s)| *s).collect();
    for ((member, _), share) in shares.iter().zip(reshare(&plain, index, share)) {
        segment.weights.put(*member, share);
    }
}

/// f(level) of a leaf in a state; `None` where it is missing.
pub(super) fn worth(case: Case<'_>, state: &State, leaf: usize, offer: usize) -> Option<f64> {
    match state.moved {
        Some((l, o, worth)) if (l, o) == (leaf, offer) => Some(worth),
        _ => case.compiled.worth(leaf, offer),
    }
}
