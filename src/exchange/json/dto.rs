//! The shape of the file, before anything in it is believed.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::model::{Account, Beyond, Dimension, Paid, Text};

/// Most comparisons of one file.
const COMPARISONS_MAX: usize = 100_000;
/// Most offers of one comparison, as in the model.
pub(super) const OFFERS_MAX: usize = 1_000_000;
/// Most members of any other list or object: as many as a comparison takes criteria.
const MEMBERS_MAX: usize = 1_000;

/// What tells our files from others, read before the rest.
#[derive(Deserialize)]
pub(super) struct Probe {
    pub format: Option<Value>,
    pub version: Option<Value>,
}

/// Only how many comparisons there are.
#[derive(Deserialize)]
pub(super) struct Count {
    pub comparisons: Vec<de::IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileDto {
    #[serde(rename = "format")]
    _format: de::IgnoredAny,
    #[serde(rename = "version")]
    _version: de::IgnoredAny,
    pub comparisons: List<Object<ComparisonDto>, COMPARISONS_MAX>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComparisonDto {
    pub name: Words,
    pub note: Option<Words>,
    pub example: Option<String>,
    #[serde(default)]
    pub account: Account,
    pub currency: String,
    pub ownership: Option<Object<OwnershipDto>>,
    #[serde(default)]
    pub dimensions: Pairs<Object<DimensionDto>>,
    pub criteria: List<Object<CriterionDto>>,
    pub offers: List<Object<OfferDto>, OFFERS_MAX>,
    pub segments: Option<List<Object<SegmentDto>>>,
    pub expectation: Option<Pairs<Value>>,
    #[serde(default)]
    pub dismissed: List<Object<super::dismissed::DoubtDto>>,
    #[serde(default)]
    pub pins: List<Object<super::pins::PinDto>>,
    #[serde(default)]
    pub variants: List<Object<VariantDto>>,
}

/// A variant: single changes, or a whole case where it is built otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VariantDto {
    pub key: String,
    pub name: Words,
    pub reason: Option<Words>,
    pub from: Option<String>,
    #[serde(default)]
    pub levels: Pairs<Pairs<Value>>,
    #[serde(default)]
    pub after_use: Pairs<Pairs<Value>>,
    #[serde(default)]
    pub expectation: Pairs<Value>,
    #[serde(default)]
    pub weights: Pairs<Object<WeightsDto>>,
    #[serde(default)]
    pub cost_emphasis: Pairs<f64>,
    pub ownership: Option<Object<OwnershipDto>>,
    pub case: Option<Object<CaseDto>>,
}

/// A comparison as a variant has it; name, note and account are those of the comparison.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaseDto {
    pub currency: String,
    pub ownership: Option<Object<OwnershipDto>>,
    #[serde(default)]
    pub dimensions: Pairs<Object<DimensionDto>>,
    pub criteria: List<Object<CriterionDto>>,
    pub offers: List<Object<OfferDto>, OFFERS_MAX>,
    pub segments: List<Object<SegmentDto>>,
    pub expectation: Option<Pairs<Value>>,
    #[serde(default)]
    pub dismissed: List<Object<super::dismissed::DoubtDto>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnershipDto {
    pub years: Option<u32>,
    pub rate: Option<f64>,
    pub points: Option<List<[f64; 2]>>,
    #[serde(default)]
    pub beyond: Beyond,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DimensionDto {
    pub name: Option<Words>,
    #[serde(default)]
    pub hidden: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriterionDto {
    pub key: String,
    pub dimension: Dimension,
    pub name: Words,
    pub note: Option<Words>,
    pub scale: Object<ScaleDto>,
    #[serde(default)]
    pub price: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum KindDto {
    Rating,
    Measure,
    Category,
    Money,
}

/// All settings of all kinds side by side, so that errors can name the place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleDto {
    pub kind: KindDto,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub low_word: Option<Words>,
    pub high_word: Option<Words>,
    pub unit: Option<Words>,
    pub points: Option<List<[f64; 2]>>,
    pub beyond: Option<Beyond>,
    pub levels: Option<List<Object<CategoryDto>>>,
    pub random_index: Option<List<f64>>,
    pub paid: Option<Paid>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryDto {
    pub key: String,
    pub name: Words,
    pub points: Option<f64>,
    #[serde(default)]
    pub judged: Pairs<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfferDto {
    pub key: String,
    pub name: Words,
    pub store: Option<Words>,
    #[serde(default)]
    pub ours: bool,
    pub color: Option<String>,
    pub note: Option<Words>,
    #[serde(default)]
    pub levels: Pairs<Value>,
    #[serde(default)]
    pub after_use: Pairs<Value>,
    #[serde(default)]
    pub level_notes: Pairs<Words>,
    #[serde(default)]
    pub levers: List<Object<LeverDto>>,
    #[serde(default)]
    pub lever_margin: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LeverDto {
    pub criterion: String,
    pub step: Option<f64>,
    pub cost: Option<f64>,
    pub whole: Option<bool>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub costs: Option<Pairs<f64>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SegmentDto {
    pub key: String,
    #[serde(default)]
    pub everyone: bool,
    pub name: Words,
    pub size: Option<f64>,
    pub sharpness: Option<f64>,
    pub cost_emphasis: Option<f64>,
    pub buys_nothing: Option<f64>,
    pub weights: Option<Object<WeightsDto>>,
    #[serde(default)]
    pub multipliers: Pairs<f64>,
    #[serde(default)]
    pub given_for: Pairs<[f64; 2]>,
    #[serde(default)]
    pub answers: List<Object<super::answers::AnswersDto>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightsDto {
    #[serde(default)]
    pub dimensions: Pairs<f64>,
    #[serde(default)]
    pub leaves: Pairs<f64>,
    #[serde(default)]
    pub locked_dimensions: List<String>,
    #[serde(default)]
    pub locked_leaves: List<String>,
}

/// A structure that must be written as an object: serde alone would take a list of its members too.
pub(super) struct Object<T>(pub T);

impl<'de, T: DeserializeOwned> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members<T>(PhantomData<T>);
        impl<'de, T: DeserializeOwned> Visitor<'de> for Members<T> {
            type Value = Object<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object {…}")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Members(PhantomData))
    }
}

/// A list with an end: a small file must not become a large heap of empty things.
pub(super) struct List<T, const MAX: usize = MEMBERS_MAX>(pub Vec<T>);

impl<T, const MAX: usize> Default for List<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for List<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T, const MAX: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const MAX: usize> Visitor<'de> for Items<T, MAX> {
            type Value = List<T, MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list […]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<List<T, MAX>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                    check_count::<A::Error>(list.len(), MAX)?;
                }
                Ok(List(list))
            }
        }
        deserializer.deserialize_seq(Items(PhantomData))
    }
}

fn check_count<E: de::Error>(count: usize, max: usize) -> Result<(), E> {
    if count > max {
        Err(E::custom(format_args!("at most {max} of these; split the list, or leave some out")))
    } else {
        Ok(())
    }
}

/// An object with free keys, in the order of the file, repeated keys kept so that they can be flagged.
pub(super) struct Pairs<V>(pub Vec<(String, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = Pairs<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object {…}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<V>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                    check_count::<A::Error>(pairs.len(), MEMBERS_MAX)?;
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// A text of the user: a string, or a wording for each language.
pub(super) struct Words(pub Text);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TwinDto {
    #[serde(default)]
    en: String,
    #[serde(default)]
    zh: String,
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Wordings;
        impl<'de> Visitor<'de> for Wordings {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(r#"a string or {"en": "…", "zh": "…"}"#)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
                Ok(Words(text.into()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
                let twin = TwinDto::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Words(Text::twin(twin.en, twin.zh)))
            }
        }
        deserializer.deserialize_any(Wordings)
    }
}

/// A level as the file has it.
pub(super) enum Value {
    Missing,
    Number(f64),
    Word(String),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;
        impl Visitor<'_> for Scalar {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, a string or null")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
                Ok(Value::Missing)
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
                Ok(Value::Number(number))
            }

            #[expect(clippy::cast_precision_loss, reason = "every number of the program is an f64")]
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
                Ok(Value::Number(number as f64))
            }

            #[expect(clippy::cast_precision_loss, reason = "every number of the program is an f64")]
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                Ok(Value::Number(number as f64))
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Value, E> {
                Ok(Value::Word(word.to_owned()))
            }
        }
        deserializer.deserialize_any(Scalar)
    }
}
