//! The level at which each cell's offer would tie the best of the others, in words.

use super::Board;
use super::figures::charts::signed_figure;
use super::rows::RowKind;
use super::tables::exact;
use crate::model::{CategoryId, Comparison, Criterion, Scale};
use crate::value::{BreakEven, BreakEvens, Case, Delivered, Root, break_evens, rounded_to_tie, ties};
use crate::words::{Words, amount, number};

/// Which way a level would have to go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// To a larger number.
    Up,
    /// To a smaller number.
    Down,
    /// Nowhere: it ties as it is, it has no direction, or there is nowhere to go.
    #[default]
    None,
}

/// What a cell says about its break-even.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BreakEvenCell {
    /// The level nearest to today's, as the cell writes levels; a dash for none.
    pub text: String,
    /// Which way it lies.
    pub turn: Turn,
    /// True where no level does it, or nobody can say.
    pub never: bool,
    /// True where that level lies outside the anchors of its scale.
    pub outside: bool,
    /// All levels that do it, with the change to each, as one sentence; named levels have their leads in a second line.
    pub tip: String,
    /// What screen readers hear of the cell while the matrix shows break-evens.
    pub label: String,
}

/// Amounts from here on are shown without minor units.
const LARGE_AMOUNT: f64 = 100_000.0;

/// Most named levels that stand under one another in a tooltip.
const LINES_MAX: usize = 8;

/// The cells of one offer, one per row of the board; rows that are no criterion have an empty one.
pub(super) fn cells(board: &Board, comparison: &Comparison, words: &Words, index: usize) -> Vec<BreakEvenCell> {
    let Some(case) = board.case(comparison) else { return Vec::new() };
    let answers = break_evens(case, index);
    let labels = &board.column(comparison, words, index).cells;
    let speaker = Speaker { board, case, words, offer: index, rival: answers.rival };
    let cell = |(row, label): (&super::Row, &super::Cell)| {
        let RowKind::Criterion(id) = row.kind else { return BreakEvenCell::default() };
        let Some(place) = comparison.criteria.iter().position(|c| c.id == id) else { return BreakEvenCell::default() };
        let mut cell = speaker.cell(&comparison.criteria[place], answers.cells[place].as_ref());
        let answer = cell.tip.lines().next().unwrap_or_default();
        cell.label = words.with("tie-name", &[("cell", &label.label), ("answer", answer)]);
        cell
    };
    board.rows.iter().zip(labels).map(cell).collect()
}

/// The break-even levels nearest to today's for other programs: a row per criterion, a column per offer; empty for
/// none.
#[must_use]
pub fn break_even_data(board: &Board, comparison: &Comparison, words: &Words) -> super::Rows {
    let name = |offer: usize| comparison.offers[offer].name.get(words.lang()).to_owned();
    let mut head = vec![words.t("table-criterion")];
    head.extend((0..comparison.offers.len()).map(name));
    let Some(case) = board.case(comparison) else { return vec![head] };
    let all = crate::value::all_break_evens(case);
    let mut rivals = vec![words.t("tie-rival")];
    rivals.extend(
        all.iter().map(|answers| answers.rival.map(|rival| named(comparison, words, rival)).unwrap_or_default()),
    );
    let mut rows = vec![head, rivals];
    for row in &board.rows {
        let RowKind::Criterion(id) = row.kind else { continue };
        let Some(place) = comparison.criteria.iter().position(|c| c.id == id) else { continue };
        let plain = |answers: &BreakEvens| match answers.cells[place].as_ref() {
            Some(BreakEven::Named { first, .. }) => category(&comparison.criteria[place], words, *first),
            Some(answer) => answer.nearest().map(exact).unwrap_or_default(),
            None => String::new(),
        };
        let unit = if row.quiet.is_empty() { String::new() } else { format!(" ({})", row.quiet) };
        rows.push(std::iter::once(format!("{}{unit}", row.name)).chain(all.iter().map(plain)).collect());
    }
    rows
}

fn category(criterion: &Criterion, words: &Words, id: Option<CategoryId>) -> String {
    let category = id.and_then(|id| criterion.scale.category(id));
    category.map(|c| c.name.get(words.lang()).to_owned()).unwrap_or_default()
}

/// The name of an offer, with its store where another offer bears the same name.
fn named(comparison: &Comparison, words: &Words, offer: usize) -> String {
    let offer = &comparison.offers[offer];
    let name = offer.name.get(words.lang());
    let store = offer.store.get(words.lang());
    let namesakes = comparison.offers.iter().filter(|o| o.name.get(words.lang()) == name).count();
    if namesakes > 1 && !store.is_empty() {
        words.with("offer-at-store", &[("offer", name), ("store", store)])
    } else {
        name.to_owned()
    }
}

/// Words for the break-evens of one offer.
struct Speaker<'a> {
    board: &'a Board,
    case: Case<'a>,
    words: &'a Words,
    offer: usize,
    rival: Option<usize>,
}

impl Speaker<'_> {
    fn cell(&self, criterion: &Criterion, answer: Option<&BreakEven>) -> BreakEvenCell {
        let none = |tip: String| BreakEvenCell {
            text: super::column::UNKNOWN.to_owned(),
            never: true,
            tip,
            ..Default::default()
        };
        let Some(rival) = self.rival else { return none(self.words.t("tie-alone")) };
        let name = named(self.case.comparison, self.words, rival);
        let say = |key: &str| self.words.with(key, &[("rival", &name)]);
        match answer {
            None => none(self.words.t("tie-open")),
            Some(BreakEven::Named { today, leads, first }) => {
                let leads = Leads { criterion, today: *today, all: leads, rival: &name };
                if let Some(first) = *first {
                    return self.named_cell(&leads, first);
                }
                let key = leads.key("tie-named-never", "tie-keeps");
                none(format!("{}\n{}", say(key), self.leads(&leads)))
            }
            Some(answer) if answer.is_never() => {
                let Delivered { complete, cdv, .. } = self.case.delivered;
                let is_ahead = complete[self.offer] && cdv[self.offer] > cdv[rival];
                none(say(if is_ahead { "tie-keeps" } else { "tie-never" }))
            }
            Some(answer) if answer.is_always() => {
                BreakEvenCell { text: self.words.t("tie-any"), tip: say("tie-always"), ..Default::default() }
            }
            Some(BreakEven::Numbers { today, roots, .. }) => {
                let nearest = answer.and_then(BreakEven::nearest).unwrap_or_default();
                let mut cell = self.number_cell(&Asked { criterion, rival, today: *today }, roots, nearest, &name);
                cell.outside = answer.is_some_and(BreakEven::is_outside);
                if cell.outside {
                    cell.tip = format!("{}\n{}", cell.tip, self.words.t("tie-outside"));
                }
                cell
            }
        }
    }

    fn number_cell(&self, asked: &Asked<'_>, roots: &[Root], nearest: f64, rival: &str) -> BreakEvenCell {
        let levels: Vec<String> = roots.iter().map(|root| self.root(asked, *root)).collect();
        let key = if asked.today.is_some() { "tie-ties" } else { "tie-would" };
        let shown = self.shown(asked, nearest);
        BreakEvenCell {
            text: if asked.criterion.scale.is_money() { amount(self.currency(), shown) } else { number(shown) },
            turn: turn(asked.today, nearest),
            tip: self.words.with(key, &[("rival", rival), ("levels", &self.words.list(&levels))]),
            ..Default::default()
        }
    }

    fn currency(&self) -> crate::model::Currency {
        self.case.comparison.header.currency
    }

    /// A level as it may be shown: the offer still ties or beats the rival there.
    fn shown(&self, asked: &Asked<'_>, x: f64) -> f64 {
        let places = match &asked.criterion.scale {
            Scale::Money { .. } if x.abs() >= LARGE_AMOUNT => 0,
            Scale::Money { .. } => i32::try_from(self.currency().exponent()).unwrap_or_default(),
            Scale::Measure { curve, .. } => grain(curve.anchors().1 - curve.anchors().0),
            Scale::Rating { low, high, .. } => grain(high - low),
            Scale::Category { .. } => 0,
        };
        rounded_to_tie(self.case, self.offer, asked.criterion.id, asked.rival, x, places)
    }

    /// A level with its unit.
    fn level(&self, asked: &Asked<'_>, x: f64) -> String {
        match &asked.criterion.scale {
            Scale::Money { paid } => {
                let money = self.words.money(self.currency(), x);
                match paid {
                    crate::model::Paid::Once => money,
                    crate::model::Paid::Yearly => self.words.with("tie-yearly", &[("amount", &money)]),
                }
            }
            Scale::Measure { unit, .. } if !unit.is_blank() => {
                self.words.with("tie-unit", &[("number", &number(x)), ("unit", unit.get(self.words.lang()))])
            }
            _ => number(x),
        }
    }

    /// One root with the change that leads to it.
    fn root(&self, asked: &Asked<'_>, root: Root) -> String {
        let (from, to) = root.ends();
        let shown = |x: f64| self.level(asked, self.shown(asked, x));
        let level = match (from.is_finite(), to.is_finite()) {
            (true, true) if from < to => self.words.with("tie-between", &[("from", &shown(from)), ("to", &shown(to))]),
            (true, true) => shown(from),
            (true, false) => self.words.with("tie-from", &[("from", &shown(from))]),
            (false, _) => self.words.with("tie-to", &[("to", &shown(to))]),
        };
        let Some(today) = asked.today else { return level };
        let nearest = root.nearest(today);
        if turn(Some(today), nearest) == Turn::None {
            return self.words.with("tie-as-today", &[("level", &level)]);
        }
        let change = self.shown(asked, nearest) - today;
        let change = match &asked.criterion.scale {
            Scale::Money { .. } => {
                let plus = if change > 0.0 { "+" } else { "" };
                format!("{plus}{}", amount(self.currency(), change))
            }
            // Six places, as levels have; what is left of a difference behind them is rounding.
            _ => plain_change(change),
        };
        self.words.with("tie-change", &[("level", &level), ("change", &change)])
    }

    fn named_cell(&self, leads: &Leads<'_>, first: CategoryId) -> BreakEvenCell {
        let name = category(leads.criterion, self.words, Some(first));
        let stays = leads.today == Some(first);
        let key = if stays { "tie-named-tied" } else { leads.key("tie-named-reaches", "tie-named-loses") };
        let sentence = self.words.with(key, &[("rival", leads.rival), ("level", &name)]);
        BreakEvenCell { tip: format!("{sentence}\n{}", self.leads(leads)), text: name, ..Default::default() }
    }

    /// What each named level would lead by.
    fn leads(&self, leads: &Leads<'_>) -> String {
        let one = |(id, lead): &(CategoryId, f64)| {
            format!("{} {}", category(leads.criterion, self.words, Some(*id)), signed_figure(self.board, *lead))
        };
        let all: Vec<String> = leads.all.iter().map(one).collect();
        let head = self.words.with("tie-leads", &[("rival", leads.rival)]);
        // A few stand under one another, many side by side.
        if all.len() <= LINES_MAX {
            format!("{head}\n{}", all.join("\n"))
        } else {
            format!("{head} {}", all.join(" · "))
        }
    }
}

/// A question about numbers.
struct Asked<'a> {
    criterion: &'a Criterion,
    rival: usize,
    today: Option<f64>,
}

/// A question about named levels.
struct Leads<'a> {
    criterion: &'a Criterion,
    today: Option<CategoryId>,
    all: &'a [(CategoryId, f64)],
    rival: &'a str,
}

impl Leads<'_> {
    /// One key for an offer behind, another for one ahead today.
    fn key(&self, behind: &'static str, ahead: &'static str) -> &'static str {
        let now = self.all.iter().find(|(id, _)| Some(*id) == self.today);
        if now.is_some_and(|(_, lead)| *lead > 0.0 && !ties(*lead, 0.0)) { ahead } else { behind }
    }
}

fn turn(today: Option<f64>, to: f64) -> Turn {
    match today {
        Some(today) if ties(today, to) => Turn::None,
        Some(today) if to > today => Turn::Up,
        Some(_) => Turn::Down,
        None => Turn::None,
    }
}

/// Decimal places that tell a thousandth of a scale's span or less, at most six.
fn grain(span: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    let places = -(span / 1000.0).log10().ceil().clamp(-6.0, 0.0) as i32;
    places
}

fn plain_change(change: f64) -> String {
    let text = number(change);
    if change > 0.0 && text != number(0.0) { format!("+{text}") } else { text }
}
