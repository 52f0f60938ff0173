//! What the buyer expects beside the offers, and the page “Satisfaction”, by role and label.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use ui_support::{CTRL, Home, Window, is_key};
use worthwhile::model::{Account, Difference, Lang, Level, OfferId};
use worthwhile::ui::pages::Page;

const EXPECTED: &str = "What the buyer expects";

/// Wide and tall, so that every column and every row is in sight.
fn open(lang: Lang) -> Window {
    let mut window = Window::sized(&Home::new(lang), None, egui::vec2(2000.0, 1800.0));
    window.keys(CTRL, Page::Satisfaction.shortcut().logical_key);
    window
}

/// The televisions with what the buyer expects of them.
fn expecting() -> Window {
    let mut window = open(Lang::En);
    let places = window.labels();
    assert_eq!(places.iter().filter(|l| *l == "+ What the buyer expects").count(), 2, "in the matrix and on the page");
    window.click_entry("+ What the buyer expects");
    window
}

fn expected(window: &Window, criterion: usize) -> Option<Level> {
    let comparison = window.comparison();
    comparison.levels_of(OfferId::EXPECTED)?.get(&comparison.criteria[criterion].id).copied()
}

fn after_use(window: &Window, offer: usize, criterion: usize) -> Option<Level> {
    let comparison = window.comparison();
    comparison.offers[offer].after_use.get(&comparison.criteria[criterion].id).copied()
}

fn type_in(window: &mut Window, label: &str, text: &str) {
    window.retype(label, text);
    window.key(Key::Enter);
}

#[test]
fn one_click_begins_with_what_is_usual_and_undo_takes_it_back() {
    let mut window = expecting();
    assert_eq!(window.steps(), 1);
    assert_eq!(window.card(EXPECTED), "What the buyer expects: CDV +29.7, not ranked");
    assert_eq!(window.level("Price", EXPECTED), "3,500");
    assert_eq!(window.level("Delivery and installation", EXPECTED), "Next day");
    assert_eq!(window.ranks(), [1, 3, 2, 4], "it is not ranked, and ranks nobody else");
    window.assert_has("Satisfaction with TCL");
    window.assert_part("TCL delivers 8.4 points more than is expected.");
    window.assert_part("TCL pleases most on Price: ¥2,800 against ¥3,500 expected (+14.0 points).");
    window.assert_part("TCL disappoints most on Brand and store image: 6 against 7 expected (−2.2 points).");
    assert_eq!(window.undo_label(), "Undo “Add what the buyer expects”");
    window.keys(CTRL, Key::Z);
    window.assert_lacks("not ranked");
    window.assert_part("Say what the buyer expects");
    window.keys(ui_support::CTRL_SHIFT, Key::Z);
    assert_eq!(window.level("Warranty", EXPECTED), "5");
    window.settle();
    let mut window = window.restart();
    assert!(window.comparison().header.expectation.is_some(), "it is in the file");
    window.menu(&["Edit", "Remove what the buyer expects"]);
    assert!(window.comparison().header.expectation.is_none());
    window.settle();
}

#[test]
fn what_is_expected_is_edited_like_any_other_column() {
    let mut window = expecting();
    window.type_level("Warranty", EXPECTED, "6");
    assert_eq!(window.undo_label(), "Undo “Expect Warranty”");
    window.assert_part("TCL disappoints most on Warranty: 5 years against 6 years expected (−2.5 points).");
    // The keyboard walks on to the right of the last offer, and round to the next row.
    window.select("Warranty", "Changhong");
    window.key(Key::ArrowRight);
    window.key(Key::Delete);
    assert_eq!(window.level("Warranty", EXPECTED), "no level");
    window.assert_part("Nothing is expected yet of: Warranty");
    assert_eq!(window.card(EXPECTED), "What the buyer expects: CDV –, incomplete: 1 level missing");
    window.keys(CTRL, Key::Z);
    assert_eq!(expected(&window, 2), Some(Level::Number(6.0)));
    window.key(Key::Tab);
    window.text("7");
    window.key(Key::Enter);
    assert_eq!(window.level("Delivery and installation", "TCL"), "Next day", "a letter that no name begins with");
    // A copy of an offer's cells goes over it, and a rectangle over both in one step.
    window.select("Warranty", "Changhong");
    window.paste("3\t2");
    assert_eq!((window.level("Warranty", "Changhong"), window.level("Warranty", EXPECTED)), ("3".into(), "2".into()));
    window.keys(CTRL, Key::Z);
    assert_eq!((window.level("Warranty", "Changhong"), window.level("Warranty", EXPECTED)), ("6".into(), "6".into()));
    window.select("Staff attitude and expertise", EXPECTED);
    assert_eq!(window.copy().trim(), "8");
    window.text("11");
    window.key(Key::Enter);
    window.assert_part("1 to 10");
    window.key(Key::Escape);
    assert_eq!(window.level("Staff attitude and expertise", EXPECTED), "8");
    // A named level is chosen from its list.
    window.select("Delivery and installation", EXPECTED);
    window.key(Key::F2);
    window.key(Key::ArrowUp);
    window.key(Key::Enter);
    assert_eq!(window.level("Delivery and installation", EXPECTED), "Same day");
    window.settle();
}

#[test]
fn what_it_is_in_use_is_written_on_the_page() {
    let mut window = expecting();
    type_in(&mut window, "After use: Warranty, TCL", "2");
    assert_eq!(after_use(&window, 0, 2), Some(Level::Number(2.0)));
    assert_eq!(window.undo_label(), "Undo “Warranty after use”");
    assert_eq!(window.cdvs()[0], "+38.1", "what is bought stays");
    window.assert_has("± after use");
    window.assert_has("−7.5");
    window.click_of(Role::RadioButton, "After use");
    // 3 years of 100 / 6 points each, 15 % of weight: 7.5 points less.
    window.assert_part("TCL delivers 0.9 points more than is expected.");
    window.assert_part("TCL disappoints most on Warranty: 2 years against 5 years expected (−7.5 points).");
    window.click_of(Role::RadioButton, "Both");
    window.assert_part("After use satisfaction falls from +8.4 to +0.9, most of all on Warranty.");
    window.keys(CTRL, Key::Z);
    assert_eq!(after_use(&window, 0, 2), None);
    window.assert_lacks("falls from");
    window.keys(ui_support::CTRL_SHIFT, Key::Z);
    window.assert_part("falls from +8.4 to +0.9");
    // Words are refused, nothing is as bought again, and a named level is chosen.
    type_in(&mut window, "After use: Warranty, TCL", "two");
    assert_eq!(after_use(&window, 0, 2), Some(Level::Number(2.0)));
    window.retype("After use: Warranty, TCL", "");
    window.keys(CTRL, Key::A);
    window.key(Key::Backspace);
    window.key(Key::Enter);
    assert_eq!(after_use(&window, 0, 2), None);
    window.click("After use: Delivery and installation, TCL");
    window.click_entry("In 3 days");
    window.assert_part("most of all on Delivery and installation");
    window.settle();
}

#[test]
fn the_table_and_the_data_say_what_the_bars_say() {
    let mut window = expecting();
    window.click("Menu of “Satisfaction with TCL”");
    let data = window.copied_by("Copy data");
    let price = data.lines().find(|line| line.starts_with("Price")).expect("a line");
    let value: f64 = price.split('\t').nth(1).expect("a figure").parse().expect("a number");
    assert!((value - 14.0).abs() < 1e-9, "{price}");
    window.click("Menu of “Satisfaction in all, offer by offer”");
    window.click_entry("Show as table");
    window.assert_has("−16.0");
    // The other offer that is chosen.
    window.click("Satisfaction with");
    window.click_entry("Changhong");
    window.assert_part("Changhong delivers 16.0 points less than is expected.");
    window.settle();
}

#[test]
fn a_what_if_tries_out_what_is_expected_and_what_is_used() {
    let mut window = expecting();
    window.click("What if");
    window.type_level("Warranty", EXPECTED, "6");
    type_in(&mut window, "After use: Warranty, TCL", "4");
    assert_eq!(expected(&window, 2), Some(Level::Number(5.0)), "the real case stays");
    assert_eq!(after_use(&window, 0, 2), None);
    window.assert_part("TCL disappoints most on Warranty: 5 years against 6 years expected");
    window.click("Apply");
    assert_eq!(expected(&window, 2), Some(Level::Number(6.0)));
    assert_eq!(after_use(&window, 0, 2), Some(Level::Number(4.0)));
    window.keys(CTRL, Key::Z);
    assert_eq!((expected(&window, 2), after_use(&window, 0, 2)), (Some(Level::Number(5.0)), None));
    assert!(!window.comparison().variants.iter().any(|v| matches!(v.differences[0], Difference::Structure(_))));
    window.settle();
}

#[test]
fn the_money_account_and_odd_comparisons_say_something_sensible() {
    let mut window = open(Lang::En);
    window.show("The tractor");
    assert_eq!(window.comparison().header.account, Account::Money);
    window.click_entry("+ What the buyer expects");
    window.assert_part("than is expected.");
    assert!(window.labels().iter().all(|label| !is_key(label)));
    // A new comparison knows no level at all.
    window.click("+ New comparison");
    window.click_entry("+ What the buyer expects");
    window.assert_part("Nothing is expected yet of: ");
    for _ in 0..2 {
        let name = window.offers()[0].clone();
        window.menu_of(&window.card(&name));
        window.click_entry("Delete");
    }
    window.assert_has("There is no offer yet");
    window.type_level("Quality", EXPECTED, "7");
    assert_eq!(window.level("Quality", EXPECTED), "7");
    window.keys(Modifiers::SHIFT, Key::Tab);
    window.settle();
}

#[test]
fn the_page_reads_in_chinese() {
    let mut window = open(Lang::Zh);
    window.control_of(Role::Tab, "满意度");
    window.click_entry("+ 买家的期望");
    window.assert_has("对 TCL 的满意度");
    window.assert_part("TCL 带来的让渡价值比期望多 8.4 分。");
    window.assert_part("最令人失望的是");
    assert!(window.labels().iter().all(|label| !is_key(label)));
}
