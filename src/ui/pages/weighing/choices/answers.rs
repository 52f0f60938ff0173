//! The answers so far: each can be looked at again or deleted, and those that contradict each other are marked.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::State;
use crate::board::AnswerLine;
use crate::model::{Answers, ChoiceAnswer, Edit};
use crate::ui::Intent;
use crate::ui::field::{Sign, focus_ring, link_ui, name_it, sign_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::weighing::Asking;
use crate::ui::pages::{heading_ui, quiet_ui};
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;

/// A list longer than this scrolls by itself.
const TALLEST: f32 = 190.0;
const ROW: f32 = 24.0;

pub(super) fn answers_ui(
    ui: &mut Ui,
    view: &mut View,
    asking: &Asking<'_>,
    given: &[ChoiceAnswer],
    intents: &mut Vec<Intent>,
) {
    let sheet = &asking.sheet.choices;
    if sheet.answers.is_empty() {
        return;
    }
    ui.add_space(8.0);
    heading_ui(ui, &asking.open.screen.words.t("choices-answers"));
    for text in [&sheet.score, &sheet.last] {
        if !text.is_empty() {
            quiet_ui(ui, text);
        }
    }
    if !sheet.contradiction.is_empty() {
        let text = RichText::new(&sheet.contradiction).font(theme::regular(theme::BODY)).color(Colors::of(ui).warn);
        ui.add(egui::Label::new(text).wrap());
    }
    if let Some((sharpness, label)) = &sheet.sharpness
        && link_ui(ui, label).clicked()
    {
        let (comparison, segment) = (asking.open.comparison.id(), asking.open.board.segment);
        intents.push(Intent::Edit(Edit::SetSharpness { comparison, segment, sharpness: *sharpness }, Gesture::Once));
    }
    let state = &mut view.pages.weighing.choices;
    let scroll = egui::ScrollArea::vertical().id_salt("choices-answers").max_height(TALLEST).auto_shrink([false, true]);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // The newest first: that is the one to be corrected.
        scroll.show_rows(ui, ROW, sheet.answers.len(), |ui, rows| {
            for row in rows {
                let i = sheet.answers.len() - 1 - row;
                let Some(line) = sheet.answers.get(i) else { continue };
                ui.push_id(("answer", i), |ui| line_ui(ui, state, asking, (i, line), given, intents));
            }
        });
    });
}

fn line_ui(
    ui: &mut Ui,
    state: &mut State,
    asking: &Asking<'_>,
    (i, line): (usize, &AnswerLine),
    given: &[ChoiceAnswer],
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let room = ui.available_width();
    ui.allocate_ui_with_layout(vec2(room, ROW), Layout::right_to_left(Align::Center), |ui| {
        if sign_ui(ui, Sign::Close, &line.labels[1], true).clicked() {
            let choices = given.iter().enumerate().filter(|(other, _)| *other != i).map(|(_, c)| c.clone()).collect();
            state.go_on();
            asking.say(Answers::Choices { choices }, Gesture::Once, intents);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let color = match (state.at == Some(i), line.contradicts) {
                (true, _) => colors.accent,
                (false, true) => colors.warn,
                (false, false) => colors.text,
            };
            let text = format!("{}. {}", i + 1, line.text);
            let text = RichText::new(text).font(theme::regular(theme::BODY)).color(color);
            let response = ui.add(egui::Button::new(text).frame(false).truncate()).on_hover_text(&line.text);
            name_it(ui, &response, &line.labels[0]);
            focus_ring(ui, response.rect, &response);
            if response.clicked() {
                state.go_on();
                state.at = Some(i);
            }
        });
    });
}
