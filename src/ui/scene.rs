//! Draws a chart on the screen, with what a pointer reads.

use egui::accesskit::Role;
use egui::{Align2, Color32, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::theme::{self, Colors};
use crate::chart::{Anchor, Font, Ink, Scene, Shape};

/// Draws `scene` at its size; `name` is what screen readers hear, `summary` its data in words.
pub fn scene_ui(ui: &mut Ui, scene: &Scene, name: &str, summary: &str) -> Response {
    let colors = Colors::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(scene.size[0], scene.size[1]), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(summary));
    let at = |[x, y]: [f32; 2]| rect.min + vec2(x, y);
    let painter = ui.painter_at(rect.expand(4.0));
    let mut tip = None;
    let mut pointed = None;
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
            Shape::Polyline { points, ink, width, dashed } => {
                let points: Vec<Pos2> = points.iter().copied().map(at).collect();
                let stroke = Stroke::new(*width, colors.ink(*ink));
                if *dashed {
                    painter.extend(egui::Shape::dashed_line(&points, stroke, 4.0, 3.0));
                } else {
                    painter.add(egui::Shape::line(points, stroke));
                }
            }
            Shape::Polygon { points, ink, tip: words } => {
                let points: Vec<Pos2> = points.iter().copied().map(at).collect();
                painter.add(fan(&points, colors.ink(*ink)));
                if !words.is_empty() && ui.input(|i| i.pointer.hover_pos()).is_some_and(|p| is_inside(&points, p)) {
                    pointed = Some(words);
                }
            }
            Shape::Circle { center, radius, ink, hollow, tip: words } => {
                let center = at(*center);
                let fill = colors.ink(if *hollow { Ink::Background } else { *ink });
                painter.circle(center, *radius, fill, Stroke::new(1.5, colors.ink(*ink)));
                let near = Rect::from_center_size(center, vec2(1.0, 1.0) * (2.0 * radius + 6.0));
                if !words.is_empty() && ui.rect_contains_pointer(near) {
                    tip = Some((Rect::NOTHING, words));
                }
            }
            Shape::Text { at: place, anchor, text, font, ink } => {
                painter.text(at(*place), align(*anchor), text, font_id(*font), colors.ink(*ink));
            }
        }
    }
    if let Some((piece, words)) = tip {
        if piece.is_positive() {
            painter.rect_stroke(piece, 0.0, Stroke::new(1.0, colors.text), egui::StrokeKind::Outside);
        }
        response.clone().on_hover_text_at_pointer(words);
    } else if let Some(words) = pointed.filter(|_| response.hovered()) {
        response.clone().on_hover_text_at_pointer(words);
    }
    response
}

/// A convex polygon as bare triangles: without the soft edge that would let the ground shine through between two.
fn fan(points: &[Pos2], color: Color32) -> egui::Mesh {
    let mut mesh = egui::Mesh::default();
    for point in points {
        mesh.colored_vertex(*point, color);
    }
    for i in 2..u32::try_from(points.len()).unwrap_or(0) {
        mesh.add_triangle(0, i - 1, i);
    }
    mesh
}

/// True where `p` lies within a convex polygon.
fn is_inside(points: &[Pos2], p: Pos2) -> bool {
    let side = |(a, b): (&Pos2, &Pos2)| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let edges = || points.iter().zip(points.iter().cycle().skip(1));
    edges().all(|edge| side(edge) >= 0.0) || edges().all(|edge| side(edge) <= 0.0)
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
pub fn table_ui(ui: &mut Ui, table: &crate::board::Table, salt: impl std::hash::Hash + Copy + std::fmt::Debug) {
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
