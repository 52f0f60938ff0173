//! An order with ties, and how it is changed by hand.

use super::Item;

/// Items from the most to the least important; those of one tier tie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    tiers: Vec<Vec<Item>>,
}

impl Order {
    /// The order of these places, the lowest first; items with equal places keep the order in which they are given.
    #[must_use]
    pub fn of_places(places: &[(Item, u32)]) -> Self {
        let mut sorted = places.to_vec();
        sorted.sort_by_key(|(_, place)| *place);
        let tiers = sorted.chunk_by(|a, b| a.1 == b.1).map(|tier| tier.iter().map(|(item, _)| *item).collect());
        Self { tiers: tiers.collect() }
    }

    /// The order of these weights, the largest first; equal ones tie.
    #[must_use]
    pub fn of_weights(items: &[Item], weights: &[f64]) -> Self {
        let mut sorted: Vec<(Item, f64)> = items.iter().copied().zip(weights.iter().copied()).collect();
        sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
        let is_tie = |a: &(Item, f64), b: &(Item, f64)| (a.1 - b.1).abs() <= crate::model::SUM_TOLERANCE;
        let tiers = sorted.chunk_by(is_tie).map(|tier| tier.iter().map(|(item, _)| *item).collect());
        Self { tiers: tiers.collect() }
    }

    /// Every item with its place, 1, 1, 3 where the first two tie, in order.
    #[must_use]
    pub fn places(&self) -> Vec<(Item, u32)> {
        let mut places = Vec::new();
        for tier in &self.tiers {
            let place = u32::try_from(places.len() + 1).unwrap_or(u32::MAX);
            places.extend(tier.iter().map(|item| (*item, place)));
        }
        places
    }

    /// Puts items that are not in it at its end, each in a tier of its own.
    pub fn complete(&mut self, items: &[Item]) {
        for item in items {
            if self.place_of(*item).is_none() {
                self.tiers.push(vec![*item]);
            }
        }
    }

    /// Moves an item past its neighbours: out of its tie first, then past the whole tier above, or below.
    #[must_use]
    pub fn moved(&self, item: Item, up: bool) -> Self {
        let Some((tier, _)) = self.place_of(item) else { return self.clone() };
        let is_shared = self.tiers[tier].len() > 1;
        let at = match (up, is_shared) {
            (true, true) => tier,
            (true, false) => tier.saturating_sub(1),
            (false, _) => tier + 1,
        };
        self.without(item, |tiers| {
            // A tier of one is gone once its item is taken out, and what stood below it has moved up.
            tiers.insert(at.min(tiers.len()), vec![item]);
        })
    }

    /// Ties an item with the row above it, or parts it from that where they tie already.
    #[must_use]
    pub fn tied(&self, item: Item) -> Self {
        match self.place_of(item) {
            Some((tier, row)) if row > 0 => self.without(item, |tiers| tiers.insert(tier + 1, vec![item])),
            Some((tier, _)) if tier > 0 => {
                let mut tiers = self.tiers.clone();
                // All of a tier come along: they are as important.
                let below = tiers.remove(tier);
                tiers[tier - 1].extend(below);
                Self { tiers }
            }
            _ => self.clone(),
        }
    }

    /// Puts an item between two rows, 0 above the first; between two that tie it ties with them.
    #[must_use]
    pub fn put(&self, item: Item, gap: usize) -> Self {
        let rows: Vec<Item> = self.tiers.iter().flatten().copied().collect();
        let above = gap.checked_sub(1).and_then(|i| rows.get(i)).copied();
        let below = rows.get(gap).copied();
        if above == Some(item) || below == Some(item) {
            return self.clone();
        }
        let tier_of = |other: Option<Item>| other.and_then(|o| self.place_of(o)).map(|(tier, _)| tier);
        let joins = tier_of(above).is_some() && tier_of(above) == tier_of(below);
        self.without(item, |tiers| {
            let place = below.and_then(|b| tiers.iter().position(|tier| tier.contains(&b))).unwrap_or(tiers.len());
            match tiers.get_mut(place) {
                Some(tier) if joins => {
                    let row = tier.iter().position(|i| Some(*i) == below).unwrap_or(tier.len());
                    tier.insert(row, item);
                }
                _ => tiers.insert(place, vec![item]),
            }
        })
    }

    fn place_of(&self, item: Item) -> Option<(usize, usize)> {
        let row = |tier: &Vec<Item>| tier.iter().position(|i| *i == item);
        self.tiers.iter().enumerate().find_map(|(at, tier)| Some((at, row(tier)?)))
    }

    fn without(&self, item: Item, put: impl FnOnce(&mut Vec<Vec<Item>>)) -> Self {
        let mut tiers = self.tiers.clone();
        for tier in &mut tiers {
            tier.retain(|i| *i != item);
        }
        tiers.retain(|tier| !tier.is_empty());
        put(&mut tiers);
        Self { tiers }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dimension;

    const A: Item = Item::Dimension(Dimension::Product);
    const B: Item = Item::Dimension(Dimension::Service);
    const C: Item = Item::Dimension(Dimension::Personnel);
    const D: Item = Item::Dimension(Dimension::Image);

    fn order(places: [u32; 4]) -> Order {
        Order::of_places(&[(A, places[0]), (B, places[1]), (C, places[2]), (D, places[3])])
    }

    /// The places of A, B, C, D.
    fn places(order: &Order) -> [u32; 4] {
        let places = order.places();
        [A, B, C, D].map(|item| places.iter().find(|(i, _)| *i == item).unwrap().1)
    }

    #[test]
    fn only_the_order_of_places_counts() {
        assert_eq!(places(&order([7, 2, 7, 9])), [2, 1, 2, 4]);
        let of_weights = Order::of_weights(&[A, B, C, D], &[0.2, 0.4, 0.2, 0.2]);
        assert_eq!(places(&of_weights), [2, 1, 2, 2]);
    }

    #[test]
    fn an_item_leaves_its_tie_before_it_passes_others() {
        let tied = order([1, 2, 2, 4]);
        assert_eq!(places(&tied.moved(C, true)), [1, 3, 2, 4]);
        assert_eq!(places(&tied.moved(C, true).moved(C, true)), [2, 3, 1, 4]);
        assert_eq!(places(&tied.moved(B, false)), [1, 3, 2, 4]);
        assert_eq!(places(&tied.moved(D, true)), [1, 3, 3, 2], "past the whole tie");
        assert_eq!(places(&tied.moved(A, false)), [3, 1, 1, 4]);
        assert_eq!(places(&tied.moved(A, true)), [1, 2, 2, 4], "nothing is above the first");
        assert_eq!(places(&tied.moved(D, false)), [1, 2, 2, 4], "nothing is below the last");
    }

    #[test]
    fn a_tie_is_made_and_parted() {
        let plain = order([1, 2, 3, 4]);
        assert_eq!(places(&plain.tied(B)), [1, 1, 3, 4]);
        assert_eq!(places(&plain.tied(B).tied(C)), [1, 1, 1, 4]);
        assert_eq!(places(&plain.tied(B).tied(B)), [1, 2, 3, 4]);
        assert_eq!(places(&plain.tied(A)), [1, 2, 3, 4], "nothing is above the first");
    }

    #[test]
    fn what_is_dropped_between_two_that_tie_ties_with_them() {
        let tied = order([1, 2, 2, 4]);
        assert_eq!(places(&tied.put(D, 2)), [1, 2, 2, 2]);
        assert_eq!(places(&tied.put(D, 1)), [1, 3, 3, 2]);
        assert_eq!(places(&tied.put(D, 0)), [2, 3, 3, 1]);
        assert_eq!(places(&tied.put(A, 4)), [4, 1, 1, 3]);
        assert_eq!(places(&tied.put(A, 1)), [1, 2, 2, 4], "where it was");
    }

    #[test]
    fn what_is_new_stands_last() {
        let mut order = Order::of_places(&[(B, 1), (C, 1)]);
        order.complete(&[A, B, C]);
        assert_eq!(order.places(), [(B, 1), (C, 1), (A, 3)]);
    }
}
