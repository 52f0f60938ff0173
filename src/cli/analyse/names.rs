//! What things are called on the command line and in its answers.

use serde::Serialize;

use crate::model::{Comparison, CriterionId, Dimension, Lang, Leaf, Member};
use crate::value::Quantity;
use crate::words::Words;

/// The language of answers.
pub(super) const LANG: Lang = Lang::En;

/// The names of one comparison.
pub(super) struct Names<'a> {
    comparison: &'a Comparison,
    words: Words,
}

/// A quantity by its names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Named {
    /// The share of a dimension in its side.
    DimensionWeight { dimension: Dimension, name: String },
    /// The share of a criterion, or of all money together, in its dimension.
    CriterionWeight { dimension: Dimension, name: String },
    /// λ.
    CostEmphasis { name: String },
    /// One offer's level; of the price, its price.
    Level { offer: String, name: String },
}

impl Named {
    /// The name alone.
    pub fn name(&self) -> String {
        match self {
            Self::DimensionWeight { name, .. } | Self::CriterionWeight { name, .. } | Self::CostEmphasis { name } => {
                name.clone()
            }
            Self::Level { offer, name } => format!("{name} of {offer}"),
        }
    }
}

impl<'a> Names<'a> {
    pub fn new(comparison: &'a Comparison) -> Self {
        Self { comparison, words: Words::new(LANG) }
    }

    /// The name of an offer; empty for one that is not there.
    pub fn offer(&self, index: usize) -> String {
        self.comparison.offers.get(index).map(|o| o.name.get(LANG).to_owned()).unwrap_or_default()
    }

    pub fn offers(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|o| self.offer(*o)).collect()
    }

    pub fn criterion(&self, id: CriterionId) -> String {
        self.comparison.criterion(id).map(|c| c.name.get(LANG).to_owned()).unwrap_or_default()
    }

    pub fn dimension(&self, dimension: Dimension) -> String {
        self.words.dimension(dimension, &self.comparison.header.dimensions[dimension.index()])
    }

    /// The name of a leaf: the only money criterion stands for all money.
    pub fn leaf(&self, leaf: Leaf) -> String {
        match (leaf, self.comparison.money_criteria().collect::<Vec<_>>().as_slice()) {
            (Leaf::Criterion(id), _) => self.criterion(id),
            (Leaf::Ownership, [only]) => only.name.get(LANG).to_owned(),
            (Leaf::Ownership, _) => self.words.t("ownership"),
        }
    }

    pub fn quantity(&self, quantity: Quantity) -> Named {
        match quantity {
            Quantity::Weight(Member::Dimension(dimension)) => {
                Named::DimensionWeight { dimension, name: self.dimension(dimension) }
            }
            Quantity::Weight(Member::Leaf(leaf)) => Named::CriterionWeight {
                dimension: match leaf {
                    Leaf::Ownership => Dimension::Monetary,
                    Leaf::Criterion(id) => self.comparison.criterion(id).map_or(Dimension::Monetary, |c| c.dimension),
                },
                name: self.leaf(leaf),
            },
            Quantity::CostEmphasis => Named::CostEmphasis { name: "λ".to_owned() },
            Quantity::Level { offer, criterion } => Named::Level {
                offer: self.comparison.offer(offer).map(|o| o.name.get(LANG).to_owned()).unwrap_or_default(),
                name: self.criterion(criterion),
            },
        }
    }

    /// The offer with this name in either language.
    pub fn offer_index(&self, name: &str) -> Result<usize, String> {
        let is_it = |o: &crate::model::Offer| Lang::ALL.iter().any(|&lang| o.name.get(lang) == name);
        self.comparison.offers.iter().position(is_it).ok_or_else(|| {
            let all: Vec<&str> = self.comparison.offers.iter().map(|o| o.name.get(LANG)).collect();
            format!("there is no offer “{name}”; there are: {}", all.join(", "))
        })
    }

    /// The quantity that a text means: a dimension or a criterion (its weight), `lambda`, or `price:OFFER`.
    pub fn meant(&self, text: &str, choices: &[Quantity]) -> Result<Quantity, String> {
        let found = if let Some(offer) = text.strip_prefix("price:") {
            let offer = self.comparison.offers[self.offer_index(offer)?].id;
            self.comparison.header.price.map(|criterion| Quantity::Level { offer, criterion })
        } else if text == "lambda" || text == "λ" {
            Some(Quantity::CostEmphasis)
        } else {
            choices.iter().copied().find(|q| matches!(q, Quantity::Weight(_)) && self.quantity(*q).name() == text)
        };
        found.filter(|q| choices.contains(q)).ok_or_else(|| {
            let all: Vec<String> = choices.iter().map(|q| self.written(*q)).collect();
            format!("“{text}” is nothing that can vary here; there are: {}", all.join(", "))
        })
    }

    /// A quantity as [`Self::meant`] reads it.
    fn written(&self, quantity: Quantity) -> String {
        match self.quantity(quantity) {
            Named::CostEmphasis { .. } => "lambda".to_owned(),
            Named::Level { offer, .. } => format!("price:{offer}"),
            weight => weight.name(),
        }
    }
}
