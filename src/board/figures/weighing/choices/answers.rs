//! What was answered, what contradicts, and what was foreseen.

use super::Known;
use super::memo::Judged;
use super::text::{in_short, percent};
use crate::model::{ChoiceAnswer, Leaf, Side};

/// An answer in a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerLine {
    /// “TCL over Haier”.
    pub text: String,
    /// True where it is one of those that contradict each other.
    pub contradicts: bool,
    /// Its names for the controls beside it: look at it again, delete it.
    pub labels: [String; 2],
}

pub(super) fn lines(known: &Known<'_>, judged: &Judged) -> Vec<AnswerLine> {
    let line = |(i, answer): (usize, &ChoiceAnswer)| {
        let text = in_words(known, i, answer);
        let number = (i + 1).to_string();
        let named = |key: &str| known.asked.words().with(key, &[("number", &number), ("answer", &text)]);
        let labels = [named("choices-look"), named("choices-delete")];
        AnswerLine { contradicts: judged.contradiction.contains(&i), labels, text }
    };
    known.answers.iter().enumerate().map(line).collect()
}

fn in_words(known: &Known<'_>, index: usize, answer: &ChoiceAnswer) -> String {
    let (seen, words) = (known.asked.seen, known.asked.words());
    let [for_taken, for_other] = leads(known, index);
    let name = |place: usize| {
        let leads = if answer.order.first() == Some(&place) { &for_taken } else { &for_other };
        in_short(seen, &answer.alternatives, place, leads)
    };
    let order: Vec<String> = answer.order.iter().copied().map(name).collect();
    if order.len() > 1 {
        return order.join(" > ");
    }
    let others = (0..answer.alternatives.len()).filter(|place| !answer.order.contains(place));
    let others: Vec<String> = others.map(name).collect();
    words.with("choices-over", &[("taken", &order.concat()), ("others", &words.list(&others))])
}

/// Of a pair the leaves on which what was taken is better, and those on which the other is.
fn leads(known: &Known<'_>, answer: usize) -> [Vec<Leaf>; 2] {
    let Some(set) = &known.set else { return Default::default() };
    let mut beside = set.choices.beside_taken(answer);
    let (Some(row), None) = (beside.next(), beside.next()) else { return Default::default() };
    let mut leads = [Vec::new(), Vec::new()];
    for ((leaf, side), lead) in set.leaves.iter().zip(&set.sides).zip(row) {
        let lead = if *side == Side::Value { *lead } else { -lead };
        if lead.abs() > 0.0 {
            leads[usize::from(lead > 0.0)].push(*leaf);
        }
    }
    leads
}

/// Which answers no weights agree with; empty where some weights agree with all.
pub(super) fn contradiction(known: &Known<'_>, judged: &Judged) -> String {
    let words = known.asked.words();
    let numbers: Vec<String> = judged.contradiction.iter().map(|i| (i + 1).to_string()).collect();
    match numbers.as_slice() {
        [] => String::new(),
        [only] => words.with("choices-contradiction-one", &[("number", only)]),
        several => words.with("choices-contradiction", &[("numbers", &words.list(several))]),
    }
}

/// How many of the last answers were foreseen.
pub(super) fn score(known: &Known<'_>, judged: &Judged) -> String {
    let told: Vec<bool> = judged.foreseen.iter().filter_map(|f| f.is_hit).collect();
    // One alone is told in words of its own.
    if told.len() < 2 {
        return String::new();
    }
    let hits = told.iter().filter(|hit| **hit).count();
    known.asked.words().with("choices-score", &[("hits", &hits.to_string()), ("all", &told.len().to_string())])
}

/// What was thought of the last answer before it was given.
pub(super) fn last(known: &Known<'_>, judged: &Judged) -> String {
    let words = known.asked.words();
    match judged.foreseen.last() {
        Some(last) => match last.is_hit {
            Some(true) => words.with("choices-last-hit", &[("share", &percent(last.share))]),
            Some(false) => words.with("choices-last-miss", &[("share", &percent(last.share))]),
            None => words.t("choices-last-tie"),
        },
        None => String::new(),
    }
}
