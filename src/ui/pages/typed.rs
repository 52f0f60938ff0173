//! Numbers that are typed on a page.

use egui::{Key, RichText, Ui};

use crate::ui::field::bare_number_ui;
use crate::ui::theme::Colors;

/// A number input that shows `shown` until something is typed: the text, once the keyboard leaves it with something
/// new. Escape gives it up.
pub(super) fn typed_ui(ui: &mut Ui, label: &str, shown: &str, width: f32) -> Option<String> {
    let id = ui.scope_id().with(("typed", label));
    let mut text = ui.data(|d| d.get_temp::<String>(id)).unwrap_or_else(|| shown.to_owned());
    let response = bare_number_ui(ui, label, &mut text, width);
    if response.has_focus() {
        ui.data_mut(|d| d.insert_temp(id, text));
        return None;
    }
    // What is typed lives only as long as it is typed.
    ui.data_mut(|d| d.remove::<String>(id));
    let given_up = ui.input(|i| i.key_pressed(Key::Escape));
    (response.lost_focus() && !given_up && text != shown).then_some(text)
}

/// What came of an input that keeps what it cannot take.
pub(super) struct Kept<T> {
    /// What was typed, once the keyboard leaves the input.
    pub taken: Option<T>,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// As [`typed_ui`], but what `read` refuses stays until it is corrected or given up, and the reason is told.
pub(super) fn kept_ui<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    width: f32,
    read: impl Fn(&str) -> Result<T, String>,
) -> Kept<T> {
    let id = ui.scope_id().with(("kept", label));
    // What was typed over another value is let go.
    let held: Option<(String, String)> = ui.data(|d| d.get_temp(id));
    let held = held.filter(|(over, _)| over == shown).map(|(_, text)| text);
    let was_held = held.is_some();
    let mut text = held.unwrap_or_else(|| shown.to_owned());
    let response = bare_number_ui(ui, label, &mut text, width);
    if response.has_focus() {
        ui.data_mut(|d| d.insert_temp(id, (shown.to_owned(), text)));
        return Kept { taken: None, error: None };
    }
    let given_up = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Escape));
    let found = (was_held && !given_up && text != shown).then(|| read(&text));
    match found {
        Some(Err(error)) => {
            let stroke = egui::Stroke::new(1.5, Colors::of(ui).bad);
            ui.painter().rect_stroke(response.rect, crate::ui::theme::RADIUS, stroke, egui::StrokeKind::Inside);
            Kept { taken: None, error: Some(error) }
        }
        found => {
            ui.data_mut(|d| d.remove::<(String, String)>(id));
            // What was left behind when the input went out of sight is not taken when it comes back.
            let taken = found.and_then(Result::ok).filter(|_| response.lost_focus());
            Kept { taken, error: None }
        }
    }
}

/// Small words beside an input.
pub(super) fn beside_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(12.0).color(Colors::of(ui).faint));
}

/// A round step of about a three-hundredth of a range: what an arrow key adds.
pub(super) fn step_of(range: [f64; 2]) -> f64 {
    let rough = (range[1] - range[0]) / 300.0;
    if !rough.is_finite() || rough <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0].map(|m| m * power).into_iter().find(|step| *step >= rough).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert!((step_of([0.0, 3000.0]) - 10.0).abs() < 1e-9);
        assert!((step_of([0.0, 2.0]) - 0.01).abs() < 1e-12);
        assert!(step_of([1.0, 1.0]).abs() < 1e-12);
    }
}
