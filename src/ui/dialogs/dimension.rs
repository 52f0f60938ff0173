//! Name of a dimension.

use egui::Ui;

use super::frame::{Form, Inputs};
use super::twin::{TwinText, half};
use crate::model::{Comparison, ComparisonId, Dimension, DimensionInfo, Edit};
use crate::ui::{Screen, field};

/// What is typed of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionForm {
    comparison: ComparisonId,
    dimension: Dimension,
    /// Absent for the theory's name.
    name: Option<TwinText>,
    hidden: bool,
    in_use: bool,
    error: Option<String>,
}

impl DimensionForm {
    /// The form with what `comparison` says of `dimension` now.
    #[must_use]
    pub fn of(comparison: &Comparison, dimension: Dimension) -> Self {
        let info = &comparison.header.dimensions[dimension.index()];
        Self {
            comparison: comparison.id(),
            dimension,
            name: info.name.as_ref().map(TwinText::of),
            hidden: info.hidden,
            in_use: comparison.criteria_of(dimension).next().is_some(),
            error: None,
        }
    }

    fn name_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>) {
        let words = inputs.words;
        let theory = words.dimension(self.dimension, &DimensionInfo::default());
        let mut name = self.name.clone().unwrap_or_default();
        if self.name.is_none() {
            name.main.clone_from(&theory);
        }
        name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
        let is_theory = name.main == theory && name.other.is_empty();
        self.name = (!is_theory).then_some(name);
    }

    fn theory_ui(&mut self, ui: &mut Ui, inputs: &Inputs<'_>) {
        let words = inputs.words;
        let theory = words.dimension(self.dimension, &DimensionInfo::default());
        let label = words.with("dialog-theory-name", &[("name", &theory)]);
        if ui.add_enabled(self.name.is_some(), egui::Button::new(label)).clicked() {
            self.name = None;
        }
    }
}

impl Form for DimensionForm {
    const ID: &'static str = "dimension";
    const WIDTH: f32 = 480.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("dialog-dimension-title")
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, _screen: Screen<'_>) {
        self.name_ui(ui, inputs);
        ui.horizontal(|ui| {
            // Under the first of the two inputs, however long the name.
            ui.set_min_width(half(ui, Self::WIDTH));
            self.theory_ui(ui, inputs);
        });
        let words = inputs.words;
        let hide = field::check_ui(ui, &words.t("dialog-hide-dimension"), &mut self.hidden, !self.in_use);
        if self.in_use {
            hide.on_disabled_hover_text(words.t("dialog-hide-dimension-why"));
        }
    }

    fn edits(&self, _screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let (comparison, dimension) = (self.comparison, self.dimension);
        let name = self.name.as_ref().map(TwinText::text);
        Ok(vec![
            Edit::RenameDimension { comparison, dimension, name },
            Edit::HideDimension { comparison, dimension, hidden: self.hidden && !self.in_use },
        ])
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
