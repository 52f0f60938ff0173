//! The regions as shapes to be drawn.

use super::surface::Meeting;
use super::{Cell, Form, WinnerMap};

/// A part of a winner's region between a lower and an upper edge, within one cell; both edges run from the least to the
/// largest x.
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    /// The place in [`WinnerMap::winners`].
    pub winner: usize,
    /// Lower edge.
    pub lower: Vec<[f64; 2]>,
    /// Upper edge; as many points as the lower, at the same x.
    pub upper: Vec<[f64; 2]>,
}

impl WinnerMap {
    /// The regions in parts that fill the plane without gaps; no edge is farther from its border than `part` of a
    /// cell's height.
    #[must_use]
    pub fn patches(&self, part: f64) -> Vec<Patch> {
        self.cells.iter().flat_map(|cell| cell.patches(self.form, part)).collect()
    }
}

impl Cell {
    fn patches(&self, form: Form, part: f64) -> Vec<Patch> {
        // By surface: the patch that is being drawn, and in which slab it was last.
        let mut open: Vec<Option<(usize, Patch)>> = vec![None; self.surfaces.len()];
        let mut done = Vec::new();
        for (index, slab) in self.slabs.iter().enumerate() {
            let meetings: Vec<Meeting> = slab.meetings(&self.surfaces).collect();
            // All edges of the slab take the same u, so that neighbours share their corners.
            let mut us: Vec<f64> = vec![slab.from, slab.to];
            for meeting in &meetings {
                let [from, to] = [slab.from, slab.to].map(|u| meeting.sound(u, [slab.from, slab.to]));
                us.extend(meeting.points(from, to, part).iter().map(|p| p[0]));
            }
            us.sort_by(f64::total_cmp);
            us.dedup();
            let edge = |meeting: Option<&Meeting>, otherwise: &dyn Fn(f64) -> f64| -> Vec<[f64; 2]> {
                let v = |u: f64| meeting.map_or_else(|| otherwise(u), |m| m.v(m.sound(u, [slab.from, slab.to])));
                us.iter().map(|&u| self.frame.to_plane([u, v(u).clamp(0.0, form.top(u))])).collect()
            };
            for (k, &surface) in slab.winners.iter().enumerate() {
                let lower = edge(k.checked_sub(1).and_then(|k| meetings.get(k)), &|_| 0.0);
                let upper = edge(meetings.get(k), &|u| form.top(u));
                let winner = self.winners[surface];
                match &mut open[surface] {
                    Some((last, patch)) if *last + 1 == index => {
                        *last = index;
                        patch.lower.extend(lower);
                        patch.upper.extend(upper);
                    }
                    slot => {
                        let fresh = (index, Patch { winner, lower, upper });
                        done.extend(slot.replace(fresh).map(|(_, patch)| patch));
                    }
                }
            }
        }
        done.extend(open.into_iter().flatten().map(|(_, patch)| patch));
        done
    }
}
