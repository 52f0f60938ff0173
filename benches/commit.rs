//! From an edit of one level to “saved”: one transaction with its row of history, on the disk.
//!
//! The files lie in the system's folder for temporary files; where that is in memory, set `TMPDIR` to a real disk.
//! `cargo bench --bench commit`

mod support;

use std::sync::Arc;
use std::sync::mpsc::channel;

use criterion::Criterion;
use worthwhile::app::Document;
use worthwhile::model::{Edit, Level};
use worthwhile::store::{Store, StoreEvent};

fn one_level(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = support::workbook(folder.path());
    let (told, events) = channel();
    let opened = Store::open(&path, Arc::new(move || told.send(()).unwrap_or_default())).expect("the workbook");
    let mut document = Document::new(opened);
    let comparison = &document.workbook.comparisons[0];
    let (offer, criterion_id, comparison) = (comparison.offers[0].id, comparison.criteria[0].id, comparison.id());
    let mut level = 1.0;
    let mut commit = || {
        level = if level > 5.0 { 2.0 } else { 8.0 };
        let edit = Edit::SetLevels { comparison, cells: vec![(offer, criterion_id, Some(Level::Number(level)))] };
        let changes = document.apply(&[edit]).expect("a level of the scale");
        assert_eq!(changes.len(), 1, "an edit that changes something");
        events.recv().expect("an event");
        assert_eq!(document.store.poll(), Some(StoreEvent::Saved { revision: document.revision }));
    };
    criterion.bench_function("commit: one level", |b| b.iter(&mut commit));
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_level(&mut criterion);
    criterion.final_summary();
}
