//! The mode of the matrix that shows at which level each offer would tie the best of the others.

use egui::{Color32, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::cards::cut_galley;
use crate::board::{BreakEvenCell, Cell, Turn};
use crate::ui::theme::{self, Colors};
use crate::words::Words;

/// Room for the sign of the way to go, before the level.
const SIGN: f32 = 10.0;

/// Draws a cell: its level quietly at the left, its break-even at the right. A name may be cut for want of room; a
/// number stands whole or not at all.
pub(super) fn text_ui(ui: &Ui, rect: Rect, cell: &Cell, answer: &BreakEvenCell, is_name: bool, words: &Words) {
    let colors = Colors::of(ui);
    let ink = if answer.never { colors.faint } else { colors.weak };
    let room = rect.width() - 12.0 - SIGN;
    let galley = cut_galley(ui, &answer.text, theme::regular(theme::BODY), ink, room);
    let at = pos2(rect.right() - 8.0 - galley.size().x, rect.center().y - galley.size().y / 2.0);
    let left = at.x - SIGN;
    ui.painter().galley(at, galley, ink);
    sign_ui(ui, pos2(left + 3.5, rect.center().y), answer.turn, ink);
    let (level, ink) = match (cell.missing, answer.never) {
        (true, _) => (words.t("cell-missing"), colors.warn),
        (false, true) => (cell.text.clone(), colors.faint),
        (false, false) => (cell.text.clone(), colors.text),
    };
    let room = left - 3.0 - (rect.left() + 6.0);
    let galley = if is_name {
        cut_galley(ui, &level, theme::regular(theme::SMALL), ink, room)
    } else {
        ui.painter().layout_no_wrap(level, theme::regular(theme::SMALL), ink)
    };
    if galley.size().x <= room {
        let at = pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
    }
}

/// A small triangle: up to a larger number, down to a smaller one.
fn sign_ui(ui: &Ui, center: egui::Pos2, turn: Turn, ink: Color32) {
    let up = match turn {
        Turn::Up => -1.0,
        Turn::Down => 1.0,
        Turn::None => return,
    };
    let corners = vec![center + vec2(-3.5, -2.5 * up), center + vec2(3.5, -2.5 * up), center + vec2(0.0, 3.0 * up)];
    ui.painter().add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}
