//! Levels as people type them.

use super::{Words, decimal_input, parse_number};
use crate::model::{Currency, Lang, Level, Scale};

impl Words {
    /// The level that a person typed for a scale; `None` for nothing typed.
    ///
    /// # Errors
    /// What is wrong and what is wanted, in the user's language.
    pub fn parse_level(&self, scale: &Scale, currency: Currency, text: &str) -> Result<Option<Level>, String> {
        let text = text.trim();
        if text.is_empty() || text == "–" {
            return Ok(None);
        }
        let number = || parse_number(text).map_err(|error| self.number_error(error));
        let level = match scale {
            Scale::Rating { .. } | Scale::Measure { .. } => Level::Number(number()?),
            Scale::Money { .. } => Level::Money(currency.minor(number()?).map_err(|error| self.amount_error(error))?),
            Scale::Category { levels, .. } => {
                let is_it = |name: &str| name.to_lowercase() == text.to_lowercase();
                let found = levels.iter().find(|c| Lang::ALL.iter().any(|&lang| is_it(c.name.get(lang))));
                Level::Category(found.ok_or_else(|| self.t("error-level-category"))?.id)
            }
        };
        level.check(scale).map_err(|error| self.level_error(error))?;
        Ok(Some(level))
    }

    /// A level as it is put into an input, to be typed over.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
    pub fn level_input(&self, scale: &Scale, currency: Currency, level: Level) -> String {
        match level {
            Level::Number(x) => decimal_input(x),
            Level::Money(minor) => decimal_input(currency.units(minor as f64)),
            Level::Category(id) => scale.category(id).map(|c| c.name.get(self.lang()).to_owned()).unwrap_or_default(),
        }
    }
}
