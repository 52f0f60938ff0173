//! Random expectations, random levels in use, and edits of both.

use super::dice::Dice;
use super::level;
use worthwhile::model::{Comparison, Criterion, CriterionId, Edit, Expectation, Level, Offer, OfferId};

/// Lets a buyer expect something, more often than not, of most criteria; and some offers be other than as bought.
pub fn expect(dice: &mut Dice, comparison: &mut Comparison, gaps: f64) {
    if dice.chance(0.6) {
        let said = comparison.criteria.iter().filter(|_| !dice.chance(gaps)).collect::<Vec<_>>();
        let levels = said.into_iter().map(|c| (c.id, level(dice, &c.scale))).collect();
        comparison.header.expectation = Some(Expectation { levels });
    }
    let criteria = &comparison.criteria;
    comparison.offers.iter_mut().for_each(|offer| use_it(dice, offer, criteria));
}

/// Levels in use on some criteria.
pub fn use_it(dice: &mut Dice, offer: &mut Offer, criteria: &[Criterion]) {
    for criterion in criteria {
        if dice.chance(0.2) {
            offer.after_use.insert(criterion.id, level(dice, &criterion.scale));
        }
    }
}

/// Adds, forgets or changes what is expected, or what offers are in use; some of it must be refused.
pub fn edit(dice: &mut Dice, target: &Comparison) -> Edit {
    let comparison = target.id();
    let is_of_use = match dice.below(6) {
        0 => return Edit::AddExpectation { comparison },
        1 => return Edit::RemoveExpectation { comparison },
        2 | 3 => true,
        _ => false,
    };
    let mut cells = Vec::new();
    for _ in 0..=dice.below(3) {
        let Some(criterion) = target.criteria.get(dice.below(target.criteria.len().max(1))) else { continue };
        let offer = target.offers.get(dice.below(target.offers.len() + 1)).filter(|_| is_of_use || dice.chance(0.2));
        let scale = if dice.chance(0.05) { &target.criteria[0].scale } else { &criterion.scale };
        let to = (!dice.chance(0.2)).then(|| level(dice, scale));
        cells.push((offer.map_or(OfferId::EXPECTED, |o| o.id), criterion.id, to));
    }
    if dice.chance(0.03) {
        cells.push((OfferId::EXPECTED, CriterionId(u32::MAX), Some(Level::Number(1.0))));
    }
    if is_of_use { Edit::SetLevelsAfterUse { comparison, cells } } else { Edit::SetLevels { comparison, cells } }
}
