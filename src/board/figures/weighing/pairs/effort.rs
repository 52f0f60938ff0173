//! How many questions pairs make, and what to do instead where they are too many.

use crate::board::figures::weighing::{Asked, scope_name};
use crate::model::{Method, Scope, Side};
use crate::value::elicit::pairwise::{MAX_ITEMS, effort};

/// What is said of many items.
#[derive(Clone, Debug, PartialEq)]
pub struct Effort {
    /// How many questions there would be, and what is better.
    pub text: String,
    /// Other ways, each with what its button says.
    pub ways: Vec<(Scope, Method, String)>,
    /// True where pairs are refused.
    pub is_refused: bool,
}

/// `None` where the pairs are few enough.
pub(super) fn effort_of(asked: &Asked<'_>, items: usize) -> Option<Effort> {
    let (words, scope) = (asked.words(), asked.options.scope);
    let effort = effort(items);
    let is_refused = items > MAX_ITEMS;
    let counts = [items, effort.questions, effort.least, MAX_ITEMS].map(|count| count.to_string());
    let names = ["items", "questions", "least", "most"];
    let parts: Vec<(&str, &str)> = names.into_iter().zip(counts.iter().map(String::as_str)).collect();
    let by_dimensions = match scope {
        Scope::Both => Some(Scope::Dimensions(Side::Value)),
        Scope::Side(side) => Some(Scope::Dimensions(side)),
        Scope::Sides | Scope::Dimensions(_) | Scope::Criteria(_) => None,
    };
    let by_dimensions = by_dimensions.filter(|scope| super::super::has_items(asked.seen, *scope)).map(|first| {
        let name = scope_name(asked.seen, first);
        (first, Method::Pairwise, words.with("pairs-first", &[("scope", &name)]))
    });
    let simple = [(Method::Swing, "pairs-use-swings"), (Method::Points, "pairs-use-points")];
    let ways = simple.map(|(method, key)| (scope, method, words.t(key))).into_iter().chain(by_dimensions).collect();
    let key = if is_refused { "pairs-refused" } else { "pairs-many" };
    effort.is_too_much.then(|| Effort { text: words.with(key, &parts), ways, is_refused })
}
