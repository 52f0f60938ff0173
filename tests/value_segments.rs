//! All kinds of buyers at once: the mean and shares of preference against hand calculation, and their laws.

mod support;

use proptest::prelude::*;
use worthwhile::exchange::json;
use worthwhile::model::{Account, Comparison, Dimension, IdSource, Member, Share};
use worthwhile::value::{Compiled, Segments};

/// Figures that were worked out by hand to nine digits.
const BY_HAND: f64 = 1e-9;
/// Sums of a handful of parts of 1.
const ROUNDING: f64 = 1e-12;

/// Two offers and two kinds of buyers beside everyone; points are levels.
fn two_offers() -> Comparison {
    let text = r#"{"format": "worthwhile", "version": 1, "comparisons": [{"name": "Two", "currency": "CNY", "criteria": [
        {"key": "q", "dimension": "product", "name": "Q", "scale": {"kind": "measure", "points": [[0, 0], [100, 100]]}},
        {"key": "i", "dimension": "image", "name": "I", "scale": {"kind": "measure", "points": [[0, 0], [100, 100]]}},
        {"key": "t", "dimension": "time", "name": "T", "scale": {"kind": "measure", "points": [[0, 0], [100, 100]]}}],
      "offers": [
        {"key": "a", "name": "A", "levels": {"q": 80, "i": 20, "t": 50}},
        {"key": "b", "name": "B", "levels": {"q": 40, "i": 60, "t": 10}}],
      "segments": [
        {"key": "all", "name": "Everyone", "everyone": true, "size": 50,
         "weights": {"dimensions": {"product": 1, "image": 0}}},
        {"key": "s", "name": "S", "size": 3, "weights": {"dimensions": {"product": 0.5, "image": 0.5}}},
        {"key": "r", "name": "R", "size": 1, "sharpness": 0.05, "cost_emphasis": 0.5,
         "weights": {"dimensions": {"product": 0.2, "image": 0.8}}}]}]}"#;
    json::read(text, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn segments(comparison: &Comparison) -> Segments {
    Segments::new(comparison, &Compiled::new(comparison))
}

fn close(found: &[Option<f64>], by_hand: &[f64]) {
    assert_eq!(found.len(), by_hand.len());
    for (found, by_hand) in found.iter().zip(by_hand) {
        assert!(found.is_some_and(|found| (found - by_hand).abs() < BY_HAND), "{found:?} is not {by_hand}");
    }
}

/// S, three quarters of all: A = 0, B = 40, nothing 20, μ = 0.1: e⁻⁴, 1 and e⁻² of 1.153650922. R: everybody buys.
#[test]
fn buying_nothing_is_one_more_choice_by_hand() {
    let mut comparison = two_offers();
    comparison.segments[1].buys_nothing = Some(20.0);
    let found = segments(&comparison);
    let s = &found.all()[1];
    close(&s.preference(), &[0.015_876_239_976, 0.866_813_332_197]);
    close(&[s.nothing()], &[0.117_310_427_826]);
    assert_eq!(found.all()[2].nothing(), None);
    close(&[found.nothing()], &[0.75 * 0.117_310_427_826]);
    let all: f64 = found.preference().into_iter().chain([found.nothing()]).map(Option::unwrap).sum();
    assert!((all - 1.0).abs() < ROUNDING, "{all}");
    // Far above every offer nobody buys, however sharp the choice; a tie is shared.
    comparison.segments[1].buys_nothing = Some(1e9);
    comparison.segments[1].sharpness = 1e9;
    assert_eq!(segments(&comparison).all()[1].nothing(), Some(1.0));
    comparison.segments[1].buys_nothing = Some(40.0);
    assert_eq!(segments(&comparison).all()[1].preference(), [Some(0.0), Some(0.5)]);
    // Where nobody knows what one kind of buyer would take, nobody knows it of all of them.
    let mut unknown = comparison.clone();
    for (dimension, share) in [(Dimension::Product, 1.0), (Dimension::Image, 0.0)] {
        unknown.segments[1].weights.put(Member::Dimension(dimension), Share { share, locked: false });
    }
    let image = unknown.criteria.iter().find(|c| c.dimension == Dimension::Image).unwrap().id;
    unknown.offers.iter_mut().for_each(|offer| offer.levels.retain(|id, _| *id != image));
    assert!(segments(&unknown).all()[1].nothing().is_some());
    assert_eq!(segments(&unknown).nothing(), None);
    // Nothing to choose from is no choice.
    comparison.offers.clear();
    assert_eq!((segments(&comparison).all()[1].nothing(), segments(&comparison).nothing()), (None, None));
}

/// S: A = 50 − 50 = 0, B = 50 − 10 = 40. R: A = 32 − 25 = 7, B = 56 − 5 = 51. Everyone: A = 80 − 50, B = 40 − 10.
#[test]
fn the_mean_and_the_shares_are_those_worked_out_by_hand() {
    let comparison = two_offers();
    let found = segments(&comparison);
    let cdvs: Vec<Vec<Option<f64>>> = found.all().iter().map(|s| vec![s.cdv(0), s.cdv(1)]).collect();
    close(&cdvs[0], &[30.0, 30.0]);
    close(&cdvs[1], &[0.0, 40.0]);
    close(&cdvs[2], &[7.0, 51.0]);
    assert_eq!(found.all().iter().map(|s| s.best.clone()).collect::<Vec<_>>(), [vec![0, 1], vec![1], vec![1]]);
    assert_eq!(found.part(0), None, "everyone stands outside");
    close(&[found.part(1), found.part(2)], &[0.75, 0.25]);
    // (3·0 + 7)/4 and (3·40 + 51)/4.
    close(&found.mean(), &[1.75, 42.75]);
    // 1/(1 + e⁴) = 0.017986210, 1/(1 + e^2.2) = 0.099750489.
    close(&found.all()[1].preference(), &[0.017_986_209_962, 0.982_013_790_038]);
    close(&found.all()[2].preference(), &[0.099_750_489_120, 0.900_249_510_880]);
    close(&found.preference(), &[0.038_427_279_751, 0.961_572_720_249]);
}

#[test]
fn everyone_counts_while_alone_and_nobody_where_sizes_are_0() {
    let mut comparison = two_offers();
    comparison.segments.truncate(1);
    close(&segments(&comparison).mean(), &[30.0, 30.0]);
    close(&segments(&comparison).preference(), &[0.5, 0.5]);
    assert_eq!(segments(&comparison).part(0), Some(1.0));
    comparison = two_offers();
    comparison.segments.iter_mut().for_each(|s| s.size = 0.0);
    let found = segments(&comparison);
    assert_eq!((found.mean(), found.preference(), found.part(1)), (vec![None, None], vec![None, None], None));
}

#[test]
fn an_offer_that_is_incomplete_for_a_buyer_has_no_mean_unless_that_buyer_is_nobody() {
    let mut comparison = two_offers();
    let image = comparison.criteria[1].id;
    comparison.offers[0].levels.remove(&image);
    // Everyone does not look at the image.
    let found = segments(&comparison);
    assert_eq!([0, 1, 2].map(|i| found.all()[i].cdv(0).is_some()), [true, false, false]);
    assert_eq!(found.all()[1].preference(), [None, Some(1.0)], "of the complete offers the only one");
    assert_eq!(found.mean()[0], None);
    close(&found.mean()[1..], &[42.75]);
    comparison.segments[1].weights.dimensions[0].share = 1.0;
    comparison.segments[1].weights.dimensions[3].share = 0.0;
    comparison.segments[2].size = 0.0;
    close(&segments(&comparison).mean(), &[30.0, 30.0]);
    comparison.offers.iter_mut().for_each(|o| o.levels.clear());
    let found = segments(&comparison);
    assert_eq!((found.mean(), found.all()[1].preference()), (vec![None, None], vec![None, None]));
    assert!(found.all().iter().all(|s| s.best.is_empty()));
    comparison.offers.clear();
    assert_eq!(segments(&comparison).mean(), Vec::new());
}

#[test]
fn the_sharpest_choice_neither_overflows_nor_divides_what_ties() {
    let mut comparison = two_offers();
    comparison.segments.iter_mut().for_each(|s| s.sharpness = 1e9);
    let found = segments(&comparison);
    close(&found.all()[0].preference(), &[0.5, 0.5]);
    close(&found.all()[1].preference(), &[0.0, 1.0]);
    comparison.segments.iter_mut().for_each(|s| s.sharpness = 0.0);
    close(&segments(&comparison).preference(), &[0.5, 0.5]);
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn all_at_once_is_one_by_one_and_shares_fill_the_whole(
        (comparison, mut dice) in prop_oneof![
            support::comparisons(Account::Points, 0..=9, 0.1),
            support::comparisons(Account::Money, 0..=9, 0.1),
        ],
    ) {
        let compiled = Compiled::new(&comparison);
        // Buffers that held something else before.
        let mut found = segments(&two_offers());
        found.deliver(&comparison, &compiled);
        prop_assert_eq!(&found, &Segments::new(&comparison, &compiled));
        let mut shifted = comparison.clone();
        for segment in &mut shifted.segments {
            segment.sharpness = dice.between(0.0, 3.0);
        }
        let shifted = segments(&shifted);
        for (segment, of) in comparison.segments.iter().zip(found.all()) {
            let (_, _, alone) = support::delivered(&comparison, segment);
            prop_assert_eq!(&alone.cdv, &of.delivered.cdv);
            prop_assert_eq!(alone.best().collect::<Vec<_>>(), of.best.clone());
        }
        for of in found.all().iter().chain(shifted.all()) {
            let shares = of.preference();
            let sum: f64 = shares.iter().copied().chain([of.nothing()]).flatten().sum();
            prop_assert!(of.best.is_empty() || (sum - 1.0).abs() < ROUNDING, "{sum}");
            // Who delivers more is never chosen less.
            for (a, b) in (0..shares.len()).flat_map(|a| (0..shares.len()).map(move |b| (a, b))) {
                if let (Some(pa), Some(pb), true) = (shares[a], shares[b], of.delivered.cdv[a] >= of.delivered.cdv[b]) {
                    prop_assert!(pa >= pb - ROUNDING);
                }
            }
        }
        let parts: f64 = (0..comparison.segments.len()).filter_map(|i| found.part(i)).sum();
        prop_assert!((parts - 1.0).abs() < ROUNDING || parts == 0.0);
    }
}
