//! What every offer delivers to every kind of buyer at once, the size-weighted mean, and shares of preference.

use super::compile::{Compiled, Weighting};
use super::deliver::Delivered;
use super::rank::ties;
use crate::model::{Comparison, Segment, SegmentId};

/// What every offer delivers to one kind of buyer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfSegment {
    /// Which one.
    pub id: SegmentId,
    /// Relative number of buyers, ≥ 0.
    pub size: f64,
    /// Choice sharpness μ ≥ 0.
    pub sharpness: f64,
    /// CDV of buying nothing; none where everybody buys.
    pub buys_nothing: Option<f64>,
    /// False for “Everyone” once there are others: it then stands outside the mean.
    pub counts: bool,
    /// Its weights as coefficients.
    pub weighting: Weighting,
    /// TCV, TCC, CDV and completeness; ranks are not made.
    pub delivered: Delivered,
    /// The offers of rank 1, in the order of the table; empty where no offer is complete.
    pub best: Vec<usize>,
}

impl OfSegment {
    /// CDV of an offer; `None` while it is incomplete for this kind of buyer.
    #[must_use]
    pub fn cdv(&self, offer: usize) -> Option<f64> {
        self.delivered.complete[offer].then(|| self.delivered.cdv[offer])
    }

    /// The share of preference of every offer, by multinomial logit: P(o) = exp(μ·CDVₒ) / Σ exp(μ·CDV), the sum over
    /// the complete offers; `None` for an offer that is incomplete.
    ///
    /// The highest μ·CDV is taken off every exponent first (log-sum-exp), so that no exponent is above 0: nothing
    /// overflows, however sharp the choice. μ = 0 gives equal shares; a very large μ gives all to the best, in equal
    /// parts where several tie. Source: K. Train, *Discrete Choice Methods with Simulation* (2009),
    /// ch. 3.
    ///
    /// Where buying nothing is a choice it stands in the sum as one more offer, and the shares leave
    /// [`Self::nothing`] to it.
    #[must_use]
    pub fn preference(&self) -> Vec<Option<f64>> {
        self.shares().0
    }

    /// The part that buys nothing; `None` where everybody buys, and where no offer is complete.
    #[must_use]
    pub fn nothing(&self) -> Option<f64> {
        self.shares().1
    }

    fn shares(&self) -> (Vec<Option<f64>>, Option<f64>) {
        let Some(highest) = self.best.iter().map(|&o| self.delivered.cdv[o]).reduce(f64::max) else {
            return (vec![None; self.delivered.cdv.len()], None);
        };
        let highest = self.buys_nothing.map_or(highest, |cdv| highest.max(cdv));
        // What ties the best is as good as it: rounding must not decide even for the sharpest choice.
        let below = |cdv: f64| if ties(cdv, highest) { 0.0 } else { self.sharpness * (cdv - highest) };
        let attraction = |(cdv, complete): (&f64, &bool)| if *complete { below(*cdv).exp() } else { 0.0 };
        let attractions: Vec<f64> = self.delivered.cdv.iter().zip(&self.delivered.complete).map(attraction).collect();
        let nothing = self.buys_nothing.map(|cdv| below(cdv).exp());
        let sum: f64 = attractions.iter().sum::<f64>() + nothing.unwrap_or(0.0);
        let shares = attractions.into_iter().zip(&self.delivered.complete);
        let shares = shares.map(|(attraction, complete)| complete.then_some(attraction / sum)).collect();
        (shares, nothing.map(|attraction| attraction / sum))
    }
}

/// What every offer delivers to every kind of buyer; kept between calls, so that its buffers are used again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Segments {
    all: Vec<OfSegment>,
}

impl Segments {
    /// Delivers `compiled` to every segment of `comparison`, of which it was compiled.
    #[must_use]
    pub fn new(comparison: &Comparison, compiled: &Compiled) -> Self {
        let mut segments = Self::default();
        segments.deliver(comparison, compiled);
        segments
    }

    /// [`Self::new`] into the buffers of an earlier call.
    ///
    /// Levels are compiled once for all segments; a segment costs one pass over `leaves × offers` numbers.
    pub fn deliver(&mut self, comparison: &Comparison, compiled: &Compiled) {
        self.all.truncate(comparison.segments.len());
        let others = comparison.segments.iter().any(|s| !s.everyone);
        for (i, segment) in comparison.segments.iter().enumerate() {
            let weighting = Weighting::of(segment, compiled);
            let Segment { id, size, sharpness, everyone, buys_nothing, .. } = *segment;
            let counts = !(others && everyone);
            if let Some(old) = self.all.get_mut(i) {
                (old.id, old.size, old.sharpness, old.counts, old.weighting) = (id, size, sharpness, counts, weighting);
                old.buys_nothing = buys_nothing;
            } else {
                let (delivered, best) = (Delivered::default(), Vec::new());
                self.all.push(OfSegment { id, size, sharpness, buys_nothing, counts, weighting, delivered, best });
            }
            let OfSegment { weighting, delivered, best, .. } = &mut self.all[i];
            compiled.score(weighting, delivered);
            put_best(delivered, best);
        }
    }

    /// Every segment, in the order of the comparison.
    #[must_use]
    pub fn all(&self) -> &[OfSegment] {
        &self.all
    }

    /// The part of all buyers that a segment is: size / Σ sizes; `None` for one outside the mean, and where the sizes
    /// sum to 0.
    #[must_use]
    pub fn part(&self, index: usize) -> Option<f64> {
        let total = self.total_size();
        self.all.get(index).filter(|s| s.counts && total > 0.0).map(|s| s.size / total)
    }

    fn total_size(&self) -> f64 {
        self.all.iter().filter(|s| s.counts).map(|s| s.size).sum()
    }

    /// The size-weighted mean CDV of every offer, Σ size·CDV / Σ size over the segments that count.
    ///
    /// `None` where an offer is incomplete for a segment of size above 0, and where the sizes sum to 0. Points are not
    /// comparable between buyers: one buyer's 100 points need not be worth another's. Whoever shows this mean says so;
    /// shares of preference ([`Self::preference`]) can be compared. In a money account amounts can, too.
    #[must_use]
    pub fn mean(&self) -> Vec<Option<f64>> {
        self.weighted(|segment| (0..segment.delivered.cdv.len()).map(|o| segment.cdv(o)).collect())
    }

    /// The share of preference of every offer among all buyers: Σ size·P / Σ size over the segments that count.
    ///
    /// `None` where an offer is incomplete for a segment of size above 0, and where the sizes sum to 0.
    #[must_use]
    pub fn preference(&self) -> Vec<Option<f64>> {
        self.weighted(OfSegment::preference)
    }

    /// The part of all buyers that buys nothing: Σ size·P / Σ size over the segments that count, 0 for one in which
    /// everybody buys; `None` where that holds for all of them, where a segment of size above 0 has no complete offer, and
    /// where the sizes sum to 0.
    #[must_use]
    pub fn nothing(&self) -> Option<f64> {
        let total = self.total_size();
        let counted = || self.all.iter().filter(|s| s.counts && s.size > 0.0);
        if total <= 0.0 || counted().all(|s| s.buys_nothing.is_none()) {
            return None;
        }
        let part = |s: &OfSegment| {
            let is_known = s.buys_nothing.is_some() || !s.best.is_empty();
            let nothing = if s.buys_nothing.is_some() { s.nothing()? } else { 0.0 };
            is_known.then_some(s.size / total * nothing)
        };
        counted().map(part).sum()
    }

    fn weighted(&self, of: impl Fn(&OfSegment) -> Vec<Option<f64>>) -> Vec<Option<f64>> {
        let total = self.total_size();
        let offers = self.all.first().map_or(0, |s| s.delivered.cdv.len());
        if total <= 0.0 {
            return vec![None; offers];
        }
        let mut sums = vec![Some(0.0); offers];
        for segment in self.all.iter().filter(|s| s.counts && s.size > 0.0) {
            let part = segment.size / total;
            for (sum, value) in sums.iter_mut().zip(of(segment)) {
                *sum = sum.zip(value).map(|(sum, value)| sum + part * value);
            }
        }
        sums
    }
}

/// The offers that nobody beats by more than a tie.
fn put_best(delivered: &Delivered, best: &mut Vec<usize>) {
    best.clear();
    let keys = delivered.keys();
    let highest = keys.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if highest > f64::NEG_INFINITY {
        best.extend((0..keys.len()).filter(|&o| keys[o] > f64::NEG_INFINITY && is_best(keys[o], highest)));
    }
}

/// As ranks have it: an offer is of rank 1 where even the highest CDV does not beat it.
fn is_best(key: f64, highest: f64) -> bool {
    highest <= super::rank::beaten_above(key)
}
