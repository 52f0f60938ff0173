//! Copies of comparisons with numbers of their own.

use std::collections::BTreeMap;

use super::comparison::Comparison;
use super::id::{ComparisonId, CriterionId, IdSource, OfferId, SegmentId};
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
    for offer in &mut copy.offers {
        offer.id = OfferId(ids.fresh());
        offer.levels = with_new_keys(&offer.levels, &criteria);
        offer.level_notes = with_new_keys(&offer.level_notes, &criteria);
        offer.levers.levers.retain_mut(|lever| {
            let new = criteria.get(&lever.criterion);
            lever.criterion = new.copied().unwrap_or(lever.criterion);
            new.is_some()
        });
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
