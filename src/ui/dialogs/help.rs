//! The theory on one page, and what this program is.

use egui::{Align, Context, Layout, RichText, Sense, Ui, vec2};

use super::frame::{Answer, Look, page_ui};
use crate::model::{Dimension, DimensionInfo, Side};
use crate::ui::theme::{self, Colors};
use crate::words::Words;

const WIDTH: f32 = 760.0;
/// Width of the terms in front of their explanations.
const TERM: f32 = 150.0;

/// Terms and explanations below the two sides, by key.
const TERMS: [&str; 7] =
    ["help-lambda", "help-money", "help-ranks", "help-missing", "help-break-even", "help-ratio", "help-sources"];

/// The four lines of the points account, by key.
const POINTS: [&str; 4] = ["help-points-scale", "help-points-weights", "help-points-sums", "help-points-cdv"];

/// Draws customer delivered value on one page.
pub(super) fn theory_ui(ctx: &Context, words: &Words) -> Answer {
    let title = words.t("help-theory-title");
    page_ui(ctx, words, Look::centred("theory", WIDTH, &title), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        formula_ui(ui, words);
        let half = (WIDTH - 24.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            for side in Side::ALL {
                column_ui(ui, half, |ui| side_ui(ui, side, words));
            }
        });
        ui.add_space(4.0);
        term_ui(ui, &words.t("help-points"), |ui| {
            for key in POINTS {
                paragraph_ui(ui, &words.t(key));
            }
        });
        for key in TERMS {
            term_ui(ui, &words.t(key), |ui| paragraph_ui(ui, &words.t(&format!("{key}-text"))));
        }
    })
}

fn formula_ui(ui: &mut Ui, words: &Words) {
    let colors = Colors::of(ui);
    egui::Frame::new().fill(colors.canvas).corner_radius(theme::RADIUS).inner_margin(12).show(ui, |ui| {
        ui.set_width(WIDTH - 24.0);
        ui.label(RichText::new("CDV = TCV − λ · TCC").font(theme::bold(17.0)));
        paragraph_ui(ui, &words.t("help-theory-lead"));
    });
}

fn column_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        content(ui);
    });
}

fn side_ui(ui: &mut Ui, side: Side, words: &Words) {
    let colors = Colors::of(ui);
    ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
    let key = match side {
        Side::Value => "help-side-value",
        Side::Cost => "help-side-cost",
    };
    ui.label(RichText::new(words.t(key)).font(theme::bold(theme::BODY)));
    let first = side.dimensions()[0];
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, colors.dimension(first));
    for dimension in side.dimensions() {
        dimension_ui(ui, dimension, words);
    }
}

fn dimension_ui(ui: &mut Ui, dimension: Dimension, words: &Words) {
    let colors = Colors::of(ui);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(10.0, 17.0), Sense::hover());
        let dot = egui::Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
        ui.painter().rect_filled(dot, 2.0, colors.dimension(dimension));
        let name = words.dimension(dimension, &DimensionInfo::default());
        let term = 92.0;
        column_ui(ui, term, |ui| {
            ui.label(RichText::new(name).font(theme::bold(theme::BODY)));
        });
        let width = ui.available_width();
        column_ui(ui, width, |ui| {
            let text = words.t(&format!("dimension-{}-about", dimension.key()));
            ui.add(egui::Label::new(RichText::new(text).color(colors.weak)).wrap());
        });
    });
}

fn term_ui(ui: &mut Ui, term: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 3.0);
        column_ui(ui, TERM, |ui| {
            ui.add(egui::Label::new(RichText::new(term).font(theme::bold(theme::BODY))).wrap());
        });
        column_ui(ui, WIDTH - TERM - 12.0, content);
    });
}

fn paragraph_ui(ui: &mut Ui, text: &str) {
    let color = Colors::of(ui).weak;
    ui.add(egui::Label::new(RichText::new(text).color(color)).wrap());
}

/// Draws name, version and licences.
pub(super) fn about_ui(ctx: &Context, words: &Words) -> Answer {
    let title = words.t("help-about-title");
    page_ui(ctx, words, Look::centred("about", 440.0, &title), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let version = words.with("help-about-version", &[("version", env!("CARGO_PKG_VERSION"))]);
        ui.label(RichText::new(version).font(theme::bold(theme::BODY)));
        for key in ["help-about-what", "help-about-licence", "help-about-fonts", "help-about-libraries"] {
            paragraph_ui(ui, &words.t(key));
        }
    })
}
