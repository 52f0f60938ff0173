//! Variants → text, and what both ways agree on.

use std::collections::BTreeMap;

use super::out::{Keys, Members, Names, case, level, ownership, put, put_members, put_text, text, weights};
use super::pretty::{Node, number};
use crate::model::{
    Comparison, CriterionId, Difference, Level, OfferId, SegmentId, Variant, VariantId, WeightSet, differences,
    overlay, slot,
};

/// The variants of a comparison, each with what it differs in today.
pub(super) fn variants(comparison: &Comparison, names: &Names) -> Vec<Node> {
    let mut keys = Keys::new("v");
    let keys: BTreeMap<VariantId, String> =
        comparison.variants.iter().enumerate().map(|(i, v)| (v.id, keys.key(&v.name, i))).collect();
    comparison.variants.iter().map(|v| variant(comparison, v, &keys, names)).collect()
}

fn variant(real: &Comparison, variant: &Variant, keys: &BTreeMap<VariantId, String>, names: &Names) -> Node {
    let mut members = vec![("key".to_owned(), Node::Text(keys[&variant.id].clone()))];
    put(&mut members, "name", text(&variant.name));
    put_text(&mut members, "reason", &variant.reason);
    if let Some(parent) = variant.parent.and_then(|id| keys.get(&id)) {
        put(&mut members, "from", Node::Text(parent.clone()));
    }
    let mut layered = overlay(real, &variant.differences);
    settle_positions(real, &mut layered);
    let found = differences(real, &layered);
    if found.iter().any(|d| matches!(d, Difference::Structure(_))) {
        put(&mut members, "case", Node::Object(case(&layered, &Names::of(&layered, names))));
    } else {
        single_changes(&mut members, &layered, &found, names);
    }
    Node::Object(members)
}

type Cells = BTreeMap<OfferId, Vec<(CriterionId, Node)>>;

fn single_changes(members: &mut Members, layered: &Comparison, found: &[Difference], names: &Names) {
    let (mut levels, mut in_use) = (Cells::new(), Cells::new());
    let mut sets: BTreeMap<SegmentId, Vec<WeightSet>> = BTreeMap::new();
    let mut emphasis = Members::new();
    let mut has_terms = false;
    let cell = |criterion: CriterionId, to: Option<Level>| {
        to.and_then(|to| level(to, layered, criterion, names)).unwrap_or_else(Node::null)
    };
    for difference in found {
        match difference {
            Difference::Level { offer, criterion, level: to } => {
                levels.entry(*offer).or_default().push((*criterion, cell(*criterion, *to)));
            }
            Difference::AfterUse { offer, criterion, level: to } => {
                in_use.entry(*offer).or_default().push((*criterion, cell(*criterion, *to)));
            }
            Difference::Weights { segment, set, .. } => sets.entry(*segment).or_default().push(*set),
            Difference::CostEmphasis { segment, value } => {
                put(&mut emphasis, &names.segments[segment], number(*value));
            }
            Difference::Ownership(_) => has_terms = true,
            Difference::Structure(_) => {}
        }
    }
    if has_terms {
        put(members, "ownership", ownership(layered));
    }
    let by_key = |cells: Option<Vec<(CriterionId, Node)>>| -> Members {
        cells.into_iter().flatten().map(|(id, node)| (names.criteria[&id].clone(), node)).collect()
    };
    put_members(members, "expectation", by_key(levels.remove(&OfferId::EXPECTED)));
    for (key, mut cells) in [("levels", levels), ("after_use", in_use)] {
        let mut of_offers = Members::new();
        for offer in &layered.offers {
            put_members(&mut of_offers, &names.offers[&offer.id], by_key(cells.remove(&offer.id)));
        }
        put_members(members, key, of_offers);
    }
    let mut of_segments = Members::new();
    for segment in &layered.segments {
        let wanted = sets.remove(&segment.id).unwrap_or_default();
        let written = weights(layered, &segment.weights, names, |set| wanted.contains(&set));
        put_members(&mut of_segments, &names.segments[&segment.id], written);
    }
    put_members(members, "weights", of_segments);
    put_members(members, "cost_emphasis", emphasis);
}

/// Gives the parts of `layered` the places of the real ones where they stand in the same order: only the order is in
/// a file, so that a part that merely was renumbered is no difference.
pub(super) fn settle_positions(real: &Comparison, layered: &mut Comparison) {
    settle(&real.criteria, &mut layered.criteria, |c| c.id, |c| &mut c.position, |c| c.position);
    settle(&real.offers, &mut layered.offers, |o| o.id, |o| &mut o.position, |o| o.position);
    settle(&real.segments, &mut layered.segments, |s| s.id, |s| &mut s.position, |s| s.position);
}

fn settle<T, K: Ord + Copy>(
    real: &[T],
    layered: &mut [T],
    id: impl Fn(&T) -> K,
    place: impl Fn(&mut T) -> &mut i64,
    position: impl Fn(&T) -> i64,
) {
    let known: BTreeMap<K, i64> = real.iter().map(|row| (id(row), position(row))).collect();
    let shared: Vec<i64> = layered.iter().filter_map(|row| known.get(&id(row)).copied()).collect();
    let mut places: Vec<i64> = Vec::with_capacity(layered.len());
    let mut rest = shared.as_slice();
    let in_order = shared.windows(2).all(|pair| pair[0] < pair[1])
        && layered.iter().all(|row| {
            if let (Some(position), Some((_, later))) = (known.get(&id(row)), rest.split_first()) {
                places.push(*position);
                rest = later;
                return true;
            }
            // A newcomer between its neighbours.
            let around: Vec<i64> = places.last().copied().into_iter().chain(rest.first().copied()).collect();
            let slot = slot(&around, usize::from(!places.is_empty()));
            places.push(slot.position);
            slot.renumbered.is_none()
        });
    for (i, row) in layered.iter_mut().enumerate() {
        *place(row) = if in_order { places[i] } else { crate::model::nth(i) };
    }
}
