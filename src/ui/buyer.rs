//! The switch in the top bar: the kind of buyer that everything is looked at as.

use egui::{RichText, Ui};

use super::field::name_it;
use super::pages::Page;
use super::view::View;
use super::{Intent, Screen};
use crate::model::{BuyerPreset, SegmentId};

/// Most segments that can be chosen from the list.
const CHOICES_MAX: usize = 200;
const WIDTH: f32 = 158.0;

/// The kind of buyer behind the one shown, in order; the first behind the last. `None` where there is no other.
#[must_use]
pub fn next(screen: Screen<'_>) -> Option<SegmentId> {
    let (comparison, board) = (screen.comparison?, screen.board?);
    let place = comparison.segments.iter().position(|s| s.id == board.segment)?;
    let next = comparison.segments.get(place + 1).or(comparison.segments.first())?;
    (next.id != board.segment).then_some(next.id)
}

/// The message that names a preset.
#[must_use]
pub fn preset_key(preset: BuyerPreset) -> &'static str {
    match preset {
        BuyerPreset::NewBuyer => "buyers-preset-new",
        BuyerPreset::LoyalBuyer => "buyers-preset-loyal",
        BuyerPreset::PriceLed => "buyers-preset-price",
    }
}

/// Draws the switch; nothing where no comparison is shown.
pub(super) fn switch_ui(ui: &mut Ui, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let (Some(comparison), Some(board)) = (screen.comparison, screen.board) else { return };
    let words = screen.words;
    let name = |id| comparison.segment(id).map_or("", |s| s.name.get(words.lang()));
    let shown = words.with("buyer-shown", &[("name", name(board.segment))]);
    let combo = egui::ComboBox::from_id_salt("buyer").width(WIDTH).height(320.0).truncate();
    let response = combo.selected_text(RichText::new(&shown).size(12.0)).show_ui(ui, |ui| {
        for segment in comparison.segments.iter().take(CHOICES_MAX) {
            if ui.selectable_label(segment.id == board.segment, segment.name.get(words.lang())).clicked() {
                intents.push(Intent::ShowBuyer(segment.id));
            }
        }
        ui.separator();
        if ui.button(words.t("buyer-manage")).clicked() {
            (view.page, view.panels.plots) = (Page::Buyers, true);
        }
    });
    name_it(ui, &response.response, &words.t("buyer"));
    response.response.on_hover_text(shown);
    ui.add_space(8.0);
}
