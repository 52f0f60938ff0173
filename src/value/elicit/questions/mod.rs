//! Questions to choose from: which offers to put side by side, with levels that the scales have.

mod ladder;

pub use ladder::{Rung, ladder, nearest, usual_levels};

use std::collections::BTreeSet;

use super::choices::{ChoiceWeights, by_telling, trade_offs};
use crate::model::{Alternative, Comparison, CriterionId, Level, Offer, Side};
use crate::value::Compiled;

/// Most criteria that made-up pairs are about at a time: those that span most points.
pub const MADE_UP_LEAVES: usize = 24;
/// Most offers that are put side by side at once, and ranked.
pub const SIDE_BY_SIDE: usize = 12;
/// Most offers that pairs are made of.
pub const PAIRED_OFFERS: usize = 60;

/// A question: offers to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceQuestion {
    /// What there is to choose from.
    pub alternatives: Vec<Alternative>,
    /// The points of each, in the order of the compiled leaves; 0 where all lack the level.
    pub points: Vec<Vec<f64>>,
}

impl ChoiceQuestion {
    /// True where it asks about the same offers, in any order.
    #[must_use]
    pub fn is_about(&self, alternatives: &[Alternative]) -> bool {
        self.alternatives.len() == alternatives.len() && self.alternatives.iter().all(|a| alternatives.contains(a))
    }
}

/// An offer of a pair.
#[derive(Clone, Debug)]
struct MadeOf {
    base: usize,
    /// What is different from the base.
    changes: Vec<(CriterionId, Level)>,
}

/// Pairs of offers to ask about. Only what tells them apart is kept, as there are thousands.
#[derive(Clone, Debug)]
pub struct Pairs {
    bases: Vec<Alternative>,
    made_of: Vec<[MadeOf; 2]>,
    points: Vec<[Vec<f64>; 2]>,
}

impl MadeOf {
    fn just(base: usize) -> Self {
        Self { base, changes: Vec::new() }
    }
}

impl Pairs {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// True where there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The pair at a place; `None` beyond the last.
    #[must_use]
    pub fn question(&self, index: usize) -> Option<ChoiceQuestion> {
        let alternative = |made: &MadeOf| {
            let mut alternative = self.bases.get(made.base)?.clone();
            alternative.levels.extend(made.changes.iter().copied());
            Some(alternative)
        };
        let alternatives = self.made_of.get(index)?.iter().map(alternative).collect::<Option<_>>()?;
        Some(ChoiceQuestion { alternatives, points: self.points.get(index)?.to_vec() })
    }

    /// The pair whose answer tells most about the weights, of those that `is_open` lets through.
    #[must_use]
    pub fn next(&self, known: &ChoiceWeights, is_open: impl Fn(&ChoiceQuestion) -> bool) -> Option<ChoiceQuestion> {
        by_telling(known, &self.points).into_iter().filter_map(|i| self.question(i)).find(is_open)
    }
}

/// Made-up pairs that differ on two criteria, each better on one of them, with levels that the scales have.
///
/// The pairs of [`trade_offs`] over the range of every [`ladder`], each of their ends put on the nearest rung; what is a
/// pair of equals by that, or of a better and a worse one, is left out, and of two that became the same one is kept. All
/// else is the same: the [`usual_levels`].
#[must_use]
pub fn made_up_pairs(comparison: &Comparison) -> Pairs {
    let compiled = Compiled::new(comparison);
    let leaves = compiled.leaves();
    let usual = usual_levels(comparison);
    let ladders: Vec<Vec<Rung>> = leaves.iter().map(|l| ladder(comparison, l.leaf, &usual)).collect();
    let low: Vec<f64> = ladders.iter().map(|rungs| rungs.first().map_or(0.0, |r| r.points)).collect();
    let mut high: Vec<f64> = ladders.iter().map(|rungs| rungs.last().map_or(0.0, |r| r.points)).collect();
    // Too many are too many pairs: the others keep to one level.
    let mut by_span: Vec<usize> = (0..leaves.len()).collect();
    by_span.sort_by(|&a, &b| (high[b] - low[b]).total_cmp(&(high[a] - low[a])));
    for &leaf in by_span.iter().skip(MADE_UP_LEAVES) {
        high[leaf] = low[leaf];
    }
    let settled = |rungs: &Vec<Rung>| {
        let is_usual = |rung: &&Rung| usual.get(&rung.criterion) == Some(&rung.level);
        rungs.iter().find(is_usual).map_or(0.0, |rung| rung.points)
    };
    let settled: Vec<f64> = ladders.iter().map(settled).collect();
    let sides: Vec<Side> = leaves.iter().map(|l| l.dimension.side()).collect();
    let mut pairs = Pairs { bases: vec![Alternative { offer: None, levels: usual.clone() }], ..Pairs::none() };
    let mut seen = BTreeSet::new();
    for wanted in trade_offs(&low, &high, &sides) {
        let differing: Vec<usize> = (0..leaves.len()).filter(|&i| (wanted[0][i] - wanted[1][i]).abs() > 0.0).collect();
        let mut points = [settled.clone(), settled.clone()];
        let mut made_of = [0, 0].map(MadeOf::just);
        for side in 0..2 {
            for &leaf in &differing {
                let Some(rung) = nearest(&ladders[leaf], wanted[side][leaf]) else { continue };
                points[side][leaf] = rung.points;
                made_of[side].changes.push((rung.criterion, rung.level));
            }
        }
        let differs = |leaf: &usize| (points[0][*leaf] - points[1][*leaf]).abs() > 0.0;
        let key: Vec<(usize, [u64; 2])> =
            differing.iter().map(|&leaf| (leaf, [points[0][leaf].to_bits(), points[1][leaf].to_bits()])).collect();
        let mirrored: Vec<(usize, [u64; 2])> = key.iter().map(|(leaf, [a, b])| (*leaf, [*b, *a])).collect();
        if differing.iter().all(differs) && !seen.contains(&mirrored) && seen.insert(key) {
            pairs.points.push(points);
            pairs.made_of.push(made_of);
        }
    }
    pairs
}

/// The offers at hand that can be put side by side: those with a level wherever any offer has one. Their points stand
/// beside them.
#[must_use]
pub fn comparable_offers(comparison: &Comparison) -> Vec<(Alternative, Vec<f64>)> {
    let compiled = Compiled::new(comparison);
    let leaves = 0..compiled.leaves().len();
    let is_told = |leaf: usize| (0..compiled.offers()).any(|offer| compiled.worth(leaf, offer).is_some());
    let told: Vec<bool> = leaves.clone().map(is_told).collect();
    let points = |offer: usize| -> Option<Vec<f64>> {
        leaves.clone().map(|leaf| if told[leaf] { compiled.worth(leaf, offer) } else { Some(0.0) }).collect()
    };
    let offers = comparison.offers.iter().enumerate();
    let alternative = |offer: &Offer| Alternative { offer: Some(offer.id), levels: offer.levels.clone() };
    offers.filter_map(|(i, offer)| Some((alternative(offer), points(i)?))).collect()
}

/// All offers at hand, to choose one from or to rank; `None` with fewer than two, or more than [`SIDE_BY_SIDE`].
#[must_use]
pub fn all_offers(comparison: &Comparison) -> Option<ChoiceQuestion> {
    let (alternatives, points): (Vec<Alternative>, Vec<Vec<f64>>) = comparable_offers(comparison).into_iter().unzip();
    (2..=SIDE_BY_SIDE).contains(&points.len()).then_some(ChoiceQuestion { alternatives, points })
}

/// Every pair of the first [`PAIRED_OFFERS`] offers at hand.
#[must_use]
pub fn offer_pairs(comparison: &Comparison) -> Pairs {
    let mut offers = comparable_offers(comparison);
    offers.truncate(PAIRED_OFFERS);
    let mut pairs = Pairs::none();
    for (i, (_, one)) in offers.iter().enumerate() {
        for (j, (_, other)) in offers.iter().enumerate().skip(i + 1) {
            pairs.points.push([one.clone(), other.clone()]);
            pairs.made_of.push([i, j].map(MadeOf::just));
        }
    }
    pairs.bases = offers.into_iter().map(|(alternative, _)| alternative).collect();
    pairs
}

impl Pairs {
    fn none() -> Self {
        Self { bases: Vec::new(), made_of: Vec::new(), points: Vec::new() }
    }
}
