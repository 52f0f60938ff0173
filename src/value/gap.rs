//! What made the gap between two offers change from one case to another, change by change.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::attribution::{Attribution, shapley};
use super::case::Prepared;
use super::compile::{Compiled, CompiledLeaf, Weighting};
use crate::model::{
    Comparison, Difference, Header, Leaf, Offer, OfferId, Segment, SegmentId, Side, differences, leaf_of, overlay,
};

/// The change of a gap, CDV of one offer − CDV of another, between two states of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct GapChange {
    /// The single changes: all that is built otherwise is one, and so is a whole set of weights.
    pub changes: Vec<Difference>,
    /// The gap before, the part of each change, and the gap after.
    pub attribution: Attribution,
}

/// Why there is no change of a gap to share out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoGap {
    /// The offer is not there, or is incomplete, in the state before.
    Before(OfferId),
    /// The same in the state after.
    After(OfferId),
    /// One offer twice: there is no gap.
    Same,
    /// One of the states does not know this kind of buyer.
    Segment,
    /// It was stopped.
    Stopped,
}

/// Shares the change of CDV(`offers[0]`) − CDV(`offers[1]`) between two states of a comparison out among the single
/// differences of the states, by [`shapley`]: so it matters neither in which order they were made nor listed.
///
/// The gap of a mixed state is that of `before` with some of the differences laid over it. Only what can touch the two
/// offers and this kind of buyer is a change here. Where a level is missing in one of the two states it weighs nothing
/// there, so the level of the other state stands in for it all along: filling it in is then no change of its own, and
/// the weight that brings it in gets the whole effect. What a mixed state still lacks counts nothing in it.
///
/// # Errors
/// [`NoGap`]: an offer that is not complete in both states has no gap that could have changed.
pub fn gap_change(
    before: &Comparison,
    after: &Comparison,
    segment: SegmentId,
    offers: [OfferId; 2],
    keep_going: impl FnMut(f32) -> bool,
) -> Result<GapChange, NoGap> {
    if offers[0] == offers[1] {
        return Err(NoGap::Same);
    }
    let mut before = two_offers(before, segment, offers, NoGap::Before)?;
    let mut after = two_offers(after, segment, offers, NoGap::After)?;
    neutralise(&before, &mut after);
    let as_before = before.clone();
    stand_in(&mut before, &after);
    stand_in(&mut after, &as_before);
    let mut changes = differences(&before, &after);
    changes.retain(|change| !matches!(change, Difference::Structure(structure) if structure.is_silent()));
    let mut gaps = Gaps::new(&before, &changes);
    let attribution = shapley(changes.len(), |made| gaps.gap(made), keep_going).ok_or(NoGap::Stopped)?;
    Ok(GapChange { changes, attribution })
}

/// The comparison with these two offers and this segment alone; both offers are complete in it.
fn two_offers(
    comparison: &Comparison,
    segment: SegmentId,
    offers: [OfferId; 2],
    refuse: fn(OfferId) -> NoGap,
) -> Result<Comparison, NoGap> {
    let segment = comparison.segment(segment).ok_or(NoGap::Segment)?;
    let column = |id: OfferId| {
        let offer = comparison.offers.iter().find(|o| o.id == id).ok_or(refuse(id))?;
        Ok(Offer { after_use: BTreeMap::new(), ..offer.clone() })
    };
    let two = Comparison {
        header: Header { expectation: None, ..comparison.header.clone() },
        criteria: comparison.criteria.clone(),
        offers: vec![column(offers[0])?, column(offers[1])?],
        segments: vec![segment.clone()],
        variants: Vec::new(),
    };
    let prepared = Prepared::new(&two, &two.segments[0]);
    match prepared.case().delivered.complete.iter().position(|complete| !complete) {
        Some(incomplete) => Err(refuse(offers[incomplete])),
        None => Ok(two),
    }
}

/// What no number depends on is made the same, so that it is no change.
fn neutralise(before: &Comparison, after: &mut Comparison) {
    after.header.dimensions.clone_from(&before.header.dimensions);
    for (new, old) in after.offers.iter_mut().zip(&before.offers) {
        *new = Offer { levels: std::mem::take(&mut new.levels), ..old.clone() };
    }
    for (new, old) in after.segments.iter_mut().zip(&before.segments) {
        let Segment { weights, cost_emphasis, .. } = new.clone();
        *new = Segment { cost_emphasis, weights, ..old.clone() };
    }
}

/// Levels that are missing here and fit are taken from the other state.
fn stand_in(here: &mut Comparison, other: &Comparison) {
    let criteria = &here.criteria;
    for (offer, theirs) in here.offers.iter_mut().zip(&other.offers) {
        for criterion in criteria {
            let Some(level) = theirs.levels.get(&criterion.id) else { continue };
            if !offer.levels.contains_key(&criterion.id) && level.check(&criterion.scale).is_ok() {
                offer.levels.insert(criterion.id, *level);
            }
        }
    }
}

/// The leaves of a mixed state and what they weigh.
struct Weighed {
    leaves: Vec<CompiledLeaf>,
    weighting: Weighting,
}

/// The gaps of all mixed states.
///
/// A gap is a sum over leaves. The coefficients depend on weights and λ alone, f(level) of a leaf on the levels there
/// alone, and both on what is built: so each is worked out once per set of the few changes that it depends on.
struct Gaps<'a> {
    before: &'a Comparison,
    changes: &'a [Difference],
    /// The changes that coefficients depend on.
    of_weights: Vec<usize>,
    /// The changes that f(level) depends on at every leaf.
    of_all_levels: Vec<usize>,
    /// The changes that f(level) depends on, besides those, by leaf and offer.
    of_level: BTreeMap<(Leaf, OfferId), Vec<usize>>,
    weightings: BTreeMap<Vec<bool>, Rc<Weighed>>,
    worths: BTreeMap<(Leaf, OfferId, Vec<bool>), f64>,
}

impl<'a> Gaps<'a> {
    fn new(before: &'a Comparison, changes: &'a [Difference]) -> Self {
        let mut gaps = Self {
            before,
            changes,
            of_weights: Vec::new(),
            of_all_levels: Vec::new(),
            of_level: BTreeMap::new(),
            weightings: BTreeMap::new(),
            worths: BTreeMap::new(),
        };
        let structure = changes.iter().enumerate().filter(|(_, c)| matches!(c, Difference::Structure(_)));
        let built = gaps.mixed(&structure.map(|(i, _)| i).collect::<Vec<_>>());
        let leaf = |of: &Comparison, criterion| of.criterion(criterion).map(leaf_of);
        for (i, change) in changes.iter().enumerate() {
            match change {
                Difference::Structure(_) => {
                    gaps.of_weights.push(i);
                    gaps.of_all_levels.push(i);
                }
                // What offers are in use moves no lead.
                Difference::AfterUse { .. } => {}
                Difference::Ownership(_) => gaps.of_all_levels.push(i),
                Difference::Weights { .. } | Difference::CostEmphasis { .. } => gaps.of_weights.push(i),
                Difference::Level { offer, criterion, .. } => {
                    match (leaf(before, *criterion), leaf(&built, *criterion)) {
                        (Some(here), Some(there)) if here == there => {
                            gaps.of_level.entry((here, *offer)).or_default().push(i);
                        }
                        // A criterion that comes, goes, or becomes money with the structure.
                        _ => gaps.of_all_levels.push(i),
                    }
                }
            }
        }
        gaps
    }

    fn mixed(&self, made: &[usize]) -> Comparison {
        let made: Vec<Difference> = made.iter().map(|&i| self.changes[i].clone()).collect();
        overlay(self.before, &made)
    }

    fn gap(&mut self, made: &[bool]) -> f64 {
        let weighed = self.weighed(made);
        let offers = [self.before.offers[0].id, self.before.offers[1].id];
        let mut gap = 0.0;
        for (leaf, coefficient) in weighed.leaves.iter().zip(&weighed.weighting.coefficients) {
            let sign = match leaf.dimension.side() {
                Side::Value => 1.0,
                Side::Cost => -weighed.weighting.cost_emphasis,
            };
            let [one, other] = offers.map(|offer| self.worth(leaf.leaf, offer, made));
            gap += sign * coefficient * (one - other);
        }
        gap
    }

    fn weighed(&mut self, made: &[bool]) -> Rc<Weighed> {
        let key: Vec<bool> = self.of_weights.iter().map(|&i| made[i]).collect();
        if let Some(weighed) = self.weightings.get(&key) {
            return Rc::clone(weighed);
        }
        let here: Vec<usize> = self.of_weights.iter().copied().filter(|&i| made[i]).collect();
        let mixed = self.mixed(&here);
        let compiled = Compiled::new(&mixed);
        let weighting = Weighting::of(&mixed.segments[0], &compiled);
        let weighed = Rc::new(Weighed { leaves: compiled.leaves().to_vec(), weighting });
        self.weightings.insert(key, Rc::clone(&weighed));
        weighed
    }

    /// f(level) of a leaf in a mixed state; 0 where it is missing.
    fn worth(&mut self, leaf: Leaf, offer: OfferId, made: &[bool]) -> f64 {
        let own = self.of_level.get(&(leaf, offer)).map_or(&[][..], Vec::as_slice);
        let on: Vec<usize> = self.of_all_levels.iter().chain(own).copied().collect();
        let key = (leaf, offer, on.iter().map(|&i| made[i]).collect());
        if let Some(worth) = self.worths.get(&key) {
            return *worth;
        }
        let here: Vec<usize> = on.into_iter().filter(|&i| made[i]).collect();
        let mixed = self.mixed(&here);
        let compiled = Compiled::new(&mixed);
        let place = mixed.offers.iter().position(|o| o.id == offer);
        let worth = compiled.index_of(leaf).zip(place).and_then(|(l, o)| compiled.worth(l, o)).unwrap_or(0.0);
        self.worths.insert(key, worth);
        worth
    }
}
