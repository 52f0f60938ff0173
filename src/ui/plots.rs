//! The right-hand page: delivered value by dimension, and why one offer beats another.

use std::cmp::Ordering;

use egui::{RichText, ScrollArea, Ui, vec2};

use super::field::{Sign, segmented_ui, sign_ui};
use super::scene::{scene_ui, table_ui};
use super::theme::{self, Colors};
use super::view::{Picture, Shown, View};
use super::{Intent, Screen};
use crate::board::{
    Board, BridgeOptions, CompareOptions, Table, bridge_data, bridge_scene, bridge_table, compare_data, compare_scene,
    compare_summary, compare_table,
};
use crate::model::{Account, Comparison, OfferId};

/// Most offers that a bridge can be chosen from.
const CHOICES_MAX: usize = 200;

/// Draws the Compare page.
pub fn plots_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some(comparison), Some(board)) = (screen.comparison, screen.board) else { return };
    let colors = Colors::of(ui);
    ui.add_space(8.0);
    let tab = ui.label(RichText::new(screen.words.t("page-compare")).font(theme::bold(12.5)).color(colors.accent));
    let under = tab.rect.translate(vec2(0.0, 8.0));
    ui.painter().hline(under.x_range(), under.bottom(), egui::Stroke::new(2.0, colors.accent));
    ui.add_space(6.0);
    ui.separator();
    ScrollArea::vertical().id_salt("plots").auto_shrink(false).show(ui, |ui| {
        // Room for the scroll bar, so that nothing jumps when it comes.
        let width = (ui.available_width() - 6.0).floor();
        ui.set_max_width(width);
        compare_ui(ui, view, screen, comparison, board, width, intents);
        ui.add_space(14.0);
        bridge_ui(ui, view, screen, comparison, board, width, intents);
    });
}

fn heading_ui(ui: &mut Ui, text: &str) {
    let text = RichText::new(text).font(theme::bold(theme::BODY)).color(Colors::of(ui).text);
    ui.add(egui::Label::new(text).truncate());
}

/// Chart or table, and copying: the same for both charts.
fn tools_ui(
    ui: &mut Ui,
    screen: Screen<'_>,
    picture: Picture,
    as_table: &mut bool,
    data: impl FnOnce() -> Vec<Vec<String>>,
    intents: &mut Vec<Intent>,
    more: impl FnOnce(&mut Ui),
) {
    let words = screen.words;
    let label = words.t(match picture {
        Picture::Compare => "menu-of-bars",
        Picture::Bridge => "menu-of-bridge",
    });
    let dots = sign_ui(ui, Sign::Dots, &label, true);
    egui::Popup::menu(&dots).show(|ui| {
        let shown = words.t(if *as_table { "show-as-chart" } else { "show-as-table" });
        if ui.button(shown).clicked() {
            *as_table = !*as_table;
        }
        more(ui);
        ui.separator();
        if ui.button(words.t("copy-picture")).clicked() {
            intents.push(Intent::CopyPicture(picture));
        }
        if ui.button(words.t("save-picture")).clicked() {
            intents.push(Intent::SavePicture(picture));
        }
        if ui.button(words.t("copy-data")).clicked() {
            intents.push(Intent::CopyTable(data()));
        }
    });
}

fn compare_ui(
    ui: &mut Ui,
    view: &mut View,
    screen: Screen<'_>,
    comparison: &Comparison,
    board: &Board,
    width: f32,
    intents: &mut Vec<Intent>,
) {
    let words = screen.words;
    let options = CompareOptions { width, sorted: view.compare.sorted };
    if view.scenes.compare.as_ref().is_none_or(|shown| shown.options != options) {
        view.scenes.compare = Some(Shown {
            options,
            scene: compare_scene(board, comparison, words, options),
            summary: compare_summary(board, comparison, words, options.sorted),
            table: None,
            title: words.t("chart-compare"),
        });
    }
    let Some(shown) = &mut view.scenes.compare else { return };
    let page = &mut view.compare;
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(width - 34.0);
            heading_ui(ui, &shown.title);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let sorted = &mut page.sorted;
            let data = || compare_data(board, comparison, words, options.sorted);
            tools_ui(ui, screen, Picture::Compare, &mut page.bars_as_table, data, intents, |ui| {
                ui.separator();
                ui.radio_value(sorted, true, words.t("order-best"));
                ui.radio_value(sorted, false, words.t("order-table"));
            });
        });
    });
    ui.add_space(4.0);
    if board.ranked().next().is_none() {
        quiet_ui(ui, &words.t("chart-empty"));
    } else if page.bars_as_table {
        let table = shown.table.get_or_insert_with(|| compare_table(board, comparison, words, options.sorted));
        table_ui(ui, table, "compare-table");
    } else {
        scene_ui(ui, &shown.scene, &shown.title, &shown.summary);
    }
}

/// A table as one line, for screen readers.
fn in_words(table: &Table) -> String {
    let row = |row: &Vec<String>| row.join(" ");
    table.rows.iter().map(row).collect::<Vec<_>>().join("; ")
}

fn quiet_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).color(Colors::of(ui).faint));
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
    let to = index(view.compare.to).unwrap_or(best);
    let from = index(view.compare.from).or_else(|| board.ranked().find(|&o| o != to))?;
    (from != to).then_some((from, to))
}

fn bridge_ui(
    ui: &mut Ui,
    view: &mut View,
    screen: Screen<'_>,
    comparison: &Comparison,
    board: &Board,
    width: f32,
    intents: &mut Vec<Intent>,
) {
    let words = screen.words;
    let Some((from, to)) = ends(view, comparison, board) else {
        heading_ui(ui, &words.t("bridge-none"));
        quiet_ui(ui, &words.t("bridge-needs-two"));
        return;
    };
    let options = BridgeOptions { width, from, to, by_criterion: view.compare.by_criterion };
    if view.scenes.bridge.as_ref().is_none_or(|shown| shown.options != options) {
        let table = bridge_table(board, comparison, words, options);
        view.scenes.bridge = Some(Shown {
            options,
            scene: bridge_scene(board, comparison, words, options),
            summary: in_words(&table),
            table: Some(table),
            title: bridge_title(screen, comparison, board, from, to),
        });
    }
    let Some(shown) = &mut view.scenes.bridge else { return };
    let page = &mut view.compare;
    ui.horizontal(|ui| {
        ui.scope(|ui| {
            ui.set_max_width(width - 34.0);
            heading_ui(ui, &shown.title);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let data = || bridge_data(board, comparison, words, options);
            tools_ui(ui, screen, Picture::Bridge, &mut page.bridge_as_table, data, intents, |_| {});
        });
    });
    ui.horizontal(|ui| {
        // Room for “against” between the two.
        ui.spacing_mut().combo_width = ((width - 80.0) / 2.0).min(130.0);
        offer_combo_ui(ui, screen, comparison, board, ("bridge-to", to), &mut page.to);
        ui.label(RichText::new(words.t("bridge-against")).size(12.0).color(Colors::of(ui).faint));
        offer_combo_ui(ui, screen, comparison, board, ("bridge-from", from), &mut page.from);
    });
    let by = [words.t("by-dimension"), words.t("by-criterion")];
    if let Some(i) = segmented_ui(ui, "bridge-by", &by, usize::from(page.by_criterion)) {
        page.by_criterion = i == 1;
    }
    ui.add_space(6.0);
    if page.bridge_as_table {
        let table = shown.table.get_or_insert_with(|| bridge_table(board, comparison, words, options));
        table_ui(ui, table, "bridge-table");
    } else {
        scene_ui(ui, &shown.scene, &shown.title, &shown.summary);
    }
}

/// “Why TCL beats SHARP (points)”; two that tie only compare.
fn bridge_title(screen: Screen<'_>, comparison: &Comparison, board: &Board, from: usize, to: usize) -> String {
    let words = screen.words;
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang());
    let unit = match comparison.header.account {
        Account::Points => words.t("unit-points"),
        Account::Money => comparison.header.currency.code().to_owned(),
    };
    let key = match board.compare(to, from) {
        Ordering::Greater => "bridge-beats",
        Ordering::Equal => "bridge-ties",
        Ordering::Less => "bridge-loses",
    };
    words.with(key, &[("to", name(to)), ("from", name(from)), ("unit", &unit)])
}

fn offer_combo_ui(
    ui: &mut Ui,
    screen: Screen<'_>,
    comparison: &Comparison,
    board: &Board,
    (salt, chosen): (&str, usize),
    choice: &mut Option<OfferId>,
) {
    let words = screen.words;
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang());
    let text = RichText::new(name(chosen)).size(12.0);
    let combo = egui::ComboBox::from_id_salt(salt).truncate().selected_text(text).show_ui(ui, |ui| {
        for offer in board.ranked().take(CHOICES_MAX) {
            if ui.selectable_label(offer == chosen, name(offer)).clicked() {
                *choice = Some(comparison.offers[offer].id);
            }
        }
        let more = board.ranked().count().saturating_sub(CHOICES_MAX);
        if more > 0 {
            ui.label(RichText::new(words.count("and-more", more)).size(12.0).color(Colors::of(ui).faint));
        }
    });
    super::field::name_it(ui, &combo.response, &words.t(salt));
}
