//! What a seller could change of an offer, and what that costs per unit sold.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::curve::Curve;
use super::id::{CategoryId, CriterionId};
use super::scale::Scale;

/// The levers of an offer and how far it shall be ahead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LeverSet {
    /// In the order shown; each criterion once.
    #[serde(default)]
    pub levers: Vec<Lever>,
    /// CDV above the best rival's, ≥ 0: points, or units of currency in a money account.
    #[serde(default)]
    pub margin: f64,
}

/// A level that the seller could change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// Whose level.
    pub criterion: CriterionId,
    /// How far, in which steps, at what cost.
    pub reach: Reach,
}

/// How far a lever goes and what it costs the seller per unit sold, in units of currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// A rating, a measure or an amount: a level x costs `|x − today| / step · cost`, in either direction.
    Steps {
        /// One step, > 0; of amounts in units of currency.
        step: f64,
        /// What one step costs, ≥ 0.
        cost: f64,
        /// True where only whole steps away from today's level can be had.
        whole: bool,
        /// Lowest level; see [`Lever::range`] where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// Highest level; see [`Lever::range`] where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
    },
    /// Named levels: those that can be had instead of today's, and what each costs more than today's, ≥ 0.
    Named {
        /// Cost by level.
        costs: BTreeMap<CategoryId, f64>,
    },
}

/// The rule that levers break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeverRule {
    /// A lever of a criterion that is not there, or of another kind than its scale.
    #[error("a lever does not fit its criterion")]
    Misfit,
    /// Two levers of one criterion.
    #[error("a criterion has one lever only")]
    Twice,
    /// A step that is not above 0.
    #[error("a step must be a number above 0")]
    Step,
    /// A cost below 0.
    #[error("what a step costs must not be negative")]
    Cost,
    /// Bounds that are not ascending, or leave those of the rating.
    #[error("the bounds of a lever must ascend and stay within those of the rating")]
    Bounds,
    /// A margin below 0.
    #[error("the margin must not be negative")]
    Margin,
}

/// A number that may be 0 and that the engine reckons with.
fn is_amount(x: f64) -> bool {
    (0.0..=Curve::MAX_ABS).contains(&x)
}

impl LeverSet {
    /// True where nothing was ever said.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.levers.is_empty() && self.margin == 0.0
    }

    /// Checks every rule; `scale` gives the scale of a criterion.
    ///
    /// # Errors
    /// The index of the lever, where one is to blame, and the first broken rule.
    pub fn check<'a>(
        &self,
        scale: impl Fn(CriterionId) -> Option<&'a Scale>,
    ) -> Result<(), (Option<usize>, LeverRule)> {
        if !is_amount(self.margin) {
            return Err((None, LeverRule::Margin));
        }
        for (i, lever) in self.levers.iter().enumerate() {
            let at = |rule| (Some(i), rule);
            if self.levers[..i].iter().any(|other| other.criterion == lever.criterion) {
                return Err(at(LeverRule::Twice));
            }
            let scale = scale(lever.criterion).ok_or(at(LeverRule::Misfit))?;
            lever.check(scale).map_err(at)?;
        }
        Ok(())
    }

    /// Brings the levers in line with scales that changed or went: bounds move into the rating, named levels that are
    /// gone go, and what breaks a rule all the same goes as a whole.
    pub fn conform<'a>(&mut self, scale: impl Fn(CriterionId) -> Option<&'a Scale>) {
        if !is_amount(self.margin) {
            self.margin = 0.0;
        }
        let mut seen = Vec::with_capacity(self.levers.len());
        self.levers.retain_mut(|lever| {
            let Some(scale) = scale(lever.criterion).filter(|_| !seen.contains(&lever.criterion)) else { return false };
            match (&mut lever.reach, scale) {
                (Reach::Steps { low: from, high: to, .. }, Scale::Rating { low, high, .. }) => {
                    for bound in [from, to].into_iter().flatten() {
                        *bound = bound.clamp(*low, *high);
                    }
                }
                (Reach::Named { costs }, Scale::Category { .. }) => costs.retain(|id, _| scale.category(*id).is_some()),
                _ => {}
            }
            seen.push(lever.criterion);
            lever.check(scale).is_ok()
        });
    }
}

impl Lever {
    /// A lever with sensible steps: one named level, a mark, a unit of a measure, a unit of currency that costs what
    /// it is worth.
    #[must_use]
    pub fn new(criterion: CriterionId, scale: &Scale) -> Self {
        let steps = |cost, whole| Reach::Steps { step: 1.0, cost, whole, low: None, high: None };
        let reach = match scale {
            Scale::Rating { .. } | Scale::Measure { .. } => steps(0.0, true),
            Scale::Money { .. } => steps(1.0, false),
            Scale::Category { .. } => Reach::Named { costs: BTreeMap::new() },
        };
        Self { criterion, reach }
    }

    /// Checks every rule of one lever.
    ///
    /// # Errors
    /// The first broken rule.
    pub fn check(&self, scale: &Scale) -> Result<(), LeverRule> {
        match (&self.reach, scale) {
            (Reach::Named { costs }, Scale::Category { .. }) => {
                if costs.keys().any(|id| scale.category(*id).is_none()) {
                    return Err(LeverRule::Misfit);
                }
                if costs.values().all(|cost| is_amount(*cost)) { Ok(()) } else { Err(LeverRule::Cost) }
            }
            (Reach::Named { .. }, _) | (Reach::Steps { .. }, Scale::Category { .. }) => Err(LeverRule::Misfit),
            (Reach::Steps { step, cost, low, high, .. }, _) => {
                if *step <= 0.0 || !is_amount(*step) {
                    return Err(LeverRule::Step);
                }
                if !is_amount(*cost) {
                    return Err(LeverRule::Cost);
                }
                let (least, most) = match scale {
                    Scale::Rating { low, high, .. } => (*low, *high),
                    _ => (-Curve::MAX_ABS, Curve::MAX_ABS),
                };
                let inside = |bound: Option<f64>| bound.is_none_or(|b| (least..=most).contains(&b));
                let ascend = low.zip(*high).is_none_or(|(low, high)| low <= high);
                if inside(*low) && inside(*high) && ascend { Ok(()) } else { Err(LeverRule::Bounds) }
            }
        }
    }

    /// The levels from which this lever may choose, beside today's: lowest and highest, `None` for named levels.
    ///
    /// Where a bound is absent: those of the rating, the anchors of the measure, 0 and today's amount of money. Where
    /// the two do not ascend (a price above the highest is cut to it), nothing but today's level is left.
    #[must_use]
    pub fn range(&self, scale: &Scale, today: f64) -> Option<(f64, f64)> {
        let Reach::Steps { low, high, .. } = self.reach else { return None };
        let (least, most) = match scale {
            Scale::Rating { low, high, .. } => (*low, *high),
            Scale::Measure { curve, .. } => curve.anchors(),
            Scale::Money { .. } => (today.min(0.0), today),
            Scale::Category { .. } => return None,
        };
        Some((low.unwrap_or(least), high.unwrap_or(most)))
    }
}

impl Comparison {
    /// The scale of a criterion.
    #[must_use]
    pub fn scale(&self, id: CriterionId) -> Option<&Scale> {
        self.criterion(id).map(|c| &c.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, Text};

    fn steps(low: f64, high: f64) -> Lever {
        let reach = Reach::Steps { step: 1.0, cost: 2.0, whole: true, low: Some(low), high: Some(high) };
        Lever { criterion: CriterionId(1), reach }
    }

    #[test]
    fn a_lever_keeps_to_its_scale() {
        let rating = Scale::rating();
        assert_eq!(steps(3.0, 10.0).check(&rating), Ok(()));
        assert_eq!(steps(3.0, 11.0).check(&rating), Err(LeverRule::Bounds));
        assert_eq!(steps(5.0, 4.0).check(&rating), Err(LeverRule::Bounds));
        assert_eq!(steps(f64::NAN, 4.0).check(&rating), Err(LeverRule::Bounds));
        let with = |step, cost| Reach::Steps { step, cost, whole: false, low: None, high: None };
        let lever = |step, cost| Lever { criterion: CriterionId(1), reach: with(step, cost) };
        assert_eq!(lever(0.0, 1.0).check(&rating), Err(LeverRule::Step));
        assert_eq!(lever(f64::INFINITY, 1.0).check(&rating), Err(LeverRule::Step));
        assert_eq!(lever(1.0, -1.0).check(&rating), Err(LeverRule::Cost));
        assert_eq!(lever(1.0, 0.0).range(&rating, 4.0), Some((1.0, 10.0)));
        let twice = LeverSet { levers: vec![lever(1.0, 1.0), lever(2.0, 1.0)], margin: 0.0 };
        assert_eq!(twice.check(|_| Some(&rating)), Err((Some(1), LeverRule::Twice)));
        assert_eq!(LeverSet { levers: Vec::new(), margin: -1.0 }.check(|_| None), Err((None, LeverRule::Margin)));
    }

    #[test]
    fn a_new_scale_moves_bounds_and_takes_misfits_away() {
        let narrow = Scale::Rating { low: 2.0, high: 5.0, low_word: Text::default(), high_word: Text::default() };
        let mut set = LeverSet { levers: vec![steps(1.0, 10.0)], margin: f64::NAN };
        set.conform(|_| Some(&narrow));
        assert_eq!(set, LeverSet { levers: vec![steps(2.0, 5.0)], margin: 0.0 });
        let category = |id| Category::new(CategoryId(id), "x".into(), 1.0);
        let named = Scale::named(vec![category(1), category(2)]);
        let costs = BTreeMap::from([(CategoryId(2), 4.0), (CategoryId(3), 5.0)]);
        set.levers = vec![steps(1.0, 2.0), Lever { criterion: CriterionId(2), reach: Reach::Named { costs } }];
        set.conform(|_| Some(&named));
        let left = Reach::Named { costs: BTreeMap::from([(CategoryId(2), 4.0)]) };
        assert_eq!(set.levers, [Lever { criterion: CriterionId(2), reach: left }]);
        set.conform(|_| None);
        assert!(set.is_blank());
    }
}
