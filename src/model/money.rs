//! Currencies and exact amounts.

use serde::{Deserialize, Serialize};

/// Largest amount that the program takes, in minor units: exact as an `f64`, with room for sums.
pub const AMOUNT_MAX_MINOR: i64 = 1_000_000_000_000_000;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Currency {
    code: [u8; 3],
}

/// Currencies that the dialogs offer: code, sign, decimal places.
pub const KNOWN_CURRENCIES: [(&str, &str, u32); 14] = [
    ("CNY", "¥", 2),
    ("USD", "$", 2),
    ("EUR", "€", 2),
    ("GBP", "£", 2),
    ("JPY", "¥", 0),
    ("HKD", "HK$", 2),
    ("TWD", "NT$", 2),
    ("SGD", "S$", 2),
    ("KRW", "₩", 0),
    ("INR", "₹", 2),
    ("AUD", "A$", 2),
    ("CAD", "C$", 2),
    ("CHF", "CHF ", 2),
    ("KWD", "KWD ", 3),
];

impl Currency {
    /// Renminbi, 人民币.
    pub const CNY: Self = Self { code: *b"CNY" };
    /// US dollar.
    pub const USD: Self = Self { code: *b"USD" };

    /// The currency with this three-letter code.
    ///
    /// # Errors
    /// [`CurrencyError`] unless `code` is three capital letters.
    pub fn new(code: &str) -> Result<Self, CurrencyError> {
        match <[u8; 3]>::try_from(code.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self { code: letters }),
            _ => Err(CurrencyError(code.chars().take(20).collect())),
        }
    }

    /// The ISO code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    fn known(self) -> Option<&'static (&'static str, &'static str, u32)> {
        KNOWN_CURRENCIES.iter().find(|(code, ..)| *code == self.code())
    }

    /// The sign written before an amount; the code and a space where no sign is known.
    #[must_use]
    pub fn sign(&self) -> String {
        self.known().map_or_else(|| format!("{} ", self.code()), |(_, sign, _)| (*sign).to_owned())
    }

    /// Decimal places between the unit and the minor unit (ISO 4217; 2 where unknown).
    #[must_use]
    pub fn exponent(&self) -> u32 {
        self.known().map_or(2, |(.., exponent)| *exponent)
    }

    /// Minor units in one unit.
    #[must_use]
    pub fn minor_per_unit(&self) -> i64 {
        10_i64.pow(self.exponent())
    }

    /// An amount of minor units in units, for scoring and display.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
    pub fn units(&self, minor: f64) -> f64 {
        minor / self.minor_per_unit() as f64
    }

    /// An amount in units as minor units, where it has no digits below them.
    ///
    /// # Errors
    /// [`AmountError`] where the amount is not finite, too large, or finer than the minor unit.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "checked against the bound first")]
    pub fn minor(&self, units: f64) -> Result<i64, AmountError> {
        let exact = units * self.minor_per_unit() as f64;
        if !exact.is_finite() || exact.abs() > AMOUNT_MAX_MINOR as f64 {
            return Err(AmountError::TooLarge);
        }
        let rounded = exact.round();
        // Decimal input is off by at most a few ulps of the product; anything more is a real digit.
        if (exact - rounded).abs() > 1e-6_f64.max(exact.abs() * 1e-12) {
            return Err(AmountError::TooFine { decimals: self.exponent() });
        }
        Ok(rounded as i64)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl TryFrom<String> for Currency {
    type Error = CurrencyError;

    fn try_from(code: String) -> Result<Self, CurrencyError> {
        Self::new(&code)
    }
}

/// A currency code that is not three capital letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a currency code; write three capital letters such as CNY or USD")]
pub struct CurrencyError(pub String);

/// Why a number is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not finite, or beyond [`AMOUNT_MAX_MINOR`].
    #[error("the amount is too large")]
    TooLarge,
    /// More decimal places than the currency has.
    #[error("the currency has {decimals} decimal places")]
    TooFine {
        /// Decimal places of the currency.
        decimals: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_or_refused() {
        assert_eq!(Currency::CNY.minor(2800.0), Ok(280_000));
        assert_eq!(Currency::CNY.minor(0.29), Ok(29));
        assert_eq!(Currency::CNY.minor(0.295), Err(AmountError::TooFine { decimals: 2 }));
        assert_eq!(Currency::CNY.minor(f64::INFINITY), Err(AmountError::TooLarge));
        assert_eq!(Currency::new("JPY").unwrap().minor(3.5), Err(AmountError::TooFine { decimals: 0 }));
    }

    #[test]
    fn a_code_is_three_capital_letters() {
        assert!(Currency::new("cny").is_err() && Currency::new("EURO").is_err() && Currency::new("€€€").is_err());
        assert_eq!(Currency::new("XAG").unwrap().sign(), "XAG ");
    }
}
