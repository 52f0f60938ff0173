//! Weights from points, swings, rank orders, pairwise judgements and money.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::model::RankMethod;
use worthwhile::value::elicit::pairwise::{
    CONSISTENT_ENOUGH, Judgements, MAX_ITEMS, PairwiseError, RandomIndex, SAATY_2005, effort, nearest_step, synthesis,
};
use worthwhile::value::elicit::{
    ElicitError, Sides, Swing, dimension_span, from_places, from_points, from_swings, money_equivalents,
};

/// Rounding of sums of a few dozen terms.
const EXACT: f64 = 1e-12;
/// An eigenvector where judgements are missing: the rounding of λmax, made larger by a small gap to the next one.
const EIGEN: f64 = 1e-9;
/// Four printed digits.
const PRINTED_4: f64 = 6e-5;

fn check_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= tolerance, "{found:?} instead of {expected:?}");
    }
}

fn check_weights(weights: &[f64]) {
    assert!(weights.iter().all(|w| *w >= 0.0), "{weights:?}");
    assert!((weights.iter().sum::<f64>() - 1.0).abs() <= EXACT, "{weights:?}");
}

fn full(matrix: &[&[f64]]) -> Judgements {
    let rows: Vec<Vec<Option<f64>>> = matrix.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
    Judgements::from_matrix(&rows).unwrap()
}

fn weights_of(judgements: &Judgements) -> Vec<f64> {
    judgements.weigh(&RandomIndex::default()).unwrap().weights
}

// ---- Published cases --------------------------------------------------------------------------------------------

/// Saaty (2008), Int. J. Services Sciences 1(1):83–98: which drink is consumed more.
#[test]
fn the_drinks_of_saaty_2008() {
    let judgements = full(&[
        &[1.0, 9.0, 5.0, 2.0, 1.0, 1.0, 1.0 / 2.0],
        &[1.0 / 9.0, 1.0, 1.0 / 3.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0],
        &[1.0 / 5.0, 3.0, 1.0, 1.0 / 3.0, 1.0 / 4.0, 1.0 / 3.0, 1.0 / 9.0],
        &[1.0 / 2.0, 9.0, 3.0, 1.0, 1.0 / 2.0, 1.0, 1.0 / 3.0],
        &[1.0, 9.0, 4.0, 2.0, 1.0, 2.0, 1.0 / 2.0],
        &[1.0, 9.0, 3.0, 1.0, 1.0 / 2.0, 1.0, 1.0 / 3.0],
        &[2.0, 9.0, 9.0, 3.0, 2.0, 3.0, 1.0],
    ]);
    let weighed = judgements.weigh(&RandomIndex::new([(7, 1.35)]).unwrap()).unwrap();
    check_near(&weighed.weights, &[0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268], PRINTED_4);
    assert!((weighed.consistency_ratio.unwrap() - 0.022).abs() <= 6e-4);
    // Recomputed with a general eigenvalue routine.
    assert!((weighed.lambda_max - 7.176_629_039_33).abs() <= 1e-10);
    assert!((weighed.consistency_index - 0.029_438_173_221_72).abs() <= 1e-10);
    assert!(!weighed.is_approximate);
    assert_eq!(judgements.weigh(&RandomIndex::default()).unwrap(), weighed);
}

/// Saaty (2005), Theory and Applications of the Analytic Network Process: the best city to live in.
#[test]
fn the_best_city_of_saaty_2005() {
    let goal = full(&[
        &[1.0, 1.0 / 5.0, 3.0, 1.0 / 2.0, 5.0],
        &[5.0, 1.0, 7.0, 1.0, 7.0],
        &[1.0 / 3.0, 1.0 / 7.0, 1.0, 1.0 / 4.0, 3.0],
        &[2.0, 1.0, 4.0, 1.0, 7.0],
        &[1.0 / 5.0, 1.0 / 7.0, 1.0 / 3.0, 1.0 / 7.0, 1.0],
    ]);
    // Bethesda, Boston, Pittsburgh, Santa Fe on culture, family, housing, jobs and transportation.
    let cities = [
        full(&[&[1.0, 0.5, 1.0, 0.5], &[2.0, 1.0, 2.5, 1.0], &[1.0, 0.4, 1.0, 0.4], &[2.0, 1.0, 2.5, 1.0]]),
        full(&[
            &[1.0, 2.0, 1.0 / 3.0, 4.0],
            &[0.5, 1.0, 1.0 / 8.0, 2.0],
            &[3.0, 8.0, 1.0, 9.0],
            &[0.25, 0.5, 1.0 / 9.0, 1.0],
        ]),
        full(&[
            &[1.0, 5.0, 0.5, 2.5],
            &[0.2, 1.0, 1.0 / 9.0, 0.25],
            &[2.0, 9.0, 1.0, 7.0],
            &[0.4, 4.0, 1.0 / 7.0, 1.0],
        ]),
        full(&[
            &[1.0, 0.5, 3.0, 4.0],
            &[2.0, 1.0, 6.0, 8.0],
            &[1.0 / 3.0, 1.0 / 6.0, 1.0, 1.0],
            &[0.25, 0.125, 1.0, 1.0],
        ]),
        full(&[
            &[1.0, 1.5, 0.5, 4.0],
            &[1.0 / 1.5, 1.0, 1.0 / 3.5, 2.5],
            &[2.0, 3.5, 1.0, 9.0],
            &[0.25, 0.4, 1.0 / 9.0, 1.0],
        ]),
    ];
    let index = RandomIndex::default();
    let ratio = |judgements: &Judgements| judgements.weigh(&index).unwrap().consistency_ratio.unwrap();
    let priorities: Vec<Vec<f64>> = cities.iter().map(weights_of).collect();
    check_near(&synthesis(&weights_of(&goal), &priorities), &[0.2291, 0.2748, 0.3852, 0.1110], 1.1e-4);
    check_near(
        &weights_of(&goal),
        &[0.152_167_083_204_5, 0.433_454_368_081_2, 0.071_556_476_005_68, 0.305_006_432_389_9, 0.037_815_640_318_73],
        1e-10,
    );
    let ratios: Vec<f64> = [&goal].into_iter().chain(&cities).map(ratio).collect();
    let recomputed = [
        0.050_728_653_362_76,
        0.002_333_548_633_539,
        0.011_683_726_305_6,
        0.045_229_150_312_66,
        0.003_881_236_794_344,
        0.000_997_430_582_013,
    ];
    check_near(&ratios, &recomputed, 1e-10);
}

/// Edwards and Barron (1994), Organizational Behavior and Human Decision Processes 60:306–325.
#[test]
fn the_rank_order_centroids_of_edwards_and_barron() {
    let published: [&[f64]; 4] = [
        &[0.75, 0.25],
        &[0.6111, 0.2778, 0.1111],
        &[0.5208, 0.2708, 0.1458, 0.0625],
        &[0.4567, 0.2567, 0.1567, 0.09, 0.04],
    ];
    for weights in published {
        let places: Vec<u32> = (1..).take(weights.len()).collect();
        check_near(&from_places(&places, RankMethod::Centroid).unwrap(), weights, 5.1e-5);
    }
    let nine: Vec<u32> = (1..=9).collect();
    let last = |method| *from_places(&nine, method).unwrap().last().unwrap();
    check_near(&RankMethod::ALL.map(last), &[0.012_345_679_012_35, 0.022_222_222_222_22, 0.039_276_195_819_89], EXACT);
    check_near(
        &from_places(&nine[..5], RankMethod::Reciprocal).unwrap(),
        &[0.437_956_204_379_6, 0.218_978_102_189_8, 0.145_985_401_459_9, 0.109_489_051_094_9, 0.087_591_240_875_91],
        EXACT,
    );
}

fn house() -> Judgements {
    full(&[
        &[1.0, 5.0, 3.0, 7.0, 6.0, 6.0, 1.0 / 3.0, 1.0 / 4.0],
        &[1.0 / 5.0, 1.0, 1.0 / 3.0, 5.0, 3.0, 3.0, 1.0 / 5.0, 1.0 / 7.0],
        &[1.0 / 3.0, 3.0, 1.0, 6.0, 3.0, 4.0, 6.0, 1.0 / 5.0],
        &[1.0 / 7.0, 1.0 / 5.0, 1.0 / 6.0, 1.0, 1.0 / 3.0, 1.0 / 4.0, 1.0 / 7.0, 1.0 / 8.0],
        &[1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0, 3.0, 1.0, 1.0 / 2.0, 1.0 / 5.0, 1.0 / 6.0],
        &[1.0 / 6.0, 1.0 / 3.0, 1.0 / 4.0, 4.0, 2.0, 1.0, 1.0 / 5.0, 1.0 / 6.0],
        &[3.0, 5.0, 1.0 / 6.0, 7.0, 5.0, 5.0, 1.0, 1.0 / 2.0],
        &[4.0, 7.0, 5.0, 8.0, 6.0, 6.0, 2.0, 1.0],
    ])
}

/// Saaty (2003), European Journal of Operational Research 145:85–91: of eight criteria for a house, neighbourhood
/// against modern facilities (6) fits worst, about 1/2 would fit, and λmax falls from 9.669 to 8.811.
#[test]
fn the_worst_judgement_on_houses_of_saaty_2003() {
    let index = RandomIndex::default();
    let mut judgements = house();
    let before = judgements.weigh(&index).unwrap();
    check_near(&before.weights, &[0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], 6e-4);
    assert!((before.lambda_max - 9.669).abs() <= 6e-4);
    assert!(before.consistency_ratio.unwrap() > CONSISTENT_ENOUGH);

    let misfit = judgements.misfit(&index).unwrap().unwrap();
    assert_eq!((misfit.row, misfit.column, misfit.given), (2, 6, 6.0));
    assert!((nearest_step(misfit.fitting) - 0.5).abs() <= EXACT, "{misfit:?}");
    judgements.set(2, 6, Some(0.5)).unwrap();
    let after = judgements.weigh(&index).unwrap();
    check_near(&after.weights, &[0.175, 0.062, 0.103, 0.019, 0.034, 0.041, 0.221, 0.345], 6e-4);
    // Printed without rounding: it is 8.8117.
    assert!((after.lambda_max - 8.811).abs() <= 1e-3);
    assert!(after.consistency_ratio.unwrap() < CONSISTENT_ENOUGH);
    // What the fitting value itself leads to was said before it was taken.
    judgements.set(2, 6, Some(misfit.fitting)).unwrap();
    let fitted = judgements.weigh(&index).unwrap().consistency_ratio.unwrap();
    assert!((fitted - misfit.ratio_then.unwrap()).abs() <= EIGEN);
}

// ---- Pairwise ---------------------------------------------------------------------------------------------------

/// Weights within 1 : 100.
fn any_weights(most: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.01..1.0_f64, 1..=most).prop_map(|raw| from_points(&raw).unwrap().weights)
}

fn consistent(weights: &[f64]) -> Judgements {
    let mut judgements = Judgements::none(weights.len()).unwrap();
    for row in 0..weights.len() {
        for column in 0..row {
            judgements.set(row, column, Some(weights[row] / weights[column])).unwrap();
        }
    }
    judgements
}

/// Judgements near those that `weights` imply, as people give them.
fn wobbly(dice: &mut Dice, weights: &[f64]) -> Judgements {
    let mut judgements = consistent(weights);
    for (row, column, given) in consistent(weights).given() {
        judgements.set(row, column, Some(given * dice.between(-0.7, 0.7).exp())).unwrap();
    }
    judgements
}

/// (Σ a(i, j)·w(j)) / w(i) of every item, with missing judgements at w(i) / w(j).
fn ratios(judgements: &Judgements, weights: &[f64]) -> Vec<f64> {
    let n = weights.len();
    let term = |i: usize, j: usize| judgements.get(i, j).map_or(1.0, |a| a * weights[j] / weights[i]);
    (0..n).map(|i| (0..n).map(|j| if i == j { 1.0 } else { term(i, j) }).sum()).collect()
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn consistent_judgements_give_their_weights_back(weights in any_weights(MAX_ITEMS), seed in any::<u64>()) {
        let mut judgements = consistent(&weights);
        let index = RandomIndex::new((3..=MAX_ITEMS).map(|n| (n, 1.5))).unwrap();
        let weighed = judgements.weigh(&index).unwrap();
        check_near(&weighed.weights, &weights, EXACT);
        prop_assert!(weighed.consistency_ratio.unwrap_or(0.0) <= EXACT);
        prop_assert_eq!(weighed.consistency_ratio.is_none(), weights.len() <= 2);
        prop_assert_eq!(judgements.misfit(&index).unwrap(), None);
        // So they do with gaps, as long as something links all items.
        let mut dice = Dice(seed);
        for (row, column, given) in consistent(&weights).given() {
            if dice.chance(0.7) {
                judgements.set(row, column, None).unwrap();
                if judgements.weigh(&index).is_err() {
                    judgements.set(row, column, Some(given)).unwrap();
                }
            }
        }
        let weighed = judgements.weigh(&index).unwrap();
        check_near(&weighed.weights, &weights, EIGEN);
        prop_assert!(weighed.consistency_ratio.unwrap_or(0.0) <= EIGEN);
        prop_assert_eq!(weighed.is_approximate, judgements.missing() > 0);
    }

    #[test]
    fn the_weights_are_the_eigenvector(weights in any_weights(15), seed in any::<u64>(), gaps in 0.0..0.6_f64) {
        let mut dice = Dice(seed);
        let mut judgements = wobbly(&mut dice, &weights);
        for (row, column, given) in judgements.clone().given() {
            judgements.set(row, column, Some(given).filter(|_| !dice.chance(gaps))).unwrap();
        }
        match judgements.weigh(&RandomIndex::default()) {
            Ok(weighed) => {
                check_weights(&weighed.weights);
                let ratios = ratios(&judgements, &weighed.weights);
                check_near(&ratios, &vec![weighed.lambda_max; ratios.len()], EIGEN);
            }
            Err(error) => {
                let is_apart = matches!(error, PairwiseError::Disconnected { .. });
                prop_assert!(is_apart, "{error}");
            }
        }
    }

    #[test]
    fn the_order_of_items_and_questions_is_irrelevant(weights in any_weights(15), seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let judgements = wobbly(&mut dice, &weights);
        let mut order: Vec<usize> = (0..weights.len()).collect();
        dice.shuffle(&mut order);
        let mut questions: Vec<(usize, usize, f64)> = judgements.given().collect();
        dice.shuffle(&mut questions);
        let mut moved = Judgements::none(weights.len()).unwrap();
        let place = |item: usize| order.iter().position(|o| *o == item).unwrap();
        for (row, column, given) in questions {
            moved.set(place(row), place(column), Some(given)).unwrap();
        }
        let index = RandomIndex::default();
        let [one, other] = [&judgements, &moved].map(|j| j.weigh(&index).unwrap());
        let back: Vec<f64> = (0..weights.len()).map(|item| other.weights[place(item)]).collect();
        check_near(&back, &one.weights, EXACT);
        prop_assert!((one.lambda_max - other.lambda_max).abs() <= EIGEN);
    }

    #[test]
    fn taking_the_fitting_value_is_best(weights in any_weights(7), seed in any::<u64>()) {
        let index = RandomIndex::default();
        let judgements = wobbly(&mut Dice(seed), &weights);
        let Some(misfit) = judgements.misfit(&index).unwrap() else {
            prop_assert!(weights.len() <= 2);
            return Ok(());
        };
        // Each judgement replaced by what the others say in its place.
        let replaced = |row, column| {
            let mut changed = judgements.clone();
            changed.set(row, column, None).unwrap();
            let weights = weights_of(&changed);
            changed.set(row, column, Some(weights[row] / weights[column])).unwrap();
            (changed.weigh(&index).unwrap().lambda_max, weights[row] / weights[column])
        };
        let (best, fitting) = replaced(misfit.row, misfit.column);
        prop_assert!((misfit.fitting / fitting - 1.0).abs() <= EIGEN);
        prop_assert!(best <= judgements.weigh(&index).unwrap().lambda_max + EIGEN);
        for (row, column, _) in judgements.given() {
            prop_assert!(replaced(row, column).0 >= best - EIGEN);
        }
    }
}

#[test]
fn with_three_items_the_mildest_value_fits() {
    // 2, 2 and 2: 4 would fit in the middle, 1 at either end.
    let judgements = Judgements::from_upper(3, &[Some(2.0), Some(2.0), Some(2.0)]).unwrap();
    let misfit = judgements.misfit(&RandomIndex::default()).unwrap().unwrap();
    assert_eq!((misfit.row, misfit.column), (0, 1));
    assert!((misfit.fitting - 1.0).abs() <= EXACT);
    assert!(misfit.ratio_then.unwrap() <= EXACT);
}

#[test]
fn a_long_chain_of_extreme_judgements_still_has_weights() {
    let mut chain = Judgements::none(MAX_ITEMS).unwrap();
    for item in 1..MAX_ITEMS {
        chain.set(item - 1, item, Some(9.0)).unwrap();
    }
    let weights = weights_of(&chain);
    check_weights(&weights);
    for pair in weights.windows(2) {
        assert!((pair[0] / pair[1] - 9.0).abs() <= 1e-6, "{weights:?}");
    }
}

#[test]
fn judgements_that_cannot_be_are_refused() {
    let upper = |upper: &[f64]| {
        let upper: Vec<Option<f64>> = upper.iter().copied().map(Some).collect();
        Judgements::from_upper(3, &upper).unwrap_err()
    };
    for wrong in [0.0, -2.0, f64::NAN, f64::INFINITY, 1e12] {
        assert_eq!(upper(&[1.0, wrong, 1.0]), PairwiseError::NotAJudgement { row: 0, column: 2 });
    }
    assert_eq!(upper(&[1.0]), PairwiseError::WrongCount { expected: 3, found: 1 });
    assert_eq!(Judgements::none(0), Err(PairwiseError::Empty));
    assert_eq!(Judgements::none(100), Err(PairwiseError::TooMany { items: 100 }));

    let matrix = |rows: [[f64; 2]; 2]| {
        let rows: Vec<Vec<Option<f64>>> = rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        Judgements::from_matrix(&rows)
    };
    assert_eq!(matrix([[1.0, 3.0], [3.0, 1.0]]), Err(PairwiseError::NotReciprocal { row: 0, column: 1 }));
    assert_eq!(matrix([[1.0, 3.0], [0.32, 1.0]]), Err(PairwiseError::NotReciprocal { row: 0, column: 1 }));
    // As printed with two decimals, on either side of the diagonal.
    for (large, small) in [(3.0, 0.33), (7.0, 0.14), (8.0, 0.13), (1.5, 0.67), (8.0, 0.12)] {
        assert!(matrix([[1.0, large], [small, 1.0]]).is_ok() && matrix([[1.0, small], [large, 1.0]]).is_ok());
    }
    assert_eq!(matrix([[1.0, 3.0], [0.333, 2.0]]), Err(PairwiseError::Diagonal { item: 1 }));
    assert_eq!(matrix([[1.0, 3.0], [f64::NAN, 1.0]]), Err(PairwiseError::NotAJudgement { row: 1, column: 0 }));
    assert_eq!(matrix([[1.0, f64::NAN], [3.0, 1.0]]), Err(PairwiseError::NotAJudgement { row: 0, column: 1 }));
    assert!(matrix([[1.0, 3.0], [0.333, 1.0]]).is_ok());
    let ragged = Judgements::from_matrix(&[vec![None; 2], vec![None]]);
    assert_eq!(ragged, Err(PairwiseError::WrongCount { expected: 2, found: 1 }));
    // One side of the diagonal is enough.
    let below = Judgements::from_matrix(&[vec![None, None], vec![Some(4.0), None]]).unwrap();
    check_near(&weights_of(&below), &[0.2, 0.8], EXACT);

    let mut apart = Judgements::none(4).unwrap();
    apart.set(0, 1, Some(2.0)).unwrap();
    apart.set(2, 3, Some(2.0)).unwrap();
    let error = apart.weigh(&RandomIndex::default()).unwrap_err();
    assert_eq!(error, PairwiseError::Disconnected { one: 0, other: 2 });
    assert!(error.to_string().contains("compare them"), "{error}");
    assert_eq!(apart.set(1, 1, None), Err(PairwiseError::NoSuchPair { row: 1, column: 1 }));
    assert_eq!(apart.set(0, 9, None), Err(PairwiseError::NoSuchPair { row: 0, column: 9 }));
    assert_eq!((apart.get(1, 1), apart.get(0, 9), apart.get(3, 2)), (None, None, Some(0.5)));
    assert_eq!(RandomIndex::new([(3, 0.0)]), Err(PairwiseError::RandomIndex { items: 3 }));
}

#[test]
fn few_items_have_no_ratio_and_many_are_advised_against() {
    let index = RandomIndex::default();
    for upper in [&[][..], &[Some(3.0)]] {
        let weighed = Judgements::from_upper(upper.len() + 1, upper).unwrap().weigh(&index).unwrap();
        check_weights(&weighed.weights);
        assert_eq!(weighed.consistency_ratio, None);
    }
    assert_eq!((effort(15).questions, effort(15).least, effort(15).is_too_much), (105, 14, true));
    assert_eq!((effort(0).questions, effort(1).questions, effort(9).questions), (0, 0, 36));
    assert!(!effort(9).is_too_much);
    assert_eq!((index.of(2), index.of(3), index.of(15), index.of(16)), (None, Some(0.52), Some(1.59), None));
    assert_eq!(SAATY_2005.len(), 13);
    let steps = [(0.459, 0.5), (1.4, 1.0), (1.5, 2.0), (81.0, 9.0), (1.0 / 81.0, 1.0 / 9.0), (1.0, 1.0)];
    for (judgement, step) in steps {
        assert!((nearest_step(judgement) - step).abs() <= EXACT, "{judgement}");
    }
}

// ---- Points, swings, ranks, money -------------------------------------------------------------------------------

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn every_method_gives_weights(raw in prop::collection::vec(0.0..1e6_f64, 1..12), spans in any::<u64>()) {
        let mut dice = Dice(spans);
        let swings: Vec<Swing> =
            raw.iter().map(|&worth| Swing { worth, span: dice.between(-100.0, -1.0) }).collect();
        check_weights(&from_points(&raw).unwrap().weights);
        let weights = from_swings(&swings).unwrap();
        check_weights(&weights);
        // A weight of one point, times the points spanned, is in proportion to the worth.
        let scale = weights[0] * swings[0].span / swings[0].worth;
        for (weight, swing) in weights.iter().zip(&swings) {
            prop_assert!((weight * swing.span - scale * swing.worth).abs() <= EXACT * scale.abs() * 1e6);
        }
        let places: Vec<u32> = raw.iter().map(|_| u32::try_from(dice.below(5)).unwrap()).collect();
        for method in RankMethod::ALL {
            let weights = from_places(&places, method).unwrap();
            check_weights(&weights);
            for (a, b) in (0..places.len()).flat_map(|a| (0..places.len()).map(move |b| (a, b))) {
                prop_assert_eq!(places[a].cmp(&places[b]), weights[b].total_cmp(&weights[a]));
            }
        }
    }

    #[test]
    fn money_and_weights_are_two_ways_to_say_the_same(
        value in prop::collection::vec(1.0..1000.0_f64, 1..6),
        cost in prop::collection::vec(0.0..1000.0_f64, 0..4),
        span in 10.0..100.0_f64,
    ) {
        let swings = |worths: &[f64]| worths.iter().map(|&worth| Swing { worth, span }).collect::<Vec<_>>();
        let money = Swing { worth: 1500.0, span: 75.0 };
        let sides = Sides::from_money(&swings(&value), &swings(&cost), money).unwrap();
        check_weights(&sides.value);
        check_weights(&sides.cost);
        let worth = money_equivalents(&sides, cost.len(), money).unwrap();
        for (criterion, amount) in worth.value.iter().zip(&value).chain(worth.cost.iter().zip(&cost)) {
            prop_assert!((criterion * span - amount).abs() <= 1e-9 * amount.max(1.0));
        }
        prop_assert!((worth.cost[cost.len()] - 20.0).abs() <= 1e-9);
    }
}

#[test]
fn points_keep_their_proportions() {
    let points = from_points(&[30.0, 0.0, 15.0]).unwrap();
    check_near(&points.weights, &[2.0 / 3.0, 0.0, 1.0 / 3.0], EXACT);
    check_near(&points.anchored, &[100.0, 0.0, 50.0], EXACT);
    assert!((points.total - 45.0).abs() <= EXACT);
    check_weights(&from_points(&[f64::MAX, f64::MAX]).unwrap().weights);
}

#[test]
fn a_dimension_swings_with_all_its_criteria() {
    // Its criteria weigh 3 : 1 and move 40 and 80 points: the dimension moves 50.
    let span = dimension_span(&[0.75, 0.25], &[40.0, -80.0]).unwrap();
    assert!((span - 50.0).abs() <= EXACT);
    let weights = from_swings(&[Swing { worth: 100.0, span }, Swing::whole(100.0)]).unwrap();
    check_near(&weights, &[2.0 / 3.0, 1.0 / 3.0], EXACT);
    assert_eq!(dimension_span(&[1.0], &[]), Err(ElicitError::WrongCount { expected: 1, found: 0 }));
    assert_eq!(dimension_span(&[], &[]), Err(ElicitError::Empty));
}

#[test]
fn both_sides_at_once_give_the_cost_emphasis() {
    let sides = Sides::from_worths(&[30.0, 10.0], &[15.0, 5.0]).unwrap();
    check_near(&sides.value, &[0.75, 0.25], EXACT);
    check_near(&sides.cost, &[0.75, 0.25], EXACT);
    assert!((sides.cost_emphasis - 0.5).abs() <= EXACT);
    let free = Sides::from_worths(&[1.0], &[0.0, 0.0]).unwrap();
    check_near(&free.cost, &[0.5, 0.5], EXACT);
    assert!(free.cost_emphasis.abs() <= EXACT);
    assert!(Sides::from_worths(&[1.0], &[]).unwrap().cost.is_empty());
    for value in [&[][..], &[0.0]] {
        assert_eq!(Sides::from_worths(value, &[1.0]), Err(ElicitError::NoValueWorth));
    }
    assert_eq!(money_equivalents(&free, 0, Swing::whole(1.0)), Err(ElicitError::NoMoneyWorth));
    assert_eq!(money_equivalents(&sides, 2, Swing::whole(1.0)), Err(ElicitError::NoMoneyWorth));
}

#[test]
fn answers_that_say_nothing_are_refused() {
    assert_eq!(from_points(&[]), Err(ElicitError::Empty));
    assert_eq!(from_points(&[0.0, 0.0]), Err(ElicitError::AllZero));
    assert_eq!(from_points(&[1.0, f64::NAN]), Err(ElicitError::NotANumber { item: 1 }));
    assert_eq!(from_points(&[1.0, f64::INFINITY]), Err(ElicitError::NotANumber { item: 1 }));
    assert_eq!(from_points(&[1.0, -1.0]), Err(ElicitError::Negative { item: 1 }));
    assert_eq!(from_places(&[], RankMethod::Sum), Err(ElicitError::Empty));
    let flat = Swing { worth: 1.0, span: 0.0 };
    assert_eq!(from_swings(&[Swing::whole(1.0), flat]), Err(ElicitError::NoSpan { item: 1 }));
    assert_eq!(from_swings(&[Swing { span: f64::NAN, ..flat }]), Err(ElicitError::NotANumber { item: 0 }));
    assert_eq!(from_swings(&[Swing::whole(0.0)]), Err(ElicitError::AllZero));
    assert_eq!(from_swings(&[]), Err(ElicitError::Empty));
    // All answers the same are answers: equal weights.
    check_near(&from_points(&[7.0; 4]).unwrap().weights, &[0.25; 4], EXACT);
    check_near(&from_places(&[3; 4], RankMethod::Centroid).unwrap(), &[0.25; 4], EXACT);
}
