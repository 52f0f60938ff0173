//! Name, note and money terms of a comparison.

use egui::Ui;

use super::frame::{Form, Inputs};
use super::ownership::TermsForm;
use super::twin::{TwinText, half};
use crate::model::{Comparison, ComparisonId, Currency, Edit, KNOWN_CURRENCIES};
use crate::ui::{Screen, field};

/// What is typed of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonForm {
    comparison: ComparisonId,
    name: TwinText,
    note: TwinText,
    currency: Currency,
    terms: TermsForm,
    error: Option<String>,
}

impl ComparisonForm {
    /// The form with what `comparison` says now.
    #[must_use]
    pub fn of(comparison: &Comparison) -> Self {
        let header = &comparison.header;
        Self {
            comparison: header.id,
            name: TwinText::of(&header.name),
            note: TwinText::of(&header.note),
            currency: header.currency,
            terms: TermsForm::of(&header.ownership),
            error: None,
        }
    }

    fn currency_ui(&mut self, ui: &mut Ui, inputs: &Inputs<'_>, width: f32) {
        // A currency that the list does not know, from a file, stays on offer.
        let known = KNOWN_CURRENCIES.iter().filter_map(|(code, ..)| Currency::new(code).ok());
        let mut currencies: Vec<Currency> = known.collect();
        if !currencies.contains(&self.currency) {
            currencies.push(self.currency);
        }
        let options: Vec<String> = currencies.iter().copied().map(currency_label).collect();
        let chosen = currencies.iter().position(|c| *c == self.currency).unwrap_or(0);
        if let Some(i) = field::choice_ui(ui, &inputs.words.t("dialog-currency"), &options, chosen, width) {
            self.currency = currencies[i];
        }
    }
}

fn currency_label(currency: Currency) -> String {
    let (code, sign) = (currency.code(), currency.sign());
    if sign.trim() == code { code.to_owned() } else { format!("{code}  {sign}") }
}

impl Form for ComparisonForm {
    const ID: &'static str = "comparison";
    const WIDTH: f32 = 560.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("dialog-comparison-title")
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, _screen: Screen<'_>) {
        self.name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
        self.note.notes_ui(ui, inputs, "dialog-note", (Self::WIDTH, 4));
        let width = half(ui, Self::WIDTH);
        ui.horizontal_top(|ui| {
            self.currency_ui(ui, inputs, width);
            self.terms.row_ui(ui, inputs, width);
        });
    }

    fn edits(&self, screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let comparison = self.comparison;
        let describe = Edit::DescribeComparison { comparison, name: self.name.text(), note: self.note.text() };
        let mut edits = vec![describe];
        if let Some(now) = screen.workbook.comparison(comparison) {
            let ownership = self.terms.ownership(screen.words, &now.header.ownership)?;
            // Before the currency, which stretches the scale of money to its own minor units.
            edits.push(Edit::SetOwnership { comparison, ownership });
        }
        edits.push(Edit::SetCurrency { comparison, currency: self.currency });
        Ok(edits)
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
