//! The left: comparisons of the workbook, one's own and the classroom's.

use egui::accesskit::Role;
use egui::{Key, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::dialogs::ComparisonForm;
use super::field::{focus_ring, link_ui, menu_ui};
use super::intent::Gesture;
use super::theme::{self, Colors};
use super::variants::variants_ui;
use super::view::Dialog;
use super::{Intent, Screen};
use crate::model::{Account, Comparison, Dimension, Edit};

/// Draws the list.
pub fn list_ui(ui: &mut Ui, screen: Screen<'_>, missing_examples: &[(String, String)], intents: &mut Vec<Intent>) {
    let words = screen.words;
    ScrollArea::vertical().id_salt("comparisons").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let is_own = |c: &&Comparison| c.header.example.is_none();
        let all = &screen.workbook.comparisons;
        section_ui(ui, &words.t("my-comparisons"));
        for comparison in all.iter().filter(is_own) {
            item_ui(ui, screen, comparison, intents);
            variants_ui(ui, screen, comparison, intents);
        }
        if !all.iter().any(|c| is_own(&c)) {
            hint_ui(ui, &words.t("my-comparisons-empty"));
        }
        indented_ui(ui, |ui| {
            for (key, account) in [("new-comparison", Account::Points), ("new-comparison-money", Account::Money)] {
                if link_ui(ui, &words.t(key)).clicked() {
                    intents.push(Intent::NewComparison(account));
                }
            }
        });
        ui.add_space(12.0);
        section_ui(ui, &words.t("classroom"));
        for comparison in all.iter().filter(|c| !is_own(c)) {
            item_ui(ui, screen, comparison, intents);
            variants_ui(ui, screen, comparison, intents);
        }
        for (key, name) in missing_examples {
            let label = words.with("restore-named", &[("name", name)]);
            indented_ui(ui, |ui| {
                if link_ui(ui, &label).clicked() {
                    intents.push(Intent::RestoreExample(key.clone()));
                }
            });
        }
    });
}

fn section_ui(ui: &mut Ui, name: &str) {
    ui.add_space(8.0);
    indented_ui(ui, |ui| {
        ui.label(RichText::new(name).font(theme::bold(theme::SMALL)).color(Colors::of(ui).faint));
    });
    ui.add_space(3.0);
}

fn hint_ui(ui: &mut Ui, text: &str) {
    indented_ui(ui, |ui| {
        ui.add(egui::Label::new(RichText::new(text).size(12.0).color(Colors::of(ui).faint)).wrap());
    });
}

fn indented_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    egui::Frame::NONE.inner_margin(egui::Margin { left: 8, right: 4, top: 0, bottom: 0 }).show(ui, add);
}

fn item_ui(ui: &mut Ui, screen: Screen<'_>, comparison: &Comparison, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let words = screen.words;
    let header = &comparison.header;
    let name = header.name.get(words.lang());
    let chosen = screen.comparison.is_some_and(|c| c.id() == comparison.id());
    let height = if chosen { 44.0 } else { 28.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let layered = screen.layered.contains(&comparison.id());
    let spoken = if layered { words.with("what-if-open-on", &[("name", name)]) } else { name.to_owned() };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &spoken));
    // Thousands may be out of sight: they keep their place and cost nothing else. The keyboard may stand on one of them.
    if !ui.is_rect_visible(rect) && !response.has_focus() {
        return;
    }
    let hot = response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
    if chosen || hot {
        ui.painter().rect_filled(rect, theme::RADIUS, if chosen { colors.accent_soft } else { colors.hover });
    }
    focus_ring(ui, rect, &response);
    let (font, color) =
        if chosen { (theme::bold(theme::BODY), colors.accent) } else { (theme::regular(theme::BODY), colors.text) };
    let room = rect.width() - 16.0 - if hot { 22.0 } else { 0.0 } - if layered { 14.0 } else { 0.0 };
    let line = |text: &str, font, color| {
        let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        ui.painter().layout_job(job)
    };
    let galley = line(name, font, color);
    ui.painter().galley(rect.min + vec2(8.0, 14.0 - galley.size().y / 2.0), galley, color);
    if layered {
        // A what-if is open here: two sheets, one over the other.
        let at = pos2(rect.right() - if hot { 34.0 } else { 14.0 }, rect.top() + 14.0);
        let stroke = Stroke::new(1.3, colors.accent);
        for (shift, fill) in [(vec2(1.5, -1.5), colors.surface), (vec2(-1.5, 1.5), colors.accent_soft)] {
            let sheet = Rect::from_center_size(at + shift, vec2(8.0, 8.0));
            ui.painter().rect(sheet, 1.5, fill, stroke, egui::StrokeKind::Inside);
        }
    }
    if chosen {
        let summary = line(&summary(screen, comparison), theme::regular(theme::SMALL), colors.faint);
        ui.painter().galley(rect.min + vec2(8.0, 25.0), summary, colors.faint);
    }
    ui.push_id(("item", comparison.id().0), |ui| {
        let dots = Rect::from_center_size(pos2(rect.right() - 14.0, rect.top() + 14.0), vec2(22.0, 22.0));
        let in_use = hot || egui::Popup::is_any_open(ui.ctx()) || ui.memory(|m| m.focused().is_some());
        let label = if in_use { words.with("menu-of", &[("name", name)]) } else { String::new() };
        menu_ui(ui, &response, dots, &label, hot, |ui| item_menu(ui, screen, comparison, intents));
        keys(ui, &response, comparison, intents);
    });
    if response.clicked() {
        intents.push(Intent::Select(comparison.id()));
    }
    if response.double_clicked() {
        open_settings(comparison, intents);
    }
    response.on_hover_ui(|ui| {
        let note = header.note.get(words.lang());
        ui.label(if note.is_empty() { name.to_owned() } else { format!("{name}\n{note}") });
    });
}

fn summary(screen: Screen<'_>, comparison: &Comparison) -> String {
    let words = screen.words;
    let used = Dimension::ALL.into_iter().filter(|d| comparison.criteria_of(*d).next().is_some()).count();
    format!("{} · {}", words.count("offers-count", comparison.offers.len()), words.count("dimensions-count", used))
}

fn open_settings(comparison: &Comparison, intents: &mut Vec<Intent>) {
    intents.push(Intent::Open(Box::new(Dialog::Comparison(ComparisonForm::of(comparison)))));
}

fn keys(ui: &Ui, response: &egui::Response, comparison: &Comparison, intents: &mut Vec<Intent>) {
    if !response.has_focus() {
        return;
    }
    if ui.input(|i| i.key_pressed(Key::F2)) {
        open_settings(comparison, intents);
    }
    if ui.input(|i| i.key_pressed(Key::Delete)) {
        let edit = Edit::RemoveComparison { comparison: comparison.id() };
        intents.push(Intent::Edit(edit, Gesture::Once));
    }
}

fn item_menu(ui: &mut Ui, screen: Screen<'_>, comparison: &Comparison, intents: &mut Vec<Intent>) {
    let words = screen.words;
    let id = comparison.id();
    let all = &screen.workbook.comparisons;
    if ui.button(words.t("menu-edit-comparison")).clicked() {
        open_settings(comparison, intents);
    }
    if ui.button(words.t("menu-duplicate")).clicked() {
        intents.push(Intent::DuplicateComparison(id));
    }
    // Up and down within the group that is seen together.
    let group = |c: &&Comparison| c.header.example.is_none() == comparison.header.example.is_none();
    let place = |c: &Comparison| all.iter().position(|other| other.id() == c.id()).unwrap_or_default();
    let peers: Vec<&Comparison> = all.iter().filter(group).collect();
    let own = peers.iter().position(|c| c.id() == id).unwrap_or_default();
    let above = own.checked_sub(1).map(|i| place(peers[i]));
    let below = peers.get(own + 1).map(|c| place(c));
    for (key, to) in [("menu-move-up", above), ("menu-move-down", below)] {
        let clicked = ui.add_enabled(to.is_some(), egui::Button::new(words.t(key))).clicked();
        if let (true, Some(to)) = (clicked, to) {
            intents.push(Intent::Edit(Edit::MoveComparison { comparison: id, to }, Gesture::Once));
        }
    }
    if let Some(example) = &comparison.header.example
        && ui.button(words.t("menu-restore-example")).clicked()
    {
        intents.push(Intent::RestoreExample(example.clone()));
    }
    ui.separator();
    if ui.button(words.t("menu-delete")).clicked() {
        intents.push(Intent::Edit(Edit::RemoveComparison { comparison: id }, Gesture::Once));
    }
}
