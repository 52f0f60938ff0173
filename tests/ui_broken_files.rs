//! Workbooks that cannot be opened: why, every way on, and not a byte changed.

mod ui_support;

use std::path::PathBuf;

use rusqlite::Connection;
use ui_support::{Home, SIZE, Window};
use worthwhile::model::Lang;

/// A folder with a sound workbook that no window has open.
fn home_with_workbook() -> Home {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.settle();
    window.close()
}

/// Spoils a workbook by SQL, behind the program's back.
fn spoil(path: &PathBuf, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch(sql).unwrap();
    db.close().unwrap();
}

/// Opens a file that is no good: it is told why, offered other ways on, and left alone.
#[track_caller]
fn check(home: &Home, path: &PathBuf, why: &str) -> Window {
    let before = std::fs::read(path).unwrap();
    let mut window = Window::sized(home, Some(path.clone()), SIZE);
    window.assert_has("The workbook cannot be opened");
    window.assert_part(why);
    window.assert_has("The file was not changed.");
    window.assert_has(&path.display().to_string());
    for way in ["Open another workbook…", "New workbook…", "Try again"] {
        assert!(window.is_enabled(way));
    }
    window.click("Try again");
    window.assert_part(why);
    assert!(std::fs::read(path).unwrap() == before, "the file was changed");
    window
}

#[test]
fn files_that_are_no_workbooks() {
    let home = Home::new(Lang::En);
    let path = home.path("x.worth");
    let picture = std::fs::read("assets/icon/worthwhile.png").unwrap();
    for (bytes, why) in [
        (Vec::new(), "The file is empty."),
        (picture, "This is not a workbook."),
        (b"dear diary".to_vec(), "This is not a workbook."),
    ] {
        std::fs::write(&path, bytes).unwrap();
        check(&home, &path, why);
    }
}

#[test]
fn a_truncated_workbook() {
    let home = home_with_workbook();
    let bytes = std::fs::read(home.workbook()).unwrap();
    for keep in [50, 1000, bytes.len() / 2, bytes.len() - 4096] {
        let path = home.path("cut.worth");
        std::fs::write(&path, &bytes[..keep]).unwrap();
        check(&home, &path, "The workbook is damaged");
    }
}

#[test]
fn files_of_other_programs_and_other_times() {
    let home = home_with_workbook();
    let bytes = std::fs::read(home.workbook()).unwrap();
    for (sql, why) in [
        ("PRAGMA application_id = 1196444487", "This file belongs to another program (application id 0x47504b47)."),
        ("PRAGMA user_version = 99", "A newer Worthwhile wrote this workbook (version 99;"),
        ("CREATE TRIGGER t AFTER INSERT ON history BEGIN SELECT 1; END", "The workbook holds something"),
        ("CREATE VIEW v AS SELECT 1", "The workbook holds something"),
        ("DROP TABLE history", "The workbook"),
    ] {
        let path = home.path("y.worth");
        std::fs::write(&path, &bytes).unwrap();
        spoil(&path, sql);
        check(&home, &path, why);
    }
}

#[test]
fn another_workbook_is_opened_from_there() {
    let home = home_with_workbook();
    let path = home.path("x.worth");
    std::fs::write(&path, b"").unwrap();
    let mut window = check(&home, &path, "The file is empty.");
    window.click("Open another workbook…");
    window.type_path("Path of the file", &home.workbook());
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.settle();
}

#[test]
fn a_new_workbook_is_made_from_there() {
    let home = Home::new(Lang::En);
    let path = home.path("x.worth");
    std::fs::write(&path, b"").unwrap();
    let mut window = check(&home, &path, "The file is empty.");
    window.click("New workbook…");
    window.type_path("Path of the new file (.worth)", &home.path("fresh.worth"));
    window.assert_has("fresh.worth");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.settle();
}

#[test]
fn the_newest_backup_is_offered_and_opens_as_a_copy() {
    // The first opening of the day makes the backup.
    let home = Window::open(&home_with_workbook()).close();
    let whole = std::fs::read(home.workbook()).unwrap();
    std::fs::write(home.workbook(), &whole[..whole.len() / 2]).unwrap();
    let mut window = check(&home, &home.workbook(), "The workbook is damaged");
    let offer = window.labels().into_iter().find(|l| l.starts_with("Open a copy of the backup of "));
    window.click(&offer.expect("the backup is offered"));
    window.assert_has("worthwhile-recovered-1.worth");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.type_level("Price", "SHARP", "3100");
    window.settle();
    assert_eq!(std::fs::read(home.workbook()).unwrap().len(), whole.len() / 2, "the damaged file is kept");
    assert_eq!(window.restart().level("Price", "SHARP"), "3,100");
}

#[test]
fn a_sound_file_without_a_backup_offers_none() {
    let home = Home::new(Lang::En);
    let path = home.path("x.worth");
    std::fs::write(&path, b"").unwrap();
    check(&home, &path, "The file is empty.").assert_lacks("Open a copy of the backup");
}

#[test]
fn a_named_file_that_is_not_there_is_told_and_not_made() {
    let home = Home::new(Lang::En);
    let window = Window::sized(&home, Some(home.path("nowhere.worth")), SIZE);
    window.assert_part("There is no such file.");
    assert!(!home.path("nowhere.worth").exists());
}

#[test]
fn the_problem_is_told_in_the_language_shown() {
    let home = Home::new(Lang::En);
    let path = home.path("x.worth");
    std::fs::write(&path, b"").unwrap();
    let mut window = check(&home, &path, "The file is empty.");
    window.click("中文");
    window.assert_lacks("The file is empty.");
    window.assert_lacks("cannot be opened");
}
