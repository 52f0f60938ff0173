//! Answers → text.

use super::{formula_key, method_key, scope_key, side_key};
use crate::exchange::json::OWNERSHIP;
use crate::exchange::json::out::{Members, Names, amount, level, put};
use crate::exchange::json::pretty::{Node, number};
use crate::model::{
    Alternative, Answers, ChoiceAnswer, Comparison, Elicited, Item, Leaf, Level, RankMethod, SwingAnswer,
};
use crate::value::elicit::is_money;

/// One set of answers; `None` for one that says only what money is worth in money.
pub(in crate::exchange::json) fn write(elicited: &Elicited, comparison: &Comparison, names: &Names) -> Option<Node> {
    let mut members = Members::new();
    put(&mut members, "weigh", word(scope_key(elicited.scope)));
    put(&mut members, "method", word(method_key(elicited.method())));
    put(&mut members, "in_force", Node::Bool(elicited.in_force));
    match &elicited.answers {
        Answers::Points { points } => {
            let points = points.iter().filter_map(|(item, points)| Some((key(*item, names)?, number(*points))));
            put(&mut members, "points", Node::Object(points.collect()));
        }
        Answers::Swing { swings } => put(&mut members, "swings", swings_node(swings, comparison, names)),
        Answers::RankOrder { formula, places } => {
            if *formula != RankMethod::default() {
                put(&mut members, "formula", word(formula_key(*formula)));
            }
            put(&mut members, "order", order(places, names));
        }
        Answers::Pairwise { judgements, random_index } => {
            let judgement = |j: &crate::model::Judgement| {
                let [row, column] = [j.row, j.column].map(|item| key(item, names).map(Node::Text));
                Some(Node::List(vec![row?, column?, number(j.ratio)]))
            };
            put(&mut members, "judgements", Node::List(judgements.iter().filter_map(judgement).collect()));
            if !random_index.is_empty() {
                put(&mut members, "random_index", Node::List(random_index.iter().map(|x| number(*x)).collect()));
            }
        }
        Answers::Money { swings, at } => {
            // Money is worth itself: what it was answered with while its dimension held more is no answer now.
            let swings: Vec<SwingAnswer> = swings.iter().filter(|s| !is_money(comparison, s.item)).copied().collect();
            if swings.is_empty() {
                return None;
            }
            put(&mut members, "swings", swings_node(&swings, comparison, names));
            if let Some(minor) = at {
                put(&mut members, "at", amount(comparison.header.currency, *minor));
            }
        }
        Answers::Choices { choices } => {
            let choices = choices.iter().map(|c| choice(c, comparison, names)).collect();
            put(&mut members, "choices", Node::List(choices));
        }
    }
    Some(Node::Object(members))
}

fn word(word: &str) -> Node {
    Node::Text(word.to_owned())
}

fn key(item: Item, names: &Names) -> Option<String> {
    match item {
        Item::Side(side) => Some(side_key(side).to_owned()),
        Item::Dimension(dimension) => Some(dimension.key().to_owned()),
        Item::Leaf(Leaf::Ownership) => Some(OWNERSHIP.to_owned()),
        Item::Leaf(Leaf::Criterion(id)) => names.criteria.get(&id).cloned(),
    }
}

fn swings_node(swings: &[SwingAnswer], comparison: &Comparison, names: &Names) -> Node {
    let node = |swing: &SwingAnswer| {
        let mut members = Members::new();
        put(&mut members, "item", Node::Text(key(swing.item, names)?));
        if let (Some([from, to]), Item::Leaf(leaf)) = (swing.levels, swing.item) {
            put(&mut members, "from", end(leaf, from, comparison, names)?);
            put(&mut members, "to", end(leaf, to, comparison, names)?);
        }
        put(&mut members, "worth", number(swing.worth));
        put(&mut members, "span", number(swing.span));
        Some(Node::Object(members))
    };
    Node::List(swings.iter().filter_map(node).collect())
}

fn end(leaf: Leaf, at: Level, comparison: &Comparison, names: &Names) -> Option<Node> {
    match (leaf, at) {
        (Leaf::Ownership, Level::Money(minor)) => Some(amount(comparison.header.currency, minor)),
        (Leaf::Ownership, _) => None,
        (Leaf::Criterion(id), at) => level(at, comparison, id, names),
    }
}

/// The items from the first place to the last; those of one place as a list of their own.
fn order(places: &[(Item, u32)], names: &Names) -> Node {
    let mut sorted = places.to_vec();
    sorted.sort_by_key(|(_, place)| *place);
    let node = |tied: &[(Item, u32)]| {
        let mut keys: Vec<Node> = tied.iter().filter_map(|(item, _)| key(*item, names).map(Node::Text)).collect();
        if keys.len() == 1 { keys.remove(0) } else { Node::List(keys) }
    };
    Node::List(sorted.chunk_by(|a, b| a.1 == b.1).map(node).collect())
}

fn choice(choice: &ChoiceAnswer, comparison: &Comparison, names: &Names) -> Node {
    let mut members = Members::new();
    let shown = choice.alternatives.iter().map(|a| alternative(a, comparison, names));
    put(&mut members, "from", Node::List(shown.collect()));
    let place = |place: &usize| Node::Number(place.to_string());
    match choice.order.as_slice() {
        [took] => put(&mut members, "took", place(took)),
        order => put(&mut members, "order", Node::List(order.iter().map(place).collect())),
    }
    Node::Object(members)
}

/// An offer as it was shown: where it lacked a level that it has today, the file says so.
fn alternative(alternative: &Alternative, comparison: &Comparison, names: &Names) -> Node {
    let mut members = Members::new();
    let offer = alternative.offer.and_then(|id| comparison.offer(id));
    if let Some(key) = offer.and_then(|o| names.offers.get(&o.id)) {
        put(&mut members, "offer", Node::Text(key.clone()));
    }
    let node = |criterion: &crate::model::Criterion| {
        let key = names.criteria.get(&criterion.id)?.clone();
        let shown = alternative.levels.get(&criterion.id);
        let has_today = offer.is_some_and(|o| o.levels.contains_key(&criterion.id));
        match shown {
            Some(shown) => Some((key, level(*shown, comparison, criterion.id, names)?)),
            None => has_today.then(|| (key, Node::null())),
        }
    };
    put(&mut members, "levels", Node::Object(comparison.criteria.iter().filter_map(node).collect()));
    Node::Object(members)
}
