//! What differs between a comparison and another state of it: the single changes that make up a what-if.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answers::{Method, Scope};
use super::comparison::{Comparison, Criterion, DimensionInfo, Offer, Ownership, Segment};
use super::currency_change::Exchange;
use super::dimension::{Dimension, Side};
use super::doubt::Doubt;
use super::expectation::Expectation;
use super::id::{CriterionId, OfferId, SegmentId};
use super::money::Currency;
use super::overlay::overlay;
use super::ranges::Ranges;
use super::scale::Level;
use super::weights::{Member, Share, WeightSet, Weights};

/// One thing that differs between the real comparison and a layered one.
///
/// What the comparison itself is called, its note, its place in the list, its account and its variants are always the
/// real ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "to", rename_all = "snake_case")]
pub enum Difference {
    /// All that is built otherwise: criteria, offers, segments, dimensions, currency, the price.
    Structure(Box<Structure>),
    /// How money is added up and scored.
    Ownership(Ownership),
    /// One cell; `None` where the layer has no level. Under [`OfferId::EXPECTED`] it is what the buyer expects.
    Level {
        /// Column.
        offer: OfferId,
        /// Row.
        criterion: CriterionId,
        /// What the layer has there.
        level: Option<Level>,
    },
    /// One cell of what an offer is in use; `None` where the layer has it as bought.
    AfterUse {
        /// Column.
        offer: OfferId,
        /// Row.
        criterion: CriterionId,
        /// What the layer has there.
        level: Option<Level>,
    },
    /// A whole set of weights.
    Weights {
        /// Whose weights.
        segment: SegmentId,
        /// Which set.
        set: WeightSet,
        /// Every member with its share.
        shares: Vec<(Member, Share)>,
    },
    /// λ.
    CostEmphasis {
        /// Whose λ.
        segment: SegmentId,
        /// What the layer has.
        value: f64,
    },
}

/// A row as it was in the real case and as it is in the layer: only fields that differ between the two are the layer's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed<T> {
    /// The real case when the layer was kept.
    pub before: T,
    /// The layer.
    pub after: T,
}

/// Rows of one kind that came, went or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowChanges<T, K> {
    /// Rows that only the layer has.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<T>,
    /// Rows that only the real case has.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<K>,
    /// Rows that both have.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<Changed<T>>,
}

impl<T, K> Default for RowChanges<T, K> {
    fn default() -> Self {
        Self { added: Vec::new(), removed: Vec::new(), changed: Vec::new() }
    }
}

impl<T, K> RowChanges<T, K> {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    /// Every row that is held here, the real ones too.
    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.added.iter_mut().chain(self.changed.iter_mut().flat_map(|c| [&mut c.before, &mut c.after]))
    }
}

/// What the buyer expects comes or goes as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expecting {
    /// Only the layer has it.
    Added(Expectation),
    /// Only the real case has it.
    Removed,
}

/// All structural differences together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Structure {
    /// Another currency; amounts keep their number of units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Dimensions that are called otherwise, hidden or shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<(Dimension, DimensionInfo)>,
    /// Another criterion is the price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<CriterionId>,
    /// Criteria.
    #[serde(default, skip_serializing_if = "RowChanges::is_empty")]
    pub criteria: RowChanges<Criterion, CriterionId>,
    /// Offers; changed ones without their levels, as bought and in use.
    #[serde(default, skip_serializing_if = "RowChanges::is_empty")]
    pub offers: RowChanges<Offer, OfferId>,
    /// Kinds of buyers; changed ones without λ, shares and their ranges.
    #[serde(default, skip_serializing_if = "RowChanges::is_empty")]
    pub segments: RowChanges<Segment, SegmentId>,
    /// The ranges that weights were given for, where they are not those that the rest of the layer leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<(SegmentId, Ranges)>,
    /// Methods that the layer's weights still come from, where the rest of the layer would say otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_force: Vec<(SegmentId, Scope, Method)>,
    /// Levels that the real criterion could not take: on criteria that were added or have another scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<(OfferId, CriterionId, Level)>,
    /// What the buyer expects is there in one of the two only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expectation: Option<Expecting>,
    /// Other findings are held to be no problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dismissed: Option<Changed<Vec<Doubt>>>,
}

impl Structure {
    /// True where nothing is built otherwise.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// True where no number depends on it: only what weights were given for, or what is held to be no problem, is
    /// otherwise.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        Self { ranges: Vec::new(), dismissed: None, ..self.clone() }.is_empty()
    }
}

impl Difference {
    /// Every number of a part that only the layer has.
    pub(super) fn numbers(&self) -> impl Iterator<Item = super::workbook::Part> + '_ {
        use super::workbook::Part;
        let structure = if let Self::Structure(structure) = self { Some(structure) } else { None };
        structure.into_iter().flat_map(|s| {
            let criteria = s.criteria.added.iter().map(|c| Part::Criterion(c.id));
            let offers = s.offers.added.iter().map(|o| Part::Offer(o.id));
            criteria.chain(offers).chain(s.segments.added.iter().map(|s| Part::Segment(s.id)))
        })
    }
}

/// What has to be laid over `real` to get `layered`: structure first, then money terms, levels, weights and λ.
///
/// `overlay(real, &differences(real, layered))` has the content of `layered`, its name, note, place and account
/// being those of `real`. What follows from another difference alone (the weights that a new criterion re-shares, a
/// level that a new scale cannot take) is no difference of its own.
#[must_use]
pub fn differences(real: &Comparison, layered: &Comparison) -> Vec<Difference> {
    let mut all = Vec::new();
    let exchanged = Exchange::between(real.header.currency, layered.header.currency).map(|exchange| {
        let mut exchanged = real.clone();
        exchange.case(&mut exchanged);
        exchanged
    });
    // Amounts that are written otherwise, and no others, are no difference.
    let written = exchanged.as_ref().unwrap_or(real);
    let mut structure = structure(written, layered);
    // What the layer would be by its structure alone.
    let mut base = overlay(real, &of_structure(&structure));
    structure.levels = levels_beyond(real, &base, layered);
    if base.header.dismissed != layered.header.dismissed {
        let (before, after) = (written.header.dismissed.clone(), layered.header.dismissed.clone());
        structure.dismissed = Some(Changed { before, after });
    }
    if !structure.levels.is_empty() {
        base = overlay(real, &of_structure(&structure));
    }
    all.extend(of_structure(&structure));
    if base.header.ownership != layered.header.ownership {
        all.push(Difference::Ownership(layered.header.ownership.clone()));
    }
    all.extend(level_differences(&base, layered));
    for segment in &layered.segments {
        let Some(old) = base.segment(segment.id) else { continue };
        let sides = Side::ALL.map(WeightSet::Side);
        for set in sides.into_iter().chain(Dimension::ALL.map(WeightSet::Dimension)) {
            let shares = layered.shares(segment, set);
            if shares != base.shares(old, set) {
                all.push(Difference::Weights { segment: segment.id, set, shares });
            }
        }
        #[expect(clippy::float_cmp, reason = "what was not touched is the same to the last bit")]
        if old.cost_emphasis != segment.cost_emphasis {
            all.push(Difference::CostEmphasis { segment: segment.id, value: segment.cost_emphasis });
        }
    }
    structure.ranges = ranges_beyond(real, &all, layered);
    structure.in_force = in_force_beyond(real, &all, layered);
    if !structure.ranges.is_empty() || !structure.in_force.is_empty() {
        all.retain(|difference| !matches!(difference, Difference::Structure(_)));
        all.splice(0..0, of_structure(&structure));
    }
    all
}

/// The ranges that weights of `layered` were given for, where `all` would lead to others.
fn ranges_beyond(real: &Comparison, all: &[Difference], layered: &Comparison) -> Vec<(SegmentId, Ranges)> {
    if layered.segments.iter().chain(&real.segments).all(|s| s.given_for.is_empty())
        && !all.iter().any(|d| matches!(d, Difference::Weights { .. }))
    {
        return Vec::new();
    }
    let laid = overlay(real, all);
    let is_other = |s: &&Segment| laid.segment(s.id).is_some_and(|laid| laid.given_for != s.given_for);
    layered.segments.iter().filter(is_other).map(|s| (s.id, s.given_for.clone())).collect()
}

/// The methods that weights of `layered` come from, where `all` would take them out of force.
fn in_force_beyond(real: &Comparison, all: &[Difference], layered: &Comparison) -> Vec<(SegmentId, Scope, Method)> {
    let in_force = |s: &Segment| -> Vec<(SegmentId, Scope, Method)> {
        s.elicited.iter().filter(|e| e.in_force).map(|e| (s.id, e.scope, e.method())).collect()
    };
    let wanted: Vec<_> = layered.segments.iter().flat_map(in_force).collect();
    if wanted.is_empty() {
        return wanted;
    }
    let laid = overlay(real, all);
    let there: Vec<_> = laid.segments.iter().flat_map(in_force).collect();
    wanted.into_iter().filter(|method| !there.contains(method)).collect()
}

fn of_structure(structure: &Structure) -> Vec<Difference> {
    if structure.is_empty() { Vec::new() } else { vec![Difference::Structure(Box::new(structure.clone()))] }
}

/// What is built otherwise; the amounts of `real` are in minor units of `layered`, its currency is still its own.
fn structure(real: &Comparison, layered: &Comparison) -> Structure {
    let (old, new) = (&real.header, &layered.header);
    let dimensions = Dimension::ALL.into_iter().filter(|d| old.dimensions[d.index()] != new.dimensions[d.index()]);
    Structure {
        currency: (old.currency != new.currency).then_some(new.currency),
        dimensions: dimensions.map(|d| (d, new.dimensions[d.index()].clone())).collect(),
        price: new.price.filter(|_| old.price != new.price),
        criteria: row_changes(&real.criteria, &layered.criteria, |c| c.id, Criterion::clone),
        offers: row_changes(&real.offers, &layered.offers, |o| o.id, without_levels),
        segments: row_changes(&real.segments, &layered.segments, |s| s.id, without_weights),
        ranges: Vec::new(),
        in_force: Vec::new(),
        levels: Vec::new(),
        expectation: match (&old.expectation, &new.expectation) {
            (None, Some(expected)) => Some(Expecting::Added(expected.clone())),
            (Some(_), None) => Some(Expecting::Removed),
            _ => None,
        },
        dismissed: None,
    }
}

fn row_changes<T: Clone + PartialEq, K: Ord + Copy>(
    old: &[T],
    new: &[T],
    id: impl Fn(&T) -> K,
    bare: impl Fn(&T) -> T,
) -> RowChanges<T, K> {
    let mut gone: BTreeMap<K, &T> = old.iter().map(|row| (id(row), row)).collect();
    let mut changes = RowChanges::default();
    for row in new {
        match gone.remove(&id(row)) {
            None => changes.added.push(row.clone()),
            Some(before) if before == row => {}
            Some(before) => {
                let (before, after) = (bare(before), bare(row));
                if before != after {
                    changes.changed.push(Changed { before, after });
                }
            }
        }
    }
    changes.removed = gone.into_keys().collect();
    changes
}

fn without_levels(offer: &Offer) -> Offer {
    Offer {
        id: offer.id,
        position: offer.position,
        name: offer.name.clone(),
        store: offer.store.clone(),
        ours: offer.ours,
        color: offer.color,
        note: offer.note.clone(),
        levels: BTreeMap::new(),
        after_use: BTreeMap::new(),
        level_notes: offer.level_notes.clone(),
        levers: offer.levers.clone(),
    }
}

fn without_weights(segment: &Segment) -> Segment {
    let weights = Weights { multipliers: segment.weights.multipliers.clone(), ..Weights::default() };
    Segment { cost_emphasis: 1.0, weights, given_for: Ranges::new(), ..segment.clone() }
}

/// The levels of `layered` that `real` has no room for.
fn levels_beyond(real: &Comparison, base: &Comparison, layered: &Comparison) -> Vec<(OfferId, CriterionId, Level)> {
    let mut levels = Vec::new();
    let structural: Vec<&Criterion> =
        layered.criteria.iter().filter(|c| real.criterion(c.id).is_none_or(|old| old.scale != c.scale)).collect();
    if structural.is_empty() {
        return levels;
    }
    let held: BTreeMap<OfferId, &Offer> = base.offers.iter().map(|o| (o.id, o)).collect();
    for offer in &layered.offers {
        let Some(old) = held.get(&offer.id) else { continue };
        for criterion in &structural {
            let Some(level) = offer.levels.get(&criterion.id) else { continue };
            let fits = real.criterion(criterion.id).is_some_and(|c| level.check(&c.scale).is_ok());
            if !fits && old.levels.get(&criterion.id) != Some(level) {
                levels.push((offer.id, criterion.id, *level));
            }
        }
    }
    levels
}

fn level_differences(base: &Comparison, layered: &Comparison) -> Vec<Difference> {
    let old: BTreeMap<OfferId, &Offer> = base.offers.iter().map(|o| (o.id, o)).collect();
    let mut all = Vec::new();
    let others = |old: &Levels, new: &Levels| -> Vec<(CriterionId, Option<Level>)> {
        if old == new {
            return Vec::new();
        }
        let ids = layered.criteria.iter().map(|c| c.id).filter(|id| old.get(id) != new.get(id));
        ids.map(|id| (id, new.get(&id).copied())).collect()
    };
    for offer in &layered.offers {
        let Some(old) = old.get(&offer.id) else { continue };
        let id = offer.id;
        let bought = others(&old.levels, &offer.levels).into_iter();
        all.extend(bought.map(|(criterion, level)| Difference::Level { offer: id, criterion, level }));
        let in_use = others(&old.after_use, &offer.after_use).into_iter();
        all.extend(in_use.map(|(criterion, level)| Difference::AfterUse { offer: id, criterion, level }));
    }
    if let (Some(old), Some(new)) = (&base.header.expectation, &layered.header.expectation) {
        let expected = others(&old.levels, &new.levels).into_iter();
        let place = OfferId::EXPECTED;
        all.extend(expected.map(|(criterion, level)| Difference::Level { offer: place, criterion, level }));
    }
    all
}

type Levels = BTreeMap<CriterionId, Level>;
