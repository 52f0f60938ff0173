//! The examples that ship with the program, in both languages.

use crate::exchange::{ImportError, json};
use crate::model::{Comparison, IdSource, Workbook, nth};

/// An example that ships with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What [`crate::model::Header::example`] of its comparison says.
    pub key: &'static str,
    /// Its exchange file.
    pub json: &'static str,
}

macro_rules! examples {
    ($($key:literal),+ $(,)?) => {
        [$(Example { key: $key, json: include_str!(concat!("../assets/examples/", $key, ".json")) }),+]
    };
}

/// Every example, in the order of the list.
pub const ALL: [Example; 10] = examples![
    "televisions",
    "tv-same",
    "tv-price",
    "tv-warranty",
    "tv-stores",
    "tv-choice",
    "phone",
    "coffee",
    "rice",
    "tractor",
];

/// The comparisons of an example, with fresh numbers from `ids`.
///
/// # Errors
/// [`ImportError`] where the shipped file is broken; a test keeps that from happening.
pub fn load(example: &Example, ids: &mut IdSource) -> Result<Vec<Comparison>, ImportError> {
    json::read(example.json, ids)
}

/// The example with this key.
#[must_use]
pub fn find(key: &str) -> Option<&'static Example> {
    static EXAMPLES: [Example; ALL.len()] = ALL;
    EXAMPLES.iter().find(|example| example.key == key)
}

/// The workbook of a first start: all examples, in order.
#[must_use]
pub fn first_workbook() -> Workbook {
    let mut workbook = Workbook::default();
    for example in &ALL {
        for mut comparison in load(example, &mut workbook.ids).unwrap_or_default() {
            comparison.header.position = nth(workbook.comparisons.len());
            comparison.header.name = workbook.free_name(&comparison.header.name);
            workbook.comparisons.push(comparison);
        }
    }
    workbook
}
