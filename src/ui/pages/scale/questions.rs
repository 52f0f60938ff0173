//! Mid-value questions: which level is worth half the way, then half of each half.

use egui::Ui;

use super::Subject;
use super::curve::{ask, parts_ui};
use crate::model::{Bend, Curve, Leaf, MidValue, MidValueError, Side, bends_both_ways};
use crate::ui::Intent;
use crate::ui::field::{link_ui, name_it};
use crate::ui::intent::Gesture;
use crate::ui::pages::handle::on_grid;
use crate::ui::pages::typed::{read_number, typed_ui};
use crate::ui::pages::{Open, heading_ui, quiet_ui};
use crate::ui::view::View;
use crate::words::{Words, decimal_input, number};

/// The question that is open, with what was answered so far.
pub(super) fn questions_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    curve: &Curve,
    intents: &mut Vec<Intent>,
) {
    let Some(asked) = view.pages.scale.asked else { return };
    let words = open.screen.words;
    ui.add_space(8.0);
    heading_ui(ui, &words.t("scale-page-ask-title"));
    let mut asked = asked;
    ui.horizontal(|ui| {
        if let Some(other) = parts_ui(ui, &words.t("scale-page-ask-part"), asked) {
            asked = other;
            (view.pages.scale.asked, view.pages.scale.answer) = (Some(asked), None);
        }
        if link_ui(ui, &words.t("scale-page-ask-stop")).clicked() {
            (view.pages.scale.asked, view.pages.scale.answer) = (None, None);
        }
    });
    match asked.between(curve) {
        Ok(range) => answer_ui(ui, view, open, subject, curve, asked, range, intents),
        Err(error) => quiet_ui(ui, &refusal(open, subject, error)),
    }
    if let Some(hint) = hint(words, curve) {
        quiet_ui(ui, &hint);
    }
    ui.add_space(6.0);
}

/// A level as the question says it.
fn level_text(open: Open<'_>, subject: Subject<'_>, x: f64) -> String {
    let words = open.screen.words;
    match &subject.criterion.scale {
        _ if subject.leaf == Leaf::Ownership => words.money(open.comparison.header.currency, x),
        crate::model::Scale::Measure { unit, .. } if !unit.is_blank() => {
            words.with("scale-page-level", &[("level", &number(x)), ("unit", unit.get(words.lang()))])
        }
        _ => number(x),
    }
}

fn refusal(open: Open<'_>, subject: Subject<'_>, error: MidValueError) -> String {
    let words = open.screen.words;
    match error {
        MidValueError::NoStep => words.t("scale-page-ask-no-step"),
        MidValueError::HalfFirst => words.t("scale-page-ask-half-first"),
        MidValueError::Outside(low, high) => {
            let [low, high] = [low, high].map(|x| level_text(open, subject, x));
            words.with("scale-page-ask-outside", &[("low", &low), ("high", &high)])
        }
        MidValueError::Curve(error) => words.edit_error(&error.into()),
    }
}

#[expect(clippy::too_many_arguments, reason = "a question and its surroundings")]
fn answer_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    curve: &Curve,
    asked: MidValue,
    [low, high]: [f64; 2],
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    let [from, to] = [low, high].map(|x| level_text(open, subject, x));
    let key = match subject.criterion.dimension.side() {
        Side::Value => "scale-page-ask-value",
        Side::Cost => "scale-page-ask-cost",
    };
    let question = words.with(key, &[("name", subject.name), ("from", &from), ("to", &to)]);
    ui.add(egui::Label::new(question).wrap());
    let start = asked.answered(curve).unwrap_or(low + (high - low) / 2.0);
    let mut at = view.pages.scale.answer.unwrap_or(start).clamp(low, high);
    let mut given = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = (open.width - 190.0).clamp(60.0, 220.0);
        let slider = ui.add(egui::Slider::new(&mut at, low..=high).show_value(false));
        name_it(ui, &slider, &words.t("scale-page-ask-slider"));
        if slider.changed() {
            view.pages.scale.answer = Some(rounded(open, subject, at, [low, high]));
        }
        let shown = decimal_input(rounded(open, subject, at, [low, high]));
        let read = |text: &str| {
            let level = read_number(open, text)?;
            asked.answer(curve, level).map(|_| level).map_err(|error| refusal(open, subject, error))
        };
        given = typed_ui(ui, &words.t("scale-page-ask-typed"), &shown, 66.0, read);
        if ui.button(words.t("scale-page-ask-take")).clicked() {
            given = Some(rounded(open, subject, at, [low, high]));
        }
    });
    let Some(level) = given else { return };
    match asked.answer(curve, level) {
        Ok(answered) => {
            // The next part that is not yet answered; where all are, this one stays.
            let next = MidValue::ALL.into_iter().find(|question| question.answered(&answered).is_none());
            (view.pages.scale.asked, view.pages.scale.answer) = (Some(next.unwrap_or(asked)), None);
            ask(open, subject, Ok(answered), Gesture::Once, intents);
        }
        Err(error) => intents.push(Intent::Say(refusal(open, subject, error))),
    }
}

/// An answer as fine as anybody can tell: a thousandth of the range, whole coins.
fn rounded(open: Open<'_>, subject: Subject<'_>, level: f64, [low, high]: [f64; 2]) -> f64 {
    let fine = 10_f64.powf((high - low).log10().floor() - 2.0);
    let coin = open.comparison.header.currency.units(1.0);
    let step = if subject.leaf == Leaf::Ownership { fine.max(coin) } else { fine };
    on_grid(level, step)
}

/// What the answers so far say about each other.
fn hint(words: &Words, curve: &Curve) -> Option<String> {
    let [half, quarter, three] = MidValue::ALL.map(|question| question.answered(curve));
    let half = number(half?);
    if bends_both_ways(curve) {
        return Some(words.t("scale-page-ask-both-ways"));
    }
    if let (Some(quarter), Some(three)) = (quarter, three) {
        let (quarter, three) = (number(quarter), number(three));
        let arguments = [("quarter", quarter.as_str()), ("half", &half), ("three", &three)];
        return Some(words.with("scale-page-ask-check", &arguments));
    }
    Some(words.t(match MidValue::Half.bend(curve)? {
        Bend::Diminishing => "scale-page-ask-diminishing",
        Bend::Straight => "scale-page-ask-straight",
        Bend::Increasing => "scale-page-ask-increasing",
    }))
}
