//! A copy-on-write view of one comparison: only the rows that an edit touches are copied.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, HashMap};

use super::error::EditError;
use crate::model::answers::Ground;
use crate::model::comparison::{Comparison, Criterion, Header, Offer, Segment, leaf_of};
use crate::model::dimension::Dimension;
use crate::model::doubt::Doubt;
use crate::model::id::{CriterionId, OfferId, SegmentId, VariantId};
use crate::model::scale::Level;
use crate::model::statement::Statement;
use crate::model::text::Text;
use crate::model::variant::Variant;
use crate::model::weights::Leaf;
use crate::model::workbook::{Change, Part, Row};

/// `None` stands for a row that is deleted.
type Overlay<K, T> = BTreeMap<K, Option<T>>;

/// An edit that looks up more offers than this looks them up by their ids.
const FEW_OFFERS: usize = 16;

/// The offers of a comparison by their ids.
///
/// One cell is found sooner by looking through the list than by indexing it, so the index comes with the first edit
/// of many offers.
struct OfferIndex<'a> {
    offers: &'a [Offer],
    looked_up: Cell<usize>,
    by_id: OnceCell<HashMap<OfferId, &'a Offer>>,
}

impl<'a> OfferIndex<'a> {
    fn get(&self, id: OfferId) -> Option<&'a Offer> {
        self.looked_up.set(self.looked_up.get() + 1);
        if self.looked_up.get() <= FEW_OFFERS {
            return self.offers.iter().find(|o| o.id == id);
        }
        self.by_id.get_or_init(|| self.offers.iter().map(|o| (o.id, o)).collect()).get(&id).copied()
    }
}

pub(super) struct Draft<'a> {
    pub base: &'a Comparison,
    header: Option<Header>,
    segments: Overlay<SegmentId, Segment>,
    criteria: Overlay<CriterionId, Criterion>,
    offers: Overlay<OfferId, Offer>,
    variants: Overlay<VariantId, Variant>,
    base_offers: OfferIndex<'a>,
}

impl<'a> Draft<'a> {
    pub fn new(base: &'a Comparison) -> Self {
        let base_offers = OfferIndex { offers: &base.offers, looked_up: Cell::new(0), by_id: OnceCell::new() };
        let (segments, criteria, offers) = (Overlay::new(), Overlay::new(), Overlay::new());
        Self { base, header: None, segments, criteria, offers, variants: Overlay::new(), base_offers }
    }

    pub fn header(&mut self) -> &mut Header {
        self.header.get_or_insert_with(|| self.base.header.clone())
    }

    pub fn segment(&mut self, id: SegmentId) -> Result<&mut Segment, EditError> {
        touch(&mut self.segments, id, self.base.segment(id))
    }

    pub fn criterion(&mut self, id: CriterionId) -> Result<&mut Criterion, EditError> {
        touch(&mut self.criteria, id, self.base.criterion(id))
    }

    pub fn offer(&mut self, id: OfferId) -> Result<&mut Offer, EditError> {
        touch(&mut self.offers, id, self.base_offers.get(id))
    }

    /// The levels of an offer, or those that are expected.
    pub fn levels(&mut self, place: OfferId) -> Result<&mut BTreeMap<CriterionId, Level>, EditError> {
        if place == OfferId::EXPECTED {
            let expected = self.header().expectation.as_mut();
            return expected.map(|expected| &mut expected.levels).ok_or(EditError::Gone);
        }
        self.offer(place).map(|offer| &mut offer.levels)
    }

    /// The name of an offer as it was before the edit, or of what is expected.
    pub fn name_of(&self, place: OfferId) -> Option<Text> {
        if place == OfferId::EXPECTED {
            return self.base.name_of(place);
        }
        self.base_offers.get(place).map(|offer| offer.name.clone())
    }

    pub fn variant(&mut self, id: VariantId) -> Result<&mut Variant, EditError> {
        touch(&mut self.variants, id, self.base.variant(id))
    }

    pub fn insert_criterion(&mut self, criterion: Criterion) {
        self.criteria.insert(criterion.id, Some(criterion));
    }

    pub fn insert_offer(&mut self, offer: Offer) {
        self.offers.insert(offer.id, Some(offer));
    }

    pub fn insert_segment(&mut self, segment: Segment) {
        self.segments.insert(segment.id, Some(segment));
    }

    pub fn remove_segment(&mut self, id: SegmentId) {
        self.segments.insert(id, None);
    }

    pub fn insert_variant(&mut self, variant: Variant) {
        self.variants.insert(variant.id, Some(variant));
    }

    pub fn remove_variant(&mut self, id: VariantId) {
        self.variants.insert(id, None);
    }

    pub fn remove_criterion(&mut self, id: CriterionId) {
        self.criteria.insert(id, None);
    }

    pub fn remove_offer(&mut self, id: OfferId) {
        self.offers.insert(id, None);
    }

    /// True for an offer that the draft has.
    pub fn has_offer(&self, id: OfferId) -> bool {
        self.offers.get(&id).map_or_else(|| self.base_offers.get(id).is_some(), Option::is_some)
    }

    /// True for a kind of buyer that the draft has.
    pub fn has_segment(&self, id: SegmentId) -> bool {
        self.segments.get(&id).map_or_else(|| self.base.segment(id).is_some(), Option::is_some)
    }

    /// The dismissed findings as the draft has them.
    pub fn dismissed(&self) -> &[Doubt] {
        &self.header.as_ref().unwrap_or(&self.base.header).dismissed
    }

    /// The pins as the draft has them.
    pub fn pins(&self) -> &[Statement] {
        &self.header.as_ref().unwrap_or(&self.base.header).pins
    }

    /// The criteria as the draft has them, by position.
    pub fn criteria_now(&self) -> Vec<&Criterion> {
        let kept = self.base.criteria.iter().filter(|c| !self.criteria.contains_key(&c.id));
        let mut now: Vec<&Criterion> = kept.chain(self.criteria.values().flatten()).collect();
        now.sort_by_key(|c| (c.position, c.id));
        now
    }

    /// Brings every segment's weights in line with the criteria of the draft.
    pub fn conform_weights(&mut self) -> Result<(), EditError> {
        let now = self.criteria_now();
        let leaves: [Vec<Leaf>; 8] = Dimension::ALL.map(|dimension| {
            let mut leaves = Vec::new();
            for leaf in now.iter().filter(|c| c.dimension == dimension).map(|c| leaf_of(c)) {
                if !leaves.contains(&leaf) {
                    leaves.push(leaf);
                }
            }
            leaves
        });
        for id in self.base.segments.iter().map(|s| s.id).collect::<Vec<_>>() {
            self.segment(id)?.conform(&leaves);
        }
        self.conform_answers()
    }

    /// Lets go of answers about what the draft does not have.
    pub fn conform_answers(&mut self) -> Result<(), EditError> {
        let base = self.base;
        for segment in base.segments.iter().filter(|s| !s.elicited.is_empty()) {
            let mut elicited = self.segment(segment.id)?.elicited.clone();
            let offers = base.offers.iter().map(|o| o.id).filter(|id| self.has_offer(*id));
            let ground = Ground::new(self.criteria_now(), offers);
            elicited.retain_mut(|e| e.conform(&ground));
            self.segment(segment.id)?.elicited = elicited;
        }
        Ok(())
    }

    /// The rows that differ from the base.
    pub fn changes(self) -> Vec<Change> {
        let base = self.base;
        let comparison = base.id();
        let mut changes = Vec::new();
        let mut push = |part, before: Option<Row>, after: Option<Row>| {
            if before != after {
                changes.push(Change { comparison, part, before, after });
            }
        };
        if let Some(header) = self.header {
            push(
                Part::Comparison,
                Some(Row::Comparison(Box::new(base.header.clone()))),
                Some(Row::Comparison(Box::new(header))),
            );
        }
        for (id, after) in self.segments {
            let before = base.segment(id).map(|s| Row::Segment(Box::new(s.clone())));
            push(Part::Segment(id), before, after.map(|s| Row::Segment(Box::new(s))));
        }
        for (id, after) in self.criteria {
            let before = base.criterion(id).map(|c| Row::Criterion(Box::new(c.clone())));
            push(Part::Criterion(id), before, after.map(|c| Row::Criterion(Box::new(c))));
        }
        for (id, after) in self.offers {
            let before = self.base_offers.get(id).map(|o| Row::Offer(Box::new(o.clone())));
            push(Part::Offer(id), before, after.map(|o| Row::Offer(Box::new(o))));
        }
        for (id, after) in self.variants {
            let before = base.variant(id).map(|v| Row::Variant(Box::new(v.clone())));
            push(Part::Variant(id), before, after.map(|v| Row::Variant(Box::new(v))));
        }
        changes
    }
}

fn touch<'m, K: Ord + Copy, T: Clone>(
    overlay: &'m mut Overlay<K, T>,
    id: K,
    base: Option<&T>,
) -> Result<&'m mut T, EditError> {
    overlay.entry(id).or_insert_with(|| base.cloned()).as_mut().ok_or(EditError::Gone)
}
