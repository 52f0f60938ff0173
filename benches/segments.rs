//! All kinds of buyers at once: what is computed anew when a weight, a size or λ moves.
//!
//! `cargo bench --bench segments`.

#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use criterion::Criterion;
use random::comparison;
use worthwhile::model::{BuyerPreset, Comparison, Segment, SegmentId};
use worthwhile::value::{Compiled, Segments};

/// Twelve kinds of buyers, each with weights of its own.
fn buyers() -> Comparison {
    let mut comparison = comparison(1_000, 24);
    let everyone = comparison.segments[0].clone();
    for i in 1..12_u32 {
        let mut segment = Segment { id: SegmentId(1_000_000 + i), everyone: false, ..everyone.clone() };
        segment.weights =
            BuyerPreset::ALL[i as usize % 3].weights(&comparison, &comparison.segments[i as usize / 2].weights);
        (segment.size, segment.cost_emphasis) = (f64::from(i), 0.5 + f64::from(i) / 8.0);
        comparison.segments.push(segment);
    }
    comparison
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let comparison = buyers();
    let compiled = Compiled::new(&comparison);
    let mut segments = Segments::default();
    criterion.bench_function("12 segments x 1000 x 24: CDV, winners, mean", |b| {
        b.iter(|| {
            segments.deliver(black_box(&comparison), &compiled);
            segments.mean()
        });
    });
    criterion.bench_function("12 segments x 1000 x 24: shares of preference", |b| b.iter(|| segments.preference()));
    criterion.final_summary();
}
