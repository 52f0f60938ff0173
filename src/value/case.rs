//! What every analysis starts from.

use super::compile::{Compiled, Weighting};
use super::deliver::Delivered;
use crate::model::{Comparison, OfferId, Segment};

/// A comparison as one kind of buyer sees it, compiled and delivered once for all questions that are asked of it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Offers, criteria, scales.
    pub comparison: &'a Comparison,
    /// Whose weights.
    pub segment: &'a Segment,
    /// Levels and scales as arrays.
    pub compiled: &'a Compiled,
    /// Weights as coefficients.
    pub weighting: &'a Weighting,
    /// What every offer delivers now.
    pub delivered: &'a Delivered,
}

impl Case<'_> {
    /// The index of an offer.
    #[must_use]
    pub fn offer(&self, id: OfferId) -> Option<usize> {
        self.comparison.offers.iter().position(|o| o.id == id)
    }

    /// The indices of the complete offers, in the order of the table.
    pub fn complete(&self) -> impl Iterator<Item = usize> + '_ {
        self.delivered.complete.iter().enumerate().filter(|(_, complete)| **complete).map(|(o, _)| o)
    }

    /// The complete offer that delivers the most; the first of those that tie.
    #[must_use]
    pub fn winner(&self) -> Option<usize> {
        self.delivered.best().next()
    }

    /// The best complete offer besides `offer`; the first of those that tie.
    #[must_use]
    pub fn best_rival(&self, offer: usize) -> Option<usize> {
        let others = self.complete().filter(|&o| o != offer);
        others.reduce(|a, b| if self.delivered.cdv[b] > self.delivered.cdv[a] { b } else { a })
    }
}

/// A [`Case`] with all that it borrows from but the comparison: for tests, benches and headless commands.
#[derive(Clone, Debug)]
pub struct Prepared<'a> {
    comparison: &'a Comparison,
    segment: &'a Segment,
    compiled: Compiled,
    weighting: Weighting,
    delivered: Delivered,
}

impl<'a> Prepared<'a> {
    /// Compiles and delivers `comparison` for `segment`.
    #[must_use]
    pub fn new(comparison: &'a Comparison, segment: &'a Segment) -> Self {
        let compiled = Compiled::new(comparison);
        let weighting = Weighting::of(segment, &compiled);
        let mut delivered = Delivered::default();
        compiled.deliver(&weighting, &mut delivered);
        Self { comparison, segment, compiled, weighting, delivered }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> Case<'_> {
        Case {
            comparison: self.comparison,
            segment: self.segment,
            compiled: &self.compiled,
            weighting: &self.weighting,
            delivered: &self.delivered,
        }
    }
}
