//! What was answered, what contradicts, and what was foreseen.

use super::Known;
use super::memo::Judged;
use super::text::in_short;
use crate::model::ChoiceAnswer;
use crate::words::percent;

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
        let text = in_words(known, answer);
        let number = (i + 1).to_string();
        let named = |key: &str| known.asked.words().with(key, &[("number", &number), ("answer", &text)]);
        let labels = [named("choices-look"), named("choices-delete")];
        AnswerLine { contradicts: judged.contradiction.contains(&i), labels, text }
    };
    known.answers.iter().enumerate().map(line).collect()
}

fn in_words(known: &Known<'_>, answer: &ChoiceAnswer) -> String {
    let (seen, words) = (known.asked.seen, known.asked.words());
    let name = |place: &usize| in_short(seen, &answer.alternatives, *place);
    if answer.order.len() > 1 {
        let order: Vec<String> = answer.order.iter().map(name).collect();
        return order.join(" > ");
    }
    let taken: Vec<String> = answer.order.iter().map(name).collect();
    let others = (0..answer.alternatives.len()).filter(|place| !answer.order.contains(place));
    let others: Vec<String> = others.map(|place| name(&place)).collect();
    words.with("choices-over", &[("taken", &taken.concat()), ("others", &words.list(&others))])
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
