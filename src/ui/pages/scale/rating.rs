//! A rating: its bounds.

use egui::Ui;

use super::{Subject, caption_ui, set_scale};
use crate::model::Scale;
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::Open;
use crate::ui::pages::typed::{beside_ui, typed_ui};
use crate::words::{decimal_input, parse_number};

/// Offers that are named where bounds would leave their levels outside.
const NAMES_SHOWN: usize = 4;

/// Both bounds, typed, with the words for them.
pub(super) fn bounds_ui(ui: &mut Ui, open: Open<'_>, subject: Subject<'_>, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let Scale::Rating { low, high, low_word, high_word } = &subject.criterion.scale else { return };
    caption_ui(ui, &words.t("scale-page-bounds"));
    for (key, value, word) in [("scale-low", low, low_word), ("scale-high", high, high_word)] {
        ui.horizontal(|ui| {
            let text = typed_ui(ui, &words.t(key), &decimal_input(*value), 64.0);
            let word =
                if word.is_blank() { words.t(key) } else { format!("{} · {}", words.t(key), word.get(words.lang())) };
            beside_ui(ui, &word);
            let Some(text) = text else { return };
            let value = match parse_number(&text) {
                Ok(value) => value,
                Err(error) => return intents.push(Intent::Say(words.number_error(error))),
            };
            let (low, high) = if key == "scale-low" { (value, *high) } else { (*low, value) };
            let (low_word, high_word) = (low_word.clone(), high_word.clone());
            intents.push(bounded(open, subject, Scale::Rating { low, high, low_word, high_word }));
        });
    }
    ui.add_space(6.0);
}

/// The edit to other bounds, or why not: no level is discarded by the way.
fn bounded(open: Open<'_>, subject: Subject<'_>, scale: Scale) -> Intent {
    let words = open.screen.words;
    // Bounds that make no rating are told by the edit itself.
    if scale.check(true).is_ok() {
        let lost = open.comparison.levels_lost(subject.criterion.id, &scale).take(NAMES_SHOWN);
        let names: Vec<String> = lost.map(|o| o.name.get(words.lang()).to_owned()).collect();
        if !names.is_empty() {
            return Intent::Say(words.with("scale-page-bounds-refused", &[("offers", &words.list(&names))]));
        }
    }
    Intent::Edit(set_scale(open, subject, scale), Gesture::Once)
}
