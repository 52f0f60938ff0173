//! Piecewise-linear scales.

use serde::{Deserialize, Serialize};

/// How a curve goes on outside its first and last control point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Beyond {
    /// The end segment goes on straight.
    #[default]
    Straight,
    /// The value of the end point is kept.
    Flat,
}

/// A piecewise-linear function through control points with distinct, ascending x.
///
/// The first and last control points are its *anchors*. They are set by the user and never follow the offers at hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "RawCurve")]
pub struct Curve {
    points: Vec<[f64; 2]>,
    #[serde(default)]
    beyond: Beyond,
}

#[derive(Deserialize)]
struct RawCurve {
    points: Vec<[f64; 2]>,
    #[serde(default)]
    beyond: Beyond,
}

impl TryFrom<RawCurve> for Curve {
    type Error = CurveError;

    fn try_from(raw: RawCurve) -> Result<Self, CurveError> {
        Self::new(raw.points, raw.beyond)
    }
}

/// The rule that a list of control points breaks.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum CurveError {
    /// Fewer than two control points.
    #[error("a scale needs at least two control points")]
    TooFewPoints,
    /// More than [`Curve::MAX_POINTS`].
    #[error("a scale takes at most {max} control points", max = Curve::MAX_POINTS)]
    TooManyPoints,
    /// Two control points at the same level.
    #[error("two control points stand at the same level {0}")]
    RepeatedLevel(f64),
    /// A coordinate that is infinite, not a number, or beyond [`Curve::MAX_ABS`].
    #[error("a control point is not a number in range")]
    NotFinite,
    /// Two control points so close together that the line between them is steeper than [`Curve::MAX_ABS`].
    #[error("two control points are too close together")]
    TooSteep,
}

impl Curve {
    /// Most control points of one curve.
    pub const MAX_POINTS: usize = 100;
    /// Largest coordinate, and steepest slope; keeps every product and sum of the engine finite.
    pub const MAX_ABS: f64 = 1e15;

    /// A curve through `points` (x, y) in any order.
    ///
    /// # Errors
    /// [`CurveError`] with the broken rule.
    pub fn new(mut points: Vec<[f64; 2]>, beyond: Beyond) -> Result<Self, CurveError> {
        if points.len() < 2 {
            return Err(CurveError::TooFewPoints);
        }
        if points.len() > Self::MAX_POINTS {
            return Err(CurveError::TooManyPoints);
        }
        if points.iter().flatten().any(|v| !v.is_finite() || v.abs() > Self::MAX_ABS) {
            return Err(CurveError::NotFinite);
        }
        // `+ 0.0` turns -0.0 into 0.0, which would print as “-0”.
        for value in points.iter_mut().flatten() {
            *value += 0.0;
        }
        points.sort_by(|a, b| a[0].total_cmp(&b[0]));
        if let Some(pair) = points.windows(2).find(|pair| pair[0][0] >= pair[1][0]) {
            return Err(CurveError::RepeatedLevel(pair[0][0]));
        }
        if points.windows(2).any(|pair| is_too_steep(pair[1][1] - pair[0][1], pair[1][0] - pair[0][0])) {
            return Err(CurveError::TooSteep);
        }
        Ok(Self { points, beyond })
    }

    /// The straight line from (x₀, y₀) to (x₁, y₁).
    ///
    /// # Errors
    /// [`CurveError`] where the two points make no line.
    pub fn line(from: [f64; 2], to: [f64; 2]) -> Result<Self, CurveError> {
        Self::new(vec![from, to], Beyond::Straight)
    }

    /// The control points by ascending x.
    #[must_use]
    pub fn points(&self) -> &[[f64; 2]] {
        &self.points
    }

    /// How it goes on outside the anchors.
    #[must_use]
    pub fn beyond(&self) -> Beyond {
        self.beyond
    }

    /// Lowest and highest x of the control points.
    #[must_use]
    pub fn anchors(&self) -> (f64, f64) {
        (self.points[0][0], self.points[self.points.len() - 1][0])
    }

    /// True where `x` lies outside the anchors.
    #[must_use]
    pub fn is_outside(&self, x: f64) -> bool {
        let (low, high) = self.anchors();
        x < low || x > high
    }

    /// The index of the segment that serves `x`: between points `i` and `i + 1`; an end segment outside the anchors.
    #[must_use]
    pub fn segment(&self, x: f64) -> usize {
        let after = self.points.partition_point(|p| p[0] <= x);
        after.saturating_sub(1).min(self.points.len() - 2)
    }

    /// The value at `x`: linear interpolation between control points,
    /// `y₀ + (x − x₀)·(y₁ − y₀)/(x₁ − x₀)`; outside the anchors as [`Beyond`] says.
    ///
    /// ```
    /// use worthwhile::model::Curve;
    /// let warranty = Curve::line([0.0, 0.0], [6.0, 100.0]).unwrap();
    /// assert!((warranty.at(5.0) - 83.333_333_333_333_33).abs() < 1e-12);
    /// assert_eq!(warranty.at(9.0), 150.0);
    /// ```
    #[must_use]
    #[expect(clippy::float_cmp, reason = "only the very end point needs no slope")]
    pub fn at(&self, x: f64) -> f64 {
        let (low, high) = self.anchors();
        let x = match self.beyond {
            Beyond::Straight => x,
            Beyond::Flat => x.clamp(low, high),
        };
        let i = self.segment(x);
        let [[x0, y0], [x1, y1]] = [self.points[i], self.points[i + 1]];
        // The end points are hit exactly, without a rounding error of the slope.
        if x == x1 { y1 } else { y0 + (x - x0) * ((y1 - y0) / (x1 - x0)) }
    }

    /// True where no segment falls.
    #[must_use]
    pub fn is_non_decreasing(&self) -> bool {
        self.points.windows(2).all(|pair| pair[0][1] <= pair[1][1])
    }

    /// True where every y lies in `low..=high`.
    #[must_use]
    pub fn is_within(&self, low: f64, high: f64) -> bool {
        self.points.iter().all(|p| (low..=high).contains(&p[1]))
    }

    /// The same curve with other anchors: cut off, or gone on with as [`Beyond`] says.
    ///
    /// # Errors
    /// [`CurveError`] where `low` is not below `high`, or the points break another rule.
    ///
    /// ```
    /// use worthwhile::model::Curve;
    /// let curve = Curve::line([0.0, 0.0], [10.0, 100.0]).unwrap();
    /// assert_eq!(curve.between(4.0, 12.0).unwrap().points(), [[4.0, 40.0], [12.0, 120.0]]);
    /// ```
    pub fn between(&self, low: f64, high: f64) -> Result<Self, CurveError> {
        if low >= high {
            return Err(CurveError::RepeatedLevel(low));
        }
        let (first, last) = self.anchors();
        // On a straight line that goes on the old end is a point like any other.
        let is_kept = |x: f64| {
            let bends = self.beyond == Beyond::Flat || x > first && x < last;
            x > low && x < high && bends
        };
        let inner = self.points.iter().copied().filter(|p| is_kept(p[0]));
        let ends = [low, high].map(|x| [x, self.at(x)]);
        Self::new(inner.chain(ends).collect(), self.beyond)
    }

    /// The same curve with its lowest point at 0 and its highest at 100, and how much lay between them; unchanged, with
    /// 100, where it is flat all along.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "what reaches both ends stays to the last bit")]
    pub fn spread(&self) -> (Self, f64) {
        let ys = || self.points.iter().map(|p| p[1]);
        let (low, high) = (ys().fold(f64::INFINITY, f64::min), ys().fold(f64::NEG_INFINITY, f64::max));
        let span = high - low;
        let spread = |&[x, y]: &[f64; 2]| [x, ((y - low) / span * 100.0).clamp(0.0, 100.0)];
        if span <= 0.0 || [low, high] == [0.0, 100.0] {
            return (self.clone(), 100.0);
        }
        // Too steep only where the points nearly stood on each other: then it stays.
        Self::new(self.points.iter().map(spread).collect(), self.beyond)
            .map_or_else(|_| (self.clone(), 100.0), |curve| (curve, span))
    }

    /// Lowest and highest y of the control points.
    #[must_use]
    pub fn y_range(&self) -> [f64; 2] {
        self.points.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], p| [low.min(p[1]), high.max(p[1])])
    }

    /// y of the first and of the last control point.
    #[must_use]
    pub fn anchor_ys(&self) -> [f64; 2] {
        [self.points[0][1], self.points[self.points.len() - 1][1]]
    }

    /// The curve with a control point more, on the line at `x`: no level within the anchors gets another value.
    ///
    /// # Errors
    /// [`CurveError`], in particular where there is a control point at `x`.
    pub fn with_point(&self, x: f64) -> Result<Self, CurveError> {
        let mut points = self.points.clone();
        // Between two points and never, by rounding, beyond them.
        let [[_, y0], [_, y1]] = [self.points[self.segment(x)], self.points[self.segment(x) + 1]];
        let y = if self.is_outside(x) { self.at(x) } else { self.at(x).clamp(y0.min(y1), y0.max(y1)) };
        points.push([x, y]);
        Self::new(points, self.beyond)
    }

    /// The curve without the control point of that index; where it is an anchor, its neighbour becomes one.
    ///
    /// # Errors
    /// [`CurveError::TooFewPoints`] where only two are left.
    pub fn without_point(&self, index: usize) -> Result<Self, CurveError> {
        let kept = self.points.iter().enumerate().filter(|(i, _)| *i != index).map(|(_, p)| *p).collect();
        Self::new(kept, self.beyond)
    }

    /// The curve with the control point of that index elsewhere.
    ///
    /// # Errors
    /// [`CurveError`].
    pub fn with_moved(&self, index: usize, to: [f64; 2]) -> Result<Self, CurveError> {
        let moved = self.points.iter().enumerate().map(|(i, p)| if i == index { to } else { *p }).collect();
        Self::new(moved, self.beyond)
    }

    /// The same curve, going on otherwise outside its anchors.
    #[must_use]
    pub fn going_on(self, beyond: Beyond) -> Self {
        Self { beyond, ..self }
    }

    /// The middle of the widest gap between two neighbours: where a further control point has most room.
    #[must_use]
    pub fn widest_gap(&self) -> f64 {
        let widest = self.points.windows(2).max_by(|a, b| (a[1][0] - a[0][0]).total_cmp(&(b[1][0] - b[0][0])));
        widest.map_or(self.points[0][0], |pair| pair[0][0] + (pair[1][0] - pair[0][0]) / 2.0)
    }

    /// The curve with every x multiplied by `factor` (> 0).
    ///
    /// # Errors
    /// [`CurveError`] where the stretched points break a rule.
    pub fn stretched(&self, factor: f64) -> Result<Self, CurveError> {
        Self::new(self.points.iter().map(|[x, y]| [x * factor, *y]).collect(), self.beyond)
    }
}

/// True where a line that rises by `rise` over `run` leaves the numbers that the engine reckons with.
pub(super) fn is_too_steep(rise: f64, run: f64) -> bool {
    let slope = (rise / run).abs();
    !slope.is_finite() || slope > Curve::MAX_ABS
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "control points are what they were made of")]
mod tests {
    use super::*;

    /// R package MCDA, test of `applyPiecewiseLinearValueFunctionsOnPerformanceTable`
    /// (RER / METRO1 / METRO2 / BUS / TAXI example of the UTA literature).
    #[test]
    fn published_piecewise_partial_values() {
        const TOLERANCE: f64 = 1e-12; // stated by the case
        let functions = [
            vec![[30.0, 0.0], [16.0, 0.0], [2.0, 0.0875]],
            vec![[40.0, 0.0], [30.0, 0.0], [20.0, 0.025], [10.0, 0.9]],
            vec![[0.0, 0.0], [1.0, 0.0], [2.0, 0.0125], [3.0, 0.0125]],
        ];
        let levels = [[3.0, 10.0, 1.0], [4.0, 20.0, 2.0], [2.0, 20.0, 0.0], [6.0, 40.0, 0.0], [30.0, 30.0, 3.0]];
        let expected =
            [[0.08125, 0.9, 0.0], [0.075, 0.025, 0.0125], [0.0875, 0.025, 0.0], [0.0625, 0.0, 0.0], [0.0, 0.0, 0.0125]];
        for (row, wanted) in levels.iter().zip(expected) {
            for ((points, x), y) in functions.iter().zip(row).zip(wanted) {
                let curve = Curve::new(points.clone(), Beyond::Straight).unwrap();
                assert!((curve.at(*x) - y).abs() <= TOLERANCE, "at {x}: {} instead of {y}", curve.at(*x));
            }
        }
    }

    #[test]
    fn outside_the_anchors_it_goes_on_straight_or_flat() {
        let points = vec![[0.0, 0.0], [2.0, 80.0], [4.0, 100.0]];
        let straight = Curve::new(points.clone(), Beyond::Straight).unwrap();
        let flat = Curve::new(points, Beyond::Flat).unwrap();
        assert_eq!((straight.at(-1.0), straight.at(6.0)), (-40.0, 120.0));
        assert_eq!((flat.at(-1.0), flat.at(6.0)), (0.0, 100.0));
        assert!(straight.is_outside(4.5) && !straight.is_outside(4.0));
    }

    #[test]
    fn control_points_come_move_and_go() {
        let curve = Curve::new(vec![[0.0, 0.0], [2.0, 80.0], [5.0, 100.0]], Beyond::Straight).unwrap();
        assert_eq!(curve.widest_gap(), 3.5);
        let finer = curve.with_point(3.5).unwrap();
        assert_eq!(finer.points()[2], [3.5, 90.0]);
        for x in [-1.0, 0.3, 2.0, 4.4, 9.0] {
            assert!((finer.at(x) - curve.at(x)).abs() < 1e-12, "nothing changes at {x}");
        }
        assert_eq!(finer.without_point(2), Ok(curve.clone()));
        assert_eq!(curve.with_point(2.0), Err(CurveError::RepeatedLevel(2.0)));
        assert_eq!(curve.with_moved(1, [4.0, 20.0]).unwrap().points()[1], [4.0, 20.0]);
        assert_eq!(curve.with_moved(1, [0.0, 20.0]), Err(CurveError::RepeatedLevel(0.0)));
        assert_eq!(curve.without_point(0).unwrap().anchors(), (2.0, 5.0));
        assert_eq!(Curve::line([0.0, 0.0], [1.0, 1.0]).unwrap().without_point(0), Err(CurveError::TooFewPoints));
        assert_eq!((curve.y_range(), curve.anchor_ys()), ([0.0, 100.0], [0.0, 100.0]));
        assert_eq!(curve.going_on(Beyond::Flat).at(9.0), 100.0);
    }

    #[test]
    fn broken_curves_name_the_rule() {
        assert_eq!(Curve::new(vec![[0.0, 0.0]], Beyond::Flat), Err(CurveError::TooFewPoints));
        assert_eq!(
            Curve::new(vec![[1.0, 0.0], [0.0, 4.0], [1.0, 2.0]], Beyond::Flat),
            Err(CurveError::RepeatedLevel(1.0))
        );
        assert_eq!(Curve::line([0.0, f64::NAN], [1.0, 1.0]), Err(CurveError::NotFinite));
        // 0 · ∞ is not a number: such a curve would have no value at its own control point.
        assert_eq!(Curve::line([0.0, 0.0], [1e-310, 100.0]), Err(CurveError::TooSteep));
        assert_eq!(Curve::line([0.0, 100.0], [1e-14, 0.0]), Err(CurveError::TooSteep));
        let steepest = Curve::line([0.0, 0.0], [1e-13, 100.0]).unwrap();
        assert!(steepest.at(Curve::MAX_ABS).is_finite() && steepest.at(-Curve::MAX_ABS).is_finite());
        assert_eq!(steepest.stretched(1e-2), Err(CurveError::TooSteep));
        assert!(Curve::line([0.0, 7.0], [1e-310, 7.0]).is_ok(), "a level stretch has no slope");
        let hostile = serde_json::from_str::<Curve>(r#"{"points":[[0,0],[0,1]]}"#);
        assert!(hostile.is_err());
    }
}
