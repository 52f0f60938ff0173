//! Pairs of a comparison: from judgements that are kept to weights and λ, and which pair to ask about next.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::model::{Account, Answers, Comparison, Dimension, Ground, Item, Judgement, Scope, Segment, Side};
use worthwhile::value::elicit::pairwise::{Judgements, RandomIndex, SAATY_1980, SAATY_2005};
use worthwhile::value::elicit::{Details, WeighError, Weighing, weigh};

/// Rounding of an eigenvector where judgements are missing.
const EIGEN: f64 = 1e-9;

fn answers(judgements: Vec<Judgement>) -> Answers {
    Answers::Pairwise { judgements, random_index: Vec::new() }
}

fn weighed(comparison: &Comparison, scope: Scope, judgements: Vec<Judgement>) -> Result<Weighing, WeighError> {
    let segment: &Segment = comparison.everyone().unwrap();
    weigh(comparison, segment, scope, &answers(judgements))
}

/// What `worths` say of every pair, in any order, either item first.
fn judged(dice: &mut Dice, items: &[Item], worths: &[f64], wobble: f64) -> Vec<Judgement> {
    let mut judgements = Vec::new();
    for row in 0..items.len() {
        for column in row + 1..items.len() {
            let ratio = worths[row] / worths[column] * dice.between(-wobble, wobble).exp();
            judgements.push(if dice.chance(0.5) {
                Judgement { row: items[row], column: items[column], ratio }
            } else {
                Judgement { row: items[column], column: items[row], ratio: 1.0 / ratio }
            });
        }
    }
    dice.shuffle(&mut judgements);
    judgements
}

/// A scope with something to weigh, its items, and a worth of each.
fn task(comparison: &Comparison, dice: &mut Dice) -> Option<(Scope, Vec<Item>, Vec<f64>)> {
    let ground = Ground::of(comparison);
    let scopes: Vec<Scope> = Scope::all().filter(|scope| ground.items(*scope).len() > 1).collect();
    let scope = *scopes.get(dice.below(scopes.len().max(1)))?;
    let items = ground.items(scope);
    let worths: Vec<f64> = items.iter().map(|_| dice.between(0.05, 1.0)).collect();
    Some((scope, items, worths))
}

fn side_of(comparison: &Comparison, item: Item) -> Side {
    match item {
        Item::Side(side) => side,
        Item::Dimension(dimension) => dimension.side(),
        Item::Leaf(leaf) => {
            let of = |d: &Dimension| comparison.leaves_of(*d).contains(&leaf);
            Dimension::ALL.into_iter().find(of).unwrap().side()
        }
    }
}

#[track_caller]
fn near(found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    let is_near = found.iter().zip(expected).all(|(f, e)| (f - e).abs() <= tolerance);
    assert!(is_near, "{found:?} instead of {expected:?}");
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn consistent_judgements_give_the_exact_ratios(
        (comparison, mut dice) in support::comparisons(Account::Points, 0..=2, 0.0),
    ) {
        let Some((scope, items, worths)) = task(&comparison, &mut dice) else { return Ok(()) };
        let mut judgements = judged(&mut dice, &items, &worths, 0.0);
        // Without some of them, as long as all items stay linked.
        for _ in 0..dice.below(judgements.len()) {
            let gone = judgements.remove(dice.below(judgements.len()));
            if weighed(&comparison, scope, judgements.clone()).is_err() {
                judgements.push(gone);
            }
        }
        let found = weighed(&comparison, scope, judgements.clone());
        let total: f64 = worths.iter().sum();
        let shares: Vec<f64> = worths.iter().map(|w| w / total).collect();
        let found = found.unwrap();
        prop_assert_eq!(&found.items, &items);
        near(&found.weights, &shares, EIGEN);
        let Details::Pairwise { weighed, misfit } = &found.details else { panic!("{:?}", found.details) };
        prop_assert_eq!(weighed.consistency_ratio.is_none(), items.len() <= 2);
        prop_assert!(weighed.consistency_ratio.unwrap_or(0.0) <= EIGEN && misfit.is_none());
        let all = items.len() * (items.len() - 1) / 2;
        prop_assert_eq!(weighed.is_approximate, judgements.len() < all);
        // λ is what the cost side weighs against the value side.
        let sum = |side| items.iter().zip(&worths).filter(|(i, _)| side_of(&comparison, **i) == side).map(|(_, w)| w).sum();
        let [value, cost]: [f64; 2] = Side::ALL.map(sum);
        match found.given.cost_emphasis {
            Some(emphasis) => prop_assert!((emphasis - cost / value).abs() <= EIGEN * emphasis.max(1.0)),
            None => prop_assert!(!scope.gives_cost_emphasis() || value <= 0.0 || cost <= 0.0),
        }
        for (_, members) in &found.given.sets {
            let sum: f64 = members.iter().map(|(_, share)| share.share).sum();
            prop_assert!((sum - 1.0).abs() <= EIGEN && members.iter().all(|(_, share)| share.share >= 0.0));
        }
    }

    #[test]
    fn the_order_of_questions_is_irrelevant(
        (comparison, mut dice) in support::comparisons(Account::Points, 0..=2, 0.0),
    ) {
        let Some((scope, items, worths)) = task(&comparison, &mut dice) else { return Ok(()) };
        let one = judged(&mut dice, &items, &worths, 0.8);
        let mut other = one.clone();
        dice.shuffle(&mut other);
        for judgement in &mut other {
            if dice.chance(0.5) {
                let Judgement { row, column, ratio } = *judgement;
                *judgement = Judgement { row: column, column: row, ratio: 1.0 / ratio };
            }
        }
        let [one, other] = [one, other].map(|judgements| weighed(&comparison, scope, judgements).unwrap());
        near(&one.weights, &other.weights, EIGEN);
        let ratio = |found: &Weighing| match &found.details {
            Details::Pairwise { weighed, .. } => weighed.consistency_ratio,
            details => panic!("{details:?}"),
        };
        prop_assert_eq!(ratio(&one).is_some(), ratio(&other).is_some());
        prop_assert!((ratio(&one).unwrap_or(0.0) - ratio(&other).unwrap_or(0.0)).abs() <= EIGEN);
    }

    #[test]
    fn each_pair_is_asked_once_and_weights_follow_as_early_as_they_can(items in 1_usize..=12, seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut judgements = Judgements::none(items).unwrap();
        let index = RandomIndex::default();
        for asked in 0..items * (items - 1) / 2 {
            prop_assert_eq!(judgements.weigh(&index).is_ok(), asked + 1 >= items, "after {} answers", asked);
            let (row, column) = judgements.ask_next(&[]).unwrap();
            prop_assert!(row < column && column < items && judgements.get(row, column).is_none());
            judgements.set(row, column, Some(dice.between(0.2, 5.0))).unwrap();
        }
        prop_assert_eq!(judgements.ask_next(&[]), None);
    }

    #[test]
    fn the_pair_asked_next_makes_the_others_known_best(items in 3_usize..=7, seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut judgements = Judgements::none(items).unwrap();
        let pairs: Vec<(usize, usize)> =
            (0..items).flat_map(|row| (row + 1..items).map(move |column| (row, column))).collect();
        for _ in 0..items + dice.below(3) {
            let (row, column) = *dice.pick(&pairs);
            judgements.set(row, column, Some(1.0)).unwrap();
        }
        let open: Vec<(usize, usize)> = pairs.into_iter().filter(|(i, j)| judgements.get(*i, *j).is_none()).collect();
        let aside: Vec<(usize, usize)> = open.iter().copied().filter(|_| dice.chance(0.2)).collect();
        let Some((row, column)) = judgements.ask_next(&aside) else {
            prop_assert_eq!(open.len(), aside.len());
            return Ok(());
        };
        prop_assert!(open.contains(&(row, column)) && !aside.contains(&(row, column)));
        let with = |(row, column): (usize, usize)| {
            let mut more = judgements.clone();
            more.set(row, column, Some(1.0)).unwrap();
            spanning_trees(&more)
        };
        // What is known of linked items grows with the number of ways in which judgements link them all.
        if spanning_trees(&judgements) > 0.5 {
            let best = open.iter().filter(|pair| !aside.contains(pair)).map(|pair| with(*pair)).fold(0.0, f64::max);
            prop_assert!(with((row, column)) >= best * (1.0 - EIGEN));
        }
    }
}

/// Kirchhoff's theorem: a determinant of the Laplacian without its first row and column.
fn spanning_trees(judgements: &Judgements) -> f64 {
    let n = judgements.items();
    let linked = |i: usize, j: usize| f64::from(u8::from(i != j && judgements.get(i, j).is_some()));
    let entry = |i: usize, j: usize| if i == j { (0..n).map(|k| linked(i, k)).sum() } else { -linked(i, j) };
    let mut rows: Vec<Vec<f64>> = (1..n).map(|i| (1..n).map(|j| entry(i, j)).collect()).collect();
    let mut determinant = 1.0;
    for k in 0..rows.len() {
        let pivot = rows[k][k];
        if pivot < 1e-9 {
            return 0.0;
        }
        determinant *= pivot;
        for i in k + 1..rows.len() {
            let factor = rows[i][k] / pivot;
            let above = rows[k].clone();
            rows[i].iter_mut().zip(above).for_each(|(x, a)| *x -= factor * a);
        }
    }
    determinant
}

#[test]
fn the_ends_of_a_ring_are_asked_about_before_neighbours() {
    let mut ring = Judgements::none(6).unwrap();
    for item in 0..6 {
        ring.set(item, (item + 1) % 6, Some(1.0)).unwrap();
    }
    assert_eq!(ring.ask_next(&[]), Some((0, 3)));
    assert_eq!(ring.ask_next(&[(0, 3)]), Some((1, 4)));
    // Nothing else links the last item: it comes first.
    let mut apart = Judgements::none(4).unwrap();
    apart.set(0, 1, Some(2.0)).unwrap();
    apart.set(1, 2, Some(2.0)).unwrap();
    assert_eq!(apart.ask_next(&[]), Some((0, 3)));
    assert_eq!(apart.ask_next(&[(0, 3), (1, 3), (2, 3)]), Some((0, 2)), "with that put aside, what is left");
}

#[test]
fn the_random_index_is_replaceable() {
    let index = |list: &[f64], items| RandomIndex::from_three(list).unwrap().of(items);
    assert_eq!(index(&[], 7), Some(SAATY_2005[4]));
    assert_eq!(index(&SAATY_1980, 3), Some(0.58));
    assert_eq!(index(&[0.5, 0.9], 5), None, "a table that is too short has none");
    assert_eq!(index(&[0.5], 2), None);
    assert!(RandomIndex::from_three(&[0.5, 0.0]).is_err());
}

#[test]
fn judgements_in_two_groups_say_which_link_is_missing() {
    let mut dice = Dice(7);
    let shape = support::Shape { offers: 1, criteria: 12, segments: 1, account: Account::Points, gaps: 0.0 };
    let comparison = support::comparison(&mut dice, &mut worthwhile::model::IdSource::starting_at(1), shape);
    let items = Ground::of(&comparison).items(Scope::Both);
    let judgement = |row: usize, column: usize| Judgement { row: items[row], column: items[column], ratio: 2.0 };
    let found = weighed(&comparison, Scope::Both, vec![judgement(0, 1), judgement(2, 3)]);
    assert!(matches!(found, Err(WeighError::Pairwise(_))), "{found:?}");
    let found = weighed(&comparison, Scope::Both, Vec::new());
    assert!(matches!(found, Err(WeighError::Unanswered { answered: 0, .. })), "{found:?}");
}

/// A ring in which each is `a` times as important as the next, round and round: all weigh the same, and of each row of
/// Harker's matrix n − 2 stands on the diagonal beside a and 1/a, so λmax = n − 2 + a + 1/a.
#[test]
fn a_ring_of_judgements_that_contradict_each_other_gives_equal_weights() {
    for items in [4, 5, 15, 16, 32] {
        for a in [2.0, 9.0, 1e9] {
            let mut ring = Judgements::none(items).unwrap();
            for i in 0..items {
                ring.set(i, (i + 1) % items, Some(a)).unwrap();
            }
            let found = ring.weigh(&RandomIndex::default()).unwrap();
            let count = f64::from(u32::try_from(items).unwrap());
            let expected = count - 2.0 + a + 1.0 / a;
            assert!((found.lambda_max / expected - 1.0).abs() < 1e-12, "{items} {a}: {} {expected}", found.lambda_max);
            near(&found.weights, &vec![1.0 / count; items], 1e-12);
            assert!(ring.misfit(&RandomIndex::default()).unwrap().is_some());
        }
    }
}

/// Two groups of which each contradicts itself, linked by one judgement alone: the matrix is nearly reducible. The
/// eigenvector is what A·w = λ·w says.
#[test]
fn weights_hold_where_a_single_judgement_links_two_groups() {
    for (size, strong) in [(3, 9.0), (7, 9.0), (7, 1e6), (16, 1e9)] {
        let items = 2 * size;
        let mut judgements = Judgements::none(items).unwrap();
        for group in [0, size] {
            for i in 0..size {
                for j in i + 1..size {
                    let a = if (i + j) % 3 == 0 { 1.0 / strong } else { strong };
                    judgements.set(group + i, group + j, Some(a)).unwrap();
                }
            }
        }
        judgements.set(size - 1, size, Some(strong)).unwrap();
        let found = judgements.weigh(&RandomIndex::default()).unwrap();
        for row in 0..items {
            let given = |column: &usize| *column != row && judgements.get(row, *column).is_some();
            let sum: f64 = (0..items).filter(given).map(|c| judgements.get(row, c).unwrap() * found.weights[c]).sum();
            let missing = (0..items).filter(|c| *c != row && !given(c)).count();
            let own = f64::from(u32::try_from(1 + missing).unwrap()) * found.weights[row];
            let expected = found.lambda_max * found.weights[row];
            assert!(((sum + own) / expected - 1.0).abs() < 1e-9, "{size} {strong} {row}: {} {expected}", sum + own);
        }
    }
}
