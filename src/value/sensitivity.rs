//! All one-way sensitivity of a case in one call.

use super::case::Case;
use super::crossings::Crossings;
use super::envelope::{Stretch, envelope};
use super::stability::{Stability, stabilities, weights};
use super::sweep::{Quantity, Sweep};
use super::tornado::{Bar, Doubt, tornado};

/// What one quantity at a time does to the answer.
#[derive(Clone, Debug)]
pub struct Sensitivity {
    /// Every tie of every pair along each weight and λ.
    pub crossings: Vec<(Quantity, Crossings)>,
    /// Who wins where along each of them.
    pub winners: Vec<(Quantity, Vec<Stretch>)>,
    /// How far each of them may move, nearest change first.
    pub stabilities: Vec<Stability>,
    /// What the stated doubt does to the lead of the winner over the second; empty without a second.
    pub tornado: Vec<Bar>,
}

/// The crossings, winners and stability interval of every weight and of λ, and the tornado of the winner against the
/// best of the others.
#[must_use]
pub fn sensitivity(case: Case<'_>, doubt: Doubt) -> Sensitivity {
    let sweeps: Vec<(Quantity, Sweep<'_>)> =
        weights(case).into_iter().filter_map(|q| Some((q, Sweep::new(case, q)?))).collect();
    let pair = case.winner().and_then(|winner| Some((winner, case.best_rival(winner)?)));
    Sensitivity {
        crossings: sweeps.iter().map(|(q, sweep)| (*q, Crossings::of(sweep))).collect(),
        winners: sweeps.iter().map(|(q, sweep)| (*q, envelope(sweep))).collect(),
        stabilities: stabilities(case),
        tornado: pair.map(|(winner, rival)| tornado(case, winner, rival, doubt)).unwrap_or_default(),
    }
}
