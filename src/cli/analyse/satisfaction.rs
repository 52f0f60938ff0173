//! How far offers meet what the buyer expects.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, figure};
use crate::model::Dimension;
use crate::value::{Judged, Satisfaction, When};

#[derive(Serialize)]
pub(super) struct Found {
    /// CDV of what is expected; `null` where nothing was said, or a level is missing.
    expected_cdv: Option<f64>,
    /// Empty where nobody said what the buyer expects.
    offers: Vec<OfferFound>,
}

#[derive(Serialize)]
struct OfferFound {
    offer: String,
    as_bought: Told,
    /// `null` where nobody said what the offer is in use.
    after_use: Option<Told>,
    /// CDV after use − CDV as bought; `null` where there is no after, or a level is missing.
    change: Option<f64>,
}

/// Satisfaction: perceived − expected.
#[derive(Serialize)]
struct Told {
    /// `null` where a level is missing.
    total: Option<f64>,
    by_criterion: Vec<LeafFound>,
    /// Criteria without a level, of the offer or of what is expected.
    missing: Vec<String>,
}

#[derive(Serialize)]
struct LeafFound {
    dimension: Dimension,
    name: String,
    /// Signed; above 0 is better than expected.
    satisfaction: Option<f64>,
}

pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let only = asked.offer()?;
    let (case, names) = (asked.case, &asked.names);
    let Some(found) = Satisfaction::new(case) else { return Ok(Found { expected_cdv: None, offers: Vec::new() }) };
    let leaves = case.compiled.leaves();
    let told = |judged: &Judged| Told {
        total: judged.total,
        by_criterion: (leaves.iter().zip(&judged.leaves))
            .map(|(leaf, value)| LeafFound {
                dimension: leaf.dimension,
                name: names.leaf(leaf.leaf),
                satisfaction: *value,
            })
            .collect(),
        missing: judged.missing().map(|l| names.leaf(leaves[l].leaf)).collect(),
    };
    let offer = |o: usize| {
        let is_used = found.is_used(o);
        OfferFound {
            offer: names.offer(o),
            as_bought: told(&found.with(o, When::Bought)),
            after_use: is_used.then(|| told(&found.with(o, When::InUse))),
            change: found.change(o).total.filter(|_| is_used),
        }
    };
    let offers = (0..case.compiled.offers()).filter(|o| only.is_none_or(|only| only == *o));
    Ok(Found { expected_cdv: found.expected().total, offers: offers.map(offer).collect() })
}

pub(super) fn text(found: &Found) -> String {
    if found.offers.is_empty() {
        return "  nobody said what the buyer expects, or there is no offer\n".to_owned();
    }
    let known = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), figure);
    let mut text = String::new();
    if let Some(cdv) = found.expected_cdv {
        let _ = writeln!(text, "  expected CDV {}", figure(cdv));
    }
    for offer in &found.offers {
        let _ = write!(text, "  {}: {}", offer.offer, known(offer.as_bought.total));
        if let Some(after) = &offer.after_use {
            let _ = write!(text, " as bought, {} after use", known(after.total));
        }
        text.push('\n');
        let after = |i: usize| offer.after_use.as_ref().and_then(|told| told.by_criterion.get(i));
        for (i, leaf) in offer.as_bought.by_criterion.iter().enumerate() {
            let _ = write!(text, "  {:>12}  {}", known(leaf.satisfaction), leaf.name);
            if let Some(after) = after(i).filter(|after| after.satisfaction != leaf.satisfaction) {
                let _ = write!(text, "; {} after use", known(after.satisfaction));
            }
            text.push('\n');
        }
    }
    text
}
