//! A path to type where no file dialog is at hand.

use std::path::PathBuf;

use egui::Context;

use super::frame::{Answer, Look, Pressed, body_ui, footer_ui, modal_ui};
use crate::ui::Intent;
use crate::ui::view::PathPurpose;
use crate::words::Words;

const WIDTH: f32 = 520.0;

/// Draws the dialog.
pub(super) fn path_ui(ctx: &Context, purpose: PathPurpose, text: &mut String, why: &str, words: &Words) -> Answer {
    let [title, label, primary] = keys(purpose).map(|key| words.t(key));
    let shown = modal_ui(ctx, words, Look::centred("path", WIDTH, &title), |ui, inputs| {
        body_ui(ui, |ui| inputs.text_ui(ui, &label, text, WIDTH));
        footer_ui(ui, inputs, Some(why).filter(|why| !why.is_empty()), (&primary, !cleaned(text).is_empty()))
    });
    if shown.escaped {
        return Answer::Closed;
    }
    match shown.inner {
        Some(Pressed::Primary) => Answer::Done(Intent::TypedPath(purpose, PathBuf::from(cleaned(text)))),
        Some(Pressed::Cancel) => Answer::Closed,
        None => Answer::Open,
    }
}

/// Keys of the headline, the input and the main button.
fn keys(purpose: PathPurpose) -> [&'static str; 3] {
    match purpose {
        PathPurpose::Open => ["dialog-path-open", "dialog-path-file", "dialog-open"],
        PathPurpose::New => ["dialog-path-new", "dialog-path-workbook", "dialog-create"],
        PathPurpose::SaveCopy => ["dialog-path-copy", "dialog-path-workbook", "dialog-save"],
        PathPurpose::Export => ["dialog-path-export", "dialog-path-json", "dialog-export"],
        PathPurpose::Import => ["dialog-path-import", "dialog-path-file", "dialog-import"],
        PathPurpose::Picture(_) => ["dialog-path-picture", "dialog-path-image", "dialog-save"],
    }
}

/// The path without the white space and quotes that come with copying it.
fn cleaned(text: &str) -> &str {
    let text = text.trim();
    let pairs = [('"', '"'), ('\'', '\''), ('“', '”')];
    let inside = pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inside.unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_blanks_around_a_path_go() {
        for text in ["/a b/c.worth", "  \"/a b/c.worth\" ", "'/a b/c.worth'", "“/a b/c.worth”"] {
            assert_eq!(cleaned(text), "/a b/c.worth");
        }
        assert_eq!(cleaned(" \"\" "), "");
        assert_eq!(cleaned("\""), "\"");
    }
}
