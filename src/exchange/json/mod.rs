//! The exchange file: everything a comparison holds, as JSON that people can write by hand.
//!
//! Amounts are in units of the currency; every text is a string or `{"en": …, "zh": …}`; criteria are referred to by
//! their keys, and `ownership` is the key of all money criteria together.

mod answers;
mod dismissed;
mod dto;
mod expectation;
mod levers;
mod out;
mod pins;
mod pretty;
mod ranges;
mod read;
mod read_offers;
mod read_variants;
mod scale;
mod variants;
mod weights;

pub use out::write;
pub use read::read;

/// The version that [`write()`] writes and the newest that [`read()`] takes.
pub const VERSION: u32 = 1;

/// Largest file that [`read()`] takes.
pub const MAX_BYTES: usize = 64 << 20;

/// The key of the money leaf: all money criteria together.
const OWNERSHIP: &str = "ownership";
