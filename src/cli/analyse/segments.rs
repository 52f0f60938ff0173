//! What every offer delivers to every kind of buyer, what each would choose, and the mean with its caveat.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, figure};
use crate::model::{Account, Lang};
use crate::value::{OfSegment, Segments, rank_into, ties};

#[derive(Serialize)]
pub(super) struct Found {
    segments: Vec<SegmentFound>,
    mean: Mean,
}

#[derive(Serialize)]
struct SegmentFound {
    segment: String,
    everyone: bool,
    size: f64,
    /// Size / Σ sizes; `null` for one outside the mean.
    part: Option<f64>,
    cost_emphasis: f64,
    sharpness: f64,
    winners: Vec<String>,
    /// The choice of buying nothing; `null` where everybody buys.
    buys_nothing: Option<Nothing>,
    offers: Vec<OfferFound>,
}

#[derive(Serialize)]
struct Nothing {
    cdv: f64,
    share: Option<f64>,
}

#[derive(Serialize)]
struct OfferFound {
    offer: String,
    tcv: Option<f64>,
    tcc: Option<f64>,
    cdv: Option<f64>,
    rank: Option<u32>,
    /// Share of preference, 0…1.
    share: Option<f64>,
}

/// Over the segments that count, by size.
#[derive(Serialize)]
struct Mean {
    caveat: &'static str,
    winners: Vec<String>,
    offers: Vec<MeanFound>,
}

#[derive(Serialize)]
struct MeanFound {
    offer: String,
    cdv: Option<f64>,
    share: Option<f64>,
}

#[expect(clippy::unnecessary_wraps, reason = "as every answer")]
pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let comparison = asked.case.comparison;
    let delivered = Segments::new(comparison, asked.case.compiled);
    let all = comparison.segments.iter().zip(delivered.all()).enumerate();
    let segments = all.map(|(i, (segment, of))| SegmentFound {
        segment: segment.name.get(Lang::En).to_owned(),
        everyone: segment.everyone,
        size: segment.size,
        part: delivered.part(i),
        cost_emphasis: of.weighting.cost_emphasis,
        sharpness: segment.sharpness,
        winners: asked.names.offers(&of.best),
        buys_nothing: of.buys_nothing.map(|cdv| Nothing { cdv, share: of.nothing() }),
        offers: offers(asked, of),
    });
    Ok(Found { segments: segments.collect(), mean: mean(asked, &delivered) })
}

fn offers(asked: &Asked<'_>, of: &OfSegment) -> Vec<OfferFound> {
    let mut ranks = vec![0; of.delivered.keys().len()];
    rank_into(of.delivered.keys(), &mut ranks);
    let preference = of.preference();
    let offer = |(o, share): (usize, Option<f64>)| {
        let known = |x: f64| of.delivered.complete[o].then_some(x);
        OfferFound {
            offer: asked.names.offer(o),
            tcv: known(of.delivered.tcv[o]),
            tcc: known(of.delivered.tcc[o]),
            cdv: of.cdv(o),
            rank: Some(ranks[o]).filter(|rank| *rank > 0),
            share,
        }
    };
    preference.into_iter().enumerate().map(offer).collect()
}

fn mean(asked: &Asked<'_>, delivered: &Segments) -> Mean {
    let (cdvs, shares) = (delivered.mean(), delivered.preference());
    let highest = cdvs.iter().flatten().copied().reduce(f64::max);
    let is_best = |cdv: &Option<f64>| cdv.zip(highest).is_some_and(|(cdv, highest)| ties(cdv, highest));
    let winners: Vec<usize> = (0..cdvs.len()).filter(|&o| is_best(&cdvs[o])).collect();
    let offers = cdvs.iter().zip(shares).enumerate();
    Mean {
        caveat: match asked.case.comparison.header.account {
            Account::Points => "points are not comparable between buyers; shares of preference are",
            Account::Money => "money is comparable between buyers; a mean hides how far they differ",
        },
        winners: asked.names.offers(&winners),
        offers: offers.map(|(o, (cdv, share))| MeanFound { offer: asked.names.offer(o), cdv: *cdv, share }).collect(),
    }
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    let told = |x: Option<f64>| x.map_or_else(|| "–".to_owned(), figure);
    for segment in &found.segments {
        let part =
            segment.part.map_or_else(|| "outside the mean".to_owned(), |p| format!("{} of all buyers", figure(p)));
        let (emphasis, sharpness) = (figure(segment.cost_emphasis), figure(segment.sharpness));
        let _ = writeln!(text, "  {}: {part}, λ {emphasis}, μ {sharpness}", segment.segment);
        for offer in &segment.offers {
            let rank = offer.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
            let (cdv, share) = (told(offer.cdv), told(offer.share));
            let _ = writeln!(text, "  {rank:>4} {cdv:>12}  {}, share of preference {share}", offer.offer);
        }
        if let Some(Nothing { cdv, share }) = &segment.buys_nothing {
            let (cdv, share) = (figure(*cdv), told(*share));
            let _ = writeln!(text, "       {cdv:>12}  buying nothing, share of preference {share}");
        }
    }
    let _ = writeln!(text, "  mean by size ({}):", found.mean.caveat);
    for offer in &found.mean.offers {
        let (cdv, share) = (told(offer.cdv), told(offer.share));
        let _ = writeln!(text, "       {cdv:>12}  {}, share of preference {share}", offer.offer);
    }
    text
}
