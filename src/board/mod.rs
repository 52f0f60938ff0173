//! What the screen shows of a comparison, computed once per revision.
//!
//! The board holds numbers for all offers and finished strings for those that are looked at. Drawing borrows them;
//! it computes and formats nothing.

mod account;
mod break_even;
mod checks;
mod claims;
mod column;
mod expected;
mod figures;
mod quantity;
mod real;
mod rows;
mod tables;
mod working;

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::rc::Rc;

pub use account::{AccountStart, AccountView, account_start, account_view};
pub use break_even::{BreakEvenCell, Turn, break_even_data};
pub use checks::{Check, CheckJump, CheckMend, CheckPair, Checks};
pub use claims::{Blame, Claim, Shown, Tone};
pub use column::{Cell, Column};
pub use expected::Expected;
pub use figures::{
    AnswerLine, ChoiceCard, ChoiceOptions, ChoiceSheet, ChoicesAbout, PutQuestion, SKIPPED_MAX, no_weights,
};
pub use figures::{
    Ask, BridgeOptions, BuyerLines, BuyerRow, BuyerSpot, BuyerStrip, BuyersOptions, CASES_MAX, CaseOf, CasesOptions,
    CompareOptions, Consistency, Effort, Figure, Form, FormLevel, FormRow, FormSwing, GapOptions, IndexTable,
    JudgedLines, JudgedPair, Judging, KeepGoing, LeverLines, LeverRow, LeversOptions, MapChoice, MapOptions, MapPick,
    MapSide, MapSides, MethodsOptions, MisfitLine, MultiplierRow, Pair, PairMisfit, PairSheet, Picture, PriceOptions,
    SatisfactionOptions, SatisfactionsOptions, ScaleOptions, Seen, Sheet, SheetItem, Spot, StabilityOptions,
    TornadoOptions, UseRow, WeighingOptions, WeightsOptions, WinnerMapOptions, WorthOptions, answered_swing,
    by_hand_edit, curve_edit, curve_of, curve_preview, difference_name, doubt_text, figure, figure_data, into_triangle,
    is_triangle, judged_scale, map_edits, map_sides, ratio_at, typed_cost, typed_end, typed_on_side, typed_swing_level,
};
pub use real::{CardGhost, CellGhost, Real};
pub use rows::{Row, RowKind, RowLabels, WeightCell, WeightGhost};
pub use tables::{Table, matrix};
pub use working::{Worked, worked};

use crate::model::{Account, Change, Comparison, ComparisonId, Part, Segment, SegmentId};
use crate::value::{Case, Compiled, Delivered, Weighting, order, ties};
use crate::words::{Words, shared_places};

/// Rows of cells for other programs: headings first.
pub type Rows = Vec<Vec<String>>;

/// Everything that the screen shows of one comparison for one segment in one language.
#[derive(Debug)]
pub struct Board {
    /// The comparison shown.
    pub comparison: ComparisonId,
    /// The segment that it is weighed for.
    pub segment: SegmentId,
    /// Levels and scales as arrays.
    pub compiled: Compiled,
    /// Weights as coefficients.
    pub weighting: Weighting,
    /// What every offer delivers.
    pub delivered: Delivered,
    /// Offer indices from the highest CDV to the lowest; incomplete ones last.
    pub order: Vec<u32>,
    /// Rows of the matrix, top to bottom.
    pub rows: Vec<Row>,
    /// Number of decimal places of points or amounts.
    pub places: usize,
    columns: Vec<OnceCell<Column>>,
    claims: OnceCell<Vec<Claim>>,
    checks: OnceCell<Checks>,
    blame: Vec<Blame>,
    break_evens: Vec<OnceCell<Vec<BreakEvenCell>>>,
    expected: OnceCell<Option<Box<Expected>>>,
    /// The real λ in words, where a what-if has another one; else empty.
    pub cost_emphasis_ghost: String,
    /// What was found about choices, as long as they stay as they are.
    choices: figures::ChoiceMemo,
    /// The real case, where a what-if is shown beside it.
    real: Option<Rc<Real>>,
    /// Largest |CDV| part, so that strips of all offers share one scale.
    pub(crate) strip_full: f64,
}

impl Board {
    /// The board of a comparison; `None` where it lacks “Everyone”, which the model never allows.
    #[must_use]
    pub fn new(comparison: &Comparison, segment: SegmentId, words: &Words) -> Option<Self> {
        let segment = comparison.segment(segment).or_else(|| comparison.everyone())?;
        Some(Self::build(comparison, segment, Compiled::new(comparison), words))
    }

    /// The board after `changes`; compiled arrays are kept where only weights moved.
    #[must_use]
    pub fn updated(mut self, comparison: &Comparison, changes: &[Change], words: &Words) -> Option<Self> {
        let choices = std::mem::take(&mut self.choices);
        let updated = self.rebuilt(comparison, changes, words)?;
        Some(Self { choices, ..updated })
    }

    fn rebuilt(self, comparison: &Comparison, changes: &[Change], words: &Words) -> Option<Self> {
        let only_weights = changes.iter().all(|c| matches!(c.part, Part::Segment(_)));
        if only_weights && comparison.id() == self.comparison {
            let segment = comparison.segment(self.segment).or_else(|| comparison.everyone())?;
            return Some(Self::build(comparison, segment, self.compiled, words));
        }
        Self::new(comparison, self.segment, words)
    }

    fn build(comparison: &Comparison, segment: &Segment, compiled: Compiled, words: &Words) -> Self {
        let weighting = Weighting::of(segment, &compiled);
        let mut delivered = Delivered::default();
        compiled.deliver(&weighting, &mut delivered);
        let rows = rows::rows(comparison, segment, words);
        let places = places(comparison, &delivered, &compiled, &weighting);
        let fullest = delivered.tcv.iter().chain(&delivered.tcc).fold(0.0_f64, |most, x| most.max(*x));
        Self {
            comparison: comparison.id(),
            segment: segment.id,
            order: order(delivered.keys()),
            columns: (0..compiled.offers()).map(|_| OnceCell::new()).collect(),
            break_evens: (0..compiled.offers()).map(|_| OnceCell::new()).collect(),
            strip_full: match comparison.header.account {
                Account::Points => fullest.max(100.0),
                Account::Money => fullest.max(1.0),
            },
            compiled,
            weighting,
            delivered,
            rows,
            claims: OnceCell::new(),
            checks: OnceCell::new(),
            expected: OnceCell::new(),
            blame: Vec::new(),
            places,
            cost_emphasis_ghost: String::new(),
            choices: figures::ChoiceMemo::default(),
            real: None,
        }
    }

    /// The strings of one offer, made when it is first looked at.
    #[must_use]
    pub fn column(&self, comparison: &Comparison, words: &Words, index: usize) -> &Column {
        self.columns[index].get_or_init(|| column::column(self, comparison, words, index))
    }

    /// What it says, in sentences: pinned ones first, then by how much they matter; made when first looked at.
    #[must_use]
    pub fn claims(&self, comparison: &Comparison, words: &Words) -> &[Claim] {
        let made = || self.case(comparison).map(|case| claims::claims(case, &self.blame, words)).unwrap_or_default();
        self.claims.get_or_init(made)
    }

    /// What is doubtful in the model, what matters first; made when first looked at.
    #[must_use]
    pub fn checks(&self, comparison: &Comparison, words: &Words) -> &Checks {
        let made = || self.case(comparison).map(|case| checks::checks(case, words, self.places)).unwrap_or_default();
        self.checks.get_or_init(made)
    }

    /// [`Self::checks`] where they are made already, or made soon enough for a frame in which a drag goes on.
    #[must_use]
    pub fn checks_at_hand(&self, comparison: &Comparison, words: &Words) -> Option<&Checks> {
        if self.compiled.offers() <= CHECKED_AT_ONCE { Some(self.checks(comparison, words)) } else { self.checks.get() }
    }

    /// Tells which steps broke pinned claims.
    pub fn blame(&mut self, blame: Vec<Blame>) {
        if self.blame != blame {
            (self.blame, self.claims) = (blame, OnceCell::new());
        }
    }

    /// What one offer's cells say about their break-evens, one per row; made when they are first asked for. Nothing for
    /// what is no offer.
    #[must_use]
    pub fn break_evens(&self, comparison: &Comparison, words: &Words, index: usize) -> &[BreakEvenCell] {
        let cells = self.break_evens.get(index);
        cells.map_or(&[], |cells| cells.get_or_init(|| break_even::cells(self, comparison, words, index)))
    }

    /// The indices of the complete offers from best to worst.
    pub fn ranked(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().map(|&i| i as usize).filter(|&i| self.delivered.complete[i])
    }

    /// What analyses start from; `comparison` is the one that the board was made of.
    #[must_use]
    pub fn case<'a>(&'a self, comparison: &'a Comparison) -> Option<Case<'a>> {
        let Self { compiled, weighting, delivered, .. } = self;
        Some(Case { comparison, segment: comparison.segment(self.segment)?, compiled, weighting, delivered })
    }

    /// CDV of an offer; `None` while it is incomplete.
    #[must_use]
    pub fn cdv(&self, index: usize) -> Option<f64> {
        self.delivered.complete[index].then(|| self.delivered.cdv[index])
    }

    /// Whether `a` delivers more than `b`; equal where the two tie.
    #[must_use]
    pub fn compare(&self, a: usize, b: usize) -> Ordering {
        let (a, b) = (self.delivered.cdv[a], self.delivered.cdv[b]);
        if ties(a, b) { Ordering::Equal } else { a.total_cmp(&b) }
    }
}

/// Comparisons of more offers than this are checked when that is asked for.
const CHECKED_AT_ONCE: usize = 200;

/// Amounts below this are shown to the minor unit.
const SMALL_AMOUNT: f64 = 1000.0;

/// One place for points; for money as many as the currency has while all CDVs are small and some figure in them is
/// not whole, else none.
fn places(comparison: &Comparison, delivered: &Delivered, compiled: &Compiled, weighting: &Weighting) -> usize {
    let currency = comparison.header.currency;
    let complete = delivered.cdv.iter().zip(&delivered.complete).filter(|(_, complete)| **complete);
    let largest = complete.fold(0.0_f64, |most, (cdv, _)| most.max(cdv.abs()));
    match comparison.header.account {
        Account::Points => 1,
        Account::Money if largest < SMALL_AMOUNT => {
            let of_offer = |o: usize| (0..compiled.leaves().len()).map(move |l| compiled.contribution(weighting, l, o));
            let parts = (0..delivered.cdv.len()).flat_map(of_offer);
            shared_places(currency, parts.filter(|part| part.is_finite()))
        }
        Account::Money => 0,
    }
}
