//! Levers of an offer, read and written.

use std::collections::BTreeMap;

use super::dto::{LeverDto, List, Object};
use super::out::{Members, Names, put};
use super::pretty::{Node, number};
use super::read::{Criteria, no_repeats};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{CategoryId, Comparison, Lever, LeverSet, Paid, Reach, Scale};

/// The levers of one offer; paths start at the offer. That they keep the rules is checked with the whole comparison.
pub(super) fn levers(dtos: List<Object<LeverDto>>, margin: f64, criteria: &Criteria) -> Result<LeverSet, ImportError> {
    let read = |(i, Object(dto))| lever(dto, criteria).map_err(|e: ImportError| e.under(&format!("levers[{i}]")));
    let levers = dtos.0.into_iter().enumerate().map(read).collect::<Result<Vec<Lever>, ImportError>>()?;
    Ok(LeverSet { levers, margin: margin + 0.0 })
}

fn lever(dto: LeverDto, criteria: &Criteria) -> Result<Lever, ImportError> {
    let unknown = || ImportError::new("criterion", criteria.unknown());
    let criterion = criteria.get(&dto.criterion).ok_or_else(unknown)?;
    let needed = |what: Wrong| ImportError::new("", what.into());
    let reach = if let Scale::Category { .. } = criterion.scale {
        let has_steps = dto.step.or(dto.cost).or(dto.low).or(dto.high).is_some() || dto.whole.is_some();
        let costs = dto.costs.filter(|_| !has_steps);
        let costs = costs.ok_or_else(|| needed(Wrong::LeverCosts))?;
        let known = criteria.categories(&dto.criterion).ok_or_else(unknown)?;
        let costs = no_repeats(costs).map_err(|e| e.under("costs"))?.into_iter().map(|(key, cost)| {
            let unknown =
                || Problem::UnknownCategory { word: quoted(&key), known: listed(known.keys().map(String::as_str)) };
            let id = known.get(&key).ok_or_else(|| ImportError::new("costs", unknown()))?;
            Ok((*id, cost + 0.0))
        });
        Reach::Named { costs: costs.collect::<Result<BTreeMap<CategoryId, f64>, ImportError>>()? }
    } else {
        if dto.costs.is_some() {
            return Err(ImportError::new("costs", Wrong::CostsOfNumbers.into()));
        }
        let step = dto.step.unwrap_or(1.0);
        // A price cut costs the seller what it is.
        let own = (criterion.scale == Scale::Money { paid: Paid::Once }).then_some(step);
        let cost = dto.cost.or(own).ok_or_else(|| needed(Wrong::LeverCost))?;
        let plain = |bound: Option<f64>| bound.map(|b| b + 0.0);
        Reach::Steps {
            step,
            cost: cost + 0.0,
            whole: dto.whole.unwrap_or_default(),
            low: plain(dto.low),
            high: plain(dto.high),
        }
    };
    Ok(Lever { criterion: criterion.id, reach })
}

/// Adds the levers of an offer to its members.
pub(super) fn write(members: &mut Members, set: &LeverSet, comparison: &Comparison, names: &Names) {
    let levers: Vec<Node> = set.levers.iter().filter_map(|lever| node(lever, comparison, names)).collect();
    if !levers.is_empty() {
        put(members, "levers", Node::List(levers));
    }
    if set.margin != 0.0 {
        put(members, "lever_margin", number(set.margin));
    }
}

fn node(lever: &Lever, comparison: &Comparison, names: &Names) -> Option<Node> {
    let mut members = vec![("criterion".to_owned(), Node::Text(names.criteria.get(&lever.criterion)?.clone()))];
    match &lever.reach {
        Reach::Steps { step, cost, whole, low, high } => {
            put(&mut members, "step", number(*step));
            put(&mut members, "cost", number(*cost));
            if *whole {
                put(&mut members, "whole", Node::Bool(true));
            }
            for (key, bound) in [("low", low), ("high", high)] {
                if let Some(bound) = bound {
                    put(&mut members, key, number(*bound));
                }
            }
        }
        Reach::Named { costs } => {
            let scale = comparison.scale(lever.criterion)?;
            let Scale::Category { levels, .. } = scale else { return None };
            let key = |id| names.category(lever.criterion, id).cloned();
            let costs = levels.iter().filter_map(|level| Some((key(level.id)?, number(*costs.get(&level.id)?))));
            put(&mut members, "costs", Node::Object(costs.collect()));
        }
    }
    Some(Node::Object(members))
}
