//! The difference between two offers, part by part.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, figure};
use crate::model::Dimension;
use crate::value::bridge;

#[derive(Serialize)]
pub(super) struct Found {
    /// `null` where there are no two complete offers.
    bridge: Option<Bridge>,
}

#[derive(Serialize)]
struct Bridge {
    from: Side,
    to: Side,
    /// CDV(to) − CDV(from).
    difference: f64,
    by_dimension: Vec<Step>,
    by_criterion: Vec<Step>,
}

#[derive(Serialize)]
struct Side {
    offer: String,
    cdv: f64,
}

#[derive(Serialize)]
struct Step {
    dimension: Dimension,
    name: String,
    /// Above 0 speaks for the offer that the bridge leads to.
    delta: f64,
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names) = (asked.case, &asked.names);
    let to = asked.offer()?.or_else(|| case.winner());
    let from = asked.against()?.or_else(|| case.best_rival(to?));
    let Some((from, to)) = from.zip(to) else { return Ok(Found { bridge: None }) };
    for offer in [from, to] {
        if !case.delivered.complete[offer] {
            return Err(format!("“{}” is incomplete; fill in its missing levels first", names.offer(offer)));
        }
    }
    let steps = |by_criterion| {
        let steps = bridge(case.compiled, case.weighting, from, to, by_criterion).steps;
        let name = |step: &crate::value::BridgeStep| {
            step.leaf.map_or_else(|| names.dimension(step.dimension), |leaf| names.leaf(leaf))
        };
        steps.iter().map(|s| Step { dimension: s.dimension, name: name(s), delta: s.delta }).collect()
    };
    let cdv = &case.delivered.cdv;
    let side = |offer: usize| Side { offer: names.offer(offer), cdv: cdv[offer] };
    Ok(Found {
        bridge: Some(Bridge {
            from: side(from),
            to: side(to),
            difference: cdv[to] - cdv[from],
            by_dimension: steps(false),
            by_criterion: steps(true),
        }),
    })
}

pub(super) fn text(found: &Found) -> String {
    let Some(bridge) = &found.bridge else { return "  there are no two complete offers\n".to_owned() };
    let mut text = format!("  {:>12}  {}\n", figure(bridge.from.cdv), bridge.from.offer);
    for step in &bridge.by_dimension {
        let _ = writeln!(text, "  {:>12}  {}", figure(step.delta), step.name);
    }
    let _ = writeln!(text, "  {:>12}  {}", figure(bridge.to.cdv), bridge.to.offer);
    text
}
