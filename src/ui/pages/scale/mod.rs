//! The scale of one criterion: its curve or its named levels, changed by hand with what that does to CDV beside it.

mod curve;
mod judged;
mod named;
mod offers;
mod questions;
mod rating;

use std::collections::BTreeMap;

use egui::{RichText, Ui};

use super::{Drawn, Open, figure_ui, kept, quiet_ui};
use crate::board::{Ask, RowKind, ScaleOptions, curve_of};
use crate::model::{
    Account, Comparison, ComparisonId, Criterion, CriterionId, Curve, Edit, Leaf, MidValue, Scale, leaf_of,
};
use crate::ui::Intent;
use crate::ui::dialogs::CriterionForm;
use crate::ui::field::{link_ui, name_it};
use crate::ui::intent::Gesture;
use crate::ui::theme::Colors;
use crate::ui::view::{Dialog, View};

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Whose scale; the first criterion's with one where absent.
    pub leaf: Option<Leaf>,
    /// The comparison that the choice was made for; `None` where it was made elsewhere and is to be taken.
    pub comparison: Option<ComparisonId>,
    /// What was shown of each comparison last.
    pub kept: BTreeMap<ComparisonId, Leaf>,
    /// The row of the table that was selected last: another one brings its scale.
    cursor: Option<CriterionId>,
    /// A drag that goes on.
    held: Option<Held>,
    /// The mid-value question that is open.
    asked: Option<MidValue>,
    /// What its slider stands at.
    answer: Option<f64>,
    /// True where named levels are judged in pairs.
    judging: bool,
    /// Points from judgements are stretched from 0 to 100.
    stretched: bool,
    /// The random index is shown, to be changed.
    shows_index: bool,
}

impl State {
    /// The state with another scale to look at.
    pub fn look_at(&mut self, leaf: Leaf) {
        (self.leaf, self.comparison, self.asked, self.answer) = (Some(leaf), None, None, None);
    }
}

/// What a drag started from.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    /// Ranges of x and y, which stay as long as it lasts.
    ranges: [[f64; 2]; 2],
    /// The curve as it was; `None` for named levels.
    start: Option<Curve>,
}

/// What is edited.
#[derive(Clone, Copy)]
struct Subject<'a> {
    leaf: Leaf,
    /// Of a criterion, or of the first amount of money.
    criterion: &'a Criterion,
    name: &'a str,
}

impl<'a> Subject<'a> {
    fn of(open: Open<'a>, leaf: Leaf) -> Option<Self> {
        let comparison = open.comparison;
        let criterion = match leaf {
            Leaf::Criterion(id) => comparison.criterion(id)?,
            Leaf::Ownership => comparison.money_criteria().next()?,
        };
        let row = open.board.rows.iter().find(|row| row.leaf == Some(leaf));
        let name = row.map_or_else(|| criterion.name.get(open.screen.words.lang()), |row| row.name.as_str());
        Some(Self { leaf, criterion, name })
    }
}

/// Shows the scale that a criterion is scored by.
pub(in crate::ui) fn show(view: &mut View, comparison: &Comparison, criterion: CriterionId) {
    if let Some(criterion) = comparison.criterion(criterion) {
        view.pages.scale.look_at(leaf_of(criterion));
        (view.page, view.panels.plots) = (super::Page::Scale, true);
    }
}

/// Goes to the scale of the row that is newly selected in the table, unless another one was just asked for.
fn follow_cursor(view: &mut View, comparison: &Comparison) {
    let cursor = view.grid.cursor.map(|spot| spot.criterion);
    let state = &mut view.pages.scale;
    if state.held.is_some() || state.cursor == cursor {
        return;
    }
    state.cursor = cursor;
    let was_asked_for = state.comparison != Some(comparison.id());
    if let Some(criterion) = cursor.and_then(|id| comparison.criterion(id)).filter(|_| !was_asked_for) {
        state.look_at(leaf_of(criterion));
    }
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    follow_cursor(view, open.comparison);
    return_to(&mut view.pages.scale, open.comparison.id());
    let leaf = chosen(view, open);
    if view.pages.scale.leaf != leaf {
        // Another scale: what was asked about the last one is over.
        (view.pages.scale.asked, view.pages.scale.answer) = (None, None);
    }
    view.pages.scale.leaf = leaf;
    view.pages.scale.kept.extend(leaf.map(|leaf| (open.comparison.id(), leaf)));
    let subject = leaf.and_then(|leaf| Subject::of(open, leaf));
    end_lost_drag(ui, view, open, subject, intents);
    let ranges = view.pages.scale.held.as_ref().map(|held| held.ranges);
    let judging = view.pages.scale.judging;
    let ask = Ask::Scale(ScaleOptions { width: open.width, leaf, ranges, judging });
    let figure = kept(view, open, &ask, intents);
    let choices = |ui: &mut Ui, view: &mut View, intents: &mut Vec<Intent>| {
        if let Some(subject) = subject {
            choices_ui(ui, view, open, subject, intents);
        }
    };
    let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    let Some(subject) = subject else { return };
    ui.add_space(8.0);
    match &subject.criterion.scale {
        Scale::Money { .. } if open.comparison.header.account == Account::Money => {}
        Scale::Rating { .. } => {
            rating::bounds_ui(ui, open, subject, intents);
            offers::offers_ui(ui, view, open, subject);
        }
        Scale::Category { levels, .. } => {
            named::handles_ui(ui, view, open, subject, drawn.as_ref(), intents);
            offers::offers_ui(ui, view, open, subject);
            ui.add_space(8.0);
            named::levels_ui(ui, open, subject, levels, intents);
            if open.comparison.header.account == Account::Points {
                judged::judged_ui(ui, view, open, subject, &figure.judged, intents);
            }
        }
        Scale::Measure { .. } | Scale::Money { .. } => {
            let Some(curve) = curve_of(open.comparison, subject.leaf) else { return };
            curve::handles_ui(ui, view, open, subject, &curve, drawn.as_ref(), intents);
            curve::tools_ui(ui, view, open, subject, &curve, intents);
            questions::questions_ui(ui, view, open, subject, &curve, intents);
            offers::offers_ui(ui, view, open, subject);
            ui.add_space(8.0);
            curve::points_ui(ui, open, subject, &curve, intents);
        }
    }
}

/// Another comparison shows what it showed last.
fn return_to(page: &mut State, comparison: ComparisonId) {
    if page.comparison.is_some_and(|other| other != comparison) {
        page.leaf = page.kept.get(&comparison).copied();
    }
    page.comparison = Some(comparison);
}

/// The leaf shown: as chosen, while it is there, else the first that has a scale to edit.
fn chosen(view: &View, open: Open<'_>) -> Option<Leaf> {
    let leaves = || open.board.rows.iter().filter_map(|row| row.leaf);
    let has_scale = |leaf: &Leaf| *leaf != Leaf::Ownership || open.comparison.header.account == Account::Points;
    let is_there = |leaf: &Leaf| leaves().any(|other| other == *leaf);
    view.pages.scale.leaf.filter(is_there).or_else(|| leaves().find(has_scale)).or_else(|| leaves().next())
}

fn choices_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, subject: Subject<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    ui.horizontal(|ui| {
        let room = (open.width * 0.55).min(200.0);
        let text = RichText::new(subject.name).size(12.0);
        let combo = egui::ComboBox::from_id_salt("scale-leaf").width(room).height(320.0).truncate();
        let response = combo.selected_text(text).show_ui(ui, |ui| {
            for row in &open.board.rows {
                match (row.kind, row.leaf) {
                    (RowKind::Side(_), _) => {}
                    (RowKind::Dimension(_), _) => {
                        ui.label(RichText::new(&row.name).size(12.0).color(Colors::of(ui).faint));
                    }
                    (_, Some(leaf)) => {
                        let text = format!("    {}", row.name);
                        if ui.selectable_label(leaf == subject.leaf, text).clicked() {
                            view.pages.scale.look_at(leaf);
                        }
                    }
                    (_, None) => {}
                }
            }
        });
        name_it(ui, &response.response, &words.t("scale-page-choice"));
        if link_ui(ui, &words.t("menu-edit-criterion")).clicked() {
            let form = CriterionForm::edit(open.comparison, subject.criterion.id, words.lang());
            intents.push(Intent::Open(Box::new(Dialog::Criterion(form))));
        }
    });
}

/// Ends a drag whose chart has left the screen, so that the handle saw no end of it.
fn end_lost_drag(ui: &Ui, view: &mut View, open: Open<'_>, subject: Option<Subject<'_>>, intents: &mut Vec<Intent>) {
    if view.pages.scale.held.is_none() || ui.input(|i| i.pointer.any_down() || i.pointer.any_released()) {
        return;
    }
    view.pages.scale.held = None;
    // What was shown last is kept; the edit only says where.
    let same = subject.map(|s| set_scale(open, s, s.criterion.scale.clone()));
    intents.extend(same.map(|edit| Intent::Edit(edit, Gesture::Ended)));
}

fn set_scale(open: Open<'_>, subject: Subject<'_>, scale: Scale) -> Edit {
    Edit::SetScale { comparison: open.comparison.id(), criterion: subject.criterion.id, scale }
}

/// Remembers what a drag started from, and forgets it where it is over.
fn hold(view: &mut View, drawn: &Drawn, start: Option<&Curve>, gesture: Gesture) {
    let page = &mut view.pages.scale;
    if gesture != Gesture::Ongoing {
        page.held = None;
    } else if page.held.is_none() {
        page.held = drawn.plot.map(|plot| Held { ranges: [plot.x_range, plot.y_range], start: start.cloned() });
    }
}

/// A line of small words above a part of the page.
fn caption_ui(ui: &mut Ui, text: &str) {
    ui.add_space(4.0);
    quiet_ui(ui, text);
}
