//! The bottom: what the numbers say, in sentences.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Rect, Response, RichText, ScrollArea, Ui, pos2, vec2};

use super::field::{Sign, menu_ui, placed_sign_ui};
use super::theme::{self, Colors};
use super::view::View;
use super::{Intent, Screen};
use crate::board::{Claim, Shown, Tone};
use crate::model::{Edit, Statement};
use crate::ui::Gesture;
use crate::ui::pages::Page;
use crate::words::Words;

/// Height of the panel; room is kept, so that nothing jumps.
pub const HEIGHT: f32 = 92.0;

const GAP: f32 = 16.0;
/// Narrowest and widest card: long names still leave room for the condition.
const WIDTH: (f32, f32) = (380.0, 520.0);
/// Cards side by side, where there are as many and room for them.
const SIDE_BY_SIDE: usize = 3;
/// Room for the pin and the dots.
const SIGNS: f32 = 26.0;

/// Room for the signs that turn to the next claims, where not all fit.
const TURN: f32 = 24.0;

/// The width of each of `claims` cards in `room`: as many whole ones as fit, so that none is cut at the edge.
fn card_width(room: f32, claims: usize) -> f32 {
    let fit = (1..=claims.clamp(1, SIDE_BY_SIDE)).rev().find(|&n| share(room, n) >= WIDTH.0);
    let width = share(room, fit.unwrap_or(1));
    // Fewer claims than could stand side by side need not fill the panel; a part of a card is never shown.
    if fit == Some(claims) { width.min(WIDTH.1) } else { width.max(1.0) }
}

/// The width of each of `n` cards side by side.
#[expect(clippy::cast_precision_loss, reason = "a handful of claims")]
fn share(room: f32, n: usize) -> f32 {
    (room + GAP) / n.max(1) as f32 - GAP
}

/// Draws the claims side by side.
pub fn claims_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some(board), Some(comparison)) = (screen.board, screen.comparison) else { return };
    let claims = board.claims(comparison, screen.words);
    let whole = ui.available_rect_before_wrap();
    let width = card_width(whole.width() - TURN, claims.len());
    // A wheel has one direction, and so has this panel.
    ui.style_mut().always_scroll_the_only_direction = true;
    let area = ScrollArea::horizontal().id_salt(("claims", board.comparison)).auto_shrink(false);
    let mut area = area.max_width(whole.width() - TURN);
    let turned = ui.scope_id().with("turned");
    if let Some(offset) = ui.data_mut(|d| d.remove_temp::<f32>(turned)) {
        area = area.horizontal_scroll_offset(offset);
    }
    let shown = area.show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (i, claim) in claims.iter().enumerate() {
                // A claim that moves to another place keeps the keyboard.
                let id = claim.statement.as_ref().map_or_else(|| egui::Id::unique(i), egui::Id::unique);
                ui.push_id(id, |ui| claim_ui(ui, view, screen, claims, claim, width, intents));
            }
        });
    });
    if let Some(offset) = turn_ui(ui, whole, width + GAP, &shown, screen.words) {
        ui.data_mut(|d| d.insert_temp(turned, offset));
        ui.ctx().request_repaint();
    }
}

/// Signs at the right edge that turn to the next claims and back: what is out of sight is told, and one click away.
///
/// Gives the place to scroll to.
fn turn_ui(ui: &mut Ui, whole: Rect, step: f32, shown: &ScrollAreaOutput<()>, words: &Words) -> Option<f32> {
    let most = shown.content_size.x - shown.inner_rect.width();
    let now = shown.state.clamped_offset().x;
    let page = ((shown.inner_rect.width() + GAP + 0.5) / step).floor().max(1.0) * step;
    let signs = [
        (Sign::Right, "claims-next", 0.0, now < most - 0.5, now + page),
        (Sign::Left, "claims-back", 30.0, now > 0.5 && most > 0.5, now - page),
    ];
    let mut turned = None;
    for (sign, key, y, can, to) in signs {
        let place = Rect::from_min_size(pos2(whole.right() - 20.0, whole.top() + y), vec2(24.0, 28.0));
        let id = ui.scope_id().with(key);
        if can && placed_sign_ui(ui, place, id, sign, &words.t(key)).clicked() {
            // Onto the edge of a card.
            turned = Some(((to / step).round() * step).clamp(0.0, most));
        }
    }
    turned
}

fn claim_ui(
    ui: &mut Ui,
    view: &mut View,
    screen: Screen<'_>,
    claims: &[Claim],
    claim: &Claim,
    width: f32,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT - 22.0), egui::Sense::click());
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        name_it(&response, claim);
        return;
    }
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    let (color, text_color) = match claim.tone {
        Tone::Plain => (colors.accent, colors.text),
        Tone::Warning => (colors.warn, colors.text),
        Tone::Broken => (colors.line, colors.faint),
    };
    ui.painter().rect_filled(bar, 1.5, color);
    let inner = Rect::from_min_max(rect.min + vec2(13.0, 0.0), rect.max - vec2(SIGNS, 0.0));
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::top_down(egui::Align::Min)));
    child.set_clip_rect(inner.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.y = 3.0;
    let text = RichText::new(&claim.text).size(theme::BODY).color(text_color);
    child.add(egui::Label::new(text).wrap().selectable(false));
    if !claim.detail.is_empty() {
        let color = if claim.tone == Tone::Broken { colors.weak } else { colors.faint };
        let detail = RichText::new(&claim.detail).size(theme::SMALL).color(color);
        child.add(egui::Label::new(detail).wrap().selectable(false));
    }
    name_it(&response, claim);
    super::field::focus_ring(ui, rect.expand(2.0), &response);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        intents.push(Intent::CopyText(claim.whole.clone()));
    }
    signs_ui(ui, view, screen, claims, claim, &response, intents);
    response.on_hover_text(format!("{}\n\n{}", claim.whole, screen.words.t("claim-tip")));
}

fn name_it(response: &Response, claim: &Claim) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &claim.whole));
}

/// The pin, which stays where it is used, and the menu.
fn signs_ui(
    ui: &mut Ui,
    view: &mut View,
    screen: Screen<'_>,
    claims: &[Claim],
    claim: &Claim,
    card: &Response,
    intents: &mut Vec<Intent>,
) {
    let right = card.rect.right() - SIGNS;
    let place = |y: f32| Rect::from_min_size(egui::pos2(right, card.rect.top() + y), vec2(24.0, 24.0));
    let pin_id = card.id.with("pin");
    let in_use = ui.memory(|m| m.has_focus(pin_id) || m.has_focus(card.id.with("dots")));
    let hot = ui.rect_contains_pointer(card.rect) || card.has_focus() || in_use;
    if let Some(statement) = claim.statement.as_ref().filter(|_| hot || claim.pinned) {
        let sign = if claim.pinned { Sign::Pinned } else { Sign::Pin };
        if placed_sign_ui(ui, place(-3.0), pin_id, sign, &claim.pin_label).clicked() {
            intents.extend(pin(screen, claim, statement));
        }
    }
    let words = screen.words;
    let label = words.with("claim-menu-of", &[("claim", &claim.text)]);
    menu_ui(ui, card, place(21.0), &label, hot, |ui| {
        if ui.button(words.t("claim-copy")).clicked() {
            intents.push(Intent::CopyText(claim.whole.clone()));
        }
        if ui.button(words.t("claim-copy-all")).clicked() {
            let all: Vec<&str> = claims.iter().map(|c| c.whole.as_str()).collect();
            intents.push(Intent::CopyText(all.join("\n\n")));
        }
        if let Some(statement) = &claim.statement {
            ui.separator();
            let key = if claim.pinned { "claim-unpin" } else { "claim-pin" };
            if ui.button(words.t(key)).clicked() {
                intents.extend(pin(screen, claim, statement));
            }
            if let Some(shown) = claim.shown {
                let page = words.t(page_of(shown).key());
                if ui.button(words.with("claim-show", &[("page", &page)])).clicked() {
                    show(view, shown);
                }
            }
        }
    });
}

fn page_of(shown: Shown) -> Page {
    match shown {
        Shown::Bridge(..) => Page::Compare,
        Shown::Price(_) => Page::Price,
        Shown::Weight(_) => Page::Weights,
        Shown::Map(_) => Page::ValueMap,
    }
}

/// Opens the page that shows what a claim is about.
fn show(view: &mut View, shown: Shown) {
    (view.page, view.panels.plots) = (page_of(shown), true);
    let pages = &mut view.pages;
    match shown {
        Shown::Bridge(from, to) => (pages.compare.from, pages.compare.to) = (Some(from), Some(to)),
        Shown::Price(offer) => pages.price.offer = Some(offer),
        Shown::Weight(quantity) => (pages.weights.quantity, pages.weights.comparison) = (Some(quantity), None),
        Shown::Map(offer) => pages.value_map.told = Some(offer),
    }
}

/// The edit that pins a claim, or lets it go.
fn pin(screen: Screen<'_>, claim: &Claim, statement: &Statement) -> Option<Intent> {
    let (comparison, statement) = (screen.comparison?.id(), statement.clone());
    let edit = if claim.pinned {
        Edit::UnpinClaim { comparison, statement }
    } else {
        Edit::PinClaim { comparison, statement }
    };
    Some(Intent::Edit(edit, Gesture::Once))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_claims_are_side_by_side() {
        // Windows of 1440 and 1024 pixels.
        for (room, claims, seen) in [(1384.0, 9, 3), (968.0, 9, 2), (968.0, 2, 2), (600.0, 9, 1), (200.0, 3, 1)] {
            let width = card_width(room, claims);
            assert!((share(room, seen) - width).abs() < 0.1, "{seen} of {claims} in {room}: {width}");
        }
        assert!((card_width(1384.0, 1) - WIDTH.1).abs() < 0.1, "one alone is not stretched");
        assert!(card_width(0.0, 0) >= 1.0 && card_width(0.0, 9) >= 1.0);
    }
}
