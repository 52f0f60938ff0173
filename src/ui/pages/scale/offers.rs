//! What the scale does to every offer: its points there, its CDV, and the last change of it.

use egui::{Align, Label, Layout, RichText, Sense, Ui, vec2};

use super::{Subject, caption_ui};
use crate::board::RowKind;
use crate::model::{Account, Leaf};
use crate::ui::pages::Open;
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;
use crate::words::signed;

/// More offers than this are not listed.
const ROWS_MAX: usize = 40;
const HEIGHT: f32 = 20.0;
/// Width of a column of points, and of amounts.
const FIGURES: [f32; 2] = [54.0, 72.0];

/// One line per offer: name, points, CDV, Δ.
pub(super) fn offers_ui(ui: &mut Ui, view: &View, open: Open<'_>, subject: Subject<'_>) {
    let words = open.screen.words;
    let is_it = |kind: RowKind| match subject.leaf {
        Leaf::Criterion(id) => kind == RowKind::Criterion(id),
        Leaf::Ownership => matches!(kind, RowKind::Ownership | RowKind::Criterion(_)),
    };
    let row = open.board.rows.iter().position(|row| row.leaf == Some(subject.leaf) && is_it(row.kind));
    let in_points = open.comparison.header.account == Account::Points;
    let width = FIGURES[usize::from(!in_points)];
    let name_room = (open.width - 3.0 * width - 20.0).max(40.0);
    caption_ui(ui, &words.t("scale-page-effect"));
    let colors = Colors::of(ui);
    let figure_ui = |ui: &mut Ui, text: &str, color, bold: bool| {
        ui.allocate_ui_with_layout(vec2(width, HEIGHT), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_width(width);
            let font = if bold { theme::bold(12.0) } else { theme::regular(12.0) };
            ui.add(Label::new(RichText::new(text).font(font).color(color)).truncate());
        });
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
        ui.horizontal(|ui| {
            ui.add_space(name_room + 16.0);
            let sign = open.comparison.header.currency.sign();
            let worth = if in_points { words.t("scale-points") } else { sign.trim().to_owned() };
            for head in [worth, words.t("cdv"), words.t("scale-page-change")] {
                figure_ui(ui, &head, colors.faint, false);
            }
        });
        for index in 0..open.comparison.offers.len().min(ROWS_MAX) {
            let column = open.board.column(open.comparison, words, index);
            ui.horizontal(|ui| {
                let (dot, _) = ui.allocate_exact_size(vec2(16.0, HEIGHT), Sense::hover());
                let [r, g, b] = column.color;
                ui.painter().circle_filled(dot.left_center() + vec2(5.0, 0.0), 4.5, egui::Color32::from_rgb(r, g, b));
                ui.allocate_ui_with_layout(vec2(name_room, HEIGHT), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(name_room);
                    let name = RichText::new(&column.name).size(12.0).color(colors.text);
                    ui.add(Label::new(name).truncate());
                });
                let points = row.and_then(|row| column.cells.get(row)).map_or("", |cell| cell.points.as_str());
                figure_ui(ui, points, colors.weak, false);
                figure_ui(ui, &column.cdv, colors.text, true);
                let ghost = column.ghost.as_ref().map(|ghost| ghost.delta.clone());
                let last = || view.deltas.get(&column.id).map(|delta| signed(delta.change, open.board.places));
                let change = ghost.or_else(last).unwrap_or_default();
                let color = if change.starts_with('+') { colors.good } else { colors.bad };
                figure_ui(ui, &change, color, false);
            });
        }
        let more = open.comparison.offers.len().saturating_sub(ROWS_MAX);
        if more > 0 {
            ui.label(RichText::new(words.count("and-more", more)).size(12.0).color(colors.faint));
        }
    });
}
