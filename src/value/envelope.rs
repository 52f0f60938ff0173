//! Who delivers the most, all along the range of a quantity.

use super::rank::{TIE_TOLERANCE, ties};
use super::sweep::{Piece, Sweep};

/// A stretch of a quantity on which the same offers deliver the most.
///
/// Where two stretches meet, the winners of both tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Where it begins; may be −∞.
    pub from: f64,
    /// Where it ends; may be +∞.
    pub to: f64,
    /// Indices of the offers that tie for the most all along it, ascending.
    pub winners: Vec<usize>,
}

/// Who wins where: the upper envelope of the CDV lines, ascending and without gaps from the sweep's least value to its
/// largest. Empty where no offer can be compared.
///
/// Lines are taken by ascending slope and kept while they rise above their neighbours (the convex hull trick), so that
/// the cost is that of sorting them. Where a level varies only its offer and the best of the others can win.
#[must_use]
pub fn envelope(sweep: &Sweep<'_>) -> Vec<Stretch> {
    let offers = sweep.offers();
    envelope_of(&sweep.cdv_pieces(&offers), &offers)
}

/// The same from pieces that are at hand: the CDV lines of `offers`.
#[must_use]
pub fn envelope_of(pieces: &[Piece], offers: &[usize]) -> Vec<Stretch> {
    let mut all: Vec<Stretch> = Vec::new();
    for piece in pieces {
        for mut stretch in on_piece(piece) {
            stretch.winners.iter_mut().for_each(|place| *place = offers[*place]);
            match all.last_mut() {
                Some(last) if last.winners == stretch.winners => last.to = stretch.to,
                _ => all.push(stretch),
            }
        }
    }
    all
}

/// Where `offer` is among the winners, as ascending stretches.
#[must_use]
pub fn wins_of(stretches: &[Stretch], offer: usize) -> Vec<(f64, f64)> {
    let mut wins: Vec<(f64, f64)> = Vec::new();
    for stretch in stretches.iter().filter(|s| s.winners.contains(&offer)) {
        match wins.last_mut() {
            Some(last) if last.1 >= stretch.from => last.1 = stretch.to,
            _ => wins.push((stretch.from, stretch.to)),
        }
    }
    wins
}

/// A line that is on the hull so far, and from where on.
#[derive(Clone, Copy)]
struct Kept {
    line: usize,
    from: f64,
}

/// Winners are places in the lines of the piece.
fn on_piece(piece: &Piece) -> Vec<Stretch> {
    let lines = &piece.lines;
    let y = |line: usize, x: f64| lines[line].y(x);
    let mut by_slope: Vec<usize> = (0..lines.len()).collect();
    by_slope.sort_unstable_by(|&a, &b| {
        let (a, b) = (&lines[a], &lines[b]);
        a.slope.total_cmp(&b.slope).then(b.value.total_cmp(&a.value))
    });
    let tolerance = |y: f64| TIE_TOLERANCE * y.abs().max(1.0);
    let mut hull: Vec<Kept> = Vec::new();
    for line in by_slope {
        // Nothing to win where the last line is ahead at the far end, or just as steep.
        if let Some(top) = hull.last() {
            let reach = y(top.line, piece.to);
            let is_parallel = lines[line].slope <= lines[top.line].slope;
            if is_parallel || piece.to.is_finite() && y(line, piece.to) <= reach + tolerance(reach) {
                continue;
            }
        }
        let mut from = piece.from;
        while let Some(top) = hull.last() {
            from = meet(piece, line, top.line);
            let begin = y(top.line, top.from);
            let is_hidden = top.from.is_finite() && y(line, top.from) >= begin - tolerance(begin);
            if !is_hidden && from > top.from {
                break;
            }
            hull.pop();
            from = piece.from;
        }
        hull.push(Kept { line, from });
    }
    let ends = hull.iter().skip(1).map(|next| next.from).chain([piece.to]);
    let stretch = |(kept, to): (&Kept, f64)| {
        let winners = (0..lines.len()).filter(|&other| ties_along(piece, [kept.line, other], [kept.from, to]));
        Stretch { from: kept.from, to, winners: winners.collect() }
    };
    hull.iter().zip(ends).map(stretch).collect()
}

/// Where two lines of different slope meet.
fn meet(piece: &Piece, a: usize, b: usize) -> f64 {
    let (a, b) = (piece.lines[a], piece.lines[b]);
    a.at - (a.value - b.y(a.at)) / (a.slope - b.slope)
}

/// True where two lines tie at both ends; towards infinity only parallel lines do.
#[expect(clippy::float_cmp, reason = "lines that differ by the least bit part on their way to infinity")]
fn ties_along(piece: &Piece, [a, b]: [usize; 2], ends: [f64; 2]) -> bool {
    let (a, b) = (piece.lines[a], piece.lines[b]);
    ends.iter().all(
        |&x| {
            if x.is_finite() { ties(a.y(x), b.y(x)) } else { a.slope == b.slope && ties(a.value, b.value) }
        },
    )
}
