//! “Show the working”: every number opens its formula with the numbers put in.

mod ui_support;

use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use ui_support::{Window, name};

#[test]
fn the_delivered_value_shows_its_subtraction_and_what_leads_to_it() {
    let mut window = Window::first();
    window.click("Show the working: CDV of TCL");
    window.assert_has("How TCL gets there");
    window.assert_has("Customer delivered value");
    window.assert_has("66.3 − 1 × 28.2 = 38.1");
    window.assert_has("24.0 + 19.5 + 11.7 + 11.1 = 66.3");
    window.assert_has("16.0 + 6.4 + 4.0 + 1.8 = 28.2");
    window.key(Key::Escape);
    window.assert_lacks("How TCL gets there");
}

#[test]
fn value_and_cost_of_a_card_show_their_sums() {
    let mut window = Window::first();
    window.click("Show the working: total value of SHARP");
    window.assert_has("How SHARP gets there");
    window.assert_has("33.8 + 22.5 + 11.7 + 15.6 = 83.5");
    window.click("Show the working: total cost of SHARP");
    window.assert_has("48.0 + 4.8 + 2.7 + 1.8 = 57.3");
    window.assert_lacks("83.5 ");
    window.key(Key::Escape);
    window.assert_lacks("How SHARP gets there");
}

#[test]
fn a_subtotal_shows_shares_times_points() {
    let mut window = Window::first();
    window.click("Show the working: Service, TCL, 19.5");
    window.assert_has("25% × (60% × 83.3 + 40% × 70.0) = 19.5");
}

#[test]
fn alt_and_enter_show_the_working_of_a_level() {
    let mut window = Window::first();
    window.select("Price", "TCL");
    window.keys(Modifiers::ALT, Key::Enter);
    window.assert_has("How TCL gets there");
    window.assert_part("¥2,800");
    window.assert_part("40.0");
    window.key(Key::Escape);
    window.assert_lacks("How TCL gets there");
    window.key(Key::ArrowRight);
    window.keys(Modifiers::ALT, Key::Enter);
    window.assert_has("How SHARP gets there");
    window.assert_part("¥4,400");
    window.key(Key::Escape); // The working may lie over the cell.
    window.select("Picture and panel", "SHARP");
    window.keys(Modifiers::ALT, Key::Enter);
    window.assert_has("(9 − 1) ÷ (10 − 1) × 100 = 88.9");
}

#[test]
fn the_working_follows_an_edit_and_the_language() {
    let mut window = Window::first();
    window.click("Show the working: CDV of TCL");
    window.type_level("Warranty", "TCL", "6");
    window.assert_lacks("66.3 − 1 × 28.2 = 38.1");
    window.assert_has("68.8 − 1 × 28.2 = 40.6");
    window.click("中文");
    window.assert_has("68.8 − 1 × 28.2 = 40.6");
    window.assert_lacks("How TCL gets there");
}

#[test]
fn the_working_of_what_is_missing_says_so() {
    let mut window = Window::first();
    window.select("Warranty", "TCL");
    window.key(Key::Delete);
    window.click("Show the working: CDV of TCL");
    window.assert_has("Warranty is missing, so the result is unknown");
    window.assert_lacks("= 38.1");
}

#[test]
fn a_single_year_is_spelled_so() {
    let mut window = Window::first();
    window.show("A mobile phone at the supermarket");
    window.click("Settings");
    window.retype("Years of ownership", "1");
    window.key(Key::Enter);
    window.select("Price", "Online shop");
    window.keys(Modifiers::ALT, Key::Enter);
    window.assert_part("(1 year at ");
}

#[test]
fn the_working_is_copied_as_text() {
    let mut window = Window::first();
    window.click("Show the working: CDV of TCL");
    window.control("Copy the working").click();
    let mut copied = None;
    for _ in 0..4 {
        window.ui.step();
        copied = copied.or_else(|| window.copied());
    }
    let copied = copied.expect("the working is on the clipboard");
    assert!(copied.starts_with("How TCL gets there\n") && copied.contains("66.3 − 1 × 28.2 = 38.1"), "{copied}");
}

#[test]
fn every_number_of_every_example_has_a_working() {
    let mut window = Window::first();
    for example in window.comparisons() {
        window.show(&example);
        let is_number = |label: &String| label.starts_with("Show the working: ");
        let numbers: Vec<String> = window.labels().into_iter().filter(is_number).collect();
        assert!(numbers.len() > 10, "{example}: {numbers:?}");
        for number in numbers {
            window.control(&number).click_accesskit();
            window.ui.step();
            window.ui.step();
            let lines = working(&window);
            assert!(lines.iter().any(|line| line.contains('=')), "{example}, {number}: {lines:?}");
            let odd = lines.iter().find(|l| l.contains("NaN") || l.contains("inf ") || l.contains("-0.0"));
            assert_eq!(odd, None, "{example}, {number}");
        }
        window.key(Key::Escape);
    }
}

/// The texts of the window that shows the working.
fn working(window: &Window) -> Vec<String> {
    let is_window = |node: &egui_kittest::Node<'_>| name(node).is_some_and(|n| n.ends_with(" gets there"));
    let found = window.ui.root().children_recursive().find(is_window).expect("the working is open");
    let around = found.parent().and_then(|p| p.parent()).unwrap_or(found);
    around.children_recursive().filter_map(|node| name(&node)).collect()
}
