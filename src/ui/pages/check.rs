//! What is doubtful in the model, with what mends it.

use egui::accesskit::Role;
use egui::{Button, Frame, Margin, RichText, Ui, WidgetInfo};

use super::{Open, heading_ui, name_it, quiet_ui, table_ui};
use crate::board::{Check, CheckJump, CheckMend, Checks};
use crate::ui::field::{Sign, link_ui};
use crate::ui::scene::scene_ui;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Spot, View};
use crate::ui::{Gesture, Intent, matrix};

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let checks = open.board.checks(open.comparison, words);
    if checks.all.is_empty() {
        heading_ui(ui, &words.t("check-none"));
        ui.add_space(4.0);
        let more = if checks.dismissed.is_empty() { "check-none-more" } else { "check-none-dismissed" };
        quiet_ui(ui, &words.t(more));
        ui.add_space(8.0);
    }
    for (matters, key) in [(true, "check-matters"), (false, "check-look")] {
        let mut group = checks.all.iter().filter(|check| check.matters == matters).peekable();
        if group.peek().is_none() {
            continue;
        }
        heading_ui(ui, &words.t(key));
        ui.add_space(4.0);
        for check in group {
            check_ui(ui, view, open, check, intents);
            ui.add_space(4.0);
        }
        ui.add_space(8.0);
    }
    dismissed_ui(ui, checks, open, intents);
}

/// What was dismissed, folded until somebody looks.
fn dismissed_ui(ui: &mut Ui, checks: &Checks, open: Open<'_>, intents: &mut Vec<Intent>) {
    if checks.dismissed.is_empty() {
        return;
    }
    fold_ui(ui, "dismissed", &checks.dismissed_title, &checks.dismissed_title, |ui| {
        for check in &checks.dismissed {
            let text = RichText::new(&check.text).size(12.0).color(Colors::of(ui).weak);
            ui.add(egui::Label::new(text).wrap());
            if let Some(back) = &check.settle {
                mend_ui(ui, back, intents);
            }
            ui.add_space(4.0);
        }
        quiet_ui(ui, &open.screen.words.t("check-dismissed-about"));
    });
}

/// A headline that unfolds what is under it; `label` is what a screen reader says of it.
fn fold_ui(ui: &mut Ui, salt: &str, title: &str, label: &str, content: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(("fold", salt, label));
    let is_open = ui.data(|d| d.get_temp(id)).unwrap_or(false);
    let sign = if is_open { Sign::Down } else { Sign::Right };
    let response = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let (rect, _) = ui.allocate_exact_size(egui::vec2(14.0, 18.0), egui::Sense::hover());
            sign.paint(ui, rect.center(), Colors::of(ui).accent);
            link_ui(ui, title)
        })
        .inner;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, label));
    if response.clicked() {
        ui.data_mut(|d| d.insert_temp(id, !is_open));
    }
    if is_open {
        content(ui);
    }
}

fn check_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, check: &Check, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let margin = Margin { left: 10, right: 4, top: 2, bottom: 4 };
    let shown = Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(open.width - 14.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add(egui::Label::new(RichText::new(&check.text).size(theme::BODY).color(colors.text)).wrap());
        if !check.why.is_empty() {
            ui.add(egui::Label::new(RichText::new(&check.why).size(12.0).color(colors.weak)).wrap());
        }
        if let Some(pair) = &check.pair {
            let label = open.screen.words.with("check-pair-label", &[("what", &check.text)]);
            fold_ui(ui, "pair", &pair.title, &label, |ui| {
                scene_ui(ui, &pair.scene, &pair.title, &pair.summary);
                table_ui(ui, &pair.table, &label);
            });
        }
        for mend in &check.mends {
            mend_ui(ui, mend, intents);
            if !mend.effect.is_empty() {
                let text = RichText::new(&mend.effect).size(12.0).color(colors.faint);
                ui.add(egui::Label::new(text).wrap());
                ui.add_space(4.0);
            }
        }
        ui.horizontal_wrapped(|ui| buttons_ui(ui, view, open, check, intents));
    });
    let rect = shown.response.rect;
    let color = if check.matters { colors.warn } else { colors.line };
    ui.painter().vline(rect.left() + 1.5, rect.y_range(), egui::Stroke::new(3.0, color));
}

fn buttons_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, check: &Check, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    for jump in &check.jumps {
        let tip = if jump.to_scale { "check-scale-tip" } else { "check-jump-tip" };
        let response = ui.add(small(&jump.text)).on_hover_text(words.t(tip));
        name_it(ui, &response, &jump.label);
        if response.clicked() {
            go(ui, view, open, jump);
        }
    }
    if let Some(dismiss) = &check.settle {
        mend_ui(ui, dismiss, intents);
    }
}

fn small(text: &str) -> Button<'_> {
    Button::new(RichText::new(text).size(12.0)).truncate()
}

fn mend_ui(ui: &mut Ui, mend: &CheckMend, intents: &mut Vec<Intent>) {
    let response = ui.add(small(&mend.text)).on_hover_text(&mend.tip);
    name_it(ui, &response, &mend.label);
    if response.clicked() {
        intents.push(Intent::Edit(mend.edit.clone(), Gesture::Once));
    }
}

/// Puts the cursor of the matrix on what a finding is about; what it does not say stays as it was, or is the first.
fn go(ui: &Ui, view: &mut View, open: Open<'_>, jump: &CheckJump) {
    let comparison = open.comparison;
    if let Some(criterion) = jump.place.criterion.filter(|_| jump.to_scale) {
        super::scale::show(view, comparison, criterion);
        return;
    }
    let before = view.grid.cursor;
    let criterion = jump.place.criterion.or(before.map(|spot| spot.criterion));
    let criterion = criterion.or_else(|| comparison.criteria.first().map(|c| c.id));
    let offer = jump.place.offer.or(before.map(|spot| spot.offer)).or_else(|| comparison.offers.first().map(|o| o.id));
    let Some((criterion, offer)) = criterion.zip(offer) else { return };
    if let Some(dimension) = comparison.criterion(criterion).map(|c| c.dimension) {
        view.folded.remove(&(comparison.id(), dimension));
    }
    let spot = Some(Spot { criterion, offer });
    view.grid.editing = None;
    (view.grid.cursor, view.grid.anchor, view.grid.reveal) = (spot, spot, true);
    matrix::focus(ui.ctx());
}
