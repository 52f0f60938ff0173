//! Whether a comparison that came from outside is sound: every rule that edits keep, checked at once.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::Ground;
use super::comparison::{Account, Comparison, Criterion, Header, Segment};
use super::difference::Difference;
use super::dimension::{Dimension, Side};
use super::doubt::Doubt;
use super::edit::{EditError, check_name_length, check_note_length, check_ownership, check_scale_names};
use super::id::{CriterionId, OfferId};
use super::ranges::is_range;
use super::scale::{Level, Paid, Scale};
use super::segment::is_cdv;
use super::statement::Statement;
use super::text::{Lang, Text};
use super::variant::Variant;
use super::weights::{Leaf, SUM_TOLERANCE, Share, WeightSet};
use super::workbook::{Part, shares_wording};

/// A broken rule and where it is broken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{path}: {rule}")]
pub struct Unsound {
    /// Place within the comparison, e.g. `offers[2].levels.price`.
    pub path: String,
    /// What is wrong there.
    pub rule: Box<Rule>,
}

/// A rule that every comparison keeps.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Rule {
    /// One that edits keep too.
    #[error(transparent)]
    Edit(EditError),
    /// Not one segment is “everyone”, or several are.
    #[error("exactly one segment must be “everyone”")]
    Everyone,
    /// A variant that branches from none of its comparison, or in the end from itself.
    #[error("a variant branches from another one of its comparison")]
    Line,
    /// A range that is none, or of nothing.
    #[error("a range is two ascending numbers, for a criterion")]
    Range,
    /// One that only a file written by something else can break.
    #[error("{0}")]
    Other(String),
}

impl<E: Into<EditError>> From<E> for Rule {
    fn from(rule: E) -> Self {
        Self::Edit(rule.into())
    }
}

fn unsound(path: impl Into<String>, rule: impl Into<Rule>) -> Unsound {
    Unsound { path: path.into(), rule: Box::new(rule.into()) }
}

fn other(path: impl Into<String>, rule: impl std::fmt::Display) -> Unsound {
    unsound(path, Rule::Other(rule.to_string()))
}

/// Checks every rule of a comparison.
///
/// # Errors
/// The first broken rule, with its place.
pub fn check(comparison: &Comparison) -> Result<(), Unsound> {
    check_header(comparison)?;
    check_criteria(comparison)?;
    check_offers(comparison)?;
    if let Some(expected) = &comparison.header.expectation {
        check_levels(comparison, "expectation", &expected.levels)?;
    }
    check_segments(comparison)?;
    check_variants(comparison)
}

/// True where the comparison, or one of its parts, has the number of another comparison or of one of their parts.
pub(super) fn numbers_taken<'a>(comparison: &Comparison, others: impl Iterator<Item = &'a Comparison>) -> bool {
    let own: BTreeSet<Part> = parts(comparison).collect();
    others.into_iter().any(|other| other.id() == comparison.id() || parts(other).any(|part| own.contains(&part)))
}

/// Every part of a comparison, those that only its variants have among them.
fn parts(of: &Comparison) -> impl Iterator<Item = Part> + '_ {
    let segments = of.segments.iter().map(|s| Part::Segment(s.id));
    let criteria = of.criteria.iter().map(|c| Part::Criterion(c.id));
    let offers = of.offers.iter().map(|o| Part::Offer(o.id));
    segments.chain(criteria).chain(offers).chain(of.variants.iter().flat_map(variant_parts))
}

fn variant_parts(of: &Variant) -> impl Iterator<Item = Part> + '_ {
    std::iter::once(Part::Variant(of.id)).chain(of.differences.iter().flat_map(Difference::numbers))
}

/// True where a variant, or a part that only it has, has the number of another comparison's part.
pub(super) fn variant_numbers_taken<'a>(variant: &Variant, others: impl Iterator<Item = &'a Comparison>) -> bool {
    let own: BTreeSet<Part> = variant_parts(variant).collect();
    others.into_iter().any(|other| parts(other).any(|part| own.contains(&part)))
}

/// What the differences say is read with good will by [`super::overlay()`]; names and descent are checked here.
fn check_variants(comparison: &Comparison) -> Result<(), Unsound> {
    let variants = &comparison.variants;
    if variants.len() > Variant::MAX {
        return Err(unsound("variants", EditError::TooMany(Variant::MAX)));
    }
    let mut parents = BTreeMap::new();
    for (i, variant) in variants.iter().enumerate() {
        let path = format!("variants[{i}]");
        if parents.insert(variant.id, variant.parent).is_some() {
            return Err(other(path, "two variants have the same number"));
        }
        check_name(format!("{path}.name"), &variant.name)?;
        if variants[..i].iter().any(|other| shares_wording(&other.name, &variant.name)) {
            return Err(unsound(format!("{path}.name"), EditError::VariantNameTaken(variant.name.clone())));
        }
        check_note(format!("{path}.reason"), &variant.reason)?;
    }
    for (i, variant) in variants.iter().enumerate() {
        let mut line = std::iter::successors(variant.parent, |id| parents.get(id).copied().flatten());
        // A line that is longer than there are variants goes round in a circle.
        let ends = line.by_ref().take(variants.len()).all(|id| parents.contains_key(&id)) && line.next().is_none();
        if !ends {
            return Err(unsound(format!("variants[{i}].parent"), Rule::Line));
        }
    }
    Ok(())
}

fn check_name(path: String, name: &Text) -> Result<(), Unsound> {
    if name.is_blank() {
        return Err(unsound(path, EditError::NameEmpty));
    }
    check_name_length(name).map_err(|rule| unsound(path, rule))
}

fn check_note(path: String, note: &Text) -> Result<(), Unsound> {
    check_note_length(note).map_err(|rule| unsound(path, rule))
}

fn check_header(comparison: &Comparison) -> Result<(), Unsound> {
    let header = &comparison.header;
    check_name("name".to_owned(), &header.name)?;
    check_note("note".to_owned(), &header.note)?;
    check_ownership(&header.ownership).map_err(|rule| unsound("ownership", rule))?;
    for dimension in Dimension::ALL {
        let info = &header.dimensions[dimension.index()];
        let path = format!("dimensions.{}", dimension.key());
        if info.hidden && comparison.criteria_of(dimension).next().is_some() {
            return Err(unsound(path, EditError::DimensionInUse));
        }
        if let Some(name) = &info.name {
            check_name(path, name)?;
        }
    }
    let criteria: Vec<&Criterion> = comparison.criteria.iter().collect();
    let fits = |pin: &Statement| pin.fits(|id| comparison.offer(id).is_some(), &criteria);
    if header.pins.len() > Header::PINS_MAX || !header.pins.iter().all(fits) {
        return Err(unsound("pins", EditError::Gone));
    }
    let is_sound = |doubt: &Doubt| doubt.is_sound() && comparison.conformed_doubt(doubt).as_ref() == Some(doubt);
    if header.dismissed.len() > Doubt::MAX || !header.dismissed.iter().all(is_sound) {
        return Err(unsound("dismissed", EditError::Gone));
    }
    let once = Scale::Money { paid: Paid::Once };
    let has_once = comparison.criteria.iter().any(|c| c.scale == once);
    let price = header.price.and_then(|id| comparison.criterion(id));
    if header.price.is_some() && price.is_none_or(|c| c.scale != once) || header.price.is_none() && has_once {
        return Err(unsound("price", EditError::NotAPrice));
    }
    Ok(())
}

fn check_criteria(comparison: &Comparison) -> Result<(), Unsound> {
    let mut ids = BTreeSet::new();
    for (i, criterion) in comparison.criteria.iter().enumerate() {
        let path = format!("criteria[{i}]");
        if !ids.insert(criterion.id) {
            return Err(other(path, "two criteria have the same number"));
        }
        check_name(format!("{path}.name"), &criterion.name)?;
        check_note(format!("{path}.note"), &criterion.note)?;
        if criterion.scale.is_money() && criterion.dimension != Dimension::Monetary {
            return Err(unsound(format!("{path}.scale"), EditError::MoneyOutsideMonetary));
        }
        let in_points = comparison.header.account == Account::Points;
        criterion.scale.check(in_points).map_err(|rule| unsound(format!("{path}.scale"), rule))?;
        check_scale_names(&criterion.scale).map_err(|rule| unsound(format!("{path}.scale"), rule))?;
    }
    Ok(())
}

fn check_offers(comparison: &Comparison) -> Result<(), Unsound> {
    let mut ids = BTreeSet::new();
    for (i, offer) in comparison.offers.iter().enumerate() {
        let path = format!("offers[{i}]");
        if !ids.insert(offer.id) {
            return Err(other(path, "two offers have the same number"));
        }
        if offer.id == OfferId::EXPECTED {
            return Err(other(path, "this number belongs to what the buyer expects"));
        }
        check_name(format!("{path}.name"), &offer.name)?;
        check_name_length(&offer.store).map_err(|rule| unsound(format!("{path}.store"), rule))?;
        check_note(format!("{path}.note"), &offer.note)?;
        check_levels(comparison, &format!("{path}.levels"), &offer.levels)?;
        check_levels(comparison, &format!("{path}.after_use"), &offer.after_use)?;
        for (id, note) in &offer.level_notes {
            let Some(criterion) = comparison.criterion(*id) else {
                return Err(other(format!("{path}.notes"), "a note belongs to a criterion that is not there"));
            };
            check_note(format!("{path}.notes.{}", criterion.name.get(Lang::En)), note)?;
        }
        offer.levers.check(|id| comparison.scale(id)).map_err(|(i, rule)| {
            let place = i.map_or_else(|| "lever_margin".to_owned(), |i| format!("levers[{i}]"));
            unsound(format!("{path}.{place}"), rule)
        })?;
    }
    Ok(())
}

fn check_levels(comparison: &Comparison, path: &str, levels: &BTreeMap<CriterionId, Level>) -> Result<(), Unsound> {
    for (id, level) in levels {
        let Some(criterion) = comparison.criterion(*id) else {
            return Err(other(path, "a level belongs to a criterion that is not there"));
        };
        let place = || format!("{path}.{}", criterion.name.get(Lang::En));
        level.check(&criterion.scale).map_err(|rule| other(place(), rule))?;
    }
    Ok(())
}

fn check_segments(comparison: &Comparison) -> Result<(), Unsound> {
    if comparison.segments.iter().filter(|s| s.everyone).count() != 1 {
        return Err(unsound("segments", Rule::Everyone));
    }
    let mut ids = BTreeSet::new();
    for (i, segment) in comparison.segments.iter().enumerate() {
        let path = format!("segments[{i}]");
        if !ids.insert(segment.id) {
            return Err(other(path, "two segments have the same number"));
        }
        check_segment(comparison, segment, &path)?;
    }
    Ok(())
}

fn check_answers(comparison: &Comparison, segment: &Segment, path: &str) -> Result<(), Unsound> {
    if segment.elicited.is_empty() {
        return Ok(());
    }
    let ground = Ground::of(comparison);
    for (i, elicited) in segment.elicited.iter().enumerate() {
        let path = format!("{path}.answers[{i}]");
        elicited.answers.check(elicited.scope, &ground).map_err(|rule| unsound(path.clone(), rule))?;
        let before = &segment.elicited[..i];
        if before.iter().any(|e| (e.scope, e.method()) >= (elicited.scope, elicited.method())) {
            return Err(other(path, "answers stand in the order of what is weighed and how, each once"));
        }
        if elicited.in_force && before.iter().any(|e| e.in_force && e.scope.overlaps(elicited.scope)) {
            return Err(other(path, "two methods cannot give the same weights"));
        }
    }
    Ok(())
}

/// Every rule of one segment of `comparison`.
pub(super) fn check_segment(comparison: &Comparison, segment: &Segment, path: &str) -> Result<(), Unsound> {
    check_name(format!("{path}.name"), &segment.name)?;
    let numbers =
        [("size", segment.size, EditError::SegmentSize), ("sharpness", segment.sharpness, EditError::Sharpness)];
    for (name, value, rule) in numbers {
        if !(0.0..=Segment::NUMBER_MAX).contains(&value) {
            return Err(unsound(format!("{path}.{name}"), rule));
        }
    }
    if !(0.0..=Segment::COST_EMPHASIS_MAX).contains(&segment.cost_emphasis) {
        return Err(unsound(format!("{path}.cost_emphasis"), EditError::CostEmphasis));
    }
    if !segment.buys_nothing.is_none_or(is_cdv) {
        return Err(unsound(format!("{path}.buys_nothing"), EditError::BuysNothing));
    }
    check_weights(comparison, segment, path)?;
    let is_sound = |(leaf, range): (&Leaf, &[f64; 2])| is_range(*range) && comparison.has_leaf(*leaf);
    if !segment.given_for.iter().all(is_sound) {
        return Err(unsound(format!("{path}.given_for"), Rule::Range));
    }
    check_answers(comparison, segment, path)
}

fn check_weights(comparison: &Comparison, segment: &Segment, path: &str) -> Result<(), Unsound> {
    let sides = Side::ALL.map(WeightSet::Side);
    let dimensions = Dimension::ALL.map(WeightSet::Dimension);
    for set in sides.into_iter().chain(dimensions) {
        let shares: Vec<Share> = comparison.shares(segment, set).into_iter().map(|(_, share)| share).collect();
        let sum: f64 = shares.iter().map(|s| s.share).sum();
        let in_range = shares.iter().all(|s| (0.0..=1.0 + SUM_TOLERANCE).contains(&s.share));
        if !in_range || !shares.is_empty() && (sum - 1.0).abs() > SUM_TOLERANCE {
            let place = match set {
                WeightSet::Side(side) => format!("{path}.weights.dimensions ({side:?} side)"),
                WeightSet::Dimension(dimension) => format!("{path}.weights.leaves ({})", dimension.key()),
            };
            return Err(other(place, format!("{}; these add up to {sum}", EditError::WeightSum)));
        }
    }
    for dimension in Dimension::ALL {
        let empty = comparison.criteria_of(dimension).next().is_none();
        if empty && segment.weights.dimension(dimension).share != 0.0 {
            let place = format!("{path}.weights.dimensions.{}", dimension.key());
            return Err(other(place, "a dimension without criteria weighs 0"));
        }
    }
    let leaves = comparison.leaves();
    if segment.weights.leaves.keys().any(|leaf| !leaves.iter().any(|of| of.contains(leaf))) {
        return Err(unsound(format!("{path}.weights.leaves"), EditError::WeightMembers));
    }
    for (id, factor) in &segment.weights.multipliers {
        let known = comparison.leaves().iter().flatten().any(|leaf| *leaf == Leaf::Criterion(*id));
        if !known || !(0.0..=Segment::NUMBER_MAX).contains(factor) {
            return Err(unsound(format!("{path}.multipliers"), EditError::Multiplier));
        }
    }
    Ok(())
}
