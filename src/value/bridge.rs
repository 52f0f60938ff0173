//! Why one offer delivers more than another: the difference, part by part.

use super::compile::{Compiled, Weighting};
use crate::model::{Dimension, Leaf};

/// One step of a bridge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BridgeStep {
    /// The dimension that the step stands for, or is under.
    pub dimension: Dimension,
    /// The leaf, where the bridge goes by criteria.
    pub leaf: Option<Leaf>,
    /// Signed difference of contributions; above 0 speaks for the offer that the bridge leads to.
    pub delta: f64,
}

/// The way from one CDV to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// CDV of the offer that the bridge starts from.
    pub from: f64,
    /// Differences; they sum to `to − from`.
    pub steps: Vec<BridgeStep>,
    /// CDV of the offer that the bridge leads to.
    pub to: f64,
}

/// The bridge between two offers (indices), by criterion or by dimension: Δ = contribution(to) − contribution(from).
///
/// Dimensions without criteria are left out. Missing levels contribute nothing; ask only for complete offers.
#[must_use]
pub fn bridge(compiled: &Compiled, weighting: &Weighting, from: usize, to: usize, by_criterion: bool) -> Bridge {
    let cdv = |offer| (0..compiled.leaves().len()).map(|l| compiled.contribution(weighting, l, offer)).sum();
    let mut steps: Vec<BridgeStep> = Vec::new();
    for (l, leaf) in compiled.leaves().iter().enumerate() {
        let delta = compiled.contribution(weighting, l, to) - compiled.contribution(weighting, l, from);
        match steps.last_mut() {
            Some(last) if !by_criterion && last.dimension == leaf.dimension => last.delta += delta,
            _ => steps.push(BridgeStep { dimension: leaf.dimension, leaf: by_criterion.then_some(leaf.leaf), delta }),
        }
    }
    Bridge { from: cdv(from), steps, to: cdv(to) }
}
