//! Edits that move a weight from one criterion to another, or put a criterion aside.

use super::EditError;
use super::answers::set_by_hand;
use super::draft::Draft;
use crate::model::comparison::{Account, Comparison};
use crate::model::dimension::Dimension;
use crate::model::id::SegmentId;
use crate::model::weights::{Leaf, Member, Share, WeightSet, Weights, reshare};

/// Gives the whole weight of `from` to another leaf of its side, or, where that is `None`, to those that it is weighed
/// against, in proportion.
///
/// Effective weights g: g′(to) = g(to) + g(from), g′(from) = 0 and all others stay. Within a dimension only the two
/// shares move; between two, with D the share of a dimension and s those within it, D₁′ = D₁ − g(from) and
/// D₂′ = D₂ + g(from), and within both the shares are made up so that every other D·s is what it was. λ stays, and
/// ranges that weights were given for stay too.
pub(super) fn move_weight(
    draft: &mut Draft<'_>,
    segment: SegmentId,
    from: Leaf,
    to: Option<Leaf>,
) -> Result<(), EditError> {
    let base = draft.base;
    if base.header.account == Account::Money {
        return Err(EditError::WeightMembers);
    }
    let at = base.dimension_of(from).filter(|_| base.has_leaf(from)).ok_or(EditError::Gone)?;
    let segment = draft.segment(segment)?;
    let old = segment.weights.clone();
    let mut touched = vec![WeightSet::Side(at.side()), WeightSet::Dimension(at)];
    match to {
        Some(to) => {
            let target = base.dimension_of(to).filter(|_| base.has_leaf(to) && from != to).ok_or(EditError::Gone)?;
            if target.side() != at.side() {
                return Err(EditError::OtherSide);
            }
            touched.push(WeightSet::Dimension(target));
            give(&mut segment.weights, base, (from, at), (to, target))?;
        }
        None => put_aside(&mut segment.weights, base, from, at)?,
    }
    for set in touched {
        let moved =
            |member: Member| old.member(member).share.to_bits() != segment.weights.member(member).share.to_bits();
        if base.members(set).into_iter().any(moved) {
            set_by_hand(segment, set);
        }
    }
    Ok(())
}

fn give(
    weights: &mut Weights,
    of: &Comparison,
    (from, at): (Leaf, Dimension),
    (to, target): (Leaf, Dimension),
) -> Result<(), EditError> {
    let own = weights.leaf(from).share;
    if at == target {
        let share = (weights.leaf(to).share + own).min(1.0);
        set_share(weights, Member::Leaf(to), share);
        set_share(weights, Member::Leaf(from), 0.0);
        return Ok(());
    }
    let (low, high) = (weights.dimension(at).share, weights.dimension(target).share);
    let rest: f64 = of.leaves_of(at).iter().filter(|l| **l != from).map(|l| weights.leaf(*l).share).sum();
    let (moved, sum) = (low * own, high + low * own);
    if sum <= 0.0 {
        return Err(EditError::WeightSum);
    }
    // A leaf that stands alone takes its dimension down with it, in which it stays the whole.
    if rest > 0.0 {
        for leaf in of.leaves_of(at) {
            let share = if leaf == from { 0.0 } else { weights.leaf(leaf).share / rest };
            set_share(weights, Member::Leaf(leaf), share);
        }
    }
    for leaf in of.leaves_of(target) {
        let more = if leaf == to { moved } else { 0.0 };
        let share = (high * weights.leaf(leaf).share + more) / sum;
        set_share(weights, Member::Leaf(leaf), share);
    }
    set_share(weights, Member::Dimension(at), if rest > 0.0 { low - moved } else { 0.0 });
    set_share(weights, Member::Dimension(target), sum);
    Ok(())
}

/// As a slider that is drawn to 0 does it: within its dimension, or with its dimension where it is alone there.
fn put_aside(weights: &mut Weights, of: &Comparison, leaf: Leaf, at: Dimension) -> Result<(), EditError> {
    let is_alone = of.leaves_of(at).iter().all(|l| *l == leaf || weights.leaf(*l).share <= 0.0);
    let (set, member) = if is_alone {
        (WeightSet::Side(at.side()), Member::Dimension(at))
    } else {
        (WeightSet::Dimension(at), Member::Leaf(leaf))
    };
    let members = of.members(set);
    let shares: Vec<Share> = members.iter().map(|m| weights.member(*m)).collect();
    let index = members.iter().position(|m| *m == member).ok_or(EditError::Gone)?;
    let moved: Vec<Share> = reshare(&shares, index, 0.0).collect();
    // Locked siblings, or none, take nothing.
    if moved.get(index).is_none_or(|share| share.share > 0.0) {
        return Err(EditError::WeightSum);
    }
    for (member, share) in members.into_iter().zip(moved) {
        weights.put(member, share);
    }
    Ok(())
}

fn set_share(weights: &mut Weights, member: Member, share: f64) {
    let old = weights.member(member);
    weights.put(member, Share { share: share.clamp(0.0, 1.0), ..old });
}
