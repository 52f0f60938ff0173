//! Moving offers and criteria by hand.

use egui::{CursorIcon, Response, Stroke, Ui, pos2};

use super::{GAP, Line, Sheet, Zones};
use crate::board::RowKind;
use crate::model::{CriterionId, Dimension, Edit};
use crate::ui::Intent;
use crate::ui::intent::Gesture;
use crate::ui::theme::Colors;

/// Shows where a dragged offer would go, and moves it there when it is let go.
pub(super) fn offer_ui(
    ui: &Ui,
    sheet: &Sheet<'_>,
    card: &Response,
    zones: &Zones,
    index: usize,
    intents: &mut Vec<Intent>,
) {
    let Some(pointer) = card.interact_pointer_pos().filter(|_| card.dragged() || card.drag_stopped()) else { return };
    let offers = &sheet.comparison.offers;
    let middle = |i: usize| f32::midpoint(zones.column_x(i), zones.column_x(i + 1));
    let gap = (0..offers.len()).take_while(|&i| middle(i) < pointer.x).count();
    let to = if gap > index { gap - 1 } else { gap };
    if card.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let stroke = Stroke::new(2.0, Colors::of(ui).accent);
        ui.painter().vline(zones.column_x(gap) - GAP / 2.0, ui.max_rect().y_range(), stroke);
    } else if to != index {
        let edit = Edit::MoveOffer { comparison: sheet.comparison.id(), offer: offers[index].id, to };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
}

/// Shows where a dragged criterion would go, and moves it there when it is let go.
pub(super) fn criterion_ui(
    ui: &Ui,
    sheet: &Sheet<'_>,
    label: &Response,
    zones: &Zones,
    id: CriterionId,
    intents: &mut Vec<Intent>,
) {
    let Some(pointer) = label.interact_pointer_pos().filter(|_| label.dragged() || label.drag_stopped()) else {
        return;
    };
    let Some(target) = target(sheet, zones, id, pointer.y) else { return };
    if label.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let stroke = Stroke::new(2.0, Colors::of(ui).accent);
        let left = ui.max_rect().left() + 16.0;
        ui.painter().line_segment([pos2(left, target.y), pos2(ui.max_rect().right(), target.y)], stroke);
    } else {
        let comparison = sheet.comparison.id();
        let edit = Edit::MoveCriterion { comparison, criterion: id, dimension: target.dimension, to: target.place };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
}

struct Target {
    dimension: Dimension,
    /// Among the criteria of the dimension without the dragged one.
    place: usize,
    /// Where the line is drawn.
    y: f32,
}

/// The dimension under the pointer and the place in it; `None` on the other side, or where money may not go.
fn target(sheet: &Sheet<'_>, zones: &Zones, id: CriterionId, y: f32) -> Option<Target> {
    let dragged = sheet.comparison.criterion(id)?;
    let under = sheet.lines.iter().rev().find(|line| zones.line_y(line) <= y)?;
    let dimension = under.row.dimension;
    let allowed = if dragged.scale.is_money() {
        dimension == dragged.dimension
    } else {
        dimension.side() == dragged.dimension.side()
    };
    if !allowed || matches!(under.row.kind, RowKind::Side(_)) {
        return None;
    }
    let rows = || sheet.lines.iter().filter(|line| line.row.dimension == dimension);
    let is_above = |line: &&Line<'_>| zones.line_y(line) + line.height / 2.0 < y;
    let others = rows().filter(|line| matches!(line.row.kind, RowKind::Criterion(other) if other != id));
    let folded = rows().all(|line| matches!(line.row.kind, RowKind::Dimension(_)));
    let place = if folded { usize::MAX } else { others.filter(is_above).count() };
    let heading = rows().next().map_or(y, |line| zones.line_y(line) + line.height);
    let last_above = rows().rfind(is_above).map_or(heading, |line| zones.line_y(line) + line.height);
    Some(Target { dimension, place, y: last_above.max(heading) })
}
