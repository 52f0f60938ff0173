//! The theory, pure: from a comparison to delivered value and what follows from it.
//!
//! A comparison is [compiled](Compiled) to arrays once per change of its levels or scales; a [`Weighting`] holds
//! one number per leaf; [`Compiled::deliver`] is then one pass over numbers. Both accounts share this engine: a
//! contribution is `sign · coefficient · f(level)`, and CDV is their sum.

mod account;
mod attribution;
mod break_even;
mod bridge;
mod case;
mod compile;
mod crossings;
mod deliver;
mod dominance;
pub mod elicit;
mod envelope;
mod gap;
mod levers;
pub mod lint;
mod price_lines;
mod rank;
mod satisfaction;
mod segments;
mod sensitivity;
mod solve;
mod stability;
mod sweep;
mod tornado;
mod weight_line;
mod winner_map;
mod working;

pub use account::{Conversion, RankMove, Rate, Refused, Target, Terms, convert, money_anchors, scale_amounts};
pub use attribution::{Attribution, EXACT_MAX, SAMPLED_PAIRS, shapley};
pub use break_even::{
    BreakEven, BreakEvens, all_break_evens, break_even_level, break_even_price, break_evens, rounded_to_tie,
};
pub use bridge::{Bridge, BridgeStep, bridge};
pub use case::{Case, Prepared};
pub use compile::{Compiled, CompiledLeaf, Weighting};
pub use crossings::{Crossing, Crossings, Tied};
pub use deliver::{Delivered, Parts};
pub use dominance::{Dominance, Dominators, FairValue};
pub use envelope::{Stretch, envelope, envelope_of, wins_of};
pub use gap::{GapChange, NoGap, gap_change};
pub use levers::{Alone, CheapestWin, LeverError, Move, Outcome, Plan, Setting, cheapest_win};
pub use price_lines::{PriceLines, PriceTie, price_lines};
pub use rank::{TIE_TOLERANCE, order, rank_into, ties, top};
pub use satisfaction::{Judged, Satisfaction, When};
pub use segments::{OfSegment, Segments};
pub use sensitivity::{Sensitivity, sensitivity};
pub use solve::{Root, solve};
pub use stability::{End, Stability, cost_part, emphasis_of_part, stabilities, weights};
pub use sweep::{Line, Piece, Quantity, State, Sweep};
pub use tornado::{Bar, Cause, Doubt, tornado};
pub use weight_line::WeightLine;
pub use winner_map::{
    Border, BorderArc, BorderPath, NoPlane, Patch, Plane, PlaneAxis, Winner, WinnerMap, plane_choice, plane_quantities,
};
pub use working::{Money, Question, Step, Term, TermName, working};
