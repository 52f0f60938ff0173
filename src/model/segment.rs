//! Kinds of buyers: their names within a comparison, and the presets of the teaching texts.

use super::comparison::{Account, Comparison, Segment};
use super::dimension::{Dimension, Side};
use super::id::SegmentId;
use super::text::Text;
use super::weights::{Share, Weights};
use super::workbook::shares_wording;

impl Comparison {
    /// True where another segment than `except` bears one of the wordings of `name`.
    #[must_use]
    pub fn is_segment_name_taken(&self, name: &Text, except: Option<SegmentId>) -> bool {
        self.segments.iter().any(|s| Some(s.id) != except && shares_wording(&s.name, name))
    }

    /// `name`, with a number behind it where another segment than `except` has it.
    #[must_use]
    pub fn free_segment_name(&self, name: &Text, except: Option<SegmentId>) -> Text {
        let mut free = name.clone();
        let mut number = 2_u32;
        while self.is_segment_name_taken(&free, except) {
            free = name.map(|_, wording| format!("{wording} {number}"));
            number += 1;
        }
        free
    }

    /// The segments that count where segments are averaged: all but “Everyone” once there are others.
    pub fn counted_segments(&self) -> impl Iterator<Item = &Segment> {
        let others = self.segments.iter().any(|s| !s.everyone);
        self.segments.iter().filter(move |s| !(others && s.everyone))
    }
}

/// True for a CDV that buying nothing can have.
pub(super) fn is_cdv(cdv: f64) -> bool {
    cdv.abs() <= Segment::NUMBER_MAX
}

/// A kind of buyer as the teaching texts describe it, by the dimensions that weigh double.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BuyerPreset {
    /// A new buyer, who goes by image and personnel.
    NewBuyer,
    /// A loyal buyer, who goes by service and product.
    LoyalBuyer,
    /// A price-led buyer, who goes by money.
    PriceLed,
}

impl BuyerPreset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NewBuyer, Self::LoyalBuyer, Self::PriceLed];

    /// The dimensions that weigh double.
    #[must_use]
    pub fn dimensions(self) -> &'static [Dimension] {
        match self {
            Self::NewBuyer => &[Dimension::Image, Dimension::Personnel],
            Self::LoyalBuyer => &[Dimension::Service, Dimension::Product],
            Self::PriceLed => &[Dimension::Monetary],
        }
    }

    /// The weights of this buyer, who is otherwise like `from`.
    ///
    /// Points account: within each side the named dimensions are doubled and the side is shared anew,
    /// `wᵢ′ = room · fᵢ·wᵢ / Σ fⱼ·wⱼ` with f = 2 for a named dimension and 1 for another. Locked shares stay as they
    /// are; `room` is what they leave, and the sums go over the others. Dimensions without criteria weigh 0 and stay
    /// at 0, and a side whose free shares are all 0 stays as it is.
    ///
    /// Money account: nothing is shared, so the multipliers of the named dimensions' criteria are doubled. Money
    /// itself counts at face value: for the price-led buyer everything outside the monetary dimension is halved
    /// instead, which is the same up to the unit.
    #[must_use]
    pub fn weights(self, comparison: &Comparison, from: &Weights) -> Weights {
        let mut weights = from.clone();
        match comparison.header.account {
            Account::Points => {
                for side in Side::ALL {
                    self.reshare(&mut weights.dimensions, side);
                }
            }
            Account::Money => self.multiply(comparison, &mut weights),
        }
        weights
    }

    fn reshare(self, shares: &mut [Share; 8], side: Side) {
        let doubled = |dimension: Dimension| if self.dimensions().contains(&dimension) { 2.0 } else { 1.0 };
        let free: Vec<Dimension> = side.dimensions().into_iter().filter(|d| !shares[d.index()].locked).collect();
        // A side of which all or none would be doubled stays to the last bit.
        let mut weighing = free.iter().filter(|d| shares[d.index()].share > 0.0).map(|d| doubled(*d));
        let first = weighing.next();
        if weighing.all(|factor| Some(factor) == first) {
            return;
        }
        let room: f64 = free.iter().map(|d| shares[d.index()].share).sum();
        let sum: f64 = free.iter().map(|d| doubled(*d) * shares[d.index()].share).sum();
        for dimension in free {
            let share = &mut shares[dimension.index()].share;
            *share = room * (doubled(dimension) * *share / sum);
        }
    }

    fn multiply(self, comparison: &Comparison, weights: &mut Weights) {
        let named = self.dimensions();
        for criterion in comparison.criteria.iter().filter(|c| !c.scale.is_money()) {
            let factor = match (self, named.contains(&criterion.dimension)) {
                (Self::PriceLed, false) => 0.5,
                (Self::PriceLed, true) | (_, false) => continue,
                (_, true) => 2.0,
            };
            let now = weights.multipliers.get(&criterion.id).copied().unwrap_or(1.0);
            let new = (now * factor).min(Segment::NUMBER_MAX);
            #[expect(clippy::float_cmp, reason = "1 is what stands for nothing set, and only 1")]
            if new == 1.0 {
                weights.multipliers.remove(&criterion.id);
            } else {
                weights.multipliers.insert(criterion.id, new);
            }
        }
    }
}
