//! The cells: levels, subtotals and their quiet bars.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::cards::{cut_galley, number_ui, underline};
use super::criteria::side_line;
use super::{Line, Sheet, Zones, break_even, editable, entry, scrub, selection};
use crate::board::{Cell, RowKind};
use crate::model::{Account, CriterionId, Edit, Leaf, OfferId, Scale};
use crate::ui::Intent;
use crate::ui::dialogs::NoteForm;
use crate::ui::field::{Sign, context_menu_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{CellMenu, Dialog, Spot, View};
use crate::value::Question;
use crate::words::Words;

pub(super) fn cells_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, zones: &Zones, intents: &mut Vec<Intent>) {
    let columns = zones.columns(sheet.columns());
    lines_behind(ui, sheet, zones);
    let rows = editable(sheet.lines);
    let selected = selection(view, sheet, &rows);
    let is_selected = |criterion: CriterionId, column: usize| {
        selected.as_ref().is_some_and(|s| {
            let row = rows.iter().position(|id| *id == criterion);
            s.columns.contains(&column) && row.is_some_and(|row| s.rows.contains(&row))
        })
    };
    for index in columns {
        let Some(column) = sheet.column(index) else { continue };
        ui.push_id(("column", column.id.0), |ui| {
            for line in sheet.lines {
                let rect = zones.cell(line, index);
                if !ui.is_rect_visible(rect) {
                    continue;
                }
                let cell = &column.cells[line.index];
                match line.row.kind {
                    RowKind::Side(_) => {}
                    RowKind::Dimension(dimension) => {
                        let asked = (column.id, Question::Dimension(dimension));
                        subtotal_ui(ui, view, line, rect, cell, asked);
                    }
                    RowKind::Ownership => {
                        if let Some(leaf) = line.row.leaf {
                            subtotal_ui(ui, view, line, rect, cell, (column.id, Question::Leaf(leaf)));
                        }
                    }
                    RowKind::Criterion(criterion) => {
                        let spot = Spot { criterion, offer: column.id };
                        let drawn = LevelCell { spot, rect, cell, line, column: index };
                        level_ui(ui, view, sheet, &drawn, is_selected(criterion, index), intents);
                    }
                }
            }
        });
    }
    entry::entry_ui(ui, view, sheet, zones, intents);
}

/// Hairlines that go on from the criteria column.
fn lines_behind(ui: &Ui, sheet: &Sheet<'_>, zones: &Zones) {
    let colors = Colors::of(ui);
    #[expect(clippy::cast_precision_loss, reason = "a number of columns")]
    let width = sheet.columns() as f32 * zones.layout.column - super::GAP;
    let left = zones.column_x(0);
    let range = egui::Rangef::new(left - 12.0, left + width);
    for line in sheet.lines {
        let y = zones.line_y(line);
        match line.row.kind {
            RowKind::Side(_) => side_line(ui, range, y + line.height, line.row.dimension),
            RowKind::Dimension(_) if !line.first => {
                ui.painter().hline(range, y, Stroke::new(1.0, colors.line));
            }
            _ => {}
        }
    }
}

fn subtotal_ui(ui: &mut Ui, view: &mut View, line: &Line<'_>, rect: Rect, cell: &Cell, asked: (OfferId, Question)) {
    if cell.text.is_empty() {
        return;
    }
    let colors = Colors::of(ui);
    if let Some(bar) = cell.bar {
        bar_ui(ui, line, rect, bar);
    }
    ghost_ui(ui, line, rect, cell);
    let galley = ui.painter().layout_no_wrap(cell.text.clone(), theme::bold(12.0), colors.weak);
    let at = pos2(rect.right() - 8.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
    let number = Rect::from_min_size(at, galley.size());
    let response = number_ui(ui, view, number, asked, &cell.label);
    ui.painter().galley(at, galley, colors.weak);
    underline(ui, number, &response);
    if cell.outside {
        outside_mark(ui, rect);
    }
    response.on_hover_ui(|ui| {
        ui.label(&cell.tip);
    });
}

fn bar_ui(ui: &Ui, line: &Line<'_>, rect: Rect, bar: f32) {
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * bar, rect.height()));
    let color = Colors::of(ui).dimension_soft(line.row.dimension);
    ui.painter().rect_filled(filled, 4.0, color);
}

/// Where the real bar ends, below the figures; at the edge where there is none.
fn ghost_ui(ui: &Ui, line: &Line<'_>, rect: Rect, cell: &Cell) {
    let Some(ghost) = &cell.ghost else { return };
    let x = rect.left() + 1.0 + (rect.width() - 2.0) * ghost.bar.unwrap_or(0.0);
    let color = Colors::of(ui).dimension(line.row.dimension);
    let foot = egui::Rangef::new(rect.bottom() - 6.0, rect.bottom() - 1.0);
    ui.painter().vline(x, foot, Stroke::new(2.0, color));
}

/// A little flag: the level lies outside the anchors.
fn outside_mark(ui: &Ui, rect: Rect) {
    let corner = rect.right_top();
    let color = Colors::of(ui).warn;
    let points = vec![corner, corner - vec2(8.0, 0.0), corner + vec2(0.0, 8.0)];
    ui.painter().add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
}

struct LevelCell<'a> {
    spot: Spot,
    rect: Rect,
    cell: &'a Cell,
    line: &'a Line<'a>,
    column: usize,
}

fn level_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    drawn: &LevelCell<'_>,
    selected: bool,
    intents: &mut Vec<Intent>,
) {
    let LevelCell { spot, rect, cell, line, column } = *drawn;
    let colors = Colors::of(ui);
    let words = sheet.words;
    let id = ui.scope_id().with(("cell", spot.criterion.0));
    let held = scrub::level_at(sheet, spot);
    let icon = if held.is_some() { CursorIcon::ResizeHorizontal } else { CursorIcon::Cell };
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG).on_hover_cursor(icon);
    let answer = || sheet.board.break_evens(sheet.comparison, sheet.words, column).get(line.index);
    // Made for the whole column once, and only in the mode that shows it.
    let shown = if view.break_even { answer() } else { None };
    let label = shown.map_or(&cell.label, |shown| &shown.label);
    response.widget_info(|| WidgetInfo::selected(Role::Cell, true, selected, label));

    let is_cursor = view.grid.cursor == Some(spot);
    let ground = if spot.offer == OfferId::EXPECTED { colors.canvas } else { colors.surface };
    let fill = if selected && !is_cursor { colors.accent_soft } else { ground };
    ui.painter().rect_filled(rect, 4.0, fill);
    if let Some(bar) = cell.bar {
        bar_ui(ui, line, rect, bar);
    }
    ghost_ui(ui, line, rect, cell);
    match shown {
        Some(shown) => {
            let is_name = is_choice(sheet, spot.criterion);
            break_even::text_ui(ui, rect, cell, shown, is_name, words);
        }
        None => text_ui(ui, rect, cell, words),
    }
    if shown.map_or(cell.outside, |shown| shown.outside) {
        outside_mark(ui, rect);
    }
    if cell.used {
        ui.painter().circle_stroke(rect.left_bottom() + vec2(5.0, -5.0), 2.0, Stroke::new(1.0, colors.accent));
    }
    if cell.noted {
        ui.painter().circle_filled(rect.left_top() + vec2(5.0, 5.0), 2.0, colors.accent);
    }
    if is_cursor {
        let color = if view.grid.focused { colors.accent } else { colors.faint };
        ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.5, color), StrokeKind::Outside);
    }
    let scored = line.row.leaf.filter(|_| !cell.points.is_empty() && shown.is_none());
    let editing = is_cursor && view.grid.editing.is_some();
    let in_hand = (response.hovered() || is_cursor) && !editing;
    match scored {
        Some(leaf) if in_hand => points_ui(ui, view, sheet, drawn, leaf),
        // Amounts are what a money account is about: they stand there without being asked for.
        Some(Leaf::Criterion(_)) if !editing && sheet.comparison.header.account == Account::Money => {
            if let Some((at, galley)) = points_galley(ui, drawn) {
                ui.painter().galley(at, galley, colors.faint);
            }
        }
        _ => {}
    }
    pointer(ui, view, sheet, spot, &response, intents);
    if let Some(level) = held {
        scrub::drag_level(ui, view, sheet, (spot, level), &response, intents);
    }
    let open_menu = is_cursor && view.grid.menu == CellMenu::Wanted;
    if open_menu {
        view.grid.menu = CellMenu::Open;
    }
    context_menu_ui(&response, open_menu, |ui| menu_ui(ui, view, sheet, drawn, intents));
    response.on_hover_ui(|ui| {
        for text in [Some(&cell.tip), answer().map(|answer| &answer.tip)].into_iter().flatten() {
            if !text.is_empty() {
                ui.label(text);
            }
        }
        if held.is_some() {
            ui.label(words.t("what-if-drag"));
        }
    });
}

fn text_ui(ui: &Ui, rect: Rect, cell: &Cell, words: &Words) {
    let colors = Colors::of(ui);
    let room = rect.width() - 12.0;
    let galley = if cell.missing {
        cut_galley(ui, &words.t("cell-missing"), theme::regular(12.0), colors.warn, room)
    } else {
        cut_galley(ui, &cell.text, theme::regular(theme::BODY), colors.text, room)
    };
    let at = pos2(rect.right() - 8.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colors.text);
}

/// The points of a level and their place; `None` where the level leaves no room for them.
fn points_galley(ui: &Ui, drawn: &LevelCell<'_>) -> Option<(egui::Pos2, Arc<egui::Galley>)> {
    let color = Colors::of(ui).faint;
    let galley = ui.painter().layout_no_wrap(drawn.cell.points.clone(), theme::regular(10.0), color);
    let at = pos2(drawn.rect.left() + 7.0, drawn.rect.center().y - galley.size().y / 2.0);
    let level = ui.painter().layout_no_wrap(drawn.cell.text.clone(), theme::regular(theme::BODY), Color32::BLACK);
    let fits = at.x + galley.size().x + 10.0 <= drawn.rect.right() - 8.0 - level.size().x;
    fits.then_some((at, galley))
}

/// The points of a level, which open its working.
fn points_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, drawn: &LevelCell<'_>, leaf: Leaf) {
    let colors = Colors::of(ui);
    let Some((at, galley)) = points_galley(ui, drawn) else { return };
    let place = Rect::from_min_size(at, galley.size());
    let asked = (drawn.spot.offer, Question::Leaf(leaf));
    let response = number_ui(ui, view, place.expand(2.0), asked, &drawn.cell.points_label);
    let color = if response.hovered() { colors.accent } else { colors.faint };
    ui.painter().galley_with_override_text_color(at, galley, color);
    response.on_hover_ui(|ui| {
        ui.label(sheet.words.t("click-for-working"));
    });
}

/// Clicks select, a second click edits, a drag selects a rectangle where it tries out no level.
fn pointer(
    ui: &Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    spot: Spot,
    response: &egui::Response,
    intents: &mut Vec<Intent>,
) {
    let extend = ui.input(|i| i.modifiers.shift);
    let pressed = response.is_pointer_button_down_on() && ui.input(|i| i.pointer.primary_pressed());
    let busy = view.grid.editing.as_ref().is_some_and(|e| e.error.is_some());
    if busy {
        return;
    }
    if pressed && view.grid.cursor != Some(spot) && !entry::leave(ui, view, sheet, intents) {
        return;
    }
    let was_cursor = view.grid.cursor == Some(spot) && (view.grid.focused || view.grid.was_focused);
    if pressed {
        view.grid.cursor = Some(spot);
        if !extend {
            view.grid.anchor = Some(spot);
        }
        view.grid.focused = true;
        ui.data_mut(|d| d.insert_temp(egui::Id::unique("pressed-on-cursor"), was_cursor));
    }
    if pressed || response.clicked() || response.drag_stopped() {
        // A release elsewhere than on the thing that has the keyboard takes it away: ask for it again.
        super::keys::focus(ui.ctx());
    }
    let again: bool = ui.data(|d| d.get_temp(egui::Id::unique("pressed-on-cursor"))).unwrap_or(false);
    if response.double_clicked() || response.clicked() && again && !extend {
        entry::begin(view, sheet, None);
    }
    if response.clicked() && !pressed && view.grid.cursor != Some(spot) {
        // A click of a screen reader has no press.
        (view.grid.cursor, view.grid.anchor, view.grid.focused) = (Some(spot), Some(spot), true);
    }
    let dragging_cells =
        view.grid.anchor.is_some() && view.grid.focused && ui.input(|i| i.pointer.is_decidedly_dragging());
    if dragging_cells
        && ui.input(|i| i.pointer.primary_down())
        && response.contains_pointer()
        && view.grid.dragged.is_none()
        && view.grid.scrub.is_none()
    {
        view.grid.cursor = Some(spot);
    }
}

fn menu_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, drawn: &LevelCell<'_>, intents: &mut Vec<Intent>) {
    let words = sheet.words;
    let spot = drawn.spot;
    let comparison = sheet.comparison.id();
    if ui.button(words.t("menu-edit-level")).clicked() {
        (view.grid.cursor, view.grid.anchor, view.grid.focused) = (Some(spot), Some(spot), true);
        entry::begin(view, sheet, None);
    }
    if let Some(leaf) = drawn.line.row.leaf
        && ui.button(words.t("menu-show-working")).clicked()
    {
        view.working = Some((spot.offer, Question::Leaf(leaf)));
    }
    if spot.offer != OfferId::EXPECTED && ui.button(words.t("menu-level-note")).clicked() {
        let form = NoteForm::of(sheet.comparison, spot.offer, spot.criterion);
        intents.push(Intent::Open(Box::new(Dialog::Note(form))));
    }
    ui.separator();
    let has_level = sheet.level(spot).is_some();
    if ui.add_enabled(has_level, egui::Button::new(words.t("menu-clear-level"))).clicked() {
        let edit = Edit::SetLevels { comparison, cells: vec![(spot.offer, spot.criterion, None)] };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
}

/// True where levels are chosen from a list.
pub(super) fn is_choice(sheet: &Sheet<'_>, criterion: CriterionId) -> bool {
    sheet.comparison.criterion(criterion).is_some_and(|c| matches!(c.scale, Scale::Category { .. }))
}

/// The sign of a list in a cell that is being chosen.
pub(super) fn choice_sign(ui: &Ui, rect: Rect) {
    Sign::Down.paint(ui, pos2(rect.left() + 10.0, rect.center().y), Colors::of(ui).faint);
}
