//! Points: 100 to the most important, the rest in proportion.

use super::{ElicitError, shares};

/// Points given, made into weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// Σ of the points given.
    pub total: f64,
    /// The same answers with 100 for the most important.
    pub anchored: Vec<f64>,
    /// Their parts of the total, which sum to 1.
    pub weights: Vec<f64>,
}

/// Weights from points: w = p / Σ p.
///
/// Only the proportions count, so answers whose largest is not 100 are taken as they are; [`Points::anchored`] shows
/// them with 100 at the top. Source: the simple multi-attribute rating technique SMART (Edwards 1977, IEEE Transactions
/// on Systems, Man and Cybernetics 7:326–340).
///
/// # Errors
/// Nothing to weigh, an answer that is no number or below 0, or nothing but zeros.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::from_points;
/// let points = from_points(&[100.0, 60.0, 40.0]).unwrap();
/// assert_eq!(points.weights, [0.5, 0.3, 0.2]);
/// ```
pub fn from_points(points: &[f64]) -> Result<Points, ElicitError> {
    let weights = shares(points)?;
    let largest = points.iter().copied().fold(0.0, f64::max);
    let anchored = points.iter().map(|p| p / largest * 100.0).collect();
    Ok(Points { total: points.iter().sum(), anchored, weights })
}
