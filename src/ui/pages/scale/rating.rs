//! A rating: its bounds.

use egui::Ui;

use super::{Subject, caption_ui, set_scale};
use crate::model::Scale;
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::Open;
use crate::ui::pages::column::Column;
use crate::ui::pages::typed::{beside_ui, read_number};
use crate::words::decimal_input;

/// Offers that are named where bounds would leave their levels outside.
const NAMES_SHOWN: usize = 4;

/// Both bounds, typed, with the words for them.
pub(super) fn bounds_ui(ui: &mut Ui, open: Open<'_>, subject: Subject<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Scale::Rating { low, high, low_word, high_word } = &subject.criterion.scale else { return };
    caption_ui(ui, &words.t("scale-page-bounds"));
    let mut list = Column::new();
    for (row, (key, value, word)) in
        [("scale-low", low, low_word), ("scale-high", high, high_word)].into_iter().enumerate()
    {
        ui.horizontal(|ui| {
            let line = [words.t(key), decimal_input(*value)];
            list.number_ui(ui, open, [row, 0], line.each_ref().map(String::as_str), 64.0, |t| read_number(open, t));
            let word =
                if word.is_blank() { words.t(key) } else { format!("{} · {}", words.t(key), word.get(words.lang())) };
            beside_ui(ui, &word);
        });
    }
    list.end(ui, open, intents, |typed| {
        let mut bounds = [*low, *high];
        for ([row, _], value) in typed {
            bounds[row] = value;
        }
        let [low, high] = bounds;
        let (low_word, high_word) = (low_word.clone(), high_word.clone());
        bounded(open, subject, Scale::Rating { low, high, low_word, high_word })
    });
    ui.add_space(6.0);
}

/// The edit to other bounds, or why not: no level is discarded by the way.
fn bounded(open: Open<'_>, subject: Subject<'_>, scale: Scale) -> Result<Intent, String> {
    let words = open.screen.words;
    // Bounds that make no rating are told by the edit itself.
    if scale.check(true).is_ok() {
        let lost = open.comparison.levels_lost(subject.criterion.id, &scale).take(NAMES_SHOWN);
        let names: Vec<String> = lost.map(|o| o.name.get(words.lang()).to_owned()).collect();
        if !names.is_empty() {
            return Err(words.with("scale-page-bounds-refused", &[("offers", &words.list(&names))]));
        }
    }
    Ok(Intent::Edit(set_scale(open, subject, scale), Gesture::Once))
}
