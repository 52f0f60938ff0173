//! Offers put in order, best first: by clicks, by drag, by arrow keys.

use egui::accesskit::Role;
use egui::{
    Align2, CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::State;
use crate::board::PutQuestion;
use crate::ui::field::{focus_ring, primary_ui};
use crate::ui::pages::{Open, quiet_ui};
use crate::ui::theme::{self, Colors};

const ROW: f32 = 28.0;

/// The offers in order, then the others; gives the order once it is kept.
pub(super) fn ranking_ui(ui: &mut Ui, state: &mut State, open: Open<'_>, question: &PutQuestion) -> Option<Vec<usize>> {
    let words = open.screen.words;
    let begun = state.ranking.take().filter(|(mark, _)| *mark == question.mark).map(|(_, order)| order);
    let mut order = begun.unwrap_or_else(|| question.order.clone());
    // What was taken alone is no order yet, but its first.
    order.retain(|place| *place < question.cards.len());
    quiet_ui(ui, &words.t("choices-rank-help"));
    let rest = (0..question.cards.len()).filter(|place| !order.contains(place));
    let rows: Vec<usize> = order.iter().copied().chain(rest).collect();
    let ranked = order.len();
    let top = ui.cursor().top();
    let mut asked = None;
    for (row, &place) in rows.iter().enumerate() {
        let Some(card) = question.cards.get(place) else { continue };
        let shown = (row < ranked).then_some(row + 1);
        let response = ui.push_id(("rank", place), |ui| row_ui(ui, open, (&card.name, &card.summary), shown)).inner;
        asked = asked.or_else(|| wish(ui, &response, place, (row, ranked), top));
    }
    match asked {
        Some(Wish::Toggle(place)) if order.contains(&place) => order.retain(|other| *other != place),
        Some(Wish::Toggle(place)) => order.push(place),
        Some(Wish::Move(place, to)) => {
            order.retain(|other| *other != place);
            order.insert(to.min(order.len()), place);
        }
        None => {}
    }
    let is_enough = !order.is_empty();
    let kept = primary_ui(ui, &words.t("choices-keep-order"), is_enough).clicked().then(|| order.clone());
    state.ranking = Some((question.mark, order));
    ui.add_space(4.0);
    kept
}

/// What is to be done with a row.
enum Wish {
    /// Put it at the end of the order, or take it out.
    Toggle(usize),
    /// Move it to this place of the order.
    Move(usize, usize),
}

fn wish(ui: &Ui, response: &Response, place: usize, (row, ranked): (usize, usize), top: f32) -> Option<Wish> {
    if response.clicked() {
        return Some(Wish::Toggle(place));
    }
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowUp) {
            return Some(Wish::Move(place, row.min(ranked).saturating_sub(usize::from(row < ranked))));
        }
        if pressed(Key::ArrowDown) && row < ranked {
            return Some(Wish::Move(place, row + 1));
        }
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged())?;
    let pitch = ROW + ui.spacing().item_spacing.y;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a row on the screen")]
    let under = ((pointer.y - top) / pitch).floor().max(0.0) as usize;
    let is_new = row >= ranked;
    // Rows below the order are no place in it, but its end.
    let most = if is_new { ranked } else { ranked - 1 };
    (under != row && !(is_new && under > ranked)).then(|| Wish::Move(place, under.min(most)))
}

fn row_ui(ui: &mut Ui, open: Open<'_>, (name, summary): (&str, &str), place: Option<usize>) -> Response {
    let colors = Colors::of(ui);
    let words = open.screen.words;
    let (rect, response) = ui.allocate_exact_size(vec2(open.width, ROW), Sense::click_and_drag());
    let label = match place {
        Some(place) => words.with("choices-in-order", &[("place", &place.to_string()), ("name", name)]),
        None => words.with("choices-not-ranked", &[("name", name)]),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(summary));
    let held = response.dragged() || response.hovered();
    let fill = if held { colors.hover } else { colors.surface };
    let inside = rect.shrink2(vec2(0.0, 1.0));
    ui.painter().rect(inside, theme::RADIUS, fill, Stroke::new(1.0, colors.line), egui::StrokeKind::Inside);
    focus_ring(ui, inside, &response);
    let (shown, color) = match place {
        Some(place) => (place.to_string(), colors.accent),
        None => ("–".to_owned(), colors.faint),
    };
    let middle = inside.left_center();
    ui.painter().text(middle + vec2(16.0, 0.0), Align2::CENTER_CENTER, shown, theme::bold(theme::BODY), color);
    let room = Rect::from_min_max(pos2(inside.left() + 32.0, inside.top()), inside.max - vec2(8.0, 0.0));
    let text = if place.is_some() { colors.text } else { colors.weak };
    let galley = cut_text(ui, name, room.width(), text);
    ui.painter().galley(pos2(room.left(), room.center().y - galley.size().y / 2.0), galley, text);
    response.on_hover_cursor(CursorIcon::Grab).on_hover_text(summary)
}

fn cut_text(ui: &Ui, text: &str, room: f32, color: egui::Color32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), theme::regular(theme::BODY), color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    ui.painter().layout_job(job)
}
