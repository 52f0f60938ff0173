//! What comes in and goes out: the exchange file and clipboard tables.

mod error;
pub mod json;
pub mod table;

pub use error::{ImportError, Problem};
