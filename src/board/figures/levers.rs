//! The cheapest way to win: the figure, and the words around the levers of an offer.

use super::charts::signed_figure;
use super::lever_scene::{Way, WayStep, way_scene};
use super::{Figure, Seen};
use crate::board::tables::Table;
use crate::board::{Board, Rows};
use crate::chart::Ink;
use crate::model::{Account, CategoryId, Comparison, Criterion, CriterionId, Level, Lever, LeverSet, OfferId, Scale};
use crate::value::{Alone, CheapestWin, LeverError, Move, Outcome, Plan, Setting, cheapest_win};
use crate::words::{Words, decimal_input, number, signed};

/// Whose levers, and how wide the picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeversOptions {
    /// Width of the picture.
    pub width: f32,
    /// Index of the offer.
    pub offer: usize,
}

/// More levers than this may take longer than a frame.
const LEVERS_AT_ONCE: usize = 12;

impl LeversOptions {
    pub(super) fn is_heavy(self, seen: Seen<'_>) -> bool {
        seen.comparison.offers.get(self.offer).is_some_and(|o| o.levers.levers.len() > LEVERS_AT_ONCE)
    }
}

/// The words around the levers of an offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverLines {
    /// What is to be reached.
    pub lead: String,
    /// The answer in one sentence.
    pub answer: String,
    /// What one lever can do alone, and what else is to be known.
    pub more: Vec<String>,
    /// One row per lever.
    pub rows: Vec<LeverRow>,
    /// Criteria that have no lever yet.
    pub others: Vec<(CriterionId, String)>,
    /// The levels of the plan; empty where there is none.
    pub plan: Vec<(OfferId, CriterionId, Option<Level>)>,
    /// The unit of the margin.
    pub margin_unit: String,
}

/// One lever in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeverRow {
    /// Name of its criterion.
    pub name: String,
    /// Today's level.
    pub today: String,
    /// What the lever does alone.
    pub alone: String,
    /// Heading of the step with its unit.
    pub step: String,
    /// Heading of the cost with its currency.
    pub cost: String,
    /// The bounds that hold, as they are put into inputs.
    pub bounds: [String; 2],
    /// Named levels that could be had instead of today's.
    pub named: Vec<(CategoryId, String)>,
}

/// What is asked, with all that words need.
#[derive(Clone, Copy)]
struct Asked<'a> {
    seen: Seen<'a>,
    index: usize,
}

impl<'a> Asked<'a> {
    fn words(self) -> &'a Words {
        self.seen.words
    }

    fn comparison(self) -> &'a Comparison {
        self.seen.comparison
    }

    fn name(self) -> &'a str {
        self.comparison().offers[self.index].name.get(self.words().lang())
    }

    fn rival(self, id: OfferId) -> &'a str {
        self.comparison().offer(id).map_or("", |o| o.name.get(self.words().lang()))
    }

    fn set(self) -> &'a LeverSet {
        &self.comparison().offers[self.index].levers
    }

    fn criterion(self, id: CriterionId) -> Option<&'a Criterion> {
        self.comparison().criterion(id)
    }

    fn criterion_name(self, id: CriterionId) -> &'a str {
        self.criterion(id).map_or("", |c| c.name.get(self.words().lang()))
    }

    /// A gain or a distance in CDV.
    fn short(self, value: f64) -> String {
        match self.comparison().header.account {
            Account::Points => number((value * 100.0).round() / 100.0),
            Account::Money => self.money(value),
        }
    }

    /// A gain or a distance in CDV, with the unit of the account.
    fn points(self, value: f64) -> String {
        match self.comparison().header.account {
            Account::Points => self.words().with("levers-points", &[("points", &self.short(value))]),
            Account::Money => self.money(value),
        }
    }

    fn money(self, units: f64) -> String {
        self.words().money(self.comparison().header.currency, units)
    }

    /// A level without its unit.
    fn bare(self, id: CriterionId, setting: Setting) -> String {
        match (setting, self.criterion(id).map(|c| &c.scale)) {
            (Setting::Named(named), Some(scale)) => {
                scale.category(named).map_or_else(String::new, |c| c.name.get(self.words().lang()).to_owned())
            }
            (Setting::Number(amount), Some(Scale::Money { .. })) => self.money(amount),
            (Setting::Number(x), _) => number((x * 1000.0).round() / 1000.0),
            (Setting::Named(_), None) => String::new(),
        }
    }

    /// A level with its unit.
    fn level(self, id: CriterionId, setting: Setting) -> String {
        let bare = self.bare(id, setting);
        match self.criterion(id).map(|c| &c.scale) {
            Some(Scale::Measure { unit, .. }) if !unit.is_blank() => {
                let unit = unit.get(self.words().lang());
                self.words().with("levers-measured", &[("number", &bare), ("unit", unit)])
            }
            _ => bare,
        }
    }

    fn moved(self, made: &Move) -> String {
        let [from, to] = [self.bare(made.criterion, made.from), self.level(made.criterion, made.to)];
        let name = self.criterion_name(made.criterion);
        self.words().with("levers-move", &[("criterion", name), ("from", &from), ("to", &to)])
    }
}

fn today(asked: Asked<'_>, id: CriterionId) -> Option<Setting> {
    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
    let setting = match asked.comparison().offers[asked.index].levels.get(&id)? {
        Level::Number(x) => Setting::Number(*x),
        Level::Category(named) => Setting::Named(*named),
        Level::Money(minor) => Setting::Number(asked.comparison().header.currency.units(*minor as f64)),
    };
    Some(setting)
}

/// The figure: from today's CDV to the target, lever by lever.
pub(super) fn levers_figure(seen: Seen<'_>, options: LeversOptions) -> Figure {
    if options.offer >= seen.comparison.offers.len() {
        return Figure::default();
    }
    let asked = Asked { seen, index: options.offer };
    let words = asked.words();
    let answer = seen.case().map(|case| cheapest_win(case, options.offer));
    let title = words.with("levers-title", &[("offer", asked.name())]);
    let answer = match answer {
        Some(Ok(answer)) => answer,
        other => {
            let why = other.and_then(Result::err).unwrap_or(LeverError::NoOffer);
            let levers = LeverLines { answer: refusal(asked, &why), ..lines(asked, None) };
            return Figure { title, levers, ..Figure::default() };
        }
    };
    let mut levers = lines(asked, Some(&answer));
    tell(asked, &answer, &mut levers);
    let has_levers = !asked.set().levers.is_empty();
    let scene =
        if has_levers { way_scene(&way(asked, &answer), options.width) } else { crate::chart::Scene::default() };
    let table = if has_levers { table(asked, &answer) } else { Table::default() };
    Figure { title, scene, summary: levers.answer.clone(), table, levers, ..Figure::default() }
}

fn refusal(asked: Asked<'_>, why: &LeverError) -> String {
    let words = asked.words();
    match why {
        LeverError::NoOffer | LeverError::NoRival => words.t("levers-no-rival"),
        LeverError::Incomplete => words.with("levers-incomplete", &[("offer", asked.name())]),
        LeverError::Solver(_) => words.t("levers-failed"),
    }
}

/// Rows and choices, which stand whatever the answer is.
fn lines(asked: Asked<'_>, answer: Option<&CheapestWin>) -> LeverLines {
    let lang = asked.words().lang();
    let has_lever = |id: CriterionId| asked.set().levers.iter().any(|l| l.criterion == id);
    let others = asked.comparison().criteria.iter().filter(|c| !has_lever(c.id));
    let margin_unit = match asked.comparison().header.account {
        Account::Points => asked.words().t("unit-points"),
        Account::Money => asked.comparison().header.currency.code().to_owned(),
    };
    LeverLines {
        rows: asked.set().levers.iter().map(|lever| row(asked, lever, answer)).collect(),
        others: others.map(|c| (c.id, c.name.get(lang).to_owned())).collect(),
        margin_unit,
        ..LeverLines::default()
    }
}

fn row(asked: Asked<'_>, lever: &Lever, answer: Option<&CheapestWin>) -> LeverRow {
    let words = asked.words();
    let id = lever.criterion;
    let scale = asked.comparison().scale(id);
    let now = today(asked, id);
    let currency = asked.comparison().header.currency;
    let unit = match scale {
        Some(Scale::Measure { unit, .. }) => unit.get(words.lang()).to_owned(),
        Some(Scale::Money { .. }) => currency.sign().trim().to_owned(),
        _ => String::new(),
    };
    let number_now = if let Some(Setting::Number(x)) = now { x } else { 0.0 };
    let range = scale.and_then(|scale| lever.range(scale, number_now));
    let named = match scale {
        Some(Scale::Category { levels, .. }) => {
            let others = levels.iter().filter(|c| now != Some(Setting::Named(c.id)));
            others.map(|c| (c.id, c.name.get(words.lang()).to_owned())).collect()
        }
        _ => Vec::new(),
    };
    let alone = answer.map(|answer| {
        let alone = answer.alone.iter().find(|alone| alone.criterion == id);
        alone.map_or_else(|| words.t("levers-alone-nothing"), |alone| alone_text(asked, answer, alone))
    });
    LeverRow {
        name: asked.criterion_name(id).to_owned(),
        today: now.map_or_else(
            || words.t("levers-no-level"),
            |now| words.with("levers-today", &[("level", &asked.level(id, now))]),
        ),
        alone: alone.unwrap_or_default(),
        step: if unit.is_empty() { words.t("levers-step") } else { words.with("levers-step-unit", &[("unit", &unit)]) },
        cost: words.with("levers-cost", &[("currency", currency.sign().trim())]),
        bounds: range.map(|(low, high)| [low, high].map(decimal_input)).unwrap_or_default(),
        named,
    }
}

fn alone_text(asked: Asked<'_>, answer: &CheapestWin, alone: &Alone) -> String {
    let words = asked.words();
    let gain = alone.best_cdv - answer.today;
    match (&alone.reached, &answer.outcome) {
        (Some(made), _) => {
            let (to, cost) = (asked.level(made.criterion, made.to), asked.money(made.cost));
            words.with("levers-alone", &[("to", &to), ("cost", &cost)])
        }
        (None, Outcome::AlreadyThere) => String::new(),
        (None, _) if gain <= 0.0 => words.t("levers-alone-nothing"),
        (None, _) => words.with("levers-alone-never", &[("gain", &asked.short(gain))]),
    }
}

/// The sentences of the answer.
fn tell(asked: Asked<'_>, answer: &CheapestWin, lines: &mut LeverLines) {
    let words = asked.words();
    let offer = asked.name();
    let margin = asked.set().margin;
    let figure = |value: f64| signed_figure(asked.seen.board, value);
    let (rival, target, ahead) = (asked.rival(answer.rival), figure(answer.target), asked.points(margin));
    let need = asked.points(answer.target - answer.today);
    let mut facts = vec![("offer", offer), ("rival", rival), ("target", target.as_str()), ("need", need.as_str())];
    facts.push(("margin", &ahead));
    let is_there = answer.outcome == Outcome::AlreadyThere;
    if !is_there {
        lines.lead = words.with(if margin > 0.0 { "levers-lead-ahead" } else { "levers-lead" }, &facts);
    }
    lines.answer = match &answer.outcome {
        Outcome::AlreadyThere => {
            let today = figure(answer.today);
            words.with("levers-there", &[("offer", offer), ("rival", rival), ("today", &today), ("target", &target)])
        }
        _ if asked.set().levers.is_empty() => String::new(),
        Outcome::NotEnough { cdv, shortfall } => {
            let (cdv, short) = (figure(*cdv), asked.points(*shortfall));
            words.with("levers-not-enough", &[("offer", offer), ("best", &cdv), ("short", &short)])
        }
        Outcome::Reached(plan) => {
            let moves: Vec<String> = plan.moves.iter().map(|made| asked.moved(made)).collect();
            words.with("levers-plan", &[("moves", &words.list(&moves)), ("cost", &asked.money(plan.cost))])
        }
    };
    if asked.set().levers.is_empty() {
        lines.more.push(words.with("levers-none", &[("offer", offer)]));
    }
    if let Outcome::Reached(plan) = &answer.outcome {
        tell_more(asked, answer, plan, lines);
    }
}

fn tell_more(asked: Asked<'_>, answer: &CheapestWin, plan: &Plan, lines: &mut LeverLines) {
    let words = asked.words();
    lines.more.push(match answer.best_single() {
        None => words.t("levers-single-none"),
        Some(_) if plan.moves.len() == 1 => words.t("levers-single-this"),
        Some(made) => words.with("levers-single", &[("move", &asked.moved(made)), ("cost", &asked.money(made.cost))]),
    });
    if !plan.proven {
        lines.more.push(words.t("levers-unproven"));
    }
    let currency = asked.comparison().header.currency;
    let is_rounded = |made: &Move| match (made.level, made.to) {
        #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by AMOUNT_MAX_MINOR < 2^53")]
        (Level::Money(minor), Setting::Number(to)) => (currency.units(minor as f64) - to).abs() > 1e-6,
        _ => false,
    };
    if plan.moves.iter().any(is_rounded) {
        lines.more.push(words.t("levers-rounded"));
    }
    let id = asked.comparison().offers[asked.index].id;
    lines.plan = plan.moves.iter().map(|made| (id, made.criterion, Some(made.level))).collect();
}

/// The way from today's CDV over the moves to the target.
fn way(asked: Asked<'_>, answer: &CheapestWin) -> Way {
    let words = asked.words();
    let figure = |value: f64| signed_figure(asked.seen.board, value);
    let mut steps = Vec::new();
    match &answer.outcome {
        Outcome::Reached(plan) => {
            let mut running = answer.today;
            for made in &plan.moves {
                let dimension = asked.criterion(made.criterion).map(|c| c.dimension);
                steps.push(WayStep {
                    label: asked.moved(made),
                    from: running,
                    to: running + made.gain,
                    ink: dimension.map_or(Ink::Neutral, Ink::Dimension),
                    text: format!("{} · {}", figure(made.gain), asked.money(made.cost)),
                });
                running += made.gain;
            }
        }
        Outcome::NotEnough { cdv, .. } => steps.push(WayStep {
            label: words.t("levers-bar-all"),
            from: answer.today,
            to: *cdv,
            ink: Ink::Bad,
            text: figure(cdv - answer.today),
        }),
        Outcome::AlreadyThere => steps.push(WayStep {
            label: words.t("levers-bar-ahead"),
            from: answer.target,
            to: answer.today,
            ink: Ink::Good,
            text: figure(answer.today - answer.target),
        }),
    }
    let mark = |key: &str, value: f64| (value, words.with(key, &[("value", &figure(value))]));
    Way { steps, today: mark("levers-mark-today", answer.today), target: mark("levers-mark-target", answer.target) }
}

/// Which moves the plan makes, lever by lever.
fn in_plan(answer: &CheapestWin, id: CriterionId) -> Option<&Move> {
    match &answer.outcome {
        Outcome::Reached(plan) => plan.moves.iter().find(|made| made.criterion == id),
        _ => None,
    }
}

fn head(words: &Words) -> Vec<String> {
    ["levers-column-lever", "levers-column-from", "levers-column-to", "levers-column-cost", "levers-column-gain"]
        .map(|key| words.t(key))
        .to_vec()
}

fn table(asked: Asked<'_>, answer: &CheapestWin) -> Table {
    let dash = || "–".to_owned();
    let row = |lever: &Lever| {
        let id = lever.criterion;
        let from = today(asked, id).map_or_else(dash, |now| asked.level(id, now));
        let mut cells = vec![asked.criterion_name(id).to_owned(), from];
        cells.extend(match in_plan(answer, id) {
            None => [dash(), dash(), dash()],
            Some(made) => {
                [asked.level(id, made.to), asked.money(made.cost), signed(made.gain, asked.seen.board.places.max(2))]
            }
        });
        cells
    };
    let mut rows: Vec<Vec<String>> = asked.set().levers.iter().map(row).collect();
    if let Outcome::Reached(plan) = &answer.outcome {
        let sum = |board: &Board| signed(plan.cdv - answer.today, board.places.max(2));
        let total = asked.words().t("levers-row-all");
        rows.push(vec![total, String::new(), String::new(), asked.money(plan.cost), sum(asked.seen.board)]);
    }
    Table { head: head(asked.words()), rows, more: String::new() }
}

/// The levers for other programs: level today and in the plan, cost and gain, and what each needs and costs alone.
pub(super) fn levers_data(seen: Seen<'_>, options: LeversOptions) -> Rows {
    let found = seen.case().map(|case| cheapest_win(case, options.offer));
    let Some(Ok(answer)) = found else { return Rows::new() };
    let asked = Asked { seen, index: options.offer };
    let words = asked.words();
    let mut heading = head(words);
    let more = ["levers-column-alone", "levers-column-alone-cost", "levers-column-best"];
    heading.extend(more.map(|key| words.t(key)));
    let mut rows = vec![heading];
    let plain = |id: CriterionId, setting: Setting| match setting {
        Setting::Number(x) => decimal_input(x),
        Setting::Named(_) => asked.bare(id, setting),
    };
    rows.extend(asked.set().levers.iter().map(|lever| {
        let id = lever.criterion;
        let made = in_plan(&answer, id);
        let alone = answer.alone.iter().find(|alone| alone.criterion == id);
        let reached = alone.and_then(|alone| alone.reached.as_ref());
        let level = |made: Option<&Move>| made.map(|m| plain(id, m.to)).unwrap_or_default();
        let figure = |value: Option<f64>| value.map(decimal_input).unwrap_or_default();
        vec![
            asked.criterion_name(id).to_owned(),
            today(asked, id).map(|now| plain(id, now)).unwrap_or_default(),
            level(made),
            figure(made.map(|m| m.cost)),
            figure(made.map(|m| m.gain)),
            level(reached),
            figure(reached.map(|m| m.cost)),
            figure(alone.map(|alone| alone.best_cdv)),
        ]
    }));
    rows
}
