//! The same data as tables: for eyes that prefer numbers, for screen readers, and for the clipboard.

use super::Board;
use super::charts::{BridgeOptions, dimension_name, dimension_part, shown, signed_figure, step_name};
use super::rows::RowKind;
use crate::model::{Comparison, Dimension, Lang};
use crate::value::bridge;
use crate::words::{Words, ascii};

/// A small table: headings and rows of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Headings.
    pub head: Vec<String>,
    /// Cells; the first of a row names it.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Headings and rows with numbers that other programs read.
    #[must_use]
    pub fn plain(&self) -> Vec<Vec<String>> {
        let numeric = |cell: &String| {
            let bare = ascii(cell);
            if bare.trim_start_matches('+').parse::<f64>().is_ok_and(f64::is_finite) { bare } else { cell.clone() }
        };
        std::iter::once(&self.head).chain(&self.rows).map(|row| row.iter().map(numeric).collect()).collect()
    }
}

/// Contributions by dimension and CDV of every complete offer.
#[must_use]
pub fn compare_table(board: &Board, comparison: &Comparison, words: &Words, sorted: bool) -> Table {
    let used: Vec<Dimension> =
        Dimension::ALL.into_iter().filter(|d| board.compiled.leaves().iter().any(|l| l.dimension == *d)).collect();
    let mut head = vec![words.t("table-offer")];
    head.extend(used.iter().map(|d| dimension_name(comparison, *d, words)));
    head.push(words.t("cdv"));
    let rows = shown(board, sorted)
        .into_iter()
        .map(|offer| {
            let mut row = vec![comparison.offers[offer].name.get(words.lang()).to_owned()];
            row.extend(used.iter().map(|d| signed_figure(comparison, dimension_part(board, *d, offer))));
            row.push(signed_figure(comparison, board.delivered.cdv[offer]));
            row
        })
        .collect();
    Table { head, rows }
}

/// The steps of a bridge.
#[must_use]
pub fn bridge_table(board: &Board, comparison: &Comparison, words: &Words, options: BridgeOptions) -> Table {
    let bridge = bridge(&board.compiled, &board.weighting, options.from, options.to, options.by_criterion);
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang()).to_owned();
    let mut rows = vec![vec![name(options.from), signed_figure(comparison, bridge.from)]];
    for step in &bridge.steps {
        rows.push(vec![step_name(comparison, words, step), signed_figure(comparison, step.delta)]);
    }
    rows.push(vec![name(options.to), signed_figure(comparison, bridge.to)]);
    Table { head: vec![words.t("table-step"), words.t("cdv")], rows }
}

/// The whole matrix: weights, levels, subtotals, TCV, TCC, CDV and ranks.
#[must_use]
pub fn matrix(board: &Board, comparison: &Comparison, words: &Words) -> Table {
    let lang: Lang = words.lang();
    let mut head = vec![words.t("table-criterion"), words.t("table-weight")];
    head.extend(comparison.offers.iter().map(|o| o.name.get(lang).to_owned()));
    let offers = 0..comparison.offers.len();
    let mut rows: Vec<Vec<String>> = board
        .rows
        .iter()
        .enumerate()
        .map(|(r, row)| {
            let indent = if matches!(row.kind, RowKind::Criterion(_)) { "  " } else { "" };
            let unit = if row.quiet.is_empty() || !matches!(row.kind, RowKind::Criterion(_)) {
                String::new()
            } else {
                format!(" ({})", row.quiet)
            };
            let mut cells = vec![format!("{indent}{}{unit}", row.name), row.weight_text.clone()];
            cells.extend(offers.clone().map(|o| board.column(comparison, words, o).cells[r].text.clone()));
            cells
        })
        .collect();
    let mut cdv = vec![words.t("cdv"), String::new()];
    cdv.extend(offers.clone().map(|o| board.column(comparison, words, o).cdv.clone()));
    let mut rank = vec![words.t("table-rank"), String::new()];
    rank.extend(offers.map(|o| match board.delivered.rank[o] {
        0 => "–".to_owned(),
        rank => rank.to_string(),
    }));
    rows.push(cdv);
    rows.push(rank);
    Table { head, rows }
}
