//! What panels ask for. They change nothing themselves; `app` runs intents after drawing.

use std::path::PathBuf;

use super::pages::Page;
use super::view::Dialog;
use crate::board::{Ask, Picture};
use crate::model::{
    Account, Answers, BuyerPreset, ComparisonId, CriterionId, Edit, Lang, OfferId, Scope, SegmentId, VariantId,
};

/// How far along a change by hand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Done at once.
    Once,
    /// A drag goes on: shown, not yet kept.
    Ongoing,
    /// The drag is over: the whole of it is one step.
    Ended,
    /// The drag was given up.
    Dropped,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Intent {
    /// True where it would change the workbook that is open.
    #[must_use]
    pub fn edits(&self) -> bool {
        matches!(
            self,
            Self::Edit(..)
                | Self::Together(..)
                | Self::Edits(_)
                | Self::Answer(..)
                | Self::WhatIf(_)
                | Self::Undo
                | Self::Redo
                | Self::NewComparison(_)
                | Self::DuplicateComparison(_)
                | Self::RestoreExample(_)
                | Self::AddOffer
                | Self::AddBuyer(_)
                | Self::PasteLevels { .. }
                | Self::ImportJson
        )
    }
}

/// What a new kind of buyer begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuyerFrom {
    /// The weights of “Everyone”.
    Everyone,
    /// All that another one has, but its name.
    Copy(SegmentId),
    /// The weights of another one, shifted as a teaching text describes such a buyer.
    Preset(SegmentId, BuyerPreset),
}

/// What is asked of a what-if.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfAsk {
    /// Open one on the comparison shown, or close it where nothing would be lost.
    Toggle,
    /// Open a variant.
    Open(ComparisonId, VariantId),
    /// Open what a variant holds, to be kept as its child.
    Branch(ComparisonId, VariantId),
    /// Make the one shown real, as one edit.
    Apply,
    /// Write it into the variant that it was opened from.
    Update,
    /// Let it go without a trace.
    Drop,
}

/// Answers about what matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What was weighed.
    pub scope: Scope,
    /// What was said, all of it.
    pub answers: Answers,
    /// Use the weights that follow, also where others are in use.
    pub use_weights: bool,
}

/// A wish of the user.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Change the workbook.
    Edit(Edit, Gesture),
    /// Change the workbook by several edits that are made by one movement of the hand.
    Together(Vec<Edit>, Gesture),
    /// Change the workbook in one step made of several edits.
    Edits(Vec<Edit>),
    /// Keep answers about what matters.
    Answer(Box<Said>, Gesture),
    /// Do something with a what-if.
    WhatIf(WhatIfAsk),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Look at another comparison.
    Select(ComparisonId),
    /// Open a page beside the matrix.
    OpenPage(Page),
    /// Add a comparison with one criterion per dimension, in this account.
    NewComparison(Account),
    /// Add a copy of a comparison.
    DuplicateComparison(ComparisonId),
    /// Bring a shipped example back to how it was shipped.
    RestoreExample(String),
    /// Add an offer to the comparison shown.
    AddOffer,
    /// Look at the comparison shown as another kind of buyer does.
    ShowBuyer(SegmentId),
    /// Add a kind of buyer to the comparison shown.
    AddBuyer(BuyerFrom),
    /// Open a dialog.
    Open(Box<Dialog>),
    /// Put text on the clipboard.
    CopyText(String),
    /// Put a table on the clipboard.
    CopyTable(Vec<Vec<String>>),
    /// Write levels from the clipboard, from a corner on.
    PasteLevels {
        /// What the clipboard holds.
        text: String,
        /// Rows from the corner down.
        criteria: Vec<CriterionId>,
        /// Columns from the corner to the right.
        offers: Vec<OfferId>,
        /// Rows and columns selected; a single value fills them.
        extent: [usize; 2],
    },
    /// Make a figure that takes longer than a frame.
    Compute(Box<Ask>),
    /// Stop making it.
    CancelJob,
    /// Put a picture of a chart on the clipboard.
    CopyPicture(Picture),
    /// Save a picture of a chart.
    SavePicture(Picture),
    /// Switch the language.
    Language(Lang),
    /// Switch light and dark.
    Theme(ThemeChoice),
    /// Show the break-evens of the cells, or stop showing them.
    BreakEvens,
    /// Larger, smaller, or (0) as designed.
    Zoom(i8),
    /// Ask for a new workbook's place.
    NewWorkbook,
    /// Ask for a workbook to open.
    OpenWorkbook,
    /// Open this workbook.
    OpenPath(PathBuf),
    /// Try the last workbook again.
    ReopenWorkbook,
    /// Look at the workbook that is open, past one that could not be opened.
    BackToWorkbook,
    /// Open a copy of the newest backup of this workbook.
    OpenBackup(PathBuf),
    /// Ask where to save a copy.
    SaveCopy,
    /// Ask where to export the comparison shown.
    ExportJson,
    /// Ask for a file to import.
    ImportJson,
    /// A path was typed, for want of a file dialog.
    TypedPath(super::view::PathPurpose, PathBuf),
    /// Try to save what is not saved.
    RetrySaving,
    /// Say something in the state line.
    Say(String),
    /// Close the window.
    Quit,
}
