//! Name and reason of a variant: when a what-if is kept, and later.

use egui::{RichText, Ui};

use super::frame::{Form, Inputs};
use super::twin::TwinText;
use crate::model::{Comparison, ComparisonId, Edit, Text, Variant, VariantId};
use crate::ui::Screen;
use crate::ui::theme::Colors;
use crate::words::Words;

/// What is typed of a variant.
#[derive(Clone, Debug, PartialEq)]
pub struct VariantForm {
    comparison: ComparisonId,
    /// The variant to describe; a new one where absent.
    variant: Option<VariantId>,
    name: TwinText,
    reason: TwinText,
    error: Option<String>,
}

impl VariantForm {
    /// The form to keep the what-if that is shown under a new name.
    #[must_use]
    pub fn keep(screen: Screen<'_>) -> Option<Self> {
        let real = screen.what_if?.real;
        let name = real.free_variant_name(&Text::Plain(screen.words.t("variant-default-name")));
        let reason = TwinText::default();
        Some(Self { comparison: real.id(), variant: None, name: TwinText::of(&name), reason, error: None })
    }

    /// The form with what a variant says now.
    #[must_use]
    pub fn of(comparison: &Comparison, variant: &Variant) -> Self {
        Self {
            comparison: comparison.id(),
            variant: Some(variant.id),
            name: TwinText::of(&variant.name),
            reason: TwinText::of(&variant.reason),
            error: None,
        }
    }
}

impl Form for VariantForm {
    const ID: &'static str = "variant";
    const WIDTH: f32 = 520.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t(if self.variant.is_some() { "variant-title" } else { "variant-keep-title" })
    }

    fn primary(&self, words: &Words) -> String {
        words.t(if self.variant.is_some() { "dialog-ok" } else { "variant-keep" })
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, _screen: Screen<'_>) {
        if self.variant.is_none() {
            let color = Colors::of(ui).weak;
            ui.add(egui::Label::new(RichText::new(inputs.words.t("variant-keep-about")).color(color)).wrap());
        }
        self.name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
        self.reason.notes_ui(ui, inputs, "dialog-reason", (Self::WIDTH, 3));
    }

    fn edits(&self, screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let comparison = self.comparison;
        let (name, reason) = (self.name.text(), self.reason.text());
        if let Some(variant) = self.variant {
            return Ok(vec![Edit::DescribeVariant { comparison, variant, name, reason }]);
        }
        let Some(what_if) = screen.what_if.filter(|what_if| what_if.real.id() == comparison) else {
            return Ok(Vec::new());
        };
        let variant = Variant {
            id: VariantId(screen.workbook.ids.peek()),
            position: 0,
            name,
            reason,
            parent: what_if.variant.map(|v| v.id).or(what_if.parent),
            differences: what_if.differences.to_vec(),
        };
        Ok(vec![Edit::AddVariant { comparison, variant: Box::new(variant) }])
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
