//! Points: 100 to the most important, the rest in proportion. Weights by hand stand in the same rows.

use egui::Ui;

use super::Asking;
use super::row::{answer_ui, start_ui, total_ui};
use crate::board::by_hand_edit;
use crate::model::{Answers, Item};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::column::Column;
use crate::ui::pages::typed::beside_ui;

pub(super) fn questions_ui(ui: &mut Ui, asking: &Asking<'_>, points: &[(Item, f64)], intents: &mut Vec<Intent>) {
    let form = &asking.sheet.form;
    start_ui(ui, asking, intents);
    let mut list = Column::new();
    for (place, (item, row)) in asking.sheet.items.iter().zip(&form.rows).enumerate() {
        if let Some((value, gesture)) = answer_ui(ui, asking, item.item, row, true, (&mut list, place)) {
            asking.say(answers(with(points.to_vec(), item.item, Some(value))), gesture, intents);
        }
        if !row.beside.is_empty() {
            beside_ui(ui, &row.beside);
        }
    }
    list.end(ui, asking.open, intents, |typed| {
        let named = asking.named(typed);
        let points = named.fold(points.to_vec(), |points, (item, value)| with(points, item, value));
        Ok(asking.wish(answers(points), Gesture::Once))
    });
    total_ui(ui, asking, true);
}

fn answers(points: Vec<(Item, f64)>) -> Answers {
    Answers::Points { points }
}

/// The points with one of them changed, or taken back.
fn with(mut points: Vec<(Item, f64)>, item: Item, value: Option<f64>) -> Vec<(Item, f64)> {
    points.retain(|(named, _)| *named != item);
    points.extend(value.map(|value| (item, value)));
    points
}

/// Weights as they are, to be typed; those of several sets at once are read only, and set in the matrix.
pub(super) fn by_hand_ui(ui: &mut Ui, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    let mut list = Column::new();
    for (place, (item, row)) in asking.sheet.items.iter().zip(&asking.sheet.form.rows).enumerate() {
        answer_ui(ui, asking, item.item, row, false, (&mut list, place));
    }
    list.end(ui, asking.open, intents, |typed| {
        let given: Vec<_> = asking.named(typed).filter_map(|(item, value)| Some((item, value? / 100.0))).collect();
        if let Some((_, share)) = given.iter().find(|(_, share)| !(0.0..=1.0).contains(share)) {
            let text = crate::words::decimal_input(share * 100.0);
            return Err(asking.open.screen.words.with("weight-refused", &[("text", &text)]));
        }
        let edit = by_hand_edit(asking.open.seen(), &given);
        Ok(Intent::Edits(edit.into_iter().collect()))
    });
}
