//! Where a piecewise-linear scale has a value.

use crate::model::{Beyond, Curve};

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

    /// Its lower and upper end.
    #[must_use]
    pub fn ends(self) -> (f64, f64) {
        match self {
            Self::At(x) => (x, x),
            Self::Between { from, to } => (from, to),
        }
    }

    /// The root under an ascending function; what it takes to no number is none.
    pub(super) fn map(self, f: impl Fn(f64) -> f64) -> Option<Self> {
        match self {
            Self::At(x) => Some(Self::At(f(x))).filter(|_| f(x).is_finite()),
            Self::Between { from, to } => {
                Some(Self::Between { from: f(from), to: f(to) }).filter(|_| !f(from).is_nan() && !f(to).is_nan())
            }
        }
    }
}

/// All x ≥ `from` at which `curve` has the value `y`, by ascending x; values within `tolerance` of `y` are `y`.
///
/// A control point at that height is a root itself, so that a crossing and the plateau behind it are one stretch.
#[must_use]
pub fn solve(curve: &Curve, y: f64, from: f64, tolerance: f64) -> Vec<Root> {
    solve_within(curve, y, [from, f64::INFINITY], tolerance)
}

/// [`solve`] from one level to another, either of which may be infinite.
#[must_use]
#[expect(clippy::float_cmp, reason = "only a segment that is level to the last bit stays at `y` for ever")]
pub(super) fn solve_within(curve: &Curve, y: f64, [low, high]: [f64; 2], tolerance: f64) -> Vec<Root> {
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
    within(&roots, [low, high], |end| is_there(curve.at(end)))
}

/// What of ascending roots lies in a range; `touches` tells whether a finite end of it is a root itself, so that one
/// that rounding put just outside counts.
pub(super) fn within(roots: &[Root], [low, high]: [f64; 2], touches: impl Fn(f64) -> bool) -> Vec<Root> {
    let inside = |root: &Root| {
        let (from, to) = root.ends();
        let (from, to) = (from.max(low), to.min(high));
        (from <= to).then_some(if from < to { Root::Between { from, to } } else { Root::At(from) })
    };
    let mut kept: Vec<Root> = roots.iter().filter_map(inside).collect();
    let is_cut_off = |end: f64, outside: bool| outside && touches(end);
    if is_cut_off(low, roots.iter().any(|r| r.ends().1 < low)) && kept.first().is_none_or(|r| r.ends().0 > low) {
        kept.insert(0, Root::At(low));
    }
    if is_cut_off(high, roots.iter().any(|r| r.ends().0 > high)) && kept.last().is_none_or(|r| r.ends().1 < high) {
        kept.push(Root::At(high));
    }
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
