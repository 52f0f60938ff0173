//! Two quantities that vary together.

use crate::model::{
    Account, CriterionId, Dimension, Level, Member, Offer, OfferId, Segment, Share, leaf_of, reshare, reshare_pair,
};
use crate::value::case::Case;
use crate::value::compile::Weighting;
use crate::value::sweep::{Quantity, Sweep};

use super::surface::Surface;

/// A quantity along one side of the plane, from `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaneAxis {
    /// What varies.
    pub quantity: Quantity,
    /// Where the plane begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// Today's value; `None` for a level that is missing.
    pub today: Option<f64>,
}

/// λ goes at least as far as this: three times the textbooks' 1.
const COST_EMPHASIS_AT_LEAST: f64 = 3.0;

/// A level goes this much beyond the largest one at hand.
const BEYOND: f64 = 1.25;

impl PlaneAxis {
    /// The axis of `quantity` over a range that a person may want to look at; `None` where it cannot vary.
    ///
    /// - A weight: from 0 to what its locked siblings leave.
    /// - λ: from 0 to twice today's, at least to 3, so that today's is in the left half and 1 is inside.
    /// - A rating: from bound to bound.
    /// - Another level, a price for one: over the anchors of its scale and a quarter beyond the largest level at hand,
    ///   from 0 where nothing is negative. A money account has no anchors for money.
    #[must_use]
    pub fn of(case: Case<'_>, quantity: Quantity) -> Option<Self> {
        let sweep = Sweep::new(case, quantity)?;
        let (low, high) = match quantity {
            Quantity::Weight(_) => (0.0, sweep.high),
            Quantity::CostEmphasis => {
                let wide = (2.0 * case.segment.cost_emphasis).max(COST_EMPHASIS_AT_LEAST);
                (0.0, wide.min(Segment::COST_EMPHASIS_MAX))
            }
            Quantity::Level { criterion, .. } if sweep.high.is_infinite() => {
                let number = |o: &Offer| units(case, *o.levels.get(&criterion)?);
                let at_hand = case.comparison.offers.iter().filter_map(number);
                let (least, most) = at_hand.fold((0.0_f64, 0.0_f64), |(l, m), x| (l.min(x), m.max(x)));
                let anchors = || sweep.knots().iter().copied().filter(|x| x.is_finite());
                let low = anchors().fold(least * BEYOND, f64::min);
                let high = anchors().fold(round_up(most * BEYOND), f64::max);
                (low, if high > low { high } else { low + 1.0 })
            }
            Quantity::Level { .. } => (sweep.low, sweep.high),
        };
        Some(Self { quantity, low, high, today: sweep.today })
    }

    /// Length of the axis.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.high - self.low
    }
}

/// A level as a number; money in units of currency.
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn units(case: Case<'_>, level: Level) -> Option<f64> {
    match level {
        Level::Number(x) => Some(x),
        Level::Money(minor) => Some(case.comparison.header.currency.units(minor as f64)),
        Level::Category(_) => None,
    }
}

/// The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below `x`; 0 for 0.
fn round_up(x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(x.log10().floor());
    let steps = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|nice| *nice >= x).unwrap_or(x)
}

/// Why two quantities span no plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlane {
    /// Both are the same.
    #[error("both sides of the plane are the same quantity")]
    Same,
    /// One of them cannot vary: it is not there, alone in its set, or a category.
    #[error("one of the two quantities cannot vary")]
    Fixed,
    /// Two weights of a set in which nothing else is unlocked: each is what the other leaves.
    #[error("the two weights are each what the other leaves")]
    Rest,
    /// Two amounts that are added up before they are scored.
    #[error("the two amounts of one offer are added up before they are scored")]
    OneLeaf,
}

/// Two weights of one set.
#[derive(Clone, Debug)]
struct Pair {
    shares: Vec<(Member, Share)>,
    places: [usize; 2],
}

/// The plane of two quantities: all else stays as it is.
///
/// Two weights of one set fill the triangle x, y ≥ 0, x + y ≤ what the locked others leave; the unlocked others share
/// the rest in their old proportion. Everything else fills a rectangle.
#[derive(Clone, Debug)]
pub struct Plane<'a> {
    case: Case<'a>,
    axes: [PlaneAxis; 2],
    pair: Option<Pair>,
    sweeps: Vec<Sweep<'a>>,
    offers: Vec<usize>,
}

impl<'a> Plane<'a> {
    /// The plane of two quantities over the ranges of [`PlaneAxis::of`].
    ///
    /// # Errors
    /// [`NoPlane`] with the reason.
    pub fn of(case: Case<'a>, quantities: [Quantity; 2]) -> Result<Self, NoPlane> {
        let [x, y] = quantities;
        Self::spanned(case, quantities)?;
        if let Some((pair, room)) = pair(case, quantities)? {
            let axis = |k: usize| {
                let today = pair.shares.get(pair.places[k]).map(|(_, s)| s.share);
                PlaneAxis { quantity: quantities[k], low: 0.0, high: room, today }
            };
            return Ok(Self::with(case, [axis(0), axis(1)], Some(pair), Vec::new()));
        }
        let axes = [PlaneAxis::of(case, x).ok_or(NoPlane::Fixed)?, PlaneAxis::of(case, y).ok_or(NoPlane::Fixed)?];
        Self::over(case, axes)
    }

    /// Whether two quantities span a plane, without making it.
    ///
    /// # Errors
    /// [`NoPlane`] with the reason.
    pub fn spanned(case: Case<'a>, quantities: [Quantity; 2]) -> Result<(), NoPlane> {
        if quantities[0] == quantities[1] {
            return Err(NoPlane::Same);
        }
        if let [Quantity::Level { offer: a, criterion: x }, Quantity::Level { offer: b, criterion: y }] = quantities {
            let leaf = |id| case.comparison.criterion(id).map(leaf_of);
            if a == b && leaf(x) == leaf(y) {
                return Err(NoPlane::OneLeaf);
            }
        }
        pair(case, quantities).map(|_| ())
    }

    /// The plane over two axes with ranges of one's own; weights keep theirs.
    ///
    /// # Errors
    /// [`NoPlane`] with the reason.
    pub fn over(case: Case<'a>, axes: [PlaneAxis; 2]) -> Result<Self, NoPlane> {
        let quantities = axes.map(|a| a.quantity);
        Self::spanned(case, quantities)?;
        if pair(case, quantities)?.is_some() {
            return Self::of(case, quantities);
        }
        let mut sweeps = Vec::with_capacity(2);
        let mut sound = axes;
        for axis in &mut sound {
            let sweep = Sweep::new(case, axis.quantity).ok_or(NoPlane::Fixed)?;
            axis.low = axis.low.max(sweep.low);
            axis.high =
                if matches!(axis.quantity, Quantity::Weight(_)) { sweep.high } else { axis.high.min(sweep.high) };
            // Not `<=`: an end may be no number.
            if !(axis.length() > 0.0 && axis.length().is_finite()) {
                return Err(NoPlane::Fixed);
            }
            sweeps.push(sweep);
        }
        Ok(Self::with(case, sound, None, sweeps))
    }

    fn with(case: Case<'a>, axes: [PlaneAxis; 2], pair: Option<Pair>, sweeps: Vec<Sweep<'a>>) -> Self {
        let mut plane = Self { case, axes, pair, sweeps, offers: (0..case.compiled.offers()).collect() };
        // Inside, where no weight is 0 that is not 0 all over the plane.
        let part = 0.317;
        let inside = plane.axes.map(|axis| axis.low + part * axis.length());
        let state = plane.at(inside);
        let is_moved = |l: usize, o: usize| state.moved.iter().any(|m| (m.leaf, m.offer) == (l, o));
        let is_complete = |o: usize| case.compiled.gaps(&state.weighting, o).all(|l| is_moved(l, o));
        let cdvs = plane.cdvs(inside);
        let kept = plane.offers.iter().zip(cdvs).filter(|(o, cdv)| is_complete(**o) && cdv.is_finite());
        plane.offers = kept.map(|(o, _)| *o).collect();
        plane
    }

    /// Both sides.
    #[must_use]
    pub fn axes(&self) -> &[PlaneAxis; 2] {
        &self.axes
    }

    /// True where the plane is a triangle.
    #[must_use]
    pub fn is_triangle(&self) -> bool {
        self.pair.is_some()
    }

    /// The offers that can be compared all over the plane.
    #[must_use]
    pub fn offers(&self) -> &[usize] {
        &self.offers
    }

    /// Today's place; `None` where a level is missing.
    #[must_use]
    pub fn today(&self) -> Option<[f64; 2]> {
        Some([self.axes[0].today?, self.axes[1].today?])
    }

    /// CDV of each of [`Self::offers`] at a place, by the sums of the engine.
    #[must_use]
    pub fn cdvs(&self, at: [f64; 2]) -> Vec<f64> {
        let state = self.at(at);
        let compiled = self.case.compiled;
        let weighting = &state.weighting;
        let cdv = |&offer: &usize| {
            let contribution = |l: usize| {
                let amount = |worth: f64| {
                    let amount = weighting.coefficients[l] * worth;
                    if l < compiled.value_leaves { amount } else { -weighting.cost_emphasis * amount }
                };
                let moved = state.moved.iter().find(|m| m.leaf == l && m.offer == offer);
                moved.map_or_else(|| compiled.contribution(weighting, l, offer), |m| amount(m.worth))
            };
            (0..compiled.leaves.len()).map(contribution).sum()
        };
        self.offers.iter().map(cdv).collect()
    }

    /// Where CDVs may bend along each side, with both ends, ascending.
    pub(super) fn knots(&self) -> [Vec<f64>; 2] {
        [0, 1].map(|k| {
            let axis = &self.axes[k];
            let inner = self.sweeps.get(k).map_or(&[][..], Sweep::knots);
            let inner = inner.iter().copied().filter(|x| *x > axis.low && *x < axis.high);
            std::iter::once(axis.low).chain(inner).chain([axis.high]).collect()
        })
    }

    /// CDV surfaces over the cell between two knots each, one per offer of [`Self::offers`].
    pub(super) fn surfaces(&self, [x0, x1]: [f64; 2], [y0, y1]: [f64; 2]) -> Vec<Surface> {
        let [f00, f10, f01] = [[x0, y0], [x1, y0], [x0, y1]].map(|at| self.cdvs(at));
        // The fourth corner of a triangle follows from the three that there are: CDVs are affine.
        let f11 = if self.is_triangle() {
            (0..f00.len()).map(|o| f10[o] + f01[o] - f00[o]).collect()
        } else {
            self.cdvs([x1, y1])
        };
        let surface = |o: usize| {
            let s = Surface::through([f00[o], f10[o], f01[o], f11[o]]);
            if self.is_triangle() { Surface { d: 0.0, ..s } } else { s }
        };
        (0..f00.len()).map(surface).collect()
    }

    fn at(&self, at: [f64; 2]) -> State {
        let segment = self.case.segment;
        let mut moved = Vec::new();
        if let Some(Pair { shares, places }) = &self.pair {
            let plain: Vec<Share> = shares.iter().map(|(_, s)| *s).collect();
            let mut segment = segment.clone();
            for ((member, _), share) in shares.iter().zip(reshare_pair(&plain, *places, at)) {
                segment.weights.put(*member, share);
            }
            return State { weighting: Weighting::of(&segment, self.case.compiled), moved };
        }
        let mut changed: Option<Segment> = None;
        for (sweep, x) in self.sweeps.iter().zip(at) {
            match sweep.quantity {
                Quantity::Weight(member) => {
                    let Some(set) = self.case.comparison.set_of(member) else { continue };
                    let shares = self.case.comparison.shares(segment, set);
                    let Some(index) = shares.iter().position(|(m, _)| *m == member) else { continue };
                    let plain: Vec<Share> = shares.iter().map(|(_, s)| *s).collect();
                    let target = changed.get_or_insert_with(|| segment.clone());
                    for ((member, _), share) in shares.iter().zip(reshare(&plain, index, x)) {
                        target.weights.put(*member, share);
                    }
                }
                Quantity::CostEmphasis => changed.get_or_insert_with(|| segment.clone()).cost_emphasis = x,
                Quantity::Level { .. } => {
                    moved.extend(sweep.at(x).moved.map(|(leaf, offer, worth)| Moved { leaf, offer, worth }));
                }
            }
        }
        let weighting = match changed {
            Some(segment) => Weighting::of(&segment, self.case.compiled),
            None => self.case.weighting.clone(),
        };
        State { weighting, moved }
    }
}

/// A level that is not today's.
#[derive(Clone, Copy, Debug)]
struct Moved {
    leaf: usize,
    offer: usize,
    worth: f64,
}

/// What varies, at one place.
struct State {
    weighting: Weighting,
    moved: Vec<Moved>,
}

/// The set that two weights share, and the room that they have together; `None` for anything else.
fn pair(case: Case<'_>, quantities: [Quantity; 2]) -> Result<Option<(Pair, f64)>, NoPlane> {
    let [Quantity::Weight(x), Quantity::Weight(y)] = quantities else { return Ok(None) };
    let set = |member| case.comparison.set_of(member).ok_or(NoPlane::Fixed);
    let (set, other) = (set(x)?, set(y)?);
    if set != other {
        return Ok(None);
    }
    if case.compiled.account() != Account::Points {
        return Err(NoPlane::Fixed);
    }
    let shares = case.comparison.shares(case.segment, set);
    let place = |member| shares.iter().position(|(m, _)| *m == member).ok_or(NoPlane::Fixed);
    let places = [place(x)?, place(y)?];
    let others = || shares.iter().enumerate().filter(|(i, _)| !places.contains(i)).map(|(_, (_, s))| s);
    if others().all(|s| s.locked) {
        return Err(NoPlane::Rest);
    }
    let room = 1.0 - others().filter(|s| s.locked).map(|s| s.share).sum::<f64>();
    if room > 0.0 { Ok(Some((Pair { shares, places }, room))) } else { Err(NoPlane::Fixed) }
}

/// The quantities that the sides of a plane are chosen from: the weights that can move, dimensions before what stands
/// in them, then λ, then the price of each offer. A locked weight is one that shall not move.
#[must_use]
pub fn plane_quantities(case: Case<'_>) -> Vec<Quantity> {
    let dimensions = Dimension::ALL;
    let members = dimensions.into_iter().flat_map(|dimension| {
        let leaves = case.comparison.leaves_of(dimension).into_iter().map(Member::Leaf);
        std::iter::once(Member::Dimension(dimension)).chain(leaves)
    });
    let price = |criterion| case.comparison.offers.iter().map(move |o: &Offer| level(o.id, criterion));
    let prices = case.comparison.header.price.into_iter().flat_map(price);
    let all = members.map(Quantity::Weight).chain([Quantity::CostEmphasis]).chain(prices);
    let is_locked = |q: &Quantity| matches!(q, Quantity::Weight(m) if case.segment.weights.member(*m).locked);
    all.filter(|q| !is_locked(q) && PlaneAxis::of(case, *q).is_some()).collect()
}

fn level(offer: OfferId, criterion: CriterionId) -> Quantity {
    Quantity::Level { offer, criterion }
}
