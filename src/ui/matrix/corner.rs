//! The corner over the criteria: what this comparison is, and how it grows.

use egui::{RichText, Ui, vec2};

use super::Sheet;
use crate::model::{Account, CriterionId, Dimension, Edit};
use crate::ui::Intent;
use crate::ui::dialogs::{ComparisonForm, CriterionForm};
use crate::ui::field::{check_ui, link_ui, short_link_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Dialog, View};
use crate::words::brief;

pub(super) fn corner_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let words = sheet.words;
    let header = &sheet.comparison.header;
    let rect = ui.max_rect().shrink2(vec2(16.0, 14.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 3.0);
        let title = RichText::new(header.name.get(words.lang())).font(theme::bold(15.0)).color(colors.text);
        let title = ui.add(egui::Label::new(title).truncate().sense(egui::Sense::click()));
        let title = title.on_hover_text(format!("{}\n{}", header.name.get(words.lang()), words.t("corner-settings")));
        if title.double_clicked() {
            open_settings(sheet, intents);
        }
        ui.add_space(2.0);
        let quiet = |text: String| RichText::new(text).size(12.0).color(colors.weak);
        let emphasis = sheet.board.weighting.cost_emphasis;
        let formula = match header.account {
            Account::Points if (emphasis - 1.0).abs() < f64::EPSILON => words.t("corner-formula"),
            Account::Points => words.with("corner-formula-emphasis", &[("emphasis", &brief(emphasis))]),
            Account::Money => words.t("corner-formula-money"),
        };
        ui.add(egui::Label::new(quiet(formula)).truncate());
        if view.break_even {
            note_ui(ui, &words.t("tie-about"), colors);
        } else if header.note.is_blank() {
            let weights = words.t(match header.account {
                Account::Points => "corner-weights",
                Account::Money => "corner-money",
            });
            ui.add(egui::Label::new(quiet(weights)).wrap());
        } else {
            note_ui(ui, header.note.get(words.lang()), colors);
        }
        ui.add_space(3.0);
        ui.horizontal_wrapped(|ui| {
            if short_link_ui(ui, &words.t("add-offer-short"), &words.t("add-offer")).clicked() {
                intents.push(Intent::AddOffer);
            }
            if short_link_ui(ui, &words.t("add-criterion-short"), &words.t("add-criterion")).clicked() {
                let form = CriterionForm::add(sheet.comparison, Dimension::Product, words.lang(), usize::MAX);
                intents.push(Intent::Open(Box::new(Dialog::Criterion(form))));
            }
            if header.expectation.is_none()
                && short_link_ui(ui, &words.t("add-expectation-short"), &words.t("add-expectation")).clicked()
            {
                let edit = Edit::AddExpectation { comparison: sheet.comparison.id() };
                intents.push(Intent::Edit(edit, Gesture::Once));
            }
            if link_ui(ui, &words.t("settings")).clicked() {
                open_settings(sheet, intents);
            }
            check_ui(ui, &words.t("tie-short"), &mut view.break_even, true);
        });
    });
}

/// At most three lines; the whole text in the tooltip.
fn note_ui(ui: &mut Ui, note: &str, colors: &Colors) {
    let mut job =
        egui::text::LayoutJob::simple(note.to_owned(), theme::regular(12.0), colors.weak, ui.available_width());
    job.wrap.max_rows = 3;
    // A label that is cut shows its whole by itself.
    ui.add(egui::Label::new(job));
}

fn open_settings(sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    intents.push(Intent::Open(Box::new(Dialog::Comparison(ComparisonForm::of(sheet.comparison)))));
}

/// Opens the dialog of a criterion.
pub(super) fn open_criterion(sheet: &Sheet<'_>, id: CriterionId, intents: &mut Vec<Intent>) {
    let form = CriterionForm::edit(sheet.comparison, id, sheet.words.lang());
    intents.push(Intent::Open(Box::new(Dialog::Criterion(form))));
}
