//! The real case beside a what-if: ghosts of its values, and what each offer gains or loses against it.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Board, Cell, Column, Row, RowKind, WeightGhost};
use crate::model::{Comparison, Offer};
use crate::words::{Words, number, percent, signed};

/// The real case with its board.
#[derive(Debug)]
pub struct Real {
    /// The comparison as it really is.
    pub comparison: Comparison,
    /// Its board.
    pub board: Board,
}

/// What a cell shows of the real case.
#[derive(Clone, Debug, PartialEq)]
pub struct CellGhost {
    /// Where the real bar ends, 0…1.
    pub bar: Option<f32>,
}

/// What a card shows against the real case.
#[derive(Clone, Debug, PartialEq)]
pub struct CardGhost {
    /// Change of CDV with its sign; a dash where one of the two is unknown.
    pub delta: String,
    /// “2 → 1” where the rank is another one.
    pub rank: String,
    /// Whether it became better.
    pub better: Ordering,
    /// Both for a pointer over them.
    pub tip: String,
}

impl Board {
    /// The real case, where this board shows a what-if beside it.
    #[must_use]
    pub fn real_case(&self) -> Option<&Comparison> {
        self.real.as_ref().map(|real| &real.comparison)
    }

    /// This board with the real case beside it.
    ///
    /// Where the real case does not have this kind of buyer, weights and CDV are held against nobody's.
    #[must_use]
    pub fn beside(mut self, real: Rc<Real>, words: &Words) -> Self {
        if real.board.segment != self.segment {
            self.real = Some(real);
            return self;
        }
        for row in &mut self.rows {
            let old = real.board.rows.iter().find(|old| old.kind == row.kind);
            let shares = old.and_then(|old| old.weight).zip(row.weight);
            #[expect(clippy::float_cmp, reason = "a share that was not touched is the same to the last bit")]
            let moved = shares.filter(|(old, new)| old.share.share != new.share.share);
            if let Some((old, _)) = moved {
                let text = words.with("what-if-really", &[("value", &percent(old.share.share))]);
                row.labels.weight = format!("{}; {text}", row.labels.weight);
                #[expect(clippy::cast_possible_truncation, reason = "a part of a slider of some hundred pixels")]
                let part = old.share.share as f32;
                row.ghost = Some(WeightGhost { part, text });
            }
        }
        let [now, really] = [&self, &real.board].map(|board| board.weighting.cost_emphasis);
        if now.to_bits() != really.to_bits() {
            self.cost_emphasis_ghost = words.with("what-if-really", &[("value", &number(really))]);
        }
        self.real = Some(real);
        self
    }
}

fn real_offer<'a>(real: &'a Real, offer: &Offer) -> Option<(usize, &'a Offer)> {
    real.comparison.offers.iter().enumerate().find(|(_, o)| o.id == offer.id)
}

/// Marks what differs from the real case in the column of one offer.
pub(super) fn haunt(board: &Board, comparison: &Comparison, words: &Words, index: usize, column: &mut Column) {
    let Some(real) = &board.real else { return };
    let offer = &comparison.offers[index];
    let Some((old_index, old)) = real_offer(real, offer) else {
        column.ghost = Some(CardGhost {
            delta: words.t("what-if-new"),
            rank: String::new(),
            better: Ordering::Equal,
            tip: words.t("what-if-new-tip"),
        });
        return;
    };
    let old_column = real.board.column(&real.comparison, words, old_index);
    for (row, cell) in board.rows.iter().zip(&mut column.cells) {
        haunt_cell(real, old, old_column, words, offer, row, cell);
    }
    if real.board.segment != board.segment {
        return;
    }
    let grain = 0.5 / 10_f64.powi(i32::try_from(board.places).unwrap_or(0));
    let (now, before) = (board.cdv(index), real.board.cdv(old_index));
    let change = now.zip(before).map(|(now, before)| now - before);
    let ranks = [real.board.delivered.rank[old_index], column.rank];
    let rank_words = |rank: u32| if rank == 0 { super::column::UNKNOWN.to_owned() } else { rank.to_string() };
    let [old_rank, new_rank] = ranks.map(rank_words);
    let is_still = change.is_some_and(|c| c.abs() < grain) && ranks[0] == ranks[1];
    if is_still || now.is_none() && before.is_none() {
        return;
    }
    let delta = change.map_or_else(|| super::column::UNKNOWN.to_owned(), |c| signed(c, board.places));
    let rank = if ranks[0] == ranks[1] {
        String::new()
    } else {
        words.with("what-if-rank", &[("from", &old_rank), ("to", &new_rank)])
    };
    // Where the CDV stands still the rank tells; an offer that became or ceased to be complete is neither.
    let better =
        change.map_or(Ordering::Equal, |c| if c.abs() < grain { ranks[0].cmp(&ranks[1]) } else { c.total_cmp(&0.0) });
    let tip = words.with(
        "what-if-card-tip",
        &[
            ("offer", &column.name),
            ("cdv", &old_column.cdv),
            ("rank", &old_rank),
            ("delta", &delta),
            ("now", &new_rank),
        ],
    );
    column.label = format!("{}. {tip}", column.label);
    column.ghost = Some(CardGhost { delta, rank, better, tip });
}

fn haunt_cell(real: &Real, old: &Offer, old_column: &Column, words: &Words, offer: &Offer, row: &Row, cell: &mut Cell) {
    let old_cell = real.board.rows.iter().position(|r| r.kind == row.kind).and_then(|i| old_column.cells.get(i));
    let is_other = match (row.kind, old_cell) {
        (RowKind::Side(_), _) => false,
        (RowKind::Criterion(id), _) if old.levels.get(&id) != offer.levels.get(&id) => true,
        (_, Some(old_cell)) => (&old_cell.text, old_cell.bar) != (&cell.text, cell.bar),
        (_, None) => false,
    };
    if !is_other {
        return;
    }
    let text = old_cell.map(|c| c.text.clone()).filter(|text| !text.is_empty());
    let text = text.unwrap_or_else(|| words.t("cell-empty"));
    let really = words.with("what-if-really", &[("value", &text)]);
    if !matches!(row.kind, RowKind::Dimension(_)) {
        cell.ghost = Some(CellGhost { bar: old_cell.and_then(|c| c.bar) });
    }
    if !cell.tip.is_empty() {
        cell.tip.push('\n');
    }
    cell.tip.push_str(&really);
    cell.label = format!("{}; {really}", cell.label);
}
