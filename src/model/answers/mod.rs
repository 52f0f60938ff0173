//! What people said about what matters: the answers behind weights, kept so that they can be reopened and corrected.
//!
//! The model keeps answers and the weights that were taken from them; how one follows from the other is
//! `value::elicit`.

mod conform;
mod order;
mod pairs;
mod scope;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{CriterionId, OfferId};
use super::scale::Level;
use super::weights::{Member, Share, WeightSet};

pub use conform::Ground;
pub use order::Order;
pub use scope::{Item, Scope};

/// How weights are found. Weights that no method gave are *direct*: typed, or set by sliders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 100 to the most important, the rest in proportion.
    Points,
    /// The worth of swings between two levels against the largest of them.
    Swing,
    /// Which matters more.
    RankOrder,
    /// How many times as important one of two is.
    Pairwise,
    /// What one would pay at most for a swing.
    Money,
    /// Which offer one would take.
    Choices,
}

impl Method {
    /// All of them, from the quickest to the most thorough.
    pub const ALL: [Self; 6] = [Self::Points, Self::Swing, Self::RankOrder, Self::Pairwise, Self::Money, Self::Choices];

    /// Its name in files and message keys.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Swing => "swing",
            Self::RankOrder => "rank-order",
            Self::Pairwise => "pairwise",
            Self::Money => "money",
            Self::Choices => "choices",
        }
    }

    /// True where it can weigh the items of `scope`: an order of the two sides gives no λ, the worth of a side in money
    /// has no swing to ask for, and choices weigh everything at once.
    #[must_use]
    pub fn suits(self, scope: Scope) -> bool {
        match self {
            Self::Points | Self::Pairwise | Self::Swing => true,
            Self::RankOrder | Self::Money => scope != Scope::Sides,
            Self::Choices => scope == Scope::Both,
        }
    }
}

/// How ranks become weights; r = 1…n is the rank, n the number of items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RankMethod {
    /// w = (1/n) Σ_{k=r}^{n} 1/k: the mean of all weights that keep the order (Edwards and Barron 1994, SMARTER,
    /// Organizational Behavior and Human Decision Processes 60:306–325).
    #[default]
    Centroid,
    /// w ∝ n + 1 − r (Stillwell, Seaver and Edwards 1981, Organizational Behavior and Human Performance 28:62–77).
    Sum,
    /// w ∝ 1/r (the same paper).
    Reciprocal,
}

impl RankMethod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Centroid, Self::Sum, Self::Reciprocal];
}

/// The worth of going from one level to another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwingAnswer {
    /// What swings; a dimension swings with all its criteria, a side with all its dimensions.
    pub item: Item,
    /// The worse and the better level, an amount for the money leaf; `None` for the whole scale, and for dimensions and
    /// sides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<[Level; 2]>,
    /// The points between the two when the answer was given: another number today means that the scale has changed.
    pub span: f64,
    /// Worth against the other swings, or what one would pay at most in units of currency; ≥ 0.
    pub worth: f64,
}

/// How many times as important one item is as another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// This one …
    pub row: Item,
    /// … against this one.
    pub column: Item,
    /// Saaty's 1…9, or its inverse where `column` is the more important; > 0.
    pub ratio: f64,
}

/// An offer to choose from, as it was when it was shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The real offer that it was; `None` for one made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferId>,
    /// What it had.
    #[serde(with = "pairs")]
    pub levels: BTreeMap<CriterionId, Level>,
}

/// An answer to “which one would you take?”, or a ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceAnswer {
    /// What there was to choose from.
    pub alternatives: Vec<Alternative>,
    /// What was taken: one place in `alternatives`, or several, best first.
    pub order: Vec<usize>,
}

/// What a method asks for, as far as it was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Answers {
    /// See [`Method::Points`].
    Points {
        /// Points ≥ 0.
        points: Vec<(Item, f64)>,
    },
    /// See [`Method::Swing`].
    Swing {
        /// At most one for each item.
        swings: Vec<SwingAnswer>,
    },
    /// See [`Method::RankOrder`].
    RankOrder {
        /// How ranks become weights.
        formula: RankMethod,
        /// The lowest place matters most; equal places tie.
        places: Vec<(Item, u32)>,
    },
    /// See [`Method::Pairwise`].
    Pairwise {
        /// At most one for each pair.
        judgements: Vec<Judgement>,
        /// Random index of 3, 4, … items; empty for Saaty's of 2005.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        random_index: Vec<f64>,
    },
    /// See [`Method::Money`].
    Money {
        /// What one would pay at most; the money leaf itself is not asked for.
        swings: Vec<SwingAnswer>,
        /// The total cost in minor units at which the money scale's slope is taken; its whole range where absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<i64>,
    },
    /// See [`Method::Choices`].
    Choices {
        /// In the order in which they were given.
        choices: Vec<ChoiceAnswer>,
    },
}

/// Why answers are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The method cannot weigh what it is asked to.
    #[error("this method cannot weigh that")]
    Method,
    /// An answer about something that is not weighed here.
    #[error("an answer is about something that is not weighed here")]
    Item,
    /// Two answers to one question.
    #[error("there are two answers to the same question")]
    Twice,
    /// Below 0, or not a number.
    #[error("answers must be numbers from 0 to {max}", max = Answers::MAX)]
    Number,
    /// A judgement of 0, below it, or not a number.
    #[error("a judgement says how many times as important one is: a number above 0")]
    Ratio,
    /// Levels that the scale does not have.
    #[error("an answer names a level that the scale does not have")]
    Level,
    /// Fewer than two alternatives, nothing taken, or something taken that was not there.
    #[error("a choice takes one or more of at least two offers, each once")]
    Choice,
    /// More than [`Answers::CHOICES_MAX`].
    #[error("there are too many answers")]
    TooMany,
}

impl Answers {
    /// Largest number in an answer, and one divided by the smallest judgement.
    pub const MAX: f64 = 1e9;
    /// Most choices of one buyer.
    pub const CHOICES_MAX: usize = 20_000;

    /// No answer yet.
    #[must_use]
    pub fn none(method: Method) -> Self {
        match method {
            Method::Points => Self::Points { points: Vec::new() },
            Method::Swing => Self::Swing { swings: Vec::new() },
            Method::RankOrder => Self::RankOrder { formula: RankMethod::default(), places: Vec::new() },
            Method::Pairwise => Self::Pairwise { judgements: Vec::new(), random_index: Vec::new() },
            Method::Money => Self::Money { swings: Vec::new(), at: None },
            Method::Choices => Self::Choices { choices: Vec::new() },
        }
    }

    /// The method that asked.
    #[must_use]
    pub fn method(&self) -> Method {
        match self {
            Self::Points { .. } => Method::Points,
            Self::Swing { .. } => Method::Swing,
            Self::RankOrder { .. } => Method::RankOrder,
            Self::Pairwise { .. } => Method::Pairwise,
            Self::Money { .. } => Method::Money,
            Self::Choices { .. } => Method::Choices,
        }
    }

    /// True where nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Points { points } => points.is_empty(),
            Self::Swing { swings } | Self::Money { swings, .. } => swings.is_empty(),
            Self::RankOrder { places, .. } => places.is_empty(),
            Self::Pairwise { judgements, .. } => judgements.is_empty(),
            Self::Choices { choices } => choices.is_empty(),
        }
    }

    /// The same answers in the order in which they are kept: places count from 1 without gaps, the first first.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        if let Self::RankOrder { places, .. } = &mut self {
            places.sort_by_key(|(_, place)| *place);
            let mut next = 0;
            let mut last = None;
            for (_, place) in places {
                next += u32::from(last != Some(*place));
                last = Some(*place);
                *place = next;
            }
        }
        self
    }

    /// Checks every rule that answers to questions about `scope` keep.
    ///
    /// # Errors
    /// The first broken rule.
    pub fn check(&self, scope: Scope, ground: &Ground<'_>) -> Result<(), AnswerError> {
        let items = ground.items(scope);
        let is_there = |item: &Item| if items.contains(item) { Ok(()) } else { Err(AnswerError::Item) };
        if !self.method().suits(scope) {
            return Err(AnswerError::Method);
        }
        match self {
            Self::Points { points } => {
                points.iter().try_for_each(|(item, _)| is_there(item))?;
                once(points.iter().map(|(item, _)| *item))?;
                points.iter().try_for_each(|(_, points)| check_number(*points))
            }
            Self::RankOrder { places, .. } => {
                places.iter().try_for_each(|(item, _)| is_there(item))?;
                once(places.iter().map(|(item, _)| *item))
            }
            Self::Swing { swings } | Self::Money { swings, .. } => {
                swings.iter().try_for_each(|s| is_there(&s.item))?;
                once(swings.iter().map(|s| s.item))?;
                swings.iter().try_for_each(|s| s.check(ground))
            }
            Self::Pairwise { judgements, random_index } => {
                judgements.iter().flat_map(|j| [&j.row, &j.column]).try_for_each(is_there)?;
                once(judgements.iter().map(|j| (j.row.min(j.column), j.row.max(j.column))))?;
                let is_ratio = |x: &f64| (1.0 / Self::MAX..=Self::MAX).contains(x);
                let sound = judgements.iter().all(|j| j.row != j.column && is_ratio(&j.ratio));
                if sound && random_index.iter().all(is_ratio) { Ok(()) } else { Err(AnswerError::Ratio) }
            }
            Self::Choices { choices } if choices.len() > Self::CHOICES_MAX => Err(AnswerError::TooMany),
            Self::Choices { choices } => choices.iter().try_for_each(|choice| choice.check(ground)),
        }
    }
}

/// Each once.
fn once<T: Ord>(named: impl Iterator<Item = T>) -> Result<(), AnswerError> {
    let mut seen = BTreeSet::new();
    let mut named = named;
    if named.all(|one| seen.insert(one)) { Ok(()) } else { Err(AnswerError::Twice) }
}

fn check_number(x: f64) -> Result<(), AnswerError> {
    if (0.0..=Answers::MAX).contains(&x) { Ok(()) } else { Err(AnswerError::Number) }
}

impl SwingAnswer {
    fn check(&self, ground: &Ground<'_>) -> Result<(), AnswerError> {
        check_number(self.worth)?;
        check_number(self.span)?;
        let fits = self.levels.is_none_or(|levels| levels.iter().all(|level| ground.fits(self.item, *level)));
        if fits { Ok(()) } else { Err(AnswerError::Level) }
    }
}

impl ChoiceAnswer {
    fn check(&self, ground: &Ground<'_>) -> Result<(), AnswerError> {
        let there = self.alternatives.len();
        if there < 2 || self.order.is_empty() || self.order.iter().any(|&place| place >= there) {
            return Err(AnswerError::Choice);
        }
        once(self.order.iter()).map_err(|_| AnswerError::Choice)?;
        let mut levels = self.alternatives.iter().flat_map(|a| &a.levels);
        if levels.all(|(id, level)| ground.takes(*id, *level)) { Ok(()) } else { Err(AnswerError::Level) }
    }
}

/// Answers about what matters, with whether the weights come from them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Elicited {
    /// What was weighed.
    pub scope: Scope,
    /// True while the weights of the scope are those that follow from the answers.
    #[serde(default)]
    pub in_force: bool,
    /// What was said.
    pub answers: Answers,
}

impl Elicited {
    /// The method that asked.
    #[must_use]
    pub fn method(&self) -> Method {
        self.answers.method()
    }
}

/// Weights to be written: of one or more sets, and λ where it follows too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Every member of each set with its share.
    pub sets: Vec<(WeightSet, Vec<(Member, Share)>)>,
    /// λ; `None` where it is not asked about.
    pub cost_emphasis: Option<f64>,
}
