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

#[cfg(test)]
mod tests {
    use super::*;

    /// Rounding of a handful of operations.
    const ROUNDING: f64 = 1e-12;

    #[test]
    fn pearsons_r_by_hand() {
        let some = |xs: &[f64]| xs.iter().map(|x| Some(*x)).collect::<Vec<_>>();
        let (one, other) = (some(&[1.0, 2.0, 3.0, 5.0]), some(&[1.0, 3.0, 2.0, 5.0]));
        // Means 2.75; Σ of products 3.0625 − 0.1875 − 0.1875 + 5.0625, of squares 8.75 each.
        let (r, count) = correlation(&one, &other).unwrap();
        assert!((r - 7.75 / 8.75).abs() < ROUNDING && count == 4, "{r}");
        assert_eq!(correlation(&one[..3], &other[..3]), None, "three offers are too few");
        assert_eq!(correlation(&one, &some(&[2.0; 4])), None, "what does not vary moves with nothing");
        let with_gap = [one.clone(), vec![Some(9.0)]].concat();
        assert_eq!(correlation(&with_gap, &[other, vec![None]].concat()), Some((r, 4)), "a gap is left out");
    }

    /// With four offers the r of unrelated numbers is spread evenly over −1…1: P(r ≥ x) = (1 − x)/2.
    #[test]
    fn chance_is_bounded_from_above() {
        for x in [0.5, 0.9, 0.99] {
            let exact = (1.0 - x) / 2.0;
            let bound = chance(x, 4, 1);
            assert!(bound >= exact && bound <= 2.0 * exact, "{bound} for {exact}");
        }
        assert!(chance(0.998, 4, 36) > CHANCE && chance(0.9987, 4, 36) < CHANCE);
        assert!(chance(TOGETHER, 10, 36) < CHANCE, "with ten offers the threshold alone counts");
    }
}
