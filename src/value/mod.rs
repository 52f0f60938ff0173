//! The theory, pure: from a comparison to delivered value and what follows from it.
//!
//! A comparison is [compiled](Compiled) to arrays once per change of its levels or scales; a [`Weighting`] holds
//! one number per leaf; [`Compiled::deliver`] is then one pass over numbers. Both accounts share this engine: a
//! contribution is `sign · coefficient · f(level)`, and CDV is their sum.

mod break_even;
mod bridge;
mod case;
mod compile;
mod deliver;
pub mod elicit;
mod rank;
mod sweep;
mod weight_line;
mod working;

pub use break_even::{Root, break_even_price, solve};
pub use bridge::{Bridge, BridgeStep, bridge};
pub use case::{Case, Prepared};
pub use compile::{Compiled, CompiledLeaf, Weighting};
pub use deliver::{Delivered, Parts};
pub use rank::{TIE_TOLERANCE, order, rank_into, ties, top};
pub use sweep::{Line, Piece, Quantity, State, Sweep};
pub use weight_line::WeightLine;
pub use working::{Money, Question, Step, Term, TermName, working};
