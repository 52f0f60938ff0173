//! What the buyer expects, and what offers turn out to be in use: levels that no offer is ranked by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::comparison::{Comparison, Criterion, Offer};
use super::id::{CriterionId, OfferId};
use super::scale::{Level, Scale};
use super::text::Text;

/// What the buyer expects: the levels that offers are held against. It is no offer: it is never ranked, bought or
/// compared with rivals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Expectation {
    /// What is expected; absent where nothing was said.
    #[serde(default)]
    pub levels: BTreeMap<CriterionId, Level>,
}

impl OfferId {
    /// The place of what the buyer expects, wherever levels have a place. No offer has this number.
    pub const EXPECTED: Self = Self(0);
}

impl Expectation {
    /// What it is called where an offer has a name.
    #[must_use]
    pub fn name() -> Text {
        Text::twin("What the buyer expects", "买家的期望")
    }

    /// What is usual among the offers at hand: on each criterion the median of the levels that there are.
    ///
    /// Buyers learn what to expect from what they see around them (Helson's adaptation level, taken up by Oliver 1980
    /// for satisfaction), and one odd offer moves a median little. Of two middle numbers it is the mean, of amounts
    /// rounded down to the minor unit; of two middle named levels the one with fewer points on the value side and more
    /// on the cost side, so that nobody is made to expect too much.
    #[must_use]
    pub fn usual(comparison: &Comparison) -> Self {
        let level = |criterion: &Criterion| {
            let levels = comparison.offers.iter().filter_map(|o| o.levels.get(&criterion.id).copied());
            median(criterion, levels.collect())
        };
        Self { levels: comparison.criteria.iter().filter_map(|c| Some((c.id, level(c)?))).collect() }
    }
}

/// The middle one of levels that all fit the criterion's scale.
fn median(criterion: &Criterion, mut levels: Vec<Level>) -> Option<Level> {
    let is_value = criterion.dimension.side() == super::Side::Value;
    let key = |level: &Level| match (level, &criterion.scale) {
        (Level::Category(id), Scale::Category { levels, .. }) => {
            let points = levels.iter().find(|c| c.id == *id).map_or(0.0, |c| c.points);
            if is_value { points } else { -points }
        }
        (Level::Number(x), _) => *x,
        #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
        (Level::Money(minor), _) => *minor as f64,
        (Level::Category(_), _) => 0.0,
    };
    levels.sort_by(|a, b| key(a).total_cmp(&key(b)));
    let low = *levels.get(levels.len().checked_sub(1)? / 2)?;
    let high = *levels.get(levels.len() / 2)?;
    let middle = match (low, high) {
        (Level::Number(a), Level::Number(b)) => Level::Number(f64::midpoint(a, b)),
        (Level::Money(a), Level::Money(b)) => Level::Money(a.midpoint(b)),
        _ => low,
    };
    middle.check(&criterion.scale).is_ok().then_some(middle)
}

impl Offer {
    /// What it has on a criterion once it is in use: as bought where nothing else was said.
    #[must_use]
    pub fn level_in_use(&self, criterion: CriterionId) -> Option<Level> {
        self.after_use.get(&criterion).or_else(|| self.levels.get(&criterion)).copied()
    }

    /// This offer with the levels that it has in use.
    #[must_use]
    pub fn in_use(&self) -> Self {
        let mut used = self.clone();
        used.levels.extend(std::mem::take(&mut used.after_use));
        used
    }
}

impl Comparison {
    /// The levels of an offer, or those that are expected under [`OfferId::EXPECTED`].
    #[must_use]
    pub fn levels_of(&self, place: OfferId) -> Option<&BTreeMap<CriterionId, Level>> {
        if place == OfferId::EXPECTED {
            return self.header.expectation.as_ref().map(|expected| &expected.levels);
        }
        self.offer(place).map(|offer| &offer.levels)
    }

    /// The name of an offer, or of what is expected.
    #[must_use]
    pub fn name_of(&self, place: OfferId) -> Option<Text> {
        if place == OfferId::EXPECTED {
            return self.header.expectation.as_ref().map(|_| Expectation::name());
        }
        self.offer(place).map(|offer| offer.name.clone())
    }
}
