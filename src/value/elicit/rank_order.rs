//! Rank order: weights from which matters more.

use super::{ElicitError, shares};
use crate::model::RankMethod;

/// Weights from places: the item with the lowest place matters most, equal places tie.
///
/// Only the order of the places counts: 1, 1, 3 and 1, 1, 2 are the same. Tied items share the weights of the ranks that
/// they take up equally: each gets their mean.
///
/// # Errors
/// Nothing to weigh.
///
/// # Examples
/// ```
/// use worthwhile::model::RankMethod;
/// use worthwhile::value::elicit::from_places;
/// assert_eq!(from_places(&[2, 1], RankMethod::Centroid).unwrap(), [0.25, 0.75]);
/// assert_eq!(from_places(&[7, 7], RankMethod::Sum).unwrap(), [0.5, 0.5]);
/// ```
pub fn from_places(places: &[u32], method: RankMethod) -> Result<Vec<f64>, ElicitError> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&item| places[item]);
    let by_rank = by_rank(method, places.len());
    let mut weights = vec![0.0; places.len()];
    let mut first = 0;
    for tied in order.chunk_by(|&a, &b| places[a] == places[b]) {
        let shared = &by_rank[first..first + tied.len()];
        #[expect(clippy::cast_precision_loss, reason = "a number of items")]
        let mean = shared.iter().sum::<f64>() / tied.len() as f64;
        for &item in tied {
            weights[item] = mean;
        }
        first += tied.len();
    }
    shares(&weights)
}

/// The weights of the ranks 1…n, not yet normalised.
#[expect(clippy::cast_precision_loss, reason = "numbers of items")]
fn by_rank(method: RankMethod, n: usize) -> Vec<f64> {
    let mut weights: Vec<f64> = match method {
        RankMethod::Sum => (0..n).map(|i| (n - i) as f64).collect(),
        RankMethod::Centroid | RankMethod::Reciprocal => (1..=n).map(|r| 1.0 / r as f64).collect(),
    };
    if method == RankMethod::Centroid {
        let mut sum = 0.0;
        for weight in weights.iter_mut().rev() {
            sum += *weight;
            *weight = sum;
        }
    }
    weights
}
