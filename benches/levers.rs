//! The cheapest way to win at ten levers.
//!
//! `cargo bench --bench levers`

use std::hint::black_box;

use criterion::Criterion;
use worthwhile::exchange::json;
use worthwhile::model::{Comparison, IdSource};
use worthwhile::value::{Outcome, Prepared, cheapest_win};

/// Ten levers: seven measures on curves of five stretches, half of them in whole steps, a choice of named levels, a
/// price and a yearly fee that share a curve of three stretches. Five rivals; `margin` says how far is to go.
fn comparison(whole: bool, margin: f64) -> Comparison {
    let dimensions = ["product", "product", "service", "service", "personnel", "image", "time"];
    let mut criteria: Vec<serde_json::Value> = dimensions
        .iter()
        .enumerate()
        .map(|(i, dimension)| {
            let bend = 3 + i;
            let up = serde_json::json!([
                [0, 0],
                [bend, 11 + 3 * i],
                [2 * bend, 25 + 5 * i],
                [3 * bend, 60 + i],
                [4 * bend, 72 + i],
                [5 * bend, 100]
            ]);
            serde_json::json!({"key": format!("c{i}"), "dimension": dimension, "name": format!("Criterion {i}"),
                "scale": {"kind": "measure", "points": up, "beyond": "flat"}})
        })
        .collect();
    let named = [("slow", 0), ("next-week", 20), ("tomorrow", 65), ("today", 100)];
    let named = named.map(|(key, points)| serde_json::json!({"key": key, "name": key, "points": points}));
    criteria.push(serde_json::json!({"key": "delivery", "dimension": "service", "name": "Delivery",
        "scale": {"kind": "category", "levels": named}}));
    for (key, paid) in [("price", "once"), ("fee", "yearly")] {
        criteria.push(serde_json::json!({"key": key, "dimension": "monetary", "name": key,
            "scale": {"kind": "money", "paid": paid}}));
    }
    let levers: Vec<serde_json::Value> = (0..7)
        .map(|i| {
            let falls = i == 6;
            serde_json::json!({"criterion": format!("c{i}"), "step": 1, "cost": 13.0 + 7.3 * f64::from(i % 4),
                "whole": whole && i % 2 == 0, "low": if falls { 0 } else { 2 }, "high": if falls { 20 } else { 5 * (3 + i) }})
        })
        .chain([
            serde_json::json!({"criterion": "delivery", "costs": {"tomorrow": 33, "today": 71}}),
            serde_json::json!({"criterion": "price", "step": 50, "cost": 50, "whole": whole, "low": 1500}),
            serde_json::json!({"criterion": "fee", "step": 1, "cost": 2.6, "low": 40}),
        ])
        .collect();
    let offers: Vec<serde_json::Value> = (0..6_i32)
        .map(|o| {
            let mut row: serde_json::Map<String, serde_json::Value> =
                (0..7).map(|i| (format!("c{i}"), (2 + (i * 5 + o * 3) % 11).into())).collect();
            row.insert("delivery".into(), if o == 0 { "slow" } else { "tomorrow" }.into());
            row.insert("price".into(), (3200 + 100 * o).into());
            row.insert("fee".into(), (200 - 10 * o).into());
            let mut offer = serde_json::json!({"key": format!("o{o}"), "name": format!("Offer {o}"), "levels": row});
            if o == 0 {
                offer["levers"] = levers.clone().into();
                offer["lever_margin"] = margin.into();
            }
            offer
        })
        .collect();
    let file = serde_json::json!({"format": "worthwhile", "version": 1, "comparisons": [{
        "name": "Bench", "currency": "CNY",
        "ownership": {"years": 3, "rate": 0.05, "points": [[1000, 0], [2500, 45], [3200, 50], [5000, 100]]},
        "criteria": criteria, "offers": offers,
    }]});
    json::read(&file.to_string(), &mut IdSource::starting_at(1)).expect("a sound file").remove(0)
}

fn main() {
    let mut c = Criterion::default().configure_from_args();
    for (name, whole, margin) in [("any amount", false, 10.0), ("whole steps", true, 10.0), ("far ahead", true, 30.0)] {
        let comparison = comparison(whole, margin);
        let prepared = Prepared::new(&comparison, &comparison.segments[0]);
        let found = cheapest_win(prepared.case(), 0).expect("an answer");
        let Outcome::Reached(plan) = &found.outcome else { panic!("{name}: no plan but {found:?}") };
        assert!(plan.proven && plan.moves.len() > 2, "{name}: {plan:?}");
        c.bench_function(&format!("ten levers, {name}"), |b| {
            b.iter(|| cheapest_win(black_box(prepared.case()), 0));
        });
    }
    c.final_summary();
}
