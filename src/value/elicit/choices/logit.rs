//! The conditional logit without a penalty, its coefficients free.

use super::likelihood::Likelihood;
use super::separation::{factors, parting_direction};
use super::{ChoiceError, Choices};

/// Newton's decrement, in squared standard errors, from which on the next step is the last.
const DECREMENT: f64 = 1e-10;
/// More steps than any answers with a maximum need.
const MAX_STEPS: usize = 60;
/// A utility that nothing but a search for separation explains: odds of e¹² = 160,000 : 1.
const EXTREME_UTILITY: f64 = 12.0;
/// A pivot this small against its diagonal is rounding.
const PIVOT: f64 = 1e-11;

/// How a fit ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// At the maximum of the likelihood.
    Converged,
    /// There is no maximum: the likelihood grows for ever along `direction`, with which all answers agree and some
    /// without doubt. The coefficients are those of where the search stopped.
    Separated {
        /// Per coefficient.
        direction: Vec<f64>,
    },
    /// Rounding ended the search.
    Stopped,
}

/// A fitted conditional logit.
#[derive(Clone, Debug, PartialEq)]
pub struct LogitFit {
    /// β: one for each attribute, then for each constant.
    pub coefficients: Vec<f64>,
    /// Square roots of the diagonal of the inverse information; `None` unless converged.
    pub standard_errors: Option<Vec<f64>>,
    /// ℓ = Σ ln P(taken).
    pub log_likelihood: f64,
    /// ℓ where all coefficients are 0: −Σ ln (number of alternatives).
    pub null_log_likelihood: f64,
    /// Newton steps taken.
    pub steps: usize,
    /// How it ended.
    pub outcome: Outcome,
}

/// Coefficients of highest likelihood, of either sign, by Newton's method.
///
/// ℓ(β) = Σ ln [exp(β·x taken) / Σ exp(β·x)] is concave, so a maximum is the only one; steps are halved until ℓ grows.
/// Where answers are separated there is none, which a linear program finds for certain.
///
/// # Errors
/// No answers, or a column that never differs within a choice or follows from those before it.
///
/// # Examples
/// ```
/// use worthwhile::value::elicit::choices::{Choices, Outcome, conditional_logit};
/// // Of two that differ in one point, the better is taken three times of four: odds of 3 : 1.
/// let mut choices = Choices::new(1);
/// for taken in [0, 0, 0, 1] {
///     choices.push(&[[1.0], [0.0]], taken).unwrap();
/// }
/// let fit = conditional_logit(&choices).unwrap();
/// assert!((fit.coefficients[0] - 3.0_f64.ln()).abs() < 1e-9);
/// assert_eq!(fit.outcome, Outcome::Converged);
/// ```
pub fn conditional_logit(choices: &Choices) -> Result<LogitFit, ChoiceError> {
    if choices.columns() == 0 {
        return Err(ChoiceError::NoAttributes);
    }
    if choices.answers() == 0 {
        return Err(ChoiceError::NoAnswers);
    }
    // All columns on one footing, so that pivots and steps compare.
    let factors = factors(choices.all_rows(), choices.columns());
    let likelihood = Likelihood::new(choices, &factors);
    let mut beta = vec![0.0; factors.len()];
    let mut point = likelihood.at(&beta);
    let null_log_likelihood = point.log_likelihood;
    point.information.cholesky(PIVOT).map_err(|column| ChoiceError::NotIdentified { column })?;
    let (mut steps, mut has_converged) = (0, false);
    while steps < MAX_STEPS && !has_converged {
        let Ok(cholesky) = point.information.cholesky(PIVOT) else { break };
        let step = cholesky.solve(&point.gradient);
        let decrement: f64 = step.iter().zip(&point.gradient).map(|(s, g)| s * g).sum();
        steps += 1;
        has_converged = decrement <= DECREMENT;
        let Some((next_beta, next)) = (0..30).find_map(|halvings| {
            let part = 0.5_f64.powi(halvings);
            let next_beta: Vec<f64> = beta.iter().zip(&step).map(|(b, s)| b + part * s).collect();
            let next = likelihood.at(&next_beta);
            // At the end rounding is as large as what a step gains.
            (has_converged || next.log_likelihood > point.log_likelihood).then_some((next_beta, next))
        }) else {
            break;
        };
        (beta, point) = (next_beta, next);
    }
    let [least, greatest] = likelihood.extremes(&beta);
    let is_suspect = !has_converged || least < -EXTREME_UTILITY || greatest > EXTREME_UTILITY;
    let direction = if is_suspect { parting(choices, &factors)? } else { None };
    let covariance = point.information.cholesky(0.0).ok().map(|cholesky| cholesky.inverse());
    let outcome = match (direction, has_converged) {
        (Some(direction), _) => Outcome::Separated { direction },
        (None, true) => Outcome::Converged,
        (None, false) => Outcome::Stopped,
    };
    let standard_errors = covariance
        .filter(|_| outcome == Outcome::Converged)
        .map(|covariance| factors.iter().enumerate().map(|(i, factor)| covariance.get(i, i).sqrt() * factor).collect());
    Ok(LogitFit {
        coefficients: beta.iter().zip(&factors).map(|(b, factor)| b * factor).collect(),
        standard_errors,
        log_likelihood: point.log_likelihood,
        null_log_likelihood,
        steps,
        outcome,
    })
}

/// The direction in which the likelihood grows for ever, in the units of the coefficients.
fn parting(choices: &Choices, factors: &[f64]) -> Result<Option<Vec<f64>>, ChoiceError> {
    let scaled: Vec<Vec<f64>> =
        choices.all_rows().map(|row| row.iter().zip(factors).map(|(x, factor)| x * factor).collect()).collect();
    let rows: Vec<&[f64]> = scaled.iter().map(Vec::as_slice).collect();
    let direction = parting_direction(&rows, factors.len())?;
    Ok(direction.map(|direction| direction.iter().zip(factors).map(|(d, factor)| d * factor).collect()))
}
