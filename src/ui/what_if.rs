//! The bar over the matrix while a what-if is shown: what it is, and its three ends.

use egui::accesskit::Role;
use egui::{Align, Frame, Label, Layout, Margin, RichText, Stroke, Ui, WidgetInfo, vec2};

use super::dialogs::VariantForm;
use super::field::primary_ui;
use super::theme::{self, Colors};
use super::view::Dialog;
use super::{Intent, Screen, WhatIf, WhatIfAsk};

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
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| words_ui(ui, screen, what_if));
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.5, colors.accent));
}

fn words_ui(ui: &mut Ui, screen: Screen<'_>, what_if: WhatIf<'_>) {
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
    if ui.available_width() > 60.0 {
        ui.add(Label::new(RichText::new(&note).size(12.0).color(colors.weak)).truncate());
    }
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
