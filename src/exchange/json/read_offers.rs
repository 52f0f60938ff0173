//! Offers of an exchange file and their levels.

use std::collections::BTreeMap;

use super::dto::{Object, OfferDto, Value};
use super::expectation::levels;
use super::levers::levers;
use super::read::{Criteria, Numbers, key, no_repeats, optional_text, text};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{
    CategoryId, Currency, Level, LevelError, NAME_MAX_CHARS, NOTE_MAX_CHARS, OFFER_COLORS, Offer, OfferId, Scale, nth,
};

pub(super) fn read_offers(
    dtos: Vec<Object<OfferDto>>,
    criteria: &Criteria,
    currency: Currency,
    ids: &mut Numbers<'_>,
) -> Result<(Vec<Offer>, BTreeMap<String, OfferId>), ImportError> {
    let mut keys = BTreeMap::new();
    let mut offers = Vec::with_capacity(dtos.len());
    for (i, Object(mut dto)) in dtos.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("offers[{i}]"));
        let id = own_key(std::mem::take(&mut dto.key), &mut keys, |key| ids.offer(key)).map_err(at)?;
        offers.push(offer(dto, i, id, criteria, currency).map_err(at)?);
    }
    Ok((offers, keys))
}

/// Takes a key that no earlier one has, with the number that it stands for.
pub(super) fn own_key<K: Copy>(
    word: String,
    keys: &mut BTreeMap<String, K>,
    number: impl FnOnce(&str) -> K,
) -> Result<K, ImportError> {
    let word = key(word).map_err(|e| e.under("key"))?;
    if keys.contains_key(&word) {
        return Err(ImportError::new("key", Problem::KeyTaken(quoted(&word))));
    }
    let id = number(&word);
    keys.insert(word, id);
    Ok(id)
}

fn offer(
    dto: OfferDto,
    index: usize,
    id: OfferId,
    criteria: &Criteria,
    currency: Currency,
) -> Result<Offer, ImportError> {
    let read = |pairs, place| levels(pairs, criteria, currency).map_err(|e| e.under(place));
    let (bought, after_use) = (read(dto.levels, "levels")?, read(dto.after_use, "after_use")?);
    let mut level_notes = BTreeMap::new();
    for (key, words) in no_repeats(dto.level_notes).map_err(|e| e.under("level_notes"))? {
        let i = criteria.index(&key).map_err(|e| e.under("level_notes"))?;
        let note = text(&words.0, NOTE_MAX_CHARS).map_err(|e| e.under(&format!("level_notes.{}", quoted(&key))))?;
        if !note.is_blank() {
            level_notes.insert(criteria.all[i].id, note);
        }
    }
    Ok(Offer {
        id,
        position: nth(index),
        name: text(&dto.name.0, NAME_MAX_CHARS).map_err(|e| e.under("name"))?,
        store: optional_text(dto.store, NAME_MAX_CHARS, "store")?,
        ours: dto.ours,
        color: dto.color.map_or(Ok(OFFER_COLORS[index % OFFER_COLORS.len()]), |c| color(&c))?,
        note: optional_text(dto.note, NOTE_MAX_CHARS, "note")?,
        levels: bought,
        after_use,
        level_notes,
        levers: levers(dto.levers, dto.lever_margin, criteria)?,
    })
}

pub(super) fn level(
    value: Value,
    scale: &Scale,
    categories: &BTreeMap<String, CategoryId>,
    currency: Currency,
) -> Result<Option<Level>, Problem> {
    let level = match (value, scale) {
        (Value::Missing, _) => return Ok(None),
        (Value::Number(units), Scale::Money { .. }) => Level::Money(currency.minor(units).map_err(Problem::Amount)?),
        (Value::Number(x), Scale::Rating { .. } | Scale::Measure { .. }) => Level::Number(x + 0.0),
        (Value::Word(word), Scale::Category { .. }) => {
            let known = || listed(categories.keys().map(String::as_str));
            let id = categories.get(&word);
            Level::Category(*id.ok_or_else(|| Problem::UnknownCategory { word: quoted(&word), known: known() })?)
        }
        (Value::Number(_), Scale::Category { .. }) => {
            return Err(Wrong::NumberForName.into());
        }
        (Value::Word(_), Scale::Money { .. }) => return Err(Wrong::WordForAmount.into()),
        (Value::Word(_), _) => return Err(Wrong::WordForNumber.into()),
    };
    match (level.check(scale), level) {
        (Ok(()), _) => Ok(Some(level)),
        (Err(LevelError::OutsideRating { low, high }), Level::Number(level)) => {
            Err(Problem::OutsideRating { level, low, high })
        }
        _ => Err(Problem::OutOfRange),
    }
}

fn color(word: &str) -> Result<[u8; 3], ImportError> {
    let bad = || ImportError::new("color", Problem::Color(quoted(word)));
    let digits = word.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
    let number = digits.and_then(|d| u32::from_str_radix(d, 16).ok()).ok_or_else(bad)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Ok([red, green, blue])
}
