//! Named levels as a table.

use std::collections::BTreeMap;

use egui::{Ui, vec2};

use super::curve::heading_ui;
use super::frame::Inputs;
use super::ownership::typed;
use super::twin::TwinText;
use crate::model::{Category, CategoryId, Scale, Text, conform_judgements};
use crate::ui::field::{self, Sign};
use crate::words::{Words, parse_number};

/// Width of the column of points.
const POINTS: f32 = 84.0;
/// Width of the three signs behind a row.
const SIGNS: f32 = 3.0 * 24.0 + 2.0 * 2.0;
/// Height of the table before it scrolls.
const HEIGHT: f32 = 196.0;
/// Space between columns.
const GAP: f32 = 6.0;

/// A named level as it is typed.
#[derive(Clone, Debug, PartialEq)]
struct CategoryRow {
    id: CategoryId,
    name: TwinText,
    points: String,
    judged: BTreeMap<CategoryId, f64>,
}

/// Named levels as they are typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CategoryForm {
    rows: Vec<CategoryRow>,
    /// The id for the next row: above every id that the scale had, lest a level of an offer gets another's meaning.
    next: u32,
    /// Of the judgements in pairs.
    random_index: Vec<f64>,
}

impl CategoryForm {
    /// The form of `levels`, or two blank rows where there are none.
    pub(super) fn of(levels: &[Category], random_index: &[f64]) -> Self {
        let next = levels.iter().map(|c| c.id.0).max().map_or(1, |id| id.saturating_add(1));
        let rows = levels
            .iter()
            .map(|c| CategoryRow {
                id: c.id,
                name: TwinText::of(&c.name),
                points: typed(c.points),
                judged: c.judged.clone(),
            })
            .collect();
        let mut form = Self { rows, next, random_index: random_index.to_vec() };
        if form.rows.is_empty() {
            form.add(&Text::default(), "100");
            form.add(&Text::default(), "0");
        }
        form
    }

    fn add(&mut self, name: &Text, points: &str) {
        let id = CategoryId(self.next);
        self.next = self.next.saturating_add(1);
        let judged = BTreeMap::new();
        self.rows.push(CategoryRow { id, name: TwinText::of(name), points: points.to_owned(), judged });
    }

    /// The scale; rows that are empty are left out.
    pub(super) fn scale(&self, words: &Words) -> Result<Scale, String> {
        Ok(Scale::Category { levels: self.levels(words)?, random_index: self.random_index.clone() })
    }

    fn levels(&self, words: &Words) -> Result<Vec<Category>, String> {
        let mut levels = Vec::with_capacity(self.rows.len());
        for (i, row) in self.rows.iter().enumerate() {
            let name = row.name.text().cleaned();
            if name.is_blank() && row.points.trim().is_empty() {
                continue;
            }
            let told =
                |e| words.with("scale-row-error", &[("row", &(i + 1).to_string()), ("why", &words.number_error(e))]);
            let points = parse_number(&row.points).map_err(told)?;
            levels.push(Category { id: row.id, name, points, judged: row.judged.clone() });
        }
        conform_judgements(&mut levels);
        Ok(levels)
    }

    /// The table, and what adds to it.
    pub(super) fn editor_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, points: &str, width: f32) {
        let words = inputs.words;
        let name = ((width - POINTS - SIGNS - 3.0 * GAP) / 2.0).floor();
        ui.spacing_mut().item_spacing = vec2(GAP, 4.0);
        let [first, second] = ["scale-category-name", "scale-category-name-twin"].map(|key| words.t(key));
        ui.horizontal(|ui| {
            heading_ui(ui, &first, name);
            heading_ui(ui, &second, name);
            heading_ui(ui, points, POINTS);
        });
        let scroll = egui::ScrollArea::vertical().id_salt("categories").max_height(HEIGHT);
        let columns = [first.as_str(), second.as_str(), points];
        let act = scroll.auto_shrink([false, true]).show(ui, |ui| self.rows_ui(ui, inputs, columns, name)).inner;
        if let Some(act) = act {
            self.act(act);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if self.rows.len() < Scale::MAX_CATEGORIES && field::link_ui(ui, &words.t("scale-add-category")).clicked() {
                self.add(&Text::default(), "");
            }
            if field::link_ui(ui, &words.t("scale-yes-no")).clicked() {
                self.rows.clear();
                self.add(&Text::twin("Yes", "是"), "100");
                self.add(&Text::twin("No", "否"), "0");
            }
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, columns: [&str; 3], width: f32) -> Option<Act> {
        let words = inputs.words;
        let mut act = None;
        let count = self.rows.len();
        for (i, row) in self.rows.iter_mut().enumerate() {
            row.name.turn(words.lang());
            ui.push_id(row.id.0, |ui| {
                ui.horizontal(|ui| {
                    let at = (i + 1).to_string();
                    let [first, second, points] =
                        columns.map(|column| words.with("scale-cell", &[("column", column), ("row", &at)]));
                    inputs.bare_text_ui(ui, &first, &mut row.name.main, width);
                    inputs.bare_text_ui(ui, &second, &mut row.name.other, width);
                    inputs.bare_number_ui(ui, &points, &mut row.points, POINTS);
                    act = signs_ui(ui, words, i, count).or(act);
                });
            });
        }
        act
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Swap(i) if i + 1 < self.rows.len() => self.rows.swap(i, i + 1),
            Act::Remove(i) if i < self.rows.len() => {
                self.rows.remove(i);
            }
            Act::Swap(_) | Act::Remove(_) => {}
        }
    }
}

/// What is to be done with rows.
#[derive(Clone, Copy)]
enum Act {
    /// A row and the next one change places.
    Swap(usize),
    /// A row goes.
    Remove(usize),
}

fn signs_ui(ui: &mut Ui, words: &Words, i: usize, count: usize) -> Option<Act> {
    let at = (i + 1).to_string();
    let label = |key: &str| words.with(key, &[("row", &at)]);
    ui.spacing_mut().item_spacing.x = 2.0;
    let mut act = None;
    if field::sign_ui(ui, Sign::Up, &label("scale-move-up"), i > 0).clicked() {
        act = Some(Act::Swap(i.saturating_sub(1)));
    }
    if field::sign_ui(ui, Sign::Down, &label("scale-move-down"), i + 1 < count).clicked() {
        act = Some(Act::Swap(i));
    }
    if field::sign_ui(ui, Sign::Close, &label("scale-remove-row"), count > 2).clicked() {
        act = Some(Act::Remove(i));
    }
    act
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[test]
    fn a_removed_level_never_lends_its_number_to_a_new_one() {
        let level = |id, name: &str| Category::new(CategoryId(id), name.into(), 0.0);
        let mut form = CategoryForm::of(&[level(1, "a"), level(7, "b")], &[]);
        form.act(Act::Remove(1));
        form.add(&"c".into(), "50");
        let levels = form.levels(&Words::new(Lang::En)).unwrap();
        assert_eq!(levels.iter().map(|c| c.id.0).collect::<Vec<_>>(), [1, 8]);
    }

    #[test]
    fn rows_move_within_the_table_only() {
        let mut form = CategoryForm::of(&[], &[]);
        let before = form.clone();
        form.act(Act::Swap(1));
        assert_eq!(form, before);
        form.act(Act::Swap(0));
        assert_eq!(form.rows[0].points, "0");
    }
}
