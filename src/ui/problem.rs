//! What is shown when a workbook cannot be opened: why, and every way on.

use egui::{RichText, Ui};

use super::field::primary_ui;
use super::theme::{self, Colors};
use super::{Intent, Screen};

/// A workbook that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its path.
    pub path: std::path::PathBuf,
    /// What is wrong, in the user's language.
    pub what: String,
    /// The newest backup, if there is one.
    pub backup: Option<std::path::PathBuf>,
    /// Nothing is wrong with the file itself: trying again is the way on.
    pub passing: bool,
    /// The name of the workbook that is open meanwhile.
    pub open: Option<String>,
}

/// Draws the problem in the middle of the window.
pub fn problem_ui(ui: &mut Ui, problem: &Problem, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let words = screen.words;
    ui.add_space((ui.available_height() * 0.25).max(20.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        ui.label(RichText::new(words.t("problem-title")).font(theme::bold(20.0)).color(colors.text));
        ui.add_space(6.0);
        ui.label(RichText::new(&problem.what).size(14.0).color(colors.text));
        ui.add_space(4.0);
        ui.label(RichText::new(words.t("problem-untouched")).size(12.0).color(colors.faint));
        ui.label(RichText::new(problem.path.display().to_string()).size(12.0).color(colors.faint));
        ui.add_space(16.0);
        if problem.passing {
            if primary_ui(ui, &words.t("problem-again"), true).clicked() {
                intents.push(Intent::ReopenWorkbook);
            }
            ui.add_space(4.0);
        }
        if let Some(backup) = &problem.backup {
            let name = backup.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let label = words.with("problem-backup", &[("date", &name)]);
            let clicked =
                if problem.passing { ui.button(label).clicked() } else { primary_ui(ui, &label, true).clicked() };
            if clicked {
                intents.push(Intent::OpenBackup(problem.path.clone()));
            }
            ui.add_space(4.0);
        }
        if let Some(open) = &problem.open
            && ui.button(words.with("problem-back", &[("name", open)])).clicked()
        {
            intents.push(Intent::BackToWorkbook);
        }
        if ui.button(words.t("problem-open-other")).clicked() {
            intents.push(Intent::OpenWorkbook);
        }
        if ui.button(words.t("problem-new")).clicked() {
            intents.push(Intent::NewWorkbook);
        }
        if !problem.passing && ui.button(words.t("problem-again")).clicked() {
            intents.push(Intent::ReopenWorkbook);
        }
    });
}
