//! The only inputs there are: each has a name for screen readers and tests.

use egui::accesskit::Role;
use egui::{Align2, Color32, CursorIcon, Id, Rect, Response, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::theme::{self, Colors};
use super::typing;

/// A one-line text input with its name above it.
pub fn text_ui(ui: &mut Ui, label: &str, text: &mut String, width: f32) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        caption_ui(ui, label);
        bare_text_ui(ui, label, text, width)
    })
    .inner
}

/// A one-line text input whose name is told but not shown.
pub fn bare_text_ui(ui: &mut Ui, label: &str, text: &mut String, width: f32) -> Response {
    let edit = TextEdit::singleline(text).desired_width(width).margin(vec2(8.0, 4.0));
    let response = ui.add(edit.id(line_id(ui, label)));
    name_it(ui, &response, label);
    typing::select_on_entry(ui, &response, text);
    response
}

/// What a line is known by: its name, so that the keyboard stays in it whatever comes and goes around it.
#[must_use]
pub fn line_id(ui: &Ui, label: &str) -> Id {
    ui.scope_id().with(("line", label))
}

/// A text input of several lines with its name above it.
pub fn note_ui(ui: &mut Ui, label: &str, text: &mut String, width: f32, rows: usize) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        caption_ui(ui, label);
        let edit = TextEdit::multiline(text).desired_width(width).desired_rows(rows).margin(vec2(8.0, 4.0));
        let response = ui.add(edit);
        name_it(ui, &response, label);
        response
    })
    .inner
}

/// A one-line number input whose name is told but not shown; figures stand at the right.
pub fn bare_number_ui(ui: &mut Ui, label: &str, text: &mut String, width: f32) -> Response {
    let edit = TextEdit::singleline(text)
        .desired_width(width)
        .margin(vec2(8.0, 4.0))
        .align(egui::Align2([egui::Align::Max, egui::Align::Center]));
    let response = ui.add(edit.id(line_id(ui, label)));
    name_it(ui, &response, label);
    typing::select_on_entry(ui, &response, text);
    response
}

/// A one-line number input with its name above it.
pub fn number_ui(ui: &mut Ui, label: &str, text: &mut String, width: f32) -> Response {
    captioned_ui(ui, label, |ui| bare_number_ui(ui, label, text, width))
}

/// Anything with its name above it.
pub fn captioned_ui<R>(ui: &mut Ui, label: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        caption_ui(ui, label);
        content(ui)
    })
    .inner
}

/// A list to choose from, with its name above it; returns the index that was clicked.
pub fn choice_ui(ui: &mut Ui, label: &str, options: &[String], chosen: usize, width: f32) -> Option<usize> {
    captioned_ui(ui, label, |ui| {
        let shown = options.get(chosen).map_or("", String::as_str);
        let mut clicked = None;
        // What is chosen is cut to the list's own width, not to all the room that there is.
        ui.set_max_width(width);
        let combo = egui::ComboBox::from_id_salt(label).width(width).height(280.0).truncate().selected_text(shown);
        let response = combo.show_ui(ui, |ui| {
            for (i, option) in options.iter().enumerate() {
                if ui.selectable_label(i == chosen, option).clicked() && i != chosen {
                    clicked = Some(i);
                }
            }
        });
        name_it(ui, &response.response, label);
        clicked
    })
}

/// A yes or no with its name beside it.
pub fn check_ui(ui: &mut Ui, label: &str, on: &mut bool, enabled: bool) -> Response {
    ui.add_enabled(enabled, egui::Checkbox::new(on, label))
}

/// One colour among several, by name; returns the index that was clicked.
pub fn swatches_ui(ui: &mut Ui, options: &[(String, Color32)], chosen: usize) -> Option<usize> {
    let colors = Colors::of(ui);
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (i, (name, color)) in options.iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, i == chosen, name));
            ui.painter().circle_filled(rect.center(), 9.0, *color);
            if i == chosen {
                ui.painter().circle_stroke(rect.center(), 12.0, Stroke::new(1.5, *color));
            } else if response.hovered() {
                ui.painter().circle_stroke(rect.center(), 12.0, Stroke::new(1.0, colors.faint));
            }
            focus_ring(ui, rect, &response);
            if response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand).clicked() && i != chosen {
                clicked = Some(i);
            }
        }
    });
    clicked
}

/// The quiet line above an input.
pub fn caption_ui(ui: &mut Ui, label: &str) {
    let color = Colors::of(ui).weak;
    ui.label(egui::RichText::new(label).size(theme::SMALL).color(color));
}

/// Gives an input the name that screen readers and tests find it by.
pub fn name_it(ui: &Ui, response: &Response, label: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
}

/// A choice among a few, side by side; returns the index that was clicked.
pub fn segmented_ui(ui: &mut Ui, name: &str, options: &[String], chosen: usize) -> Option<usize> {
    let colors = Colors::of(ui);
    let font = theme::regular(12.0);
    let widths: Vec<f32> = options
        .iter()
        .map(|o| ui.painter().layout_no_wrap(o.clone(), font.clone(), colors.text).size().x + 20.0)
        .collect();
    let (rect, _) = ui.allocate_exact_size(vec2(widths.iter().sum(), 24.0), Sense::hover());
    ui.painter().rect_stroke(rect, theme::RADIUS, Stroke::new(1.0, colors.line), egui::StrokeKind::Inside);
    let mut clicked = None;
    let mut x = rect.left();
    for (i, (option, width)) in options.iter().zip(widths).enumerate() {
        let part = Rect::from_min_size(pos2(x, rect.top()), vec2(width, rect.height()));
        x += width;
        let id = ui.scope_id().with((name, i));
        let response = ui.interact(part, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, i == chosen, option));
        let fill = if i == chosen {
            colors.accent_soft
        } else if response.hovered() {
            colors.hover
        } else {
            Color32::TRANSPARENT
        };
        ui.painter().rect_filled(part.shrink(1.0), theme::RADIUS - 1, fill);
        focus_ring(ui, part, &response);
        let (color, font) = if i == chosen { (colors.accent, theme::bold(12.0)) } else { (colors.weak, font.clone()) };
        ui.painter().text(part.center(), Align2::CENTER_CENTER, option, font, color);
        if response.clicked() && i != chosen {
            clicked = Some(i);
        }
    }
    clicked
}

/// Selects what stands from one character to another in a text input.
pub fn select(ui: &Ui, id: Id, from: usize, to: usize) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// Why what was typed is not taken, below the place where it stands.
pub fn error_below_ui(ui: &Ui, id: Id, rect: Rect, error: &str) {
    let colors = Colors::of(ui);
    egui::Area::new(id.with("error"))
        .order(egui::Order::Foreground)
        // What it covers can still be clicked.
        .interactable(false)
        .fixed_pos(pos2(rect.left(), rect.bottom() + 4.0))
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(260.0);
                ui.label(egui::RichText::new(error).size(12.0).color(colors.bad));
            });
        });
}

/// Shows where the keyboard is.
pub fn focus_ring(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, Colors::of(ui).accent);
        ui.painter().rect_stroke(rect, theme::RADIUS, stroke, egui::StrokeKind::Inside);
    }
}

/// Words that act when clicked, in the colour of choice.
pub fn link_ui(ui: &mut Ui, label: &str) -> Response {
    short_link_ui(ui, label, label)
}

/// A link that says less than its name, where room is short; the tooltip says the name.
pub fn short_link_ui(ui: &mut Ui, shown: &str, label: &str) -> Response {
    let colors = Colors::of(ui);
    let galley = ui.painter().layout_no_wrap(shown.to_owned(), theme::regular(12.0), colors.accent);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(0.0, 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    if response.hovered() || response.has_focus() {
        let y = rect.bottom() - 2.0;
        ui.painter().line_segment([pos2(rect.left(), y), pos2(rect.right(), y)], Stroke::new(1.0, colors.accent));
    }
    ui.painter().galley(rect.min + vec2(0.0, 2.0), galley, colors.accent);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if shown == label { response } else { response.on_hover_text(label.trim_start_matches(['+', ' '])) }
}

/// The main button of a dialog.
pub fn primary_ui(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let colors = Colors::of(ui);
    let (ink, fill) = if enabled { (colors.on_accent, colors.accent) } else { (colors.weak, colors.hover) };
    let text = egui::RichText::new(label).font(theme::bold(theme::BODY)).color(ink);
    ui.add_enabled(enabled, egui::Button::new(text).fill(fill).stroke(Stroke::NONE))
}

/// A painted sign that acts when clicked.
pub fn sign_ui(ui: &mut Ui, sign: Sign, label: &str, enabled: bool) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(24.0, 24.0), if enabled { Sense::click() } else { Sense::hover() });
    sign_at(ui, rect, &response, sign, label, enabled);
    response.on_hover_text(label)
}

/// A painted sign at a place of its own.
pub fn placed_sign_ui(ui: &mut Ui, rect: Rect, id: Id, sign: Sign, label: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    sign_at(ui, rect, &response, sign, label, true);
    response.on_hover_text(label)
}

/// The menu of a thing: behind three dots while the thing is pointed at, on a right click, and on Shift+F10.
///
/// `hot` says that the thing is pointed at or has the keyboard. The dots stay while they, or their menu, are in use.
pub fn menu_ui(ui: &mut Ui, thing: &Response, dots: Rect, label: &str, hot: bool, menu: impl FnOnce(&mut Ui)) {
    let id = thing.id.with("dots");
    let key = thing.has_focus() && ui.input_mut(|i| i.consume_key(egui::Modifiers::SHIFT, egui::Key::F10));
    let mut open = key;
    if hot || egui::Popup::is_id_open(ui.ctx(), menu_id(thing)) || ui.memory(|m| m.has_focus(id)) {
        open |= placed_sign_ui(ui, dots, id, Sign::Dots, label).clicked();
    }
    context_menu_ui(thing, open, menu);
}

fn menu_id(thing: &Response) -> Id {
    thing.id.with("menu")
}

/// A menu under a thing, on a right click or where `open` says so.
pub fn context_menu_ui(thing: &Response, open: bool, menu: impl FnOnce(&mut Ui)) {
    let command = (open || thing.secondary_clicked()).then_some(egui::SetOpenCommand::Toggle);
    egui::Popup::menu(thing).id(menu_id(thing)).open_memory(command).show(menu);
}

fn sign_at(ui: &Ui, rect: Rect, response: &Response, sign: Sign, label: &str, enabled: bool) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    let colors = Colors::of(ui);
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS, colors.hover);
    }
    focus_ring(ui, rect, response);
    let color = if enabled { colors.weak } else { colors.line };
    sign.paint(ui, rect.center(), color);
}

/// Signs that no font of ours has, drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Open downwards.
    Down,
    /// Open sideways.
    Right,
    /// Back.
    Left,
    /// Move up.
    Up,
    /// Fixed.
    Lock,
    /// Not fixed.
    Unlock,
    /// More.
    Dots,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Close.
    Close,
    /// Keep on the screen.
    Pin,
    /// Stays on the screen.
    Pinned,
    /// Make wider.
    Wide,
    /// Make narrower.
    Narrow,
}

impl Sign {
    /// Paints the sign around `at`.
    pub fn paint(self, ui: &Ui, at: egui::Pos2, color: Color32) {
        let painter = ui.painter();
        let stroke = Stroke::new(1.4, color);
        let line = |points: &[(f32, f32)]| {
            let points = points.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
            painter.add(egui::Shape::line(points, stroke));
        };
        match self {
            Self::Down => line(&[(-3.5, -1.8), (0.0, 1.8), (3.5, -1.8)]),
            Self::Up => line(&[(-3.5, 1.8), (0.0, -1.8), (3.5, 1.8)]),
            Self::Right => line(&[(-1.8, -3.5), (1.8, 0.0), (-1.8, 3.5)]),
            Self::Left => line(&[(1.8, -3.5), (-1.8, 0.0), (1.8, 3.5)]),
            Self::Close => {
                line(&[(-3.5, -3.5), (3.5, 3.5)]);
                line(&[(-3.5, 3.5), (3.5, -3.5)]);
            }
            Self::Wide => {
                line(&[(-1.0, -4.5), (-4.5, -4.5), (-4.5, -1.0)]);
                line(&[(1.0, 4.5), (4.5, 4.5), (4.5, 1.0)]);
                line(&[(-4.5, -4.5), (4.5, 4.5)]);
            }
            Self::Narrow => {
                line(&[(-4.5, -0.8), (-0.8, -0.8), (-0.8, -4.5)]);
                line(&[(4.5, 0.8), (0.8, 0.8), (0.8, 4.5)]);
            }
            Self::Dots => {
                for x in [-4.0, 0.0, 4.0] {
                    painter.circle_filled(at + vec2(x, 0.0), 1.3, color);
                }
            }
            Self::Pin | Self::Pinned => {
                let head = [(-2.6, -4.8), (2.6, -4.8), (1.8, -0.8), (3.6, 1.0), (-3.6, 1.0), (-1.8, -0.8)];
                if self == Self::Pinned {
                    // Two convex halves.
                    for half in [[0, 1, 2, 5], [5, 2, 3, 4]] {
                        let points = half.iter().map(|&i| at + vec2(head[i].0, head[i].1)).collect();
                        painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
                    }
                }
                line(&head);
                line(&[head[5], head[0]]);
                line(&[(0.0, 1.0), (0.0, 5.0)]);
            }
            Self::Lock | Self::Unlock => {
                let body = Rect::from_center_size(at + vec2(0.0, 1.8), vec2(8.0, 5.8));
                painter.rect_filled(body, 1.2, color);
                let right = if self == Self::Lock { -0.5 } else { -3.0 };
                line(&[(-2.4, -0.5), (-2.4, -3.0), (-1.4, -4.6), (1.4, -4.6), (2.4, -3.0), (2.4, right)]);
            }
            Self::Undo | Self::Redo => {
                let side = if self == Self::Undo { 1.0 } else { -1.0 };
                line(&[(-1.5 * side, -5.0), (-4.5 * side, -2.2), (-1.5 * side, 0.6)]);
                line(&[
                    (-4.5 * side, -2.2),
                    (1.2 * side, -2.2),
                    (3.6 * side, -1.0),
                    (4.2 * side, 1.2),
                    (3.2 * side, 3.4),
                    (0.5 * side, 4.2),
                    (-side, 4.2),
                ]);
            }
        }
    }
}
