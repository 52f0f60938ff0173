//! Weights from choices: the logit, free and with signs held, and answers that contradict each other.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::model::Side;
use worthwhile::value::elicit::choices::{
    ChoiceError, ChoiceWeights, Choices, Estimate, Outcome, Penalty, conditional_logit, contradiction,
    contradiction_after, most_telling, trade_offs, weights_from_choices,
};

/// Closed forms: what Newton's last step leaves.
const EXACT: f64 = 1e-9;
/// A gradient that ought to be 0, against sums of some hundred points.
const FLAT: f64 = 1e-5;
/// Two value criteria, two cost criteria.
const SIDES: [Side; 4] = [Side::Value, Side::Value, Side::Cost, Side::Cost];

/// One choice as it was asked, for tests that compute anew from the definitions.
#[derive(Clone, Debug)]
struct Asked {
    alternatives: Vec<Vec<f64>>,
    taken: usize,
}

fn answered(attributes: usize, asked: &[Asked]) -> Choices {
    let mut choices = Choices::new(attributes);
    for one in asked {
        choices.push(&one.alternatives, one.taken).unwrap();
    }
    choices
}

/// P of each alternative, from the definition.
fn shares(beta: &[f64], alternatives: &[Vec<f64>]) -> Vec<f64> {
    let odds: Vec<f64> =
        alternatives.iter().map(|x| x.iter().zip(beta).map(|(x, b)| x * b).sum::<f64>().exp()).collect();
    odds.iter().map(|one| one / odds.iter().sum::<f64>()).collect()
}

fn log_likelihood(beta: &[f64], asked: &[Asked]) -> f64 {
    asked.iter().map(|one| shares(beta, &one.alternatives)[one.taken].ln()).sum()
}

/// dℓ/dβ: Σ (x taken − Σ P·x).
fn gradient(beta: &[f64], asked: &[Asked]) -> Vec<f64> {
    let mut sum = vec![0.0; beta.len()];
    for one in asked {
        for (share, x) in shares(beta, &one.alternatives).iter().zip(&one.alternatives) {
            for (i, sum) in sum.iter_mut().enumerate() {
                *sum -= share * x[i];
            }
        }
        sum.iter_mut().zip(&one.alternatives[one.taken]).for_each(|(sum, x)| *sum += x);
    }
    sum
}

/// Choices from 2…4 random offers, as somebody with these coefficients makes them.
fn simulated(dice: &mut Dice, beta: &[f64], count: usize) -> Vec<Asked> {
    let choose = |dice: &mut Dice| {
        let offers = 2 + dice.below(3);
        let alternatives: Vec<Vec<f64>> =
            (0..offers).map(|_| beta.iter().map(|_| dice.between(0.0, 100.0)).collect()).collect();
        let mut left = dice.unit();
        let taken = shares(beta, &alternatives).iter().position(|share| {
            left -= share;
            left < 0.0
        });
        Asked { taken: taken.unwrap_or(offers - 1), alternatives }
    };
    (0..count).map(|_| choose(dice)).collect()
}

/// β of weights, λ and μ.
fn beta(weights: [f64; 4], cost_emphasis: f64, sharpness: f64) -> Vec<f64> {
    let factors = [sharpness, sharpness, -cost_emphasis * sharpness, -cost_emphasis * sharpness];
    weights.iter().zip(factors).map(|(weight, factor)| weight * factor).collect()
}

fn check_near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        assert!((f - e).abs() <= tolerance, "{found:?} instead of {expected:?}");
    }
}

fn check_weights(found: &ChoiceWeights, sides: &[Side]) {
    for side in Side::ALL {
        let weights: Vec<&Estimate> =
            found.weights.iter().zip(sides).filter(|(_, other)| **other == side).map(|(weight, _)| weight).collect();
        assert!(weights.iter().all(|w| 0.0 <= w.low && w.low <= w.value && w.value <= w.high && w.high <= 1.0));
        let sum: f64 = weights.iter().map(|w| w.value).sum();
        assert!(weights.is_empty() || (sum - 1.0).abs() <= EXACT, "{weights:?}");
    }
    assert!(found.told.iter().all(|told| (0.0..=1.0).contains(told)), "{:?}", found.told);
}

// ---- The logit without a penalty --------------------------------------------------------------------------------

/// With constants alone P are the observed shares: β = ln (n/n₀), s.e. = √(1/n + 1/n₀), ℓ = Σ n·ln (n/N).
#[test]
fn constants_alone_give_the_observed_shares() {
    let counts = [20, 50, 10];
    let mut choices = Choices::with_constants(0, 2);
    for (taken, &count) in counts.iter().enumerate() {
        for _ in 0..count {
            choices.push_with_constants(&[[0.0; 0]; 3], &[0, 1, 2], taken).unwrap();
        }
    }
    let fit = conditional_logit(&choices).unwrap();
    let [base, one, two] = counts.map(f64::from);
    check_near(&fit.coefficients, &[(one / base).ln(), (two / base).ln()], EXACT);
    let errors = [(1.0 / one + 1.0 / base).sqrt(), (1.0 / two + 1.0 / base).sqrt()];
    check_near(&fit.standard_errors.unwrap(), &errors, 1e-7);
    let expected: f64 = [base, one, two].iter().map(|n| n * (n / 80.0).ln()).sum();
    check_near(&[fit.log_likelihood, fit.null_log_likelihood], &[expected, -80.0 * 3.0_f64.ln()], 1e-7);
    assert_eq!(fit.outcome, Outcome::Converged);
}

/// An attribute that is 1 for one of two offers, besides a constant of the second: two tables of two by two.
#[test]
fn an_attribute_beside_a_constant() {
    let mut choices = Choices::with_constants(1, 1);
    // (the first has it, first taken, second taken)
    for (has, first, second) in [(1.0, 30, 10), (0.0, 15, 25)] {
        for (taken, count) in [(0, first), (1, second)] {
            for _ in 0..count {
                choices.push_with_constants(&[[has], [0.0]], &[0, 1], taken).unwrap();
            }
        }
    }
    let fit = conditional_logit(&choices).unwrap();
    let odds = [(30.0_f64 / 10.0).ln(), (15.0_f64 / 25.0).ln()];
    check_near(&fit.coefficients, &[odds[0] - odds[1], -odds[1]], EXACT);
    let variances = [1.0 / 30.0 + 0.1, 1.0_f64 / 15.0 + 0.04];
    check_near(&fit.standard_errors.unwrap(), &[(variances[0] + variances[1]).sqrt(), variances[1].sqrt()], 1e-7);
}

proptest! {
    #![proptest_config(support::config(60))]

    #[test]
    fn a_fit_is_a_maximum_or_parts_the_answers(seed in any::<u64>(), count in 4..60_usize, sharpness in 0.01..0.3_f64) {
        let mut dice = Dice(seed);
        let truth = beta([0.6, 0.4, 0.3, 0.7], 0.8, sharpness);
        let asked = simulated(&mut dice, &truth, count);
        let fit = conditional_logit(&answered(4, &asked)).unwrap();
        prop_assert!((fit.null_log_likelihood - log_likelihood(&[0.0; 4], &asked)).abs() <= EXACT * 1e3);
        match fit.outcome {
            Outcome::Converged => {
                prop_assert!((fit.log_likelihood - log_likelihood(&fit.coefficients, &asked)).abs() <= 1e-7);
                check_near(&gradient(&fit.coefficients, &asked), &[0.0; 4], FLAT * 10.0);
            }
            Outcome::Separated { direction } => {
                let leads = asked.iter().flat_map(|one| {
                    let worth = |x: &Vec<f64>| x.iter().zip(&direction).map(|(x, d)| x * d).sum::<f64>();
                    let taken = worth(&one.alternatives[one.taken]);
                    one.alternatives.iter().map(worth).map(move |other| taken - other).collect::<Vec<_>>()
                });
                let [least, most] = leads.fold([0.0_f64; 2], |[least, most], x| [least.min(x), most.max(x)]);
                prop_assert!(most > 0.0 && least >= -1e-5 * most, "{least} {most}");
                prop_assert_eq!(fit.standard_errors, None);
            }
            Outcome::Stopped => prop_assert!(false, "stopped"),
        }
    }

    #[test]
    fn the_order_of_answers_is_irrelevant(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut asked = simulated(&mut dice, &beta([0.6, 0.4, 0.3, 0.7], 0.8, 0.05), 80);
        let [free, held] = fits(&asked);
        dice.shuffle(&mut asked);
        let [free_again, held_again] = fits(&asked);
        check_near(&free_again, &free, EXACT);
        check_near(&held_again, &held, EXACT);
    }

    #[test]
    fn signs_are_held_and_the_penalty_is_what_it_says(seed in any::<u64>(), count in 1..40_usize) {
        let mut dice = Dice(seed);
        // Free signs: some answer against theirs.
        let truth: Vec<f64> = (0..4).map(|_| dice.between(-0.1, 0.1)).collect();
        let asked = simulated(&mut dice, &truth, count);
        let penalty = Penalty { strength: dice.between(0.1, 2.0), sharpness: dice.between(0.01, 0.5) };
        let found = weights_from_choices(&answered(4, &asked), &SIDES, &penalty).unwrap();
        check_weights(&found, &SIDES);
        prop_assert!((found.log_likelihood - log_likelihood(&found.coefficients, &asked)).abs() <= 1e-7);
        // At the maximum dℓ/dθ = κ/θ₀ − κ/θ for every |β| = θ; in parts of θ₀.
        for ((slope, b), side) in gradient(&found.coefficients, &asked).iter().zip(&found.coefficients).zip(SIDES) {
            let sign = if side == Side::Value { 1.0 } else { -1.0 };
            let (theta, base) = (b * sign, penalty.sharpness / 2.0);
            prop_assert!(theta > 0.0);
            let rest = slope * sign * theta - penalty.strength * (theta / base - 1.0);
            prop_assert!(rest.abs() <= FLAT, "{rest}");
        }
        // μ, λ and g are what β says.
        let [v1, v2, c1, c2] = <[f64; 4]>::try_from(found.coefficients.clone()).unwrap();
        check_near(&[found.sharpness.value, found.cost_emphasis.unwrap().value], &[v1 + v2, -(c1 + c2) / (v1 + v2)], EXACT);
        check_near(&[found.weights[0].value, found.weights[3].value], &[v1 / (v1 + v2), c2 / (c1 + c2)], EXACT);
        let predicted = found.predict(&asked[0].alternatives);
        check_near(&predicted, &shares(&found.coefficients, &asked[0].alternatives), EXACT);
    }
}

fn fits(asked: &[Asked]) -> [Vec<f64>; 2] {
    let choices = answered(4, asked);
    let held = weights_from_choices(&choices, &SIDES, &Penalty::default()).unwrap();
    [conditional_logit(&choices).unwrap().coefficients, held.coefficients]
}

// ---- Weights ----------------------------------------------------------------------------------------------------

#[test]
fn intervals_of_90_percent_cover_the_weights_in_80_of_100_sets() {
    for (weights, cost_emphasis, sharpness) in
        [([0.7, 0.3, 0.5, 0.5], 1.0, 0.1), ([0.5, 0.5, 0.2, 0.8], 2.0, 0.05), ([0.25, 0.75, 0.6, 0.4], 0.5, 0.2)]
    {
        let mut covered = [0; 6];
        for set in 0..100 {
            let mut dice = Dice(set * 7919 + 1);
            let asked = simulated(&mut dice, &beta(weights, cost_emphasis, sharpness), 60);
            let found = weights_from_choices(&answered(4, &asked), &SIDES, &Penalty::default()).unwrap();
            let estimates = found.weights.iter().chain(&found.cost_emphasis).chain([&found.sharpness]);
            for ((estimate, truth), covered) in
                estimates.zip(weights.into_iter().chain([cost_emphasis, sharpness])).zip(&mut covered)
            {
                *covered += i32::from(estimate.low <= truth && truth <= estimate.high);
            }
        }
        assert!(covered.iter().all(|sets| *sets >= 80), "{weights:?}: {covered:?}");
    }
}

#[test]
fn many_answers_find_the_weights() {
    let truth = [0.7, 0.3, 0.4, 0.6];
    let asked = simulated(&mut Dice(3), &beta(truth, 1.5, 0.08), 2_000);
    let found = weights_from_choices(&answered(4, &asked), &SIDES, &Penalty::default()).unwrap();
    let weights: Vec<f64> = found.weights.iter().map(|w| w.value).collect();
    check_near(&weights, &truth, 0.03);
    assert!((found.cost_emphasis.unwrap().value - 1.5).abs() < 0.1);
    assert!((found.sharpness.value - 0.08).abs() < 0.01);
    assert!(found.untold().is_empty());
}

#[test]
fn weights_that_the_answers_do_not_separate_are_named() {
    let mut dice = Dice(11);
    // The second criterion never differs; the last two always move together.
    let mut asked = simulated(&mut dice, &beta([1.0, 0.0, 1.0, 0.0], 1.0, 0.1), 200);
    for x in asked.iter_mut().flat_map(|one| &mut one.alternatives) {
        x[1] = 50.0;
        x[3] = x[2];
    }
    let found = weights_from_choices(&answered(4, &asked), &SIDES, &Penalty::default()).unwrap();
    check_weights(&found, &SIDES);
    assert_eq!(found.untold(), [1, 2, 3]);
    assert!(found.told[1] <= EXACT && found.told[2] <= 1.0 - 0.5_f64.sqrt(), "{:?}", found.told);
    assert!((found.weights[2].value - 0.5).abs() <= 1e-6);
    assert!(found.weights[2].low < 0.1 && found.weights[2].high > 0.9, "{:?}", found.weights);
    // One side alone has no λ.
    let mut one_side = Choices::new(3);
    for one in &asked {
        let three: Vec<&[f64]> = one.alternatives.iter().map(|x| &x[..3]).collect();
        one_side.push(&three, one.taken).unwrap();
    }
    for side in Side::ALL {
        let found = weights_from_choices(&one_side, &[side; 3], &Penalty::default()).unwrap();
        check_weights(&found, &[side; 3]);
        assert_eq!(found.cost_emphasis, None);
        assert!((found.sharpness.value - found.coefficients.iter().sum::<f64>().abs()).abs() <= EXACT);
    }
    let nothing = ChoiceWeights::before_answers(&SIDES, &Penalty::default()).unwrap();
    assert_eq!(nothing.untold(), [0, 1, 2, 3]);
    check_near(&nothing.told, &[0.0; 4], EXACT);
    check_near(&[nothing.cost_emphasis.unwrap().value, nothing.sharpness.value], &[1.0, 0.1], EXACT);
}

#[test]
fn answers_that_all_agree_give_finite_weights() {
    // Always the better of two in the first criterion: no largest likelihood, but weights all the same.
    let asked = vec![Asked { alternatives: vec![vec![80.0, 0.0, 0.0, 0.0], vec![20.0, 0.0, 0.0, 0.0]], taken: 0 }; 50];
    let found = weights_from_choices(&answered(4, &asked), &SIDES, &Penalty::default()).unwrap();
    check_weights(&found, &SIDES);
    assert!(found.weights[0].value > 0.5 && found.sharpness.high.is_finite(), "{found:?}");
    assert!(found.predict(&asked[0].alternatives)[0] > 0.9);
    // All the same: the answers say nothing, and that is said.
    let same = vec![Asked { alternatives: vec![vec![50.0; 4]; 3], taken: 1 }; 20];
    let found = weights_from_choices(&answered(4, &same), &SIDES, &Penalty::default()).unwrap();
    assert_eq!(found.untold(), [0, 1, 2, 3]);
    check_near(&found.predict(&same[0].alternatives), &[1.0 / 3.0; 3], EXACT);
    assert_eq!(contradiction(&answered(4, &same), &SIDES), Ok(None));
    assert_eq!(conditional_logit(&answered(4, &same)), Err(ChoiceError::NotIdentified { column: 0 }));
}

#[test]
fn a_ranking_is_the_choices_that_it_is_made_of() {
    let mut dice = Dice(5);
    let [mut ranked, mut chosen] = [Choices::new(4), Choices::new(4)];
    for _ in 0..10 {
        let offers: Vec<Vec<f64>> = (0..4).map(|_| (0..4).map(|_| dice.between(0.0, 100.0)).collect()).collect();
        let mut order = vec![0, 1, 2, 3];
        dice.shuffle(&mut order);
        ranked.push_ranking(&offers, &order).unwrap();
        for place in 0..3 {
            let rest: Vec<&Vec<f64>> = order[place..].iter().map(|offer| &offers[*offer]).collect();
            let rest: Vec<&[f64]> = rest.into_iter().map(Vec::as_slice).collect();
            chosen.push(&rest, 0).unwrap();
        }
    }
    assert_eq!((ranked.answers(), chosen.answers()), (10, 30));
    let [a, b] = [&ranked, &chosen].map(|c| weights_from_choices(c, &SIDES, &Penalty::default()).unwrap());
    check_near(&a.coefficients, &b.coefficients, EXACT);
    // The best three alone say no more than that.
    let mut best = Choices::new(1);
    best.push_ranking(&[[1.0], [2.0], [3.0]], &[2]).unwrap();
    let mut alone = Choices::new(1);
    alone.push(&[[3.0], [1.0], [2.0]], 0).unwrap();
    let [a, b] = [&best, &alone].map(|c| weights_from_choices(c, &[Side::Value], &Penalty::default()).unwrap());
    check_near(&a.coefficients, &b.coefficients, EXACT);
}

/// Constants alone: rankings of three are first and second choices, whose fit is Luce's and Plackett's.
#[test]
fn a_ranking_with_constants_is_the_choices_that_it_is_made_of() {
    let none = [[0.0; 0]; 3];
    let [mut ranked, mut chosen] = [Choices::with_constants(0, 2), Choices::with_constants(0, 2)];
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]] {
        ranked.push_ranking_with_constants(&none, &[0, 1, 2], &order).unwrap();
        chosen.push_with_constants(&none, &[0, 1, 2], order[0]).unwrap();
        chosen.push_with_constants(&none[..2], &[order[1], order[2]], 0).unwrap();
    }
    let [a, b] = [&ranked, &chosen].map(|c| conditional_logit(c).unwrap());
    check_near(&a.coefficients, &b.coefficients, EXACT);
    assert_eq!((ranked.answers(), a.outcome), (5, Outcome::Converged));
    let wrong = ChoiceError::NoSuchConstant { constant: 3, constants: 2 };
    assert_eq!(ranked.push_ranking_with_constants(&none, &[0, 1, 3], &[0]), Err(wrong));
}

/// What never differs is left out, and the rest is fitted as if it had never been asked about.
#[test]
fn columns_that_never_differ_are_left_out() {
    let mut choices = Choices::with_constants(3, 2);
    let mut rest = Choices::with_constants(1, 1);
    for (taken, x) in [(0, 3.0), (1, 5.0), (1, -1.0), (0, -2.0), (1, 4.0)] {
        choices.push_with_constants(&[[7.0, 0.0, 1.0], [7.0, x, 1.0]], &[0, 2], taken).unwrap();
        rest.push_with_constants(&[[0.0], [x]], &[0, 1], taken).unwrap();
    }
    assert_eq!(choices.differing(), [1, 4], "the second attribute and the second constant");
    let left = choices.of_columns(&choices.differing());
    assert_eq!((left.attributes(), left.answers()), (1, 5));
    assert_eq!(conditional_logit(&left), conditional_logit(&rest));
    assert_eq!(choices.of_columns(&[0, 1, 2, 3, 4]), choices);
}

// ---- The next question ------------------------------------------------------------------------------------------

#[test]
fn made_up_pairs_trade_two_criteria_and_telling_ones_tell_more() {
    let pairs = trade_offs(&[0.0; 4], &[100.0, 100.0, 100.0, 40.0], &SIDES);
    // Six pairs of criteria, whole against whole once, four parts either way.
    assert_eq!(pairs.len(), 6 + 6 * 2 * 4);
    for [one, other] in &pairs {
        let leads: Vec<f64> = (0..4).map(|i| (one[i] - other[i]) * if i < 2 { 1.0 } else { -1.0 }).collect();
        assert_eq!(leads.iter().filter(|lead| lead.abs() > 0.0).count(), 2);
        assert!(leads.iter().any(|lead| *lead > 0.0) && leads.iter().any(|lead| *lead < 0.0), "{leads:?}");
    }
    let truth = beta([0.8, 0.2, 0.3, 0.7], 1.0, 0.15);
    let doubt = |best: bool, seed: u64| -> f64 {
        let mut dice = Dice(seed);
        let mut asked = Vec::new();
        let mut known = ChoiceWeights::before_answers(&SIDES, &Penalty::default()).unwrap();
        for _ in 0..12 {
            let next = if best { most_telling(&known, &pairs).unwrap() } else { dice.below(pairs.len()) };
            let alternatives = pairs[next].to_vec();
            let taken = usize::from(dice.unit() > shares(&truth, &alternatives)[0]);
            asked.push(Asked { alternatives, taken });
            known = weights_from_choices(&answered(4, &asked), &SIDES, &Penalty::default()).unwrap();
        }
        known.weights.iter().map(|w| w.high - w.low).sum()
    };
    let [telling, random] = [true, false].map(|best| (0..20).map(|seed| doubt(best, seed)).sum::<f64>());
    assert!(telling < random, "{telling} {random}");
    let known = ChoiceWeights::before_answers(&SIDES, &Penalty::default()).unwrap();
    let equals = [vec![1.0; 4], vec![1.0; 4]];
    let unfit = [vec![1.0; 3], vec![2.0; 3]];
    assert_eq!(most_telling(&known, &[equals.clone(), unfit]), None);
    assert_eq!(most_telling(&known, &[equals, pairs[0].clone()]), Some(1));
    assert!(trade_offs(&[5.0], &[9.0], &[Side::Value]).is_empty());
}

// ---- Contradictions ---------------------------------------------------------------------------------------------

/// Whether some t in 0…1 makes weights t and 1 − t of two value criteria agree strictly with all answers.
fn agreeing(asked: &[Asked]) -> bool {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for one in asked {
        let taken = &one.alternatives[one.taken];
        for other in &one.alternatives {
            // t·a + (1 − t)·b > 0.
            let [a, b] = [taken[0] - other[0], taken[1] - other[1]];
            if a.abs() + b.abs() <= 0.0 {
                continue;
            }
            if a > b {
                low = low.max(-b / (a - b));
            } else if a < b {
                high = high.min(b / (b - a));
            } else if a <= 0.0 {
                return false;
            }
        }
    }
    low < high
}

proptest! {
    #![proptest_config(support::config(80))]

    #[test]
    fn a_contradiction_is_found_where_there_is_one(seed in any::<u64>(), count in 1..8_usize) {
        let mut dice = Dice(seed);
        let truth = [0.05, 0.05];
        let mut asked = simulated(&mut dice, &truth, count);
        // Whole numbers: ties and equals come up.
        asked.iter_mut().flat_map(|one| &mut one.alternatives).flatten().for_each(|x| *x = (*x / 25.0).round());
        let sides = [Side::Value; 2];
        let found = contradiction(&answered(2, &asked), &sides).unwrap();
        prop_assert_eq!(found.is_none(), agreeing(&asked), "{:?}", asked);
        if let Some(set) = found {
            let kept = |without: Option<usize>| -> Vec<Asked> {
                set.iter().filter(|a| Some(**a) != without).map(|a| asked[*a].clone()).collect()
            };
            prop_assert!(!agreeing(&kept(None)));
            prop_assert!(set.iter().all(|answer| agreeing(&kept(Some(*answer)))));
        }
    }

    #[test]
    fn a_contradiction_is_minimal(seed in any::<u64>(), count in 2..40_usize) {
        let mut dice = Dice(seed);
        let asked = simulated(&mut dice, &beta([0.6, 0.4, 0.3, 0.7], 1.0, 0.05), count);
        let contradicting = |answers: &[usize]| {
            let some: Vec<Asked> = answers.iter().map(|a| asked[*a].clone()).collect();
            contradiction(&answered(4, &some), &SIDES)
        };
        let Some(set) = contradiction(&answered(4, &asked), &SIDES).unwrap() else { return Ok(()) };
        prop_assert!(set.is_sorted() && !set.is_empty());
        prop_assert_eq!(contradicting(&set).unwrap().map(|all| all.len()), Some(set.len()));
        for (i, _) in set.iter().enumerate() {
            let mut without = set.clone();
            without.remove(i);
            if !without.is_empty() {
                prop_assert_eq!(contradicting(&without), Ok(None));
            }
        }
    }

    /// The definition: the last answer named is the first with which those up to it contradict each other, the one
    /// before it the first with which those up to it and the last do, and so on.
    #[test]
    fn the_contradiction_that_was_there_first_is_named(seed in any::<u64>(), count in 2..24_usize) {
        let mut dice = Dice(seed);
        let asked = simulated(&mut dice, &beta([0.6, 0.4, 0.3, 0.7], 1.0, 0.03), count);
        let disagree = |end: usize, found: &[usize]| {
            let some = (0..count).filter(|a| *a < end || found.contains(a)).map(|a| asked[a].clone());
            let some: Vec<Asked> = some.collect();
            !some.is_empty() && contradiction(&answered(4, &some), &SIDES).unwrap().is_some()
        };
        let mut found: Vec<usize> = Vec::new();
        if disagree(count, &[]) {
            while !disagree(0, &found) {
                found.push((0..count).find(|last| disagree(last + 1, &found)).unwrap());
            }
        }
        found.reverse();
        let named = contradiction(&answered(4, &asked), &SIDES).unwrap();
        prop_assert_eq!(named, Some(found.clone()).filter(|set| !set.is_empty()));

        // Nothing given later changes it, nor the loss of an answer that it does not name.
        let Some(&last) = found.last() else { return Ok(()) };
        let up_to = answered(4, &asked[..=last]);
        prop_assert_eq!(contradiction(&up_to, &SIDES).unwrap(), Some(found.clone()));
        prop_assert_eq!(contradiction_after(&up_to, &SIDES, last).unwrap(), Some(found.clone()));
        for gone in (0..count).filter(|gone| !found.contains(gone)) {
            let mut left = asked.clone();
            left.remove(gone);
            let places: Vec<usize> = found.iter().map(|a| a - usize::from(*a > gone)).collect();
            prop_assert_eq!(contradiction(&answered(4, &left), &SIDES).unwrap(), Some(places));
        }
    }

    #[test]
    fn what_two_lists_of_answers_share_is_told(seed in any::<u64>(), count in 1..12_usize) {
        let mut dice = Dice(seed);
        let asked = simulated(&mut dice, &[0.05, -0.05], count);
        let all = answered(2, &asked);
        for gone in 0..count {
            let mut left = asked.clone();
            left.remove(gone);
            let without = answered(2, &left);
            prop_assert_eq!((all.shared(&without), without.shared(&all)), (gone, gone));
            prop_assert!(all.is_without(gone, &without) && !without.is_without(gone, &all));
            prop_assert!((0..count).all(|other| other == gone || !all.is_without(other, &without)));
            let mut changed = asked.clone();
            changed[gone].alternatives.reverse();
            changed[gone].taken = changed[gone].alternatives.len() - 1 - changed[gone].taken;
            let changed = answered(2, &changed);
            // The order of two others is not what was answered.
            prop_assert_eq!(all.shared(&changed), if changed == all { count } else { gone });
        }
        prop_assert_eq!(all.shared(&all), count);
    }
}

#[test]
fn contradicting_answers_are_named() {
    let pair = |one: [f64; 2], other: [f64; 2]| Asked { alternatives: vec![one.to_vec(), other.to_vec()], taken: 0 };
    let sides = [Side::Value, Side::Cost];
    // More value for more cost; less value for less cost at the same rate; and one that says nothing new.
    let asked = [
        pair([80.0, 10.0], [20.0, 10.0]),
        pair([60.0, 50.0], [50.0, 20.0]),
        pair([10.0, 10.0], [70.0, 30.0]),
        pair([30.0, 30.0], [30.0, 30.0]),
    ];
    assert_eq!(contradiction(&answered(2, &asked), &sides), Ok(Some(vec![1, 2])));
    assert_eq!(contradiction(&answered(2, &asked[..2]), &sides), Ok(None));
    // Worse in everything: a contradiction by itself.
    let worse = [asked[0].clone(), pair([10.0, 90.0], [20.0, 80.0])];
    assert_eq!(contradiction(&answered(2, &worse), &sides), Ok(Some(vec![1])));
    // Cyclic rankings.
    let mut rankings = Choices::new(2);
    let offers = [[10.0, 0.0], [0.0, 10.0], [6.0, 6.0]];
    rankings.push_ranking(&offers, &[0, 2, 1]).unwrap();
    rankings.push_ranking(&offers, &[1, 2, 0]).unwrap();
    assert_eq!(contradiction(&rankings, &[Side::Value; 2]), Ok(Some(vec![0, 1])));
}

// ---- Bad input --------------------------------------------------------------------------------------------------

#[test]
fn answers_that_cannot_be_are_refused() {
    let none = Choices::new(4);
    assert_eq!(conditional_logit(&none), Err(ChoiceError::NoAnswers));
    assert_eq!(weights_from_choices(&none, &SIDES, &Penalty::default()), Err(ChoiceError::NoAnswers));
    assert_eq!(contradiction(&none, &SIDES), Err(ChoiceError::NoAnswers));
    assert!(ChoiceError::NoAnswers.to_string().contains("choose at least once"));
    assert_eq!(conditional_logit(&Choices::new(0)), Err(ChoiceError::NoAttributes));
    assert_eq!(contradiction(&Choices::new(0), &[]), Err(ChoiceError::NoAttributes));
    assert_eq!(ChoiceWeights::before_answers(&[], &Penalty::default()), Err(ChoiceError::NoAttributes));

    let mut choices = Choices::new(2);
    let no_number = ChoiceError::NotANumber { alternative: 1, attribute: 0 };
    assert_eq!(choices.push(&[[1.0, 2.0], [f64::NAN, 1.0]], 0), Err(no_number));
    assert_eq!(choices.push(&[[1.0, 2.0]], 0), Err(ChoiceError::TooFew));
    assert_eq!(choices.push(&[vec![1.0, 2.0], vec![1.0]], 0), Err(ChoiceError::WrongCount { expected: 2, found: 1 }));
    let missing = |alternative| Err(ChoiceError::NoSuchAlternative { alternative });
    assert_eq!(choices.push(&[[1.0, 2.0], [2.0, 1.0]], 2), missing(2));
    assert_eq!(choices.push_ranking(&[[1.0, 2.0], [2.0, 1.0]], &[1, 1]), missing(1));
    assert_eq!(choices.push_ranking(&[[1.0, 2.0], [2.0, 1.0]], &[3]), missing(3));
    assert_eq!(choices.push_ranking(&[[1.0, 2.0], [2.0, 1.0]], &[]), Err(ChoiceError::TooFew));
    let constant = ChoiceError::NoSuchConstant { constant: 1, constants: 0 };
    assert_eq!(choices.push_with_constants(&[[1.0, 2.0], [2.0, 1.0]], &[0, 1], 0), Err(constant));
    // Nothing of this was taken in.
    assert_eq!(choices, Choices::new(2));

    choices.push(&[[1.0, 2.0], [2.0, 1.0]], 0).unwrap();
    let one_side = [Side::Value];
    let wrong = ChoiceError::WrongCount { expected: 2, found: 1 };
    assert_eq!(weights_from_choices(&choices, &one_side, &Penalty::default()), Err(wrong));
    let penalty = Penalty { strength: 0.0, ..Penalty::default() };
    assert_eq!(weights_from_choices(&choices, &SIDES[1..3], &penalty), Err(ChoiceError::Penalty));
    // The second attribute is 3 less the first.
    assert_eq!(conditional_logit(&choices), Err(ChoiceError::NotIdentified { column: 1 }));
}

#[test]
fn numbers_far_from_points_do_no_harm() {
    let mut choices = Choices::new(2);
    choices.push(&[[1e12, 0.0], [0.0, 1e-12]], 0).unwrap();
    choices.push(&[[0.0, 1.0], [1e12, 0.0]], 0).unwrap();
    let found = weights_from_choices(&choices, &[Side::Value; 2], &Penalty::default()).unwrap();
    check_weights(&found, &[Side::Value; 2]);
    assert!(found.coefficients.iter().all(|b| b.is_finite()));
    assert!(conditional_logit(&choices).unwrap().coefficients.iter().all(|b| b.is_finite()));
}
