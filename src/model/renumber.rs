//! Copies of comparisons with numbers of their own.

use std::collections::BTreeMap;

use super::comparison::Comparison;
use super::id::{ComparisonId, CriterionId, IdSource, OfferId, SegmentId};
use super::statement::Statement;
use super::weights::Leaf;

/// A copy of `comparison` in which the comparison and all of its parts have fresh numbers.
#[must_use]
pub fn renumbered(comparison: &Comparison, ids: &mut IdSource) -> Comparison {
    let mut copy = comparison.clone();
    copy.header.id = ComparisonId(ids.fresh());
    let criteria: BTreeMap<CriterionId, CriterionId> =
        copy.criteria.iter().map(|c| (c.id, CriterionId(ids.fresh()))).collect();
    for criterion in &mut copy.criteria {
        criterion.id = criteria[&criterion.id];
    }
    copy.header.price = copy.header.price.and_then(|id| criteria.get(&id).copied());
    let offers: BTreeMap<OfferId, OfferId> = copy.offers.iter().map(|o| (o.id, OfferId(ids.fresh()))).collect();
    let moved = |pin: Statement| pin.renumbered(|id| offers.get(&id).copied(), |id| criteria.get(&id).copied());
    copy.header.pins = std::mem::take(&mut copy.header.pins).into_iter().filter_map(moved).collect();
    for offer in &mut copy.offers {
        offer.id = offers[&offer.id];
        offer.levels = with_new_keys(&offer.levels, &criteria);
        offer.level_notes = with_new_keys(&offer.level_notes, &criteria);
    }
    for segment in &mut copy.segments {
        segment.id = SegmentId(ids.fresh());
        segment.weights.multipliers = with_new_keys(&segment.weights.multipliers, &criteria);
        segment.weights.leaves = std::mem::take(&mut segment.weights.leaves)
            .into_iter()
            .filter_map(|(leaf, share)| match leaf {
                Leaf::Ownership => Some((leaf, share)),
                Leaf::Criterion(id) => criteria.get(&id).map(|&new| (Leaf::Criterion(new), share)),
            })
            .collect();
    }
    copy
}

fn with_new_keys<T: Clone>(
    map: &BTreeMap<CriterionId, T>,
    keys: &BTreeMap<CriterionId, CriterionId>,
) -> BTreeMap<CriterionId, T> {
    map.iter().filter_map(|(id, value)| keys.get(id).map(|new| (*new, value.clone()))).collect()
}
