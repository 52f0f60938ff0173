//! CDV as a straight line in one weight.

use multiversion::multiversion;

use super::compile::{Compiled, Weighting};
use super::deliver::Delivered;
use crate::model::{Comparison, Member, Segment, Share, reshare};

/// While one weight moves and its unlocked siblings share the rest in proportion, every coefficient is affine in it,
/// and so is every CDV: `CDV(t) = base + t · slope`. Made once when a slider is taken, it turns each movement into one
/// multiplication per offer.
///
/// The window does not use it yet: while a slider moves every offer is delivered anew. The
/// benchmarks measure what this would save with 100,000 offers, and a test holds it to the exact sums.
#[derive(Clone, Debug)]
pub struct WeightLine {
    base: Vec<f64>,
    slope: Vec<f64>,
    /// What the locked siblings leave: the weight goes no further.
    room: f64,
}

#[multiversion(targets = "simd")]
fn along(base: &[f64], slope: &[f64], t: f64, out: &mut [f64]) {
    for ((cdv, b), s) in out.iter_mut().zip(base).zip(slope) {
        *cdv = b + t * s;
    }
}

impl WeightLine {
    /// The line for moving `member`; `None` where it has no set, or the account is in money, which knows no shares.
    #[must_use]
    pub fn new(comparison: &Comparison, segment: &Segment, compiled: &Compiled, member: Member) -> Option<Self> {
        if compiled.account() == crate::model::Account::Money {
            return None;
        }
        let set = comparison.set_of(member)?;
        let shares = comparison.shares(segment, set);
        let index = shares.iter().position(|(m, _)| *m == member)?;
        let plain: Vec<Share> = shares.iter().map(|(_, s)| *s).collect();
        let cdv_at = |t: f64| {
            let mut moved = segment.clone();
            for ((member, _), share) in shares.iter().zip(reshare(&plain, index, t)) {
                moved.weights.put(*member, share);
            }
            let mut out = Delivered::default();
            compiled.score(&Weighting::of(&moved, compiled), &mut out);
            out.cdv
        };
        let room =
            1.0 - plain.iter().enumerate().filter(|(i, s)| *i != index && s.locked).map(|(_, s)| s.share).sum::<f64>();
        let base = cdv_at(0.0);
        if room <= 0.0 {
            return Some(Self { slope: vec![0.0; base.len()], base, room: 0.0 });
        }
        let end = cdv_at(room);
        let slope = base.iter().zip(&end).map(|(b, e)| (e - b) / room).collect();
        Some(Self { base, slope, room })
    }

    /// CDV of every offer at the weight `t`, a share within the set, kept between 0 and what locked siblings leave as
    /// [`reshare`] keeps it; `out` has one place per offer.
    pub fn at(&self, t: f64, out: &mut [f64]) {
        along(&self.base, &self.slope, t.clamp(0.0, self.room), out);
    }

    /// The number of offers.
    #[must_use]
    pub fn offers(&self) -> usize {
        self.base.len()
    }
}
