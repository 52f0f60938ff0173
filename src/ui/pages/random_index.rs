//! The random index by number of items: the tables in use, and one of one's own.

use egui::Ui;

use super::typed::kept_ui;
use super::{error_ui, quiet_ui};
use crate::board::IndexTable;
use crate::ui::field::{caption_ui, link_ui};
use crate::words::{NumberError, Words, parse_number};

const ENTRY: f32 = 62.0;

/// The link that says which table is in use and opens it, and the table; another one where it was changed, empty for
/// the usual one.
pub(super) fn index_ui(
    ui: &mut Ui,
    words: &Words,
    width: f32,
    table: &IndexTable,
    is_open: &mut bool,
) -> Option<Vec<f64>> {
    if link_ui(ui, &words.with("pairs-index", &[("source", &table.source)])).clicked() {
        *is_open = !*is_open;
    }
    if !*is_open {
        return None;
    }
    let mut taken = None;
    let mut wrong = None;
    quiet_ui(ui, &words.t("pairs-index-about"));
    ui.horizontal_wrapped(|ui| {
        for (preset, name) in &table.presets {
            if link_ui(ui, &words.with("pairs-index-use", &[("source", name)])).clicked() {
                taken = Some(preset.clone());
            }
            ui.add_space(8.0);
        }
    });
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few columns")]
    let columns = ((width / (ENTRY + 24.0)) as usize).max(1);
    egui::Grid::new("random-index").min_col_width(ENTRY).spacing([8.0, 6.0]).show(ui, |ui| {
        for (i, (name, _, text)) in table.entries.iter().enumerate() {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                caption_ui(ui, &(i + 3).to_string());
                let read = |text: &str| read(text).map_err(|_| words.t("pairs-error-index"));
                let found = kept_ui(ui, name, text, ENTRY, read);
                match found.taken.map(|value| table.with(i, value)) {
                    Some(Some(table)) => taken = Some(table),
                    // Only the last one can be taken away.
                    Some(None) => wrong = Some(words.t("pairs-error-index")),
                    None => {}
                }
                wrong = wrong.take().or(found.error);
            });
            if (i + 1) % columns == 0 {
                ui.end_row();
            }
        }
    });
    if let Some(why) = wrong {
        error_ui(ui, &why);
    }
    taken
}

/// An index above 0, or none.
fn read(text: &str) -> Result<Option<f64>, NumberError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let value = parse_number(text)?;
    if (0.001..=100.0).contains(&value) { Ok(Some(value)) } else { Err(NumberError::OutOfRange) }
}
