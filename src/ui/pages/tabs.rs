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
    /// Value against cost.
    ValueMap,
    /// Delivered value against the price of one offer.
    Price,
    /// What weights do, and how far they may move.
    Weights,
    /// The plane of two quantities, divided among its winners.
    WinnerMap,
}

impl Page {
    /// All pages, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Compare, Self::Price, Self::Weights, Self::ValueMap, Self::WinnerMap];

    /// Its keys.
    #[must_use]
    pub fn shortcut(self) -> KeyboardShortcut {
        let key = match self {
            Self::Compare => Key::Num1,
            Self::ValueMap => Key::Num4,
            Self::Price => Key::Num2,
            Self::Weights => Key::Num3,
            Self::WinnerMap => Key::Num5,
        };
        KeyboardShortcut::new(Modifiers::COMMAND, key)
    }

    /// The message key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Compare => "page-compare",
            Self::ValueMap => "page-value-map",
            Self::Price => "page-price",
            Self::Weights => "page-weights",
            Self::WinnerMap => "page-winner-map",
        }
    }
}

const HEIGHT: f32 = 24.0;
const GAP: f32 = 14.0;
/// Room at the right for what is not a tab.
const TAIL: f32 = 56.0;

/// Draws the tabs that there is room for; the others wait behind “more”, but for the one that is open.
pub(super) fn tabs_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>) {
    let words = screen.words;
    ui.add_space(4.0);
    let row = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), HEIGHT));
    ui.allocate_rect(row, Sense::hover());
    let names: Vec<(Page, String)> = Page::ALL.into_iter().map(|page| (page, words.t(page.key()))).collect();
    let width = |ui: &Ui, name: &str| {
        // As wide as it is when it is open, so that nothing moves.
        let galley = ui.painter().layout_no_wrap(name.to_owned(), theme::bold(12.5), theme_color(ui, true));
        galley.size().x + GAP
    };
    let shown = fitting(names.iter().map(|(_, name)| width(ui, name)).collect(), row.width() - TAIL, chosen(view));
    let mut x = row.left();
    for &i in &shown {
        let (page, name) = &names[i];
        let rect = Rect::from_min_size(pos2(x, row.top()), vec2(width(ui, name) - GAP, HEIGHT));
        x = rect.right() + GAP;
        tab_ui(ui, view, *page, name, rect);
    }
    let tail = Rect::from_min_max(pos2(row.right() - TAIL, row.top()), row.max);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut tail_ui = ui.new_child(egui::UiBuilder::new().max_rect(tail).layout(layout));
    let (sign, key) = if view.panels.wide { (Sign::Narrow, "page-narrow") } else { (Sign::Wide, "page-wide") };
    if sign_ui(&mut tail_ui, sign, &words.t(key), true).clicked() {
        view.panels.wide = !view.panels.wide;
    }
    if shown.len() < names.len() {
        let dots = sign_ui(&mut tail_ui, Sign::Down, &words.t("page-more"), true);
        egui::Popup::menu(&dots).show(|ui| {
            for (_, (page, name)) in names.iter().enumerate().filter(|(i, _)| !shown.contains(i)) {
                if ui.button(name).clicked() {
                    view.page = *page;
                }
            }
        });
    }
    ui.add_space(2.0);
    ui.separator();
}

fn chosen(view: &View) -> usize {
    Page::ALL.iter().position(|page| *page == view.page).unwrap_or_default()
}

/// The tabs that fit into `room`, in order; the one that is open takes the last place where it would not.
fn fitting(widths: Vec<f32>, room: f32, open: usize) -> Vec<usize> {
    let mut shown = Vec::new();
    let mut used = 0.0;
    for (i, width) in widths.iter().enumerate() {
        if used + width > room {
            break;
        }
        used += width;
        shown.push(i);
    }
    if !shown.contains(&open) {
        while let Some(&last) = shown.last() {
            if used + widths[open] <= room {
                break;
            }
            used -= widths[last];
            shown.pop();
        }
        shown.push(open);
    }
    shown
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
        let y = rect.bottom() + 3.0;
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
    fn the_open_tab_is_always_shown() {
        assert_eq!(fitting(vec![50.0, 60.0, 70.0], 200.0, 0), [0, 1, 2]);
        assert_eq!(fitting(vec![50.0, 60.0, 70.0], 130.0, 0), [0, 1]);
        assert_eq!(fitting(vec![50.0, 60.0, 70.0], 130.0, 2), [0, 2]);
        assert_eq!(fitting(vec![50.0, 60.0, 70.0], 60.0, 2), [2]);
    }
}
