//! What can be said of a comparison, without its numbers: this is what a pin keeps.

use serde::{Deserialize, Serialize};

use super::comparison::Criterion;
use super::dimension::Dimension;
use super::id::{CategoryId, CriterionId, OfferId};
use super::scale::Scale;
use super::weights::{Leaf, Member};

/// What a single change changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Varied {
    /// The share of a member of a set of weights.
    Weight(Member),
    /// Cost emphasis λ.
    Emphasis,
    /// A number or an amount.
    Level(OfferId, CriterionId),
    /// A named level instead of today's.
    Category(OfferId, CriterionId, CategoryId),
}

/// A sentence as data: who and which way, never how much.
///
/// “The winner” is the one offer that delivers more than every other complete offer by more than a tie.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields name who is spoken of")]
pub enum Statement {
    /// `offer` is the winner.
    Winner { offer: OfferId },
    /// Exactly these offers share the first place.
    Tie { offers: Vec<OfferId> },
    /// `strongest` speaks most for `offer` against `rival`, and `weakest` most against it (nothing where absent).
    Reasons { offer: OfferId, rival: OfferId, strongest: Dimension, weakest: Option<Dimension> },
    /// `winner` wins, and what `varied` says, changed alone and in this direction, first lets `to` catch up.
    Flip { varied: Varied, up: bool, winner: OfferId, to: OfferId },
    /// `winner` delivers more than `offer` even if the price of `offer` were 0.
    NoPrice { offer: OfferId, winner: OfferId },
    /// `winner` wins whatever any one of these dimensions weighs.
    Never { winner: OfferId, dimensions: Vec<Dimension> },
    /// `by` is at least as good as `offer` on every criterion and better on one.
    Dominated { offer: OfferId, by: OfferId },
    /// `difference` has the highest TCV − λ·TCC, but `ratio` the highest TCV ÷ (λ·TCC).
    Ratio { difference: OfferId, ratio: OfferId },
    /// `winner` wins; were the level of `offer` cut to the range of its scale, `to` would deliver more.
    Outside { offer: OfferId, leaf: Leaf, winner: OfferId, to: OfferId },
    /// `offer` is incomplete; with the best levels for what is missing it would deliver more than `winner`.
    CouldWin { offer: OfferId, winner: OfferId },
    /// `offer` is incomplete; even with the best levels it would not deliver more than `winner`.
    CannotWin { offer: OfferId, winner: OfferId },
}

impl Statement {
    /// Most offers that a statement may name.
    pub const OFFERS_MAX: usize = 20;

    /// The offers that it names.
    #[must_use]
    pub fn offers(&self) -> Vec<OfferId> {
        match self {
            Self::Winner { offer } => vec![*offer],
            Self::Tie { offers } => offers.clone(),
            Self::Reasons { offer, rival, .. } => vec![*offer, *rival],
            Self::Flip { varied, winner, to, .. } => match varied {
                Varied::Level(offer, _) | Varied::Category(offer, ..) => vec![*winner, *to, *offer],
                Varied::Weight(_) | Varied::Emphasis => vec![*winner, *to],
            },
            Self::Never { winner, .. } => vec![*winner],
            Self::Dominated { offer, by } => vec![*offer, *by],
            Self::Ratio { difference, ratio } => vec![*difference, *ratio],
            Self::Outside { offer, winner, to, .. } => vec![*offer, *winner, *to],
            Self::NoPrice { offer, winner } | Self::CouldWin { offer, winner } | Self::CannotWin { offer, winner } => {
                vec![*offer, *winner]
            }
        }
    }

    /// True where everything that it names is there: offers, criteria, leaves and named levels.
    pub fn fits(&self, has_offer: impl Fn(OfferId) -> bool, criteria: &[&Criterion]) -> bool {
        let find = |id: CriterionId| criteria.iter().find(|c| c.id == id);
        let has_leaf = |leaf: Leaf| match leaf {
            Leaf::Ownership => criteria.iter().any(|c| c.scale.is_money()),
            Leaf::Criterion(id) => find(id).is_some_and(|c| !c.scale.is_money()),
        };
        let named = match self {
            Self::Flip { varied, .. } => match *varied {
                Varied::Weight(Member::Leaf(leaf)) => has_leaf(leaf),
                Varied::Weight(Member::Dimension(_)) | Varied::Emphasis => true,
                Varied::Level(_, id) => find(id).is_some_and(|c| !matches!(c.scale, Scale::Category { .. })),
                Varied::Category(_, id, level) => find(id).is_some_and(|c| c.scale.category(level).is_some()),
            },
            Self::Outside { leaf, .. } => has_leaf(*leaf),
            _ => true,
        };
        let offers = self.offers();
        named && offers.len() <= Self::OFFERS_MAX && offers.into_iter().all(has_offer)
    }

    /// The statement with other numbers for offers and criteria; `None` where one of them has no other.
    #[must_use]
    pub fn renumbered(
        &self,
        offer: impl Fn(OfferId) -> Option<OfferId>,
        criterion: impl Fn(CriterionId) -> Option<CriterionId>,
    ) -> Option<Self> {
        let leaf = |l: Leaf| match l {
            Leaf::Ownership => Some(l),
            Leaf::Criterion(id) => criterion(id).map(Leaf::Criterion),
        };
        let mut copy = self.clone();
        match &mut copy {
            Self::Flip { varied, .. } => match varied {
                Varied::Weight(Member::Leaf(l)) => *l = leaf(*l)?,
                Varied::Weight(Member::Dimension(_)) | Varied::Emphasis => {}
                Varied::Level(o, c) | Varied::Category(o, c, _) => (*o, *c) = (offer(*o)?, criterion(*c)?),
            },
            Self::Outside { leaf: l, .. } => *l = leaf(*l)?,
            _ => {}
        }
        match &mut copy {
            Self::Tie { offers } => {
                for id in offers {
                    *id = offer(*id)?;
                }
            }
            Self::Outside { offer: o, winner, to, .. } => {
                (*o, *winner, *to) = (offer(*o)?, offer(*winner)?, offer(*to)?);
            }
            Self::Winner { offer: a } | Self::Never { winner: a, .. } => *a = offer(*a)?,
            Self::Reasons { offer: a, rival: b, .. }
            | Self::Flip { winner: a, to: b, .. }
            | Self::NoPrice { offer: a, winner: b }
            | Self::Dominated { offer: a, by: b }
            | Self::Ratio { difference: a, ratio: b }
            | Self::CouldWin { offer: a, winner: b }
            | Self::CannotWin { offer: a, winner: b } => (*a, *b) = (offer(*a)?, offer(*b)?),
        }
        Some(copy)
    }
}
