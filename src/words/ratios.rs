//! How many times as important: judgements in pairs as people read and write them.

use super::{NumberError, Words, decimal, parse_number};
use crate::model::Answers;

/// 1 divided by a step, printed with three decimals, is as near as this to it: 0.143 · 7 = 1.001.
const PRINTED: f64 = 0.005;
/// The largest step of Saaty's scale.
const LARGEST_STEP: u8 = 9;

/// Why a text is not a ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RatioError {
    /// Something else than a number or a fraction.
    #[error("not a ratio")]
    NotARatio,
    /// 0, below it, or divided by it.
    #[error("a ratio is above 0")]
    NotAbove,
    /// Beyond [`Answers::MAX`] to 1.
    #[error("the ratio is out of range")]
    OutOfRange,
}

/// The ratio that a person typed: `3`, `2.5`, `1/3` or `1:3`; a decimal such as 0.333 that is one of 1/2…1/9 as tables
/// print it is taken as that.
///
/// # Errors
/// [`RatioError`].
///
/// ```
/// use worthwhile::words::parse_ratio;
/// assert_eq!(parse_ratio("1/3"), Ok(1.0 / 3.0));
/// assert_eq!(parse_ratio("0.333"), Ok(1.0 / 3.0));
/// assert!(parse_ratio("0").is_err());
/// ```
pub fn parse_ratio(text: &str) -> Result<f64, RatioError> {
    let plain = text.replace(['／', '∕', '÷', ':', '：'], "/");
    if plain.contains(['%', '％']) {
        return Err(RatioError::NotARatio);
    }
    let read = |part: &str| {
        let value = parse_number(part).map_err(|error| match error {
            NumberError::Empty | NumberError::NotANumber | NumberError::DecimalComma => RatioError::NotARatio,
            NumberError::OutOfRange => RatioError::OutOfRange,
        })?;
        if value > 0.0 { Ok(value) } else { Err(RatioError::NotAbove) }
    };
    let value = match plain.split_once('/') {
        Some((above, below)) => read(above)? / read(below)?,
        None => as_step(read(&plain)?),
    };
    if (1.0 / Answers::MAX..=Answers::MAX).contains(&value) { Ok(value) } else { Err(RatioError::OutOfRange) }
}

/// One of 1/2…1/9 where `value` is that as it is printed.
fn as_step(value: f64) -> f64 {
    let inverses = (2..=LARGEST_STEP).map(|step| 1.0 / f64::from(step));
    inverses.into_iter().find(|inverse| (value / inverse - 1.0).abs() <= PRINTED).unwrap_or(value)
}

/// A ratio: 3, 1/3, 2.5.
#[must_use]
pub fn ratio(value: f64) -> String {
    let mut steps = 2..=LARGEST_STEP;
    match steps.find(|step| (value * f64::from(*step) - 1.0).abs() < 1e-9) {
        Some(step) => format!("1/{step}"),
        None => trimmed(decimal(value, if value < 0.1 { 4 } else { 2 })),
    }
}

fn trimmed(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

impl Words {
    /// Why a text is not a ratio, and what to type.
    #[must_use]
    pub fn ratio_error(&self, error: RatioError) -> String {
        self.t(match error {
            RatioError::NotARatio => "pairs-error-text",
            RatioError::NotAbove => "pairs-error-zero",
            RatioError::OutOfRange => "pairs-error-range",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_typed_in_many_ways() {
        for (text, value) in [
            ("3", 3.0),
            ("２．５", 2.5),
            ("1/3", 1.0 / 3.0),
            (" 1 ／ 7 ", 1.0 / 7.0),
            ("5：2", 2.5),
            ("0.333", 1.0 / 3.0),
            ("0.143", 1.0 / 7.0),
            ("0.4", 0.4),
            ("0.34", 0.34),
        ] {
            assert_eq!(parse_ratio(text), Ok(value), "{text}");
        }
        for (text, error) in [
            ("0", RatioError::NotAbove),
            ("-3", RatioError::NotAbove),
            ("1/0", RatioError::NotAbove),
            ("0/0", RatioError::NotAbove),
            ("NaN", RatioError::NotARatio),
            ("", RatioError::NotARatio),
            ("three", RatioError::NotARatio),
            ("300%", RatioError::NotARatio),
            ("1/2/3", RatioError::NotARatio),
            ("1e400", RatioError::NotARatio),
            ("2000000000", RatioError::OutOfRange),
            ("1/2000000000", RatioError::OutOfRange),
        ] {
            assert_eq!(parse_ratio(text), Err(error), "{text}");
        }
    }

    #[test]
    fn ratios_are_shown_as_people_write_them() {
        for (value, text) in
            [(3.0, "3"), (1.0 / 3.0, "1/3"), (2.5, "2.5"), (0.4, "0.4"), (1.0, "1"), (0.0123, "0.0123")]
        {
            assert_eq!(ratio(value), text);
        }
    }
}
