//! Where offers tie while one quantity varies: every pair, all along its range.

use multiversion::multiversion;

use super::rank::{TIE_TOLERANCE, ties};
use super::solve::{Root, add};
use super::sweep::{Line, Piece, Sweep};

/// Two offers deliver the same at one value of the quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crossing {
    /// The value of the quantity.
    pub x: f64,
    /// Index of an offer.
    pub a: u32,
    /// Index of the other, which stands behind it in the table.
    pub b: u32,
}

/// Two offers deliver the same all along a stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tied {
    /// Where it begins; may be −∞.
    pub from: f64,
    /// Where it ends; may be +∞.
    pub to: f64,
    /// Index of an offer.
    pub a: u32,
    /// Index of the other, which stands behind it in the table.
    pub b: u32,
}

/// Every tie of every pair of offers.
///
/// A pair that ties without changing its order is no crossing: two offers with equal levels on a criterion tie where it
/// weighs 100 %, and nothing has been overtaken there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crossings {
    /// Where one offer overtakes another. In no particular order.
    pub crossing: Vec<Crossing>,
    /// Where two offers tie at one place and their order is the same on both sides, or the range ends.
    pub touching: Vec<Crossing>,
    /// Where two offers tie along a stretch.
    pub along: Vec<Tied>,
}

impl Crossings {
    /// All ties of all pairs of the offers that can be compared along `sweep`.
    ///
    /// With CDV = u at the lower end and w at the upper, a pair crosses at
    /// `low + (high − low)·Δu / (Δu − Δw)` where Δu and Δw have opposite signs. Where a level varies, only its offer
    /// moves: the others are held against it, piece by piece.
    #[must_use]
    pub fn of(sweep: &Sweep<'_>) -> Self {
        let offers = sweep.offers();
        Self::of_pieces(&sweep.cdv_pieces(&offers), &offers, sweep.moved_offer())
    }

    /// The same from pieces that are at hand: the CDV lines of `offers`, of which only `moved` may bend. Where nobody
    /// bends there is one piece, with two finite ends.
    #[must_use]
    pub fn of_pieces(pieces: &[Piece], offers: &[usize], moved: Option<usize>) -> Self {
        let mut all = Self::default();
        match (moved, pieces) {
            (None, [piece]) => all.of_lines(piece, offers),
            _ => all.of_one(pieces, offers, moved.and_then(|m| offers.iter().position(|&o| o == m))),
        }
        all
    }

    /// All pairs on one piece with two finite ends.
    fn of_lines(&mut self, piece: &Piece, offers: &[usize]) {
        let [from, to] = [piece.from, piece.to];
        let at = |x: f64| -> Vec<f64> { piece.lines.iter().map(|line| line.y(x)).collect() };
        let (u, w) = (at(from), at(to));
        let largest = u.iter().chain(&w).fold(1.0_f64, |most, y| most.max(y.abs()));
        let tolerance = TIE_TOLERANCE * largest;
        let count = u.len();
        let mut parts = vec![0.0; count];
        let names: Vec<u32> = offers.iter().map(|&o| index(o)).collect();
        for i in 0..count {
            let (first, rest) = (i + 1, count - i - 1);
            let parts = &mut parts[..rest];
            if meet([u[i], w[i]], &u[first..], &w[first..], tolerance, parts) {
                // Rare: somebody ties at an end, to be looked at one by one.
                for (part, j) in parts.iter_mut().zip(first..) {
                    let [s0, s1] = [sign(u[i], u[j]), sign(w[i], w[j])];
                    if s0 == 0.0 || s1 == 0.0 {
                        *part = NOWHERE;
                        self.add_ends([from, to], [s0, s1], [names[i], names[j]]);
                    }
                }
            }
            // Written for every pair, kept where they cross: no branch that could be foretold wrongly.
            let start = self.crossing.len();
            self.crossing.resize(start + rest, Crossing { x: 0.0, a: names[i], b: 0 });
            let room = &mut self.crossing[start..];
            let mut kept = 0;
            for (part, &b) in parts.iter().zip(&names[first..]) {
                room[kept] = Crossing { x: from + (to - from) * part, a: names[i], b };
                kept += usize::from(*part > 0.0 && *part < 1.0);
            }
            self.crossing.truncate(start + kept);
        }
    }

    /// A pair that ties at one end of the range, or at both.
    fn add_ends(&mut self, [from, to]: [f64; 2], [s0, s1]: [f64; 2], [a, b]: [u32; 2]) {
        if s0 == 0.0 && s1 == 0.0 {
            self.along.push(Tied { from, to, a, b });
        } else {
            self.touching.push(Crossing { x: if s0 == 0.0 { from } else { to }, a, b });
        }
    }

    /// One offer moves, at the place `moved` of `offers`; nobody does where it cannot be compared.
    fn of_one(&mut self, pieces: &[Piece], offers: &[usize], moved: Option<usize>) {
        let [Some(first), Some(last)] = [pieces.first(), pieces.last()] else { return };
        for (j, line) in first.lines.iter().enumerate().filter(|(j, _)| Some(*j) != moved) {
            for (k, other) in first.lines.iter().enumerate().skip(j + 1).filter(|(k, _)| Some(*k) != moved) {
                if ties(line.value, other.value) {
                    let [a, b] = [index(offers[j]), index(offers[k])];
                    self.along.push(Tied { from: first.from, to: last.to, a, b });
                }
            }
        }
        let Some(m) = moved else { return };
        for j in (0..offers.len()).filter(|&j| j != m) {
            let [a, b] = [offers[m.min(j)], offers[m.max(j)]].map(index);
            for meeting in meetings(pieces, m, j) {
                match (meeting.root, meeting.crosses) {
                    (Root::At(x), true) => self.crossing.push(Crossing { x, a, b }),
                    (Root::At(x), false) => self.touching.push(Crossing { x, a, b }),
                    (Root::Between { from, to }, _) => self.along.push(Tied { from, to, a, b }),
                }
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "offers are numbered with 32 bits")]
fn index(offer: usize) -> u32 {
    offer as u32
}

/// A part that is not between two ends.
const NOWHERE: f64 = -1.0;

/// Where on the way from one end to the other a line meets each of many: strictly between 0 and 1 where they cross.
/// True where somebody may tie at an end.
#[multiversion(targets = "simd")]
fn meet([u0, w0]: [f64; 2], u: &[f64], w: &[f64], tolerance: f64, parts: &mut [f64]) -> bool {
    let mut near = 0_u32;
    for ((part, u), w) in parts.iter_mut().zip(u).zip(w) {
        let (at_low, at_high) = (u0 - u, w0 - w);
        *part = at_low / (at_low - at_high);
        near |= u32::from(at_low.abs() <= tolerance) | u32::from(at_high.abs() <= tolerance);
    }
    near > 0
}

/// 1 where `a` beats `b`, −1 where it is beaten, 0 where they tie.
pub(super) fn sign(a: f64, b: f64) -> f64 {
    if ties(a, b) { 0.0 } else { (a - b).signum() }
}

/// A tie of two offers, and whether one overtakes the other there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meeting {
    pub(super) root: Root,
    pub(super) crosses: bool,
}

/// Every tie of the lines `a` and `b` along pieces that join, ascending.
pub(super) fn meetings(pieces: &[Piece], a: usize, b: usize) -> Vec<Meeting> {
    let mut roots = Vec::new();
    // The signs before the first root, between roots, and behind the last.
    let mut between: Vec<f64> = vec![0.0];
    let touch = |roots: &mut Vec<Root>, between: &mut Vec<f64>, from: f64, to: f64| {
        add(roots, from, to);
        between.resize(roots.len() + 1, 0.0);
    };
    for piece in pieces {
        let (one, other) = (piece.lines[a], piece.lines[b]);
        let [s0, s1] = end_signs(piece, one, other);
        let see = |between: &mut Vec<f64>, s: f64| {
            if let (Some(last), true) = (between.last_mut(), s != 0.0) {
                *last = s;
            }
        };
        see(&mut between, s0);
        if s0 == 0.0 && s1 == 0.0 {
            touch(&mut roots, &mut between, piece.from, piece.to);
        } else if s0 == 0.0 {
            touch(&mut roots, &mut between, piece.from, piece.from);
        } else if s1 == 0.0 {
            touch(&mut roots, &mut between, piece.to, piece.to);
        } else if s0 * s1 < 0.0 {
            let x = one.at - (one.value - other.y(one.at)) / (one.slope - other.slope);
            let x = x.clamp(piece.from, piece.to);
            touch(&mut roots, &mut between, x, x);
        }
        see(&mut between, s1);
    }
    let sides = between.windows(2).map(|pair| pair[0] * pair[1] < 0.0);
    roots.into_iter().zip(sides).map(|(root, crosses)| Meeting { root, crosses }).collect()
}

/// Which of two lines is ahead at each end of a piece; at an end that is infinitely far the slopes tell.
fn end_signs(piece: &Piece, a: Line, b: Line) -> [f64; 2] {
    let steeper = a.slope - b.slope;
    let there = |x: f64| sign(a.y(x), b.y(x));
    let far = |outward: f64| {
        if steeper == 0.0 { there(a.at) } else { outward * steeper.signum() }
    };
    [
        if piece.from.is_finite() { there(piece.from) } else { far(-1.0) },
        if piece.to.is_finite() { there(piece.to) } else { far(1.0) },
    ]
}
