//! Swings: the worth of going from one level to another, against the largest of them.

use super::{ElicitError, check_amounts, shares};

/// What a swing between two levels is worth, and how many points it spans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// Worth against the other swings, in any unit that they share (100 for the largest, or money); ≥ 0.
    pub worth: f64,
    /// The difference in points of the two levels; its sign does not count. A swing between both anchors of a scale
    /// spans 100.
    pub span: f64,
}

impl Swing {
    /// A swing over a whole scale, 0…100.
    #[must_use]
    pub fn whole(worth: f64) -> Self {
        Self { worth, span: 100.0 }
    }

    /// Worth per point.
    fn rate(self) -> f64 {
        self.worth / self.span.abs()
    }
}

/// Worth per point of each swing.
pub(super) fn rates(swings: &[Swing]) -> Result<Vec<f64>, ElicitError> {
    check_amounts(&swings.iter().map(|s| s.worth).collect::<Vec<_>>())?;
    for (item, swing) in swings.iter().enumerate() {
        if !swing.span.is_finite() {
            return Err(ElicitError::NotANumber { item });
        }
        // Also refuses what is so small that the worth of a point would not be a number.
        if !swing.rate().is_finite() {
            return Err(ElicitError::NoSpan { item });
        }
    }
    Ok(swings.iter().map(|s| s.rate()).collect())
}

/// Weights from swings: w ∝ worth ÷ points spanned.
///
/// A weight is the worth of the whole scale, 0…100 points, so a swing over a part of it is scaled up: one that spans 70
/// points and is worth 35 weighs as much as one over 100 points that is worth 50. Source: von Winterfeldt and Edwards
/// (1986), Decision Analysis and Behavioral Research, ch. 8.
///
/// # Errors
/// Nothing to weigh, a worth that is no number or below 0, a swing without points, or nothing but zeros.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::{Swing, from_swings};
/// let weights = from_swings(&[Swing { worth: 35.0, span: 70.0 }, Swing::whole(50.0)]).unwrap();
/// assert_eq!(weights, [0.5, 0.5]);
/// ```
pub fn from_swings(swings: &[Swing]) -> Result<Vec<f64>, ElicitError> {
    shares(&rates(swings)?)
}

/// The points that a dimension's swing spans, which moves all its criteria: Σ share · span.
///
/// `shares` are the weights of the criteria within the dimension, `spans` the points that each of them moves. The
/// dimension's worth goes with this span into [`from_swings`].
///
/// # Errors
/// No criteria, lists of different length, or a number that is none.
pub fn dimension_span(shares: &[f64], spans: &[f64]) -> Result<f64, ElicitError> {
    check_amounts(shares)?;
    if shares.len() != spans.len() {
        return Err(ElicitError::WrongCount { expected: shares.len(), found: spans.len() });
    }
    if let Some(item) = spans.iter().position(|span| !span.is_finite()) {
        return Err(ElicitError::NotANumber { item });
    }
    Ok(shares.iter().zip(spans).map(|(share, span)| share * span.abs()).sum())
}
