//! What the stated doubt in each level and weight does to the lead of one offer over another.

use super::case::Case;
use super::rank::ties;
use super::stability::{cost_part, emphasis_of_part, weights};
use super::sweep::{Quantity, State, Sweep};
use crate::model::{Account, CategoryId, CriterionId, Level, OfferId, Paid, Scale, leaf_of};

/// How sure a person is: what is added and taken away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    /// Of weights, as a part of their set: 0.1 = ten percentage points. λ moves by as much of
    /// [`cost_part`](super::cost_part).
    pub weight: f64,
    /// Of levels, as a part of what the scale spans between its anchors; of money at face value, of the amount.
    pub level: f64,
}

impl Default for Doubt {
    fn default() -> Self {
        Self { weight: 0.1, level: 0.1 }
    }
}

/// What is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// A weight, λ, or a level that is a number.
    Quantity(Quantity),
    /// A named level.
    Category {
        /// Whose level.
        offer: OfferId,
        /// On which criterion.
        criterion: CriterionId,
    },
}

/// What one doubt does to the lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// What is in doubt.
    pub cause: Cause,
    /// Least and largest value that it takes: a number; `None` for a named level.
    pub values: Option<[f64; 2]>,
    /// The neighbouring named levels by points, itself where it has no neighbour; `None` for a number.
    pub categories: Option<[CategoryId; 2]>,
    /// The lead at these two values.
    pub lead: [f64; 2],
    /// Least and largest lead on the way between them: more than at the ends where a curve bends back.
    pub reach: [f64; 2],
    /// True where the lead changes sides: the other offer comes out ahead.
    pub flips: bool,
}

impl Bar {
    /// How much of the lead is in doubt.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.reach[1] - self.reach[0]
    }
}

/// The tornado: for every weight, for λ, and for every level of the two offers, the lead `CDV(offer) − CDV(rival)` at
/// today's value minus and plus the doubt, all else as it is; longest bar first, those of the same length in the order
/// of the table.
///
/// Values are kept to what the scale, or the locked siblings, allow. A named level moves to its neighbours by points.
/// Levels that are missing are left out, and so are the levels of other offers: they do not enter the lead.
/// Empty where one of the two offers is incomplete, or both are the same.
///
/// Howard, *Decision Analysis: Practice and Promise*, Management Science 34 (1988): the tornado diagram.
#[must_use]
pub fn tornado(case: Case<'_>, offer: usize, rival: usize, doubt: Doubt) -> Vec<Bar> {
    let is_complete = |o: usize| case.delivered.complete.get(o).copied().unwrap_or(false);
    if offer == rival || !is_complete(offer) || !is_complete(rival) {
        return Vec::new();
    }
    let pair = [offer, rival];
    let mut bars: Vec<Bar> = weights(case).into_iter().filter_map(|q| number_bar(case, pair, q, doubt)).collect();
    for o in pair {
        let id = case.comparison.offers[o].id;
        for criterion in &case.comparison.criteria {
            let quantity = Quantity::Level { offer: id, criterion: criterion.id };
            bars.extend(match &criterion.scale {
                Scale::Category { .. } => named_bar(case, pair, o, criterion.id),
                _ => number_bar(case, pair, quantity, doubt),
            });
        }
    }
    bars.sort_by(|a, b| b.length().total_cmp(&a.length()));
    bars
}

fn lead(case: Case<'_>, [offer, rival]: [usize; 2], state: &State) -> f64 {
    state.cdv(&case, offer) - state.cdv(&case, rival)
}

/// True where the lead lies on different sides of a tie somewhere in `reach`.
fn flips(case: Case<'_>, [offer, rival]: [usize; 2], reach: [f64; 2]) -> bool {
    let cdv = &case.delivered.cdv;
    let now = cdv[offer] - cdv[rival];
    let is_clear = |lead: f64| !ties(cdv[offer] - lead, cdv[offer]);
    if now >= 0.0 { reach[0] < 0.0 && is_clear(reach[0]) } else { reach[1] > 0.0 && is_clear(reach[1]) }
}

fn number_bar(case: Case<'_>, pair: [usize; 2], quantity: Quantity, doubt: Doubt) -> Option<Bar> {
    let sweep = Sweep::new(case, quantity)?;
    let today = sweep.today?;
    let [low, high] = match quantity {
        Quantity::CostEmphasis => {
            [cost_part(today) - doubt.weight, cost_part(today) + doubt.weight].map(emphasis_of_part)
        }
        Quantity::Weight(_) => [today - doubt.weight, today + doubt.weight],
        Quantity::Level { criterion, .. } => {
            let step = doubt.level * span(case, criterion, today)?;
            [today - step, today + step]
        }
    }
    .map(|x| x.clamp(sweep.low, sweep.high));
    let offers = sweep.offers();
    if pair.iter().any(|o| !offers.contains(o)) {
        return None;
    }
    let at = |x: f64| lead(case, pair, &sweep.at(x));
    let ends = [at(low), at(high)];
    let bends = sweep.knots().iter().filter(|x| **x > low && **x < high).map(|x| at(*x));
    let reach = bends
        .chain(ends)
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[least, most], lead| [least.min(lead), most.max(lead)]);
    let flips = flips(case, pair, reach);
    Some(Bar {
        cause: Cause::Quantity(quantity),
        values: Some([low, high]),
        categories: None,
        lead: ends,
        reach,
        flips,
    })
}

/// What the scale of a criterion spans, in the unit of its levels.
fn span(case: Case<'_>, criterion: CriterionId, today: f64) -> Option<f64> {
    let header = &case.comparison.header;
    let (low, high) = match &case.comparison.criterion(criterion)?.scale {
        Scale::Rating { low, high, .. } => (*low, *high),
        Scale::Measure { curve, .. } => curve.anchors(),
        Scale::Category { .. } => return None,
        Scale::Money { .. } if case.compiled.account() == Account::Money => (0.0, today.abs()),
        Scale::Money { paid } => {
            // The scale is one of total cost: a yearly amount enters it many times.
            let times = if *paid == Paid::Once { 1.0 } else { header.ownership.annuity() };
            let (low, high) = header.ownership.curve.anchors();
            (header.currency.units(low) / times, header.currency.units(high) / times)
        }
    };
    Some(high - low)
}

fn named_bar(case: Case<'_>, pair: [usize; 2], offer: usize, criterion: CriterionId) -> Option<Bar> {
    let found = case.comparison.criterion(criterion)?;
    let Scale::Category { levels, .. } = &found.scale else { return None };
    let Level::Category(id) = case.comparison.offers[offer].levels.get(&criterion)? else { return None };
    let today = found.scale.category(*id)?;
    let place = case.compiled.index_of(leaf_of(found))?;
    let below = levels.iter().filter(|c| c.points < today.points).max_by(|a, b| a.points.total_cmp(&b.points));
    let above = levels.iter().filter(|c| c.points > today.points).min_by(|a, b| a.points.total_cmp(&b.points));
    let ends = [below.unwrap_or(today), above.unwrap_or(today)];
    let leads = ends.map(|c| {
        let state = State { weighting: case.weighting.clone(), moved: Some((place, offer, c.points)) };
        lead(case, pair, &state)
    });
    let reach = [leads[0].min(leads[1]), leads[0].max(leads[1])];
    let flips = flips(case, pair, reach);
    let whose = case.comparison.offers[offer].id;
    Some(Bar {
        cause: Cause::Category { offer: whose, criterion },
        values: None,
        categories: Some(ends.map(|c| c.id)),
        lead: leads,
        reach,
        flips,
    })
}
