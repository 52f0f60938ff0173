//! What was found doubtful in a comparison and held to be no problem.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::{OfferId, SegmentId};
use super::ranges::is_range;
use super::weights::Leaf;

/// Ends that differ by less than this part of their width are the same: rounding of a stretched scale.
const SAME: f64 = 1e-9;

/// What a finding about a model is about, with what it rests on: who dismisses one has looked at exactly this.
///
/// Kind and subjects say which finding it is. The rest says how things stood when it was dismissed; where that has
/// changed, [`Self::covers`] is false and the finding is told again. `value::lint` has the findings themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields name what the finding names")]
pub enum Doubt {
    /// These offers have no level on a leaf; one more of them is another doubt.
    MissingLevels { leaf: Leaf, offers: BTreeSet<OfferId> },
    /// These offers have levels beyond the anchors; one more of them, or another scale, is another doubt.
    OutsideScale { leaf: Leaf, offers: BTreeSet<OfferId>, anchors: [f64; 2], flat: bool },
    /// Two leaves move together, whichever stands first.
    MoveTogether { leaves: [Leaf; 2] },
    /// A scale is far wider than the levels; another scale is another doubt.
    WideScale { leaf: Leaf, anchors: [f64; 2] },
    /// A scale reaches from here to there in points and no further; another reach is another doubt.
    MissesAnEnd { leaf: Leaf, reached: [f64; 2] },
    /// All offers score the same, by their levels or only by the scale.
    AllEqual { leaf: Leaf, same_level: bool },
    /// An offer is beaten on everything by this one; once that does not beat it any more it is another doubt.
    Dominated { offer: OfferId, by: OfferId },
    /// A leaf counts nothing for this kind of buyer.
    ZeroWeight { segment: SegmentId, leaf: Leaf },
    /// A dimension counts nothing for this kind of buyer.
    ZeroDimension { segment: SegmentId, dimension: Dimension },
}

impl Doubt {
    /// Most dismissed findings of one comparison.
    pub const MAX: usize = 1_000;

    /// True where `found` says no more than this, which was dismissed: the same kind about the same subjects, resting
    /// on the same scale and on no further offer.
    ///
    /// ```
    /// use worthwhile::model::{CriterionId, Doubt, Leaf};
    /// let leaf = Leaf::Criterion(CriterionId(7));
    /// let wide = |high| Doubt::WideScale { leaf, anchors: [0.0, high] };
    /// assert!(wide(500.0).covers(&wide(500.0)));
    /// assert!(!wide(500.0).covers(&wide(600.0)));
    /// ```
    #[must_use]
    pub fn covers(&self, found: &Self) -> bool {
        match (self, found) {
            (
                Self::MissingLevels { leaf: known, offers: of_known },
                Self::MissingLevels { leaf: now, offers: of_now },
            ) => known == now && of_now.is_subset(of_known),
            (
                Self::OutsideScale { leaf: known, offers: of_known, anchors: then, flat: was_flat },
                Self::OutsideScale { leaf: now, offers: of_now, anchors, flat },
            ) => known == now && of_now.is_subset(of_known) && same_ends(*then, *anchors) && was_flat == flat,
            (Self::MoveTogether { leaves: [a, b] }, Self::MoveTogether { leaves }) => {
                *leaves == [*a, *b] || *leaves == [*b, *a]
            }
            (Self::WideScale { leaf: known, anchors: then }, Self::WideScale { leaf: now, anchors: ends })
            | (Self::MissesAnEnd { leaf: known, reached: then }, Self::MissesAnEnd { leaf: now, reached: ends }) => {
                known == now && same_ends(*then, *ends)
            }
            _ => self == found,
        }
    }

    /// The doubt in other numbers, or with what is still there: an offer among several goes out of it, any other
    /// subject takes it along. `None` where nothing of it is left.
    pub fn mapped(
        &self,
        offer: impl Fn(OfferId) -> Option<OfferId>,
        leaf: impl Fn(Leaf) -> Option<Leaf>,
        segment: impl Fn(SegmentId) -> Option<SegmentId>,
    ) -> Option<Self> {
        let mut new = self.clone();
        match &mut new {
            Self::MissingLevels { leaf: l, offers } | Self::OutsideScale { leaf: l, offers, .. } => {
                *l = leaf(*l)?;
                *offers = offers.iter().filter_map(|id| offer(*id)).collect();
                if offers.is_empty() {
                    return None;
                }
            }
            Self::MoveTogether { leaves: [a, b] } => (*a, *b) = (leaf(*a)?, leaf(*b)?),
            Self::WideScale { leaf: l, .. } | Self::MissesAnEnd { leaf: l, .. } | Self::AllEqual { leaf: l, .. } => {
                *l = leaf(*l)?;
            }
            Self::Dominated { offer: a, by: b } => (*a, *b) = (offer(*a)?, offer(*b)?),
            Self::ZeroWeight { segment: s, leaf: l } => (*s, *l) = (segment(*s)?, leaf(*l)?),
            Self::ZeroDimension { segment: s, .. } => *s = segment(*s)?,
        }
        Some(new)
    }

    /// The ends of the money scale in it, in minor units.
    pub(super) fn money_ends_mut(&mut self) -> Option<&mut [f64; 2]> {
        match self {
            Self::OutsideScale { leaf: Leaf::Ownership, anchors, .. }
            | Self::WideScale { leaf: Leaf::Ownership, anchors } => Some(anchors),
            _ => None,
        }
    }

    /// [`Self::mapped`] to what is there, nothing being renumbered.
    pub(super) fn conformed(
        &self,
        has_offer: impl Fn(OfferId) -> bool,
        has_leaf: impl Fn(Leaf) -> bool,
        has_segment: impl Fn(SegmentId) -> bool,
    ) -> Option<Self> {
        self.mapped(
            |id| Some(id).filter(|id| has_offer(*id)),
            |leaf| Some(leaf).filter(|leaf| has_leaf(*leaf)),
            |id| Some(id).filter(|id| has_segment(*id)),
        )
    }

    /// True where its ends are ends.
    pub(super) fn is_sound(&self) -> bool {
        match self {
            Self::OutsideScale { anchors, .. } | Self::WideScale { anchors, .. } => is_range(*anchors),
            Self::MissesAnEnd { reached, .. } => is_range(*reached),
            Self::MoveTogether { leaves: [a, b] } => a != b,
            Self::Dominated { offer, by } => offer != by,
            Self::MissingLevels { .. }
            | Self::AllEqual { .. }
            | Self::ZeroWeight { .. }
            | Self::ZeroDimension { .. } => true,
        }
    }
}

fn same_ends(one: [f64; 2], other: [f64; 2]) -> bool {
    let grain = SAME * (one[1] - one[0]).abs().max((other[1] - other[0]).abs());
    (0..2).all(|end| (one[end] - other[end]).abs() <= grain)
}
