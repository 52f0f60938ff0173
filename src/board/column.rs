//! One offer's column: its card and its cells.

use super::Board;
use super::real::{CardGhost, CellGhost, haunt};
use super::rows::{Row, RowKind, minor_text};
use crate::model::{Account, Comparison, Dimension, Leaf, Level, Offer, OfferId, Scale, Side};
use crate::words::{Words, amount, brief, number, signed};

/// A cell of the matrix.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of its own")]
pub struct Cell {
    /// What it shows.
    pub text: String,
    /// Part of the cell that the quiet bar fills, 0…1; `None` for no bar.
    pub bar: Option<f32>,
    /// True where the level lies outside the anchors of its scale.
    pub outside: bool,
    /// True where a level of weight above 0 is missing.
    pub missing: bool,
    /// True where there is a remark on the level.
    pub noted: bool,
    /// True where the offer turns out to have another level in use.
    pub used: bool,
    /// What it shows of the real case, where a what-if has something else here.
    pub ghost: Option<CellGhost>,
    /// What a pointer over it reads.
    pub tip: String,
    /// What screen readers hear: whose it is, and the level or the figure.
    pub label: String,
    /// Points of the level, where its row has any.
    pub points: String,
    /// What screen readers hear of the points.
    pub points_label: String,
}

/// The strings of one offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which offer.
    pub id: OfferId,
    /// Its name.
    pub name: String,
    /// Its store.
    pub store: String,
    /// One of ours.
    pub ours: bool,
    /// Red, green, blue of its dot.
    pub color: [u8; 3],
    /// 1, 2, …; 0 while incomplete.
    pub rank: u32,
    /// CDV with its sign; a dash while incomplete.
    pub cdv: String,
    /// “best offer”, the distance to the best, or what is missing.
    pub standing: String,
    /// The whole of `standing` where it is a list.
    pub standing_tip: String,
    /// “value 66.3”, and “66.3” where there is no room for the word.
    pub tcv: [String; 2],
    /// “cost 28.2”, and “28.2”.
    pub tcc: [String; 2],
    /// Value-to-cost ratio with what it depends on.
    pub ratio_tip: String,
    /// Subtotals by [`Dimension::index`] as parts of the strip, 0…1.
    pub strips: [f32; 8],
    /// One cell per row of the board.
    pub cells: Vec<Cell>,
    /// The change against the real case, inside a what-if.
    pub ghost: Option<CardGhost>,
    /// What a pointer over the card's name reads.
    pub tip: String,
    /// What screen readers hear of the card.
    pub label: String,
    /// … of its menu.
    pub menu_label: String,
    /// … of its CDV, total value and total cost, which open their workings.
    pub working_labels: [String; 3],
}

pub(super) fn column(board: &Board, comparison: &Comparison, words: &Words, index: usize) -> Column {
    let offer = &comparison.offers[index];
    let lang = words.lang();
    let (standing, standing_tip) = standing(board, comparison, words, index);
    let figure = |value: f64| figure(board, value);
    let tcv = known(board, &Side::Value.dimensions(), index, figure(board.delivered.tcv[index]));
    let tcc = known(board, &Side::Cost.dimensions(), index, figure(board.delivered.tcc[index]));
    // What the card shows adds up: value − this = CDV.
    let emphasis = board.weighting.cost_emphasis;
    let is_plain = (emphasis - 1.0).abs() < f64::EPSILON;
    let weighed = if is_plain { tcc } else { format!("{} × {tcc}", brief(emphasis)) };
    let parts = board.delivered.parts(index, board.weighting.cost_emphasis);
    let ratio_tip = match parts.and_then(|p| p.ratio) {
        Some(ratio) => words.with("ratio-is", &[("ratio", &crate::words::decimal(ratio, 2))]),
        None => words.t("ratio-undefined"),
    };
    let mut column = Column {
        id: offer.id,
        name: offer.name.get(lang).to_owned(),
        store: offer.store.get(lang).to_owned(),
        ours: offer.ours,
        color: offer.color,
        rank: board.delivered.rank[index],
        cdv: board.cdv(index).map_or_else(|| UNKNOWN.to_owned(), |cdv| signed(cdv, board.places)),
        standing,
        standing_tip,
        tcv: [words.with("card-value", &[("value", &tcv)]), tcv],
        tcc: [words.with("card-cost", &[("cost", &weighed)]), weighed],
        ratio_tip,
        strips: Dimension::ALL.map(|d| {
            #[expect(clippy::cast_possible_truncation, reason = "a part of a strip of some hundred pixels")]
            let part = (subtotal(board, d, index) / board.strip_full).clamp(0.0, 1.0) as f32;
            part
        }),
        cells: board.rows.iter().map(|row| labelled(board, comparison, words, row, index)).collect(),
        ghost: None,
        tip: offer_tip(offer, words),
        label: String::new(),
        menu_label: words.with("menu-of", &[("name", offer.name.get(lang))]),
        working_labels: ["working-of-cdv", "working-of-tcv", "working-of-tcc"]
            .map(|key| words.with(key, &[("offer", offer.name.get(lang))])),
    };
    column.label =
        words.with("card-name", &[("offer", &column.name), ("cdv", &column.cdv), ("standing", &column.standing)]);
    haunt(board, comparison, words, index, &mut column);
    column
}

/// A cell with its names.
fn labelled(board: &Board, comparison: &Comparison, words: &Words, row: &Row, index: usize) -> Cell {
    let mut cell = cell(board, comparison, words, row, index);
    let offer = comparison.offers[index].name.get(words.lang());
    let working = |value: &str| words.with("working-of", &[("what", &row.name), ("offer", offer), ("value", value)]);
    if matches!(row.kind, RowKind::Criterion(_)) {
        let level = if cell.text.is_empty() { words.t("cell-empty") } else { cell.text.clone() };
        cell.label = words.with("cell-name", &[("criterion", &row.name), ("offer", offer), ("level", &level)]);
    } else {
        cell.label = working(&cell.text);
    }
    if let Some(worth) = counted(board, comparison, row, index) {
        cell.points = crate::words::decimal(worth, board.places);
        cell.points_label = working(&cell.points);
    }
    if cell.outside {
        cell.tip = format!("{}\n{}", cell.tip, words.t("cell-outside"));
    }
    if !matches!(row.kind, RowKind::Criterion(_)) {
        cell.tip = format!("{}\n{}", words.t("click-for-working"), cell.tip);
    }
    cell.tip = cell.tip.trim().to_owned();
    cell
}

fn offer_tip(offer: &Offer, words: &Words) -> String {
    let lang = words.lang();
    let mut tip = offer.name.get(lang).to_owned();
    for text in [offer.name.second(lang), Some(offer.store.get(lang)), Some(offer.note.get(lang))] {
        if let Some(text) = text.filter(|t| !t.is_empty()) {
            tip.push('\n');
            tip.push_str(text);
        }
    }
    tip
}

/// A figure that adds up to a CDV: to as many places as that.
pub(super) fn figure(board: &Board, value: f64) -> String {
    crate::words::decimal(value, board.places)
}

fn standing(board: &Board, comparison: &Comparison, words: &Words, index: usize) -> (String, String) {
    let Some(cdv) = board.cdv(index) else {
        let missing: Vec<String> = board
            .compiled
            .gaps(&board.weighting, index)
            .flat_map(|l| missing_names(comparison, board.compiled.leaves()[l].leaf, index, words))
            .collect();
        let tip = words.with("missing-tip", &[("names", &words.list(&missing))]);
        return (words.count("incomplete-count", missing.len()), tip);
    };
    let best = board.ranked().next().and_then(|i| board.cdv(i)).unwrap_or(cdv);
    let is_best = board.delivered.rank[index] == 1;
    let shared = board.delivered.best().nth(1).is_some();
    let alone = board.ranked().nth(1).is_none();
    let text = match (is_best, shared) {
        _ if alone => words.t("only-complete"),
        (true, true) => words.t("shared-best"),
        (true, false) => words.t("best-offer"),
        (false, _) => words.with("to-the-best", &[("delta", &signed(cdv - best, board.places))]),
    };
    (text, String::new())
}

/// The criteria of a leaf that an offer has no level for.
pub(super) fn missing_names(comparison: &Comparison, leaf: Leaf, offer: usize, words: &Words) -> Vec<String> {
    let offer = &comparison.offers[offer];
    comparison
        .criteria
        .iter()
        .filter(|c| crate::model::leaf_of(c) == leaf && !offer.levels.contains_key(&c.id))
        .map(|c| c.name.get(words.lang()).to_owned())
        .collect()
}

/// What stands for a figure that is not known: a level of weight above 0 is missing, and missing is never 0.
pub(super) const UNKNOWN: &str = "–";

/// A figure over the leaves of some dimensions, or what stands for an unknown one.
pub(super) fn known(board: &Board, dimensions: &[Dimension], offer: usize, text: String) -> String {
    let mut gaps = board.compiled.gaps(&board.weighting, offer);
    let unknown = gaps.any(|l| dimensions.contains(&board.compiled.leaves()[l].dimension));
    if unknown { UNKNOWN.to_owned() } else { text }
}

/// g·v summed over the leaves of a dimension, unsigned.
pub(super) fn subtotal(board: &Board, dimension: Dimension, offer: usize) -> f64 {
    let leaves = board.compiled.leaves().iter().enumerate().filter(|(_, l)| l.dimension == dimension);
    leaves.map(|(l, _)| board.weighting.coefficients[l] * board.compiled.worth(l, offer).unwrap_or(0.0)).sum()
}

fn cell(board: &Board, comparison: &Comparison, words: &Words, row: &Row, index: usize) -> Cell {
    match row.kind {
        RowKind::Side(side) => {
            let totals = if side == Side::Value { &board.delivered.tcv } else { &board.delivered.tcc };
            plain(known(board, &side.dimensions(), index, figure(board, totals[index])))
        }
        RowKind::Dimension(dimension) => {
            if comparison.criteria_of(dimension).next().is_none() {
                return Cell::default();
            }
            let total = figure(board, subtotal(board, dimension, index));
            plain(known(board, &[dimension], index, total))
        }
        RowKind::Ownership => {
            let total = comparison.ownership_cost(&comparison.offers[index]);
            let text = total.map_or_else(String::new, |minor| minor_text(comparison, minor, row.places));
            scored(board, comparison, words, row, index, text)
        }
        RowKind::Criterion(id) => {
            let Some(criterion) = comparison.criterion(id) else { return Cell::default() };
            let offer = &comparison.offers[index];
            let text = offer.levels.get(&id).map_or_else(String::new, |level| match level {
                #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
                Level::Money(minor) => minor_text(comparison, *minor as f64, row.places),
                level => level_text(comparison, &criterion.scale, *level, words),
            });
            let mut cell = scored(board, comparison, words, row, index, text);
            cell.missing = !offer.levels.contains_key(&id) && row_weighs(board, criterion);
            if let (Some(Level::Number(x)), Scale::Measure { curve, .. }) = (offer.levels.get(&id), &criterion.scale) {
                cell.outside = curve.is_outside(*x);
            }
            if let Some(level) = offer.after_use.get(&id).filter(|level| offer.levels.get(&id) != Some(level)) {
                cell.used = true;
                let level = level_text(comparison, &criterion.scale, *level, words);
                cell.tip = format!("{}\n{}", cell.tip, words.with("cell-in-use", &[("level", &level)]));
            }
            if let Some(note) = offer.level_notes.get(&id) {
                cell.noted = true;
                cell.tip = format!("{}\n{}", cell.tip, note.get(words.lang()));
            }
            cell
        }
    }
}

fn row_weighs(board: &Board, criterion: &crate::model::Criterion) -> bool {
    let leaf = board.compiled.index_of(crate::model::leaf_of(criterion));
    leaf.is_some_and(|l| board.weighting.coefficients[l] > 0.0)
}

fn plain(text: String) -> Cell {
    Cell { text, ..Cell::default() }
}

/// Points of a level before they are weighed, or the amount that it contributes for this kind of buyer.
fn counted(board: &Board, comparison: &Comparison, row: &Row, index: usize) -> Option<f64> {
    let l = board.compiled.index_of(row.leaf?)?;
    let worth = board.compiled.worth(l, index)?;
    Some(match comparison.header.account {
        Account::Points => worth,
        Account::Money => board.weighting.coefficients[l] * worth,
    })
}

/// A cell whose leaf has points: with a bar and the points in its tip.
fn scored(board: &Board, comparison: &Comparison, words: &Words, row: &Row, index: usize, text: String) -> Cell {
    let mut cell = plain(text);
    let Some(worth) = counted(board, comparison, row, index) else { return cell };
    cell.tip = match comparison.header.account {
        Account::Points => words.with("cell-points", &[("points", &crate::words::points(worth))]),
        Account::Money => words.with("cell-amount", &[("amount", &words.money(comparison.header.currency, worth))]),
    };
    if comparison.header.account == Account::Points {
        #[expect(clippy::cast_possible_truncation, reason = "a part of a cell of some hundred pixels")]
        let bar = (worth / 100.0).clamp(0.0, 1.0) as f32;
        cell.bar = Some(bar);
        if row.leaf == Some(Leaf::Ownership) {
            let minor = comparison.ownership_cost(&comparison.offers[index]);
            cell.outside = minor.is_some_and(|minor| comparison.header.ownership.curve.is_outside(minor));
        }
    }
    cell
}

/// A level as the matrix shows it.
pub(super) fn level_text(comparison: &Comparison, scale: &Scale, level: Level, words: &Words) -> String {
    match level {
        Level::Number(x) => number(x),
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        Level::Money(minor) => {
            let currency = comparison.header.currency;
            amount(currency, currency.units(minor as f64))
        }
        Level::Category(id) => scale.category(id).map(|c| c.name.get(words.lang()).to_owned()).unwrap_or_default(),
    }
}
