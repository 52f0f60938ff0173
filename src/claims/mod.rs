//! What the numbers say: findings as data, worded elsewhere.

use crate::model::{Comparison, Dimension, Leaf, OfferId, Segment};
use crate::value::{Compiled, Delivered, Root, Weighting, break_even_price, bridge, ties};

/// One finding, with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// There is nothing to compare.
    NoOffers,
    /// No offer is complete.
    NoneComplete,
    /// Only one offer is complete.
    OnlyOne {
        /// That offer.
        offer: OfferId,
        /// Its CDV.
        cdv: f64,
    },
    /// One offer delivers the most.
    Winner {
        /// The winner.
        offer: OfferId,
        /// Its CDV.
        cdv: f64,
        /// The best of the others.
        second: OfferId,
        /// CDV of the winner − CDV of the second; above a tie.
        margin: f64,
    },
    /// Several offers deliver the most.
    Tie {
        /// All offers of rank 1.
        offers: Vec<OfferId>,
        /// Their CDV.
        cdv: f64,
    },
    /// The largest reasons for and against the winner, held against the second.
    Reasons {
        /// The winner.
        winner: OfferId,
        /// The second.
        second: OfferId,
        /// The dimension that speaks most for the winner, with its part of the margin.
        strongest: Option<(Dimension, f64)>,
        /// The dimension that speaks most against it.
        weakest: Option<(Dimension, f64)>,
    },
    /// The price at which the second would tie the first.
    TiePrice {
        /// The second.
        second: OfferId,
        /// The winner.
        winner: OfferId,
        /// In units of currency.
        price: f64,
        /// Today's price of the second.
        today: f64,
    },
    /// No price of the second, not even 0, makes it tie the first.
    NoTiePrice {
        /// The second.
        second: OfferId,
        /// The winner.
        winner: OfferId,
    },
    /// An offer that cannot be ranked.
    Incomplete {
        /// The offer.
        offer: OfferId,
        /// Leaves of weight above 0 without a level.
        missing: Vec<Leaf>,
    },
}

/// Most incomplete offers that are named one by one.
const INCOMPLETE_NAMED: usize = 20;

/// The findings of a comparison for one segment, most important first.
#[must_use]
pub fn findings(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    delivered: &Delivered,
) -> Vec<Finding> {
    let weighting = Weighting::of(segment, compiled);
    let mut findings = Vec::new();
    let id = |index: usize| comparison.offers[index].id;
    let complete: Vec<usize> = (0..compiled.offers()).filter(|&o| delivered.complete[o]).collect();
    let best: Vec<usize> = delivered.best().collect();
    match (complete.as_slice(), best.as_slice()) {
        _ if comparison.offers.is_empty() => findings.push(Finding::NoOffers),
        ([], _) | (_, []) => findings.push(Finding::NoneComplete),
        ([only], _) => findings.push(Finding::OnlyOne { offer: id(*only), cdv: delivered.cdv[*only] }),
        (_, [winner]) => {
            let second = complete
                .iter()
                .copied()
                .filter(|o| o != winner)
                .reduce(|a, b| if delivered.cdv[b] > delivered.cdv[a] { b } else { a });
            if let Some(second) = second {
                let margin = delivered.cdv[*winner] - delivered.cdv[second];
                let cdv = delivered.cdv[*winner];
                findings.push(Finding::Winner { offer: id(*winner), cdv, second: id(second), margin });
                findings.push(reasons(comparison, compiled, &weighting, *winner, second));
                findings.extend(tie_price(comparison, segment, compiled, *winner, second));
            }
        }
        (_, [first, ..]) => {
            findings.push(Finding::Tie { offers: best.iter().map(|&o| id(o)).collect(), cdv: delivered.cdv[*first] });
        }
    }
    let incomplete = (0..compiled.offers()).filter(|&o| !delivered.complete[o]).take(INCOMPLETE_NAMED);
    findings.extend(incomplete.map(|o| Finding::Incomplete {
        offer: id(o),
        missing: compiled.gaps(&weighting, o).map(|l| compiled.leaves()[l].leaf).collect(),
    }));
    findings
}

fn reasons(
    comparison: &Comparison,
    compiled: &Compiled,
    weighting: &Weighting,
    winner: usize,
    second: usize,
) -> Finding {
    let steps = bridge(compiled, weighting, second, winner, false).steps;
    let above_a_tie = |delta: f64| !ties(delta, 0.0);
    let strongest = steps.iter().max_by(|a, b| a.delta.total_cmp(&b.delta));
    let weakest = steps.iter().min_by(|a, b| a.delta.total_cmp(&b.delta));
    Finding::Reasons {
        winner: comparison.offers[winner].id,
        second: comparison.offers[second].id,
        strongest: strongest.filter(|s| s.delta > 0.0 && above_a_tie(s.delta)).map(|s| (s.dimension, s.delta)),
        weakest: weakest.filter(|s| s.delta < 0.0 && above_a_tie(s.delta)).map(|s| (s.dimension, s.delta)),
    }
}

/// `None` where the comparison has no price, so that the question does not arise.
fn tie_price(
    comparison: &Comparison,
    segment: &Segment,
    compiled: &Compiled,
    winner: usize,
    second: usize,
) -> Option<Finding> {
    let today = comparison.price_units(&comparison.offers[second])?;
    let roots = break_even_price(comparison, segment, compiled, second, winner)?;
    let (winner, second) = (comparison.offers[winner].id, comparison.offers[second].id);
    Some(match roots.first().map(|root: &Root| root.nearest(today)) {
        Some(price) => Finding::TiePrice { second, winner, price, today },
        None => Finding::NoTiePrice { second, winner },
    })
}
