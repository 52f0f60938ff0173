//! The keyboard of the matrix: it moves, edits, copies and pastes like a spreadsheet.

use egui::accesskit::Role;
use egui::{Event, EventFilter, Id, Key, Modifiers, Sense, Ui, WidgetInfo};

use super::{Sheet, editable, entry, selection};
use crate::model::Edit;
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::view::{CellMenu, Spot, View};
use crate::value::Question;

/// The one thing of the matrix that can have the keyboard.
fn grid_id() -> Id {
    Id::unique("matrix-keyboard")
}

/// Gives the keyboard to the matrix.
pub fn focus(ctx: &egui::Context) {
    ctx.memory_mut(|m| m.request_focus(grid_id()));
}

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Stay,
    Up,
    Down,
    Left,
    Right,
    /// To the right, and on to the next row.
    Next,
    /// To the left, and back to the row before.
    Previous,
    First,
    Last,
    Top,
    Bottom,
}

pub(super) fn keys_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let id = grid_id();
    let response = ui.interact(ui.max_rect(), id, Sense::focusable_noninteractive());
    let focused = response.has_focus();
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, sheet.words.t("matrix-name")));
    if focused && !view.grid.focused && view.grid.cursor.is_none() {
        view.grid.cursor = first_spot(sheet);
        view.grid.anchor = view.grid.cursor;
        view.grid.reveal = true;
    }
    view.grid.was_focused = view.grid.focused;
    view.grid.focused = focused || view.grid.editing.is_some();
    if view.grid.menu == CellMenu::Open && !egui::Popup::is_any_open(ui.ctx()) {
        view.grid.menu = CellMenu::Closed;
        focus(ui.ctx());
    }
    if !focused || view.grid.editing.is_some() || view.dialog.is_some() {
        return;
    }
    // Escape leaves the matrix, but not while it closes the working that is shown.
    let escape = view.working.is_some();
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape };
    ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
    if let Some((to, extend)) = moved(ui) {
        step(view, sheet, to, extend);
    }
    clipboard(ui, view, sheet, intents);
    commands(ui, view, sheet, intents);
}

fn first_spot(sheet: &Sheet<'_>) -> Option<Spot> {
    Some(Spot { criterion: *editable(sheet.lines).first()?, offer: sheet.place(0)? })
}

fn moved(ui: &Ui) -> Option<(Step, bool)> {
    const MOVES: [(Key, Step); 8] = [
        (Key::ArrowUp, Step::Up),
        (Key::ArrowDown, Step::Down),
        (Key::ArrowLeft, Step::Left),
        (Key::ArrowRight, Step::Right),
        (Key::Home, Step::First),
        (Key::End, Step::Last),
        (Key::PageUp, Step::Top),
        (Key::PageDown, Step::Bottom),
    ];
    ui.input_mut(|i| {
        for (key, step) in MOVES {
            if i.consume_key(Modifiers::SHIFT, key) {
                return Some((step, true));
            }
            if i.consume_key(Modifiers::NONE, key) {
                return Some((step, false));
            }
        }
        if i.consume_key(Modifiers::SHIFT, Key::Tab) {
            return Some((Step::Previous, false));
        }
        i.consume_key(Modifiers::NONE, Key::Tab).then_some((Step::Next, false))
    })
}

/// Moves the cursor; with `extend` the rectangle grows instead.
pub(super) fn step(view: &mut View, sheet: &Sheet<'_>, to: Step, extend: bool) {
    let rows = editable(sheet.lines);
    let (Some(last_row), Some(last_column)) = (rows.len().checked_sub(1), sheet.columns().checked_sub(1)) else {
        return;
    };
    let place = view.grid.cursor.and_then(|spot| {
        let row = rows.iter().position(|id| *id == spot.criterion)?;
        Some((row, sheet.column_of(spot.offer)?))
    });
    let (row, column) = match (place, to) {
        (None, _) => (0, 0),
        (Some((r, c)), Step::Stay) => (r, c),
        (Some((r, c)), Step::Up) => (r.saturating_sub(1), c),
        (Some((r, c)), Step::Down) => ((r + 1).min(last_row), c),
        (Some((r, c)), Step::Left) => (r, c.saturating_sub(1)),
        (Some((r, c)), Step::Right) => (r, (c + 1).min(last_column)),
        (Some((r, c)), Step::Next) if c < last_column => (r, c + 1),
        (Some((r, _)), Step::Next) => {
            if r < last_row {
                (r + 1, 0)
            } else {
                (0, 0)
            }
        }
        (Some((r, c)), Step::Previous) if c > 0 => (r, c - 1),
        (Some((r, _)), Step::Previous) => {
            if r > 0 {
                (r - 1, last_column)
            } else {
                (last_row, last_column)
            }
        }
        (Some((r, _)), Step::First) => (r, 0),
        (Some((r, _)), Step::Last) => (r, last_column),
        (Some((_, c)), Step::Top) => (0, c),
        (Some((_, c)), Step::Bottom) => (last_row, c),
    };
    let Some(offer) = sheet.place(column) else { return };
    let spot = Spot { criterion: rows[row], offer };
    view.grid.cursor = Some(spot);
    if !extend {
        view.grid.anchor = Some(spot);
    }
    view.grid.reveal = true;
}

/// Selected levels as rows of text, and as cells.
fn selected(view: &View, sheet: &Sheet<'_>) -> Vec<Vec<Spot>> {
    let rows = editable(sheet.lines);
    let Some(selection) = selection(view, sheet, &rows) else { return Vec::new() };
    let spot = |row: usize, column| Some(Spot { criterion: *rows.get(row)?, offer: sheet.place(column)? });
    selection.rows.map(|row| selection.columns.clone().filter_map(|column| spot(row, column)).collect()).collect()
}

fn clipboard(ui: &Ui, view: &View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let (mut copy, mut cut, mut paste) = (false, false, None);
    ui.input_mut(|i| {
        i.events.retain(|event| match event {
            Event::Copy => {
                copy = true;
                false
            }
            Event::Cut => {
                cut = true;
                false
            }
            Event::Paste(text) => {
                paste = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    if copy || cut {
        intents.push(Intent::CopyTable(texts(view, sheet)));
    }
    if cut {
        clear(view, sheet, intents);
    }
    if let Some(text) = paste {
        let rows = editable(sheet.lines);
        if let Some(selection) = selection(view, sheet, &rows) {
            let criteria = rows[*selection.rows.start()..].to_vec();
            let offers = (*selection.columns.start()..sheet.columns()).filter_map(|c| sheet.place(c)).collect();
            let extent = [selection.rows.count(), selection.columns.count()];
            intents.push(Intent::PasteLevels { text, criteria, offers, extent });
        }
    }
}

/// The selected levels as exactly as they are stored, so that a copy pasted back changes nothing.
fn texts(view: &View, sheet: &Sheet<'_>) -> Vec<Vec<String>> {
    let text = |spot: &Spot| {
        let criterion = sheet.comparison.criterion(spot.criterion)?;
        let level = sheet.level(*spot)?;
        Some(sheet.words.level_input(&criterion.scale, sheet.comparison.header.currency, level))
    };
    let row = |spots: &Vec<Spot>| spots.iter().map(|spot| text(spot).unwrap_or_default()).collect();
    selected(view, sheet).iter().map(row).collect()
}

fn clear(view: &View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let cells = selected(view, sheet).into_iter().flatten().map(|s| (s.offer, s.criterion, None)).collect();
    intents.push(Intent::Edit(Edit::SetLevels { comparison: sheet.comparison.id(), cells }, Gesture::Once));
}

fn commands(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let pressed = |modifiers, key| ui.input_mut(|i| i.consume_key(modifiers, key));
    if pressed(Modifiers::SHIFT, Key::F10) {
        // The menu gets the keyboard, and gives it back when it closes.
        (view.grid.menu, view.grid.reveal) = (CellMenu::Wanted, true);
        ui.memory_mut(|m| m.surrender_focus(grid_id()));
    } else if pressed(Modifiers::ALT, Key::Enter) {
        show_working(view, sheet);
    } else if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::F2) {
        entry::begin(view, sheet, None);
    } else if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
        clear(view, sheet, intents);
    } else if pressed(Modifiers::COMMAND, Key::A) {
        select_everything(view, sheet);
    }
    let mut typed = String::new();
    ui.input_mut(|i| {
        i.events.retain(|event| match event {
            Event::Text(text) => {
                typed.push_str(text);
                false
            }
            _ => true,
        });
    });
    if !typed.trim().is_empty() {
        entry::begin(view, sheet, Some(typed.trim()));
    }
}

fn show_working(view: &mut View, sheet: &Sheet<'_>) {
    let Some(spot) = view.grid.cursor else { return };
    let row = sheet.lines.iter().find(|l| l.row.kind == crate::board::RowKind::Criterion(spot.criterion));
    let question = row.and_then(|l| l.row.leaf).or_else(|| {
        let criterion = sheet.comparison.criterion(spot.criterion)?;
        Some(crate::model::leaf_of(criterion))
    });
    view.working = question.map(|leaf| (spot.offer, Question::Leaf(leaf)));
}

fn select_everything(view: &mut View, sheet: &Sheet<'_>) {
    view.grid.anchor = first_spot(sheet);
    let rows = editable(sheet.lines);
    let last = sheet.columns().checked_sub(1).and_then(|column| sheet.place(column));
    if let (Some(criterion), Some(offer)) = (rows.last(), last) {
        view.grid.cursor = Some(Spot { criterion: *criterion, offer });
    }
}
