//! What is looked at and how: outside history and file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Instant;

use super::dialogs::{
    AccountForm, ComparisonForm, CriterionForm, DimensionForm, NoteForm, OfferForm, SegmentForm, VariantForm,
};
use super::pages::{Page, States};
use crate::board::{Ask, Figure, MapPick, MapSides, Picture, Worked};
use crate::model::{ComparisonId, CriterionId, Dimension, Level, OfferId, SegmentId};
use crate::value::Question;

/// A level's place in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Row.
    pub criterion: CriterionId,
    /// Column.
    pub offer: OfferId,
}

/// A cell that is being typed into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellEdit {
    /// What was typed so far.
    pub text: String,
    /// Why it was not taken.
    pub error: Option<String>,
    /// True until the input has the focus.
    pub fresh: bool,
    /// True where the text begins with what was typed, so that the cursor belongs behind it.
    pub typed: bool,
    /// The choice under the keyboard in a list of named levels.
    pub choice: usize,
}

/// A weight that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightEdit {
    /// Whose weight.
    pub member: crate::model::Member,
    /// What was typed so far.
    pub text: String,
    /// What stood there: typing nothing changes nothing.
    pub shown: String,
    /// True until the input has the focus.
    pub fresh: bool,
}

/// The menu of the cursor's cell, where a key asked for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellMenu {
    /// It is closed, or was opened by the pointer.
    #[default]
    Closed,
    /// To be opened when the cell is drawn.
    Wanted,
    /// Open, with the keyboard.
    Open,
}

/// Selection and typing in the matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridState {
    /// Where a rectangle began.
    pub anchor: Option<Spot>,
    /// The selected cell: where a rectangle ends.
    pub cursor: Option<Spot>,
    /// Typing into the selected cell.
    pub editing: Option<CellEdit>,
    /// True where keys belong to the matrix.
    pub focused: bool,
    /// The same a frame ago: a press takes the keyboard away before the cell under it sees the press.
    pub was_focused: bool,
    /// Scroll the cursor into sight.
    pub reveal: bool,
    /// The menu of the cursor's cell, where a key asked for it.
    pub menu: CellMenu,
    /// A weight that is being typed.
    pub weight: Option<WeightEdit>,
    /// The set of a weight when its drag began: ratios are kept to these, however far it is dragged.
    pub dragged: Option<(crate::model::Member, Vec<crate::model::Share>)>,
    /// A level or λ that is dragged sideways, inside a what-if.
    pub scrub: Option<Scrub>,
}

/// What is dragged sideways to try it out, with its value when the drag began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scrubbed {
    /// The level of a cell.
    Level(Spot, Level),
    /// λ.
    CostEmphasis(f64),
}

/// A drag that tries something out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scrub {
    /// What is dragged.
    pub what: Scrubbed,
    /// Where across the window it began.
    pub from: f32,
    /// True after Escape, until the button is let go.
    pub given_up: bool,
}

/// What a typed path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// Open a workbook.
    Open,
    /// Make a new workbook.
    New,
    /// Save a copy.
    SaveCopy,
    /// Export the comparison shown.
    Export,
    /// Import comparisons.
    Import,
    /// Save a picture.
    Picture(Picture),
}

/// A window in front.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Dialog {
    /// Name, note, currency and money terms of a comparison.
    Comparison(ComparisonForm),
    /// Points or money.
    Account(AccountForm),
    /// Name, store, colour of an offer.
    Offer(OfferForm),
    /// Name and scale of a criterion.
    Criterion(CriterionForm),
    /// Name of a dimension.
    Dimension(DimensionForm),
    /// The remark on a level.
    Note(NoteForm),
    /// Name and reason of a variant.
    Variant(VariantForm),
    /// Name of a kind of buyer.
    Segment(SegmentForm),
    /// A path to type.
    Path {
        /// What for.
        purpose: PathPurpose,
        /// What was typed.
        text: String,
        /// Why the last path was not taken; empty at first.
        why: String,
    },
    /// A list of things that went wrong.
    Message {
        /// The headline.
        title: String,
        /// One line each.
        lines: Vec<String>,
    },
    /// The theory on one page.
    Theory,
    /// Keys.
    Shortcuts,
    /// Version and licences.
    About,
}

/// The change of a CDV, until it has faded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delta {
    /// New − old.
    pub change: f64,
    /// When it happened.
    pub since: Instant,
}

/// A figure that is being made off the window's thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    /// Which one.
    pub ask: Ask,
    /// How much of it is done, 0…1; `None` where that is over.
    pub part: Option<f32>,
}

/// What is made of the board that is shown, kept while it is; a new board starts with nothing.
#[derive(Clone, Debug, Default)]
pub struct SceneCache {
    /// Figures by kind, with what they were made for.
    pub figures: BTreeMap<Picture, (Ask, Arc<Figure>)>,
    /// The figure that is being made.
    pub making: Option<Making>,
    /// Figures whose making was stopped: they wait until they are asked for again.
    pub stopped: Vec<Ask>,
    /// The sides of “who wins where”, with what they were chosen from.
    pub map: Option<(MapPick, Arc<MapSides>)>,
    /// The working behind a number.
    pub working: Option<((OfferId, Question), Vec<Worked>)>,
}

/// Panels that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Panels {
    /// Comparisons of the workbook.
    pub comparisons: bool,
    /// Plots.
    pub plots: bool,
    /// Plots over half of the window.
    pub wide: bool,
    /// What it says.
    pub claims: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self { comparisons: true, plots: true, wide: false, claims: true }
    }
}

/// Everything that is looked at.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// Folded dimensions.
    pub folded: BTreeSet<(ComparisonId, Dimension)>,
    /// The matrix.
    pub grid: GridState,
    /// Cells of the matrix show at which level their offer would tie the best of the others.
    pub break_even: bool,
    /// The kind of buyer that each comparison is looked at as; “Everyone” where absent.
    pub buyers: BTreeMap<ComparisonId, SegmentId>,
    /// The page shown on the right.
    pub page: Page,
    /// What is chosen on each page.
    pub pages: States,
    /// Figures that are shown as tables.
    pub tables: BTreeSet<Picture>,
    /// Figures of an older board, shown while newer ones are being made.
    pub older: BTreeMap<Picture, Arc<Figure>>,
    /// What was asked of each figure last.
    pub asked: BTreeMap<Picture, Ask>,
    /// A number whose working is shown.
    pub working: Option<(OfferId, Question)>,
    /// A window in front.
    pub dialog: Option<Dialog>,
    /// Changes of CDV that still show.
    pub deltas: BTreeMap<OfferId, Delta>,
    /// Which panels are open.
    pub panels: Panels,
    /// Figures and workings of the board shown.
    pub scenes: SceneCache,
}
