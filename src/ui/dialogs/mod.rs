//! Windows in front: forms that end in one step of the history, and pages to read.

mod account;
mod category;
mod comparison;
mod criterion;
mod curve;
mod dimension;
mod frame;
mod help;
mod keys;
mod message;
mod note;
mod offer;
mod ownership;
mod path;
mod scale;
mod segment;
mod twin;
mod variant;

#[cfg(test)]
mod tests;

pub use account::AccountForm;
pub use comparison::ComparisonForm;
pub use criterion::CriterionForm;
pub use dimension::DimensionForm;
pub use note::NoteForm;
pub use offer::OfferForm;
pub use segment::SegmentForm;
pub use variant::VariantForm;

use frame::{Answer, form_ui};

use super::view::{Dialog, View};
use super::{Intent, Screen};

/// Draws the dialog of `view`, if there is one, and closes it when it was answered.
pub fn dialogs_ui(ctx: &egui::Context, view: &mut View, screen: Screen<'_>, intents: &mut Vec<Intent>) {
    let Some(mut dialog) = view.dialog.take() else {
        frame::forget(ctx);
        return;
    };
    match dialog_ui(ctx, &mut dialog, screen) {
        Answer::Open => view.dialog = Some(dialog),
        Answer::Closed => {}
        Answer::Done(intent) => intents.push(intent),
    }
}

fn dialog_ui(ctx: &egui::Context, dialog: &mut Dialog, screen: Screen<'_>) -> Answer {
    match dialog {
        Dialog::Comparison(form) => form_ui(ctx, form, screen),
        Dialog::Account(form) => form_ui(ctx, form, screen),
        Dialog::Offer(form) => form_ui(ctx, form, screen),
        Dialog::Criterion(form) => form_ui(ctx, form, screen),
        Dialog::Dimension(form) => form_ui(ctx, form, screen),
        Dialog::Note(form) => form_ui(ctx, form, screen),
        Dialog::Variant(form) => form_ui(ctx, form, screen),
        Dialog::Segment(form) => form_ui(ctx, form, screen),
        Dialog::Path { purpose, text, why } => path::path_ui(ctx, *purpose, text, why, screen.words),
        Dialog::Message { title, lines } => message::message_ui(ctx, title, lines, screen.words),
        Dialog::Theory => help::theory_ui(ctx, screen.words),
        Dialog::Shortcuts => keys::shortcuts_ui(ctx, screen.words),
        Dialog::About => help::about_ui(ctx, screen.words),
    }
}
