//! A list of things that went wrong.

use egui::Context;

use super::frame::{Answer, Look, page_ui};
use crate::words::Words;

/// Draws the dialog.
pub(super) fn message_ui(ctx: &Context, title: &str, lines: &[String], words: &Words) -> Answer {
    page_ui(ctx, words, Look::centred("message", 520.0, title), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for line in lines {
            ui.add(egui::Label::new(line).wrap().selectable(true));
        }
    })
}
