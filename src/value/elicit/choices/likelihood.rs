//! The log-likelihood of choices with its first and second derivatives.

use multiversion::multiversion;

use super::answers::{Choice, Choices};
use super::linear::Symmetric;

/// Choices that are worked on side by side.
const LANES: usize = 8;
/// Utilities up to this far above that of the one taken go through `exp` as they are.
const LARGE: f64 = 30.0;

/// One number for each choice of a block.
type Lanes = [f64; LANES];

/// Choices laid out for the sums: blocks of [`LANES`] choices with equally many alternatives.
pub(super) struct Likelihood {
    columns: usize,
    blocks: Vec<Block>,
    /// By block, alternative, column: differences to the one taken, times the factor of the column.
    differences: Vec<Lanes>,
}

struct Block {
    first: usize,
    others: usize,
    /// Choices in it; those of the lanes behind are 0 and add nothing but a constant.
    filled: usize,
}

/// The log-likelihood ℓ at some β.
pub(super) struct Point {
    /// ℓ = −Σ ln(1 + Σ exp(z·β)), z the differences to the one taken.
    pub(super) log_likelihood: f64,
    /// dℓ/dβ = −Σ z̄, z̄ = Σ p·z.
    pub(super) gradient: Vec<f64>,
    /// −d²ℓ/dβ² = Σ (Σ p·z·zᵀ − z̄·z̄ᵀ): the information in the answers.
    pub(super) information: Symmetric,
}

impl Likelihood {
    /// The first columns of `choices`, each times its factor.
    pub(super) fn new(choices: &Choices, factors: &[f64]) -> Self {
        let columns = factors.len();
        let mut by_size: Vec<Choice> = choices.choices().to_vec();
        by_size.sort_by_key(|choice| choice.others);
        let (mut blocks, mut differences) = (Vec::new(), Vec::new());
        for equal in by_size.chunk_by(|a, b| a.others == b.others) {
            for block in equal.chunks(LANES) {
                let first = differences.len();
                let others = block[0].others;
                differences.resize(first + others * columns, [0.0; LANES]);
                for (lane, choice) in block.iter().enumerate() {
                    let places = differences[first..].chunks_exact_mut(columns);
                    for (row, places) in choices.rows(*choice).zip(places) {
                        for ((place, x), factor) in places.iter_mut().zip(row).zip(factors) {
                            place[lane] = x * factor;
                        }
                    }
                }
                blocks.push(Block { first, others, filled: block.len() });
            }
        }
        Self { columns, blocks, differences }
    }

    /// ℓ and its derivatives at β.
    pub(super) fn at(&self, beta: &[f64]) -> Point {
        let most = self.blocks.iter().map(|block| block.others).max().unwrap_or(0);
        let mut sums = Sums {
            likelihood: 0.0,
            gradient: vec![[0.0; LANES]; self.columns],
            information: vec![[0.0; LANES]; self.columns * (self.columns + 1) / 2],
            weighted: vec![[0.0; LANES]; (most + 1) * self.columns],
            probabilities: vec![[0.0; LANES]; most],
        };
        for block in &self.blocks {
            let differences = &self.differences[block.first..][..block.others * self.columns];
            add_block(&mut sums, differences, beta, block.filled);
        }
        let total = |lanes: &Lanes| lanes.iter().sum::<f64>();
        Point {
            log_likelihood: sums.likelihood,
            gradient: sums.gradient.iter().map(|lanes| -total(lanes)).collect(),
            information: Symmetric { size: self.columns, lower: sums.information.iter().map(total).collect() },
        }
    }

    /// The least and the greatest z·β of all alternatives that were not taken.
    pub(super) fn extremes(&self, beta: &[f64]) -> [f64; 2] {
        let mut extremes = [f64::INFINITY, f64::NEG_INFINITY];
        for alternative in self.differences.chunks_exact(self.columns) {
            for lane in 0..LANES {
                let utility: f64 = alternative.iter().zip(beta).map(|(z, b)| z[lane] * b).sum();
                extremes = [extremes[0].min(utility), extremes[1].max(utility)];
            }
        }
        extremes
    }
}

/// Sums over blocks, and the room that one block needs.
struct Sums {
    likelihood: f64,
    /// Σ z̄.
    gradient: Vec<Lanes>,
    information: Vec<Lanes>,
    /// p·z by alternative and column, then −z̄.
    weighted: Vec<Lanes>,
    probabilities: Vec<Lanes>,
}

#[multiversion(targets = "simd")]
fn add_block(sums: &mut Sums, differences: &[Lanes], beta: &[f64], filled: usize) {
    let columns = beta.len();
    let others = differences.len() / columns;
    let probabilities = &mut sums.probabilities[..others];
    let mut greatest = [0.0_f64; LANES];
    for (utility, z) in probabilities.iter_mut().zip(differences.chunks_exact(columns)) {
        *utility = [0.0; LANES];
        for (z, b) in z.iter().zip(beta) {
            for (utility, z) in utility.iter_mut().zip(z) {
                *utility += z * b;
            }
        }
        for (greatest, utility) in greatest.iter_mut().zip(utility.iter()) {
            *greatest = greatest.max(*utility);
        }
    }
    // P(other) = exp(u) / (1 + Σ exp(u)), with all divided by exp of the greatest where that could overflow.
    let mut denominator = [1.0; LANES];
    for (greatest, denominator) in greatest.iter_mut().zip(&mut denominator) {
        *greatest = if *greatest > LARGE { *greatest } else { 0.0 };
        *denominator = if *greatest > 0.0 { (-*greatest).exp() } else { 1.0 };
    }
    for utility in probabilities.iter_mut() {
        for lane in 0..LANES {
            utility[lane] = (utility[lane] - greatest[lane]).exp();
            denominator[lane] += utility[lane];
        }
    }
    for lane in 0..filled {
        sums.likelihood -= greatest[lane] + denominator[lane].ln();
    }

    let (weighted, mean) = sums.weighted[..differences.len() + columns].split_at_mut(differences.len());
    mean.fill([0.0; LANES]);
    for (alternative, probability) in probabilities.iter_mut().enumerate() {
        for lane in 0..LANES {
            probability[lane] /= denominator[lane];
        }
        for column in 0..columns {
            let (z, w) = (&differences[alternative * columns + column], &mut weighted[alternative * columns + column]);
            for lane in 0..LANES {
                w[lane] = probability[lane] * z[lane];
                mean[column][lane] += w[lane];
            }
        }
    }
    let mut place = 0;
    for row in 0..columns {
        for (sum, mean) in sums.gradient[row].iter_mut().zip(&mean[row]) {
            *sum += mean;
        }
        for column in 0..=row {
            let mut sum = [0.0; LANES];
            for alternative in 0..others {
                let (w, z) = (&weighted[alternative * columns + row], &differences[alternative * columns + column]);
                for lane in 0..LANES {
                    sum[lane] += w[lane] * z[lane];
                }
            }
            for (lane, total) in sums.information[place].iter_mut().enumerate() {
                *total += sum[lane] - mean[row][lane] * mean[column][lane];
            }
            place += 1;
        }
    }
}
