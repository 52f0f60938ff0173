pub mod board;
pub mod chart;
pub mod claims;
pub mod model;
pub mod value;
pub mod words;
