//! One quantity varies: all crossings, who wins where, and how far every weight may move.
//!
//! `cargo bench --bench sensitivity`; a filter picks one, for example `cargo bench --bench sensitivity -- crossings`.

#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use criterion::Criterion;
use random::comparison;
use worthwhile::model::{Dimension, Member};
use worthwhile::value::{
    Crossings, Doubt, Prepared, Quantity, Sweep, envelope, envelope_of, price_lines, stabilities, tornado,
};

fn one_weight(c: &mut Criterion) {
    let comparison = comparison(1_000, 24);
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let quantity = Quantity::Weight(Member::Dimension(Dimension::Product));
    let sweep = || Sweep::new(prepared.case(), quantity).unwrap();
    c.bench_function("1000 x 24: all crossings of one weight", |b| b.iter(|| Crossings::of(black_box(&sweep()))));
    c.bench_function("1000 x 24: upper envelope of one weight", |b| b.iter(|| envelope(black_box(&sweep()))));
    let offers = sweep().offers();
    let pieces = sweep().cdv_pieces(&offers);
    c.bench_function("1000 x 24: all crossings from lines at hand", |b| {
        b.iter(|| Crossings::of_pieces(black_box(&pieces), &offers, None));
    });
    c.bench_function("1000 x 24: upper envelope from lines at hand", |b| {
        b.iter(|| envelope_of(black_box(&pieces), &offers));
    });
}

fn whole_comparison(c: &mut Criterion) {
    let comparison = comparison(20, 24);
    let prepared = Prepared::new(&comparison, &comparison.segments[0]);
    let case = prepared.case();
    let winner = case.winner().unwrap();
    let rival = case.best_rival(winner).unwrap();
    c.bench_function("20 x 24: all stability intervals", |b| b.iter(|| stabilities(black_box(case))));
    c.bench_function("20 x 24: price lines", |b| b.iter(|| price_lines(black_box(case), winner)));
    c.bench_function("20 x 24: tornado", |b| b.iter(|| tornado(black_box(case), winner, rival, Doubt::default())));
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for group in [one_weight, whole_comparison] {
        group(&mut criterion);
    }
    criterion.final_summary();
}
