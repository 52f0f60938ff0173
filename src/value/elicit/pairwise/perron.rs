//! The principal eigenvector of a small matrix.

/// λmax is known when its bounds differ by no more than this part of it: some rounding of a sum of 32 terms.
const CLOSE: f64 = 1e-14;
/// The iteration gains digits quadratically; this many rounds are never needed.
const MAX_ROUNDS: usize = 60;

/// A square matrix of up to `N` rows in one place, by columns; what it doesn't use is 0.
pub(super) type Columns<const N: usize> = [[f64; N]; N];

/// λmax and its eigenvector, which sums to 1, of an irreducible matrix ≥ 0 of `n` rows.
///
/// Noda's iteration (1971, Numerische Mathematik 17:382–386): with the Collatz–Wielandt bound σ = max (A·x)ᵢ/xᵢ ≥ λmax
/// solve (σI − A)·z = A·x. As σI − A is an M-matrix, z stays positive; it converges quadratically from every positive
/// start. `start` must be positive.
pub(super) fn perron<const N: usize>(columns: &Columns<N>, n: usize, start: [f64; N]) -> (f64, [f64; N]) {
    let mut x = scaled(start).1;
    let mut narrowest = f64::INFINITY;
    for _ in 0..MAX_ROUNDS {
        let y = times(columns, n, &x);
        let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
        for (y, x) in y.iter().zip(&x).take(n) {
            let ratio = y / x;
            (low, high) = (low.min(ratio), high.max(ratio));
        }
        let gap = (high - low) / high;
        // Rounding may keep the bounds apart for ever: then there is no more to gain once they are close.
        let is_done = gap <= CLOSE || (gap >= narrowest && narrowest < 1e-9);
        x = if is_done { y } else { solved(columns, n, high, y) };
        narrowest = gap;
        // Where x summed to 1 the sum of A·x is a mean of the ratios.
        let (sum, scaled) = scaled(x);
        if is_done {
            return (sum, scaled);
        }
        x = scaled;
    }
    (times(columns, n, &x).iter().sum(), x)
}

/// The sum of x, and x divided by it.
fn scaled<const N: usize>(mut x: [f64; N]) -> (f64, [f64; N]) {
    let sum: f64 = x.iter().sum();
    for x in &mut x {
        *x /= sum;
    }
    (sum, x)
}

/// A·x.
fn times<const N: usize>(columns: &Columns<N>, n: usize, x: &[f64; N]) -> [f64; N] {
    let mut y = [0.0; N];
    for (column, x) in columns.iter().zip(x).take(n) {
        for (y, a) in y.iter_mut().zip(column) {
            *y += a * x;
        }
    }
    y
}

/// z of (σI − A)·z = y, by elimination without pivots, which an M-matrix needs none of.
///
/// Near the end σ is λmax but for rounding; a last pivot that rounding made 0 or less is taken as rounding, as only
/// the direction of z counts.
fn solved<const N: usize>(columns: &Columns<N>, n: usize, sigma: f64, y: [f64; N]) -> [f64; N] {
    // Row by row: eliminating columns of the transpose would give another system.
    let mut rows = [[0.0; N]; N];
    for (j, column) in columns.iter().enumerate().take(n) {
        for (row, a) in rows.iter_mut().zip(column) {
            row[j] = -a;
        }
        rows[j][j] += sigma;
    }
    let mut z = y;
    let mut inverse = [0.0; N];
    for k in 0..n {
        let pivot = rows[k];
        inverse[k] = 1.0 / pivot[k].max(sigma * f64::EPSILON);
        for i in k + 1..n {
            let factor = rows[i][k] * inverse[k];
            for (a, p) in rows[i].iter_mut().zip(&pivot) {
                *a -= factor * p;
            }
            z[i] -= factor * z[k];
        }
    }
    for k in (0..n).rev() {
        z[k] *= inverse[k];
        for i in 0..k {
            z[i] -= rows[i][k] * z[k];
        }
    }
    z
}
