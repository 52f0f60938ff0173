//! Mid-value questions: a curve from the levels that a person calls half the way, and half of each half.
//!
//! The bisection method, or midvalue splitting (R. L. Keeney and H. Raiffa 1976, Decisions with Multiple Objectives,
//! Wiley, §3.4.6; D. von Winterfeldt and W. Edwards 1986, Decision Analysis and Behavioral Research, ch. 7): the level
//! x½ for which the step from the one anchor to x½ is worth as much as the step from x½ to the other; then the same
//! within each half.

use super::curve::{Curve, CurveError};

/// Which part of the way from the first anchor's y to the last's a level is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MidValue {
    /// ½.
    #[default]
    Half,
    /// ¼.
    Quarter,
    /// ¾.
    ThreeQuarters,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum MidValueError {
    /// Both anchors have the same y, so nothing lies halfway between them.
    #[error("both anchors give the same: there is no half of nothing")]
    NoStep,
    /// The half has to be known first.
    #[error("answer for the half first")]
    HalfFirst,
    /// The answer does not lie between the levels that were asked about.
    #[error("the answer must lie between {0} and {1}")]
    Outside(f64, f64),
    /// The control points that it makes break a rule.
    #[error(transparent)]
    Curve(#[from] CurveError),
}

/// How a curve bends over a stretch, by its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bend {
    /// The half lies nearer to where it began: each further step does less.
    Diminishing,
    /// In the middle.
    Straight,
    /// Nearer to the end: each further step does more.
    Increasing,
}

/// A y is the one of a question where it differs by no more than this part of the whole way.
const SAME: f64 = 1e-9;

impl MidValue {
    /// In the order asked.
    pub const ALL: [Self; 3] = [Self::Half, Self::Quarter, Self::ThreeQuarters];

    /// The part of the way.
    #[must_use]
    pub fn part(self) -> f64 {
        match self {
            Self::Half => 0.5,
            Self::Quarter => 0.25,
            Self::ThreeQuarters => 0.75,
        }
    }

    /// The y that is asked about: first anchor's + part · (last's − first's); `None` where they are equal.
    #[must_use]
    pub fn y(self, curve: &Curve) -> Option<f64> {
        let [from, to] = curve.anchor_ys();
        (from - to).abs().is_normal().then(|| from + self.part() * (to - from))
    }

    /// The two levels between which the answer lies: the anchors, or an anchor and the answer for the half.
    ///
    /// # Errors
    /// [`MidValueError::NoStep`], and [`MidValueError::HalfFirst`] for a quarter.
    pub fn between(self, curve: &Curve) -> Result<[f64; 2], MidValueError> {
        let (first, last) = curve.anchors();
        if self.y(curve).is_none() {
            return Err(MidValueError::NoStep);
        }
        let half = || Self::Half.answered(curve).ok_or(MidValueError::HalfFirst);
        Ok(match self {
            Self::Half => [first, last],
            Self::Quarter => [first, half()?],
            Self::ThreeQuarters => [half()?, last],
        })
    }

    /// The level of the control point at this part of the way; `None` where there is none.
    #[must_use]
    pub fn answered(self, curve: &Curve) -> Option<f64> {
        let y = self.y(curve)?;
        let is_it = |p: &&[f64; 2]| is_same(curve, p[1], y);
        inner(curve).iter().find(is_it).map(|p| p[0])
    }

    /// The curve with `level` at this part of the way.
    ///
    /// One control point is added or moved; those that contradict it (further along with less of the way, or the other
    /// way round) go, all others stay.
    ///
    /// # Errors
    /// [`MidValueError`].
    ///
    /// # Examples
    /// ```
    /// use worthwhile::model::{Curve, MidValue};
    /// let warranty = Curve::line([0.0, 0.0], [6.0, 100.0]).unwrap();
    /// let asked = MidValue::Half.answer(&warranty, 2.0).unwrap();
    /// assert_eq!(asked.points(), [[0.0, 0.0], [2.0, 50.0], [6.0, 100.0]]);
    /// ```
    pub fn answer(self, curve: &Curve, level: f64) -> Result<Curve, MidValueError> {
        let [low, high] = self.between(curve)?;
        let y = self.y(curve).ok_or(MidValueError::NoStep)?;
        if !(low < level && level < high) {
            return Err(MidValueError::Outside(low, high));
        }
        let [from, to] = curve.anchor_ys();
        let rises = to > from;
        let agrees = |p: &&[f64; 2]| {
            let is_before = if rises { p[1] < y } else { p[1] > y };
            !is_same(curve, p[1], y) && p[0].total_cmp(&level).is_ne() && (p[0] < level) == is_before
        };
        let points = curve.points();
        let ends = [points[0], points[points.len() - 1]];
        let kept = inner(curve).iter().filter(agrees).copied();
        Ok(Curve::new(ends.into_iter().chain(kept).chain([[level, y]]).collect(), curve.beyond())?)
    }

    /// How the answer bends the stretch that was asked about: by whether it lies before or behind its middle.
    #[must_use]
    pub fn bend(self, curve: &Curve) -> Option<Bend> {
        let [low, high] = self.between(curve).ok()?;
        let part = (self.answered(curve)? - low) / (high - low);
        Some(match part {
            part if part < 0.5 - SAME => Bend::Diminishing,
            part if part > 0.5 + SAME => Bend::Increasing,
            _ => Bend::Straight,
        })
    }
}

/// True where all three are answered, and the one half bends the other way than the other.
///
/// That may be meant (a curve like an S), but is often a slip: it is asked again.
#[must_use]
pub fn bends_both_ways(curve: &Curve) -> bool {
    let bends = [MidValue::Quarter, MidValue::ThreeQuarters].map(|question| question.bend(curve));
    bends.contains(&Some(Bend::Diminishing)) && bends.contains(&Some(Bend::Increasing))
}

fn inner(curve: &Curve) -> &[[f64; 2]] {
    &curve.points()[1..curve.points().len() - 1]
}

fn is_same(curve: &Curve, a: f64, b: f64) -> bool {
    let [from, to] = curve.anchor_ys();
    (a - b).abs() <= SAME * (to - from).abs()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "halves and quarters are exact")]
mod tests {
    use super::*;
    use crate::model::Beyond;

    fn warranty() -> Curve {
        Curve::line([0.0, 0.0], [6.0, 100.0]).unwrap()
    }

    #[test]
    fn three_answers_make_five_points() {
        let half = MidValue::Half.answer(&warranty(), 2.0).unwrap();
        assert_eq!(MidValue::Quarter.between(&half), Ok([0.0, 2.0]));
        assert_eq!(MidValue::ThreeQuarters.between(&half), Ok([2.0, 6.0]));
        let quarter = MidValue::Quarter.answer(&half, 0.75).unwrap();
        let all = MidValue::ThreeQuarters.answer(&quarter, 3.5).unwrap();
        assert_eq!(all.points(), [[0.0, 0.0], [0.75, 25.0], [2.0, 50.0], [3.5, 75.0], [6.0, 100.0]]);
        assert_eq!(MidValue::ALL.map(|q| q.answered(&all)), [Some(2.0), Some(0.75), Some(3.5)]);
        // 2 < 3, 0.75 < 1 and 3.5 < 4: bent the same way everywhere.
        assert_eq!(MidValue::ALL.map(|q| q.bend(&all)), [Some(Bend::Diminishing); 3]);
        assert!(!bends_both_ways(&all));
        let moved = MidValue::Quarter.answer(&all, 1.5).unwrap();
        assert_eq!(moved.points()[1], [1.5, 25.0]);
        assert!(bends_both_ways(&moved), "increasing below the half, diminishing above it");
        let back = MidValue::Quarter.answer(&moved, 0.5).unwrap();
        assert_eq!(back.points()[1..3], [[0.5, 25.0], [2.0, 50.0]], "moved, not added, in either direction");
    }

    #[test]
    fn an_answer_takes_out_what_contradicts_it_and_nothing_else() {
        let points = vec![[0.0, 0.0], [1.5, 47.5], [3.0, 75.0], [4.5, 90.8], [6.0, 100.0]];
        let curve = Curve::new(points, Beyond::Flat).unwrap();
        let late = MidValue::Half.answer(&curve, 4.0).unwrap();
        assert_eq!(late.points(), [[0.0, 0.0], [1.5, 47.5], [4.0, 50.0], [4.5, 90.8], [6.0, 100.0]]);
        let early = MidValue::Half.answer(&curve, 1.0).unwrap();
        assert_eq!(early.points(), [[0.0, 0.0], [1.0, 50.0], [3.0, 75.0], [4.5, 90.8], [6.0, 100.0]]);
        assert_eq!(early.beyond(), Beyond::Flat);
        // 75 is three quarters already: asking for it finds the answer.
        assert_eq!(MidValue::ThreeQuarters.answered(&early), Some(3.0));
    }

    #[test]
    fn falling_curves_and_amounts_are_asked_about_alike() {
        let falling = Curve::line([10.0, 4000.0], [50.0, -1000.0]).unwrap();
        assert_eq!(MidValue::Quarter.y(&falling), Some(2750.0));
        let half = MidValue::Half.answer(&falling, 20.0).unwrap();
        assert_eq!(half.points()[1], [20.0, 1500.0]);
        let all = MidValue::Quarter.answer(&half, 12.0).unwrap();
        assert_eq!(all.points()[1], [12.0, 2750.0]);
    }

    #[test]
    fn what_cannot_be_asked_or_answered_says_why() {
        let target = Curve::new(vec![[0.0, 0.0], [3.0, 100.0], [6.0, 0.0]], Beyond::Flat).unwrap();
        assert_eq!(MidValue::Half.between(&target), Err(MidValueError::NoStep));
        assert_eq!(MidValue::Quarter.between(&warranty()), Err(MidValueError::HalfFirst));
        for wrong in [0.0, 6.0, -1.0, 7.0, f64::NAN] {
            assert_eq!(MidValue::Half.answer(&warranty(), wrong), Err(MidValueError::Outside(0.0, 6.0)), "{wrong}");
        }
        let half = MidValue::Half.answer(&warranty(), 2.0).unwrap();
        assert_eq!(MidValue::ThreeQuarters.answer(&half, 1.0), Err(MidValueError::Outside(2.0, 6.0)));
        let hair = MidValue::Half.answer(&warranty(), 1e-14);
        assert_eq!(hair, Err(MidValueError::Curve(CurveError::TooSteep)));
    }
}
