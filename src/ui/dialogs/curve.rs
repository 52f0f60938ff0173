//! Control points of a curve as a table, with a picture of what they make.

use egui::{Align2, RichText, Sense, Ui, WidgetInfo, vec2};

use super::frame::Inputs;
use super::ownership::typed;
use crate::board::curve_preview;
use crate::model::{Beyond, Curve};
use crate::ui::field::{self, Sign};
use crate::ui::scene::scene_ui;
use crate::ui::theme::{self, Colors};
use crate::ui::typing;
use crate::words::{Words, parse_number};

/// Width of one column of numbers.
const COLUMN: f32 = 92.0;
/// Height of the table before it scrolls, and of the picture beside it.
const HEIGHT: f32 = 156.0;

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
        let (mut removed, mut pasted) = (None, None);
        let removable = self.rows.len() > 2;
        for (i, row) in self.rows.iter_mut().enumerate() {
            ui.push_id(i, |ui| {
                ui.horizontal(|ui| {
                    let at = (i + 1).to_string();
                    for (axis, (text, column)) in row.iter_mut().zip([&labels.level, &labels.value]).enumerate() {
                        let name = words.with("scale-cell", &[("column", column), ("row", &at)]);
                        if ui.memory(|m| m.has_focus(field::line_id(ui, &name))) {
                            pasted = typing::pasted(ui).map(|table| ([i, axis], table)).or(pasted.take());
                        }
                        inputs.bare_number_ui(ui, &name, text, COLUMN);
                    }
                    let name = words.with("scale-remove-row", &[("row", &at)]);
                    if field::sign_ui(ui, Sign::Close, &name, removable).clicked() {
                        removed = Some(i);
                    }
                });
            });
        }
        if let Some((at, table)) = pasted {
            self.paste(at, table);
        }
        removed
    }

    /// Writes a table from a place on; rows are added where it needs them.
    fn paste(&mut self, [row, axis]: [usize; 2], table: Vec<Vec<String>>) {
        for (i, cells) in table.into_iter().enumerate() {
            let at = row + i;
            if at == self.rows.len() && at < Curve::MAX_POINTS {
                self.rows.push(<[String; 2]>::default());
            }
            let Some(row) = self.rows.get_mut(at) else { return };
            for (old, new) in row.iter_mut().skip(axis).zip(cells) {
                *old = new;
            }
        }
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
        if let Ok(curve) = self.curve(words) {
            let titles = [labels.level.as_str(), labels.value.as_str()];
            let scene = curve_preview(words, &curve, labels.in_points, titles, size.into());
            scene_ui(ui, &scene, &words.t("scale-preview"), "");
            return;
        }
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, words.t("scale-preview")));
        let colors = Colors::of(ui);
        ui.painter().rect_filled(rect, theme::RADIUS, colors.canvas);
        let font = theme::regular(theme::SMALL);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, words.t("scale-no-preview"), font, colors.faint);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_pasted_makes_the_rows_that_it_needs() {
        let mut form = CurveForm::of([[0.0, 0.0], [6.0, 100.0]].into_iter(), Beyond::Flat);
        form.paste([1, 0], typing::cells("2\t50\n8\t90\n"));
        assert_eq!(form.points(&Words::new(crate::model::Lang::En)).unwrap(), [[0.0, 0.0], [2.0, 50.0], [8.0, 90.0]]);
        form.paste([0, 1], typing::cells("10\n60"));
        assert_eq!(form.rows[1], ["2", "60"]);
        form.paste([0, 0], vec![vec!["1".to_owned()]; 200]);
        assert_eq!(form.rows.len(), Curve::MAX_POINTS);
    }
}
