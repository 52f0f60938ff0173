//! The tabs of the pages.

use egui::accesskit::Role;
use egui::{CursorIcon, Key, KeyboardShortcut, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::Screen;
use crate::ui::field::{Sign, focus_ring, segmented_ui, sign_ui};
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
    /// Every kind of buyer beside the others.
    Buyers,
    /// How far offers meet what the buyer expects.
    Satisfaction,
    /// Where weights come from.
    Weighing,
    /// The scale of one criterion.
    Scale,
    /// What should be looked at in the model.
    Check,
}

/// Pages that answer questions of one kind; their tabs stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// What the offers deliver, and to whom.
    Results,
    /// Why, and what would change it.
    Analysis,
    /// What the results rest on.
    Model,
}

impl Group {
    const ALL: [Self; 3] = [Self::Results, Self::Analysis, Self::Model];

    fn key(self) -> &'static str {
        match self {
            Self::Results => "pages-results",
            Self::Analysis => "pages-analysis",
            Self::Model => "pages-model",
        }
    }

    fn pages(self) -> impl Iterator<Item = Page> {
        Page::ALL.into_iter().filter(move |page| page.group() == self)
    }
}

impl Page {
    /// All pages, in the order of their tabs.
    pub const ALL: [Self; 12] = [
        Self::Compare,
        Self::Price,
        Self::Weights,
        Self::ValueMap,
        Self::WinnerMap,
        Self::Levers,
        Self::Variants,
        Self::Buyers,
        Self::Satisfaction,
        Self::Weighing,
        Self::Scale,
        Self::Check,
    ];

    fn group(self) -> Group {
        match self {
            Self::Compare | Self::ValueMap | Self::Buyers | Self::Satisfaction => Group::Results,
            Self::Price | Self::Weights | Self::WinnerMap | Self::Levers | Self::Variants => Group::Analysis,
            Self::Weighing | Self::Scale | Self::Check => Group::Model,
        }
    }

    /// Its keys: a digit by its place, those of the model with Shift.
    #[must_use]
    pub fn shortcut(self) -> KeyboardShortcut {
        let is_model = |page: Self| page.group() == Group::Model;
        let alike = Self::ALL.into_iter().filter(|page| is_model(*page) == is_model(self));
        let digit = alike.zip(DIGITS).find(|(page, _)| *page == self).map_or(Key::Num0, |(_, digit)| digit);
        let shift = if is_model(self) { Modifiers::SHIFT } else { Modifiers::NONE };
        KeyboardShortcut::new(Modifiers::COMMAND | shift, digit)
    }

    /// The message key of a shorter name, for where all tabs of its group would not fit one row.
    fn short_key(self) -> Option<&'static str> {
        match self {
            Self::Price => Some("page-price-short"),
            Self::WinnerMap => Some("page-winner-map-short"),
            _ => None,
        }
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
            Self::Buyers => "page-buyers",
            Self::Satisfaction => "page-satisfaction",
            Self::Weighing => "page-weighing",
            Self::Scale => "page-scale",
            Self::Check => "page-check",
        }
    }
}

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

const HEIGHT: f32 = 24.0;
const GAP: f32 = 14.0;
const GAP_MIN: f32 = 7.0;

/// Draws the groups of pages, then the tabs of the open one in as many rows as they need.
pub(super) fn tabs_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>) {
    let words = screen.words;
    ui.add_space(4.0);
    let open = view.page.group();
    view.pages.last.insert(open as usize, view.page);
    let groups = Group::ALL.map(|group| words.t(group.key()));
    ui.horizontal(|ui| {
        if let Some(i) = segmented_ui(ui, "pages", &groups, open as usize) {
            let last = view.pages.last.get(&i).copied();
            view.page = last.or_else(|| Group::ALL[i].pages().next()).unwrap_or_default();
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (sign, key) = if view.panels.wide { (Sign::Narrow, "page-narrow") } else { (Sign::Wide, "page-wide") };
            if sign_ui(ui, sign, &words.t(key), true).clicked() {
                view.panels.wide = !view.panels.wide;
            }
        });
    });
    let names: Vec<(Page, String)> = open.pages().map(|page| (page, words.t(page.key()))).collect();
    let width = |name: &str| {
        // As wide as it is when it is open, so that nothing moves.
        let galley = ui.painter().layout_no_wrap(name.to_owned(), theme::bold(12.5), theme_color(ui, true));
        galley.size().x
    };
    let room = ui.available_width();
    let widths_of = |shown: &[String]| -> Vec<f32> { shown.iter().map(|name| width(name)).collect() };
    let mut shown: Vec<String> = names.iter().map(|(_, name)| name.clone()).collect();
    let mut widths = widths_of(&shown);
    if !is_one_row(&widths, room) {
        shown = names.iter().map(|(page, name)| page.short_key().map_or(name.clone(), |key| words.t(key))).collect();
        widths = widths_of(&shown);
    }
    let places = places(&widths, gap(&widths, room), room);
    let rows = places.last().map_or(1.0, |[_, y]| y + HEIGHT);
    let whole = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), rows));
    ui.allocate_rect(whole, Sense::hover());
    for ((((page, name), shown), width), [x, y]) in names.iter().zip(&shown).zip(widths).zip(places) {
        let rect = Rect::from_min_size(whole.min + vec2(x, y), vec2(width, HEIGHT));
        tab_ui(ui, view, *page, [name, shown], rect);
    }
    let line = Stroke::new(1.0, Colors::of(ui).line);
    ui.painter().hline(whole.x_range(), whole.bottom() + 0.5, line);
    ui.add_space(6.0);
}

/// Whether tabs of these widths fit one row of the width `room`.
#[expect(clippy::cast_precision_loss, reason = "a handful of tabs")]
fn is_one_row(widths: &[f32], room: f32) -> bool {
    widths.iter().sum::<f32>() + widths.len().saturating_sub(1) as f32 * GAP_MIN <= room
}

/// The distance between tabs of these widths: closer where that spares a second row of the width `room`.
#[expect(clippy::cast_precision_loss, reason = "a handful of tabs")]
fn gap(widths: &[f32], room: f32) -> f32 {
    let left = room - widths.iter().sum::<f32>();
    let fits = left / widths.len().saturating_sub(1).max(1) as f32;
    if fits < GAP_MIN { GAP } else { fits.min(GAP) }
}

/// Where tabs of these widths stand in rows of the width `room`, from the first one's corner.
fn places(widths: &[f32], gap: f32, room: f32) -> Vec<[f32; 2]> {
    let (mut x, mut y) = (0.0, 0.0);
    let mut places = Vec::with_capacity(widths.len());
    for width in widths {
        // Sums of fractions may miss the edge by a hair.
        if x > 0.0 && x + width > room + 0.1 {
            (x, y) = (0.0, y + HEIGHT);
        }
        places.push([x, y]);
        x += width + gap;
    }
    places
}

fn theme_color(ui: &Ui, open: bool) -> egui::Color32 {
    let colors = Colors::of(ui);
    if open { colors.accent } else { colors.weak }
}

/// A tab with its name and what is shown of it.
fn tab_ui(ui: &Ui, view: &mut View, page: Page, [name, shown]: [&str; 2], rect: Rect) {
    let open = view.page == page;
    let response = ui.interact(rect, ui.scope_id().with(("tab", page)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, open, name));
    let font = if open { theme::bold(12.5) } else { theme::regular(12.5) };
    let color = if response.hovered() { theme_color(ui, true) } else { theme_color(ui, open) };
    ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, shown, font, color);
    if open {
        let y = rect.bottom() - 1.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, color));
    }
    focus_ring(ui, rect.expand2(vec2(4.0, 0.0)), &response);
    let response = if name == shown { response } else { response.on_hover_text(name) };
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
        let all = places(&[50.0, 60.0, 70.0], GAP, 300.0);
        assert_eq!(all, [[0.0, at(0)], [50.0 + GAP, at(0)], [110.0 + 2.0 * GAP, at(0)]]);
        assert_eq!(places(&[50.0, 60.0, 70.0], GAP, 130.0), [[0.0, at(0)], [50.0 + GAP, at(0)], [0.0, at(1)]]);
        assert_eq!(places(&[50.0, 60.0], GAP, 10.0), [[0.0, at(0)], [0.0, at(1)]]);
    }

    #[test]
    fn tabs_stand_closer_where_that_spares_a_row() {
        let close = |left: f32| (gap(&[50.0, 60.0, 70.0], 180.0 + 2.0 * left) - left).abs() < 1e-3;
        assert!(close(GAP) && close(9.0) && close(GAP_MIN + 0.1));
        assert!(is_one_row(&[50.0, 60.0, 70.0], 180.0 + 2.0 * GAP_MIN) && !is_one_row(&[50.0, 60.0, 70.0], 190.0));
        for room in [400.0, 180.0 + 2.0 * (GAP_MIN - 0.1), 100.0] {
            assert!((gap(&[50.0, 60.0, 70.0], room) - GAP).abs() < 1e-3, "{room}");
        }
        assert!((gap(&[50.0], 60.0) - 10.0).abs() < 1e-3 && (gap(&[], 60.0) - GAP).abs() < 1e-3);
    }
}
