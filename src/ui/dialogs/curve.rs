//! Control points of a curve as a table, with a picture of what they make.

use egui::{Align2, Pos2, Rect, RichText, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::frame::Inputs;
use super::ownership::typed;
use crate::model::{Beyond, Curve};
use crate::ui::field::{self, Sign};
use crate::ui::theme::{self, Colors};
use crate::words::{Words, number, parse_number};

/// Width of one column of numbers.
const COLUMN: f32 = 92.0;
/// Height of the table before it scrolls, and of the picture beside it.
const HEIGHT: f32 = 156.0;
/// How far the picture goes beyond the anchors, as a part of their span.
const OVERHANG: f64 = 0.12;

/// Control points as they are typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CurveForm {
    rows: Vec<[String; 2]>,
    pub(super) beyond: Beyond,
}

/// What the columns are called.
pub(super) struct CurveLabels {
    /// The level or the amount.
    pub(super) level: String,
    /// The points or the amount.
    pub(super) value: String,
    /// True where values are 0…100 points.
    pub(super) in_points: bool,
}

impl CurveForm {
    pub(super) fn of(points: impl Iterator<Item = [f64; 2]>, beyond: Beyond) -> Self {
        Self { rows: points.map(|p| p.map(typed)).collect(), beyond }
    }

    /// The numbers that were typed; rows that are empty are left out.
    pub(super) fn points(&self, words: &Words) -> Result<Vec<[f64; 2]>, String> {
        let filled = self.rows.iter().enumerate().filter(|(_, row)| row.iter().any(|t| !t.trim().is_empty()));
        filled
            .map(|(i, row)| {
                let cell = |text: &str| {
                    let row = (i + 1).to_string();
                    let told = |e| words.with("scale-row-error", &[("row", &row), ("why", &words.number_error(e))]);
                    parse_number(text).map_err(told)
                };
                Ok([cell(&row[0])?, cell(&row[1])?])
            })
            .collect()
    }

    /// The curve, or why there is none.
    pub(super) fn curve(&self, words: &Words) -> Result<Curve, String> {
        let points = self.points(words)?;
        Curve::new(points, self.beyond).map_err(|e| words.edit_error(&e.into()))
    }

    /// What one unit more is worth, where two points make a straight line; typed back by [`Self::set_rate`].
    pub(super) fn rate(&self, words: &Words) -> Option<f64> {
        let points = self.points(words).ok()?;
        let [[x0, y0], [x1, y1]] = points.as_slice() else { return None };
        Some((y1 - y0) / (x1 - x0)).filter(|rate| rate.is_finite())
    }

    /// Gives the second of two points the value that makes this rate; the first stays.
    pub(super) fn set_rate(&mut self, words: &Words, rate: f64) {
        let Ok(points) = self.points(words) else { return };
        let ([[x0, y0], [x1, _]], Some(second)) = (points.as_slice(), self.rows.get_mut(1)) else { return };
        second[1] = typed(y0 + (x1 - x0) * rate);
    }

    /// Table and picture side by side, and how it goes on outside.
    pub(super) fn editor_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, labels: &CurveLabels, width: f32) {
        let table = 2.0 * COLUMN + 24.0 + 2.0 * 6.0;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(table);
                self.table_ui(ui, inputs, labels);
            });
            let gap = ui.spacing().item_spacing.x + 8.0;
            ui.add_space(8.0);
            self.preview_ui(ui, inputs.words, labels, vec2(width - table - gap, HEIGHT + 46.0));
        });
        self.beyond_ui(ui, inputs.words);
    }

    fn table_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, labels: &CurveLabels) {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        ui.horizontal(|ui| {
            for label in [&labels.level, &labels.value] {
                heading_ui(ui, label, COLUMN);
            }
        });
        let scroll = egui::ScrollArea::vertical().id_salt("points").max_height(HEIGHT).min_scrolled_height(HEIGHT);
        let removed = scroll.auto_shrink([false, false]).show(ui, |ui| self.rows_ui(ui, inputs, labels)).inner;
        if let Some(i) = removed {
            self.rows.remove(i);
        }
        let full = self.rows.len() >= Curve::MAX_POINTS;
        if !full && field::link_ui(ui, &inputs.words.t("scale-add-point")).clicked() {
            self.rows.push(<[String; 2]>::default());
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, labels: &CurveLabels) -> Option<usize> {
        let words = inputs.words;
        let mut removed = None;
        let removable = self.rows.len() > 2;
        for (i, row) in self.rows.iter_mut().enumerate() {
            ui.push_id(i, |ui| {
                ui.horizontal(|ui| {
                    let at = (i + 1).to_string();
                    for (text, column) in row.iter_mut().zip([&labels.level, &labels.value]) {
                        let name = words.with("scale-cell", &[("column", column), ("row", &at)]);
                        inputs.bare_number_ui(ui, &name, text, COLUMN);
                    }
                    let name = words.with("scale-remove-row", &[("row", &at)]);
                    if field::sign_ui(ui, Sign::Close, &name, removable).clicked() {
                        removed = Some(i);
                    }
                });
            });
        }
        removed
    }

    fn beyond_ui(&mut self, ui: &mut Ui, words: &Words) {
        let name = words.t("scale-outside");
        let options = [words.t("scale-outside-straight"), words.t("scale-outside-flat")];
        field::captioned_ui(ui, &name, |ui| {
            let chosen = usize::from(self.beyond == Beyond::Flat);
            match field::segmented_ui(ui, &name, &options, chosen) {
                Some(0) => self.beyond = Beyond::Straight,
                Some(_) => self.beyond = Beyond::Flat,
                None => {}
            }
        });
    }

    fn preview_ui(&self, ui: &mut Ui, words: &Words, labels: &CurveLabels, size: egui::Vec2) {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, words.t("scale-preview")));
        let colors = Colors::of(ui);
        ui.painter().rect_filled(rect, theme::RADIUS, colors.canvas);
        if let Ok(curve) = self.curve(words) {
            paint(ui, rect, &curve, labels);
        } else {
            let font = theme::regular(theme::SMALL);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, words.t("scale-no-preview"), font, colors.faint);
        }
    }
}

/// The head of a column.
pub(super) fn heading_ui(ui: &mut Ui, label: &str, width: f32) {
    let color = Colors::of(ui).weak;
    ui.allocate_ui_with_layout(vec2(width, 16.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_min_width(width);
        ui.add(egui::Label::new(RichText::new(label).size(theme::SMALL).color(color)).truncate());
    });
}

/// Where a curve's points stand in the picture.
struct Plot {
    rect: Rect,
    x: (f64, f64),
    y: (f64, f64),
}

impl Plot {
    fn of(rect: Rect, curve: &Curve, in_points: bool) -> Self {
        let (low, high) = curve.anchors();
        let over = (high - low) * OVERHANG;
        let start: (f64, f64) = if in_points { (0.0, 100.0) } else { (0.0, 0.0) };
        let y = curve.points().iter().fold(start, |(l, h), p| (l.min(p[1]), h.max(p[1])));
        Self { rect, x: (low - over, high + over), y: if y.0 < y.1 { y } else { (y.0, y.0 + 1.0) } }
    }

    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn at(&self, [x, y]: [f64; 2]) -> Pos2 {
        let part = |v: f64, (low, high): (f64, f64)| ((v - low) / (high - low)) as f32;
        let x = egui::lerp(self.rect.x_range(), part(x, self.x));
        let y = egui::lerp(self.rect.bottom()..=self.rect.top(), part(y, self.y));
        pos2(x, y)
    }
}

fn paint(ui: &Ui, rect: Rect, curve: &Curve, labels: &CurveLabels) {
    let colors = Colors::of(ui);
    let mut plot = Plot::of(rect, curve, labels.in_points);
    let font = theme::regular(theme::SMALL);
    let scale = [plot.y.0, plot.y.1].map(|y| ui.painter().layout_no_wrap(number(y), font.clone(), colors.weak));
    let gutter = scale.iter().map(|galley| galley.size().x).fold(0.0, f32::max) + 18.0;
    plot.rect = Rect::from_min_max(rect.min + vec2(gutter, 34.0), rect.max - vec2(16.0, 36.0));
    let painter = ui.painter().with_clip_rect(rect);
    for (y, galley) in [plot.y.0, plot.y.1].into_iter().zip(scale) {
        let at = plot.at([plot.x.0, y]);
        painter.hline(plot.rect.x_range(), at.y, Stroke::new(1.0, colors.line));
        painter.galley(at - vec2(galley.size().x + 8.0, galley.size().y / 2.0), galley, colors.weak);
    }
    curve_line(&painter, &plot, curve, colors);
    let put = |at: Pos2, anchor: Align2, text: String, color| {
        painter.text(at, anchor, text, font.clone(), color);
    };
    let (low, high) = curve.anchors();
    let below = plot.rect.bottom() + 12.0;
    put(rect.left_top() + vec2(10.0, 8.0), Align2::LEFT_TOP, labels.value.clone(), colors.faint);
    put(pos2(plot.at([low, 0.0]).x, below), Align2::CENTER_TOP, number(low), colors.weak);
    put(pos2(plot.at([high, 0.0]).x, below), Align2::CENTER_TOP, number(high), colors.weak);
    put(pos2(plot.rect.center().x, below), Align2::CENTER_TOP, labels.level.clone(), colors.faint);
}

fn curve_line(painter: &egui::Painter, plot: &Plot, curve: &Curve, colors: &Colors) {
    let (low, high) = curve.anchors();
    let inside = painter.with_clip_rect(plot.rect.expand2(vec2(0.0, 9.0)));
    for (outer, anchor) in [(plot.x.0, low), (plot.x.1, high)] {
        let ends = [plot.at([outer, curve.at(outer)]), plot.at([anchor, curve.at(anchor)])];
        inside.extend(Shape::dashed_line(&ends, Stroke::new(1.5, colors.faint), 4.0, 3.0));
    }
    let ends: Vec<Pos2> = curve.points().iter().map(|p| plot.at(*p)).collect();
    painter.add(Shape::line(ends.clone(), Stroke::new(2.0, colors.accent)));
    for end in ends {
        painter.circle(end, 3.5, colors.surface, Stroke::new(1.5, colors.accent));
    }
}
