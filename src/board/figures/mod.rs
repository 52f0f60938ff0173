//! Figures of the pages: what a figure is, and one file for each.
//!
//! [`ask`] is the one door from a question to its drawing, its table and its data.

mod ask;
mod buyers;
pub(super) mod charts;
mod lever_scene;
mod levers;
mod lines;
mod map_places;
mod map_sides;
mod price;
mod satisfaction;
mod scale;
mod spans;
mod stability;
mod tornado;
mod value_map;
mod variants;
mod weighing;
mod weights;
mod winner_map;
mod worth;

pub use ask::{Ask, Picture, figure, figure_data};
pub use buyers::{BuyerLines, BuyerRow, BuyerSpot, BuyerStrip, BuyersOptions, MultiplierRow};
pub use charts::{BridgeOptions, CompareOptions};
pub use levers::{LeverLines, LeverRow, LeversOptions};
pub use map_sides::{
    MapChoice, MapPick, MapSide, MapSides, into_triangle, is_triangle, map_edits, map_sides, typed_end, typed_on_side,
};
pub use price::PriceOptions;
pub use satisfaction::{Judging, SatisfactionOptions, SatisfactionsOptions, UseRow};
pub use scale::{JudgedLines, JudgedPair, MisfitLine, ScaleOptions, curve_edit, curve_of, curve_preview, judged_scale};
pub use stability::StabilityOptions;
pub use tornado::{TornadoOptions, doubt_text};
pub use value_map::MapOptions;
pub use variants::{CASES_MAX, CaseOf, CasesOptions, GapOptions, difference_name};
pub(super) use weighing::ChoiceMemo;
pub use weighing::{
    AnswerLine, ChoiceCard, ChoiceOptions, ChoiceSheet, ChoicesAbout, Consistency, Effort, Form, FormLevel, FormRow,
    FormSwing, IndexTable, MethodsOptions, Pair, PairMisfit, PairSheet, PutQuestion, SKIPPED_MAX, Sheet, SheetItem,
    WeighingOptions, answered_swing, by_hand_edit, no_weights, ratio_at, typed_cost, typed_swing_level,
};
pub(super) use weighing::{method_name, worked_sources};
pub use weights::WeightsOptions;
pub use winner_map::WinnerMapOptions;
pub use worth::WorthOptions;

use super::Board;
use super::tables::Table;
use crate::chart::{Plot, Scene};
use crate::model::Comparison;
use crate::value::{Case, Quantity};
use crate::words::Words;

/// Told the part that is done, 0…1; false where the work should stop.
pub type KeepGoing<'a> = &'a dyn Fn(f64) -> bool;

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
    /// Words around the levers of an offer.
    pub levers: LeverLines,
    /// Judgements of named levels in pairs.
    pub judged: JudgedLines,
    /// Levels of an offer beside those that are expected, criterion by criterion.
    pub uses: Vec<UseRow>,
    /// Questions and answers of a way to weigh.
    pub weighing: Sheet,
    /// Words around the kinds of buyers.
    pub buyers: BuyerLines,
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
