//! A weight in its row: a slider, a typed number, and a lock.

use egui::accesskit::{Action, Role};
use egui::{Align2, CursorIcon, Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Line, Sheet};
use crate::board::WeightCell;
use crate::model::{Edit, Member, Share, equalised, reshare};
use crate::ui::Intent;
use crate::ui::field::{Sign, focus_ring, name_it, placed_sign_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{View, WeightEdit};
use crate::words::{parse_number, share_input};

/// Room of a weight at the right end of its row.
pub(super) const WIDTH: f32 = 112.0;
/// From the right end of a row to that of the weight within the whole side, beside the one within the dimension.
pub(super) const GLOBAL_END: f32 = TEXT + 2.0;
/// Its size of type.
pub(super) const GLOBAL_SIZE: f32 = 10.5;
const TEXT: f32 = 40.0;
const LOCK: f32 = 16.0;

/// Draws the weight of a row into the right end of `rect`.
pub(super) fn weight_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    rect: Rect,
    hot: bool,
    intents: &mut Vec<Intent>,
) {
    let Some(weight) = line.row.weight else { return };
    let is_dimension = matches!(weight.member, Member::Dimension(_));
    let track = Rect::from_min_max(
        pos2(rect.right() - WIDTH + LOCK, rect.top()),
        pos2(rect.right() - TEXT - 6.0, rect.bottom()),
    );
    let id = ui.scope_id().with(("weight", weight.member));
    if weight.movable {
        slider_ui(ui, view, sheet, line, weight, track, id, is_dimension || hot, intents);
    }
    if (hot && weight.movable) || weight.share.locked {
        lock_ui(ui, sheet, line, weight, rect, intents);
    }
    if let Some(ghost) = &line.row.ghost {
        // Where the knob really is.
        let x = track.left() + ghost.part * track.width();
        let range = egui::Rangef::new(track.center().y - 6.0, track.center().y + 6.0);
        ui.painter().vline(x, range, Stroke::new(2.0, Colors::of(ui).dimension(line.row.dimension)));
    }
    let place = Rect::from_min_max(pos2(rect.right() - TEXT, rect.top()), rect.max);
    number_ui(ui, view, sheet, line, weight, place, hot, intents);
}

/// The edit that writes a member's whole set.
fn write(sheet: &Sheet<'_>, member: Member, shares: impl FnOnce(&[Share], usize) -> Vec<Share>) -> Option<Edit> {
    let segment = sheet.comparison.segment(sheet.board.segment)?;
    let set = sheet.comparison.set_of(member)?;
    let now = sheet.comparison.shares(segment, set);
    let index = now.iter().position(|(m, _)| *m == member)?;
    let plain: Vec<Share> = now.iter().map(|(_, s)| *s).collect();
    let new = shares(&plain, index);
    let shares = now.iter().map(|(m, _)| *m).zip(new).collect();
    Some(Edit::SetWeights { comparison: sheet.comparison.id(), segment: segment.id, set, shares })
}

/// The shares of a member's set, in order.
fn plain_set(sheet: &Sheet<'_>, member: Member) -> Option<Vec<Share>> {
    let segment = sheet.comparison.segment(sheet.board.segment)?;
    let shares = sheet.comparison.shares(segment, sheet.comparison.set_of(member)?);
    Some(shares.into_iter().map(|(_, share)| share).collect())
}

fn move_to(sheet: &Sheet<'_>, member: Member, share: f64) -> Option<Edit> {
    write(sheet, member, |plain, index| reshare(plain, index, share).collect())
}

#[expect(clippy::too_many_arguments, reason = "a widget and its surroundings")]
fn slider_ui(
    ui: &Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    weight: WeightCell,
    track: Rect,
    id: egui::Id,
    shown: bool,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let share = weight.share.share;
    let response = ui.interact(track, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::slider(true, share * 100.0, &line.row.labels.weight));
    if shown || response.has_focus() || response.dragged() {
        #[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
        let reach = share as f32 * track.width();
        let bar = Rect::from_center_size(track.center(), vec2(track.width(), 4.0));
        ui.painter().rect_filled(bar, 2.0, colors.track);
        let filled = Rect::from_min_size(bar.min, vec2(reach.max(2.0), 4.0));
        ui.painter().rect_filled(filled, 2.0, colors.dimension(line.row.dimension));
        if response.hovered() || response.dragged() || response.has_focus() {
            let knob = pos2(track.left() + reach, track.center().y);
            ui.painter().circle(knob, 5.0, colors.surface, Stroke::new(1.5, colors.dimension(line.row.dimension)));
        }
        focus_ring(ui, track.expand2(vec2(3.0, -2.0)), &response);
    }
    let gesture = |edit: Option<Edit>, gesture| edit.map(|edit| Intent::Edit(edit, gesture));
    if response.double_clicked() {
        intents.extend(gesture(write(sheet, weight.member, |plain, _| equalised(plain).collect()), Gesture::Once));
        return;
    }
    let pointed = response.interact_pointer_pos().map(|pos| {
        let part = f64::from(((pos.x - track.left()) / track.width()).clamp(0.0, 1.0));
        // Whole per cents by hand; tenths with Shift.
        let grain = if ui.input(|i| i.modifiers.shift) { 1000.0 } else { 100.0 };
        (part * grain).round() / grain
    });
    if response.drag_started() {
        view.grid.dragged = plain_set(sheet, weight.member).map(|set| (weight.member, set));
    }
    let from_start = |view: &View, part: f64| {
        let (_, start) = view.grid.dragged.as_ref().filter(|(member, _)| *member == weight.member)?;
        write(sheet, weight.member, |_, index| reshare(start, index, part).collect())
    };
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    let over = response.dragged() || response.drag_stopped();
    if over && ui.input(|i| i.key_pressed(Key::Escape)) {
        intents.extend(gesture(from_start(view, share), Gesture::Dropped));
        view.grid.dragged = None;
        ui.ctx().stop_dragging();
    } else if let (true, Some(part)) = (response.dragged(), pointed) {
        // A pointer that rests asks for nothing new.
        if response.drag_started() || response.drag_delta() != egui::Vec2::ZERO {
            intents.extend(gesture(from_start(view, part), Gesture::Ongoing));
        }
    } else if response.drag_stopped() {
        intents.extend(gesture(from_start(view, share), Gesture::Ended));
        view.grid.dragged = None;
    }
    if let Some(steps) = steps(ui, &response) {
        let moved = (share * 100.0 + steps).round() / 100.0;
        intents.extend(gesture(move_to(sheet, weight.member, moved), Gesture::Once));
    }
    response.on_hover_ui(|ui| {
        ui.label(sheet.words.t("weight-tip"));
        if let Some(ghost) = &line.row.ghost {
            ui.label(&ghost.text);
        }
    });
}

/// Ends a drag whose row has left the screen, so that the slider saw no end of it.
pub(super) fn end_lost_drag(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    if view.grid.dragged.is_none() || ui.input(|i| i.pointer.any_down() || i.pointer.any_released()) {
        return;
    }
    if let Some((member, start)) = view.grid.dragged.take() {
        // What is kept is what was shown last; the edit only says which set it was.
        intents.extend(write(sheet, member, |_, _| start).map(|edit| Intent::Edit(edit, Gesture::Ended)));
    }
}

/// Whole steps by which arrow keys and screen readers move a slider.
#[expect(clippy::cast_precision_loss, reason = "a few key presses")]
pub(super) fn steps(ui: &Ui, response: &egui::Response) -> Option<f64> {
    let mut steps = ui.input(|i| {
        i.num_accesskit_action_requests(response.id, Action::Increment) as f64
            - i.num_accesskit_action_requests(response.id, Action::Decrement) as f64
    });
    if response.has_focus() {
        let arrows = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
        ui.input_mut(|i| {
            for (key, by) in [(Key::ArrowRight, 1.0), (Key::ArrowLeft, -1.0)] {
                steps += by * i.count_and_consume_key(egui::Modifiers::NONE, key) as f64;
            }
        });
    }
    (steps != 0.0).then_some(steps)
}

fn lock_ui(ui: &mut Ui, sheet: &Sheet<'_>, line: &Line<'_>, weight: WeightCell, rect: Rect, intents: &mut Vec<Intent>) {
    let place = Rect::from_min_size(pos2(rect.right() - WIDTH - 2.0, rect.center().y - 9.0), vec2(LOCK, 18.0));
    let locked = weight.share.locked;
    let sign = if locked { Sign::Lock } else { Sign::Unlock };
    let label = &line.row.labels.lock[usize::from(locked)];
    let id = ui.scope_id().with(("lock", weight.member));
    if placed_sign_ui(ui, place, id, sign, label).clicked() {
        let edit = write(sheet, weight.member, |plain, index| {
            let mut new = plain.to_vec();
            new[index].locked = !locked;
            new
        });
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
    }
}

/// The weight as a number: click it and type.
#[expect(clippy::too_many_arguments, reason = "a widget and its surroundings")]
fn number_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    weight: WeightCell,
    rect: Rect,
    hot: bool,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let label = &line.row.labels.typed;
    if view.grid.weight.as_ref().is_some_and(|typing| typing.member == weight.member) {
        typing_ui(ui, view, sheet, weight, rect, label, intents);
        return;
    }
    let sense = if weight.movable { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("share", weight.member)), sense);
    let color = if matches!(weight.member, Member::Dimension(_)) { colors.text } else { colors.weak };
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &line.row.weight_text, theme::regular(12.0), color);
    if !(hot && weight.movable) {
        // Where the slider is shown there is no room for it: it is in the tooltip then.
        let beside = pos2(rect.right() - GLOBAL_END, rect.center().y);
        ui.painter().text(
            beside,
            Align2::RIGHT_CENTER,
            &line.row.global_text,
            theme::regular(GLOBAL_SIZE),
            colors.faint,
        );
    }
    if line.row.is_weighed {
        // A quiet mark: these weights come from a method.
        ui.painter().circle_filled(pos2(rect.right() + 6.0, rect.center().y), 2.0, colors.accent);
    }
    let response = if line.row.weight_tip.is_empty() { response } else { response.on_hover_text(&line.row.weight_tip) };
    if weight.movable {
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
        super::cards::underline(ui, rect.shrink2(vec2(0.0, 4.0)), &response);
        if response.clicked() {
            let shown = share_input(weight.share.share);
            view.grid.weight = Some(WeightEdit { member: weight.member, text: shown.clone(), shown, fresh: true });
        }
        response.on_hover_ui(|ui| {
            ui.label(sheet.words.t("weight-typed-tip"));
            if let Some(ghost) = &line.row.ghost {
                ui.label(&ghost.text);
            }
        });
    }
}

fn typing_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    weight: WeightCell,
    rect: Rect,
    label: &str,
    intents: &mut Vec<Intent>,
) {
    let Some(typing) = &mut view.grid.weight else { return };
    let edit = egui::TextEdit::singleline(&mut typing.text).align(egui::Align2::RIGHT_CENTER).margin(vec2(3.0, 2.0));
    let response = ui.put(rect.expand2(vec2(6.0, -1.0)), edit.font(theme::regular(12.0)));
    name_it(ui, &response, label);
    if std::mem::take(&mut typing.fresh) {
        response.request_focus();
        super::entry::select_all(ui, response.id, &typing.text);
    }
    crate::ui::typing::note_untouched(ui, &response, typing.text == typing.shown);
    if !response.lost_focus() {
        return;
    }
    let given_up = ui.input(|i| i.key_pressed(Key::Escape));
    let (typed, shown) = (typing.text.clone(), typing.shown.clone());
    view.grid.weight = None;
    if given_up || typed == shown {
        return;
    }
    match parse_number(&typed) {
        Ok(percent) if (0.0..=100.0).contains(&percent) => {
            let edit = move_to(sheet, weight.member, percent / 100.0);
            intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
        }
        _ => intents.push(Intent::Say(sheet.words.with("weight-refused", &[("text", &typed)]))),
    }
}
