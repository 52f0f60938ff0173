//! What comes in and goes out: the exchange file, clipboard tables, and pictures.

mod error;
pub mod json;
pub mod picture;
pub mod table;
pub mod whole;
mod wrong;

pub use error::{ImportError, Problem};
pub use wrong::Wrong;
