//! Why a file cannot be imported: where, what is wrong, what to do.

use super::Wrong;
use crate::model::{
    AmountError, AnswerError, CurrencyError, CurveError, Item, Lang, NAME_MAX_CHARS, Rule, ScaleError, Text,
};
use crate::value::elicit::WeighError;
use crate::value::elicit::pairwise::PairwiseError;

/// Longest piece of a foreign text that a message repeats, in characters.
const QUOTE_MAX_CHARS: usize = 80;

/// The first thing in a file that cannot be taken over. Nothing is imported then.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportError {
    /// The place within the file, e.g. `offers[2].levels.price`; empty where it is the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.path.is_empty() { self.problem.fmt(f) } else { write!(f, "{}: {}", self.path, self.problem) }
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.problem)
    }
}

impl ImportError {
    /// A problem at a place.
    pub(super) fn new(path: impl Into<String>, problem: Problem) -> Self {
        Self { path: path.into(), problem }
    }

    /// The same problem, its place seen from one level further out.
    pub(super) fn under(self, outer: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{outer}{dot}{}", self.path), ..self }
    }
}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Problem {
    /// Larger than [`super::json::MAX_BYTES`].
    #[error("the file is larger than {0} MiB; export fewer comparisons into one file")]
    TooLarge(usize),
    /// More things than fit into memory comfortably.
    #[error("the file holds more than {0} things; export fewer comparisons into one file")]
    TooManyParts(usize),
    /// Broken JSON; line and column are in the text.
    #[error("this is not a sound JSON file: {0}")]
    NotJson(String),
    /// JSON of another program.
    #[error("this is not a Worthwhile file; it should begin with \"format\": \"worthwhile\"")]
    NotWorthwhile,
    /// Written by a later version of the program.
    #[error("this file has version {0} and this program reads up to {max}; open it with a newer program", max = super::json::VERSION)]
    Newer(u64),
    /// A member is missing, unknown, there twice, or of the wrong type.
    #[error("{0}")]
    Shape(String),
    /// A key that stands twice in one object.
    #[error("this key stands here twice; keep one of them")]
    Twice,
    /// A key that another criterion, offer, segment or level has.
    #[error("“{0}” is the key of an earlier one too; give each a key of its own")]
    KeyTaken(String),
    /// An empty key.
    #[error("a key is needed; write a short word")]
    KeyBlank,
    /// A key that stands for all money criteria together.
    #[error("“ownership” stands for all money criteria together; choose another key")]
    KeyReserved,
    /// A level, note, weight or multiplier of a criterion that is not there.
    #[error("no criterion has this key; there are: {0}")]
    UnknownCriterion(String),
    /// A weight of something that has none of its own.
    #[error("this has no weight of its own; members are: {0}")]
    UnknownLeaf(String),
    /// A level of an offer that is not there.
    #[error("no offer has this key; there are: {0}")]
    UnknownOffer(String),
    /// Weights of a segment that is not there.
    #[error("no segment has this key; there are: {0}")]
    UnknownSegment(String),
    /// A variant that branches from one that is not there.
    #[error("no variant has the key “{word}”; there are: {known}")]
    UnknownVariant {
        /// What the file says.
        word: String,
        /// The keys that there are.
        known: String,
    },
    /// Single changes beside a whole case.
    #[error("a variant has either a whole case or single changes; take one of them out")]
    CaseAndChanges,
    /// Not one of the eight dimensions.
    #[error("there is no such dimension; write one of: {0}")]
    UnknownDimension(String),
    /// A setting that another kind of scale has.
    #[error("a scale of kind {kind} has no “{field}”; take it out or change the kind")]
    NotOfKind {
        /// Name of the setting.
        field: &'static str,
        /// Kind of the scale.
        kind: &'static str,
    },
    /// A setting that this kind of scale needs.
    #[error("a scale of kind {kind} needs “{field}”")]
    NeededByKind {
        /// Name of the setting.
        field: &'static str,
        /// Kind of the scale.
        kind: &'static str,
    },
    /// Something of the wrong kind, or at the wrong place.
    #[error("{0}")]
    Wrong(Wrong),
    /// A named level that the scale does not have.
    #[error("the scale has no level “{word}”; write the key of one of: {known}")]
    UnknownCategory {
        /// What the file says.
        word: String,
        /// The keys that there are.
        known: String,
    },
    /// A level outside the bounds of its rating.
    #[error("{level} is outside the rating, which goes from {low} to {high}; change the level or the bounds")]
    OutsideRating {
        /// What the file says.
        level: f64,
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// A number that is too large to reckon with.
    #[error("the number is out of range; write one between −1e15 and 1e15")]
    OutOfRange,
    /// An amount that the currency cannot hold.
    #[error("{0}; write the amount in units of the currency, rounded to what can be paid")]
    Amount(AmountError),
    /// Not a currency code.
    #[error("{0}")]
    Currency(CurrencyError),
    /// Not a colour.
    #[error("“{0}” is not a colour; write # and six hexadecimal digits, such as #2f5bea")]
    Color(String),
    /// Control points break a rule.
    #[error("{0}")]
    Curve(CurveError),
    /// A scale breaks a rule.
    #[error("{0}")]
    Scale(ScaleError),
    /// Money criteria in a points account, and no scale for them.
    #[error(
        "there are money criteria, so the points of the total cost of ownership are needed: [[amount, 0], [amount, 100]]"
    )]
    MoneyScaleMissing,
    /// Two criteria marked as the price.
    #[error("another criterion is already the price; mark only one")]
    PriceTwice,
    /// Something else than a once-paid amount marked as the price.
    #[error("only money that is paid once can be the price; take the mark away or change the scale")]
    NotAPrice,
    /// Several once-paid criteria and no mark.
    #[error("several criteria are paid once; mark one of them with \"price\": true")]
    PriceUnmarked,
    /// A share or multiplier below 0, or not a number.
    #[error("a weight is a number from 0 up")]
    Negative,
    /// Shares of a set that do not sum to 1.
    #[error("the shares of {set} add up to {sum}; they must add up to 1")]
    WeightSum {
        /// The members of the set.
        set: String,
        /// What they add up to.
        sum: f64,
    },
    /// A weight above 0 where there is nothing to weigh.
    #[error("a dimension without criteria weighs 0; add a criterion or take the weight out")]
    WeightOfNothing,
    /// Answers about something that cannot be weighed.
    #[error("“{word}” is nothing that can be weighed; write one of: {known}")]
    UnknownScope {
        /// What the file says.
        word: String,
        /// What there is.
        known: String,
    },
    /// A method asked to weigh what it cannot.
    #[error("“{method}” cannot weigh that; write one of: {known}")]
    UnsuitedScope {
        /// The method's key.
        method: &'static str,
        /// What it can weigh.
        known: String,
    },
    /// An answer about something that is not weighed there.
    #[error("“{word}” is not weighed here; write one of: {known}")]
    UnknownItem {
        /// What the file says.
        word: String,
        /// What there is.
        known: String,
    },
    /// A member that another method has.
    #[error("the method {method} has no “{field}”; take it out or change the method")]
    NotOfMethod {
        /// Name of the member.
        field: &'static str,
        /// Key of the method.
        method: &'static str,
    },
    /// A member that this method needs.
    #[error("the method {method} needs “{field}”")]
    NeededByMethod {
        /// Name of the member.
        field: &'static str,
        /// Key of the method.
        method: &'static str,
    },
    /// Two sets of answers for the same items by the same method.
    #[error("there are answers by this method for the same items already; keep one of them")]
    AnsweredTwice,
    /// Answers break a rule.
    #[error("{0}")]
    Answer(AnswerError),
    /// A text that is too long.
    #[error("the text is longer than {0} characters; shorten it")]
    TextTooLong(usize),
    /// A place in an order that no offer has.
    #[error("there is no place {place} in “from”, whose places go from 0 to {last}")]
    NoSuchPlace {
        /// What the file says.
        place: usize,
        /// The last one that there is.
        last: usize,
    },
    /// A place that an order names twice.
    #[error("place {0} is ranked twice; keep one of the two")]
    RankedTwice(usize),
    /// Judgements in pairs that cannot be, or give no points, with the names of what they judge.
    #[error("{}", pairs_told(.rule, .names))]
    Pairs {
        /// What is wrong with them.
        rule: PairwiseError,
        /// In the order in which the rule counts.
        names: Vec<String>,
    },
    /// Answers that are said to be in force and give no weights, with the names of what they weigh.
    #[error("{}", weights_told(.why, .names))]
    NoWeights {
        /// Why they give none.
        why: WeighError,
        /// What is weighed, in its order.
        names: Vec<(Item, Text)>,
    },
    /// Another rule of [`crate::model::check`].
    #[error("{0}")]
    Rule(Box<Rule>),
}

impl From<Wrong> for Problem {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

/// What is wrong with judgements, by the names of what they judge.
fn pairs_told(rule: &PairwiseError, names: &[String]) -> String {
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    match *rule {
        PairwiseError::Diagonal { item } => format!("“{}” against itself must be 1", name(item)),
        PairwiseError::NotReciprocal { row, column } => format!(
            "“{}” and “{}” contradict each other: one judgement must be 1 divided by the other, so give only one of them",
            name(row),
            name(column)
        ),
        PairwiseError::Disconnected { one, other } => {
            let [one, other] = [name(one), name(other)];
            format!("nothing says how {one} and {other} compare, not even by way of others: compare them")
        }
        ref other => other.to_string(),
    }
}

fn weights_told(why: &WeighError, names: &[(Item, Text)]) -> String {
    let items: Vec<Item> = names.iter().map(|(item, _)| *item).collect();
    why.told(&items, |item| {
        names.iter().find(|(own, _)| *own == item).map_or_else(String::new, |(_, name)| name.get(Lang::En).to_owned())
    })
}

/// A foreign text cut to what a message can bear, without line breaks.
pub(super) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(QUOTE_MAX_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(QUOTE_MAX_CHARS).is_some() {
        short.push('…');
    }
    short
}

/// A list of foreign texts for a message.
pub(super) fn listed<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for text in texts {
        if list.chars().count() > NAME_MAX_CHARS {
            return list + ", …";
        }
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(&quoted(text));
    }
    if list.is_empty() { "none".to_owned() } else { list }
}
