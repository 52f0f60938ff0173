//! Where weights come from: what an answer costs while somebody answers.
//!
//! `cargo bench --bench elicit`; a filter picks one, for example `cargo bench --bench elicit -- eigenvector`.

#[path = "../tests/support/dice.rs"]
mod dice;

use std::hint::black_box;

use criterion::Criterion;
use dice::Dice;
use worthwhile::model::Side;
use worthwhile::value::elicit::choices::{Choices, Penalty, conditional_logit, contradiction, weights_from_choices};
use worthwhile::value::elicit::pairwise::{Judgements, RandomIndex};

/// Judgements as people give them: steps of the 1–9 scale, none too far from some weights.
fn judgements(items: usize, gaps: f64) -> Judgements {
    let mut dice = Dice(17);
    let weights: Vec<f64> = (0..items).map(|_| dice.between(0.1, 1.0)).collect();
    let mut judgements = Judgements::none(items).unwrap();
    for row in 0..items {
        for column in row + 1..items {
            let exact = weights[row] / weights[column] * dice.between(-0.7, 0.7).exp();
            let step = if exact < 1.0 { 1.0 / (1.0 / exact).round().min(9.0) } else { exact.round().min(9.0) };
            let is_missing = column > row + 1 && dice.chance(gaps);
            judgements.set(row, column, (!is_missing).then_some(step)).unwrap();
        }
    }
    judgements
}

fn eigenvector(criterion: &mut Criterion) {
    let index = RandomIndex::default();
    for items in [9, 15] {
        let full = judgements(items, 0.0);
        criterion.bench_function(&format!("eigenvector/{items}"), |b| b.iter(|| black_box(&full).weigh(&index)));
    }
    let gaps = judgements(15, 0.6);
    criterion.bench_function("eigenvector/15 with gaps", |b| b.iter(|| black_box(&gaps).weigh(&index)));
    let full = judgements(15, 0.0);
    criterion.bench_function("misfit/15", |b| b.iter(|| black_box(&full).misfit(&index)));
}

/// `count` choices from four offers of eight attributes, by a logit of μ = 0.1.
fn choices(count: usize) -> (Choices, [Side; 8]) {
    let mut dice = Dice(23);
    let sides = [0, 1, 2, 3, 4, 5, 6, 7].map(|i| if i < 5 { Side::Value } else { Side::Cost });
    let mut choices = Choices::new(8);
    for _ in 0..count {
        let offers: Vec<Vec<f64>> = (0..4).map(|_| (0..8).map(|_| dice.between(0.0, 100.0)).collect()).collect();
        let odds: Vec<f64> = offers
            .iter()
            .map(|x| {
                let value: f64 = x[..5].iter().sum::<f64>() * 0.02;
                (value - x[5..].iter().sum::<f64>() * 0.03).exp()
            })
            .collect();
        let mut left = dice.unit() * odds.iter().sum::<f64>();
        let taken = odds.iter().position(|odds| {
            left -= odds;
            left < 0.0
        });
        choices.push(&offers, taken.unwrap_or(3)).unwrap();
    }
    (choices, sides)
}

fn from_choices(criterion: &mut Criterion) {
    for count in [20, 10_000] {
        let (choices, sides) = choices(count);
        criterion.bench_function(&format!("logit/{count}x4x8"), |b| b.iter(|| conditional_logit(black_box(&choices))));
        criterion.bench_function(&format!("weights from choices/{count}x4x8"), |b| {
            b.iter(|| weights_from_choices(black_box(&choices), &sides, &Penalty::default()));
        });
    }
    let (choices, sides) = choices(40);
    criterion.bench_function("contradiction/40", |b| b.iter(|| contradiction(black_box(&choices), &sides)));
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    eigenvector(&mut criterion);
    from_choices(&mut criterion);
    criterion.final_summary();
}
