//! Files by typed path: copies, exchange, other workbooks.

mod ui_support;

use std::path::PathBuf;

use egui::Key;
use ui_support::{CTRL, Home, SIZE, Window};
use worthwhile::model::Lang;

const OLD: &str = "Path of the file";
const NEW: &str = "Path of the new file (.worth)";
const NEW_JSON: &str = "Path of the new file (.json)";

fn exported(window: &mut Window) -> PathBuf {
    let path = window.home.path("out.json");
    window.menu(&["File", "Export JSON…"]);
    window.type_path(NEW_JSON, &path);
    window.wait_for("the file", |w| w.has_part("Written: "));
    path
}

#[test]
fn a_copy_is_written_while_the_workbook_stays_open() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    let path = window.home.path("copy.worth");
    window.menu(&["File", "Save a copy as…"]);
    window.type_path(NEW, &path);
    window.wait_for("the copy", |w| w.has(&format!("Written: {}", w.home.path("copy.worth").display())));
    window.assert_has("worthwhile.worth");
    window.keys(CTRL, Key::Z);
    window.settle();
    let copy = Window::sized(&window.home, Some(path), SIZE);
    assert_eq!(copy.level("Price", "SHARP"), "3,000");
    copy.assert_has("copy.worth");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let mut window = Window::first();
    let entries =
        [("Save a copy as…", NEW, "worth"), ("Export JSON…", NEW_JSON, "json"), ("New workbook…", NEW, "worth")];
    for (entry, input, ending) in entries {
        let path = window.home.path(&format!("diary.{ending}"));
        std::fs::write(&path, "dear diary").unwrap();
        window.menu(&["File", entry]);
        window.type_path(input, &path);
        window.assert_part("There is already a file");
        assert_eq!(window.value(input), path.display().to_string(), "the dialog asks again");
        window.key(Key::Escape);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "dear diary");
    }
    window.assert_has("worthwhile.worth");
}

#[test]
fn what_is_exported_comes_back_as_one_step() {
    let mut window = Window::first();
    let path = exported(&mut window);
    window.menu(&["File", "Import JSON…"]);
    window.type_path(OLD, &path);
    window.assert_has("1 comparison imported");
    assert_eq!(window.comparisons().len(), 11);
    assert_eq!(window.steps(), 1);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.settle();
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparisons().len(), 10);
    window.keys(CTRL, Key::Y);
    window.settle();
    let window = window.restart();
    assert_eq!(window.comparisons().len(), 11);
}

#[test]
fn a_bad_exchange_file_imports_nothing_and_says_where() {
    let mut window = Window::first();
    let good = std::fs::read_to_string(exported(&mut window)).unwrap();
    let bad = window.home.path("bad.json");
    let cases = [
        ("", None),
        ("{", Some("line 1")),
        (&good.replace("\"price\": 2800", "\"price\": \"cheap\""), Some("levels")),
        (&good[..good.len() / 2], Some("line")),
    ];
    for (text, place) in cases {
        assert_ne!(text, good, "the file is not bad");
        std::fs::write(&bad, text).unwrap();
        window.menu(&["File", "Import JSON…"]);
        window.type_path(OLD, &bad);
        window.assert_has("Nothing was imported");
        window.assert_has(&bad.display().to_string());
        if let Some(place) = place {
            window.assert_part(place);
        }
        window.click("Close");
        assert_eq!((window.comparisons().len(), window.steps()), (10, 0));
    }
    window.menu(&["File", "Import JSON…"]);
    window.type_path(OLD, &window.home.path("none.json"));
    window.assert_has("Nothing was imported");
    window.key(Key::Escape);
    window.settle();
}

#[test]
fn a_new_workbook_and_back_by_open_and_open_recent() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.settle();
    window.menu(&["File", "New workbook…"]);
    let second = window.home.path("second"); // The ending is added.
    window.type_path(NEW, &second);
    window.assert_has("second.worth");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    assert!(!window.is_enabled("Undo"), "a history belongs to its workbook");
    window.keys(CTRL, Key::O);
    let first = window.home.workbook();
    window.type_path(OLD, &first);
    window.assert_has("worthwhile.worth");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.menu(&["File", "Open recent", "second.worth"]);
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    let mut window = window.restart();
    window.assert_has("second.worth");
    window.menu(&["File", "Open recent", "worthwhile.worth"]);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.settle();
}

#[test]
fn a_path_that_leads_nowhere_leaves_a_way_back() {
    let mut window = Window::first();
    window.keys(CTRL, Key::O);
    window.type_path(OLD, &window.home.path("nowhere.worth"));
    window.assert_part("There is no such file");
    window.click("Back to worthwhile.worth");
    window.type_level("Price", "SHARP", "3000");
    window.settle();
}

#[test]
fn a_copy_into_a_folder_that_is_not_there_is_told() {
    let mut window = Window::first();
    let path = window.home.path("no folder").join("copy.worth");
    window.menu(&["File", "Save a copy as…"]);
    window.type_path(NEW, &path);
    window.wait_for("a word", |w| w.has_part("Not written: "));
    window.menu(&["File", "Export JSON…"]);
    window.type_path(NEW_JSON, &path.with_extension("json"));
    window.assert_part("Not written: ");
    window.settle();
}

#[test]
fn escape_asks_for_nothing() {
    let mut window = Window::first();
    for entry in ["New workbook…", "Open…", "Save a copy as…", "Import JSON…", "Export JSON…"] {
        window.menu(&["File", entry]);
        window.key(Key::Escape);
        assert_eq!(window.ui.state_mut().view_mut().dialog, None);
    }
    let kept = std::fs::read_dir(window.home.path("")).unwrap().count();
    assert_eq!(kept, 2, "only the folders of settings and data");
}

#[test]
fn a_workbook_that_a_window_has_open_is_refused_to_a_second_window() {
    let mut first = Window::first();
    first.type_level("Price", "SHARP", "3000");
    let second = Window::open(&first.home);
    second.assert_has("The workbook cannot be opened");
    second.assert_part("The workbook is already open in another window.");
    first.settle();
    first.type_level("Price", "SHARP", "3100");
    first.settle();
    let home = first.close();
    let mut second = second;
    second.click("Try again");
    assert_eq!(second.level("Price", "SHARP"), "3,100");
    assert_eq!(second.home.workbook(), home.workbook());
    second.settle();
}

#[test]
fn a_first_start_in_chinese_is_chinese() {
    let window = Window::open(&Home::new(Lang::Zh));
    window.assert_has("已保存");
    window.assert_lacks("Undo");
    window.assert_part("+38.1");
}
