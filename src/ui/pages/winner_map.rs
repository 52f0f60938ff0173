//! Who wins where: the plane of two quantities in the colours of its winners.

use std::sync::Arc;

use egui::{RichText, Ui};

use super::handle::{Handle, point_ui};
use super::typed::typed_ui;
use super::{Open, figure_ui, heading_ui, quiet_ui};
use crate::board::{
    Ask, MapPick, MapSide, MapSides, WinnerMapOptions, into_triangle, is_triangle, map_edits, map_sides, typed_end,
    typed_on_side,
};
use crate::model::Weights;
use crate::ui::Intent;
use crate::ui::field::{captioned_ui, link_ui, name_it};
use crate::ui::intent::Gesture;
use crate::ui::theme::Colors;
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The two sides.
    pub pick: MapPick,
    /// The weights when today's place was taken hold of.
    start: Option<Arc<Weights>>,
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    // A drag that ended out of sight holds nothing any more.
    if ui.ctx().dragged_id().is_none() {
        view.pages.winner_map.start = None;
    }
    let made = sides(view, open);
    let Some(sides) = &made.sides else {
        heading_ui(ui, &words.t("who-wins-title"));
        quiet_ui(ui, &words.t("map-none"));
        return;
    };
    let quantities = [sides[0].quantity, sides[1].quantity];
    let ask = Ask::WinnerMap(WinnerMapOptions {
        width: open.width,
        quantities,
        ranges: [sides[0].range, sides[1].range],
        start: view.pages.winner_map.start.clone(),
    });
    let choices = |ui: &mut Ui, view: &mut View, intents: &mut Vec<Intent>| {
        ui.horizontal(|ui| {
            for k in [0, 1] {
                side_ui(ui, view, open, &made, sides, k, intents);
            }
        });
        if link_ui(ui, &words.t("map-swap")).clicked() {
            let pick = &mut view.pages.winner_map.pick;
            pick.quantities = [Some(quantities[1]), Some(quantities[0])];
            pick.ranges.swap(0, 1);
        }
    };
    let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    let (Some(drawn), Some(x), Some(y)) = (drawn, sides[0].today, sides[1].today) else { return };
    let named = |k: usize| words.with("who-wins-value", &[("name", &sides[k].name), ("value", &shown(&sides[k]))]);
    let label = words.with("map-today", &[("x", &named(0)), ("y", &named(1))]);
    let handle = |k: usize, value: f64| Handle {
        salt: "winner-map",
        label: &label,
        value,
        range: sides[k].range,
        step: sides[k].step,
    };
    if let Some((to, gesture)) = point_ui(ui, &drawn, &handle(0, x), &handle(1, y)) {
        let to = if is_triangle(open.seen(), quantities) { into_triangle(to, sides[0].range[1]) } else { to };
        let start = &mut view.pages.winner_map.start;
        if gesture == Gesture::Ongoing && start.is_none() {
            *start = open.comparison.segment(open.board.segment).map(|s| Arc::new(s.weights.clone()));
        }
        let edits = map_edits(open.seen(), &quantities, start.as_deref(), &to);
        if gesture != Gesture::Ongoing {
            *start = None;
        }
        intents.push(Intent::Together(edits, gesture));
    }
}

/// Today's value with its unit.
fn shown(side: &MapSide) -> String {
    if side.unit == "%" { format!("{}%", side.input) } else { format!("{}{}", side.unit, side.input) }
}

/// The sides, made anew where the board or the choice changed.
fn sides(view: &mut View, open: Open<'_>) -> Arc<MapSides> {
    let pick = &mut view.pages.winner_map.pick;
    if let Some((made_for, sides)) = &view.scenes.map
        && made_for == pick
    {
        return Arc::clone(sides);
    }
    let made = Arc::new(map_sides(open.seen(), pick));
    if let Some(sides) = &made.sides {
        // What was not chosen stays too, whatever weighs most after the next edit.
        pick.quantities = [0, 1].map(|k| Some(sides[k].quantity));
        pick.ranges = [0, 1].map(|k| Some((sides[k].quantity, sides[k].range)));
    }
    view.scenes.map = Some((pick.clone(), Arc::clone(&made)));
    made
}

/// What a side shows, today's value, and where it ends.
fn side_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    made: &MapSides,
    sides: &[MapSide; 2],
    k: usize,
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let side = &sides[k];
    let width = ((open.width - 12.0) / 2.0).floor();
    let caption = words.t(["map-across", "map-up"][k]);
    // Beside its label and its unit.
    let input = (width - 54.0).clamp(48.0, 72.0);
    ui.vertical(|ui| {
        ui.set_width(width);
        captioned_ui(ui, &caption, |ui| {
            let text = RichText::new(&side.name).size(12.0);
            let combo = egui::ComboBox::from_id_salt(("map-side", k)).width(width - 8.0).height(320.0).truncate();
            let combo = combo.selected_text(text).show_ui(ui, |ui| {
                for choice in made.choices.iter().filter(|choice| choice.spans[k]) {
                    if ui.selectable_label(choice.quantity == side.quantity, &choice.name).clicked() {
                        let mut quantities = [sides[0].quantity, sides[1].quantity].map(Some);
                        quantities[k] = Some(choice.quantity);
                        view.pages.winner_map.pick.quantities = quantities;
                    }
                }
            });
            name_it(ui, &combo.response, &caption);
            // A long name is cut.
            combo.response.on_hover_text(&side.name);
        });
        let small = |ui: &mut Ui, text: &str| {
            ui.label(RichText::new(text).size(12.0).color(Colors::of(ui).faint));
        };
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.horizontal(|ui| {
            small(ui, &words.t("map-now"));
            let label = words.with("map-now-of", &[("name", &side.name)]);
            let read = |text: &str| typed_on_side(open.seen(), side, text);
            if let Some(value) = typed_ui(ui, &label, &side.input, input, read) {
                let edits = map_edits(open.seen(), &[side.quantity], None, &[value]);
                intents.push(Intent::Edits(edits));
            }
            small(ui, &side.unit);
        });
        let Some(end) = &side.end else { return };
        ui.horizontal(|ui| {
            small(ui, &words.t("map-upto"));
            let label = words.with("map-end-of", &[("name", &side.name)]);
            let read = |text: &str| typed_end(open.seen(), side, text);
            if let Some(range) = typed_ui(ui, &label, end, input, read) {
                view.pages.winner_map.pick.ranges[k] = Some((side.quantity, range));
            }
            small(ui, &side.unit);
        });
    });
}
