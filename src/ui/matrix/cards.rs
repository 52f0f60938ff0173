//! Offer cards: the result on top of the offer that it belongs to.

use std::cmp::Ordering;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Align2, Color32, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{GAP, Sheet, Zones, drag, expected};
use crate::board::{CardGhost, Column};
use crate::model::{Account, Dimension, Edit, OfferId, Side};
use crate::ui::Intent;
use crate::ui::dialogs::OfferForm;
use crate::ui::field::{focus_ring, menu_ui};
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Dialog, View};
use crate::value::Question;
use crate::words::signed;

/// How long a change of CDV shows.
const DELTA_SECS: f32 = 3.0;

pub(super) fn cards_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, zones: &Zones, intents: &mut Vec<Intent>) {
    let top = ui.max_rect().top() + 14.0;
    if sheet.columns() == 0 {
        let place = Rect::from_min_size(pos2(zones.column_x(0), top), vec2(zones.layout.column - GAP, 138.0));
        first_ui(ui, sheet, place, intents);
    }
    for index in zones.columns(sheet.columns()) {
        let rect = Rect::from_min_size(pos2(zones.column_x(index), top), vec2(zones.layout.column - GAP, 138.0));
        let Some(column) = sheet.column(index) else { continue };
        ui.push_id(("card", column.id.0), |ui| {
            if column.id == OfferId::EXPECTED {
                expected::card_ui(ui, view, sheet, rect, column, intents);
            } else {
                card_ui(ui, view, sheet, zones, rect, index, column, intents);
            }
        });
    }
}

/// Where the first offer will stand, while there is none: a click adds it.
fn first_ui(ui: &Ui, sheet: &Sheet<'_>, rect: Rect, intents: &mut Vec<Intent>) {
    let label = sheet.words.t("add-first-offer");
    let response = ui.interact(rect, ui.scope_id().with("first-offer"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let colors = Colors::of(ui);
    let is_hot = response.hovered() || response.has_focus();
    expected::dashed(ui, rect, if is_hot { colors.accent } else { colors.faint });
    let text = cut_galley(ui, &label, theme::regular(theme::BODY), colors.accent, rect.width() - 2.0 * INSET);
    ui.painter().galley(rect.center() - text.size() / 2.0, text, colors.accent);
    focus_ring(ui, rect, &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        intents.push(Intent::AddOffer);
    }
}

#[expect(clippy::too_many_arguments, reason = "a card and its surroundings")]
fn card_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    zones: &Zones,
    rect: Rect,
    index: usize,
    column: &Column,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let card = ui.interact(rect, ui.scope_id().with("card"), Sense::click_and_drag());
    card.widget_info(|| WidgetInfo::labeled(Role::Button, true, &column.label));
    let best = column.rank == 1;
    let stroke = if best { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.line) };
    ui.painter().rect(rect, 8.0, colors.surface, stroke, StrokeKind::Inside);
    focus_ring(ui, rect, &card);
    title_ui(ui, sheet, rect, column);
    figures_ui(ui, view, sheet, rect, column);
    strips_ui(ui, view, sheet, rect, column);
    let dots = Rect::from_center_size(pos2(rect.right() - 18.0, rect.top() + 40.0), vec2(22.0, 20.0));
    let hot = ui.rect_contains_pointer(rect) || card.has_focus();
    menu_ui(ui, &card, dots, &column.menu_label, hot, |ui| offer_menu(ui, view, sheet, index, intents));
    drag::offer_ui(ui, sheet, &card, zones, index, intents);
    if card.double_clicked() || card.has_focus() && ui.input(|i| i.key_pressed(egui::Key::F2)) {
        open_offer(sheet, column.id, intents);
    }
    if card.has_focus() && ui.input(|i| i.modifiers.alt && i.key_pressed(egui::Key::Enter)) {
        view.working = Some((column.id, Question::Delivered));
    }
    card.on_hover_text(&column.tip);
}

pub(super) fn title_ui(ui: &Ui, sheet: &Sheet<'_>, rect: Rect, column: &Column) {
    let colors = Colors::of(ui);
    let painter = ui.painter();
    let y = rect.top() + 19.0;
    let [r, g, b] = column.color;
    let inset = inset(rect);
    painter.circle_filled(pos2(rect.left() + inset + 4.0, y), 4.5, Color32::from_rgb(r, g, b));
    let badge = pos2(rect.right() - inset - 5.0, y);
    let (fill, ink) = if column.rank == 1 { (colors.accent, colors.on_accent) } else { (colors.canvas, colors.text) };
    if column.rank > 0 {
        painter.circle_filled(badge, 10.0, fill);
        painter.text(badge, Align2::CENTER_CENTER, column.rank, theme::bold(12.0), ink);
    }
    let ours = column.ours.then(|| painter.layout_no_wrap(sheet.words.t("ours"), theme::regular(10.0), colors.warn));
    let name_left = rect.left() + inset + 12.0;
    let end = if column.rank > 0 { badge.x - 11.0 } else { rect.right() - inset };
    // Where there is no room beside the name, it stands on the edge of the card.
    let is_tight = inset < INSET;
    let ours_width = ours.as_ref().filter(|_| !is_tight).map_or(0.0, |g| g.size().x + 12.0);
    let name = cut_galley(ui, &column.name, theme::bold(13.0), colors.text, end - name_left - ours_width);
    let name_at = pos2(name_left, y - name.size().y / 2.0);
    let after = name_at.x + name.size().x + 4.0;
    painter.galley(name_at, name, colors.text);
    if let Some(galley) = ours {
        let size = vec2(galley.size().x + 8.0, 16.0);
        let corner = if is_tight { pos2(rect.left() + inset, rect.top() - 9.0) } else { pos2(after, y - 8.0) };
        let chip = Rect::from_min_size(corner, size);
        painter.rect_filled(chip, 4.0, colors.warn_soft);
        painter.galley(chip.center() - galley.size() / 2.0, galley, colors.warn);
    }
    let store = cut_galley(ui, &column.store, theme::regular(theme::SMALL), colors.faint, rect.width() - 2.0 * inset);
    painter.galley(pos2(rect.left() + inset, rect.top() + 32.0), store, colors.faint);
}

/// From the edge of a card to what stands on it.
const INSET: f32 = 13.0;

/// The same, less on a tight card.
fn inset(card: Rect) -> f32 {
    if card.width() < 118.0 { 9.0 } else { INSET }
}

/// One line of text, cut with an ellipsis.
pub(super) fn cut_galley(
    ui: &Ui,
    text: &str,
    font: egui::FontId,
    color: Color32,
    room: f32,
) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(8.0));
    ui.painter().layout_job(job)
}

pub(super) fn figures_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, rect: Rect, column: &Column) {
    let colors = Colors::of(ui);
    let words = sheet.words;
    let inset = inset(rect);
    let left = rect.left() + inset;
    // One size for all cards of a comparison.
    let size = match (sheet.comparison.header.account, rect.width()) {
        (Account::Money, _) => 19.0,
        (Account::Points, ..118.0) => 21.0,
        (Account::Points, ..124.0) => 23.0,
        (Account::Points, _) => 26.0,
    };
    let galley = large_galley(ui, &column.cdv, size, colors.text);
    let at = pos2(left, rect.top() + 66.0 - galley.size().y / 2.0);
    let number = Rect::from_min_size(at, galley.size());
    let response = number_ui(ui, view, number, (column.id, Question::Delivered), &column.working_labels[0]);
    ui.painter().galley(at, galley, colors.text);
    underline(ui, number, &response);
    response.on_hover_ui(|ui| {
        ui.label(&column.ratio_tip);
        ui.label(egui::RichText::new(words.t("click-for-working")).small().color(colors.faint));
    });
    let y = number.bottom() - 6.0;
    let fading = if column.ghost.is_none() { delta_text(ui, view, sheet, column.id) } else { None };
    if let Some((text, color)) = fading {
        // At the right edge, so that it never runs over it.
        let right = pos2(rect.right() - 7.0, y - 16.0);
        ui.painter().text(right, Align2::RIGHT_BOTTOM, text, theme::bold(10.0), color);
    } else {
        let tail = pos2(number.right() + 4.0, y);
        ui.painter().text(tail, Align2::LEFT_BOTTOM, words.t("cdv"), theme::regular(10.0), colors.faint);
    }
    if let Some(ghost) = &column.ghost {
        ghost_ui(ui, rect, ghost, &column.standing);
        return;
    }
    let color = if column.standing_tip.is_empty() { colors.weak } else { colors.warn };
    let room = rect.width() - 2.0 * inset;
    let standing = fitted_galley(ui, &column.standing, color, room);
    let place = Rect::from_min_size(pos2(left, rect.top() + 81.0), standing.size());
    ui.painter().galley(place.min, standing, color);
    if !column.standing_tip.is_empty() {
        ui.interact(place, ui.scope_id().with("standing"), Sense::hover()).on_hover_text(&column.standing_tip);
    }
}

/// A figure in large type, set a little closer than text is.
fn large_galley(ui: &Ui, text: &str, size: f32, color: Color32) -> std::sync::Arc<egui::Galley> {
    let format =
        egui::TextFormat { extra_letter_spacing: -0.05 * size, ..egui::TextFormat::simple(theme::bold(size), color) };
    let mut job = egui::text::LayoutJob::default();
    job.append(text, 0.0, format);
    ui.painter().layout_job(job)
}

/// One line of second rank: smaller where it does not fit, cut where it still does not.
fn fitted_galley(ui: &Ui, text: &str, color: Color32, room: f32) -> std::sync::Arc<egui::Galley> {
    let whole = ui.painter().layout_no_wrap(text.to_owned(), theme::regular(theme::SMALL), color);
    if whole.size().x <= room { whole } else { cut_galley(ui, text, theme::regular(10.0), color, room) }
}

/// What the offer gains or loses against the real case, in the place of its standing as long as the what-if lasts.
fn ghost_ui(ui: &mut Ui, rect: Rect, ghost: &CardGhost, standing: &str) {
    let colors = Colors::of(ui);
    let color = match ghost.better {
        Ordering::Greater => colors.good,
        Ordering::Less => colors.bad,
        Ordering::Equal => colors.weak,
    };
    let inset = inset(rect);
    let room = vec2(rect.width() - 2.0 * inset, 15.0);
    let place = Rect::from_min_size(pos2(rect.left() + inset, rect.top() + 81.0), room);
    let painter = ui.painter();
    // A CDV that stays is neither good nor bad, whatever becomes of the rank.
    let is_same = ghost.delta.chars().all(|c| matches!(c, '0' | '.' | ','));
    let own = if is_same { colors.weak } else { color };
    let delta = painter.text(place.left_center(), Align2::LEFT_CENTER, &ghost.delta, theme::bold(theme::SMALL), own);
    let rank = cut_galley(ui, &ghost.rank, theme::regular(10.0), color, place.right() - delta.right() - 6.0);
    painter.galley(pos2(place.right() - rank.size().x, place.center().y - rank.size().y / 2.0), rank, color);
    let response = ui.interact(place, ui.scope_id().with("ghost"), Sense::hover());
    response.on_hover_ui(|ui| {
        ui.label(&ghost.tip);
        ui.label(standing);
    });
}

/// The last change of a CDV while it fades.
fn delta_text(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, offer: OfferId) -> Option<(String, Color32)> {
    let colors = Colors::of(ui);
    let delta = *view.deltas.get(&offer)?;
    let age = delta.since.elapsed().as_secs_f32();
    if age > DELTA_SECS {
        view.deltas.remove(&offer);
        return None;
    }
    ui.ctx().request_repaint_after(Duration::from_millis(60));
    let color = if delta.change > 0.0 { colors.good } else { colors.bad };
    let strength = (1.6 * (1.0 - age / DELTA_SECS)).min(1.0);
    Some((signed(delta.change, sheet.board.places), color.gamma_multiply(strength)))
}

/// A number that opens its working when clicked.
pub(super) fn number_ui(ui: &Ui, view: &mut View, rect: Rect, asked: (OfferId, Question), label: &str) -> Response {
    let id = ui.scope_id().with(("number", asked));
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    if response.clicked() {
        view.working = Some(asked);
    }
    response
}

/// A line under a number that is pointed at.
pub(super) fn underline(ui: &Ui, rect: Rect, response: &Response) {
    if response.hovered() || response.has_focus() {
        let y = rect.bottom() - 1.0;
        let stroke = Stroke::new(1.0, Colors::of(ui).accent);
        ui.painter().line_segment([pos2(rect.left(), y), pos2(rect.right(), y)], stroke);
    }
}

pub(super) fn strips_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, rect: Rect, column: &Column) {
    let colors = Colors::of(ui);
    let inset = inset(rect);
    let (left, width) = (rect.left() + inset, rect.width() - 2.0 * inset);
    for (i, side) in Side::ALL.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "0 or 1")]
        let top = rect.top() + 101.0 + 9.0 * i as f32;
        let track = Rect::from_min_size(pos2(left, top), vec2(width, 6.0));
        ui.painter().rect_filled(track, 3.0, colors.track);
        let mut x = left;
        for dimension in side.dimensions() {
            let part = column.strips[dimension.index()] * width;
            let end = (x + part).min(track.right());
            let piece = Rect::from_min_max(pos2(x, top), pos2(end, top + 6.0));
            ui.painter().rect_filled(piece, strip_corner(dimension), colors.dimension(dimension));
            x = end;
        }
    }
    let words = sheet.words;
    let y = rect.bottom() - 13.0;
    let font = theme::regular(10.0);
    let measure = |text: &String| ui.painter().layout_no_wrap(text.clone(), font.clone(), colors.faint).size().x;
    let fits = measure(&column.tcv[0]) + measure(&column.tcc[0]) + 5.0 <= width;
    let form = usize::from(!fits);
    for (text, anchor, x, side, label) in [
        (&column.tcv[form], Align2::LEFT_CENTER, left, Side::Value, &column.working_labels[1]),
        (&column.tcc[form], Align2::RIGHT_CENTER, left + width, Side::Cost, &column.working_labels[2]),
    ] {
        let place = ui.painter().text(pos2(x, y), anchor, text, font.clone(), colors.faint);
        let response = number_ui(ui, view, place, (column.id, Question::Side(side)), label);
        underline(ui, place, &response);
        response.on_hover_ui(|ui| {
            ui.label(words.t("click-for-working"));
        });
    }
}

/// The first piece of a strip has the strip's round end.
fn strip_corner(dimension: Dimension) -> egui::CornerRadius {
    let first = dimension.index().is_multiple_of(4);
    if first { egui::CornerRadius { nw: 3, sw: 3, ne: 0, se: 0 } } else { egui::CornerRadius::ZERO }
}

fn open_offer(sheet: &Sheet<'_>, offer: OfferId, intents: &mut Vec<Intent>) {
    intents.push(Intent::Open(Box::new(Dialog::Offer(OfferForm::of(sheet.comparison, offer)))));
}

fn offer_menu(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, index: usize, intents: &mut Vec<Intent>) {
    let words = sheet.words;
    let comparison = sheet.comparison.id();
    let offer = &sheet.comparison.offers[index];
    let edit = |edit: Edit| Intent::Edit(edit, Gesture::Once);
    if ui.button(words.t("menu-edit-offer")).clicked() {
        open_offer(sheet, offer.id, intents);
    }
    if ui.button(words.t("menu-show-working")).clicked() {
        view.working = Some((offer.id, Question::Delivered));
    }
    if ui.button(words.t("menu-show-ratio")).clicked() {
        view.working = Some((offer.id, Question::Ratio));
    }
    let mark = words.t(if offer.ours { "menu-not-ours" } else { "menu-ours" });
    if ui.button(mark).clicked() {
        let details = crate::model::OfferDetails { ours: !offer.ours, ..crate::model::OfferDetails::of(offer) };
        intents.push(edit(Edit::DescribeOffer { comparison, offer: offer.id, details }));
    }
    ui.separator();
    if ui.button(words.t("menu-duplicate")).clicked() {
        let mut copy = offer.clone();
        copy.id = OfferId(sheet.screen.workbook.ids.peek());
        copy.name = crate::words::copy_of(&copy.name);
        copy.color = crate::model::OFFER_COLORS[sheet.comparison.offers.len() % crate::model::OFFER_COLORS.len()];
        copy.ours = false;
        intents.push(edit(Edit::AddOffer { comparison, offer: Box::new(copy), at: index + 1 }));
    }
    let last = sheet.comparison.offers.len() - 1;
    if ui.add_enabled(index > 0, egui::Button::new(words.t("menu-move-left"))).clicked() {
        intents.push(edit(Edit::MoveOffer { comparison, offer: offer.id, to: index - 1 }));
    }
    if ui.add_enabled(index < last, egui::Button::new(words.t("menu-move-right"))).clicked() {
        intents.push(edit(Edit::MoveOffer { comparison, offer: offer.id, to: index + 1 }));
    }
    ui.separator();
    if ui.button(words.t("menu-delete")).clicked() {
        intents.push(edit(Edit::RemoveOffer { comparison, offer: offer.id }));
    }
}
