//! The settings of a scale, by its kind.

use egui::{RichText, Ui};

use super::category::CategoryForm;
use super::curve::{CurveForm, CurveLabels};
use super::frame::Inputs;
use super::ownership::{field_error, starting_curve, typed};
use super::twin::TwinText;
use crate::model::{Account, Currency, Dimension, Paid, Scale, ScaleKind, Side};
use crate::ui::field;
use crate::ui::theme::{self, Colors};
use crate::words::{Words, parse_number};

/// Width of a rating's bound.
const BOUND: f32 = 80.0;

/// What a scale is set up for.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    pub(super) account: Account,
    pub(super) currency: Currency,
    pub(super) dimension: Dimension,
}

impl Setting {
    pub(super) fn in_points(self) -> bool {
        self.account == Account::Points
    }

    /// The kinds that may be chosen.
    pub(super) fn kinds(self) -> Vec<ScaleKind> {
        let fits = |kind: &ScaleKind| match kind {
            ScaleKind::Rating => self.in_points(),
            ScaleKind::Money => self.dimension == Dimension::Monetary,
            ScaleKind::Measure | ScaleKind::Category => true,
        };
        ScaleKind::ALL.into_iter().filter(fits).collect()
    }

    /// The head of the column of points, or of amounts in a money account.
    fn value_label(self, words: &Words) -> String {
        if self.in_points() {
            words.t("scale-points")
        } else {
            words.with("scale-amount", &[("currency", self.currency.sign().trim())])
        }
    }

    /// What the points mean.
    fn hint(self, words: &Words) -> String {
        words.t(match (self.account, self.dimension.side()) {
            (Account::Points, Side::Value) => "scale-hint-value",
            (Account::Points, Side::Cost) => "scale-hint-cost",
            (Account::Money, Side::Value) => "scale-hint-money-value",
            (Account::Money, Side::Cost) => "scale-hint-money-cost",
        })
    }
}

/// Bounds of a rating and their words.
#[derive(Clone, Debug, PartialEq)]
struct RatingForm {
    bounds: [String; 2],
    words: [TwinText; 2],
}

/// A scale as it is typed; each kind keeps its settings while others are tried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ScaleForm {
    pub(super) kind: ScaleKind,
    rating: RatingForm,
    unit: TwinText,
    curve: CurveForm,
    rate: RateForm,
    categories: CategoryForm,
    pub(super) paid: Paid,
}

/// What one unit is worth, as it is typed, beside the line that it makes.
#[derive(Clone, Debug, Default, PartialEq)]
struct RateForm {
    text: String,
    /// The rate of the line when it was shown last.
    shown: Option<f64>,
}

impl RateForm {
    /// The input, where the curve is one straight line; what is typed turns the line about its first point.
    fn rate_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, curve: &mut CurveForm, currency: Currency) {
        let words = inputs.words;
        let Some(rate) = curve.rate(words) else { return };
        if self.shown != Some(rate) {
            *self = Self { text: typed(rate), shown: Some(rate) };
        }
        let before = self.text.clone();
        let label = words.with("scale-rate", &[("currency", currency.sign().trim())]);
        inputs.number_ui(ui, &label, &mut self.text, 150.0);
        if self.text == before {
            return;
        }
        if let Ok(typed) = parse_number(&self.text) {
            curve.set_rate(words, typed);
            self.shown = curve.rate(words);
        }
    }
}

impl ScaleForm {
    /// The form of a scale, or of a new one.
    pub(super) fn of(scale: Option<&Scale>, setting: Setting) -> Self {
        let start = if setting.in_points() { [[0.0, 0.0], [10.0, 100.0]] } else { [[0.0, 0.0], [10.0, 1000.0]] };
        let mut form = Self {
            kind: if setting.in_points() { ScaleKind::Rating } else { ScaleKind::Measure },
            rating: RatingForm { bounds: ["1".to_owned(), "10".to_owned()], words: Default::default() },
            unit: TwinText::default(),
            curve: starting_curve(start),
            rate: RateForm::default(),
            categories: CategoryForm::of(&[], &[]),
            paid: Paid::Once,
        };
        match scale {
            Some(Scale::Rating { low, high, low_word, high_word }) => {
                let words = [TwinText::of(low_word), TwinText::of(high_word)];
                form.rating = RatingForm { bounds: [typed(*low), typed(*high)], words };
            }
            Some(Scale::Measure { unit, curve }) => {
                form.unit = TwinText::of(unit);
                form.curve = CurveForm::of(curve.points().iter().copied(), curve.beyond());
            }
            Some(Scale::Category { levels, random_index }) => form.categories = CategoryForm::of(levels, random_index),
            Some(Scale::Money { paid }) => form.paid = *paid,
            None => {}
        }
        if let Some(scale) = scale {
            form.kind = scale.kind();
        }
        form
    }

    /// The scale that was typed, or why there is none.
    pub(super) fn scale(&self, words: &Words) -> Result<Scale, String> {
        match self.kind {
            ScaleKind::Rating => {
                let bound = |i: usize, key: &str| {
                    parse_number(&self.rating.bounds[i]).map_err(|e| field_error(words, key, &words.number_error(e)))
                };
                Ok(Scale::Rating {
                    low: bound(0, "scale-low")?,
                    high: bound(1, "scale-high")?,
                    low_word: self.rating.words[0].text(),
                    high_word: self.rating.words[1].text(),
                })
            }
            ScaleKind::Measure => Ok(Scale::Measure { unit: self.unit.text(), curve: self.curve.curve(words)? }),
            ScaleKind::Category => self.categories.scale(words),
            ScaleKind::Money => Ok(Scale::Money { paid: self.paid }),
        }
    }

    /// The choice of a kind; a kind that no longer may be is left.
    pub(super) fn kind_ui(&mut self, ui: &mut Ui, words: &Words, setting: Setting) {
        let kinds = setting.kinds();
        if !kinds.contains(&self.kind) {
            self.kind = kinds[0];
        }
        let options: Vec<String> = kinds.iter().map(|kind| words.t(kind_key(*kind))).collect();
        let name = words.t("scale-kind");
        field::captioned_ui(ui, &name, |ui| {
            let chosen = kinds.iter().position(|kind| *kind == self.kind).unwrap_or(0);
            if let Some(i) = field::segmented_ui(ui, &name, &options, chosen) {
                self.kind = kinds[i];
            }
        });
    }

    /// The settings of a rating, a measure or a category; money has its own.
    pub(super) fn settings_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, setting: Setting, width: f32) {
        let words = inputs.words;
        match self.kind {
            ScaleKind::Rating => {
                self.rating_ui(ui, inputs, width);
                quiet_ui(ui, &words.t("scale-rating-hint"));
            }
            ScaleKind::Measure => {
                self.unit.row_ui(ui, inputs, "scale-unit", width);
                if !setting.in_points() {
                    self.rate.rate_ui(ui, inputs, &mut self.curve, setting.currency);
                }
                let labels = CurveLabels {
                    level: words.t("scale-level"),
                    value: setting.value_label(words),
                    in_points: setting.in_points(),
                };
                self.curve.editor_ui(ui, inputs, &labels, width);
                quiet_ui(ui, &setting.hint(words));
            }
            ScaleKind::Category => {
                self.categories.editor_ui(ui, inputs, &setting.value_label(words), width);
                quiet_ui(ui, &setting.hint(words));
            }
            ScaleKind::Money => {}
        }
    }

    fn rating_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, width: f32) {
        let words = inputs.words;
        let ends = [
            ["scale-low", "scale-low-word", "scale-low-word-twin"],
            ["scale-high", "scale-high-word", "scale-high-word-twin"],
        ];
        let word = (width - BOUND - 2.0 * ui.spacing().item_spacing.x) / 2.0;
        for (i, keys) in ends.into_iter().enumerate() {
            let [bound, main, twin] = keys.map(|key| words.t(key));
            self.rating.words[i].turn(words.lang());
            ui.horizontal_top(|ui| {
                inputs.number_ui(ui, &bound, &mut self.rating.bounds[i], BOUND);
                inputs.text_ui(ui, &main, &mut self.rating.words[i].main, word);
                inputs.text_ui(ui, &twin, &mut self.rating.words[i].other, word);
            });
        }
    }
}

fn kind_key(kind: ScaleKind) -> &'static str {
    match kind {
        ScaleKind::Rating => "scale-kind-rating",
        ScaleKind::Measure => "scale-kind-measure",
        ScaleKind::Category => "scale-kind-category",
        ScaleKind::Money => "scale-kind-money",
    }
}

/// A line that explains.
pub(super) fn quiet_ui(ui: &mut Ui, text: &str) {
    let color = Colors::of(ui).faint;
    ui.add(egui::Label::new(RichText::new(text).size(theme::SMALL).color(color)).wrap());
}
