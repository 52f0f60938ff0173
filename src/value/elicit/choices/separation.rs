//! Whether some direction parts the answers: linear programs over many rows, of which few matter.

use microlp::{ComparisonOp, OptimizationDirection, Problem};

use super::ChoiceError;

/// What a row may be wrong by, where the largest number of a column is 1: the solver's own tolerance.
pub(super) const SLACK: f64 = 1e-8;
/// Rows taken into the program at a time.
const BATCH: usize = 16;
/// The rounds that the rows may take to come in.
const MAX_ROUNDS: usize = 500;

/// Factors that make the largest number of each column 1; 1 where it is 0.
pub(super) fn factors<'a>(rows: impl Iterator<Item = &'a [f64]>, columns: usize) -> Vec<f64> {
    let mut largest = vec![0.0_f64; columns];
    for row in rows {
        largest.iter_mut().zip(row).for_each(|(largest, x)| *largest = largest.max(x.abs()));
    }
    largest.into_iter().map(|x| if x > 0.0 { 1.0 / x } else { 1.0 }).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Solves a program whose rows come in only where they are broken, after those it is to `begin` with. `program` solves it
/// with some of the rows and returns a vector and what each row may be at most with it; returned are the last of these and
/// the rows that came in.
fn by_rows(
    rows: &[&[f64]],
    begin: &[usize],
    mut program: impl FnMut(&[usize]) -> Result<(Vec<f64>, f64), ChoiceError>,
) -> Result<(Vec<f64>, f64, Vec<usize>), ChoiceError> {
    let mut used: Vec<usize> = begin.to_vec();
    for _ in 0..MAX_ROUNDS {
        let (x, most) = program(&used)?;
        let mut broken: Vec<(f64, usize)> =
            rows.iter().enumerate().map(|(i, row)| (dot(row, &x), i)).filter(|(sum, _)| *sum > most + SLACK).collect();
        broken.retain(|(_, i)| !used.contains(i));
        if broken.is_empty() {
            return Ok((x, most, used));
        }
        broken.sort_by(|a, b| b.0.total_cmp(&a.0));
        used.extend(broken.iter().take(BATCH).map(|(_, i)| *i));
    }
    Err(ChoiceError::Unsolved)
}

/// A direction d with z·d ≤ 0 for all rows z and < 0 for some; `None` where there is none.
///
/// Maximises Σ −z·d over z·d ≤ 0 and −1 ≤ d ≤ 1 (Albert and Anderson 1984, Biometrika 71:1–10). Columns of `rows` are
/// scaled by [`factors`].
pub(super) fn parting_direction(rows: &[&[f64]], columns: usize) -> Result<Option<Vec<f64>>, ChoiceError> {
    let mut goal = vec![0.0; columns];
    for row in rows {
        goal.iter_mut().zip(*row).for_each(|(goal, z)| *goal -= z);
    }
    let largest = goal.iter().fold(f64::MIN_POSITIVE, |largest, x| x.abs().max(largest));
    for x in &mut goal {
        *x /= largest;
    }
    let (direction, ..) = by_rows(rows, &[], |used| {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let variables: Vec<_> = goal.iter().map(|goal| problem.add_var(*goal, (-1.0, 1.0))).collect();
        for &i in used {
            let terms: Vec<_> = variables.iter().copied().zip(rows[i].iter().copied()).collect();
            problem.add_constraint(&terms, ComparisonOp::Le, 0.0);
        }
        let solution = solved(&problem)?;
        Ok((variables.iter().map(|v| solution.var_value(*v)).collect(), 0.0))
    })?;
    let is_parting = rows.iter().any(|row| dot(row, &direction) < -SLACK * 10.0);
    Ok(is_parting.then_some(direction))
}

/// Whether some weights agree with all rows, and the rows that say so.
pub(super) struct Agreement {
    /// Some θ ≥ 0 has z·θ < 0 for all rows.
    pub(super) is_there: bool,
    /// The rows of which z·θ is greatest: where there is no such θ, there is none for these alone.
    pub(super) binding: Vec<usize>,
}

/// Whether some weights agree with all rows: whether some θ ≥ 0 has z·θ < 0 for each.
///
/// Minimises the greatest z·θ over Σθ = 1, θ ≥ 0: the value of a matrix game, which is below 0 where θ exists. Rows below
/// the greatest have no part in that value. Each row's largest number must be 1. `begin` names rows that are likely to
/// count, which saves rounds.
pub(super) fn agreement(rows: &[&[f64]], columns: usize, begin: &[usize]) -> Result<Agreement, ChoiceError> {
    let (weights, greatest, used) = by_rows(rows, begin, |used| {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let variables: Vec<_> = (0..columns).map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
        let greatest = problem.add_var(1.0, (-2.0, 2.0));
        let ones: Vec<_> = variables.iter().map(|v| (*v, 1.0)).collect();
        problem.add_constraint(&ones, ComparisonOp::Eq, 1.0);
        for &i in used {
            let mut terms: Vec<_> = variables.iter().copied().zip(rows[i].iter().copied()).collect();
            terms.push((greatest, -1.0));
            problem.add_constraint(&terms, ComparisonOp::Le, 0.0);
        }
        let solution = solved(&problem)?;
        Ok((variables.iter().map(|v| solution.var_value(*v)).collect(), solution.var_value(greatest)))
    })?;
    let is_binding = |row: &usize| dot(rows[*row], &weights) > greatest - SLACK * 10.0;
    let binding = used.into_iter().filter(is_binding).collect();
    Ok(Agreement { is_there: greatest <= -SLACK * 10.0, binding })
}

fn solved(problem: &Problem) -> Result<microlp::Solution, ChoiceError> {
    problem.solve().ok().and_then(|outcome| outcome.into_solution().ok()).ok_or(ChoiceError::Unsolved)
}
