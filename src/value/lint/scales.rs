//! Scales against the levels of the offers, and against the range that their weight was given for.

use super::{FAR_WIDER, Finding};
use crate::model::{Account, Beyond, Comparison, Curve, Leaf, Level, Offer, OfferId, Scale};
use crate::value::case::Case;
use crate::value::rank::ties;

/// Reads the number that a curve is asked at; money in minor units. `None` where an offer has none.
type Reader<'a> = Box<dyn Fn(&Offer) -> Option<f64> + 'a>;

/// The numbers of the offers on a leaf; named levels have none.
fn reader(comparison: &Comparison, leaf: Leaf) -> Reader<'_> {
    match leaf {
        Leaf::Ownership => Box::new(comparison.ownership_costs()),
        Leaf::Criterion(id) => Box::new(move |offer| match offer.levels.get(&id)? {
            Level::Number(x) => Some(*x),
            Level::Category(_) | Level::Money(_) => None,
        }),
    }
}

/// The lowest and the highest number that offers have on a leaf.
pub(super) fn levels_span(case: Case<'_>, leaf: Leaf) -> Option<[f64; 2]> {
    let read = reader(case.comparison, leaf);
    let mut numbers = case.comparison.offers.iter().filter_map(read);
    let first = numbers.next()?;
    Some(numbers.fold([first, first], |[low, high], x| [low.min(x), high.max(x)]))
}

/// The curve of a leaf; money has none in a money account.
pub(super) fn curve_of(comparison: &Comparison, leaf: Leaf) -> Option<&Curve> {
    match leaf {
        Leaf::Ownership => (comparison.header.account == Account::Points).then_some(&comparison.header.ownership.curve),
        Leaf::Criterion(id) => match &comparison.criterion(id)?.scale {
            Scale::Measure { curve, .. } => Some(curve),
            _ => None,
        },
    }
}

/// What is doubtful of the scales of some leaves.
pub(super) fn findings(case: Case<'_>, leaves: &[usize]) -> Vec<Finding> {
    let mut found = Vec::new();
    let in_points = case.comparison.header.account == Account::Points;
    for leaf in leaves.iter().filter_map(|&l| case.compiled.leaves().get(l)).map(|l| l.leaf) {
        let outside = outside(case, leaf);
        let is_outside = outside.is_some();
        found.extend(outside);
        // In a money account nothing is spread over 0…100, so no range is too wide and no end is missed.
        if in_points {
            found.extend(range_changed(case, leaf));
            found.extend(wide(case, leaf).filter(|_| !is_outside));
            found.extend(misses_end(case.comparison, leaf));
        }
    }
    found
}

fn outside(case: Case<'_>, leaf: Leaf) -> Option<Finding> {
    let curve = curve_of(case.comparison, leaf)?;
    let levels = levels_span(case, leaf)?;
    if !levels.iter().any(|&x| curve.is_outside(x)) {
        return None;
    }
    let read = reader(case.comparison, leaf);
    let is_out = |offer: &&Offer| read(offer).is_some_and(|x| curve.is_outside(x));
    let offers: Vec<OfferId> = case.comparison.offers.iter().filter(is_out).map(|o| o.id).collect();
    let flat = curve.beyond() == Beyond::Flat;
    Some(Finding::Outside { leaf, offers, levels, anchors: curve.anchors().into(), flat })
}

fn range_changed(case: Case<'_>, leaf: Leaf) -> Option<Finding> {
    let given = case.comparison.outdated_range(case.segment, leaf)?;
    Some(Finding::RangeChanged { leaf, given, now: case.comparison.range_of(leaf)? })
}

fn wide(case: Case<'_>, leaf: Leaf) -> Option<Finding> {
    let curve = curve_of(case.comparison, leaf)?;
    let (levels, anchors) = (levels_span(case, leaf)?, <[f64; 2]>::from(curve.anchors()));
    let width = levels[1] - levels[0];
    let is_wide = !ties(levels[0], levels[1]) && anchors[1] - anchors[0] > FAR_WIDER * width;
    let points = (curve.at(levels[1]) - curve.at(levels[0])).abs();
    is_wide.then_some(Finding::Wide { leaf, levels, anchors, points })
}

fn misses_end(comparison: &Comparison, leaf: Leaf) -> Option<Finding> {
    let mut ys: Box<dyn Iterator<Item = f64>> = match leaf {
        Leaf::Ownership => Box::new(comparison.header.ownership.curve.points().iter().map(|p| p[1])),
        Leaf::Criterion(id) => match &comparison.criterion(id)?.scale {
            scale if !scale.misses_an_end() => return None,
            Scale::Measure { curve, .. } => Box::new(curve.points().iter().map(|p| p[1])),
            Scale::Category { levels, .. } => Box::new(levels.iter().map(|c| c.points)),
            Scale::Rating { .. } | Scale::Money { .. } => return None,
        },
    };
    let first = ys.next()?;
    let reached = ys.fold([first, first], |[low, high], y| [low.min(y), high.max(y)]);
    (reached[0] > 0.0 || reached[1] < 100.0).then_some(Finding::MissesEnd { leaf, reached })
}
