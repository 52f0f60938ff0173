//! From what the solver chose to an exact plan, and what each lever does alone.

use super::program::{self, Choice};
use super::reach::{Pull, Situation, Stretch};
use super::{Alone, LeverError, Move, Plan, Setting};
use crate::model::{AMOUNT_MAX_MINOR, Currency, Level};

/// How often the target is raised where the solver's tolerance fell short of it.
const ROUNDS: u32 = 4;
/// What more, in parts, a plan may cost than the solver's before a cheaper one is looked for.
const SLIGHT: f64 = 1e-7;
/// By how much it is raised first, in parts of what is needed; ten times more in every round.
const FIRST_RAISE: f64 = 1e-9;

/// One lever set.
#[derive(Clone, Copy, Debug)]
struct Set {
    setting: Setting,
    cost: f64,
    /// Gain of CDV, or money saved.
    gain: f64,
}

/// The levers as they are set; `None` stays at today's level.
type Sets = Vec<Option<Set>>;

/// Σ gain of CDV.
fn gain(situation: &Situation, sets: &Sets) -> f64 {
    let part = |is_money| {
        let of_kind = situation.pulls.iter().zip(sets).filter(move |(pull, _)| pull.is_money == is_money);
        of_kind.filter_map(|(_, set)| *set).map(|set| set.gain).sum::<f64>()
    };
    part(false) + situation.purse.gain(part(true))
}

/// The cheapest setting of one lever that meets the target while the others stay as they are in `sets`.
fn cheapest_of(situation: &Situation, sets: &Sets, index: usize) -> Option<Set> {
    let pull = situation.pulls.get(index)?;
    let mut others = sets.clone();
    others[index] = None;
    let (need, tolerance) = if pull.is_money {
        let of_money = situation.pulls.iter().zip(&others).filter(|(other, _)| other.is_money);
        let saved: f64 = of_money.filter_map(|(_, set)| *set).map(|set| set.gain).sum();
        let own_gain: f64 = gain(situation, &others) - situation.purse.gain(saved);
        let wanted = situation.purse.saving_for(situation.need - own_gain, situation.tolerance)?;
        // What is too little by no more than rounding is enough.
        (wanted - saved, wanted.abs() * f64::EPSILON * 4.0)
    } else {
        (situation.need - gain(situation, &others), situation.tolerance)
    };
    cheapest_on(pull, need, tolerance)
}

fn cheapest_on(pull: &Pull, need: f64, tolerance: f64) -> Option<Set> {
    let sets = pull.stretches.iter().filter_map(|stretch| Some(set_at(stretch, stretch.part_for(need, tolerance)?)));
    sets.min_by(|a, b| a.cost.total_cmp(&b.cost))
}

/// The cheapest plan; the target must be within reach.
pub(super) fn cheapest(situation: &Situation, today: f64) -> Result<Plan, LeverError> {
    let mut best: Option<Plan> = None;
    let (mut extra, mut raise) = (0.0, FIRST_RAISE);
    for _ in 0..ROUNDS {
        let Some(choice) = program::solve(situation, extra).map_err(LeverError::Solver)? else { break };
        let proven = choice.proven;
        let chosen = chosen(choice);
        let bound = cost(&chosen);
        if let Some(sets) = settled(situation, chosen) {
            let found = plan(situation, today, &sets, proven);
            let is_as_cheap = found.cost <= bound * (1.0 + SLIGHT);
            if best.as_ref().is_none_or(|best| found.cost < best.cost) {
                best = Some(found);
            }
            if is_as_cheap {
                break;
            }
        }
        // The solver fell short by its tolerance, and mending that took a whole step: perhaps another set is cheaper.
        extra += raise;
        raise *= 10.0;
    }
    // Where rounding alone keeps the target out of the solver's reach, all that there is reaches it.
    let found = best.or_else(|| {
        let furthest: Sets = situation.pulls.iter().map(furthest).collect();
        settled(situation, furthest).map(|sets| plan(situation, today, &sets, false))
    });
    found.ok_or_else(|| LeverError::Solver("the target is at the very edge of what the levers reach".to_owned()))
}

fn cost(sets: &Sets) -> f64 {
    sets.iter().flatten().map(|set| set.cost).sum()
}

fn set_at(stretch: &Stretch, part: f64) -> Set {
    let (level, cost, gain) = stretch.at(part);
    Set { setting: stretch.named.map_or(Setting::Number(level), Setting::Named), cost, gain }
}

fn chosen(choice: Choice) -> Sets {
    choice.settings.into_iter().map(|setting| setting.map(|(stretch, part)| set_at(&stretch, part))).collect()
}

fn furthest(pull: &Pull) -> Option<Set> {
    let ends = pull.stretches.iter().flat_map(|stretch| [0.0, 1.0].map(|part| set_at(stretch, part)));
    ends.max_by(|a, b| a.gain.total_cmp(&b.gain))
}

/// The sets with what falls short by rounding mended where that costs least, and every lever set to the cheapest level
/// that is enough beside the others; `None` where they fall short for good.
fn settled(situation: &Situation, mut sets: Sets) -> Option<Sets> {
    if !situation.is_met(gain(situation, &sets)) {
        let mended = (0..sets.len()).filter_map(|i| {
            let set = cheapest_of(situation, &sets, i)?;
            Some((i, set, set.cost - sets[i].map_or(0.0, |before| before.cost)))
        });
        let (index, set, _) = mended.min_by(|a, b| a.2.total_cmp(&b.2))?;
        sets[index] = Some(set);
    }
    let mut order: Vec<(usize, f64)> = sets.iter().enumerate().filter_map(|(i, set)| Some((i, (*set)?.cost))).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (index, cost) in order {
        let before = sets[index].take();
        if situation.is_met(gain(situation, &sets)) {
            continue;
        }
        sets[index] = cheapest_of(situation, &sets, index).filter(|set| set.cost < cost).or(before);
    }
    situation.is_met(gain(situation, &sets)).then_some(sets)
}

fn plan(situation: &Situation, today: f64, sets: &Sets, proven: bool) -> Plan {
    let pulled = || situation.pulls.iter().zip(sets).filter_map(|(pull, set)| Some((pull, (*set)?)));
    let saved: f64 = pulled().filter(|(pull, _)| pull.is_money).map(|(_, set)| set.gain).sum();
    let worth = situation.purse.gain(saved);
    let moves: Vec<Move> = pulled()
        .map(|(pull, set)| {
            let gain = if pull.is_money { worth * if saved > 0.0 { set.gain / saved } else { 0.0 } } else { set.gain };
            made(pull, set, gain, situation.currency)
        })
        .collect();
    Plan { cost: moves.iter().map(|m| m.cost).sum(), cdv: today + gain(situation, sets), moves, proven }
}

fn made(pull: &Pull, set: Set, gain: f64, currency: Currency) -> Move {
    let steps = match (pull.today, set.setting) {
        (Setting::Number(from), Setting::Number(to)) => Some((to - from).abs() / pull.step),
        _ => None,
    };
    let level = match set.setting {
        Setting::Named(id) => Level::Category(id),
        Setting::Number(amount) if pull.is_money => Level::Money(rounded_down(amount, currency)),
        Setting::Number(x) => Level::Number(x),
    };
    Move { criterion: pull.criterion, from: pull.today, to: set.setting, level, steps, cost: set.cost, gain }
}

/// An amount in minor units; what is finer is left to the buyer.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "bounded by AMOUNT_MAX_MINOR < 2^53")]
fn rounded_down(amount: f64, currency: Currency) -> i64 {
    const SLACK: f64 = 1e-6; // rounding of the program is not meant to cost a cent
    let minor = amount / currency.units(1.0);
    let whole = if (minor - minor.round()).abs() <= SLACK { minor.round() } else { minor.floor() };
    whole.clamp(-(AMOUNT_MAX_MINOR as f64), AMOUNT_MAX_MINOR as f64) as i64
}

/// What each lever does alone.
pub(super) fn alone(situation: &Situation, today: f64) -> Vec<Alone> {
    let stay: Sets = vec![None; situation.pulls.len()];
    let is_there = situation.is_met(0.0);
    let alone = |(index, pull): (usize, &Pull)| {
        let most = if pull.is_money { situation.purse.gain(pull.most()) } else { pull.most() };
        let set = if is_there { None } else { cheapest_of(situation, &stay, index) };
        let reached = set.map(|set| {
            let gain = if pull.is_money { situation.purse.gain(set.gain) } else { set.gain };
            made(pull, set, gain, situation.currency)
        });
        Alone { criterion: pull.criterion, reached, best_cdv: today + most }
    };
    situation.pulls.iter().enumerate().map(alone).collect()
}
