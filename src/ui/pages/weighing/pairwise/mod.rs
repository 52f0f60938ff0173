//! Pairs: which of two matters more and how many times as much, asked one at a time or in a matrix.

mod matrix;
mod question;
mod scale;

use egui::{RichText, Ui};

use super::Asking;
use crate::board::Consistency;
use crate::model::{Answers, ComparisonId, Scope};
use crate::ui::Intent;
use crate::ui::field::{link_ui, segmented_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::quiet_ui;
use crate::ui::pages::random_index::index_ui;
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;

/// What is chosen of the pairs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The matrix instead of one question at a time.
    pub as_matrix: bool,
    /// The random index is shown, to be changed.
    pub shows_index: bool,
    /// Where one is in the questions.
    pub walk: Walk,
}

/// A way through the questions about one set of items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// Which questions.
    pub of: Option<(ComparisonId, Scope)>,
    /// The pair that is asked about; the one that tells most where absent.
    pub at: Option<usize>,
    /// Those asked before, the last one last.
    pub before: Vec<usize>,
    /// Those that were skipped.
    pub aside: Vec<usize>,
    /// Goes on in spite of the number of questions.
    pub goes_on: bool,
    /// The cell of the matrix that has the keyboard: row and column, of the upper triangle.
    pub cursor: Option<[usize; 2]>,
    /// What is typed into it.
    pub typing: Option<Typing>,
}

/// A judgement that is being typed into the matrix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    /// What was typed so far.
    pub text: String,
    /// Why it was not taken.
    pub error: Option<String>,
    /// True until the input has the keyboard.
    pub fresh: bool,
    /// True where the text begins with what was typed, so that the cursor belongs behind it.
    pub typed: bool,
}

impl Walk {
    /// Goes to another question, from the one at `from`.
    fn go(&mut self, from: Option<usize>, to: Option<usize>) {
        self.before.extend(from.filter(|from| Some(*from) != to));
        self.at = to;
    }
}

pub(super) fn questions_ui(ui: &mut Ui, view: &mut View, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    let (words, sheet) = (asking.open.screen.words, &asking.sheet.pairs);
    let of = Some((asking.open.comparison.id(), asking.scope));
    let state = &mut view.pages.weighing.pairs;
    if state.walk.of != of {
        state.walk = Walk { of, ..Walk::default() };
    }
    let is_begun = sheet.pairs.iter().any(|pair| pair.ratio.is_some());
    if let Some(effort) = &sheet.effort {
        effort_ui(ui, view, asking, is_begun);
        if effort.is_refused || !is_begun && !view.pages.weighing.pairs.walk.goes_on {
            return;
        }
    }
    let state = &mut view.pages.weighing.pairs;
    let ways = [words.t("pairs-as-questions"), words.t("pairs-as-matrix")];
    if let Some(chosen) = segmented_ui(ui, &words.t("pairs-as"), &ways, usize::from(state.as_matrix)) {
        state.as_matrix = chosen == 1;
    }
    ui.add_space(6.0);
    if state.as_matrix {
        matrix::matrix_ui(ui, &mut state.walk, asking, intents);
    } else {
        question::question_ui(ui, &mut state.walk, asking, intents);
    }
    if !sheet.emphasis.is_empty() {
        ui.add_space(4.0);
        ui.label(RichText::new(&sheet.emphasis).font(theme::bold(theme::BODY)).color(Colors::of(ui).text));
    }
    if let Some(consistency) = &sheet.consistency {
        ui.add_space(8.0);
        consistency_ui(ui, state, asking, consistency, intents);
    }
}

impl Asking<'_> {
    /// Keeps another judgement of a pair, or none.
    fn judge(&self, at: usize, ratio: Option<f64>, gesture: Gesture, intents: &mut Vec<Intent>) {
        if let Some(answers) = self.sheet.pairs.judged(&self.sheet.answers, at, ratio) {
            self.say(answers, gesture, intents);
        }
    }
}

/// How many questions there are, with the ways around them.
fn effort_ui(ui: &mut Ui, view: &mut View, asking: &Asking<'_>, is_begun: bool) {
    let Some(effort) = &asking.sheet.pairs.effort else { return };
    let colors = Colors::of(ui);
    let page = &mut view.pages.weighing;
    egui::Frame::new().fill(colors.warn_soft).corner_radius(theme::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(asking.open.width - 16.0);
        ui.add(egui::Label::new(RichText::new(&effort.text).color(colors.text)).wrap());
        ui.horizontal_wrapped(|ui| {
            for (scope, method, name) in &effort.ways {
                if ui.button(name).clicked() {
                    page.scope.insert(asking.open.comparison.id(), *scope);
                    page.method = Some(Some(*method));
                }
            }
            let may_go_on = !effort.is_refused && !is_begun && !page.pairs.walk.goes_on;
            if may_go_on && link_ui(ui, &asking.open.screen.words.t("pairs-go-on")).clicked() {
                page.pairs.walk.goes_on = true;
            }
        });
    });
    ui.add_space(6.0);
}

/// λmax, CI, random index and CR, and the judgement that fits worst.
fn consistency_ui(
    ui: &mut Ui,
    state: &mut State,
    asking: &Asking<'_>,
    consistency: &Consistency,
    intents: &mut Vec<Intent>,
) {
    let (words, sheet, colors) = (asking.open.screen.words, &asking.sheet.pairs, Colors::of(ui));
    let quarter = ((asking.open.width - 24.0) / 4.0).floor().min(110.0);
    ui.horizontal(|ui| {
        for [name, value, about] in &consistency.figures {
            let response = ui.vertical(|ui| {
                ui.set_width(quarter);
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.label(RichText::new(name).size(theme::SMALL).color(colors.weak));
                ui.label(RichText::new(value).font(theme::bold(theme::BODY)).color(colors.text));
            });
            response.response.on_hover_text(about);
        }
    });
    let color = if consistency.is_poor { colors.warn } else { colors.weak };
    ui.add(egui::Label::new(RichText::new(&consistency.verdict).color(color)).wrap());
    if let Some(misfit) = &consistency.misfit {
        ui.add(egui::Label::new(RichText::new(&misfit.text).color(colors.text)).wrap());
        ui.horizontal(|ui| {
            if ui.button(&misfit.button).clicked() {
                asking.judge(misfit.pair, Some(misfit.take), Gesture::Once, intents);
            }
            if link_ui(ui, &words.t("pairs-look-at-it")).clicked() {
                let pair = &sheet.pairs[misfit.pair];
                state.walk.go(state.walk.at, Some(misfit.pair));
                (state.walk.cursor, state.walk.typing) = (Some([pair.row, pair.column]), None);
            }
        });
    }
    if sheet.pairs.len() > 1 {
        let table = index_ui(ui, words, asking.open.width, &sheet.table, &mut state.shows_index);
        if let Some(answers) = table.and_then(|table| with_index(&asking.sheet.answers, table)) {
            asking.say(answers, Gesture::Once, intents);
        }
    }
}

/// Judgements with another random index.
fn with_index(answers: &Answers, table: Vec<f64>) -> Option<Answers> {
    let Answers::Pairwise { judgements, .. } = answers else { return None };
    Some(Answers::Pairwise { judgements: judgements.clone(), random_index: table })
}

/// What the steps are called, and what the keys do.
fn legend_ui(ui: &mut Ui, asking: &Asking<'_>, keys: &str) {
    quiet_ui(ui, &asking.open.screen.words.t("pairs-legend"));
    quiet_ui(ui, &asking.open.screen.words.t(keys));
}
