//! What is doubtful in a model itself: scales, weights and levels that hardly say what their maker meant.
//!
//! Findings are data with the figures that tell them; each knows what to look at and, where one click can mend it, the
//! edits that do. Criteria of weight 0 count nothing, so of them only the weight is a finding.

mod doubt;
mod mend;
mod nice;
mod pairs;
mod scales;

pub use doubt::{Sorted, sorted};
pub use mend::{Mend, MendKind, mends};
pub use nice::nice_anchors;

use super::case::Case;
use super::dominance::Dominance;
use super::rank::ties;
use crate::model::{Account, CriterionId, Dimension, Doubt, Leaf, OfferId};

/// A doubtful part of a model.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Offers without a level on a leaf that counts: they are left out of ranks.
    Missing {
        /// What is missing.
        leaf: Leaf,
        /// The criterion whose level the first of the offers lacks.
        criterion: CriterionId,
        /// Who lacks it, in the order of the table.
        offers: Vec<OfferId>,
    },
    /// Levels outside the anchors, scored by more than 100 or less than 0 points, or all alike where the scale is flat.
    Outside {
        /// Whose scale.
        leaf: Leaf,
        /// Who has such a level, in the order of the table.
        offers: Vec<OfferId>,
        /// Lowest and highest level of all offers; money in minor units.
        levels: [f64; 2],
        /// The anchors.
        anchors: [f64; 2],
        /// True where the scale is flat beyond them.
        flat: bool,
    },
    /// A weight that was given when the scale had another range: see [`crate::model::record_ranges`].
    RangeChanged {
        /// Whose weight.
        leaf: Leaf,
        /// The range then; of named levels in points.
        given: [f64; 2],
        /// The range now.
        now: [f64; 2],
    },
    /// Two leaves that go up and down together, so that one thing may be counted twice.
    Together {
        /// The two, in the order of the table.
        leaves: [Leaf; 2],
        /// Pearson's r of their signed contributions; see [`TOGETHER`] and [`CHANCE`].
        correlation: f64,
        /// The offers that have a level on both.
        offers: usize,
        /// Their effective weights; multipliers in a money account.
        weights: [f64; 2],
    },
    /// Anchors more than [`FAR_WIDER`] times as far apart as the levels of the offers.
    Wide {
        /// Whose scale.
        leaf: Leaf,
        /// Lowest and highest level of all offers.
        levels: [f64; 2],
        /// The anchors.
        anchors: [f64; 2],
        /// The points between the two levels.
        points: f64,
    },
    /// A scale that never reaches 0 or never reaches 100 points, so that the weight says more than it has.
    MissesEnd {
        /// Whose scale.
        leaf: Leaf,
        /// The least and the most points that it reaches.
        reached: [f64; 2],
    },
    /// A leaf on which all offers score the same: it changes no rank.
    AllEqual {
        /// Which leaf.
        leaf: Leaf,
        /// Its effective weight; the multiplier in a money account.
        weight: f64,
        /// False where the levels differ and only the scale makes them equal.
        same_level: bool,
    },
    /// An offer that another one beats or equals on everything that counts.
    Dominated {
        /// Who is beaten.
        offer: OfferId,
        /// By whom; the first of them, or the one that was looked at when this was dismissed.
        by: OfferId,
        /// How many more beat it.
        others: usize,
    },
    /// A leaf that counts nothing although its dimension counts.
    ZeroWeight {
        /// Which leaf.
        leaf: Leaf,
    },
    /// A dimension that counts nothing although it has criteria.
    ZeroDimension {
        /// Which dimension.
        dimension: Dimension,
        /// Its first criterion.
        criterion: CriterionId,
    },
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weightiness {
    /// It can make the answer wrong.
    Matters,
    /// It may be meant.
    WorthALook,
}

/// Criteria whose contributions correlate at least so much move together: r = 0.9 is r² = 0.81, so four fifths of what
/// one of them says the other says too.
pub const TOGETHER: f64 = 0.9;

/// Nor may it be chance: that any of the pairs of a model with unrelated criteria correlates so much must be no more
/// likely than this. Few offers with many criteria need a higher r than [`TOGETHER`]: four offers with nine criteria
/// 0.9986, ten offers no more than 0.9.
pub const CHANCE: f64 = 0.05;

/// Fewest offers of which a correlation is said.
pub const TOGETHER_OFFERS: usize = 4;

/// Anchors are far wider than the data where they are more than so many times as far apart: then all offers lie within
/// 10 of its 100 points, one mark of ten, and most of the weight is given to differences that nobody offers.
pub const FAR_WIDER: f64 = 10.0;

impl Finding {
    /// Whether it can make the answer wrong, or may be meant.
    ///
    /// A missing level leaves an offer out; a level beyond the anchors counts more than its weight says; a weight for
    /// another range says another trade-off. All else is a matter of judgement.
    #[must_use]
    pub fn weightiness(&self) -> Weightiness {
        match self {
            Self::Missing { .. } | Self::Outside { flat: false, .. } | Self::RangeChanged { .. } => {
                Weightiness::Matters
            }
            _ => Weightiness::WorthALook,
        }
    }

    /// What to look at, one place or two.
    #[must_use]
    pub fn places(&self, case: Case<'_>) -> Vec<Place> {
        let of_leaf = |leaf: Leaf| match leaf {
            Leaf::Criterion(id) => Some(id),
            Leaf::Ownership => {
                let price = case.comparison.header.price;
                price.or_else(|| case.comparison.money_criteria().next().map(|c| c.id))
            }
        };
        let place = |criterion, offer| Place { criterion, offer };
        match self {
            Self::Missing { criterion, offers, .. } => vec![place(Some(*criterion), offers.first().copied())],
            Self::Outside { leaf, offers, .. } => vec![place(of_leaf(*leaf), offers.first().copied())],
            Self::Together { leaves, .. } => leaves.iter().map(|leaf| place(of_leaf(*leaf), None)).collect(),
            Self::RangeChanged { leaf, .. }
            | Self::Wide { leaf, .. }
            | Self::MissesEnd { leaf, .. }
            | Self::AllEqual { leaf, .. }
            | Self::ZeroWeight { leaf } => vec![place(of_leaf(*leaf), None)],
            Self::Dominated { offer, by, .. } => vec![place(None, Some(*offer)), place(None, Some(*by))],
            Self::ZeroDimension { criterion, .. } => vec![place(Some(*criterion), None)],
        }
    }
}

/// A cell of the table, or a row or column of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row; `None` for any.
    pub criterion: Option<CriterionId>,
    /// The column; `None` for any.
    pub offer: Option<OfferId>,
}

/// What is doubtful in a model, by kind in the order of [`Finding`], what matters first; within a kind in the order of
/// the table.
///
/// One pass over `leaves × offers` numbers, one over each pair of leaves, and [`Dominance::of`] for every offer: a
/// few milliseconds for 1,000 offers × 24 criteria.
#[must_use]
pub fn findings(case: Case<'_>) -> Vec<Finding> {
    let weighs = |l: &usize| case.weighting.coefficients[*l] > 0.0;
    let leaves: Vec<usize> = (0..case.compiled.leaves().len()).filter(weighs).collect();
    let mut found: Vec<Finding> = leaves.iter().filter_map(|&l| missing(case, l)).collect();
    found.extend(scales::findings(case, &leaves));
    found.extend(pairs::findings(case, &leaves));
    found.extend(leaves.iter().filter_map(|&l| all_equal(case, l)));
    found.extend(dominated(case));
    found.extend(weightless(case));
    found.sort_by_key(|finding| (finding.weightiness(), kind(finding)));
    found
}

/// Place of a kind in the order of importance.
fn kind(finding: &Finding) -> usize {
    match finding {
        Finding::Missing { .. } => 0,
        Finding::Outside { .. } => 1,
        Finding::RangeChanged { .. } => 2,
        Finding::Together { .. } => 3,
        Finding::Wide { .. } => 4,
        Finding::MissesEnd { .. } => 5,
        Finding::AllEqual { .. } => 6,
        Finding::Dominated { .. } => 7,
        Finding::ZeroWeight { .. } | Finding::ZeroDimension { .. } => 8,
    }
}

fn missing(case: Case<'_>, l: usize) -> Option<Finding> {
    let (compiled, comparison) = (case.compiled, case.comparison);
    let leaf = compiled.leaves().get(l)?.leaf;
    let lacks = |(o, _): &(usize, &crate::model::Offer)| compiled.worth(l, *o).is_none();
    let offers: Vec<&crate::model::Offer> =
        comparison.offers.iter().enumerate().filter(lacks).map(|(_, offer)| offer).collect();
    let first = offers.first()?;
    let criterion = match leaf {
        Leaf::Criterion(id) => id,
        // An amount may be missing, or their sum be beyond all numbers.
        Leaf::Ownership => comparison.money_criteria().find(|c| !first.levels.contains_key(&c.id))?.id,
    };
    Some(Finding::Missing { leaf, criterion, offers: offers.iter().map(|o| o.id).collect() })
}

fn all_equal(case: Case<'_>, l: usize) -> Option<Finding> {
    let compiled = case.compiled;
    let leaf = compiled.leaves().get(l)?.leaf;
    let mut worths = (0..compiled.offers()).filter_map(|o| compiled.worth(l, o));
    let first = worths.next()?;
    let mut several = false;
    for worth in worths {
        several = true;
        if !ties(worth, first) {
            return None;
        }
    }
    let same_level = scales::levels_span(case, leaf).is_none_or(|[low, high]| ties(low, high));
    let weight = case.weighting.coefficients[l];
    several.then_some(Finding::AllEqual { leaf, weight, same_level })
}

fn dominated(case: Case<'_>) -> Vec<Finding> {
    let dominance = Dominance::new(case);
    let id = |o: usize| case.comparison.offers[o].id;
    let looked_at = |offer: OfferId| {
        case.comparison.header.dismissed.iter().filter_map(move |doubt| match doubt {
            Doubt::Dominated { offer: of, by } if *of == offer => Some(*by),
            _ => None,
        })
    };
    let of = |o: usize| {
        let by = dominance.of(o).on_every_criterion;
        let known = looked_at(id(o)).find(|known| by.iter().any(|&b| id(b) == *known));
        let named = known.or_else(|| by.first().map(|&b| id(b)))?;
        Some(Finding::Dominated { offer: id(o), by: named, others: by.len() - 1 })
    };
    (0..case.compiled.offers()).filter_map(of).collect()
}

/// Dimensions and leaves that count nothing; of a dimension that counts nothing its leaves are not told.
fn weightless(case: Case<'_>) -> Vec<Finding> {
    let comparison = case.comparison;
    let in_points = comparison.header.account == Account::Points;
    let mut found = Vec::new();
    for dimension in Dimension::ALL {
        let Some(first) = comparison.criteria_of(dimension).next() else { continue };
        if in_points && case.segment.weights.dimension(dimension).share <= 0.0 {
            found.push(Finding::ZeroDimension { dimension, criterion: first.id });
            continue;
        }
        let leaves = case.compiled.leaves().iter().zip(&case.weighting.coefficients);
        let zero = leaves.filter(|(l, coefficient)| l.dimension == dimension && **coefficient <= 0.0);
        found.extend(zero.map(|(l, _)| Finding::ZeroWeight { leaf: l.leaf }));
    }
    found
}
