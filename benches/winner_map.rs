//! Who wins where: what a frame costs while today's place is dragged.
//!
//! `cargo bench --bench winner_map`

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use criterion::Criterion;
use support::{Shape, dice::Dice};
use worthwhile::model::{Account, Comparison, Dimension, IdSource, Member};
use worthwhile::value::{Plane, Prepared, Quantity};

/// A random comparison with a price and all dimensions in use.
fn comparison(offers: usize) -> Comparison {
    let shape = Shape { offers, criteria: 24, segments: 1, account: Account::Points, gaps: 0.0 };
    let is_full = |c: &Comparison| {
        let weights = &c.segments[0].weights;
        c.header.price.is_some() && weights.dimensions.iter().all(|d| d.share > 0.0 && !d.locked)
    };
    let all = (0..).map(|seed| support::comparison(&mut Dice(seed), &mut IdSource::starting_at(1), shape));
    all.into_iter().find(is_full).expect("one of many")
}

fn planes(c: &mut Criterion) {
    for offers in [20, 1_000] {
        let comparison = comparison(offers);
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let case = prepared.case();
        let weight = |d| Quantity::Weight(Member::Dimension(d));
        // A price matters most to the offer that wins.
        let winner = case.winner().expect("there are offers");
        let (offer, criterion) = (comparison.offers[winner].id, comparison.header.price.expect("there is one"));
        let price = Quantity::Level { offer, criterion };
        let kinds = [
            ("two weights of one side", [weight(Dimension::Product), weight(Dimension::Service)]),
            ("weights of two sides", [weight(Dimension::Product), weight(Dimension::Monetary)]),
            ("cost emphasis x weight of cost", [Quantity::CostEmphasis, weight(Dimension::Monetary)]),
            ("price x weight", [price, weight(Dimension::Monetary)]),
        ];
        for (name, quantities) in kinds {
            let map = || Plane::of(case, black_box(quantities)).ok().and_then(|p| p.winner_map(&|_| true));
            let made = map().expect("it is a plane");
            let label =
                format!("{offers} x 24: {name} ({} winners, {} borders)", made.winners().len(), made.borders().len());
            c.bench_function(&label, |b| b.iter(map));
        }
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    planes(&mut criterion);
    criterion.final_summary();
}
