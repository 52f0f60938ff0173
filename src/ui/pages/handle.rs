//! Values that are dragged on a chart: by pointer, by arrow keys, and by name.

use egui::accesskit::{Action, Role};
use egui::{CursorIcon, EventFilter, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Drawn;
use crate::chart::Plot;
use crate::ui::intent::Gesture;
use crate::ui::theme::Colors;

/// A value that can be dragged.
#[derive(Clone, Debug)]
pub(super) struct Handle<'a> {
    /// Tells handles of one chart apart.
    pub salt: &'static str,
    /// What screen readers and tests call it.
    pub label: &'a str,
    /// Its value now.
    pub value: f64,
    /// Least and largest value.
    pub range: [f64; 2],
    /// What an arrow key adds; a drag goes by whole steps too.
    pub step: f64,
}

impl Handle<'_> {
    /// The nearest value that the handle takes.
    fn taken(&self, value: f64) -> f64 {
        on_grid(value, self.step).clamp(self.range[0], self.range[1])
    }
}

/// The multiple of `step` that is nearest to `value`, without what rounding leaves behind it; all of it for no step.
pub(super) fn on_grid(value: f64, step: f64) -> f64 {
    let per_one = (1.0 / step).round();
    if step <= 0.0 || !per_one.is_finite() {
        value
    } else if step < 1.0 && (per_one * step - 1.0).abs() < 1e-9 {
        // A step of 0.1 is no exact number, ten of them are one.
        (value * per_one).round() / per_one
    } else {
        (value / step).round() * step
    }
}

/// A line across the plot at the handle's x, dragged sideways: its new value and how far the change is along.
pub(super) fn vertical_ui(ui: &Ui, drawn: &Drawn, handle: &Handle<'_>) -> Option<(f64, Gesture)> {
    let plot = drawn.plot?;
    let x =
        (drawn.origin.x + plot.x.at(handle.value)).clamp(drawn.origin.x + plot.rect[0], drawn.origin.x + plot.right());
    let (top, bottom) = (drawn.origin.y + plot.rect[1], drawn.origin.y + plot.bottom());
    let grip = Rect::from_min_max(pos2(x - 6.0, top - 6.0), pos2(x + 6.0, bottom));
    let id = ui.scope_id().with(("handle", handle.salt));
    let response = ui.interact(grip, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::slider(true, handle.value, handle.label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Slider));
    let colors = Colors::of(ui);
    let held = response.dragged() || response.hovered() || response.has_focus();
    let painter = ui.painter();
    painter.vline(x, egui::Rangef::new(top, bottom), Stroke::new(if held { 2.0 } else { 1.5 }, colors.accent));
    painter.circle(pos2(x, top), if held { 6.0 } else { 5.0 }, colors.surface, Stroke::new(2.0, colors.accent));
    crate::ui::field::focus_ring(ui, grip.expand(2.0), &response);
    let pointed = response.interact_pointer_pos().map(|p| plot.x.value(p.x - drawn.origin.x));
    moved(ui, &response, handle, pointed)
}

/// A point in the plot, dragged both ways: its new values and how far the change is along.
pub(super) fn point_ui(ui: &Ui, drawn: &Drawn, across: &Handle<'_>, up: &Handle<'_>) -> Option<([f64; 2], Gesture)> {
    let plot: Plot = drawn.plot?;
    let [x, y] = plot.at(across.value, up.value);
    let place = drawn.origin + vec2(x.clamp(plot.rect[0], plot.right()), y.clamp(plot.rect[1], plot.bottom()));
    let id = ui.scope_id().with(("handle", across.salt));
    let grip = Rect::from_center_size(place, vec2(20.0, 20.0));
    let response = ui.interact(grip, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Move);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, across.label));
    let colors = Colors::of(ui);
    let held = response.dragged() || response.hovered() || response.has_focus();
    ui.painter().circle(place, if held { 7.5 } else { 6.0 }, colors.surface, Stroke::new(2.5, colors.text));
    ui.painter().circle_filled(place, 2.0, colors.text);
    crate::ui::field::focus_ring(ui, grip, &response);
    let pointed = response.interact_pointer_pos().map(|p| p - drawn.origin);
    if let Some(key) = arrows(ui, &response) {
        // What no key moves stays exactly where it is.
        let moved = |handle: &Handle<'_>, steps: f64| {
            if steps == 0.0 { handle.value } else { handle.taken(handle.value + steps * handle.step) }
        };
        return Some(([moved(across, key[0]), moved(up, key[1])], Gesture::Once));
    }
    let gesture = gesture(ui, &response)?;
    let values = match pointed.filter(|_| gesture == Gesture::Ongoing) {
        Some(p) => [across.taken(plot.x.value(p.x)), up.taken(plot.y.value(p.y))],
        None => [across.value, up.value],
    };
    Some((values, gesture))
}

fn moved(ui: &Ui, response: &egui::Response, handle: &Handle<'_>, pointed: Option<f64>) -> Option<(f64, Gesture)> {
    if let Some([right, _]) = arrows(ui, response) {
        return Some((handle.taken(handle.value + right * handle.step), Gesture::Once));
    }
    let gesture = gesture(ui, response)?;
    let value = pointed.filter(|_| gesture == Gesture::Ongoing).map_or(handle.value, |value| handle.taken(value));
    Some((value, gesture))
}

/// How far a drag is along; `None` while nothing is asked for.
pub(super) fn gesture(ui: &Ui, response: &egui::Response) -> Option<Gesture> {
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    let over = response.dragged() || response.drag_stopped();
    if over && ui.input(|i| i.key_pressed(Key::Escape)) {
        ui.ctx().stop_dragging();
        return Some(Gesture::Dropped);
    }
    if response.drag_stopped() {
        return Some(Gesture::Ended);
    }
    // A pointer that rests asks for nothing new.
    let moves = response.drag_started() || response.drag_delta() != egui::Vec2::ZERO;
    (response.dragged() && moves).then_some(Gesture::Ongoing)
}

/// Steps to the right and up that arrow keys and screen readers ask for; ten at once with Shift.
#[expect(clippy::cast_precision_loss, reason = "a few key presses")]
pub(super) fn arrows(ui: &Ui, response: &egui::Response) -> Option<[f64; 2]> {
    let asked = |action| ui.input(|i| i.num_accesskit_action_requests(response.id, action)) as f64;
    let mut steps = [asked(Action::Increment) - asked(Action::Decrement), 0.0];
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|i| {
            for (modifiers, times) in [(Modifiers::SHIFT, 10.0), (Modifiers::NONE, 1.0)] {
                let mut count = |key| i.count_and_consume_key(modifiers, key) as f64 * times;
                steps[0] += count(Key::ArrowRight) - count(Key::ArrowLeft);
                steps[1] += count(Key::ArrowUp) - count(Key::ArrowDown);
            }
        });
    }
    (steps != [0.0, 0.0]).then_some(steps)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "values on a grid are what they say")]
mod tests {
    use super::on_grid;

    #[test]
    fn values_on_a_grid_are_written_as_short_as_its_step() {
        assert_eq!([on_grid(3.32, 0.1), on_grid(0.28, 0.01), on_grid(0.31, 0.02)], [3.3, 0.28, 0.32]);
        assert_eq!([on_grid(1234.0, 50.0), on_grid(7.3, 0.0), on_grid(7.4, 1.0)], [1250.0, 7.3, 7.0]);
    }
}
