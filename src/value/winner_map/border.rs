//! Where one winner gives way to another.

use super::surface::Meeting;
use super::{Cell, Form, Frame, WinnerMap};
use crate::value::rank::ties;

/// A piece of a border between two winners, within one cell of the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Border {
    /// Places in [`WinnerMap::winners`]: below and above it, or left and right of an upright one.
    pub winners: [usize; 2],
    /// Where it runs.
    pub path: BorderPath,
}

/// Where a border runs, in units of the axes.
#[derive(Clone, Debug, PartialEq)]
pub enum BorderPath {
    /// A straight line.
    Segment {
        /// One end.
        from: [f64; 2],
        /// The other.
        to: [f64; 2],
    },
    /// An arc of a hyperbola.
    Arc(BorderArc),
}

/// y = −(a + b·x)/(c + d·x) between two x, reckoned from the corner of its cell so that nothing cancels.
#[derive(Clone, Debug, PartialEq)]
pub struct BorderArc {
    frame: Frame,
    meeting: Meeting,
    ends: [f64; 2],
}

impl BorderArc {
    /// y at x.
    #[must_use]
    pub fn y(&self, x: f64) -> f64 {
        let [u, _] = self.frame.to_cell([x, 0.0]);
        self.frame.to_plane([u, self.meeting.v(u)])[1]
    }

    /// Least and largest x.
    #[must_use]
    pub fn range(&self) -> [f64; 2] {
        self.ends.map(|u| self.frame.to_plane([u, 0.0])[0])
    }
}

/// A path that departs from its chord by less than this part of its cell is straight.
const STRAIGHT: f64 = 1e-12;

impl Border {
    /// Both ends.
    #[must_use]
    pub fn ends(&self) -> [[f64; 2]; 2] {
        match &self.path {
            BorderPath::Segment { from, to } => [*from, *to],
            BorderPath::Arc(arc) => arc.ends.map(|u| arc.frame.to_plane([u, arc.meeting.v(u)])),
        }
    }

    /// Points along it, no chord between two of them farther from it than `part` of its cell's height.
    #[must_use]
    pub fn points(&self, part: f64) -> Vec<[f64; 2]> {
        match &self.path {
            BorderPath::Segment { from, to } => vec![*from, *to],
            BorderPath::Arc(arc) => {
                let points = arc.meeting.points(arc.ends[0], arc.ends[1], part);
                points.into_iter().map(|p| arc.frame.to_plane(p)).collect()
            }
        }
    }
}

/// All borders of a map.
pub(super) fn borders(map: &WinnerMap) -> Vec<Border> {
    let mut borders = Vec::new();
    let rows = map.knots[1].len() - 1;
    for (index, cell) in map.cells.iter().enumerate() {
        cell.curves(&mut borders);
        for pair in cell.slabs.windows(2) {
            let at = pair[0].to;
            cell.step(at, &cell.column(&pair[0], at, map.form), &cell.column(&pair[1], at, map.form), &mut borders);
        }
        // The neighbours to the right and above: a border may run along the very edge.
        if let (Some(right), Some(mine)) = (map.cells.get(index + rows), cell.slabs.last())
            && let Some(other) = right.slabs.first()
        {
            let (left, right) = (cell.column(mine, 1.0, map.form), right.column(other, 0.0, map.form));
            cell.step(1.0, &left, &right, &mut borders);
        }
        if (index + 1) % rows != 0
            && let Some(above) = map.cells.get(index + 1)
        {
            cell.ledge(above, &mut borders);
        }
    }
    borders
}

/// Who wins along a line: ends of the stretches, and the map's winner on each.
type Profile = Vec<([f64; 2], usize)>;

/// Stretches on which two profiles have different winners.
fn differences(a: &Profile, b: &Profile) -> Vec<([f64; 2], [usize; 2])> {
    let mut found = Vec::new();
    for ([a0, a1], below) in a {
        for ([b0, b1], above) in b {
            let (from, to) = (a0.max(*b0), a1.min(*b1));
            if below != above && to - from > 1e-6 {
                found.push(([from, to], [*below, *above]));
            }
        }
    }
    found
}

impl Cell {
    /// The borders that are curves over u.
    fn curves(&self, borders: &mut Vec<Border>) {
        // A border that goes on through several slabs is one.
        let mut open: Vec<([usize; 2], [f64; 2])> = Vec::new();
        for slab in &self.slabs {
            let pairs: Vec<[usize; 2]> = slab.winners.windows(2).map(|pair| [pair[0], pair[1]]).collect();
            open.retain(|(pair, stretch)| {
                let goes_on = pairs.contains(pair);
                if !goes_on {
                    self.close(*pair, *stretch, borders);
                }
                goes_on
            });
            for pair in pairs {
                match open.iter_mut().find(|(known, _)| *known == pair) {
                    Some((_, stretch)) => stretch[1] = slab.to,
                    None => open.push((pair, [slab.from, slab.to])),
                }
            }
        }
        for (pair, stretch) in open {
            self.close(pair, stretch, borders);
        }
    }

    fn close(&self, pair: [usize; 2], stretch: [f64; 2], borders: &mut Vec<Border>) {
        let meeting = Meeting(self.surfaces[pair[0]].minus(self.surfaces[pair[1]]));
        let ends = stretch.map(|u| meeting.sound(u, stretch));
        let [from, to] = ends.map(|u| [u, meeting.v(u)]);
        let path = if meeting.bow(from, to) < STRAIGHT {
            BorderPath::Segment { from: self.frame.to_plane(from), to: self.frame.to_plane(to) }
        } else {
            BorderPath::Arc(BorderArc { frame: self.frame, meeting, ends })
        };
        borders.push(Border { winners: pair.map(|i| self.winners[i]), path });
    }

    /// Who wins along v at the end `u` of `slab`, as the slab has it.
    fn column(&self, slab: &super::Slab, u: f64, form: Form) -> Profile {
        let top = form.top(u);
        let mut from = 0.0;
        let mut profile = Vec::with_capacity(slab.winners.len());
        let v = |m: Meeting| m.v(m.sound(u, [slab.from, slab.to])).clamp(0.0, top);
        let ends = slab.meetings(&self.surfaces).map(v).chain([top]);
        for (&winner, to) in slab.winners.iter().zip(ends) {
            profile.push(([from, to], self.winners[winner]));
            from = to;
        }
        profile
    }

    /// The upright borders at u between two profiles.
    fn step(&self, u: f64, left: &Profile, right: &Profile, borders: &mut Vec<Border>) {
        for ([from, to], winners) in differences(left, right) {
            let ends = [[u, from], [u, to]];
            if ends.iter().all(|end| self.is_tie(winners, *end)) {
                let [from, to] = ends.map(|end| self.frame.to_plane(end));
                borders.push(Border { winners, path: BorderPath::Segment { from, to } });
            }
        }
    }

    /// The level borders along the edge to the cell above.
    fn ledge(&self, above: &Self, borders: &mut Vec<Border>) {
        let along = |cell: &Self, of: fn(&[usize]) -> Option<&usize>| -> Profile {
            let one = |slab: &super::Slab| Some(([slab.from, slab.to], cell.winners[*of(&slab.winners)?]));
            cell.slabs.iter().filter_map(one).collect()
        };
        for ([from, to], winners) in differences(&along(self, <[usize]>::last), &along(above, <[usize]>::first)) {
            let ends = [[from, 1.0], [to, 1.0]];
            if ends.iter().all(|end| self.is_tie(winners, *end)) {
                let [from, to] = ends.map(|end| self.frame.to_plane(end));
                borders.push(Border { winners, path: BorderPath::Segment { from, to } });
            }
        }
    }

    /// True where two of the map's winners tie at a place of this cell; those that do not win here are taken for it.
    fn is_tie(&self, winners: [usize; 2], [u, v]: [f64; 2]) -> bool {
        let cdv = |winner| {
            let place = self.winners.iter().position(|w| *w == winner)?;
            Some(self.surfaces[place].at(u, v))
        };
        match winners.map(cdv) {
            [Some(a), Some(b)] => ties(a, b),
            // CDVs are continuous, so that both are on top at the edge.
            _ => true,
        }
    }
}
