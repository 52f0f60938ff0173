//! At which level of each criterion every offer would tie the best other offer.

use std::fmt::Write as _;

use serde::Serialize;

use super::names::LANG;
use super::{Asked, figure, finite};
use crate::model::{CategoryId, Criterion};
use crate::value::{BreakEven, Root, all_break_evens, break_even_level};

#[derive(Serialize)]
pub(super) struct Found {
    offers: Vec<OfferFound>,
}

#[derive(Serialize)]
struct OfferFound {
    offer: String,
    /// The best complete offer besides it, or the one that was asked for; `null` where there is none.
    against: Option<String>,
    criteria: Vec<CriterionFound>,
}

#[derive(Serialize)]
struct CriterionFound {
    criterion: String,
    is_price: bool,
    #[serde(flatten)]
    levels: Levels,
}

#[derive(Serialize)]
#[serde(tag = "scale", rename_all = "snake_case")]
enum Levels {
    /// The question does not arise: no rival, or another level of the offer is missing too.
    Unanswered,
    /// All levels that tie, the nearest to today's first.
    Number { today: Option<f64>, ties: Vec<Tie> },
    /// Named levels with the lead there; the first that ties or beats.
    Category { today: Option<String>, first: Option<String>, leads: Vec<Lead> },
}

/// One level, where `from` and `to` are the same, or all levels between two.
#[derive(Serialize)]
struct Tie {
    from: Option<f64>,
    to: Option<f64>,
}

#[derive(Serialize)]
struct Lead {
    level: String,
    lead: f64,
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names) = (asked.case, &asked.names);
    let (only, against) = (asked.offer()?, asked.against()?);
    let all = all_break_evens(case);
    let wanted = all.iter().enumerate().filter(|(offer, _)| only.is_none_or(|o| o == *offer));
    let offers = wanted.map(|(offer, found)| {
        let rival = against.filter(|rival| *rival != offer).or(found.rival);
        let criteria = case.comparison.criteria.iter().zip(&found.cells).map(|(criterion, cell)| {
            let own = against.and_then(|_| break_even_level(case, offer, criterion.id, rival?));
            let cell = if against.is_some() { own.as_ref() } else { cell.as_ref() };
            CriterionFound {
                criterion: criterion.name.get(LANG).to_owned(),
                is_price: case.comparison.header.price == Some(criterion.id),
                levels: cell.map_or(Levels::Unanswered, |cell| levels(criterion, cell)),
            }
        });
        OfferFound { offer: names.offer(offer), against: rival.map(|o| names.offer(o)), criteria: criteria.collect() }
    });
    Ok(Found { offers: offers.collect() })
}

fn levels(criterion: &Criterion, found: &BreakEven) -> Levels {
    let name = |id: CategoryId| criterion.scale.category(id).map(|c| c.name.get(LANG).to_owned()).unwrap_or_default();
    match found {
        BreakEven::Numbers { today, roots, .. } => {
            let tie = |root: &Root| {
                let (from, to) = root.ends();
                Tie { from: finite(from), to: finite(to) }
            };
            Levels::Number { today: *today, ties: roots.iter().map(tie).collect() }
        }
        BreakEven::Named { today, leads, first } => Levels::Category {
            today: today.map(name),
            first: first.map(name),
            leads: leads.iter().map(|(id, lead)| Lead { level: name(*id), lead: *lead }).collect(),
        },
    }
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    for offer in &found.offers {
        let Some(against) = &offer.against else { continue };
        let _ = writeln!(text, "  {} against {against}", offer.offer);
        for criterion in &offer.criteria {
            let answer = match &criterion.levels {
                Levels::Unanswered => "–".to_owned(),
                Levels::Number { ties, .. } if ties.is_empty() => "at no level".to_owned(),
                Levels::Number { ties, .. } => ties.iter().map(told).collect::<Vec<_>>().join(", "),
                Levels::Category { first, .. } => first.clone().unwrap_or_else(|| "at no level".to_owned()),
            };
            let _ = writeln!(text, "    {}: {answer}", criterion.criterion);
        }
    }
    text
}

fn told(tie: &Tie) -> String {
    let (from, to) = (tie.from.unwrap_or(f64::NEG_INFINITY), tie.to.unwrap_or(f64::INFINITY));
    if tie.from == tie.to && tie.from.is_some() { figure(from) } else { format!("{} to {}", figure(from), figure(to)) }
}
