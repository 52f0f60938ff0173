//! Whose rank changes.

use super::weighed;
use crate::model::{Comparison, OfferId, SegmentId};
use crate::value::Delivered;

/// An offer that a conversion gives another rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankMove {
    /// By whose account.
    pub segment: SegmentId,
    /// Which offer.
    pub offer: OfferId,
    /// Its rank before; 0 for none.
    pub before: u32,
    /// Its rank after; 0 for none.
    pub after: u32,
}

/// Every rank, segment by segment and offer by offer.
fn ranks(of: &Comparison) -> Vec<(SegmentId, Vec<u32>)> {
    let (compiled, weightings) = weighed(of);
    let mut delivered = Delivered::default();
    let mut ranks = |weighting| {
        compiled.deliver(weighting, &mut delivered);
        delivered.rank.clone()
    };
    of.segments.iter().zip(&weightings).map(|(segment, weighting)| (segment.id, ranks(weighting))).collect()
}

/// The ranks that differ between two states with the same offers and kinds of buyers.
pub(super) fn moves(before: &Comparison, after: &Comparison) -> Vec<RankMove> {
    let mut moves = Vec::new();
    for ((segment, old), (_, new)) in ranks(before).into_iter().zip(ranks(after)) {
        for (offer, (before, after)) in before.offers.iter().zip(old.into_iter().zip(new)) {
            if before != after {
                moves.push(RankMove { segment, offer: offer.id, before, after });
            }
        }
    }
    moves
}
