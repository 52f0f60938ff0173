//! Shapes that a curve can be given between its anchors.

use super::curve::{Curve, CurveError};

/// A shape between the anchors, as a function f of the part t of the way from the first anchor (t = 0) to the last.
///
/// The control points are (x₀ + t·(x₁ − x₀), from + f(t)·(to − from)), where `from` and `to` are the curve's lowest and
/// highest y, or the other way round where it falls. So the anchors keep their levels, and the curve its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CurveShape {
    /// f(t) = t.
    Rising,
    /// f(t) = t, from the highest y down to the lowest.
    Falling,
    /// f(t) = 9/8·(1 − 9⁻ᵗ), in four pieces: each further step does less than the one before, the first half of the
    /// way three quarters of all. It is the exponential value function (C. W. Kirkwood 1997, Strategic Decision Making,
    /// Duxbury, ch. 4) with f(½) = ¾.
    Diminishing,
    /// f(t) = (9ᵗ − 1)/8, in four pieces: its mirror image, with f(½) = ¼.
    Increasing,
    /// f = 0 up to t = 0.4, 1 from t = 0.6 on, and straight between.
    Threshold,
    /// Best in the middle, and worst at both anchors: two slopes.
    Target,
}

/// Parts of the way at which curved shapes have control points.
const QUARTERS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Between these parts of the way a threshold is crossed.
const STEP: [f64; 2] = [0.4, 0.6];

impl CurveShape {
    /// All of them, in the order shown.
    pub const ALL: [Self; 6] =
        [Self::Rising, Self::Falling, Self::Diminishing, Self::Increasing, Self::Threshold, Self::Target];

    /// True where it may be the scale of money, which never falls.
    #[must_use]
    pub fn is_for_money(self) -> bool {
        !matches!(self, Self::Falling | Self::Target)
    }

    /// `curve` in this shape, with its anchors' levels, its lowest and highest y, and what it does beyond. A curve that
    /// falls from anchor to anchor gets the shapes that have no direction of their own falling. `high_is_best` says
    /// where a target has its tip. y is rounded to a thousandth of the
    /// power of ten in the range (0.1 for 100 points), so that it can be read.
    ///
    /// # Errors
    /// Anchors so close together that nothing fits between them.
    ///
    /// # Examples
    /// ```
    /// use worthwhile::model::{Curve, CurveShape};
    /// let warranty = Curve::line([0.0, 0.0], [6.0, 100.0]).unwrap();
    /// let curve = CurveShape::Diminishing.shape(&warranty, true).unwrap();
    /// assert_eq!(curve.points(), [[0.0, 0.0], [1.5, 47.5], [3.0, 75.0], [4.5, 90.8], [6.0, 100.0]]);
    /// ```
    pub fn shape(self, curve: &Curve, high_is_best: bool) -> Result<Curve, CurveError> {
        let ends = curve.y_range();
        let (first, last) = curve.anchors();
        let falls = curve.at(last) < curve.at(first);
        let [low, high] = ends;
        let [from, to] = match self {
            Self::Rising => ends,
            Self::Falling => [high, low],
            // From the worst to the best.
            Self::Target => {
                if high_is_best {
                    ends
                } else {
                    [high, low]
                }
            }
            Self::Diminishing | Self::Increasing | Self::Threshold => {
                if falls {
                    [high, low]
                } else {
                    ends
                }
            }
        };
        let rounded = |y: f64| round_within(y, high - low).clamp(low, high);
        let at = |(t, part): (f64, f64)| {
            let x = if t >= 1.0 { last } else { first + t * (last - first) };
            // The ends are exact.
            let is_end = part <= 0.0 || part >= 1.0;
            let y = from + part * (to - from);
            [
                x,
                if part >= 1.0 {
                    to
                } else if is_end {
                    from
                } else {
                    rounded(y)
                },
            ]
        };
        Curve::new(self.parts().into_iter().map(at).collect(), curve.beyond())
    }

    /// (t, f(t)) at every control point.
    fn parts(self) -> Vec<(f64, f64)> {
        let curved = |f: fn(f64) -> f64| QUARTERS.map(|t| (t, f(t))).to_vec();
        match self {
            Self::Rising | Self::Falling => vec![(0.0, 0.0), (1.0, 1.0)],
            Self::Diminishing => curved(|t| 9.0 / 8.0 * (1.0 - 9_f64.powf(-t))),
            Self::Increasing => curved(|t| (9_f64.powf(t) - 1.0) / 8.0),
            Self::Threshold => vec![(0.0, 0.0), (STEP[0], 0.0), (STEP[1], 1.0), (1.0, 1.0)],
            Self::Target => vec![(0.0, 0.0), (0.5, 1.0), (1.0, 0.0)],
        }
    }
}

/// `y` to a thousandth of the power of ten in `span`: 0.1 for 100 points, 1 for 8,000 dollars.
fn round_within(y: f64, span: f64) -> f64 {
    if span <= 0.0 {
        return y;
    }
    let digits = 3.0 - span.log10().floor();
    // A power of ten below 1 is no exact number, its inverse is.
    let power = 10_f64.powf(digits.abs());
    if digits < 0.0 { (y / power).round() * power } else { (y * power).round() / power }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "rounded values are what they say")]
mod tests {
    use super::*;
    use crate::model::Beyond;

    fn shaped(preset: CurveShape, curve: &Curve, high_is_best: bool) -> Vec<[f64; 2]> {
        preset.shape(curve, high_is_best).unwrap().points().to_vec()
    }

    /// By hand: √9 = 3, so f(½) = 9/8·(1 − 1/3) = ¾ and its mirror image (3 − 1)/8 = ¼; ⁴√9 = √3 = 1.7320508, so
    /// f(¼) = 9/8·(1 − 1/1.7320508) = 0.4755 and (1.7320508 − 1)/8 = 0.0915.
    #[test]
    fn shapes_are_as_the_formulas_say() {
        let line = Curve::line([0.0, 0.0], [8.0, 100.0]).unwrap();
        let quarters =
            |ys: [f64; 5]| [0.0, 2.0, 4.0, 6.0, 8.0].iter().zip(ys).map(|(x, y)| [*x, y]).collect::<Vec<_>>();
        assert_eq!(shaped(CurveShape::Rising, &line, true), [[0.0, 0.0], [8.0, 100.0]]);
        assert_eq!(shaped(CurveShape::Falling, &line, true), [[0.0, 100.0], [8.0, 0.0]]);
        assert_eq!(shaped(CurveShape::Diminishing, &line, true), quarters([0.0, 47.5, 75.0, 90.8, 100.0]));
        assert_eq!(shaped(CurveShape::Increasing, &line, true), quarters([0.0, 9.2, 25.0, 52.5, 100.0]));
        assert_eq!(shaped(CurveShape::Threshold, &line, true), [[0.0, 0.0], [3.2, 0.0], [4.8, 100.0], [8.0, 100.0]]);
        assert_eq!(shaped(CurveShape::Target, &line, true), [[0.0, 0.0], [4.0, 100.0], [8.0, 0.0]]);
        assert_eq!(shaped(CurveShape::Target, &line, false), [[0.0, 100.0], [4.0, 0.0], [8.0, 100.0]]);
    }

    #[test]
    fn anchors_range_and_direction_stay() {
        let falling = Curve::new(vec![[10.0, 90.0], [20.0, 15.0], [30.0, 20.0]], Beyond::Flat).unwrap();
        for preset in CurveShape::ALL {
            let curve = preset.shape(&falling, true).unwrap();
            assert_eq!((curve.anchors(), curve.beyond()), ((10.0, 30.0), Beyond::Flat), "{preset:?}");
            assert_eq!(curve.y_range(), [15.0, 90.0], "{preset:?}");
        }
        // 90 − 0.4755·75 = 54.3, to a hundredth: the range is less than 100.
        assert_eq!(shaped(CurveShape::Diminishing, &falling, true)[1], [15.0, 54.34]);
        assert_eq!(shaped(CurveShape::Threshold, &falling, true)[1], [18.0, 90.0]);
    }

    #[test]
    fn money_never_falls() {
        let money = Curve::line([250_000.0, 0.0], [450_000.0, 100.0]).unwrap();
        for preset in CurveShape::ALL.into_iter().filter(|preset| preset.is_for_money()) {
            assert!(preset.shape(&money, false).unwrap().is_non_decreasing(), "{preset:?}");
        }
    }

    #[test]
    fn amounts_of_money_and_flat_or_narrow_curves() {
        let amounts = Curve::line([0.0, -2000.0], [4.0, 6000.0]).unwrap();
        assert_eq!(shaped(CurveShape::Diminishing, &amounts, true)[1], [1.0, 1804.0]);
        // Nothing to work between: it stays flat.
        let flat = Curve::line([0.0, 7.0], [4.0, 7.0]).unwrap();
        assert!(shaped(CurveShape::Target, &flat, true).iter().all(|p| p[1] == 7.0));
        let narrow = Curve::line([1.0, 0.0], [1.0 + 4.0 * f64::EPSILON, 1e-4]).unwrap();
        assert!(CurveShape::Diminishing.shape(&narrow, true).is_ok());
        let narrowest = Curve::line([1.0, 0.0], [1.0 + f64::EPSILON, 1e-4]).unwrap();
        assert!(matches!(CurveShape::Diminishing.shape(&narrowest, true), Err(CurveError::RepeatedLevel(_))));
    }
}
