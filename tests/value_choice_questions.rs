//! Questions to choose from, in levels that the scales have.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::examples;
use worthwhile::model::{Account, Alternative, ChoiceAnswer, Comparison, CriterionId, IdSource, Leaf, Level, Side};
use worthwhile::value::elicit::choices::{ChoiceWeights, Penalty, weights_from_choices};
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
