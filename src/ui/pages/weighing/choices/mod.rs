//! Which offer one would take: the question, the answers so far, and what contradicts.

mod answers;
mod cards;
mod ranking;

use egui::{RichText, Ui};

use super::Asking;
use crate::board::{ChoiceOptions, ChoicesAbout, PutQuestion, SKIPPED_MAX};
use crate::model::{Answers, ChoiceAnswer, ComparisonId, SegmentId};
use crate::ui::Intent;
use crate::ui::field::{check_ui, choice_ui, link_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::{Open, heading_ui, quiet_ui};
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Whose answers the rest is about.
    of: Option<(ComparisonId, SegmentId)>,
    /// What questions are about; as the board sees fit where absent.
    about: Option<ChoicesAbout>,
    /// The answer that is looked at again.
    at: Option<usize>,
    /// Questions that were skipped, the last first.
    skipped: [u64; SKIPPED_MAX],
    /// True where predictions are not to be seen before a choice.
    hides_prediction: bool,
    /// An order that is being made, and the question that it answers.
    ranking: Option<(u64, Vec<usize>)>,
}

impl State {
    /// Shows the next question.
    fn go_on(&mut self) {
        self.at = None;
        self.ranking = None;
    }
}

/// What the question follows from.
pub(super) fn options(view: &View, open: Open<'_>) -> ChoiceOptions {
    let state = &view.pages.weighing.choices;
    if state.of != Some((open.comparison.id(), open.board.segment)) {
        return ChoiceOptions::default();
    }
    ChoiceOptions { about: state.about, at: state.at, skipped: state.skipped }
}

pub(super) fn questions_ui(
    ui: &mut Ui,
    view: &mut View,
    asking: &Asking<'_>,
    given: &[ChoiceAnswer],
    intents: &mut Vec<Intent>,
) {
    let (open, sheet) = (asking.open, &asking.sheet.choices);
    let words = open.screen.words;
    let whose = Some((open.comparison.id(), open.board.segment));
    if view.pages.weighing.choices.of != whose {
        view.pages.weighing.choices = State { of: whose, ..State::default() };
    }
    let state = &mut view.pages.weighing.choices;
    // The answer was undone, or deleted.
    state.at = state.at.filter(|at| *at < given.len());

    let names: Vec<String> = sheet.about.iter().map(|(_, name)| name.clone()).collect();
    let at = sheet.about.iter().position(|(about, _)| Some(*about) == sheet.shown).unwrap_or_default();
    if let Some(chosen) = choice_ui(ui, &words.t("choices-ask-about"), &names, at, (open.width * 0.75).floor()) {
        state.about = sheet.about.get(chosen).map(|(about, _)| *about);
        state.go_on();
    }
    ui.add_space(6.0);
    if let Some(question) = &sheet.question {
        question_ui(ui, view, asking, question, given, intents);
    } else {
        quiet_ui(ui, &sheet.nothing);
    }
    answers::answers_ui(ui, view, asking, given, intents);
}

fn question_ui(
    ui: &mut Ui,
    view: &mut View,
    asking: &Asking<'_>,
    question: &PutQuestion,
    given: &[ChoiceAnswer],
    intents: &mut Vec<Intent>,
) {
    let words = asking.open.screen.words;
    let has_keys = !view.grid.focused && ui.is_enabled();
    let state = &mut view.pages.weighing.choices;
    if let Some(at) = question.at {
        quiet_ui(ui, &words.with("choices-editing", &[("number", &(at + 1).to_string())]));
    }
    heading_ui(ui, &question.title);
    ui.add_space(2.0);
    let order = if question.is_ranking {
        ranking::ranking_ui(ui, state, asking.open, question)
    } else {
        cards::cards_ui(ui, asking.open, question, has_keys).map(|place| vec![place])
    };
    quiet_ui(ui, &question.same);
    if !question.prediction.is_empty() && !state.hides_prediction && !question.is_ranking {
        let text = RichText::new(&question.prediction).font(theme::regular(theme::BODY)).color(Colors::of(ui).weak);
        ui.add(egui::Label::new(text).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        if question.at.is_some() {
            if state.at.is_some() && link_ui(ui, &words.t("choices-back")).clicked() {
                state.go_on();
            }
        } else if link_ui(ui, &words.t("choices-skip")).clicked() {
            state.skipped.rotate_right(1);
            state.skipped[0] = question.mark;
            state.go_on();
            // All offers come first of themselves; once they were skipped, they must not come again.
            if matches!(state.about, Some(ChoicesAbout::Offers | ChoicesAbout::Rank)) {
                state.about = None;
            }
        }
        if !question.is_ranking {
            let mut shows = !state.hides_prediction;
            if check_ui(ui, &words.t("choices-show-prediction"), &mut shows, true).changed() {
                state.hides_prediction = !shows;
            }
        }
    });
    let Some(order) = order else { return };
    let answer = ChoiceAnswer { alternatives: question.alternatives.clone(), order };
    let mut choices = given.to_vec();
    match question.at.and_then(|at| choices.get_mut(at)) {
        Some(kept) => *kept = answer,
        None => choices.push(answer),
    }
    if matches!(state.about, Some(ChoicesAbout::Offers | ChoicesAbout::Rank)) {
        state.about = None;
    }
    state.go_on();
    asking.say(Answers::Choices { choices }, Gesture::Once, intents);
}
