//! Rank order: rows that are dragged into order, by pointer or by keyboard, with ties.

use egui::accesskit::Role;
use egui::{Align, CursorIcon, EventFilter, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Asking;
use super::row::{HEIGHT, cell_ui, start_ui};
use crate::board::FormRow;
use crate::model::{Answers, Item, Order, RankMethod};
use crate::ui::Intent;
use crate::ui::field::{focus_ring, name_it, segmented_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::quiet_ui;
use crate::ui::theme::{self, Colors};

const GRIP: f32 = 16.0;
const PLACE: f32 = 22.0;
const WEIGHT: f32 = 46.0;
const TIE: f32 = 30.0;
const STEP: f32 = HEIGHT + 4.0;

pub(super) fn questions_ui(ui: &mut Ui, asking: &Asking<'_>, formula: RankMethod, intents: &mut Vec<Intent>) {
    let (words, form) = (asking.open.screen.words, &asking.sheet.form);
    let (names, chosen, told) = &form.formulas;
    let places = form.order.places();
    if let Some(at) = segmented_ui(ui, &words.t("order-formula"), names, *chosen) {
        let answers = Answers::RankOrder { formula: RankMethod::ALL[at], places: places.clone() };
        asking.say(answers, Gesture::Once, intents);
    }
    quiet_ui(ui, told);
    start_ui(ui, asking, intents);
    let say = |order: &Order, intents: &mut Vec<Intent>| {
        asking.say(Answers::RankOrder { formula, places: order.places() }, Gesture::Once, intents);
    };
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
    let size = vec2(asking.open.width, form.rows.len() as f32 * STEP);
    let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
    for (at, (row, (item, _))) in form.rows.iter().zip(&places).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
        let top = whole.top() + at as f32 * STEP;
        let rect = Rect::from_min_size(pos2(whole.left(), top), vec2(whole.width(), HEIGHT));
        if let Some(order) = row_ui(ui, asking, row, *item, at, rect, whole) {
            say(&order, intents);
        }
    }
    quiet_ui(ui, &words.t("order-keys"));
}

/// Draws a row: the order that was made in it.
fn row_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    row: &FormRow,
    item: Item,
    at: usize,
    rect: Rect,
    whole: Rect,
) -> Option<Order> {
    let (words, colors, order) = (asking.open.screen.words, Colors::of(ui), &asking.sheet.form.order);
    let grip = rect.with_max_x(rect.right() - TIE - WEIGHT - 8.0);
    let id = row_id(ui, item);
    let response = ui.interact(grip, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Grab);
    let label = format!("{}: {}", row.labels[0], row.beside);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if response.hovered() || response.dragged() {
        ui.painter().rect_filled(rect, theme::RADIUS, colors.hover);
    }
    for dy in [-4.0, 0.0, 4.0] {
        for dx in [5.0, 10.0] {
            ui.painter().circle_filled(pos2(rect.left() + dx, rect.center().y + dy), 1.2, colors.faint);
        }
    }
    focus_ring(ui, grip, &response);
    if response.clicked() {
        response.request_focus();
    }
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("row", item))
            .max_rect(rect.with_min_x(rect.left() + GRIP))
            .layout(egui::Layout::left_to_right(Align::Center)),
    );
    inside.spacing_mut().item_spacing.x = 4.0;
    cell_ui(&mut inside, &row.beside, PLACE, Align::Max, colors.weak, theme::BODY);
    let room = rect.width() - GRIP - PLACE - WEIGHT - TIE - 16.0;
    cell_ui(&mut inside, &row.name, room, Align::Min, colors.text, theme::BODY);
    cell_ui(&mut inside, &row.weight, WEIGHT, Align::Max, colors.text, theme::BODY);
    let button = egui::Button::new("=").selected(row.ties).min_size(vec2(TIE - 6.0, 20.0));
    let tie = inside.add_enabled(at > 0, button);
    name_it(&inside, &tie, &row.labels[1]);
    if tie.on_hover_text(words.t("order-tie-about")).clicked() {
        return Some(order.tied(item));
    }
    keyed(ui, &response, order, item).or_else(|| dropped(ui, &response, order, item, whole))
}

fn row_id(ui: &Ui, item: Item) -> egui::Id {
    ui.scope_id().with(("place", item))
}

/// The order that a key asks for.
fn keyed(ui: &Ui, response: &egui::Response, order: &Order, item: Item) -> Option<Order> {
    if !response.has_focus() {
        return None;
    }
    // Arrows with Alt move the row, those without it the keyboard.
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|i| i.consume_key(modifiers, key));
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        return Some(order.moved(item, true));
    }
    if pressed(Modifiers::ALT, Key::ArrowDown) {
        return Some(order.moved(item, false));
    }
    for (key, step) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        let places = order.places();
        let at = places.iter().position(|(placed, _)| *placed == item);
        let to = at.and_then(|at| at.checked_add_signed(step)).and_then(|at| places.get(at));
        if pressed(Modifiers::NONE, key)
            && let Some((other, _)) = to
        {
            ui.memory_mut(|m| m.request_focus(row_id(ui, *other)));
        }
    }
    pressed(Modifiers::NONE, Key::T).then(|| order.tied(item))
}

/// The order that a drag makes; while it goes on a line shows where the row would go.
fn dropped(ui: &Ui, response: &egui::Response, order: &Order, item: Item, whole: Rect) -> Option<Order> {
    let pointer = response.interact_pointer_pos()?;
    let rows = order.places().len();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the number of rows")]
    let gap = (((pointer.y - whole.top()) / STEP).round().max(0.0) as usize).min(rows);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        #[expect(clippy::cast_precision_loss, reason = "a hundred rows")]
        let y = whole.top() + gap as f32 * STEP - 2.0;
        ui.painter().hline(whole.x_range(), y, Stroke::new(2.0, Colors::of(ui).accent));
        return None;
    }
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    let given_up = ui.input(|i| i.key_pressed(Key::Escape));
    let moved = (response.drag_stopped() && !given_up).then(|| order.put(item, gap))?;
    (moved != *order).then_some(moved)
}
