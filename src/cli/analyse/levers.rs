//! The cheapest way to win.

use std::fmt::Write as _;

use serde::Serialize;

use super::names::LANG;
use super::{Asked, figure};
use crate::model::{CriterionId, Scale};
use crate::value::{Move, Outcome as LeverOutcome, Setting, cheapest_win};

#[derive(Serialize)]
pub(super) struct Found {
    /// Offers that have levers, or the one that was asked for.
    offers: Vec<OfferFound>,
}

#[derive(Serialize)]
struct OfferFound {
    offer: String,
    rival: Option<String>,
    margin: f64,
    cdv: Option<f64>,
    /// CDV of the rival + margin.
    target: Option<f64>,
    #[serde(flatten)]
    outcome: Outcome,
    /// The cheapest lever that reaches the target alone.
    best_single: Option<Moved>,
    alone: Vec<Alone>,
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
enum Outcome {
    /// Nothing needs to be done.
    AlreadyThere,
    /// The cheapest set; `proven` is false where the search was cut short.
    Reached { cost: f64, reached_cdv: f64, proven: bool, moves: Vec<Moved> },
    /// The question makes no sense: the offer is incomplete, or has no rival.
    Unanswered { why: String },
    /// All levers together fall short.
    NotEnough { best_cdv: f64, shortfall: f64 },
}

#[derive(Serialize)]
struct Moved {
    criterion: String,
    from: Level,
    to: Level,
    /// `null` for named levels.
    steps: Option<f64>,
    /// Per unit sold.
    cost: f64,
    gain: f64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Level {
    Number(f64),
    Named(String),
}

#[derive(Serialize)]
struct Alone {
    criterion: String,
    suffices: Option<Moved>,
    best_cdv: f64,
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, only) = (asked.case, asked.offer()?);
    let has_levers = |o: usize| !case.comparison.offers[o].levers.levers.is_empty();
    let wanted = (0..case.comparison.offers.len()).filter(|&o| only.map_or(has_levers(o), |only| only == o));
    Ok(Found { offers: wanted.map(|offer| of_offer(asked, offer)).collect() })
}

fn of_offer(asked: &Asked<'_>, offer: usize) -> OfferFound {
    let (case, names) = (asked.case, &asked.names);
    let margin = case.comparison.offers[offer].levers.margin;
    let found = match cheapest_win(case, offer) {
        Ok(found) => found,
        Err(why) => {
            let outcome = Outcome::Unanswered { why: why.to_string() };
            let (rival, cdv, target, best_single, alone) = (None, None, None, None, Vec::new());
            return OfferFound { offer: names.offer(offer), rival, margin, cdv, target, outcome, best_single, alone };
        }
    };
    let moved = |one: &Move| moved(asked, one);
    let best_single = found.best_single().map(moved);
    OfferFound {
        offer: names.offer(offer),
        rival: case.offer(found.rival).map(|o| names.offer(o)),
        margin,
        cdv: Some(found.today),
        target: Some(found.target),
        best_single,
        alone: found
            .alone
            .iter()
            .map(|alone| Alone {
                criterion: names.criterion(alone.criterion),
                suffices: alone.reached.as_ref().map(moved),
                best_cdv: alone.best_cdv,
            })
            .collect(),
        outcome: match &found.outcome {
            LeverOutcome::AlreadyThere => Outcome::AlreadyThere,
            LeverOutcome::Reached(plan) => Outcome::Reached {
                cost: plan.cost,
                reached_cdv: plan.cdv,
                proven: plan.proven,
                moves: plan.moves.iter().map(moved).collect(),
            },
            LeverOutcome::NotEnough { cdv, shortfall } => Outcome::NotEnough { best_cdv: *cdv, shortfall: *shortfall },
        },
    }
}

fn moved(asked: &Asked<'_>, one: &Move) -> Moved {
    let level = |setting| level(asked, one.criterion, setting);
    Moved {
        criterion: asked.names.criterion(one.criterion),
        from: level(one.from),
        to: level(one.to),
        steps: one.steps,
        cost: one.cost,
        gain: one.gain,
    }
}

fn level(asked: &Asked<'_>, criterion: CriterionId, setting: Setting) -> Level {
    let scale: Option<&Scale> = asked.case.comparison.criterion(criterion).map(|c| &c.scale);
    match setting {
        Setting::Number(x) => Level::Number(x),
        Setting::Named(id) => {
            Level::Named(scale.and_then(|s| s.category(id)).map(|c| c.name.get(LANG).to_owned()).unwrap_or_default())
        }
    }
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    if found.offers.is_empty() {
        text.push_str("  no offer has levers\n");
    }
    for offer in &found.offers {
        let _ = match &offer.outcome {
            Outcome::Unanswered { why } => writeln!(text, "  {}: {why}", offer.offer),
            Outcome::AlreadyThere => writeln!(text, "  {} is there already", offer.offer),
            Outcome::NotEnough { shortfall, .. } => {
                writeln!(text, "  {}: nothing is enough; short by {}", offer.offer, figure(*shortfall))
            }
            Outcome::Reached { cost, moves, .. } => {
                let moves: Vec<String> =
                    moves.iter().map(|m| format!("{} {} → {}", m.criterion, shown(&m.from), shown(&m.to))).collect();
                writeln!(
                    text,
                    "  {} reaches {} for {}: {}",
                    offer.offer,
                    offer.rival.as_deref().unwrap_or_default(),
                    figure(*cost),
                    moves.join(", ")
                )
            }
        };
    }
    text
}

fn shown(level: &Level) -> String {
    match level {
        Level::Number(x) => figure(*x),
        Level::Named(name) => name.clone(),
    }
}
