//! Criteria that move together.

use super::{CHANCE, Finding, TOGETHER, TOGETHER_OFFERS};
use crate::value::case::Case;
use crate::value::rank::ties;

/// A leaf with what it adds to each offer, its sign included.
struct Row {
    leaf: usize,
    /// By offer; `None` where the level is missing.
    signed: Vec<Option<f64>>,
}

/// Pairs of leaves whose signed contributions correlate by at least [`TOGETHER`], and not by [`CHANCE`].
///
/// A cost is taken with its minus, so that two criteria move together where an offer that is better on one is better on
/// the other too. Where one rises and the other falls, the offers trade one for the other: that is no double counting.
pub(super) fn findings(case: Case<'_>, leaves: &[usize]) -> Vec<Finding> {
    let compiled = case.compiled;
    if compiled.offers() < TOGETHER_OFFERS {
        return Vec::new();
    }
    let sign = |l: usize| compiled.leaves()[l].dimension.side().sign();
    let row = |&l: &usize| Row {
        leaf: l,
        signed: (0..compiled.offers()).map(|o| compiled.worth(l, o).map(|worth| sign(l) * worth)).collect(),
    };
    let rows: Vec<Row> = leaves.iter().map(row).collect();
    let pairs = rows.len() * rows.len().saturating_sub(1) / 2;
    let mut found = Vec::new();
    for (i, one) in rows.iter().enumerate() {
        for other in &rows[i + 1..] {
            let Some((correlation, offers)) = correlation(&one.signed, &other.signed) else { continue };
            if correlation >= TOGETHER && chance(correlation, offers, pairs) <= CHANCE {
                let places = [one.leaf, other.leaf];
                found.push(Finding::Together {
                    leaves: places.map(|l| compiled.leaves()[l].leaf),
                    correlation,
                    offers,
                    weights: places.map(|l| case.weighting.coefficients[l]),
                });
            }
        }
    }
    found
}

/// A bound on how likely it is that one of `pairs` pairs of unrelated, normally spread numbers correlates by `r` or more
/// over `count` offers: pairs · ½·(1 − r²)^((count − 2)/2).
///
/// For one pair the likelihood is ½·I(1 − r²; (count − 2)/2, ½), I being the regularised incomplete beta function, and
/// I(z; a, ½) ≤ zᵃ.
#[expect(clippy::cast_precision_loss, reason = "offers and pairs are numbered with 32 bits")]
fn chance(r: f64, count: usize, pairs: usize) -> f64 {
    let freedom = count.saturating_sub(2) as f64;
    pairs as f64 * 0.5 * (1.0 - r * r).max(0.0).powf(freedom / 2.0)
}

/// Pearson's r over the places where both have a number, and how many those are; `None` where these are fewer than
/// [`TOGETHER_OFFERS`] or one of the two does not vary.
#[expect(clippy::cast_precision_loss, reason = "offers are numbered with 32 bits")]
fn correlation(one: &[Option<f64>], other: &[Option<f64>]) -> Option<(f64, usize)> {
    let both = || one.iter().zip(other).filter_map(|(a, b)| Some(((*a)?, (*b)?)));
    let (mut count, mut sums) = (0_usize, [0.0, 0.0]);
    let mut ends = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    for (a, b) in both() {
        count += 1;
        sums = [sums[0] + a, sums[1] + b];
        for (end, x) in ends.iter_mut().zip([a, b]) {
            *end = [end[0].min(x), end[1].max(x)];
        }
    }
    if count < TOGETHER_OFFERS || ends.iter().any(|[low, high]| ties(*low, *high)) {
        return None;
    }
    let means = sums.map(|sum| sum / count as f64);
    let (mut products, mut squares) = (0.0, [0.0, 0.0]);
    for (a, b) in both() {
        let (a, b) = (a - means[0], b - means[1]);
        products += a * b;
        squares = [squares[0] + a * a, squares[1] + b * b];
    }
    let r = products / (squares[0].sqrt() * squares[1].sqrt());
    r.is_finite().then(|| (r.clamp(-1.0, 1.0), count))
}
