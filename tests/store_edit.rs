//! Edits, undo and redo through the file and back.

mod store_common;

use store_common::{Desk, quiet, workbook};
use worthwhile::store::{self, OpenError, Store};

#[test]
fn undo_and_redo_reach_back_across_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::create(&dir.path().join("tv.worth"), &["Televisions", "Coffee"]);
    let start = desk.workbook.clone();
    desk.rename("Sets");
    desk.rename("LED sets");
    let mut desk = desk.reopened();
    assert_eq!(desk.history.undoable().unwrap().label.key, "edit-rename-comparison");
    assert!(desk.undo() && desk.undo() && !desk.undo());
    assert_eq!(desk.workbook.comparisons, start.comparisons);
    let mut desk = desk.reopened();
    assert!(desk.redo());
    let mut desk = desk.reopened();
    assert_eq!(desk.name(), "Sets");
    assert!(desk.redo() && !desk.redo());
    assert_eq!(desk.reopened().name(), "LED sets");
}

#[test]
fn an_edit_after_undo_cuts_what_could_be_redone() {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::create(&dir.path().join("tv.worth"), &["A"]);
    desk.rename("B");
    desk.rename("C");
    desk.undo();
    desk.undo();
    desk.rename("D");
    let mut desk = desk.reopened();
    assert!(desk.history.redoable().is_none());
    assert!(desk.undo());
    assert_eq!(desk.reopened().name(), "A");
}

#[test]
fn a_new_workbook_never_takes_the_place_of_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    std::fs::write(&path, "mine").unwrap();
    let refused = Store::create(&path, &workbook(&["A"]), quiet());
    assert_eq!(refused.err(), Some(OpenError::AlreadyExists));
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn reading_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tv.worth");
    let desk = Desk::create(&path, &["A"]);
    assert_eq!(store::read(&path).err(), Some(OpenError::AlreadyOpen));
    let expected = desk.workbook.clone();
    drop(desk);
    let before = std::fs::read(&path).unwrap();
    assert_eq!(store::read(&path), Ok(expected));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}
