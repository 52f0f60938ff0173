//! Typing into a cell, and choosing from a list.

use egui::{Key, Modifiers, Rect, Ui, pos2, vec2};

use super::cells::{choice_sign, is_choice};
use super::keys::{Step, step};
use super::{Sheet, Zones};
use crate::board::RowKind;
use crate::model::{Category, Edit, Level, Scale};
use crate::ui::Intent;
use crate::ui::field::{error_below_ui, name_it, select};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{CellEdit, Spot, View};

/// Begins to edit the cell under the cursor; `typed` replaces what stands there.
pub(super) fn begin(view: &mut View, sheet: &Sheet<'_>, typed: Option<&str>) {
    let Some(spot) = view.grid.cursor else { return };
    let Some(criterion) = sheet.comparison.criterion(spot.criterion) else { return };
    let level = sheet.level(spot);
    let currency = sheet.comparison.header.currency;
    let now = level.map(|l| sheet.words.level_input(&criterion.scale, currency, l)).unwrap_or_default();
    let choice = chosen(&criterion.scale, level, typed, sheet);
    view.grid.editing = Some(CellEdit {
        text: typed.map_or(now, str::to_owned),
        error: None,
        fresh: true,
        typed: typed.is_some(),
        choice,
    });
    view.grid.reveal = true;
}

/// The choice to start from: the one that begins with what was typed, else today's.
fn chosen(scale: &Scale, level: Option<Level>, typed: Option<&str>, sheet: &Sheet<'_>) -> usize {
    let Scale::Category { levels, .. } = scale else { return 0 };
    let begins = |prefix: &str| {
        let prefix = prefix.to_lowercase();
        levels.iter().position(|c| c.name.get(sheet.words.lang()).to_lowercase().starts_with(&prefix))
    };
    let today = levels.iter().position(|c| Some(Level::Category(c.id)) == level);
    typed.and_then(begins).or(today).unwrap_or(0)
}

/// Draws the input over the cell that is being edited.
pub(super) fn entry_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, zones: &Zones, intents: &mut Vec<Intent>) {
    let (Some(spot), Some(_)) = (view.grid.cursor, &view.grid.editing) else { return };
    if view.dialog.is_some() && is_choice(sheet, spot.criterion) {
        // Keys belong to the dialog in front.
        view.grid.editing = None;
        return;
    }
    let line = sheet.lines.iter().find(|l| l.row.kind == RowKind::Criterion(spot.criterion));
    let column = sheet.column_of(spot.offer);
    let (Some(line), Some(column)) = (line, column) else {
        view.grid.editing = None;
        return;
    };
    let rect = zones.cell(line, column);
    let offer = sheet.comparison.name_of(spot.offer).unwrap_or_default();
    let named = [("criterion", line.row.name.as_str()), ("offer", offer.get(sheet.words.lang()))];
    let label = sheet.words.with("cell-input", &named);
    if is_choice(sheet, spot.criterion) {
        choice_ui(ui, view, sheet, spot, rect, &label, intents);
    } else {
        typing_ui(ui, view, sheet, spot, rect, &label, intents);
    }
}

/// What ends an input: where to go from the cell, or giving up.
enum Ending {
    Take(Step),
    GiveUp,
}

fn ending(ui: &Ui, arrows: bool) -> Option<Ending> {
    ui.input_mut(|i| {
        let mut pressed = |modifiers, key| i.consume_key(modifiers, key);
        let ending = if pressed(Modifiers::NONE, Key::Escape) {
            Ending::GiveUp
        } else if pressed(Modifiers::SHIFT, Key::Tab) {
            Ending::Take(Step::Previous)
        } else if pressed(Modifiers::NONE, Key::Tab) {
            Ending::Take(Step::Next)
        } else if pressed(Modifiers::SHIFT, Key::Enter) {
            Ending::Take(Step::Up)
        } else if pressed(Modifiers::NONE, Key::Enter) {
            Ending::Take(Step::Down)
        } else if arrows && pressed(Modifiers::NONE, Key::ArrowUp) {
            Ending::Take(Step::Up)
        } else if arrows && pressed(Modifiers::NONE, Key::ArrowDown) {
            Ending::Take(Step::Down)
        } else {
            return None;
        };
        Some(ending)
    })
}

fn typing_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    spot: Spot,
    rect: Rect,
    label: &str,
    intents: &mut Vec<Intent>,
) {
    let composing = ui.input(|i| i.events.iter().any(|e| matches!(e, egui::Event::Ime(_))));
    let ended = if composing { None } else { ending(ui, true) };
    let Some(edit) = &mut view.grid.editing else { return };
    let colors = Colors::of(ui);
    let stroke = egui::Stroke::new(1.5, if edit.error.is_some() { colors.bad } else { colors.accent });
    ui.painter().rect(rect, 4.0, colors.surface, stroke, egui::StrokeKind::Outside);
    let input = egui::TextEdit::singleline(&mut edit.text)
        .id(egui::Id::unique(("level-input", spot)))
        .frame(egui::Frame::NONE)
        .align(egui::Align2::RIGHT_CENTER)
        .lock_focus(true)
        .char_limit(200)
        .margin(egui::Margin::ZERO);
    let response = ui.put(rect.shrink2(vec2(8.0, 1.0)), input);
    name_it(ui, &response, label);
    if std::mem::take(&mut edit.fresh) {
        response.request_focus();
        if edit.typed {
            cursor_at_end(ui, response.id, &edit.text);
        } else {
            select_all(ui, response.id, &edit.text);
        }
    }
    if response.changed() {
        edit.error = None;
    }
    if let Some(error) = &edit.error {
        error_below_ui(ui, egui::Id::unique("level-error"), rect, error);
    }
    match ended {
        Some(Ending::GiveUp) => give_up(ui, view),
        Some(Ending::Take(to)) => take(ui, view, sheet, spot, Some(to), intents),
        None if response.lost_focus() => take(ui, view, sheet, spot, None, intents),
        None => {}
    }
}

fn give_up(ui: &Ui, view: &mut View) {
    view.grid.editing = None;
    super::keys::focus(ui.ctx());
}

/// Takes what was typed before another cell is selected; false where it has to stay because it is no level.
pub(super) fn leave(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) -> bool {
    let (Some(spot), Some(_)) = (view.grid.cursor, &view.grid.editing) else { return true };
    if is_choice(sheet, spot.criterion) {
        view.grid.editing = None;
    } else {
        take(ui, view, sheet, spot, None, intents);
    }
    view.grid.editing.is_none()
}

/// Takes what was typed; what is no level stays in the cell with the reason below it.
fn take(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, spot: Spot, to: Option<Step>, intents: &mut Vec<Intent>) {
    let (Some(edit), Some(criterion)) = (&mut view.grid.editing, sheet.comparison.criterion(spot.criterion)) else {
        return;
    };
    match sheet.words.parse_level(&criterion.scale, sheet.comparison.header.currency, &edit.text) {
        Ok(level) => {
            set_level(sheet, spot, level, intents);
            view.grid.editing = None;
            if let Some(to) = to {
                super::keys::focus(ui.ctx());
                step(view, sheet, to, false);
            }
        }
        Err(error) => {
            edit.error = Some(error);
            // Back into the input, unless the user went on to something else.
            edit.fresh = to.is_some();
        }
    }
}

fn set_level(sheet: &Sheet<'_>, spot: Spot, level: Option<Level>, intents: &mut Vec<Intent>) {
    let cells = vec![(spot.offer, spot.criterion, level)];
    let edit = Edit::SetLevels { comparison: sheet.comparison.id(), cells };
    intents.push(Intent::Edit(edit, Gesture::Once));
}

fn choice_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    spot: Spot,
    rect: Rect,
    label: &str,
    intents: &mut Vec<Intent>,
) {
    let Some(Scale::Category { levels, .. }) = sheet.comparison.criterion(spot.criterion).map(|c| &c.scale) else {
        return;
    };
    choice_sign(ui, rect);
    let Some(edit) = &mut view.grid.editing else { return };
    let fresh = std::mem::take(&mut edit.fresh);
    let before = edit.choice;
    edit.choice = choice_keys(ui, levels, edit.choice.min(levels.len() - 1), !fresh, sheet);
    let (choice, moved) = (edit.choice, fresh || edit.choice != before);
    let mut picked = match ending(ui, false) {
        Some(Ending::GiveUp) => {
            give_up(ui, view);
            return;
        }
        Some(Ending::Take(to)) => Some((Picked::Level(choice), to)),
        None => None,
    };
    let area = egui::Area::new(egui::Id::unique("level-choice"))
        .order(egui::Order::Foreground)
        .fixed_pos(pos2(rect.left(), rect.bottom() + 2.0))
        .constrain(true)
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width((rect.width() - 12.0).max(170.0));
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(egui::RichText::new(label).size(theme::SMALL).color(Colors::of(ui).faint));
                let clicked = choice_list_ui(ui, sheet, levels, choice, moved);
                picked = clicked.map(|what| (what, Step::Stay)).or(picked);
            });
        });
    if let Some((what, to)) = picked {
        let level = match what {
            Picked::Level(i) => Some(Level::Category(levels[i].id)),
            Picked::NoLevel => None,
        };
        set_level(sheet, spot, level, intents);
        give_up(ui, view);
        step(view, sheet, to, false);
    } else if !fresh && area.response.clicked_elsewhere() {
        view.grid.editing = None;
    }
}

/// The choice after arrows, and after letters that a name begins with.
fn choice_keys(ui: &Ui, levels: &[Category], choice: usize, typing: bool, sheet: &Sheet<'_>) -> usize {
    let count = levels.len();
    let (down, up, typed) = ui.input_mut(|i| {
        let typed = i.events.iter().rev().find_map(|event| match event {
            egui::Event::Text(text) => Some(text.to_lowercase()),
            _ => None,
        });
        let down = i.consume_key(Modifiers::NONE, Key::ArrowDown);
        (down, i.consume_key(Modifiers::NONE, Key::ArrowUp), typed)
    });
    let name = |i: usize| levels[i].name.get(sheet.words.lang()).to_lowercase();
    let begins = |typed: String| (1..=count).map(|k| (choice + k) % count).find(|&i| name(i).starts_with(&typed));
    match (down, up) {
        (true, _) => (choice + 1).min(count - 1),
        (_, true) => choice.saturating_sub(1),
        _ => typed.filter(|_| typing).and_then(begins).unwrap_or(choice),
    }
}

/// What was clicked in a list of named levels.
#[derive(Clone, Copy)]
enum Picked {
    Level(usize),
    NoLevel,
}

/// The named levels with their points.
fn choice_list_ui(ui: &mut Ui, sheet: &Sheet<'_>, levels: &[Category], choice: usize, reveal: bool) -> Option<Picked> {
    let mut picked = None;
    egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        for (i, level) in levels.iter().enumerate() {
            let points = crate::words::number(level.points);
            let name = level.name.get(sheet.words.lang());
            let text = sheet.words.with("choice", &[("name", name), ("points", &points)]);
            let width = ui.available_width();
            let item = ui.add(egui::Button::selectable(i == choice, text).min_size(vec2(width, 24.0)));
            if i == choice && reveal {
                item.scroll_to_me(None);
            }
            if item.clicked() {
                picked = Some(Picked::Level(i));
            }
        }
    });
    ui.separator();
    if ui.selectable_label(false, sheet.words.t("choice-none")).clicked() {
        picked = Some(Picked::NoLevel);
    }
    picked
}

/// Selects the whole text of an input, so that typing replaces it.
pub(super) fn select_all(ui: &Ui, id: egui::Id, text: &str) {
    select(ui, id, 0, text.chars().count());
}

fn cursor_at_end(ui: &Ui, id: egui::Id, text: &str) {
    let end = text.chars().count();
    select(ui, id, end, end);
}
