//! A what-if laid over the comparison as it is today.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Elicited, Scope};
use super::comparison::{Account, Comparison, Criterion, Offer, Segment};
use super::currency_change::Exchange;
use super::difference::{Changed, Difference, Expecting, RowChanges, Structure};
use super::dimension::Dimension;
use super::doubt::Doubt;
use super::edit::{check_name_length, check_note_length, check_ownership, check_scale_names};
use super::id::{CriterionId, OfferId, SegmentId};
use super::money::Currency;
use super::ranges::{is_other_range, is_range, record_ranges};
use super::scale::{Level, Paid, Scale};
use super::segment::is_cdv;
use super::text::Text;
use super::weights::{Leaf, Share, WeightSet};

/// `real` with `differences` laid over it; without variants of its own.
///
/// Where `real` has changed since the differences were taken, they are read with good will: one whose offer,
/// criterion or segment is gone, or whose level no longer fits the scale, is passed over, and weights are brought in
/// line with the criteria that there are. The result keeps every rule of [`super::check()`] where `real` does.
#[must_use]
pub fn overlay(real: &Comparison, differences: &[Difference]) -> Comparison {
    let mut layered = Comparison { variants: Vec::new(), ..real.clone() };
    for difference in differences {
        if let Difference::Structure(structure) = difference {
            build(&mut layered, structure);
        }
    }
    let (mut levels, mut in_use, mut is_reshared, mut given) = (Vec::new(), Vec::new(), false, Vec::new());
    for difference in differences {
        match difference {
            Difference::Ownership(ownership) if check_ownership(ownership).is_ok() => {
                layered.header.ownership = ownership.clone();
            }
            Difference::Level { offer, criterion, level } => levels.push((*offer, *criterion, *level)),
            Difference::AfterUse { offer, criterion, level } => in_use.push((*offer, *criterion, *level)),
            Difference::Weights { segment, set, shares } => {
                let members = layered.members(*set);
                let Some(segment) = layered.segments.iter_mut().find(|s| s.id == *segment) else { continue };
                let named: Vec<_> = shares.iter().filter(|(m, s)| members.contains(m) && is_part(*s)).collect();
                if named.is_empty() {
                    continue;
                }
                is_reshared |= named.len() != members.len() || named.len() != shares.len();
                let mut is_given = false;
                for member in members {
                    let newcomer = Share { share: 0.0, ..segment.weights.member(member) };
                    let share = named.iter().find(|(m, _)| *m == member).map_or(newcomer, |(_, share)| *share);
                    is_given |= segment.weights.member(member).share.to_bits() != share.share.to_bits();
                    segment.weights.put(member, share);
                }
                if is_given {
                    given.push((segment.id, *set));
                    take_out(segment, differences, |scope| scope.covers(*set));
                }
            }
            Difference::CostEmphasis { segment, value } => {
                let in_range = (0.0..=Segment::COST_EMPHASIS_MAX).contains(value);
                if let Some(segment) = layered.segments.iter_mut().find(|s| s.id == *segment).filter(|_| in_range) {
                    let old = std::mem::replace(&mut segment.cost_emphasis, *value);
                    if old.to_bits() != value.to_bits() {
                        take_out(segment, differences, Scope::gives_cost_emphasis);
                    }
                }
            }
            _ => {}
        }
    }
    put_levels(&mut layered, &levels, |offer| &mut offer.levels);
    put_levels(&mut layered, &in_use, |offer| &mut offer.after_use);
    layered.conform_pins();
    layered.conform_dismissed();
    if is_reshared {
        layered.conform_weights();
    }
    lay_ranges(&mut layered, &given, differences);
    layered
}

/// Weights of the layer were given for the ranges of the layer, unless it says otherwise.
fn lay_ranges(layered: &mut Comparison, given: &[(SegmentId, WeightSet)], differences: &[Difference]) {
    let mut segments = std::mem::take(&mut layered.segments);
    for (id, set) in given {
        if let Some(segment) = segments.iter_mut().find(|s| s.id == *id) {
            record_ranges(segment, *set, layered);
        }
    }
    let is_sound = |leaf: Leaf, range: [f64; 2]| is_range(range) && layered.has_leaf(leaf);
    for difference in differences {
        let Difference::Structure(structure) = difference else { continue };
        for (id, ranges) in &structure.ranges {
            if let Some(segment) = segments.iter_mut().find(|s| s.id == *id) {
                let sound = ranges.iter().filter(|(leaf, range)| is_sound(**leaf, **range));
                segment.given_for = sound.map(|(leaf, range)| (*leaf, *range)).collect();
            }
        }
    }
    layered.segments = segments;
}

fn is_part(share: Share) -> bool {
    (0.0..=1.0).contains(&share.share)
}

type Levels = BTreeMap<CriterionId, Level>;

type Cell = (OfferId, CriterionId, Option<Level>);

/// Writes the levels that fit, as bought or in use.
fn put_levels(layered: &mut Comparison, cells: &[Cell], of: fn(&mut Offer) -> &mut Levels) {
    if cells.is_empty() {
        return;
    }
    let scales: BTreeMap<CriterionId, &Scale> = layered.criteria.iter().map(|c| (c.id, &c.scale)).collect();
    let mut by_offer: BTreeMap<OfferId, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        let fits = |scale: &&Scale| cell.2.is_none_or(|level| level.check(scale).is_ok());
        if scales.get(&cell.1).is_some_and(fits) {
            by_offer.entry(cell.0).or_default().push(cell);
        }
    }
    let put = |levels: &mut Levels, cells: Option<Vec<&Cell>>| {
        for (_, criterion, level) in cells.into_iter().flatten() {
            match level {
                Some(level) => levels.insert(*criterion, *level),
                None => levels.remove(criterion),
            };
        }
    };
    for offer in &mut layered.offers {
        let cells = by_offer.remove(&offer.id);
        put(of(offer), cells);
    }
    if let Some(expected) = &mut layered.header.expectation {
        put(&mut expected.levels, by_offer.remove(&OfferId::EXPECTED));
    }
}

// --- structure ---------------------------------------------------------------------------------------------------

fn build(layered: &mut Comparison, structure: &Structure) {
    if let Some(currency) = structure.currency {
        set_currency(layered, currency);
    }
    build_criteria(layered, structure);
    build_offers(layered, structure);
    build_segments(layered, structure);
    let levels: Vec<Cell> = structure.levels.iter().map(|(o, c, level)| (*o, *c, Some(*level))).collect();
    match &structure.expectation {
        Some(Expecting::Added(expected)) => layered.header.expectation = Some(expected.clone()),
        Some(Expecting::Removed) => layered.header.expectation = None,
        None => {}
    }
    drop_misfits(layered);
    put_levels(layered, &levels, |offer| &mut offer.levels);
    if let Some(changed) = &structure.dismissed {
        dismiss(&mut layered.header.dismissed, changed);
    }
    for (dimension, info) in &structure.dimensions {
        if info.name.as_ref().is_none_or(is_name) {
            layered.header.dimensions[dimension.index()] = info.clone();
        }
    }
    for dimension in Dimension::ALL {
        if layered.criteria_of(dimension).next().is_some() {
            layered.header.dimensions[dimension.index()].hidden = false;
        }
    }
    let once = Scale::Money { paid: Paid::Once };
    let is_once = |id: &CriterionId| layered.criterion(*id).is_some_and(|c| c.scale == once);
    let first = layered.criteria.iter().find(|c| c.scale == once).map(|c| c.id);
    layered.header.price = structure.price.filter(is_once).or(layered.header.price.filter(is_once)).or(first);
    let (criteria, segments) = (&structure.criteria, &structure.segments);
    let stays = |c: &Changed<Criterion>| c.before.scale == c.after.scale && c.before.dimension == c.after.dimension;
    let same_leaves = criteria.added.is_empty() && criteria.removed.is_empty() && criteria.changed.iter().all(stays);
    if !same_leaves || segments != &RowChanges::default() {
        layered.conform_weights();
    }
}

/// As the edit does it, with good will: what the currency cannot hold is missing until the layer says what stands there.
///
/// It never fails: amounts of the layer are written in this currency, and would mean others in the real one.
fn set_currency(layered: &mut Comparison, currency: Currency) {
    let old = std::mem::replace(&mut layered.header.currency, currency);
    if let Some(exchange) = Exchange::between(old, currency) {
        exchange.case(layered);
    }
}

/// What the layer says, with what the real case has come to hold in the meantime.
fn dismiss(dismissed: &mut Vec<Doubt>, Changed { before, after }: &Changed<Vec<Doubt>>) {
    let is_sound = |doubt: &&Doubt| doubt.is_sound();
    if dismissed == before {
        *dismissed = after.iter().filter(is_sound).cloned().collect();
    } else {
        dismissed.retain(|doubt| after.contains(doubt) || !before.contains(doubt));
        let is_new = |doubt: &&Doubt| !before.contains(doubt) && !dismissed.iter().any(|known| known.covers(doubt));
        let new: Vec<Doubt> = after.iter().filter(is_sound).filter(is_new).cloned().collect();
        dismissed.extend(new);
    }
    dismissed.truncate(Doubt::MAX);
}

fn is_name(name: &Text) -> bool {
    !name.is_blank() && check_name_length(name).is_ok()
}

fn is_note(note: &Text) -> bool {
    check_note_length(note).is_ok()
}

/// `field` of the layer where the layer changed it, else of the real row.
macro_rules! take {
    ($row:expr, $changed:expr, $($field:ident),*) => {$(
        if $changed.before.$field != $changed.after.$field {
            $row.$field = $changed.after.$field.clone();
        }
    )*};
}

fn build_criteria(layered: &mut Comparison, structure: &Structure) {
    let in_points = layered.header.account == Account::Points;
    let is_sound = |c: &Criterion| {
        is_name(&c.name)
            && is_note(&c.note)
            && (!c.scale.is_money() || c.dimension == Dimension::Monetary)
            && c.scale.check(in_points).is_ok()
            && check_scale_names(&c.scale).is_ok()
    };
    let removed: BTreeSet<CriterionId> = structure.criteria.removed.iter().copied().collect();
    layered.criteria.retain(|c| !removed.contains(&c.id));
    for changed in &structure.criteria.changed {
        let Some(row) = layered.criteria.iter_mut().find(|c| c.id == changed.after.id) else { continue };
        let mut new = row.clone();
        take!(new, changed, position, dimension, name, note, scale);
        let old = std::mem::replace(row, new);
        if !is_sound(row) {
            *row = old;
            continue;
        }
        let is_other_range = is_other_range(&old.scale, &row.scale);
        let (old, new) = (super::comparison::leaf_of(&old), super::comparison::leaf_of(row));
        let moved = changed.before.dimension != changed.after.dimension;
        for segment in &mut layered.segments {
            if is_other_range || moved {
                segment.given_for.remove(&old);
            }
            // As the edits do it: under another leaf a weight goes along, in another dimension it starts at 0.
            let share = if old != new || moved { segment.weights.leaves.remove(&old) } else { None };
            if let Some(share) = share.filter(|_| !moved && (old == Leaf::Ownership) != (new == Leaf::Ownership)) {
                segment.weights.leaves.entry(new).or_insert(share);
            }
        }
    }
    for added in structure.criteria.added.iter().filter(|c| is_sound(c)) {
        match layered.criteria.iter_mut().find(|c| c.id == added.id) {
            Some(row) => *row = added.clone(),
            None => layered.criteria.push(added.clone()),
        }
    }
    layered.criteria.sort_by_key(|c| (c.position, c.id));
    drop_misfits(layered);
}

/// Levels and notes stay only where their criterion takes them.
fn drop_misfits(layered: &mut Comparison) {
    let scales: BTreeMap<CriterionId, &Scale> = layered.criteria.iter().map(|c| (c.id, &c.scale)).collect();
    let fits = |id: &CriterionId, level: &mut Level| scales.get(id).is_some_and(|scale| level.check(scale).is_ok());
    if let Some(expected) = &mut layered.header.expectation {
        expected.levels.retain(fits);
    }
    for offer in &mut layered.offers {
        offer.levels.retain(fits);
        offer.after_use.retain(fits);
        offer.level_notes.retain(|id, _| scales.contains_key(id));
        offer.levers.conform(|id| scales.get(&id).copied());
    }
}

fn build_offers(layered: &mut Comparison, structure: &Structure) {
    let is_sound = |o: &Offer| {
        is_name(&o.name)
            && check_name_length(&o.store).is_ok()
            && is_note(&o.note)
            && o.level_notes.values().all(is_note)
    };
    let changes = &structure.offers;
    let removed: BTreeSet<OfferId> = changes.removed.iter().copied().collect();
    layered.offers.retain(|o| !removed.contains(&o.id));
    let mut kept: BTreeMap<OfferId, &Changed<Offer>> = changes.changed.iter().map(|c| (c.after.id, c)).collect();
    let mut added: BTreeMap<OfferId, &Offer> =
        changes.added.iter().filter(|o| is_sound(o)).map(|o| (o.id, o)).collect();
    for row in &mut layered.offers {
        if let Some(added) = added.remove(&row.id) {
            row.clone_from(added);
        } else if let Some(changed) = kept.remove(&row.id) {
            let mut new = row.clone();
            take!(new, changed, position, name, store, ours, color, note, levers);
            put_notes(&mut new, changed);
            if is_sound(&new) {
                *row = new;
            }
        }
    }
    layered.offers.extend(added.into_values().cloned());
    layered.offers.sort_by_key(|o| (o.position, o.id));
}

fn put_notes(row: &mut Offer, changed: &Changed<Offer>) {
    let (before, after) = (&changed.before.level_notes, &changed.after.level_notes);
    for id in before.keys().chain(after.keys()).filter(|id| before.get(*id) != after.get(*id)) {
        match after.get(id) {
            Some(note) => row.level_notes.insert(*id, note.clone()),
            None => row.level_notes.remove(id),
        };
    }
}

/// Answers of a real row with what the layer changed: each scope and method by itself.
///
/// Where the layer has put a method in force, one of the real case that would give the same weights no longer is.
fn merged(row: &[Elicited], before: &[Elicited], after: &[Elicited]) -> Vec<Elicited> {
    let key = |e: &Elicited| (e.scope, e.method());
    let find = |list: &[Elicited], wanted| list.iter().find(|e| key(e) == wanted).cloned();
    let keys: BTreeSet<_> = row.iter().chain(after).map(key).collect();
    let (mut theirs, mut ours): (Vec<Elicited>, Vec<Elicited>) = (Vec::new(), Vec::new());
    for wanted in keys {
        if find(before, wanted) == find(after, wanted) {
            theirs.extend(find(row, wanted));
        } else {
            ours.extend(find(after, wanted));
        }
    }
    for elicited in &mut theirs {
        elicited.in_force &= !ours.iter().any(|own| own.in_force && own.scope.overlaps(elicited.scope));
    }
    theirs.extend(ours);
    theirs.sort_by_key(key);
    theirs
}

/// Weights that the layer lays come from no method, unless the layer itself put one in force.
fn take_out(segment: &mut Segment, differences: &[Difference], gives: impl Fn(Scope) -> bool) {
    let structure = differences.iter().find_map(|d| if let Difference::Structure(s) = d { Some(&**s) } else { None });
    let id = segment.id;
    let is_laid = |e: &Elicited| {
        structure.is_some_and(|structure| {
            let rows = &structure.segments;
            let added = rows.added.iter().filter(|s| s.id == id).flat_map(|s| &s.elicited);
            let changed = rows.changed.iter().filter(|c| c.after.id == id);
            let changed = changed.flat_map(|c| c.after.elicited.iter().filter(|e| !c.before.elicited.contains(e)));
            added.chain(changed).any(|own| own == e) || structure.in_force.contains(&(id, e.scope, e.method()))
        })
    };
    for elicited in segment.elicited.iter_mut().filter(|e| e.in_force && gives(e.scope)) {
        elicited.in_force = is_laid(elicited);
    }
}

#[expect(clippy::float_cmp, reason = "what was not touched is the same to the last bit")]
fn build_segments(layered: &mut Comparison, structure: &Structure) {
    let is_number = |value: f64| (0.0..=Segment::NUMBER_MAX).contains(&value);
    let is_sound = |s: &Segment| {
        is_name(&s.name)
            && is_number(s.size)
            && is_number(s.sharpness)
            && s.buys_nothing.is_none_or(is_cdv)
            && (0.0..=Segment::COST_EMPHASIS_MAX).contains(&s.cost_emphasis)
            && s.weights.multipliers.values().all(|factor| is_number(*factor))
            && s.given_for.values().all(|range| is_range(*range))
            && s.weights.dimensions.iter().chain(s.weights.leaves.values()).all(|share| is_part(*share))
    };
    let changes = &structure.segments;
    let mut renamed: Vec<SegmentId> = Vec::new();
    layered.segments.retain(|s| s.everyone || !changes.removed.contains(&s.id));
    for changed in &changes.changed {
        let Some(row) = layered.segments.iter_mut().find(|s| s.id == changed.after.id) else { continue };
        let mut new = row.clone();
        take!(new, changed, position, name, size, sharpness, buys_nothing);
        new.elicited = merged(&row.elicited, &changed.before.elicited, &changed.after.elicited);
        take!(new.weights, Changed { before: &changed.before.weights, after: &changed.after.weights }, multipliers);
        if is_sound(&new) {
            *row = new;
            renamed.extend((changed.before.name != changed.after.name).then_some(changed.after.id));
        }
    }
    for added in changes.added.iter().filter(|s| is_sound(s)) {
        renamed.push(added.id);
        match layered.segments.iter_mut().find(|s| s.id == added.id) {
            Some(row) => *row = Segment { everyone: row.everyone, ..added.clone() },
            None => layered.segments.push(Segment { everyone: false, ..added.clone() }),
        }
    }
    // The real case may have come by a name in the meantime.
    for id in renamed {
        let free = layered.segment(id).map(|s| layered.free_segment_name(&s.name, Some(id)));
        if let Some((row, name)) = layered.segments.iter_mut().find(|s| s.id == id).zip(free) {
            row.name = name;
        }
    }
    layered.segments.sort_by_key(|s| (s.position, s.id));
}
