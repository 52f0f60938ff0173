//! Text → comparisons, all or nothing.

use std::collections::{BTreeMap, HashSet};

use super::answers::{self, Settled};
use super::dto::{
    ComparisonDto, Count, CriterionDto, DimensionDto, FileDto, List, Object, OwnershipDto, Pairs, Probe, SegmentDto,
    Value,
};
use super::expectation::levels;
use super::ranges::read_ranges;
use super::read_offers::{own_key, read_offers};
use super::read_variants::read_variants;
use super::scale::{KeyedScale, scale};
use super::weights::weights;
use super::{MAX_BYTES, OWNERSHIP, VERSION, dismissed, pins};
use crate::exchange::error::{listed, quoted};
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{
    Account, CategoryId, Comparison, ComparisonId, Criterion, CriterionId, Currency, Curve, Dimension, DimensionInfo,
    EditError, Expectation, Header, IdSource, Leaf, Member, NAME_MAX_CHARS, NOTE_MAX_CHARS, OfferId, Ownership, Paid,
    Scale, Segment, SegmentId, Text, WeightSet, check, leaf_of, nth,
};

/// Most objects of one file: each takes up to a kilobyte once it is read, however short it is in the file.
const OBJECTS_MAX: usize = 500_000;

/// The key of the segment that a comparison has where the file names none.
const EVERYONE: &str = "everyone";

/// The comparisons of an exchange file, each sound and with fresh numbers from `ids`.
///
/// # Errors
/// [`ImportError`] with the first thing that is wrong; `ids` is not touched then.
pub fn read(file: &str, ids: &mut IdSource) -> Result<Vec<Comparison>, ImportError> {
    if file.len() > MAX_BYTES {
        return Err(ImportError::new("", Problem::TooLarge(MAX_BYTES >> 20)));
    }
    if file.bytes().filter(|b| *b == b'{').count() > OBJECTS_MAX {
        return Err(ImportError::new("", Problem::TooManyParts(OBJECTS_MAX)));
    }
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    check_kind(file)?;
    let dto = parse(file)?;
    let is_one = dto.comparisons.0.len() == 1;
    let mut fresh = ids.clone();
    let mut comparisons = Vec::new();
    for (i, Object(dto)) in dto.comparisons.0.into_iter().enumerate() {
        let read = comparison(dto, i, &mut fresh);
        comparisons.push(read.map_err(|e| if is_one { e } else { e.under(&format!("comparisons[{i}]")) })?);
    }
    *ids = fresh;
    Ok(comparisons)
}

/// Refuses foreign and newer files before anything else is said about them.
#[expect(clippy::float_cmp, reason = "a version is a whole number")]
fn check_kind(file: &str) -> Result<(), ImportError> {
    let probe: Object<Probe> = serde_json::from_str(file).map_err(|e| {
        let problem = if e.is_data() { Problem::NotWorthwhile } else { Problem::NotJson(e.to_string()) };
        ImportError::new("", problem)
    })?;
    if !matches!(&probe.0.format, Some(Value::Word(word)) if word == "worthwhile") {
        return Err(ImportError::new("", Problem::NotWorthwhile));
    }
    match probe.0.version {
        Some(Value::Number(version)) if version == f64::from(VERSION) => Ok(()),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and whole; saturates")]
        Some(Value::Number(version)) if version > f64::from(VERSION) && version.fract() == 0.0 => {
            Err(ImportError::new("", Problem::Newer(version as u64)))
        }
        _ => Err(ImportError::new("version", Wrong::Version.into())),
    }
}

fn parse(file: &str) -> Result<FileDto, ImportError> {
    let mut json = serde_json::Deserializer::from_str(file);
    let read = serde_path_to_error::deserialize::<_, Object<FileDto>>(&mut json);
    let dto = read.map_err(|e| {
        let is_one = serde_json::from_str::<Count>(file).is_ok_and(|c| c.comparisons.len() == 1);
        let path = e.path().to_string();
        let path = if is_one { path.strip_prefix("comparisons[0]").unwrap_or(&path) } else { &path };
        let path = path.trim_start_matches('.').chars().take(NAME_MAX_CHARS).collect::<String>();
        let inner = e.into_inner();
        if inner.is_data() {
            ImportError::new(path, Problem::Shape(shortened(&inner.to_string())))
        } else {
            ImportError::new(path, Problem::NotJson(inner.to_string()))
        }
    })?;
    json.end().map_err(|e| ImportError::new("", Problem::NotJson(e.to_string())))?;
    Ok(dto.0)
}

/// A message of the parser, which may repeat a foreign text of any length: its beginning and its end, where the line is.
fn shortened(message: &str) -> String {
    const KEPT: usize = 100;
    let chars: Vec<char> = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if chars.len() <= 3 * KEPT {
        return chars.into_iter().collect();
    }
    let end = &chars[chars.len() - KEPT..];
    chars[..KEPT].iter().chain(&['…']).chain(end).collect()
}

/// A text without what would spoil the screen.
pub(super) fn text(words: &Text, max_chars: usize) -> Result<Text, ImportError> {
    let words = words.cleaned();
    if words.chars() > max_chars {
        return Err(ImportError::new("", Problem::TextTooLong(max_chars)));
    }
    Ok(words)
}

pub(super) fn optional_text(
    words: Option<super::dto::Words>,
    max_chars: usize,
    place: &str,
) -> Result<Text, ImportError> {
    words.map_or(Ok(Text::default()), |w| text(&w.0, max_chars)).map_err(|e| e.under(place))
}

pub(super) fn key(key: String) -> Result<String, ImportError> {
    match key.as_str() {
        blank if blank.trim().is_empty() => Err(ImportError::new("", Problem::KeyBlank)),
        long if long.chars().count() > NAME_MAX_CHARS => {
            Err(ImportError::new("", Problem::TextTooLong(NAME_MAX_CHARS)))
        }
        _ => Ok(key),
    }
}

/// The pairs of an object in which no key stands twice.
pub(super) fn no_repeats<V>(pairs: Pairs<V>) -> Result<Vec<(String, V)>, ImportError> {
    let mut seen = HashSet::new();
    if let Some((key, _)) = pairs.0.iter().find(|(key, _)| !seen.insert(key)) {
        return Err(ImportError::new(quoted(key), Problem::Twice));
    }
    Ok(pairs.0)
}

/// The criteria of a comparison by what the file calls them.
pub(super) struct Criteria {
    pub all: Vec<Criterion>,
    by_key: BTreeMap<String, usize>,
    key_of: Vec<String>,
    pub categories: Vec<BTreeMap<String, CategoryId>>,
    /// By [`Dimension::index`].
    pub leaves: [Vec<Leaf>; 8],
}

impl Criteria {
    pub fn get(&self, key: &str) -> Option<&Criterion> {
        self.by_key.get(key).map(|&i| &self.all[i])
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.key_of.iter().map(String::as_str)
    }

    /// The named level that a criterion's scale calls so.
    pub fn category(&self, criterion: CriterionId, key: &str) -> Option<CategoryId> {
        let place = self.all.iter().position(|c| c.id == criterion)?;
        self.categories.get(place)?.get(key).copied()
    }

    pub fn key_of(&self, leaf: Leaf) -> &str {
        let index = self.all.iter().position(|c| leaf == Leaf::Criterion(c.id));
        index.map_or(OWNERSHIP, |i| self.key_of[i].as_str())
    }

    /// What the file calls the named levels of a criterion.
    pub fn categories(&self, key: &str) -> Option<&BTreeMap<String, CategoryId>> {
        self.by_key.get(key).map(|&i| &self.categories[i])
    }

    /// Says that no criterion is called so.
    pub fn unknown(&self) -> Problem {
        Problem::UnknownCriterion(listed(self.keys()))
    }

    pub fn index(&self, key: &str) -> Result<usize, ImportError> {
        self.by_key.get(key).copied().ok_or_else(|| ImportError::new(quoted(key), self.unknown()))
    }
}

/// What a file calls the parts of a comparison.
pub(super) struct Names {
    pub criteria: Criteria,
    pub offers: BTreeMap<String, OfferId>,
    pub segments: BTreeMap<String, SegmentId>,
}

/// Numbers for the parts of a comparison: fresh ones, or those of the parts that have the same key in another one.
pub(super) struct Numbers<'a> {
    pub ids: &'a mut IdSource,
    pub known: Option<&'a Names>,
}

impl Numbers<'_> {
    fn criterion(&mut self, key: &str) -> CriterionId {
        let known = self.known.and_then(|names| names.criteria.get(key)).map(|c| c.id);
        known.unwrap_or_else(|| CriterionId(self.ids.fresh()))
    }

    pub(super) fn offer(&mut self, key: &str) -> OfferId {
        let known = self.known.and_then(|names| names.offers.get(key)).copied();
        known.unwrap_or_else(|| OfferId(self.ids.fresh()))
    }

    fn segment(&mut self, key: &str) -> SegmentId {
        let known = self.known.and_then(|names| names.segments.get(key)).copied();
        known.unwrap_or_else(|| SegmentId(self.ids.fresh()))
    }

    /// Gives the named levels of a criterion the numbers that they have elsewhere.
    fn categories(&self, criterion: &str, keyed: KeyedScale) -> KeyedScale {
        let KeyedScale { scale: Scale::Category { mut levels, random_index }, mut categories } = keyed else {
            return keyed;
        };
        let index = self.known.and_then(|names| names.criteria.by_key.get(criterion).map(|i| (names, *i)));
        if let Some((names, i)) = index {
            let known = &names.criteria.categories[i];
            let mut next = known.values().map(|id| id.0).max().unwrap_or(0);
            let mut renumbered = BTreeMap::new();
            for (key, id) in &mut categories {
                let new = known.get(key).copied().unwrap_or_else(|| {
                    next = next.saturating_add(1);
                    CategoryId(next)
                });
                // Each level once: numbers of the file are those of the places.
                if let Some(level) = (id.0 as usize).checked_sub(1).and_then(|place| levels.get_mut(place)) {
                    level.id = new;
                }
                renumbered.insert(*id, new);
                *id = new;
            }
            for level in &mut levels {
                let judged = std::mem::take(&mut level.judged);
                let new = |(against, times)| Some((*renumbered.get(&against)?, times));
                level.judged = judged.into_iter().filter_map(new).collect();
            }
        }
        KeyedScale { scale: Scale::Category { levels, random_index }, categories }
    }
}

/// One comparison with its variants; paths start at the comparison.
fn comparison(mut dto: ComparisonDto, index: usize, ids: &mut IdSource) -> Result<Comparison, ImportError> {
    let variants = std::mem::take(&mut dto.variants.0);
    let pins = std::mem::take(&mut dto.pins.0);
    let (mut comparison, names) = case(dto, index, &mut Numbers { ids, known: None })?;
    comparison.header.pins = pins::read(pins, &names).map_err(|e| e.under("pins"))?;
    comparison.variants = read_variants(variants, &comparison, &names, ids)?;
    match check(&comparison) {
        Ok(()) => Ok(comparison),
        Err(unsound) => Err(ImportError::new(unsound.path, Problem::Rule(unsound.rule))),
    }
}

/// One comparison without its variants.
pub(super) fn case(
    dto: ComparisonDto,
    index: usize,
    ids: &mut Numbers<'_>,
) -> Result<(Comparison, Names), ImportError> {
    let id = ComparisonId(ids.ids.fresh());
    let currency =
        Currency::new(&dto.currency).map_err(|rule| ImportError::new("currency", Problem::Currency(rule)))?;
    let (criteria, price) = read_criteria(dto.criteria.0, dto.account, ids)?;
    let needs_scale = dto.account == Account::Points && criteria.all.iter().any(|c| c.scale.is_money());
    let expectation = dto.expectation.map(|pairs| levels(pairs, &criteria, currency)).transpose();
    let expectation = expectation.map(|found| found.map(|levels| Expectation { levels }));
    let header = Header {
        id,
        position: nth(index),
        name: text(&dto.name.0, NAME_MAX_CHARS).map_err(|e| e.under("name"))?,
        note: optional_text(dto.note, NOTE_MAX_CHARS, "note")?,
        example: dto.example.map(key).transpose().map_err(|e| e.under("example"))?,
        account: dto.account,
        currency,
        ownership: ownership(dto.ownership, currency, needs_scale).map_err(|e| e.under("ownership"))?,
        dimensions: dimensions(dto.dimensions).map_err(|e| e.under("dimensions"))?,
        price,
        pins: Vec::new(),
        expectation: expectation.map_err(|e| e.under("expectation"))?,
        dismissed: Vec::new(),
    };
    let (offers, offer_keys) = read_offers(dto.offers.0, &criteria, currency, ids)?;
    let (segments, answered) = read_segments(dto.segments.map(|s| s.0), &criteria, currency, ids)?;
    let mut comparison = Comparison { header, criteria: criteria.all.clone(), offers, segments, variants: Vec::new() };
    let names = Names { criteria, offers: offer_keys, segments: answered.keys };
    let doubts = dismissed::read(dto.dismissed.0, &names, currency);
    comparison.header.dismissed = doubts.map_err(|e| e.under("dismissed"))?;
    for (i, Unsettled { dtos, named, has_cost_emphasis }) in answered.unsettled.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("segments[{i}]"));
        let answers = answers::read(dtos, &comparison, &names, &comparison.segments[i]).map_err(at)?;
        answers::settle(&mut comparison, i, Settled { answers, named, has_cost_emphasis }).map_err(at)?;
    }
    match check(&comparison) {
        Ok(()) => Ok((comparison, names)),
        Err(unsound) => Err(ImportError::new(unsound.path, Problem::Rule(unsound.rule))),
    }
}

pub(super) fn ownership(
    dto: Option<Object<OwnershipDto>>,
    currency: Currency,
    needs_scale: bool,
) -> Result<Ownership, ImportError> {
    let default = Ownership::default();
    let Some(Object(dto)) = dto else {
        return if needs_scale { Err(ImportError::new("", Problem::MoneyScaleMissing)) } else { Ok(default) };
    };
    let curve = match dto.points {
        None if needs_scale => return Err(ImportError::new("points", Problem::MoneyScaleMissing)),
        None => default.curve,
        Some(List(mut points)) => {
            for (i, [amount, _]) in points.iter_mut().enumerate() {
                let minor = currency.minor(*amount);
                *amount = minor_as_f64(
                    minor.map_err(|rule| ImportError::new(format!("points[{i}][0]"), Problem::Amount(rule)))?,
                );
            }
            Curve::new(points, dto.beyond).map_err(|rule| ImportError::new("points", Problem::Curve(rule)))?
        }
    };
    Ok(Ownership { curve, years: dto.years.unwrap_or(default.years), rate: dto.rate.unwrap_or(default.rate) + 0.0 })
}

#[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
fn minor_as_f64(minor: i64) -> f64 {
    minor as f64
}

fn dimensions(pairs: Pairs<Object<DimensionDto>>) -> Result<[DimensionInfo; 8], ImportError> {
    let mut infos: [DimensionInfo; 8] = Default::default();
    for (key, Object(dto)) in no_repeats(pairs)? {
        let Some(dimension) = Dimension::from_key(&key) else {
            let known = listed(Dimension::ALL.map(Dimension::key));
            return Err(ImportError::new(quoted(&key), Problem::UnknownDimension(known)));
        };
        let name = dto.name.map(|w| text(&w.0, NAME_MAX_CHARS)).transpose();
        let name = name.map_err(|e| e.under(&format!("{key}.name")))?;
        infos[dimension.index()] = DimensionInfo { name, hidden: dto.hidden };
    }
    Ok(infos)
}

fn read_criteria(
    dtos: Vec<Object<CriterionDto>>,
    account: Account,
    ids: &mut Numbers<'_>,
) -> Result<(Criteria, Option<CriterionId>), ImportError> {
    let mut criteria = Criteria {
        all: Vec::new(),
        by_key: BTreeMap::new(),
        key_of: Vec::new(),
        categories: Vec::new(),
        leaves: Default::default(),
    };
    let mut price = None;
    for (i, Object(dto)) in dtos.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("criteria[{i}]"));
        let key = criterion_key(dto.key, &criteria).map_err(|e| at(e.under("key")))?;
        let keyed = scale(dto.scale.0, account).map_err(|e| at(e.under("scale")))?;
        let KeyedScale { scale, categories } = ids.categories(&key, keyed);
        if scale.is_money() && dto.dimension != Dimension::Monetary {
            let rule = EditError::MoneyOutsideMonetary.into();
            return Err(at(ImportError::new("dimension", Problem::Rule(Box::new(rule)))));
        }
        let criterion = Criterion {
            id: ids.criterion(&key),
            position: nth(i),
            dimension: dto.dimension,
            name: text(&dto.name.0, NAME_MAX_CHARS).map_err(|e| at(e.under("name")))?,
            note: optional_text(dto.note, NOTE_MAX_CHARS, "note").map_err(at)?,
            scale,
        };
        if dto.price {
            if criterion.scale != (Scale::Money { paid: Paid::Once }) {
                return Err(at(ImportError::new("price", Problem::NotAPrice)));
            }
            if price.replace(criterion.id).is_some() {
                return Err(at(ImportError::new("price", Problem::PriceTwice)));
            }
        }
        let (leaf, leaves) = (leaf_of(&criterion), &mut criteria.leaves[criterion.dimension.index()]);
        if !leaves.contains(&leaf) {
            leaves.push(leaf);
        }
        criteria.by_key.insert(key.clone(), i);
        criteria.key_of.push(key);
        criteria.categories.push(categories);
        criteria.all.push(criterion);
    }
    let price = price.map_or_else(|| only_price(&criteria.all), |id| Ok(Some(id)))?;
    Ok((criteria, price))
}

fn criterion_key(word: String, criteria: &Criteria) -> Result<String, ImportError> {
    let word = key(word)?;
    if word == OWNERSHIP {
        return Err(ImportError::new("", Problem::KeyReserved));
    }
    if criteria.by_key.contains_key(&word) {
        return Err(ImportError::new("", Problem::KeyTaken(quoted(&word))));
    }
    Ok(word)
}

/// The once-paid criterion where there is just one: then nothing else can be the price.
fn only_price(criteria: &[Criterion]) -> Result<Option<CriterionId>, ImportError> {
    let mut once = criteria.iter().filter(|c| c.scale == Scale::Money { paid: Paid::Once }).map(|c| c.id);
    let first = once.next();
    if once.next().is_some() { Err(ImportError::new("criteria", Problem::PriceUnmarked)) } else { Ok(first) }
}

/// What is left of segments once they are read.
#[derive(Default)]
struct Answered {
    keys: BTreeMap<String, SegmentId>,
    /// By place; none for the segment that a comparison has where the file names none.
    unsettled: Vec<Unsettled>,
}

/// Answers that are read once the whole comparison is, and what the file gives itself.
struct Unsettled {
    dtos: Vec<Object<answers::AnswersDto>>,
    named: Vec<WeightSet>,
    has_cost_emphasis: bool,
}

fn read_segments(
    dtos: Option<Vec<Object<SegmentDto>>>,
    criteria: &Criteria,
    currency: Currency,
    ids: &mut Numbers<'_>,
) -> Result<(Vec<Segment>, Answered), ImportError> {
    let Answered { mut keys, mut unsettled } = Answered::default();
    let Some(dtos) = dtos else {
        let mut everyone = Segment::everyone(ids.segment(EVERYONE));
        everyone.weights.conform(&criteria.leaves);
        keys.insert(EVERYONE.to_owned(), everyone.id);
        return Ok((vec![everyone], Answered { keys, unsettled }));
    };
    let mut segments = Vec::with_capacity(dtos.len());
    for (i, Object(mut dto)) in dtos.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("segments[{i}]"));
        let id = own_key(std::mem::take(&mut dto.key), &mut keys, |key| ids.segment(key)).map_err(at)?;
        let (segment, left) = segment(dto, i, id, criteria, currency).map_err(at)?;
        segments.push(segment);
        unsettled.push(left);
    }
    Ok((segments, Answered { keys, unsettled }))
}

fn segment(
    dto: SegmentDto,
    index: usize,
    id: SegmentId,
    criteria: &Criteria,
    currency: Currency,
) -> Result<(Segment, Unsettled), ImportError> {
    let mut segment = Segment::everyone(id);
    let has_cost_emphasis = dto.cost_emphasis.is_some();
    segment.position = nth(index);
    segment.name = text(&dto.name.0, NAME_MAX_CHARS).map_err(|e| e.under("name"))?;
    segment.everyone = dto.everyone;
    segment.size = dto.size.unwrap_or(segment.size) + 0.0;
    segment.sharpness = dto.sharpness.unwrap_or(segment.sharpness) + 0.0;
    segment.cost_emphasis = dto.cost_emphasis.unwrap_or(segment.cost_emphasis) + 0.0;
    segment.buys_nothing = dto.buys_nothing.map(|cdv| cdv + 0.0);
    let named = dto.weights.map(|w| w.0).unwrap_or_default();
    let (weights, named) = weights(named, criteria).map_err(|e| e.under("weights"))?;
    segment.weights = weights;
    for (key, factor) in no_repeats(dto.multipliers).map_err(|e| e.under("multipliers"))? {
        let criterion = &criteria.all[criteria.index(&key).map_err(|e| e.under("multipliers"))?];
        let at = |problem| ImportError::new(format!("multipliers.{}", quoted(&key)), problem);
        if criterion.scale.is_money() {
            return Err(at(Wrong::MoneyMultiplier.into()));
        }
        if !(0.0..=1e9).contains(&factor) {
            return Err(at(Problem::Negative));
        }
        segment.weights.multipliers.insert(criterion.id, factor + 0.0);
    }
    segment.given_for = read_ranges(dto.given_for, criteria, currency).map_err(|e| e.under("given_for"))?;
    let set_of = |member: Member| match member {
        Member::Dimension(dimension) => Some(WeightSet::Side(dimension.side())),
        Member::Leaf(leaf) => {
            let dimension = Dimension::ALL.into_iter().find(|d| criteria.leaves[d.index()].contains(&leaf));
            dimension.map(WeightSet::Dimension)
        }
    };
    let named = named.into_iter().filter_map(set_of).collect();
    Ok((segment, Unsettled { dtos: dto.answers.0, named, has_cost_emphasis }))
}
