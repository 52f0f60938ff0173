//! Messages, numbers and money in both languages.
//!
//! Messages live in `assets/locales` as Fluent resources; both hold the same keys, which a test checks. Words never
//! glue sentences together: a message takes its parts as arguments.

mod errors;
mod levels;
mod numbers;
mod ratios;

pub use numbers::{
    NumberError, amount, ascii, brief, decimal, decimal_input, number, parse_factor, parse_number, percent, points,
    share_input, shared_places, signed,
};
pub use ratios::{RatioError, parse_ratio, ratio};

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::{Currency, Dimension, DimensionInfo, Lang, Side, Text};

/// The resources of a language, file by file.
macro_rules! messages {
    ($lang:literal) => {
        &[
            include_str!(concat!("../assets/locales/", $lang, "/screen.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/dialogs.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/claims.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/errors.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/account.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/break_even.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/buyers.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/choices.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/levers.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/lint.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/methods.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/pairwise.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/satisfaction.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/scale.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/sensitivity.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/value_map.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/variants.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/weighing.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/whatif.ftl")),
            include_str!(concat!("../assets/locales/", $lang, "/winner_map.ftl")),
        ]
    };
}

const EN: &[&str] = messages!("en");
const ZH: &[&str] = messages!("zh-CN");

/// The messages of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

/// “Copy of …” in each wording's own language, cut to what a name may be.
#[must_use]
pub fn copy_of(name: &Text) -> Text {
    let copy = |lang, wording: &str| {
        let copy = Words::new(lang).with("copy-of", &[("name", wording)]);
        copy.chars().take(crate::model::NAME_MAX_CHARS).collect()
    };
    name.map(copy)
}

/// Messages keep Latin names off Chinese characters with a space; between two Chinese characters it goes.
fn close_up(text: &str) -> String {
    let is_chinese = |c: &char| ('\u{2E80}'..='\u{9FFF}').contains(c) || ('\u{FF00}'..='\u{FF60}').contains(c);
    let chars: Vec<char> = text.chars().collect();
    let between = |i: usize| {
        let before = i.checked_sub(1).and_then(|before| chars.get(before));
        before.is_some_and(is_chinese) && chars.get(i + 1).is_some_and(is_chinese)
    };
    chars.iter().enumerate().filter(|(i, c)| **c != ' ' || !between(*i)).map(|(_, c)| *c).collect()
}

/// The messages of a language, file by file.
#[must_use]
pub fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => EN,
        Lang::Zh => ZH,
    }
}

impl Words {
    /// The words of `lang`.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let tag = match lang {
            Lang::En => "en",
            Lang::Zh => "zh-CN",
        };
        let id = tag.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolating marks around arguments would show as boxes.
        bundle.set_use_isolating(false);
        for source in sources(lang) {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, errors)| {
                log::error!("messages of {lang:?}: {errors:?}");
                partial
            });
            if let Err(errors) = bundle.add_resource(resource) {
                log::error!("messages of {lang:?}: {errors:?}");
            }
        }
        Self { lang, bundle }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `key`; the key itself where there is none, which a test forbids.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The message `key` with its arguments.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, FluentValue::from(*value));
        }
        self.format(key, Some(&args))
    }

    /// The message `key` with numbers that may choose a wording, and with its other arguments.
    #[must_use]
    pub fn choose(&self, key: &str, numbers: &[(&str, u32)], arguments: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, FluentValue::from(*value));
        }
        for (name, value) in numbers {
            args.set(*name, FluentValue::from(*value));
        }
        self.format(key, Some(&args))
    }

    /// The message `key` with a number `$count` that may choose the plural.
    #[must_use]
    pub fn count(&self, key: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            log::error!("no message {key:?} in {:?}", self.lang);
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            log::error!("message {key:?}: {errors:?}");
        }
        match self.lang {
            Lang::En => text,
            Lang::Zh => close_up(&text),
        }
    }

    /// The name of a dimension: the user's, or the theory's.
    #[must_use]
    pub fn dimension(&self, dimension: Dimension, info: &DimensionInfo) -> String {
        match &info.name {
            Some(name) => name.get(self.lang).to_owned(),
            None => self.t(&format!("dimension-{}", dimension.key())),
        }
    }

    /// The name of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> String {
        self.t(match side {
            Side::Value => "total-customer-value",
            Side::Cost => "total-customer-cost",
        })
    }

    /// An amount in units with the sign of its currency, e.g. `¥3,581` or `−$0.50`.
    #[must_use]
    pub fn money(&self, currency: Currency, units: f64) -> String {
        self.money_to(currency, units, shared_places(currency, [units]))
    }

    /// An amount with the sign of its currency, to as many decimal places as the amounts beside it have: see
    /// [`shared_places`].
    #[must_use]
    pub fn money_to(&self, currency: Currency, units: f64, places: usize) -> String {
        let magnitude = decimal(units.abs(), places);
        let is_zero = magnitude.chars().all(|c| matches!(c, '0' | '.'));
        let minus = if units < 0.0 && !is_zero { "−" } else { "" };
        format!("{minus}{}{magnitude}", currency.sign())
    }

    /// Names joined as a sentence joins them.
    #[must_use]
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [only] => only.clone(),
            [head @ .., last] => {
                let head = head.join(&self.t("list-separator"));
                self.with("list-and", &[("head", &head), ("last", last)])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_names_stand_close_and_latin_names_apart() {
        let words = Words::new(Lang::Zh);
        let says = |second: &str| words.with("bridge-beats", &[("to", "TCL"), ("from", second), ("unit", "分")]);
        assert_eq!(says("海尔"), "TCL 为什么胜过海尔（分）");
        assert!(says("SHARP").starts_with("TCL 为什么胜过 SHARP"));
    }
}
