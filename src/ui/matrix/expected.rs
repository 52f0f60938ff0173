//! The card of what the buyer expects: beside the offers, quiet and with a dashed outline, for it is none of them.

use egui::accesskit::Role;
use egui::{Color32, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Sheet;
use super::cards::{figures_ui, strips_ui, title_ui};
use crate::board::Column;
use crate::model::{Edit, OfferId};
use crate::ui::Intent;
use crate::ui::field::{focus_ring, menu_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::Page;
use crate::ui::theme::Colors;
use crate::ui::view::View;
use crate::value::Question;

/// A dashed outline: of what is no offer.
pub(super) fn dashed(ui: &Ui, rect: Rect, color: Color32) {
    let outline = rect.shrink(0.5);
    let corners =
        [outline.left_top(), outline.right_top(), outline.right_bottom(), outline.left_bottom(), outline.left_top()];
    ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(1.0, color), 4.0, 3.0));
}

pub(super) fn card_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    rect: Rect,
    column: &Column,
    intents: &mut Vec<Intent>,
) {
    let card = ui.interact(rect, ui.scope_id().with("card"), Sense::click());
    card.widget_info(|| WidgetInfo::labeled(Role::Button, true, &column.label));
    dashed(ui, rect, Colors::of(ui).faint);
    focus_ring(ui, rect, &card);
    title_ui(ui, sheet, rect, column);
    figures_ui(ui, view, sheet, rect, column);
    strips_ui(ui, view, sheet, rect, column);
    let dots = Rect::from_center_size(pos2(rect.right() - 18.0, rect.top() + 40.0), vec2(22.0, 20.0));
    let hot = ui.rect_contains_pointer(rect) || card.has_focus();
    menu_ui(ui, &card, dots, &column.menu_label, hot, |ui| {
        let words = sheet.words;
        if ui.button(words.t("page-satisfaction")).clicked() {
            (view.page, view.panels.plots) = (Page::Satisfaction, true);
        }
        if ui.button(words.t("menu-show-working")).clicked() {
            view.working = Some((OfferId::EXPECTED, Question::Delivered));
        }
        ui.separator();
        if ui.button(words.t("menu-remove-expectation")).clicked() {
            let edit = Edit::RemoveExpectation { comparison: sheet.comparison.id() };
            intents.push(Intent::Edit(edit, Gesture::Once));
        }
    });
    card.on_hover_text(&column.tip);
}
