//! Names and values of what may vary, as people read them.

use super::figures::charts::dimension_name;
use crate::model::{Comparison, Leaf, Member, Scale};
use crate::value::Quantity;
use crate::words::{Words, brief, percent, shared_places};

/// The name of a leaf: its criterion's, or that of all money together.
pub(super) fn leaf_name(comparison: &Comparison, words: &Words, leaf: Leaf) -> String {
    let lang = words.lang();
    match leaf {
        Leaf::Criterion(id) => comparison.criterion(id).map(|c| c.name.get(lang).to_owned()).unwrap_or_default(),
        Leaf::Ownership => match comparison.money_criteria().collect::<Vec<_>>().as_slice() {
            [only] => only.name.get(lang).to_owned(),
            _ => words.t("ownership"),
        },
    }
}

/// “Product”, “Warranty”, “Cost emphasis λ”, “TCL: Warranty”.
pub(super) fn quantity_name(comparison: &Comparison, words: &Words, quantity: Quantity) -> String {
    match quantity {
        Quantity::Weight(Member::Dimension(dimension)) => dimension_name(comparison, dimension, words),
        Quantity::Weight(Member::Leaf(leaf)) => leaf_name(comparison, words, leaf),
        Quantity::CostEmphasis => words.t("cost-emphasis"),
        Quantity::Level { offer, criterion } => {
            let name = comparison.criterion(criterion).map_or("", |c| c.name.get(words.lang()));
            let whose = comparison.offer(offer).map_or("", |o| o.name.get(words.lang()));
            words.with("level-of-offer", &[("criterion", name), ("offer", whose)])
        }
    }
}

/// A value of a quantity: a weight in per cent, λ and levels as numbers, money with its sign.
pub(super) fn value_text(comparison: &Comparison, words: &Words, quantity: Quantity, x: f64) -> String {
    match quantity {
        Quantity::Weight(_) => percent(x),
        Quantity::CostEmphasis => brief(x),
        Quantity::Level { criterion, .. } => match comparison.criterion(criterion).map(|c| &c.scale) {
            Some(Scale::Money { .. }) => price_text(comparison, words, x),
            _ => brief(x),
        },
    }
}

/// Amounts that nobody has typed, beside each other: all whole where one of them is a hundred or more, else to the same
/// places.
pub(super) fn price_texts(comparison: &Comparison, words: &Words, units: &[f64]) -> Vec<String> {
    let currency = comparison.header.currency;
    let is_large = units.iter().any(|units| units.abs() >= 100.0);
    let places = if is_large { 0 } else { shared_places(currency, units.iter().copied()) };
    units.iter().map(|units| words.money_to(currency, *units, places)).collect()
}

/// An amount that nobody has typed: whole from a hundred on.
pub(super) fn price_text(comparison: &Comparison, words: &Words, units: f64) -> String {
    words.money(comparison.header.currency, if units.abs() >= 100.0 { units.round() } else { units })
}
