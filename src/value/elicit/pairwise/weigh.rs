//! From judgements to weights, consistency, and the judgement that fits worst.

use super::judgements::{Judgements, MAX_ITEMS};
use super::perron::{Columns, perron};
use super::start::start_with_gaps;
use super::{PairwiseError, RandomIndex};

/// Matrices of up to so many items take the short way.
const FEW: usize = 16;
/// λmax this near to the number of items is rounding: nothing contradicts anything.
const ROUNDING: f64 = 1e-9;

/// What judgements say.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// Principal eigenvector, which sums to 1.
    pub weights: Vec<f64>,
    /// λmax ≥ n.
    pub lambda_max: f64,
    /// CI = (λmax − n) / (n − 1); 0 for one item.
    pub consistency_index: f64,
    /// CR = CI / random index; `None` up to two items, and where the table has no index.
    pub consistency_ratio: Option<f64>,
    /// True where judgements are missing: the random index is one of full matrices, so CR is only near.
    pub is_approximate: bool,
}

/// The judgement that fits worst to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misfit {
    /// The item judged; less than `column`.
    pub row: usize,
    /// What it is judged against.
    pub column: usize,
    /// The judgement a(row, column).
    pub given: f64,
    /// What the other judgements say in its place.
    pub fitting: f64,
    /// CR once the fitting value is taken; `None` as in [`Weighed`].
    pub ratio_then: Option<f64>,
}

impl Judgements {
    /// Weights, λmax and consistency.
    ///
    /// A missing judgement is taken as w(i) / w(j), whatever the weights are (Harker 1987, Mathematical Modelling
    /// 9:353–360): a 0 in its place and 1 more on the diagonal for each one missing in the row.
    ///
    /// # Errors
    /// [`PairwiseError::Disconnected`] where the judgements leave the items in groups that nothing links.
    ///
    /// # Examples
    /// ```
    /// use worthwhile::value::elicit::pairwise::{Judgements, RandomIndex};
    /// let judgements = Judgements::from_upper(3, &[Some(2.0), Some(4.0), None]).unwrap();
    /// let weighed = judgements.weigh(&RandomIndex::default()).unwrap();
    /// assert!((weighed.weights[0] - 4.0 / 7.0).abs() < 1e-12);
    /// assert_eq!(weighed.consistency_ratio, Some(0.0));
    /// assert!(weighed.is_approximate);
    /// ```
    pub fn weigh(&self, random_index: &RandomIndex) -> Result<Weighed, PairwiseError> {
        let (lambda_max, weights) = self.eigenvector()?;
        Ok(Weighed {
            weights,
            lambda_max,
            consistency_index: self.consistency_index(lambda_max),
            consistency_ratio: self.ratio(lambda_max, random_index),
            is_approximate: self.missing() > 0,
        })
    }

    /// The judgement that fits worst to the others, with the value that would fit; `None` where nothing contradicts
    /// anything.
    ///
    /// Each judgement is put aside in turn; the one without which λmax is lowest fits worst, and w(row) / w(column) of
    /// the others' weights is what would fit (Saaty 2003, European Journal of Operational Research 145:85–91, who
    /// looks for the largest a·w(column)/w(row) first). Among equals, as with three items, the mildest fitting value is
    /// taken, then the first. One that alone links two groups contradicts nothing. Nor is there one where no fitting
    /// value makes λmax lower than it is.
    ///
    /// # Errors
    /// As [`Self::weigh`].
    pub fn misfit(&self, random_index: &RandomIndex) -> Result<Option<Misfit>, PairwiseError> {
        let (today, _) = self.eigenvector()?;
        if today - count(self.items()) <= ROUNDING {
            return Ok(None);
        }
        let mut worst: Option<(f64, Misfit)> = None;
        let mut others = self.clone();
        for (row, column, given) in self.given() {
            others.set(row, column, None)?;
            if let Ok((lambda_max, weights)) = others.eigenvector() {
                let fitting = weights[row] / weights[column];
                let misfit = Misfit { row, column, given, fitting, ratio_then: self.ratio(lambda_max, random_index) };
                let is_worse = worst.as_ref().is_none_or(|(least, so_far)| {
                    let is_equal = (lambda_max - least).abs() <= ROUNDING * least;
                    let is_milder = fitting.ln().abs() < so_far.fitting.ln().abs() * (1.0 - ROUNDING);
                    if is_equal { is_milder } else { lambda_max < *least }
                });
                if is_worse {
                    worst = Some((lambda_max, misfit));
                }
            }
            others.set(row, column, Some(given))?;
        }
        Ok(worst.filter(|(least, _)| *least < today).map(|(_, misfit)| misfit))
    }

    fn consistency_index(&self, lambda_max: f64) -> f64 {
        let n = count(self.items());
        // λmax ≥ n but for rounding.
        if n > 1.0 { ((lambda_max - n) / (n - 1.0)).max(0.0) } else { 0.0 }
    }

    fn ratio(&self, lambda_max: f64, random_index: &RandomIndex) -> Option<f64> {
        random_index.of(self.items()).map(|index| self.consistency_index(lambda_max) / index)
    }

    fn eigenvector(&self) -> Result<(f64, Vec<f64>), PairwiseError> {
        if self.items() <= FEW { self.eigenvector_in::<FEW>() } else { self.eigenvector_in::<MAX_ITEMS>() }
    }

    fn eigenvector_in<const N: usize>(&self) -> Result<(f64, Vec<f64>), PairwiseError> {
        let n = self.items();
        let mut columns: Columns<N> = [[0.0; N]; N];
        let (mut row_sums, mut column_sums) = ([1.0; N], [1.0; N]);
        for (i, column) in columns.iter_mut().enumerate().take(n) {
            column[i] = count(n);
        }
        for (row, column, a) in self.given() {
            columns[column][row] = a;
            columns[row][column] = 1.0 / a;
            // Each judgement given takes back one of the gaps that the diagonal was filled with.
            columns[row][row] -= 1.0;
            columns[column][column] -= 1.0;
            row_sums[row] += a;
            row_sums[column] += 1.0 / a;
            column_sums[column] += a;
            column_sums[row] += 1.0 / a;
        }
        let mut start = [0.0; N];
        if self.missing() == 0 {
            // Exact for consistent judgements, and near for others.
            for i in 0..n {
                start[i] = (row_sums[i] / column_sums[i]).sqrt();
            }
        } else {
            start_with_gaps(self, &columns, &mut start)?;
        }
        let (lambda_max, weights) = perron(&columns, n, start);
        Ok((lambda_max, weights[..n].to_vec()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most MAX_ITEMS")]
fn count(items: usize) -> f64 {
    items as f64
}
