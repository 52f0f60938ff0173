//! All judgements at once: the upper triangle is typed, the lower one is its mirror image.

use egui::accesskit::Role;
use egui::{
    Align2, Event, EventFilter, Id, Key, Modifiers, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::{Typing, Walk, legend_ui};
use crate::board::PairSheet;
use crate::chart::{Font, cut, text_width};
use crate::ui::Intent;
use crate::ui::field::{error_below_ui, focus_ring, name_it, select};
use crate::ui::intent::Gesture;
use crate::ui::pages::weighing::Asking;
use crate::ui::theme::{self, Colors};
use crate::words::parse_ratio;

/// Least and largest width of a cell.
const CELL: [f32; 2] = [40.0, 76.0];
const ROW: f32 = 26.0;
const HEAD: f32 = 22.0;
const GAP: f32 = 4.0;
/// What a name keeps free of its place.
const INSET: f32 = 4.0;
const NAME: Font = Font { size: 12.0, bold: false };

pub(super) fn matrix_ui(ui: &mut Ui, walk: &mut Walk, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    let items = &asking.sheet.items;
    #[expect(clippy::cast_precision_loss, reason = "at most 32 items")]
    let count = items.len() as f32;
    let names = (asking.open.width * 0.32).min(150.0);
    let cell = vec2(((asking.open.width - names - GAP) / count).floor().clamp(CELL[0], CELL[1]), ROW);
    let size = vec2(count * cell.x, HEAD + count * ROW);
    // Cut heads tell items apart badly: then all are numbered, rows and columns alike.
    let is_numbered = items.iter().any(|item| text_width(&item.name, NAME) > cell.x - INSET);
    let [row_name, column_name] = [true, false].map(|is_row| {
        move |i: usize, name: &str| match (is_numbered, is_row) {
            (false, _) => name.to_owned(),
            (true, true) => format!("{}  {name}", i + 1),
            (true, false) => (i + 1).to_string(),
        }
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let (rect, _) = ui.allocate_exact_size(vec2(names, size.y), Sense::hover());
        for (i, item) in items.iter().enumerate() {
            let row = Rect::from_min_size(corner(rect.min, cell, i, 0), vec2(names, ROW));
            name_ui(ui, row, &item.name, &row_name(i, &item.name), Align2::LEFT_CENTER, ("row", i));
        }
        egui::ScrollArea::horizontal().id_salt("pair-matrix").show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            for (i, item) in items.iter().enumerate() {
                let place = pos2(corner(rect.min, cell, 0, i).x, rect.top());
                let head = Rect::from_min_size(place, vec2(cell.x, HEAD));
                name_ui(ui, head, &item.name, &column_name(i, &item.name), Align2::CENTER_CENTER, ("column", i));
            }
            for row in 0..items.len() {
                for column in 0..items.len() {
                    let place = Rect::from_min_size(corner(rect.min, cell, row, column), cell).shrink(1.0);
                    if ui.is_rect_visible(place) || walk.cursor == Some([row, column]) {
                        cell_ui(ui, walk, asking, place, [row, column], intents);
                    }
                }
            }
        });
    });
    legend_ui(ui, asking, "pairs-matrix-keys");
}

#[expect(clippy::cast_precision_loss, reason = "at most 32 items")]
fn corner(min: Pos2, cell: Vec2, row: usize, column: usize) -> Pos2 {
    min + vec2(column as f32 * cell.x, HEAD + row as f32 * cell.y)
}

/// What stands for a name, cut to its place; the name is whole under the pointer.
fn name_ui(ui: &Ui, rect: Rect, name: &str, shown: &str, align: Align2, salt: (&str, usize)) {
    let shown = cut(shown, NAME, rect.width() - INSET);
    ui.painter().text(align.pos_in_rect(&rect), align, &shown, theme::regular(NAME.size), Colors::of(ui).weak);
    let response = ui.interact(rect, ui.scope_id().with(salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    if shown != name {
        response.on_hover_text(name);
    }
}

fn cell_id(ui: &Ui, [row, column]: [usize; 2]) -> Id {
    ui.scope_id().with(("pair-cell", row, column))
}

fn cell_ui(
    ui: &mut Ui,
    walk: &mut Walk,
    asking: &Asking<'_>,
    rect: Rect,
    [row, column]: [usize; 2],
    intents: &mut Vec<Intent>,
) {
    let (sheet, colors) = (&asking.sheet.pairs, Colors::of(ui));
    let (font, right) = (theme::regular(12.0), pos2(rect.right() - 7.0, rect.center().y));
    let Some(at) = sheet.at(row, column) else {
        ui.painter().text(right, Align2::RIGHT_CENTER, "1", font, colors.faint);
        return;
    };
    let pair = &sheet.pairs[at];
    let (is_upper, upper) = (row < column, [pair.row, pair.column]);
    let is_here = is_upper && walk.cursor.unwrap_or([0, 1]) == upper;
    if is_here && walk.typing.is_some() {
        typing_ui(ui, walk, asking, rect, at, intents);
        return;
    }
    // One stop for the keyboard, from which the arrows go on.
    let sense = if is_here { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, cell_id(ui, [row, column]), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &pair.labels[usize::from(!is_upper)]));
    let is_misfit = sheet.consistency.as_ref().and_then(|c| c.misfit.as_ref()).is_some_and(|m| m.pair == at);
    let fill = match (is_misfit, is_upper) {
        (true, _) => colors.warn_soft,
        (_, true) if response.hovered() => colors.hover,
        (_, true) => colors.surface,
        (_, false) => colors.canvas,
    };
    let border = if is_misfit { colors.warn } else { colors.line };
    ui.painter().rect(rect, 4.0, fill, Stroke::new(1.0, border), egui::StrokeKind::Inside);
    focus_ring(ui, rect, &response);
    let text = if is_upper { &pair.text } else { &pair.inverse };
    let color = if is_upper { colors.text } else { colors.weak };
    let (shown, color) = if text.is_empty() { ("·", colors.faint) } else { (text.as_str(), color) };
    ui.painter().text(right, Align2::RIGHT_CENTER, shown, font, color);
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(6.0), None);
    }
    let had_focus = response.has_focus();
    if response.clicked() {
        // The mirror image is changed where it is given.
        if had_focus && is_here {
            begin(walk, upper, pair.text.clone(), false);
        } else {
            walk.cursor = Some(upper);
            ui.memory_mut(|m| m.request_focus(cell_id(ui, upper)));
        }
    } else if had_focus && is_upper {
        keys(ui, walk, asking, at, intents);
    }
    if ui.rect_contains_pointer(rect) {
        response.on_hover_text(&pair.said);
    }
}

fn begin(walk: &mut Walk, cursor: [usize; 2], text: String, typed: bool) {
    walk.cursor = Some(cursor);
    walk.typing = Some(Typing { text, error: None, fresh: true, typed });
}

/// What the keyboard does in a cell.
fn keys(ui: &Ui, walk: &mut Walk, asking: &Asking<'_>, at: usize, intents: &mut Vec<Intent>) {
    let sheet = &asking.sheet.pairs;
    let pair = &sheet.pairs[at];
    let here = [pair.row, pair.column];
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(cell_id(ui, here), filter));
    let moves =
        [(Key::ArrowUp, [-1, 0]), (Key::ArrowDown, [1, 0]), (Key::ArrowLeft, [0, -1]), (Key::ArrowRight, [0, 1])];
    for (key, step) in moves {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            go(ui, walk, sheet, moved(here, step));
            return;
        }
    }
    if ui.input(|i| i.key_pressed(Key::Delete) || i.key_pressed(Key::Backspace)) && pair.ratio.is_some() {
        asking.judge(at, None, Gesture::Once, intents);
    } else if ui.input(|i| i.key_pressed(Key::F2)) {
        begin(walk, here, pair.text.clone(), false);
    } else if let Some(text) = ui.input(|i| i.events.iter().find_map(typed)) {
        begin(walk, here, text, true);
    }
}

fn typed(event: &Event) -> Option<String> {
    if let Event::Text(text) = event { Some(text.clone()).filter(|text| !text.trim().is_empty()) } else { None }
}

fn moved([row, column]: [usize; 2], [down, right]: [isize; 2]) -> Option<[usize; 2]> {
    Some([row.checked_add_signed(down)?, column.checked_add_signed(right)?])
}

/// Moves the keyboard to a cell of the upper triangle, where there is one.
fn go(ui: &Ui, walk: &mut Walk, sheet: &PairSheet, to: Option<[usize; 2]>) {
    if let Some(to) = to.filter(|[row, column]| row < column && sheet.at(*row, *column).is_some()) {
        walk.cursor = Some(to);
        ui.memory_mut(|m| m.request_focus(cell_id(ui, to)));
    }
}

fn typing_ui(ui: &mut Ui, walk: &mut Walk, asking: &Asking<'_>, rect: Rect, at: usize, intents: &mut Vec<Intent>) {
    let Some(typing) = &mut walk.typing else { return };
    let (words, sheet, colors) = (asking.open.screen.words, &asking.sheet.pairs, Colors::of(ui));
    let pair = &sheet.pairs[at];
    let stroke = Stroke::new(1.5, if typing.error.is_some() { colors.bad } else { colors.accent });
    ui.painter().rect(rect, 4.0, colors.surface, stroke, egui::StrokeKind::Inside);
    let id = cell_id(ui, [pair.row, pair.column]).with("typing");
    let input = egui::TextEdit::singleline(&mut typing.text)
        .id(id)
        .frame(egui::Frame::NONE)
        .align(Align2::RIGHT_CENTER)
        .char_limit(40)
        .margin(egui::Margin::ZERO);
    let response = ui.put(rect.shrink2(vec2(5.0, 1.0)), input);
    name_it(ui, &response, &words.with("pairs-typed", &[("one", &pair.names[0]), ("other", &pair.names[1])]));
    if std::mem::take(&mut typing.fresh) {
        response.request_focus();
        let end = typing.text.chars().count();
        let start = if typing.typed { end } else { 0 };
        select(ui, id, start, end);
    }
    if response.changed() {
        typing.error = None;
    }
    if let Some(error) = &typing.error {
        error_below_ui(ui, id, rect, error);
    }
    if !response.lost_focus() {
        return;
    }
    let escape = ui.input(|i| i.key_pressed(Key::Escape));
    // Else it would open the next cell too.
    let back = ui.input_mut(|i| i.consume_key(Modifiers::SHIFT, Key::Enter));
    let enter = back || ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
    let here = [pair.row, pair.column];
    if escape {
        walk.typing = None;
        go(ui, walk, sheet, Some(here));
        return;
    }
    let text = typing.text.trim();
    let ratio = if text.is_empty() { Ok(None) } else { parse_ratio(text).map(Some) };
    match ratio {
        Ok(ratio) => {
            if text != pair.text {
                asking.judge(at, ratio, Gesture::Once, intents);
            }
            walk.typing = None;
            if enter {
                // On to the next pair, or back; beyond the ends there is none.
                let next = if back { at.checked_sub(1) } else { Some(at + 1) };
                let next = next.and_then(|next| sheet.pairs.get(next)).map_or(here, |next| [next.row, next.column]);
                go(ui, walk, sheet, Some(next));
            }
        }
        Err(error) => {
            typing.error = Some(words.ratio_error(error));
            // Back into the input, unless the user went on to something else.
            typing.fresh = enter;
        }
    }
}
