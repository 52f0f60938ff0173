//! What one click can mend.

use super::{Finding, nice_anchors, scales};
use crate::model::{Account, Comparison, Dimension, Edit, IdSource, Leaf, Workbook};
use crate::value::case::Case;

/// What a mend does to weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendKind {
    /// Fits the scale; weights move so that a step of a level is worth what it was.
    FitKeepTradeOffs,
    /// Fits the scale; the shares stay as they are, and hold for the new range.
    FitKeepWeights,
    /// Fits the scale where no score changes by it.
    Fit,
    /// Moves the weight so that a step of a level is worth what it was.
    KeepTradeOffs,
    /// Says that the weight holds for the range as it is now.
    StillHolds,
    /// Gives the whole weight of one leaf to another one of its side; all other effective weights stay.
    GiveWeight {
        /// Whose weight goes.
        from: Leaf,
        /// Who takes it.
        to: Leaf,
    },
    /// Takes the weight of a leaf away; in points those that it is weighed against take it in proportion.
    PutAside {
        /// Whose weight goes.
        leaf: Leaf,
    },
}

/// One way to mend a finding, as one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    /// What it does.
    pub kind: MendKind,
    /// The anchors after it; money in minor units. `None` where they stay.
    pub anchors: Option<[f64; 2]>,
    /// What does it.
    pub edit: Edit,
}

/// The ways to mend a finding, the best first; none where only judgement helps.
#[must_use]
pub fn mends(finding: &Finding, case: Case<'_>) -> Vec<Mend> {
    let proposed = match finding {
        Finding::Outside { leaf, levels, anchors, .. } => {
            let rounded = nice_anchors(widened(*levels, *anchors), *leaf == Leaf::Ownership);
            // Only the end that is passed moves.
            let end = |k: usize, passed: bool| rounded.map_or(levels[k], |r| if passed { r[k] } else { anchors[k] });
            let wanted = [end(0, levels[0] < anchors[0]), end(1, levels[1] > anchors[1])];
            fits(case, *leaf, Some(wanted))
        }
        Finding::Wide { leaf, levels, .. } => {
            let rounded = nice_anchors(*levels, *leaf == Leaf::Ownership);
            rounded.map(|anchors| fits(case, *leaf, Some(anchors))).unwrap_or_default()
        }
        Finding::MissesEnd { leaf, reached } if reached[0] < reached[1] => fits(case, *leaf, None),
        Finding::RangeChanged { leaf, .. } => {
            let (comparison, segment) = (case.comparison.id(), case.segment.id);
            let confirm = |kind, keep_trade_offs| Mend {
                kind,
                anchors: None,
                edit: Edit::ConfirmRange { comparison, segment, leaf: *leaf, keep_trade_offs },
            };
            let keeps = case.comparison.worth_of_point(case.segment, *leaf).map(|_| MendKind::KeepTradeOffs);
            let keeps = keeps.map(|kind| confirm(kind, true));
            keeps.into_iter().chain([confirm(MendKind::StillHolds, false)]).collect()
        }
        Finding::Together { leaves, weights, .. } => apart(case, *leaves, *weights),
        _ => Vec::new(),
    };
    if proposed.is_empty() {
        return proposed;
    }
    // What an edit of scales and weights is checked against; it does not ask the offers.
    let Comparison { header, criteria, segments, .. } = case.comparison;
    let alone = Comparison {
        header: header.clone(),
        criteria: criteria.clone(),
        offers: Vec::new(),
        segments: segments.clone(),
        variants: Vec::new(),
    };
    let alone = Workbook { comparisons: vec![alone], ids: IdSource::starting_at(1) };
    proposed.into_iter().filter(|mend| mend.edit.changes(&alone).is_ok_and(|changes| !changes.is_empty())).collect()
}

/// From the lowest to the highest of levels and anchors.
fn widened(levels: [f64; 2], anchors: [f64; 2]) -> [f64; 2] {
    [levels[0].min(anchors[0]), levels[1].max(anchors[1])]
}

/// Ways to let one of two leaves speak for both; the lighter one goes first.
///
/// Money stays: without the price there is no break-even, and in a money account it counts at face value.
fn apart(case: Case<'_>, [one, other]: [Leaf; 2], weights: [f64; 2]) -> Vec<Mend> {
    let (comparison, segment) = (case.comparison.id(), case.segment.id);
    let side = |leaf: Leaf| case.comparison.dimension_of(leaf).map(Dimension::side);
    let in_points = case.comparison.header.account == Account::Points;
    let way = |from: Leaf, to: Leaf| {
        let (kind, edit) = match from {
            Leaf::Ownership => return None,
            Leaf::Criterion(criterion) if !in_points => {
                let edit = Edit::SetMultiplier { comparison, segment, criterion, factor: 0.0 };
                (MendKind::PutAside { leaf: from }, edit)
            }
            Leaf::Criterion(_) if side(from) == side(to) => {
                (MendKind::GiveWeight { from, to }, Edit::MoveWeight { comparison, segment, from, to: Some(to) })
            }
            Leaf::Criterion(_) => {
                (MendKind::PutAside { leaf: from }, Edit::MoveWeight { comparison, segment, from, to: None })
            }
        };
        Some(Mend { kind, anchors: None, edit })
    };
    let [first, second] =
        if weights[0] < weights[1] { [(one, other), (other, one)] } else { [(other, one), (one, other)] };
    way(first.0, first.1).into_iter().chain(way(second.0, second.1)).collect()
}

/// Fitting a scale with trade-offs kept, and with weights kept; the same where no score changes.
fn fits(case: Case<'_>, leaf: Leaf, anchors: Option<[f64; 2]>) -> Vec<Mend> {
    let comparison = case.comparison.id();
    let fit = |kind, keep_trade_offs| Mend {
        kind,
        anchors,
        edit: Edit::FitScale { comparison, leaf, anchors, keep_trade_offs },
    };
    if keeps_scores(case, leaf, anchors) {
        return vec![fit(MendKind::Fit, false)];
    }
    vec![fit(MendKind::FitKeepTradeOffs, true), fit(MendKind::FitKeepWeights, false)]
}

/// True where the new anchors leave every score as it is: amounts of a money account, flat ends, flat scales.
fn keeps_scores(case: Case<'_>, leaf: Leaf, anchors: Option<[f64; 2]>) -> bool {
    let moved = scales::curve_of(case.comparison, leaf).zip(anchors);
    let fitted = moved.and_then(|(curve, [low, high])| curve.between(low, high).ok());
    case.comparison.header.account == Account::Money || fitted.is_some_and(|fitted| fitted.spread().0 == fitted)
}
