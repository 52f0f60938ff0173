//! What one quantity at a time does to the answer.

use std::fmt::Write as _;

use serde::Serialize;

use super::names::{LANG, Named};
use super::{Asked, figure, finite};
use crate::model::{CategoryId, CriterionId};
use crate::value::{Bar, Cause, Doubt, Quantity, Stability, Stretch, Sweep, sensitivity};

#[derive(Serialize)]
pub(super) struct Found {
    winner: Option<String>,
    margin: Option<f64>,
    /// Every weight and λ, the nearest change of the winner first.
    quantities: Vec<Along>,
    tornado: Vec<Doubted>,
}

#[derive(Serialize)]
struct Along {
    quantity: Named,
    today: f64,
    low: f64,
    high: f64,
    /// The interval in which the winner stays a winner.
    stable: Option<Stable>,
    can_change_winner: bool,
    winners: Vec<Wins>,
    crossings: Vec<Crosses>,
    /// Values at which two offers tie without changing their order.
    touching: Vec<Crosses>,
    /// Stretches along which two offers deliver the same.
    tied: Vec<Wins>,
    /// CDV at both ends of the range.
    ends: Vec<Ends>,
}

#[derive(Serialize)]
struct Stable {
    from: f64,
    to: f64,
    /// Who wins beyond; `null` at an end of the range.
    below: Option<String>,
    above: Option<String>,
}

#[derive(Serialize)]
struct Wins {
    from: Option<f64>,
    to: Option<f64>,
    offers: Vec<String>,
}

#[derive(Serialize)]
struct Crosses {
    at: f64,
    cdv: f64,
    offers: [String; 2],
    /// True where both are ahead of everybody else there.
    leading: bool,
}

#[derive(Serialize)]
struct Ends {
    offer: String,
    cdv_at_low: f64,
    cdv_at_high: f64,
}

#[derive(Serialize)]
struct Doubted {
    quantity: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    named_levels: Option<[String; 2]>,
    lead: [f64; 2],
    reach: [f64; 2],
    changes_winner: bool,
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let case = asked.case;
    let doubts = [asked.question.weight_doubt, asked.question.level_doubt];
    if doubts.iter().any(|doubt| !(0.0..=100.0).contains(doubt)) {
        return Err("a doubt lies between 0 and 100 per cent".to_owned());
    }
    let doubt = Doubt { weight: doubts[0] / 100.0, level: doubts[1] / 100.0 };
    let found = sensitivity(case, doubt);
    let along = |stability: &Stability| along(asked, &found, stability);
    let winner = case.winner();
    let margin = winner.and_then(|w| Some(case.delivered.cdv[w] - case.delivered.cdv[case.best_rival(w)?]));
    Ok(Found {
        winner: winner.map(|w| asked.names.offer(w)),
        margin,
        quantities: found.stabilities.iter().filter_map(along).collect(),
        tornado: found.tornado.iter().map(|bar| doubted(asked, bar)).collect(),
    })
}

fn along(asked: &Asked<'_>, found: &crate::value::Sensitivity, stability: &Stability) -> Option<Along> {
    let quantity = stability.quantity;
    let of = |(q, _): &&(Quantity, crate::value::Crossings)| *q == quantity;
    let crossings = found.crossings.iter().find(of).map(|(_, c)| c)?;
    let winners = found.winners.iter().find(|(q, _)| *q == quantity).map(|(_, w)| w.as_slice()).unwrap_or_default();
    let sweep = Sweep::new(asked.case, quantity)?;
    let crosses = |c: &crate::value::Crossing| {
        let pair = [c.a as usize, c.b as usize];
        let leads = |s: &Stretch| s.from <= c.x && c.x <= s.to;
        let ahead: Vec<usize> = winners.iter().filter(|s| leads(s)).flat_map(|s| s.winners.clone()).collect();
        Crosses {
            at: c.x,
            cdv: sweep.cdv(pair[0], c.x),
            offers: pair.map(|o| asked.names.offer(o)),
            leading: pair.iter().all(|o| ahead.contains(o)),
        }
    };
    let sorted = |all: &[crate::value::Crossing]| {
        let mut all: Vec<Crosses> = all.iter().map(crosses).collect();
        all.sort_by(|a, b| a.at.total_cmp(&b.at));
        all
    };
    let end = |offer: usize| Ends {
        offer: asked.names.offer(offer),
        cdv_at_low: sweep.cdv(offer, sweep.low),
        cdv_at_high: sweep.cdv(offer, sweep.high),
    };
    let rival = |rival: Option<usize>| rival.map(|o| asked.names.offer(o));
    Some(Along {
        quantity: asked.names.quantity(quantity),
        today: stability.today,
        low: stability.range[0],
        high: stability.range[1],
        stable: stability.interval.map(|[below, above]| Stable {
            from: below.x,
            to: above.x,
            below: rival(below.rival),
            above: rival(above.rival),
        }),
        can_change_winner: stability.nearness().is_some(),
        winners: winners.iter().map(|s| wins(asked, [s.from, s.to], &s.winners)).collect(),
        crossings: sorted(&crossings.crossing),
        touching: sorted(&crossings.touching),
        tied: crossings.along.iter().map(|t| wins(asked, [t.from, t.to], &[t.a as usize, t.b as usize])).collect(),
        ends: sweep.offers().into_iter().map(end).collect(),
    })
}

fn wins(asked: &Asked<'_>, [from, to]: [f64; 2], offers: &[usize]) -> Wins {
    Wins { from: finite(from), to: finite(to), offers: asked.names.offers(offers) }
}

fn doubted(asked: &Asked<'_>, bar: &Bar) -> Doubted {
    let quantity = match bar.cause {
        Cause::Quantity(quantity) => quantity,
        Cause::Category { offer, criterion } => Quantity::Level { offer, criterion },
    };
    let level = |criterion: CriterionId, id: CategoryId| {
        let scale = asked.case.comparison.criterion(criterion).map(|c| &c.scale);
        scale.and_then(|s| s.category(id)).map(|c| c.name.get(LANG).to_owned()).unwrap_or_default()
    };
    let named_levels = match (bar.cause, bar.categories) {
        (Cause::Category { criterion, .. }, Some(ids)) => Some(ids.map(|id| level(criterion, id))),
        _ => None,
    };
    let quantity = asked.names.quantity(quantity);
    Doubted { quantity, values: bar.values, named_levels, lead: bar.lead, reach: bar.reach, changes_winner: bar.flips }
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    for along in &found.quantities {
        let name = along.quantity.name();
        let _ = match &along.stable {
            Some(s) if along.can_change_winner => writeln!(
                text,
                "  {name}: {} now; the winner stays between {} and {}{}{}",
                figure(along.today),
                figure(s.from),
                figure(s.to),
                s.below.as_ref().map_or_else(String::new, |o| format!("; below, {o} wins")),
                s.above.as_ref().map_or_else(String::new, |o| format!("; above, {o} wins")),
            ),
            Some(_) => writeln!(text, "  {name}: {} now; it cannot change the winner", figure(along.today)),
            None => writeln!(text, "  {name}: {} now; the winner lacks a level there", figure(along.today)),
        };
    }
    text
}
