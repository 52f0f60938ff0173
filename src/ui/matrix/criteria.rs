//! The frozen column of criteria: names, units, weights, and λ.

use egui::accesskit::Role;
use egui::{Align2, Key, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::cards::cut_galley;
use super::corner::open_criterion;
use super::weight::{GLOBAL_END, GLOBAL_SIZE, WIDTH as WEIGHT_WIDTH, weight_ui};
use super::{Line, Sheet, Zones, drag, scrub};
use crate::board::RowKind;
use crate::chart::{Font, text_width};
use crate::model::{Account, CriterionId, Dimension, Edit, Scope, Side};
use crate::ui::Intent;
use crate::ui::dialogs::{CriterionForm, DimensionForm};
use crate::ui::field::{Sign, focus_ring, menu_ui, name_it};
use crate::ui::intent::Gesture;
use crate::ui::pages::scale;
use crate::ui::pages::weighing;
use crate::ui::theme::{self, Colors};
use crate::ui::typing;
use crate::ui::view::{Dialog, Spot, View};
use crate::words::{decimal_input, parse_factor};

const INDENT: f32 = 16.0;
/// From the right end of a row to the first column.
const INSET: f32 = 12.0;
/// What the coloured dot of a dimension takes.
const DOT_ROOM: f32 = 17.0;
const NAME: Font = Font { size: theme::BODY, bold: true };
const TWIN: Font = Font { size: 12.0, bold: false };

pub(super) fn criteria_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, zones: &Zones, intents: &mut Vec<Intent>) {
    let left = ui.max_rect().left() + INDENT;
    let right = ui.max_rect().left() + zones.layout.left - INSET;
    let twins = twins_fit(sheet, right - left);
    for line in sheet.lines {
        let y = zones.line_y(line);
        let rect = Rect::from_min_max(pos2(left, y), pos2(right, y + line.height));
        if !ui.is_rect_visible(rect) {
            continue;
        }
        ui.push_id(line.row.kind, |ui| match line.row.kind {
            RowKind::Side(side) => side_ui(ui, view, sheet, line, rect, side, intents),
            RowKind::Dimension(dimension) => dimension_ui(ui, view, sheet, line, rect, (dimension, twins), intents),
            RowKind::Ownership => leaf_ui(ui, view, sheet, zones, line, rect, None, intents),
            RowKind::Criterion(id) => leaf_ui(ui, view, sheet, zones, line, rect, Some(id), intents),
        });
    }
}

/// Colour under the headline of a side: that of its first dimension.
pub(super) fn side_line(ui: &Ui, rect: egui::Rangef, bottom: f32, dimension: Dimension) {
    let stroke = Stroke::new(2.0, Colors::of(ui).dimension(dimension));
    ui.painter().hline(rect, bottom - 4.0, stroke);
}

fn side_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    rect: Rect,
    side: Side,
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    let y = rect.center().y + 2.0;
    let name = ui.painter().text(
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        &line.row.name,
        theme::bold(theme::BODY),
        colors.text,
    );
    let room = rect.right() - name.right() - 6.0 - if side == Side::Cost { 50.0 } else { 0.0 };
    quiet_ui(ui, &line.row.quiet, theme::SMALL, pos2(name.right() + 6.0, y), room);
    side_line(ui, egui::Rangef::new(rect.left(), rect.right() + INSET), rect.bottom(), line.row.dimension);
    let head = Rect::from_min_max(rect.min, pos2(rect.right() - 52.0, rect.bottom() - 6.0));
    let response = ui.interact(head, ui.scope_id().with("name"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.row.labels.menu));
    focus_ring(ui, head, &response);
    let hot = response.hovered() || response.has_focus();
    let label = sheet.words.with("weigh-menu-of", &[("name", &line.row.name)]);
    menu_ui(ui, &response, dots_place(head), &label, hot, |ui| {
        weigh_entry(ui, view, sheet, "weigh-menu-dimensions", Scope::Dimensions(side));
        weigh_entry(ui, view, sheet, "weigh-menu-side", Scope::Side(side));
    });
    if side == Side::Cost && sheet.comparison.header.account == Account::Points {
        let place = Rect::from_min_max(pos2(rect.right() - 46.0, y - 12.0), pos2(rect.right(), y + 11.0));
        cost_emphasis_ui(ui, view, sheet, place, intents);
    }
}

/// λ, typed where it stands; in a what-if its letter can be dragged.
fn cost_emphasis_ui(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, rect: Rect, intents: &mut Vec<Intent>) {
    let words = sheet.words;
    let now = sheet.board.weighting.cost_emphasis;
    let id = ui.scope_id().with("lambda");
    let shown = decimal_input(now);
    let mut text: String = ui.data(|d| d.get_temp(id)).unwrap_or_else(|| shown.clone());
    let colors = Colors::of(ui);
    if sheet.screen.what_if.is_some() {
        let letter = rect.with_max_x(rect.left() + 10.0);
        scrub::emphasis_ui(ui, view, sheet, letter, intents);
    } else {
        ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, "λ", theme::regular(theme::BODY), colors.weak);
    }
    let edit = egui::TextEdit::singleline(&mut text).align(egui::Align2::RIGHT_CENTER).margin(vec2(5.0, 2.0));
    let place = Rect::from_min_max(pos2(rect.left() + 12.0, rect.top()), rect.max);
    let response = ui.put(place, edit.font(theme::regular(12.0)));
    let ghost = &sheet.board.cost_emphasis_ghost;
    if ghost.is_empty() {
        name_it(ui, &response, &words.t("cost-emphasis"));
    } else {
        name_it(ui, &response, &format!("{}; {ghost}", words.t("cost-emphasis")));
        ui.painter().vline(place.left(), place.shrink(4.0).y_range(), Stroke::new(2.0, colors.accent));
    }
    typing::select_on_entry(ui, &response, &text);
    typing::note_untouched(ui, &response, text == shown);
    if response.has_focus() {
        ui.data_mut(|d| d.insert_temp(id, text));
    } else {
        // What is typed lives only as long as it is typed.
        ui.data_mut(|d| d.remove::<String>(id));
        let given_up = ui.input(|i| i.key_pressed(Key::Escape));
        match parse_factor(&text) {
            _ if !response.lost_focus() || given_up || text == shown => {}
            Ok(cost_emphasis) => {
                let (comparison, segment) = (sheet.comparison.id(), sheet.board.segment);
                let edit = Edit::SetCostEmphasis { comparison, segment, cost_emphasis };
                intents.push(Intent::Edit(edit, Gesture::Once));
            }
            Err(error) => intents.push(Intent::Say(words.number_error(error))),
        }
    }
    response.on_hover_ui(|ui| {
        ui.label(words.t("cost-emphasis-about"));
        if !sheet.board.cost_emphasis_ghost.is_empty() {
            ui.label(&sheet.board.cost_emphasis_ghost);
        }
    });
}

fn hairline(ui: &Ui, rect: Rect) {
    let range = egui::Rangef::new(rect.left(), rect.right() + INSET);
    ui.painter().hline(range, rect.top(), Stroke::new(1.0, Colors::of(ui).line));
}

/// Right edge of a criterion's name: it makes room for the slider only while that is shown.
fn name_end(ui: &Ui, rect: Rect, line: &Line<'_>) -> f32 {
    let hot = ui.rect_contains_pointer(rect);
    match line.row.weight {
        Some(weight) if weight.share.locked || hot && weight.movable => rect.right() - WEIGHT_WIDTH - 4.0,
        Some(_) => {
            let font = theme::regular(GLOBAL_SIZE);
            let global = ui.painter().layout_no_wrap(line.row.global_text.clone(), font, Colors::of(ui).faint);
            rect.right() - GLOBAL_END - global.size().x - 7.0
        }
        None => rect.right(),
    }
}

/// True where the twins of all dimensions fit behind their names in rows of this width: all are shown, or none.
fn twins_fit(sheet: &Sheet<'_>, width: f32) -> bool {
    let room = width - WEIGHT_WIDTH + 12.0 - DOT_ROOM;
    let dimensions = sheet.lines.iter().filter(|line| matches!(line.row.kind, RowKind::Dimension(_)));
    dimensions.map(|line| text_width(&line.row.name, NAME) + 5.0 + text_width(&line.row.quiet, TWIN)).all(|w| w <= room)
}

fn dimension_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    rect: Rect,
    (dimension, twins): (Dimension, bool),
    intents: &mut Vec<Intent>,
) {
    let colors = Colors::of(ui);
    if !line.first {
        hairline(ui, rect);
    }
    let hot = ui.rect_contains_pointer(rect);
    let crowded = hot || line.row.weight.is_some_and(|w| w.share.locked);
    let end = if crowded { rect.right() - WEIGHT_WIDTH - 4.0 } else { rect.right() - WEIGHT_WIDTH + 12.0 };
    let label_rect = Rect::from_min_max(rect.min, pos2(end, rect.bottom()));
    let response = ui.interact(label_rect, ui.scope_id().with("name"), Sense::click());
    let key = (sheet.comparison.id(), dimension);
    let folded = view.folded.contains(&key);
    let label = &line.row.labels.fold[usize::from(folded)];
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    let hot = hot || response.has_focus();
    let at = pos2(rect.left() + 5.0, rect.center().y);
    if hot || folded {
        let sign = if folded { Sign::Right } else { Sign::Down };
        sign.paint(ui, at, colors.dimension(dimension));
    } else {
        let dot = Rect::from_center_size(at, vec2(9.0, 9.0));
        ui.painter().rect_filled(dot, 2.0, colors.dimension(dimension));
    }
    let room = label_rect.right() - rect.left() - DOT_ROOM - if hot { 22.0 } else { 0.0 };
    let behind = if twins { line.row.quiet.as_str() } else { "" };
    name_ui(ui, [&line.row.name, behind], pos2(rect.left() + DOT_ROOM, rect.center().y), room, true);
    focus_ring(ui, label_rect, &response);
    menu_ui(ui, &response, dots_place(label_rect), &line.row.labels.menu, hot, |ui| {
        dimension_menu(ui, view, sheet, dimension, intents);
    });
    weight_ui(ui, view, sheet, line, rect, hot, intents);
    if response.clicked() && !view.folded.remove(&key) {
        view.folded.insert(key);
    }
    response.on_hover_ui(|ui| {
        ui.label(&line.row.name);
        ui.label(&line.row.tip);
    });
}

/// Name and, quietly behind it, its twin or unit, cut to `room`.
fn name_ui(ui: &Ui, [name, behind]: [&str; 2], at: egui::Pos2, room: f32, strong: bool) {
    let colors = Colors::of(ui);
    let (font, color) =
        if strong { (theme::bold(theme::BODY), colors.text) } else { (theme::regular(theme::BODY), colors.weak) };
    let name = cut_galley(ui, name, font, color, room);
    let width = name.size().x;
    ui.painter().galley(at - vec2(0.0, name.size().y / 2.0), name, color);
    let size = if strong { TWIN.size } else { theme::SMALL };
    quiet_ui(ui, behind, size, at + vec2(width + 5.0, 0.0), room - width - 5.0);
}

/// A twin or unit behind a name, where it fits whole: cut it says nothing, and the tooltip has it.
fn quiet_ui(ui: &Ui, text: &str, size: f32, at: egui::Pos2, room: f32) {
    let color = Colors::of(ui).faint;
    let quiet = ui.painter().layout_no_wrap(text.to_owned(), theme::regular(size), color);
    if quiet.size().x <= room {
        ui.painter().galley(at - vec2(0.0, quiet.size().y / 2.0), quiet, color);
    }
}

/// Where the three dots of a row stand.
fn dots_place(name: Rect) -> Rect {
    Rect::from_center_size(pos2(name.right() - 11.0, name.center().y), vec2(20.0, 20.0))
}

#[expect(clippy::too_many_arguments, reason = "a row and its surroundings")]
fn leaf_ui(
    ui: &mut Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    zones: &Zones,
    line: &Line<'_>,
    rect: Rect,
    criterion: Option<CriterionId>,
    intents: &mut Vec<Intent>,
) {
    let label_rect = Rect::from_min_max(rect.min, pos2(name_end(ui, rect, line), rect.bottom()));
    let sense = if criterion.is_some() { Sense::click_and_drag() } else { Sense::click() };
    let response = ui.interact(label_rect, ui.scope_id().with("name"), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &line.row.name));
    let hot = ui.rect_contains_pointer(rect) || response.has_focus();
    let is_part = criterion.is_some() && line.row.leaf.is_none();
    let indent = if is_part { 31.0 } else { 17.0 };
    let room = label_rect.right() - rect.left() - indent - if hot { 22.0 } else { 0.0 };
    name_ui(ui, [&line.row.name, &line.row.quiet], pos2(rect.left() + indent, rect.center().y), room, false);
    focus_ring(ui, label_rect, &response);
    if let Some(id) = criterion {
        menu_ui(ui, &response, dots_place(label_rect), &line.row.labels.menu, hot, |ui| {
            criterion_menu(ui, view, sheet, id, intents);
        });
        drag::criterion_ui(ui, sheet, &response, zones, id, intents);
    }
    weight_ui(ui, view, sheet, line, rect, hot, intents);
    if let Some(id) = criterion {
        if response.double_clicked() || response.has_focus() && ui.input(|i| i.key_pressed(Key::F2)) {
            open_criterion(sheet, id, intents);
        }
    } else if let (true, Some(first)) = (response.double_clicked(), sheet.comparison.money_criteria().next()) {
        open_criterion(sheet, first.id, intents);
    }
    response.on_hover_text(&line.row.tip);
}

fn dimension_menu(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, dimension: Dimension, intents: &mut Vec<Intent>) {
    let words = sheet.words;
    let comparison = sheet.comparison.id();
    if ui.button(words.t("menu-add-criterion-here")).clicked() {
        let form = CriterionForm::add(sheet.comparison, dimension, words.lang(), usize::MAX);
        intents.push(Intent::Open(Box::new(Dialog::Criterion(form))));
    }
    weigh_entry(ui, view, sheet, "weigh-menu-criteria", Scope::Criteria(dimension));
    weigh_entry(ui, view, sheet, "weigh-menu-dimensions", Scope::Dimensions(dimension.side()));
    if ui.button(words.t("menu-rename-dimension")).clicked() {
        let form = DimensionForm::of(sheet.comparison, dimension);
        intents.push(Intent::Open(Box::new(Dialog::Dimension(form))));
    }
    let key = (comparison, dimension);
    let fold = words.t(if view.folded.contains(&key) { "menu-unfold" } else { "menu-fold" });
    if ui.button(fold).clicked() && !view.folded.remove(&key) {
        view.folded.insert(key);
    }
    let empty = sheet.comparison.criteria_of(dimension).next().is_none();
    if ui.add_enabled(empty, egui::Button::new(words.t("menu-hide-dimension"))).clicked() {
        let edit = Edit::HideDimension { comparison, dimension, hidden: true };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
}

/// An entry that opens the page of ways to weigh on a scope, where that has something to weigh.
fn weigh_entry(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, key: &str, scope: Scope) {
    let has_items = scope.items(&sheet.comparison.leaves()).len() > 1;
    let can = has_items && sheet.comparison.header.account == Account::Points;
    if ui.add_enabled(can, egui::Button::new(sheet.words.t(key))).clicked() {
        weighing::open(view, sheet.comparison.id(), scope);
    }
}

fn criterion_menu(ui: &mut Ui, view: &mut View, sheet: &Sheet<'_>, id: CriterionId, intents: &mut Vec<Intent>) {
    let words = sheet.words;
    let Some(criterion) = sheet.comparison.criterion(id) else { return };
    let comparison = sheet.comparison.id();
    let dimension = criterion.dimension;
    let siblings: Vec<CriterionId> = sheet.comparison.criteria_of(dimension).map(|c| c.id).collect();
    let place = siblings.iter().position(|s| *s == id).unwrap_or_default();
    if ui.button(words.t("menu-edit-criterion")).clicked() {
        open_criterion(sheet, id, intents);
    }
    weigh_entry(ui, view, sheet, "weigh-menu-criteria", Scope::Criteria(dimension));
    if ui.button(words.t("menu-scale")).clicked() {
        scale::show(view, sheet.comparison, id);
    }
    let mut edit = |edit: Edit| intents.push(Intent::Edit(edit, Gesture::Once));
    if ui.button(words.t("menu-duplicate")).clicked() {
        let mut copy = criterion.clone();
        copy.id = CriterionId(sheet.screen.workbook.ids.peek());
        copy.name = crate::words::copy_of(&copy.name);
        let places = (0..sheet.columns()).filter_map(|column| sheet.place(column));
        let level = |offer| sheet.level(Spot { criterion: id, offer });
        let levels = places.filter_map(|offer| Some((offer, level(offer)?))).collect();
        edit(Edit::AddCriterion { comparison, criterion: Box::new(copy), at: place + 1, levels });
    }
    let moved = |to: usize, dimension| Edit::MoveCriterion { comparison, criterion: id, dimension, to };
    if ui.add_enabled(place > 0, egui::Button::new(words.t("menu-move-up"))).clicked() {
        edit(moved(place - 1, dimension));
    }
    if ui.add_enabled(place + 1 < siblings.len(), egui::Button::new(words.t("menu-move-down"))).clicked() {
        edit(moved(place + 1, dimension));
    }
    if !criterion.scale.is_money() {
        ui.menu_button(words.t("menu-move-to"), |ui| {
            for other in dimension.side().dimensions().into_iter().filter(|d| *d != dimension) {
                let name = words.dimension(other, &sheet.comparison.header.dimensions[other.index()]);
                if ui.button(name).clicked() {
                    edit(moved(usize::MAX, other));
                }
            }
        });
    }
    ui.separator();
    if ui.button(words.t("menu-delete")).clicked() {
        edit(Edit::RemoveCriterion { comparison, criterion: id });
    }
}
