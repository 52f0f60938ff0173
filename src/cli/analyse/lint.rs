//! What is doubtful in the model itself.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Asked, Names, figure};
use crate::model::{Comparison, Dimension, Leaf, OfferId};
use crate::value::lint::{self, Finding, MendKind, Sorted, Weightiness};

#[derive(Serialize)]
pub(super) struct Found {
    /// What is still to be looked at, what matters first.
    findings: Vec<Told>,
    /// What is held to be no problem.
    dismissed: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    matters: bool,
    #[serde(flatten)]
    what: What,
    /// What one click in the window can mend, the best first.
    mends: Vec<Way>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum What {
    MissingLevels { criterion: String, offers: Vec<String> },
    OutsideScale { criterion: String, offers: Vec<String>, levels: [f64; 2], anchors: [f64; 2], flat: bool },
    RangeChanged { criterion: String, given: [f64; 2], now: [f64; 2] },
    MoveTogether { criteria: [String; 2], correlation: f64, offers: usize, weights: [f64; 2] },
    WideScale { criterion: String, levels: [f64; 2], anchors: [f64; 2], points: f64 },
    MissesAnEnd { criterion: String, reached: [f64; 2] },
    AllEqual { criterion: String, weight: f64, same_level: bool },
    Dominated { offer: String, by: String, others: usize },
    ZeroWeight { criterion: String },
    ZeroDimension { dimension: Dimension, name: String },
}

#[derive(Serialize)]
struct Way {
    kind: &'static str,
    /// The anchors after it; `null` where they stay.
    anchors: Option<[f64; 2]>,
    /// Whose weight goes; left out where none does.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// Who takes it; left out where that are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

#[expect(clippy::unnecessary_wraps, reason = "as every answer")]
pub(super) fn find(asked: &Asked<'_>) -> Result<Found, String> {
    let (case, names) = (asked.case, &asked.names);
    let told = |finding: Finding| {
        let leaf = leaf_of(&finding);
        let way = |mend: lint::Mend| Way {
            kind: kind(mend.kind),
            from: given(mend.kind).0.map(|leaf| names.leaf(leaf)),
            to: given(mend.kind).1.map(|leaf| names.leaf(leaf)),
            anchors: mend.anchors.map(|ends| leaf.map_or(ends, |leaf| in_units(case.comparison, leaf, ends))),
        };
        Told {
            matters: finding.weightiness() == Weightiness::Matters,
            mends: lint::mends(&finding, case).into_iter().map(way).collect(),
            what: what(finding, case.comparison, names),
        }
    };
    let Sorted { open, dismissed } = lint::sorted(case);
    Ok(Found { findings: open.into_iter().map(told).collect(), dismissed: dismissed.into_iter().map(told).collect() })
}

/// Whose weight goes where.
fn given(kind: MendKind) -> (Option<Leaf>, Option<Leaf>) {
    match kind {
        MendKind::GiveWeight { from, to } => (Some(from), Some(to)),
        MendKind::PutAside { leaf } => (Some(leaf), None),
        _ => (None, None),
    }
}

fn kind(kind: MendKind) -> &'static str {
    match kind {
        MendKind::FitKeepTradeOffs => "fit_scale_keep_trade_offs",
        MendKind::FitKeepWeights => "fit_scale_keep_weights",
        MendKind::Fit => "fit_scale",
        MendKind::KeepTradeOffs => "keep_trade_offs",
        MendKind::StillHolds => "weight_still_holds",
        MendKind::GiveWeight { .. } => "give_weight",
        MendKind::PutAside { .. } => "put_aside",
    }
}

/// The leaf whose scale a finding is about.
fn leaf_of(finding: &Finding) -> Option<Leaf> {
    match finding {
        Finding::Outside { leaf, .. } | Finding::Wide { leaf, .. } | Finding::RangeChanged { leaf, .. } => Some(*leaf),
        _ => None,
    }
}

/// Levels as people write them: money in units of the currency.
fn in_units(comparison: &Comparison, leaf: Leaf, ends: [f64; 2]) -> [f64; 2] {
    match leaf {
        Leaf::Ownership => ends.map(|minor| comparison.header.currency.units(minor)),
        Leaf::Criterion(_) => ends,
    }
}

fn what(finding: Finding, comparison: &Comparison, names: &Names<'_>) -> What {
    let units = |leaf, ends| in_units(comparison, leaf, ends);
    let offer =
        |id: OfferId| comparison.offers.iter().position(|o| o.id == id).map_or_else(String::new, |o| names.offer(o));
    let all = |ids: Vec<OfferId>| ids.into_iter().map(offer).collect();
    match finding {
        Finding::Missing { criterion, offers, .. } => {
            What::MissingLevels { criterion: names.criterion(criterion), offers: all(offers) }
        }
        Finding::Outside { leaf, offers, levels, anchors, flat } => What::OutsideScale {
            criterion: names.leaf(leaf),
            offers: all(offers),
            levels: units(leaf, levels),
            anchors: units(leaf, anchors),
            flat,
        },
        Finding::RangeChanged { leaf, given, now } => {
            What::RangeChanged { criterion: names.leaf(leaf), given: units(leaf, given), now: units(leaf, now) }
        }
        Finding::Together { leaves, correlation, offers, weights } => {
            What::MoveTogether { criteria: leaves.map(|leaf| names.leaf(leaf)), correlation, offers, weights }
        }
        Finding::Wide { leaf, levels, anchors, points } => What::WideScale {
            criterion: names.leaf(leaf),
            levels: units(leaf, levels),
            anchors: units(leaf, anchors),
            points,
        },
        Finding::MissesEnd { leaf, reached } => What::MissesAnEnd { criterion: names.leaf(leaf), reached },
        Finding::AllEqual { leaf, weight, same_level } => {
            What::AllEqual { criterion: names.leaf(leaf), weight, same_level }
        }
        Finding::Dominated { offer: id, by, others } => What::Dominated { offer: offer(id), by: offer(by), others },
        Finding::ZeroWeight { leaf } => What::ZeroWeight { criterion: names.leaf(leaf) },
        Finding::ZeroDimension { dimension, .. } => What::ZeroDimension { dimension, name: names.dimension(dimension) },
    }
}

pub(super) fn text(found: &Found) -> String {
    let mut text = String::new();
    if found.findings.is_empty() {
        text.push_str("  nothing to mend\n");
    }
    for told in &found.findings {
        let mark = if told.matters { "!" } else { "-" };
        let _ = writeln!(text, "  {mark} {}", sentence(&told.what));
    }
    for told in &found.dismissed {
        let _ = writeln!(text, "  ~ {} (dismissed)", sentence(&told.what));
    }
    text
}

fn sentence(what: &What) -> String {
    let range = |[low, high]: [f64; 2]| format!("{} to {}", figure(low), figure(high));
    match what {
        What::MissingLevels { criterion, offers } => format!("no level of {criterion}: {}", offers.join(", ")),
        What::OutsideScale { criterion, offers, anchors, .. } => {
            format!("{criterion} outside its scale {}: {}", range(*anchors), offers.join(", "))
        }
        What::RangeChanged { criterion, given, now } => {
            format!("weight of {criterion} given for {}, now {}", range(*given), range(*now))
        }
        What::MoveTogether { criteria: [one, other], correlation, offers, .. } => {
            format!("{one} and {other} move together: r = {} over {offers} offers", figure(*correlation))
        }
        What::WideScale { criterion, levels, anchors, .. } => {
            format!("scale of {criterion} {} for levels {}", range(*anchors), range(*levels))
        }
        What::MissesAnEnd { criterion, reached } => {
            format!("scale of {criterion} reaches {} points only", range(*reached))
        }
        What::AllEqual { criterion, .. } => format!("{criterion} is the same for all offers"),
        What::Dominated { offer, by, others: 0 } => format!("{offer} is dominated by {by}"),
        What::Dominated { offer, by, others } => format!("{offer} is dominated by {by} and {others} more"),
        What::ZeroWeight { criterion } => format!("{criterion} has weight 0"),
        What::ZeroDimension { name, .. } => format!("{name} has weight 0"),
    }
}
