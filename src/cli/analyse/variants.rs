//! Why a lead changes from one variant to another, change by change.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, figure};
use crate::board::difference_name;
use crate::model::{Comparison, Lang};
use crate::value::{NoGap, gap_change};
use crate::words::Words;

#[derive(Serialize)]
pub(super) struct Found {
    /// CDV of the first − CDV of the second.
    offers: [String; 2],
    from: String,
    to: String,
    before: f64,
    after: f64,
    /// Shapley values; they sum to `after` − `before`.
    changes: Vec<Part>,
    /// True up to 12 changes; beyond, orders are sampled with a fixed seed.
    exact: bool,
}

#[derive(Serialize)]
struct Part {
    change: String,
    delta: f64,
    /// Standard error where orders were sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    standard_error: Option<f64>,
}

/// What the real case is called in answers.
const REAL: &str = "the real case";

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names, question) = (asked.case, &asked.names, asked.question);
    let real = case.comparison;
    let (before, after) = (state(real, question.from.as_deref())?, state(real, question.to.as_deref())?);
    let first = asked.offer()?.or_else(|| case.winner());
    let second = asked.against()?.or_else(|| case.best_rival(first?));
    let (Some(first), Some(second)) = (first, second) else {
        return Err("there are no two complete offers".to_owned());
    };
    let offers = [real.offers[first].id, real.offers[second].id];
    let found = gap_change(&before, &after, case.segment.id, offers, |_| true).map_err(|why| refused(asked, why))?;
    let words = Words::new(super::names::LANG);
    let errors = found.attribution.errors.as_ref();
    let parts = found.changes.iter().zip(&found.attribution.parts).enumerate().map(|(i, (change, part))| Part {
        change: difference_name(&words, change, &before, &after),
        delta: *part,
        standard_error: errors.and_then(|errors| errors.get(i)).copied(),
    });
    Ok(Found {
        offers: [first, second].map(|o| names.offer(o)),
        from: question.from.clone().unwrap_or_else(|| REAL.to_owned()),
        to: question.to.clone().unwrap_or_else(|| REAL.to_owned()),
        before: found.attribution.from,
        after: found.attribution.to,
        changes: parts.collect(),
        exact: errors.is_none(),
    })
}

/// The comparison as a variant has it; the real case without a name.
fn state(real: &Comparison, name: Option<&str>) -> Result<Comparison, String> {
    let Some(name) = name else { return Ok(real.clone()) };
    let is_it = |v: &&crate::model::Variant| Lang::ALL.iter().any(|&lang| v.name.get(lang) == name);
    real.variants.iter().find(is_it).map(|variant| variant.of(real)).ok_or_else(|| {
        let all: Vec<&str> = real.variants.iter().map(|v| v.name.get(super::names::LANG)).collect();
        format!("there is no variant “{name}”; there are: {}", all.join(", "))
    })
}

fn refused(asked: &Asked<'_>, why: NoGap) -> String {
    let name = |id| asked.case.offer(id).map(|o| asked.names.offer(o)).unwrap_or_default();
    match why {
        NoGap::Before(id) => format!("“{}” is not there, or incomplete, before the change", name(id)),
        NoGap::After(id) => format!("“{}” is not there, or incomplete, after the change", name(id)),
        NoGap::Same => "a lead needs two different offers".to_owned(),
        NoGap::Segment => "one of the two does not know this kind of buyer".to_owned(),
        NoGap::Stopped => "the work was stopped".to_owned(),
    }
}

pub(super) fn text(found: &Found) -> String {
    let [first, second] = &found.offers;
    let mut text = format!("  {:>12}  {first} ahead of {second} in {}\n", figure(found.before), found.from);
    for part in &found.changes {
        let error = part.standard_error.map(|e| format!(" (± {})", figure(e))).unwrap_or_default();
        let _ = writeln!(text, "  {:>12}  {}{error}", figure(part.delta), part.change);
    }
    let _ = writeln!(text, "  {:>12}  in {}", figure(found.after), found.to);
    text
}
