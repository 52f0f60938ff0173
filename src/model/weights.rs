//! Weights as shares that sum to 1, and how a set of them is moved.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::dimension::{Dimension, Side};
use super::id::CriterionId;

/// How far the sum of a set may be from 1: rounding of a hundred shares, far below what a person can type.
pub const SUM_TOLERANCE: f64 = 1e-9;

/// One weighed member of a dimension: a criterion, or all money criteria together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Leaf {
    /// The total cost of ownership: every money criterion, added up before it is scored.
    Ownership,
    /// A criterion with a scale of its own.
    Criterion(CriterionId),
}

impl From<Leaf> for String {
    fn from(leaf: Leaf) -> Self {
        match leaf {
            Leaf::Ownership => "ownership".to_owned(),
            Leaf::Criterion(id) => id.0.to_string(),
        }
    }
}

impl TryFrom<String> for Leaf {
    type Error = std::num::ParseIntError;

    fn try_from(key: String) -> Result<Self, Self::Error> {
        if key == "ownership" { Ok(Self::Ownership) } else { key.parse().map(|id| Self::Criterion(CriterionId(id))) }
    }
}

/// A weight within its set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// Part of the whole, 0…1.
    pub share: f64,
    /// A locked share stays when a sibling is moved.
    #[serde(default)]
    pub locked: bool,
}

/// A set of weights that sum to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WeightSet {
    /// The dimensions of a side.
    Side(Side),
    /// The leaves of a dimension.
    Dimension(Dimension),
}

/// A member of a [`WeightSet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Member {
    /// A dimension of a side.
    Dimension(Dimension),
    /// A leaf of a dimension.
    Leaf(Leaf),
}

/// The weights of one kind of buyer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// By [`Dimension::index`]; each side sums to 1 unless it has no criteria.
    pub dimensions: [Share; 8],
    /// Leaves; within each dimension they sum to 1.
    pub leaves: BTreeMap<Leaf, Share>,
    /// Money account only: what a buyer multiplies a criterion's amount by; 1 where absent.
    #[serde(default)]
    pub multipliers: BTreeMap<CriterionId, f64>,
}

impl Weights {
    /// The share of a dimension within its side.
    #[must_use]
    pub fn dimension(&self, dimension: Dimension) -> Share {
        self.dimensions[dimension.index()]
    }

    /// The share of a leaf within its dimension; 0 for a leaf that is not there.
    #[must_use]
    pub fn leaf(&self, leaf: Leaf) -> Share {
        self.leaves.get(&leaf).copied().unwrap_or_default()
    }

    /// The share of a member within its set.
    #[must_use]
    pub fn member(&self, member: Member) -> Share {
        match member {
            Member::Dimension(dimension) => self.dimension(dimension),
            Member::Leaf(leaf) => self.leaf(leaf),
        }
    }

    /// Writes the share of a member.
    pub fn put(&mut self, member: Member, share: Share) {
        match member {
            Member::Dimension(dimension) => self.dimensions[dimension.index()] = share,
            Member::Leaf(leaf) => {
                self.leaves.insert(leaf, share);
            }
        }
    }

    /// Brings the weights in line with the leaves that now exist in each dimension.
    ///
    /// A leaf that is new gets 0, or everything where it is alone; a dimension without leaves weighs 0; what a
    /// removed member leaves behind goes to its siblings in proportion, equally where all are 0.
    /// Sets that did not lose or gain a member stay as they are to the last bit.
    pub fn conform(&mut self, leaves_of: &[Vec<Leaf>; 8]) {
        let is_there = |leaf: &Leaf| leaves_of.iter().any(|leaves| leaves.contains(leaf));
        self.leaves.retain(|leaf, _| is_there(leaf));
        self.multipliers.retain(|id, _| is_there(&Leaf::Criterion(*id)));
        for leaves in leaves_of {
            let mut shares: Vec<Share> = leaves.iter().map(|&leaf| self.leaf(leaf)).collect();
            rescale(&mut shares);
            for (&leaf, share) in leaves.iter().zip(shares) {
                self.leaves.insert(leaf, share);
            }
        }
        for side in Side::ALL {
            let (filled, empty): (Vec<_>, Vec<_>) =
                side.dimensions().into_iter().partition(|d| !leaves_of[d.index()].is_empty());
            for dimension in empty {
                self.dimensions[dimension.index()] = Share::default();
            }
            let mut shares: Vec<Share> = filled.iter().map(|&d| self.dimension(d)).collect();
            rescale(&mut shares);
            for (dimension, share) in filled.into_iter().zip(shares) {
                self.dimensions[dimension.index()] = share;
            }
        }
    }
}

/// Makes `shares` sum to 1; unchanged where they already do.
///
/// The unlocked ones share what the locked ones leave, in proportion, equally where all of them are 0. Where none is
/// unlocked, or the locked ones leave nothing, everybody is moved alike.
fn rescale(shares: &mut [Share]) {
    let sum: f64 = shares.iter().map(|s| s.share).sum();
    if shares.is_empty() || (sum - 1.0).abs() <= SUM_TOLERANCE {
        return;
    }
    let fixed: f64 = shares.iter().filter(|s| s.locked).map(|s| s.share).sum();
    let (all_move, room) =
        if shares.iter().all(|s| s.locked) || fixed >= 1.0 { (true, 1.0) } else { (false, 1.0 - fixed) };
    let mut moving: Vec<&mut Share> = shares.iter_mut().filter(|s| all_move || !s.locked).collect();
    let sum: f64 = moving.iter().map(|s| s.share).sum();
    let equal = room / count(&moving);
    for share in &mut moving {
        share.share = if sum > 0.0 { room * (share.share / sum) } else { equal };
    }
}

/// `shares` with the one at `index` moved to `wanted`; its unlocked siblings share the rest in their old proportion,
/// equally where all of them were 0.
///
/// `wanted` is kept between 0 and what the locked siblings leave. With no unlocked sibling nothing can move.
///
/// ```
/// use worthwhile::model::{Share, reshare};
/// let set = [0.4, 0.3, 0.2, 0.1].map(|share| Share { share, locked: false });
/// let moved = reshare(&set, 0, 0.7).map(|s| s.share).collect::<Vec<_>>();
/// assert!((moved[1] - 0.15).abs() < 1e-12 && (moved[3] - 0.05).abs() < 1e-12);
/// ```
pub fn reshare(shares: &[Share], index: usize, wanted: f64) -> impl Iterator<Item = Share> {
    let is_free = |i: usize| i != index && !shares[i].locked;
    let fixed: f64 = shares.iter().enumerate().filter(|(i, s)| *i != index && s.locked).map(|(_, s)| s.share).sum();
    let free: f64 = shares.iter().enumerate().filter(|(i, _)| is_free(*i)).map(|(_, s)| s.share).sum();
    let free_count = (0..shares.len()).filter(|&i| is_free(i)).count();
    let room = (1.0 - fixed).max(0.0);
    let own = if free_count == 0 { room } else { wanted.clamp(0.0, room) };
    let rest = (room - own).max(0.0);
    shares.iter().enumerate().map(move |(i, &old)| {
        let share = if i == index {
            own
        } else if old.locked {
            old.share
        } else if free > 0.0 {
            // The free siblings keep their ratios to each other.
            rest * (old.share / free)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "a set has a handful of members")]
            let count = free_count as f64;
            rest / count
        };
        Share { share, locked: old.locked }
    })
}

/// `shares` with the two at `places` moved to `wanted`; the unlocked others share the rest in their old proportion,
/// equally where all of them were 0.
///
/// `wanted` is kept between 0 and what the locked others leave, the first before the second. Where no other member is
/// unlocked, the second takes what the first leaves. The two places differ.
///
/// ```
/// use worthwhile::model::{Share, reshare_pair};
/// let set = [0.4, 0.3, 0.2, 0.1].map(|share| Share { share, locked: false });
/// let moved: Vec<f64> = reshare_pair(&set, [0, 1], [0.1, 0.6]).map(|s| s.share).collect();
/// assert!((moved[2] - 0.2).abs() < 1e-12 && (moved[3] - 0.1).abs() < 1e-12);
/// ```
pub fn reshare_pair(shares: &[Share], places: [usize; 2], wanted: [f64; 2]) -> impl Iterator<Item = Share> {
    let others = || shares.iter().enumerate().filter(move |(i, _)| !places.contains(i)).map(|(_, s)| s);
    let fixed: f64 = others().filter(|s| s.locked).map(|s| s.share).sum();
    let free: f64 = others().filter(|s| !s.locked).map(|s| s.share).sum();
    let free_count = others().filter(|s| !s.locked).count();
    let room = (1.0 - fixed).max(0.0);
    let first = wanted[0].clamp(0.0, room);
    let left = (room - first).max(0.0);
    let second = if free_count == 0 { left } else { wanted[1].clamp(0.0, left) };
    let rest = (left - second).max(0.0);
    shares.iter().enumerate().map(move |(i, &old)| {
        let share = if i == places[0] {
            first
        } else if i == places[1] {
            second
        } else if old.locked {
            old.share
        } else if free > 0.0 {
            rest * (old.share / free)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "a set has a handful of members")]
            let count = free_count as f64;
            rest / count
        };
        Share { share, locked: old.locked }
    })
}

/// `shares` with what the locked ones leave spread equally over the others.
pub fn equalised(shares: &[Share]) -> impl Iterator<Item = Share> {
    let fixed: f64 = shares.iter().filter(|s| s.locked).map(|s| s.share).sum();
    let free: Vec<Share> = shares.iter().filter(|s| !s.locked).copied().collect();
    let equal = (1.0 - fixed).max(0.0) / count(&free).max(1.0);
    shares.iter().map(move |&old| if old.locked { old } else { Share { share: equal, locked: false } })
}

#[expect(clippy::cast_precision_loss, reason = "a set has a handful of members")]
fn count<T>(shares: &[T]) -> f64 {
    shares.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(values: &[f64]) -> Vec<Share> {
        values.iter().map(|&share| Share { share, locked: false }).collect()
    }

    fn values(shares: impl Iterator<Item = Share>) -> Vec<f64> {
        shares.map(|s| s.share).collect()
    }

    #[test]
    fn a_locked_sibling_stays_and_bounds_the_move() {
        let mut set = shares(&[0.5, 0.3, 0.2]);
        set[1].locked = true;
        let moved = values(reshare(&set, 0, 0.9));
        assert_eq!(moved, vec![0.7, 0.3, 0.0]);
    }

    #[test]
    fn siblings_at_zero_share_equally() {
        assert_eq!(values(reshare(&shares(&[1.0, 0.0, 0.0]), 0, 0.5)), vec![0.5, 0.25, 0.25]);
        assert_eq!(values(equalised(&shares(&[1.0, 0.0]))), vec![0.5, 0.5]);
    }

    #[test]
    fn a_pair_moves_within_what_the_locked_leave() {
        let mut set = shares(&[0.4, 0.3, 0.2, 0.1]);
        set[3].locked = true;
        let moved = |wanted| values(reshare_pair(&set, [1, 0], wanted));
        assert_eq!(moved([0.25, 0.5]), vec![0.5, 0.25, 0.9 - 0.25 - 0.5, 0.1]);
        assert_eq!(moved([0.75, 0.5]), vec![0.9 - 0.75, 0.75, 0.0, 0.1], "the first goes before the second");
        assert_eq!(
            values(reshare_pair(&shares(&[1.0, 0.0, 0.0, 0.0]), [0, 1], [0.5, 0.25])),
            [0.5, 0.25, 0.125, 0.125]
        );
        assert_eq!(values(reshare_pair(&shares(&[0.5, 0.5]), [0, 1], [0.25, 0.1])), [0.25, 0.75], "nobody else");
    }

    #[test]
    fn a_set_of_one_keeps_everything() {
        assert_eq!(values(reshare(&shares(&[1.0]), 0, 0.2)), vec![1.0]);
    }

    #[test]
    fn a_locked_share_stays_when_a_sibling_goes() {
        let rescaled = |mut set: Vec<Share>| {
            rescale(&mut set);
            values(set.into_iter())
        };
        let lock = |mut set: Vec<Share>, locked: &[usize]| {
            for &i in locked {
                set[i].locked = true;
            }
            set
        };
        assert_eq!(rescaled(lock(shares(&[0.5, 0.125, 0.125]), &[0])), [0.5, 0.25, 0.25]);
        assert_eq!(rescaled(lock(shares(&[0.5, 0.0, 0.0]), &[0])), [0.5, 0.25, 0.25]);
        assert_eq!(rescaled(shares(&[0.25, 0.25])), [0.5, 0.5]);
        assert_eq!(rescaled(lock(shares(&[0.25, 0.25]), &[0, 1])), [0.5, 0.5], "nobody is free");
        assert_eq!(rescaled(lock(shares(&[0.0, 0.0]), &[0, 1])), [0.5, 0.5]);
        assert_eq!(rescaled(lock(shares(&[1.0, 1.0, 0.0]), &[0, 1])), [0.5, 0.5, 0.0], "no room");
        // A set that sums to 1 stays to the last bit, whatever is locked.
        let set = lock(shares(&[0.1, 0.2, 0.7]), &[1]);
        assert_eq!(rescaled(set.clone()), values(set.into_iter()));
    }

    #[test]
    fn conform_gives_newcomers_nothing_and_the_lonely_everything() {
        let leaf = |id| Leaf::Criterion(CriterionId(id));
        let mut weights = Weights::default();
        let mut leaves: [Vec<Leaf>; 8] = Default::default();
        leaves[0] = vec![leaf(1)];
        weights.conform(&leaves);
        assert_eq!((weights.leaf(leaf(1)).share, weights.dimensions[0].share), (1.0, 1.0));
        leaves[0].push(leaf(2));
        leaves[1].push(leaf(3));
        weights.conform(&leaves);
        let shares = (weights.leaf(leaf(2)).share, weights.leaf(leaf(3)).share, weights.dimensions[1].share);
        assert_eq!(shares, (0.0, 1.0, 0.0));
        leaves[0].clear();
        weights.conform(&leaves);
        assert_eq!((weights.dimensions[0].share, weights.dimensions[1].share), (0.0, 1.0));
    }
}
