//! The cheapest way to win: which levels to change, how far, so that an offer reaches its best rival.
//!
//! Minimise Σ cost(xᵢ) over the levels xᵢ that the levers allow, subject to `CDV(x) ≥ CDV(best rival) + margin`. CDV is
//! a sum of piecewise-linear functions of one level each; only money is added up before it is scored, so that all
//! amounts share one curve. Both are written as a mixed-integer linear program with a binary per stretch of a curve
//! ([`program`]); what the solver finds is then reckoned anew with the theory's own functions and set exactly
//! ([`plan`]), so that its tolerance is not in the answer.

mod plan;
mod program;
mod reach;

use super::case::Case;
use super::rank::TIE_TOLERANCE;
use crate::model::{CategoryId, CriterionId, Level, OfferId};
use reach::Situation;

/// A level; amounts exactly, in units of currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Setting {
    /// A rating, a measure or an amount.
    Number(f64),
    /// A named level.
    Named(CategoryId),
}

/// One lever pulled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Whose level changes.
    pub criterion: CriterionId,
    /// Today's level.
    pub from: Setting,
    /// The level to go to.
    pub to: Setting,
    /// [`Self::to`] as a level of the comparison; an amount that is finer than the currency is rounded in the
    /// buyer's favour.
    pub level: Level,
    /// Number of steps, ≥ 0; `None` for named levels.
    pub steps: Option<f64>,
    /// What it costs the seller per unit sold, in units of currency.
    pub cost: f64,
    /// What it adds to CDV. Amounts that are changed together share the gain by what each saves the buyer.
    pub gain: f64,
}

/// Levers that together reach the target.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// In the order of the levers; those that stay are not among them.
    pub moves: Vec<Move>,
    /// Σ cost.
    pub cost: f64,
    /// CDV with the moves made.
    pub cdv: f64,
    /// True where no cheaper set exists (to 1e-6); false where the search was cut short and this is the best found.
    pub proven: bool,
}

/// What the levers can do together.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The target is reached without any of them.
    AlreadyThere,
    /// The cheapest set.
    Reached(Plan),
    /// All levers together do not reach it.
    NotEnough {
        /// The highest CDV that they reach.
        cdv: f64,
        /// Target − that CDV, > 0.
        shortfall: f64,
    },
}

/// What one lever can do alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alone {
    /// Whose lever.
    pub criterion: CriterionId,
    /// The cheapest move that reaches the target; `None` where it never suffices, or nothing needs to be done.
    pub reached: Option<Move>,
    /// The highest CDV that it reaches.
    pub best_cdv: f64,
}

/// The answer for one offer.
#[derive(Clone, Debug, PartialEq)]
pub struct CheapestWin {
    /// Whose levers.
    pub offer: OfferId,
    /// The best rival.
    pub rival: OfferId,
    /// CDV today.
    pub today: f64,
    /// CDV of the best rival + margin.
    pub target: f64,
    /// All levers together.
    pub outcome: Outcome,
    /// Each lever alone, in their order.
    pub alone: Vec<Alone>,
}

impl CheapestWin {
    /// The cheapest lever that reaches the target alone; the first of those that cost the same.
    #[must_use]
    pub fn best_single(&self) -> Option<&Move> {
        let moves = self.alone.iter().filter_map(|alone| alone.reached.as_ref());
        moves.reduce(|best, next| if next.cost < best.cost { next } else { best })
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LeverError {
    /// No offer has this index.
    #[error("the offer is not there")]
    NoOffer,
    /// A level of weight above 0 is missing.
    #[error("the offer is incomplete: fill in its missing levels first")]
    Incomplete,
    /// No other complete offer.
    #[error("there is no complete rival to be compared with")]
    NoRival,
    /// The solver gave up.
    #[error("no answer could be computed: {0}")]
    Solver(String),
}

/// The cheapest set of levers by which an offer (an index) reaches its best rival plus the margin, and what each
/// lever does alone. The levers and the margin are the offer's own ([`crate::model::Offer::levers`]); rivals stay.
///
/// A level x costs `|x − today| / step · cost`; a named level what it says. Today's level is always free.
///
/// # Errors
/// [`LeverError`] where the question makes no sense or the solver gives up.
pub fn cheapest_win(case: Case<'_>, offer: usize) -> Result<CheapestWin, LeverError> {
    let ours = case.comparison.offers.get(offer).ok_or(LeverError::NoOffer)?;
    if !case.delivered.complete.get(offer).is_some_and(|complete| *complete) {
        return Err(LeverError::Incomplete);
    }
    let rival = case.best_rival(offer).ok_or(LeverError::NoRival)?;
    let target = case.delivered.cdv[rival] + ours.levers.margin;
    let today = case.delivered.cdv[offer];
    let situation = Situation::new(case, offer, target - today, TIE_TOLERANCE * target.abs().max(1.0));
    let alone = plan::alone(&situation, today);
    let outcome = if situation.is_met(0.0) {
        Outcome::AlreadyThere
    } else {
        let most = situation.most();
        if situation.is_met(most) {
            Outcome::Reached(plan::cheapest(&situation, today)?)
        } else {
            Outcome::NotEnough { cdv: today + most, shortfall: target - today - most }
        }
    };
    Ok(CheapestWin { offer: ours.id, rival: case.comparison.offers[rival].id, today, target, outcome, alone })
}
