//! What each lever can do, as stretches on which cost and gain are lines.

use super::Setting;
use crate::model::{
    AMOUNT_MAX_MINOR, Account, CategoryId, CriterionId, Currency, Leaf, Level, Lever, Paid, Reach, Scale, leaf_of,
};
use crate::value::case::Case;
use crate::value::compile::scale_worth;

/// A run of levels on which cost and gain are lines; a single level where both ends are the same.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// The named level that this is.
    pub named: Option<CategoryId>,
    /// Levels, the cheaper end first.
    pub levels: [f64; 2],
    /// Cost at the ends, ≥ 0, ascending.
    pub cost: [f64; 2],
    /// Gain of CDV at the ends; for money what the buyer saves in minor units.
    pub gain: [f64; 2],
    /// Whole steps between the ends, where only whole steps can be had.
    pub steps: Option<f64>,
}

impl Stretch {
    /// The part 0…1 of the way to the far end, as (level, cost, gain).
    pub fn at(&self, part: f64) -> (f64, f64, f64) {
        let between = |ends: [f64; 2]| if part >= 1.0 { ends[1] } else { ends[0] + part * (ends[1] - ends[0]) };
        (between(self.levels), between(self.cost), between(self.gain))
    }

    /// The least part at which the gain is `need`, give or take `tolerance`; `None` where it never is.
    pub fn part_for(&self, need: f64, tolerance: f64) -> Option<f64> {
        let enough = |part: f64| self.at(part).2 >= need - tolerance;
        if enough(0.0) {
            return Some(0.0);
        }
        if !enough(1.0) {
            return None;
        }
        let part = ((need - self.gain[0]) / (self.gain[1] - self.gain[0])).clamp(0.0, 1.0);
        Some(match self.steps {
            None => part,
            Some(steps) => {
                let whole = (part * steps).floor();
                let reached = if enough(whole / steps) { whole } else { whole + 1.0 };
                (reached / steps).min(1.0)
            }
        })
    }
}

/// A lever that can be pulled.
#[derive(Clone, Debug)]
pub(super) struct Pull {
    pub criterion: CriterionId,
    pub today: Setting,
    /// Size of a step; 0 for named levels.
    pub step: f64,
    /// True where it acts through the total cost of ownership.
    pub is_money: bool,
    pub stretches: Vec<Stretch>,
}

impl Pull {
    /// The largest gain (or saving) of this lever, ≥ 0.
    pub fn most(&self) -> f64 {
        self.stretches.iter().flat_map(|s| s.gain).fold(0.0, f64::max)
    }
}

/// How money that the buyer saves becomes CDV: the curve of ownership from today's total downwards.
#[derive(Clone, Debug)]
pub(super) struct Purse {
    /// Saved minor units and the gain of CDV there, ascending from (0, 0); straight between them.
    pub points: Vec<[f64; 2]>,
}

impl Purse {
    fn new(case: Case<'_>, offer: usize, most_saved: f64) -> Option<Self> {
        let total = case.comparison.ownership_cost(&case.comparison.offers[offer])?;
        let leaf = case.compiled.index_of(Leaf::Ownership)?;
        let weight = case.weighting.cost_emphasis * case.weighting.coefficients[leaf];
        let header = &case.comparison.header;
        let burden = |minor: f64| match header.account {
            Account::Points => header.ownership.curve.at(minor),
            Account::Money => header.currency.units(minor),
        };
        let bends = match header.account {
            Account::Points => header.ownership.curve.points(),
            Account::Money => &[],
        };
        let mut saved: Vec<f64> = bends.iter().map(|p| total - p[0]).filter(|s| *s > 0.0 && *s < most_saved).collect();
        saved.extend([0.0, most_saved]);
        saved.sort_by(f64::total_cmp);
        saved.dedup();
        let today = burden(total);
        Some(Self { points: saved.into_iter().map(|s| [s, weight * (today - burden(total - s))]).collect() })
    }

    /// The gain of CDV from saving `saved` minor units.
    pub fn gain(&self, saved: f64) -> f64 {
        let after = self.points.partition_point(|p| p[0] < saved);
        match (after.checked_sub(1).and_then(|i| self.points.get(i)), self.points.get(after)) {
            (Some([s0, g0]), Some([s1, g1])) => g0 + (saved - s0) * ((g1 - g0) / (s1 - s0)),
            (Some([_, g]), None) | (None, Some([_, g])) => *g,
            (None, None) => 0.0,
        }
    }

    /// The least saving whose gain is `need`, give or take `tolerance`.
    pub fn saving_for(&self, need: f64, tolerance: f64) -> Option<f64> {
        let first = self.points.iter().position(|p| p[1] >= need - tolerance)?;
        let [s1, g1] = self.points[first];
        let before = first.checked_sub(1).map(|i| self.points[i]);
        Some(before.map_or(s1, |[s0, g0]| (s0 + (need - g0) / (g1 - g0) * (s1 - s0)).clamp(s0, s1)))
    }
}

/// The levers of one offer and what they have to reach.
#[derive(Clone, Debug)]
pub(super) struct Situation {
    pub pulls: Vec<Pull>,
    pub purse: Purse,
    /// What CDV must gain.
    pub need: f64,
    /// By how much it may fall short of that.
    pub tolerance: f64,
    pub currency: Currency,
}

impl Situation {
    pub fn new(case: Case<'_>, offer: usize, need: f64, tolerance: f64) -> Self {
        let levers = &case.comparison.offers[offer].levers.levers;
        let pulls: Vec<Pull> = levers.iter().filter_map(|lever| pull(case, offer, lever)).collect();
        let most_saved = pulls.iter().filter(|p| p.is_money).map(Pull::most).sum();
        let purse = Purse::new(case, offer, most_saved).unwrap_or(Purse { points: Vec::new() });
        Self { pulls, purse, need, tolerance, currency: case.comparison.header.currency }
    }

    /// True where a gain of CDV is enough.
    pub fn is_met(&self, gain: f64) -> bool {
        gain >= self.need - self.tolerance
    }

    /// The largest gain of all levers together.
    pub fn most(&self) -> f64 {
        let part = |is_money| self.pulls.iter().filter(move |p| p.is_money == is_money).map(Pull::most).sum::<f64>();
        part(false) + self.purse.gain(part(true))
    }
}

/// What a lever can do; `None` for one that fits no level or criterion any more. Without a level today it does nothing.
fn pull(case: Case<'_>, offer: usize, lever: &Lever) -> Option<Pull> {
    let criterion = case.comparison.criterion(lever.criterion)?;
    let scale = &criterion.scale;
    let ours = &case.comparison.offers[offer];
    let leaf = case.compiled.index_of(leaf_of(criterion))?;
    let weight = case.weighting.coefficients[leaf];
    let sign = if leaf < case.compiled.value_leaves { weight } else { -case.weighting.cost_emphasis * weight };
    let has = *ours.levels.get(&lever.criterion)?;
    let currency = case.comparison.header.currency;
    let (today, stretches, step) = match (&lever.reach, has) {
        (Reach::Named { costs }, Level::Category(now)) => {
            let worth_now = scale_worth(scale, has)?;
            let others = costs.iter().filter(|(id, _)| **id != now).filter_map(|(id, cost)| {
                let gain = sign * (scale_worth(scale, Level::Category(*id))? - worth_now);
                let (cost, gain) = ([*cost; 2], [gain; 2]);
                Some(Stretch { named: Some(*id), levels: [0.0; 2], cost, gain, steps: None })
            });
            (Setting::Named(now), others.collect(), 0.0)
        }
        (Reach::Steps { step, .. }, Level::Number(x)) => {
            let bends: Vec<f64> = match scale {
                Scale::Measure { curve, .. } => curve.points().iter().map(|p| p[0]).collect(),
                _ => Vec::new(),
            };
            let worth_now = scale_worth(scale, has)?;
            let gain = |to: f64| scale_worth(scale, Level::Number(to)).map_or(0.0, |worth| sign * (worth - worth_now));
            (Setting::Number(x), stretches(lever, lever.range(scale, x)?, x, &bends, gain), *step)
        }
        (Reach::Steps { step, .. }, Level::Money(minor)) => {
            let today = units(currency, minor);
            let Scale::Money { paid } = scale else { return None };
            let times = if *paid == Paid::Once { 1.0 } else { case.comparison.header.ownership.annuity() };
            let per_unit = times / currency.units(1.0);
            let least = units(currency, -AMOUNT_MAX_MINOR);
            let (low, high) = lever.range(scale, today)?;
            // Money that the buyer pays more of never helps.
            let range = (low.max(least), high.min(today));
            (Setting::Number(today), stretches(lever, range, today, &[], |to| per_unit * (today - to)), *step)
        }
        _ => return None,
    };
    Some(Pull { criterion: lever.criterion, today, step, is_money: scale.is_money(), stretches })
}

#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn units(currency: Currency, minor: i64) -> f64 {
    currency.units(minor as f64)
}

/// How far from a whole number of steps still counts as one: levels such as 0.3 are not exact.
const STEP_SLACK: f64 = 1e-9;

/// The stretches of a numeric lever, cut where the slope of cost or gain changes.
fn stretches(
    lever: &Lever,
    (low, high): (f64, f64),
    today: f64,
    bends: &[f64],
    gain: impl Fn(f64) -> f64,
) -> Vec<Stretch> {
    let Reach::Steps { step, cost, whole, .. } = lever.reach else { return Vec::new() };
    if low > high {
        return Vec::new();
    }
    let mut cuts: Vec<f64> = bends.iter().chain([&today]).copied().filter(|x| *x > low && *x < high).collect();
    cuts.extend([low, high]);
    cuts.sort_by(f64::total_cmp);
    let cost_at = |x: f64| (x - today).abs() / step * cost;
    let stretch = |[a, b]: [f64; 2], steps| {
        let levels = if (a - today).abs() <= (b - today).abs() { [a, b] } else { [b, a] };
        Stretch { named: None, levels, cost: levels.map(cost_at), gain: levels.map(&gain), steps }
    };
    let run = |pair: &[f64]| {
        let [a, b] = [pair[0], pair[1]];
        if !whole {
            return Some(stretch([a, b], None));
        }
        let first = ((a - today) / step - STEP_SLACK).ceil();
        let last = ((b - today) / step + STEP_SLACK).floor();
        let after = |k: f64| (today + k * step).clamp(a, b);
        (first <= last).then(|| stretch([after(first), after(last)], Some(last - first)))
    };
    let mut found: Vec<Stretch> = cuts.windows(2).filter_map(run).collect();
    found.retain(|s| s.gain.iter().any(|gain| *gain > 0.0));
    found
}
