//! Worthwhile 值得: comparing competing offers by what the buyer really gets.
//!
//! # The code map
//!
//! Read from the top down; each module uses only what stands in its last column.
//!
//! | module | what it is | may use |
//! | --- | --- | --- |
//! | [`model`] | what a user edits: comparison, criterion, scale, offer, level, segment, money; the one door for edits; the history | nothing |
//! | [`value`] | the theory, pure: a comparison compiled to arrays, TCV, TCC and CDV, ranks, break-even, bridge, working; `elicit`: weights from what people say; `account`: points ↔ money; `lint`: what may be wrong with a model | `model` |
//! | [`claims`] | findings as data, with the condition under which each holds | `value`, `model` |
//! | [`words`] | messages, numbers and money in both languages (`assets/locales`) | `model` |
//! | [`chart`] | charts as data: shapes, inks and the embedded fonts | `model` |
//! | [`store`] | the workbook file: schema and migrations, rows ↔ model, writer thread, backups, recovery | `model` |
//! | [`exchange`] | in and out: exchange JSON, clipboard tables, pictures, files written whole | `model`, `value`, `claims`, `chart` |
//! | [`examples`] | the comparisons that ship with the program | `exchange`, `model` |
//! | [`board`] | what the screen shows of a comparison, computed once per revision | `claims`, `value`, `model`, `words`, `chart` |
//! | [`ui`] | one file per panel; panels read the board and push intents | `board`, `model`, `value::Question`, `value::Quantity`, `words`, `chart` |
//! | [`jobs`] | long work off the window's thread: newest request wins, progress, cancel | nothing |
//! | [`app`] | the window: run intents, poll jobs and store, draw | `ui`, `board`, `jobs`, `examples`, `exchange`, `store`, `chart`, `words`, `claims`, `value`, `model` |
//! | [`cli`] | headless commands on the same library | `app::Document`, `board`, `examples`, `exchange`, `store`, `chart`, `words`, `claims`, `value`, `model` |
//!
//! `main.rs` chooses between [`app`] and [`cli`]. The way of one edit: a widget pushes a [`ui::Intent`]; [`app`] turns
//! it into a [`model::Edit`], which validates itself and says what changes; the history takes the step, the
//! [`store`]'s thread writes it and answers “saved”, the [`board`] computes anew what was touched, and the next
//! frame draws borrowed, preformatted data.
//!
//! # What must never be there
//!
//! - `ui` → `store`, `exchange` or `app`: a panel asks, it does nothing itself. It computes nothing either: of
//!   `value` and `claims` it names only the types by which it asks and is answered.
//! - `model` or `value` → anything that draws, words, reads or writes: both are plain data and arithmetic, and
//!   every number can be tested without a window or a file.
//! - `store` → `value`: the file holds what the user said, never what follows from it.
//! - anything → `cli`, and nothing but `cli` and `main.rs` → `app`.
//! - egui outside `ui` and `app`, eframe and rfd outside `app`, rusqlite outside `store`, Fluent outside `words`,
//!   resvg outside `exchange`.
//!
//! `tests/architecture.rs` holds the same table and fails where the code, or this page, says otherwise.

pub mod app;
pub mod board;
pub mod chart;
pub mod claims;
pub mod cli;
pub mod examples;
pub mod exchange;
pub mod jobs;
pub mod model;
pub mod store;
pub mod ui;
pub mod value;
pub mod words;
