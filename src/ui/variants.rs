//! The variants of a comparison, indented under it in the list.

use egui::accesskit::Role;
use egui::{Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::dialogs::VariantForm;
use super::field::{focus_ring, menu_ui};
use super::intent::Gesture;
use super::theme::{self, Colors};
use super::view::Dialog;
use super::{Intent, Screen, WhatIfAsk};
use crate::model::{Comparison, Edit, Variant};

const HEIGHT: f32 = 24.0;
/// From one generation to the next.
const STEP: f32 = 12.0;
/// Deeper ones are no further to the right: the list is narrow.
const DEEPEST: usize = 4;

/// Draws the variants of a comparison, parents before their children.
pub fn variants_ui(ui: &mut Ui, screen: Screen<'_>, comparison: &Comparison, intents: &mut Vec<Intent>) {
    for (depth, variant) in comparison.variant_tree() {
        ui.push_id(("variant", variant.id.0), |ui| variant_ui(ui, screen, comparison, variant, depth, intents));
    }
}

fn variant_ui(
    ui: &mut Ui,
    screen: Screen<'_>,
    comparison: &Comparison,
    variant: &Variant,
    depth: usize,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let words = screen.words;
    let name = variant.name.get(words.lang());
    let shown = screen.what_if.filter(|_| screen.comparison.is_some_and(|c| c.id() == comparison.id()));
    let chosen = shown.and_then(|w| w.variant).is_some_and(|v| v.id == variant.id);
    let label = words.with("variant-item", &[("name", name)]);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &label));
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        return;
    }
    let hot = response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
    if chosen || hot {
        ui.painter().rect_filled(rect, theme::RADIUS, if chosen { colors.accent_soft } else { colors.hover });
    }
    focus_ring(ui, rect, &response);
    #[expect(clippy::cast_precision_loss, reason = "a few generations")]
    let indent = 20.0 + STEP * depth.min(DEEPEST) as f32;
    let (x, y) = (rect.left() + indent, rect.center().y);
    // A little elbow from the parent.
    let stroke = Stroke::new(1.0, colors.line);
    ui.painter().vline(x - 8.0, egui::Rangef::new(rect.top(), y), stroke);
    ui.painter().hline(egui::Rangef::new(x - 8.0, x - 3.0), y, stroke);
    let (font, color) = if chosen { (theme::bold(12.0), colors.accent) } else { (theme::regular(12.0), colors.weak) };
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.right() - x - if hot { 28.0 } else { 6.0 });
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, color);
    let dots = Rect::from_center_size(pos2(rect.right() - 14.0, y), vec2(22.0, 20.0));
    let in_use = hot || egui::Popup::is_any_open(ui.ctx()) || ui.memory(|m| m.focused().is_some());
    let menu_label = if in_use { words.with("menu-of", &[("name", name)]) } else { String::new() };
    menu_ui(ui, &response, dots, &menu_label, hot, |ui| variant_menu(ui, screen, comparison, variant, intents));
    if response.clicked() {
        intents.push(Intent::WhatIf(WhatIfAsk::Open(comparison.id(), variant.id)));
    }
    if response.has_focus() && ui.input(|i| i.key_pressed(Key::F2)) {
        describe(comparison, variant, intents);
    }
    if response.has_focus() && ui.input(|i| i.key_pressed(Key::Delete)) {
        intents.push(remove(comparison, variant));
    }
    response.on_hover_ui(|ui| {
        let reason = variant.reason.get(words.lang());
        let count = words.count("what-if-changes", variant.differences.len());
        ui.label(if reason.is_empty() { format!("{name}\n{count}") } else { format!("{name}\n{count}\n{reason}") });
    });
}

fn describe(comparison: &Comparison, variant: &Variant, intents: &mut Vec<Intent>) {
    intents.push(Intent::Open(Box::new(Dialog::Variant(VariantForm::of(comparison, variant)))));
}

fn remove(comparison: &Comparison, variant: &Variant) -> Intent {
    Intent::Edit(Edit::RemoveVariant { comparison: comparison.id(), variant: variant.id }, Gesture::Once)
}

fn variant_menu(
    ui: &mut Ui,
    screen: Screen<'_>,
    comparison: &Comparison,
    variant: &Variant,
    intents: &mut Vec<Intent>,
) {
    let words = screen.words;
    let id = comparison.id();
    if ui.button(words.t("variant-open")).clicked() {
        intents.push(Intent::WhatIf(WhatIfAsk::Open(id, variant.id)));
    }
    if ui.button(words.t("variant-branch")).clicked() {
        intents.push(Intent::WhatIf(WhatIfAsk::Branch(id, variant.id)));
    }
    if ui.button(words.t("variant-describe")).clicked() {
        describe(comparison, variant, intents);
    }
    if ui.button(words.t("variant-apply")).clicked() {
        let (differences, name) = (variant.differences.clone(), Some(variant.name.clone()));
        let edit = Edit::ApplyDifferences { comparison: id, differences, name };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
    ui.separator();
    if ui.button(words.t("menu-delete")).clicked() {
        intents.push(remove(comparison, variant));
    }
}
