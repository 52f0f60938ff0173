//! Where weights come from: what one method says about one set of items, beside the weights in force.

mod choices;
mod form;
mod methods;
mod pairs;
mod scene;
mod why;
mod worked;

pub use form::{Form, FormLevel, FormRow, FormSwing, answered_swing, by_hand_edit, typed_cost, typed_swing_level};
pub use methods::MethodsOptions;
pub(super) use methods::{methods_data, methods_figure};
pub use why::no_weights;
pub(in crate::board) use worked::{method_name, worked_sources};

pub(in crate::board) use choices::ChoiceMemo;
pub use choices::{AnswerLine, ChoiceCard, ChoiceOptions, ChoiceSheet, ChoicesAbout, PutQuestion, SKIPPED_MAX};

use super::{Figure, Seen};
use crate::board::Rows;
use crate::board::figures::charts::dimension_name;
use crate::board::quantity::{leaf_name, price_text};
use crate::board::tables::{Table, exact};
use crate::board::working::Worked;
use crate::model::{Account, Answers, Dimension, Elicited, Ground, Item, Leaf, Method, Scope, Segment, Side};
use crate::value::elicit::{MoneyWorths, WeighError, Weighing, explain, weigh};
use crate::words::{Words, percent};

pub(in crate::board::figures) use pairs::index_table;
pub use pairs::{Consistency, Effort, IndexTable, Pair, PairMisfit, PairSheet, ratio_at};

/// What is weighed, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeighingOptions {
    /// Width of the picture.
    pub width: f32,
    /// What is weighed at once.
    pub scope: Scope,
    /// How; `None` for weights set by hand.
    pub method: Option<Method>,
    /// What is asked to choose from.
    pub choices: ChoiceOptions,
}

impl WeighingOptions {
    /// True where it takes longer than a frame.
    pub(super) fn is_heavy(self, seen: Seen<'_>) -> bool {
        self.method == Some(Method::Choices) && choices::is_heavy(seen, self.scope)
    }
}

/// What the page shows of a method's questions and answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Every scope that has something to weigh, with its name.
    pub scopes: Vec<(Scope, String)>,
    /// Every method that suits the scope, by hand first, with its name.
    pub methods: Vec<(Option<Method>, String)>,
    /// The one that the weights come from.
    pub in_force: Option<Method>,
    /// What is weighed.
    pub items: Vec<SheetItem>,
    /// The answers as they are kept.
    pub answers: Answers,
    /// True where weights follow from them.
    pub is_complete: bool,
    /// What the method is, in one or two sentences.
    pub about: String,
    /// How far the answers are, or what is wrong with them.
    pub state: String,
    /// Judgements in pairs, where that is the method.
    pub pairs: PairSheet,
    /// Offers to choose from, and what was chosen.
    pub choices: ChoiceSheet,
    /// What the questions of the methods with one answer for each item show.
    pub form: Form,
    /// The arithmetic that takes the answers to the weights.
    pub worked: Vec<Worked>,
    /// What one point of CDV is worth in money; empty where money has no weight.
    pub money: String,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            scopes: Vec::new(),
            methods: Vec::new(),
            in_force: None,
            items: Vec::new(),
            answers: Answers::none(Method::Points),
            is_complete: false,
            about: String::new(),
            state: String::new(),
            pairs: PairSheet::default(),
            choices: ChoiceSheet::default(),
            form: Form::default(),
            worked: Vec::new(),
            money: String::new(),
        }
    }
}

/// An item that is weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetItem {
    /// Which one.
    pub item: Item,
    /// Its name.
    pub name: String,
    /// The dimension whose colour it has; `None` for a side.
    pub dimension: Option<Dimension>,
    /// Its weight in force, within what is weighed.
    pub today: f64,
    /// Its weight by the method, where one follows.
    pub weighed: Option<f64>,
    /// Both in words.
    pub texts: [String; 2],
    /// What its whole swing from worst to best is worth in money, by the weights in force, in units of currency.
    pub money: Option<f64>,
}

/// All that is known of one method for one scope.
struct Asked<'a> {
    seen: Seen<'a>,
    segment: &'a Segment,
    options: WeighingOptions,
    kept: Option<&'a Elicited>,
    found: Result<Weighing, WeighError>,
}

impl<'a> Asked<'a> {
    fn new(seen: Seen<'a>, options: WeighingOptions) -> Option<Self> {
        let segment = seen.comparison.segment(seen.board.segment)?;
        let kept = options.method.and_then(|method| segment.answers(options.scope, method));
        let none = options.method.map(Answers::none);
        let answers = kept.map(|e| &e.answers).or(none.as_ref());
        let found = match answers {
            Some(answers) => weigh(seen.comparison, segment, options.scope, answers),
            None => Err(WeighError::Unsuited),
        };
        Some(Self { seen, segment, options, kept, found })
    }

    fn words(&self) -> &'a Words {
        self.seen.words
    }
}

/// The name of an item.
pub(in crate::board) fn item_name(seen: Seen<'_>, item: Item) -> String {
    match item {
        Item::Side(side) => seen.words.side(side),
        Item::Dimension(dimension) => dimension_name(seen.comparison, dimension, seen.words),
        Item::Leaf(leaf) => leaf_name(seen.comparison, seen.words, leaf),
    }
}

/// What is weighed in a scope, by name.
pub(in crate::board) fn scope_name(seen: Seen<'_>, scope: Scope) -> String {
    let words = seen.words;
    let of_side = |keys: [&str; 2], side: Side| words.t(keys[usize::from(side == Side::Cost)]);
    match scope {
        Scope::Both => words.t("weighing-scope-both"),
        Scope::Sides => words.t("weighing-scope-sides"),
        Scope::Dimensions(side) => of_side(["weighing-scope-values", "weighing-scope-costs"], side),
        Scope::Side(side) => of_side(["weighing-scope-all-values", "weighing-scope-all-costs"], side),
        Scope::Criteria(dimension) => {
            words.with("weighing-scope-criteria", &[("name", &dimension_name(seen.comparison, dimension, words))])
        }
    }
}

/// True where a scope has something to weigh.
fn has_items(seen: Seen<'_>, scope: Scope) -> bool {
    Ground::of(seen.comparison).items(scope).len() > 1
}

/// The weights in force of the items of a scope, which sum to 1.
pub(in crate::board) fn weights_today(seen: Seen<'_>, segment: &Segment, items: &[Item]) -> Vec<f64> {
    let leaf_path = |leaf: Leaf| {
        let of = |d: &Dimension| seen.comparison.leaves_of(*d).contains(&leaf);
        let Some(dimension) = Dimension::ALL.into_iter().find(of) else { return (0.0, Side::Value) };
        let share = segment.weights.dimension(dimension).share * segment.weights.leaf(leaf).share;
        (share, dimension.side())
    };
    let emphasis = |side: Side| if side == Side::Cost { segment.cost_emphasis } else { 1.0 };
    let worths: Vec<f64> = items
        .iter()
        .map(|item| match item {
            Item::Side(side) => emphasis(*side),
            Item::Dimension(dimension) => segment.weights.dimension(*dimension).share,
            Item::Leaf(leaf) => {
                let (share, side) = leaf_path(*leaf);
                share * emphasis(side)
            }
        })
        .collect();
    let total: f64 = worths.iter().sum();
    worths.into_iter().map(|w| if total > 0.0 { w / total } else { 0.0 }).collect()
}

fn dimension_of(seen: Seen<'_>, item: Item) -> Option<Dimension> {
    match item {
        Item::Side(_) => None,
        Item::Dimension(dimension) => Some(dimension),
        Item::Leaf(Leaf::Ownership) => Some(Dimension::Monetary),
        Item::Leaf(Leaf::Criterion(id)) => seen.comparison.criterion(id).map(|c| c.dimension),
    }
}

fn sheet(asked: &Asked<'_>) -> Sheet {
    let (seen, words) = (asked.seen, asked.words());
    let scope = asked.options.scope;
    let items = Ground::of(seen.comparison).items(scope);
    let today = weights_today(seen, asked.segment, &items);
    let weighed = asked.found.as_ref().ok().map(|w| &w.weights);
    let suited = Method::ALL.into_iter().filter(|m| m.suits(scope)).map(Some);
    let in_force = asked.segment.elicited.iter().find(|e| e.in_force && e.scope == scope).map(Elicited::method);
    let worths = form::worths(asked, &items);
    let item = |(i, item): (usize, &Item)| {
        let weighed = weighed.and_then(|w| w.get(i).copied());
        SheetItem {
            item: *item,
            name: item_name(seen, *item),
            dimension: dimension_of(seen, *item),
            today: today[i],
            weighed,
            texts: [percent(today[i]), weighed.map(percent).unwrap_or_default()],
            money: worths.as_ref().and_then(|w| w.swings.get(i).copied()),
        }
    };
    let method = asked.options.method;
    let sheet_items: Vec<SheetItem> = items.iter().enumerate().map(item).collect();
    let told = |w: &Weighing| asked.kept.map(|e| explain(seen.comparison, scope, &e.answers, w));
    let told = asked.found.as_ref().ok().and_then(told);
    let currency = seen.comparison.header.currency;
    let money = |w: &MoneyWorths| words.with("money-of-a-point", &[("amount", &words.money(currency, w.delivered))]);
    Sheet {
        scopes: Scope::all()
            .filter(|scope| has_items(seen, *scope))
            .map(|scope| (scope, scope_name(seen, scope)))
            .collect(),
        form: form::form(asked, &sheet_items),
        worked: told.map(|told| worked::worked_weights(seen, scope, &told)).unwrap_or_default(),
        money: worths.as_ref().map(money).unwrap_or_default(),
        methods: std::iter::once(None).chain(suited).map(|m| (m, words.t(method_keys(m)[0]))).collect(),
        in_force,
        items: sheet_items,
        answers: asked.kept.map_or_else(|| Answers::none(method.unwrap_or(Method::Points)), |e| e.answers.clone()),
        is_complete: asked.found.is_ok(),
        about: words.t(method_keys(method)[1]),
        state: why::state(asked),
        pairs: pairs::pair_sheet(asked),
        choices: choices::sheet(asked),
    }
}

/// The message keys of a method's name and of what it is.
fn method_keys(method: Option<Method>) -> [&'static str; 2] {
    match method {
        None => ["weighing-direct", "weighing-direct-about"],
        Some(Method::Points) => ["weighing-points", "weighing-points-about"],
        Some(Method::Swing) => ["weighing-swing", "weighing-swing-about"],
        Some(Method::RankOrder) => ["weighing-rank-order", "weighing-rank-order-about"],
        Some(Method::Pairwise) => ["weighing-pairwise", "weighing-pairwise-about"],
        Some(Method::Money) => ["weighing-money", "weighing-money-about"],
        Some(Method::Choices) => ["weighing-choices", "weighing-choices-about"],
    }
}

pub(super) fn weighing_figure(seen: Seen<'_>, options: WeighingOptions) -> Figure {
    let words = seen.words;
    let title = words.with("weighing-title", &[("scope", &scope_name(seen, options.scope))]);
    if seen.comparison.header.account == Account::Money {
        return Figure { title, remark: words.t("weights-money"), ..Figure::default() };
    }
    let Some(asked) = Asked::new(seen, options) else { return Figure::default() };
    let sheet = sheet(&asked);
    if let Some(drawn) = choices::figure(&asked, &sheet) {
        return Figure { title, summary: drawn.table.in_words(), weighing: sheet, ..drawn };
    }
    let table = table(seen, &sheet);
    let scene = scene::scene(seen, &sheet, options.width);
    Figure {
        title,
        summary: table.in_words(),
        scene,
        table,
        remark: sheet.money.clone(),
        weighing: sheet,
        ..Figure::default()
    }
}

/// The headings; the last one only where money has weight.
fn head(words: &Words, sheet: &Sheet) -> Vec<String> {
    let keys = ["weighing-item", "weighing-today", "weighing-weighed", "money-of-swing"];
    keys.into_iter().take(3 + usize::from(!sheet.money.is_empty())).map(|key| words.t(key)).collect()
}

fn table(seen: Seen<'_>, sheet: &Sheet) -> Table {
    let row = |item: &SheetItem| {
        let money = item.money.map(|units| price_text(seen.comparison, seen.words, units));
        let texts = [item.name.clone(), item.texts[0].clone(), item.texts[1].clone()];
        texts.into_iter().chain(money).collect()
    };
    Table { head: head(seen.words, sheet), rows: sheet.items.iter().map(row).collect(), more: String::new() }
}

pub(super) fn weighing_data(seen: Seen<'_>, options: WeighingOptions) -> Rows {
    let Some(asked) = Asked::new(seen, options) else { return Rows::new() };
    let sheet = sheet(&asked);
    if let Some(rows) = choices::data(&asked, &sheet) {
        return rows;
    }
    let row = |item: &SheetItem| {
        let texts = [item.name.clone(), exact(item.today), item.weighed.map(exact).unwrap_or_default()];
        texts.into_iter().chain(item.money.map(exact)).collect()
    };
    std::iter::once(head(seen.words, &sheet)).chain(sheet.items.iter().map(row)).collect()
}
