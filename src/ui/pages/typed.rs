//! Numbers and names that are typed on a page. Enter takes what was typed and keeps the keyboard; so does leaving the
//! line, without keeping it; Escape gives it up. What cannot be taken stays until it is corrected or given up, with the
//! reason beside it.

use egui::{EventFilter, Id, Key, Modifiers, Response, RichText, Ui};

use super::Open;
use crate::model::Edit;
use crate::ui::field::{bare_number_ui, bare_text_ui, error_below_ui, line_id};
use crate::ui::theme::{self, Colors};
use crate::ui::typing;
use crate::words::{parse_factor, parse_number};

/// A line: its name, what stands in it while nothing is typed, and how wide it is.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub label: &'a str,
    pub shown: &'a str,
    pub width: f32,
    /// Words begin at the left, figures end at the right.
    pub is_words: bool,
    /// One of a list, in which the keyboard goes up and down.
    pub in_list: bool,
}

/// Where the keyboard is to go from a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Going {
    Stay,
    Up,
    Down,
}

/// What came of a line.
pub(super) struct Typed<T> {
    /// What was typed, once it is taken.
    pub taken: Option<T>,
    /// Why it was not taken.
    pub error: Option<String>,
    /// Where the keyboard is to go: nowhere from a line that keeps what it cannot take.
    pub going: Option<Going>,
    pub text: String,
    pub response: Response,
}

/// What is typed and not yet taken.
#[derive(Clone)]
struct Held {
    /// What stood there when it was typed: it is let go once that is something else.
    over: String,
    text: String,
    refused: Option<String>,
}

/// Keeps what was typed into a line, which was taken for a moment and then found wrong.
pub(super) fn refuse(ui: &Ui, id: Id, shown: &str, text: &str, why: String) {
    let held = Held { over: shown.to_owned(), text: text.to_owned(), refused: Some(why) };
    ui.data_mut(|d| d.insert_temp(id, held));
}

/// What a key asks of the line that has the keyboard.
enum Asked {
    Take(Going),
    GiveUp,
}

fn asked(ui: &Ui, line: Line<'_>, is_typed: bool) -> Option<Asked> {
    ui.input_mut(|i| {
        if i.events.iter().any(|e| matches!(e, egui::Event::Ime(_))) {
            // Keys belong to what is being composed.
            return None;
        }
        let mut pressed = |modifiers, key| i.consume_key(modifiers, key);
        if is_typed && pressed(Modifiers::NONE, Key::Escape) {
            return Some(Asked::GiveUp);
        }
        if line.in_list && pressed(Modifiers::SHIFT, Key::Enter) {
            return Some(Asked::Take(Going::Up));
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            return Some(Asked::Take(if line.in_list { Going::Down } else { Going::Stay }));
        }
        if line.in_list && pressed(Modifiers::NONE, Key::ArrowUp) {
            return Some(Asked::Take(Going::Up));
        }
        (line.in_list && pressed(Modifiers::NONE, Key::ArrowDown)).then_some(Asked::Take(Going::Down))
    })
}

/// Draws a line and reads what was typed. `told` says whether a reason is shown here, in front of what is below.
pub(super) fn line_ui<T>(
    ui: &mut Ui,
    line: Line<'_>,
    told: bool,
    read: impl Fn(&str) -> Result<T, String>,
) -> Typed<T> {
    let id = line_id(ui, line.label);
    let held = ui.data(|d| d.get_temp::<Held>(id)).filter(|held| held.over == line.shown);
    let was_typed = held.as_ref().is_some_and(|held| held.text != line.shown);
    let (mut text, mut refused) = held.map_or_else(|| (line.shown.to_owned(), None), |h| (h.text, h.refused));
    let has_keyboard = ui.memory(|m| m.has_focus(id));
    let asked = if has_keyboard { asked(ui, line, was_typed) } else { None };
    if matches!(asked, Some(Asked::GiveUp)) {
        line.shown.clone_into(&mut text);
        refused = None;
    }
    let draw = if line.is_words { bare_text_ui } else { bare_number_ui };
    let response = draw(ui, line.label, &mut text, line.width);
    if response.changed() {
        refused = None;
    }
    let is_typed = text != line.shown;
    typing::note_untouched(ui, &response, !is_typed);
    if response.has_focus() {
        // Escape is the line's while something can be given up, else it leaves it.
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: is_typed };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
    }
    let going = match asked {
        Some(Asked::Take(going)) => Some(going),
        Some(Asked::GiveUp) => {
            typing::enter(ui, id, &text);
            None
        }
        None => None,
    };
    let leaves = going.is_some() || response.lost_focus();
    let mut out = Typed { taken: None, error: None, going, text, response };
    if is_typed && leaves && refused.is_none() {
        match read(&out.text) {
            Ok(value) => out.taken = Some(value),
            Err(why) => refused = Some(why),
        }
    }
    if refused.is_some() {
        out.going = None;
    }
    // What was left behind when the line went out of sight is not taken when it comes back.
    if is_typed && out.taken.is_none() && (out.response.has_focus() || refused.is_some()) {
        let held = Held { over: line.shown.to_owned(), text: out.text.clone(), refused: refused.clone() };
        ui.data_mut(|d| d.insert_temp(id, held));
    } else {
        ui.data_mut(|d| d.remove::<Held>(id));
        if out.going == Some(Going::Stay) {
            typing::enter_again(ui);
        }
    }
    if let Some(why) = refused {
        wrong_ui(ui, &out.response, told, &why);
        out.error = Some(why);
    }
    out
}

/// Marks a line that keeps what it cannot take, and says why.
fn wrong_ui(ui: &Ui, response: &Response, told: bool, why: &str) {
    let stroke = egui::Stroke::new(1.5, Colors::of(ui).bad);
    ui.painter().rect_stroke(response.rect, theme::RADIUS, stroke, egui::StrokeKind::Inside);
    // Another line that is being typed into is not covered.
    let is_free = response.has_focus() || response.hovered() || !ui.ctx().text_edit_focused();
    let is_in_sight = ui.clip_rect().contains(response.rect.center());
    if told && is_free && is_in_sight {
        error_below_ui(ui, response.id, response.rect, why);
    }
}

/// A number on its own: what `read` makes of it, once it is taken.
pub(super) fn typed_ui<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    width: f32,
    read: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    let line = Line { label, shown, width, is_words: false, in_list: false };
    line_ui(ui, line, true, read).taken
}

/// Words on their own, as [`typed_ui`].
pub(super) fn typed_words_ui<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    width: f32,
    read: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    let line = Line { label, shown, width, is_words: true, in_list: false };
    line_ui(ui, line, true, read).taken
}

/// What came of a line whose reason is told elsewhere.
pub(super) struct Kept<T> {
    /// What was typed, once it is taken.
    pub taken: Option<T>,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// As [`typed_ui`], where the page says itself why something is not taken.
pub(super) fn kept_ui<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    width: f32,
    read: impl Fn(&str) -> Result<T, String>,
) -> Kept<T> {
    let line = Line { label, shown, width, is_words: false, in_list: false };
    let typed = line_ui(ui, line, false, read);
    Kept { taken: typed.taken, error: typed.error }
}

/// The number that was typed.
pub(super) fn read_number(open: Open<'_>, text: &str) -> Result<f64, String> {
    parse_number(text).map_err(|error| open.screen.words.number_error(error))
}

/// The factor that was typed: per cents and fractions count.
pub(super) fn read_factor(open: Open<'_>, text: &str) -> Result<f64, String> {
    parse_factor(text).map_err(|error| open.screen.words.number_error(error))
}

/// The edit, if it can be made; else why not.
pub(super) fn checked(open: Open<'_>, edit: Edit) -> Result<Edit, String> {
    match edit.changes(open.screen.workbook) {
        Ok(_) => Ok(edit),
        Err(error) => Err(open.screen.words.edit_error(&error)),
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
