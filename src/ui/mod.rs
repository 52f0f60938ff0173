//! One file per panel. Panels read a [`Screen`] and push [`Intent`]s; they compute and change nothing.

pub mod claims;
pub mod commands;
pub mod dialogs;
pub mod field;
pub mod intent;
pub mod list;
pub mod matrix;
pub mod pages;
pub mod problem;
pub mod scene;
pub mod status;
pub mod theme;
pub mod top;
pub mod view;
pub mod working;

pub use intent::{Gesture, Intent, ThemeChoice};
pub use view::View;

use crate::board::Board;
use crate::model::{Comparison, Workbook};
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
}
