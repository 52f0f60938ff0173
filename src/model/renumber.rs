//! Copies of comparisons with numbers of their own.

use std::collections::BTreeMap;

use super::answers::{Answers, Elicited, Item};
use super::comparison::{Comparison, Offer, Segment};
use super::difference::{Changed, Difference, Expecting, RowChanges, Structure};
use super::doubt::Doubt;
use super::expectation::Expectation;
use super::id::{ComparisonId, CriterionId, IdSource, OfferId, SegmentId, VariantId};
use super::ranges::Ranges;
use super::statement::Statement;
use super::weights::{Leaf, Member};

/// A copy of `comparison` in which the comparison and all of its parts have fresh numbers.
#[must_use]
pub fn renumbered(comparison: &Comparison, ids: &mut IdSource) -> Comparison {
    let mut copy = comparison.clone();
    copy.header.id = ComparisonId(ids.fresh());
    let mut numbers = Numbers {
        criteria: copy.criteria.iter().map(|c| (c.id, CriterionId(ids.fresh()))).collect(),
        offers: copy.offers.iter().map(|o| (o.id, OfferId(ids.fresh()))).collect(),
        segments: copy.segments.iter().map(|s| (s.id, SegmentId(ids.fresh()))).collect(),
    };
    numbers.offers.insert(OfferId::EXPECTED, OfferId::EXPECTED);
    for structure in copy.variants.iter().flat_map(|v| &v.differences).filter_map(structure_of) {
        numbers.add(structure, ids);
    }
    for criterion in &mut copy.criteria {
        criterion.id = numbers.criteria[&criterion.id];
    }
    copy.header.price = copy.header.price.and_then(|id| numbers.criteria.get(&id).copied());
    let pins = std::mem::take(&mut copy.header.pins);
    copy.header.pins = pins.iter().filter_map(|pin| numbers.statement(pin)).collect();
    copy.header.dismissed = numbers.dismissed(&copy.header.dismissed);
    copy.header.expectation.iter_mut().for_each(|expected| numbers.expectation(expected));
    copy.offers.iter_mut().for_each(|offer| numbers.offer(offer));
    copy.segments.iter_mut().for_each(|segment| numbers.segment(segment));
    let variants: BTreeMap<VariantId, VariantId> =
        copy.variants.iter().map(|v| (v.id, VariantId(ids.fresh()))).collect();
    for variant in &mut copy.variants {
        variant.id = variants[&variant.id];
        variant.parent = variant.parent.and_then(|id| variants.get(&id).copied());
        variant.differences = variant.differences.iter().filter_map(|d| numbers.difference(d)).collect();
    }
    copy
}

fn structure_of(difference: &Difference) -> Option<&Structure> {
    if let Difference::Structure(structure) = difference { Some(structure) } else { None }
}

/// Old numbers → new ones; what has none is gone.
struct Numbers {
    criteria: BTreeMap<CriterionId, CriterionId>,
    offers: BTreeMap<OfferId, OfferId>,
    segments: BTreeMap<SegmentId, SegmentId>,
}

impl Numbers {
    /// Numbers for the parts that only a variant has; variants that share one go on sharing it.
    fn add(&mut self, structure: &Structure, ids: &mut IdSource) {
        for criterion in &structure.criteria.added {
            self.criteria.entry(criterion.id).or_insert_with(|| CriterionId(ids.fresh()));
        }
        for offer in &structure.offers.added {
            self.offers.entry(offer.id).or_insert_with(|| OfferId(ids.fresh()));
        }
        for segment in &structure.segments.added {
            self.segments.entry(segment.id).or_insert_with(|| SegmentId(ids.fresh()));
        }
    }

    fn offer(&self, offer: &mut Offer) {
        offer.id = self.offers[&offer.id];
        offer.levels = with_new_keys(&offer.levels, &self.criteria);
        offer.after_use = with_new_keys(&offer.after_use, &self.criteria);
        offer.level_notes = with_new_keys(&offer.level_notes, &self.criteria);
        offer.levers.levers.retain_mut(|lever| {
            let new = self.criteria.get(&lever.criterion);
            lever.criterion = new.copied().unwrap_or(lever.criterion);
            new.is_some()
        });
    }

    fn expectation(&self, expected: &mut Expectation) {
        expected.levels = with_new_keys(&expected.levels, &self.criteria);
    }

    fn segment(&self, segment: &mut Segment) {
        segment.id = self.segments[&segment.id];
        segment.weights.multipliers = with_new_keys(&segment.weights.multipliers, &self.criteria);
        let leaves = std::mem::take(&mut segment.weights.leaves);
        segment.weights.leaves = leaves.into_iter().filter_map(|(l, share)| Some((self.leaf(l)?, share))).collect();
        segment.given_for = self.ranges(&segment.given_for);
        segment.elicited.iter_mut().for_each(|elicited| self.elicited(elicited));
    }

    /// The answers in new numbers, without those about what is gone.
    fn elicited(&self, elicited: &mut Elicited) {
        let renumber = |item: &mut Item| match self.item(*item) {
            Some(new) => {
                *item = new;
                true
            }
            None => false,
        };
        match &mut elicited.answers {
            Answers::Points { points } => points.retain_mut(|(item, _)| renumber(item)),
            Answers::RankOrder { places, .. } => places.retain_mut(|(item, _)| renumber(item)),
            Answers::Swing { swings } | Answers::Money { swings, .. } => swings.retain_mut(|s| renumber(&mut s.item)),
            Answers::Pairwise { judgements, .. } => {
                judgements.retain_mut(|j| renumber(&mut j.row) && renumber(&mut j.column));
            }
            Answers::Choices { choices } => {
                for alternative in choices.iter_mut().flat_map(|c| &mut c.alternatives) {
                    alternative.offer = alternative.offer.and_then(|id| self.offers.get(&id).copied());
                    alternative.levels = with_new_keys(&alternative.levels, &self.criteria);
                }
            }
        }
    }

    fn item(&self, item: Item) -> Option<Item> {
        match item {
            Item::Side(_) | Item::Dimension(_) => Some(item),
            Item::Leaf(leaf) => self.leaf(leaf).map(Item::Leaf),
        }
    }

    fn ranges(&self, ranges: &Ranges) -> Ranges {
        ranges.iter().filter_map(|(leaf, range)| Some((self.leaf(*leaf)?, *range))).collect()
    }

    fn leaf(&self, leaf: Leaf) -> Option<Leaf> {
        match leaf {
            Leaf::Ownership => Some(leaf),
            Leaf::Criterion(id) => self.criteria.get(&id).copied().map(Leaf::Criterion),
        }
    }

    fn member(&self, member: Member) -> Option<Member> {
        match member {
            Member::Dimension(_) => Some(member),
            Member::Leaf(leaf) => self.leaf(leaf).map(Member::Leaf),
        }
    }

    fn statement(&self, pin: &Statement) -> Option<Statement> {
        pin.renumbered(|id| self.offers.get(&id).copied(), |id| self.criteria.get(&id).copied())
    }

    fn dismissed(&self, dismissed: &[Doubt]) -> Vec<Doubt> {
        let new = |doubt: &Doubt| {
            doubt.mapped(
                |id| self.offers.get(&id).copied(),
                |leaf| self.leaf(leaf),
                |id| self.segments.get(&id).copied(),
            )
        };
        dismissed.iter().filter_map(new).collect()
    }

    /// The difference in new numbers; `None` where what it speaks of is gone.
    fn difference(&self, difference: &Difference) -> Option<Difference> {
        Some(match difference {
            Difference::Ownership(_) => difference.clone(),
            Difference::Level { offer, criterion, level } => Difference::Level {
                offer: *self.offers.get(offer)?,
                criterion: *self.criteria.get(criterion)?,
                level: *level,
            },
            Difference::AfterUse { offer, criterion, level } => Difference::AfterUse {
                offer: *self.offers.get(offer)?,
                criterion: *self.criteria.get(criterion)?,
                level: *level,
            },
            Difference::Weights { segment, set, shares } => Difference::Weights {
                segment: *self.segments.get(segment)?,
                set: *set,
                shares: shares.iter().filter_map(|(member, share)| Some((self.member(*member)?, *share))).collect(),
            },
            Difference::CostEmphasis { segment, value } => {
                Difference::CostEmphasis { segment: *self.segments.get(segment)?, value: *value }
            }
            Difference::Structure(structure) => Difference::Structure(Box::new(self.structure(structure))),
        })
    }

    fn structure(&self, structure: &Structure) -> Structure {
        let mut new = structure.clone();
        new.price = structure.price.and_then(|id| self.criteria.get(&id).copied());
        renumber_rows(&mut new.criteria, &self.criteria, |c| c.id);
        new.criteria.rows_mut().for_each(|c| c.id = self.criteria[&c.id]);
        renumber_rows(&mut new.offers, &self.offers, |o| o.id);
        new.offers.rows_mut().for_each(|o| self.offer(o));
        renumber_rows(&mut new.segments, &self.segments, |s| s.id);
        new.segments.rows_mut().for_each(|s| self.segment(s));
        let cell =
            |(o, c, level): &(OfferId, CriterionId, _)| Some((*self.offers.get(o)?, *self.criteria.get(c)?, *level));
        new.levels = structure.levels.iter().filter_map(cell).collect();
        let ranges = |(s, ranges): &(SegmentId, Ranges)| Some((*self.segments.get(s)?, self.ranges(ranges)));
        new.ranges = structure.ranges.iter().filter_map(ranges).collect();
        let methods = structure.in_force.iter();
        new.in_force =
            methods.filter_map(|(s, scope, method)| Some((*self.segments.get(s)?, *scope, *method))).collect();
        if let Some(Expecting::Added(expected)) = &mut new.expectation {
            self.expectation(expected);
        }
        if let Some(Changed { before, after }) = &mut new.dismissed {
            (*before, *after) = (self.dismissed(before), self.dismissed(after));
        }
        new
    }
}

/// Leaves out rows that are gone, and gives the removed ones their new numbers.
fn renumber_rows<T, K: Ord + Copy>(rows: &mut RowChanges<T, K>, numbers: &BTreeMap<K, K>, id: impl Fn(&T) -> K) {
    rows.removed = rows.removed.iter().filter_map(|id| numbers.get(id).copied()).collect();
    rows.changed.retain(|c| id(&c.before) == id(&c.after) && numbers.contains_key(&id(&c.after)));
}

fn with_new_keys<T: Clone>(
    map: &BTreeMap<CriterionId, T>,
    keys: &BTreeMap<CriterionId, CriterionId>,
) -> BTreeMap<CriterionId, T> {
    map.iter().filter_map(|(id, value)| keys.get(id).map(|new| (*new, value.clone()))).collect()
}
