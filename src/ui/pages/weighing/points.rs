//! Points: 100 to the most important, the rest in proportion.

use egui::{RichText, Ui};

use super::Asking;
use crate::model::{Answers, Item};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::pages::typed::typed_ui;
use crate::ui::theme::{self, Colors};
use crate::words::{decimal_input, parse_number};

const NUMBER: f32 = 64.0;

pub(super) fn questions_ui(ui: &mut Ui, asking: &Asking<'_>, points: &[(Item, f64)], intents: &mut Vec<Intent>) {
    let words = asking.open.screen.words;
    for item in &asking.sheet.items {
        let given = points.iter().find(|(named, _)| *named == item.item).map(|(_, p)| *p);
        let mut changed = None;
        ui.push_id(item.item, |ui| {
            ui.horizontal(|ui| {
                let label = words.with("weighing-points-of", &[("name", &item.name)]);
                let shown = given.map(decimal_input).unwrap_or_default();
                if let Some(text) = typed_ui(ui, &label, &shown, NUMBER) {
                    changed = Some(text);
                }
                let mut value = given.unwrap_or(0.0);
                let slider = egui::Slider::new(&mut value, 0.0..=100.0).show_value(false).step_by(1.0);
                let response = ui.add(slider);
                crate::ui::field::name_it(
                    ui,
                    &response,
                    &words.with("weighing-points-slider", &[("name", &item.name)]),
                );
                if response.changed() {
                    let gesture = if response.dragged() { Gesture::Ongoing } else { Gesture::Once };
                    asking.say(with(points, item.item, Some(value)), gesture, intents);
                }
                if response.drag_stopped() {
                    asking.say(with(points, item.item, Some(value)), Gesture::Ended, intents);
                }
                let name = RichText::new(&item.name).font(theme::regular(theme::BODY)).color(Colors::of(ui).text);
                ui.add(egui::Label::new(name).truncate());
            });
        });
        match changed.as_deref().map(str::trim) {
            None => {}
            Some("") => asking.say(with(points, item.item, None), Gesture::Once, intents),
            Some(text) => match parse_number(text) {
                Ok(value) => asking.say(with(points, item.item, Some(value)), Gesture::Once, intents),
                Err(error) => intents.push(Intent::Say(words.number_error(error))),
            },
        }
    }
}

/// The points with one of them changed, or taken back.
fn with(points: &[(Item, f64)], item: Item, value: Option<f64>) -> Answers {
    let others = points.iter().copied().filter(|(named, _)| *named != item);
    Answers::Points { points: others.chain(value.map(|value| (item, value))).collect() }
}
