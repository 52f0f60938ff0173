//! A row of questions: a name, a number to type, a slider, and the weight that follows, in fixed columns.

use egui::{Align, Color32, Key, Label, Layout, RichText, Ui, vec2};

use super::Asking;
use crate::board::FormRow;
use crate::model::{Answers, Item};
use crate::ui::Intent;
use crate::ui::field::{link_ui, name_it};
use crate::ui::intent::Gesture;
use crate::ui::pages::Open;
use crate::ui::pages::column::Column;
use crate::ui::pages::typed::read_number;
use crate::ui::theme::{self, Colors};

const NUMBER: f32 = 56.0;
/// The room that a number input takes with its margins.
const INPUT: f32 = NUMBER + 16.0;
const WEIGHT: f32 = 46.0;
const GAP: f32 = 6.0;
pub(super) const HEIGHT: f32 = 26.0;
/// Below this width there is no room for sliders that can be aimed at.
const WIDE: f32 = 360.0;

/// How wide the slider of a row is.
fn slider_width(width: f32) -> f32 {
    if width >= WIDE { 90.0 } else { 44.0 }
}

/// A cell of a fixed width; what does not fit is in its tooltip.
pub(super) fn cell_ui(ui: &mut Ui, text: &str, width: f32, align: Align, color: Color32, size: f32) {
    let layout =
        if align == Align::Max { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    ui.allocate_ui_with_layout(vec2(width, HEIGHT), layout, |ui| {
        ui.set_min_width(width);
        let text = RichText::new(text).font(theme::regular(size)).color(color);
        // Not to be selected: rows can be dragged by what is written in them.
        ui.add(Label::new(text).truncate().selectable(false));
    });
}

/// Draws a row: what its slider says. What is typed is the list's.
pub(super) fn answer_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    item: Item,
    row: &FormRow,
    has_slider: bool,
    (list, place): (&mut Column<Option<f64>>, usize),
) -> Option<(f64, Gesture)> {
    let colors = Colors::of(ui);
    let width = asking.open.width;
    let slider = if has_slider { slider_width(width) + GAP } else { 0.0 };
    let name = width - INPUT - GAP - slider - WEIGHT - GAP;
    let mut answered = None;
    ui.push_id(("answer", item), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            cell_ui(ui, &row.name, name, Align::Min, colors.text, theme::BODY);
            if row.is_asked {
                let line = [row.labels[0].as_str(), &row.input];
                list.number_ui(ui, asking.open, [place, 0], line, NUMBER, |text| read(asking.open, text));
                if has_slider {
                    answered = slider_ui(ui, row);
                }
            } else {
                ui.add_space(INPUT + slider);
            }
            cell_ui(ui, &row.weight, WEIGHT, Align::Max, colors.text, theme::BODY);
        });
    });
    answered
}

/// A number, or an answer that is taken back.
fn read(open: Open<'_>, text: &str) -> Result<Option<f64>, String> {
    if text.trim().is_empty() { Ok(None) } else { read_number(open, text).map(Some) }
}

fn slider_ui(ui: &mut Ui, row: &FormRow) -> Option<(f64, Gesture)> {
    ui.spacing_mut().slider_width = slider_width(ui.max_rect().width());
    let mut value = row.given.unwrap_or(0.0);
    // What was typed stays as it was typed: only what is slid goes by whole steps up to 100.
    let slider = egui::Slider::new(&mut value, 0.0..=100.0).clamping(egui::SliderClamping::Edits);
    let response = ui.add(slider.show_value(false).step_by(1.0));
    name_it(ui, &response, &row.labels[1]);
    let was = row.given.unwrap_or(0.0);
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    if (response.dragged() || response.drag_stopped()) && ui.input(|i| i.key_pressed(Key::Escape)) {
        ui.ctx().stop_dragging();
        return Some((was, Gesture::Dropped));
    }
    if response.drag_stopped() {
        return Some((value, Gesture::Ended));
    }
    let gesture = if response.dragged() { Gesture::Ongoing } else { Gesture::Once };
    response.changed().then_some((value, gesture))
}

/// The sum below the numbers and the weights.
pub(super) fn total_ui(ui: &mut Ui, asking: &Asking<'_>, has_slider: bool) {
    let colors = Colors::of(ui);
    let [total, whole] = &asking.sheet.form.total;
    let width = asking.open.width;
    let slider = if has_slider { slider_width(width) + GAP } else { 0.0 };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let name = width - INPUT - GAP - slider - WEIGHT - GAP;
        cell_ui(ui, &asking.open.screen.words.t("points-total"), name, Align::Min, colors.weak, theme::BODY);
        cell_ui(ui, total, INPUT - 8.0, Align::Max, colors.weak, theme::BODY);
        ui.add_space(8.0 - GAP + slider);
        cell_ui(ui, whole, WEIGHT, Align::Max, colors.weak, theme::BODY);
    });
}

/// Answers that the weights in force would be, to start from.
pub(super) fn start_ui(ui: &mut Ui, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    if let Some(start) = &asking.sheet.form.start
        && link_ui(ui, &asking.open.screen.words.t("weighing-start")).clicked()
    {
        asking.say(Answers::clone(start), Gesture::Once, intents);
    }
}
