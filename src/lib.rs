pub mod board;
pub mod chart;
pub mod claims;
pub mod examples;
pub mod exchange;
pub mod model;
pub mod value;
pub mod words;
