//! One frame: poll, draw, run what was asked for.

use std::time::Duration;

use egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui, ViewportCommand};

use super::{App, Closing, screen};
use crate::model::Account;
use crate::ui::theme::{self, Colors};
use crate::ui::top::Top;
use crate::ui::{
    Intent, claims, commands, dialogs, focus, list, matrix, pages, problem, status, top, what_if, working,
};

/// How long a message floats.
const MESSAGE_SECS: f32 = 5.0;

impl eframe::App for App {
    fn logic(&mut self, _ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.poll();
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.watch_window(ui.ctx());
        let mut intents = dropped_files(ui.ctx());
        self.draw(ui, &mut intents);
        self.closing_ui(ui.ctx(), &mut intents);
        if !intents.is_empty() {
            for intent in intents {
                self.run(intent, frame);
            }
            ui.ctx().request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end_drags();
        self.keep_unfinished();
        if let Some(document) = &mut self.document {
            let _ = document.store.wait_idle(Duration::from_secs(2));
        }
        self.remember();
    }
}

/// The pages' part of the window: beside the matrix, or most of what it leaves.
fn pages_width(window: f32, wide: bool) -> f32 {
    if wide { (window * 0.56).max(290.0) } else { (window * 0.29).clamp(290.0, 460.0) }
}

fn panel_frame(fill: egui::Color32, margin: Margin) -> Frame {
    Frame::NONE.fill(fill).inner_margin(margin)
}

impl App {
    fn draw(&mut self, ui: &mut Ui, intents: &mut Vec<Intent>) {
        let (document, board) = (self.document.as_ref(), self.board.as_ref());
        let screen = screen(document, &self.nothing, self.current, board, &self.words, &self.layers);
        let colors = Colors::of(ui);
        let panels = self.view.panels;
        let width = ui.available_width();

        let empty_history = crate::model::History::default();
        let shown = Top {
            // Behind a problem nothing can be seen, so nothing is undone.
            history: match (self.problem.is_none(), self.current.and_then(|id| self.layers.get(id))) {
                (true, Some(layer)) => &layer.slate.history,
                (true, None) => document.map_or(&empty_history, |d| &d.history),
                (false, _) => &empty_history,
            },
            recent: &self.settings.recent,
            theme: self.settings.theme,
            examples: &self.shelf.all,
        };
        let view = &mut self.view;
        // Keys act after what was typed before them is taken.
        let mut commanded = Vec::new();
        commands::shortcuts(ui.ctx(), view, screen, &mut commanded);
        let line = Stroke::new(1.0, colors.line);
        Panel::top("top").exact_size(44.0).frame(panel_frame(colors.surface, Margin::symmetric(16, 0))).show(
            ui,
            |ui| {
                top::top_ui(ui, view, screen, shown, intents);
            },
        );
        Panel::bottom("status")
            .exact_size(26.0)
            .frame(panel_frame(colors.surface, Margin::symmetric(16, 0)))
            .show(ui, |ui| status::status_ui(ui, view, &self.status, screen, intents));
        if let Some(problem) = &self.problem {
            CentralPanel::no_frame().frame(panel_frame(colors.canvas, Margin::same(16))).show(ui, |ui| {
                problem::problem_ui(ui, problem, screen, intents);
            });
            dialogs::dialogs_ui(ui.ctx(), view, screen, intents);
            intents.append(&mut commanded);
            return;
        }
        if panels.claims {
            Panel::bottom("claims")
                .exact_size(claims::HEIGHT)
                .frame(panel_frame(colors.surface, Margin { left: 16, right: 16, top: 10, bottom: 6 }))
                .show(ui, |ui| claims::claims_ui(ui, view, screen, intents));
        }
        if panels.comparisons {
            Panel::left("comparisons")
                .exact_size((width * 0.136).clamp(150.0, 220.0))
                .frame(panel_frame(colors.surface, Margin { left: 8, right: 8, top: 6, bottom: 6 }))
                .show(ui, |ui| list::list_ui(ui, screen, &self.shelf.missing, intents));
        }
        if panels.plots && screen.comparison.is_some() {
            Panel::right("plots")
                .exact_size(pages_width(width, panels.wide))
                .frame(panel_frame(colors.surface, Margin { left: 16, right: 10, top: 6, bottom: 6 }))
                .show(ui, |ui| pages::pages_ui(ui, view, screen, intents));
        }
        CentralPanel::no_frame().frame(panel_frame(colors.canvas, Margin::ZERO)).show(ui, |ui| {
            if screen.comparison.is_some() {
                what_if::what_if_ui(ui, screen, intents);
                matrix::matrix_ui(ui, view, screen, intents);
            } else {
                empty_ui(ui, &self.words, intents);
            }
            let rect = ui.max_rect();
            ui.painter().hline(rect.x_range(), rect.top(), line);
        });
        working::working_ui(ui, view, screen, intents);
        let in_dialog = view.dialog.is_some();
        dialogs::dialogs_ui(ui.ctx(), view, screen, intents);
        intents.append(&mut commanded);
        let given_back = focus::keep(ui.ctx(), view.dialog.is_some());
        if in_dialog && view.dialog.is_none() && view.grid.cursor.is_some() && !given_back {
            matrix::focus(ui.ctx());
        }
        self.message_ui(ui);
    }

    /// What was said last, floating for some seconds.
    fn message_ui(&mut self, ui: &Ui) {
        let Some((text, since)) = &self.said else { return };
        let age = since.elapsed().as_secs_f32();
        if age > MESSAGE_SECS {
            self.said = None;
            self.status.message.clear();
            return;
        }
        let left = Duration::from_secs_f32((MESSAGE_SECS - age).max(0.05));
        ui.ctx().request_repaint_after(left);
        let colors = Colors::of(ui);
        egui::Area::new(egui::Id::unique("message"))
            .order(egui::Order::Foreground)
            .interactable(false)
            .anchor(egui::Align2::CENTER_BOTTOM, egui::vec2(0.0, -(claims::HEIGHT + 40.0)))
            .show(ui.ctx(), |ui| {
                let frame = Frame::popup(ui.style()).fill(colors.text).inner_margin(Margin::symmetric(14, 8));
                frame.show(ui, |ui| {
                    ui.set_max_width(560.0);
                    let text = egui::RichText::new(text).size(theme::BODY).color(colors.surface);
                    ui.add(egui::Label::new(text).wrap());
                });
            });
    }

    fn watch_window(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        let (size, wants_to_close) = ctx.input(|i| {
            let viewport = i.viewport();
            (viewport.inner_rect.map(|r| [r.width() * zoom, r.height() * zoom]), viewport.close_requested())
        });
        if size.is_some() {
            self.settings.window = size;
        }
        if !wants_to_close || self.closing == Closing::Yes {
            return;
        }
        self.keep_unfinished();
        self.settle();
        if !self.is_saved() && self.document.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.closing = Closing::Asked;
        }
    }

    /// “Not saved: close all the same?”
    fn closing_ui(&mut self, ctx: &egui::Context, intents: &mut Vec<Intent>) {
        if self.closing != Closing::Asked {
            return;
        }
        let words = &self.words;
        let mut next = self.closing;
        egui::Modal::new(egui::Id::unique("closing")).show(ctx, |ui| {
            ui.set_max_width(420.0);
            ui.heading(words.t("closing-title"));
            ui.label(words.t("closing-why"));
            ui.add_space(10.0);
            ui.horizontal(|ui| {
                if ui.button(words.t("save-copy")).clicked() {
                    intents.push(Intent::SaveCopy);
                    next = Closing::No;
                }
                if ui.button(words.t("retry")).clicked() {
                    intents.push(Intent::RetrySaving);
                    next = Closing::No;
                }
                if ui.button(words.t("closing-stay")).clicked() {
                    next = Closing::No;
                }
                if ui.button(words.t("closing-anyway")).clicked() {
                    next = Closing::Yes;
                    intents.push(Intent::Quit);
                }
            });
        });
        self.closing = next;
    }
}

/// A workbook without a comparison: how to get one.
fn empty_ui(ui: &mut Ui, words: &crate::words::Words, intents: &mut Vec<Intent>) {
    ui.add_space(ui.available_height() * 0.3);
    ui.vertical_centered(|ui| {
        ui.heading(words.t("empty-title"));
        ui.label(words.t("empty-hint"));
        ui.add_space(10.0);
        if crate::ui::field::primary_ui(ui, &words.t("menu-new-comparison"), true).clicked() {
            intents.push(Intent::NewComparison(Account::Points));
        }
        if crate::ui::field::link_ui(ui, &words.t("menu-new-comparison-money")).clicked() {
            intents.push(Intent::NewComparison(Account::Money));
        }
    });
}

/// Files dropped onto the window: a workbook is opened, an exchange file imported.
fn dropped_files(ctx: &egui::Context) -> Vec<Intent> {
    let dropped = ctx.input(|i| i.raw.dropped_files.clone());
    let intent = |path: std::path::PathBuf| {
        let is_json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
        let purpose = crate::ui::view::PathPurpose::Import;
        if is_json { Intent::TypedPath(purpose, path) } else { Intent::OpenPath(path) }
    };
    dropped.into_iter().map(|file| file.path().to_owned()).map(intent).collect()
}
