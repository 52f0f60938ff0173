//! Points: 100 to the most important, the rest in proportion. Weights by hand stand in the same rows.

use egui::Ui;

use super::Asking;
use super::row::{Answered, answer_ui, start_ui, total_ui};
use crate::board::by_hand_edit;
use crate::model::{Answers, Item};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::typed::beside_ui;

pub(super) fn questions_ui(ui: &mut Ui, asking: &Asking<'_>, points: &[(Item, f64)], intents: &mut Vec<Intent>) {
    let form = &asking.sheet.form;
    start_ui(ui, asking, intents);
    for (item, row) in asking.sheet.items.iter().zip(&form.rows) {
        match answer_ui(ui, asking, item.item, row, true, intents) {
            Some(Answered::Typed(value)) => asking.say(with(points, item.item, value), Gesture::Once, intents),
            Some(Answered::Slid(value, gesture)) => {
                asking.say(with(points, item.item, Some(value)), gesture, intents);
            }
            None => {}
        }
        if !row.beside.is_empty() {
            beside_ui(ui, &row.beside);
        }
    }
    total_ui(ui, asking, true);
}

/// The points with one of them changed, or taken back.
fn with(points: &[(Item, f64)], item: Item, value: Option<f64>) -> Answers {
    let others = points.iter().copied().filter(|(named, _)| *named != item);
    Answers::Points { points: others.chain(value.map(|value| (item, value))).collect() }
}

/// Weights as they are, to be typed; those of several sets at once are read only, and set in the matrix.
pub(super) fn by_hand_ui(ui: &mut Ui, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    for (item, row) in asking.sheet.items.iter().zip(&asking.sheet.form.rows) {
        let Some(Answered::Typed(Some(value))) = answer_ui(ui, asking, item.item, row, false, intents) else {
            continue;
        };
        if (0.0..=100.0).contains(&value) {
            let edit = by_hand_edit(asking.open.seen(), item.item, value / 100.0);
            intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Once)));
        } else {
            let text = crate::words::decimal_input(value);
            intents.push(Intent::Say(asking.open.screen.words.with("weight-refused", &[("text", &text)])));
        }
    }
}
