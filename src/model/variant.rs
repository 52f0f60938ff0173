//! Named what-ifs of a comparison.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::difference::Difference;
use super::id::VariantId;
use super::overlay::overlay;
use super::text::Text;

/// A what-if that was kept: what differs from the real case, under a name and with a reason.
///
/// It is always held against the real case, also where it branched from another variant, so that a correction of the
/// real case reaches every variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// Unique in the workbook.
    pub id: VariantId,
    /// Order within its comparison.
    pub position: i64,
    /// Unique in its comparison, in each language.
    pub name: Text,
    /// Why somebody would do this.
    #[serde(default)]
    pub reason: Text,
    /// The variant that it branched from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<VariantId>,
    /// What is laid over the real case.
    #[serde(default)]
    pub differences: Vec<Difference>,
}

impl Variant {
    /// Most variants of one comparison.
    pub const MAX: usize = 1_000;

    /// The comparison as this variant has it.
    #[must_use]
    pub fn of(&self, real: &Comparison) -> Comparison {
        overlay(real, &self.differences)
    }

    /// Every number that this variant uses: its own, and those of parts that only it has.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        use super::workbook::Part;
        let number = |part| match part {
            Part::Criterion(id) => Some(id.0),
            Part::Offer(id) => Some(id.0),
            Part::Segment(id) => Some(id.0),
            Part::Variant(id) => Some(id.0),
            Part::Comparison => None,
        };
        std::iter::once(self.id.0).chain(self.differences.iter().flat_map(Difference::numbers).filter_map(number))
    }
}

impl Comparison {
    /// The variant with this id.
    #[must_use]
    pub fn variant(&self, id: VariantId) -> Option<&Variant> {
        self.variants.iter().find(|v| v.id == id)
    }

    /// Every variant with its depth (0 for those that branched from the real case): parents before their children,
    /// siblings by position.
    #[must_use]
    pub fn variant_tree(&self) -> Vec<(usize, &Variant)> {
        let mut children: BTreeMap<Option<VariantId>, Vec<&Variant>> = BTreeMap::new();
        for variant in self.variants.iter().rev() {
            children.entry(variant.parent).or_default().push(variant);
        }
        // The last is grown first: siblings wait in reverse.
        let mut waiting: Vec<(usize, &Variant)> =
            children.remove(&None).into_iter().flatten().map(|v| (0, v)).collect();
        let mut tree = Vec::with_capacity(self.variants.len());
        while let Some((depth, variant)) = waiting.pop() {
            tree.push((depth, variant));
            waiting.extend(children.remove(&Some(variant.id)).into_iter().flatten().map(|child| (depth + 1, child)));
        }
        tree
    }

    /// True where another variant than `except` bears one of the wordings of `name`.
    #[must_use]
    pub fn is_variant_name_taken(&self, name: &Text, except: Option<VariantId>) -> bool {
        let others = self.variants.iter().filter(|v| Some(v.id) != except);
        others.into_iter().any(|v| super::workbook::shares_wording(&v.name, name))
    }

    /// `name`, with a number behind it where a variant has it.
    #[must_use]
    pub fn free_variant_name(&self, name: &Text) -> Text {
        let mut free = name.clone();
        let mut number = 2_u32;
        while self.is_variant_name_taken(&free, None) {
            free = name.map(|_, wording| format!("{wording} {number}"));
            number += 1;
        }
        free
    }
}
