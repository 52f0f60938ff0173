//! Laws of the one door from answers to weights, over random comparisons and random answers.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use support::{comparisons, config};
use worthwhile::model::{
    Account, Answers, Comparison, Ground, Item, Judgement, Method, RankMethod, Scope, Segment, SwingAnswer,
};
use worthwhile::value::elicit::{
    Reason, WeighError, Weighing, current_span, explain, is_money, money_worths, weigh, whole_levels,
};

/// Sums of a hundred shares, and quotients of them.
const EXACT: f64 = 1e-9;

/// Methods with answers for items, which can be drawn without a model of a buyer.
const DRAWN: [Method; 5] = [Method::Points, Method::Swing, Method::RankOrder, Method::Pairwise, Method::Money];

/// Answers about every item, some of them 0 where that is an answer.
fn answers(dice: &mut Dice, comparison: &Comparison, segment: &Segment, items: &[Item], method: Method) -> Answers {
    let worth = |dice: &mut Dice| if dice.chance(0.2) { 0.0 } else { dice.between(0.0, 100.0) };
    let swings = |dice: &mut Dice, items: &[Item]| -> Vec<SwingAnswer> {
        let swing = |item: &Item| {
            let leaf = if let Item::Leaf(leaf) = item { Some(*leaf) } else { None };
            let levels = leaf.filter(|_| dice.chance(0.5)).and_then(|leaf| whole_levels(comparison, leaf));
            let span = current_span(comparison, segment, *item, levels);
            SwingAnswer { item: *item, levels, span, worth: worth(dice) }
        };
        items.iter().map(swing).collect()
    };
    match method {
        Method::Points => Answers::Points { points: items.iter().map(|i| (*i, dice.between(0.0, 100.0))).collect() },
        Method::RankOrder => {
            let places = items.iter().map(|i| (*i, u32::try_from(dice.below(4)).unwrap())).collect();
            Answers::RankOrder { formula: *dice.pick(&RankMethod::ALL), places }
        }
        Method::Pairwise => {
            let ratio = |dice: &mut Dice| {
                let strength = dice.between(1.0, 9.0).round();
                if dice.chance(0.5) { strength } else { 1.0 / strength }
            };
            let mut judgements = Vec::new();
            for (i, row) in items.iter().enumerate() {
                for column in &items[i + 1..] {
                    judgements.push(Judgement { row: *row, column: *column, ratio: ratio(dice) });
                }
            }
            Answers::Pairwise { judgements, random_index: Vec::new() }
        }
        Method::Money => {
            let asked: Vec<Item> = items.iter().copied().filter(|i| !is_money(comparison, *i)).collect();
            Answers::Money { swings: swings(dice, &asked), at: dice.chance(0.3).then_some(300_000) }
        }
        Method::Swing | Method::Choices => Answers::Swing { swings: swings(dice, items) },
    }
}

/// Every scope with every drawn method that suits it.
fn questions() -> impl Iterator<Item = (Scope, Method)> {
    Scope::all().flat_map(|scope| DRAWN.into_iter().filter(move |m| m.suits(scope)).map(move |m| (scope, m)))
}

fn shuffled(dice: &mut Dice, answers: &Answers) -> Answers {
    let mut answers = answers.clone();
    match &mut answers {
        Answers::Points { points } => dice.shuffle(points),
        Answers::Swing { swings } | Answers::Money { swings, .. } => dice.shuffle(swings),
        Answers::RankOrder { places, .. } => dice.shuffle(places),
        Answers::Pairwise { judgements, .. } => dice.shuffle(judgements),
        Answers::Choices { choices } => dice.shuffle(choices),
    }
    answers
}

/// What a method may say instead of weights of sound and complete answers.
fn is_sound_refusal(error: &WeighError) -> bool {
    matches!(
        error,
        WeighError::NoItems
            | WeighError::NoMoney
            | WeighError::FlatMoney
            | WeighError::CostEmphasis
            | WeighError::Elicit(_)
    )
}

fn check(found: &Weighing) -> Result<(), TestCaseError> {
    let sum: f64 = found.weights.iter().sum();
    prop_assert!((sum - 1.0).abs() < EXACT, "{:?}", found.weights);
    prop_assert!(found.weights.iter().all(|w| *w >= 0.0));
    for (set, shares) in &found.given.sets {
        let sum: f64 = shares.iter().map(|(_, s)| s.share).sum();
        prop_assert!((sum - 1.0).abs() < EXACT, "{set:?}: {shares:?}");
        prop_assert!(shares.iter().all(|(_, s)| s.share >= 0.0));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn every_method_gives_weights_that_sum_to_one_in_any_order((comparison, mut dice) in comparisons(Account::Points, 0..=4, 0.1)) {
        let segment = dice.pick(&comparison.segments).clone();
        for (scope, method) in questions() {
            let items = Ground::of(&comparison).items(scope);
            let said = answers(&mut dice, &comparison, &segment, &items, method);
            prop_assert_eq!(said.check(scope, &Ground::of(&comparison)), Ok(()));
            let found = weigh(&comparison, &segment, scope, &said);
            let again = weigh(&comparison, &segment, scope, &shuffled(&mut dice, &said));
            match (&found, &again) {
                (Ok(found), Ok(again)) => {
                    check(found)?;
                    for (a, b) in found.weights.iter().zip(&again.weights) {
                        prop_assert!((a - b).abs() < EXACT, "{method:?}: {:?} {:?}", found.weights, again.weights);
                    }
                }
                (Err(error), Err(_)) => prop_assert!(is_sound_refusal(error), "{scope:?} {method:?}: {error:?}"),
                _ => prop_assert!(false, "{scope:?} {method:?}: {found:?} against {again:?}"),
            }
        }
    }

    #[test]
    fn the_working_told_is_the_working_done((comparison, mut dice) in comparisons(Account::Points, 0..=2, 0.1)) {
        let segment = comparison.segments[0].clone();
        for (scope, method) in questions() {
            let items = Ground::of(&comparison).items(scope);
            let said = answers(&mut dice, &comparison, &segment, &items, method);
            let Ok(found) = weigh(&comparison, &segment, scope, &said) else { continue };
            let told = explain(&comparison, scope, &said, &found);
            prop_assert_eq!(told.items.len(), items.len());
            for (item, reason, weight) in &told.items {
                let by_hand = match reason {
                    Reason::Points { points, total } => points / total,
                    Reason::Swing { worth, span, total, .. } => worth / span / total,
                    Reason::Rank { .. } | Reason::Row { .. } | Reason::Coefficient { .. } => *weight,
                };
                prop_assert!((by_hand - weight).abs() < EXACT, "{item:?}: {reason:?} gives {weight}");
            }
            if let Some([value, cost]) = told.emphasis {
                let emphasis = found.given.cost_emphasis.unwrap();
                prop_assert!((cost / value - emphasis).abs() < EXACT * emphasis.max(1.0));
            }
        }
    }

    #[test]
    fn what_swings_are_worth_in_money_gives_the_weights_back((comparison, _) in comparisons(Account::Points, 0..=2, 0.0)) {
        let mut comparison = comparison;
        let segment = comparison.segments[0].clone();
        let items = Ground::of(&comparison).items(Scope::Both);
        let Some(worths) = money_worths(&comparison, &segment, &items, None) else { return Ok(()) };
        let swing = |(item, worth): (&Item, &f64)| {
            let span = current_span(&comparison, &segment, *item, None);
            (!is_money(&comparison, *item)).then_some(SwingAnswer { item: *item, levels: None, span, worth: *worth })
        };
        let swings: Vec<SwingAnswer> = items.iter().zip(&worths.swings).filter_map(swing).collect();
        prop_assume!(swings.iter().all(|s| s.span > 1e-6));
        let found = weigh(&comparison, &segment, Scope::Both, &Answers::Money { swings, at: None });
        let Ok(found) = found else { return Ok(()) };
        let before = segment.clone();
        let after = &mut comparison.segments[0];
        for (_, shares) in &found.given.sets {
            for (member, share) in shares {
                after.weights.put(*member, *share);
            }
        }
        for (member, share) in found.given.sets.iter().flat_map(|(_, shares)| shares) {
            let was = before.weights.member(*member).share;
            prop_assert!((share.share - was).abs() < 1e-6, "{member:?}: {} was {was}", share.share);
        }
        if let Some(emphasis) = found.given.cost_emphasis {
            prop_assert!((emphasis - before.cost_emphasis).abs() < 1e-6 * before.cost_emphasis.max(1.0));
        }
    }

    #[test]
    fn a_money_account_has_nothing_to_weigh((comparison, mut dice) in comparisons(Account::Money, 0..=2, 0.0)) {
        let segment = comparison.segments[0].clone();
        let items = Ground::of(&comparison).items(Scope::Both);
        let said = answers(&mut dice, &comparison, &segment, &items, Method::Points);
        prop_assert_eq!(weigh(&comparison, &segment, Scope::Both, &said), Err(WeighError::MoneyAccount));
        prop_assert_eq!(money_worths(&comparison, &segment, &items, None), None);
    }
}
