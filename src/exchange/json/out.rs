//! Comparisons → text.

use std::collections::{BTreeMap, HashMap};

use super::answers;
use super::expectation::write as write_levels;
use super::levers::write as levers;
use super::pretty::{Node, number};
use super::ranges::ranges;
use super::variants::variants;
use super::{OWNERSHIP, VERSION, dismissed, pins};
use crate::model::{
    Account, Beyond, CategoryId, Comparison, Criterion, CriterionId, Currency, Curve, Dimension, Lang, Leaf, Level,
    Offer, OfferId, Paid, Scale, Segment, SegmentId, Text, WeightSet, Weights,
};

/// Longest key made from a name.
const KEY_MAX_CHARS: usize = 40;

pub(super) type Members = Vec<(String, Node)>;

/// The exchange file of `comparisons`: easy to read, in a stable order, at full precision.
#[must_use]
pub fn write(comparisons: &[&Comparison]) -> String {
    let all = comparisons.iter().map(|c| comparison(c)).collect();
    let mut file = Members::new();
    put(&mut file, "format", Node::Text("worthwhile".to_owned()));
    put(&mut file, "version", number(VERSION.into()));
    put(&mut file, "comparisons", Node::List(all));
    Node::Object(file).print()
}

pub(super) fn put(members: &mut Members, key: &str, value: Node) {
    members.push((key.to_owned(), value));
}

pub(super) fn put_text(members: &mut Members, key: &str, value: &Text) {
    if *value != Text::default() {
        put(members, key, text(value));
    }
}

fn put_flag(members: &mut Members, key: &str, flag: bool) {
    if flag {
        put(members, key, Node::Bool(true));
    }
}

pub(super) fn put_members(members: &mut Members, key: &str, inner: Members) {
    if !inner.is_empty() {
        put(members, key, Node::Object(inner));
    }
}

pub(super) fn text(text: &Text) -> Node {
    match text {
        Text::Plain(words) => Node::Text(words.clone()),
        Text::Twin { en, zh } => {
            Node::Object(vec![("en".to_owned(), Node::Text(en.clone())), ("zh".to_owned(), Node::Text(zh.clone()))])
        }
    }
}

/// Makes keys from names, each only once.
pub(super) struct Keys {
    fallback: &'static str,
    used: HashMap<String, usize>,
}

impl Keys {
    pub fn new(fallback: &'static str) -> Self {
        Self { fallback, used: HashMap::new() }
    }

    /// Keys apart from those that are taken.
    fn besides<'a>(fallback: &'static str, taken: impl Iterator<Item = &'a String>) -> Self {
        Self { used: taken.map(|key| (key.clone(), 1)).collect(), ..Self::new(fallback) }
    }

    pub fn key(&mut self, name: &Text, index: usize) -> String {
        let mut stem = slug(name.get(Lang::En));
        if stem.is_empty() {
            stem = format!("{}{}", self.fallback, index + 1);
        }
        let mut key = stem.clone();
        while self.used.contains_key(&key) {
            let count = self.used.entry(stem.clone()).or_insert(1);
            *count += 1;
            key = format!("{stem}-{count}");
        }
        self.used.insert(key.clone(), 1);
        key
    }
}

/// The ASCII letters and digits of a name in lower case, with a dash for everything between them.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == KEY_MAX_CHARS {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// What a file calls the parts of a comparison.
#[derive(Default)]
pub(super) struct Names {
    pub criteria: BTreeMap<CriterionId, String>,
    pub offers: BTreeMap<OfferId, String>,
    pub segments: BTreeMap<SegmentId, String>,
    pub categories: BTreeMap<(CriterionId, CategoryId), String>,
}

impl Names {
    /// Names for every part; parts that `known` has keep theirs, and no new part gets one of those.
    pub fn of(comparison: &Comparison, known: &Self) -> Self {
        let mut names = Self::default();
        let mut keys = Keys::besides("c", known.criteria.values());
        keys.used.insert(OWNERSHIP.to_owned(), 1);
        for (i, criterion) in comparison.criteria.iter().enumerate() {
            let key = known.criteria.get(&criterion.id).cloned().unwrap_or_else(|| keys.key(&criterion.name, i));
            names.criteria.insert(criterion.id, key);
            names.add_categories(criterion, known);
        }
        let mut keys = Keys::besides("o", known.offers.values());
        for (i, offer) in comparison.offers.iter().enumerate() {
            let key = known.offers.get(&offer.id).cloned().unwrap_or_else(|| keys.key(&offer.name, i));
            names.offers.insert(offer.id, key);
        }
        let mut keys = Keys::besides("s", known.segments.values());
        for (i, segment) in comparison.segments.iter().enumerate() {
            let key = known.segments.get(&segment.id).cloned().unwrap_or_else(|| keys.key(&segment.name, i));
            names.segments.insert(segment.id, key);
        }
        names
    }

    /// What the file calls a named level.
    pub fn category(&self, criterion: CriterionId, level: CategoryId) -> Option<&String> {
        self.categories.get(&(criterion, level))
    }

    fn add_categories(&mut self, criterion: &Criterion, known: &Self) {
        let Scale::Category { levels, .. } = &criterion.scale else { return };
        let all = (criterion.id, CategoryId(0))..=(criterion.id, CategoryId(u32::MAX));
        let mut keys = Keys::besides("l", known.categories.range(all).map(|(_, key)| key));
        for (i, level) in levels.iter().enumerate() {
            let id = (criterion.id, level.id);
            let key = known.categories.get(&id).cloned().unwrap_or_else(|| keys.key(&level.name, i));
            self.categories.insert(id, key);
        }
    }
}

fn comparison(comparison: &Comparison) -> Node {
    let header = &comparison.header;
    let names = Names::of(comparison, &Names::default());
    let mut members = vec![("name".to_owned(), text(&header.name))];
    put_text(&mut members, "note", &header.note);
    if let Some(example) = &header.example {
        put(&mut members, "example", Node::Text(example.clone()));
    }
    if header.account == Account::Money {
        put(&mut members, "account", Node::Text("money".to_owned()));
    }
    members.extend(case(comparison, &names));
    let pins: Vec<Node> = header.pins.iter().filter_map(|pin| pins::write(pin, &names)).collect();
    if !pins.is_empty() {
        put(&mut members, "pins", Node::List(pins));
    }
    let variants = variants(comparison, &names);
    if !variants.is_empty() {
        put(&mut members, "variants", Node::List(variants));
    }
    Node::Object(members)
}

/// Everything of a comparison but what it is called.
pub(super) fn case(comparison: &Comparison, names: &Names) -> Members {
    let header = &comparison.header;
    let mut members = Members::new();
    put(&mut members, "currency", Node::Text(header.currency.code().to_owned()));
    put(&mut members, "ownership", ownership(comparison));
    put_members(&mut members, "dimensions", dimensions(comparison));
    let criteria = comparison.criteria.iter().map(|c| criterion(c, names, header.price == Some(c.id)));
    put(&mut members, "criteria", Node::List(criteria.collect()));
    put(&mut members, "offers", Node::List(comparison.offers.iter().map(|o| offer(comparison, o, names)).collect()));
    let segments = comparison.segments.iter().map(|s| segment(comparison, s, names));
    put(&mut members, "segments", Node::List(segments.collect()));
    if let Some(expected) = &header.expectation {
        let levels = write_levels(&expected.levels, comparison, names);
        put(&mut members, "expectation", Node::Object(levels));
    }
    let dismissed: Vec<Node> =
        header.dismissed.iter().filter_map(|doubt| dismissed::write(doubt, comparison, names)).collect();
    if !dismissed.is_empty() {
        put(&mut members, "dismissed", Node::List(dismissed));
    }
    members
}

pub(super) fn ownership(comparison: &Comparison) -> Node {
    let header = &comparison.header;
    let mut members = Members::new();
    put(&mut members, "years", number(header.ownership.years.into()));
    put(&mut members, "rate", number(header.ownership.rate));
    let in_units = |&[minor, points]: &[f64; 2]| {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and far below 2^63")]
        let minor = minor as i64;
        Node::List(vec![amount(header.currency, minor), number(points)])
    };
    let points = header.ownership.curve.points().iter().map(in_units).collect();
    put(&mut members, "points", Node::List(points));
    put(&mut members, "beyond", beyond(&header.ownership.curve));
    Node::Object(members)
}

/// An amount in units of its currency, exactly.
pub(super) fn amount(currency: Currency, minor: i64) -> Node {
    let unit = currency.minor_per_unit().unsigned_abs();
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    let digits = currency.exponent() as usize;
    Node::Number(if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0digits$}") })
}

fn beyond(curve: &Curve) -> Node {
    Node::Text(if curve.beyond() == Beyond::Flat { "flat" } else { "straight" }.to_owned())
}

fn dimensions(comparison: &Comparison) -> Members {
    let mut all = Members::new();
    for dimension in Dimension::ALL {
        let info = &comparison.header.dimensions[dimension.index()];
        let mut members = Members::new();
        if let Some(name) = &info.name {
            put(&mut members, "name", text(name));
        }
        put_flag(&mut members, "hidden", info.hidden);
        put_members(&mut all, dimension.key(), members);
    }
    all
}

fn criterion(criterion: &Criterion, names: &Names, is_price: bool) -> Node {
    let mut members = Members::new();
    put(&mut members, "key", Node::Text(names.criteria[&criterion.id].clone()));
    put(&mut members, "dimension", Node::Text(criterion.dimension.key().to_owned()));
    put(&mut members, "name", text(&criterion.name));
    put_text(&mut members, "note", &criterion.note);
    put(&mut members, "scale", scale(criterion, names));
    put_flag(&mut members, "price", is_price);
    Node::Object(members)
}

fn scale(criterion: &Criterion, names: &Names) -> Node {
    let mut members = Members::new();
    let mut kind = |word: &str| put(&mut members, "kind", Node::Text(word.to_owned()));
    match &criterion.scale {
        Scale::Rating { low, high, low_word, high_word } => {
            kind("rating");
            put(&mut members, "low", number(*low));
            put(&mut members, "high", number(*high));
            put_text(&mut members, "low_word", low_word);
            put_text(&mut members, "high_word", high_word);
        }
        Scale::Measure { unit, curve } => {
            kind("measure");
            put_text(&mut members, "unit", unit);
            let points = curve.points().iter().map(|p| Node::List(p.iter().map(|&v| number(v)).collect()));
            put(&mut members, "points", Node::List(points.collect()));
            put(&mut members, "beyond", beyond(curve));
        }
        Scale::Category { levels, random_index } => {
            kind("category");
            let categories = levels.iter().map(|category| {
                let key = &names.categories[&(criterion.id, category.id)];
                let mut members = vec![("key".to_owned(), Node::Text(key.clone()))];
                put(&mut members, "name", text(&category.name));
                put(&mut members, "points", number(category.points));
                let key = |against: &CategoryId| names.categories.get(&(criterion.id, *against));
                let judged = category.judged.iter().filter_map(|(of, times)| Some((key(of)?.clone(), number(*times))));
                let judged: Members = judged.collect();
                if !judged.is_empty() {
                    put(&mut members, "judged", Node::Object(judged));
                }
                Node::Object(members)
            });
            put(&mut members, "levels", Node::List(categories.collect()));
            if !random_index.is_empty() {
                put(&mut members, "random_index", Node::List(random_index.iter().map(|x| number(*x)).collect()));
            }
        }
        Scale::Money { paid } => {
            kind("money");
            let word = if *paid == Paid::Yearly { "yearly" } else { "once" };
            put(&mut members, "paid", Node::Text(word.to_owned()));
        }
    }
    Node::Object(members)
}

fn offer(comparison: &Comparison, offer: &Offer, names: &Names) -> Node {
    let mut members = vec![("key".to_owned(), Node::Text(names.offers[&offer.id].clone()))];
    put(&mut members, "name", text(&offer.name));
    put_text(&mut members, "store", &offer.store);
    put_flag(&mut members, "ours", offer.ours);
    let [red, green, blue] = offer.color;
    put(&mut members, "color", Node::Text(format!("#{red:02x}{green:02x}{blue:02x}")));
    put_text(&mut members, "note", &offer.note);
    let mut notes = Members::new();
    for criterion in &comparison.criteria {
        let key = &names.criteria[&criterion.id];
        if let Some(note) = offer.level_notes.get(&criterion.id) {
            put_text(&mut notes, key, note);
        }
    }
    put_members(&mut members, "levels", write_levels(&offer.levels, comparison, names));
    put_members(&mut members, "after_use", write_levels(&offer.after_use, comparison, names));
    put_members(&mut members, "level_notes", notes);
    levers(&mut members, &offer.levers, comparison, names);
    Node::Object(members)
}

pub(super) fn level(level: Level, comparison: &Comparison, criterion: CriterionId, names: &Names) -> Option<Node> {
    match level {
        Level::Number(value) => Some(number(value)),
        Level::Money(minor) => Some(amount(comparison.header.currency, minor)),
        Level::Category(id) => names.category(criterion, id).map(|key| Node::Text(key.clone())),
    }
}

fn segment(comparison: &Comparison, segment: &Segment, names: &Names) -> Node {
    let mut members = vec![("key".to_owned(), Node::Text(names.segments[&segment.id].clone()))];
    put_flag(&mut members, "everyone", segment.everyone);
    put(&mut members, "name", text(&segment.name));
    put(&mut members, "size", number(segment.size));
    put(&mut members, "sharpness", number(segment.sharpness));
    put(&mut members, "cost_emphasis", number(segment.cost_emphasis));
    if let Some(cdv) = segment.buys_nothing {
        put(&mut members, "buys_nothing", number(cdv));
    }
    put_members(&mut members, "weights", weights(comparison, &segment.weights, names, |_| true));
    let multipliers = segment.weights.multipliers.iter();
    let multipliers = multipliers.filter_map(|(id, factor)| Some((names.criteria.get(id)?.clone(), number(*factor))));
    put_members(&mut members, "multipliers", multipliers.collect());
    ranges(&mut members, &segment.given_for, comparison, names);
    let answers: Vec<Node> = segment.elicited.iter().filter_map(|e| answers::write(e, comparison, names)).collect();
    if !answers.is_empty() {
        put(&mut members, "answers", Node::List(answers));
    }
    Node::Object(members)
}

/// The sets of weights that are `wanted`.
pub(super) fn weights(
    comparison: &Comparison,
    weights: &Weights,
    names: &Names,
    wanted: impl Fn(WeightSet) -> bool,
) -> Members {
    let (mut dimensions, mut leaves) = (Members::new(), Members::new());
    let (mut locked_dimensions, mut locked_leaves) = (Vec::new(), Vec::new());
    for dimension in Dimension::ALL {
        let own_leaves = comparison.leaves_of(dimension);
        let share = weights.dimension(dimension);
        let on_side = wanted(WeightSet::Side(dimension.side()));
        if !own_leaves.is_empty() && on_side {
            put(&mut dimensions, dimension.key(), number(share.share));
        }
        if share.locked && on_side {
            locked_dimensions.push(Node::Text(dimension.key().to_owned()));
        }
        for leaf in own_leaves.into_iter().filter(|_| wanted(WeightSet::Dimension(dimension))) {
            let key = match leaf {
                Leaf::Ownership => OWNERSHIP,
                Leaf::Criterion(id) => &names.criteria[&id],
            };
            let share = weights.leaf(leaf);
            put(&mut leaves, key, number(share.share));
            if share.locked {
                locked_leaves.push(Node::Text(key.to_owned()));
            }
        }
    }
    let mut members = Members::new();
    put_members(&mut members, "dimensions", dimensions);
    put_members(&mut members, "leaves", leaves);
    for (key, locked) in [("locked_dimensions", locked_dimensions), ("locked_leaves", locked_leaves)] {
        if !locked.is_empty() {
            put(&mut members, key, Node::List(locked));
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_words_and_never_repeat() {
        let mut keys = Keys::new("c");
        keys.used.insert(OWNERSHIP.to_owned(), 1);
        let names = ["Price (¥)", "价格", "price", "Price 2", "price", "ownership", "--", "价格"];
        let made: Vec<String> = names.iter().enumerate().map(|(i, name)| keys.key(&(*name).into(), i)).collect();
        assert_eq!(made, ["price", "c2", "price-2", "price-2-2", "price-3", "ownership-2", "c7", "c8"]);
    }

    #[test]
    fn amounts_are_written_exactly() {
        let written = |currency, minor| match amount(currency, minor) {
            Node::Number(text) => text,
            _ => String::new(),
        };
        assert_eq!(written(Currency::CNY, -5), "-0.05");
        assert_eq!(written(Currency::CNY, 999_999_999_999_999), "9999999999999.99");
        assert_eq!(written(Currency::USD, 300), "3");
    }
}
