//! The state line: saved or not, what was done, where the file is.

use egui::{RichText, Ui};

use super::pages::Page;
use super::theme::{self, Colors};
use super::view::View;
use super::{Intent, Screen};

/// Whether everything is in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// No workbook is open.
    #[default]
    Nothing,
    /// Everything is.
    Yes,
    /// Being written.
    Writing,
    /// It could not be written.
    No {
        /// Why, in the user's language.
        why: String,
        /// Steps that wait.
        pending: usize,
    },
    /// The file can only be read.
    ReadOnly,
}

/// What the state line shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Whether everything is in the file.
    pub saved: Saved,
    /// Steps of today.
    pub edits_today: usize,
    /// The name of the file.
    pub file: String,
    /// The whole path.
    pub path: String,
    /// The last message.
    pub message: String,
}

/// Draws the state line.
pub fn status_ui(ui: &mut Ui, view: &mut View, status: &Status, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let words = screen.words;
    let small = |text: String, color| RichText::new(text).size(12.0).color(color);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        match &status.saved {
            Saved::Nothing => {}
            Saved::Yes => dot_ui(ui, words.t("saved"), colors.good, colors.weak),
            Saved::Writing => dot_ui(ui, words.t("saving"), colors.faint, colors.weak),
            Saved::ReadOnly => dot_ui(ui, words.t("read-only"), colors.warn, colors.warn),
            Saved::No { why, pending } => {
                let text = words.with("not-saved", &[("why", why), ("pending", &pending.to_string())]);
                dot_ui(ui, text, colors.bad, colors.bad);
                if ui.button(words.t("retry")).clicked() {
                    intents.push(Intent::RetrySaving);
                }
                if ui.button(words.t("save-copy")).clicked() {
                    intents.push(Intent::SaveCopy);
                }
            }
        }
        if status.edits_today > 0 {
            ui.label(small(words.count("edits-today", status.edits_today), colors.faint));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let file = ui.label(small(status.file.clone(), colors.faint));
            file.on_hover_text(&status.path);
            checks_ui(ui, view, screen);
            if !status.message.is_empty() {
                ui.add_space(10.0);
                let message = egui::Label::new(small(status.message.clone(), colors.weak)).truncate();
                ui.add(message).on_hover_text(&status.message);
            }
        });
    });
}

/// How many findings the model has, as a way to their page. It ends at a fixed place, so that nothing jumps.
fn checks_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>) {
    let (Some(comparison), Some(board)) = (screen.comparison, screen.board) else { return };
    let (colors, words) = (Colors::of(ui), screen.words);
    let checks = board.checks_at_hand(comparison, words);
    let text = checks.map_or_else(|| words.t("check-badge-unknown"), |checks| words.count("check-badge", checks.count));
    let color = if checks.is_some_and(|checks| checks.matter > 0) { colors.warn } else { colors.weak };
    let badge = egui::Button::new(RichText::new(&text).size(12.0).color(color)).frame(false);
    let response = ui.add(badge).on_hover_text(words.t("check-badge-tip"));
    if response.clicked() {
        (view.page, view.panels.plots) = (Page::Check, true);
    }
}

fn dot_ui(ui: &mut Ui, text: String, dot: egui::Color32, color: egui::Color32) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(9.0, 9.0), egui::Sense::hover());
    ui.painter().circle_filled(rect.center(), 4.0, dot);
    ui.label(RichText::new(text).size(12.0).color(color).font(theme::regular(12.0)));
}
