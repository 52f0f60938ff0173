//! CDV over one cell of the plane, and where two of them meet.

/// A CDV over a cell: `a + b·u + c·v + d·u·v`, u and v from 0 to 1 across the cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Surface {
    pub a: f64,
    pub b: f64,
    pub c: f64,
    pub d: f64,
}

impl Surface {
    /// The surface through the values at (0, 0), (1, 0), (0, 1) and (1, 1).
    pub fn through([f00, f10, f01, f11]: [f64; 4]) -> Self {
        let largest = [f00, f10, f01, f11].into_iter().fold(0.0, |m: f64, f| m.max(f.abs()));
        let twist = (f11 - f10) - (f01 - f00);
        // What is left of an affine function is rounding.
        let d = if twist.abs() <= 1e-14 * largest { 0.0 } else { twist };
        Self { a: f00, b: f10 - f00, c: f01 - f00, d }
    }

    pub fn minus(self, other: Self) -> Self {
        Self { a: self.a - other.a, b: self.b - other.b, c: self.c - other.c, d: self.d - other.d }
    }

    /// The value at (u, 0).
    pub fn foot(self, u: f64) -> f64 {
        self.a + self.b * u
    }

    /// The slope along v at u.
    pub fn rise(self, u: f64) -> f64 {
        self.c + self.d * u
    }

    pub fn at(self, u: f64, v: f64) -> f64 {
        self.foot(u) + self.rise(u) * v
    }
}

/// Where a difference of two surfaces is 0: `v = −(a + b·u)/(c + d·u)`, a straight line where d = 0, else an arc of a
/// hyperbola.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meeting(pub Surface);

impl Meeting {
    /// v at u; at a pole the limit, where there is one.
    pub fn v(self, u: f64) -> f64 {
        let v = -self.0.foot(u) / self.0.rise(u);
        if v.is_finite() {
            v
        } else if self.0.d == 0.0 {
            0.0
        } else {
            -self.0.b / self.0.d
        }
    }

    /// `u`, drawn a little into the stretch from `from` to `to` where the curve has its pole just there: what is 0/0
    /// at the very place is a number beside it.
    pub fn sound(self, u: f64, [from, to]: [f64; 2]) -> f64 {
        let is_pole = self.0.rise(u).abs() <= 1e-6 * (self.0.c.abs() + self.0.d.abs());
        if is_pole { u + 1e-9 * (f64::midpoint(from, to) - u) } else { u }
    }

    /// ∫ v du from `from` to `to`, in closed form.
    ///
    /// With u = m + h·τ, s = c + d·m and t = d·h/s it is
    /// `−(2h/s) · ((a + b·m)·L − b·h·t·M)`, L = artanh(t)/t, M = (L − 1)/t²; |t| < 1 while no pole lies between.
    pub fn integral(self, from: f64, to: f64) -> f64 {
        let (middle, half) = (f64::midpoint(from, to), 0.5 * (to - from));
        let rise = self.0.rise(middle);
        let part = (self.0.d * half / rise).clamp(-1.0 + 1e-15, 1.0 - 1e-15);
        let (first, second) = log_terms(part);
        -(2.0 * half / rise) * (self.0.foot(middle) * first - self.0.b * half * part * second)
    }

    /// The place between `from` and `to` where the curve is farthest from its chord: where its tangent is parallel.
    fn farthest(self, from: f64, to: f64) -> f64 {
        let (s, e) = (self.0.rise(from), self.0.rise(to));
        let product = s * e;
        // The geometric mean of the distances from the pole.
        let u = (product.sqrt().copysign(s) - self.0.c) / self.0.d;
        if product > 0.0 && u > from && u < to { u } else { f64::midpoint(from, to) }
    }

    /// Points (u, v) of the curve from `from` to `to`, so dense that no chord is farther than `tolerance` from it in v.
    pub fn points(self, from: f64, to: f64, tolerance: f64) -> Vec<[f64; 2]> {
        let point = |u| [u, self.v(u)];
        let mut points = vec![point(from)];
        self.refine(point(from), point(to), tolerance, DEPTH, &mut points);
        points
    }

    fn refine(self, start: [f64; 2], end: [f64; 2], tolerance: f64, depth: u32, points: &mut Vec<[f64; 2]>) {
        if depth > 0 && self.bow(start, end) > tolerance {
            let u = self.farthest(start[0], end[0]);
            let middle = [u, self.v(u)];
            self.refine(start, middle, tolerance, depth - 1, points);
            self.refine(middle, end, tolerance, depth - 1, points);
        } else {
            points.push(end);
        }
    }

    /// How far the curve bows away from the chord between two of its points, in v.
    pub fn bow(self, start: [f64; 2], end: [f64; 2]) -> f64 {
        if self.0.d == 0.0 || end[0] <= start[0] {
            return 0.0;
        }
        let u = self.farthest(start[0], end[0]);
        let chord = start[1] + (end[1] - start[1]) * (u - start[0]) / (end[0] - start[0]);
        (self.v(u) - chord).abs()
    }
}

/// Halvings of an arc for drawing: each divides the bow by about 4.
const DEPTH: u32 = 10;

/// L = artanh(t)/t and M = (L − 1)/t²; by their series where t is small and the differences would cancel.
fn log_terms(t: f64) -> (f64, f64) {
    let square = t * t;
    if square < 0.04 {
        // M = Σ t²ᵏ/(2k + 3); 0.04¹² < 1e-16.
        let m = (0..12_u32).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 3));
        (1.0 + square * m, m)
    } else {
        let l = t.atanh() / t;
        (l, (l - 1.0) / square)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ∫ v by 200,000 midpoints.
    fn counted(meeting: Meeting, from: f64, to: f64) -> f64 {
        let n = 200_000;
        let step = (to - from) / f64::from(n);
        (0..n).map(|i| meeting.v(from + (f64::from(i) + 0.5) * step) * step).sum()
    }

    #[test]
    fn the_closed_integral_is_the_counted_one() {
        for d in [0.0, 1e-12, 1e-3, 0.3, 0.9, -0.9, 5.0, 40.0] {
            let meeting = Meeting(Surface { a: -0.3, b: -0.2, c: 1.0, d });
            let to = if d < -0.5 { 0.9 } else { 1.0 };
            let (closed, counted) = (meeting.integral(0.1, to), counted(meeting, 0.1, to));
            assert!((closed - counted).abs() < 1e-9, "d = {d}: {closed} instead of {counted}");
        }
    }

    #[test]
    fn a_curve_that_is_level_up_to_its_pole_has_the_area_below_it() {
        // (u − 1)·(v − 0.4) = 0.4 − 0.4·u − v + u·v
        let meeting = Meeting(Surface { a: 0.4, b: -0.4, c: -1.0, d: 1.0 });
        assert!((meeting.integral(0.0, 1.0) - 0.4).abs() < 1e-12);
        assert!((meeting.v(1.0) - 0.4).abs() < 1e-12);
    }

    #[test]
    fn drawn_arcs_keep_to_the_curve() {
        let meeting = Meeting(Surface { a: -0.01, b: 0.0, c: 0.001, d: 1.0 });
        let points = meeting.points(0.01, 1.0, 1e-4);
        assert!(points.len() > 5 && points.len() < 200, "{}", points.len());
        for pair in points.windows(2) {
            assert!(meeting.bow(pair[0], pair[1]) <= 1e-4);
        }
    }
}
