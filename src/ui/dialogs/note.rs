//! The remark on a level.

use egui::{RichText, Ui};

use super::frame::{Form, Inputs};
use super::twin::TwinText;
use crate::model::{Comparison, ComparisonId, CriterionId, Edit, OfferId};
use crate::ui::Screen;
use crate::ui::theme::Colors;

/// What is typed as the remark on a level.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteForm {
    comparison: ComparisonId,
    offer: OfferId,
    criterion: CriterionId,
    note: TwinText,
    error: Option<String>,
}

impl NoteForm {
    /// The form with the remark as it is now.
    #[must_use]
    pub fn of(comparison: &Comparison, offer: OfferId, criterion: CriterionId) -> Self {
        let note = comparison.offer(offer).and_then(|o| o.level_notes.get(&criterion));
        Self {
            comparison: comparison.id(),
            offer,
            criterion,
            note: note.map(TwinText::of).unwrap_or_default(),
            error: None,
        }
    }

    fn about(&self, screen: Screen<'_>) -> Option<String> {
        let comparison = screen.workbook.comparison(self.comparison)?;
        let lang = screen.words.lang();
        let criterion = comparison.criterion(self.criterion)?.name.get(lang);
        let offer = comparison.offer(self.offer)?.name.get(lang);
        Some(screen.words.with("dialog-note-about", &[("criterion", criterion), ("offer", offer)]))
    }
}

impl Form for NoteForm {
    const ID: &'static str = "note";
    const WIDTH: f32 = 560.0;

    fn title(&self, screen: Screen<'_>) -> String {
        screen.words.t("dialog-note-title")
    }

    fn fields_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, screen: Screen<'_>) {
        if let Some(about) = self.about(screen) {
            let color = Colors::of(ui).weak;
            ui.add(egui::Label::new(RichText::new(about).color(color)).truncate());
        }
        self.note.notes_ui(ui, inputs, "dialog-note", (Self::WIDTH, 8));
    }

    fn edits(&self, _screen: Screen<'_>) -> Result<Vec<Edit>, String> {
        Ok(vec![Edit::SetLevelNote {
            comparison: self.comparison,
            offer: self.offer,
            criterion: self.criterion,
            note: self.note.text(),
        }])
    }

    fn error_mut(&mut self) -> &mut Option<String> {
        &mut self.error
    }
}
