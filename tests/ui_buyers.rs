//! Kinds of buyers: the switch that shows everything as one of them sees it, and their page.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, vec2};
use ui_support::{CTRL, CTRL_SHIFT, Home, Window};
use worthwhile::model::{Dimension, Lang, Segment};

const FIGURE: &str = "CDV for every kind of buyer";
const SHARES: &str = "Share of preference";
const CAVEAT: &str = "points are not comparable between buyers";

fn page() -> Window {
    // High enough for all of it.
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 1700.0));
    window.keys(CTRL, Key::Num8);
    window
}

fn segments(window: &Window) -> Vec<&Segment> {
    window.comparison().segments.iter().collect()
}

fn names(window: &Window) -> Vec<String> {
    segments(window).iter().map(|s| s.name.get(Lang::En).to_owned()).collect()
}

/// The kind of buyer that the board is of.
fn shown(window: &Window) -> String {
    let board = window.ui.state().board().unwrap();
    // Inside a what-if the document may not know it.
    let known = window.comparison().segment(board.segment);
    known.map_or_else(|| "a buyer of the what-if".to_owned(), |s| s.name.get(Lang::En).to_owned())
}

fn type_number(window: &mut Window, label: &str, text: &str) {
    window.retype(label, text);
    window.key(Key::Enter);
}

fn entry(window: &mut Window, menu: &str, entry: &str) {
    window.click(menu);
    window.click_entry(entry);
}

#[test]
fn a_preset_is_added_shown_taken_back_and_done_again() {
    let mut window = page();
    window.assert_part("Different buyers weigh the same offers differently");
    assert!(!window.has(FIGURE), "with one buyer there is nothing to compare");
    let before = window.cdvs();
    window.click("+ New buyer");
    assert_eq!((names(&window), shown(&window)), (vec!["Everyone".to_owned(), "New buyer".into()], "New buyer".into()));
    let weights = &segments(&window)[1].weights;
    assert!((weights.dimension(Dimension::Image).share - 40.0 / 135.0).abs() < 1e-12);
    // 66.0 − 28.2: the cards are those of the new buyer.
    assert_eq!(window.cdvs()[0], "+37.8");
    window.assert_part(CAVEAT);
    window.assert_has("Mean by size");
    assert_eq!(window.undo_label(), "Undo “Add New buyer”");
    window.keys(CTRL, Key::Z);
    assert_eq!((names(&window), shown(&window)), (vec!["Everyone".to_owned()], "Everyone".into()));
    assert_eq!(window.cdvs(), before);
    window.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(shown(&window), "New buyer");
    window.settle();
}

#[test]
fn the_switch_and_its_keys_show_another_buyer_and_edits_are_that_buyers() {
    let mut window = page();
    window.click("+ Price-led buyer");
    type_number(&mut window, "Cost emphasis λ of Price-led buyer", "2");
    let priced = window.cdvs();
    window.click("Buyer");
    window.click_entry("Everyone");
    assert_eq!((shown(&window).as_str(), window.cdvs()[0].as_str()), ("Everyone", "+38.1"));
    window.keys(CTRL_SHIFT, Key::B);
    assert_eq!((shown(&window).as_str(), window.cdvs()), ("Price-led buyer", priced));
    // λ of the matrix is the shown buyer's.
    type_number(&mut window, "Cost emphasis λ", "0.5");
    assert_eq!(segments(&window).iter().map(|s| s.cost_emphasis).collect::<Vec<_>>(), [1.0, 0.5]);
    window.assert_part("CDV = total value − 0.5 × total cost");
    window.keys(CTRL_SHIFT, Key::B);
    assert_eq!(shown(&window), "Everyone", "the first behind the last");
    // Undo shows whose λ it takes back.
    window.keys(CTRL, Key::Z);
    assert_eq!((shown(&window).as_str(), segments(&window)[1].cost_emphasis), ("Price-led buyer", 2.0));
    window.click("Buyer");
    window.click_entry("Manage buyers…");
    // Another comparison is looked at as everyone, this one goes on as it was.
    window.show("Coffee");
    assert_eq!(shown(&window), "Everyone");
    window.show("LED televisions");
    assert_eq!(shown(&window), "Price-led buyer");
    window.settle();
}

#[test]
fn a_buyer_is_renamed_sized_moved_copied_and_deleted() {
    let mut window = page();
    window.click("+ Another buyer");
    window.retype("Name of Another buyer", "Students");
    window.key(Key::Enter);
    assert_eq!(names(&window), ["Everyone", "Students"]);
    let name = &segments(&window)[1].name;
    assert_eq!((name.get(Lang::En), name.get(Lang::Zh)), ("Students", "另一类买家"), "the other wording stays");
    entry(&mut window, "Menu of Students", "Name in both languages…");
    assert_eq!(window.value("Name in Chinese (optional)"), "另一类买家");
    window.retype("Name in Chinese (optional)", "学生");
    window.key(Key::Enter);
    assert_eq!(segments(&window)[1].name.get(Lang::Zh), "学生");
    window.retype("Name of Students", "Everyone");
    window.key(Key::Enter);
    window.assert_part("Another kind of buyer is already named “Everyone”");
    type_number(&mut window, "Size of Students", "3");
    type_number(&mut window, "Choice sharpness μ of Students", "0.25");
    let steps = window.steps();
    type_number(&mut window, "Size of Students", "3.0");
    type_number(&mut window, "Size of Students", "many");
    type_number(&mut window, "Size of Students", "-1");
    window.assert_part("The size of a kind of buyer is a number from 0");
    assert_eq!(window.steps(), steps, "nothing was changed");
    entry(&mut window, "Menu of Students", "Duplicate");
    assert_eq!((names(&window)[2].as_str(), shown(&window).as_str()), ("Copy of Students", "Copy of Students"));
    type_number(&mut window, "Size of Copy of Students", "1");
    window.assert_part("75% of all buyers");
    entry(&mut window, "Menu of Copy of Students", "Move up");
    assert_eq!(names(&window), ["Everyone", "Copy of Students", "Students"]);
    window.keys(CTRL, Key::Z);
    assert_eq!(names(&window), ["Everyone", "Students", "Copy of Students"]);
    entry(&mut window, "Menu of Copy of Students", "Delete");
    assert_eq!((names(&window).len(), shown(&window).as_str()), (2, "Everyone"), "nobody is left to look as");
    window.keys(CTRL, Key::Z);
    assert_eq!(shown(&window), "Copy of Students");
    window.click("Menu of Everyone");
    assert!(!window.is_enabled("Delete"));
    window.assert_has("“Everyone” stays in every comparison");
    window.key(Key::Escape);
    // All of it is in the file.
    let mut window = window.restart();
    assert_eq!(names(&window), ["Everyone", "Students", "Copy of Students"]);
    assert_eq!((segments(&window)[1].size, segments(&window)[1].sharpness), (3.0, 0.25));
    window.keys(CTRL, Key::Z);
    window.settle();
}

#[test]
fn a_buyer_may_buy_nothing() {
    let mut window = page();
    let label = "CDV of buying nothing for Everyone";
    assert_eq!(window.value(label), "");
    type_number(&mut window, label, "38.1");
    assert_eq!(segments(&window)[0].buys_nothing, Some(38.1));
    assert_eq!(window.undo_label(), "Undo “Set buying nothing for Everyone”");
    type_number(&mut window, label, "often");
    assert_eq!(segments(&window)[0].buys_nothing, Some(38.1), "what is no number changes nothing");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert_eq!((segments(&window)[0].buys_nothing, window.value(label).as_str()), (None, ""));
    type_number(&mut window, label, "0");
    window.settle();
    let mut again = window.restart();
    again.keys(CTRL, Key::Num8);
    assert_eq!(segments(&again)[0].buys_nothing, Some(0.0));
    again.retype(label, "0");
    again.key(Key::Backspace);
    again.key(Key::Enter);
    assert_eq!(segments(&again)[0].buys_nothing, None, "an empty input: everybody buys");
    again.settle();
}

#[test]
fn a_click_on_a_small_picture_shows_its_buyer_and_tables_tell_the_same() {
    let mut window = page();
    window.click("+ Loyal buyer");
    type_number(&mut window, "Cost emphasis λ of Loyal buyer", "0");
    for cell in ["Best offer", "Mean by size", "outside the mean · best: TCL", "100% of all buyers · best: SHARP"] {
        window.assert_has(cell);
    }
    window.click("CDV for Everyone: look as this buyer");
    assert_eq!(shown(&window), "Everyone");
    window.click(&format!("Menu of “{FIGURE}”"));
    let copied = window.copied_by("Copy data");
    let head = copied.lines().next().unwrap();
    assert!(head.starts_with("Offer\tEveryone\tLoyal buyer\tMean by size (") && head.contains(CAVEAT), "{head}");
    assert_eq!(copied.lines().count(), 5);
    window.click(&format!("Menu of “{SHARES}”"));
    window.click_entry("Show as table");
    window.assert_has("Choice sharpness μ");
    window.assert_has("All buyers");
    window.assert_has("54.8%");
}

#[test]
fn a_what_if_may_have_buyers_that_really_are_not_there() {
    let mut window = page();
    window.click("+ New buyer");
    window.keys(CTRL_SHIFT, Key::W);
    assert_eq!(shown(&window), "New buyer", "a what-if is looked at as before");
    window.click("+ Loyal buyer");
    assert_eq!((names(&window).len(), shown(&window).as_str()), (2, "a buyer of the what-if"));
    let loyal = window.cdvs();
    type_number(&mut window, "Size of Loyal buyer", "4");
    window.assert_has("80% of all buyers · best: TCL");
    window.type_level("Price", "TCL", "2500");
    window.assert_part("Real case: 2,800");
    window.assert_lacks("Real case: 40%");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs(), loyal);
    window.keys(CTRL, Key::Z);
    assert_eq!(shown(&window), "Everyone", "the buyer went");
    window.keys(CTRL_SHIFT, Key::Z);
    window.click("Apply");
    assert_eq!((names(&window).len(), shown(&window).as_str()), (3, "Loyal buyer"));
    window.settle();
}

#[test]
fn a_money_account_multiplies() {
    let mut window = page();
    window.show("The tractor");
    window.keys(CTRL, Key::Num8);
    window.assert_part("What Everyone multiplies");
    window.click("+ Loyal buyer");
    window.assert_has("What Loyal buyer multiplies");
    window.assert_part("The mean by size is in money");
    let criterion = window.criteria().into_iter().find(|name| name != "Price").unwrap();
    let before = window.cdvs();
    let label = format!("Multiplier of {criterion}");
    type_number(&mut window, &label, "0.5");
    assert_ne!(window.cdvs(), before);
    assert_eq!(window.undo_label(), format!("Undo “Set multiplier of {criterion}”"));
    type_number(&mut window, &label, "-2");
    window.assert_part("A multiplier is a number from 0");
    assert_eq!(window.value(&label), "-2", "what was typed stays until it is given up");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs(), before);
    assert!(!window.has_part("Cost emphasis λ of"), "λ is 1 in a money account");
    window.settle();
}

#[test]
fn chinese_and_a_small_window() {
    let mut window = Window::sized(&Home::new(Lang::Zh), None, vec2(1024.0, 700.0));
    window.keys(CTRL, Key::Num8);
    window.click("+ 新买家");
    assert_eq!(window.control_of(Role::ComboBox, "买家").value().unwrap(), "买家：新买家");
    window.click("EN");
    assert_eq!(window.value("Buyer"), "Buyer: New buyer");
    // Nobody and nothing to be had: each says something.
    window.click("+ New comparison");
    window.click("+ Price-led buyer");
    window.assert_has("No offer is complete yet");
}
