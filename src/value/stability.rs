//! How far every weight may move before another offer delivers more than the winner.

use std::ops::Range;

use super::case::Case;
use super::crossings::sign;
use super::sweep::Quantity;
use crate::model::{Account, Dimension, Member, Segment, Share, Side, WeightSet, reshare};

/// Where an interval ends, and who ties the winner there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The value of the quantity.
    pub x: f64,
    /// Index of the offer that wins beyond it; `None` at an end of the range.
    pub rival: Option<usize>,
}

/// How far one weight, or λ, may move with the winner still a winner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// A weight or λ.
    pub quantity: Quantity,
    /// Today's value.
    pub today: f64,
    /// Ends of the range: what locked siblings leave, or 0…[`Segment::COST_EMPHASIS_MAX`].
    pub range: [f64; 2],
    /// The interval around today in which the winner stays one; `None` where the winner cannot be judged, because it
    /// lacks a level that weighs nothing today.
    pub interval: Option<[End; 2]>,
}

impl Stability {
    /// How far the nearest change of the winner is: in parts of the whole, 0…1. `None` where nothing changes it.
    ///
    /// λ is measured by [`cost_part`], so that it can stand in one list with weights.
    #[must_use]
    pub fn nearness(&self) -> Option<f64> {
        let ends = self.interval?;
        let flips = ends.iter().filter(|end| end.rival.is_some());
        flips.map(|end| (self.part(end.x) - self.part(self.today)).abs()).reduce(f64::min)
    }

    /// The quantity as a part of the whole: a weight itself, or [`cost_part`] of λ.
    #[must_use]
    pub fn part(&self, x: f64) -> f64 {
        if self.quantity == Quantity::CostEmphasis { cost_part(x) } else { x }
    }
}

/// λ as the weight of all cost against all value: λ / (1 + λ), 0…1.
#[must_use]
pub fn cost_part(cost_emphasis: f64) -> f64 {
    cost_emphasis / (1.0 + cost_emphasis)
}

/// The λ whose [`cost_part`] is `part`; the largest that is allowed for a part near 1.
#[must_use]
pub fn emphasis_of_part(part: f64) -> f64 {
    let emphasis = part.max(0.0) / (1.0 - part);
    if part < 1.0 { emphasis.min(Segment::COST_EMPHASIS_MAX) } else { Segment::COST_EMPHASIS_MAX }
}

/// Every weight that can move, value side first, dimensions before their criteria, and λ last. Empty in a money account.
#[must_use]
pub fn weights(case: Case<'_>) -> Vec<Quantity> {
    if case.compiled.account() != Account::Points {
        return Vec::new();
    }
    let mut all = Vec::new();
    let can_move = |shares: &[(Member, Share)], index: usize| {
        shares.iter().enumerate().any(|(i, (_, share))| i != index && !share.locked) && room(shares, index) > 0.0
    };
    let movable = |set: WeightSet, only: Option<Member>, all: &mut Vec<Quantity>| {
        let shares = case.comparison.shares(case.segment, set);
        let wanted = shares.iter().enumerate().filter(|(_, (m, _))| only.is_none_or(|only| *m == only));
        all.extend(wanted.filter(|(i, _)| can_move(&shares, *i)).map(|(_, (m, _))| Quantity::Weight(*m)));
    };
    for side in Side::ALL {
        for dimension in side.dimensions() {
            movable(WeightSet::Side(side), Some(Member::Dimension(dimension)), &mut all);
            movable(WeightSet::Dimension(dimension), None, &mut all);
        }
    }
    all.push(Quantity::CostEmphasis);
    all
}

/// What the locked siblings of a member leave it.
fn room(shares: &[(Member, Share)], index: usize) -> f64 {
    let fixed = shares.iter().enumerate().filter(|(i, (_, s))| *i != index && s.locked).map(|(_, (_, s))| s.share);
    1.0 - fixed.sum::<f64>()
}

/// The stability interval of every weight and of λ: how far each may move, alone and with its unlocked siblings sharing
/// the rest in proportion, while the winner of today stays a winner (rank 1, ties included).
///
/// While one weight t moves, every difference of CDVs is a straight line in t, so that the rival j caps the interval at
/// `low + (high − low)·Δ(low) / (Δ(low) − Δ(high))`, Δ = CDV of the winner − CDV of j. Only the offers that can be
/// compared all along count. The nearest change comes first; what can never change the winner is last.
///
/// Goodwin and Wright, *Decision Analysis for Management Judgment* (3rd ed. 2004), ch. 3, sensitivity analysis;
/// Triantaphyllou and Sánchez, *Decision Sciences* 28 (1997), “percent-top” critical change.
#[must_use]
pub fn stabilities(case: Case<'_>) -> Vec<Stability> {
    let Some(winner) = case.winner() else { return Vec::new() };
    if case.compiled.account() != Account::Points {
        return Vec::new();
    }
    let mut ground = Ground::new(case, winner);
    let mut all = Vec::new();
    for side in Side::ALL {
        ground.set(WeightSet::Side(side), ground.side_leaves(side), &mut all);
        for dimension in side.dimensions() {
            ground.set(WeightSet::Dimension(dimension), ground.dimension_leaves(dimension), &mut all);
        }
    }
    all.push(ground.cost_emphasis());
    let far = |s: &Stability| s.nearness().unwrap_or(f64::INFINITY);
    all.sort_by(|a, b| far(a).total_cmp(&far(b)));
    all
}

/// Everything that is reckoned with, allocated once.
struct Ground<'a> {
    case: Case<'a>,
    winner: usize,
    /// Coefficients of the leaves at both ends of a weight; those of other leaves are not read.
    ends: [Vec<f64>; 2],
    /// CDV of every offer at both ends.
    cdv: [Vec<f64>; 2],
    comparable: Vec<bool>,
    plain: Vec<Share>,
}

impl<'a> Ground<'a> {
    fn new(case: Case<'a>, winner: usize) -> Self {
        let (leaves, offers) = (case.compiled.leaves.len(), case.compiled.offers);
        Self {
            case,
            winner,
            ends: [vec![0.0; leaves], vec![0.0; leaves]],
            cdv: [vec![0.0; offers], vec![0.0; offers]],
            comparable: Vec::with_capacity(offers),
            plain: Vec::new(),
        }
    }

    fn side_leaves(&self, side: Side) -> Range<usize> {
        let value = self.case.compiled.value_leaves;
        match side {
            Side::Value => 0..value,
            Side::Cost => value..self.case.compiled.leaves.len(),
        }
    }

    fn dimension_leaves(&self, dimension: Dimension) -> Range<usize> {
        let leaves = &self.case.compiled.leaves;
        let first = leaves.iter().position(|l| l.dimension == dimension).unwrap_or(leaves.len());
        let count = leaves[first..].iter().take_while(|l| l.dimension == dimension).count();
        first..first + count
    }

    /// The members of one set, whose leaves are `leaves`.
    fn set(&mut self, set: WeightSet, leaves: Range<usize>, all: &mut Vec<Stability>) {
        let case = self.case;
        let members = case.comparison.shares(case.segment, set);
        self.plain.clear();
        self.plain.extend(members.iter().map(|(_, share)| *share));
        for (index, (member, share)) in members.iter().enumerate() {
            let room = room(&members, index);
            let is_stuck = members.iter().enumerate().all(|(i, (_, s))| i == index || s.locked);
            if room <= 0.0 || is_stuck {
                continue;
            }
            for (end, t) in [0.0, room].into_iter().enumerate() {
                self.coefficients(set, &members, leaves.clone(), index, end, t);
            }
            self.sums(leaves.clone());
            let (quantity, today) = (Quantity::Weight(*member), share.share);
            all.push(self.judge(quantity, today, [0.0, room]));
        }
    }

    /// The coefficients of the set's leaves where the member at `index` weighs `t`.
    fn coefficients(
        &mut self,
        set: WeightSet,
        members: &[(Member, Share)],
        leaves: Range<usize>,
        index: usize,
        end: usize,
        t: f64,
    ) {
        let weights = &self.case.segment.weights;
        let compiled = self.case.compiled;
        let mut at = leaves.start;
        for ((member, _), new) in members.iter().zip(reshare(&self.plain, index, t)) {
            // Members stand in the order of the leaves.
            while let Some(leaf) = compiled.leaves[..leaves.end].get(at) {
                let coefficient = match (set, member) {
                    (WeightSet::Side(_), Member::Dimension(d)) if leaf.dimension == *d => {
                        new.share * weights.leaf(leaf.leaf).share
                    }
                    (WeightSet::Dimension(d), Member::Leaf(l)) if leaf.leaf == *l => {
                        weights.dimension(d).share * new.share
                    }
                    _ => break,
                };
                self.ends[end][at] = coefficient;
                at += 1;
            }
        }
    }

    /// CDV of every offer at both ends, from today's and what moves; and who can be compared.
    fn sums(&mut self, leaves: Range<usize>) {
        let Case { compiled, weighting, delivered, .. } = self.case;
        let offers = compiled.offers;
        self.comparable.clone_from(&delivered.complete);
        for l in leaves.clone() {
            let has_gaps = compiled.has_gaps() && self.ends.iter().any(|coefficients| coefficients[l] > 0.0);
            for o in (0..offers).filter(|_| has_gaps) {
                self.comparable[o] &= compiled.worth(l, o).is_some();
            }
        }
        for (coefficients, cdv) in self.ends.iter().zip(&mut self.cdv) {
            cdv.copy_from_slice(&delivered.cdv);
            for l in leaves.clone() {
                let sign = if l < compiled.value_leaves { 1.0 } else { -weighting.cost_emphasis };
                let change = sign * (coefficients[l] - weighting.coefficients[l]);
                for (sum, worth) in cdv.iter_mut().zip(&compiled.worth[l * offers..]) {
                    *sum += change * worth;
                }
            }
        }
    }

    fn cost_emphasis(&mut self) -> Stability {
        let Case { delivered, segment, .. } = self.case;
        let range = [0.0, Segment::COST_EMPHASIS_MAX];
        for (cdv, emphasis) in self.cdv.iter_mut().zip(range) {
            for (o, sum) in cdv.iter_mut().enumerate() {
                *sum = delivered.tcv[o] - emphasis * delivered.tcc[o];
            }
        }
        self.comparable.clone_from(&delivered.complete);
        self.judge(Quantity::CostEmphasis, segment.cost_emphasis, range)
    }

    /// The interval from the sums at both ends of the range.
    fn judge(&self, quantity: Quantity, today: f64, range: [f64; 2]) -> Stability {
        let [low, high] = range;
        let today = today.clamp(low, high);
        let unknown = Stability { quantity, today, range, interval: None };
        if !self.comparable[self.winner] {
            return unknown;
        }
        let [mut from, mut to] = range.map(|x| End { x, rival: None });
        let [u, w] = &self.cdv;
        for rival in (0..u.len()).filter(|&o| o != self.winner && self.comparable[o]) {
            let signs = [u, w].map(|cdv| sign(cdv[self.winner], cdv[rival]));
            let [at_low, at_high] = [u, w].map(|cdv| cdv[self.winner] - cdv[rival]);
            let x = low + (high - low) * (at_low / (at_low - at_high));
            // An end where the two only tie is no end of the winner's reign.
            if signs[0] < 0.0 && signs[1] >= 0.0 && x > from.x {
                from = End { x: x.min(today), rival: Some(rival) };
            } else if signs[0] >= 0.0 && signs[1] < 0.0 && x < to.x {
                to = End { x: x.max(today), rival: Some(rival) };
            }
        }
        Stability { interval: Some([from, to]), ..unknown }
    }
}
