//! The working behind a number, in words and formulas.

use super::Board;
use super::figures::charts::dimension_name;
use super::figures::{Seen, worked_sources};
use crate::model::{Account, Comparison, Paid, Segment, Side};
use crate::value::{Question, Step, Term, TermName, working};
use crate::words::{Words, decimal, number, percent};

/// A line of the working: what is done, and the formula with the numbers put in.
#[derive(Clone, Debug, PartialEq)]
pub struct Worked {
    /// In words.
    pub what: String,
    /// `Formula = numbers = result`.
    pub formula: String,
}

struct Writer<'a> {
    comparison: &'a Comparison,
    words: &'a Words,
}

/// The working of `question` for the offer at index `offer`, step by step.
#[must_use]
pub fn worked(
    board: &Board,
    comparison: &Comparison,
    segment: &Segment,
    words: &Words,
    offer: usize,
    question: Question,
) -> Vec<Worked> {
    let writer = Writer { comparison, words };
    let steps = working(comparison, segment, &board.compiled, offer, question);
    let mut lines: Vec<Worked> = steps.iter().map(|step| writer.write(step)).collect();
    // Where the weights come from stands before the result.
    let result = lines.pop();
    lines.extend(worked_sources(Seen { board, comparison, words }, segment, question));
    lines.extend(result);
    lines
}

impl Writer<'_> {
    fn figure(&self, value: f64) -> String {
        match self.comparison.header.account {
            Account::Points => decimal(value, 1),
            Account::Money => self.words.money(self.comparison.header.currency, value),
        }
    }

    /// A figure, “?” where it is missing.
    fn known(&self, value: Option<f64>) -> String {
        value.map_or_else(|| "?".to_owned(), |value| self.figure(value))
    }

    fn level(&self, value: f64, money: bool) -> String {
        if money { self.words.money(self.comparison.header.currency, value) } else { number(value) }
    }

    fn name(&self, name: &TermName) -> String {
        match name {
            TermName::Criterion(text) => text.get(self.words.lang()).to_owned(),
            TermName::Ownership => self.words.t("ownership"),
            TermName::Dimension(dimension) => dimension_name(self.comparison, *dimension, self.words),
        }
    }

    fn write(&self, step: &Step) -> Worked {
        let words = self.words;
        let line = |key: &str, formula: String| Worked { what: words.t(key), formula };
        match step {
            Step::Missing { name } => {
                Worked { what: words.with("working-missing", &[("name", &self.name(name))]), formula: "?".to_owned() }
            }
            Step::Rating { level, low, high, points } => {
                let (level, low, high) = (number(*level), number(*low), number(*high));
                line("working-rating", format!("({level} − {low}) ÷ ({high} − {low}) × 100 = {}", decimal(*points, 1)))
            }
            Step::Segment { x, from, to, y, outside, money } => self.segment([*x, *y], *from, *to, *outside, *money),
            Step::Flat { x, end, y, money } => {
                let what = words
                    .with("working-flat", &[("level", &self.level(*x, *money)), ("end", &self.level(*end, *money))]);
                Worked { what, formula: format!("= {}", self.worth(*y)) }
            }
            Step::Category { name, points } => Worked {
                what: words.with("working-category", &[("name", name.get(words.lang()))]),
                formula: format!("= {}", self.worth(*points)),
            },
            Step::Ownership { terms, years, rate, annuity, total } => {
                let formula = self.ownership(terms, *annuity, *total);
                let what = words.choose(
                    "working-ownership",
                    &[("years", *years)],
                    &[("rate", &percent(*rate)), ("annuity", &decimal(*annuity, 4))],
                );
                Worked { what, formula }
            }
            Step::Weigh { dimension, dimension_share, leaf_share, points, product } => Worked {
                what: words
                    .with("working-weigh", &[("dimension", &dimension_name(self.comparison, *dimension, words))]),
                formula: format!(
                    "{} × {} × {} = {}",
                    percent(*dimension_share),
                    percent(*leaf_share),
                    decimal(*points, 1),
                    decimal(*product, 1)
                ),
            },
            Step::Multiply { factor, amount, product } => line(
                "working-multiply",
                format!("{} × {} = {}", number(*factor), self.figure(*amount), self.figure(*product)),
            ),
            Step::Subtotal { dimension, share, terms, total } => {
                let sum = self.sum(terms, share.is_some());
                let formula = match share {
                    Some(share) => format!("{} × ({sum}) = {}", percent(*share), self.known(*total)),
                    None => format!("{sum} = {}", self.known(*total)),
                };
                Worked { what: dimension_name(self.comparison, *dimension, words), formula }
            }
            Step::Total { side, terms, total } => {
                let parts: Vec<String> = terms.iter().map(|t| self.known(t.worth)).collect();
                let sum = if parts.is_empty() { "0".to_owned() } else { parts.join(" + ") };
                let key = if *side == Side::Value { "working-tcv" } else { "working-tcc" };
                line(key, format!("{sum} = {}", self.known(*total)))
            }
            Step::Delivered { tcv, cost_emphasis, tcc, cdv } => line(
                "working-cdv",
                format!(
                    "{} − {} × {} = {}",
                    self.known(*tcv),
                    number(*cost_emphasis),
                    self.known(*tcc),
                    self.known(*cdv)
                ),
            ),
            Step::Ratio { tcv, cost_emphasis, tcc, ratio } => {
                let result = match ratio {
                    Some(ratio) => decimal(*ratio, 2),
                    None if tcv.is_none() || tcc.is_none() => "?".to_owned(),
                    None => words.t("undefined"),
                };
                line(
                    "working-ratio",
                    format!("{} ÷ ({} × {}) = {result}", self.known(*tcv), number(*cost_emphasis), self.known(*tcc)),
                )
            }
        }
    }

    /// Points, or an amount, that a scale gives.
    fn worth(&self, value: f64) -> String {
        match self.comparison.header.account {
            Account::Points => self.words.with("points-count", &[("points", &decimal(value, 1))]),
            Account::Money => self.figure(value),
        }
    }

    fn segment(&self, [x, y]: [f64; 2], from: [f64; 2], to: [f64; 2], outside: bool, money: bool) -> Worked {
        let level = |v: f64| self.level(v, money);
        let part = format!("({} − {}) ÷ ({} − {})", level(x), level(from[0]), level(to[0]), level(from[0]));
        let (low, high) = (number(from[1]), number(to[1]));
        let formula = if from[1] == 0.0 {
            format!("{part} × {high} = {}", self.figure(y))
        } else {
            format!("{low} + {part} × ({high} − {low}) = {}", self.figure(y))
        };
        let key = if outside { "working-segment-outside" } else { "working-segment" };
        let what = self.words.with(key, &[("from", &level(from[0])), ("to", &level(to[0]))]);
        Worked { what, formula }
    }

    fn ownership(&self, terms: &[crate::value::Money], annuity: f64, total: Option<f64>) -> String {
        let currency = self.comparison.header.currency;
        let term = |t: &crate::value::Money| {
            let amount = t.amount.map_or_else(|| "?".to_owned(), |a| self.words.money(currency, a));
            match t.paid {
                Paid::Once => amount,
                Paid::Yearly => format!("{amount} × {}", decimal(annuity, 4)),
            }
        };
        let sum: Vec<String> = terms.iter().map(term).collect();
        let total = total.map_or_else(|| "?".to_owned(), |t| self.words.money(currency, t));
        format!("{} = {total}", sum.join(" + "))
    }

    fn sum(&self, terms: &[Term], shares: bool) -> String {
        let term = |t: &Term| {
            let worth = self.known(t.worth);
            match (shares, t.factor) {
                (true, factor) => format!("{} × {worth}", percent(factor)),
                (false, 1.0) => worth,
                (false, factor) => format!("{} × {worth}", number(factor)),
            }
        };
        terms.iter().map(term).collect::<Vec<_>>().join(" + ")
    }
}
