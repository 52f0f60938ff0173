//! What users write, with an optional twin in the second language.

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese, 简体中文.
    Zh,
}

impl Lang {
    /// Both languages, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }
}

/// Longest name of anything, in characters.
pub const NAME_MAX_CHARS: usize = 200;
/// Longest note, in characters.
pub const NOTE_MAX_CHARS: usize = 20_000;

/// A text of the user: one wording for both languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// The same words in both languages.
    Plain(String),
    /// A wording for each language.
    #[serde(rename_all = "lowercase")]
    Twin {
        /// English wording.
        en: String,
        /// Chinese wording.
        zh: String,
    },
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Text {
    /// A text with a wording for each language; equal or half-empty wordings collapse to a plain one.
    #[must_use]
    pub fn twin(en: impl Into<String>, zh: impl Into<String>) -> Self {
        let (en, zh) = (en.into(), zh.into());
        if zh.is_empty() || en == zh {
            Self::Plain(en)
        } else if en.is_empty() {
            Self::Plain(zh)
        } else {
            Self::Twin { en, zh }
        }
    }

    /// The wording to show in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match (self, lang) {
            (Self::Plain(text), _) => text,
            (Self::Twin { en, .. }, Lang::En) => en,
            (Self::Twin { zh, .. }, Lang::Zh) => zh,
        }
    }

    /// The wording in the other language, where it differs from the one of `lang`.
    #[must_use]
    pub fn second(&self, lang: Lang) -> Option<&str> {
        match self {
            Self::Plain(_) => None,
            Self::Twin { .. } => Some(self.get(lang.other())),
        }
    }

    /// This text with the wording of `lang` replaced; a plain text stays plain.
    #[must_use]
    pub fn with(&self, lang: Lang, wording: &str) -> Self {
        match (self, lang) {
            (Self::Plain(_), _) => Self::Plain(wording.to_owned()),
            (Self::Twin { zh, .. }, Lang::En) => Self::twin(wording, zh.clone()),
            (Self::Twin { en, .. }, Lang::Zh) => Self::twin(en.clone(), wording),
        }
    }

    /// True where nothing is to be read in either language.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Lang::ALL.iter().all(|&lang| self.get(lang).trim().is_empty())
    }

    /// This text without what a name must not hold: control and direction-override characters, and white space at
    /// its ends.
    #[must_use]
    pub fn cleaned(&self) -> Self {
        match self {
            Self::Plain(text) => Self::Plain(clean(text)),
            Self::Twin { en, zh } => Self::twin(clean(en), clean(zh)),
        }
    }

    /// The length of the longer wording, in characters.
    #[must_use]
    pub fn chars(&self) -> usize {
        Lang::ALL.iter().map(|&lang| self.get(lang).chars().count()).max().unwrap_or(0)
    }

    /// Each wording passed through `f`.
    #[must_use]
    pub fn map(&self, f: impl Fn(Lang, &str) -> String) -> Self {
        match self {
            Self::Plain(text) => {
                let (en, zh) = (f(Lang::En, text), f(Lang::Zh, text));
                if en == zh { Self::Plain(en) } else { Self::Twin { en, zh } }
            }
            Self::Twin { en, zh } => Self::Twin { en: f(Lang::En, en), zh: f(Lang::Zh, zh) },
        }
    }
}

/// Direction overrides and isolates can make a name read backwards or spill over its neighbours.
fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

fn clean(text: &str) -> String {
    text.chars()
        .filter(|&c| !is_direction_control(c) && (!c.is_control() || c == '\n'))
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twin_keeps_the_other_wording_when_one_is_renamed() {
        let text = Text::twin("Price", "价格").with(Lang::Zh, "售价");
        assert_eq!((text.get(Lang::En), text.get(Lang::Zh)), ("Price", "售价"));
        assert_eq!(Text::from("TCL").with(Lang::Zh, "海尔"), Text::from("海尔"));
    }

    #[test]
    fn cleaning_takes_out_what_would_spoil_the_screen() {
        assert_eq!(Text::from(" a\u{202E}b\u{0}\t ").cleaned(), Text::from("ab"));
    }
}
