//! Who is dominated by whom, the efficient frontier, and the fair-value line.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, figure};
use crate::value::Dominance;

#[derive(Serialize)]
pub(super) struct Found {
    /// `null` without a complete offer.
    fair_value: Option<Line>,
    /// Offers that nobody beats on both TCV and TCC, by ascending TCC.
    frontier: Vec<String>,
    offers: Vec<OfferFound>,
}

/// TCV = `mean_tcv` + `slope`·(TCC − `mean_tcc`).
#[derive(Serialize)]
struct Line {
    slope: f64,
    mean_tcc: f64,
    mean_tcv: f64,
}

#[derive(Serialize)]
struct OfferFound {
    offer: String,
    tcv: Option<f64>,
    tcc: Option<f64>,
    /// CDV − mean CDV.
    above_fair_value: Option<f64>,
    dominated_on_every_criterion_by: Vec<String>,
    dominated_on_totals_by: Vec<String>,
}

#[expect(clippy::unnecessary_wraps, reason = "as every answer")]
pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names) = (asked.case, &asked.names);
    let dominance = Dominance::new(case);
    let fair = dominance.fair_value();
    let offers = (0..case.compiled.offers()).map(|o| {
        let known = |x: f64| case.delivered.complete[o].then_some(x);
        let by = dominance.of(o);
        OfferFound {
            offer: names.offer(o),
            tcv: known(case.delivered.tcv[o]),
            tcc: known(case.delivered.tcc[o]),
            above_fair_value: fair.as_ref().and_then(|f| f.distances[o]),
            dominated_on_every_criterion_by: names.offers(&by.on_every_criterion),
            dominated_on_totals_by: names.offers(&by.on_totals),
        }
    });
    Ok(Found {
        offers: offers.collect(),
        frontier: names.offers(&dominance.frontier()),
        fair_value: fair.map(|f| Line { slope: f.slope, mean_tcc: f.mean_tcc, mean_tcv: f.mean_tcv }),
    })
}

pub(super) fn text(found: &Found) -> String {
    let mut text = format!("  efficient frontier: {}\n", found.frontier.join(", "));
    for offer in &found.offers {
        let Some(above) = offer.above_fair_value else { continue };
        let _ = write!(text, "  {}: {} from fair value", offer.offer, figure(above));
        for (by, how) in [
            (&offer.dominated_on_every_criterion_by, "on every criterion"),
            (&offer.dominated_on_totals_by, "on total value and total cost"),
        ] {
            if !by.is_empty() {
                let _ = write!(text, "; dominated {how} by {}", by.join(", "));
            }
        }
        text.push('\n');
    }
    text
}
