//! Saaty's scale of 17 steps between two items: by pointer, arrow keys and digits.

use egui::accesskit::Role;
use egui::{Align2, CursorIcon, Event, Key, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::board::{Pair, ratio_at};
use crate::chart::{Font, cut};
use crate::ui::Intent;
use crate::ui::field::focus_ring;
use crate::ui::intent::Gesture;
use crate::ui::pages::handle::{arrows, gesture};
use crate::ui::pages::weighing::Asking;
use crate::ui::theme::{self, Colors};

/// The ends of the scale: extremely more on either side.
const END: i32 = 8;
const HEIGHT: f32 = 64.0;
const MARGIN: f32 = 12.0;
const NAME: Font = Font { size: 12.0, bold: true };

/// Draws the scale; true where Enter asks for the next question.
pub(super) fn scale_ui(ui: &mut Ui, asking: &Asking<'_>, at: usize, pair: &Pair, intents: &mut Vec<Intent>) -> bool {
    // Not too far for the hand.
    let (rect, _) = ui.allocate_exact_size(vec2(asking.open.width.min(560.0), HEIGHT), Sense::hover());
    // The same for all questions, so that the keyboard stays.
    let id = ui.scope_id().with("pair-scale");
    let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::slider(true, pair.place.unwrap_or(0.0), &pair.question));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Slider);
        node.set_value(pair.said.as_str());
    });
    paint(ui, rect, &response, asking, pair);
    let track = rect.shrink2(vec2(MARGIN, 0.0));
    #[expect(clippy::cast_possible_truncation, reason = "−8 to 8")]
    let pointed = response.interact_pointer_pos().map(|pos| {
        let part = ((pos.x - track.left()) / track.width()).clamp(0.0, 1.0);
        (part * 16.0).round() as i32 - END
    });
    let judge = |place: i32, gesture, intents: &mut Vec<Intent>| {
        asking.judge(at, Some(ratio_at(place)), gesture, intents);
    };
    if let Some(gesture) = gesture(ui, &response) {
        let shown = pair.ratio.unwrap_or(1.0);
        let ratio = pointed.filter(|_| gesture == Gesture::Ongoing).map_or(shown, ratio_at);
        asking.judge(at, Some(ratio), gesture, intents);
    } else if let (true, Some(place)) = (response.clicked(), pointed) {
        response.request_focus();
        judge(place, Gesture::Once, intents);
    }
    if let Some([right, _]) = arrows(ui, &response) {
        judge(stepped(pair.place, right), Gesture::Once, intents);
    }
    if !response.has_focus() {
        return false;
    }
    let typed: String = ui.input(|i| {
        let texts = i.events.iter().filter_map(|e| if let Event::Text(text) = e { Some(text.as_str()) } else { None });
        texts.collect()
    });
    for sign in typed.chars() {
        // The side that matters more stays; the first where nothing was said yet.
        let is_second = pair.place.is_some_and(|place| place > 0.0);
        match (sign.to_digit(10), pair.ratio) {
            (Some(step @ 1..=9), _) => {
                let away = i32::try_from(step).unwrap_or(1) - 1;
                judge(if is_second { away } else { -away }, Gesture::Once, intents);
            }
            (_, Some(ratio)) if sign == '/' => asking.judge(at, Some(1.0 / ratio), Gesture::Once, intents),
            _ => {}
        }
    }
    if pair.ratio.is_some() && ui.input(|i| i.key_pressed(Key::Delete) || i.key_pressed(Key::Backspace)) {
        asking.judge(at, None, Gesture::Once, intents);
    }
    ui.input(|i| i.key_pressed(Key::Enter))
}

/// The place after some steps to the right; the first step is to the middle.
#[expect(clippy::cast_possible_truncation, reason = "−8 to 8, and a few key presses")]
fn stepped(place: Option<f64>, steps: f64) -> i32 {
    let Some(place) = place else { return 0 };
    // From between two steps to the next one on that side.
    let from = if steps > 0.0 { (place + 1e-9).floor() } else { (place - 1e-9).ceil() };
    ((from + steps) as i32).clamp(-END, END)
}

fn paint(ui: &Ui, rect: Rect, response: &Response, asking: &Asking<'_>, pair: &Pair) {
    let (colors, painter) = (Colors::of(ui), ui.painter());
    let track = rect.shrink2(vec2(MARGIN, 0.0));
    let line = rect.top() + 32.0;
    #[expect(clippy::cast_precision_loss, reason = "−8 to 8")]
    let x_of = |place: i32| track.left() + (place + END) as f32 / 16.0 * track.width();
    let ink = |i: usize| {
        let item = asking.sheet.items.iter().find(|item| item.item == pair.items[i]);
        item.and_then(|item| item.dimension).map_or(colors.text, |d| colors.dimension(d))
    };
    let half = rect.width() / 2.0 - 24.0;
    let ends = [(rect.left_top(), Align2::LEFT_TOP, 1.0), (rect.right_top(), Align2::RIGHT_TOP, -1.0)];
    for (i, (corner, align, inward)) in ends.into_iter().enumerate() {
        // A square, as before the names of the matrix: some inks are too pale for words.
        let square = Rect::from_center_size(corner + vec2(5.0 * inward, 8.0), vec2(9.0, 9.0));
        painter.rect_filled(square, 2.0, ink(i));
        let place = corner + vec2(14.0 * inward, 0.0);
        painter.text(place, align, cut(&pair.names[i], NAME, half), theme::bold(NAME.size), colors.text);
    }
    painter.hline(track.x_range(), line, Stroke::new(4.0, colors.track));
    let middle = x_of(0);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let marked = pair.place.map(|place| track.left() + (place as f32 + 8.0) / 16.0 * track.width());
    if let Some(x) = marked {
        let side = usize::from(x > middle);
        painter.hline(egui::Rangef::new(x.min(middle), x.max(middle)), line, Stroke::new(4.0, ink(side)));
    }
    for place in -END..=END {
        let is_named = place % 2 == 0;
        let reach = if is_named { 6.0 } else { 4.0 };
        painter.vline(x_of(place), egui::Rangef::new(line - reach, line + reach), Stroke::new(1.0, colors.faint));
        let color = if is_named { colors.weak } else { colors.faint };
        let text = (place.abs() + 1).to_string();
        painter.text(pos2(x_of(place), line + 17.0), Align2::CENTER_CENTER, text, theme::regular(theme::SMALL), color);
    }
    let held = response.dragged() || response.has_focus();
    if let Some(x) = marked {
        let side = usize::from(x > middle);
        let color = if (x - middle).abs() < 0.5 { colors.text } else { ink(side) };
        painter.circle(pos2(x, line), if held { 8.0 } else { 7.0 }, color, Stroke::new(2.0, colors.surface));
    }
    focus_ring(ui, rect.expand(3.0), response);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_by_whole_steps() {
        assert_eq!(stepped(None, 1.0), 0);
        assert_eq!(stepped(Some(0.0), -1.0), -1);
        assert_eq!(stepped(Some(-1.5), 1.0), -1);
        assert_eq!(stepped(Some(-1.5), -1.0), -2);
        assert_eq!(stepped(Some(8.0), 10.0), 8);
    }
}
