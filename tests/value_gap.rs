//! The change of a gap between two states of a comparison, shared out among the single changes.

mod support;

use proptest::prelude::*;
use support::{comparisons, edits};
use worthwhile::model::{
    Account, Comparison, CriterionId, Difference, Dimension, IdSource, Level, Member, OfferId, Share, Side, WeightSet,
    differences, overlay,
};
use worthwhile::value::{NoGap, Prepared, gap_change, shapley};

/// Sums of a few hundred contributions, relative to the largest amount in them.
const ROUNDING: f64 = 1e-9;

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn criterion(of: &Comparison, name: &str) -> CriterionId {
    of.criteria.iter().find(|c| c.name.get(worthwhile::model::Lang::En) == name).unwrap().id
}

/// CDV of one offer − CDV of another, and the largest contribution; what is missing counts nothing.
fn gap(of: &Comparison, segment: worthwhile::model::SegmentId, offers: [OfferId; 2]) -> (f64, f64) {
    let prepared = Prepared::new(of, of.segment(segment).unwrap());
    let case = prepared.case();
    let [one, other] = offers.map(|id| case.offer(id).unwrap());
    let part = |l, o| case.compiled.contribution(case.weighting, l, o);
    let leaves = 0..case.compiled.leaves().len();
    let size = leaves.clone().fold(1.0_f64, |most, l| most.max(part(l, one).abs()).max(part(l, other).abs()));
    (leaves.map(|l| part(l, one) - part(l, other)).sum(), size)
}

fn is_complete(of: &Comparison, segment: worthwhile::model::SegmentId, offer: OfferId) -> bool {
    let Some(segment) = of.segment(segment) else { return false };
    let prepared = Prepared::new(of, segment);
    let case = prepared.case();
    case.offer(offer).is_some_and(|o| case.delivered.complete[o])
}

proptest! {
    #![proptest_config(support::config(150))]

    #[test]
    fn parts_sum_to_the_change_of_the_gap_and_are_those_of_the_mixed_states(
        (before, mut dice) in prop_oneof![comparisons(Account::Points, 2..=4, 0.0), comparisons(Account::Money, 2..=4, 0.0)]
    ) {
        let mut ids = IdSource::starting_at(1_000_000);
        let edits = dice.below(7);
        let after = edits::layered(&mut dice, &before, &mut ids, edits);
        let segment = dice.pick(&before.segments).id;
        let offers = [before.offers[0].id, before.offers[1].id];
        let found = gap_change(&before, &after, segment, offers, |_| true);
        let refused = offers.iter().find(|o| !is_complete(&after, segment, **o));
        match refused {
            _ if after.segment(segment).is_none() => prop_assert_eq!(found, Err(NoGap::Segment)),
            // Where both are refused either may be named: one that is gone comes before one that is incomplete.
            Some(_) => {
                let Err(NoGap::After(named)) = found else { panic!("{found:?}") };
                prop_assert!(offers.contains(&named) && !is_complete(&after, segment, named));
            }
            None => {
                let found = found.unwrap();
                let ((from, a), (to, b)) = (gap(&before, segment, offers), gap(&after, segment, offers));
                let rounding = ROUNDING * a.max(b);
                let sum: f64 = found.attribution.parts.iter().sum();
                prop_assert!((found.attribution.from - from).abs() <= rounding);
                prop_assert!((found.attribution.to - to).abs() <= rounding, "{} is not {}", found.attribution.to, to);
                prop_assert!((sum - (to - from)).abs() <= rounding);
                if found.changes.len() <= 5 {
                    let mut size = a.max(b);
                    let plain = shapley(found.changes.len(), |made| {
                        let made: Vec<Difference> =
                            found.changes.iter().zip(made).filter(|(_, m)| **m).map(|(c, _)| c.clone()).collect();
                        let (gap, amount) = gap(&overlay(&before, &made), segment, offers);
                        size = size.max(amount);
                        gap
                    }, |_| true).unwrap();
                    for (part, expected) in found.attribution.parts.iter().zip(&plain.parts) {
                        prop_assert!((part - expected).abs() <= ROUNDING * size, "{} is not {}", part, expected);
                    }
                }
            }
        }
    }

    #[test]
    fn the_way_back_is_the_way_there_with_the_other_sign((before, mut dice) in comparisons(Account::Points, 2..=3, 0.0)) {
        let mut after = before.clone();
        for offer in &mut after.offers {
            for criterion in &before.criteria {
                if dice.chance(0.3) {
                    offer.levels.insert(criterion.id, support::level(&mut dice, &criterion.scale));
                }
            }
        }
        let offers = [before.offers[0].id, before.offers[1].id];
        let segment = before.segments[0].id;
        let there = gap_change(&before, &after, segment, offers, |_| true).unwrap().attribution;
        let back = gap_change(&after, &before, segment, offers, |_| true).unwrap().attribution;
        let (_, size) = gap(&before, segment, offers);
        let (_, other) = gap(&after, segment, offers);
        if there.errors.is_none() {
            for (a, b) in there.parts.iter().zip(&back.parts) {
                prop_assert!((a + b).abs() <= ROUNDING * size.max(other), "{} and {}", a, b);
            }
        }
    }
}

/// TCL's price 2,800 → 3,800 and λ 1 → 2. The price adds `added` points to TCL's weighted cost, which count once at
/// λ = 1 and twice at λ = 2: its part is −1.5 · `added`, and λ bears the other half of what the two do together.
#[test]
fn a_price_and_lambda_by_hand() {
    let before = televisions();
    let price = before.header.price.unwrap();
    let mut dearer = before.clone();
    dearer.offers[0].levels.insert(price, Level::Money(380_000));
    let (segment, offers) = (before.segments[0].id, [before.offers[0].id, before.offers[2].id]);
    // v(nothing), v(price), v(λ), v(both): the points that the price adds to TCL's cost count once, then twice.
    let (start, _) = gap(&before, segment, offers);
    let (with_price, _) = gap(&dearer, segment, offers);
    let added = start - with_price;
    let emphasised = |of: &Comparison| {
        let mut of = of.clone();
        of.segments[0].cost_emphasis = 2.0;
        of
    };
    let (with_lambda, _) = gap(&emphasised(&before), segment, offers);
    let found = gap_change(&before, &emphasised(&dearer), segment, offers, |_| true).unwrap();
    assert_eq!(found.changes.len(), 2);
    let of = |is_it: fn(&Difference) -> bool| found.attribution.parts[found.changes.iter().position(is_it).unwrap()];
    let price_part = of(|d| matches!(d, Difference::Level { .. }));
    let lambda_part = of(|d| matches!(d, Difference::CostEmphasis { .. }));
    // The price: −added alone, −2·added after λ. λ: the rest of what it does alone, less added after the price.
    assert!((price_part + 1.5 * added).abs() < ROUNDING);
    assert!((lambda_part - (with_lambda - start - 0.5 * added)).abs() < ROUNDING);
    assert!((start - 8.388_889).abs() < 1e-6 && added > 0.0);
}

#[test]
fn a_level_that_is_filled_in_is_no_change_of_its_own_and_its_weight_is() {
    let mut before = televisions();
    let warranty = criterion(&before, "Warranty");
    let member = before.set_of(Member::Leaf(worthwhile::model::Leaf::Criterion(warranty)));
    assert_eq!(member, Some(WeightSet::Dimension(Dimension::Service)));
    let delivery = criterion(&before, "Delivery and installation");
    let after = before.clone();
    for (id, share) in [(warranty, 0.0), (delivery, 1.0)] {
        let leaf = Member::Leaf(worthwhile::model::Leaf::Criterion(id));
        before.segments[0].weights.put(leaf, Share { share, locked: false });
    }
    before.offers[0].levels.remove(&warranty);
    let (segment, offers) = (before.segments[0].id, [before.offers[0].id, before.offers[1].id]);
    let found = gap_change(&before, &after, segment, offers, |_| true).unwrap();
    assert_eq!(found.changes.len(), 1, "{:?}", found.changes);
    assert!(matches!(found.changes[0], Difference::Weights { set: WeightSet::Dimension(Dimension::Service), .. }));
    assert_eq!(found.attribution.errors, None);
    // The other way round the missing level stands in just so.
    assert_eq!(gap_change(&after, &before, segment, offers, |_| true).unwrap().changes.len(), 1);
}

#[test]
fn what_cannot_touch_the_two_offers_is_no_change_and_no_gap_is_said() {
    let before = televisions();
    let mut after = before.clone();
    let price = before.header.price.unwrap();
    after.offers[3].levels.insert(price, Level::Money(1));
    after.offers[0].name = "TCL, renamed".into();
    let (segment, offers) = (before.segments[0].id, [before.offers[0].id, before.offers[1].id]);
    assert!(!differences(&before, &after).is_empty());
    let found = gap_change(&before, &after, segment, offers, |_| true).unwrap();
    assert!(found.changes.is_empty() && found.attribution.parts.is_empty());
    assert!((found.attribution.from - found.attribution.to).abs() < ROUNDING);

    assert_eq!(gap_change(&before, &after, segment, [offers[0]; 2], |_| true), Err(NoGap::Same));
    let gone = OfferId(9_999);
    assert_eq!(gap_change(&before, &after, segment, [offers[0], gone], |_| true), Err(NoGap::Before(gone)));
    after.offers[1].levels.remove(&price);
    assert_eq!(gap_change(&before, &after, segment, offers, |_| true), Err(NoGap::After(offers[1])));
    assert_eq!(gap_change(&before, &before, segment, offers, |_| false), Err(NoGap::Stopped));
    assert_eq!(before.members(WeightSet::Side(Side::Value)).len(), 4);
}

/// 16 changed levels: beyond what is exact, but levels of different criteria only add up, so nothing is uncertain.
#[test]
fn beyond_twelve_changes_it_is_sampled_and_says_so() {
    let before = televisions();
    let mut after = before.clone();
    let [haier, sharp] = [before.offers[2].levels.clone(), before.offers[1].levels.clone()];
    (after.offers[0].levels, after.offers[3].levels) = (haier, sharp);
    let (segment, offers) = (before.segments[0].id, [before.offers[0].id, before.offers[3].id]);
    let found = gap_change(&before, &after, segment, offers, |_| true).unwrap();
    assert!(found.changes.len() > worthwhile::value::EXACT_MAX);
    let errors = found.attribution.errors.unwrap();
    assert!(errors.iter().all(|e| *e < 1e-6));
    let sum: f64 = found.attribution.parts.iter().sum();
    assert!((sum - (found.attribution.to - found.attribution.from)).abs() < ROUNDING);
}
