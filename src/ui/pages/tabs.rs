//! The tabs of the pages.

use egui::accesskit::Role;
use egui::{CursorIcon, Key, KeyboardShortcut, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::Screen;
use crate::ui::field::{Sign, focus_ring, sign_ui};
use crate::ui::theme::{self, Colors};
use crate::ui::view::View;

/// A page of the right-hand side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// Delivered value by dimension, and the bridge.
    #[default]
    Compare,
    /// Delivered value against the price of one offer.
    Price,
    /// What weights do, and how far they may move.
    Weights,
    /// Value against cost.
    ValueMap,
    /// The plane of two quantities, divided among its winners.
    WinnerMap,
    /// The cheapest way to win.
    Levers,
    /// The real case and its variants.
    Variants,
    /// What is doubtful in the model.
    Check,
    /// Where weights come from.
    Weighing,
}

impl Page {
    /// All pages, in the order of their tabs.
    pub const ALL: [Self; 9] = [
        Self::Compare,
        Self::Price,
        Self::Weights,
        Self::ValueMap,
        Self::WinnerMap,
        Self::Levers,
        Self::Variants,
        Self::Check,
        Self::Weighing,
    ];

    /// Its keys.
    #[must_use]
    pub fn shortcut(self) -> KeyboardShortcut {
        let (modifiers, key) = match self {
            Self::Compare => (Modifiers::COMMAND, Key::Num1),
            Self::Price => (Modifiers::COMMAND, Key::Num2),
            Self::Weights => (Modifiers::COMMAND, Key::Num3),
            Self::ValueMap => (Modifiers::COMMAND, Key::Num4),
            Self::WinnerMap => (Modifiers::COMMAND, Key::Num5),
            Self::Levers => (Modifiers::COMMAND, Key::Num6),
            Self::Variants => (Modifiers::COMMAND, Key::Num7),
            Self::Check => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Num2),
            Self::Weighing => (Modifiers::COMMAND, Key::Num0),
        };
        KeyboardShortcut::new(modifiers, key)
    }

    /// The message key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Compare => "page-compare",
            Self::Price => "page-price",
            Self::Weights => "page-weights",
            Self::ValueMap => "page-value-map",
            Self::WinnerMap => "page-winner-map",
            Self::Levers => "page-levers",
            Self::Variants => "page-variants",
            Self::Check => "page-check",
            Self::Weighing => "page-weighing",
        }
    }
}

const HEIGHT: f32 = 24.0;
const GAP: f32 = 14.0;
/// Room at the right for what is not a tab.
const TAIL: f32 = 30.0;

/// Draws the tabs of all pages, in as many rows as they need.
pub(super) fn tabs_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>) {
    let words = screen.words;
    ui.add_space(4.0);
    let names: Vec<(Page, String)> = Page::ALL.into_iter().map(|page| (page, words.t(page.key()))).collect();
    let width = |name: &String| {
        // As wide as it is when it is open, so that nothing moves.
        let galley = ui.painter().layout_no_wrap(name.clone(), theme::bold(12.5), theme_color(ui, true));
        galley.size().x
    };
    let widths: Vec<f32> = names.iter().map(|(_, name)| width(name)).collect();
    let places = places(&widths, ui.available_width() - TAIL);
    let rows = places.last().map_or(1.0, |[_, y]| y + HEIGHT);
    let whole = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), rows));
    ui.allocate_rect(whole, Sense::hover());
    for (((page, name), width), [x, y]) in names.iter().zip(widths).zip(places) {
        let rect = Rect::from_min_size(whole.min + vec2(x, y), vec2(width, HEIGHT));
        tab_ui(ui, view, *page, name, rect);
    }
    let tail = Rect::from_min_size(pos2(whole.right() - TAIL, whole.top()), vec2(TAIL, HEIGHT));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut tail_ui = ui.new_child(egui::UiBuilder::new().max_rect(tail).layout(layout));
    let (sign, key) = if view.panels.wide { (Sign::Narrow, "page-narrow") } else { (Sign::Wide, "page-wide") };
    if sign_ui(&mut tail_ui, sign, &words.t(key), true).clicked() {
        view.panels.wide = !view.panels.wide;
    }
    ui.add_space(2.0);
    ui.separator();
}

/// Where tabs of these widths stand in rows of the width `room`, from the first one's corner.
fn places(widths: &[f32], room: f32) -> Vec<[f32; 2]> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut places = Vec::with_capacity(widths.len());
    for width in widths {
        if x > 0.0 && x + width > room {
            (x, y) = (0.0, y + HEIGHT);
        }
        places.push([x, y]);
        x += width + GAP;
    }
    places
}

fn theme_color(ui: &Ui, open: bool) -> egui::Color32 {
    let colors = Colors::of(ui);
    if open { colors.accent } else { colors.weak }
}

fn tab_ui(ui: &Ui, view: &mut View, page: Page, name: &str, rect: Rect) {
    let open = view.page == page;
    let response = ui.interact(rect, ui.scope_id().with(("tab", page)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, name));
    let font = if open { theme::bold(12.5) } else { theme::regular(12.5) };
    let color = if response.hovered() { theme_color(ui, true) } else { theme_color(ui, open) };
    ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, name, font, color);
    if open {
        let y = rect.bottom() - 1.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, color));
    }
    focus_ring(ui, rect.expand2(vec2(4.0, 0.0)), &response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        view.page = page;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_go_on_in_another_row_where_one_is_full() {
        let at = |row: u8| f32::from(row) * HEIGHT;
        assert_eq!(places(&[50.0, 60.0, 70.0], 300.0), [[0.0, at(0)], [50.0 + GAP, at(0)], [110.0 + 2.0 * GAP, at(0)]]);
        assert_eq!(places(&[50.0, 60.0, 70.0], 130.0), [[0.0, at(0)], [50.0 + GAP, at(0)], [0.0, at(1)]]);
        assert_eq!(places(&[50.0, 60.0], 10.0), [[0.0, at(0)], [0.0, at(1)]]);
    }
}
