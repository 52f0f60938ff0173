//! A curve: its control points by hand and typed, its shape, and how it goes on.

use egui::{Key, Modifiers, PointerButton, Ui, UiBuilder};

use super::{Subject, caption_ui, hold};
use crate::board::curve_edit;
use crate::chart::Plot;
use crate::model::{Account, Beyond, Curve, CurveError, CurveShape, EditError, Leaf, MidValue, Side};
use crate::ui::Intent;
use crate::ui::field::{Sign, check_ui, link_ui, segmented_ui, sign_ui};
use crate::ui::intent::Gesture;
use crate::ui::pages::column::Column;
use crate::ui::pages::handle::{Handle, on_grid, point_ui};
use crate::ui::pages::typed::{read_number, step_of};
use crate::ui::pages::{Drawn, Open};
use crate::ui::view::View;
use crate::words::decimal_input;

/// A point that is dragged this near to straight up or down keeps its level.
const UPRIGHT: f32 = 4.0;
/// Half the width of a handle.
const GRIP: f32 = 10.0;
/// Most control points that can be taken by hand; all of them can be typed.
const HANDLES_MAX: usize = 40;
const CELL: f32 = 84.0;

/// Asks for another curve.
pub(super) fn ask(
    open: Open<'_>,
    subject: Subject<'_>,
    curve: Result<Curve, CurveError>,
    gesture: Gesture,
    intents: &mut Vec<Intent>,
) {
    intents.push(asked(open, subject, curve, gesture).unwrap_or_else(Intent::Say));
}

fn asked(
    open: Open<'_>,
    subject: Subject<'_>,
    curve: Result<Curve, CurveError>,
    gesture: Gesture,
) -> Result<Intent, String> {
    let edit = curve.map_err(EditError::from).and_then(|curve| curve_edit(open.comparison, subject.leaf, &curve));
    edit.map(|edit| Intent::Edit(edit, gesture)).map_err(|error| open.screen.words.edit_error(&error))
}

/// Least and largest value of a coordinate between those of the neighbours, a bit apart from them.
fn between(now: f64, before: Option<f64>, after: Option<f64>, range: [f64; 2], apart: f64) -> [f64; 2] {
    let narrow = |room: f64| if room < 2.0 * apart { room / 4.0 } else { apart };
    let low = before.map_or(range[0], |b| b + narrow(now - b)).min(now);
    let high = after.map_or(range[1], |a| a - narrow(a - now)).max(now);
    [low, high]
}

/// The range of y that a control point may take.
fn up_range(open: Open<'_>, subject: Subject<'_>, curve: &Curve, index: usize, plot: &Plot) -> [f64; 2] {
    let points = curve.points();
    let y = points[index][1];
    let before = index.checked_sub(1).and_then(|i| points.get(i)).map(|p| p[1]);
    let after = points.get(index + 1).map(|p| p[1]);
    let whole = if open.comparison.header.account == Account::Points { [0.0, 100.0] } else { plot.y_range };
    match subject.leaf {
        // Dearer is never better.
        Leaf::Ownership => [before.unwrap_or(0.0).min(y), after.unwrap_or(100.0).max(y)],
        Leaf::Criterion(_) => [whole[0].min(y), whole[1].max(y)],
    }
}

/// What an arrow key adds to x and to y.
fn steps(open: Open<'_>, subject: Subject<'_>, plot: &Plot) -> [f64; 2] {
    let coin = open.comparison.header.currency.units(1.0);
    let across = step_of(plot.x_range);
    let up = if open.comparison.header.account == Account::Points { 1.0 } else { step_of(plot.y_range).max(coin) };
    [if subject.leaf == Leaf::Ownership { across.max(coin) } else { across }, up]
}

/// Handles over the drawing: dragged, moved by arrow keys, taken out by Delete; a double click adds one.
pub(super) fn handles_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    curve: &Curve,
    drawn: Option<&Drawn>,
    intents: &mut Vec<Intent>,
) {
    let Some((drawn, plot)) = drawn.and_then(|drawn| Some((drawn, drawn.plot?))) else { return };
    let words = open.screen.words;
    let start = view.pages.scale.held.as_ref().and_then(|held| held.start.clone()).unwrap_or_else(|| curve.clone());
    let [step_x, step_y] = steps(open, subject, &plot);
    for (i, [x, y]) in curve.points().iter().enumerate().take(HANDLES_MAX) {
        // A handle of its own scope, which takes no room on the page.
        let child = ui.new_child(UiBuilder::new().id_salt(("point", i)).max_rect(drawn.response.rect));
        let neighbour = |i: Option<usize>| i.and_then(|i| curve.points().get(i)).map(|p| p[0]);
        let range_x = between(*x, neighbour(i.checked_sub(1)), neighbour(Some(i + 1)), plot.x_range, step_x);
        let label = words.with("scale-page-drag", &[("at", &(i + 1).to_string())]);
        let across = Handle { salt: "point", label: &label, value: *x, range: range_x, step: step_x };
        let range_y = up_range(open, subject, curve, i, &plot);
        let up = Handle { salt: "point", label: &label, value: *y, range: range_y, step: step_y };
        if let Some(([x, y], gesture)) = point_ui(&child, drawn, &across, &up) {
            hold(view, drawn, Some(curve), gesture);
            let old = start.points().get(i).map_or(x, |p| p[0]);
            let is_upright = (plot.x.at(x) - plot.x.at(old)).abs() < UPRIGHT && gesture != Gesture::Once;
            let moved = if gesture == Gesture::Once { curve } else { &start };
            ask(open, subject, moved.with_moved(i, [if is_upright { old } else { x }, y]), gesture, intents);
        }
        let id = child.scope_id().with(("handle", "point"));
        let is_removed = child.memory(|m| m.has_focus(id))
            && ui.input_mut(|i| {
                [Key::Delete, Key::Backspace].map(|k| i.consume_key(Modifiers::NONE, k)).contains(&true)
            });
        if is_removed {
            ask(open, subject, curve.without_point(i), Gesture::Once, intents);
        }
    }
    let double = ui.input(|i| i.pointer.button_double_clicked(PointerButton::Primary));
    let pointer = ui.input(|i| i.pointer.interact_pos()).filter(|_| double && drawn.response.contains_pointer());
    if let Some(at) = pointer.map(|at| at - drawn.origin) {
        let near = |[x, y]: &[f64; 2]| {
            let [x, y] = plot.at(*x, *y);
            (x - at.x).abs() <= GRIP && (y - at.y).abs() <= GRIP
        };
        let is_inside = (plot.rect[0]..=plot.right()).contains(&at.x) && (plot.rect[1]..=plot.bottom()).contains(&at.y);
        if is_inside && !curve.points().iter().any(near) {
            let x = on_grid(plot.x.value(at.x), step_x);
            ask(open, subject, curve.with_point(x), Gesture::Once, intents);
        }
    }
}

/// Shapes, what it does beyond its anchors, a further point, and questions.
pub(super) fn tools_ui(
    ui: &mut Ui,
    view: &mut View,
    open: Open<'_>,
    subject: Subject<'_>,
    curve: &Curve,
    intents: &mut Vec<Intent>,
) {
    let words = open.screen.words;
    ui.horizontal_wrapped(|ui| {
        let shapes = ui.button(words.t("scale-page-shape"));
        egui::Popup::menu(&shapes).show(|ui| shapes_ui(ui, open, subject, curve, intents));
        let full = curve.points().len() >= Curve::MAX_POINTS;
        if !full && link_ui(ui, &words.t("scale-add-point")).clicked() {
            ask(open, subject, curve.with_point(curve.widest_gap()), Gesture::Once, intents);
        }
        let asks = link_ui(ui, &words.t("scale-page-ask")).on_hover_text(words.t("scale-page-ask-about"));
        if asks.clicked() {
            let page = &mut view.pages.scale;
            let next = MidValue::ALL.into_iter().find(|question| question.answered(curve).is_none());
            let first = Some(next.unwrap_or_default()).filter(|_| page.asked.is_none());
            (page.asked, page.answer) = (first, None);
        }
    });
    let mut flat = curve.beyond() == Beyond::Flat;
    if check_ui(ui, &words.t("scale-page-flat-beyond"), &mut flat, true).changed() {
        let beyond = if flat { Beyond::Flat } else { Beyond::Straight };
        ask(open, subject, Ok(curve.clone().going_on(beyond)), Gesture::Once, intents);
    }
}

fn shapes_ui(ui: &mut Ui, open: Open<'_>, subject: Subject<'_>, curve: &Curve, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let fits = |preset: &CurveShape| subject.leaf != Leaf::Ownership || preset.is_for_money();
    let [low, high] = curve.y_range();
    let is_flat = low >= high;
    for preset in CurveShape::ALL.into_iter().filter(fits) {
        let keys = keys_of(preset);
        let button = ui.add_enabled(!is_flat, egui::Button::new(words.t(keys[0]))).on_hover_text(words.t(keys[1]));
        if button.on_disabled_hover_text(words.t("scale-page-shape-flat")).clicked() {
            let high_is_best = subject.criterion.dimension.side() == Side::Value;
            ask(open, subject, preset.shape(curve, high_is_best), Gesture::Once, intents);
        }
    }
}

/// The message keys of a shape's name and of what it does.
fn keys_of(preset: CurveShape) -> [&'static str; 2] {
    match preset {
        CurveShape::Rising => ["scale-shape-rising", "scale-shape-rising-about"],
        CurveShape::Falling => ["scale-shape-falling", "scale-shape-falling-about"],
        CurveShape::Diminishing => ["scale-shape-diminishing", "scale-shape-diminishing-about"],
        CurveShape::Increasing => ["scale-shape-increasing", "scale-shape-increasing-about"],
        CurveShape::Threshold => ["scale-shape-threshold", "scale-shape-threshold-about"],
        CurveShape::Target => ["scale-shape-target", "scale-shape-target-about"],
    }
}

/// Every control point, typed.
pub(super) fn points_ui(ui: &mut Ui, open: Open<'_>, subject: Subject<'_>, curve: &Curve, intents: &mut Vec<Intent>) {
    let words = open.screen.words;
    let in_points = open.comparison.header.account == Account::Points;
    let sign = open.comparison.header.currency.sign();
    let level = if subject.leaf == Leaf::Ownership {
        words.with("scale-amount", &[("currency", sign.trim())])
    } else {
        words.t("scale-level")
    };
    let worth =
        if in_points { words.t("scale-points") } else { words.with("scale-amount", &[("currency", sign.trim())]) };
    let heads = words.with("scale-page-points", &[("level", &level), ("worth", &worth)]);
    caption_ui(ui, &heads);
    let keys = if in_points { "scale-page-points-of" } else { "scale-page-amount-of" };
    let read = |text: &str, axis: usize| {
        let value = read_number(open, text)?;
        // An amount finer than the smallest coin is told, not rounded away.
        if subject.leaf == Leaf::Ownership && axis == 0 {
            open.comparison.header.currency.minor(value).map_err(|error| words.amount_error(error))?;
        }
        Ok(value)
    };
    let mut list = Column::of(2);
    for (i, point) in curve.points().iter().enumerate() {
        let at = (i + 1).to_string();
        ui.horizontal(|ui| {
            for (axis, key) in ["scale-page-level-of", keys].into_iter().enumerate() {
                let label = words.with(key, &[("at", &at)]);
                let line = [label.as_str(), &decimal_input(point[axis])];
                list.number_ui(ui, open, [i, axis], line, CELL, |text| read(text, axis));
            }
            let label = words.with("scale-page-remove", &[("at", &at)]);
            if sign_ui(ui, Sign::Close, &label, curve.points().len() > 2).clicked() {
                ask(open, subject, curve.without_point(i), Gesture::Once, intents);
            }
        });
    }
    list.end(ui, open, intents, |typed| {
        let mut points = curve.points().to_vec();
        for ([i, axis], value) in typed {
            points[i][axis] = value;
        }
        asked(open, subject, Curve::new(points, curve.beyond()), Gesture::Once)
    });
}

/// A choice among questions, by their part of the way.
pub(super) fn parts_ui(ui: &mut Ui, name: &str, chosen: MidValue) -> Option<MidValue> {
    let options = ["½", "¼", "¾"].map(str::to_owned);
    let at = MidValue::ALL.iter().position(|question| *question == chosen).unwrap_or_default();
    segmented_ui(ui, name, &options, at).and_then(|i| MidValue::ALL.get(i).copied())
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_point_stays_between_its_neighbours() {
        let near = |a: [f64; 2], b: [f64; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12);
        assert!(near(between(3.0, Some(0.0), Some(6.0), [-1.0, 7.0], 0.1), [0.1, 5.9]));
        assert!(near(between(0.0, None, Some(6.0), [-1.0, 7.0], 0.1), [-1.0, 5.9]));
        // Neighbours nearer than a step leave it what room there is.
        assert!(near(between(3.0, Some(2.96), Some(6.0), [-1.0, 7.0], 0.1), [2.97, 5.9]));
        // One that stands outside of what is shown may stay there.
        assert!(near(between(9.0, None, None, [-1.0, 7.0], 0.1), [-1.0, 9.0]));
    }
}
