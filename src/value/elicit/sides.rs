//! Both sides at once: two sets of weights and the cost emphasis between them.

use super::swing::{Swing, rates};
use super::{ElicitError, check_amounts, shares};

/// Weights of both sides, with λ.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// Weights of the value side, which sum to 1.
    pub value: Vec<f64>,
    /// Weights of the cost side, which sum to 1; empty where there is nothing on it.
    pub cost: Vec<f64>,
    /// Cost emphasis, λ = Σ cost worths ÷ Σ value worths; ≥ 0.
    pub cost_emphasis: f64,
}

impl Sides {
    /// Weights and λ from what the whole scale of each criterion is worth, in a unit that both sides share.
    ///
    /// Each side's weights are in proportion to its worths, and λ = Σ cost worths ÷ Σ value worths. So all weights of one
    /// set over both sides, whatever the method they came from, are split by this. A cost side worth nothing gets equal
    /// weights and λ = 0.
    ///
    /// # Errors
    /// No value side or one that is worth nothing (λ has no value then), or a worth that is no number or below 0; its
    /// item is counted through both sides, value first.
    pub fn from_worths(value: &[f64], cost: &[f64]) -> Result<Self, ElicitError> {
        let all = [value, cost].concat();
        check_amounts(&all)?;
        let largest = all.iter().copied().fold(0.0, f64::max);
        // Divided by the largest, so that no sum overflows.
        let worth_of = |side: &[f64]| side.iter().map(|x| x / largest).sum::<f64>();
        let [value_worth, cost_worth] = [worth_of(value), worth_of(cost)];
        let cost_emphasis = cost_worth / value_worth;
        if value.iter().all(|x| *x <= 0.0) || !cost_emphasis.is_finite() {
            return Err(ElicitError::NoValueWorth);
        }
        let cost_weights = match shares(cost) {
            Ok(weights) => weights,
            #[expect(clippy::cast_precision_loss, reason = "a number of criteria")]
            Err(_) => vec![1.0 / cost.len() as f64; cost.len()],
        };
        Ok(Self { value: shares(value)?, cost: cost_weights, cost_emphasis })
    }

    /// Weights and λ from swings on both sides, all set against the same largest one.
    ///
    /// # Errors
    /// Those of [`Self::from_worths`], and a swing without points.
    pub fn from_swings(value: &[Swing], cost: &[Swing]) -> Result<Self, ElicitError> {
        let all = rates(&[value, cost].concat())?;
        let (value_rates, cost_rates) = all.split_at(value.len());
        Self::from_worths(value_rates, cost_rates)
    }

    /// Weights and λ from what a person would pay at most for each swing.
    ///
    /// `money` is a stretch of the money scale: its `worth` is the amount between two of its levels, its `span` the
    /// points between them. An amount of money is worth itself, so the money leaf is a swing like all others; its
    /// weight stands last on the cost side. A cost criterion's worth is what one would pay to be spared it.
    ///
    /// # Errors
    /// Those of [`Self::from_swings`].
    ///
    /// # Examples
    /// ```
    /// use worthwhile::value::elicit::{Sides, Swing};
    /// // 600 for the longer warranty, 200 to have it carried in; the money scale runs from 2,000 to 4,000.
    /// let sides = Sides::from_money(&[Swing::whole(600.0)], &[Swing::whole(200.0)], Swing::whole(2000.0)).unwrap();
    /// assert!((sides.cost[1] - 2000.0 / 2200.0).abs() < 1e-12);
    /// assert!((sides.cost_emphasis - 2200.0 / 600.0).abs() < 1e-12);
    /// ```
    pub fn from_money(value: &[Swing], cost: &[Swing], money: Swing) -> Result<Self, ElicitError> {
        Self::from_swings(value, &[cost, &[money]].concat())
    }
}
