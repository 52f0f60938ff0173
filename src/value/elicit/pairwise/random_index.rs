//! How inconsistent random judgements are.

use std::collections::BTreeMap;

use super::PairwiseError;

/// Saaty's random index of 2005 for 3…15 items: the mean consistency index of random reciprocal matrices of the 1–9
/// scale (Saaty 2005, Theory and Applications of the Analytic Network Process, RWS Publications).
pub const SAATY_2005: [f64; 13] = [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59];

/// Saaty's random index of 1980 for 3…15 items, as older textbooks print it (Saaty 1980, The Analytic Hierarchy Process,
/// McGraw-Hill); that of 12 is below that of 11, as it was found from samples.
pub const SAATY_1980: [f64; 13] = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/// The random index by number of items. The default is [`SAATY_2005`].
#[derive(Clone, Debug, PartialEq)]
pub struct RandomIndex(BTreeMap<usize, f64>);

impl RandomIndex {
    /// A table of pairs (number of items, random index).
    ///
    /// # Errors
    /// An index that is not a number above 0.
    pub fn new(table: impl IntoIterator<Item = (usize, f64)>) -> Result<Self, PairwiseError> {
        let table: BTreeMap<usize, f64> = table.into_iter().collect();
        match table.iter().find(|(_, index)| !index.is_finite() || **index <= 0.0) {
            Some((&items, _)) => Err(PairwiseError::RandomIndex { items }),
            None => Ok(Self(table)),
        }
    }

    /// The indices for 3, 4, … items; [`SAATY_2005`] where the list is empty.
    ///
    /// # Errors
    /// An index that is not a number above 0.
    pub fn from_three(list: &[f64]) -> Result<Self, PairwiseError> {
        if list.is_empty() { Ok(Self::default()) } else { Self::new((3..).zip(list.iter().copied())) }
    }

    /// The index for so many items; `None` up to two, which cannot be inconsistent, and where the table has none.
    #[must_use]
    pub fn of(&self, items: usize) -> Option<f64> {
        self.0.get(&items).copied().filter(|_| items > 2)
    }
}

impl Default for RandomIndex {
    fn default() -> Self {
        Self((3..).zip(SAATY_2005).collect())
    }
}
