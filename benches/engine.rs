//! The value engine: what happens while a slider moves, and what a change of levels costs.
//!
//! `cargo bench --bench engine`; a filter picks one, for example `cargo bench --bench engine -- 100000`.

#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use criterion::Criterion;
use random::comparison;
use worthwhile::model::{Comparison, Dimension, Edit, Member, Share, Side, WeightSet, Workbook, inverse, reshare};
use worthwhile::value::{Compiled, Delivered, WeightLine, Weighting, break_even_price, bridge, order, top};

/// Rows that a screen can show.
const SHOWN: usize = 200;

/// Two weightings between which a slider goes to and fro.
fn slider(comparison: &Comparison, compiled: &Compiled) -> [Weighting; 2] {
    [0.2, 0.6].map(|t| {
        let mut segment = comparison.segments[0].clone();
        let set = comparison.shares(&segment, WeightSet::Side(Side::Value));
        let plain: Vec<Share> = set.iter().map(|(_, share)| *share).collect();
        for ((member, _), share) in set.iter().zip(reshare(&plain, 0, t)) {
            segment.weights.put(*member, share);
        }
        Weighting::of(&segment, compiled)
    })
}

fn recompute(c: &mut Criterion) {
    for (offers, criteria) in [(20, 8), (1_000, 24), (100_000, 24)] {
        let comparison = comparison(offers, criteria);
        let compiled = Compiled::new(&comparison);
        let weightings = slider(&comparison, &compiled);
        let mut out = Delivered::default();
        let mut turn = 0;
        if offers <= 1_000 {
            c.bench_function(&format!("{offers} x {criteria}: weight change, CDV and ranks"), |b| {
                b.iter(|| {
                    turn ^= 1;
                    compiled.deliver(black_box(&weightings[turn]), &mut out);
                    black_box(out.rank[0])
                });
            });
            c.bench_function(&format!("{offers} x {criteria}: the same from the segment"), |b| {
                b.iter(|| {
                    let weighting = Weighting::of(black_box(&comparison.segments[0]), &compiled);
                    compiled.deliver(&weighting, &mut out);
                    black_box(out.rank[0])
                });
            });
        } else {
            c.bench_function(&format!("{offers} x {criteria}: TCV, TCC and CDV anew"), |b| {
                b.iter(|| {
                    turn ^= 1;
                    compiled.score(black_box(&weightings[turn]), &mut out);
                    black_box(out.cdv[0])
                });
            });
        }
    }
}

fn many_offers(c: &mut Criterion) {
    let comparison = comparison(100_000, 24);
    let compiled = Compiled::new(&comparison);
    let moved = Member::Dimension(Dimension::Product);
    let line = || WeightLine::new(&comparison, &comparison.segments[0], &compiled, moved).unwrap();
    c.bench_function("100000 x 24: taking the slider", |b| b.iter(line));
    let line = line();
    let mut cdv = vec![0.0; line.offers()];
    let mut t = 0.2;
    c.bench_function("100000 x 24: CDV along the slider", |b| {
        b.iter(|| {
            t = 0.8 - t;
            line.at(black_box(t), &mut cdv);
            black_box(cdv[0])
        });
    });
    c.bench_function("100000 x 24: exact top 200", |b| b.iter(|| top(black_box(&cdv), SHOWN)));
    let mut rising = cdv.clone();
    rising.sort_by(f64::total_cmp);
    c.bench_function("100000 x 24: exact top 200 of a rising list", |b| b.iter(|| top(black_box(&rising), SHOWN)));
    c.bench_function("100000 x 24: full order", |b| b.iter(|| order(black_box(&cdv))));
    let mut ranking = vec![0; cdv.len()];
    c.bench_function("100000 x 24: ranks", |b| {
        b.iter(|| worthwhile::value::rank_into(black_box(&cdv), &mut ranking));
    });
}

fn compile(c: &mut Criterion) {
    for (offers, criteria) in [(20, 8), (1_000, 24), (100_000, 24)] {
        let comparison = comparison(offers, criteria);
        c.bench_function(&format!("{offers} x {criteria}: compile"), |b| {
            b.iter(|| Compiled::new(black_box(&comparison)));
        });
    }
}

fn questions(c: &mut Criterion) {
    let comparison = comparison(20, 8);
    let segment = &comparison.segments[0];
    let compiled = Compiled::new(&comparison);
    let weighting = Weighting::of(segment, &compiled);
    c.bench_function("20 x 8: break-even price", |b| {
        b.iter(|| break_even_price(black_box(&comparison), segment, &compiled, 0, 1));
    });
    c.bench_function("20 x 8: bridge by criterion", |b| {
        b.iter(|| bridge(&compiled, black_box(&weighting), 0, 1, true));
    });
}

/// From the click to the rows on screen: which rows change, and the change itself.
fn edits(c: &mut Criterion) {
    let mut workbook = Workbook::default();
    workbook.comparisons.push(comparison(10_000, 24));
    let (id, criterion) = (workbook.comparisons[0].id(), workbook.comparisons[0].criteria[0].id);
    let edit = Edit::RemoveCriterion { comparison: id, criterion };
    c.bench_function("remove a criterion, 10,000 offers", |b| {
        b.iter(|| {
            let changes = black_box(&edit).changes(&workbook).unwrap();
            workbook.apply(&changes);
            workbook.apply(&inverse(&changes));
        });
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for group in [recompute, many_offers, compile, questions, edits] {
        group(&mut criterion);
    }
    criterion.final_summary();
}
