//! A text of the user as it is typed: in the language shown, and in the other one.

use super::frame::Inputs;
use crate::model::{Lang, Text};
use crate::ui::field;

/// Both wordings of a [`Text`] while they are typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TwinText {
    /// In the language shown.
    pub main: String,
    /// In the other language; empty where one wording serves both.
    pub other: String,
    /// The language of `main`; unknown as long as one wording serves both and none was shown.
    lang: Option<Lang>,
}

impl TwinText {
    /// The wordings of `text`.
    #[must_use]
    pub fn of(text: &Text) -> Self {
        match text {
            Text::Plain(text) => Self { main: text.clone(), other: String::new(), lang: None },
            Text::Twin { en, zh } => Self { main: en.clone(), other: zh.clone(), lang: Some(Lang::En) },
        }
    }

    /// Turns to the language shown, which may change while the dialog is open.
    pub fn turn(&mut self, lang: Lang) {
        // A text without a second wording stays in its place: it is the wording of both languages.
        if self.lang == Some(lang.other()) && !self.other.is_empty() {
            std::mem::swap(&mut self.main, &mut self.other);
        }
        self.lang = Some(lang);
    }

    /// What was typed: one wording for both languages where the second is left empty.
    #[must_use]
    pub fn text(&self) -> Text {
        let (main, other) = (self.main.trim(), self.other.trim());
        match self.lang {
            Some(Lang::Zh) => match (main, other) {
                (main, "") => main.into(),
                (main, other) => Text::twin(other, main),
            },
            _ => Text::twin(main, other),
        }
    }

    /// Two inputs side by side that fill `width`; `key` names them as `<key>` and `<key>-twin`.
    pub(super) fn row_ui(&mut self, ui: &mut egui::Ui, inputs: &mut Inputs<'_>, key: &str, width: f32) {
        self.turn(inputs.words.lang());
        let (label, twin) = (inputs.words.t(key), inputs.words.t(&format!("{key}-twin")));
        let half = half(ui, width);
        ui.horizontal_top(|ui| {
            inputs.text_ui(ui, &label, &mut self.main, half);
            inputs.text_ui(ui, &twin, &mut self.other, half);
        });
    }

    /// Two inputs of several lines side by side.
    pub(super) fn notes_ui(
        &mut self,
        ui: &mut egui::Ui,
        inputs: &mut Inputs<'_>,
        key: &str,
        (width, rows): (f32, usize),
    ) {
        self.turn(inputs.words.lang());
        let (label, twin) = (inputs.words.t(key), inputs.words.t(&format!("{key}-twin")));
        let half = half(ui, width);
        ui.horizontal_top(|ui| {
            let first = field::note_ui(ui, &label, &mut self.main, half, rows);
            inputs.begin_at(ui, &first);
            field::note_ui(ui, &twin, &mut self.other, half, rows);
        });
    }
}

/// Half of `width` for each of two inputs.
pub(super) fn half(ui: &egui::Ui, width: f32) -> f32 {
    (width - ui.spacing().item_spacing.x) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_come_back_as_they_went_in() {
        for text in [Text::from("TCL"), Text::twin("Price", "价格"), Text::default()] {
            for lang in Lang::ALL {
                let mut typed = TwinText::of(&text);
                typed.turn(lang);
                assert_eq!(typed.main, text.get(lang));
                assert_eq!(typed.text(), text);
                typed.turn(lang.other());
                assert_eq!(typed.text(), text);
            }
        }
    }

    #[test]
    fn a_second_wording_makes_a_twin_in_either_language() {
        let mut typed = TwinText::of(&"价格".into());
        typed.turn(Lang::Zh);
        typed.other = "Price".to_owned();
        assert_eq!(typed.text(), Text::twin("Price", "价格"));
    }
}
