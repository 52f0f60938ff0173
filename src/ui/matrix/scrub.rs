//! Inside a what-if: levels and λ that are tried out by dragging them sideways.

use egui::{Align2, CursorIcon, Key, Rect, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::Sheet;
use super::weight::steps;
use crate::model::{CategoryId, Comparison, CriterionId, Curve, Edit, Level, Scale, Segment};
use crate::ui::Intent;
use crate::ui::field::focus_ring;
use crate::ui::intent::Gesture;
use crate::ui::theme::{self, Colors};
use crate::ui::view::{Scrub, Scrubbed, Spot, View};

/// Points on the screen from one named level to the next.
const PER_CATEGORY: f64 = 24.0;
/// What a point on the screen adds to λ, and what λ is rounded to.
const EMPHASIS: [f64; 2] = [0.01, 0.05];

/// The level of a cell that can be dragged: a what-if is open, and the cell holds one.
pub(super) fn level_at(sheet: &Sheet<'_>, spot: Spot) -> Option<Level> {
    sheet.screen.what_if?;
    sheet.level(spot)
}

/// Follows a drag that began on the level of a cell.
pub(super) fn drag_level(
    ui: &Ui,
    view: &mut View,
    sheet: &Sheet<'_>,
    (spot, now): (Spot, Level),
    cell: &Response,
    intents: &mut Vec<Intent>,
) {
    if cell.drag_started() && view.grid.editing.is_none() && is_sideways(ui) {
        begin(ui, view, Scrubbed::Level(spot, now));
        // One level is tried, whatever the pointer has crossed on its way.
        (view.grid.cursor, view.grid.anchor) = (Some(spot), Some(spot));
    }
    match view.grid.scrub.map(|scrub| scrub.what) {
        Some(Scrubbed::Level(at, _)) if at == spot => follow(ui, view, sheet, cell, cell.rect.width(), intents),
        _ => {}
    }
}

/// The letter λ as a slider without a track.
pub(super) fn emphasis_ui(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, rect: Rect, intents: &mut Vec<Intent>) {
    let now = sheet.board.weighting.cost_emphasis;
    let id = ui.scope_id().with("lambda-slider");
    let response = ui.interact(rect, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    let label = sheet.words.t("what-if-emphasis");
    response.widget_info(|| WidgetInfo::slider(true, now, &label));
    let colors = Colors::of(ui);
    let held = response.hovered() || response.dragged() || response.has_focus();
    let color = if held { colors.accent } else { colors.weak };
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, "λ", theme::regular(theme::BODY), color);
    focus_ring(ui, rect.expand2(vec2(2.0, -2.0)), &response);
    if response.drag_started() {
        begin(ui, view, Scrubbed::CostEmphasis(now));
    }
    if matches!(view.grid.scrub, Some(Scrub { what: Scrubbed::CostEmphasis(_), .. })) {
        follow(ui, view, sheet, &response, 1.0, intents);
    } else if let Some(steps) = steps(ui, &response) {
        let moved = emphasis(now, steps * EMPHASIS[1]);
        intents.push(Intent::Edit(emphasis_edit(sheet, moved), Gesture::Once));
    }
    response.on_hover_text(label);
}

/// True for a drag that began more across than up or down; the others select cells.
fn is_sideways(ui: &Ui) -> bool {
    ui.input(|i| {
        let way = i.pointer.press_origin().zip(i.pointer.latest_pos()).map_or(Vec2::ZERO, |(from, to)| to - from);
        way.x.abs() >= way.y.abs()
    })
}

fn begin(ui: &Ui, view: &mut View, what: Scrubbed) {
    let from = ui.input(|i| i.pointer.press_origin());
    view.grid.scrub = from.map(|from| Scrub { what, from: from.x, given_up: false });
}

/// Shows, keeps or gives up what is dragged.
fn follow(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, response: &Response, width: f32, intents: &mut Vec<Intent>) {
    let Some(scrub) = view.grid.scrub.as_mut().filter(|scrub| !scrub.given_up) else { return };
    let mut push = |way, gesture| intents.extend(edit(sheet, scrub.what, way).map(|edit| Intent::Edit(edit, gesture)));
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    let over = response.dragged() || response.drag_stopped();
    if over && ui.input(|i| i.key_pressed(Key::Escape)) {
        push(Way::NONE, Gesture::Dropped);
        // What is left of the drag selects no cells.
        scrub.given_up = true;
        ui.ctx().stop_dragging();
    } else if response.drag_stopped() {
        push(Way::NONE, Gesture::Ended);
        view.grid.scrub = None;
    } else if let (true, Some(pointer)) = (response.dragged(), response.interact_pointer_pos()) {
        // A pointer that rests asks for nothing new.
        if response.drag_started() || response.drag_delta() != Vec2::ZERO {
            let way = Way {
                pixels: f64::from(pointer.x - scrub.from),
                width: f64::from(width.max(1.0)),
                fine: ui.input(|i| i.modifiers.shift),
            };
            push(way, Gesture::Ongoing);
        }
    }
}

/// Ends a drag whose cell has left the screen, or whose what-if is gone.
pub(super) fn end_lost_drag(ui: &Ui, view: &mut View, sheet: &Sheet<'_>, intents: &mut Vec<Intent>) {
    let Some(scrub) = view.grid.scrub else { return };
    if sheet.screen.what_if.is_none() {
        view.grid.scrub = None;
    } else if !ui.input(|i| i.pointer.any_down() || i.pointer.any_released() && !scrub.given_up) {
        view.grid.scrub = None;
        // What is kept is what was shown last; the edit only says where.
        let edit = edit(sheet, scrub.what, Way::NONE).filter(|_| !scrub.given_up);
        intents.extend(edit.map(|edit| Intent::Edit(edit, Gesture::Ended)));
    }
}

/// How far a drag is from where it began.
#[derive(Clone, Copy)]
struct Way {
    /// To the right.
    pixels: f64,
    /// Of the cell: it stands for the whole scale.
    width: f64,
    /// Smaller steps.
    fine: bool,
}

impl Way {
    const NONE: Self = Self { pixels: 0.0, width: 1.0, fine: false };

    /// `start` and as much of `span` as the drag is of the cell, in whole steps; `start` itself within half a step.
    fn from(self, start: f64, span: f64, step: f64) -> f64 {
        moved(start, self.pixels / self.width * span, step)
    }
}

/// The edit that sets what is dragged; `None` where it is gone, or can be dragged nowhere.
fn edit(sheet: &Sheet<'_>, what: Scrubbed, way: Way) -> Option<Edit> {
    match what {
        Scrubbed::CostEmphasis(start) => Some(emphasis_edit(sheet, emphasis(start, way.pixels * EMPHASIS[0]))),
        Scrubbed::Level(spot, start) => {
            let level = level(sheet.comparison, spot.criterion, start, way)?;
            let cells = vec![(spot.offer, spot.criterion, Some(level))];
            Some(Edit::SetLevels { comparison: sheet.comparison.id(), cells })
        }
    }
}

fn emphasis_edit(sheet: &Sheet<'_>, cost_emphasis: f64) -> Edit {
    Edit::SetCostEmphasis { comparison: sheet.comparison.id(), segment: sheet.board.segment, cost_emphasis }
}

fn emphasis(start: f64, by: f64) -> f64 {
    moved(start, by, EMPHASIS[1]).clamp(0.0, Segment::COST_EMPHASIS_MAX)
}

/// The level that a drag has come to.
fn level(comparison: &Comparison, id: CriterionId, start: Level, way: Way) -> Option<Level> {
    match (&comparison.criterion(id)?.scale, start) {
        (Scale::Rating { low, high, .. }, Level::Number(start)) => {
            let whole = if high - low >= 2.0 { 1.0 } else { step_of(high - low) };
            let step = if way.fine { whole / 10.0 } else { whole };
            Some(Level::Number(way.from(start, high - low, step).clamp(*low, *high)))
        }
        (Scale::Measure { curve, .. }, Level::Number(start)) => {
            let (low, high) = curve.anchors();
            let coarse = step_of(high - low);
            let to = way.from(start, high - low, if way.fine { coarse / 10.0 } else { coarse });
            let least = if low.min(high).min(start) >= 0.0 { 0.0 } else { -Curve::MAX_ABS };
            Some(Level::Number(to.clamp(least, Curve::MAX_ABS)))
        }
        (Scale::Money { .. }, Level::Money(minor)) => money(comparison, id, minor, way).map(Level::Money),
        (Scale::Category { levels, .. }, Level::Category(start)) => {
            let mut order: Vec<(f64, CategoryId)> = levels.iter().map(|c| (c.points, c.id)).collect();
            order.sort_by(|a, b| a.0.total_cmp(&b.0));
            let at = order.iter().position(|(_, id)| *id == start)?;
            #[expect(clippy::cast_possible_truncation, reason = "a number of pixels")]
            let by = (way.pixels / PER_CATEGORY).round() as isize;
            let to = at.saturating_add_signed(by).min(order.len() - 1);
            Some(Level::Category(order[to].1))
        }
        _ => None,
    }
}

/// An amount in whole units; nothing becomes negative that was not, and no price is.
#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn money(comparison: &Comparison, id: CriterionId, minor: i64, way: Way) -> Option<i64> {
    let header = &comparison.header;
    let start = header.currency.units(minor as f64);
    let span = match header.account {
        crate::model::Account::Points => {
            let (low, high) = header.ownership.curve.anchors();
            header.currency.units(high - low)
        }
        crate::model::Account::Money => (2.0 * start.abs()).max(100.0),
    };
    let coarse = step_of(span);
    let step = if way.fine { coarse / 10.0 } else { coarse };
    let to = way.from(start, span, step.max(1.0));
    let to = if minor >= 0 || header.price == Some(id) { to.max(0.0) } else { to };
    header.currency.minor(to).ok()
}

/// `start + by`, rounded to whole steps; `start` as it is where that is less than half a step away.
fn moved(start: f64, by: f64, step: f64) -> f64 {
    if by.abs() < step / 2.0 {
        return start;
    }
    let to = start + by;
    // Dividing by a whole number leaves no digits behind those of the step.
    if step < 1.0 {
        let parts = (1.0 / step).round();
        (to * parts).round() / parts
    } else {
        (to / step).round() * step
    }
}

/// 1, 2 or 5 times a power of ten, the least that is not below a hundredth of `span`.
fn step_of(span: f64) -> f64 {
    let rough = span / 100.0;
    let power = 10_f64.powf(rough.log10().floor());
    let nearly = rough * (1.0 - 1e-9);
    [1.0, 2.0, 5.0].map(|m| m * power).into_iter().find(|step| *step >= nearly).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn steps_are_a_round_hundredth() {
        for (span, step) in [(3000.0, 50.0), (100.0, 1.0), (2.0, 0.02), (9.0, 0.1)] {
            assert!(near(step_of(span), step), "{span}: {}", step_of(span));
        }
    }

    #[test]
    fn a_drag_goes_in_round_steps_and_stays_where_it_does_not_move() {
        assert!(near(moved(7.3, 0.4, 1.0), 7.3));
        assert!(near(moved(7.3, 0.6, 1.0), 8.0));
        assert!(near(moved(0.1, 0.2, 0.1), 0.3));
        assert!(near(emphasis(1.0, -7.0), 0.0));
        assert!(near(emphasis(999.9, 7.0), Segment::COST_EMPHASIS_MAX));
        let way = Way { pixels: -60.0, width: 120.0, fine: false };
        assert!(near(way.from(4400.0, 3000.0, 50.0), 2900.0));
    }
}
