//! Dominance, the efficient frontier and the fair-value line.

mod support;

use proptest::prelude::*;
use support::comparisons;
use support::dice::Dice;
use worthwhile::model::{Account, Comparison, IdSource, Level, Segment};
use worthwhile::value::{Case, Delivered, Dominance, Prepared, Weighting, ties};

/// What sums of a few dozen contributions may differ by, relative to the largest amount in them.
const ROUNDING: f64 = 1e-9;
/// Figures that were calculated by hand to this many digits.
const BY_HAND: f64 = 1e-6;

fn televisions() -> Comparison {
    let example = worthwhile::examples::find("televisions").unwrap();
    worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

/// Offers tie often: few offers with few criteria of round levels, and copies of offers.
fn any_comparison() -> impl Strategy<Value = (Comparison, Dice)> {
    let points = comparisons(Account::Points, 0..=9, 0.03);
    prop_oneof![points, comparisons(Account::Money, 0..=9, 0.03)].prop_map(|(mut comparison, mut dice)| {
        if comparison.offers.len() > 1 && dice.chance(0.4) {
            comparison.offers[1].levels = comparison.offers[0].levels.clone();
        }
        (comparison, dice)
    })
}

fn worths(case: &Case<'_>, offer: usize) -> Vec<f64> {
    let weighing = (0..case.compiled.leaves().len()).filter(|&l| case.weighting.coefficients[l] > 0.0);
    let side = |l: usize| {
        if case.compiled.leaves()[l].dimension.side() == worthwhile::model::Side::Value { 1.0 } else { -1.0 }
    };
    weighing.map(|l| side(l) * case.compiled.worth(l, offer).unwrap()).collect()
}

/// At least as good everywhere and better somewhere, by the definition.
fn dominates(a: &[f64], b: &[f64]) -> bool {
    let at_least = a.iter().zip(b).all(|(a, b)| a >= b || ties(*a, *b));
    at_least && a.iter().zip(b).any(|(a, b)| a > b && !ties(*a, *b))
}

fn totals(case: &Case<'_>, offer: usize) -> Vec<f64> {
    vec![case.delivered.tcv[offer], -case.delivered.tcc[offer]]
}

/// The largest amount in the figures, at least 1: what rounding is relative to.
fn magnitude(case: &Case<'_>) -> f64 {
    let figures = [&case.delivered.tcv, &case.delivered.tcc, &case.delivered.cdv];
    figures.into_iter().flatten().fold(1.0, |most, x| most.max(x.abs()))
}

proptest! {
    #![proptest_config(support::config(300))]

    #[test]
    fn dominators_are_those_of_the_definition((comparison, mut dice) in any_comparison()) {
        let segment: &Segment = dice.pick(&comparison.segments);
        let prepared = Prepared::new(&comparison, segment);
        let case = prepared.case();
        let dominance = Dominance::new(case);
        for o in case.complete() {
            let found = dominance.of(o);
            for other in case.complete() {
                let everywhere = dominates(&worths(&case, other), &worths(&case, o));
                let on_totals = dominates(&totals(&case, other), &totals(&case, o));
                prop_assert_eq!(found.on_every_criterion.contains(&other), everywhere);
                prop_assert_eq!(found.on_totals.contains(&other), on_totals && !everywhere);
            }
        }
        for o in (0..comparison.offers.len()).filter(|&o| !case.delivered.complete[o]) {
            prop_assert!(dominance.of(o).is_empty());
        }
    }

    #[test]
    fn the_frontier_is_what_nobody_dominates((comparison, mut dice) in any_comparison()) {
        let prepared = Prepared::new(&comparison, dice.pick(&comparison.segments));
        let case = prepared.case();
        let frontier = Dominance::new(case).frontier();
        prop_assert!(frontier.windows(2).all(|w| case.delivered.tcc[w[0]] <= case.delivered.tcc[w[1]]));
        for o in 0..comparison.offers.len() {
            let beaten = case.complete().any(|other| dominates(&totals(&case, other), &totals(&case, o)));
            prop_assert_eq!(frontier.contains(&o), case.delivered.complete[o] && !beaten);
        }
    }

    #[test]
    fn what_is_dominated_never_wins_at_other_weights((comparison, mut dice) in any_comparison()) {
        let prepared = Prepared::new(&comparison, dice.pick(&comparison.segments));
        let case = prepared.case();
        let dominance = Dominance::new(case);
        for _ in 0..20 {
            let other = Weighting {
                coefficients: case.weighting.coefficients.iter().map(|c| if *c > 0.0 { dice.unit() } else { 0.0 }).collect(),
                cost_emphasis: if dice.chance(0.2) { 0.0 } else { dice.between(0.0, 5.0) },
            };
            let mut delivered = Delivered::default();
            case.compiled.deliver(&other, &mut delivered);
            for o in case.complete() {
                for by in dominance.of(o).on_every_criterion {
                    prop_assert!(delivered.cdv[o] <= delivered.cdv[by] + ROUNDING * magnitude(&case));
                }
            }
            // A dominator on the totals stays one at any λ with today's weights.
            let mut delivered = Delivered::default();
            let moved = Weighting { cost_emphasis: other.cost_emphasis, ..case.weighting.clone() };
            case.compiled.deliver(&moved, &mut delivered);
            for o in case.complete() {
                for by in dominance.of(o).on_totals {
                    prop_assert!(delivered.cdv[o] <= delivered.cdv[by] + ROUNDING * magnitude(&case));
                }
            }
        }
    }

    #[test]
    fn distances_from_the_fair_line_sum_to_nothing_and_order_as_cdv((comparison, mut dice) in any_comparison()) {
        let prepared = Prepared::new(&comparison, dice.pick(&comparison.segments));
        let case = prepared.case();
        let rounding = ROUNDING * magnitude(&case);
        let Some(fair) = Dominance::new(case).fair_value() else {
            prop_assert_eq!(case.complete().count(), 0);
            return Ok(());
        };
        let distance = |o: usize| fair.distances[o].unwrap();
        prop_assert!(case.complete().map(distance).sum::<f64>().abs() <= rounding);
        for a in case.complete() {
            let above = case.delivered.tcv[a] - fair.tcv(case.delivered.tcc[a]);
            prop_assert!((distance(a) - above).abs() <= rounding, "{} is not {}", distance(a), above);
            for b in case.complete() {
                prop_assert_eq!(distance(a) > distance(b) + rounding, case.delivered.cdv[a] > case.delivered.cdv[b] + rounding);
            }
        }
        prop_assert!((0..comparison.offers.len()).all(|o| fair.distances[o].is_some() == case.delivered.complete[o]));
    }
}

/// TCL (66.28 | 28.20), SHARP (83.50 | 57.27), Haier (79.56 | 49.87), Changhong (57.44 | 43.73): TCL costs less and
/// gives more than Changhong, but Changhong's warranty is longer.
#[test]
fn televisions_by_hand() {
    let comparison = televisions();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let dominance = Dominance::new(prepared.case());
    let [tcl, sharp, haier, changhong] = [0, 1, 2, 3];
    assert_eq!(dominance.of(changhong).on_totals, [tcl]);
    assert!(dominance.of(changhong).on_every_criterion.is_empty());
    assert!([tcl, sharp, haier].into_iter().all(|o| dominance.of(o).is_empty()));
    assert_eq!(dominance.frontier(), [tcl, haier, sharp]);
    let fair = dominance.fair_value().unwrap();
    // Means of the four figures above.
    assert!((fair.mean_tcv - (66.277_778 + 83.5 + 79.555_556 + 57.444_444) / 4.0).abs() < BY_HAND);
    assert!((fair.mean_tcc - (28.2 + 57.266_667 + 49.866_667 + 43.733_333) / 4.0).abs() < BY_HAND);
    // 38.077778 − (38.077778 + 26.233333 + 29.688889 + 13.711111) / 4
    assert!((fair.distances[tcl].unwrap() - 11.15).abs() < BY_HAND);
    assert!((fair.distances[haier].unwrap() - 2.761_111).abs() < BY_HAND);
    assert!((fair.distances[sharp].unwrap() + 0.694_445).abs() < BY_HAND);
    assert!((fair.distances[changhong].unwrap() + 13.216_667).abs() < BY_HAND);
}

/// Only the price differs: the dearer offers are dominated on every criterion by all that cost less.
#[test]
fn where_only_the_price_differs_the_dearer_are_dominated_on_every_criterion() {
    let mut comparison = televisions();
    let price = comparison.header.price.unwrap();
    let levels = comparison.offers[0].levels.clone();
    for (offer, minor) in comparison.offers.iter_mut().zip([280_000, 440_000, 400_000, 280_000]) {
        offer.levels = levels.clone();
        offer.levels.insert(price, Level::Money(minor));
    }
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let dominance = Dominance::new(prepared.case());
    assert_eq!(dominance.of(1).on_every_criterion, [0, 2, 3]);
    assert_eq!(dominance.of(2).on_every_criterion, [0, 3]);
    assert!(dominance.of(0).is_empty() && dominance.of(3).is_empty(), "a tie is not dominance");
    assert!(dominance.of(1).on_totals.is_empty());
    assert_eq!(dominance.frontier(), [0, 3]);
}

/// At λ = 0 cost does not count for CDV, yet who costs more for the same value is dominated still.
#[test]
fn cost_counts_for_dominance_where_lambda_is_0() {
    let mut comparison = televisions();
    comparison.segments[0].cost_emphasis = 0.0;
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let dominance = Dominance::new(prepared.case());
    assert_eq!(dominance.of(3).on_totals, [0]);
    assert_eq!(dominance.frontier(), [0, 2, 1]);
    let fair = dominance.fair_value().unwrap();
    // The line is level: it stands at the mean TCV.
    assert!((fair.tcv(0.0) - fair.tcv(100.0)).abs() < BY_HAND);
    assert!((fair.distances[1].unwrap() - (83.5 - 71.694_444_5)).abs() < BY_HAND);
}

#[test]
fn few_offers_and_all_tied() {
    let mut comparison = televisions();
    let levels = comparison.offers[0].levels.clone();
    comparison.offers.iter_mut().for_each(|o| o.levels = levels.clone());
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let dominance = Dominance::new(prepared.case());
    assert!((0..4).all(|o| dominance.of(o).is_empty()));
    assert_eq!(dominance.frontier(), [0, 1, 2, 3]);
    assert!(dominance.fair_value().unwrap().distances.iter().all(|d| d.unwrap().abs() < ROUNDING));

    comparison.offers.truncate(1);
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    assert_eq!(Dominance::new(prepared.case()).frontier(), [0]);
    assert!(Dominance::new(prepared.case()).of(7).is_empty(), "an offer that is not there");

    comparison.offers.clear();
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    assert!(Dominance::new(prepared.case()).frontier().is_empty());
    assert_eq!(Dominance::new(prepared.case()).fair_value(), None);
}

/// The tractor: Kotler's comes at a higher cost and a higher value, so neither dominates; λ = 1 in the money account.
#[test]
fn the_money_account_has_a_frontier_and_a_fair_line() {
    let example = worthwhile::examples::find("tractor").unwrap();
    let comparison = worthwhile::examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0);
    let prepared = Prepared::new(&comparison, comparison.everyone().unwrap());
    let dominance = Dominance::new(prepared.case());
    let fair = dominance.fair_value().unwrap();
    assert!((fair.slope - 1.0).abs() < BY_HAND);
    assert_eq!(dominance.frontier().len(), 2);
    // It delivers 10,000 more than the competitor's: 5,000 above the line, the other 5,000 below.
    let mut distances: Vec<f64> = fair.distances.iter().flatten().copied().collect();
    distances.sort_by(f64::total_cmp);
    assert!((distances[0] + 5000.0).abs() < BY_HAND && (distances[1] - 5000.0).abs() < BY_HAND);
}
