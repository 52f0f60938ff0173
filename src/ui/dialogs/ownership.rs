//! How money is added up and scored.

use egui::Ui;

use super::curve::{CurveForm, CurveLabels};
use super::frame::Inputs;
use super::twin::half;
use crate::model::{Beyond, Comparison, Currency, Curve, CurveError, EditError, Ownership};
use crate::words::{Words, decimal_input, parse_number, share_input};

/// Years of ownership and yearly rate as they are typed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TermsForm {
    years: String,
    rate: String,
    /// What `rate` showed at first: four decimal places of a rate that may have more.
    rate_shown: String,
}

impl TermsForm {
    pub(super) fn of(ownership: &Ownership) -> Self {
        let rate = share_input(ownership.rate);
        Self { years: ownership.years.to_string(), rate: rate.clone(), rate_shown: rate }
    }

    /// Both inputs side by side.
    pub(super) fn row_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, width: f32) {
        let width = half(ui, width);
        let (years, rate) = (inputs.words.t("dialog-years"), inputs.words.t("dialog-rate"));
        inputs.number_ui(ui, &years, &mut self.years, width);
        inputs.number_ui(ui, &rate, &mut self.rate, width);
    }

    /// `base` with the years and the rate that were typed.
    pub(super) fn ownership(&self, words: &Words, base: &Ownership) -> Result<Ownership, String> {
        let typed =
            |key: &str, text: &str| parse_number(text).map_err(|e| field_error(words, key, &words.number_error(e)));
        let years = typed("dialog-years", &self.years)?;
        let years = whole(years).ok_or_else(|| words.edit_error(&EditError::Years))?;
        let rate = if self.rate == self.rate_shown { base.rate } else { typed("dialog-rate", &self.rate)? / 100.0 };
        Ok(Ownership { curve: base.curve.clone(), years, rate })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number in range")]
fn whole(years: f64) -> Option<u32> {
    let in_range = (0.0..=f64::from(u32::MAX)).contains(&years);
    (in_range && years.fract() == 0.0).then_some(years as u32)
}

/// An error with the name of its field in front.
pub(super) fn field_error(words: &Words, key: &str, why: &str) -> String {
    words.with("dialog-field-error", &[("field", &words.t(key)), ("why", why)])
}

/// The money leaf as it is typed: terms, and its scale in units of currency.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OwnershipForm {
    pub(super) terms: TermsForm,
    pub(super) curve: CurveForm,
}

impl OwnershipForm {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let (ownership, currency) = (&comparison.header.ownership, comparison.header.currency);
        let points = ownership.curve.points().iter().map(|[x, y]| [currency.units(*x), *y]);
        Self { terms: TermsForm::of(ownership), curve: CurveForm::of(points, ownership.curve.beyond()) }
    }

    /// Draws the scale of money.
    pub(super) fn curve_ui(&mut self, ui: &mut Ui, inputs: &mut Inputs<'_>, currency: Currency, width: f32) {
        let words = inputs.words;
        let sign = currency.sign();
        let labels = CurveLabels {
            level: words.with("scale-amount", &[("currency", sign.trim())]),
            value: words.t("scale-points"),
            in_points: true,
        };
        self.curve.editor_ui(ui, inputs, &labels, width);
    }

    /// What was typed; the scale only `in_points`, for a money account has none.
    pub(super) fn ownership(&self, words: &Words, now: &Comparison, in_points: bool) -> Result<Ownership, String> {
        let mut ownership = self.terms.ownership(words, &now.header.ownership)?;
        if in_points {
            ownership.curve = self.curve_in_minor(words, now.header.currency)?;
        }
        Ok(ownership)
    }

    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
    fn curve_in_minor(&self, words: &Words, currency: Currency) -> Result<Curve, String> {
        let points = self.curve.points(words)?;
        let minor = |x: f64| currency.minor(x).map(|m| m as f64).map_err(|e| words.amount_error(e));
        let points = points.into_iter().map(|[x, y]| Ok([minor(x)?, y])).collect::<Result<Vec<_>, String>>()?;
        Curve::new(points, self.curve.beyond).map_err(|e| words.edit_error(&in_units(e, currency)))
    }
}

/// A repeated level is told as it was typed, in units.
fn in_units(error: CurveError, currency: Currency) -> EditError {
    EditError::Curve(match error {
        CurveError::RepeatedLevel(minor) => CurveError::RepeatedLevel(currency.units(minor)),
        other => other,
    })
}

/// Control points that a new scale starts with.
pub(super) fn starting_curve(points: [[f64; 2]; 2]) -> CurveForm {
    CurveForm::of(points.into_iter(), Beyond::Straight)
}

/// A number as it is put into an input.
pub(super) fn typed(value: f64) -> String {
    decimal_input(value)
}
