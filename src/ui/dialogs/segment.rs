//! Name of a kind of buyer, in both languages.

use egui::Ui;

use super::frame::{Form, Inputs};
use super::twin::TwinText;
use crate::model::{ComparisonId, Edit, Segment, SegmentId};
use crate::ui::Screen;
use crate::words::Words;

/// What is typed of a kind of buyer.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentForm {
    comparison: ComparisonId,
    segment: SegmentId,
    name: TwinText,
    error: Option<String>,
}

impl SegmentForm {
    /// The form with what a kind of buyer is called now.
    #[must_use]
    pub fn of(comparison: ComparisonId, segment: &Segment) -> Self {
        Self { comparison, segment: segment.id, name: TwinText::of(&segment.name), error: None }
    }
}

impl Form for SegmentForm {
    const ID: &'static str = "segment";
    const WIDTH: f32 = 520.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("buyers-rename-title")
    }

    fn primary(&self, words: &Words) -> String {
        words.t("dialog-ok")
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, _screen: Screen<'_>) {
        self.name.row_ui(ui, inputs, "dialog-name", Self::WIDTH);
    }

    fn edits(&self, _screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        let Self { comparison, segment, .. } = *self;
        Ok(vec![Edit::DescribeSegment { comparison, segment, name: self.name.text() }])
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
