//! Weights, λ and μ from choices: the penalised logit with its signs held.

use super::likelihood::{Likelihood, Point};
use super::linear::Symmetric;
use super::{ChoiceError, Choices};
use crate::model::Side;

/// Half the width of a 90 % interval in standard deviations.
const Z_90: f64 = 1.644_853_626_951_472_2;
/// Newton's decrement from which on the next step is the last.
const DECREMENT: f64 = 1e-12;
/// More steps than a convex function with this barrier needs.
const MAX_STEPS: usize = 200;
/// A step stops this short of 0.
const SHORT_OF_ZERO: f64 = 0.95;
/// Answers that took less than this part of the doubt about a weight away do not separate it from the others.
pub const TOLD_ENOUGH: f64 = 0.5;

/// What is taken off the log-likelihood: κ·Σ (θ/θ₀ − ln (θ/θ₀)) over all |β| = θ.
///
/// It is a mild wish for equal weights: least at θ = θ₀, which is the sharpness shared equally within each
/// side with λ = 1. It keeps every θ above 0 and below ∞, also where all answers agree. As a prior of θ it is the gamma
/// distribution of shape κ + 1 and rate κ/θ₀.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Penalty {
    /// κ: how much it weighs against an answer.
    pub strength: f64,
    /// μ₀: the sharpness at which it is least, per point of CDV.
    pub sharpness: f64,
}

impl Default for Penalty {
    /// κ = ½; μ₀ = 0.1: a lead of ten points means odds of e : 1.
    fn default() -> Self {
        Self { strength: 0.5, sharpness: 0.1 }
    }
}

/// A figure with the interval in which it is with 90 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The figure itself.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What choices say about the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceWeights {
    /// g per attribute, which sum to 1 within each side: g = |β| / Σ |β| of its side.
    pub weights: Vec<Estimate>,
    /// λ = Σ |cost β| / Σ value β; `None` unless both sides have attributes.
    pub cost_emphasis: Option<Estimate>,
    /// μ = Σ value β, per point of CDV; of the cost side where there is no value side.
    pub sharpness: Estimate,
    /// How much the answers tell of each |β|, 0…1: 1 − s/m, s the standard deviation that they leave of a doubt as large
    /// as m, the mean |β| of its side. 0 where it never differed; where n criteria always move together at most
    /// 1 − √((n − 1)/n).
    pub told: Vec<f64>,
    /// β per attribute: ≥ 0 on the value side, ≤ 0 on the cost side.
    pub coefficients: Vec<f64>,
    /// ℓ without the penalty.
    pub log_likelihood: f64,
    /// ℓ where all coefficients are 0.
    pub null_log_likelihood: f64,
    /// The covariance of β: the inverse of the information in the answers and the penalty.
    pub(super) covariance: Symmetric,
}

impl ChoiceWeights {
    /// The attributes whose weights the answers don't separate: they took less than [`TOLD_ENOUGH`] of the doubt away.
    #[must_use]
    pub fn untold(&self) -> Vec<usize> {
        (0..self.told.len()).filter(|i| self.told[*i] < TOLD_ENOUGH).collect()
    }

    /// What is known before the first answer: equal weights, λ = 1, and all the doubt of the penalty. It is what the
    /// first question is chosen by.
    ///
    /// # Errors
    /// No attributes, or a penalty that is not made of numbers above 0.
    pub fn before_answers(sides: &[Side], penalty: &Penalty) -> Result<Self, ChoiceError> {
        let scales = scales(sides, penalty)?;
        let size = sides.len();
        let point = Point { log_likelihood: 0.0, gradient: vec![0.0; size], information: Symmetric::zero(size) };
        Ok(summary(sides, &scales, &vec![1.0; size], &point, 0.0, penalty))
    }
}

/// Weights, λ and μ that agree best with the choices: the maximum of ℓ(β) less the [`Penalty`], with β ≥ 0 on the value
/// side and β ≤ 0 on the cost side.
///
/// β = μ·(signed contribution weight), so μ = Σ value β, λ = Σ |cost β| / μ, and g = |β| shared within its side. The
/// attributes are points (0…100; burden on the cost side); constants don't count. The function is concave, and Newton's
/// method finds its only maximum. Intervals are Laplace's: β is taken as normal around it with the inverse curvature as
/// covariance, and weights, ln λ and ln μ as linear in it; those of weights are cut at 0 and 1.
///
/// # Errors
/// No answers, sides that are not one for each attribute, or a penalty that is not made of numbers above 0.
pub fn weights_from_choices(
    choices: &Choices,
    sides: &[Side],
    penalty: &Penalty,
) -> Result<ChoiceWeights, ChoiceError> {
    signs(choices, sides)?;
    let scales = scales(sides, penalty)?;
    let likelihood = Likelihood::new(choices, &scales);
    let null = likelihood.at(&vec![0.0; scales.len()]).log_likelihood;
    // θ/θ₀, from where the penalty is least.
    let mut parts = vec![1.0; scales.len()];
    let mut point = likelihood.at(&parts);
    for _ in 0..MAX_STEPS {
        let downhill: Vec<f64> =
            point.gradient.iter().zip(&parts).map(|(g, p)| g - penalty.strength * (1.0 - 1.0 / p)).collect();
        let Ok(cholesky) = curvature(&point, &parts, penalty).cholesky(0.0) else { break };
        let step = cholesky.solve(&downhill);
        let decrement: f64 = step.iter().zip(&downhill).map(|(s, d)| s * d).sum();
        let is_last = decrement <= DECREMENT;
        let furthest = parts.iter().zip(&step).filter(|(_, s)| **s < 0.0).map(|(p, s)| -p / s);
        let longest = furthest.fold(f64::INFINITY, f64::min);
        let mut part = (SHORT_OF_ZERO * longest).min(1.0);
        let now = penalised(&point, &parts, penalty);
        let next = (0..40).find_map(|_| {
            let next_parts: Vec<f64> = parts.iter().zip(&step).map(|(p, s)| p + part * s).collect();
            let next = likelihood.at(&next_parts);
            let is_better = penalised(&next, &next_parts, penalty) > now;
            part *= 0.5;
            (is_better || is_last).then_some((next_parts, next))
        });
        let Some((next_parts, next)) = next else { break };
        (parts, point) = (next_parts, next);
        if is_last {
            break;
        }
    }
    Ok(summary(sides, &scales, &parts, &point, null, penalty))
}

/// 1 for value, −1 for cost, after what every fit with signs asks for.
pub(super) fn signs(choices: &Choices, sides: &[Side]) -> Result<Vec<f64>, ChoiceError> {
    if sides.is_empty() {
        return Err(ChoiceError::NoAttributes);
    }
    if sides.len() != choices.attributes() {
        return Err(ChoiceError::WrongCount { expected: choices.attributes(), found: sides.len() });
    }
    if choices.answers() == 0 {
        return Err(ChoiceError::NoAnswers);
    }
    Ok(sides.iter().map(|side| sign(*side)).collect())
}

fn sign(side: Side) -> f64 {
    match side {
        Side::Value => 1.0,
        Side::Cost => -1.0,
    }
}

/// Signed θ₀ of each attribute: β where the penalty is least.
#[expect(clippy::cast_precision_loss, reason = "numbers of criteria")]
fn scales(sides: &[Side], penalty: &Penalty) -> Result<Vec<f64>, ChoiceError> {
    let is_sound = |x: f64| x.is_finite() && x > 0.0;
    if sides.is_empty() {
        return Err(ChoiceError::NoAttributes);
    }
    if !is_sound(penalty.strength) || !is_sound(penalty.sharpness) {
        return Err(ChoiceError::Penalty);
    }
    let count = |side: Side| sides.iter().filter(|other| **other == side).count() as f64;
    Ok(sides.iter().map(|side| sign(*side) * penalty.sharpness / count(*side)).collect())
}

fn penalised(point: &Point, parts: &[f64], penalty: &Penalty) -> f64 {
    point.log_likelihood - penalty.strength * parts.iter().map(|p| p - p.ln()).sum::<f64>()
}

/// The information in answers and penalty, per θ/θ₀.
fn curvature(point: &Point, parts: &[f64], penalty: &Penalty) -> Symmetric {
    let mut curvature = point.information.clone();
    for (i, part) in parts.iter().enumerate() {
        curvature.add(i, i, penalty.strength / (part * part));
    }
    curvature
}

fn summary(
    sides: &[Side],
    scales: &[f64],
    parts: &[f64],
    point: &Point,
    null_log_likelihood: f64,
    penalty: &Penalty,
) -> ChoiceWeights {
    let coefficients: Vec<f64> = parts.iter().zip(scales).map(|(part, scale)| part * scale).collect();
    let mut covariance = inverse(&curvature(point, parts, penalty));
    covariance.scale(scales);
    // d ln(Σ |β| of a side) / dβ.
    let slopes = |side: Side| -> Vec<f64> {
        let total = total(sides, &coefficients, side);
        sides.iter().map(|other| if *other == side { sign(side) / total } else { 0.0 }).collect()
    };
    let in_logs = |value: f64, slopes: &[f64]| {
        let factor = (Z_90 * covariance.form(slopes).max(0.0).sqrt()).exp();
        Estimate { value, low: value / factor, high: value * factor }
    };
    let [value, cost] = [Side::Value, Side::Cost].map(|side| total(sides, &coefficients, side));
    let main = if value > 0.0 { Side::Value } else { Side::Cost };
    let apart: Vec<f64> = slopes(Side::Cost).iter().zip(slopes(Side::Value)).map(|(c, v)| c - v).collect();
    ChoiceWeights {
        told: told(sides, scales, &coefficients, &point.information),
        cost_emphasis: (value > 0.0 && cost > 0.0).then(|| in_logs(cost / value, &apart)),
        sharpness: in_logs(if main == Side::Value { value } else { cost }, &slopes(main)),
        weights: (0..sides.len())
            .map(|i| {
                let (value, deviation) = share(sides, &coefficients, &covariance, i);
                let [low, high] = [-Z_90, Z_90].map(|z| (value + z * deviation).clamp(0.0, 1.0));
                Estimate { value, low, high }
            })
            .collect(),
        coefficients,
        log_likelihood: point.log_likelihood,
        null_log_likelihood,
        covariance,
    }
}

/// The inverse of a curvature, which the penalty alone makes definite; where numbers are so large that rounding hides
/// that, nothing is known.
fn inverse(curvature: &Symmetric) -> Symmetric {
    curvature.cholesky(0.0).map_or_else(|_| Symmetric::unknown(curvature.size), |cholesky| cholesky.inverse())
}

/// How much of the doubt about each |β| the answers take away, from one as large as the mean |β| of its side.
fn told(sides: &[Side], scales: &[f64], coefficients: &[f64], information: &Symmetric) -> Vec<f64> {
    // The doubt, in the units of `information`.
    #[expect(clippy::cast_precision_loss, reason = "a number of criteria")]
    let doubt = |i: usize| {
        let count = sides.iter().filter(|side| **side == sides[i]).count() as f64;
        total(sides, coefficients, sides[i]) / count / scales[i].abs()
    };
    let doubts: Vec<f64> = (0..sides.len()).map(doubt).collect();
    let mut curvature = information.clone();
    for (i, doubt) in doubts.iter().enumerate() {
        curvature.add(i, i, 1.0 / (doubt * doubt));
    }
    let left = inverse(&curvature);
    doubts.iter().enumerate().map(|(i, doubt)| (1.0 - left.get(i, i).sqrt() / doubt).clamp(0.0, 1.0)).collect()
}

/// Σ |β| of a side.
fn total(sides: &[Side], coefficients: &[f64], side: Side) -> f64 {
    sides.iter().zip(coefficients).filter(|(other, _)| **other == side).map(|(_, b)| b.abs()).sum()
}

/// g of attribute `i`, and its standard deviation: dg(i)/d|β(j)| = ([i = j] − g(i)) / Σ |β|.
fn share(sides: &[Side], coefficients: &[f64], covariance: &Symmetric, i: usize) -> (f64, f64) {
    let side = sides[i];
    let total = total(sides, coefficients, side);
    let share = coefficients[i].abs() / total;
    let slope = |j: usize| match (sides[j] == side, i == j) {
        (false, _) => 0.0,
        (true, true) => sign(side) * (1.0 - share) / total,
        (true, false) => -sign(side) * share / total,
    };
    let slopes: Vec<f64> = (0..sides.len()).map(slope).collect();
    (share, covariance.form(&slopes).max(0.0).sqrt())
}
