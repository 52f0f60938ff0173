//! Satisfaction: how far what is perceived meets what was expected.
//!
//! Satisfaction with a leaf is the signed contribution of the level that is perceived − that of the level that is
//! expected (DESIGN §1; the expectancy–disconfirmation of Oliver 1980): above 0 the offer is better than expected.
//! Weights, λ and scales are those of the kind of buyer, so that over all leaves
//! Σ satisfaction = CDV(offer) − CDV(expected), in points or in units of currency.

use super::case::Case;
use super::compile::{Compiled, Weighting};
use crate::model::{Expectation, Offer, OfferId, blank_offer};

/// When an offer is judged: customers judge otherwise when they buy and when they use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// By the levels that it is bought by.
    Bought,
    /// By the levels that it turns out to have; as bought where nothing else was said.
    InUse,
}

/// A signed figure for every leaf, in the order of [`Compiled::leaves`].
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// `None` where a level of weight above 0 is missing; 0 where the weight is 0.
    pub leaves: Vec<Option<f64>>,
    /// Their sum; `None` where one of them is missing.
    pub total: Option<f64>,
}

impl Judged {
    fn new(leaves: Vec<Option<f64>>) -> Self {
        let total: Option<f64> = leaves.iter().copied().sum();
        Self { leaves, total: total.filter(|total| total.is_finite()) }
    }

    fn of(compiled: &Compiled, weighting: &Weighting, offer: usize) -> Self {
        let is_missing = |l: usize| weighting.coefficients[l] > 0.0 && compiled.worth(l, offer).is_none();
        let leaf = |l: usize| (!is_missing(l)).then(|| compiled.contribution(weighting, l, offer));
        Self::new((0..compiled.leaves().len()).map(leaf).collect())
    }

    /// Leaf by leaf this − the other; missing where one of the two is.
    fn minus(&self, other: &Self) -> Self {
        let leaves = self.leaves.iter().zip(&other.leaves).map(|(a, b)| Some((*a)? - (*b)?));
        Self::new(leaves.collect())
    }

    /// The leaves that are missing.
    pub fn missing(&self) -> impl Iterator<Item = usize> + '_ {
        self.leaves.iter().enumerate().filter(|(_, leaf)| leaf.is_none()).map(|(l, _)| l)
    }
}

/// What is expected, and every offer held against it.
#[derive(Clone, Debug)]
pub struct Satisfaction<'a> {
    case: Case<'a>,
    expected: Judged,
    /// The offers that are other in use than as bought.
    in_use: Compiled,
    /// By offer: its place in `in_use`.
    places: Vec<Option<usize>>,
}

impl<'a> Satisfaction<'a> {
    /// `None` where nobody said what the buyer expects.
    ///
    /// ```
    /// use worthwhile::model::{Edit, IdSource, Level, Workbook, new_comparison};
    /// use worthwhile::value::{Prepared, Satisfaction, When};
    /// let mut workbook = Workbook::default();
    /// let mut one = new_comparison(&mut workbook.ids, "One".into());
    /// // One criterion in each dimension, all of equal weight: 1/4 of quality from 1 to 10.
    /// for criterion in one.criteria.clone() {
    ///     let level = if criterion.scale.is_money() { Level::Money(0) } else { Level::Number(7.0) };
    ///     one.offers[0].levels.insert(criterion.id, level);
    /// }
    /// let comparison = one.id();
    /// let quality = one.criteria[0].id;
    /// let better = one.offers[0].id;
    /// workbook.comparisons.push(one);
    /// for edit in [
    ///     Edit::AddExpectation { comparison },
    ///     Edit::SetLevels { comparison, cells: vec![(better, quality, Some(Level::Number(8.8)))] },
    /// ] {
    ///     let changes = edit.changes(&workbook).unwrap();
    ///     workbook.apply(&changes);
    /// }
    /// let one = &workbook.comparisons[0];
    /// let prepared = Prepared::new(one, &one.segments[0]);
    /// let satisfaction = Satisfaction::new(prepared.case()).unwrap();
    /// // 1.8 of 9 marks are 20 points.
    /// let share = prepared.case().weighting.coefficients[0];
    /// assert!((satisfaction.with(0, When::Bought).total.unwrap() - 20.0 * share).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn new(case: Case<'a>) -> Option<Self> {
        let comparison = case.comparison;
        let expectation = comparison.header.expectation.as_ref()?;
        let mut pseudo = blank_offer(OfferId::EXPECTED, Expectation::name(), 0);
        pseudo.levels.clone_from(&expectation.levels);
        let expected = Judged::of(&Compiled::of(comparison, &[pseudo]), case.weighting, 0);
        let mut used: Vec<Offer> = Vec::new();
        let place = |offer: &Offer| {
            (!offer.after_use.is_empty()).then(|| {
                used.push(offer.in_use());
                used.len() - 1
            })
        };
        let places = comparison.offers.iter().map(place).collect();
        Some(Self { case, expected, in_use: Compiled::of(comparison, &used), places })
    }

    /// The contributions of the levels that are expected; their sum is CDV(expected).
    #[must_use]
    pub fn expected(&self) -> &Judged {
        &self.expected
    }

    /// True where levels in use were said for the offer, be they other than as bought or not.
    #[must_use]
    pub fn is_used(&self, offer: usize) -> bool {
        self.places.get(offer).is_some_and(Option::is_some)
    }

    /// The contributions of an offer (index); their sum is its CDV as bought, or in use.
    #[must_use]
    pub fn perceived(&self, offer: usize, when: When) -> Judged {
        let weighting = self.case.weighting;
        match (when, self.places.get(offer).copied().flatten()) {
            (When::InUse, Some(place)) => Judged::of(&self.in_use, weighting, place),
            _ => Judged::of(self.case.compiled, weighting, offer),
        }
    }

    /// Satisfaction with an offer (index): perceived − expected, leaf by leaf and in all.
    #[must_use]
    pub fn with(&self, offer: usize, when: When) -> Judged {
        self.perceived(offer, when).minus(&self.expected)
    }

    /// What use changes: in use − as bought, leaf by leaf; in all CDV(in use) − CDV(as bought).
    #[must_use]
    pub fn change(&self, offer: usize) -> Judged {
        self.perceived(offer, When::InUse).minus(&self.perceived(offer, When::Bought))
    }
}
