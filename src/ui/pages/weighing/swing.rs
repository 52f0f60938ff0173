//! Swings: what going from one level to another is worth, against the largest or in money.

use egui::{RichText, Ui};

use super::Asking;
use super::row::answer_ui;
use crate::board::{FormLevel, FormRow, FormSwing, SheetItem, answered_swing, typed_cost, typed_swing_level};
use crate::model::{Answers, Item, Level, SwingAnswer};
use crate::ui::Intent;
use crate::ui::field::{Sign, caption_ui, choice_ui, link_ui, sign_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::column::Column;
use crate::ui::pages::typed::{beside_ui, typed_ui};
use crate::ui::theme::Colors;

/// What is asked: the worth of swings against the largest, or what one would pay for them.
#[derive(Clone, Copy)]
struct Swings<'a> {
    given: &'a [SwingAnswer],
    /// What one would pay, instead of worth against the largest.
    in_money: bool,
    /// The total cost at which the slope of the money scale is taken.
    at: Option<i64>,
}

impl Swings<'_> {
    fn answers(self, swings: Vec<SwingAnswer>) -> Answers {
        if self.in_money { Answers::Money { swings, at: self.at } } else { Answers::Swing { swings } }
    }

    fn of(self, item: Item) -> Option<SwingAnswer> {
        self.given.iter().find(|s| s.item == item).copied()
    }
}

pub(super) fn questions_ui(ui: &mut Ui, asking: &Asking<'_>, swings: &[SwingAnswer], intents: &mut Vec<Intent>) {
    let swings = Swings { given: swings, in_money: false, at: None };
    let words = asking.open.screen.words;
    let is_fresh = swings.given.is_empty();
    if is_fresh {
        ui.add(egui::Label::new(RichText::new(words.t("swing-first")).color(Colors::of(ui).text)).wrap());
        ui.add_space(4.0);
    }
    let mut list = Column::new();
    for (place, (item, row)) in asking.sheet.items.iter().zip(&asking.sheet.form.rows).enumerate() {
        if is_fresh {
            if link_ui(ui, &words.with("swing-take-first", &[("name", &row.name)])).clicked() {
                say(asking, swings, item.item, None, Some(100.0), Gesture::Once, intents);
            }
            about_ui(ui, asking, swings, item, row, intents);
        } else {
            row_ui(ui, asking, swings, (item, row), (&mut list, place), intents);
        }
    }
    end(ui, asking, swings, list, intents);
}

/// All that was typed, as one answer.
fn end(ui: &Ui, asking: &Asking<'_>, swings: Swings<'_>, list: Column<Option<f64>>, intents: &mut Vec<Intent>) {
    list.end(ui, asking.open, intents, |typed| {
        let answered = asking.named(typed).fold(swings.given.to_vec(), |given, (item, worth)| {
            let levels = swings.of(item).and_then(|s| s.levels);
            answered_swing(asking.open.seen(), &given, item, levels, worth)
        });
        Ok(asking.wish(swings.answers(answered), Gesture::Once))
    });
}

pub(super) fn money_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    swings: &[SwingAnswer],
    kept_at: Option<i64>,
    intents: &mut Vec<Intent>,
) {
    let form = &asking.sheet.form;
    let swings = Swings { given: swings, in_money: true, at: kept_at.or(form.at_minor) };
    if let Some(at) = &form.at {
        at_ui(ui, asking, swings, at, intents);
    }
    let mut list = Column::new();
    for (place, (item, row)) in asking.sheet.items.iter().zip(&form.rows).enumerate() {
        row_ui(ui, asking, swings, (item, row), (&mut list, place), intents);
        if !row.is_asked {
            beside_ui(ui, &form.total[0]);
        }
    }
    end(ui, asking, swings, list, intents);
}

/// The total cost at which the slope of a curved money scale is taken.
fn at_ui(ui: &mut Ui, asking: &Asking<'_>, swings: Swings<'_>, at: &str, intents: &mut Vec<Intent>) {
    let label = asking.open.screen.words.t("swing-at");
    caption_ui(ui, &label);
    let read = |text: &str| match typed_cost(asking.open.seen(), text) {
        Ok(_) if swings.given.is_empty() => Err(asking.open.screen.words.t("swing-at-later")),
        read => read,
    };
    if let Some(minor) = typed_ui(ui, &label, at, 110.0, read) {
        let answers = Answers::Money { swings: swings.given.to_vec(), at: Some(minor) };
        asking.say(answers, Gesture::Once, intents);
    }
    ui.add_space(4.0);
}

fn say(
    asking: &Asking<'_>,
    swings: Swings<'_>,
    item: Item,
    levels: Option<[Level; 2]>,
    worth: Option<f64>,
    gesture: Gesture,
    intents: &mut Vec<Intent>,
) {
    let answered = answered_swing(asking.open.seen(), swings.given, item, levels, worth);
    asking.say(swings.answers(answered), gesture, intents);
}

fn row_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    swings: Swings<'_>,
    (item, row): (&SheetItem, &FormRow),
    at: (&mut Column<Option<f64>>, usize),
    intents: &mut Vec<Intent>,
) {
    let levels = swings.of(item.item).and_then(|s| s.levels);
    if let Some((worth, gesture)) = answer_ui(ui, asking, item.item, row, !swings.in_money, at) {
        say(asking, swings, item.item, levels, Some(worth), gesture, intents);
    }
    about_ui(ui, asking, swings, item, row, intents);
}

/// The two levels in words, with a way to choose others, and what has changed since they were weighed.
fn about_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    swings: Swings<'_>,
    item: &SheetItem,
    row: &FormRow,
    intents: &mut Vec<Intent>,
) {
    let Some(swing) = &row.swing else { return };
    let words = asking.open.screen.words;
    ui.push_id(("swing", item.item), |ui| {
        let id = ui.scope_id().with("open");
        let mut is_open = ui.data(|d| d.get_temp::<bool>(id)).unwrap_or_default();
        ui.horizontal(|ui| {
            // Levels are kept with an answer, so they are chosen once there is one.
            if swing.levels.is_some() && row.is_asked && row.given.is_some() {
                let sign = if is_open { Sign::Down } else { Sign::Right };
                if sign_ui(ui, sign, &words.with("swing-levels-of", &[("name", &row.name)]), true).clicked() {
                    is_open = !is_open;
                    ui.data_mut(|d| d.insert_temp(id, is_open));
                }
            }
            let color = Colors::of(ui).faint;
            let text = RichText::new(&swing.text).size(12.0).color(color);
            ui.add(egui::Label::new(text).truncate()).on_hover_text(&swing.span);
        });
        if row.is_asked {
            beside_ui(ui, &swing.span);
        }
        if let (Some(levels), Some(answer), true) = (&swing.levels, swings.of(item.item), is_open) {
            levels_ui(ui, asking, swings, levels, answer, intents);
        }
        if let (Some(changed), Some(answer)) = (&swing.changed, swings.of(item.item)) {
            changed_ui(ui, asking, swings, swing, (changed, answer), intents);
        }
    });
    ui.add_space(3.0);
}

fn changed_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    swings: Swings<'_>,
    swing: &FormSwing,
    (changed, answer): (&str, SwingAnswer),
    intents: &mut Vec<Intent>,
) {
    let words = asking.open.screen.words;
    ui.add(egui::Label::new(RichText::new(changed).size(12.0).color(Colors::of(ui).warn)).wrap());
    ui.horizontal(|ui| {
        if swing.is_another && link_ui(ui, &words.t("swing-ask-again")).clicked() {
            say(asking, swings, answer.item, None, None, Gesture::Once, intents);
        }
        let key = if swing.is_another { "swing-still" } else { "swing-recompute" };
        if link_ui(ui, &words.t(key)).clicked() {
            say(asking, swings, answer.item, answer.levels, Some(answer.worth), Gesture::Once, intents);
        }
    });
}

/// Both levels of a swing, to be chosen or typed.
fn levels_ui(
    ui: &mut Ui,
    asking: &Asking<'_>,
    swings: Swings<'_>,
    levels: &[FormLevel; 2],
    answer: SwingAnswer,
    intents: &mut Vec<Intent>,
) {
    let half = ((asking.open.width - 10.0) / 2.0).floor();
    ui.horizontal(|ui| {
        for (end, level) in levels.iter().enumerate() {
            let Some(chosen) = level_ui(ui, asking, answer.item, level, half) else { continue };
            let mut both = [levels[0].level, levels[1].level];
            both[end] = chosen;
            say(asking, swings, answer.item, Some(both), Some(answer.worth), Gesture::Once, intents);
        }
    });
    if answer.levels.is_some() && link_ui(ui, &asking.open.screen.words.t("swing-whole")).clicked() {
        say(asking, swings, answer.item, None, Some(answer.worth), Gesture::Once, intents);
    }
}

fn level_ui(ui: &mut Ui, asking: &Asking<'_>, item: Item, level: &FormLevel, width: f32) -> Option<Level> {
    if !level.options.is_empty() {
        let names: Vec<String> = level.options.iter().map(|(_, name)| name.clone()).collect();
        let at = level.options.iter().position(|(option, _)| *option == level.level).unwrap_or_default();
        return choice_ui(ui, &level.label, &names, at, width).map(|i| level.options[i].0);
    }
    let Item::Leaf(leaf) = item else { return None };
    let read = |text: &str| typed_swing_level(asking.open.seen(), leaf, text);
    let typed = ui.vertical(|ui| {
        caption_ui(ui, &level.label);
        typed_ui(ui, &level.label, &level.shown, width.min(110.0), read)
    });
    typed.inner.flatten()
}
