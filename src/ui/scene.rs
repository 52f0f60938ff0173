//! Draws a chart on the screen, with what a pointer reads.

use egui::accesskit::Role;
use egui::{Align2, Color32, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::theme::{self, Colors};
use crate::chart::{Anchor, Font, Ink, Scene, Shape, text_width};

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

const HEAD: Font = Font { size: theme::SMALL, bold: false };
const CELL: Font = Font { size: 12.0, bold: false };
/// Between the columns of a table, where there is room and where there is not.
const GAPS: [f32; 2] = [14.0, 8.0];
/// Names are not broken into narrower columns than this.
const NAMES: f32 = 84.0;

/// The gap between a table's columns, and the width of its first: names are broken into lines before figures are scrolled.
#[expect(clippy::cast_precision_loss, reason = "a few columns")]
fn fit(table: &crate::board::Table, room: f32) -> (f32, f32) {
    let widest = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| text_width(cell, CELL));
        cells.chain(table.head.get(column).map(|head| text_width(head, HEAD))).fold(0.0, f32::max).ceil() + 1.0
    };
    let figures: f32 = (1..table.head.len()).map(widest).sum();
    let (names, gaps) = (widest(0), table.head.len().saturating_sub(1) as f32);
    let gap = ((room - names - figures) / gaps.max(1.0)).clamp(GAPS[1], GAPS[0]);
    (gap, (room - figures - gaps * gap).clamp(NAMES.min(names), names))
}

/// A small table of text, the first column to the left, the others to the right, and what was left out below.
pub fn table_ui(ui: &mut Ui, table: &crate::board::Table, salt: impl std::hash::Hash + Copy + std::fmt::Debug) {
    let colors = Colors::of(ui);
    let (gap, first) = fit(table, ui.available_width());
    let right = egui::Layout::right_to_left(egui::Align::Center);
    egui::ScrollArea::horizontal().id_salt((salt, "scroll")).show(ui, |ui| {
        egui::Grid::new(salt).striped(true).spacing(vec2(gap, 6.0)).show(ui, |ui| {
            for (i, head) in table.head.iter().enumerate() {
                let head = egui::RichText::new(head).size(HEAD.size).color(colors.faint);
                if i == 0 {
                    ui.label(head);
                } else {
                    // Above its figures.
                    ui.with_layout(right, |ui| ui.label(head));
                }
            }
            ui.end_row();
            for row in &table.rows {
                for (i, cell) in row.iter().enumerate() {
                    let text = egui::RichText::new(cell).size(CELL.size).color(colors.text);
                    if i == 0 {
                        ui.scope(|ui| {
                            ui.set_max_width(first);
                            ui.add(egui::Label::new(text).wrap());
                        });
                    } else {
                        ui.with_layout(right, |ui| ui.label(text));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Table;

    #[test]
    fn names_of_a_table_are_broken_before_its_figures_are_scrolled() {
        let cells = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        let rows = vec![cells(["A name of some length that takes its room", "110,000", "−24.4"])];
        let table = Table { head: cells(["Name", "Cost", "CDV"]), rows, more: String::new() };
        let (gap, names) = fit(&table, 1000.0);
        assert!((gap - GAPS[0]).abs() < 1e-3);
        let whole = names + 2.0 * gap + 60.0;
        let (gap, less) = fit(&table, whole - 60.0);
        assert!((gap - GAPS[1]).abs() < 1e-3 && less < names && less >= NAMES, "{gap} {less} of {names}");
        assert!((fit(&table, 0.0).1 - NAMES).abs() < 1e-3);
        let none = Table { head: Vec::new(), rows: Vec::new(), more: String::new() };
        assert!(fit(&none, 0.0).1 >= 0.0);
    }
}
