//! Shapley values: the laws that define them, and sampling against the exact values.

mod support;

use proptest::prelude::*;
use support::dice::Dice;
use worthwhile::value::{Attribution, EXACT_MAX, SAMPLED_PAIRS, shapley};

/// Sums of a few thousand terms of size 100.
const ROUNDING: f64 = 1e-9;

fn always(_: f32) -> bool {
    true
}

/// A random set function: a number per set.
fn table(dice: &mut Dice, changes: usize) -> Vec<f64> {
    (0..1 << changes).map(|_| dice.between(-100.0, 100.0)).collect()
}

fn index(made: &[bool]) -> usize {
    made.iter().enumerate().filter(|(_, made)| **made).map(|(i, _)| 1 << i).sum()
}

fn of_table(table: &[f64], changes: usize) -> Attribution {
    shapley(changes, |made| table[index(made)], always).unwrap()
}

fn games() -> impl Strategy<Value = (usize, Vec<f64>, Dice)> {
    (0_usize..=7, any::<u64>()).prop_map(|(changes, seed)| {
        let mut dice = Dice(seed);
        (changes, table(&mut dice, changes), dice)
    })
}

/// All orders of `0..n`.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1);
    (0..n)
        .flat_map(|at| {
            shorter.iter().map(move |s| {
                let mut s = s.clone();
                s.insert(at, n - 1);
                s
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(support::config(200))]

    #[test]
    fn parts_sum_to_the_change((changes, table, _) in games()) {
        let found = of_table(&table, changes);
        prop_assert!((found.parts.iter().sum::<f64>() - (table[table.len() - 1] - table[0])).abs() < ROUNDING);
        prop_assert_eq!((found.from, found.to), (table[0], table[table.len() - 1]));
        prop_assert_eq!(found.errors, None);
    }

    #[test]
    fn what_does_nothing_gets_nothing((changes, table, mut dice) in games()) {
        let dummy = dice.below(changes + 1);
        let found = shapley(changes + 1, |made| {
            let mut others = made.to_vec();
            others.remove(dummy);
            table[index(&others)]
        }, always).unwrap();
        prop_assert!(found.parts[dummy].abs() < ROUNDING);
        let mut others = found.parts.clone();
        others.remove(dummy);
        for (with, without) in others.iter().zip(of_table(&table, changes).parts) {
            prop_assert!((with - without).abs() < ROUNDING);
        }
    }

    #[test]
    fn two_that_do_the_same_get_the_same((changes, table, _) in games()) {
        // The first two count as one number: how many of them are made.
        let found = shapley(changes + 1, |made| {
            let count = made.iter().take(2).filter(|made| **made).count();
            let rest: usize = made.iter().skip(2).enumerate().filter(|(_, m)| **m).map(|(i, _)| 1 << i).sum();
            table[(count + 3 * rest) % table.len()]
        }, always).unwrap();
        if changes >= 1 {
            prop_assert!((found.parts[0] - found.parts[1]).abs() < ROUNDING);
        }
    }

    #[test]
    fn the_order_in_which_changes_are_listed_is_irrelevant((changes, table, mut dice) in games()) {
        let mut renamed: Vec<usize> = (0..changes).collect();
        dice.shuffle(&mut renamed);
        let found = shapley(changes, |made| {
            let mut there = vec![false; changes];
            renamed.iter().zip(made).for_each(|(to, made)| there[*to] = *made);
            table[index(&there)]
        }, always).unwrap();
        let plain = of_table(&table, changes);
        for (here, &there) in renamed.iter().enumerate() {
            prop_assert!((found.parts[here] - plain.parts[there]).abs() < ROUNDING);
        }
    }

    #[test]
    fn they_are_the_mean_over_all_orders(seed in any::<u64>(), changes in 1_usize..=5) {
        let table = table(&mut Dice(seed), changes);
        let mut sums = vec![0.0; changes];
        let orders = orders(changes);
        for order in &orders {
            let mut set = 0;
            for &i in order {
                sums[i] += table[set | 1 << i] - table[set];
                set |= 1 << i;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "at most 120")]
        let count = orders.len() as f64;
        for (part, sum) in of_table(&table, changes).parts.iter().zip(sums) {
            prop_assert!((part - sum / count).abs() < ROUNDING);
        }
    }
}

/// The gloves of Shapley and Shubik 1969: one left, two right; a pair is worth 1. Left 2/3, each right 1/6.
#[test]
fn the_glove_game() {
    let pairs = |made: &[bool]| f64::from(u8::from(made[0] && (made[1] || made[2])));
    let found = shapley(3, pairs, always).unwrap();
    for (part, expected) in found.parts.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
        assert!((part - expected).abs() < ROUNDING);
    }
}

#[test]
fn where_changes_only_add_up_each_gets_its_own_however_many_there_are() {
    for changes in [0, 1, EXACT_MAX, EXACT_MAX + 1, 40] {
        let own: Vec<f64> = (0..changes).map(|i| f64::from(u32::try_from(i).unwrap()) - 7.5).collect();
        let sum = |made: &[bool]| 3.0 + made.iter().zip(&own).filter(|(m, _)| **m).map(|(_, x)| x).sum::<f64>();
        let found = shapley(changes, sum, always).unwrap();
        assert_eq!(found.parts.len(), changes);
        for (part, own) in found.parts.iter().zip(&own) {
            assert!((part - own).abs() < ROUNDING, "{part} is not {own} of {changes}");
        }
        assert_eq!(found.errors.is_some(), changes > EXACT_MAX);
        for error in found.errors.unwrap_or_default() {
            assert!(error < ROUNDING);
        }
    }
}

/// A game of 16 changes whose values are known: Σ a·x + Σ b·x·x over pairs of neighbours, each pair shared by halves;
/// and three at once, shared by thirds.
#[test]
fn sampled_parts_agree_with_the_exact_ones_within_their_error() {
    let changes = 16;
    let game = |made: &[bool]| {
        let on = |i: usize| f64::from(u8::from(made[i]));
        let pairs: f64 = (0..changes - 1).map(|i| 5.0 * on(i) * on(i + 1)).sum();
        pairs - 30.0 * on(0) * on(5) * on(10) + 2.0 * on(3)
    };
    let found = shapley(changes, game, always).unwrap();
    let errors = found.errors.as_ref().unwrap();
    for (i, (part, error)) in found.parts.iter().zip(errors).enumerate() {
        let neighbours = if i == 0 || i + 1 == changes { 1.0 } else { 2.0 };
        let exact = 2.5 * neighbours - if i % 5 == 0 && i <= 10 { 10.0 } else { 0.0 } + if i == 3 { 2.0 } else { 0.0 };
        assert!((part - exact).abs() <= 4.0 * error + ROUNDING, "{i}: {part} ± {error} is not {exact}");
        assert!(*error < 1.0);
    }
    assert!((found.parts.iter().sum::<f64>() - (found.to - found.from)).abs() < ROUNDING);
    assert_eq!(shapley(changes, game, always).unwrap(), found, "the same question has the same answer");
}

#[test]
fn it_says_how_far_it_is_and_can_be_stopped() {
    let mut heard = Vec::new();
    shapley(
        20,
        |_| 0.0,
        |share| {
            heard.push(share);
            true
        },
    )
    .unwrap();
    assert_eq!(heard.len(), SAMPLED_PAIRS);
    assert!(heard.windows(2).all(|w| w[0] < w[1]) && heard[0].abs() < 1e-6 && heard[heard.len() - 1] < 1.0);
    assert_eq!(shapley(20, |_| 0.0, |share| share < 0.5), None);
    assert_eq!(shapley(9, |_| 0.0, |share| share < 0.5), None);
}
