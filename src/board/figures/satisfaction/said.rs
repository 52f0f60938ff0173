//! What the bars say, in sentences.

use super::{Asked, Judging};
use crate::board::column::UNKNOWN;
use crate::board::figures::charts::signed_figure;
use crate::model::{Account, Leaf, Offer, OfferId, Scale, blank_offer};
use crate::value::{Judged, TIE_TOLERANCE, When};
use crate::words::{decimal, number};

/// In all, where it disappoints most, and where it pleases most: those of the three that there are.
pub(super) fn sentences(asked: &Asked<'_>, offer: usize) -> Vec<String> {
    let words = asked.seen.words;
    let name = asked.name(offer);
    let when = if asked.judging == Judging::Bought { When::Bought } else { When::InUse };
    let judged = asked.found.with(offer, when);
    let mut all = Vec::new();
    if let Some(total) = judged.total {
        let key = match total {
            _ if is_nothing(total) => "satisfaction-said-equal",
            ..0.0 => "satisfaction-said-worse",
            _ => "satisfaction-said-better",
        };
        all.push(words.with(key, &[("offer", name), ("by", &amount(asked, total.abs()))]));
    }
    if asked.judging == Judging::Both {
        all.extend(changed(asked, offer));
    }
    let say = |key: &str, leaf: usize| {
        let [perceived, expected] = levels(asked, offer, when, leaf);
        let points = signed_amount(asked, judged.leaves[leaf].unwrap_or(0.0));
        let said = [
            ("offer", name),
            ("criterion", &asked.leaf_name(leaf)),
            ("perceived", &perceived),
            ("expected", &expected),
            ("points", &points),
        ];
        words.with(key, &said)
    };
    all.extend(least(&judged).map(|leaf| say("satisfaction-said-least", leaf)));
    all.extend(most(&judged).map(|leaf| say("satisfaction-said-most", leaf)));
    all.truncate(3);
    all
}

/// “After use … falls from −2.5 to −10.0, most of all on Warranty.”
fn changed(asked: &Asked<'_>, offer: usize) -> Option<String> {
    let words = asked.seen.words;
    let [before, after] = [When::Bought, When::InUse].map(|when| asked.found.with(offer, when).total);
    let (before, after) = (before?, after?);
    let change = asked.found.change(offer);
    let leaf = if after < before { least(&change) } else { most(&change) }?;
    let key = if after < before { "satisfaction-said-falls" } else { "satisfaction-said-rises" };
    let [from, to] = [before, after].map(|value| signed_figure(asked.seen.board, value));
    Some(words.with(key, &[("from", &from), ("to", &to), ("criterion", &asked.leaf_name(leaf))]))
}

/// What is missing, where satisfaction in all cannot be told.
pub(super) fn missing(asked: &Asked<'_>, offer: usize) -> String {
    let words = asked.seen.words;
    let names = |judged: &Judged| -> Vec<String> { judged.missing().map(|leaf| asked.leaf_name(leaf)).collect() };
    let of_expected = names(asked.found.expected());
    let mut of_offer = Vec::new();
    for when in asked.judging.whens() {
        let new: Vec<String> =
            names(&asked.found.perceived(offer, *when)).into_iter().filter(|name| !of_offer.contains(name)).collect();
        of_offer.extend(new);
    }
    let mut said = Vec::new();
    if !of_expected.is_empty() {
        said.push(words.with("satisfaction-missing-expected", &[("names", &words.list(&of_expected))]));
    }
    if !of_offer.is_empty() {
        let parts = [("offer", asked.name(offer)), ("names", &words.list(&of_offer))];
        said.push(words.with("satisfaction-missing", &parts));
    }
    said.join("\n")
}

fn is_nothing(value: f64) -> bool {
    value.abs() <= TIE_TOLERANCE
}

/// The leaf that is furthest below 0.
fn least(judged: &Judged) -> Option<usize> {
    let below = judged.leaves.iter().enumerate().filter_map(|(l, leaf)| Some((l, (*leaf)?)));
    let below = below.filter(|(_, value)| *value < 0.0 && !is_nothing(*value));
    below.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(l, _)| l)
}

/// The leaf that is furthest above 0.
fn most(judged: &Judged) -> Option<usize> {
    let above = judged.leaves.iter().enumerate().filter_map(|(l, leaf)| Some((l, (*leaf)?)));
    let above = above.filter(|(_, value)| *value > 0.0 && !is_nothing(*value));
    above.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(l, _)| l)
}

/// “12.0 points”, or an amount of money.
fn amount(asked: &Asked<'_>, value: f64) -> String {
    let words = asked.seen.words;
    match asked.comparison().header.account {
        Account::Points => words.with("satisfaction-points", &[("points", &decimal(value, asked.seen.board.places))]),
        Account::Money => words.money(asked.comparison().header.currency, value),
    }
}

/// The same with its sign.
fn signed_amount(asked: &Asked<'_>, value: f64) -> String {
    let words = asked.seen.words;
    match asked.comparison().header.account {
        Account::Points => words.with("satisfaction-points", &[("points", &signed_figure(asked.seen.board, value))]),
        Account::Money if value > 0.0 => {
            words.with("satisfaction-more", &[("amount", &words.money(asked.comparison().header.currency, value))])
        }
        Account::Money => words.money(asked.comparison().header.currency, value),
    }
}

/// What an offer has on a leaf, and what is expected there.
fn levels(asked: &Asked<'_>, offer: usize, when: When, leaf: usize) -> [String; 2] {
    let comparison = asked.comparison();
    let mut expected = blank_offer(OfferId::EXPECTED, crate::model::Text::default(), 0);
    if let Some(said) = &comparison.header.expectation {
        expected.levels.clone_from(&said.levels);
    }
    let held = comparison.offers.get(offer).map(|held| if when == When::InUse { held.in_use() } else { held.clone() });
    let leaf = asked.seen.board.compiled.leaves()[leaf].leaf;
    [held.as_ref(), Some(&expected)].map(|held| held.map_or_else(String::new, |held| level(asked, held, leaf)))
}

/// A level with its unit.
fn level(asked: &Asked<'_>, held: &Offer, leaf: Leaf) -> String {
    let (comparison, words) = (asked.comparison(), asked.seen.words);
    let currency = comparison.header.currency;
    let id = match leaf {
        Leaf::Ownership => {
            let minor = comparison.ownership_cost(held);
            return minor.map_or_else(|| UNKNOWN.to_owned(), |minor| words.money(currency, currency.units(minor)));
        }
        Leaf::Criterion(id) => id,
    };
    let found = comparison.criterion(id).map(|c| &c.scale).zip(held.levels.get(&id));
    let Some((scale, level)) = found else { return UNKNOWN.to_owned() };
    match (level, scale) {
        (crate::model::Level::Number(x), Scale::Measure { unit, .. }) if !unit.is_blank() => {
            words.with("levers-measured", &[("number", &number(*x)), ("unit", unit.get(words.lang()))])
        }
        _ => crate::board::column::level_text(comparison, scale, *level, words),
    }
}
