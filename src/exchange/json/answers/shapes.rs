//! Members that may be written in two ways, or whose numbers are places: what is wrong with one is told as it is meant.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::ShownDto;
use crate::exchange::json::dto::Value;

/// A place of an order: what stands there, or all that share it.
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = OneOrMore;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an item in quotes, or a list of the items that share a place")
            }

            fn visit_str<E: de::Error>(self, key: &str) -> Result<OneOrMore, E> {
                Ok(OneOrMore::One(key.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, keys: A) -> Result<OneOrMore, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(keys)).map(OneOrMore::More)
            }
        }
        deserializer.deserialize_any(Keys)
    }
}

/// How many times as important the first item is as the second.
pub(super) struct JudgementDto(pub String, pub String, pub Value);

impl<'de> Deserialize<'de> for JudgementDto {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Three;
        impl<'de> Visitor<'de> for Three {
            type Value = JudgementDto;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of three: [item, other, ratio]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut three: A) -> Result<JudgementDto, A::Error> {
                let found = (three.next_element()?, three.next_element()?, three.next_element()?);
                let (Some(row), Some(column), Some(ratio)) = found else {
                    return Err(de::Error::custom(format_args!("expected {}", &self as &dyn de::Expected)));
                };
                Ok(JudgementDto(row, column, ratio))
            }
        }
        deserializer.deserialize_seq(Three)
    }
}

/// An offer as it is, or what was shown.
pub(super) enum AlternativeDto {
    Offer(String),
    Shown(ShownDto),
}

impl<'de> Deserialize<'de> for AlternativeDto {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shown;
        impl<'de> Visitor<'de> for Shown {
            type Value = AlternativeDto;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"the key of an offer in quotes, or {"offer": …, "levels": {…}}"#)
            }

            fn visit_str<E: de::Error>(self, key: &str) -> Result<AlternativeDto, E> {
                Ok(AlternativeDto::Offer(key.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AlternativeDto, A::Error> {
                ShownDto::deserialize(MapAccessDeserializer::new(map)).map(AlternativeDto::Shown)
            }
        }
        deserializer.deserialize_any(Shown)
    }
}

/// A place in a list, counted from 0.
#[derive(Clone, Copy)]
pub(super) struct Place(pub usize);

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Counted;
        impl Visitor<'_> for Counted {
            type Value = Place;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a place in “from”, counted from 0")
            }

            fn visit_u64<E: de::Error>(self, place: u64) -> Result<Place, E> {
                // What is no place of this machine's lists is none of the file's either.
                Ok(Place(usize::try_from(place).unwrap_or(usize::MAX)))
            }
        }
        deserializer.deserialize_any(Counted)
    }
}
