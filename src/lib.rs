pub mod model;
pub mod value;
