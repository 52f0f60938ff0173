//! Where weights come from, in words and formulas.

use super::form::swing_text;
use super::{item_name, scope_name};
use crate::board::figures::Seen;
use crate::board::working::Worked;
use crate::model::{Comparison, Dimension, Item, Leaf, Method, Scope, Segment};
use crate::value::Question;
use crate::value::elicit::{Explained, Reason, Whole, explain, weigh};
use crate::words::{Words, decimal, number, percent};

/// The arithmetic of every weight of a scope, then what holds for all of them.
pub(in crate::board) fn worked_weights(seen: Seen<'_>, scope: Scope, told: &Explained) -> Vec<Worked> {
    let line = |(item, reason, weight): &(Item, Reason, f64)| worked_weight(seen, told.method, *item, reason, *weight);
    let mut lines: Vec<Worked> = told.items.iter().map(line).collect();
    lines.extend(worked_whole(seen, &told.whole));
    if let Some([value, cost]) = told.emphasis {
        let what = seen.words.with("worked-emphasis", &[("scope", &scope_name(seen, scope))]);
        lines.push(Worked {
            what,
            formula: format!("λ = {} ÷ {} = {}", brief(cost), brief(value), brief(cost / value)),
        });
    }
    lines
}

/// Where the weights that a question is about come from, for those that a method in force gave.
pub(in crate::board) fn worked_sources(seen: Seen<'_>, segment: &Segment, question: Question) -> Vec<Worked> {
    let mut lines = Vec::new();
    for kept in segment.elicited.iter().filter(|e| e.in_force) {
        let Ok(weighing) = weigh(seen.comparison, segment, kept.scope, &kept.answers) else { continue };
        let mut told = explain(seen.comparison, kept.scope, &kept.answers, &weighing);
        told.items.retain(|(item, ..)| is_asked(seen.comparison, question, kept.scope, *item));
        if told.items.is_empty() {
            continue;
        }
        if !matches!(question, Question::Delivered | Question::Ratio) {
            told.emphasis = None;
        }
        let names = [scope_name(seen, kept.scope), method_name(seen.words, kept.method())];
        let source = seen.words.with("worked-source", &[("scope", &names[0]), ("method", &names[1])]);
        let own = worked_weights(seen, kept.scope, &told).into_iter();
        lines.extend(own.map(|line| Worked { what: format!("{source} · {}", line.what), ..line }));
    }
    lines
}

/// True where the weight of an item enters the answer of a question, other than by way of a subtotal.
fn is_asked(comparison: &Comparison, question: Question, scope: Scope, item: Item) -> bool {
    let is_in = |leaf: Leaf, dimension: Dimension| comparison.leaves_of(dimension).contains(&leaf);
    let is_whole = matches!(scope, Scope::Side(_) | Scope::Both);
    match (question, item) {
        (Question::Leaf(asked), Item::Leaf(leaf)) => asked == leaf,
        (Question::Leaf(asked), Item::Dimension(dimension)) => is_in(asked, dimension),
        (Question::Dimension(asked), Item::Dimension(dimension)) => asked == dimension,
        (Question::Dimension(asked), Item::Leaf(leaf)) => is_in(leaf, asked),
        (Question::Side(asked), Item::Dimension(dimension)) => dimension.side() == asked,
        (Question::Side(asked), Item::Leaf(leaf)) => {
            is_whole && asked.dimensions().into_iter().any(|dimension| is_in(leaf, dimension))
        }
        (Question::Delivered | Question::Ratio, Item::Leaf(_)) => is_whole,
        (Question::Delivered | Question::Ratio, Item::Dimension(_) | Item::Side(_)) => true,
        (_, Item::Side(_)) => false,
    }
}

/// A method by name.
pub(in crate::board) fn method_name(words: &Words, method: Method) -> String {
    words.t(super::method_keys(Some(method))[0])
}

fn worked_weight(seen: Seen<'_>, method: Method, item: Item, reason: &Reason, weight: f64) -> Worked {
    let words = seen.words;
    let name = item_name(seen, item);
    let share = percent(weight);
    match reason {
        Reason::Points { points, total } => {
            let what = words.with("worked-points", &[("name", &name)]);
            Worked { what, formula: format!("{} ÷ {} = {share}", brief(*points), brief(*total)) }
        }
        Reason::Swing { levels, worth, span, rate, total } => {
            let text = swing_text(seen, item, *levels);
            let amount = match method {
                Method::Money => words.money(seen.comparison.header.currency, *worth),
                _ => brief(*worth),
            };
            let what = words.with("worked-swing", &[("name", &name), ("levels", &text)]);
            let formula = format!(
                "{amount} ÷ {} = {}; {} ÷ {} = {share}",
                brief(*span),
                brief(*rate),
                brief(*rate),
                brief(*total)
            );
            Worked { what, formula }
        }
        Reason::Rank { ranks: [first, last], items, formula } => {
            let key = match formula {
                crate::model::RankMethod::Centroid => "order-centroid-formula",
                crate::model::RankMethod::Sum => "order-sum-formula",
                crate::model::RankMethod::Reciprocal => "order-reciprocal-formula",
            };
            let place = if first == last { first.to_string() } else { format!("{first}–{last}") };
            let items = items.to_string();
            let what = words.with("worked-rank", &[("name", &name), ("place", &place), ("items", &items)]);
            Worked { what, formula: format!("{} = {share}", words.t(key)) }
        }
        Reason::Row { ratios } => {
            let row: Vec<String> = ratios.iter().map(|r| r.map_or_else(|| "?".to_owned(), judgement)).collect();
            let what = words.with("worked-row", &[("name", &name)]);
            Worked { what, formula: format!("({}) → {share}", row.join(", ")) }
        }
        Reason::Coefficient { beta, total } => {
            let what = words.with("worked-coefficient", &[("name", &name)]);
            Worked { what, formula: format!("β = {}; |β| ÷ {} = {share}", brief(*beta), brief(*total)) }
        }
    }
}

fn worked_whole(seen: Seen<'_>, whole: &Whole) -> Option<Worked> {
    let words = seen.words;
    match whole {
        Whole::Nothing => None,
        Whole::Pairwise { lambda_max, consistency_index, consistency_ratio, is_approximate } => {
            let sign = if *is_approximate { "≈" } else { "=" };
            let ratio = consistency_ratio.map(|cr| format!("; CR {sign} {}", decimal(cr, 3))).unwrap_or_default();
            let formula = format!("λmax = {}; CI = {}{ratio}", decimal(*lambda_max, 3), decimal(*consistency_index, 3));
            Some(Worked { what: words.t("worked-eigenvector"), formula })
        }
        Whole::Choices { log_likelihood, null_log_likelihood } => {
            let formula =
                format!("ln L = {}; ln L(0) = {}", decimal(*log_likelihood, 3), decimal(*null_log_likelihood, 3));
            Some(Worked { what: words.t("worked-likelihood"), formula })
        }
    }
}

/// A judgement as it is said: 3, or 1/3.
fn judgement(ratio: f64) -> String {
    if ratio < 1.0 { format!("1/{}", brief(1.0 / ratio)) } else { brief(ratio) }
}

/// A number to three places that count.
fn brief(x: f64) -> String {
    if x == 0.0 || !x.is_finite() {
        return number(x);
    }
    #[expect(clippy::cast_possible_truncation, reason = "the power of ten of a finite number")]
    let places = (2 - x.abs().log10().floor() as i32).clamp(0, 9);
    let factor = 10_f64.powi(places);
    number((x * factor).round() / factor)
}
