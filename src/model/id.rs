//! Identity of the things in a workbook.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);
    };
}

id!(
    /// A comparison of a workbook.
    ComparisonId
);
id!(
    /// An offer of a comparison; unique in the whole workbook.
    OfferId
);
id!(
    /// A criterion of a comparison; unique in the whole workbook.
    CriterionId
);
id!(
    /// A kind of buyer; unique in the whole workbook.
    SegmentId
);
id!(
    /// A named what-if of a comparison; unique in the whole workbook.
    VariantId
);
id!(
    /// A named level of a category scale; unique in its scale only.
    CategoryId
);

/// Hands out numbers that were never used in this workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdSource {
    next: u32,
}

impl IdSource {
    /// A source whose first number is `next`.
    #[must_use]
    pub fn starting_at(next: u32) -> Self {
        Self { next: next.max(1) }
    }

    /// The number that the next call of [`Self::fresh`] gives.
    #[must_use]
    pub fn peek(&self) -> u32 {
        self.next
    }

    /// A number that this source has not given before.
    pub fn fresh(&mut self) -> u32 {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        id
    }

    /// Makes sure that `used` is never handed out.
    pub fn skip(&mut self, used: u32) {
        self.next = self.next.max(used.saturating_add(1));
    }
}
