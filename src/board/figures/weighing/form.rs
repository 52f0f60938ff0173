//! What the questions of points, swings, rank order, worth in money, and of weights by hand show.

use super::{Asked, SheetItem};
use crate::board::column::level_text;
use crate::board::figures::Seen;
use crate::model::{
    Answers, Comparison, Edit, Item, Leaf, Level, Member, Order, RankMethod, Scale, Scope, SwingAnswer, reshare,
};
use crate::value::elicit::{Details, MoneyWorths, SPAN_TOLERANCE, current_span, is_money, whole_levels};
use crate::words::{Words, decimal, decimal_input, number, parse_number};

/// Questions with one answer for each item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// One for each item; in their order where they are ranked.
    pub rows: Vec<FormRow>,
    /// Σ of the answers and of the weights, in words; empty where there is none.
    pub total: [String; 2],
    /// The total cost at which the slope of a curved money scale is taken, as put into an input.
    pub at: Option<String>,
    /// The same in minor units, to be kept with the answers.
    pub at_minor: Option<i64>,
    /// How ranks become weights: the names, and the formula of the one chosen.
    pub formulas: (Vec<String>, usize, String),
    /// The order as it is, or as the weights in force have it.
    pub order: Order,
    /// Answers that the weights in force would be, to start from.
    pub start: Option<Answers>,
}

/// A question about one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormRow {
    /// Its name.
    pub name: String,
    /// The answer; `None` where there is none yet.
    pub given: Option<f64>,
    /// The answer as put into an input.
    pub input: String,
    /// Names of its input and of its slider.
    pub labels: [String; 2],
    /// Its weight by the method; empty where none follows yet.
    pub weight: String,
    /// Points with 100 for the most important, where they are not so given; the place in an order.
    pub beside: String,
    /// False for money, which is worth itself.
    pub is_asked: bool,
    /// The swing that is asked about.
    pub swing: Option<FormSwing>,
    /// Ties with the row above.
    pub ties: bool,
}

/// A swing that is asked about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormSwing {
    /// “from 0 to 6 years”.
    pub text: String,
    /// “spans 70 points”.
    pub span: String,
    /// What may be chosen in place of the worse and the better level; `None` for what swings as a whole.
    pub levels: Option<[FormLevel; 2]>,
    /// What has happened to the scale since the answer was given.
    pub changed: Option<String>,
    /// The question itself is another one now.
    pub is_another: bool,
}

/// A level of a swing.
#[derive(Clone, Debug, PartialEq)]
pub struct FormLevel {
    /// What it is called.
    pub label: String,
    /// The level.
    pub level: Level,
    /// As put into an input.
    pub shown: String,
    /// What there is to choose from, where levels have names.
    pub options: Vec<(Level, String)>,
}

pub(super) fn form(asked: &Asked<'_>, items: &[SheetItem]) -> Form {
    let words = asked.words();
    let kept = asked.kept.map(|e| &e.answers);
    match asked.options.method.map(Answers::none) {
        None => Form { rows: items.iter().map(|item| by_hand(asked, item)).collect(), ..Form::default() },
        Some(none) => match kept.unwrap_or(&none) {
            Answers::Points { points } => points_form(asked, items, points),
            Answers::RankOrder { formula, places } => order_form(asked, items, places, *formula),
            Answers::Swing { swings } => Form {
                rows: items.iter().map(|item| swing_row(asked, item, swings, false)).collect(),
                ..Form::default()
            },
            Answers::Money { swings, at } => {
                let at_minor = at.or_else(|| usual_cost(asked.seen));
                let currency = asked.seen.comparison.header.currency;
                #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
                let shown = |minor: i64| crate::words::amount(currency, currency.units(minor as f64));
                let is_curved = !is_straight(asked.seen.comparison);
                Form {
                    rows: items.iter().map(|item| swing_row(asked, item, swings, true)).collect(),
                    at: at_minor.filter(|_| is_curved || at.is_some()).map(shown),
                    at_minor,
                    total: [words.t("swing-money-own"), String::new()],
                    ..Form::default()
                }
            }
            Answers::Pairwise { .. } | Answers::Choices { .. } => Form::default(),
        },
    }
}

fn weight_of(item: &SheetItem) -> String {
    item.weighed.map(crate::words::percent).unwrap_or_default()
}

fn labels(words: &Words, keys: [&str; 2], name: &str) -> [String; 2] {
    keys.map(|key| words.with(key, &[("name", name)]))
}

fn by_hand(asked: &Asked<'_>, item: &SheetItem) -> FormRow {
    let is_typed = matches!(asked.options.scope, Scope::Dimensions(_) | Scope::Criteria(_));
    FormRow {
        name: item.name.clone(),
        given: Some(item.today),
        input: decimal_input((item.today * 10_000.0).round() / 100.0),
        labels: labels(asked.words(), ["weighing-by-hand-of", "weighing-by-hand-of"], &item.name),
        weight: item.texts[0].clone(),
        is_asked: is_typed,
        ..FormRow::default()
    }
}

fn points_form(asked: &Asked<'_>, items: &[SheetItem], points: &[(Item, f64)]) -> Form {
    let words = asked.words();
    let anchored = match asked.found.as_ref().map(|w| &w.details) {
        Ok(Details::Points { anchored, .. }) => Some(anchored),
        _ => None,
    };
    let row = |(i, item): (usize, &SheetItem)| {
        let given = points.iter().find(|(named, _)| *named == item.item).map(|(_, p)| *p);
        let against = anchored.and_then(|a| a.get(i).copied()).filter(|a| Some(*a) != given);
        FormRow {
            name: item.name.clone(),
            given,
            input: given.map(decimal_input).unwrap_or_default(),
            labels: labels(words, ["weighing-points-of", "weighing-points-slider"], &item.name),
            weight: weight_of(item),
            beside: against.map(|a| words.with("points-anchored", &[("points", &brief(a))])).unwrap_or_default(),
            is_asked: true,
            ..FormRow::default()
        }
    };
    let total: f64 = points.iter().filter(|(named, _)| items.iter().any(|i| i.item == *named)).map(|(_, p)| p).sum();
    let whole = if asked.found.is_ok() { crate::words::percent(1.0) } else { String::new() };
    let most = items.iter().map(|i| i.today).fold(0.0_f64, f64::max);
    let start = |item: &SheetItem| (item.item, (item.today / most * 1000.0).round() / 10.0);
    Form {
        rows: items.iter().enumerate().map(row).collect(),
        total: [brief(total), whole],
        start: (most > 0.0).then(|| Answers::Points { points: items.iter().map(start).collect() }),
        ..Form::default()
    }
}

/// A number to one place.
fn brief(x: f64) -> String {
    number((x * 10.0).round() / 10.0)
}

fn order_form(asked: &Asked<'_>, items: &[SheetItem], places: &[(Item, u32)], formula: RankMethod) -> Form {
    let words = asked.words();
    let named: Vec<Item> = items.iter().map(|i| i.item).collect();
    let today: Vec<f64> = items.iter().map(|i| i.today).collect();
    let by_weight = Order::of_weights(&named, &today);
    let mut order = if places.is_empty() { by_weight.clone() } else { Order::of_places(places) };
    order.complete(&named);
    let all = order.places();
    let row = |(at, (item, place)): (usize, &(Item, u32))| {
        let own = items.iter().find(|i| i.item == *item)?;
        Some(FormRow {
            name: own.name.clone(),
            given: Some(f64::from(*place)),
            labels: labels(words, ["order-row", "order-tie"], &own.name),
            weight: weight_of(own),
            beside: place.to_string(),
            is_asked: true,
            ties: at > 0 && all[at - 1].1 == *place,
            ..FormRow::default()
        })
    };
    let keys = |formula: RankMethod| match formula {
        RankMethod::Centroid => ["order-centroid", "order-centroid-formula"],
        RankMethod::Sum => ["order-sum", "order-sum-formula"],
        RankMethod::Reciprocal => ["order-reciprocal", "order-reciprocal-formula"],
    };
    let chosen = RankMethod::ALL.iter().position(|f| *f == formula).unwrap_or_default();
    Form {
        rows: all.iter().enumerate().filter_map(row).collect(),
        formulas: (RankMethod::ALL.map(|f| words.t(keys(f)[0])).to_vec(), chosen, words.t(keys(formula)[1])),
        start: Some(Answers::RankOrder { formula, places: by_weight.places() }),
        order,
        ..Form::default()
    }
}

fn swing_row(asked: &Asked<'_>, item: &SheetItem, swings: &[SwingAnswer], in_money: bool) -> FormRow {
    let (seen, words) = (asked.seen, asked.words());
    let answer = swings.iter().find(|s| s.item == item.item);
    let keys = if in_money { ["swing-price-of", "swing-price-of"] } else { ["swing-worth-of", "swing-slider"] };
    FormRow {
        name: item.name.clone(),
        given: answer.map(|a| a.worth),
        input: answer.map(|a| decimal_input(a.worth)).unwrap_or_default(),
        labels: labels(words, keys, &item.name),
        weight: weight_of(item),
        is_asked: !(in_money && is_money(seen.comparison, item.item)),
        swing: Some(swing(asked, item, answer)),
        ..FormRow::default()
    }
}

fn swing(asked: &Asked<'_>, item: &SheetItem, answer: Option<&SwingAnswer>) -> FormSwing {
    let (seen, words) = (asked.seen, asked.words());
    let levels = answer.and_then(|a| a.levels);
    let span = current_span(seen.comparison, asked.segment, item.item, levels);
    let points = |x: f64| decimal(x, usize::from((x - x.round()).abs() > 0.05));
    let changed = answer.filter(|a| (a.span - span).abs() > SPAN_TOLERANCE);
    let key = if levels.is_some() { "swing-changed-span" } else { "swing-changed-whole" };
    let tell = |a: &SwingAnswer| words.with(key, &[("then", &points(a.span)), ("now", &points(span))]);
    let leaf = if let Item::Leaf(leaf) = item.item { Some(leaf) } else { None };
    FormSwing {
        text: swing_text(seen, item.item, levels),
        span: words.with("swing-span", &[("points", &points(span))]),
        levels: leaf.and_then(|leaf| Some((leaf, levels.or_else(|| whole_levels(seen.comparison, leaf))?))).map(
            |(leaf, [from, to])| {
                let level = |key: &str, level| form_level(seen, leaf, words.with(key, &[("name", &item.name)]), level);
                [level("swing-from", from), level("swing-to", to)]
            },
        ),
        changed: changed.map(tell),
        is_another: changed.is_some() && levels.is_none(),
    }
}

fn scale_of(comparison: &Comparison, leaf: Leaf) -> Option<&Scale> {
    match leaf {
        Leaf::Criterion(id) => comparison.criterion(id).map(|c| &c.scale),
        Leaf::Ownership => comparison.money_criteria().next().map(|c| &c.scale),
    }
}

fn form_level(seen: Seen<'_>, leaf: Leaf, label: String, level: Level) -> FormLevel {
    let scale = scale_of(seen.comparison, leaf);
    let currency = seen.comparison.header.currency;
    let options = match scale {
        Some(Scale::Category { levels, .. }) => {
            levels.iter().map(|c| (Level::Category(c.id), c.name.get(seen.words.lang()).to_owned())).collect()
        }
        _ => Vec::new(),
    };
    let shown = scale.map(|scale| seen.words.level_input(scale, currency, level)).unwrap_or_default();
    FormLevel { label, level, shown, options }
}

/// “from 0 to 6 years”, “from ¥4,000 to ¥2,000”; of what has no levels of its own “all criteria from worst to best”.
pub(in crate::board) fn swing_text(seen: Seen<'_>, item: Item, levels: Option<[Level; 2]>) -> String {
    let (comparison, words) = (seen.comparison, seen.words);
    let Item::Leaf(leaf) = item else { return words.t("swing-all") };
    let levels = levels.or_else(|| whole_levels(comparison, leaf));
    let (Some([from, to]), Some(scale)) = (levels, scale_of(comparison, leaf)) else { return words.t("swing-all") };
    let currency = comparison.header.currency;
    let text = |level: Level| match level {
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        Level::Money(minor) => words.money(currency, currency.units(minor as f64)),
        _ => level_text(comparison, scale, level, words),
    };
    let parts = [("from", text(from)), ("to", text(to))];
    let unit = if let Scale::Measure { unit, .. } = scale { unit.get(words.lang()) } else { "" };
    let arguments = [("from", parts[0].1.as_str()), ("to", parts[1].1.as_str()), ("unit", unit)];
    if unit.is_empty() {
        words.with("swing-levels", &arguments[..2])
    } else {
        words.with("swing-levels-unit", &arguments)
    }
}

/// True where all parts of the money scale have the same slope.
fn is_straight(comparison: &Comparison) -> bool {
    let slopes: Vec<f64> = comparison
        .header
        .ownership
        .curve
        .points()
        .windows(2)
        .map(|pair| (pair[1][1] - pair[0][1]) / (pair[1][0] - pair[0][0]))
        .collect();
    let most = slopes.iter().fold(0.0_f64, |most, s| most.max(s.abs()));
    slopes.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 1e-9 * most)
}

/// The total cost at which a curved money scale's slope is taken unless somebody says otherwise: the mean of the
/// complete offers; `None` where the scale is straight, so that it does not matter, or nothing has a total cost.
fn usual_cost(seen: Seen<'_>) -> Option<i64> {
    if is_straight(seen.comparison) {
        return None;
    }
    let cost = seen.comparison.ownership_costs();
    let offers = seen.comparison.offers.iter().zip(&seen.board.delivered.complete);
    let costs: Vec<f64> = offers.filter(|(_, complete)| **complete).filter_map(|(offer, _)| cost(offer)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a number of offers")]
    let mean = costs.iter().sum::<f64>() / costs.len() as f64;
    #[expect(clippy::cast_possible_truncation, reason = "a mean of amounts below 2^53")]
    (!costs.is_empty() && mean.is_finite()).then(|| mean.round() as i64)
}

/// What weights are worth in money: by the slope that answers about money are kept with, or the usual one.
pub(super) fn worths(asked: &Asked<'_>, items: &[Item]) -> Option<MoneyWorths> {
    let at = match asked.kept.map(|e| &e.answers) {
        Some(Answers::Money { at: Some(at), .. }) => Some(*at),
        _ => usual_cost(asked.seen),
    };
    crate::value::elicit::money_worths(asked.seen.comparison, asked.segment, items, at)
}

/// The swings with one answered: its worth, between these levels, over the points that they span today.
///
/// `None` for `worth` takes the answer back.
#[must_use]
pub fn answered_swing(
    seen: Seen<'_>,
    swings: &[SwingAnswer],
    item: Item,
    levels: Option<[Level; 2]>,
    worth: Option<f64>,
) -> Vec<SwingAnswer> {
    let Some(segment) = seen.comparison.segment(seen.board.segment) else { return swings.to_vec() };
    let span = current_span(seen.comparison, segment, item, levels);
    let others = swings.iter().copied().filter(|s| s.item != item);
    others.chain(worth.map(|worth| SwingAnswer { item, levels, span, worth })).collect()
}

/// The level that was typed for an end of a swing.
///
/// # Errors
/// What is wrong with it, in words.
pub fn typed_swing_level(seen: Seen<'_>, leaf: Leaf, text: &str) -> Result<Option<Level>, String> {
    match scale_of(seen.comparison, leaf) {
        Some(scale) => seen.words.parse_level(scale, seen.comparison.header.currency, text),
        None => Ok(None),
    }
}

/// The total cost that was typed, in minor units.
///
/// # Errors
/// What is wrong with it, in words.
pub fn typed_cost(seen: Seen<'_>, text: &str) -> Result<i64, String> {
    let units = parse_number(text).map_err(|error| seen.words.number_error(error))?;
    seen.comparison.header.currency.minor(units).map_err(|error| seen.words.amount_error(error))
}

/// The edit that gives an item of a set this weight by hand; the others of its set share the rest.
#[must_use]
pub fn by_hand_edit(seen: Seen<'_>, item: Item, share: f64) -> Option<Edit> {
    let member = match item {
        Item::Dimension(dimension) => Member::Dimension(dimension),
        Item::Leaf(leaf) => Member::Leaf(leaf),
        Item::Side(_) => return None,
    };
    let segment = seen.comparison.segment(seen.board.segment)?;
    let set = seen.comparison.set_of(member)?;
    let now = seen.comparison.shares(segment, set);
    let index = now.iter().position(|(m, _)| *m == member)?;
    let plain: Vec<_> = now.iter().map(|(_, s)| *s).collect();
    let shares = now.iter().map(|(m, _)| *m).zip(reshare(&plain, index, share)).collect();
    Some(Edit::SetWeights { comparison: seen.comparison.id(), segment: segment.id, set, shares })
}
