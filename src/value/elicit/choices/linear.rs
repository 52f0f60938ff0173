//! Small symmetric systems.

/// A symmetric matrix, of which the lower triangle counts, row by row: (0, 0), (1, 0), (1, 1), (2, 0), …
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Symmetric {
    pub(super) size: usize,
    pub(super) lower: Vec<f64>,
}

/// Where (row, column) stands; either order.
pub(super) fn place(row: usize, column: usize) -> usize {
    let (row, column) = (row.max(column), row.min(column));
    row * (row + 1) / 2 + column
}

impl Symmetric {
    pub(super) fn zero(size: usize) -> Self {
        Self { size, lower: vec![0.0; size * (size + 1) / 2] }
    }

    /// The covariance of what nothing is known about.
    pub(super) fn unknown(size: usize) -> Self {
        let mut unknown = Self::zero(size);
        (0..size).for_each(|i| unknown.add(i, i, f64::MAX.sqrt()));
        unknown
    }

    pub(super) fn add(&mut self, row: usize, column: usize, amount: f64) {
        self.lower[place(row, column)] += amount;
    }

    /// D·A·D, D the diagonal matrix of `factors`.
    pub(super) fn scale(&mut self, factors: &[f64]) {
        for row in 0..self.size {
            for column in 0..=row {
                self.lower[place(row, column)] *= factors[row] * factors[column];
            }
        }
    }

    pub(super) fn get(&self, row: usize, column: usize) -> f64 {
        self.lower[place(row, column)]
    }

    /// vᵀ·A·v.
    pub(super) fn form(&self, v: &[f64]) -> f64 {
        // Made-up pairs differ in two places of many.
        let used: Vec<usize> = (0..self.size).filter(|i| v[*i].abs() > 0.0).collect();
        let row = |i: usize| used.iter().map(|&j| self.get(i, j) * v[j]).sum::<f64>();
        used.iter().map(|&i| v[i] * row(i)).sum()
    }

    /// L of A = L·Lᵀ, or the first row that follows from those before it: its pivot is at most `tolerance` of the
    /// diagonal, or not a number.
    pub(super) fn cholesky(&self, tolerance: f64) -> Result<Cholesky, usize> {
        let mut lower = self.lower.clone();
        for i in 0..self.size {
            for j in 0..=i {
                let dot: f64 = (0..j).map(|k| lower[place(i, k)] * lower[place(j, k)]).sum();
                let rest = lower[place(i, j)] - dot;
                lower[place(i, j)] = if i == j {
                    let is_above = rest > tolerance * self.get(i, i) && rest > 0.0;
                    if !is_above {
                        return Err(i);
                    }
                    rest.sqrt()
                } else {
                    rest / lower[place(j, j)]
                };
            }
        }
        Ok(Cholesky { size: self.size, lower })
    }
}

/// The lower triangle L of a positive definite matrix A = L·Lᵀ.
pub(super) struct Cholesky {
    size: usize,
    lower: Vec<f64>,
}

impl Cholesky {
    /// x of A·x = b.
    pub(super) fn solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in 0..self.size {
            let dot: f64 = (0..i).map(|k| self.lower[place(i, k)] * x[k]).sum();
            x[i] = (x[i] - dot) / self.lower[place(i, i)];
        }
        for i in (0..self.size).rev() {
            let dot: f64 = (i + 1..self.size).map(|k| self.lower[place(k, i)] * x[k]).sum();
            x[i] = (x[i] - dot) / self.lower[place(i, i)];
        }
        x
    }

    /// A⁻¹.
    pub(super) fn inverse(&self) -> Symmetric {
        let mut inverse = Symmetric::zero(self.size);
        let mut unit = vec![0.0; self.size];
        for i in 0..self.size {
            unit.fill(0.0);
            unit[i] = 1.0;
            for (j, x) in self.solve(&unit).into_iter().enumerate().skip(i) {
                inverse.lower[place(j, i)] = x;
            }
        }
        inverse
    }
}
