//! Random findings that are held to be no problem.

use std::collections::BTreeSet;

use super::dice::Dice;
use worthwhile::model::{Comparison, CriterionId, Dimension, Doubt, Edit, Leaf, OfferId, SegmentId, leaf_of};

/// Some doubts about what is there, none of which says what another one says.
pub fn dismiss_some(dice: &mut Dice, comparison: &mut Comparison) {
    for _ in 0..dice.below(4) {
        let doubt = doubt(dice, comparison);
        let is_told = comparison.header.dismissed.iter().any(|known| known.covers(&doubt));
        comparison.header.dismissed.push(doubt);
        if is_told || worthwhile::model::check(comparison).is_err() {
            comparison.header.dismissed.pop();
        }
    }
}

/// A doubt of any kind; now and then about what is not there.
pub fn doubt(dice: &mut Dice, target: &Comparison) -> Doubt {
    let pick = |dice: &mut Dice| match target.criteria.get(dice.below(target.criteria.len() + 1)) {
        Some(criterion) => leaf_of(criterion),
        None if dice.chance(0.5) => Leaf::Ownership,
        None => Leaf::Criterion(CriterionId(u32::MAX)),
    };
    let offer =
        |dice: &mut Dice| target.offers.get(dice.below(target.offers.len() + 1)).map_or(OfferId(u32::MAX), |o| o.id);
    let segment = target.segments.get(dice.below(target.segments.len() + 1)).map_or(SegmentId(u32::MAX), |s| s.id);
    let (leaf, other) = (pick(dice), pick(dice));
    let low = dice.between(-20.0, 30.0).round();
    let anchors = [low, low + dice.between(0.0, 60.0).round()];
    let offers: BTreeSet<OfferId> = (0..=dice.below(3)).map(|_| offer(dice)).collect();
    match dice.below(9) {
        0 => Doubt::MissingLevels { leaf, offers },
        1 => Doubt::OutsideScale { leaf, offers, anchors, flat: dice.chance(0.3) },
        2 => Doubt::MoveTogether { leaves: [leaf, other] },
        3 => Doubt::WideScale { leaf, anchors },
        4 => Doubt::MissesAnEnd { leaf, reached: anchors },
        5 => Doubt::AllEqual { leaf, same_level: dice.chance(0.5) },
        6 => Doubt::Dominated { offer: offer(dice), by: offer(dice) },
        7 => Doubt::ZeroWeight { segment, leaf },
        _ => Doubt::ZeroDimension { segment, dimension: *dice.pick(&Dimension::ALL) },
    }
}

/// Dismisses something, or brings something back.
pub fn edit(dice: &mut Dice, target: &Comparison) -> Edit {
    let (comparison, dismissed) = (target.id(), &target.header.dismissed);
    match dismissed.get(dice.below(dismissed.len() + 1)).filter(|_| dice.chance(0.5)) {
        Some(doubt) => Edit::BringBack { comparison, doubt: doubt.clone() },
        None => Edit::Dismiss { comparison, doubt: doubt(dice, target) },
    }
}
