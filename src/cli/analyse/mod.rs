//! `worthwhile analyse`: why an offer wins, and what would change the answer.
//!
//! Weights are shares of their set, 0…1; money is in units of currency; an end that does not exist is `null`. Names are
//! the English ones, those of dimensions the user's where there are any.

mod break_even;
mod bridge;
mod dominance;
mod levers;
mod lint;
mod names;
mod satisfaction;
mod segments;
mod sensitivity;
mod variants;
mod winner_map;

use std::fmt::Write as _;
use std::path::Path;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Done, chosen, load, segment_of};
use crate::model::Comparison;
use crate::value::{Case, Prepared};
use names::Names;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Crossings, winners and stability interval of every weight and of λ; the tornado
    Sensitivity,
    /// At which level of each criterion every offer would tie the best other offer
    BreakEven,
    /// The cheapest set of levers by which an offer reaches its best rival, for every offer that has levers
    Levers,
    /// The difference between two offers, dimension by dimension and criterion by criterion; with `--to` or `--from`
    /// the change of that difference between two variants, shared out among the single changes
    Bridge,
    /// Who is dominated by whom, the efficient frontier, and the fair-value line
    Dominance,
    /// Who wins where while two quantities vary
    WinnerMap,
    /// What is doubtful in the model itself: scales, weights and levels that hardly say what they mean
    Lint,
    /// What every offer delivers to every kind of buyer, what each would choose, and the mean by size
    Segments,
    /// How far every offer meets what the buyer expects, as bought and after use, criterion by criterion
    Satisfaction,
}

/// What is asked, and what it needs.
#[derive(Clone, Debug, Args)]
pub struct Question {
    /// What to find out
    #[arg(long, value_enum)]
    pub what: What,
    /// Only this comparison, by its name in either language
    #[arg(long)]
    pub comparison: Option<String>,
    /// For this kind of buyer instead of everyone
    #[arg(long)]
    pub segment: Option<String>,
    /// The offer that it is about; for a bridge the one it leads to (the winner where absent)
    #[arg(long)]
    pub offer: Option<String>,
    /// The offer that it is held against; for a bridge the one it starts from (the best other where absent)
    #[arg(long)]
    pub against: Option<String>,
    /// For a tornado: doubt in weights, in percentage points
    #[arg(long, default_value_t = 10.0)]
    pub weight_doubt: f64,
    /// For a tornado: doubt in levels, in per cent of what the scale spans
    #[arg(long, default_value_t = 10.0)]
    pub level_doubt: f64,
    /// For a winner map: across. A dimension, a criterion, `lambda`, or `price:OFFER`; where absent the heaviest
    /// dimension of value
    #[arg(long)]
    pub x: Option<String>,
    /// For a winner map: up. The same choices; where absent the heaviest dimension of cost
    #[arg(long)]
    pub y: Option<String>,
    /// For a winner map: `LOW:HIGH` across, where it is λ or a price
    #[arg(long)]
    pub x_range: Option<String>,
    /// For a winner map: `LOW:HIGH` up, where it is λ or a price
    #[arg(long)]
    pub y_range: Option<String>,
    /// For a bridge between variants: the variant before (the real case where absent)
    #[arg(long)]
    pub from: Option<String>,
    /// For a bridge between variants: the variant after (the real case where absent)
    #[arg(long)]
    pub to: Option<String>,
    /// Print JSON at full precision
    #[arg(long)]
    pub json: bool,
}

#[derive(Serialize)]
struct Answers<'a, T> {
    comparisons: Vec<Answer<'a, T>>,
}

#[derive(Serialize)]
struct Answer<'a, T> {
    name: &'a str,
    segment: &'a str,
    account: crate::model::Account,
    currency: &'a str,
    #[serde(flatten)]
    found: T,
}

pub(super) fn analyse(file: &Path, question: &Question) -> Done {
    let workbook = load(file)?;
    let comparisons = chosen(&workbook, question.comparison.as_deref())?;
    match question.what {
        What::Sensitivity => answer(&comparisons, question, sensitivity::find, sensitivity::text),
        What::BreakEven => answer(&comparisons, question, break_even::find, break_even::text),
        What::Levers => answer(&comparisons, question, levers::find, levers::text),
        What::Bridge if question.from.is_some() || question.to.is_some() => {
            answer(&comparisons, question, variants::find, variants::text)
        }
        What::Bridge => answer(&comparisons, question, bridge::find, bridge::text),
        What::Dominance => answer(&comparisons, question, dominance::find, dominance::text),
        What::Lint => answer(&comparisons, question, lint::find, lint::text),
        What::WinnerMap => answer(&comparisons, question, winner_map::find, winner_map::text),
        What::Segments => answer(&comparisons, question, segments::find, segments::text),
        What::Satisfaction => answer(&comparisons, question, satisfaction::find, satisfaction::text),
    }
}

/// What a question has in hand: one comparison for one kind of buyer.
struct Asked<'a> {
    case: Case<'a>,
    names: Names<'a>,
    question: &'a Question,
}

impl Asked<'_> {
    /// The offer that `--offer` names; `None` without it.
    fn offer(&self) -> Result<Option<usize>, String> {
        self.question.offer.as_deref().map(|name| self.names.offer_index(name)).transpose()
    }

    fn against(&self) -> Result<Option<usize>, String> {
        self.question.against.as_deref().map(|name| self.names.offer_index(name)).transpose()
    }
}

fn answer<T: Serialize>(
    comparisons: &[&Comparison],
    question: &Question,
    find: impl Fn(&Asked<'_>) -> Result<T, String>,
    text: impl Fn(&T) -> String,
) -> Done {
    let mut answers = Answers { comparisons: Vec::new() };
    let mut told = String::new();
    for comparison in comparisons {
        let segment = segment_of(comparison, question.segment.as_deref())?;
        let prepared = Prepared::new(comparison, segment);
        let names = Names::new(comparison);
        let found = find(&Asked { case: prepared.case(), names, question })?;
        let header = &comparison.header;
        let (name, segment) = (header.name.get(names::LANG), segment.name.get(names::LANG));
        let _ = writeln!(told, "{name} ({segment})\n{}", text(&found));
        let currency = header.currency.code();
        answers.comparisons.push(Answer { name, segment, account: header.account, currency, found });
    }
    if question.json {
        let text = serde_json::to_string_pretty(&answers).map_err(|error| error.to_string())?;
        return Ok(format!("{text}\n"));
    }
    Ok(told)
}

/// A number for JSON, which has no ∞.
fn finite(x: f64) -> Option<f64> {
    x.is_finite().then_some(x)
}

/// A figure for the eye: four decimals at most.
fn figure(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "∞".to_owned() } else { "−∞".to_owned() };
    }
    crate::words::number((x * 1e4).round() / 1e4)
}
