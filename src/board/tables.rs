//! The same data as tables: for eyes that prefer numbers, for screen readers, and for the clipboard.

use super::Board;
use super::column::{UNKNOWN, known, subtotal};
use super::figures::charts::{
    BARS_MAX, BridgeOptions, dimension_name, dimension_part, left_out, shown, signed_figure, step_name, used_dimensions,
};
use super::rows::{Row, RowKind};
use crate::model::{Comparison, Side};
use crate::value::{TIE_TOLERANCE, bridge};
use crate::words::{Words, decimal_input, share_input};

/// A table longer than this is cut on the screen; its data is not.
const ROWS_MAX: usize = 200;

/// A small table as it is shown: headings and rows of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Headings.
    pub head: Vec<String>,
    /// Cells; the first of a row names it.
    pub rows: Vec<Vec<String>>,
    /// How many more rows there are; empty for none.
    pub more: String,
}

impl Table {
    /// The rows as one line, for screen readers.
    #[must_use]
    pub fn in_words(&self) -> String {
        self.rows.iter().map(|row| row.join(" ")).collect::<Vec<_>>().join("; ")
    }
}

impl Table {
    /// As many rows as a screen has room for, and how many more there are.
    pub(super) fn cut(mut self, words: &Words) -> Self {
        self.more = and_more(words, self.rows.len().saturating_sub(ROWS_MAX));
        self.rows.truncate(ROWS_MAX);
        self
    }
}

/// Names and figures, before anything is rounded.
struct Data {
    head: Vec<String>,
    rows: Vec<(String, Vec<f64>)>,
}

impl Data {
    /// Figures as they are read.
    fn shown(&self, board: &Board) -> Vec<Vec<String>> {
        let row = |(name, figures): &(String, Vec<f64>)| {
            let figures = figures.iter().map(|value| signed_figure(board, *value));
            std::iter::once(name.clone()).chain(figures).collect()
        };
        self.rows.iter().map(row).collect()
    }

    /// Names as they are, and numbers that other programs read.
    fn plain(self) -> Vec<Vec<String>> {
        let row =
            |(name, figures): (String, Vec<f64>)| std::iter::once(name).chain(figures.into_iter().map(exact)).collect();
        std::iter::once(self.head).chain(self.rows.into_iter().map(row)).collect()
    }
}

/// A figure for other programs: to fourteen digits, without what rounding leaves behind them.
pub(super) fn exact(value: f64) -> String {
    let digits = format!("{value:.13e}").parse().unwrap_or(value);
    decimal_input(if value.abs() < TIE_TOLERANCE { 0.0 } else { digits })
}

fn compare(board: &Board, comparison: &Comparison, words: &Words, sorted: bool, most: usize) -> Data {
    let used = used_dimensions(board);
    let mut head = vec![words.t("table-offer")];
    head.extend(used.iter().map(|d| dimension_name(comparison, *d, words)));
    head.push(words.t("cdv"));
    let row = |offer: usize| {
        let mut figures: Vec<f64> = used.iter().map(|d| dimension_part(board, *d, offer)).collect();
        figures.push(board.delivered.cdv[offer]);
        (comparison.offers[offer].name.get(words.lang()).to_owned(), figures)
    };
    Data { head, rows: shown(board, sorted, most).into_iter().map(row).collect() }
}

fn and_more(words: &Words, more: usize) -> String {
    if more == 0 { String::new() } else { words.count("and-more", more) }
}

/// Contributions by dimension and CDV of the complete offers, as many as a screen has room for.
pub(super) fn compare_table(board: &Board, comparison: &Comparison, words: &Words, sorted: bool) -> Table {
    let data = compare(board, comparison, words, sorted, ROWS_MAX);
    Table { rows: data.shown(board), head: data.head, more: and_more(words, left_out(board, ROWS_MAX)) }
}

/// The bars as one line, for screen readers.
pub(super) fn compare_summary(board: &Board, comparison: &Comparison, words: &Words, sorted: bool) -> String {
    let data = compare(board, comparison, words, sorted, BARS_MAX);
    let rows = data.shown(board).into_iter().map(|row| row.join(" "));
    let more = Some(and_more(words, left_out(board, BARS_MAX))).filter(|more| !more.is_empty());
    rows.chain(more).collect::<Vec<_>>().join("; ")
}

/// Contributions by dimension and CDV of every complete offer, for other programs.
pub(super) fn compare_data(board: &Board, comparison: &Comparison, words: &Words, sorted: bool) -> Vec<Vec<String>> {
    compare(board, comparison, words, sorted, usize::MAX).plain()
}

fn steps(board: &Board, comparison: &Comparison, words: &Words, options: BridgeOptions) -> Data {
    let bridge = bridge(&board.compiled, &board.weighting, options.from, options.to, options.by_criterion);
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang()).to_owned();
    let mut rows = vec![(name(options.from), vec![bridge.from])];
    rows.extend(bridge.steps.iter().map(|step| (step_name(comparison, words, step), vec![step.delta])));
    rows.push((name(options.to), vec![bridge.to]));
    Data { head: vec![words.t("table-step"), words.t("cdv")], rows }
}

/// The steps of a bridge.
pub(super) fn bridge_table(board: &Board, comparison: &Comparison, words: &Words, options: BridgeOptions) -> Table {
    let data = steps(board, comparison, words, options);
    Table { rows: data.shown(board), head: data.head, more: String::new() }
}

/// The steps of a bridge, for other programs.
pub(super) fn bridge_data(
    board: &Board,
    comparison: &Comparison,
    words: &Words,
    options: BridgeOptions,
) -> Vec<Vec<String>> {
    steps(board, comparison, words, options).plain()
}

/// The whole matrix for other programs: weights, levels as exact as they are stored, subtotals, TCV, TCC, CDV, ranks.
#[must_use]
pub fn matrix(board: &Board, comparison: &Comparison, words: &Words) -> Vec<Vec<String>> {
    let mut head = vec![words.t("table-criterion"), words.t("table-weight")];
    head.extend(comparison.offers.iter().map(|o| o.name.get(words.lang()).to_owned()));
    let expected = board.expected(comparison, words);
    head.extend(expected.map(|expected| expected.column.name.clone()));
    let offers = 0..comparison.offers.len();
    let mut rows = vec![head];
    rows.extend(board.rows.iter().map(|row| {
        let is_criterion = matches!(row.kind, RowKind::Criterion(_));
        let indent = if is_criterion { "  " } else { "" };
        let unit = if is_criterion && !row.quiet.is_empty() { format!(" ({})", row.quiet) } else { String::new() };
        let weight = row.weight.map_or_else(String::new, |w| format!("{}%", share_input(w.share.share)));
        let mut cells = vec![format!("{indent}{}{unit}", row.name), weight];
        cells.extend(offers.clone().map(|offer| cell(board, comparison, words, row, offer)));
        cells.extend(expected.map(|expected| cell(&expected.board, &expected.comparison, words, row, 0)));
        cells
    }));
    let mut cdv = vec![words.t("cdv"), String::new()];
    cdv.extend(offers.clone().map(|o| board.cdv(o).map_or_else(|| UNKNOWN.to_owned(), exact)));
    cdv.extend(expected.map(|expected| expected.board.cdv(0).map_or_else(|| UNKNOWN.to_owned(), exact)));
    let mut rank = vec![words.t("table-rank"), String::new()];
    rank.extend(offers.map(|o| match board.delivered.rank[o] {
        0 => UNKNOWN.to_owned(),
        rank => rank.to_string(),
    }));
    rank.extend(expected.map(|_| UNKNOWN.to_owned()));
    rows.extend([cdv, rank]);
    rows
}

/// A level or a figure for other programs.
fn cell(board: &Board, comparison: &Comparison, words: &Words, row: &Row, index: usize) -> String {
    let offer = &comparison.offers[index];
    let currency = comparison.header.currency;
    match row.kind {
        RowKind::Side(side) => {
            let totals = if side == Side::Value { &board.delivered.tcv } else { &board.delivered.tcc };
            known(board, &side.dimensions(), index, exact(totals[index]))
        }
        RowKind::Dimension(dimension) if comparison.criteria_of(dimension).next().is_none() => String::new(),
        RowKind::Dimension(dimension) => known(board, &[dimension], index, exact(subtotal(board, dimension, index))),
        RowKind::Ownership => {
            comparison.ownership_cost(offer).map_or_else(String::new, |minor| exact(currency.units(minor)))
        }
        RowKind::Criterion(id) => {
            let level = comparison.criterion(id).zip(offer.levels.get(&id));
            level.map_or_else(String::new, |(c, level)| words.level_input(&c.scale, currency, *level))
        }
    }
}
