//! Delivered value by dimension, and why one offer beats another.

use egui::{RichText, Ui};

use super::{Open, figure_ui, heading_ui, offer_combo_ui, quiet_ui};
use crate::board::{Ask, Board, BridgeOptions, CompareOptions, WorthOptions};
use crate::model::{Account, Comparison, OfferId};
use crate::ui::Intent;
use crate::ui::field::segmented_ui;
use crate::ui::theme::Colors;
use crate::ui::view::View;

/// What is chosen on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// From best to worst.
    pub sorted: bool,
    /// Bridge by criterion.
    pub by_criterion: bool,
    /// Where the bridge starts; the second where absent.
    pub from: Option<OfferId>,
    /// Where it leads; the winner where absent.
    pub to: Option<OfferId>,
}

impl Default for State {
    fn default() -> Self {
        Self { sorted: true, by_criterion: false, from: None, to: None }
    }
}

pub(super) fn page_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let ask = Ask::Compare(CompareOptions { width: open.width, sorted: view.pages.compare.sorted });
    let order = |ui: &mut Ui, view: &mut View| {
        ui.separator();
        let sorted = &mut view.pages.compare.sorted;
        ui.radio_value(sorted, true, words.t("order-best"));
        ui.radio_value(sorted, false, words.t("order-table"));
    };
    figure_ui(ui, view, open, ask, intents, order, |_, _, _| {});
    ui.add_space(14.0);
    bridge_ui(ui, view, open, intents);
}

/// The two offers of the bridge: as chosen, else the second and the winner.
fn ends(view: &View, comparison: &Comparison, board: &Board) -> Option<(usize, usize)> {
    let index = |id: Option<OfferId>| {
        let id = id?;
        let place = comparison.offers.iter().position(|o| o.id == id)?;
        board.cdv(place).map(|_| place)
    };
    let mut ranked = board.ranked();
    let best = ranked.next()?;
    let to = index(view.pages.compare.to).unwrap_or(best);
    let from = index(view.pages.compare.from).or_else(|| board.ranked().find(|&o| o != to))?;
    (from != to).then_some((from, to))
}

fn bridge_ui(ui: &mut Ui, view: &mut View, open: Open<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Some((from, to)) = ends(view, open.comparison, open.board) else {
        heading_ui(ui, &words.t("bridge-none"));
        quiet_ui(ui, &words.t("bridge-needs-two"));
        return;
    };
    let width = open.width;
    let ask = Ask::Bridge(BridgeOptions { width, from, to, by_criterion: view.pages.compare.by_criterion });
    let choices = |ui: &mut Ui, view: &mut View, _: &mut Vec<Intent>| {
        let page = &mut view.pages.compare;
        ui.horizontal(|ui| {
            // Room for “against” between the two.
            let room = ((width - 80.0) / 2.0).min(130.0);
            offer_combo_ui(ui, open, "bridge-to", to, room, &mut page.to);
            ui.label(RichText::new(words.t("bridge-against")).size(12.0).color(Colors::of(ui).faint));
            offer_combo_ui(ui, open, "bridge-from", from, room, &mut page.from);
        });
        let by = [words.t("by-dimension"), words.t("by-criterion")];
        if let Some(i) = segmented_ui(ui, "bridge-by", &by, usize::from(page.by_criterion)) {
            page.by_criterion = i == 1;
        }
    };
    figure_ui(ui, view, open, ask, intents, |_, _| {}, choices);
    if open.comparison.header.account == Account::Money && open.comparison.money_criteria().next().is_some() {
        ui.add_space(14.0);
        let ask = Ask::Worth(WorthOptions { width, from, to });
        figure_ui(ui, view, open, ask, intents, |_, _| {}, |_, _, _| {});
    }
}
