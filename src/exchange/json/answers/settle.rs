//! Weights that a file leaves to its answers.

use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{Comparison, Dimension, Elicited, Given, Ground, Item, Leaf, Scope, Segment, Side, Text, WeightSet};
use crate::value::elicit::weigh;

/// What the file says of one segment's weights.
pub(in crate::exchange::json) struct Settled {
    /// Its answers, in the order of the file, each with what is said of its being in force.
    pub answers: Vec<(Elicited, Option<bool>)>,
    /// Sets of weights that the file gives itself.
    pub named: Vec<WeightSet>,
    /// True where it gives λ itself.
    pub has_cost_emphasis: bool,
}

/// How much of what a scope gives the file gives itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    Nothing,
    Part,
    All,
}

/// Puts the answers into the segment at `index`, with the weights that follow from them where the file gives none.
///
/// Answers that are said to be in force come first, and must give weights, no two of them the same ones. Criteria come
/// before dimensions, as a dimension's swing depends on the weights within it; of answers that would give the same
/// weights, the first in the file does. Sets of weights, and λ, that the file gives hold: answers of which any is held
/// back are in force only where the file says so.
pub(in crate::exchange::json) fn settle(
    comparison: &mut Comparison,
    index: usize,
    settled: Settled,
) -> Result<(), ImportError> {
    let Settled { mut answers, named, has_cost_emphasis } = settled;
    let scopes: Vec<Scope> = answers.iter().map(|(elicited, _)| elicited.scope).collect();
    let is_said: Vec<bool> = answers.iter().map(|(_, said)| *said == Some(true)).collect();
    let said = |i: usize| (0..i).filter(|j| is_said[*j]);
    if let Some(i) = said(scopes.len()).find(|&i| said(i).any(|j| scopes[i].overlaps(scopes[j]))) {
        return Err(ImportError::new(format!("answers[{i}]"), Wrong::TwoInForce.into()));
    }
    let is_out = |i: usize| !is_said[i] && said(scopes.len()).any(|j| scopes[i].overlaps(scopes[j]));
    let held: Vec<Held> = scopes.iter().map(|scope| held(comparison, *scope, &named, has_cost_emphasis)).collect();
    let mut order: Vec<usize> = (0..answers.len()).filter(|&i| answers[i].1 != Some(false) && !is_out(i)).collect();
    order.sort_by_key(|&i| (turn(scopes[i]), held[i]));
    let mut given: Vec<Scope> = Vec::new();
    for i in order {
        if held[i] == Held::All {
            // Where the file gives all weights itself, those that follow only come from where it says so.
            answers[i].0.in_force = is_said[i];
            continue;
        }
        if given.iter().any(|scope| scope.overlaps(scopes[i])) {
            continue;
        }
        match weigh(comparison, &comparison.segments[index], scopes[i], &answers[i].0.answers) {
            Ok(weighing) => {
                let mut open = weighing.given;
                open.sets.retain(|(set, _)| !named.contains(set));
                open.cost_emphasis = open.cost_emphasis.filter(|_| !has_cost_emphasis);
                write(&mut comparison.segments[index], open);
                given.push(scopes[i]);
                answers[i].0.in_force = is_said[i] || held[i] == Held::Nothing;
            }
            Err(why) if is_said[i] => {
                let why = Problem::NoWeights { why, names: names(comparison, scopes[i]) };
                return Err(ImportError::new(format!("answers[{i}]"), why));
            }
            Err(_) => {}
        }
    }
    let kept = &mut comparison.segments[index].elicited;
    *kept = answers.into_iter().map(|(elicited, _)| elicited).collect();
    kept.sort_by_key(|e| (e.scope, e.method()));
    Ok(())
}

fn held(comparison: &Comparison, scope: Scope, named: &[WeightSet], has_cost_emphasis: bool) -> Held {
    let sets = Side::ALL.map(WeightSet::Side).into_iter().chain(Dimension::ALL.map(WeightSet::Dimension));
    let sets = sets.filter(|set| scope.covers(*set) && !comparison.members(*set).is_empty());
    let mut is_given: Vec<bool> = sets.map(|set| named.contains(&set)).collect();
    let has_both = Side::ALL.iter().all(|side| !comparison.members(WeightSet::Side(*side)).is_empty());
    is_given.extend((has_both && scope.gives_cost_emphasis()).then_some(has_cost_emphasis));
    match (is_given.contains(&true), is_given.contains(&false)) {
        (true, false) => Held::All,
        (true, true) => Held::Part,
        (false, _) => Held::Nothing,
    }
}

/// What is weighed, by the keys of sides and dimensions and the names of criteria.
fn names(comparison: &Comparison, scope: Scope) -> Vec<(Item, Text)> {
    let name = |item: &Item| match *item {
        Item::Side(side) => super::side_key(side).into(),
        Item::Dimension(dimension) => dimension.key().into(),
        Item::Leaf(Leaf::Ownership) => crate::exchange::json::OWNERSHIP.into(),
        Item::Leaf(Leaf::Criterion(id)) => comparison.criterion(id).map(|c| c.name.clone()).unwrap_or_default(),
    };
    Ground::of(comparison).items(scope).into_iter().map(|item| (item, name(&item))).collect()
}

fn turn(scope: Scope) -> u8 {
    match scope {
        Scope::Criteria(_) => 0,
        Scope::Side(_) | Scope::Both => 1,
        Scope::Dimensions(_) => 2,
        Scope::Sides => 3,
    }
}

fn write(segment: &mut Segment, given: Given) {
    for (member, share) in given.sets.into_iter().flat_map(|(_, shares)| shares) {
        segment.weights.put(member, share);
    }
    segment.cost_emphasis = given.cost_emphasis.unwrap_or(segment.cost_emphasis);
}
