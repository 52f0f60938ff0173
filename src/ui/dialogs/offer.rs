//! Name, store and colour of an offer.

use egui::{Color32, Ui};

use super::frame::{Form, Inputs};
use super::twin::TwinText;
use crate::model::{Comparison, ComparisonId, Edit, OFFER_COLORS, OfferDetails, OfferId};
use crate::ui::{Screen, field};

/// Names of [`OFFER_COLORS`].
const COLOR_KEYS: [&str; OFFER_COLORS.len()] = [
    "dialog-color-blue",
    "dialog-color-violet",
    "dialog-color-teal",
    "dialog-color-orange",
    "dialog-color-raspberry",
    "dialog-color-green",
    "dialog-color-slate",
    "dialog-color-ochre",
];

/// What is typed of an offer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferForm {
    comparison: ComparisonId,
    offer: OfferId,
    name: TwinText,
    store: TwinText,
    ours: bool,
    color: [u8; 3],
    /// The colour at opening stays on offer.
    color_before: [u8; 3],
    note: TwinText,
    error: Option<String>,
}

impl OfferForm {
    /// The form with what the offer says now; blank where it is gone.
    #[must_use]
    pub fn of(comparison: &Comparison, offer: OfferId) -> Self {
        let found = comparison.offer(offer);
        let text = |f: fn(&crate::model::Offer) -> &crate::model::Text| found.map(|o| TwinText::of(f(o)));
        let color = found.map_or(OFFER_COLORS[0], |o| o.color);
        Self {
            comparison: comparison.id(),
            offer,
            name: text(|o| &o.name).unwrap_or_default(),
            store: text(|o| &o.store).unwrap_or_default(),
            ours: found.is_some_and(|o| o.ours),
            color,
            color_before: color,
            note: text(|o| &o.note).unwrap_or_default(),
            error: None,
        }
    }

    fn color_ui(&mut self, ui: &mut Ui, inputs: &Inputs<'_>) {
        let words = inputs.words;
        let mut colors: Vec<([u8; 3], String)> =
            OFFER_COLORS.into_iter().zip(COLOR_KEYS.map(|key| words.t(key))).collect();
        if !OFFER_COLORS.contains(&self.color_before) {
            colors.push((self.color_before, words.t("dialog-color-current")));
        }
        let options: Vec<(String, Color32)> =
            colors.iter().map(|([r, g, b], name)| (name.clone(), Color32::from_rgb(*r, *g, *b))).collect();
        let chosen = colors.iter().position(|(color, _)| *color == self.color).unwrap_or(usize::MAX);
        field::captioned_ui(ui, &words.t("dialog-color"), |ui| {
            if let Some(i) = field::swatches_ui(ui, &options, chosen) {
                self.color = colors[i].0;
            }
        });
    }
}

impl Form for OfferForm {
    const ID: &'static str = "offer";
    const WIDTH: f32 = 520.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("dialog-offer-title")
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, _screen: Screen<'_>) {
        self.name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
        self.store.row_ui(ui, inputs, "dialog-store", Self::WIDTH);
        field::check_ui(ui, &inputs.words.t("dialog-ours"), &mut self.ours, true);
        self.color_ui(ui, inputs);
        self.note.notes_ui(ui, inputs, "dialog-note", (Self::WIDTH, 3));
    }

    fn edits(&self, _screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let details = OfferDetails {
            name: self.name.text(),
            store: self.store.text(),
            ours: self.ours,
            color: self.color,
            note: self.note.text(),
        };
        Ok(vec![Edit::DescribeOffer { comparison: self.comparison, offer: self.offer, details }])
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
