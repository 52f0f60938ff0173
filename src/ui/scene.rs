//! Draws a chart on the screen, with what a pointer reads.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::theme::{self, Colors};
use crate::chart::{Anchor, Font, Scene, Shape};

/// Draws `scene` at its size; `name` is what screen readers hear, `summary` its data in words.
pub fn scene_ui(ui: &mut Ui, scene: &Scene, name: &str, summary: &str) -> Response {
    let colors = Colors::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(scene.size[0], scene.size[1]), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(summary));
    let at = |[x, y]: [f32; 2]| rect.min + vec2(x, y);
    let painter = ui.painter_at(rect.expand(4.0));
    let mut tip = None;
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { rect: [x, y, w, h], ink, tip: words } => {
                let piece = Rect::from_min_size(at([*x, *y]), vec2(*w, *h));
                painter.rect_filled(piece, 0.0, colors.ink(*ink));
                if !words.is_empty() && ui.rect_contains_pointer(piece.expand2(vec2(0.0, 3.0))) {
                    tip = Some((piece, words));
                }
            }
            Shape::Line { from, to, ink, width } => {
                painter.line_segment([at(*from), at(*to)], Stroke::new(*width, colors.ink(*ink)));
            }
            Shape::Text { at: place, anchor, text, font, ink } => {
                painter.text(at(*place), align(*anchor), text, font_id(*font), colors.ink(*ink));
            }
        }
    }
    if let Some((piece, words)) = tip {
        painter.rect_stroke(piece, 0.0, Stroke::new(1.0, colors.text), egui::StrokeKind::Outside);
        response.clone().on_hover_text_at_pointer(words);
    }
    response
}

fn font_id(font: Font) -> egui::FontId {
    if font.bold { theme::bold(font.size) } else { theme::regular(font.size) }
}

fn align(anchor: Anchor) -> Align2 {
    match anchor {
        Anchor::Start => Align2::LEFT_CENTER,
        Anchor::Middle => Align2::CENTER_CENTER,
        Anchor::End => Align2::RIGHT_CENTER,
    }
}

/// A small table of text, the first column to the left, the others to the right, and what was left out below.
pub fn table_ui(ui: &mut Ui, table: &crate::board::Table, salt: &str) {
    let colors = Colors::of(ui);
    egui::ScrollArea::horizontal().id_salt((salt, "scroll")).show(ui, |ui| {
        egui::Grid::new(salt).striped(true).spacing(vec2(14.0, 6.0)).show(ui, |ui| {
            for head in &table.head {
                ui.label(egui::RichText::new(head).size(theme::SMALL).color(colors.faint));
            }
            ui.end_row();
            for row in &table.rows {
                for (i, cell) in row.iter().enumerate() {
                    let text = egui::RichText::new(cell).size(12.0).color(colors.text);
                    if i == 0 {
                        ui.label(text);
                    } else {
                        let layout = egui::Layout::right_to_left(egui::Align::Center);
                        ui.with_layout(layout, |ui| ui.label(text));
                    }
                }
                ui.end_row();
            }
        });
        if !table.more.is_empty() {
            ui.label(egui::RichText::new(&table.more).size(12.0).color(colors.faint));
        }
    });
}
