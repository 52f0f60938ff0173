//! The cheapest set of levers as a mixed-integer linear program.
//!
//! Per lever the multiple-choice model: a binary z per stretch, Σ z ≤ 1, and the way along it, 0 ≤ w ≤ z (a whole
//! number of steps 0 ≤ n ≤ N·z where only those can be had). All amounts of money save together, and one more such
//! choice of stretches turns what they save into CDV. Gains are in parts of what is needed, costs and savings in
//! parts of the largest, so that coefficients stay near 1.

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, SolutionStatus, SolveOptions, SolveOutcome, Variable,
};

use super::reach::{Situation, Stretch};

/// Most nodes of the search tree, so that every question ends; ten levers take some hundred.
const NODES_MAX: u64 = 20_000;
/// How far a row may miss its bound, in parts of what is needed.
const FEASIBILITY: f64 = 1e-9;
/// More steps than this are as good as continuous for the solver; they are made whole afterwards.
const STEPS_MAX: f64 = 1e6;

/// What the solver chose: per pull the stretch and the part of the way along it.
pub(super) struct Choice {
    pub settings: Vec<Option<(Stretch, f64)>>,
    pub proven: bool,
}

/// A stretch in the program.
struct Way {
    stretch: Stretch,
    /// 1 where it is chosen; `None` where it starts at today's level and is the only one, so that nothing is chosen.
    chosen: Option<Variable>,
    /// Part of the way, or number of steps; `None` for a single level.
    along: Option<Along>,
}

struct Along {
    variable: Variable,
    /// Value of the variable at the far end.
    full: f64,
}

/// The cheapest choice that gains `need·(1 + extra)`; `Ok(None)` where the solver finds none.
///
/// # Errors
/// What the solver says when it gives up.
pub(super) fn solve(situation: &Situation, extra: f64) -> Result<Option<Choice>, String> {
    let need = situation.need;
    let most_saved = situation.purse.points.last().map_or(0.0, |p| p[0]);
    let saving = situation.purse.saving_for(need * (1.0 + extra), 0.0).unwrap_or(most_saved);
    let useful: Vec<Vec<Stretch>> = situation
        .pulls
        .iter()
        .map(|pull| useful(&pull.stretches, if pull.is_money { saving } else { need * (1.0 + extra) }))
        .collect();
    let dearest = useful.iter().flatten().map(|s| s.cost[1]).fold(0.0, f64::max);
    let cost_unit = if dearest > 0.0 { dearest } else { 1.0 };

    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let (mut gains, mut savings) = (Vec::new(), Vec::new());
    let mut ways: Vec<Vec<Way>> = Vec::with_capacity(useful.len());
    for (pull, stretches) in situation.pulls.iter().zip(useful) {
        let (row, unit) = if pull.is_money { (&mut savings, saving) } else { (&mut gains, need) };
        ways.push(choose_one(&mut problem, stretches, row, (cost_unit, unit)));
    }
    if saving > 0.0 && !savings.is_empty() {
        spend(&mut problem, situation, saving, &mut gains, savings);
    }
    problem.add_constraint(&gains, ComparisonOp::Ge, 1.0 + extra);

    let mut options = SolveOptions::default();
    options.node_limit = Some(NODES_MAX);
    options.tolerances.feasibility = FEASIBILITY;
    match problem.solve_with(options) {
        Ok(SolveOutcome::Solution(solution)) => {
            let value = |variable: Variable| solution.var_value(variable);
            let settings = ways.into_iter().map(|ways| ways.into_iter().find_map(|way| chosen(way, value)));
            let proven = solution.status() == SolutionStatus::Optimal;
            Ok(Some(Choice { settings: settings.collect(), proven }))
        }
        Ok(SolveOutcome::Interrupted(_)) | Err(Error::Infeasible) => Ok(None),
        Err(why) => Err(why.to_string()),
    }
}

/// The stretches without what nobody would choose: beyond the level at which this lever alone is enough, on a falling
/// slope, or where another level gains as much for less.
fn useful(stretches: &[Stretch], enough: f64) -> Vec<Stretch> {
    let cut = |s: &Stretch| {
        let part = if s.gain[1] > s.gain[0] { s.part_for(enough, 0.0).unwrap_or(1.0) } else { 0.0 };
        let (level, cost, gain) = s.at(part);
        let first = |ends: [f64; 2], last| [ends[0], last];
        Stretch {
            named: s.named,
            levels: first(s.levels, level),
            cost: first(s.cost, cost),
            gain: first(s.gain, gain),
            steps: s.steps.map(|steps| (steps * part).round()),
        }
    };
    let mut cut: Vec<Stretch> = stretches.iter().map(cut).filter(|s| s.gain[1] > 0.0).collect();
    cut.sort_by(|a, b| a.cost[0].total_cmp(&b.cost[0]).then(b.gain[1].total_cmp(&a.gain[1])));
    let mut kept: Vec<Stretch> = Vec::new();
    for stretch in cut {
        let beaten = kept.iter().any(|k| {
            let ends = [0, 1].map(|end| k.cost[end] <= stretch.cost[0] && k.gain[end] >= stretch.gain[1]);
            ends.contains(&true)
        });
        if !beaten {
            kept.push(stretch);
        }
    }
    kept
}

/// Adds the choice of at most one stretch; its gains, in parts of the unit, go to `row`.
fn choose_one(
    problem: &mut Problem,
    stretches: Vec<Stretch>,
    row: &mut Vec<(Variable, f64)>,
    (cost_unit, gain_unit): (f64, f64),
) -> Vec<Way> {
    let is_only = stretches.len() == 1;
    let mut ways = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let [cost, gain] = [stretch.cost.map(|c| c / cost_unit), stretch.gain.map(|g| g / gain_unit)];
        let starts_today = cost[0] == 0.0 && gain[0] == 0.0;
        let is_level = gain[1] <= gain[0];
        let chosen = (is_level || !(is_only && starts_today)).then(|| {
            let variable = problem.add_binary_var(cost[0]);
            row.push((variable, gain[0]));
            variable
        });
        let along = (!is_level).then(|| {
            let (rise, climb) = (cost[1] - cost[0], gain[1] - gain[0]);
            #[expect(clippy::cast_possible_truncation, reason = "whole and at most STEPS_MAX")]
            let (variable, full) = match stretch.steps {
                Some(steps) if steps <= STEPS_MAX => (problem.add_integer_var(rise / steps, (0, steps as i32)), steps),
                _ => (problem.add_var(rise, (0.0, 1.0)), 1.0),
            };
            row.push((variable, climb / full));
            if let Some(chosen) = chosen {
                problem.add_constraint([(variable, 1.0), (chosen, -full)], ComparisonOp::Le, 0.0);
            }
            Along { variable, full }
        });
        ways.push(Way { stretch, chosen, along });
    }
    let choices: Vec<(Variable, f64)> = ways.iter().filter_map(|way| Some((way.chosen?, 1.0))).collect();
    if choices.len() > 1 {
        problem.add_constraint(&choices, ComparisonOp::Le, 1.0);
    }
    ways
}

/// Turns what the amounts save together into gains: a choice of one stretch of the curve of ownership, no longer than
/// what is saved.
fn spend(
    problem: &mut Problem,
    situation: &Situation,
    saving: f64,
    gains: &mut Vec<(Variable, f64)>,
    mut savings: Vec<(Variable, f64)>,
) {
    let stretch = |pair: &[[f64; 2]]| {
        let [from, to] = [pair[0], pair[1]];
        let end = to[0].min(saving);
        (to[1] > from[1] && from[0] < saving).then(|| Stretch {
            named: None,
            levels: [0.0; 2],
            cost: [from[0], end],
            gain: [from[1], situation.purse.gain(end)],
            steps: None,
        })
    };
    let stretches: Vec<Stretch> = situation.purse.points.windows(2).filter_map(stretch).collect();
    let is_only = stretches.len() == 1;
    let mut choices = Vec::new();
    for Stretch { cost: saved, gain, .. } in stretches {
        let along = problem.add_var(0.0, (0.0, 1.0));
        gains.push((along, (gain[1] - gain[0]) / situation.need));
        savings.push((along, -(saved[1] - saved[0]) / saving));
        if !is_only || saved[0] > 0.0 {
            let chosen = problem.add_binary_var(0.0);
            gains.push((chosen, gain[0] / situation.need));
            savings.push((chosen, -saved[0] / saving));
            problem.add_constraint([(along, 1.0), (chosen, -1.0)], ComparisonOp::Le, 0.0);
            choices.push((chosen, 1.0));
        }
    }
    if choices.len() > 1 {
        problem.add_constraint(&choices, ComparisonOp::Le, 1.0);
    }
    problem.add_constraint(&savings, ComparisonOp::Ge, 0.0);
}

/// The stretch and the part of it, where the solver chose this one.
fn chosen(way: Way, value: impl Fn(Variable) -> f64) -> Option<(Stretch, f64)> {
    let is_chosen = way.chosen.is_none_or(|variable| value(variable) > 0.5);
    let part = way.along.map_or(0.0, |along| {
        let raw = value(along.variable);
        let raw = if along.full > 1.0 { raw.round() } else { raw };
        (raw / along.full).clamp(0.0, 1.0)
    });
    (is_chosen && (part > 0.0 || way.chosen.is_some())).then_some((way.stretch, part))
}
