//! Scales and the keys of their named levels.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::judgement;
use super::dto::{KindDto, List, Object, Pairs, ScaleDto, Value, Words};
use super::read::{key, no_repeats, text};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{Account, Category, CategoryId, Curve, Lang, NAME_MAX_CHARS, Scale, ScaleError, Text};
use crate::value::elicit::pairwise::{RandomIndex, level_points, of_levels};

/// A scale and, for categories, what the file calls their levels.
pub(super) struct KeyedScale {
    pub scale: Scale,
    pub categories: BTreeMap<String, CategoryId>,
}

/// The scale that `dto` describes; paths start at the scale.
pub(super) fn scale(dto: ScaleDto, account: Account) -> Result<KeyedScale, ImportError> {
    check_settings(&dto)?;
    let mut categories = BTreeMap::new();
    let scale = match dto.kind {
        KindDto::Rating => {
            let Scale::Rating { low, high, .. } = Scale::rating() else { return Err(needed("low", "rating")) };
            Scale::Rating {
                low: dto.low.unwrap_or(low) + 0.0,
                high: dto.high.unwrap_or(high) + 0.0,
                low_word: word(dto.low_word, "low_word")?,
                high_word: word(dto.high_word, "high_word")?,
            }
        }
        KindDto::Measure => {
            let List(points) = dto.points.ok_or_else(|| needed("points", "measure"))?;
            let curve = Curve::new(points, dto.beyond.unwrap_or_default())
                .map_err(|rule| ImportError::new("points", Problem::Curve(rule)))?;
            if account == Account::Points && !curve.is_within(0.0, 100.0) {
                return Err(ImportError::new("points", Problem::Scale(ScaleError::PointsRange)));
            }
            Scale::Measure { unit: word(dto.unit, "unit")?, curve }
        }
        KindDto::Category => {
            let List(levels) = dto.levels.ok_or_else(|| needed("levels", "category"))?;
            let mut read = Vec::with_capacity(levels.len().min(Scale::MAX_CATEGORIES));
            let (mut judged, mut points) = (Vec::new(), Vec::new());
            for (i, (Object(level), number)) in levels.into_iter().zip(1..).enumerate() {
                let at = |e: ImportError| e.under(&format!("levels[{i}]"));
                let id = CategoryId(number);
                let name = text(&level.name.0, NAME_MAX_CHARS).map_err(|e| at(e.under("name")))?;
                let key = key(level.key).map_err(|e| at(e.under("key")))?;
                if categories.contains_key(&key) {
                    return Err(at(ImportError::new("key", Problem::KeyTaken(quoted(&key)))));
                }
                categories.insert(key, id);
                read.push(Category::new(id, name, level.points.unwrap_or_default() + 0.0));
                points.push(level.points);
                judged.push(level.judged);
                if read.len() > Scale::MAX_CATEGORIES {
                    return Err(ImportError::new("levels", Problem::Scale(ScaleError::TooManyCategories)));
                }
            }
            let mut seen = BTreeSet::new();
            for (i, (judged, level)) in judged.into_iter().zip(&mut read).enumerate() {
                level.judged = judgements(judged, level.id, &categories, &mut seen)
                    .map_err(|e| e.under(&format!("levels[{i}].judged")))?;
            }
            if points.iter().any(Option::is_none) {
                take_points(&mut read, &points)?;
            }
            Scale::Category { levels: read, random_index: dto.random_index.map(|List(all)| all).unwrap_or_default() }
        }
        KindDto::Money => Scale::Money { paid: dto.paid.unwrap_or_default() },
    };
    scale.check(account == Account::Points).map_err(|rule| ImportError::new("", Problem::Scale(rule)))?;
    Ok(KeyedScale { scale, categories })
}

/// Points that the file leaves to the judgements: 100 · priority, for all levels or for none.
fn take_points(levels: &mut [Category], points: &[Option<f64>]) -> Result<(), ImportError> {
    let first = points.iter().position(Option::is_none).unwrap_or_default();
    let is_judged = levels.iter().any(|level| !level.judged.is_empty());
    if !is_judged || points.iter().any(Option::is_some) {
        return Err(needed("points", "category").under(&format!("levels[{first}]")));
    }
    let weighed = of_levels(levels).and_then(|all| all.weigh(&RandomIndex::default()));
    let weighed = weighed.map_err(|rule| {
        let names = levels.iter().map(|level| level.name.get(Lang::En).to_owned()).collect();
        ImportError::new("levels", Problem::Pairs { rule, names })
    })?;
    for (level, points) in levels.iter_mut().zip(level_points(&weighed.weights, false)) {
        level.points = points;
    }
    Ok(())
}

/// Judgements of a level by the keys of those that they are against; `seen` are the pairs of earlier ones.
fn judgements(
    judged: Pairs<Value>,
    own: CategoryId,
    known: &BTreeMap<String, CategoryId>,
    seen: &mut BTreeSet<[CategoryId; 2]>,
) -> Result<BTreeMap<CategoryId, f64>, ImportError> {
    let read = |(against, times): (String, Value)| {
        let refused = |why| ImportError::new(quoted(&against), why);
        let times = judgement(&times).map_err(refused)?;
        let unknown =
            || Problem::UnknownCategory { word: quoted(&against), known: listed(known.keys().map(String::as_str)) };
        let other = *known.get(&against).ok_or_else(|| ImportError::new("", unknown()))?;
        if other == own {
            return Err(refused(Wrong::AgainstItself.into()));
        }
        if !seen.insert([own.min(other), own.max(other)]) {
            return Err(refused(Wrong::JudgedAlready.into()));
        }
        Ok((other, times))
    };
    no_repeats(judged)?.into_iter().map(read).collect()
}

fn needed(field: &'static str, kind: &'static str) -> ImportError {
    ImportError::new("", Problem::NeededByKind { field, kind })
}

fn word(words: Option<Words>, place: &str) -> Result<Text, ImportError> {
    words.map_or(Ok(Text::default()), |w| text(&w.0, NAME_MAX_CHARS)).map_err(|e| e.under(place))
}

/// A setting of another kind would be lost in silence, so it is refused.
fn check_settings(dto: &ScaleDto) -> Result<(), ImportError> {
    use KindDto::{Category, Measure, Money, Rating};
    let settings = [
        ("low", dto.low.is_some(), Rating),
        ("high", dto.high.is_some(), Rating),
        ("low_word", dto.low_word.is_some(), Rating),
        ("high_word", dto.high_word.is_some(), Rating),
        ("unit", dto.unit.is_some(), Measure),
        ("points", dto.points.is_some(), Measure),
        ("beyond", dto.beyond.is_some(), Measure),
        ("levels", dto.levels.is_some(), Category),
        ("random_index", dto.random_index.is_some(), Category),
        ("paid", dto.paid.is_some(), Money),
    ];
    let kind = match dto.kind {
        Rating => "rating",
        Measure => "measure",
        Category => "category",
        Money => "money",
    };
    match settings.into_iter().find(|(_, is_there, owner)| *is_there && *owner != dto.kind) {
        Some((field, ..)) => Err(ImportError::new(field, Problem::NotOfKind { field, kind })),
        None => Ok(()),
    }
}
