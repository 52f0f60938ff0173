//! Rank order: weights from which matters more.

use super::{ElicitError, shares};

/// How ranks become weights; r = 1…n is the rank, n the number of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankMethod {
    /// w = (1/n) Σ_{k=r}^{n} 1/k: the mean of all weights that keep the order (Edwards and Barron 1994, SMARTER,
    /// Organizational Behavior and Human Decision Processes 60:306–325).
    Centroid,
    /// w ∝ n + 1 − r (Stillwell, Seaver and Edwards 1981, Organizational Behavior and Human Performance 28:62–77).
    Sum,
    /// w ∝ 1/r (the same paper).
    Reciprocal,
}

impl RankMethod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Centroid, Self::Sum, Self::Reciprocal];

    /// The weights of the ranks 1…n, not yet normalised.
    #[expect(clippy::cast_precision_loss, reason = "numbers of items")]
    fn by_rank(self, n: usize) -> Vec<f64> {
        let mut weights: Vec<f64> = match self {
            Self::Sum => (0..n).map(|i| (n - i) as f64).collect(),
            Self::Centroid | Self::Reciprocal => (1..=n).map(|r| 1.0 / r as f64).collect(),
        };
        if self == Self::Centroid {
            let mut sum = 0.0;
            for weight in weights.iter_mut().rev() {
                sum += *weight;
                *weight = sum;
            }
        }
        weights
    }
}

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
/// use worthwhile::value::elicit::{RankMethod, from_places};
/// assert_eq!(from_places(&[2, 1], RankMethod::Centroid).unwrap(), [0.25, 0.75]);
/// assert_eq!(from_places(&[7, 7], RankMethod::Sum).unwrap(), [0.5, 0.5]);
/// ```
pub fn from_places(places: &[u32], method: RankMethod) -> Result<Vec<f64>, ElicitError> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&item| places[item]);
    let by_rank = method.by_rank(places.len());
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
