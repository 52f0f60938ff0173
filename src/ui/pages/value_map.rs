//! Value against cost: who dominates whom, and who is above fair value.

use egui::Ui;

use super::{Drawn, Open, figure_ui, offer_combo_ui};
use crate::board::{Ask, MapOptions};
use crate::model::OfferId;
use crate::ui::Intent;
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The offer whose figures are told; the best where absent.
    pub told: Option<OfferId>,
}

/// How far from a dot a click still means it.
const NEAR: f32 = 12.0;

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let chosen = view.pages.value_map.told.and_then(|id| open.comparison.offers.iter().position(|o| o.id == id));
    let told = chosen.filter(|&o| open.board.cdv(o).is_some()).or_else(|| open.board.ranked().next());
    let ask = Ask::Map(MapOptions { width: open.width, told });
    let choices = |ui: &mut Ui, view: &mut View, _: &mut Vec<Intent>| {
        if let Some(told) = told {
            offer_combo_ui(ui, open, "map-offer", told, 150.0, &mut view.pages.value_map.told);
        }
    };
    let drawn = figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    if let Some(offer) = drawn.and_then(|drawn| clicked(ui, open, &drawn)) {
        view.pages.value_map.told = Some(open.comparison.offers[offer].id);
    }
}

/// The offer whose dot was clicked.
fn clicked(ui: &Ui, open: Open<'_>, drawn: &Drawn) -> Option<usize> {
    let plot = drawn.plot?;
    let click = ui.input(|i| if i.pointer.primary_clicked() { i.pointer.interact_pos() } else { None })?;
    if !drawn.response.contains_pointer() {
        return None;
    }
    let delivered = &open.board.delivered;
    let away = |o: usize| {
        let [x, y] = plot.at(delivered.tcc[o], delivered.tcv[o]);
        (drawn.origin + egui::vec2(x, y)).distance(click)
    };
    open.board
        .ranked()
        .map(|o| (away(o), o))
        .filter(|(d, _)| *d <= NEAR)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|d| d.1)
}
