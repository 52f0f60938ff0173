//! Who wins where, while two quantities vary: the plane divided among its winners.
//!
//! The plane is cut where the scale of a level that varies bends. On each cell every CDV is `a + b·x + c·y + d·x·y`
//! exactly: affine for two weights of one set and for everything that stands on different sides or leaves, bilinear
//! where one quantity multiplies the other (a dimension's weight and that of a leaf in it, weight and price, λ and
//! cost). So borders are straight lines or arcs of hyperbolas, and areas have closed forms.

mod border;
mod choice;
mod envelope;
mod plane;
mod shape;
mod surface;

pub use border::{Border, BorderArc, BorderPath};
pub use choice::plane_choice;
pub use plane::{NoPlane, Plane, PlaneAxis, plane_quantities};
pub use shape::Patch;

use super::rank::ties;
use envelope::{Form, Slab};
use surface::Surface;

/// Offers that win a part of the plane: one, or several that tie all over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Winner {
    /// Indices of offers, ascending.
    pub offers: Vec<usize>,
    /// Their part of the plane's area, 0…1.
    pub share: f64,
}

/// A plane divided among its winners.
///
/// Areas are exact but for rounding and for slivers narrower than 1e-12 of a cell, which go to their neighbour: far
/// below 1e-9 of the plane.
#[derive(Clone, Debug)]
pub struct WinnerMap {
    axes: [PlaneAxis; 2],
    form: Form,
    winners: Vec<Winner>,
    borders: Vec<Border>,
    knots: [Vec<f64>; 2],
    /// Column by column, from low to high.
    cells: Vec<Cell>,
}

/// A part of the plane on which every CDV is bilinear.
#[derive(Clone, Debug)]
struct Cell {
    /// Low ends and lengths of its sides.
    frame: Frame,
    /// Of those that win somewhere here, or might.
    surfaces: Vec<Surface>,
    /// By surface: which of the map's winners it is.
    winners: Vec<usize>,
    slabs: Vec<Slab>,
}

/// Where a cell lies.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Frame {
    low: [f64; 2],
    length: [f64; 2],
}

impl Frame {
    fn to_plane(self, [u, v]: [f64; 2]) -> [f64; 2] {
        [self.low[0] + u * self.length[0], self.low[1] + v * self.length[1]]
    }

    fn to_cell(self, [x, y]: [f64; 2]) -> [f64; 2] {
        [(x - self.low[0]) / self.length[0], (y - self.low[1]) / self.length[1]]
    }
}

impl Plane<'_> {
    /// Divides the plane among its winners; `None` where `keep_going`, which is told the part that is done, says no.
    #[must_use]
    pub fn winner_map(&self, keep_going: &dyn Fn(f64) -> bool) -> Option<WinnerMap> {
        let knots = self.knots();
        let form = if self.is_triangle() { Form::Triangle } else { Form::Square };
        let mut map = WinnerMap {
            axes: *self.axes(),
            form,
            winners: Vec::new(),
            borders: Vec::new(),
            cells: Vec::new(),
            knots: knots.clone(),
        };
        let columns = knots[0].len() - 1;
        for (column, xs) in knots[0].windows(2).enumerate() {
            for ys in knots[1].windows(2) {
                #[expect(clippy::cast_precision_loss, reason = "a hundred columns")]
                let done = column as f64 / columns as f64;
                if !keep_going(done) {
                    return None;
                }
                let surfaces = self.surfaces([xs[0], xs[1]], [ys[0], ys[1]]);
                let frame = Frame { low: [xs[0], ys[0]], length: [xs[1] - xs[0], ys[1] - ys[0]] };
                map.add_cell(frame, self.offers(), &surfaces);
            }
        }
        map.borders = border::borders(&map);
        Some(map)
    }
}

impl WinnerMap {
    fn add_cell(&mut self, frame: Frame, offers: &[usize], surfaces: &[Surface]) {
        let groups = contenders(surfaces, self.form);
        let kept: Vec<Surface> = groups.iter().map(|group| surfaces[group[0]]).collect();
        let slabs = envelope::slabs(&kept, self.form);
        let mut cell = Cell { frame, winners: Vec::with_capacity(kept.len()), surfaces: kept, slabs };
        let plane = self.axes[0].length() * self.axes[1].length();
        let part = frame.length[0] * frame.length[1] / plane;
        let areas = cell.areas(self.form);
        // What is on top along a line at most, but for rounding, wins nothing and borders on nothing.
        for slab in &mut cell.slabs {
            slab.winners.retain(|&surface| areas[surface] > envelope::NARROWEST);
        }
        cell.slabs.retain(|slab| !slab.winners.is_empty());
        for (group, area) in groups.into_iter().zip(cell.areas(self.form)) {
            let mut members: Vec<usize> = group.into_iter().map(|i| offers[i]).collect();
            members.sort_unstable();
            let index = self.winner_index(members, area > 0.0);
            if let Some(winner) = self.winners.get_mut(index) {
                // The triangle is half of its cell.
                winner.share += area * part * if self.form == Form::Triangle { 2.0 } else { 1.0 };
            }
            cell.winners.push(index);
        }
        self.cells.push(cell);
    }

    /// The place of a winner, which is added where it is new and wins anything.
    fn winner_index(&mut self, offers: Vec<usize>, wins: bool) -> usize {
        if let Some(index) = self.winners.iter().position(|w| w.offers == offers) {
            index
        } else if wins {
            self.winners.push(Winner { offers, share: 0.0 });
            self.winners.len() - 1
        } else {
            usize::MAX
        }
    }

    /// Both sides of the plane.
    #[must_use]
    pub fn axes(&self) -> &[PlaneAxis; 2] {
        &self.axes
    }

    /// True where the plane is the triangle below x + y = the common end of both sides.
    #[must_use]
    pub fn is_triangle(&self) -> bool {
        self.form == Form::Triangle
    }

    /// Who wins some of the plane, and how much; the shares sum to 1, unless there is no complete offer.
    ///
    /// Offers that tie all over a region win it together and are listed as one winner.
    #[must_use]
    pub fn winners(&self) -> &[Winner] {
        &self.winners
    }

    /// Where one winner gives way to another.
    #[must_use]
    pub fn borders(&self) -> &[Border] {
        &self.borders
    }

    /// The part of the plane in which `offer` wins alone or together with others.
    #[must_use]
    pub fn share_of(&self, offer: usize) -> f64 {
        self.winners.iter().filter(|w| w.offers.contains(&offer)).map(|w| w.share).sum()
    }

    /// The place in [`Self::winners`] of who wins at (x, y), either of both on a border; `None` outside the plane.
    #[must_use]
    pub fn winner_at(&self, at: [f64; 2]) -> Option<usize> {
        let [column, row] = [0, 1].map(|k| {
            let knots = &self.knots[k];
            let is_inside = at[k] >= self.axes[k].low && at[k] <= self.axes[k].high;
            is_inside.then(|| knots.partition_point(|knot| *knot <= at[k]).clamp(1, knots.len() - 1) - 1)
        });
        let cell = self.cells.get(column? * (self.knots[1].len() - 1) + row?)?;
        let [u, v] = cell.frame.to_cell(at);
        // The long side of a triangle belongs to it, with some room for rounding.
        if v > self.form.top(u) + 1e-12 {
            return None;
        }
        let slab = cell.slabs.iter().find(|slab| u <= slab.to).or(cell.slabs.last())?;
        let passed = slab.meetings(&cell.surfaces).take_while(|meeting| meeting.v(u) < v).count();
        cell.winners.get(*slab.winners.get(passed)?).copied()
    }
}

impl Cell {
    /// Part of the cell's square that each surface wins.
    fn areas(&self, form: Form) -> Vec<f64> {
        let mut areas = vec![0.0; self.surfaces.len()];
        for slab in &self.slabs {
            let width = slab.to - slab.from;
            let whole = match form {
                Form::Square => width,
                Form::Triangle => width * (1.0 - f64::midpoint(slab.from, slab.to)),
            };
            let mut below = 0.0;
            for (&winner, meeting) in slab.winners.iter().zip(slab.meetings(&self.surfaces)) {
                let upto = meeting.integral(slab.from, slab.to);
                let upto = if upto.is_finite() { upto.clamp(below, whole) } else { below };
                areas[winner] += upto - below;
                below = upto;
            }
            if let Some(&last) = slab.winners.last() {
                areas[last] += whole - below;
            }
        }
        areas
    }
}

/// The surfaces that may be on top somewhere, each with those that tie with it all over the cell.
///
/// One that another is above at all corners is below it everywhere: both are bilinear.
fn contenders(surfaces: &[Surface], form: Form) -> Vec<Vec<usize>> {
    let corners: Vec<Vec<f64>> = surfaces
        .iter()
        .map(|s| {
            let mut corners = vec![s.at(0.0, 0.0), s.at(1.0, 0.0), s.at(0.0, 1.0)];
            if form == Form::Square {
                corners.push(s.at(1.0, 1.0));
            }
            corners
        })
        .collect();
    let mut order: Vec<usize> = (0..surfaces.len()).collect();
    let sum = |i: usize| corners[i].iter().sum::<f64>();
    order.sort_by(|&a, &b| sum(b).total_cmp(&sum(a)).then(a.cmp(&b)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for i in order {
        let pairs = |group: &Vec<usize>| corners[group[0]].iter().zip(&corners[i]).collect::<Vec<_>>();
        if let Some(group) = groups.iter_mut().find(|group| pairs(group).iter().all(|(a, b)| ties(**a, **b))) {
            group.push(i);
        } else if !groups.iter().any(|group| pairs(group).iter().all(|(a, b)| a >= b)) {
            groups.push(vec![i]);
        }
    }
    groups
}
