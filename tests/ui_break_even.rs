//! The break-even mode of the matrix, and the line that every level's tooltip has.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Window, name};

/// Holds the pointer over a cell until its tooltip shows.
fn point_at(window: &mut Window, cell: &str) {
    let at = window.control_of(Role::Cell, cell).rect().center();
    window.ui.hover_at(at);
    window.run();
    for _ in 0..12 {
        window.ui.step();
    }
}

/// What screen readers hear of a cell in the mode.
fn says(window: &Window, head: &str) -> String {
    let is_it = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Cell;
    let mut cells = window.ui.root().children_recursive().filter(is_it).filter_map(|n| name(&n));
    cells.find(|label| label.starts_with(head)).unwrap_or_default()
}

#[test]
fn the_corner_switches_the_mode_on_and_off() {
    let mut window = Window::first();
    window.assert_lacks("Ties TCL");
    window.click_of(Role::CheckBox, "Break-even");
    window.assert_has("Price, SHARP: 4,400. Ties TCL at ¥3,807.77 (−592.23)");
    window.assert_has("Price, TCL: 2,800. Ties Haier at ¥3,219.44 (+419.44)");
    window.assert_has("Picture and panel, SHARP: 9. At no level does it tie TCL");
    window.assert_part("where the offer would tie the best other offer");
    window.click_of(Role::CheckBox, "Break-even");
    window.assert_has("Price, SHARP: 4,400");
    window.assert_lacks("Ties TCL");
    assert_eq!(window.steps(), 0, "a way of looking is no edit");
}

#[test]
fn the_key_and_the_view_menu_switch_it_too() {
    let mut window = Window::first();
    window.keys(CTRL, Key::B);
    window.assert_part("Ties TCL");
    window.keys(CTRL, Key::B);
    window.assert_lacks("Ties TCL");
    window.menu(&["View", "Break-even levels"]);
    window.key(Key::Escape);
    window.assert_part("Ties TCL");
}

#[test]
fn a_tooltip_says_it_without_the_mode() {
    let mut window = Window::first();
    point_at(&mut window, "Price, SHARP: 4,400");
    window.assert_has("Ties TCL at ¥3,807.77 (−592.23)");
    point_at(&mut window, "Picture and panel, SHARP: 9");
    window.assert_has("At no level does it tie TCL");
}

#[test]
fn with_the_level_that_is_read_typed_in_the_offer_leads_by_a_hair() {
    let mut window = Window::first();
    window.keys(CTRL, Key::B);
    window.type_level("Price", "SHARP", "3807.77");
    window.assert_has("SHARP: CDV +38.1, best offer");
    assert!(says(&window, "Price, SHARP: 3,807.77. Ties TCL at ¥3,807.77").contains("TCL"));
    // Now TCL is the one behind, and has to be a little cheaper.
    assert!(says(&window, "Price, TCL: 2,800").contains("Ties SHARP at ¥2,799.99 (−0.01)"));
    window.settle();
}

#[test]
fn it_is_read_in_chinese() {
    let mut window = Window::first();
    window.click("中文");
    window.click_of(Role::CheckBox, "打平水平");
    assert!(says(&window, "价格，夏普").ends_with("¥3,807.77（−592.23）时与 TCL 打平"));
    assert!(says(&window, "画质与面板，夏普").ends_with("任何水平都无法与 TCL 打平"));
}

#[test]
fn the_break_evens_are_copied_as_a_table() {
    let mut window = Window::first();
    window.click_entry("Edit");
    window.control("Copy the break-even levels as a table").click();
    window.ui.step();
    let mut copied = window.copied();
    if copied.is_none() {
        window.ui.step();
        copied = window.copied();
    }
    let table = copied.expect("nothing was copied");
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0][1..], ["TCL", "SHARP", "Haier", "Changhong"]);
    assert_eq!(rows[1], ["Ties", "Haier", "TCL", "TCL", "TCL"]);
    let price = rows.iter().find(|row| row[0].starts_with("Price")).unwrap();
    let numbers: Vec<f64> = price[1..].iter().map(|cell| cell.parse().unwrap()).collect();
    assert!((numbers[1] - 3_807.777_778).abs() < 1e-6 && (numbers[2] - 3_580.555_556).abs() < 1e-6, "{price:?}");
}

#[test]
fn every_example_can_be_read_in_the_mode() {
    let mut window = Window::first();
    window.keys(CTRL, Key::B);
    for comparison in window.comparisons() {
        window.show(&comparison);
        let cells = window.ui.root().children_recursive().filter(|n| n.accesskit_node().role() == Role::Cell);
        let labels: Vec<String> = cells.filter_map(|n| name(&n)).collect();
        assert!(!labels.is_empty(), "{comparison}");
        let keys: Vec<&String> = labels.iter().filter(|l| l.contains("tie-")).collect();
        assert!(keys.is_empty(), "{comparison}: {keys:?}");
    }
}
