//! Figures of the pages: one door from a question to its drawing, its table and its data.

use super::charts::{BridgeOptions, CompareOptions, bridge_scene, bridge_title, compare_scene};
use super::price::{PriceOptions, price_data, price_figure};
use super::stability::{StabilityOptions, stability_data, stability_figure};
use super::tables::{Table, bridge_data, bridge_table, compare_data, compare_summary, compare_table};
use super::tornado::{TornadoOptions, tornado_data, tornado_figure};
use super::value_map::{MapOptions, NAMED_MAX, map_data, map_figure};
use super::weights::{WeightsOptions, weights_data, weights_figure};
use super::winner_map::{WinnerMapOptions, winner_map_data, winner_map_figure};
use super::{Board, Rows};
use crate::chart::{Plot, Scene};
use crate::model::Comparison;
use crate::value::{Case, Quantity};
use crate::words::Words;

/// Which figure, whatever it shows: what can be copied, saved as a picture, and shown as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Picture {
    /// Delivered value by dimension.
    Compare,
    /// Why one offer beats another.
    Bridge,
    /// Delivered value against a price.
    Price,
    /// Delivered value against a weight.
    Weights,
    /// How far every weight may move.
    Stability,
    /// What doubts do to a lead.
    Tornado,
    /// What every offer gives for what it costs.
    Map,
    /// Who wins where.
    WinnerMap,
}

/// A figure with all that it depends on besides the board.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Delivered value by dimension.
    Compare(CompareOptions),
    /// Why one offer beats another.
    Bridge(BridgeOptions),
    /// Delivered value against a price.
    Price(PriceOptions),
    /// Delivered value against a weight.
    Weights(WeightsOptions),
    /// How far every weight may move.
    Stability(StabilityOptions),
    /// What doubts do to a lead.
    Tornado(TornadoOptions),
    /// What every offer gives for what it costs.
    Map(MapOptions),
    /// Who wins where.
    WinnerMap(WinnerMapOptions),
}

/// Figures that go through every offer take longer than a frame beyond this many.
const OFFERS_AT_ONCE: usize = 10_000;

/// Told the part that is done, 0…1; false where the work should stop.
pub type KeepGoing<'a> = &'a dyn Fn(f64) -> bool;

impl Ask {
    /// True where the figure takes longer than a frame: it is then made off the window's thread.
    #[must_use]
    pub fn is_heavy(&self, seen: Seen<'_>) -> bool {
        match self {
            Self::Compare(_) | Self::Bridge(_) | Self::Tornado(_) => false,
            Self::Price(_) | Self::Weights(_) | Self::Stability(_) => seen.comparison.offers.len() > OFFERS_AT_ONCE,
            Self::Map(_) => seen.board.compiled.offers() > NAMED_MAX,
            Self::WinnerMap(options) => options.is_heavy(seen),
        }
    }

    /// Which figure it asks for.
    #[must_use]
    pub fn picture(&self) -> Picture {
        match self {
            Self::Compare(_) => Picture::Compare,
            Self::Bridge(_) => Picture::Bridge,
            Self::Price(_) => Picture::Price,
            Self::Weights(_) => Picture::Weights,
            Self::Stability(_) => Picture::Stability,
            Self::Tornado(_) => Picture::Tornado,
            Self::Map(_) => Picture::Map,
            Self::WinnerMap(_) => Picture::WinnerMap,
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
    /// What the drawing shows, in sentences, below it.
    pub sentences: Vec<String>,
    /// What to say in place of a figure that cannot be drawn, or below one that needs a word; empty for nothing.
    pub remark: String,
    /// Parts of the drawing that can be clicked.
    pub spots: Vec<Spot>,
}

/// A part of a drawing that stands for a quantity, and can be clicked.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Left, top, width, height, in the coordinates of the scene.
    pub rect: [f32; 4],
    /// What it stands for.
    pub quantity: Quantity,
    /// What a click does, in words.
    pub label: String,
}

/// The figure that is asked for; `None` where `keep_going` stopped the work.
#[must_use]
pub fn figure(seen: Seen<'_>, ask: &Ask, keep_going: KeepGoing<'_>) -> Option<Figure> {
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
                ..Figure::default()
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
        Ask::Price(options) => price_figure(seen, *options),
        Ask::Weights(options) => weights_figure(seen, options),
        Ask::Stability(options) => stability_figure(seen, *options),
        Ask::Tornado(options) => tornado_figure(seen, *options),
        Ask::Map(options) => map_figure(seen, *options),
        Ask::WinnerMap(options) => return winner_map_figure(seen, options, keep_going),
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
        Ask::Price(options) => price_data(seen, *options),
        Ask::Weights(options) => weights_data(seen, options),
        Ask::Stability(_) => stability_data(seen),
        Ask::Tornado(options) => tornado_data(seen, *options),
        Ask::Map(_) => map_data(seen),
        Ask::WinnerMap(options) => winner_map_data(seen, options),
    }
}
