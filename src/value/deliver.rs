//! Total customer value, total customer cost and customer delivered value.

use multiversion::multiversion;

use super::compile::{Compiled, Weighting};
use super::rank::rank_into;

/// What each offer delivers, by offer index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delivered {
    /// Total customer value, TCV = Σ value side g·v.
    pub tcv: Vec<f64>,
    /// Total customer cost, TCC = Σ cost side g·c.
    pub tcc: Vec<f64>,
    /// Customer delivered value, CDV = TCV − λ·TCC.
    pub cdv: Vec<f64>,
    /// False where a level of weight above 0 is missing, or the sum is not a finite number.
    pub complete: Vec<bool>,
    /// 1, 1, 3 …; 0 for incomplete offers, which are not ranked.
    pub rank: Vec<u32>,
    /// CDV with incomplete offers at −∞: what ranks are made of.
    keys: Vec<f64>,
}

/// The four figures of one offer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Total customer value.
    pub tcv: f64,
    /// Total customer cost.
    pub tcc: f64,
    /// Customer delivered value.
    pub cdv: f64,
    /// TCV / (λ·TCC); `None` where λ·TCC ≤ 0. It depends on where the anchors put 0.
    pub ratio: Option<f64>,
}

impl Delivered {
    /// CDV of each offer, −∞ for incomplete ones.
    #[must_use]
    pub fn keys(&self) -> &[f64] {
        &self.keys
    }

    /// The figures of one offer under the cost emphasis λ; `None` while it is incomplete.
    #[must_use]
    pub fn parts(&self, offer: usize, cost_emphasis: f64) -> Option<Parts> {
        let cost = cost_emphasis * self.tcc[offer];
        self.complete[offer].then(|| Parts {
            tcv: self.tcv[offer],
            tcc: self.tcc[offer],
            cdv: self.cdv[offer],
            ratio: (cost > 0.0).then(|| self.tcv[offer] / cost),
        })
    }

    /// The offers of rank 1.
    pub fn best(&self) -> impl Iterator<Item = usize> {
        self.rank.iter().enumerate().filter(|(_, rank)| **rank == 1).map(|(i, _)| i)
    }

    fn resize(&mut self, offers: usize) {
        self.tcv.resize(offers, 0.0);
        self.tcc.resize(offers, 0.0);
        self.cdv.resize(offers, 0.0);
        self.keys.resize(offers, 0.0);
        self.complete.resize(offers, true);
        self.rank.resize(offers, 0);
    }
}

/// Offers that are summed at a time: three accumulators of this length stay in the first-level cache.
const BLOCK: usize = 512;

/// acc[o] = Σ coefficients[l] · worth[l][o] for a run of offers.
#[multiversion(targets = "simd")]
fn weighted_sum(acc: &mut [f64], coefficients: &[f64], worth: &[f64], stride: usize, first: usize) {
    acc.fill(0.0);
    for (l, &coefficient) in coefficients.iter().enumerate() {
        let row = &worth[l * stride + first..][..acc.len()];
        for (sum, w) in acc.iter_mut().zip(row) {
            *sum += coefficient * w;
        }
    }
}

impl Compiled {
    /// TCV, TCC, CDV and completeness of every offer, without ranks.
    ///
    /// One pass over `leaves × offers` numbers; `out` is reused, so that nothing is allocated after the first call.
    pub fn score(&self, weighting: &Weighting, out: &mut Delivered) {
        out.resize(self.offers);
        let (value, cost) = weighting.coefficients.split_at(self.value_leaves);
        let (value_worth, cost_worth) = self.worth.split_at(self.value_leaves * self.offers);
        for first in (0..self.offers).step_by(BLOCK) {
            let block = first..(first + BLOCK).min(self.offers);
            weighted_sum(&mut out.tcv[block.clone()], value, value_worth, self.offers, first);
            weighted_sum(&mut out.tcc[block.clone()], cost, cost_worth, self.offers, first);
            for o in block {
                let cdv = out.tcv[o] - weighting.cost_emphasis * out.tcc[o];
                // No sound comparison gets there; if one did, what is not a number must not be ranked.
                out.complete[o] = cdv.is_finite();
                (out.cdv[o], out.keys[o]) = (cdv, if cdv.is_finite() { cdv } else { f64::NEG_INFINITY });
            }
        }
        self.mark_gaps(weighting, out);
    }

    /// TCV, TCC, CDV, completeness and rank of every offer.
    pub fn deliver(&self, weighting: &Weighting, out: &mut Delivered) {
        self.score(weighting, out);
        let Delivered { keys, rank, .. } = out;
        rank_into(keys, rank);
    }

    fn mark_gaps(&self, weighting: &Weighting, out: &mut Delivered) {
        if !self.has_gaps() {
            return;
        }
        let words = self.words();
        let mut active = vec![0_u64; words];
        for (l, &coefficient) in weighting.coefficients.iter().enumerate() {
            if coefficient > 0.0 {
                active[l / 64] |= 1 << (l % 64);
            }
        }
        for (o, missing) in self.missing.chunks_exact(words).enumerate() {
            if missing.iter().zip(&active).any(|(m, a)| m & a != 0) {
                out.complete[o] = false;
                out.keys[o] = f64::NEG_INFINITY;
            }
        }
    }
}
