//! The bottom: what the numbers say, in sentences.

use egui::{Rect, RichText, ScrollArea, Ui, vec2};

use super::theme::{self, Colors};
use super::{Intent, Screen};
use crate::board::Claim;
use crate::claims::Finding;

/// Height of the panel; room is kept, so that nothing jumps.
pub const HEIGHT: f32 = 92.0;

/// Draws the claims side by side.
pub fn claims_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let Some(board) = screen.board else { return };
    let claims = &board.claims;
    #[expect(clippy::cast_precision_loss, reason = "a handful of claims")]
    let width = ((ui.available_width() - 16.0) / claims.len().clamp(1, 4) as f32 - 16.0).clamp(230.0, 520.0);
    ScrollArea::horizontal().id_salt("claims").auto_shrink(false).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for (i, claim) in claims.iter().enumerate() {
                ui.push_id(i, |ui| claim_ui(ui, screen, claim, width, intents));
            }
        });
    });
}

fn claim_ui(ui: &mut Ui, screen: Screen<'_>, claim: &Claim, width: f32, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT - 22.0), egui::Sense::click());
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    let color = if matches!(claim.finding, Finding::Incomplete { .. }) { colors.warn } else { colors.accent };
    ui.painter().rect_filled(bar, 1.5, color);
    let inner = Rect::from_min_max(rect.min + vec2(13.0, 0.0), rect.max);
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::top_down(egui::Align::Min)));
    child.set_clip_rect(inner.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.y = 3.0;
    let text = RichText::new(&claim.text).size(theme::BODY).color(colors.text);
    child.add(egui::Label::new(text).wrap().selectable(false));
    if !claim.detail.is_empty() {
        let detail = RichText::new(&claim.detail).size(theme::SMALL).color(colors.faint);
        child.add(egui::Label::new(detail).wrap().selectable(false));
    }
    let whole = if claim.detail.is_empty() { claim.text.clone() } else { format!("{}\n{}", claim.text, claim.detail) };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &whole));
    super::field::focus_ring(ui, rect.expand(2.0), &response);
    if response.clicked() {
        intents.push(Intent::CopyText(whole.clone()));
    }
    response.on_hover_text(format!("{whole}\n\n{}", screen.words.t("claim-tip")));
}
