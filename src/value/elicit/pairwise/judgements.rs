//! The judgements themselves: the upper triangle of the matrix, with gaps.

use super::PairwiseError;

/// The largest number of items that are compared in pairs.
pub const MAX_ITEMS: usize = 32;
/// No judgement is beyond this, or below 1 divided by it: a product of one for each item is still a number.
pub const MAX_JUDGEMENT: f64 = 1e9;
/// The smaller of a(i, j) and a(j, i) may differ from 1 divided by the larger by this, as matrices are printed with two
/// decimals (1/3 as 0.33, 1/8 as 0.13); so may the diagonal from 1.
pub const RECIPROCAL_TOLERANCE: f64 = 0.005;
/// What rounding adds to that: 0.13 − 1/8 is a little more than 0.005.
const ROUNDING: f64 = 1e-9;

/// Judgements on pairs of items; any may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgements {
    items: usize,
    /// a(i, j) of i < j, row by row.
    upper: Vec<Option<f64>>,
}

impl Judgements {
    /// No judgement yet.
    ///
    /// # Errors
    /// No items, or more than [`MAX_ITEMS`].
    pub fn none(items: usize) -> Result<Self, PairwiseError> {
        match items {
            0 => Err(PairwiseError::Empty),
            1..=MAX_ITEMS => Ok(Self { items, upper: vec![None; items * (items - 1) / 2] }),
            _ => Err(PairwiseError::TooMany { items }),
        }
    }

    /// From the upper triangle, row by row: a(0, 1), a(0, 2), … a(1, 2), …
    ///
    /// # Errors
    /// Those of [`Self::none`] and [`Self::set`], or a triangle of the wrong length.
    pub fn from_upper(items: usize, upper: &[Option<f64>]) -> Result<Self, PairwiseError> {
        let mut judgements = Self::none(items)?;
        if upper.len() != judgements.upper.len() {
            return Err(PairwiseError::WrongCount { expected: judgements.upper.len(), found: upper.len() });
        }
        let pairs = (0..items).flat_map(|row| (row + 1..items).map(move |column| (row, column)));
        for ((row, column), &judgement) in pairs.zip(upper) {
            judgements.set(row, column, judgement)?;
        }
        Ok(judgements)
    }

    /// From the whole matrix; a judgement may be missing on either side of the diagonal or on both, and so may the
    /// diagonal. Of two that face each other the larger counts, as what is printed of it is nearer to what was meant: 7
    /// rather than 0.14.
    ///
    /// # Errors
    /// Those of [`Self::none`] and [`Self::set`], a matrix that is not square, a diagonal that is not 1, or one that is
    /// not reciprocal within [`RECIPROCAL_TOLERANCE`].
    pub fn from_matrix(matrix: &[Vec<Option<f64>>]) -> Result<Self, PairwiseError> {
        let items = matrix.len();
        let mut judgements = Self::none(items)?;
        if let Some(row) = matrix.iter().find(|row| row.len() != items) {
            return Err(PairwiseError::WrongCount { expected: items, found: row.len() });
        }
        for (row, entries) in matrix.iter().enumerate() {
            for (column, &entry) in entries.iter().enumerate().take(row) {
                let above = matrix[column][row];
                judgements.set(row, column, entry)?;
                if let (Some(below), Some(above)) = (entry, above) {
                    // It must be a judgement, even where the other one counts.
                    judgements.set(column, row, Some(above))?;
                    if !is_reciprocal(above, below) {
                        return Err(PairwiseError::NotReciprocal { row: column, column: row });
                    }
                    if below > above {
                        judgements.set(row, column, Some(below))?;
                    }
                } else if above.is_some() {
                    judgements.set(column, row, above)?;
                }
            }
            if entries[row].is_some_and(|own| (own - 1.0).abs() > RECIPROCAL_TOLERANCE || own.is_nan()) {
                return Err(PairwiseError::Diagonal { item: row });
            }
        }
        Ok(judgements)
    }

    /// The number of items.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// a(row, column): how many times as important `row` is; `None` where nobody said or there is no such pair.
    #[must_use]
    pub fn get(&self, row: usize, column: usize) -> Option<f64> {
        let judgement = self.place(row.min(column), row.max(column)).and_then(|place| self.upper[place])?;
        Some(if row < column { judgement } else { 1.0 / judgement })
    }

    /// Gives, changes or takes back the judgement a(row, column), and with it a(column, row).
    ///
    /// # Errors
    /// No such pair, or a judgement that is not a number above 0 and at most [`MAX_JUDGEMENT`] to 1.
    pub fn set(&mut self, row: usize, column: usize, judgement: Option<f64>) -> Result<(), PairwiseError> {
        let place = self.place(row.min(column), row.max(column)).ok_or(PairwiseError::NoSuchPair { row, column })?;
        if judgement.is_some_and(|a| !(MAX_JUDGEMENT.recip()..=MAX_JUDGEMENT).contains(&a)) {
            return Err(PairwiseError::NotAJudgement { row, column });
        }
        self.upper[place] = if row < column { judgement } else { judgement.map(f64::recip) };
        Ok(())
    }

    /// How many judgements are missing.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.upper.iter().filter(|judgement| judgement.is_none()).count()
    }

    /// The judgements given, with row < column.
    pub fn given(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let pairs = (0..self.items).flat_map(|row| (row + 1..self.items).map(move |column| (row, column)));
        pairs.zip(&self.upper).filter_map(|((row, column), a)| a.map(|a| (row, column, a)))
    }

    /// Where a(row, column) of row < column stands.
    fn place(&self, row: usize, column: usize) -> Option<usize> {
        (row < column && column < self.items).then(|| row * self.items - row * (row + 1) / 2 + column - row - 1)
    }
}

/// Both are above 0.
fn is_reciprocal(one: f64, other: f64) -> bool {
    (one.min(other) - one.max(other).recip()).abs() <= RECIPROCAL_TOLERANCE + ROUNDING
}
