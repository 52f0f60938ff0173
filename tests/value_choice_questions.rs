//! Questions to choose from, in levels that the scales have.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::examples;
use worthwhile::model::{
    Account, Alternative, ChoiceAnswer, Comparison, CriterionId, IdSource, Leaf, Level, Paid, Scale, Side,
};
use worthwhile::value::elicit::choices::{
    ChoiceError, ChoiceWeights, Foreseen, Penalty, foreseen, weights_from_choices,
};
use worthwhile::value::elicit::choices_of;
use worthwhile::value::elicit::questions::{
    ChoiceQuestion, Pairs, all_offers, ladder, made_up_pairs, nearest, offer_pairs, usual_levels,
};

/// Points of a level, twice computed the same way.
const SAME: f64 = 1e-9;

fn example(key: &str) -> Comparison {
    let example = examples::find(key).unwrap();
    examples::load(example, &mut IdSource::starting_at(1)).unwrap().remove(0)
}

fn questions(pairs: &Pairs) -> impl Iterator<Item = ChoiceQuestion> + '_ {
    (0..pairs.len()).map(|i| pairs.question(i).unwrap())
}

fn taken(question: &ChoiceQuestion, place: usize) -> ChoiceAnswer {
    ChoiceAnswer { alternatives: question.alternatives.clone(), order: vec![place] }
}

fn named(comparison: &Comparison, name: &str) -> CriterionId {
    comparison.criteria.iter().find(|c| c.name.get(worthwhile::model::Lang::En) == name).unwrap().id
}

fn differing(one: &Alternative, other: &Alternative) -> Vec<CriterionId> {
    let keys = one.levels.keys().chain(other.levels.keys());
    let mut ids: Vec<CriterionId> = keys.filter(|id| one.levels.get(id) != other.levels.get(id)).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

proptest! {
    #![proptest_config(support::config(60))]

    #[test]
    fn made_up_pairs_trade_two_criteria_on_real_levels((comparison, _) in support::comparisons(Account::Points, 0..=4, 0.2)) {
        let pairs = made_up_pairs(&comparison);
        for question in questions(&pairs) {
            let [one, other] = question.alternatives.as_slice() else { panic!("a pair") };
            prop_assert_eq!(differing(one, other).len(), 2);
            for (id, level) in one.levels.iter().chain(&other.levels) {
                let criterion = comparison.criterion(*id).unwrap();
                prop_assert_eq!(level.check(&criterion.scale), Ok(()));
            }
            prop_assert_eq!(one.levels.len(), comparison.criteria.len(), "all of an offer is told");
            // Each is better on one of them, by the points that the answer will be worked out with.
            let answer = taken(&question, 0);
            let set = choices_of(&comparison, &[answer]).unwrap();
            let leads: Vec<f64> = (0..set.leaves.len())
                .map(|i| {
                    let lead = question.points[0][i] - question.points[1][i];
                    if set.sides[i] == Side::Value { lead } else { -lead }
                })
                .filter(|lead| lead.abs() > 0.0)
                .collect();
            prop_assert!(leads.len() == 2 && leads[0] * leads[1] < 0.0, "{:?}", leads);
            let mut again = worthwhile::value::elicit::choices::Choices::new(set.leaves.len());
            again.push(&question.points, 0).unwrap();
            prop_assert_eq!(&again, &set.choices);
        }
    }

    #[test]
    fn a_level_near_wanted_points_is_found((comparison, mut dice) in support::comparisons(Account::Points, 0..=4, 0.2)) {
        let usual = usual_levels(&comparison);
        for leaf in comparison.leaves().concat() {
            let rungs = ladder(&comparison, leaf, &usual);
            prop_assert!(rungs.windows(2).all(|pair| pair[0].points < pair[1].points));
            let wanted = dice.between(0.0, 100.0);
            let found = nearest(&rungs, wanted).unwrap();
            prop_assert!(rungs.iter().all(|r| (r.points - wanted).abs() >= (found.points - wanted).abs() - SAME));
        }
    }
}

#[test]
fn levels_of_the_televisions_are_what_people_say() {
    let comparison = example("televisions");
    let usual = usual_levels(&comparison);
    let levels = |name: &str| -> Vec<Level> {
        let rungs = ladder(&comparison, Leaf::Criterion(named(&comparison, name)), &usual);
        rungs.iter().map(|r| r.level).collect()
    };
    let years: Vec<Level> = (0..=6).map(|years| Level::Number(f64::from(years))).collect();
    assert_eq!(levels("Warranty"), years);
    let money: Vec<f64> = ladder(&comparison, Leaf::Ownership, &usual)
        .iter()
        .map(|r| match r.level {
            Level::Money(minor) => comparison.header.currency.units(f64::from(i32::try_from(minor).unwrap())),
            _ => f64::NAN,
        })
        .collect();
    // From 2,000 to 5,000 yuan by the hundred.
    let hundreds: Vec<f64> = (20..=50).map(|hundred| f64::from(hundred) * 100.0).collect();
    assert_eq!(money, hundreds);
}

#[test]
fn money_is_asked_for_as_a_price_with_which_the_total_cost_is_in_range() {
    let mut comparison = example("tv-stores");
    let usual = usual_levels(&comparison);
    let [price, fare] = ["Price", "Fare there and back"].map(|name| named(&comparison, name));
    let Some(Level::Money(paid)) = usual.get(&fare).copied() else { panic!("a usual fare") };
    let fares: Vec<Level> = comparison.offers.iter().map(|o| o.levels[&fare]).collect();
    assert!(fares.contains(&Level::Money(paid)), "one that is paid");
    let check = |comparison: &Comparison| {
        let usual = usual_levels(comparison);
        let rungs = ladder(comparison, Leaf::Ownership, &usual);
        assert!(rungs.len() > 10 && rungs.iter().all(|r| r.criterion == price), "{rungs:?}");
        assert!(rungs[0].points >= -SAME && rungs[rungs.len() - 1].points <= 100.0 + SAME, "{rungs:?}");
    };
    check(&comparison);
    // A price paid yearly, discounted; and one that is not marked.
    comparison.header.ownership.years = 4;
    comparison.header.ownership.rate = 0.1;
    let criterion = comparison.criteria.iter_mut().find(|c| c.id == price).unwrap();
    criterion.scale = Scale::Money { paid: Paid::Yearly };
    check(&comparison);
    comparison.header.price = None;
    let rungs = ladder(&comparison, Leaf::Ownership, &usual_levels(&comparison));
    assert!(rungs.iter().all(|r| r.criterion == fare), "what is paid once comes before what is paid yearly");
}

#[test]
fn offers_with_a_gap_that_others_have_not_are_left_out() {
    let mut comparison = example("televisions");
    assert_eq!((all_offers(&comparison).unwrap().points.len(), offer_pairs(&comparison).len()), (4, 6));
    let warranty = named(&comparison, "Warranty");
    comparison.offers[1].levels.remove(&warranty);
    let question = all_offers(&comparison).unwrap();
    assert_eq!((question.points.len(), offer_pairs(&comparison).len()), (3, 3));
    assert!(choices_of(&comparison, &[taken(&question, 2)]).is_ok());
    // What nobody has sets nobody apart.
    for offer in &mut comparison.offers {
        offer.levels.remove(&warranty);
    }
    let question = all_offers(&comparison).unwrap();
    assert_eq!(question.points.len(), 4);
    assert!(choices_of(&comparison, &[taken(&question, 0)]).is_ok());
    comparison.offers.truncate(1);
    assert_eq!((all_offers(&comparison), offer_pairs(&comparison).is_empty()), (None, true));
    // Without offers pairs can still be made up; without criteria nothing can.
    comparison.offers.clear();
    assert!(!made_up_pairs(&comparison).is_empty());
    comparison.criteria.clear();
    assert!(made_up_pairs(&comparison).is_empty() && usual_levels(&comparison).is_empty());
}

/// Answers of somebody with these β to questions drawn from `pairs`.
fn simulated(dice: &mut Dice, pairs: &Pairs, beta: &[f64], count: usize) -> Vec<ChoiceAnswer> {
    let answer = |dice: &mut Dice| {
        let question = pairs.question(dice.below(pairs.len())).unwrap();
        let worth = |x: &Vec<f64>| x.iter().zip(beta).map(|(x, b)| x * b).sum::<f64>();
        let lead = worth(&question.points[1]) - worth(&question.points[0]);
        let second = dice.unit() < 1.0 / (1.0 + (-lead).exp());
        taken(&question, usize::from(second))
    };
    (0..count).map(|_| answer(dice)).collect()
}

#[test]
fn choices_between_real_levels_find_the_weights() {
    let comparison = example("coffee");
    let pairs = made_up_pairs(&comparison);
    let set = choices_of(&comparison, &[]).unwrap();
    // Weights 1, 2, 3, … of the leaves of a side, λ = 1.2, μ = 0.12.
    let share = |side: Side, i: usize| {
        let before = set.sides[..i].iter().filter(|s| **s == side).count();
        let all = set.sides.iter().filter(|s| **s == side).count();
        f64::from(u32::try_from(before + 1).unwrap()) / f64::from(u32::try_from(all * (all + 1) / 2).unwrap())
    };
    let weights: Vec<f64> = (0..set.sides.len()).map(|i| share(set.sides[i], i)).collect();
    let (emphasis, sharpness) = (1.2, 0.12);
    let sign = |side: Side| if side == Side::Value { 1.0 } else { -emphasis };
    let beta: Vec<f64> = weights.iter().zip(&set.sides).map(|(w, side)| sharpness * sign(*side) * w).collect();
    let mut covered = vec![0; weights.len() + 2];
    for seed in 0..100 {
        let answers = simulated(&mut Dice(seed * 7919 + 1), &pairs, &beta, 200);
        let set = choices_of(&comparison, &answers).unwrap();
        let found = weights_from_choices(&set.choices, &set.sides, &Penalty::default()).unwrap();
        let estimates = found.weights.iter().chain(&found.cost_emphasis).chain([&found.sharpness]);
        let truth = weights.iter().copied().chain([emphasis, sharpness]);
        for ((estimate, truth), covered) in estimates.zip(truth).zip(&mut covered) {
            *covered += i32::from(estimate.low <= truth && truth <= estimate.high);
        }
    }
    assert!(covered.iter().all(|sets| *sets >= 80), "{covered:?} of 100");
}

#[test]
fn answers_are_foreseen_by_those_before_them_alone() {
    let comparison = example("coffee");
    let pairs = made_up_pairs(&comparison);
    let set = choices_of(&comparison, &[]).unwrap();
    let beta: Vec<f64> = set.sides.iter().map(|s| if *s == Side::Value { 0.04 } else { -0.04 }).collect();
    let answers = simulated(&mut Dice(4), &pairs, &beta, 30);
    let set = choices_of(&comparison, &answers).unwrap();
    let penalty = Penalty::default();
    let told = (0..30).map(|i| foreseen(&set.choices, &set.sides, &penalty, i).unwrap());
    let told: Vec<Foreseen> = told.collect();
    for foreseen in &told {
        let i = foreseen.answer;
        let known = if i == 0 {
            ChoiceWeights::before_answers(&set.sides, &penalty).unwrap()
        } else {
            let before = choices_of(&comparison, &answers[..i]).unwrap();
            weights_from_choices(&before.choices, &set.sides, &penalty).unwrap()
        };
        let question = ChoiceQuestion { alternatives: answers[i].alternatives.clone(), points: Vec::new() };
        let points = (0..pairs.len()).map(|p| pairs.question(p).unwrap()).find(|q| q.is_about(&question.alternatives));
        let share = known.predict(&points.unwrap().points)[answers[i].order[0]];
        assert!((share - foreseen.share).abs() < SAME, "{share} {foreseen:?}");
        let expected = ((share - 0.5).abs() > SAME).then_some(share > 0.5);
        assert_eq!(foreseen.is_hit, expected);
    }
    assert_eq!(foreseen(&set.choices, &set.sides, &penalty, 30), Err(ChoiceError::NoAnswers));
    let hits = told.iter().filter(|f| f.is_hit == Some(true)).count();
    assert!(hits > 18, "better than by chance: {hits} of 30");
}

#[test]
fn the_next_pair_tells_something_and_is_open() {
    let comparison = example("televisions");
    let sides = choices_of(&comparison, &[]).unwrap().sides;
    let known = ChoiceWeights::before_answers(&sides, &Penalty::default()).unwrap();
    let pairs = made_up_pairs(&comparison);
    let first = pairs.next(&known, |_| true).unwrap();
    let second = pairs.next(&known, |question| !question.is_about(&first.alternatives)).unwrap();
    assert_ne!(first, second);
    assert_eq!(pairs.next(&known, |_| false), None);
    let mut turned = first.alternatives.clone();
    turned.reverse();
    assert!(first.is_about(&turned), "either order");
    // All the same tells nothing.
    let same = example("tv-same");
    let sides = choices_of(&same, &[]).unwrap().sides;
    let known = ChoiceWeights::before_answers(&sides, &Penalty::default()).unwrap();
    assert_eq!(offer_pairs(&same).next(&known, |_| true), None);
}
