//! The question that is asked next, or looked at again.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::text::{level, named_level, offer_name, parted, percent};
use super::{ChoicesAbout, Known};
use crate::board::figures::Seen;
use crate::model::{Alternative, Level};
use crate::value::elicit::questions::{
    ChoiceQuestion, Pairs, SIDE_BY_SIDE, all_offers, comparable_offers, made_up_pairs, offer_pairs,
};

/// Shares nearer than this are told as equal.
const AS_LIKELY: f64 = 0.005;

/// A question as it is put.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutQuestion {
    /// “Which would you take?”
    pub title: String,
    /// What there is to choose from, to be kept with the answer.
    pub alternatives: Vec<Alternative>,
    /// The same to be looked at.
    pub cards: Vec<ChoiceCard>,
    /// What is the same for all.
    pub same: String,
    /// What will be taken, as far as the answers before tell; empty where it was answered.
    pub prediction: String,
    /// What was taken, best first, where it was answered before.
    pub order: Vec<usize>,
    /// The answer that it replaces.
    pub at: Option<usize>,
    /// True where the offers are to be put in order.
    pub is_ranking: bool,
    /// What it is remembered by once it is skipped.
    pub mark: u64,
}

/// An offer to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceCard {
    /// Its name.
    pub name: String,
    /// What sets it apart: criteria and levels.
    pub rows: Vec<[String; 2]>,
    /// All of it, in one line.
    pub summary: String,
}

/// What is asked, and about what.
pub(super) fn put(known: &Known<'_>) -> (ChoicesAbout, Option<PutQuestion>) {
    let options = known.asked.options.choices;
    if let Some((at, answer)) = options.at.and_then(|at| Some((at, known.answers.get(at)?))) {
        let is_ranking = answer.order.len() > 1;
        let is_made_up = answer.alternatives.iter().all(|a| a.offer.is_none());
        let about = match (is_ranking, is_made_up, answer.alternatives.len()) {
            (true, ..) => ChoicesAbout::Rank,
            (false, true, _) => ChoicesAbout::MadeUp,
            (false, false, 2) => ChoicesAbout::Pairs,
            (false, false, _) => ChoicesAbout::Offers,
        };
        let question = Asking { alternatives: answer.alternatives.clone(), at: Some(at), is_ranking };
        return (about, Some(question.put(known)));
    }
    let about = options.about.unwrap_or_else(|| first_about(known));
    let question = match about {
        ChoicesAbout::Offers | ChoicesAbout::Rank => of_all(known, about == ChoicesAbout::Rank),
        ChoicesAbout::Pairs => next(known, &offer_pairs(known.asked.seen.comparison)),
        ChoicesAbout::MadeUp => next(known, &made_up_pairs(known.asked.seen.comparison)),
    };
    (about, question.map(|question| question.put(known)))
}

/// Which of the offers at hand comes first, as a lesson begins; then made-up pairs, which tell more.
fn first_about(known: &Known<'_>) -> ChoicesAbout {
    let is_open = |question: &ChoiceQuestion| is_open(known, question);
    let all = all_offers(known.asked.seen.comparison).filter(is_open);
    if all.is_some() { ChoicesAbout::Offers } else { ChoicesAbout::MadeUp }
}

/// True where a question was neither answered nor skipped.
fn is_open(known: &Known<'_>, question: &ChoiceQuestion) -> bool {
    let skipped = &known.asked.options.choices.skipped;
    !known.answers.iter().any(|answer| question.is_about(&answer.alternatives))
        && !skipped.contains(&mark(&question.alternatives))
}

/// A question before it is put into words.
struct Asking {
    alternatives: Vec<Alternative>,
    at: Option<usize>,
    is_ranking: bool,
}

/// All offers at hand; where that was answered before, that answer is looked at again.
fn of_all(known: &Known<'_>, is_ranking: bool) -> Option<Asking> {
    let question = all_offers(known.asked.seen.comparison)?;
    let at = known.answers.iter().position(|answer| question.is_about(&answer.alternatives));
    let alternatives = at.map_or(question.alternatives, |at| known.answers[at].alternatives.clone());
    Some(Asking { alternatives, at, is_ranking })
}

fn next(known: &Known<'_>, pairs: &Pairs) -> Option<Asking> {
    let weights = known.weights.as_ref()?;
    let question = pairs.next(weights, |question| is_open(known, question))?;
    let mut alternatives = question.alternatives;
    // Not always the same side first.
    if known.answers.len() % 2 == 1 {
        alternatives.reverse();
    }
    Some(Asking { alternatives, at: None, is_ranking: false })
}

impl Asking {
    fn put(self, known: &Known<'_>) -> PutQuestion {
        let seen = known.asked.seen;
        let words = seen.words;
        let Self { alternatives, at, is_ranking } = self;
        let [differing, same] = parted(seen, &alternatives);
        let cards = (0..alternatives.len()).map(|place| {
            let own = &alternatives[place];
            let row = |c: &&crate::model::Criterion| {
                [c.name.get(words.lang()).to_owned(), level(seen, c, own.levels.get(&c.id).copied())]
            };
            let rows: Vec<[String; 2]> = differing.iter().map(row).collect();
            let name = offer_name(seen, &alternatives, place);
            let told: Vec<String> = rows.iter().map(|row| row.join(" ")).collect();
            let summary = if told.is_empty() { name.clone() } else { format!("{name}: {}", told.join(" · ")) };
            ChoiceCard { name, rows, summary }
        });
        let cards: Vec<ChoiceCard> = cards.collect();
        let same: Vec<String> = same.iter().map(|c| named_level(seen, c, &alternatives[0])).collect();
        let same = match (differing.is_empty(), same.is_empty()) {
            (true, _) => words.t("choices-nothing-differs"),
            (false, true) => String::new(),
            (false, false) => words.with("choices-same", &[("levels", &same.join(" · "))]),
        };
        PutQuestion {
            title: words.t(if is_ranking { "choices-rank" } else { "choices-which" }),
            prediction: if at.is_none() { prediction(known, &alternatives) } else { String::new() },
            cards,
            same,
            order: at.and_then(|at| known.answers.get(at)).map(|answer| answer.order.clone()).unwrap_or_default(),
            at,
            is_ranking,
            mark: mark(&alternatives),
            alternatives,
        }
    }
}

/// What will be taken, by what is known without this question.
fn prediction(known: &Known<'_>, alternatives: &[Alternative]) -> String {
    let seen = known.asked.seen;
    let words = seen.words;
    let Some(shares) = shares(known, alternatives) else { return String::new() };
    let mut by_share: Vec<usize> = (0..shares.len()).collect();
    by_share.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]));
    let [first, second, ..] = by_share.as_slice() else { return String::new() };
    let name = offer_name(seen, alternatives, *first);
    if shares[*first] - shares[*second] < AS_LIKELY {
        return words.t("choices-think-tie");
    }
    words.with("choices-think", &[("name", &name), ("share", &percent(shares[*first]))])
}

fn shares(known: &Known<'_>, alternatives: &[Alternative]) -> Option<Vec<f64>> {
    let answer = crate::model::ChoiceAnswer { alternatives: alternatives.to_vec(), order: vec![0] };
    let set = crate::value::elicit::choices_of(known.asked.seen.comparison, &[answer]).ok()?;
    // Only differences to the first count.
    let mut points = vec![vec![0.0; set.leaves.len()]];
    points.extend(set.choices.beside_taken(0).map(<[f64]>::to_vec));
    Some(known.weights.as_ref()?.predict(&points))
}

/// A question by which it is remembered: not 0.
fn mark(alternatives: &[Alternative]) -> u64 {
    let mark = |alternative: &Alternative| {
        let mut hasher = DefaultHasher::new();
        alternative.offer.hash(&mut hasher);
        for (id, level) in &alternative.levels {
            id.hash(&mut hasher);
            match level {
                Level::Number(x) => x.to_bits().hash(&mut hasher),
                Level::Category(category) => category.hash(&mut hasher),
                Level::Money(minor) => minor.hash(&mut hasher),
            }
        }
        hasher.finish()
    };
    // Either order.
    alternatives.iter().map(mark).fold(0, u64::wrapping_add).max(1)
}

/// Why there is nothing to ask.
pub(super) fn why_nothing(known: &Known<'_>, about: ChoicesAbout) -> String {
    let seen: Seen<'_> = known.asked.seen;
    let words = seen.words;
    let comparable = comparable_offers(seen.comparison).len();
    match about {
        ChoicesAbout::MadeUp if made_up_pairs(seen.comparison).is_empty() => words.t("choices-no-made-up"),
        ChoicesAbout::MadeUp => words.t("choices-no-more"),
        _ if comparable < 2 => words.t("choices-too-few-offers"),
        ChoicesAbout::Pairs => words.t("choices-no-more-pairs"),
        ChoicesAbout::Offers | ChoicesAbout::Rank => {
            words.with("choices-too-many-offers", &[("most", &SIDE_BY_SIDE.to_string())])
        }
    }
}
