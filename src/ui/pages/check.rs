//! What is doubtful in the model, with what mends it.

use egui::{Button, Frame, Margin, RichText, Ui};

use super::{Open, heading_ui, name_it, quiet_ui};
use crate::board::{Check, CheckJump};
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Spot, View};
use crate::ui::{Gesture, Intent, matrix};

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let checks = open.board.checks(open.comparison, words);
    if checks.all.is_empty() {
        heading_ui(ui, &words.t("check-none"));
        ui.add_space(4.0);
        quiet_ui(ui, &words.t("check-none-more"));
        return;
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
        if !check.mends.is_empty() || !check.jumps.is_empty() {
            ui.horizontal_wrapped(|ui| buttons_ui(ui, view, open, check, intents));
        }
    });
    let rect = shown.response.rect;
    let color = if check.matters { colors.warn } else { colors.line };
    ui.painter().vline(rect.left() + 1.5, rect.y_range(), egui::Stroke::new(3.0, color));
}

fn buttons_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, check: &Check, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let small = |text: &str| Button::new(RichText::new(text).size(12.0)).truncate();
    for mend in &check.mends {
        let response = ui.add(small(&mend.text)).on_hover_text(&mend.tip);
        name_it(ui, &response, &mend.label);
        if response.clicked() {
            intents.push(Intent::Edit(mend.edit.clone(), Gesture::Once));
        }
    }
    for jump in &check.jumps {
        let response = ui.add(small(&jump.text)).on_hover_text(words.t("check-jump-tip"));
        name_it(ui, &response, &jump.label);
        if response.clicked() {
            go(ui, view, open, jump);
        }
    }
}

/// Puts the cursor of the matrix on what a finding is about; what it does not say stays as it was, or is the first.
fn go(ui: &Ui, view: &mut View, open: Open<'_>, jump: &CheckJump) {
    let comparison = open.comparison;
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
