//! The bar over the matrix while a what-if is shown: what it is, and its three ends.

use egui::accesskit::Role;
use egui::{Align, DragValue, Frame, Key, Label, Layout, Margin, Response, RichText, Stroke, Ui, WidgetInfo, vec2};

use super::dialogs::VariantForm;
use super::field::{name_it, primary_ui};
use super::theme::{self, Colors};
use super::view::Dialog;
use super::{Gesture, Intent, Screen, WhatIf, WhatIfAsk};
use crate::model::{Edit, Ownership, Paid, Scale};

/// Height of the bar with its edges.
const HEIGHT: f32 = 40.0;

/// Draws the bar; nothing where no what-if is shown.
pub fn what_if_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let Some(what_if) = screen.what_if else { return };
    let colors = Colors::of(ui);
    let frame = Frame::NONE.fill(colors.accent_soft).inner_margin(Margin::symmetric(16, 0));
    let shown = frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.spacing_mut().item_spacing.x = 8.0;
            buttons_ui(ui, screen, what_if, intents);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| words_ui(ui, screen, what_if, intents));
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.5, colors.accent));
}

fn words_ui(ui: &mut Ui, screen: Screen<'_>, what_if: WhatIf<'_>, intents: &mut Vec<Intent>) {
    let colors = Colors::of(ui);
    let words = screen.words;
    let name_of = |variant: &crate::model::Variant| variant.name.get(words.lang()).to_owned();
    let parent = what_if.parent.and_then(|id| what_if.real.variant(id));
    let title = match (what_if.variant, parent) {
        (Some(variant), _) => words.with("what-if-of", &[("name", &name_of(variant))]),
        (None, Some(parent)) => words.with("what-if-from", &[("name", &name_of(parent))]),
        (None, None) => words.t("what-if"),
    };
    let count = words.count("what-if-changes", what_if.differences.len());
    let note = words.t("what-if-note");
    let title = ui.add(Label::new(RichText::new(title).font(theme::bold(theme::BODY)).color(colors.accent)).truncate());
    if let Some(variant) = what_if.variant.filter(|v| !v.reason.is_blank()) {
        title.on_hover_text(variant.reason.get(words.lang()));
    }
    ui.add(Label::new(RichText::new(&count).size(12.0).color(colors.text)).truncate());
    terms_ui(ui, screen, intents);
    if ui.available_width() > 60.0 {
        ui.add(Label::new(RichText::new(&note).size(12.0).color(colors.weak)).truncate());
    }
}

/// The terms of money, where something is paid every year: dragged or typed, like everything in a what-if.
fn terms_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let yearly = Scale::Money { paid: Paid::Yearly };
    let Some(comparison) = screen.comparison.filter(|c| c.money_criteria().any(|m| m.scale == yearly)) else { return };
    let words = screen.words;
    let ownership = &comparison.header.ownership;
    let (mut years, mut rate) = (ownership.years, ownership.rate * 100.0);
    let unit = words.t("what-if-years");
    let drag = DragValue::new(&mut years).range(1..=Ownership::MAX_YEARS).speed(0.05).suffix(format!(" {unit}"));
    let years_ui = ui.add(drag.update_while_editing(false));
    name_it(ui, &years_ui, &words.t("dialog-years"));
    let unit = words.t("what-if-rate");
    let drag = DragValue::new(&mut rate).range(-90.0..=1000.0).speed(0.05).max_decimals(2).suffix(unit);
    let rate_ui = ui.add(drag.update_while_editing(false));
    name_it(ui, &rate_ui, &words.t("dialog-rate"));
    let (years_way, rate_way) = (gesture(ui, &years_ui), gesture(ui, &rate_ui));
    let Some(way) = years_way.or(rate_way) else { return };
    let rate = if rate_way.is_some() { rate / 100.0 } else { ownership.rate };
    let ownership = Ownership { years, rate, ..ownership.clone() };
    intents.push(Intent::Edit(Edit::SetOwnership { comparison: comparison.id(), ownership }, way));
}

/// How far a value is that is dragged or typed; `None` while nothing happens to it.
fn gesture(ui: &Ui, response: &Response) -> Option<Gesture> {
    // egui itself stops a drag on Escape, so that it arrives as one that is over.
    if response.drag_stopped() {
        return Some(if ui.input(|i| i.key_pressed(Key::Escape)) { Gesture::Dropped } else { Gesture::Ended });
    }
    response.changed().then(|| if response.dragged() { Gesture::Ongoing } else { Gesture::Once })
}

fn buttons_ui(ui: &mut Ui, screen: Screen<'_>, what_if: WhatIf<'_>, intents: &mut Vec<Intent>) {
    let words = screen.words;
    let changed = !what_if.differences.is_empty();
    let mut ask = |ask| intents.push(Intent::WhatIf(ask));
    let (drop, tip) =
        if what_if.is_kept { ("what-if-close", "what-if-close-tip") } else { ("what-if-drop", "what-if-drop-tip") };
    if ui.button(words.t(drop)).on_hover_text(words.t(tip)).clicked() {
        ask(WhatIfAsk::Drop);
    }
    let update = what_if.variant.filter(|_| !what_if.is_kept);
    if let Some(variant) = update {
        let label = words.t("what-if-update");
        let tip = words.with("what-if-update-tip", &[("name", variant.name.get(words.lang()))]);
        if ui.button(label).on_hover_text(tip).clicked() {
            ask(WhatIfAsk::Update);
        }
    }
    if primary_ui(ui, &words.t("what-if-apply"), changed).on_hover_text(words.t("what-if-apply-tip")).clicked() {
        ask(WhatIfAsk::Apply);
    }
    let keep = words.t(if what_if.variant.is_some() { "what-if-keep-new" } else { "what-if-keep" });
    let keep = ui.add_enabled(changed, egui::Button::new(keep)).on_hover_text(words.t("what-if-keep-tip"));
    if keep.clicked()
        && let Some(form) = VariantForm::keep(screen)
    {
        intents.push(Intent::Open(Box::new(Dialog::Variant(form))));
    }
}

/// The switch in the top bar.
pub fn toggle_ui(ui: &mut Ui, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    if screen.comparison.is_none() {
        return;
    }
    let colors = Colors::of(ui);
    let on = screen.what_if.is_some();
    let label = screen.words.t("what-if");
    let (ink, fill) = if on { (colors.accent, colors.accent_soft) } else { (colors.text, colors.surface) };
    let text = RichText::new(&label).size(12.0).color(ink);
    let stroke = Stroke::new(1.0, if on { colors.accent } else { colors.line });
    let button = egui::Button::new(text).fill(fill).stroke(stroke).corner_radius(theme::RADIUS);
    let response = ui.add(button.min_size(vec2(0.0, 26.0)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &label));
    if response.clicked() {
        intents.push(Intent::WhatIf(WhatIfAsk::Toggle));
    }
    let tip = screen.words.t("what-if-tip");
    response.on_hover_text(match super::commands::Command::WhatIf.shortcut() {
        Some(keys) => format!("{tip}\n{}", super::commands::shortcut_text(ui.ctx(), &keys)),
        None => tip,
    });
}
