//! What is weighed at once.

use serde::{Deserialize, Serialize};

use crate::model::dimension::{Dimension, Side};
use crate::model::weights::{Leaf, Member, WeightSet};

/// What is weighed at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The dimensions of a side against each other.
    Dimensions(Side),
    /// The leaves of a dimension against each other.
    Criteria(Dimension),
    /// All leaves of a side at once: their weights along the path, and so those of their dimensions.
    Side(Side),
    /// All leaves of both sides at once, which also gives λ.
    Both,
    /// The cost side against the value side: λ alone.
    Sides,
}

/// What is weighed in a [`Scope`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A whole side.
    Side(Side),
    /// A dimension.
    Dimension(Dimension),
    /// A leaf.
    Leaf(Leaf),
}

impl From<Member> for Item {
    fn from(member: Member) -> Self {
        match member {
            Member::Dimension(dimension) => Self::Dimension(dimension),
            Member::Leaf(leaf) => Self::Leaf(leaf),
        }
    }
}

impl Scope {
    /// Every scope, from the whole to its parts.
    pub fn all() -> impl Iterator<Item = Self> {
        let sides = Side::ALL.into_iter();
        [Self::Both, Self::Sides]
            .into_iter()
            .chain(sides.clone().map(Self::Dimensions))
            .chain(sides.map(Self::Side))
            .chain(Dimension::ALL.into_iter().map(Self::Criteria))
    }

    /// True where the shares of `set` follow from weights of this scope.
    #[must_use]
    pub fn covers(self, set: WeightSet) -> bool {
        match self {
            Self::Dimensions(side) => set == WeightSet::Side(side),
            Self::Criteria(dimension) => set == WeightSet::Dimension(dimension),
            Self::Side(side) => set.side() == side,
            Self::Both => true,
            Self::Sides => false,
        }
    }

    /// True where λ follows from weights of this scope.
    #[must_use]
    pub fn gives_cost_emphasis(self) -> bool {
        matches!(self, Self::Both | Self::Sides)
    }

    /// True where both give the same shares, or both give λ: only one can be in force.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let sides = Side::ALL.into_iter().map(WeightSet::Side);
        let mut sets = sides.chain(Dimension::ALL.into_iter().map(WeightSet::Dimension));
        let both_give_it = self.gives_cost_emphasis() && other.gives_cost_emphasis();
        both_give_it || sets.any(|set| self.covers(set) && other.covers(set))
    }

    /// What is weighed, of the leaves of every dimension by [`Dimension::index`].
    #[must_use]
    pub fn items(self, leaves: &[Vec<Leaf>; 8]) -> Vec<Item> {
        let of = |dimension: Dimension| &leaves[dimension.index()];
        let of_side = |side: Side| side.dimensions().into_iter().flat_map(of).copied().map(Item::Leaf);
        let is_there = |side: Side| side.dimensions().into_iter().any(|d| !of(d).is_empty());
        match self {
            Self::Dimensions(side) => {
                side.dimensions().into_iter().filter(|d| !of(*d).is_empty()).map(Item::Dimension).collect()
            }
            Self::Criteria(dimension) => of(dimension).iter().copied().map(Item::Leaf).collect(),
            Self::Side(side) => of_side(side).collect(),
            Self::Both => Side::ALL.into_iter().flat_map(of_side).collect(),
            Self::Sides => Side::ALL.into_iter().filter(|s| is_there(*s)).map(Item::Side).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_that_give_the_same_shares_overlap() {
        let (value, cost) = (Side::Value, Side::Cost);
        assert!(Scope::Both.overlaps(Scope::Criteria(Dimension::Time)));
        assert!(Scope::Both.overlaps(Scope::Sides), "both give λ");
        assert!(Scope::Side(value).overlaps(Scope::Dimensions(value)));
        assert!(!Scope::Side(value).overlaps(Scope::Side(cost)));
        assert!(!Scope::Dimensions(value).overlaps(Scope::Criteria(Dimension::Product)));
        assert!(!Scope::Sides.overlaps(Scope::Side(cost)));
    }

    #[test]
    fn only_what_has_leaves_is_weighed() {
        let mut leaves: [Vec<Leaf>; 8] = Default::default();
        leaves[Dimension::Monetary.index()] = vec![Leaf::Ownership];
        assert_eq!(Scope::Both.items(&leaves), [Item::Leaf(Leaf::Ownership)]);
        assert_eq!(Scope::Dimensions(Side::Cost).items(&leaves), [Item::Dimension(Dimension::Monetary)]);
        assert_eq!(Scope::Sides.items(&leaves), [Item::Side(Side::Cost)]);
    }
}
