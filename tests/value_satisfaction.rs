//! Satisfaction is what is perceived minus what is expected, and nothing is lost on the way.

mod support;

use proptest::prelude::*;
use support::{comparisons, config, delivered};
use worthwhile::examples;
use worthwhile::model::{Account, Comparison, Edit, IdSource, Leaf, Level, OfferId, Workbook};
use worthwhile::value::{Prepared, Satisfaction, When};

/// Sums of some ten products in another order.
const TOLERANCE: f64 = 1e-9;
/// The televisions have levels to one decimal place and points by hand.
const BY_HAND: f64 = 1e-9;

fn near(a: f64, b: f64, size: f64) -> bool {
    (a - b).abs() <= TOLERANCE * size.max(1.0)
}

/// The comparison with what is expected as its only offer, so that the engine itself says what that delivers.
fn expected_as_offer(comparison: &Comparison) -> Option<Comparison> {
    let levels = comparison.header.expectation.as_ref()?.levels.clone();
    let mut alone = comparison.clone();
    alone.offers = vec![worthwhile::model::blank_offer(OfferId(u32::MAX), "expected".into(), 0)];
    alone.offers[0].levels = levels;
    Some(alone)
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn satisfaction_sums_to_the_difference_of_delivered_values(
        (comparison, _) in prop_oneof![
            comparisons(Account::Points, 0..=5, 0.1),
            comparisons(Account::Money, 0..=5, 0.1),
            comparisons(Account::Points, 1..=4, 0.0),
        ]
    ) {
        for segment in &comparison.segments {
            let prepared = Prepared::new(&comparison, segment);
            let case = prepared.case();
            let found = Satisfaction::new(case);
            prop_assert_eq!(found.is_some(), comparison.header.expectation.is_some());
            let (Some(found), Some(alone)) = (found, expected_as_offer(&comparison)) else { continue };
            let (_, _, expected) = delivered(&alone, segment);
            let expected = expected.complete[0].then_some(expected.cdv[0]);
            prop_assert_eq!(found.expected().total.is_some(), expected.is_some());
            let mut used = comparison.clone();
            used.offers.iter_mut().for_each(|offer| *offer = offer.in_use());
            let (_, _, in_use) = delivered(&used, segment);
            for offer in 0..comparison.offers.len() {
                for (when, out) in [(When::Bought, case.delivered), (When::InUse, &in_use)] {
                    let cdv = out.complete[offer].then_some(out.cdv[offer]);
                    let judged = found.with(offer, when);
                    prop_assert_eq!(judged.leaves.len(), case.compiled.leaves().len());
                    prop_assert_eq!(judged.total.is_some(), cdv.is_some() && expected.is_some());
                    prop_assert_eq!(judged.total.is_none(), judged.missing().next().is_some());
                    if let (Some(total), Some(cdv), Some(expected)) = (judged.total, cdv, expected) {
                        let size = cdv.abs() + expected.abs();
                        prop_assert!(near(total, cdv - expected, size), "{} {} {}", total, cdv, expected);
                        let sum: f64 = judged.leaves.iter().flatten().sum();
                        prop_assert!(near(sum, total, size));
                    }
                }
                let change = found.change(offer).total;
                let sides = [found.with(offer, When::InUse).total, found.with(offer, When::Bought).total];
                if let (Some(change), [Some(after), Some(before)]) = (change, sides) {
                    prop_assert!(near(change, after - before, after.abs() + before.abs()));
                }
            }
        }
    }

    #[test]
    fn what_is_as_expected_satisfies_by_nothing((mut comparison, _) in comparisons(Account::Points, 1..=3, 0.0)) {
        let levels = comparison.offers[0].levels.clone();
        comparison.header.expectation = Some(worthwhile::model::Expectation { levels });
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let found = Satisfaction::new(prepared.case()).unwrap();
        let judged = found.with(0, When::Bought);
        prop_assert_eq!(judged.total, Some(0.0));
        prop_assert!(judged.leaves.iter().all(|leaf| *leaf == Some(0.0)));
    }

    #[test]
    fn what_is_expected_moves_no_offer((comparison, _) in comparisons(Account::Points, 1..=4, 0.1)) {
        let mut silent = comparison.clone();
        silent.header.expectation = None;
        silent.offers.iter_mut().for_each(|offer| offer.after_use.clear());
        for segment in &comparison.segments {
            prop_assert_eq!(delivered(&comparison, segment).2, delivered(&silent, segment).2);
            let [said, unsaid] = [&comparison, &silent]
                .map(|c| worthwhile::claims::findings(Prepared::new(c, c.segment(segment.id).unwrap()).case()));
            prop_assert_eq!(format!("{said:?}"), format!("{unsaid:?}"));
        }
    }
}

/// The shipped televisions.
fn televisions() -> Workbook {
    let mut ids = IdSource::starting_at(1);
    let comparisons = examples::load(examples::find("televisions").unwrap(), &mut ids).unwrap();
    Workbook { comparisons, ids }
}

fn apply(workbook: &mut Workbook, edit: &Edit) {
    let changes = edit.changes(workbook).unwrap();
    workbook.apply(&changes);
}

#[test]
fn televisions_by_hand() {
    let mut workbook = televisions();
    let comparison = workbook.comparisons[0].id();
    apply(&mut workbook, &Edit::AddExpectation { comparison });
    let one = &workbook.comparisons[0];
    let id = |name: &str| one.criteria.iter().find(|c| c.name.get(worthwhile::model::Lang::En) == name).unwrap().id;
    let (price, warranty) = (id("Price"), id("Warranty"));
    let offer =
        |name: &str| one.offers.iter().find(|o| o.name.get(worthwhile::model::Lang::En).contains(name)).unwrap();
    let (haier, tcl) = (offer("Haier").id, offer("TCL").id);
    // Usual is the median: of 2800, 3000, 4000 and 4400 yuan 3500; of 4, 5, 5 and 6 years 5.
    let expected = &one.header.expectation.as_ref().unwrap().levels;
    assert_eq!(expected[&price], Level::Money(350_000));
    assert_eq!(expected[&warranty], Level::Number(5.0));
    let cells = vec![(OfferId::EXPECTED, warranty, Some(Level::Number(6.0)))];
    apply(&mut workbook, &Edit::SetLevels { comparison, cells });
    let cells = vec![(tcl, warranty, Some(Level::Number(2.0)))];
    apply(&mut workbook, &Edit::SetLevelsAfterUse { comparison, cells });
    let one = &workbook.comparisons[0];
    let prepared = Prepared::new(one, &one.segments[0]);
    let case = prepared.case();
    let found = Satisfaction::new(case).unwrap();
    let leaf = |leaf| case.compiled.index_of(leaf).unwrap();
    let (w, m) = (leaf(Leaf::Criterion(warranty)), leaf(Leaf::Ownership));
    let place = |id| one.offers.iter().position(|o| o.id == id).unwrap();
    let of = |offer, when| found.with(place(offer), when);
    let figure = |judged: &worthwhile::value::Judged, l: usize| judged.leaves[l].unwrap();
    // Warranty weighs 25 % · 60 %; a year is 100 / 6 points. Price weighs 60 %; 30 yuan are a point.
    let [bought, in_use] = [of(tcl, When::Bought), of(tcl, When::InUse)];
    assert!((figure(&of(haier, When::Bought), w) - -5.0).abs() < BY_HAND);
    assert!((figure(&bought, w) - -2.5).abs() < BY_HAND && (figure(&in_use, w) - -10.0).abs() < BY_HAND);
    assert!((figure(&found.change(place(tcl)), w) - -7.5).abs() < BY_HAND);
    assert!((figure(&bought, m) - 14.0).abs() < BY_HAND && (figure(&in_use, m) - 14.0).abs() < BY_HAND);
    assert!((figure(&of(haier, When::Bought), m) - -10.0).abs() < BY_HAND);
    // Expected: 26 2/9 + 22 + 11 2/3 + 13 1/3 of value, 30 + 5.6 + 3 1/3 + 2.1 of cost.
    let value = (26.0 + 2.0 / 9.0) + 22.0 + (11.0 + 2.0 / 3.0) + (13.0 + 1.0 / 3.0);
    let cost = 30.0 + 5.6 + (3.0 + 1.0 / 3.0) + 2.1;
    assert!((found.expected().total.unwrap() - (value - cost)).abs() < BY_HAND);
    assert!((bought.total.unwrap() - (38.1 - (value - cost))).abs() < 0.05, "38.1 is rounded");
    assert!(found.is_used(place(tcl)) && !found.is_used(place(haier)));
    assert_eq!(of(haier, When::Bought), of(haier, When::InUse));
}

#[test]
fn a_level_that_is_missing_on_either_side_leaves_it_open() {
    let mut workbook = televisions();
    let comparison = workbook.comparisons[0].id();
    assert!(
        Satisfaction::new(Prepared::new(&workbook.comparisons[0], &workbook.comparisons[0].segments[0]).case())
            .is_none()
    );
    apply(&mut workbook, &Edit::AddExpectation { comparison });
    let (staff, brand) = (workbook.comparisons[0].criteria[4].id, workbook.comparisons[0].criteria[5].id);
    let first = workbook.comparisons[0].offers[0].id;
    let cells = vec![(OfferId::EXPECTED, staff, None), (first, brand, None)];
    apply(&mut workbook, &Edit::SetLevels { comparison, cells });
    let one = &workbook.comparisons[0];
    let prepared = Prepared::new(one, &one.segments[0]);
    let found = Satisfaction::new(prepared.case()).unwrap();
    let missing = |offer| found.with(offer, When::Bought).missing().collect::<Vec<_>>();
    assert_eq!((missing(0), missing(1)), (vec![4, 5], vec![4]));
    assert_eq!((found.with(0, When::Bought).total, found.expected().total), (None, None));
    assert!(found.with(0, When::Bought).leaves[0].is_some(), "what is known is told");
}
