//! At which level two offers deliver the same.

use super::case::Case;
use super::compile::{Compiled, Weighting};
use super::rank::{TIE_TOLERANCE, ties};
use super::solve::{Root, solve_within, within};
use super::sweep::{Varying, Worth, varying};
use crate::model::{Category, CategoryId, Comparison, Criterion, CriterionId, Curve, Level, Scale, Segment};

/// The levels at which an offer ties a rival, all else as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum BreakEven {
    /// On a rating, a measure or an amount of money.
    Numbers {
        /// Today's level; `None` where it is missing. Money in units of currency.
        today: Option<f64>,
        /// The levels that may be asked for; either end may be infinite.
        range: [f64; 2],
        /// The anchors of the scale as levels: beyond them it goes on straight or flat, and means less. Infinite for
        /// an amount that counts at face value.
        anchors: [f64; 2],
        /// All levels that tie, the nearest to today's first (ascending where that is missing); empty for none.
        roots: Vec<Root>,
    },
    /// On named levels.
    Named {
        /// Today's level; `None` where it is missing.
        today: Option<CategoryId>,
        /// Every level, in the order of the scale, with what the offer would lead by there.
        leads: Vec<(CategoryId, f64)>,
        /// The level of the least change in points at which the offer no longer stands on today's side: one behind
        /// ties or beats the rival there, one ahead ties or falls behind; today's own level where the two tie now.
        /// While the level is missing, the lowest of those that tie or beat. `None` for none.
        first: Option<CategoryId>,
    },
}

impl BreakEven {
    /// True where no level ties, nor, on a category, beats.
    #[must_use]
    pub fn is_never(&self) -> bool {
        match self {
            Self::Numbers { roots, .. } => roots.is_empty(),
            Self::Named { first, .. } => first.is_none(),
        }
    }

    /// True where every level ties: the criterion has no weight, or its scale is level, and the two tie already.
    #[must_use]
    #[expect(clippy::float_cmp, reason = "a stretch that was cut to the range has its very ends")]
    pub fn is_always(&self) -> bool {
        match self {
            Self::Numbers { range, roots, .. } => {
                matches!(roots[..], [Root::Between { from, to }] if [from, to] == *range)
            }
            Self::Named { leads, .. } => leads.iter().all(|(_, lead)| ties(*lead, 0.0)),
        }
    }

    /// True where that number lies outside the anchors of its scale.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        match (self, self.nearest()) {
            (Self::Numbers { anchors: [low, high], .. }, Some(x)) => !(*low..=*high).contains(&x),
            _ => false,
        }
    }

    /// The number nearest to today's that ties, or the least where today's is missing.
    #[must_use]
    pub fn nearest(&self) -> Option<f64> {
        let Self::Numbers { today, roots, .. } = self else { return None };
        let first = roots.first()?;
        let (from, to) = first.ends();
        // An endless stretch has one end at least, or every number will do.
        let lowest = [from, to].into_iter().find(|x| x.is_finite()).unwrap_or(0.0);
        Some(today.map_or(lowest, |today| first.nearest(today)))
    }
}

/// What an offer needs in each criterion to tie the best of the others.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEvens {
    /// The best complete offer besides it; `None` where there is none.
    pub rival: Option<usize>,
    /// One answer per criterion, in the order of [`Comparison::criteria`]; `None` where the question does not arise:
    /// without a rival, and where another level of the offer is missing too.
    pub cells: Vec<Option<BreakEven>>,
}

/// What every question about levels starts from.
#[derive(Clone, Copy)]
struct Ground<'a> {
    comparison: &'a Comparison,
    compiled: &'a Compiled,
    weighting: &'a Weighting,
}

impl<'a> Ground<'a> {
    fn of(case: Case<'a>) -> Self {
        Self { comparison: case.comparison, compiled: case.compiled, weighting: case.weighting }
    }

    fn cdv(&self, offer: usize) -> f64 {
        (0..self.compiled.leaves().len()).map(|l| self.compiled.contribution(self.weighting, l, offer)).sum()
    }

    /// What an offer has before a leaf is counted, while nothing but that leaf is missing.
    fn without(&self, offer: usize, leaf: usize) -> Option<f64> {
        let is_open = self.compiled.gaps(self.weighting, offer).any(|gap| gap != leaf);
        let others = (0..self.compiled.leaves().len()).filter(|l| *l != leaf);
        let sum: f64 = others.map(|l| self.compiled.contribution(self.weighting, l, offer)).sum();
        (!is_open && sum.is_finite()).then_some(sum)
    }

    /// What one point (or unit of currency) of a leaf adds to CDV.
    fn per_point(&self, leaf: usize) -> f64 {
        let coefficient = self.weighting.coefficients[leaf];
        let is_value = self.compiled.leaves()[leaf].dimension.side() == crate::model::Side::Value;
        if is_value { coefficient } else { -self.weighting.cost_emphasis * coefficient }
    }

    /// The break-even of one cell against a rival that delivers `rival_cdv`.
    fn cell(&self, offer: usize, criterion: &Criterion, rival_cdv: f64) -> Option<BreakEven> {
        self.comparison.offers.get(offer)?;
        match &criterion.scale {
            Scale::Category { levels, .. } => self.named(offer, criterion, levels, rival_cdv),
            _ => self.numbers(offer, criterion.id, rival_cdv),
        }
    }

    /// The roots x of `rest + s·f(x) = CDV of the rival`, s being what a point adds to CDV.
    fn numbers(&self, offer: usize, criterion: CriterionId, rival_cdv: f64) -> Option<BreakEven> {
        let Varying { leaf, worth, low, high, today } = varying(self.comparison, self.compiled, offer, criterion)?;
        // A price is never below 0, whatever it is today.
        let is_price = self.comparison.header.price == Some(criterion);
        let range = [if is_price { 0.0 } else { low }, high];
        let missing = rival_cdv - self.without(offer, leaf)?;
        let scale = self.per_point(leaf);
        let tolerance = TIE_TOLERANCE * rival_cdv.abs().max(1.0);
        let mut roots = if (tolerance / scale).is_finite() {
            worth.reach(missing / scale, range, (tolerance / scale).abs())
        } else if missing.abs() <= tolerance {
            vec![Root::Between { from: range[0], to: range[1] }]
        } else {
            Vec::new()
        };
        if let Some(today) = today {
            let distance = |root: &Root| (root.nearest(today) - today).abs();
            roots.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        }
        Some(BreakEven::Numbers { today, range, anchors: worth.anchors(), roots })
    }

    fn named(&self, offer: usize, criterion: &Criterion, levels: &[Category], rival_cdv: f64) -> Option<BreakEven> {
        let leaf = self.compiled.index_of(crate::model::leaf_of(criterion))?;
        let rest = self.without(offer, leaf)? - rival_cdv;
        let scale = self.per_point(leaf);
        let ahead = |level: &Category| rest + scale * level.points;
        let tolerance = TIE_TOLERANCE * rival_cdv.abs().max(1.0);
        let today = match self.comparison.offers.get(offer)?.levels.get(&criterion.id) {
            Some(Level::Category(id)) => levels.iter().find(|l| l.id == *id),
            _ => None,
        };
        let lead_today = today.map(ahead);
        let is_there = |level: &&Category| match lead_today {
            Some(now) if now > tolerance => ahead(level) <= tolerance,
            Some(now) if now >= -tolerance => ahead(level).abs() <= tolerance,
            _ => ahead(level) >= -tolerance,
        };
        // Between equal steps the one that leads by less; while the level is missing, only that counts.
        let step = |level: &Category| today.map_or(0.0, |today| (level.points - today.points).abs());
        let nearer =
            |a: &&Category, b: &&Category| step(a).total_cmp(&step(b)).then(ahead(a).abs().total_cmp(&ahead(b).abs()));
        let first = levels.iter().filter(is_there).min_by(nearer).map(|level| level.id);
        let leads = levels.iter().map(|level| (level.id, ahead(level))).collect();
        Some(BreakEven::Named { today: today.map(|level| level.id), leads, first })
    }
}

impl Worth {
    /// The first and the last level that the scale was made for.
    fn anchors(&self) -> [f64; 2] {
        match self {
            Self::Rating { low, high } => [*low, *high],
            Self::Curve(curve) => curve.anchors().into(),
            Self::Money { rest, factor, curve } => <[f64; 2]>::from(curve.anchors()).map(|x| (x - rest) / factor),
            Self::FaceValue { .. } => [f64::NEG_INFINITY, f64::INFINITY],
        }
    }

    /// All x in `range` at which f(x) is `y`, ascending; values within `tolerance` of `y` are `y`.
    fn reach(&self, y: f64, range: [f64; 2], tolerance: f64) -> Vec<Root> {
        let is_there = |x: f64| (self.at(x) - y).abs() <= tolerance;
        let linear = |x: f64| if x.is_finite() { within(&[Root::At(x)], range, is_there) } else { Vec::new() };
        match self {
            Self::Rating { low, high } => linear(low + y / 100.0 * (high - low)),
            Self::FaceValue { rest, factor } => linear((y - rest) / factor),
            Self::Curve(curve) => solve_within(curve, y, range, tolerance),
            Self::Money { rest, factor, curve } => money_reach(curve, *rest, *factor, y, range, tolerance),
        }
    }
}

/// As [`Worth::reach`] for one amount of a total: total = rest + x · factor, in minor units.
fn money_reach(curve: &Curve, rest: f64, factor: f64, y: f64, range: [f64; 2], tolerance: f64) -> Vec<Root> {
    if !rest.is_finite() || !factor.is_finite() {
        return Vec::new();
    }
    let totals = solve_within(curve, y, range.map(|x| rest + x * factor), tolerance);
    totals.into_iter().filter_map(|root| root.map(|total| (total - rest) / factor)).collect()
}

/// Every level of `offer` (an index) on `criterion` at which it delivers as much as `rival`, all else as it is.
///
/// With s = ∂CDV/∂f the weight of the criterion with its sign (−λ·g on the cost side), the roots x of
/// `CDV_offer − s·f(today) + s·f(x) = CDV_rival`, exact on the piecewise-linear scale f; an amount of money goes
/// through the total cost of ownership that it is part of. A rating stays inside its bounds, a price at or above 0.
///
/// `None` where the question does not arise: an offer is no rival of itself, the rival is incomplete, or the offer
/// lacks another level than this one. While this very level is missing, the answer says with which the offer would tie.
#[must_use]
pub fn break_even_level(case: Case<'_>, offer: usize, criterion: CriterionId, rival: usize) -> Option<BreakEven> {
    against(Ground::of(case), offer, criterion, rival)
}

fn against(ground: Ground<'_>, offer: usize, criterion: CriterionId, rival: usize) -> Option<BreakEven> {
    let count = ground.comparison.offers.len();
    let is_open = |o| ground.compiled.gaps(ground.weighting, o).next().is_some();
    if offer == rival || offer >= count || rival >= count || is_open(rival) {
        return None;
    }
    let rival_cdv = Some(ground.cdv(rival)).filter(|cdv| cdv.is_finite())?;
    ground.cell(offer, ground.comparison.criterion(criterion)?, rival_cdv)
}

/// [`break_even_level`] of one offer in every criterion, against the best complete offer besides it.
#[must_use]
pub fn break_evens(case: Case<'_>, offer: usize) -> BreakEvens {
    against_best(case, offer, case.best_rival(offer))
}

/// [`break_evens`] of every offer.
#[must_use]
pub fn all_break_evens(case: Case<'_>) -> Vec<BreakEvens> {
    // The best offer is everybody's rival but its own.
    let best = case.best_rival(usize::MAX);
    let second = best.and_then(|best| case.best_rival(best));
    let rival = |offer| if Some(offer) == best { second } else { best };
    (0..case.comparison.offers.len()).map(|offer| against_best(case, offer, rival(offer))).collect()
}

fn against_best(case: Case<'_>, offer: usize, rival: Option<usize>) -> BreakEvens {
    let ground = Ground::of(case);
    let rival_cdv = rival.map(|rival| ground.cdv(rival));
    let cell = |criterion| ground.cell(offer, criterion, rival_cdv?);
    BreakEvens { rival, cells: case.comparison.criteria.iter().map(cell).collect() }
}

/// A level with so many decimal places, next to `x`, at which `offer` still ties or beats `rival`: what may be shown
/// for a root without promising too much.
///
/// `x` itself where neither neighbour does, as at the top of a hill.
#[must_use]
pub fn rounded_to_tie(case: Case<'_>, offer: usize, criterion: CriterionId, rival: usize, x: f64, places: i32) -> f64 {
    let ground = Ground::of(case);
    let Some(Varying { leaf, worth, low, high, .. }) = varying(case.comparison, case.compiled, offer, criterion) else {
        return x;
    };
    let Some(rest) = ground.without(offer, leaf) else { return x };
    let rival_cdv = ground.cdv(rival);
    let tolerance = TIE_TOLERANCE * rival_cdv.abs().max(1.0);
    let holds = |x: f64| rest + ground.per_point(leaf) * worth.at(x) - rival_cdv >= -tolerance;
    let grain = 10.0_f64.powi(places);
    let below = (x * grain).floor();
    // Adding 0 turns −0 into 0.
    let [mut near, mut far] = [below / grain + 0.0, (below + 1.0) / grain + 0.0];
    if far - x < x - near {
        (near, far) = (far, near);
    }
    [near, far].into_iter().find(|x| (low..=high).contains(x) && holds(*x)).unwrap_or(x)
}

/// Every price ≥ 0 of offer `ours` (an index) at which it delivers as much as `rival`, all else as it is, in units of
/// currency, nearest to today's price first: [`break_even_level`] of the criterion that is the price.
///
/// Empty where no price does it. `None` where the comparison has no price, today's is missing, or one of the two
/// offers is incomplete.
#[must_use]
pub fn break_even_price(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    ours: usize,
    rival: usize,
) -> Option<Vec<Root>> {
    comparison.price_units(comparison.offers.get(ours)?)?;
    let weighting = Weighting::of(segment, compiled);
    let ground = Ground { comparison, compiled, weighting: &weighting };
    match against(ground, ours, comparison.header.price?, rival)? {
        BreakEven::Numbers { roots, .. } => Some(roots),
        BreakEven::Named { .. } => None,
    }
}
