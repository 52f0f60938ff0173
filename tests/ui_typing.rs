//! Typing: what a click and Tab select, Enter and paste in lists, how numbers are understood, and whose undo it is.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, vec2};
use ui_support::{CTRL, CTRL_SHIFT, Home, Window, button};
use worthwhile::model::{Answers, Lang, Method, Scope, Side};

const POINTS: [&str; 4] = ["Points of Product", "Points of Service", "Points of Personnel", "Points of Image"];

fn page(tab: &str) -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 2000.0));
    window.click_of(Role::Tab, tab);
    window
}

/// Points for the dimensions of the value side: 100, 62.5, 37.5 and 50.
fn points() -> Window {
    let mut window = page("How to weigh");
    window.click_of(Role::ComboBox, "How");
    window.click_entry("Points");
    window.click("Start from the weights in force");
    assert_eq!(values(&window), ["100", "62.5", "37.5", "50"]);
    window
}

fn values(window: &Window) -> [String; 4] {
    POINTS.map(|label| window.value(label))
}

fn given(window: &Window) -> usize {
    let everyone = window.comparison().everyone().unwrap();
    match everyone.answers(Scope::Dimensions(Side::Value), Method::Points).map(|e| &e.answers) {
        Some(Answers::Points { points }) => points.len(),
        _ => 0,
    }
}

#[test]
fn a_click_into_a_field_selects_all_of_it_and_a_second_one_does_not() {
    let mut window = points();
    window.click("Points of Service");
    window.text("7");
    assert_eq!(window.value("Points of Service"), "7");
    window.key(Key::Escape);
    assert_eq!(window.value("Points of Service"), "62.5");
    // Again, and once more for the caret: at the right end, where the figures stand.
    window.key(Key::Escape);
    assert!(!window.is_focused("Points of Service"));
    window.click("Points of Service");
    for _ in 0..5 {
        window.ui.step();
    }
    let end = window.control("Points of Service").rect().right_center() - vec2(9.0, 0.0);
    window.ui.hover_at(end);
    for pressed in [true, false] {
        window.ui.event(button(end, pressed));
    }
    window.run();
    window.text("1");
    assert_eq!(window.value("Points of Service"), "62.51");
}

#[test]
fn a_drag_through_a_field_selects_what_it_passes() {
    let mut window = points();
    let rect = window.control("Points of Service").rect();
    let right: Pos2 = rect.right_center() - vec2(9.0, 0.0);
    window.drag(right, right - vec2(9.0, 0.0));
    window.key(Key::Delete);
    let left = window.value("Points of Service");
    assert!(!left.is_empty() && left.len() < 4 && "62.5".starts_with(&left), "{left}");
}

#[test]
fn tab_into_a_field_selects_all_of_it() {
    let mut window = points();
    window.click("Points of Product");
    // The slider of the row stands between.
    window.key(Key::Tab);
    window.key(Key::Tab);
    assert!(window.is_focused("Points of Service"));
    window.text("8");
    assert_eq!(window.value("Points of Service"), "8");
    window.keys(Modifiers::SHIFT, Key::Tab);
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.value("Points of Service"), "8", "leaving the field takes what was typed");
    window.text("90");
    assert_eq!(window.value("Points of Product"), "90");
}

#[test]
fn enter_goes_down_a_list_and_escape_restores() {
    let mut window = points();
    let before = window.steps();
    window.click("Points of Product");
    for text in ["90", "80", "70"] {
        window.text(text);
        window.key(Key::Enter);
    }
    assert!(window.is_focused("Points of Image"));
    assert_eq!(values(&window), ["90", "80", "70", "50"]);
    assert_eq!(window.steps(), before + 3);
    window.keys(Modifiers::SHIFT, Key::Enter);
    window.text("1");
    window.key(Key::Escape);
    assert!(window.is_focused("Points of Personnel"));
    assert_eq!(window.value("Points of Personnel"), "70");
    window.key(Key::ArrowUp);
    assert!(window.is_focused("Points of Service"));
    window.text("60");
    window.key(Key::ArrowDown);
    assert!(window.is_focused("Points of Personnel"));
    // At the end the keyboard stays.
    window.key(Key::Enter);
    window.text("40");
    window.key(Key::Enter);
    assert!(window.is_focused("Points of Image"));
    assert_eq!(values(&window), ["90", "60", "70", "40"]);
    window.text("45");
    window.key(Key::Enter);
    assert_eq!(window.value("Points of Image"), "45", "all is selected again");
}

#[test]
fn the_undo_key_takes_back_typing_first_and_then_edits() {
    let mut window = points();
    window.click("Points of Product");
    window.text("90");
    window.key(Key::Enter);
    window.keys(Modifiers::SHIFT, Key::Enter);
    let before = window.steps();
    window.text("7");
    window.keys(CTRL, Key::Z);
    assert_eq!((window.value("Points of Product").as_str(), window.steps()), ("90", before));
    window.keys(CTRL, Key::Z);
    assert_eq!((window.value("Points of Product").as_str(), window.steps()), ("100", before - 1));
    assert!(window.is_focused("Points of Product"));
    window.keys(CTRL, Key::Y);
    assert_eq!(window.value("Points of Product"), "90");
}

#[test]
fn a_column_is_pasted_as_one_edit_and_copied_back() {
    let mut window = points();
    let before = window.steps();
    window.click("Points of Service");
    window.paste("１０\r\n20%\r\n1,000\r\n");
    assert_eq!(values(&window), ["100", "10", "20", "1000"]);
    assert_eq!(window.steps(), before + 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(values(&window), ["100", "62.5", "37.5", "50"]);
    // A row goes down the list too.
    window.click("Points of Product");
    window.paste("5\t6\t7\t8");
    assert_eq!(values(&window), ["5", "6", "7", "8"]);
    window.menu_of("Points of Personnel");
    let copied = window.copied_by("Copy the whole list");
    assert_eq!(copied, "5\n6\n7\n8\n");
    window.keys(CTRL, Key::Z);
    window.click("Points of Product");
    window.paste(&copied);
    assert_eq!(values(&window), ["5", "6", "7", "8"]);
    // An empty cell takes an answer back.
    window.paste("1\n\n3\n4");
    assert_eq!((values(&window), given(&window)), (["1", "", "3", "4"].map(str::to_owned), 3));
}

#[test]
fn a_column_that_does_not_fit_is_not_pasted_at_all() {
    let mut window = points();
    let before = window.steps();
    window.click("Points of Service");
    window.paste("1\nmany\n3\n4");
    window.assert_has("Nothing was pasted: these cells do not fit");
    window.assert_part("Points of Personnel: “many”");
    window.assert_has("one number more than there are fields from here on");
    window.key(Key::Escape);
    assert_eq!(values(&window), ["100", "62.5", "37.5", "50"]);
    assert_eq!(window.steps(), before);
    assert!(window.is_focused("Points of Service"));
}

#[test]
fn what_cannot_be_taken_stays_with_the_reason_beside_it() {
    let mut window = points();
    window.click("Points of Service");
    window.text("1,5");
    window.key(Key::Enter);
    window.assert_part("type 1.5 with a point");
    assert!(window.is_focused("Points of Service"));
    assert_eq!(window.value("Points of Service"), "1,5");
    window.keys(CTRL, Key::A);
    window.text("1.5");
    window.assert_lacks("type 1.5 with a point");
    window.key(Key::Enter);
    assert_eq!(window.value("Points of Service"), "1.5");
    // Left by Tab it stays too; Escape gives it up.
    window.click("Points of Service");
    window.text("many");
    window.key(Key::Tab);
    assert_eq!(window.value("Points of Service"), "many");
    window.assert_part("not a number");
    window.click("Points of Service");
    window.key(Key::Escape);
    assert_eq!(window.value("Points of Service"), "1.5");
    window.assert_lacks("not a number");
}

#[test]
fn both_columns_of_a_curve_are_pasted_at_once() {
    let mut window = page("Scale");
    window.menu_of("Warranty");
    window.click_entry("Scale on its page");
    window.click("+ Add a point");
    let before = window.steps();
    window.click("Level of point 1");
    window.paste("0\t10\n2\t50\n8\t90\n");
    for (at, row) in [["0", "10"], ["2", "50"], ["8", "90"]].iter().enumerate() {
        let of = |what: &str| window.value(&format!("{what} of point {}", at + 1));
        assert_eq!([of("Level"), of("Points")], row.map(str::to_owned));
    }
    assert_eq!(window.steps(), before + 1);
    // Points that cannot stay in order stay typed.
    window.click("Level of point 2");
    window.text("8");
    window.key(Key::Enter);
    window.assert_part("Two control points");
    assert_eq!(window.value("Level of point 2"), "8");
    assert_eq!(window.steps(), before + 1);
}

#[test]
fn a_table_is_pasted_into_the_dialog_of_a_scale() {
    let mut window = Window::first();
    window.menu_of("Warranty");
    window.click_entry("Name and scale…");
    window.click("Level, row 1");
    window.paste("0\t0\n2\t50\n8\t100\n");
    assert_eq!(["Level, row 3", "Points, row 3"].map(|label| window.value(label)), ["8", "100"]);
    window.click("OK");
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.steps(), 0);
}

const SIZE: &str = "Size of Everyone";
const NOTHING: &str = "CDV of buying nothing for Everyone";

#[test]
fn what_is_typed_is_taken_before_another_page_opens() {
    let mut window = page("Buyers");
    window.retype(SIZE, "7");
    window.keys(CTRL, Key::Num1);
    assert!(!window.has_control(SIZE), "the other page is open");
    let size = |window: &Window| window.comparison().everyone().unwrap().size;
    assert!((size(&window) - 7.0).abs() < f64::EPSILON);
    window.keys(CTRL, Key::Z);
    assert!((size(&window) - 1.0).abs() < f64::EPSILON);
}

#[test]
fn what_is_typed_belongs_to_the_case_in_which_it_was_typed() {
    let mut window = page("Buyers");
    let size = |window: &Window| window.comparison().everyone().unwrap().size;
    window.keys(CTRL_SHIFT, Key::W);
    window.retype(SIZE, "7");
    // Drops a what-if in which nothing was changed; this one is asked about.
    window.keys(CTRL_SHIFT, Key::W);
    assert!((size(&window) - 1.0).abs() < f64::EPSILON, "the real case is as it was");
}

#[test]
fn what_cannot_be_taken_stays_with_its_comparison() {
    let mut window = page("Buyers");
    window.retype(NOTHING, "often");
    window.key(Key::Enter);
    assert_eq!(window.value(NOTHING), "often");
    window.show("Coffee");
    assert_eq!(window.value(NOTHING), "");
}
