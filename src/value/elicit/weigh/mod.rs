//! From the answers that a comparison keeps to the weights that follow.

mod alternatives;
mod explain;
mod given;
mod span;
mod worths;

use super::choices::{ChoiceError, ChoiceWeights, Penalty, weights_from_choices};
use super::pairwise::{Judgements, Misfit, PairwiseError, RandomIndex, Weighed};
use super::swing::Swing;
use super::{ElicitError, from_places, from_points, from_swings};
use crate::model::{
    Account, Answers, Comparison, Dimension, Given, Ground, Item, Judgement, Leaf, RankMethod, Scope, Segment, Side,
    SwingAnswer,
};

pub use alternatives::{ChoiceSet, choices_of};
pub use explain::{Explained, Reason, Whole, explain};
pub use given::given;
pub use span::{current_span, money_stretch, whole_levels};
pub use worths::{MoneyWorths, money_worths};

/// Two spans this far apart are of another scale: well below what a person can type.
pub const SPAN_TOLERANCE: f64 = 1e-6;

/// What answers say.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighing {
    /// What was weighed, in the order of the comparison.
    pub items: Vec<Item>,
    /// The weight of each, which sum to 1 over all items, those of both sides together where both are weighed at once.
    pub weights: Vec<f64>,
    /// The shares to be written.
    pub given: Given,
    /// What only this method tells.
    pub details: Details,
}

/// What only one method tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Details {
    /// Points given.
    Points {
        /// Their sum.
        total: f64,
        /// With 100 for the most important.
        anchored: Vec<f64>,
    },
    /// Swings, also those whose worth is an amount of money.
    Swing {
        /// The points that each spans today.
        spans: Vec<f64>,
        /// What each is worth, that of money itself included.
        worths: Vec<f64>,
        /// Items whose scale has changed since the answer was given.
        changed: Vec<Item>,
    },
    /// An order.
    RankOrder,
    /// Judgements in pairs.
    Pairwise {
        /// λmax and consistency.
        weighed: Weighed,
        /// The judgement that fits worst to the others.
        misfit: Option<Misfit>,
    },
    /// Choices.
    Choices(Box<ChoiceWeights>),
}

/// Why answers give no weights.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WeighError {
    /// A money account has no weights.
    #[error("a money account has no weights: its scales give amounts of money already")]
    MoneyAccount,
    /// Nothing that could be weighed.
    #[error("there is nothing to weigh here: add a criterion first")]
    NoItems,
    /// The method cannot weigh this.
    #[error("this method cannot weigh that")]
    Unsuited,
    /// Items that nothing was said about yet.
    #[error("{answered} of {items} are answered")]
    Unanswered {
        /// How many are.
        answered: usize,
        /// How many there are.
        items: usize,
        /// The first one that is not.
        next: Item,
    },
    /// No money criterion whose amounts swings could be set against.
    #[error("there is no money criterion: add a price, or use swings")]
    NoMoney,
    /// A money scale without a slope, so that swings cannot be set against it.
    #[error("the money scale is flat there: give it points that rise, or ask at another total cost")]
    FlatMoney,
    /// λ would be beyond [`Segment::COST_EMPHASIS_MAX`].
    #[error("the cost side would weigh more than {max} times the value side", max = Segment::COST_EMPHASIS_MAX)]
    CostEmphasis,
    /// A level that some alternatives of a choice have and others lack.
    #[error("answer {}: some of the offers lack a level that others have", .choice + 1)]
    LevelMissing {
        /// Which choice.
        choice: usize,
        /// Of which leaf.
        leaf: Leaf,
    },
    /// Numbers that give no weights.
    #[error(transparent)]
    Elicit(#[from] ElicitError),
    /// Judgements that give no weights.
    #[error(transparent)]
    Pairwise(#[from] PairwiseError),
    /// Choices that give no weights.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
}

impl WeighError {
    /// The same with the names of the `items` of the scope where it counts them.
    #[must_use]
    pub fn told(&self, items: &[Item], name: impl Fn(Item) -> String) -> String {
        let of = |place: usize| items.get(place).map(|item| name(*item));
        let told = match self {
            Self::LevelMissing { choice, leaf } => {
                let leaf = name(Item::Leaf(*leaf));
                Some(format!("answer {}: some of the offers lack a level of {leaf} that others have", choice + 1))
            }
            Self::Elicit(ElicitError::NoSpan { item }) => {
                of(*item).map(|item| format!("the swing of {item} spans no points: choose two levels that differ"))
            }
            Self::Pairwise(PairwiseError::Disconnected { one, other }) => of(*one).zip(of(*other)).map(|(one, other)| {
                format!("nothing says how {one} and {other} compare, not even by way of others: compare them, or others that link them")
            }),
            _ => None,
        };
        told.unwrap_or_else(|| self.to_string())
    }
}

/// The weights that follow from `answers` about `scope` of a comparison, for one kind of buyer.
///
/// Points, ranks and judgements weigh items as they are: the importance of each on its own scale. A swing's worth is
/// divided by the points that it spans today, so that weights are per point; a dimension's swing moves all its criteria
/// from their worst to their best level. Where both sides are weighed at once the weights are split into those of each
/// side and λ = Σ cost ÷ Σ value.
///
/// # Errors
/// [`WeighError`] with what is missing or wrong; unanswered questions are the usual case.
pub fn weigh(
    comparison: &Comparison,
    segment: &Segment,
    scope: Scope,
    answers: &Answers,
) -> Result<Weighing, WeighError> {
    if comparison.header.account == Account::Money {
        return Err(WeighError::MoneyAccount);
    }
    if !answers.method().suits(scope) {
        return Err(WeighError::Unsuited);
    }
    let items = Ground::of(comparison).items(scope);
    if items.is_empty() {
        return Err(WeighError::NoItems);
    }
    let (weights, details) = match answers {
        Answers::Points { points } => by_points(&items, points)?,
        Answers::RankOrder { formula, places } => by_rank(&items, places, *formula)?,
        Answers::Swing { swings } => by_swings(comparison, segment, &items, swings, None)?,
        Answers::Money { swings, at } => {
            comparison.money_criteria().next().ok_or(WeighError::NoMoney)?;
            let money = money_stretch(comparison, *at).ok_or(WeighError::FlatMoney)?;
            by_swings(comparison, segment, &items, swings, Some(money))?
        }
        Answers::Pairwise { judgements, random_index } => by_pairs(&items, judgements, random_index)?,
        Answers::Choices { choices } => by_choices(&choices_of(comparison, choices)?)?,
    };
    let given = given(comparison, segment, scope, &items, &weights)?;
    Ok(Weighing { items, weights, given, details })
}

type Found = Result<(Vec<f64>, Details), WeighError>;

/// The answer about each item, in their order.
fn in_order<T>(items: &[Item], answer: impl Fn(Item) -> Option<T>) -> Result<Vec<T>, WeighError> {
    let answers: Vec<Option<T>> = items.iter().map(|item| answer(*item)).collect();
    let answered = answers.iter().flatten().count();
    if let Some(next) = answers.iter().position(Option::is_none) {
        return Err(WeighError::Unanswered { answered, items: items.len(), next: items[next] });
    }
    Ok(answers.into_iter().flatten().collect())
}

fn by_points(items: &[Item], points: &[(Item, f64)]) -> Found {
    let given = in_order(items, |item| points.iter().find(|(named, _)| *named == item).map(|(_, p)| *p))?;
    let points = from_points(&given)?;
    Ok((points.weights, Details::Points { total: points.total, anchored: points.anchored }))
}

fn by_rank(items: &[Item], places: &[(Item, u32)], formula: RankMethod) -> Found {
    let given = in_order(items, |item| places.iter().find(|(named, _)| *named == item).map(|(_, p)| *p))?;
    Ok((from_places(&given, formula)?, Details::RankOrder))
}

/// Swings; with `money`, a stretch of the money scale, their worths are amounts and money is worth itself.
fn by_swings(
    comparison: &Comparison,
    segment: &Segment,
    items: &[Item],
    swings: &[SwingAnswer],
    money: Option<Swing>,
) -> Found {
    let of = |item: Item| swings.iter().find(|s| s.item == item);
    let today = |answer: &SwingAnswer| Swing {
        worth: answer.worth,
        span: current_span(comparison, segment, answer.item, answer.levels),
    };
    let found = in_order(items, |item| match money {
        Some(money) if is_money(comparison, item) => Some(money),
        _ => of(item).map(today),
    })?;
    let has_changed = |item: &Item| {
        of(*item).is_some_and(|answer| (answer.span - today(answer).span).abs() > SPAN_TOLERANCE)
            && !(money.is_some() && is_money(comparison, *item))
    };
    let changed = items.iter().copied().filter(has_changed).collect();
    let spans = found.iter().map(|s| s.span).collect();
    let worths = found.iter().map(|s| s.worth).collect();
    Ok((from_swings(&found)?, Details::Swing { spans, worths, changed }))
}

fn by_pairs(items: &[Item], judgements: &[Judgement], random_index: &[f64]) -> Found {
    let place = |item: Item| items.iter().position(|other| *other == item);
    let mut matrix = Judgements::none(items.len())?;
    for judgement in judgements {
        if let (Some(row), Some(column)) = (place(judgement.row), place(judgement.column)) {
            matrix.set(row, column, Some(judgement.ratio))?;
        }
    }
    if judgements.is_empty() && items.len() > 1 {
        return Err(WeighError::Unanswered { answered: 0, items: items.len() - 1, next: items[0] });
    }
    let index = RandomIndex::from_three(random_index)?;
    let weighed = matrix.weigh(&index)?;
    let misfit = matrix.misfit(&index)?;
    Ok((weighed.weights.clone(), Details::Pairwise { weighed, misfit }))
}

/// Weights along both sides: those of the cost side are times λ of those of the value side.
fn by_choices(set: &ChoiceSet) -> Found {
    let found = weights_from_choices(&set.choices, &set.sides, &Penalty::default())?;
    let total: f64 = found.coefficients.iter().map(|b| b.abs()).sum();
    let weights = found.coefficients.iter().map(|b| b.abs() / total).collect();
    Ok((weights, Details::Choices(Box::new(found))))
}

/// True for what is money and nothing else, which is worth itself.
#[must_use]
pub fn is_money(comparison: &Comparison, item: Item) -> bool {
    match item {
        Item::Leaf(leaf) => leaf == Leaf::Ownership,
        Item::Dimension(dimension) => {
            dimension == Dimension::Monetary && comparison.leaves_of(dimension) == [Leaf::Ownership]
        }
        Item::Side(_) => false,
    }
}

/// The side that an item is on; `None` for a criterion that is not there.
pub(super) fn side_of(comparison: &Comparison, item: Item) -> Option<Side> {
    match item {
        Item::Side(side) => Some(side),
        Item::Dimension(dimension) => Some(dimension.side()),
        Item::Leaf(Leaf::Ownership) => Some(Side::Cost),
        Item::Leaf(Leaf::Criterion(id)) => comparison.criterion(id).map(|c| c.dimension.side()),
    }
}
