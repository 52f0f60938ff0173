//! One quantity that varies while all else stays as it is.

use super::case::Case;
use super::compile::{Compiled, Weighting};
use super::deliver::Delivered;
use crate::model::{Account, Comparison, CriterionId, Level, Member, OfferId, Paid, Scale, Segment, Share, reshare};

/// A quantity that may vary on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// A member's share of its set, 0…1; its unlocked siblings share the rest in proportion, as [`reshare`] does.
    Weight(Member),
    /// Cost emphasis λ ≥ 0.
    CostEmphasis,
    /// One offer's level on a rating, a measure or a money criterion; money in units of currency.
    Level {
        /// Whose level.
        offer: OfferId,
        /// On which criterion.
        criterion: CriterionId,
    },
}

/// What varies with a quantity at one of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The coefficients there.
    pub weighting: Weighting,
    /// Leaf, offer and f(level) where a level varies; `None` where it is a weight or λ.
    pub moved: Option<(usize, usize, f64)>,
}

impl State {
    /// The signed contribution of a leaf to the CDV of an offer in this state.
    #[must_use]
    pub fn contribution(&self, case: &Case<'_>, leaf: usize, offer: usize) -> f64 {
        match self.moved {
            Some((l, o, worth)) if (l, o) == (leaf, offer) => {
                let amount = self.weighting.coefficients[leaf] * worth;
                if leaf < case.compiled.value_leaves { amount } else { -self.weighting.cost_emphasis * amount }
            }
            _ => case.compiled.contribution(&self.weighting, leaf, offer),
        }
    }

    /// CDV of an offer in this state.
    #[must_use]
    pub fn cdv(&self, case: &Case<'_>, offer: usize) -> f64 {
        (0..case.compiled.leaves().len()).map(|l| self.contribution(case, l, offer)).sum()
    }
}

/// What a level's x stands for.
#[derive(Clone, Debug)]
enum Moving {
    Weight {
        shares: Vec<(Member, Share)>,
        index: usize,
    },
    CostEmphasis,
    /// f(level) of a leaf as a function of x.
    Level {
        leaf: usize,
        offer: usize,
        worth: Worth,
    },
}

#[derive(Clone, Debug)]
pub(super) enum Worth {
    /// A rating: points = (x − low) / (high − low) · 100.
    Rating { low: f64, high: f64 },
    /// A measure's curve.
    Curve(crate::model::Curve),
    /// Money: total cost = rest + x · factor, in minor units; then the curve of ownership.
    Money { rest: f64, factor: f64, curve: crate::model::Curve },
    /// Money at face value: rest + x · factor, in units.
    FaceValue { rest: f64, factor: f64 },
}

impl Worth {
    pub(super) fn at(&self, x: f64) -> f64 {
        match self {
            Self::Rating { low, high } => (x - low) / (high - low) * 100.0,
            Self::Curve(curve) => curve.at(x),
            Self::Money { rest, factor, curve } => curve.at(rest + x * factor),
            Self::FaceValue { rest, factor } => rest + x * factor,
        }
    }

    /// Where the slope may change.
    fn bends(&self) -> Vec<f64> {
        match self {
            Self::Curve(curve) => curve.points().iter().map(|p| p[0]).collect(),
            Self::Money { rest, factor, curve } => curve.points().iter().map(|p| (p[0] - rest) / factor).collect(),
            Self::Rating { .. } | Self::FaceValue { .. } => Vec::new(),
        }
    }
}

/// A quantity with its range, today's value, and the pieces on which every CDV is affine in it.
///
/// Only one offer's CDV bends, and only where a level varies; weights and λ give one piece. Locked siblings keep their
/// shares, so that a weight goes no further than what they leave.
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    case: Case<'a>,
    /// What varies.
    pub quantity: Quantity,
    /// Least value.
    pub low: f64,
    /// Largest value; may be +∞.
    pub high: f64,
    /// Today's value; `None` for a level that is missing.
    pub today: Option<f64>,
    moving: Moving,
    knots: Vec<f64>,
}

impl<'a> Sweep<'a> {
    /// The sweep of `quantity`; `None` where it cannot vary: a member or level that is not there, a category, a weight
    /// whose siblings are all locked or that is alone, weights and λ in a money account.
    #[must_use]
    pub fn new(case: Case<'a>, quantity: Quantity) -> Option<Self> {
        let in_points = case.compiled.account() == Account::Points;
        let (moving, low, high, today) = match quantity {
            Quantity::Weight(member) if in_points => {
                let shares = case.comparison.shares(case.segment, case.comparison.set_of(member)?);
                let index = shares.iter().position(|(m, _)| *m == member)?;
                let others = || shares.iter().enumerate().filter(|(i, _)| *i != index);
                let fixed: f64 = others().filter(|(_, (_, s))| s.locked).map(|(_, (_, s))| s.share).sum();
                let room = 1.0 - fixed;
                if room <= 0.0 || others().all(|(_, (_, s))| s.locked) {
                    return None;
                }
                let today = shares[index].1.share;
                (Moving::Weight { shares, index }, 0.0, room, Some(today))
            }
            Quantity::CostEmphasis if in_points => {
                (Moving::CostEmphasis, 0.0, Segment::COST_EMPHASIS_MAX, Some(case.segment.cost_emphasis))
            }
            Quantity::Weight(_) | Quantity::CostEmphasis => return None,
            Quantity::Level { offer, criterion } => {
                let offer = case.offer(offer)?;
                let Varying { leaf, worth, low, high, today } =
                    varying(case.comparison, case.compiled, offer, criterion)?;
                (Moving::Level { leaf, offer, worth }, low, high, today)
            }
        };
        let mut knots: Vec<f64> = match &moving {
            Moving::Level { worth, .. } => worth.bends(),
            Moving::Weight { .. } | Moving::CostEmphasis => Vec::new(),
        };
        knots.retain(|x| *x > low && *x < high);
        knots.insert(0, low);
        knots.push(high);
        Some(Self { case, quantity, low, high, today, moving, knots })
    }

    /// The case that it varies.
    #[must_use]
    pub fn case(&self) -> Case<'a> {
        self.case
    }

    /// The state at `x`.
    #[must_use]
    pub fn at(&self, x: f64) -> State {
        let weighting = self.case.weighting.clone();
        match &self.moving {
            Moving::Weight { shares, index } => {
                let plain: Vec<Share> = shares.iter().map(|(_, s)| *s).collect();
                let mut segment = self.case.segment.clone();
                for ((member, _), share) in shares.iter().zip(reshare(&plain, *index, x)) {
                    segment.weights.put(*member, share);
                }
                State { weighting: Weighting::of(&segment, self.case.compiled), moved: None }
            }
            Moving::CostEmphasis => State { weighting: Weighting { cost_emphasis: x, ..weighting }, moved: None },
            Moving::Level { leaf, offer, worth } => State { weighting, moved: Some((*leaf, *offer, worth.at(x))) },
        }
    }

    /// Ends of the pieces, ascending, from [`Self::low`] to [`Self::high`]; the first may be −∞ and the last +∞.
    #[must_use]
    pub fn knots(&self) -> &[f64] {
        &self.knots
    }

    /// The offer whose level varies; `None` where a weight or λ does.
    #[must_use]
    pub fn moved_offer(&self) -> Option<usize> {
        match self.moving {
            Moving::Level { offer, .. } => Some(offer),
            Moving::Weight { .. } | Moving::CostEmphasis => None,
        }
    }

    /// Any numbers that are affine in the contributions, as lines over each piece.
    ///
    /// `of` gives the numbers in one state, always as many of them.
    pub fn pieces(&self, mut of: impl FnMut(&State) -> Vec<f64>) -> Vec<Piece> {
        let piece = |ends: &[f64]| {
            let [from, to] = [ends[0], ends[1]];
            // Two places inside the piece that are far enough apart for an exact slope.
            let (a, b) = match (from.is_finite(), to.is_finite()) {
                (true, true) => (from, to),
                (true, false) => (from, from + from.abs().max(1.0)),
                (false, true) => (to - to.abs().max(1.0), to),
                (false, false) => (0.0, 1.0),
            };
            let (at_a, at_b) = (of(&self.at(a)), of(&self.at(b)));
            let lines = at_a.iter().zip(&at_b).map(|(ya, yb)| {
                let slope = if b > a { (yb - ya) / (b - a) } else { 0.0 };
                Line { at: a, value: *ya, slope }
            });
            Piece { from, to, lines: lines.collect() }
        };
        self.knots.windows(2).map(piece).collect()
    }

    /// CDV of `offers` as lines over each piece.
    #[must_use]
    pub fn cdv_pieces(&self, offers: &[usize]) -> Vec<Piece> {
        let mut scored = Delivered::default();
        self.pieces(|state| {
            if state.moved.is_some() {
                return offers.iter().map(|&o| state.cdv(&self.case, o)).collect();
            }
            // Only weights moved: one pass over all offers.
            self.case.compiled.score(&state.weighting, &mut scored);
            offers.iter().map(|&o| scored.cdv[o]).collect()
        })
    }

    /// CDV of one offer at `x`.
    #[must_use]
    pub fn cdv(&self, offer: usize, x: f64) -> f64 {
        self.at(x).cdv(&self.case, offer)
    }

    /// The offers that can be compared all along: complete where the quantity is inside its range.
    ///
    /// A level that is missing counts as soon as its weight is above 0, and the level that varies is not missing.
    #[must_use]
    pub fn offers(&self) -> Vec<usize> {
        let inside = match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => f64::midpoint(self.low, self.high),
            (true, false) => self.low + 1.0,
            (false, true) => self.high - 1.0,
            (false, false) => 0.0,
        };
        let state = self.at(inside);
        if state.moved.is_none() {
            // Only weights moved: one pass over all offers.
            let mut scored = Delivered::default();
            self.case.compiled.score(&state.weighting, &mut scored);
            return (0..self.case.compiled.offers()).filter(|&o| scored.complete[o]).collect();
        }
        let is_moved = |l: usize, o: usize| matches!(state.moved, Some((ml, mo, _)) if (ml, mo) == (l, o));
        let is_complete = |o: usize| self.case.compiled.gaps(&state.weighting, o).all(|l| is_moved(l, o));
        (0..self.case.compiled.offers()).filter(|&o| is_complete(o) && state.cdv(&self.case, o).is_finite()).collect()
    }
}

/// A level that varies.
pub(super) struct Varying {
    /// The leaf that it belongs to.
    pub leaf: usize,
    /// f(level) of that leaf.
    pub worth: Worth,
    /// Least level.
    pub low: f64,
    /// Largest level; may be +∞.
    pub high: f64,
    /// Today's level; `None` where it is missing.
    pub today: Option<f64>,
}

/// The level of an offer (an index) on a criterion with a numeric scale; `None` for a category, and for an amount
/// beside which another amount of the same total is missing.
pub(super) fn varying(
    comparison: &Comparison,
    compiled: &Compiled,
    offer: usize,
    criterion: CriterionId,
) -> Option<Varying> {
    let criterion = comparison.criterion(criterion)?;
    let leaf = compiled.index_of(crate::model::leaf_of(criterion))?;
    let number = match comparison.offers.get(offer)?.levels.get(&criterion.id) {
        Some(Level::Number(x)) => Some(*x),
        _ => None,
    };
    Some(match &criterion.scale {
        Scale::Rating { low, high, .. } => {
            let worth = Worth::Rating { low: *low, high: *high };
            Varying { leaf, worth, low: *low, high: *high, today: number }
        }
        Scale::Measure { curve, .. } => {
            // A measure whose scale and level know no negative numbers has none.
            let low = if curve.anchors().0.min(number.unwrap_or(0.0)) >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
            Varying { leaf, worth: Worth::Curve(curve.clone()), low, high: f64::INFINITY, today: number }
        }
        Scale::Category { .. } => return None,
        Scale::Money { paid } => {
            let (worth, low, high, today) = money(comparison, offer, criterion.id, *paid)?;
            Varying { leaf, worth, low, high, today }
        }
    })
}

/// One amount of several: the others stay in the sum.
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn money(
    comparison: &Comparison,
    index: usize,
    criterion: CriterionId,
    paid: Paid,
) -> Option<(Worth, f64, f64, Option<f64>)> {
    let header = &comparison.header;
    let offer = comparison.offers.get(index)?;
    let annuity = header.ownership.annuity();
    let times = |paid: Paid| if paid == Paid::Once { 1.0 } else { annuity };
    let mut rest = 0.0;
    let mut today = None;
    for other in comparison.money_criteria() {
        let minor = match offer.levels.get(&other.id) {
            Some(Level::Money(minor)) => Some(*minor as f64),
            _ => None,
        };
        match (other.id == criterion, &other.scale) {
            (true, _) => today = minor.map(|m| header.currency.units(m)),
            // 0 · annuity would be exact too, but not where the annuity itself is out of range.
            (false, Scale::Money { paid }) => rest += minor.map(|m| if m == 0.0 { 0.0 } else { m * times(*paid) })?,
            (false, _) => {}
        }
    }
    let minor_per_unit = header.currency.minor_per_unit() as f64;
    let worth = match header.account {
        Account::Points => {
            Worth::Money { rest, factor: times(paid) * minor_per_unit, curve: header.ownership.curve.clone() }
        }
        Account::Money => Worth::FaceValue { rest: header.currency.units(rest), factor: times(paid) },
    };
    let low = if today.is_some_and(|t| t < 0.0) { f64::NEG_INFINITY } else { 0.0 };
    Some((worth, low, f64::INFINITY, today))
}

/// `value + slope · (x − at)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Where the line is anchored.
    pub at: f64,
    /// Its value there.
    pub value: f64,
    /// Change per unit of x.
    pub slope: f64,
}

impl Line {
    /// The value at `x`.
    #[must_use]
    pub fn y(&self, x: f64) -> f64 {
        self.value + self.slope * (x - self.at)
    }
}

/// A stretch on which numbers are lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it begins; may be −∞.
    pub from: f64,
    /// Where it ends; may be +∞.
    pub to: f64,
    /// One line per number.
    pub lines: Vec<Line>,
}
