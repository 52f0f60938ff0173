//! Who is on top where, within one cell.
//!
//! For a fixed u every CDV is a line in v, so that the winners from bottom to top are the upper envelope of lines. It
//! stays the same set in the same order until, at some u, a line reaches one of its corners: its ends at v = 0 and at
//! the top (equations linear in u) or a place where two winners meet (quadratic in u). So a stretch of u with one
//! envelope is found exactly from any u in it, and what is left of it and right of it likewise.

use super::surface::{Meeting, Surface};

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// u and v from 0 to 1.
    Square,
    /// u, v ≥ 0 and u + v ≤ 1; every surface is affine.
    Triangle,
}

impl Form {
    /// The largest v at u.
    pub fn top(self, u: f64) -> f64 {
        match self {
            Self::Square => 1.0,
            Self::Triangle => 1.0 - u,
        }
    }

    /// A value at the top as `[constant, slope]` in u.
    fn top_line(self, s: Surface) -> [f64; 2] {
        match self {
            Self::Square => [s.a + s.c, s.b + s.d],
            Self::Triangle => [s.a + s.c, s.b - s.c],
        }
    }
}

/// A stretch of u with the same winners in the same order.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slab {
    pub from: f64,
    pub to: f64,
    /// Places of the winning surfaces from v = 0 upwards.
    pub winners: Vec<usize>,
}

impl Slab {
    /// Where neighbouring winners meet, from v = 0 upwards.
    pub fn meetings<'a>(&'a self, surfaces: &'a [Surface]) -> impl Iterator<Item = Meeting> + 'a {
        self.winners.windows(2).map(|pair| Meeting(surfaces[pair[0]].minus(surfaces[pair[1]])))
    }
}

/// Stretches narrower than this part of a cell are not told from their neighbour: what that does to an area is far
/// below 1e-9.
pub(super) const NARROWEST: f64 = 1e-12;

/// Where in a stretch its envelope is taken: not in the middle, where symmetric comparisons have their triple points.
const SAMPLE: f64 = 0.487_219_3;

/// The stretches of u from 0 to 1, ascending; none without surfaces.
///
/// No two surfaces are the same.
pub(super) fn slabs(surfaces: &[Surface], form: Form) -> Vec<Slab> {
    let mut slabs: Vec<Slab> = Vec::new();
    if surfaces.is_empty() {
        return slabs;
    }
    // From right to left, with the winners where they are known.
    let mut waiting = vec![(0.0, 1.0, None)];
    while let Some((from, to, known)) = waiting.pop() {
        if to - from < NARROWEST {
            if let Some(last) = slabs.last_mut() {
                last.to = to;
            }
        } else if let Some(winners) = known {
            let from = slabs.last().map_or(0.0, |last| last.to);
            push(&mut slabs, Slab { from, to, winners });
        } else {
            let u = from + SAMPLE * (to - from);
            let winners = envelope(surfaces, u, form.top(u));
            let [low, high] = stay(surfaces, form, &winners, u, [from, to]);
            waiting.extend([(high, to, None), (low, high, Some(winners)), (from, low, None)]);
        }
    }
    if let Some(last) = slabs.last_mut() {
        last.to = 1.0;
    }
    slabs
}

/// Adds a stretch; one with the same winners goes on.
fn push(slabs: &mut Vec<Slab>, slab: Slab) {
    match slabs.last_mut() {
        Some(last) if last.winners == slab.winners => last.to = slab.to,
        _ => slabs.push(slab),
    }
}

/// The winners at u from v = 0 to `top`.
pub(super) fn envelope(surfaces: &[Surface], u: f64, top: f64) -> Vec<usize> {
    let lines: Vec<[f64; 2]> = surfaces.iter().map(|s| [s.foot(u), s.rise(u)]).collect();
    let higher = |best: usize, i: usize| if lines[i] > lines[best] { i } else { best };
    let Some(mut now) = (0..lines.len()).reduce(higher) else { return Vec::new() };
    let mut winners = vec![now];
    let mut v = 0.0;
    loop {
        let [foot, rise] = lines[now];
        let mut next: Option<(f64, usize)> = None;
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| line[1] > rise) {
            // Never back: rounding may put a meeting below one that was passed.
            let meets = ((foot - line[0]) / (line[1] - rise)).max(v);
            let is_next = next.is_none_or(|(at, j)| meets < at || (meets <= at && line[1] > lines[j][1]));
            if meets < top && is_next {
                next = Some((meets, i));
            }
        }
        let Some((meets, i)) = next else { return winners };
        // A winner over no length at all is none.
        if meets <= v {
            winners.pop();
        }
        (v, now) = (meets, i);
        winners.push(now);
    }
}

/// The stretch around u, within `bounds`, on which `winners` stay the envelope.
fn stay(surfaces: &[Surface], form: Form, winners: &[usize], u: f64, bounds: [f64; 2]) -> [f64; 2] {
    let mut stretch = Stretch { at: u, bounds };
    let (Some(&bottom), Some(&top)) = (winners.first(), winners.last()) else { return bounds };
    for (i, s) in surfaces.iter().enumerate() {
        if i != bottom {
            let d = s.minus(surfaces[bottom]);
            stretch.cut_line([d.a, d.b]);
        }
        if i != top {
            stretch.cut_line(form.top_line(s.minus(surfaces[top])));
        }
    }
    for pair in winners.windows(2) {
        let base = surfaces[pair[0]];
        let e = surfaces[pair[1]].minus(base);
        for (i, s) in surfaces.iter().enumerate() {
            if i == pair[0] || i == pair[1] {
                continue;
            }
            // (s − base) at the meeting of the pair, times the difference of their slopes.
            let d = s.minus(base);
            stretch.cut_quadratic([
                d.a * e.c - e.a * d.c,
                d.a * e.d + d.b * e.c - e.a * d.d - e.b * d.c,
                d.b * e.d - e.b * d.d,
            ]);
        }
    }
    stretch.bounds
}

/// A stretch around `at` that ends at the nearest roots.
struct Stretch {
    at: f64,
    bounds: [f64; 2],
}

impl Stretch {
    fn cut(&mut self, root: f64) {
        if root <= self.at {
            self.bounds[0] = self.bounds[0].max(root);
        }
        if root >= self.at {
            self.bounds[1] = self.bounds[1].min(root);
        }
    }

    /// Ends the stretch at the root of `c0 + c1·u`.
    fn cut_line(&mut self, [c0, c1]: [f64; 2]) {
        let root = -c0 / c1;
        if root.is_finite() {
            self.cut(root);
        }
    }

    /// Ends the stretch at the roots of `c0 + c1·u + c2·u²`.
    fn cut_quadratic(&mut self, [c0, c1, c2]: [f64; 3]) {
        if c2.abs() <= 1e-14 * c1.abs().max(c0.abs()) {
            self.cut_line([c0, c1]);
            return;
        }
        let discriminant = c1 * c1 - 4.0 * c2 * c0;
        if discriminant < 0.0 {
            return;
        }
        let q = -0.5 * (c1 + discriminant.sqrt().copysign(c1));
        for root in [q / c2, c0 / q] {
            if root.is_finite() {
                self.cut(root);
            }
        }
    }
}
