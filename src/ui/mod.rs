//! One file per panel. Panels read a [`Screen`] and push [`Intent`]s; they compute and change nothing.

pub mod buyer;
pub mod claims;
pub mod commands;
pub mod dialogs;
pub mod field;
pub mod focus;
pub mod intent;
pub mod list;
pub mod matrix;
pub mod pages;
pub mod problem;
pub mod scene;
pub mod status;
pub mod theme;
pub mod top;
pub mod typing;
pub mod variants;
pub mod view;
pub mod what_if;
pub mod working;

pub use intent::{BuyerFrom, Gesture, Intent, ThemeChoice, WhatIfAsk};
pub use view::View;

use crate::board::Board;
use crate::model::{Comparison, ComparisonId, Difference, Variant, VariantId, Workbook};
use crate::words::Words;

/// What panels may read.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    /// The whole workbook.
    pub workbook: &'a Workbook,
    /// The comparison shown.
    pub comparison: Option<&'a Comparison>,
    /// Its board.
    pub board: Option<&'a Board>,
    /// Words of the language shown.
    pub words: &'a Words,
    /// The what-if that `comparison` and `board` are of.
    pub what_if: Option<WhatIf<'a>>,
    /// Comparisons on which a what-if is open, the one shown among them.
    pub layered: &'a [ComparisonId],
}

/// The what-if that is shown, and the real case beside it.
#[derive(Clone, Copy)]
pub struct WhatIf<'a> {
    /// The real case.
    pub real: &'a Comparison,
    /// Its board.
    pub board: &'a Board,
    /// What the layer lays over the real case, as it was when the last drag ended.
    pub differences: &'a [Difference],
    /// The variant that it was opened from.
    pub variant: Option<&'a Variant>,
    /// The variant that what is kept branches from.
    pub parent: Option<VariantId>,
    /// True where nothing was done since it was opened.
    pub is_kept: bool,
}

impl<'a> Screen<'a> {
    /// The comparison shown as it really is.
    #[must_use]
    pub fn real(&self) -> Option<&'a Comparison> {
        self.what_if.map(|what_if| what_if.real).or(self.comparison)
    }
}
