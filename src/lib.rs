pub mod examples;
pub mod exchange;
pub mod model;
pub mod value;
