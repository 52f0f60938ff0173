//! How far answers are, and why they give no weights, in words.

use super::{Asked, item_name};
use crate::model::{Ground, Item, Method};
use crate::value::elicit::choices::ChoiceError;
use crate::value::elicit::pairwise::PairwiseError;
use crate::value::elicit::{Details, ElicitError, WeighError, Weighing};
use crate::words::Words;

/// What to say of the answers: whether their weights are in force, what is still to be answered, what is wrong.
pub(super) fn state(asked: &Asked<'_>) -> String {
    let words = asked.words();
    if asked.options.method.is_none() {
        return String::new();
    }
    match &asked.found {
        Ok(_) if asked.kept.is_some_and(|e| e.in_force) => words.t("weighing-in-force"),
        Ok(Weighing { details: Details::Choices(_), .. }) => words.t("choices-found"),
        Ok(Weighing { details: Details::Pairwise { weighed, .. }, .. }) if weighed.is_approximate => {
            words.t("weighing-enough")
        }
        Ok(_) => words.t("weighing-complete"),
        Err(error) => why(asked, error),
    }
}

fn why(asked: &Asked<'_>, error: &WeighError) -> String {
    if matches!(error, WeighError::Unanswered { .. }) && asked.options.method == Some(Method::Pairwise) {
        let least = asked_items(asked).len().saturating_sub(1);
        return asked.words().with("pairs-unanswered", &[("least", &least.to_string())]);
    }
    no_weights(asked.words(), error, &asked_items(asked), &|item| item_name(asked.seen, item))
}

fn asked_items(asked: &Asked<'_>) -> Vec<Item> {
    Ground::of(asked.seen.comparison).items(asked.options.scope)
}

/// Why answers give no weights; `items` are those weighed, in the order in which the error counts them.
#[must_use]
pub fn no_weights(words: &Words, error: &WeighError, items: &[Item], name: &dyn Fn(Item) -> String) -> String {
    let named = |i: usize| items.get(i).map(|item| name(*item)).unwrap_or_default();
    match error {
        WeighError::MoneyAccount => words.t("weights-money"),
        WeighError::NoItems => words.t("weighing-too-few"),
        WeighError::Unsuited => words.t("weighing-unsuited"),
        WeighError::Unanswered { answered, items, next } => words.with(
            "weighing-unanswered",
            &[("answered", &answered.to_string()), ("items", &items.to_string()), ("next", &name(*next))],
        ),
        WeighError::NoMoney => words.t("weighing-no-money"),
        WeighError::FlatMoney => words.t("weighing-flat-money"),
        WeighError::CostEmphasis => words.t("error-cost-emphasis"),
        WeighError::LevelMissing { choice, leaf } => words.with(
            "weighing-level-missing",
            &[("choice", &(choice + 1).to_string()), ("name", &name(Item::Leaf(*leaf)))],
        ),
        WeighError::Elicit(ElicitError::AllZero) => words.t("weighing-all-zero"),
        WeighError::Elicit(ElicitError::NoValueWorth) => words.t("weighing-no-value-worth"),
        WeighError::Elicit(ElicitError::NoSpan { item }) => words.with("weighing-no-span", &[("name", &named(*item))]),
        WeighError::Pairwise(PairwiseError::Disconnected { one, other }) => {
            words.with("weighing-disconnected", &[("one", &named(*one)), ("other", &named(*other))])
        }
        WeighError::Pairwise(PairwiseError::TooMany { items }) => {
            words.with("weighing-too-many", &[("items", &items.to_string())])
        }
        WeighError::Choice(ChoiceError::NoAnswers) => words.t("choices-none"),
        WeighError::Elicit(_) | WeighError::Pairwise(_) | WeighError::Choice(_) => {
            words.with("weighing-refused", &[("why", &error.to_string())])
        }
    }
}
