//! `worthwhile score`: TCV, TCC, CDV and rank of every offer, with the weights and what they come from.

mod scales;
mod weights;

use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::{Done, chosen, load, segment_of};
use crate::model::{Comparison, Lang, leaf_of};
use crate::value::{Compiled, Delivered, Weighting};

#[derive(Serialize)]
struct Scores<'a> {
    comparisons: Vec<ComparisonScore<'a>>,
}

#[derive(Serialize)]
struct ComparisonScore<'a> {
    name: &'a str,
    segment: &'a str,
    account: crate::model::Account,
    currency: String,
    offers: Vec<OfferScore<'a>>,
    /// λ.
    cost_emphasis: f64,
    /// `null` in a money account.
    weights: Option<weights::Weights<'a>>,
    /// What was said about weights, by any method.
    answers: Vec<weights::AnswersScore<'a>>,
    /// Named levels whose points are judged in pairs.
    scales: Vec<scales::ScaleScore<'a>>,
}

/// `null` where an offer is incomplete: missing is never 0.
#[derive(Serialize)]
struct OfferScore<'a> {
    name: &'a str,
    tcv: Option<f64>,
    tcc: Option<f64>,
    cdv: Option<f64>,
    ratio: Option<f64>,
    rank: Option<u32>,
    missing: Vec<&'a str>,
}

pub(super) fn score(file: &Path, comparison: Option<&str>, segment: Option<&str>, as_json: bool) -> Done {
    let workbook = load(file)?;
    let comparisons =
        chosen(&workbook, comparison)?.into_iter().map(|c| scored(c, segment)).collect::<Result<Vec<_>, _>>()?;
    let scores = Scores { comparisons };
    if as_json {
        let text = serde_json::to_string_pretty(&scores).map_err(|error| error.to_string())?;
        Ok(format!("{text}\n"))
    } else {
        Ok(scores.comparisons.iter().map(as_text).collect::<Vec<_>>().join("\n"))
    }
}

fn scored<'a>(comparison: &'a Comparison, segment: Option<&str>) -> Result<ComparisonScore<'a>, String> {
    let segment = segment_of(comparison, segment)?;
    let compiled = Compiled::new(comparison);
    let weighting = Weighting::of(segment, &compiled);
    let mut delivered = Delivered::default();
    compiled.deliver(&weighting, &mut delivered);
    let offers = comparison.offers.iter().enumerate().map(|(i, offer)| {
        let parts = delivered.parts(i, weighting.cost_emphasis);
        let gaps: Vec<_> = compiled.gaps(&weighting, i).map(|l| compiled.leaves()[l].leaf).collect();
        let is_missing = |c: &&crate::model::Criterion| gaps.contains(&leaf_of(c)) && !offer.levels.contains_key(&c.id);
        OfferScore {
            name: offer.name.get(Lang::En),
            tcv: parts.map(|p| p.tcv),
            tcc: parts.map(|p| p.tcc),
            cdv: parts.map(|p| p.cdv),
            ratio: parts.and_then(|p| p.ratio),
            rank: Some(delivered.rank[i]).filter(|rank| *rank > 0),
            missing: comparison.criteria.iter().filter(is_missing).map(|c| c.name.get(Lang::En)).collect(),
        }
    });
    Ok(ComparisonScore {
        name: comparison.header.name.get(Lang::En),
        segment: segment.name.get(Lang::En),
        account: comparison.header.account,
        currency: comparison.header.currency.code().to_owned(),
        offers: offers.collect(),
        cost_emphasis: weighting.cost_emphasis,
        weights: weights::weights(comparison, segment),
        answers: weights::answers(comparison, segment),
        scales: scales::scales(comparison),
    })
}

/// A table whose names come last: Chinese ones are as wide as two letters in one terminal and not in another.
fn as_text(score: &ComparisonScore<'_>) -> String {
    let mut text =
        format!("{} ({})\n  rank           CDV           TCV           TCC  offer\n", score.name, score.segment);
    for offer in &score.offers {
        let rank = offer.rank.map_or_else(|| "–".to_owned(), |r| r.to_string());
        let [cdv, tcv, tcc] = [offer.cdv, offer.tcv, offer.tcc].map(figure);
        let _ = write!(text, "  {rank:>4}  {cdv:>12}  {tcv:>12}  {tcc:>12}  {}", offer.name);
        if !offer.missing.is_empty() {
            let _ = write!(text, " (incomplete: {})", offer.missing.join(", "));
        }
        text.push('\n');
    }
    for line in score.answers.iter().flat_map(weights::AnswersScore::lines) {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// Three decimals; zero has no sign.
fn figure(value: Option<f64>) -> String {
    let text = value.map_or_else(|| "–".to_owned(), |v| format!("{v:.3}"));
    if text == "-0.000" { "0.000".to_owned() } else { text }
}
