//! The page “Cheapest way to win”, by role and label.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use ui_support::{CTRL, Home, Window, is_key};
use worthwhile::model::{Lang, LeverSet, Reach};
use worthwhile::ui::pages::Page;

fn open(lang: Lang) -> Window {
    // Tall, so that every lever is in sight.
    let mut window = Window::sized(&Home::new(lang), None, egui::vec2(1440.0, 1800.0));
    window.keys(CTRL, Page::Levers.shortcut().logical_key);
    window.click_of(Role::Tab, if lang == Lang::En { "Levers" } else { "取胜举措" });
    window
}

/// The levers of an offer of the comparison shown.
fn levers(window: &Window, offer: usize) -> LeverSet {
    window.comparison().offers[offer].levers.clone()
}

fn type_number(window: &mut Window, label: &str, text: &str) {
    window.retype(label, text);
    window.key(Key::Enter);
}

/// TCL 38.0777… against Haier 29.6888… + 12 lacks 3.6111…: delivery on the same day adds 3.0 for ¥45, and 0.6111… of
/// a price cut at 0.02 a yuan costs ¥30.56.
#[test]
fn the_example_shows_the_cheapest_set() {
    let window = open(Lang::En);
    window.assert_has("Cheapest way for TCL to win");
    window.assert_part("To be 12 points ahead of Haier, TCL needs a CDV of +41.7: 3.61 points more than today.");
    window.assert_part("Delivery and installation from Next day to Same day");
    window.assert_part("for ¥75.56 per unit sold");
    window.assert_part("One lever alone: at best Warranty from 5 to 7 years, for ¥140.");
    assert!(window.labels().iter().all(|label| !is_key(label)));
}

#[test]
fn the_page_reads_in_chinese() {
    let window = open(Lang::Zh);
    window.assert_has("TCL 怎样取胜最省");
    window.assert_part("每售出一件花费 ¥75.56");
    assert!(window.labels().iter().all(|label| !is_key(label)));
}

#[test]
fn the_margin_moves_the_target_until_nothing_is_enough() {
    let mut window = open(Lang::En);
    type_number(&mut window, "Ahead of the best rival by", "8");
    window.assert_part("TCL is already there: +38.1 against a target of +37.7");
    assert_eq!(window.undo_label(), "Undo “Set levers of TCL”");
    type_number(&mut window, "Ahead of the best rival by", "200");
    window.assert_part("Nothing is enough: even with all levers TCL reaches only");
    window.assert_lacks("Apply these levels");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert!((levers(&window, 0).margin - 12.0).abs() < f64::EPSILON);
    type_number(&mut window, "Ahead of the best rival by", "abc");
    assert!((levers(&window, 0).margin - 12.0).abs() < f64::EPSILON, "what is no number changes nothing");
    window.settle();
}

#[test]
fn the_plan_is_applied_as_one_edit() {
    let mut window = open(Lang::En);
    let steps = window.steps();
    window.click("Apply these levels");
    assert_eq!(window.steps(), steps + 1);
    assert_eq!(window.level("Delivery and installation", "TCL"), "Same day");
    assert_eq!(window.level("Price", "TCL"), "2,769.44", "rounded in the buyer's favour");
    assert_eq!(window.cdvs()[0], "+41.7");
    window.assert_part("TCL is already there");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.level("Price", "TCL"), "2,800");
    window.assert_part("for ¥75.56 per unit sold");
}

#[test]
fn levers_are_added_changed_and_deleted() {
    let mut window = open(Lang::En);
    window.click("Delete the lever Delivery and installation");
    assert_eq!(levers(&window, 0).levers.len(), 4);
    window.assert_lacks("Delete the lever Delivery and installation");
    window.click("+ Add a lever");
    // The row of the matrix has that name too: the entry is the one to the right.
    let named = window.ui.query_all_by_role_and_label(Role::Button, "Picture and panel");
    named.max_by(|a, b| a.rect().left().total_cmp(&b.rect().left())).expect("an entry").click();
    window.run();
    let added = levers(&window, 0).levers.pop().unwrap();
    let Reach::Steps { step, whole, .. } = added.reach else { panic!("{added:?}") };
    assert!((step - 1.0).abs() < f64::EPSILON && whole);
    // A better picture for nothing wins alone: 0.4 · 0.6 · 100 / 9 = 2.67 points a mark.
    window.assert_part("Picture and panel from 6 to 8 – for ¥0 per unit sold.");
    type_number(&mut window, "Cost per step of Picture and panel", "500");
    type_number(&mut window, "Highest Picture and panel", "7");
    let Reach::Steps { cost, high, .. } = levers(&window, 0).levers.pop().unwrap().reach else { panic!() };
    assert_eq!((cost, high), (500.0, Some(7.0)));
    type_number(&mut window, "Step of Price", "50");
    let Reach::Steps { step, cost, .. } = levers(&window, 0).levers[0].reach else { panic!() };
    assert_eq!((step, cost), (50.0, 50.0), "a price cut goes on costing what it is");
    window.click("Whole steps of Price only");
    assert!(matches!(levers(&window, 0).levers[0].reach, Reach::Steps { whole: true, .. }));
    type_number(&mut window, "Step of Price", "0");
    assert!(matches!(levers(&window, 0).levers[0].reach, Reach::Steps { step: 50.0, .. }), "refused");
    window.settle();
    let mut window = window.restart();
    window.keys(CTRL, Page::Levers.shortcut().logical_key);
    assert_eq!(levers(&window, 0).levers.len(), 5);
}

#[test]
fn a_named_level_without_a_cost_cannot_be_chosen() {
    let mut window = open(Lang::En);
    window.retype("Cost of Delivery and installation: Same day", "x");
    window.key(Key::Backspace);
    window.key(Key::Enter);
    assert!(matches!(&levers(&window, 0).levers[2].reach, Reach::Named { costs } if costs.is_empty()));
    window.assert_lacks("from Next day to Same day");
    type_number(&mut window, "Cost of Delivery and installation: Same day", "20");
    window.assert_part("for ¥50.56 per unit sold");
}

#[test]
fn an_offer_without_levers_says_what_to_do() {
    let mut window = open(Lang::En);
    window.show("Coffee");
    window.assert_has("Cheapest way for Coffee chain to win");
    window.assert_part("Add what you could change about");
    window.assert_has("+ Add a lever");
    window.show("The tractor");
    assert!(window.labels().iter().all(|label| !is_key(label)));
}

#[test]
fn the_figure_has_a_table_and_data() {
    let mut window = open(Lang::En);
    window.click("Menu of “Cheapest way for TCL to win”");
    window.click_entry("Show as table");
    for cell in ["Cost per unit", "All together", "¥75.56"] {
        window.assert_has(cell);
    }
    window.click("Menu of “Cheapest way for TCL to win”");
    window.control("Copy data").click();
    window.ui.step();
    let data = window.copied().expect("a table was copied");
    assert!(data.contains("Delivery and installation\tNext day\tSame day\t45\t3"), "{data}");
}
