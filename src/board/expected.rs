//! What the buyer expects as a column of its own: beside the offers, never among them.

use std::rc::Rc;

use super::column::{Column, UNKNOWN, column};
use super::{Board, Real};
use crate::model::{Comparison, Expectation, OfferId, blank_offer};
use crate::words::Words;

/// Red, green, blue of its dot: no offer's colour.
const COLOR: [u8; 3] = [0x9a, 0xa4, 0xb5];

/// What is expected as the only column of a comparison of its own, so that it is weighed and worded as offers are and
/// can be ranked among none.
#[derive(Debug)]
pub struct Expected {
    /// The comparison with what is expected in the place of its offers.
    pub comparison: Comparison,
    /// Its board.
    pub board: Board,
    /// Its strings.
    pub column: Column,
}

impl Expected {
    fn new(board: &Board, comparison: &Comparison, words: &Words) -> Option<Self> {
        comparison.header.expectation.as_ref()?;
        let mut alone = shown_by(board, &self::alone(comparison), words)?;
        if let Some(real) = board.real.as_deref() {
            let comparison = self::alone(&real.comparison);
            let beside = shown_by(&real.board, &comparison, words)?;
            alone = alone.beside(Rc::new(Real { comparison, board: beside }), words);
        }
        let comparison = self::alone(comparison);
        let mut column = column(&alone, &comparison, words, 0);
        (column.name, column.rank) = (words.t("expected"), 0);
        column.store = words.t("expected-standing");
        column.tip = words.t("expected-tip");
        if column.cdv != UNKNOWN {
            column.standing = String::new();
        }
        let real = alone.real.as_deref().filter(|real| !real.comparison.offers.is_empty());
        if let (Some(ghost), Some(real)) = (&mut column.ghost, real) {
            let value = &real.board.column(&real.comparison, words, 0).cdv;
            (ghost.rank, ghost.tip) = (String::new(), words.with("what-if-really", &[("value", value)]));
        }
        let name = Expectation::name();
        let standing = if column.standing.is_empty() { &column.store } else { &column.standing };
        let said = [("offer", name.get(words.lang())), ("cdv", &column.cdv), ("standing", standing)];
        column.label = words.with("card-name", &said);
        Some(Self { comparison, board: alone, column })
    }
}

/// The comparison with what is expected as its only offer; without any where nobody said what it is.
fn alone(comparison: &Comparison) -> Comparison {
    let offer = |expected: &Expectation| {
        let mut offer = blank_offer(OfferId::EXPECTED, Expectation::name(), 0);
        (offer.levels, offer.color) = (expected.levels.clone(), COLOR);
        offer
    };
    Comparison {
        header: comparison.header.clone(),
        criteria: comparison.criteria.clone(),
        offers: comparison.header.expectation.iter().map(offer).collect(),
        segments: comparison.segments.clone(),
        variants: Vec::new(),
    }
}

/// The board of `comparison` for the segment, with the strips and decimals, of `board`.
fn shown_by(board: &Board, comparison: &Comparison, words: &Words) -> Option<Board> {
    let shown = Board::new(comparison, board.segment, words)?;
    let mut rows = shown.rows;
    for (row, beside) in rows.iter_mut().zip(&board.rows) {
        row.places = beside.places;
    }
    Some(Board { places: board.places, strip_full: board.strip_full, rows, ..shown })
}

impl Board {
    /// What the buyer expects, made when it is first looked at; `None` where nobody said so.
    #[must_use]
    pub fn expected(&self, comparison: &Comparison, words: &Words) -> Option<&Expected> {
        let made = || Expected::new(self, comparison, words).map(Box::new);
        self.expected.get_or_init(made).as_deref()
    }
}
