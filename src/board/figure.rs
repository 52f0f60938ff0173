//! Figures of the pages: one door from a question to its drawing, its table and its data.

use super::charts::{BridgeOptions, CompareOptions, bridge_scene, bridge_title, compare_scene};
use super::tables::{Table, bridge_data, bridge_table, compare_data, compare_summary, compare_table};
use super::{Board, Rows};
use crate::chart::{Plot, Scene};
use crate::model::Comparison;
use crate::value::Case;
use crate::words::Words;

/// Which figure, whatever it shows: what can be copied, saved as a picture, and shown as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picture {
    /// Delivered value by dimension.
    Compare,
    /// Why one offer beats another.
    Bridge,
}

/// A figure with all that it depends on besides the board.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Delivered value by dimension.
    Compare(CompareOptions),
    /// Why one offer beats another.
    Bridge(BridgeOptions),
}

/// Told the part that is done, 0…1; false where the work should stop.
pub type KeepGoing<'a> = &'a dyn Fn(f64) -> bool;

impl Ask {
    /// True where the figure takes longer than a frame: it is then made off the window's thread.
    #[must_use]
    pub fn is_heavy(&self, _seen: Seen<'_>) -> bool {
        match self {
            Self::Compare(_) | Self::Bridge(_) => false,
        }
    }

    /// Which figure it asks for.
    #[must_use]
    pub fn picture(&self) -> Picture {
        match self {
            Self::Compare(_) => Picture::Compare,
            Self::Bridge(_) => Picture::Bridge,
        }
    }
}

/// What figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Numbers of the comparison.
    pub board: &'a Board,
    /// The comparison that the board was made of.
    pub comparison: &'a Comparison,
    /// Words of the language shown.
    pub words: &'a Words,
}

impl<'a> Seen<'a> {
    /// What analyses start from; `None` where the segment is gone.
    #[must_use]
    pub fn case(&self) -> Option<Case<'a>> {
        self.board.case(self.comparison)
    }
}

/// A figure: the drawing, and the same in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Its headline.
    pub title: String,
    /// The drawing; without shapes where there is nothing to draw.
    pub scene: Scene,
    /// The axes of the drawing, where values can be read off or dragged.
    pub plot: Option<Plot>,
    /// The same as a table.
    pub table: Table,
    /// The same as one line, for screen readers.
    pub summary: String,
    /// What to say in place of a figure that cannot be drawn, or below one that needs a word; empty for nothing.
    pub remark: String,
}

/// The figure that is asked for; `None` where `keep_going` stopped the work.
#[must_use]
pub fn figure(seen: Seen<'_>, ask: &Ask, _keep_going: KeepGoing<'_>) -> Option<Figure> {
    let Seen { board, comparison, words } = seen;
    Some(match ask {
        Ask::Compare(options) => {
            let is_empty = board.ranked().next().is_none();
            Figure {
                title: words.t("chart-compare"),
                scene: compare_scene(board, comparison, words, *options),
                summary: compare_summary(board, comparison, words, options.sorted),
                table: compare_table(board, comparison, words, options.sorted),
                remark: if is_empty { words.t("chart-empty") } else { String::new() },
                plot: None,
            }
        }
        Ask::Bridge(options) if options.fits(board) => {
            let table = bridge_table(board, comparison, words, *options);
            Figure {
                title: bridge_title(board, comparison, words, *options),
                scene: bridge_scene(board, comparison, words, *options),
                summary: table.in_words(),
                table,
                ..Figure::default()
            }
        }
        Ask::Bridge(_) => Figure::default(),
    })
}

/// The data behind a figure for other programs: headings, then rows at full precision.
#[must_use]
pub fn figure_data(seen: Seen<'_>, ask: &Ask) -> Rows {
    let Seen { board, comparison, words } = seen;
    match ask {
        Ask::Compare(options) => compare_data(board, comparison, words, options.sorted),
        Ask::Bridge(options) if options.fits(board) => bridge_data(board, comparison, words, *options),
        Ask::Bridge(_) => Rows::new(),
    }
}
