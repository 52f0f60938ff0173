//! From an edit to the rows it changes.

use super::draft::Draft;
use super::{Edit, EditError, OfferDetails};
use crate::model::check::{check, numbers_taken};
use crate::model::comparison::{Comparison, Criterion, Header, Offer, Ownership, is_money_curve};
use crate::model::curve::Curve;
use crate::model::dimension::Dimension;
use crate::model::id::{ComparisonId, CriterionId, OfferId, SegmentId};
use crate::model::money::{AMOUNT_MAX_MINOR, AmountError, Currency};
use crate::model::order::slot;
use crate::model::scale::{Level, Paid, Scale};
use crate::model::text::{NAME_MAX_CHARS, NOTE_MAX_CHARS, Text};
use crate::model::weights::{Member, SUM_TOLERANCE, Share, WeightSet};
use crate::model::workbook::{Change, Part, Row, Workbook, rows, shares_wording};

/// Most offers of one comparison.
const OFFERS_MAX: usize = 1_000_000;
/// Most criteria of one comparison.
const CRITERIA_MAX: usize = 1_000;
/// Largest cost emphasis λ.
const COST_EMPHASIS_MAX: f64 = 1_000.0;

type Changes = Result<Vec<Change>, EditError>;

pub(super) fn changes(edit: &Edit, workbook: &Workbook) -> Changes {
    match edit {
        Edit::AddComparisons { comparisons, at, .. } => add_comparisons(workbook, comparisons, *at),
        Edit::RemoveComparison { comparison } => remove_comparison(workbook, *comparison),
        Edit::ReplaceComparison { comparison, replacement } => replace_comparison(workbook, *comparison, replacement),
        Edit::MoveComparison { comparison, to } => move_comparison(workbook, *comparison, *to),
        Edit::DescribeComparison { comparison, name, note } => {
            let name = checked_name(name)?;
            if workbook.is_name_taken(&name, Some(*comparison)) {
                return Err(EditError::NameTaken(name.get(crate::model::Lang::En).to_owned()));
            }
            let note = checked_note(note)?;
            within(workbook, *comparison, |draft| {
                draft.header().name = name;
                draft.header().note = note;
                Ok(())
            })
        }
        Edit::SetCurrency { comparison, currency } => {
            within(workbook, *comparison, |draft| set_currency(draft, *currency))
        }
        Edit::SetOwnership { comparison, ownership } => within(workbook, *comparison, |draft| {
            check_ownership(ownership)?;
            draft.header().ownership = ownership.clone();
            Ok(())
        }),
        Edit::RenameDimension { comparison, dimension, name } => {
            let name = name.as_ref().map(checked_name).transpose()?;
            within(workbook, *comparison, |draft| {
                draft.header().dimensions[dimension.index()].name = name;
                Ok(())
            })
        }
        Edit::HideDimension { comparison, dimension, hidden } => within(workbook, *comparison, |draft| {
            if *hidden && draft.base.criteria_of(*dimension).next().is_some() {
                return Err(EditError::DimensionInUse);
            }
            draft.header().dimensions[dimension.index()].hidden = *hidden;
            Ok(())
        }),
        Edit::AddCriterion { comparison, criterion, at, levels } => {
            within(workbook, *comparison, |draft| add_criterion(draft, criterion, *at, levels))
        }
        Edit::RemoveCriterion { comparison, criterion } => {
            within(workbook, *comparison, |draft| remove_criterion(draft, *criterion))
        }
        Edit::MoveCriterion { comparison, criterion, dimension, to } => {
            within(workbook, *comparison, |draft| move_criterion(draft, *criterion, *dimension, *to))
        }
        Edit::DescribeCriterion { comparison, criterion, name, note } => {
            let (name, note) = (checked_name(name)?, checked_note(note)?);
            within(workbook, *comparison, |draft| {
                let target = draft.criterion(*criterion)?;
                (target.name, target.note) = (name, note);
                Ok(())
            })
        }
        Edit::SetScale { comparison, criterion, scale } => {
            within(workbook, *comparison, |draft| set_scale(draft, *criterion, scale))
        }
        Edit::SetPrice { comparison, criterion } => within(workbook, *comparison, |draft| {
            let target = draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
            if target.scale != (Scale::Money { paid: Paid::Once }) {
                return Err(EditError::NotAPrice);
            }
            draft.header().price = Some(*criterion);
            Ok(())
        }),
        Edit::AddOffer { comparison, offer, at } => within(workbook, *comparison, |draft| add_offer(draft, offer, *at)),
        Edit::RemoveOffer { comparison, offer } => within(workbook, *comparison, |draft| {
            draft.offer(*offer)?;
            draft.remove_offer(*offer);
            Ok(())
        }),
        Edit::MoveOffer { comparison, offer, to } => {
            within(workbook, *comparison, |draft| move_offer(draft, *offer, *to))
        }
        Edit::DescribeOffer { comparison, offer, details } => {
            within(workbook, *comparison, |draft| describe_offer(draft, *offer, details))
        }
        Edit::SetLevels { comparison, cells } => within(workbook, *comparison, |draft| set_levels(draft, cells)),
        Edit::SetLevelNote { comparison, offer, criterion, note } => {
            let note = checked_note(note)?;
            within(workbook, *comparison, |draft| {
                draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
                let notes = &mut draft.offer(*offer)?.level_notes;
                if note.is_blank() {
                    notes.remove(criterion);
                } else {
                    notes.insert(*criterion, note);
                }
                Ok(())
            })
        }
        Edit::SetWeights { comparison, segment, set, shares } => {
            within(workbook, *comparison, |draft| set_weights(draft, *segment, *set, shares))
        }
        Edit::SetCostEmphasis { comparison, segment, cost_emphasis } => {
            if !(0.0..=COST_EMPHASIS_MAX).contains(cost_emphasis) {
                return Err(EditError::CostEmphasis);
            }
            within(workbook, *comparison, |draft| {
                draft.segment(*segment)?.cost_emphasis = *cost_emphasis + 0.0;
                Ok(())
            })
        }
    }
}

fn within(
    workbook: &Workbook,
    comparison: ComparisonId,
    change: impl FnOnce(&mut Draft<'_>) -> Result<(), EditError>,
) -> Changes {
    let mut draft = Draft::new(workbook.comparison(comparison).ok_or(EditError::Gone)?);
    change(&mut draft)?;
    Ok(draft.changes())
}

fn checked_name(name: &Text) -> Result<Text, EditError> {
    let name = name.cleaned();
    if name.is_blank() {
        Err(EditError::NameEmpty)
    } else if name.chars() > NAME_MAX_CHARS {
        Err(EditError::NameTooLong(NAME_MAX_CHARS))
    } else {
        Ok(name)
    }
}

fn checked_note(note: &Text) -> Result<Text, EditError> {
    let note = note.cleaned();
    if note.chars() > NOTE_MAX_CHARS { Err(EditError::NoteTooLong(NOTE_MAX_CHARS)) } else { Ok(note) }
}

pub(in crate::model) fn check_ownership(ownership: &Ownership) -> Result<(), EditError> {
    if !(1..=Ownership::MAX_YEARS).contains(&ownership.years) {
        return Err(EditError::Years);
    }
    if !(-0.5..=10.0).contains(&ownership.rate) {
        return Err(EditError::Rate);
    }
    let is_whole = |minor: &f64| minor.fract() == 0.0;
    if !is_money_curve(&ownership.curve) || !ownership.curve.points().iter().all(|p| is_whole(&p[0])) {
        return Err(EditError::MoneyCurve);
    }
    Ok(())
}

// --- comparisons -------------------------------------------------------------------------------------------------

fn created(comparison: &Comparison) -> impl Iterator<Item = Change> {
    let id = comparison.id();
    rows(comparison).map(move |(part, row)| Change { comparison: id, part, before: None, after: Some(row) })
}

fn deleted(comparison: &Comparison) -> Vec<Change> {
    let all: Vec<Change> = created(comparison).collect();
    all.iter().rev().map(Change::inverse).collect()
}

fn header_change(before: &Header, position: i64) -> Change {
    let after = Header { position, ..before.clone() };
    Change {
        comparison: before.id,
        part: Part::Comparison,
        before: Some(Row::Comparison(Box::new(before.clone()))),
        after: Some(Row::Comparison(Box::new(after))),
    }
}

fn add_comparisons(workbook: &Workbook, comparisons: &[Comparison], at: usize) -> Changes {
    let mut positions: Vec<i64> = workbook.comparisons.iter().map(|c| c.header.position).collect();
    let mut moved: Vec<Change> = Vec::new();
    let mut added: Vec<Comparison> = Vec::new();
    for (i, comparison) in comparisons.iter().enumerate() {
        let mut comparison = comparison.clone();
        comparison.header.name = checked_name(&comparison.header.name)?;
        let name = &comparison.header.name;
        let taken = workbook.is_name_taken(name, None) || added.iter().any(|c| shares_wording(&c.header.name, name));
        if taken {
            return Err(EditError::NameTaken(name.get(crate::model::Lang::En).to_owned()));
        }
        check(&comparison).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
        if numbers_taken(&comparison, workbook.comparisons.iter().chain(&added)) {
            return Err(EditError::Unsound("a part has the number of another one".to_owned()));
        }
        let index = at.min(workbook.comparisons.len()) + i;
        let slot = slot(&positions, index);
        if let Some(renumbered) = slot.renumbered {
            // No room: everybody gets a fresh place, the newcomers so far among them.
            let newcomers = index - i..index;
            for (k, &position) in renumbered.iter().enumerate() {
                if newcomers.contains(&k) {
                    added[k - newcomers.start].header.position = position;
                }
            }
            moved = workbook
                .comparisons
                .iter()
                .zip(renumbered.iter().enumerate().filter(|(k, _)| !newcomers.contains(k)))
                .map(|(c, (_, &position))| header_change(&c.header, position))
                .collect();
            positions = renumbered;
        }
        comparison.header.position = slot.position;
        positions.insert(index.min(positions.len()), slot.position);
        added.push(comparison);
    }
    moved.extend(added.iter().flat_map(created));
    Ok(moved)
}

fn remove_comparison(workbook: &Workbook, id: ComparisonId) -> Changes {
    Ok(deleted(workbook.comparison(id).ok_or(EditError::Gone)?))
}

fn replace_comparison(workbook: &Workbook, id: ComparisonId, replacement: &Comparison) -> Changes {
    let old = workbook.comparison(id).ok_or(EditError::Gone)?;
    let mut new = replacement.clone();
    (new.header.id, new.header.position) = (id, old.header.position);
    if new == *old {
        return Ok(Vec::new());
    }
    if workbook.is_name_taken(&new.header.name, Some(id)) {
        return Err(EditError::NameTaken(new.header.name.get(crate::model::Lang::En).to_owned()));
    }
    check(&new).map_err(|unsound| EditError::Unsound(unsound.to_string()))?;
    if numbers_taken(&new, workbook.comparisons.iter().filter(|c| c.id() != id)) {
        return Err(EditError::Unsound("a part has the number of another one".to_owned()));
    }
    let mut changes: Vec<Change> = deleted(old).into_iter().filter(|c| c.part != Part::Comparison).collect();
    changes.push(Change {
        comparison: id,
        part: Part::Comparison,
        before: Some(Row::Comparison(Box::new(old.header.clone()))),
        after: Some(Row::Comparison(Box::new(new.header.clone()))),
    });
    changes.extend(created(&new).filter(|c| c.part != Part::Comparison));
    Ok(changes)
}

fn move_comparison(workbook: &Workbook, id: ComparisonId, to: usize) -> Changes {
    let from = workbook.comparisons.iter().position(|c| c.id() == id).ok_or(EditError::Gone)?;
    if from == to.min(workbook.comparisons.len() - 1) {
        return Ok(Vec::new());
    }
    let others: Vec<&Header> = workbook.comparisons.iter().map(|c| &c.header).filter(|h| h.id != id).collect();
    let positions: Vec<i64> = others.iter().map(|h| h.position).collect();
    let slot = slot(&positions, to);
    let mut changes = vec![header_change(&workbook.comparisons[from].header, slot.position)];
    for (header, position) in others.into_iter().zip(slot.renumbered.into_iter().flatten()) {
        changes.push(header_change(header, position));
    }
    Ok(changes)
}

// --- money -------------------------------------------------------------------------------------------------------

fn set_currency(draft: &mut Draft<'_>, currency: Currency) -> Result<(), EditError> {
    let base = draft.base;
    let (old, new) = (base.header.currency.minor_per_unit(), currency.minor_per_unit());
    draft.header().currency = currency;
    if old == new {
        return Ok(());
    }
    let finer = |minor: i64| -> Result<i64, EditError> {
        let scaled = i128::from(minor) * i128::from(new);
        let old = i128::from(old);
        if scaled % old != 0 {
            return Err(AmountError::TooFine { decimals: currency.exponent() }.into());
        }
        i64::try_from(scaled / old)
            .ok()
            .filter(|minor| minor.abs() <= AMOUNT_MAX_MINOR)
            .ok_or(EditError::Amount(AmountError::TooLarge))
    };
    #[expect(clippy::cast_precision_loss, reason = "powers of ten up to 1000")]
    let stretched = base.header.ownership.curve.stretched(new as f64 / old as f64)?;
    let rounded: Vec<[f64; 2]> = stretched.points().iter().map(|[x, y]| [x.round(), *y]).collect();
    draft.header().ownership.curve = Curve::new(rounded, stretched.beyond())?;
    let with_amounts = |offer: &&Offer| offer.levels.values().any(|level| matches!(level, Level::Money(_)));
    for id in base.offers.iter().filter(with_amounts).map(|o| o.id) {
        for level in draft.offer(id)?.levels.values_mut() {
            if let Level::Money(minor) = level {
                *minor = finer(*minor)?;
            }
        }
    }
    Ok(())
}

/// Sees to it that the price is a once-paid criterion that is there, wherever there is one.
fn conform_price(draft: &mut Draft<'_>) {
    let once = Scale::Money { paid: Paid::Once };
    let candidates: Vec<CriterionId> = draft.criteria_now().iter().filter(|c| c.scale == once).map(|c| c.id).collect();
    let price = draft.header().price.filter(|id| candidates.contains(id)).or(candidates.first().copied());
    draft.header().price = price;
}

// --- criteria ----------------------------------------------------------------------------------------------------

fn check_scale(draft: &Draft<'_>, dimension: Dimension, scale: &Scale) -> Result<(), EditError> {
    if scale.is_money() && dimension != Dimension::Monetary {
        return Err(EditError::MoneyOutsideMonetary);
    }
    scale.check(draft.base.header.account == crate::model::Account::Points)?;
    Ok(())
}

/// Gives a criterion the position at index `at` among the criteria of its dimension.
fn place_criterion(draft: &mut Draft<'_>, mut criterion: Criterion, at: usize) -> Result<(), EditError> {
    let all: Vec<(CriterionId, Dimension, i64)> =
        draft.criteria_now().iter().filter(|c| c.id != criterion.id).map(|c| (c.id, c.dimension, c.position)).collect();
    // Behind the last criterion of this or an earlier dimension, so that files read in the order of the screen.
    let siblings: Vec<usize> = (0..all.len()).filter(|&i| all[i].1 == criterion.dimension).collect();
    let index = match siblings.get(at) {
        Some(&i) => i,
        None => siblings
            .last()
            .map_or_else(|| all.iter().rposition(|c| c.1 < criterion.dimension).map_or(0, |i| i + 1), |&i| i + 1),
    };
    let positions: Vec<i64> = all.iter().map(|c| c.2).collect();
    let slot = slot(&positions, index);
    for (&(id, ..), position) in all.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.criterion(id)?.position = position;
    }
    criterion.position = slot.position;
    draft.insert_criterion(criterion);
    Ok(())
}

fn add_criterion(
    draft: &mut Draft<'_>,
    criterion: &Criterion,
    at: usize,
    levels: &[(OfferId, Level)],
) -> Result<(), EditError> {
    if draft.base.criteria.len() >= CRITERIA_MAX {
        return Err(EditError::TooMany(CRITERIA_MAX));
    }
    if draft.base.criterion(criterion.id).is_some() {
        return Err(EditError::Unsound("the criterion is already there".to_owned()));
    }
    let criterion =
        Criterion { name: checked_name(&criterion.name)?, note: checked_note(&criterion.note)?, ..criterion.clone() };
    check_scale(draft, criterion.dimension, &criterion.scale)?;
    for (offer, level) in levels {
        check_level(draft, *offer, &criterion, *level)?;
        draft.offer(*offer)?.levels.insert(criterion.id, *level);
    }
    draft.header().dimensions[criterion.dimension.index()].hidden = false;
    place_criterion(draft, criterion, at)?;
    conform_price(draft);
    draft.conform_weights()
}

fn remove_criterion(draft: &mut Draft<'_>, id: CriterionId) -> Result<(), EditError> {
    draft.base.criterion(id).ok_or(EditError::Gone)?;
    draft.remove_criterion(id);
    let has_it = |o: &&Offer| o.levels.contains_key(&id) || o.level_notes.contains_key(&id);
    for offer in draft.base.offers.iter().filter(has_it) {
        let offer = draft.offer(offer.id)?;
        offer.levels.remove(&id);
        offer.level_notes.remove(&id);
    }
    for segment in &draft.base.segments {
        draft.segment(segment.id)?.weights.multipliers.remove(&id);
    }
    conform_price(draft);
    draft.conform_weights()
}

fn move_criterion(draft: &mut Draft<'_>, id: CriterionId, dimension: Dimension, to: usize) -> Result<(), EditError> {
    let mut criterion = draft.base.criterion(id).ok_or(EditError::Gone)?.clone();
    let siblings: Vec<CriterionId> = draft.base.criteria_of(criterion.dimension).map(|c| c.id).collect();
    let stays = criterion.dimension == dimension
        && siblings.iter().position(|s| *s == id) == Some(to.min(siblings.len().saturating_sub(1)));
    if stays {
        return Ok(());
    }
    if criterion.dimension.side() != dimension.side() {
        return Err(EditError::OtherSide);
    }
    criterion.dimension = dimension;
    check_scale(draft, dimension, &criterion.scale)?;
    draft.header().dimensions[dimension.index()].hidden = false;
    place_criterion(draft, criterion, to)?;
    draft.conform_weights()
}

fn set_scale(draft: &mut Draft<'_>, id: CriterionId, scale: &Scale) -> Result<(), EditError> {
    let dimension = draft.base.criterion(id).ok_or(EditError::Gone)?.dimension;
    check_scale(draft, dimension, scale)?;
    let lost: Vec<OfferId> = draft.base.levels_lost(id, scale).map(|o| o.id).collect();
    for offer in lost {
        draft.offer(offer)?.levels.remove(&id);
    }
    draft.criterion(id)?.scale = scale.clone();
    conform_price(draft);
    draft.conform_weights()
}

// --- offers ------------------------------------------------------------------------------------------------------

fn place_offer(draft: &mut Draft<'_>, mut offer: Offer, at: usize) -> Result<(), EditError> {
    let others: Vec<(OfferId, i64)> =
        draft.base.offers.iter().filter(|o| o.id != offer.id).map(|o| (o.id, o.position)).collect();
    let positions: Vec<i64> = others.iter().map(|o| o.1).collect();
    let slot = slot(&positions, at);
    for (&(id, _), position) in others.iter().zip(slot.renumbered.into_iter().flatten()) {
        draft.offer(id)?.position = position;
    }
    offer.position = slot.position;
    draft.insert_offer(offer);
    Ok(())
}

fn add_offer(draft: &mut Draft<'_>, offer: &Offer, at: usize) -> Result<(), EditError> {
    if draft.base.offers.len() >= OFFERS_MAX {
        return Err(EditError::TooMany(OFFERS_MAX));
    }
    if draft.base.offer(offer.id).is_some() {
        return Err(EditError::Unsound("the offer is already there".to_owned()));
    }
    let details = checked_details(&OfferDetails::of(offer))?;
    let mut offer = offer.clone();
    put_details(&mut offer, details);
    for (criterion, level) in &offer.levels {
        let criterion = draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
        level.check(&criterion.scale).map_err(|error| level_error(criterion, &offer, error))?;
    }
    for (criterion, note) in &mut offer.level_notes {
        draft.base.criterion(*criterion).ok_or(EditError::Gone)?;
        *note = checked_note(note)?;
    }
    place_offer(draft, offer, at)
}

fn move_offer(draft: &mut Draft<'_>, id: OfferId, to: usize) -> Result<(), EditError> {
    let from = draft.base.offers.iter().position(|o| o.id == id).ok_or(EditError::Gone)?;
    if from == to.min(draft.base.offers.len() - 1) {
        return Ok(());
    }
    let offer = draft.base.offers[from].clone();
    place_offer(draft, offer, to)
}

fn checked_details(details: &OfferDetails) -> Result<OfferDetails, EditError> {
    let store = details.store.cleaned();
    if store.chars() > NAME_MAX_CHARS {
        return Err(EditError::NameTooLong(NAME_MAX_CHARS));
    }
    Ok(OfferDetails { name: checked_name(&details.name)?, store, note: checked_note(&details.note)?, ..*details })
}

fn put_details(offer: &mut Offer, details: OfferDetails) {
    offer.name = details.name;
    offer.store = details.store;
    offer.ours = details.ours;
    offer.color = details.color;
    offer.note = details.note;
}

fn describe_offer(draft: &mut Draft<'_>, id: OfferId, details: &OfferDetails) -> Result<(), EditError> {
    let details = checked_details(details)?;
    put_details(draft.offer(id)?, details);
    Ok(())
}

// --- levels and weights ------------------------------------------------------------------------------------------

fn level_error(criterion: &Criterion, offer: &Offer, error: crate::model::scale::LevelError) -> EditError {
    let wording = |text: &Text| text.get(crate::model::Lang::En).to_owned();
    EditError::Level { criterion: wording(&criterion.name), offer: wording(&offer.name), error }
}

fn check_level(draft: &Draft<'_>, offer: OfferId, criterion: &Criterion, level: Level) -> Result<(), EditError> {
    let offer = draft.base.offer(offer).ok_or(EditError::Gone)?;
    level.check(&criterion.scale).map_err(|error| level_error(criterion, offer, error))
}

fn set_levels(draft: &mut Draft<'_>, cells: &[(OfferId, CriterionId, Option<Level>)]) -> Result<(), EditError> {
    for (offer, id, level) in cells {
        let criterion = draft.base.criterion(*id).ok_or(EditError::Gone)?;
        match level {
            Some(level) => {
                check_level(draft, *offer, criterion, *level)?;
                let level = if let Level::Number(x) = level { Level::Number(x + 0.0) } else { *level };
                draft.offer(*offer)?.levels.insert(*id, level);
            }
            None => {
                draft.offer(*offer)?.levels.remove(id);
            }
        }
    }
    Ok(())
}

fn set_weights(
    draft: &mut Draft<'_>,
    segment: SegmentId,
    set: WeightSet,
    shares: &[(Member, Share)],
) -> Result<(), EditError> {
    let members = draft.base.members(set);
    let named: Vec<Member> = shares.iter().map(|(member, _)| *member).collect();
    if members != named {
        return Err(EditError::WeightMembers);
    }
    let sum: f64 = shares.iter().map(|(_, s)| s.share).sum();
    let in_range = shares.iter().all(|(_, s)| (0.0..=1.0).contains(&s.share));
    if !in_range || (!shares.is_empty() && (sum - 1.0).abs() > SUM_TOLERANCE) {
        return Err(EditError::WeightSum);
    }
    let weights = &mut draft.segment(segment)?.weights;
    for (member, share) in shares {
        weights.put(*member, *share);
    }
    Ok(())
}
