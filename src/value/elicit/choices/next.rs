//! What the next answer will be, and which question tells most.

use super::weights::ChoiceWeights;
use crate::model::Side;

/// Parts of a criterion's range that a made-up pair trades against the whole range of another.
const TRADED: [f64; 5] = [1.0, 0.75, 0.5, 0.25, 0.125];

impl ChoiceWeights {
    /// P(taken) of each alternative: exp(β·x) / Σ exp(β·x). Numbers that an alternative lacks count as 0.
    #[must_use]
    pub fn predict(&self, alternatives: &[impl AsRef<[f64]>]) -> Vec<f64> {
        let utility = |x: &[f64]| x.iter().zip(&self.coefficients).map(|(x, b)| x * b).sum::<f64>();
        let mut shares: Vec<f64> = alternatives.iter().map(|x| utility(x.as_ref())).collect();
        let greatest = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for share in &mut shares {
            *share = (*share - greatest).exp();
        }
        let sum: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= sum;
        }
        shares
    }

    /// What the answer to a pair would tell: p·(1 − p)·zᵀCz, z the difference of the two, C the covariance of β. The
    /// determinant of the information grows by 1 plus this.
    fn tells(&self, pair: &[Vec<f64>; 2]) -> f64 {
        let [one, other] = pair;
        let difference: Vec<f64> = one.iter().zip(other).map(|(a, b)| a - b).collect();
        if one.len() != other.len() || difference.len() != self.coefficients.len() {
            return 0.0;
        }
        self.predict(pair).iter().product::<f64>() * self.covariance.form(&difference)
    }
}

/// The pair whose answer tells most about the weights (D-optimal, Kiefer 1959; one step ahead); `None` where none tells
/// anything, as all are pairs of equals or do not fit the attributes.
#[must_use]
pub fn most_telling(known: &ChoiceWeights, pairs: &[[Vec<f64>; 2]]) -> Option<usize> {
    by_telling(known, pairs).first().copied()
}

/// The pairs whose answers tell something, those that tell most first; of equals the last first.
#[must_use]
pub fn by_telling(known: &ChoiceWeights, pairs: &[[Vec<f64>; 2]]) -> Vec<usize> {
    let mut told: Vec<(f64, usize)> = pairs.iter().map(|pair| known.tells(pair)).zip(0..).collect();
    told.retain(|(tells, _)| *tells > 0.0);
    told.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
    told.into_iter().map(|(_, i)| i).collect()
}

/// Made-up pairs that differ on two criteria, each better on one of them: the whole range of one against a part of the
/// range of the other, all else in the middle.
///
/// `low` and `high` are the ends of each attribute's range in points. Attributes whose ends are equal differ in no pair.
#[must_use]
pub fn trade_offs(low: &[f64], high: &[f64], sides: &[Side]) -> Vec<[Vec<f64>; 2]> {
    let size = low.len().min(high.len()).min(sides.len());
    let middle: Vec<f64> = (0..size).map(|i| f64::midpoint(low[i], high[i])).collect();
    let differs = |i: &usize| (high[*i] - low[*i]).abs() > 0.0;
    // Of `part` of its range around the middle, the better and the worse end.
    let ends = |i: usize, part: f64| {
        let half = (high[i] - low[i]).abs() / 2.0 * part;
        match sides[i] {
            Side::Value => [middle[i] + half, middle[i] - half],
            Side::Cost => [middle[i] - half, middle[i] + half],
        }
    };
    let mut pairs = Vec::new();
    for one in (0..size).filter(differs) {
        for other in (0..size).filter(differs).filter(|other| *other != one) {
            for part in TRADED {
                // Whole against whole is the same pair either way.
                if part < 1.0 || one < other {
                    let ([better, worse], [part_better, part_worse]) = (ends(one, 1.0), ends(other, part));
                    let mut pair = [middle.clone(), middle.clone()];
                    (pair[0][one], pair[1][one]) = (better, worse);
                    (pair[0][other], pair[1][other]) = (part_worse, part_better);
                    pairs.push(pair);
                }
            }
        }
    }
    pairs
}
