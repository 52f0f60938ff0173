//! The top: menus, undo and redo, and the language.

use egui::{KeyboardShortcut, RichText, Ui};

use super::commands::{Command, shortcut_text};
use super::dialogs::ComparisonForm;
use super::field::{Sign, segmented_ui, sign_ui};
use super::pages::Page;
use super::theme::{self, Colors};
use super::view::{Dialog, View};
use super::{Intent, Screen, ThemeChoice};
use crate::model::{Dimension, Edit, History, Lang};

/// What the top bar shows besides the screen.
#[derive(Clone, Copy)]
pub struct Top<'a> {
    /// What can be undone and redone.
    pub history: &'a History,
    /// Workbooks opened lately.
    pub recent: &'a [std::path::PathBuf],
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Examples that can be restored: key and name.
    pub examples: &'a [(String, String)],
}

/// Draws the top bar.
pub fn top_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, top: Top<'_>, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    ui.horizontal_centered(|ui| {
        ui.label(RichText::new("Worthwhile 值得").font(theme::bold(14.0)).color(colors.text));
        ui.add_space(4.0);
        egui::MenuBar::new().ui(ui, |ui| {
            let words = screen.words;
            ui.menu_button(words.t("menu-file"), |ui| file_menu(ui, screen, top, intents));
            ui.menu_button(words.t("menu-edit"), |ui| edit_menu(ui, screen, top, intents));
            ui.menu_button(words.t("menu-view"), |ui| view_menu(ui, view, screen, top, intents));
            ui.menu_button(words.t("menu-analyse"), |ui| analyse_menu(ui, view, screen, intents));
            ui.menu_button(words.t("menu-help"), |ui| help_menu(ui, screen, intents));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            language_ui(ui, screen, intents);
            ui.add_space(8.0);
            super::buyer::switch_ui(ui, view, screen, intents);
            history_ui(ui, screen, top.history, intents);
            ui.add_space(8.0);
            super::what_if::toggle_ui(ui, screen, intents);
        });
    });
}

fn language_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let options = ["EN".to_owned(), "中文".to_owned()];
    let chosen = Lang::ALL.iter().position(|l| *l == screen.words.lang()).unwrap_or_default();
    if let Some(i) = segmented_ui(ui, "language", &options, chosen) {
        intents.push(Intent::Language(Lang::ALL[i]));
    }
}

/// “Set Price” in the words of today's language.
#[must_use]
pub fn step_label(screen: Screen<'_>, label: &crate::model::Label) -> String {
    screen.words.with(&label.key, &[("name", label.name.get(screen.words.lang()))])
}

fn history_ui(ui: &mut Ui, screen: Screen<'_>, history: &History, intents: &mut Vec<Intent>) {
    let words = screen.words;
    let redo = history.redoable().map(|step| words.with("redo-named", &[("step", &step_label(screen, &step.label))]));
    let label = redo.clone().unwrap_or_else(|| words.t("redo"));
    if sign_ui(ui, Sign::Redo, &label, redo.is_some()).clicked() {
        intents.push(Intent::Redo);
    }
    let undo = history.undoable().map(|step| words.with("undo-named", &[("step", &step_label(screen, &step.label))]));
    let text = undo.clone().unwrap_or_else(|| words.t("undo"));
    let colors = Colors::of(ui);
    // A fixed width: the bar stands still whatever was done last.
    let (rect, response) = ui.allocate_exact_size(egui::vec2(190.0, 26.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, undo.is_some(), &text));
    let fill = if undo.is_some() && response.hovered() { colors.hover } else { colors.surface };
    let stroke = egui::Stroke::new(1.0, colors.line);
    ui.painter().rect(rect, theme::RADIUS, fill, stroke, egui::StrokeKind::Inside);
    super::field::focus_ring(ui, rect, &response);
    let color = if undo.is_some() { colors.text } else { colors.faint };
    Sign::Undo.paint(ui, rect.left_center() + egui::vec2(16.0, 0.0), color);
    let mut job = egui::text::LayoutJob::simple_singleline(text.clone(), theme::regular(12.0), color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 40.0);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(rect.left_center() + egui::vec2(28.0, -galley.size().y / 2.0), galley, color);
    if response.clicked() && undo.is_some() {
        intents.push(Intent::Undo);
    }
    response.on_hover_text(text);
}

/// A menu entry with its shortcut; the shortcut itself is handled by `commands`.
fn entry(ui: &mut Ui, text: String, shortcut: Option<KeyboardShortcut>) -> egui::Response {
    let button = egui::Button::new(text);
    match shortcut {
        Some(shortcut) => ui.add(button.shortcut_text(shortcut_text(ui.ctx(), &shortcut))),
        None => ui.add(button),
    }
}

fn command(ui: &mut Ui, screen: Screen<'_>, command: Command, intents: &mut Vec<Intent>) {
    if entry(ui, screen.words.t(command.key()), command.shortcut()).clicked() {
        intents.extend(command.intent(screen));
    }
}

fn file_menu(ui: &mut Ui, screen: Screen<'_>, top: Top<'_>, intents: &mut Vec<Intent>) {
    let words = screen.words;
    command(ui, screen, Command::NewWorkbook, intents);
    command(ui, screen, Command::OpenWorkbook, intents);
    ui.menu_button(words.t("menu-open-recent"), |ui| {
        for path in top.recent {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                intents.push(Intent::OpenPath(path.clone()));
            }
        }
        if top.recent.is_empty() {
            ui.add_enabled(false, egui::Button::new(words.t("menu-no-recent")));
        }
    });
    command(ui, screen, Command::SaveCopy, intents);
    ui.separator();
    command(ui, screen, Command::ImportJson, intents);
    command(ui, screen, Command::ExportJson, intents);
    ui.separator();
    command(ui, screen, Command::NewComparison, intents);
    command(ui, screen, Command::NewInMoney, intents);
    ui.menu_button(words.t("menu-restore-examples"), |ui| {
        for (key, name) in top.examples {
            if ui.button(name).clicked() {
                intents.push(Intent::RestoreExample(key.clone()));
            }
        }
    });
    ui.separator();
    command(ui, screen, Command::Quit, intents);
}

fn edit_menu(ui: &mut Ui, screen: Screen<'_>, top: Top<'_>, intents: &mut Vec<Intent>) {
    let words = screen.words;
    let named = |step: Option<&crate::model::Step>, named: &str, plain: &str| match step {
        Some(step) => words.with(named, &[("step", &step_label(screen, &step.label))]),
        None => words.t(plain),
    };
    let (undo, redo) = (top.history.undoable(), top.history.redoable());
    ui.add_enabled_ui(undo.is_some(), |ui| {
        if entry(ui, named(undo, "undo-named", "undo"), Command::Undo.shortcut()).clicked() {
            intents.push(Intent::Undo);
        }
    });
    ui.add_enabled_ui(redo.is_some(), |ui| {
        if entry(ui, named(redo, "redo-named", "redo"), Command::Redo.shortcut()).clicked() {
            intents.push(Intent::Redo);
        }
    });
    ui.separator();
    if ui.button(words.t("menu-copy-table")).clicked()
        && let (Some(comparison), Some(board)) = (screen.comparison, screen.board)
    {
        intents.push(Intent::CopyTable(crate::board::matrix(board, comparison, words)));
    }
    if ui.button(words.t("menu-copy-ties")).clicked()
        && let (Some(comparison), Some(board)) = (screen.comparison, screen.board)
    {
        intents.push(Intent::CopyTable(crate::board::break_even_data(board, comparison, words)));
    }
    ui.separator();
    command(ui, screen, Command::AddOffer, intents);
    command(ui, screen, Command::AddCriterion, intents);
    expectation_ui(ui, screen, intents);
    if let Some(comparison) = screen.comparison {
        if ui.button(words.t("menu-comparison-settings")).clicked() {
            intents.push(Intent::Open(Box::new(Dialog::Comparison(ComparisonForm::of(comparison)))));
        }
        command(ui, screen, Command::Account, intents);
    }
}

/// What the buyer expects, to be added or taken out.
fn expectation_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let Some(comparison) = screen.comparison else { return };
    let id = comparison.id();
    let (key, edit) = match comparison.header.expectation {
        None => ("menu-add-expectation", Edit::AddExpectation { comparison: id }),
        Some(_) => ("menu-remove-expectation", Edit::RemoveExpectation { comparison: id }),
    };
    if ui.button(screen.words.t(key)).clicked() {
        intents.push(Intent::Edit(edit, super::Gesture::Once));
    }
}

fn view_menu(ui: &mut Ui, view: &mut View, screen: Screen<'_>, top: Top<'_>, intents: &mut Vec<Intent>) {
    let words = screen.words;
    for (lang, name) in [(Lang::En, "English"), (Lang::Zh, "简体中文")] {
        if ui.radio(words.lang() == lang, name).clicked() {
            intents.push(Intent::Language(lang));
        }
    }
    ui.separator();
    for (choice, key) in
        [(ThemeChoice::System, "theme-system"), (ThemeChoice::Light, "theme-light"), (ThemeChoice::Dark, "theme-dark")]
    {
        if ui.radio(top.theme == choice, words.t(key)).clicked() {
            intents.push(Intent::Theme(choice));
        }
    }
    ui.separator();
    command(ui, screen, Command::ZoomIn, intents);
    command(ui, screen, Command::ZoomOut, intents);
    command(ui, screen, Command::ZoomReset, intents);
    ui.separator();
    command(ui, screen, Command::NextBuyer, intents);
    ui.separator();
    ui.checkbox(&mut view.break_even, words.t(Command::BreakEvens.key()));
    ui.checkbox(&mut view.panels.comparisons, words.t("panel-comparisons"));
    ui.checkbox(&mut view.panels.plots, words.t("panel-plots"));
    ui.checkbox(&mut view.panels.claims, words.t("panel-claims"));
    hidden_ui(ui, screen, intents);
}

/// Hidden dimensions can be shown again.
fn hidden_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let Some(comparison) = screen.comparison else { return };
    let info = |d: Dimension| &comparison.header.dimensions[d.index()];
    let hidden: Vec<Dimension> = Dimension::ALL.into_iter().filter(|d| info(*d).hidden).collect();
    if hidden.is_empty() {
        return;
    }
    ui.separator();
    for dimension in hidden {
        let name = screen.words.dimension(dimension, info(dimension));
        if ui.button(screen.words.with("menu-show-dimension", &[("name", &name)])).clicked() {
            let edit = Edit::HideDimension { comparison: comparison.id(), dimension, hidden: false };
            intents.push(Intent::Edit(edit, super::Gesture::Once));
        }
    }
}

fn analyse_menu(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    command(ui, screen, Command::WhatIf, intents);
    ui.separator();
    for page in Page::ALL {
        if entry(ui, screen.words.t(page.key()), Some(page.shortcut())).clicked() {
            (view.page, view.panels.plots) = (page, true);
        }
    }
}

fn help_menu(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    for one in [Command::Theory, Command::Shortcuts, Command::About] {
        command(ui, screen, one, intents);
    }
}
