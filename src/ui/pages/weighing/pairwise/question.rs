//! One question at a time.

use egui::{RichText, Ui, vec2};

use super::{Walk, legend_ui, scale};
use crate::board::Pair;
use crate::ui::Intent;
use crate::ui::field::{caption_ui, choice_ui, link_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::error_ui;
use crate::ui::pages::typed::kept_ui;
use crate::ui::pages::weighing::Asking;
use crate::ui::theme::{self, Colors};
use crate::words::parse_ratio;

const NUMBER: f32 = 72.0;
/// Two lines, so that nothing moves where a name needs the second.
const QUESTION: f32 = 38.0;
const SAID: f32 = 34.0;

pub(super) fn question_ui(ui: &mut Ui, walk: &mut Walk, asking: &Asking<'_>, intents: &mut Vec<Intent>) {
    let (words, sheet, width) = (asking.open.screen.words, &asking.sheet.pairs, asking.open.width);
    let at = walk.at.filter(|at| *at < sheet.pairs.len()).or_else(|| sheet.after(None, &walk.aside));
    let Some((at, pair)) = at.and_then(|at| Some((at, sheet.pairs.get(at)?))) else { return };
    // Kept from here on: which pair tells most changes as soon as this one is judged.
    walk.at = Some(at);
    if let Some(chosen) = choice_ui(ui, &sheet.progress, &sheet.entries, at, width.min(320.0)) {
        walk.go(Some(at), Some(chosen));
    }
    block_ui(ui, width, QUESTION, |ui| {
        let question = RichText::new(&pair.question).font(theme::bold(15.0)).color(Colors::of(ui).text);
        ui.add(egui::Label::new(question).wrap());
    });
    let moved_on = scale::scale_ui(ui, asking, at, pair, intents);
    let wrong = typed_ui(ui, asking, at, pair, intents);
    block_ui(ui, width, SAID, |ui| match wrong {
        Some(why) => error_ui(ui, &why),
        None => drop(ui.add(egui::Label::new(RichText::new(&pair.said).color(Colors::of(ui).text)).wrap())),
    });
    ui.horizontal(|ui| {
        if ui.add_enabled(!walk.before.is_empty(), egui::Button::new(words.t("pairs-back"))).clicked() {
            walk.at = walk.before.pop();
        }
        let is_judged = pair.ratio.is_some();
        let onward = words.t(if is_judged { "pairs-next" } else { "pairs-skip" });
        if ui.button(onward).clicked() || moved_on {
            if is_judged {
                walk.aside.retain(|skipped| *skipped != at);
            } else if !walk.aside.contains(&at) {
                walk.aside.push(at);
            }
            walk.go(Some(at), sheet.after(Some(at), &walk.aside));
        }
    });
    legend_ui(ui, asking, "pairs-scale-keys");
}

/// A part of the page of a height of its own.
fn block_ui(ui: &mut Ui, width: f32, height: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, height), |ui| {
        ui.set_min_size(vec2(width, height));
        content(ui);
    });
}

/// Any ratio, typed; why it was not taken.
fn typed_ui(ui: &mut Ui, asking: &Asking<'_>, at: usize, pair: &Pair, intents: &mut Vec<Intent>) -> Option<String> {
    let words = asking.open.screen.words;
    let label = words.with("pairs-typed", &[("one", &pair.names[0]), ("other", &pair.names[1])]);
    caption_ui(ui, &label);
    ui.horizontal(|ui| {
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => parse_ratio(text).map(Some).map_err(|error| words.ratio_error(error)),
        };
        let found = ui.push_id(at, |ui| kept_ui(ui, &label, &pair.text, NUMBER, read)).inner;
        if let Some(ratio) = found.taken {
            asking.judge(at, ratio, Gesture::Once, intents);
        }
        if link_ui(ui, &words.t("pairs-swap")).clicked()
            && let Some(ratio) = pair.ratio
        {
            asking.judge(at, Some(1.0 / ratio), Gesture::Once, intents);
        }
        ui.add_space(6.0);
        if link_ui(ui, &words.t("pairs-take-back")).clicked() && pair.ratio.is_some() {
            asking.judge(at, None, Gesture::Once, intents);
        }
        found.error
    })
    .inner
}
