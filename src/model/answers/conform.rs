//! Answers in a comparison that changes around them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answers, Elicited, Item, Method, Scope};
use crate::model::comparison::{Comparison, Criterion, leaf_of};
use crate::model::dimension::Dimension;
use crate::model::id::{CriterionId, OfferId};
use crate::model::scale::{Level, Scale};
use crate::model::weights::Leaf;

/// What answers stand on: the leaves, scales and offers that there are.
#[derive(Debug)]
pub struct Ground<'a> {
    leaves: [Vec<Leaf>; 8],
    scales: BTreeMap<CriterionId, &'a Scale>,
    offers: BTreeSet<OfferId>,
}

impl<'a> Ground<'a> {
    /// The ground of these criteria, by position, and these offers.
    #[must_use]
    pub fn new(criteria: impl IntoIterator<Item = &'a Criterion>, offers: impl IntoIterator<Item = OfferId>) -> Self {
        let mut leaves: [Vec<Leaf>; 8] = Default::default();
        let mut scales = BTreeMap::new();
        for criterion in criteria {
            let leaf = leaf_of(criterion);
            let own = &mut leaves[criterion.dimension.index()];
            if !own.contains(&leaf) {
                own.push(leaf);
            }
            scales.insert(criterion.id, &criterion.scale);
        }
        Self { leaves, scales, offers: offers.into_iter().collect() }
    }

    /// The ground of a comparison.
    #[must_use]
    pub fn of(comparison: &'a Comparison) -> Self {
        Self::new(&comparison.criteria, comparison.offers.iter().map(|o| o.id))
    }

    /// What is weighed in `scope`.
    #[must_use]
    pub fn items(&self, scope: Scope) -> Vec<Item> {
        scope.items(&self.leaves)
    }

    /// The leaves of a dimension.
    #[must_use]
    pub fn leaves(&self, dimension: Dimension) -> &[Leaf] {
        &self.leaves[dimension.index()]
    }

    /// True where a criterion takes this level.
    #[must_use]
    pub fn takes(&self, criterion: CriterionId, level: Level) -> bool {
        self.scales.get(&criterion).is_some_and(|scale| level.check(scale).is_ok())
    }

    /// True where `item` has this level: an amount for the money leaf, what its scale takes for a criterion.
    #[must_use]
    pub fn fits(&self, item: Item, level: Level) -> bool {
        match item {
            Item::Leaf(Leaf::Criterion(id)) => self.takes(id, level),
            Item::Leaf(Leaf::Ownership) => matches!(level, Level::Money(_)),
            Item::Side(_) | Item::Dimension(_) => false,
        }
    }
}

impl Elicited {
    /// Lets go of what the ground does not bear: answers about items, levels and offers that are gone. `false` where
    /// nothing is left.
    ///
    /// What is not answered in full any more, as something came or went, is no longer in force.
    #[must_use]
    pub fn conform(&mut self, ground: &Ground<'_>) -> bool {
        let items = ground.items(self.scope);
        let before = self.answers.without_offers();
        match &mut self.answers {
            Answers::Points { points } => points.retain(|(item, _)| items.contains(item)),
            Answers::RankOrder { places, .. } => places.retain(|(item, _)| items.contains(item)),
            Answers::Swing { swings } | Answers::Money { swings, .. } => swings.retain(|s| {
                let has = |levels: [Level; 2]| levels.iter().all(|level| ground.fits(s.item, *level));
                items.contains(&s.item) && s.levels.is_none_or(has)
            }),
            Answers::Pairwise { judgements, .. } => {
                judgements.retain(|j| items.contains(&j.row) && items.contains(&j.column));
            }
            Answers::Choices { choices } => choices.retain_mut(|choice| {
                // A level that its criterion no longer takes leaves nothing to compare; one whose criterion went was the
                // same for nobody any more.
                let is_lost =
                    |(id, level): (&CriterionId, &Level)| ground.scales.contains_key(id) && !ground.takes(*id, *level);
                if choice.alternatives.iter().any(|a| a.levels.iter().any(is_lost)) {
                    return false;
                }
                for alternative in &mut choice.alternatives {
                    alternative.levels.retain(|id, _| ground.scales.contains_key(id));
                    alternative.offer = alternative.offer.filter(|id| ground.offers.contains(id));
                }
                true
            }),
        }
        let is_whole = self.answers.without_offers() == before;
        if !is_whole {
            // What went leaves no gap in an order.
            self.answers = std::mem::replace(&mut self.answers, Answers::none(Method::Points)).tidied();
        }
        self.in_force &= is_whole;
        self.in_force &= items.iter().all(|item| self.answers.are_about(*item, ground));
        !self.answers.is_empty()
    }
}

impl Answers {
    /// The answers, whatever the offers that were to choose from were called.
    fn without_offers(&self) -> Self {
        let mut answers = self.clone();
        if let Self::Choices { choices } = &mut answers {
            choices.iter_mut().flat_map(|c| &mut c.alternatives).for_each(|a| a.offer = None);
        }
        answers
    }

    /// True where something is said about `item`.
    fn are_about(&self, item: Item, ground: &Ground<'_>) -> bool {
        match self {
            Self::Points { points } => points.iter().any(|(named, _)| *named == item),
            Self::RankOrder { places, .. } => places.iter().any(|(named, _)| *named == item),
            Self::Swing { swings } => swings.iter().any(|s| s.item == item),
            // Money is worth itself.
            Self::Money { swings, .. } => {
                item == Item::Leaf(Leaf::Ownership)
                    || item == Item::Dimension(Dimension::Monetary)
                        && ground.leaves(Dimension::Monetary) == [Leaf::Ownership]
                    || swings.iter().any(|s| s.item == item)
            }
            // One item has nothing to be compared with.
            Self::Pairwise { judgements, .. } => judgements.iter().any(|j| j.row == item || j.column == item),
            Self::Choices { choices } => {
                let knows =
                    |id: &CriterionId| choices.iter().flat_map(|c| &c.alternatives).any(|a| a.levels.contains_key(id));
                match item {
                    Item::Leaf(Leaf::Criterion(id)) => knows(&id),
                    Item::Leaf(Leaf::Ownership) => {
                        ground.scales.iter().filter(|(_, scale)| scale.is_money()).all(|(id, _)| knows(id))
                    }
                    Item::Side(_) | Item::Dimension(_) => false,
                }
            }
        }
    }

    /// Every amount of money in minor units, for a change of currency.
    pub(in crate::model) fn amounts_mut(&mut self) -> Box<dyn Iterator<Item = &mut i64> + '_> {
        fn amount(level: &mut Level) -> Option<&mut i64> {
            if let Level::Money(minor) = level { Some(minor) } else { None }
        }
        match self {
            Self::Points { .. } | Self::RankOrder { .. } | Self::Pairwise { .. } => Box::new(std::iter::empty()),
            Self::Swing { swings } => {
                Box::new(swings.iter_mut().flat_map(|s| s.levels.iter_mut().flatten()).filter_map(amount))
            }
            Self::Money { swings, at } => {
                let levels = swings.iter_mut().flat_map(|s| s.levels.iter_mut().flatten()).filter_map(amount);
                Box::new(levels.chain(at.iter_mut()))
            }
            Self::Choices { choices } => {
                let alternatives = choices.iter_mut().flat_map(|c| &mut c.alternatives);
                Box::new(alternatives.flat_map(|a| a.levels.values_mut()).filter_map(amount))
            }
        }
    }
}
