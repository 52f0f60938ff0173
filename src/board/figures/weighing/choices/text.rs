//! Offers of a question in words.

use crate::board::column::UNKNOWN;
use crate::board::figures::Seen;
use crate::model::{Alternative, Criterion, Leaf, Level, Scale, leaf_of};
use crate::words::number;

/// A share in whole per cent: more would be more than is known.
pub(super) fn percent(share: f64) -> String {
    crate::words::percent((share * 100.0).round() / 100.0)
}

/// A level with its unit, currency or largest mark.
pub(super) fn level(seen: Seen<'_>, criterion: &Criterion, level: Option<Level>) -> String {
    let words = seen.words;
    let (currency, lang) = (seen.comparison.header.currency, words.lang());
    match (level, &criterion.scale) {
        (Some(Level::Number(x)), Scale::Rating { high, .. }) => {
            words.with("choices-mark", &[("mark", &number(x)), ("most", &number(*high))])
        }
        (Some(Level::Number(x)), Scale::Measure { unit, .. }) if !unit.get(lang).is_empty() => {
            words.with("claim-unit", &[("level", &number(x)), ("unit", unit.get(lang))])
        }
        (Some(Level::Number(x)), _) => number(x),
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        (Some(Level::Money(minor)), _) => words.money(currency, currency.units(minor as f64)),
        (Some(Level::Category(id)), scale) => {
            scale.category(id).map(|c| c.name.get(lang).to_owned()).unwrap_or_default()
        }
        (None, _) => UNKNOWN.to_owned(),
    }
}

/// “Warranty 6 years”.
pub(super) fn named_level(seen: Seen<'_>, criterion: &Criterion, alternative: &Alternative) -> String {
    let level = level(seen, criterion, alternative.levels.get(&criterion.id).copied());
    seen.words.with("choices-level", &[("name", criterion.name.get(seen.words.lang())), ("level", &level)])
}

/// The criteria on which the offers of a question differ, and those on which they do not.
pub(super) fn parted<'a>(seen: Seen<'a>, alternatives: &[Alternative]) -> [Vec<&'a Criterion>; 2] {
    let differs = |criterion: &&Criterion| {
        let mut levels = alternatives.iter().map(|a| a.levels.get(&criterion.id));
        let first = levels.next();
        levels.any(|level| Some(level) != first)
    };
    let (differing, same) = seen.comparison.criteria.iter().partition(differs);
    [differing, same]
}

/// The name of an offer of a question: its own, or “Offer 2” for one made up.
pub(super) fn offer_name(seen: Seen<'_>, alternatives: &[Alternative], place: usize) -> String {
    let lang = seen.words.lang();
    let real = alternatives.get(place).and_then(|a| a.offer).and_then(|id| seen.comparison.offer(id));
    match real {
        Some(offer) => offer.name.get(lang).to_owned(),
        None => seen.words.with("choices-offer", &[("number", &(place + 1).to_string())]),
    }
}

/// An offer of a question in a line: its name, or for one made up what it is better on by `leads`, and all that sets it
/// apart where that is nothing.
pub(super) fn in_short(seen: Seen<'_>, alternatives: &[Alternative], place: usize, leads: &[Leaf]) -> String {
    let Some(alternative) = alternatives.get(place) else { return String::new() };
    if alternative.offer.is_some_and(|id| seen.comparison.offer(id).is_some()) {
        return offer_name(seen, alternatives, place);
    }
    let [differing, _] = parted(seen, alternatives);
    let is_better = |criterion: &&&Criterion| leads.contains(&leaf_of(criterion));
    let named = |criterion: &&Criterion| named_level(seen, criterion, alternative);
    let mut levels: Vec<String> = differing.iter().filter(is_better).map(named).collect();
    if levels.is_empty() {
        levels = differing.iter().map(named).collect();
    }
    if levels.is_empty() { offer_name(seen, alternatives, place) } else { levels.join(" · ") }
}
