//! The comparison itself: offers as columns, criteria as rows, everything edited where it stands.

mod break_even;
mod cards;
mod cells;
mod corner;
mod criteria;
mod drag;
mod entry;
mod expected;
mod keys;
mod scrub;
mod weight;

pub use keys::focus;

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use super::theme::Colors;
use super::view::{Spot, View};
use super::{Intent, Screen};
use crate::board::{Board, Column, Row, RowKind};
use crate::model::{Comparison, CriterionId, Level, OfferId};
use crate::words::Words;

/// What the parts of the matrix are drawn from: a comparison with its board.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub comparison: &'a Comparison,
    pub board: &'a Board,
    pub words: &'a Words,
    pub screen: Screen<'a>,
    /// The rows that folding leaves, top to bottom.
    pub lines: &'a [Line<'a>],
}

impl<'a> Sheet<'a> {
    /// The number of columns: the offers, and what the buyer expects behind them.
    pub fn columns(&self) -> usize {
        self.comparison.offers.len() + usize::from(self.comparison.header.expectation.is_some())
    }

    /// Whose column it is.
    pub fn place(&self, column: usize) -> Option<OfferId> {
        let expected = || (column < self.columns()).then_some(OfferId::EXPECTED);
        self.comparison.offers.get(column).map(|o| o.id).or_else(expected)
    }

    /// The strings of a column.
    pub fn column(&self, column: usize) -> Option<&'a Column> {
        if column < self.comparison.offers.len() {
            return Some(self.board.column(self.comparison, self.words, column));
        }
        self.board.expected(self.comparison, self.words).map(|expected| &expected.column)
    }

    /// Where the column of a place stands.
    pub fn column_of(&self, place: OfferId) -> Option<usize> {
        if place == OfferId::EXPECTED {
            return self.columns().checked_sub(1).filter(|_| self.comparison.header.expectation.is_some());
        }
        self.comparison.offers.iter().position(|o| o.id == place)
    }

    /// The level at a place.
    pub fn level(&self, spot: Spot) -> Option<Level> {
        self.comparison.levels_of(spot.offer)?.get(&spot.criterion).copied()
    }
}

/// A row that is shown, with its place in the board.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub row: &'a Row,
    /// Index into [`Board::rows`] and [`crate::board::Column::cells`].
    pub index: usize,
    /// Top, from the first row.
    pub top: f32,
    pub height: f32,
    /// True right under the headline of a side, which has a line of its own.
    pub first: bool,
}

/// Widths and heights, fixed so that nothing jumps.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub left: f32,
    pub column: f32,
    pub header: f32,
}

const HEADER: f32 = 158.0;
const MARGIN: f32 = 8.0;
pub(super) const GAP: f32 = 8.0;
/// A column with room for “value 66.3  cost 28.2” on its card.
const ROOMY: f32 = 138.0;
/// The narrowest column, where that spares scrolling sideways.
const TIGHT: f32 = 112.0;
/// A column where there is scrolling anyway.
const SCROLLED: f32 = 126.0;
const WIDEST: f32 = 250.0;

impl Layout {
    /// Names give way to columns until these are roomy, and columns get tight before they are scrolled.
    fn of(available: f32, columns: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a number of columns")]
        let columns = columns.max(1) as f32;
        let room = available - MARGIN;
        let narrowest = (available * 0.305).clamp(244.0, 304.0);
        let left = (room - columns * ROOMY).clamp(narrowest, (available * 0.345).clamp(narrowest, 304.0));
        let column = (room - left) / columns;
        let column = if column < TIGHT { SCROLLED } else { column.min(WIDEST) };
        Self { left, column, header: HEADER }
    }
}

/// Draws the matrix of the comparison shown.
pub fn matrix_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some(comparison), Some(board)) = (screen.comparison, screen.board) else {
        return;
    };
    let lines = lines(comparison, board, view);
    let sheet = Sheet { comparison, board, words: screen.words, screen, lines: &lines };
    let layout = Layout::of(ui.available_width(), sheet.columns());
    keys::keys_ui(ui, view, &sheet, intents);
    let area = ScrollArea::both().id_salt(("matrix", comparison.id())).auto_shrink(false);
    area.show_viewport(ui, |ui, viewport| {
        let rows_height = lines.last().map_or(0.0, |l| l.top + l.height);
        #[expect(clippy::cast_precision_loss, reason = "a number of columns")]
        let width = layout.left + sheet.columns() as f32 * layout.column + MARGIN;
        let size = vec2(width, layout.header + rows_height + 40.0).max(viewport.size());
        let (whole, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let zones = Zones::of(ui.clip_rect(), whole.min, layout);
        reveal(ui, view, &sheet, &zones);
        cells::cells_ui(&mut zones.body(ui), view, &sheet, &zones, intents);
        cards::cards_ui(&mut zones.header(ui), view, &sheet, &zones, intents);
        criteria::criteria_ui(&mut zones.side(ui), view, &sheet, &zones, intents);
        corner::corner_ui(&mut zones.corner(ui), view, &sheet, intents);
        zones.edge_ui(ui);
    });
    weight::end_lost_drag(ui, view, &sheet, intents);
    scrub::end_lost_drag(ui, view, &sheet, intents);
}

/// The rows that folding leaves.
fn lines<'a>(comparison: &Comparison, board: &'a Board, view: &View) -> Vec<Line<'a>> {
    let mut top = 0.0;
    let mut lines = Vec::with_capacity(board.rows.len());
    for (index, row) in board.rows.iter().enumerate() {
        let folded = view.folded.contains(&(comparison.id(), row.dimension));
        let height = match row.kind {
            RowKind::Side(_) => 38.0,
            RowKind::Criterion(_) | RowKind::Ownership if folded => continue,
            RowKind::Dimension(_) | RowKind::Criterion(_) | RowKind::Ownership => 26.0,
        };
        let first = index.checked_sub(1).is_some_and(|i| matches!(board.rows[i].kind, RowKind::Side(_)));
        lines.push(Line { row, index, top, height, first });
        top += height;
    }
    lines
}

/// The four parts of the matrix: cards and criteria stay while the cells scroll.
pub(super) struct Zones {
    clip: Rect,
    origin: egui::Pos2,
    pub layout: Layout,
}

impl Zones {
    fn of(clip: Rect, origin: egui::Pos2, layout: Layout) -> Self {
        Self { clip, origin, layout }
    }

    fn split(&self) -> egui::Pos2 {
        self.clip.min + vec2(self.layout.left, self.layout.header)
    }

    fn child(ui: &mut Ui, clip: Rect, salt: &str) -> Ui {
        let mut child = ui.new_child(UiBuilder::new().max_rect(clip).id_salt(salt));
        child.set_clip_rect(clip.intersect(ui.clip_rect()));
        child
    }

    fn body(&self, ui: &mut Ui) -> Ui {
        Self::child(ui, Rect::from_min_max(self.split() - vec2(GAP / 2.0, 0.0), self.clip.max), "body")
    }

    fn header(&self, ui: &mut Ui) -> Ui {
        let rect = Rect::from_min_max(
            pos2(self.split().x - GAP / 2.0, self.clip.top()),
            pos2(self.clip.right(), self.split().y),
        );
        let child = Self::child(ui, rect, "header");
        child.painter().rect_filled(rect, 0.0, Colors::of(&child).canvas);
        child
    }

    fn side(&self, ui: &mut Ui) -> Ui {
        let rect = Rect::from_min_max(
            pos2(self.clip.left(), self.split().y),
            pos2(self.split().x - GAP / 2.0, self.clip.bottom()),
        );
        let child = Self::child(ui, rect, "side");
        child.painter().rect_filled(rect, 0.0, Colors::of(&child).canvas);
        child
    }

    fn corner(&self, ui: &mut Ui) -> Ui {
        let rect = Rect::from_min_max(self.clip.min, self.split() - vec2(GAP / 2.0, 0.0));
        let child = Self::child(ui, rect, "corner");
        child.painter().rect_filled(rect, 0.0, Colors::of(&child).canvas);
        child
    }

    /// A line beside the frozen criteria while columns are scrolled under them.
    fn edge_ui(&self, ui: &Ui) {
        if self.origin.x < self.clip.left() - 0.5 {
            let stroke = egui::Stroke::new(1.0, Colors::of(ui).line);
            ui.painter().vline(self.split().x - GAP / 2.0, self.clip.y_range(), stroke);
        }
    }

    /// Left edge of a column.
    #[expect(clippy::cast_precision_loss, reason = "a number of columns")]
    pub fn column_x(&self, index: usize) -> f32 {
        self.origin.x + self.layout.left + index as f32 * self.layout.column
    }

    /// Top of a line.
    pub fn line_y(&self, line: &Line<'_>) -> f32 {
        self.origin.y + self.layout.header + line.top
    }

    /// The columns that can be seen.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the number of columns")]
    pub fn columns(&self, count: usize) -> std::ops::Range<usize> {
        let first = ((self.split().x - self.column_x(0)) / self.layout.column).floor().max(0.0) as usize;
        let last = ((self.clip.right() - self.column_x(0)) / self.layout.column).ceil().max(0.0) as usize;
        first.min(count)..last.min(count)
    }

    /// The cell at a line and column.
    pub fn cell(&self, line: &Line<'_>, column: usize) -> Rect {
        let min = pos2(self.column_x(column), self.line_y(line) + 2.0);
        Rect::from_min_size(min, vec2(self.layout.column - GAP, line.height - 4.0))
    }
}

/// Scrolls so that the cursor can be seen beside the frozen parts.
fn reveal(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, zones: &Zones) {
    if !std::mem::take(&mut view.grid.reveal) {
        return;
    }
    let Some(spot) = view.grid.cursor else { return };
    let line = sheet.lines.iter().find(|l| l.row.kind == RowKind::Criterion(spot.criterion));
    let column = sheet.column_of(spot.offer);
    if let (Some(line), Some(column)) = (line, column) {
        let cell = zones.cell(line, column);
        let frozen = Vec2::new(zones.layout.left + GAP, zones.layout.header + GAP);
        ui.scroll_to_rect(Rect::from_min_max(cell.min - frozen, cell.max + vec2(GAP, GAP)), None);
    }
}

/// The criteria of the rows that can be edited, top to bottom.
pub(super) fn editable(lines: &[Line<'_>]) -> Vec<CriterionId> {
    let criterion = |line: &Line<'_>| match line.row.kind {
        RowKind::Criterion(id) => Some(id),
        _ => None,
    };
    lines.iter().filter_map(criterion).collect()
}

/// The rectangle between anchor and cursor, as row and column indices.
pub(super) struct Selection {
    pub rows: std::ops::RangeInclusive<usize>,
    pub columns: std::ops::RangeInclusive<usize>,
}

pub(super) fn selection(view: &View, sheet: &Sheet<'_>, rows: &[CriterionId]) -> Option<Selection> {
    let place = |spot: Spot| {
        let row = rows.iter().position(|id| *id == spot.criterion)?;
        Some((row, sheet.column_of(spot.offer)?))
    };
    let cursor = place(view.grid.cursor?)?;
    let anchor = view.grid.anchor.and_then(place).unwrap_or(cursor);
    Some(Selection {
        rows: anchor.0.min(cursor.0)..=anchor.0.max(cursor.0),
        columns: anchor.1.min(cursor.1)..=anchor.1.max(cursor.1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The room of the matrix in a window of 1440 and of 1024 pixels.
    const ROOMS: [f32; 2] = [826.0, 577.0];

    #[test]
    fn four_offers_and_what_is_expected_fit_beside_each_other_in_a_large_window() {
        let width = |columns: u8| {
            let layout = Layout::of(ROOMS[0], usize::from(columns));
            (layout.left + f32::from(columns) * layout.column + MARGIN, layout.column)
        };
        let (four, roomy) = width(4);
        assert!(four <= ROOMS[0] + 0.1 && roomy >= ROOMY - 0.1, "{four} {roomy}");
        let (five, tight) = width(5);
        assert!(five <= ROOMS[0] + 0.1 && (TIGHT..ROOMY).contains(&tight), "{five} {tight}");
        let (six, scrolled) = width(6);
        assert!(six > ROOMS[0] && (scrolled - SCROLLED).abs() < 0.1, "{six} {scrolled}");
    }

    #[test]
    fn names_keep_a_width_that_can_be_read_whatever_the_room() {
        for room in ROOMS.into_iter().chain([0.0, 100.0, 400.0, 3000.0]) {
            for columns in [0, 1, 2, 5, 40] {
                let layout = Layout::of(room, columns);
                assert!((244.0..=304.0).contains(&layout.left), "{room} {columns}: {}", layout.left);
                assert!((TIGHT..=WIDEST).contains(&layout.column), "{room} {columns}: {}", layout.column);
            }
        }
    }
}
