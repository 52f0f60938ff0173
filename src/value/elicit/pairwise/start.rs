//! Where the search for the principal eigenvector begins when judgements are missing.

use super::PairwiseError;
use super::judgements::Judgements;
use super::perron::Columns;

/// Judgements this near to the quotients of weights, in logarithms, contradict nothing.
const FITTING: f64 = 1e-9;

/// Weights > 0 near the principal eigenvector: those along judgements that link all items, which are exact where nothing
/// contradicts anything; elsewhere those of logarithmic least squares.
///
/// Along links every contradiction of a ring ends up in its last judgement, so that a ring of strong ones would begin
/// many powers of ten away from where it ends; least squares spread it.
///
/// # Errors
/// [`PairwiseError::Disconnected`] where nothing links some items.
pub(super) fn start_with_gaps<const N: usize>(
    judgements: &Judgements,
    columns: &Columns<N>,
    start: &mut [f64; N],
) -> Result<(), PairwiseError> {
    along_links(judgements.items(), columns, start)?;
    let misfit = |(row, column, a): (usize, usize, f64)| (a * start[column] / start[row]).ln().abs();
    if judgements.given().map(misfit).fold(0.0, f64::max) > FITTING {
        *start = least_squares(judgements);
    }
    Ok(())
}

/// Weights along links, each by the first that reaches it.
fn along_links<const N: usize>(n: usize, columns: &Columns<N>, start: &mut [f64; N]) -> Result<(), PairwiseError> {
    let mut reached = Vec::with_capacity(n);
    reached.push(0);
    start[0] = 1.0;
    let mut next = 0;
    while let Some(&from) = reached.get(next) {
        for to in 0..n {
            if start[to] <= 0.0 && columns[from][to] > 0.0 {
                start[to] = start[from] * columns[from][to];
                reached.push(to);
            }
        }
        next += 1;
    }
    match start.iter().take(n).position(|w| *w <= 0.0) {
        Some(other) => Err(PairwiseError::Disconnected { one: 0, other }),
        None => Ok(()),
    }
}

/// The weights that make Σ (ln a(i, j) − ln w(i) + ln w(j))² least, the largest of them 1 (Crawford and Williams 1985,
/// Journal of Mathematical Psychology 29:387–405): L·ln w = b, L the Laplacian of the net of judgements, made regular by
/// 1 everywhere, and b the sums of the rows' logarithms. The net links all items, so no pivots are needed.
fn least_squares<const N: usize>(judgements: &Judgements) -> [f64; N] {
    let n = judgements.items();
    let (mut rows, mut b) = ([[1.0; N]; N], [0.0; N]);
    for (row, column, a) in judgements.given() {
        rows[row][row] += 1.0;
        rows[column][column] += 1.0;
        rows[row][column] -= 1.0;
        rows[column][row] -= 1.0;
        b[row] += a.ln();
        b[column] -= a.ln();
    }
    for k in 0..n {
        let (own, known) = (rows[k], b[k]);
        for i in k + 1..n {
            let factor = rows[i][k] / own[k];
            for (x, p) in rows[i].iter_mut().zip(&own) {
                *x -= factor * p;
            }
            b[i] -= factor * known;
        }
    }
    for k in (0..n).rev() {
        let others: f64 = (k + 1..n).map(|j| rows[k][j] * b[j]).sum();
        b[k] = (b[k] - others) / rows[k][k];
    }
    let most = b.iter().take(n).copied().fold(f64::NEG_INFINITY, f64::max);
    let mut weights = [0.0; N];
    for (weight, logarithm) in weights.iter_mut().zip(b).take(n) {
        *weight = (logarithm - most).exp();
    }
    weights
}
