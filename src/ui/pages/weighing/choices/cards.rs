//! Offers side by side, one of which is taken.

use egui::accesskit::Role;
use egui::{Align, EventFilter, Key, Layout, Modifiers, Response, RichText, Stroke, Ui, WidgetInfo, vec2};

use crate::board::{ChoiceCard, PutQuestion};
use crate::ui::field::{focus_ring, primary_ui};
use crate::ui::pages::Open;
use crate::ui::theme::{self, Colors};

const GAP: f32 = 8.0;
/// A card narrower than this goes into the next row.
const NARROWEST: f32 = 112.0;
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The cards; gives the place of the one that was taken, by pointer or key.
pub(super) fn cards_ui(ui: &mut Ui, open: Open<'_>, question: &PutQuestion, has_keys: bool) -> Option<usize> {
    let count = question.cards.len();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of cards in a row")]
    let across = (((open.width + GAP) / (NARROWEST + GAP)).floor() as usize)
        .clamp(1, if count == 4 { 2 } else { 3 }.min(count.max(1)));
    #[expect(clippy::cast_precision_loss, reason = "a handful of cards in a row")]
    let width = ((open.width - GAP * (across - 1) as f32) / across as f32).floor();
    let mut taken = None;
    let mut focused = false;
    for (row, cards) in question.cards.chunks(across).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (i, card) in cards.iter().enumerate() {
                let place = row * across + i;
                let is_taken = question.order.first() == Some(&place);
                let response = ui.push_id(("card", place), |ui| card_ui(ui, open, card, is_taken, width)).inner;
                focused |= response.has_focus();
                if response.clicked() {
                    taken = Some(place);
                }
            }
        });
        ui.add_space(GAP);
    }
    taken.or_else(|| by_key(ui, count, has_keys, focused))
}

/// Digits take the offer of that number; of two, the arrows take the one on their side.
fn by_key(ui: &Ui, count: usize, has_keys: bool, focused: bool) -> Option<usize> {
    let elsewhere = ui.memory(|m| m.focused().is_some()) && !focused;
    if !has_keys || elsewhere || egui::Popup::is_any_open(ui.ctx()) {
        return None;
    }
    let pressed = |key: Key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let side = [Key::ArrowLeft, Key::ArrowRight].into_iter().take(if count == 2 { 2 } else { 0 }).position(pressed);
    side.or_else(|| DIGITS.into_iter().take(count).position(pressed))
}

fn card_ui(ui: &mut Ui, open: Open<'_>, card: &ChoiceCard, is_taken: bool, width: f32) -> Response {
    let colors = Colors::of(ui);
    let words = open.screen.words;
    let line = if is_taken { colors.accent } else { colors.line };
    let frame = egui::Frame::new()
        .fill(colors.surface)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(theme::RADIUS)
        .inner_margin(egui::Margin::same(8));
    frame
        .show(ui, |ui| {
            ui.set_width(width - 18.0);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let name = RichText::new(&card.name).font(theme::bold(theme::BODY)).color(colors.text);
                ui.add(egui::Label::new(name).truncate());
                for [criterion, level] in &card.rows {
                    ui.add_space(2.0);
                    let criterion = RichText::new(criterion).font(theme::regular(theme::SMALL)).color(colors.faint);
                    ui.add(egui::Label::new(criterion).truncate());
                    let level = RichText::new(level).font(theme::regular(theme::BODY)).color(colors.text);
                    ui.add(egui::Label::new(level).truncate());
                }
                ui.add_space(4.0);
                let label = words.t(if is_taken { "choices-taken" } else { "choices-take" });
                let response = primary_ui(ui, &label, true);
                let name = words.with("choices-take-name", &[("name", &card.name)]);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(card.summary.as_str()));
                if response.has_focus() {
                    // Arrows choose; they must not move the keyboard.
                    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
                    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
                }
                focus_ring(ui, response.rect.expand2(vec2(2.0, 2.0)), &response);
                response.on_hover_text(words.t("choices-keys"))
            })
            .inner
        })
        .inner
}
