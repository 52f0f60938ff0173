//! Where weights come from: one method at a time, its questions and answers, and the weights that follow.

mod choices;
mod order;
mod pairwise;
mod points;
mod row;
mod swing;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{RichText, Ui};

use super::{Open, Page, figure_ui, kept, quiet_ui};
use crate::board::{Ask, Figure, MethodsOptions, Sheet, WeighingOptions};
use crate::model::{Answers, ComparisonId, Dimension, Elicited, Method, Scope, Side};
use crate::ui::Intent;
use crate::ui::field::{choice_ui, link_ui, primary_ui};
use crate::ui::intent::{Gesture, Said};
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;
use crate::ui::working::{as_text, steps_ui};

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is weighed in each comparison; the dimensions of the value side where absent.
    pub scope: BTreeMap<ComparisonId, Scope>,
    /// How; the method in force where absent, by hand where there is none.
    pub method: Option<Option<Method>>,
    /// The pairs.
    pub pairs: pairwise::State,
    /// What is asked to choose from.
    pub choices: choices::State,
    /// The arithmetic behind the weights is shown.
    pub worked: bool,
}

/// Opens the page on what is to be weighed, by the method in force.
pub(in crate::ui) fn open(view: &mut View, comparison: ComparisonId, scope: Scope) {
    view.page = Page::Weighing;
    view.panels.plots = true;
    view.pages.weighing.scope.insert(comparison, scope);
    view.pages.weighing.method = None;
}

/// What a method's questions are drawn from.
pub(super) struct Asking<'a> {
    pub open: Open<'a>,
    pub scope: Scope,
    pub sheet: &'a Sheet,
}

impl Asking<'_> {
    /// Keeps `answers`; their weights are used where they are in use already.
    pub fn say(&self, answers: Answers, gesture: Gesture, intents: &mut Vec<Intent>) {
        let said = Said { scope: self.scope, answers, use_weights: false };
        intents.push(Intent::Answer(Box::new(said), gesture));
    }
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let scope = scope(view, open);
    // As chosen; else the method in force, or one that was answered.
    let kept_answers = open.comparison.segment(open.board.segment).and_then(|segment| {
        let kept = || segment.elicited.iter().filter(|e| e.scope == scope);
        kept().find(|e| e.in_force).or_else(|| kept().next()).map(Elicited::method)
    });
    let method = view.pages.weighing.method.unwrap_or(kept_answers).filter(|method: &Method| method.suits(scope));
    let ask =
        Ask::Weighing(WeighingOptions { width: open.width, scope, method, choices: choices::options(view, open) });
    let figure: Arc<Figure> = kept(view, open, &ask, intents);
    let asking = Asking { open, scope, sheet: &figure.weighing };
    if !asking.sheet.items.is_empty() {
        chooser_ui(ui, view, &asking, method);
        quiet_ui(ui, &asking.sheet.about);
        ui.add_space(8.0);
        // What is shown of older answers until newer ones are worked out must not be answered: it would bring them back.
        let is_current = view.scenes.figures.get(&ask.picture()).is_some_and(|(made_for, _)| *made_for == ask);
        ui.add_enabled_ui(is_current, |ui| answers_ui(ui, view, &asking, method, intents));
        ui.add_space(14.0);
    }
    figure_ui(ui, view, open, ask, intents, |_, _| {}, |_, _, _| {});
    ui.add_space(14.0);
    let ask = Ask::Methods(MethodsOptions { width: open.width, scope });
    figure_ui(ui, view, open, ask, intents, |_, _| {}, |_, _, _| {});
}

/// The questions and answers, with what can be done with them.
fn answers_ui(ui: &mut Ui, view: &mut View, asking: &Asking<'_>, method: Option<Method>, intents: &mut Vec<Intent>) {
    match &asking.sheet.answers {
        _ if method.is_none() => points::by_hand_ui(ui, asking, intents),
        Answers::Points { points } => points::questions_ui(ui, asking, points, intents),
        Answers::Pairwise { .. } => pairwise::questions_ui(ui, view, asking, intents),
        Answers::Choices { choices } => choices::questions_ui(ui, view, asking, choices, intents),
        Answers::Swing { swings } => swing::questions_ui(ui, asking, swings, intents),
        Answers::RankOrder { formula, .. } => order::questions_ui(ui, asking, *formula, intents),
        Answers::Money { swings, at } => swing::money_ui(ui, asking, swings, *at, intents),
    }
    if method.is_some() {
        ui.add_space(6.0);
        use_ui(ui, asking, method, intents);
        worked_ui(ui, view, asking, intents);
    }
}

/// What is weighed: as chosen, while it has something to weigh, else the first dimension level that has.
fn scope(view: &View, open: Open<'_>) -> Scope {
    let leaves = open.comparison.leaves();
    let has_items = |scope: &Scope| scope.items(&leaves).len() > 1;
    let chosen = view.pages.weighing.scope.get(&open.comparison.id()).copied().filter(has_items);
    let first = [Scope::Dimensions(Side::Value), Scope::Dimensions(Side::Cost)];
    let criteria = Dimension::ALL.into_iter().map(Scope::Criteria);
    // What was answered, in force first.
    let answered = open.comparison.segment(open.board.segment).and_then(|segment| {
        let kept = || segment.elicited.iter().filter(|e| has_items(&e.scope));
        kept().find(|e| e.in_force).or_else(|| kept().next()).map(|e| e.scope)
    });
    let chosen = chosen.or(answered);
    chosen.or_else(|| first.into_iter().chain(criteria).chain([Scope::Both]).find(has_items)).unwrap_or(Scope::Both)
}

fn chooser_ui(ui: &mut Ui, view: &mut View, asking: &Asking<'_>, method: Option<Method>) {
    let (words, sheet) = (asking.open.screen.words, asking.sheet);
    let page = &mut view.pages.weighing;
    let half = ((asking.open.width - 10.0) / 2.0).floor();
    ui.horizontal(|ui| {
        let names: Vec<String> = sheet.scopes.iter().map(|(_, name)| name.clone()).collect();
        let at = sheet.scopes.iter().position(|(scope, _)| *scope == asking.scope).unwrap_or_default();
        if let Some(chosen) = choice_ui(ui, &words.t("weighing-what"), &names, at, half) {
            page.scope.insert(asking.open.comparison.id(), sheet.scopes[chosen].0);
            page.method = None;
        }
        let names: Vec<String> = sheet.methods.iter().map(|(_, name)| name.clone()).collect();
        let at = sheet.methods.iter().position(|(m, _)| *m == method).unwrap_or_default();
        if let Some(chosen) = choice_ui(ui, &words.t("weighing-how"), &names, at, half) {
            page.method = Some(sheet.methods[chosen].0);
        }
    });
}

/// How far the answers are, with the ways to use their weights and to let them go.
fn use_ui(ui: &mut Ui, asking: &Asking<'_>, method: Option<Method>, intents: &mut Vec<Intent>) {
    let (words, sheet) = (asking.open.screen.words, asking.sheet);
    let text = RichText::new(&sheet.state).font(theme::regular(theme::BODY)).color(Colors::of(ui).text);
    ui.add(egui::Label::new(text).wrap());
    ui.horizontal(|ui| {
        let is_used = sheet.in_force == method;
        // It stays where it is, so that a second click hits nothing else.
        if primary_ui(ui, &words.t("weighing-use"), sheet.is_complete && !is_used).clicked() {
            let said = Said { scope: asking.scope, answers: sheet.answers.clone(), use_weights: true };
            intents.push(Intent::Answer(Box::new(said), Gesture::Once));
        }
        if !sheet.answers.is_empty() && link_ui(ui, &words.t("weighing-forget")).clicked() {
            asking.say(Answers::none(sheet.answers.method()), Gesture::Once, intents);
        }
    });
}

/// The arithmetic that takes the answers to the weights, where it is asked for.
fn worked_ui(ui: &mut Ui, view: &mut View, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    let (words, sheet) = (asking.open.screen.words, asking.sheet);
    if sheet.worked.is_empty() {
        return;
    }
    let is_shown = view.pages.weighing.worked;
    if link_ui(ui, &words.t(if is_shown { "worked-hide" } else { "worked-show" })).clicked() {
        view.pages.weighing.worked = !is_shown;
    }
    if is_shown {
        ui.add_space(4.0);
        ui.scope(|ui| steps_ui(ui, &sheet.worked, false));
        if ui.button(words.t("copy-working")).clicked() {
            intents.push(Intent::CopyText(as_text(&sheet.about, &sheet.worked)));
        }
    }
}
