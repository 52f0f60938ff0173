//! What the numbers say: findings as data, worded elsewhere.
//!
//! A [`Statement`] says who and which way; a [`Finding`] is a statement that is true, with today's figures; an
//! [`Extent`] says exactly how long it stays true while one quantity varies and all else stays as it is.
//! [`findings`] chooses what is worth saying; [`describe`] gives the figures of any statement, [`holds`] tells by the
//! engine's own sums whether it is true, and [`broken`] why it is not.
//!
//! In comparisons of many offers reasons, dominance and changes of levels are sought among the leading offers and our
//! own only; every condition that is given is held against all offers.

mod broken;
mod condition;
mod dominance;
mod flips;
mod gaps;
mod never;
mod ratio;
mod reasons;
mod winner;

pub use broken::{Broken, broken};
pub use condition::{Bound, Condition};

use crate::model::{CriterionId, Dimension, Leaf, OfferId, Statement, Varied};
use crate::value::Case;
use condition::Ground;

/// One finding, with the figures that its sentence needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// There is nothing to compare.
    NoOffers,
    /// No offer is complete.
    NoneComplete,
    /// Only one offer is complete.
    OnlyOne {
        /// That offer.
        offer: OfferId,
        /// Its CDV.
        cdv: f64,
    },
    /// One offer delivers the most.
    Winner {
        /// The winner.
        offer: OfferId,
        /// Its CDV.
        cdv: f64,
        /// The best of the others.
        second: OfferId,
        /// CDV of the winner − CDV of the second; above a tie.
        margin: f64,
    },
    /// Several offers deliver the most.
    Tie {
        /// All offers of rank 1.
        offers: Vec<OfferId>,
        /// Their CDV.
        cdv: f64,
    },
    /// The largest reasons for and against an offer, held against a rival.
    Reasons {
        /// The offer.
        offer: OfferId,
        /// The rival.
        rival: OfferId,
        /// The dimension that speaks most for the offer, with its part of the difference, above 0.
        strongest: (Dimension, f64),
        /// The dimension that speaks most against it, below 0.
        weakest: Option<(Dimension, f64)>,
    },
    /// A single change that lets another offer catch up with the winner.
    Flip {
        /// What changes.
        varied: Varied,
        /// The winner.
        winner: OfferId,
        /// Who catches up.
        to: OfferId,
        /// The value at which they tie, and today's; `None` for a named level, with which `to` is ahead.
        at: Option<[f64; 2]>,
    },
    /// No price of an offer, not even 0, makes it tie the winner.
    NoPrice {
        /// The offer.
        offer: OfferId,
        /// The winner.
        winner: OfferId,
    },
    /// Dimensions that cannot change the winner at any weight.
    Never {
        /// The winner.
        winner: OfferId,
        /// The dimensions, each taken alone.
        dimensions: Vec<Dimension>,
        /// The dimensions whose weight can change it.
        others: Vec<Dimension>,
    },
    /// An offer that another one beats or equals on every criterion.
    Dominated {
        /// The offer.
        offer: OfferId,
        /// The other one.
        by: OfferId,
        /// The criteria on which the other one is better, the largest advantage first.
        better: Vec<Leaf>,
    },
    /// Difference and ratio do not agree on the winner.
    Ratio {
        /// The winner by TCV − λ·TCC, and its TCV ÷ (λ·TCC).
        difference: (OfferId, f64),
        /// The winner by TCV ÷ (λ·TCC), and that ratio.
        ratio: (OfferId, f64),
    },
    /// The winner depends on a level outside the range of its scale.
    Outside {
        /// Whose level.
        offer: OfferId,
        /// On which leaf.
        leaf: Leaf,
        /// The winner.
        winner: OfferId,
        /// Who would win, were the level cut to the range.
        to: OfferId,
    },
    /// An offer that cannot be ranked.
    Incomplete {
        /// The offer.
        offer: OfferId,
        /// Leaves of weight above 0 without a level.
        missing: Vec<Leaf>,
        /// What it could come to.
        prospect: Prospect,
    },
}

/// What an incomplete offer could come to with the best levels that the scales know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prospect {
    /// There is no winner to hold it against.
    Unknown,
    /// It would deliver this much, more than the winner.
    CouldWin(f64),
    /// It would deliver this much, not more than this winner.
    CannotWin(f64, OfferId),
}

/// How long a finding stays true.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// There is nothing to say of it.
    Unsaid,
    /// While one quantity stays within bounds.
    While(Condition),
    /// Whatever any one weight, or λ, is.
    AnyWeight,
    /// Whatever any one level, weight or λ is that was tried, for this many offers.
    Always(usize),
}

/// A finding, how long it stays true, and how much it matters.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was found.
    pub finding: Finding,
    /// The same without figures, where it can be pinned.
    pub statement: Option<Statement>,
    /// How long it stays true.
    pub extent: Extent,
    /// Larger matters more; see [`findings`].
    pub importance: f64,
}

/// Most findings that are given, apart from incomplete offers.
pub const SHOWN_MAX: usize = 16;

/// Most incomplete offers that are named one by one.
const INCOMPLETE_NAMED: usize = 20;

/// Offers that lead the ranking and are looked at one by one.
const LEADING: usize = 5;

/// What the numbers say, most important first.
///
/// Importance: first who is first (100); then what makes that doubtful, a level outside its range or an incomplete
/// offer that could win (95); then the prices at which the winner changes (90), why the winner beats the second (85),
/// what cannot change the winner (75), difference against ratio (70), changes of weights and levels (60), the other
/// rivals (50), dominated offers and prices that change nothing (40), incomplete offers that could not win (30). A
/// change that is nearer matters more, by up to 9. Nothing is said twice: the nearest weight stands in the condition
/// of the first sentence.
#[must_use]
pub fn findings(case: Case<'_>) -> Vec<Found> {
    let ground = Ground::new(case);
    let mut found = winner::first(&ground);
    let mut statements = Vec::new();
    if ground.winner.is_some() {
        flips::propose(&ground, &mut statements);
        reasons::propose(&ground, &mut statements);
        never::propose(&ground, &mut statements);
        ratio::propose(&ground, &mut statements);
        gaps::propose_outside(&ground, &mut statements);
    }
    dominance::propose(&ground, &mut statements);
    found.extend(statements.iter().filter_map(|statement| on(&ground, statement)));
    by_importance(&mut found);
    found.truncate(SHOWN_MAX);
    let incomplete = (0..case.compiled.offers()).filter(|&o| !case.delivered.complete[o]).take(INCOMPLETE_NAMED);
    found.extend(incomplete.map(|o| gaps::incomplete(&ground, o)));
    by_importance(&mut found);
    found
}

fn by_importance(found: &mut [Found]) {
    found.sort_by(|a, b| b.importance.total_cmp(&a.importance));
}

/// The figures of a statement; `None` where it does not hold.
#[must_use]
pub fn describe(statement: &Statement, case: Case<'_>) -> Option<Found> {
    if holds(statement, case) { on(&Ground::new(case), statement) } else { None }
}

fn on(ground: &Ground<'_>, statement: &Statement) -> Option<Found> {
    match statement {
        Statement::Winner { offer } => winner::describe(ground, *offer),
        Statement::Tie { offers } => winner::describe_tie(ground, offers),
        Statement::Reasons { offer, rival, .. } => reasons::describe(ground, *offer, *rival),
        Statement::Flip { varied, up, winner, to } => flips::describe(ground, *varied, *up, *winner, *to),
        Statement::NoPrice { offer, winner } => flips::describe_no_price(ground, *offer, *winner),
        Statement::Never { winner, dimensions } => never::describe(ground, *winner, dimensions),
        Statement::Dominated { offer, by } => dominance::describe(ground, *offer, *by),
        Statement::Ratio { difference, ratio } => ratio::describe(ground, *difference, *ratio),
        Statement::Outside { offer, leaf, winner, to } => gaps::describe_outside(ground, *offer, *leaf, *winner, *to),
        Statement::CouldWin { offer, .. } | Statement::CannotWin { offer, .. } => {
            ground.case.offer(*offer).map(|o| gaps::incomplete(ground, o))
        }
    }
}

/// Whether a statement is true, by the sums and ranks of the engine alone.
#[must_use]
pub fn holds(statement: &Statement, case: Case<'_>) -> bool {
    let index = |id: &OfferId| case.offer(*id);
    let pair = |a: &OfferId, b: &OfferId| Some((index(a)?, index(b)?));
    let verdict = match statement {
        Statement::Winner { offer } => index(offer).map(|o| winner::wins(case, o)),
        Statement::Tie { offers } => Some(winner::shares_first(case, offers)),
        Statement::Reasons { offer, rival, strongest, weakest } => {
            pair(offer, rival).map(|(o, r)| reasons::holds(case, o, r, *strongest, *weakest))
        }
        Statement::Flip { varied, up, winner, to } => {
            pair(winner, to).map(|(w, t)| flips::holds(case, *varied, *up, w, t))
        }
        Statement::NoPrice { offer, winner } => pair(offer, winner).map(|(o, w)| flips::no_price_holds(case, o, w)),
        Statement::Never { winner, dimensions } => index(winner).map(|w| never::holds(case, w, dimensions)),
        Statement::Dominated { offer, by } => pair(offer, by).map(|(o, b)| dominance::holds(case, o, b)),
        Statement::Ratio { difference, ratio } => pair(difference, ratio).map(|(d, r)| ratio::holds(case, d, r)),
        Statement::Outside { offer, leaf, winner, to } => pair(winner, to)
            .zip(index(offer))
            .map(|((w, t), o)| winner::wins(case, w) && gaps::cut_lets_win(case, o, *leaf, w, t)),
        Statement::CouldWin { offer, winner } => {
            pair(offer, winner).map(|(o, w)| gaps::prospect(case, o, w).is_some_and(|better| better))
        }
        Statement::CannotWin { offer, winner } => {
            pair(offer, winner).map(|(o, w)| gaps::prospect(case, o, w).is_some_and(|better| !better))
        }
    };
    verdict.unwrap_or(false)
}

/// The leading offers and our own, without `except`, the best first.
fn leading(ground: &Ground<'_>, except: usize) -> Vec<usize> {
    let case = ground.case;
    let top = crate::value::top(case.delivered.keys(), LEADING + 1);
    let ours = (0..case.compiled.offers()).filter(|&o| case.comparison.offers[o].ours).take(LEADING);
    let mut all: Vec<usize> = Vec::new();
    for o in top.into_iter().map(|o| o as usize).chain(ours) {
        if o != except && case.delivered.complete[o] && !all.contains(&o) {
            all.push(o);
        }
    }
    all
}

/// True where the criterion is the price.
fn is_price(case: Case<'_>, criterion: CriterionId) -> bool {
    case.comparison.header.price == Some(criterion)
}
