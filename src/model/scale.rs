//! What turns a level into points.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::curve::{Curve, is_too_steep};
use super::id::CategoryId;
use super::judged::{are_indices, are_sound};
use super::text::Text;
use super::workbook::shares_wording;

/// How often an amount of money is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paid {
    /// Once, when buying.
    #[default]
    Once,
    /// At the end of every year of ownership.
    Yearly,
}

/// A named level of a category scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Unique in its scale.
    pub id: CategoryId,
    /// What the user reads.
    pub name: Text,
    /// Points in the points account, an amount in units of currency in the money account.
    pub points: f64,
    /// How many times as good, or as heavy a burden, it is as other levels: Saaty's 1…9 or their inverses. Each pair of
    /// levels stands with one of the two. Points may be taken from these; they do not follow by themselves.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "super::judged::pairs")]
    pub judged: BTreeMap<CategoryId, f64>,
}

impl Category {
    /// A named level that nothing was said about in pairs.
    #[must_use]
    pub fn new(id: CategoryId, name: Text, points: f64) -> Self {
        Self { id, name, points, judged: BTreeMap::new() }
    }
}

/// Turns a level into points: value on the value side, burden on the cost side (100 = the heaviest).
///
/// In a money account the y of curves and categories is an amount in units of currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Scale {
    /// Marks between two bounds, linear; levels outside are refused.
    Rating {
        /// Lower bound: 0 points.
        low: f64,
        /// Upper bound: 100 points.
        high: f64,
        /// A word for the lower bound.
        #[serde(default)]
        low_word: Text,
        /// A word for the upper bound.
        #[serde(default)]
        high_word: Text,
    },
    /// A number with a unit and a curve.
    Measure {
        /// Written behind the number.
        #[serde(default)]
        unit: Text,
        /// Level → points.
        curve: Curve,
    },
    /// Named levels, each with its points.
    Category {
        /// In the order shown.
        levels: Vec<Category>,
        /// Random index of 3, 4, … levels, for the consistency of what was judged in pairs; empty for Saaty's of 2005.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        random_index: Vec<f64>,
    },
    /// An amount in the comparison's currency: a part of the total cost of ownership.
    Money {
        /// Once or yearly.
        paid: Paid,
    },
}

/// The kind of a scale, without its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScaleKind {
    /// See [`Scale::Rating`].
    Rating,
    /// See [`Scale::Measure`].
    Measure,
    /// See [`Scale::Category`].
    Category,
    /// See [`Scale::Money`].
    Money,
}

impl ScaleKind {
    /// All kinds, in the order of the dialog.
    pub const ALL: [Self; 4] = [Self::Rating, Self::Measure, Self::Category, Self::Money];
}

/// The rule that a scale breaks.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum ScaleError {
    /// The bounds of a rating are not two ascending numbers, or are too close together to tell levels apart.
    #[error("the lower bound of a rating must be below the upper bound")]
    RatingBounds,
    /// A category scale with fewer than two levels.
    #[error("a category scale needs at least two levels")]
    TooFewCategories,
    /// A category scale with more than [`Scale::MAX_CATEGORIES`] levels.
    #[error("a category scale takes at most {max} levels", max = Scale::MAX_CATEGORIES)]
    TooManyCategories,
    /// Two categories read the same in some language, or share an id, or one has no name.
    #[error("every level of a category scale needs a name of its own")]
    CategoryName,
    /// Points outside 0…100 in the points account.
    #[error("points lie between 0 and 100")]
    PointsRange,
    /// A judgement of a level against itself or one that is not there, one given twice, or not a number above 0.
    #[error("a judgement compares two levels of the scale, each pair once, by a number above 0")]
    Judgement,
    /// A random index that is not a number above 0.
    #[error("a random index is a number above 0")]
    RandomIndex,
    /// Not a number, or out of range.
    #[error("a number of the scale is out of range")]
    NotFinite,
    /// A rating in a money account.
    #[error("a money account takes no ratings; use a measure with a rate or categories with amounts")]
    RatingInMoneyAccount,
}

impl Scale {
    /// Most levels of a category scale.
    pub const MAX_CATEGORIES: usize = 100;

    /// The rating from 1 to 10.
    #[must_use]
    pub fn rating() -> Self {
        Self::Rating { low: 1.0, high: 10.0, low_word: Text::default(), high_word: Text::default() }
    }

    /// Named levels; what is judged of them in pairs is held against Saaty's random index of 2005.
    #[must_use]
    pub fn named(levels: Vec<Category>) -> Self {
        Self::Category { levels, random_index: Vec::new() }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> ScaleKind {
        match self {
            Self::Rating { .. } => ScaleKind::Rating,
            Self::Measure { .. } => ScaleKind::Measure,
            Self::Category { .. } => ScaleKind::Category,
            Self::Money { .. } => ScaleKind::Money,
        }
    }

    /// True for amounts of money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Money { .. })
    }

    /// The named level with this id.
    #[must_use]
    pub fn category(&self, id: CategoryId) -> Option<&Category> {
        match self {
            Self::Category { levels, .. } => levels.iter().find(|c| c.id == id),
            _ => None,
        }
    }

    /// Checks every rule of a scale; `in_points` is true in the points account.
    ///
    /// # Errors
    /// The first broken rule.
    pub fn check(&self, in_points: bool) -> Result<(), ScaleError> {
        match self {
            Self::Rating { .. } if !in_points => Err(ScaleError::RatingInMoneyAccount),
            Self::Rating { low, high, .. } => {
                let in_range = [low, high].iter().all(|v| v.is_finite() && v.abs() <= Curve::MAX_ABS);
                if in_range && low < high && !is_too_steep(100.0, high - low) {
                    Ok(())
                } else {
                    Err(ScaleError::RatingBounds)
                }
            }
            Self::Measure { curve, .. } => {
                if in_points && !curve.is_within(0.0, 100.0) {
                    Err(ScaleError::PointsRange)
                } else {
                    Ok(())
                }
            }
            Self::Category { random_index, .. } if !are_indices(random_index) => Err(ScaleError::RandomIndex),
            Self::Category { levels, .. } => check_categories(levels, in_points),
            Self::Money { .. } => Ok(()),
        }
    }

    /// A lint: true where the scale never reaches 0 or never reaches 100 points.
    #[must_use]
    pub fn misses_an_end(&self) -> bool {
        let misses = |ys: &mut dyn Iterator<Item = f64>| {
            let (low, high) = ys.fold((f64::MAX, f64::MIN), |(l, h), y| (l.min(y), h.max(y)));
            low > 0.0 || high < 100.0
        };
        match self {
            Self::Rating { .. } | Self::Money { .. } => false,
            Self::Measure { curve, .. } => misses(&mut curve.points().iter().map(|p| p[1])),
            Self::Category { levels, .. } => misses(&mut levels.iter().map(|c| c.points)),
        }
    }
}

fn check_categories(levels: &[Category], in_points: bool) -> Result<(), ScaleError> {
    if levels.len() < 2 {
        return Err(ScaleError::TooFewCategories);
    }
    if levels.len() > Scale::MAX_CATEGORIES {
        return Err(ScaleError::TooManyCategories);
    }
    for (i, category) in levels.iter().enumerate() {
        let repeated =
            levels[..i].iter().any(|other| other.id == category.id || shares_wording(&other.name, &category.name));
        if repeated || category.name.is_blank() {
            return Err(ScaleError::CategoryName);
        }
        if !category.points.is_finite() || category.points.abs() > Curve::MAX_ABS {
            return Err(ScaleError::NotFinite);
        }
        if in_points && !(0.0..=100.0).contains(&category.points) {
            return Err(ScaleError::PointsRange);
        }
    }
    if are_sound(levels) { Ok(()) } else { Err(ScaleError::Judgement) }
}

/// What one offer has on one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A mark or a measured number.
    Number(f64),
    /// A named level.
    Category(CategoryId),
    /// An amount in minor units.
    Money(i64),
}

/// Why a level does not fit its scale.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum LevelError {
    /// A number where a name is wanted, or the like.
    #[error("the level is not of the kind that the scale takes")]
    WrongKind,
    /// Outside the bounds of a rating.
    #[error("the rating goes from {low} to {high}")]
    OutsideRating {
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// Infinite, not a number, or too large.
    #[error("the number is out of range")]
    NotFinite,
    /// A named level that the scale does not have.
    #[error("the scale has no such level")]
    UnknownCategory,
}

impl Level {
    /// Checks that this level fits `scale`.
    ///
    /// # Errors
    /// [`LevelError`] with the broken rule.
    pub fn check(self, scale: &Scale) -> Result<(), LevelError> {
        match (self, scale) {
            (Self::Number(x), Scale::Rating { low, high, .. }) => {
                if (*low..=*high).contains(&x) {
                    Ok(())
                } else {
                    Err(LevelError::OutsideRating { low: *low, high: *high })
                }
            }
            (Self::Number(x), Scale::Measure { .. }) => {
                if x.is_finite() && x.abs() <= Curve::MAX_ABS {
                    Ok(())
                } else {
                    Err(LevelError::NotFinite)
                }
            }
            (Self::Category(id), Scale::Category { .. }) => {
                scale.category(id).map(|_| ()).ok_or(LevelError::UnknownCategory)
            }
            (Self::Money(minor), Scale::Money { .. }) => {
                if minor.unsigned_abs() <= super::money::AMOUNT_MAX_MINOR.unsigned_abs() {
                    Ok(())
                } else {
                    Err(LevelError::NotFinite)
                }
            }
            _ => Err(LevelError::WrongKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_refuses_levels_outside_its_bounds() {
        assert_eq!(Level::Number(10.0).check(&Scale::rating()), Ok(()));
        assert_eq!(
            Level::Number(10.5).check(&Scale::rating()),
            Err(LevelError::OutsideRating { low: 1.0, high: 10.0 })
        );
        assert!(Level::Number(f64::NAN).check(&Scale::rating()).is_err());
        let money = Scale::Money { paid: Paid::Once };
        assert_eq!(Level::Money(i64::MIN).check(&money), Err(LevelError::NotFinite));
        assert_eq!(Level::Money(-super::super::money::AMOUNT_MAX_MINOR).check(&money), Ok(()));
        assert_eq!(Level::Money(5).check(&Scale::rating()), Err(LevelError::WrongKind));
    }

    #[test]
    fn the_bounds_of_a_rating_are_apart() {
        let rating = |low, high| Scale::Rating { low, high, low_word: Text::default(), high_word: Text::default() };
        assert_eq!(rating(1.0, 1.0).check(true), Err(ScaleError::RatingBounds));
        assert_eq!(rating(0.0, 1e-310).check(true), Err(ScaleError::RatingBounds));
        assert_eq!(rating(0.0, 1e-14).check(true), Err(ScaleError::RatingBounds));
        assert_eq!(rating(0.0, 1e-12).check(true), Ok(()));
    }

    #[test]
    fn categories_need_names_of_their_own() {
        let level = |id, name: &str, points| Category::new(CategoryId(id), name.into(), points);
        let scale = Scale::named;
        assert_eq!(scale(vec![level(1, "yes", 100.0)]).check(true), Err(ScaleError::TooFewCategories));
        assert_eq!(
            scale(vec![level(1, "yes", 100.0), level(2, "yes", 0.0)]).check(true),
            Err(ScaleError::CategoryName)
        );
        assert_eq!(scale(vec![level(1, "yes", 100.0), level(2, "no", -1.0)]).check(true), Err(ScaleError::PointsRange));
        let twin = |id, en: &str, zh: &str| Category::new(CategoryId(id), Text::twin(en, zh), 0.0);
        let same_in_chinese = scale(vec![twin(1, "yes", "有"), twin(2, "some", "有")]);
        assert_eq!(same_in_chinese.check(true), Err(ScaleError::CategoryName));
        let same_in_english = scale(vec![twin(1, "yes", "有"), level(2, "yes", 0.0)]);
        assert_eq!(same_in_english.check(true), Err(ScaleError::CategoryName));
        assert_eq!(scale(vec![twin(1, "yes", "有"), twin(2, "no", "无")]).check(true), Ok(()));
        assert_eq!(scale(vec![level(1, "yes", 7000.0), level(2, "no", -1.0)]).check(false), Ok(()));
    }
}
