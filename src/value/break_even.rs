//! At which price two offers deliver the same.

use super::compile::{Compiled, Weighting};
use super::rank::TIE_TOLERANCE;
use crate::model::{Account, Beyond, Comparison, Curve, Leaf, Segment};

/// A place, or a stretch, where a condition holds. `to` may be +∞.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Root {
    /// At one level.
    At(f64),
    /// At every level between two ends, which belong to it.
    Between {
        /// Lower end.
        from: f64,
        /// Upper end, +∞ where it never ends.
        to: f64,
    },
}

impl Root {
    /// The member of this root that is nearest to `x`.
    #[must_use]
    pub fn nearest(self, x: f64) -> f64 {
        match self {
            Self::At(at) => at,
            Self::Between { from, to } => x.clamp(from, to),
        }
    }

    fn map(self, f: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::At(x) => Self::At(f(x)),
            Self::Between { from, to } => Self::Between { from: f(from), to: f(to) },
        }
    }
}

/// All x ≥ `from` at which `curve` has the value `y`, by ascending x; values within `tolerance` of `y` are `y`.
///
/// A control point at that height is a root itself, so that a crossing and the plateau behind it are one stretch.
#[must_use]
#[expect(clippy::float_cmp, reason = "only a segment that is level to the last bit stays at `y` for ever")]
pub fn solve(curve: &Curve, y: f64, from: f64, tolerance: f64) -> Vec<Root> {
    let points = curve.points();
    let last = points.len() - 2;
    let is_there = |value: f64| (value - y).abs() <= tolerance;
    let (first_x, last_x) = curve.anchors();
    let goes_on = curve.beyond() == Beyond::Straight;
    let mut roots: Vec<Root> = Vec::new();
    if !goes_on && is_there(points[0][1]) {
        add(&mut roots, f64::NEG_INFINITY, first_x);
    }
    for (i, pair) in points.windows(2).enumerate() {
        let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
        let endless = |end: usize| goes_on && i == end;
        match (is_there(y0), is_there(y1)) {
            (true, true) => {
                let is_level = y0 == y1;
                let low = if is_level && endless(0) { f64::NEG_INFINITY } else { x0 };
                add(&mut roots, low, if is_level && endless(last) { f64::INFINITY } else { x1 });
            }
            (true, false) => add(&mut roots, x0, x0),
            (false, true) => add(&mut roots, x1, x1),
            (false, false) => {
                // Where along the segment: 0…1 between its ends.
                let part = (y - y0) / (y1 - y0);
                if (part > 0.0 || endless(0)) && (part < 1.0 || endless(last)) && part.is_finite() {
                    let x = x0 + part * (x1 - x0);
                    add(&mut roots, x, x);
                }
            }
        }
    }
    if !goes_on && is_there(points[last + 1][1]) {
        add(&mut roots, last_x, f64::INFINITY);
    }
    // A root that rounding put just below `from` counts where the curve is at `y` there.
    let touches = is_there(curve.at(from));
    let mut kept: Vec<Root> = roots.into_iter().filter_map(|root| cut_below(root, from, touches)).collect();
    kept.dedup();
    kept
}

/// Adds a stretch, joined with the last one where they touch.
pub(super) fn add(roots: &mut Vec<Root>, from: f64, to: f64) {
    let start = match roots.last() {
        Some(Root::At(x)) if *x >= from => Some(*x),
        Some(Root::Between { from: start, to: end }) if *end >= from => Some(*start),
        _ => None,
    };
    let from = start.map_or(from, |start| {
        roots.pop();
        start
    });
    roots.push(if from < to { Root::Between { from, to } } else { Root::At(to) });
}

/// What of a root is at or above `least`; `touches` where `least` itself is one.
fn cut_below(root: Root, least: f64, touches: bool) -> Option<Root> {
    let (Root::At(end) | Root::Between { to: end, .. }) = root;
    match root {
        _ if end < least => touches.then_some(Root::At(least)),
        Root::Between { to, .. } if to <= least => Some(Root::At(least)),
        Root::Between { from, to } => Some(Root::Between { from: from.max(least), to }),
        Root::At(_) => Some(root),
    }
}

/// Every price ≥ 0 of offer `ours` (an index) at which it delivers as much as `rival`, all else as it is, in units of
/// currency, nearest to today's price first.
///
/// Points account: the roots p of `λ·g·c(rest + p) = TCV_a − λ·(TCC_a − g·c(today)) − CDV_b`, exact on the
/// piecewise-linear money scale c. Money account: the price counts at face value, so there is one root at most.
/// Empty where no price does it. `None` where the comparison has no price or one of the two offers is incomplete.
#[must_use]
pub fn break_even_price(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    ours: usize,
    rival: usize,
) -> Option<Vec<Root>> {
    let weighting = Weighting::of(segment, compiled);
    let is_incomplete = |offer| compiled.gaps(&weighting, offer).next().is_some();
    let today = comparison.price_units(comparison.offers.get(ours)?)?;
    if is_incomplete(ours) || is_incomplete(rival) || ours == rival {
        return None;
    }
    let leaf = compiled.index_of(Leaf::Ownership)?;
    let cdv = |offer| (0..compiled.leaves().len()).map(|l| compiled.contribution(&weighting, l, offer)).sum::<f64>();
    let rival_cdv = cdv(rival);
    // What the money leaf of `ours` would have to take away for a tie.
    let burden = cdv(ours) - compiled.contribution(&weighting, leaf, ours) - rival_cdv;
    let tolerance = TIE_TOLERANCE * rival_cdv.abs().max(1.0);
    let currency = comparison.header.currency;
    let scale = weighting.cost_emphasis * weighting.coefficients[leaf];
    let total_today = comparison.ownership_cost(&comparison.offers[ours])?;
    let rest = currency.units(total_today) - today;
    let mut roots = match comparison.header.account {
        Account::Money => {
            let price = burden / scale - rest;
            cut_below(Root::At(price), 0.0, price >= -tolerance).into_iter().collect()
        }
        Account::Points if scale <= 0.0 => {
            let always = Root::Between { from: 0.0, to: f64::INFINITY };
            if burden.abs() <= tolerance { vec![always] } else { Vec::new() }
        }
        Account::Points => {
            let minor_per_unit = 1.0 / currency.units(1.0);
            let rest_minor = rest * minor_per_unit;
            solve(&comparison.header.ownership.curve, burden / scale, rest_minor, tolerance / scale)
                .into_iter()
                .map(|root| root.map(|minor| currency.units(minor - rest_minor)))
                .collect()
        }
    };
    roots.sort_by(|a, b| (a.nearest(today) - today).abs().total_cmp(&(b.nearest(today) - today).abs()));
    Some(roots)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: &[[f64; 2]], beyond: Beyond) -> Curve {
        Curve::new(points.to_vec(), beyond).unwrap()
    }

    #[test]
    fn a_hill_is_met_twice() {
        let hill = curve(&[[0.0, 0.0], [4.0, 100.0], [8.0, 0.0]], Beyond::Straight);
        assert_eq!(solve(&hill, 50.0, 0.0, 1e-9), [Root::At(2.0), Root::At(6.0)]);
        assert_eq!(solve(&hill, 100.0, 0.0, 1e-9), [Root::At(4.0)]);
        assert_eq!(solve(&hill, 101.0, 0.0, 1e-9), []);
        assert_eq!(solve(&hill, -25.0, 0.0, 1e-9), [Root::At(9.0)]);
    }

    #[test]
    fn a_plateau_is_a_range() {
        let plateau = curve(&[[0.0, 0.0], [2.0, 50.0], [5.0, 50.0], [9.0, 100.0]], Beyond::Flat);
        assert_eq!(solve(&plateau, 50.0, 0.0, 1e-9), [Root::Between { from: 2.0, to: 5.0 }]);
        assert_eq!(solve(&plateau, 50.0, 3.0, 1e-9), [Root::Between { from: 3.0, to: 5.0 }]);
        assert_eq!(solve(&plateau, 100.0, 0.0, 1e-9), [Root::Between { from: 9.0, to: f64::INFINITY }]);
        assert_eq!(solve(&plateau, 0.0, 0.0, 1e-9), [Root::At(0.0)]);
    }
}
