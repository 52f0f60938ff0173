//! Weights from choices: what is asked next, what was answered, and what follows.

mod answers;
mod memo;
mod question;
mod result;
mod text;

pub use answers::AnswerLine;
pub(in crate::board) use memo::ChoiceMemo;
pub use question::{ChoiceCard, PutQuestion};
pub(super) use result::{data, figure};

use super::Asked;
use crate::board::figures::Seen;
use crate::model::{Answers, ChoiceAnswer, Method, Scope};
use crate::value::elicit::choices::{ChoiceWeights, Penalty};
use crate::value::elicit::{ChoiceSet, Details, choices_of};
use memo::Judged;

/// Most questions that are remembered as skipped.
pub const SKIPPED_MAX: usize = 12;

/// Differences to what was taken, times the square of the number of criteria, up to which all about choices is found
/// within a frame: 3,000 pairs on eight criteria, or 340 on 24. The fit then takes 1 ms, those of what was foreseen 5 ms,
/// and the programs that look for contradictions, some 60, about as long.
const AT_ONCE: usize = 200_000;

/// What questions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChoicesAbout {
    /// All offers at hand: which one.
    Offers,
    /// Two of the offers at hand.
    Pairs,
    /// Two made-up offers that differ on two criteria.
    MadeUp,
    /// All offers at hand, in order.
    Rank,
}

impl ChoicesAbout {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Offers, Self::Pairs, Self::MadeUp, Self::Rank];

    fn key(self) -> &'static str {
        match self {
            Self::Offers => "choices-about-offers",
            Self::Pairs => "choices-about-pairs",
            Self::MadeUp => "choices-about-made-up",
            Self::Rank => "choices-about-rank",
        }
    }
}

/// What is asked to choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChoiceOptions {
    /// What questions are about; all offers first, then made-up pairs, where absent.
    pub about: Option<ChoicesAbout>,
    /// The answer that is looked at again.
    pub at: Option<usize>,
    /// Marks of questions that were skipped; 0 for none.
    pub skipped: [u64; SKIPPED_MAX],
}

/// What the page shows of choices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChoiceSheet {
    /// What questions can be about, by name.
    pub about: Vec<(ChoicesAbout, String)>,
    /// What the one shown is about.
    pub shown: Option<ChoicesAbout>,
    /// The question; `None` where there is nothing to ask.
    pub question: Option<PutQuestion>,
    /// Why there is none.
    pub nothing: String,
    /// Every answer, in the order in which they were given.
    pub answers: Vec<AnswerLine>,
    /// Answers that no weights agree with; empty where some do.
    pub contradiction: String,
    /// The answers that it names.
    pub contradicting: Vec<usize>,
    /// How many of the last answers were foreseen, and what was thought of the last one.
    pub score: String,
    /// What was thought of the last answer before it was given.
    pub last: String,
    /// μ by the answers, where the buyer's is another one, with what taking it is called.
    pub sharpness: Option<(f64, String)>,
}

/// What is known of the choices of one buyer.
struct Known<'a> {
    asked: &'a Asked<'a>,
    answers: &'a [ChoiceAnswer],
    set: Option<ChoiceSet>,
    /// By the answers, or before any.
    weights: Option<ChoiceWeights>,
}

impl<'a> Known<'a> {
    /// `None` for other ways to weigh.
    fn new(asked: &'a Asked<'a>) -> Option<Self> {
        let comparison = asked.seen.comparison;
        if asked.options.method != Some(Method::Choices) {
            return None;
        }
        let answers: &[ChoiceAnswer] = match asked.kept.map(|e| &e.answers) {
            Some(Answers::Choices { choices }) => choices,
            _ => &[],
        };
        let set = choices_of(comparison, answers).ok();
        let fitted = match asked.found.as_ref().map(|found| &found.details) {
            Ok(Details::Choices(weights)) => Some(ChoiceWeights::clone(weights)),
            _ => None,
        };
        let before = || {
            let leaves = asked.seen.board.compiled.leaves();
            let sides: Vec<_> = leaves.iter().map(|l| l.dimension.side()).collect();
            ChoiceWeights::before_answers(&sides, &Penalty::default()).ok()
        };
        let weights = fitted.or_else(before);
        Some(Self { asked, answers, set, weights })
    }

    fn judged(&self) -> std::rc::Rc<Judged> {
        let memo = &self.asked.seen.board.choices;
        self.set.as_ref().map(|set| memo.judged(set)).unwrap_or_default()
    }
}

/// True where there are so many choices that they take longer than a frame.
pub(super) fn is_heavy(seen: Seen<'_>, scope: Scope) -> bool {
    let kept = seen.comparison.segment(seen.board.segment).and_then(|s| s.answers(scope, Method::Choices));
    let Some(Answers::Choices { choices }) = kept.map(|e| &e.answers) else { return false };
    let others: usize = choices.iter().map(|c| c.alternatives.len().saturating_sub(1) * c.order.len()).sum();
    others * seen.board.compiled.leaves().len().pow(2) > AT_ONCE
}

pub(super) fn sheet(asked: &Asked<'_>) -> ChoiceSheet {
    let Some(known) = Known::new(asked) else { return ChoiceSheet::default() };
    let words = asked.words();
    let judged = known.judged();
    let (shown, question) = question::put(&known);
    ChoiceSheet {
        about: ChoicesAbout::ALL.into_iter().map(|about| (about, words.t(about.key()))).collect(),
        nothing: if question.is_none() { question::why_nothing(&known, shown) } else { String::new() },
        shown: Some(shown),
        question,
        answers: answers::lines(&known, &judged),
        contradiction: answers::contradiction(&known, &judged),
        contradicting: judged.contradiction.clone(),
        score: answers::score(&known, &judged),
        last: answers::last(&known, &judged),
        sharpness: result::sharpness(asked),
    }
}
