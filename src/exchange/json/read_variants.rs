//! Text → variants.

use std::collections::BTreeMap;

use super::dto::{CaseDto, ComparisonDto, List, Object, Pairs, Value, VariantDto, WeightsDto, Words};
use super::expectation::cells;
use super::read::{Names, Numbers, case, no_repeats, optional_text, ownership, text};
use super::read_offers::own_key;
use super::variants::settle_positions;
use super::weights::weights;
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem};
use crate::model::{
    Account, Comparison, CriterionId, Currency, Difference, Dimension, EditError, IdSource, Leaf, Level, Member,
    NAME_MAX_CHARS, NOTE_MAX_CHARS, OfferId, SegmentId, Side, Variant, VariantId, WeightSet, differences, nth, overlay,
};

/// The variants of a comparison; paths start at the comparison.
pub(super) fn read_variants(
    dtos: Vec<Object<VariantDto>>,
    real: &Comparison,
    names: &Names,
    ids: &mut IdSource,
) -> Result<Vec<Variant>, ImportError> {
    let mut keys = BTreeMap::new();
    let mut found = Vec::with_capacity(dtos.len());
    for (i, Object(mut dto)) in dtos.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("variants[{i}]"));
        let id = own_key(std::mem::take(&mut dto.key), &mut keys, |_| VariantId(ids.fresh())).map_err(at)?;
        found.push((variant(&mut dto, id, i, real, names, ids).map_err(at)?, dto.from));
    }
    // A parent may stand behind its children.
    let parented = found.into_iter().enumerate().map(|(i, (variant, from))| {
        let unknown = |from: &str| {
            let known = listed(keys.keys().map(String::as_str));
            ImportError::new(format!("variants[{i}].from"), Problem::UnknownVariant { word: quoted(from), known })
        };
        let parent = from.map(|from| keys.get(&from).copied().ok_or_else(|| unknown(&from))).transpose()?;
        Ok(Variant { parent, ..variant })
    });
    parented.collect()
}

fn variant(
    dto: &mut VariantDto,
    id: VariantId,
    index: usize,
    real: &Comparison,
    names: &Names,
    ids: &mut IdSource,
) -> Result<Variant, ImportError> {
    let name = text(&dto.name.0, NAME_MAX_CHARS).map_err(|e| e.under("name"))?;
    let reason = optional_text(dto.reason.take(), NOTE_MAX_CHARS, "reason")?;
    let is_single = !dto.levels.0.is_empty()
        || !dto.after_use.0.is_empty()
        || !dto.expectation.0.is_empty()
        || !dto.weights.0.is_empty()
        || !dto.cost_emphasis.0.is_empty()
        || dto.ownership.is_some();
    let layered = match dto.case.take() {
        Some(_) if is_single => return Err(ImportError::new("case", Problem::CaseAndChanges)),
        Some(Object(dto)) => whole_case(dto, real, names, ids).map_err(|e| e.under("case"))?,
        None => overlay(real, &single_changes(dto, real, names)?),
    };
    Ok(Variant { id, position: nth(index), name, reason, parent: None, differences: differences(real, &layered) })
}

/// The comparison as the variant has it; parts are the real ones where they have their keys.
fn whole_case(dto: CaseDto, real: &Comparison, names: &Names, ids: &mut IdSource) -> Result<Comparison, ImportError> {
    let CaseDto { currency, ownership, dimensions, criteria, offers, segments, expectation, dismissed } = dto;
    let dto = ComparisonDto {
        pins: List::default(),
        expectation,
        dismissed,
        name: Words(real.header.name.clone()),
        note: None,
        example: None,
        account: real.header.account,
        currency,
        ownership,
        dimensions,
        criteria,
        offers,
        segments: Some(segments),
        variants: List::default(),
    };
    let (mut layered, _) = case(dto, 0, &mut Numbers { ids, known: Some(names) })?;
    layered.header.id = real.header.id;
    settle_positions(real, &mut layered);
    Ok(layered)
}

fn single_changes(dto: &mut VariantDto, real: &Comparison, names: &Names) -> Result<Vec<Difference>, ImportError> {
    let mut all = Vec::new();
    if dto.ownership.is_some() {
        let has_money = real.header.account == Account::Points && real.money_criteria().next().is_some();
        let terms = ownership(dto.ownership.take(), real.header.currency, has_money);
        all.push(Difference::Ownership(terms.map_err(|e| e.under("ownership"))?));
    }
    let currency = real.header.currency;
    for (offer, criterion, level) in offer_cells(std::mem::take(&mut dto.levels), "levels", names, currency)? {
        all.push(Difference::Level { offer, criterion, level });
    }
    for (offer, criterion, level) in offer_cells(std::mem::take(&mut dto.after_use), "after_use", names, currency)? {
        all.push(Difference::AfterUse { offer, criterion, level });
    }
    let expected = cells(std::mem::take(&mut dto.expectation), &names.criteria, currency);
    for (criterion, level) in expected.map_err(|e| e.under("expectation"))? {
        if real.header.expectation.is_none() {
            return Err(ImportError::new("expectation", Problem::Rule(Box::new(EditError::Gone.into()))));
        }
        all.push(Difference::Level { offer: OfferId::EXPECTED, criterion, level });
    }
    for (key, Object(dto)) in no_repeats(std::mem::take(&mut dto.weights)).map_err(|e| e.under("weights"))? {
        let place = format!("weights.{}", quoted(&key));
        let segment = segment(&key, &place, names)?;
        let sets = named_sets(&dto, real, names);
        let (weights, _) = weights(dto, &names.criteria).map_err(|e| e.under(&place))?;
        for set in sets {
            let shares = real.members(set).into_iter().map(|m| (m, weights.member(m))).collect();
            all.push(Difference::Weights { segment, set, shares });
        }
    }
    for (key, value) in no_repeats(std::mem::take(&mut dto.cost_emphasis)).map_err(|e| e.under("cost_emphasis"))? {
        let place = format!("cost_emphasis.{}", quoted(&key));
        let segment = segment(&key, &place, names)?;
        if !(0.0..=crate::model::Segment::COST_EMPHASIS_MAX).contains(&value) {
            return Err(ImportError::new(place, Problem::Rule(Box::new(EditError::CostEmphasis.into()))));
        }
        all.push(Difference::CostEmphasis { segment, value: value + 0.0 });
    }
    Ok(all)
}

/// Levels by offer and criterion.
fn offer_cells(
    pairs: Pairs<Pairs<Value>>,
    name: &str,
    names: &Names,
    currency: Currency,
) -> Result<Vec<(OfferId, CriterionId, Option<Level>)>, ImportError> {
    let mut all = Vec::new();
    for (offer_key, of_offer) in no_repeats(pairs).map_err(|e| e.under(name))? {
        let place = format!("{name}.{}", quoted(&offer_key));
        let unknown = || Problem::UnknownOffer(listed(names.offers.keys().map(String::as_str)));
        let offer = *names.offers.get(&offer_key).ok_or_else(|| ImportError::new(place.clone(), unknown()))?;
        let found = cells(of_offer, &names.criteria, currency).map_err(|e| e.under(&place))?;
        all.extend(found.into_iter().map(|(criterion, level)| (offer, criterion, level)));
    }
    Ok(all)
}

pub(super) fn segment(key: &str, place: &str, names: &Names) -> Result<SegmentId, ImportError> {
    let unknown = || Problem::UnknownSegment(listed(names.segments.keys().map(String::as_str)));
    names.segments.get(key).copied().ok_or_else(|| ImportError::new(place, unknown()))
}

/// The sets of which the file names a member, or its lock.
fn named_sets(dto: &WeightsDto, real: &Comparison, names: &Names) -> Vec<WeightSet> {
    let dimensions: Vec<&str> =
        dto.dimensions.0.iter().map(|(key, _)| key).chain(&dto.locked_dimensions.0).map(String::as_str).collect();
    let leaves: Vec<&str> =
        dto.leaves.0.iter().map(|(key, _)| key).chain(&dto.locked_leaves.0).map(String::as_str).collect();
    let is_named = |member: &Member| match member {
        Member::Dimension(dimension) => dimensions.contains(&dimension.key()),
        Member::Leaf(leaf @ (Leaf::Ownership | Leaf::Criterion(_))) => leaves.contains(&names.criteria.key_of(*leaf)),
    };
    let sides = Side::ALL.map(WeightSet::Side);
    let all = sides.into_iter().chain(Dimension::ALL.map(WeightSet::Dimension));
    all.filter(|set| real.members(*set).iter().any(is_named)).collect()
}
