//! Worth in money: what a point of each criterion would buy.

use super::swing::{Swing, rates};
use super::{ElicitError, Sides};

/// What one point of each criterion is worth in money, in units of currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Equivalents {
    /// Per criterion of the value side.
    pub value: Vec<f64>,
    /// Per criterion of the cost side.
    pub cost: Vec<f64>,
    /// Of one point of CDV.
    pub delivered: f64,
}

/// Weights as amounts of money: what one point of each criterion is worth.
///
/// A point of the money scale is an amount a (its stretch `money`: amount ÷ points) and takes λ·g from CDV, g the weight
/// of money. So a point of CDV is worth k = a / (λ·g), a point of a value criterion k times its weight, a point of a cost
/// criterion k·λ times its weight. Times the points of a swing it is what that swing is worth: [`Sides::from_money`]
/// turned around. `money_leaf` is the place of the money leaf on the cost side. Where the money scale is curved this
/// holds around the stretch given.
///
/// # Errors
/// Money without weight, λ = 0, a place that is not there, or a stretch of money without amount or points.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::{Sides, Swing, money_equivalents};
/// let sides = Sides { value: vec![0.6, 0.4], cost: vec![0.5, 0.5], cost_emphasis: 1.0 };
/// let worth = money_equivalents(&sides, 0, Swing::whole(2000.0)).unwrap();
/// assert_eq!(worth.delivered, 40.0);
/// assert_eq!(worth.value, [24.0, 16.0]);
/// assert_eq!(worth.cost, [20.0, 20.0]);
/// ```
pub fn money_equivalents(sides: &Sides, money_leaf: usize, money: Swing) -> Result<Equivalents, ElicitError> {
    let amount: f64 = rates(&[money])?.iter().sum();
    let weight = sides.cost.get(money_leaf).copied().unwrap_or(0.0);
    let delivered = amount / (sides.cost_emphasis * weight);
    if !delivered.is_finite() || delivered <= 0.0 {
        return Err(ElicitError::NoMoneyWorth);
    }
    let times = |factor: f64, weights: &[f64]| weights.iter().map(|g| factor * g).collect();
    Ok(Equivalents {
        value: times(delivered, &sides.value),
        cost: times(delivered * sides.cost_emphasis, &sides.cost),
        delivered,
    })
}
