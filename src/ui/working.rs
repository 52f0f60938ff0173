//! “Show the working”: the formula behind a number, with the numbers put in.

use egui::{Key, RichText, Ui};

use super::field::{Sign, sign_ui};
use super::theme::{self, Colors};
use super::view::View;
use super::{Intent, Screen};
use crate::board::{Worked, worked};
use crate::model::OfferId;
use crate::value::Question;

/// Draws the working of the number that was asked about.
pub fn working_ui(ui: &Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some((offer, question)), Some(comparison), Some(board)) = (view.working, screen.comparison, screen.board)
    else {
        return;
    };
    // What the buyer expects is worked out as the only offer of a comparison of its own.
    let expected = board.expected(comparison, screen.words).filter(|_| offer == OfferId::EXPECTED);
    let (comparison, board) = expected.map_or((comparison, board), |alone| (&alone.comparison, &alone.board));
    let index = comparison.offers.iter().position(|o| o.id == offer);
    let (Some(index), Some(segment)) = (index, comparison.segment(board.segment)) else {
        view.working = None;
        return;
    };
    let words = screen.words;
    let name = comparison.offers[index].name.get(words.lang());
    let asked = (offer, question);
    if view.scenes.working.as_ref().is_none_or(|(made_for, _)| *made_for != asked) {
        view.scenes.working = Some((asked, worked(board, comparison, segment, words, index, question)));
    }
    let Some((_, steps)) = &view.scenes.working else { return };
    let mut open = true;
    let title = words.with("working-title", &[("offer", name)]);
    let middle = ui.ctx().content_rect().center();
    egui::Window::new(&title)
        .id(egui::Id::unique("working"))
        .title_bar(false)
        .resizable(true)
        .default_pos(middle - egui::vec2(120.0, 260.0))
        .default_width(430.0)
        .max_width(560.0)
        .show(ui.ctx(), |ui| {
            ui.horizontal(|ui| {
                ui.label(RichText::new(&title).font(theme::bold(15.0)));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    open = !sign_ui(ui, Sign::Close, &words.t("close"), true).clicked();
                });
            });
            ui.label(RichText::new(what(screen, question)).size(12.0).color(Colors::of(ui).weak));
            ui.add_space(6.0);
            let (last, before) = match steps.split_last() {
                Some((last, before)) => (std::slice::from_ref(last), before),
                None => (&steps[..0], &steps[..0]),
            };
            let room = (ui.ctx().content_rect().height() - 320.0).clamp(120.0, 560.0);
            egui::ScrollArea::vertical().max_height(room).show(ui, |ui| steps_ui(ui, before, false));
            // The answer is seen without scrolling.
            ui.separator();
            steps_ui(ui, last, true);
            if ui.button(words.t("copy-working")).clicked() {
                intents.push(Intent::CopyText(as_text(&title, steps)));
            }
        });
    let escaped = view.dialog.is_none()
        && view.grid.editing.is_none()
        && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Escape));
    if !open || escaped {
        view.working = None;
    }
}

fn what(screen: Screen<'_>, question: Question) -> String {
    let words = screen.words;
    let lang = words.lang();
    match (question, screen.comparison) {
        (Question::Leaf(crate::model::Leaf::Criterion(id)), Some(comparison)) => {
            comparison.criterion(id).map(|c| c.name.get(lang).to_owned()).unwrap_or_default()
        }
        (Question::Leaf(_), _) => words.t("ownership"),
        (Question::Dimension(dimension), Some(comparison)) => {
            words.dimension(dimension, &comparison.header.dimensions[dimension.index()])
        }
        (Question::Side(side), _) => words.side(side),
        (Question::Ratio, _) => words.t("ratio"),
        _ => words.t("cdv-long"),
    }
}

/// Lines of a working, one below the other.
pub(super) fn steps_ui(ui: &mut Ui, steps: &[Worked], strong: bool) {
    let colors = Colors::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let font = if strong { theme::bold(14.0) } else { theme::regular(14.0) };
    for step in steps {
        ui.label(RichText::new(&step.what).size(12.0).color(colors.faint));
        ui.add(egui::Label::new(RichText::new(&step.formula).font(font.clone()).color(colors.text)).wrap());
        ui.add_space(7.0);
    }
}

/// A working as text for other programs.
pub(super) fn as_text(title: &str, steps: &[Worked]) -> String {
    let lines = steps.iter().map(|step| format!("{}: {}", step.what, step.formula));
    std::iter::once(title.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}
