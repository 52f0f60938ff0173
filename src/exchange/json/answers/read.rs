//! Text → answers.

use std::collections::{BTreeMap, BTreeSet};

use super::shapes::{AlternativeDto, JudgementDto, OneOrMore};
use super::{AnswersDto, ChoiceDto, MatrixDto, SwingDto, scope_key, scope_keys, scope_of, side_key};
use crate::exchange::error::{listed, quoted};
use crate::exchange::json::OWNERSHIP;
use crate::exchange::json::dto::{List, Object, Pairs, Value};
use crate::exchange::json::read::{Criteria, Names, no_repeats};
use crate::exchange::json::read_offers::level;
use crate::exchange::{ImportError, Problem, Wrong};
use crate::model::{
    Alternative, Answers, ChoiceAnswer, Comparison, CriterionId, Dimension, Elicited, Ground, Item, Judgement, Leaf,
    Level, Method, Scope, Segment, Side, SwingAnswer,
};
use crate::value::elicit::pairwise::{Judgements, MAX_ITEMS};
use crate::value::elicit::{current_span, is_money};

/// What answers of a segment are read against.
struct Reader<'a> {
    comparison: &'a Comparison,
    names: &'a Names,
    segment: &'a Segment,
    scope: Scope,
    items: Vec<Item>,
}

/// The answers of a segment, in the order of the file, each with what the file says of its being in force; paths start
/// at the segment.
pub(in crate::exchange::json) fn read(
    dtos: Vec<Object<AnswersDto>>,
    comparison: &Comparison,
    names: &Names,
    segment: &Segment,
) -> Result<Vec<(Elicited, Option<bool>)>, ImportError> {
    let mut found: Vec<(Elicited, Option<bool>)> = Vec::with_capacity(dtos.len());
    for (i, Object(dto)) in dtos.into_iter().enumerate() {
        let at = |e: ImportError| e.under(&format!("answers[{i}]"));
        let in_force = dto.in_force;
        let elicited = answers(dto, comparison, names, segment).map_err(at)?;
        let is_repeated = found.iter().any(|(e, _)| (e.scope, e.method()) == (elicited.scope, elicited.method()));
        if is_repeated {
            return Err(at(ImportError::new("", Problem::AnsweredTwice)));
        }
        found.push((elicited, in_force));
    }
    Ok(found)
}

fn answers(
    dto: AnswersDto,
    comparison: &Comparison,
    names: &Names,
    segment: &Segment,
) -> Result<Elicited, ImportError> {
    let unknown = || Problem::UnknownScope { word: quoted(&dto.weigh), known: listed(scope_keys()) };
    let scope = scope_of(&dto.weigh).ok_or_else(|| ImportError::new("weigh", unknown()))?;
    let items = Ground::of(comparison).items(scope);
    let reader = Reader { comparison, names, segment, scope, items };
    let method = dto.method.method();
    only_of(method, &dto)?;
    if !method.suits(scope) {
        let known = Scope::all().filter(|scope| method.suits(*scope)).map(scope_key);
        let unsuited = Problem::UnsuitedScope { method: method.key(), known: listed(known) };
        return Err(ImportError::new("weigh", unsuited));
    }
    let member = if dto.matrix.is_some() { "matrix" } else { member_of(method) };
    let answers = match method {
        Method::Points => Answers::Points { points: reader.points(dto.points)? },
        Method::Swing => Answers::Swing { swings: reader.swings(dto.swings, false)? },
        Method::RankOrder => Answers::RankOrder {
            formula: dto.formula.map(super::FormulaDto::formula).unwrap_or_default(),
            places: reader.places(dto.order)?,
        },
        Method::Pairwise => Answers::Pairwise {
            judgements: match (dto.matrix, dto.judgements) {
                (Some(_), Some(_)) => {
                    return Err(ImportError::new("", Wrong::JudgementsAndMatrix.into()));
                }
                (Some(Object(matrix)), None) => reader.matrix(&matrix).map_err(|e| e.under("matrix"))?,
                (None, judgements) => reader.judgements(judgements)?,
            },
            random_index: random_index(dto.random_index.0)?,
        },
        Method::Money => Answers::Money { swings: reader.swings(dto.swings, true)?, at: reader.at(dto.at)? },
        Method::Choices => Answers::Choices { choices: reader.choices(dto.choices)? },
    };
    if answers.is_empty() {
        let has_one = method == Method::Pairwise && reader.items.len() == 1;
        let wrong = if has_one { Wrong::OneItem } else { Wrong::NothingAnswered };
        return Err(ImportError::new(member, wrong.into()));
    }
    let ground = Ground::of(comparison);
    answers.check(scope, &ground).map_err(|rule| ImportError::new("", Problem::Answer(rule)))?;
    Ok(Elicited { scope, in_force: false, answers })
}

/// Where a method's answers are.
fn member_of(method: Method) -> &'static str {
    match method {
        Method::Points => "points",
        Method::Swing | Method::Money => "swings",
        Method::RankOrder => "order",
        Method::Pairwise => "judgements",
        Method::Choices => "choices",
    }
}

fn random_index(list: Vec<f64>) -> Result<Vec<f64>, ImportError> {
    if list.iter().all(|index| is_ratio(*index)) {
        Ok(list)
    } else {
        Err(ImportError::new("random_index", Wrong::RandomIndex.into()))
    }
}

/// True for what a judgement can be.
fn is_ratio(ratio: f64) -> bool {
    (Answers::MAX.recip()..=Answers::MAX).contains(&ratio)
}

/// A member that another method has is refused, not passed over.
fn only_of(method: Method, dto: &AnswersDto) -> Result<(), ImportError> {
    let members = [
        ("points", dto.points.is_some(), method == Method::Points),
        ("swings", dto.swings.is_some(), matches!(method, Method::Swing | Method::Money)),
        ("formula", dto.formula.is_some(), method == Method::RankOrder),
        ("order", dto.order.is_some(), method == Method::RankOrder),
        ("judgements", dto.judgements.is_some(), method == Method::Pairwise),
        ("matrix", dto.matrix.is_some(), method == Method::Pairwise),
        ("random_index", !dto.random_index.0.is_empty(), method == Method::Pairwise),
        ("at", dto.at.is_some(), method == Method::Money),
        ("choices", dto.choices.is_some(), method == Method::Choices),
    ];
    match members.into_iter().find(|(_, is_there, belongs)| *is_there && !belongs) {
        Some((field, ..)) => Err(ImportError::new("", Problem::NotOfMethod { field, method: method.key() })),
        None => Ok(()),
    }
}

fn needed<T>(member: Option<T>, field: &'static str, method: Method) -> Result<T, ImportError> {
    member.ok_or_else(|| ImportError::new("", Problem::NeededByMethod { field, method: method.key() }))
}

impl Reader<'_> {
    /// What a key stands for in this scope. A money criterion stands for all money together.
    fn item(&self, key: &str) -> Result<Item, ImportError> {
        let leaf = || {
            let criterion = self.names.criteria.get(key);
            let money = key == OWNERSHIP || criterion.is_some_and(|c| c.scale.is_money());
            let own = criterion.map(|c| Leaf::Criterion(c.id));
            if money { Some(Item::Leaf(Leaf::Ownership)) } else { own.map(Item::Leaf) }
        };
        let found = match self.scope {
            Scope::Sides => Side::ALL.into_iter().find(|s| side_key(*s) == key).map(Item::Side),
            Scope::Dimensions(_) => Dimension::from_key(key).map(Item::Dimension),
            Scope::Criteria(_) | Scope::Side(_) | Scope::Both => leaf(),
        };
        found.filter(|item| self.items.contains(item)).ok_or_else(|| {
            let known = listed(self.items.iter().map(|item| self.key(*item)));
            ImportError::new("", Problem::UnknownItem { word: quoted(key), known })
        })
    }

    fn key(&self, item: Item) -> &str {
        match item {
            Item::Side(side) => side_key(side),
            Item::Dimension(dimension) => dimension.key(),
            Item::Leaf(leaf) => self.names.criteria.key_of(leaf),
        }
    }

    fn points(&self, dto: Option<Pairs<f64>>) -> Result<Vec<(Item, f64)>, ImportError> {
        let pairs = no_repeats(needed(dto, "points", Method::Points)?).map_err(|e| e.under("points"))?;
        let point = |(key, points): (String, f64)| Ok((self.item(&key)?, points + 0.0));
        pairs.into_iter().map(point).collect::<Result<_, ImportError>>().map_err(|e| e.under("points"))
    }

    fn places(&self, dto: Option<List<OneOrMore>>) -> Result<Vec<(Item, u32)>, ImportError> {
        let mut places = Vec::new();
        for (place, entry) in (1..).zip(needed(dto, "order", Method::RankOrder)?.0) {
            let keys = match entry {
                OneOrMore::One(key) => vec![key],
                OneOrMore::More(keys) => keys,
            };
            for key in keys {
                places.push((self.item(&key).map_err(|e| e.under("order"))?, place));
            }
        }
        Ok(places)
    }

    /// Swings, `in_money` or against each other. Money itself has none in money.
    fn swings(&self, dto: Option<List<Object<SwingDto>>>, in_money: bool) -> Result<Vec<SwingAnswer>, ImportError> {
        let method = if in_money { Method::Money } else { Method::Swing };
        let swings = needed(dto, "swings", method)?.0.into_iter().enumerate();
        let at = |i: usize| move |e: ImportError| e.under(&format!("swings[{i}]"));
        swings.map(|(i, Object(dto))| self.swing(dto, in_money).map_err(at(i))).collect()
    }

    fn swing(&self, dto: SwingDto, in_money: bool) -> Result<SwingAnswer, ImportError> {
        let item = self.item(&dto.item)?;
        if in_money && is_money(self.comparison, item) {
            return Err(ImportError::new("", Wrong::MoneySwing.into()));
        }
        let levels = match (dto.from, dto.to) {
            (None, None) => None,
            (Some(from), Some(to)) => {
                let end = |value, place: &str| self.end(item, value).map_err(|p| ImportError::new(place, p));
                Some([end(from, "from")?, end(to, "to")?])
            }
            _ => return Err(ImportError::new("", Wrong::OneEnd.into())),
        };
        let today = current_span(self.comparison, self.segment, item, levels);
        Ok(SwingAnswer { item, levels, span: dto.span.unwrap_or(today) + 0.0, worth: dto.worth + 0.0 })
    }

    /// One end of a swing.
    fn end(&self, item: Item, value: Value) -> Result<Level, Problem> {
        let currency = self.comparison.header.currency;
        let criteria = &self.names.criteria;
        match (item, value) {
            (Item::Leaf(Leaf::Ownership), Value::Number(units)) => {
                currency.minor(units).map(Level::Money).map_err(Problem::Amount)
            }
            (Item::Leaf(Leaf::Criterion(id)), value) => {
                let place = criteria.all.iter().position(|c| c.id == id).ok_or_else(|| criteria.unknown())?;
                level(value, &criteria.all[place].scale, &criteria.categories[place], currency)?
                    .ok_or(Problem::Wrong(Wrong::LevelNull))
            }
            _ => Err(Wrong::NoLevels.into()),
        }
    }

    fn judgements(&self, dto: Option<List<JudgementDto>>) -> Result<Vec<Judgement>, ImportError> {
        let judgements = needed(dto, "judgements", Method::Pairwise)?.0.into_iter().enumerate();
        let mut seen = BTreeSet::new();
        let read = |(i, JudgementDto(row, column, value)): (usize, JudgementDto)| {
            let mut one = || {
                let refused = |why| ImportError::new("", why);
                let ratio = judgement(&value).map_err(refused)?;
                let (row, column) = (self.item(&row)?, self.item(&column)?);
                if row == column {
                    return Err(refused(Wrong::AgainstItself.into()));
                }
                if !seen.insert([row.min(column), row.max(column)]) {
                    return Err(refused(Wrong::JudgedAlready.into()));
                }
                Ok(Judgement { row, column, ratio })
            };
            one().map_err(|e: ImportError| e.under(&format!("judgements[{i}]")))
        };
        judgements.map(read).collect()
    }

    /// The judgements of a whole matrix.
    fn matrix(&self, dto: &MatrixDto) -> Result<Vec<Judgement>, ImportError> {
        let keys = dto.items.0.iter();
        let items: Vec<Item> =
            keys.map(|key| self.item(key)).collect::<Result<_, _>>().map_err(|e| e.under("items"))?;
        let mut seen = BTreeSet::new();
        if let Some(again) = items.iter().position(|item| !seen.insert(*item)) {
            return Err(ImportError::new(format!("items[{again}]"), Wrong::ItemTwice.into()));
        }
        let cell = |value: &Value| match value {
            Value::Missing => Ok(None),
            value => judgement(value).map(Some),
        };
        let mut rows = Vec::with_capacity(dto.rows.0.len().min(MAX_ITEMS));
        for (i, row) in dto.rows.0.iter().enumerate() {
            let cells: Result<Vec<Option<f64>>, Problem> = row.0.iter().map(cell).collect();
            rows.push(cells.map_err(|why| ImportError::new(format!("rows[{i}]"), why))?);
        }
        if rows.len() != items.len() {
            return Err(ImportError::new("rows", Wrong::MatrixRows.into()));
        }
        if let Some(row) = rows.iter().position(|row| row.len() != items.len()) {
            return Err(ImportError::new(format!("rows[{row}]"), Wrong::MatrixRows.into()));
        }
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let names = || dto.items.0.iter().map(|key| quoted(key)).collect();
        let judged = Judgements::from_matrix(&rows)
            .map_err(|rule| ImportError::new("rows", Problem::Pairs { rule, names: names() }))?;
        Ok(judged
            .given()
            .map(|(row, column, ratio)| Judgement { row: items[row], column: items[column], ratio })
            .collect())
    }

    fn at(&self, units: Option<f64>) -> Result<Option<i64>, ImportError> {
        let minor = units.map(|units| self.comparison.header.currency.minor(units)).transpose();
        minor.map_err(|rule| ImportError::new("at", Problem::Amount(rule)))
    }

    fn choices<const MAX: usize>(
        &self,
        dto: Option<List<Object<ChoiceDto>, MAX>>,
    ) -> Result<Vec<ChoiceAnswer>, ImportError> {
        let choices = needed(dto, "choices", Method::Choices)?.0.into_iter().enumerate();
        choices.map(|(i, Object(dto))| self.choice(dto).map_err(|e| e.under(&format!("choices[{i}]")))).collect()
    }

    fn choice(&self, dto: ChoiceDto) -> Result<ChoiceAnswer, ImportError> {
        let order = match (dto.took, dto.order) {
            (Some(took), None) => vec![took.0],
            (None, Some(order)) => order.0.into_iter().map(|place| place.0).collect(),
            _ => return Err(ImportError::new("", Wrong::TookAndOrder.into())),
        };
        let read = |(i, shown)| self.alternative(shown).map_err(|e| e.under(&format!("from[{i}]")));
        let alternatives = dto.from.0.into_iter().enumerate().map(read).collect::<Result<Vec<_>, ImportError>>()?;
        let there = alternatives.len();
        let mut seen = BTreeSet::new();
        let wrong = if there < 2 {
            Some(Wrong::TooFewOffers.into())
        } else if order.is_empty() {
            Some(Wrong::NothingTaken.into())
        } else if let Some(place) = order.iter().copied().find(|place| *place >= there) {
            Some(Problem::NoSuchPlace { place, last: there - 1 })
        } else {
            order.iter().find(|place| !seen.insert(**place)).map(|place| Problem::RankedTwice(*place))
        };
        match wrong {
            Some(why) => Err(ImportError::new("", why)),
            None => Ok(ChoiceAnswer { alternatives, order }),
        }
    }

    /// What was shown: the offer's levels as the file has them, with those that were different.
    fn alternative(&self, dto: AlternativeDto) -> Result<Alternative, ImportError> {
        let (offer, levels) = match dto {
            AlternativeDto::Offer(key) => (Some(key), Pairs::default()),
            AlternativeDto::Shown(shown) => (shown.offer, shown.levels),
        };
        let known = |key: String| {
            let found = self.names.offers.get(&key).copied();
            let keys = || listed(self.names.offers.keys().map(String::as_str));
            found.ok_or_else(|| ImportError::new(quoted(&key), Problem::UnknownOffer(keys())))
        };
        let offer = offer.map(known).transpose()?;
        let mut all = offer.and_then(|id| self.comparison.offer(id)).map(|o| o.levels.clone()).unwrap_or_default();
        for (id, level) in levels_of(&self.names.criteria, levels, self.comparison)? {
            match level {
                Some(level) => all.insert(id, level),
                None => all.remove(&id),
            };
        }
        Ok(Alternative { offer, levels: all })
    }
}

fn levels_of(
    criteria: &Criteria,
    levels: Pairs<Value>,
    comparison: &Comparison,
) -> Result<BTreeMap<CriterionId, Option<Level>>, ImportError> {
    let read = |(key, value): (String, Value)| {
        let i = criteria.index(&key)?;
        let found = level(value, &criteria.all[i].scale, &criteria.categories[i], comparison.header.currency);
        Ok((criteria.all[i].id, found.map_err(|problem| ImportError::new(quoted(&key), problem))?))
    };
    let pairs = no_repeats(levels).map_err(|e| e.under("levels"))?.into_iter();
    pairs.map(read).collect::<Result<_, ImportError>>().map_err(|e| e.under("levels"))
}

/// A judgement: `3`, `0.5` or `"1/3"`.
pub(in crate::exchange::json) fn judgement(value: &Value) -> Result<f64, Problem> {
    let ratio = ratio(value).ok_or(Problem::Wrong(Wrong::NotARatio))?;
    if is_ratio(ratio) { Ok(ratio) } else { Err(Wrong::RatioOutOfRange.into()) }
}

fn ratio(value: &Value) -> Option<f64> {
    match value {
        Value::Missing => None,
        Value::Number(ratio) => Some(*ratio),
        Value::Word(word) => {
            let (one, other) = word.split_once('/').unwrap_or((word, "1"));
            let [one, other] = [one, other].map(|part| part.trim().parse::<f64>().ok());
            Some(one? / other?).filter(|ratio| ratio.is_finite())
        }
    }
}
