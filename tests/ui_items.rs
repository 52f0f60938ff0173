//! Comparisons, offers and criteria: made, named, moved, deleted and brought back.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, vec2};
use ui_support::{CTRL, CTRL_SHIFT, Window};
use worthwhile::model::{Dimension, Lang, Leaf, Scale, WeightSet};

/// Opens the menu of an offer's card.
fn card_menu(window: &mut Window, offer: &str) {
    let rect = window.control(&window.card(offer)).rect();
    window.menu_at(rect.left_top() + vec2(40.0, 8.0));
}

fn list_menu(window: &mut Window, comparison: &str, entry: &str) {
    window.control_of(Role::ListItem, comparison).click_secondary();
    window.run();
    window.click_entry(entry);
}

fn offer_menu(window: &mut Window, offer: &str, entry: &str) {
    card_menu(window, offer);
    window.click_entry(entry);
}

fn criterion_menu(window: &mut Window, criterion: &str, entry: &str) {
    window.menu_of(criterion);
    window.click_entry(entry);
}

fn criteria_of(window: &Window, dimension: Dimension) -> Vec<String> {
    window.comparison().criteria_of(dimension).map(|c| c.name.get(Lang::En).to_owned()).collect()
}

// --- comparisons -------------------------------------------------------------------------------------------------

#[test]
fn a_new_comparison_stands_first_is_shown_and_can_be_undone() {
    let mut window = Window::first();
    window.click("+ New comparison");
    assert_eq!(window.comparisons()[0], "New comparison");
    assert_eq!(window.offers().len(), 2);
    assert_eq!(window.criteria().len(), 8, "one criterion per dimension");
    window.assert_has("Undo “Add New comparison”");
    window.keys(CTRL, Key::N);
    assert_eq!(window.comparisons()[..2], ["New comparison", "New comparison 2"]);
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparisons()[0], "LED televisions");
    assert_eq!(window.offers(), ["TCL", "SHARP", "Haier", "Changhong"]);
    window.settle();
}

#[test]
fn a_copy_of_an_example_is_ones_own() {
    let mut window = Window::first();
    list_menu(&mut window, "Coffee", "Duplicate");
    assert_eq!(window.comparisons()[0], "Copy of Coffee");
    assert_eq!(window.offers(), ["Coffee chain", "Corner shop"]);
    assert_eq!(window.cdvs(), ["+46.4", "+22.4"]);
    window.assert_lacks("Make your own");
    window.type_level("The walk", "Corner shop", "900");
    window.show("Coffee");
    assert_eq!(window.level("The walk", "Corner shop"), "100", "the original stays as it was");
    window.settle();
}

#[test]
fn a_comparison_is_renamed_in_both_languages() {
    let mut window = Window::first();
    list_menu(&mut window, "Coffee", "Rename and settings…");
    window.retype("Name", "Tea");
    window.retype("Name in Chinese (optional)", "茶");
    window.key(Key::Enter);
    window.control_of(Role::ListItem, "Tea");
    window.click("中文");
    window.control_of(Role::ListItem, "茶");
    window.keys(CTRL, Key::Z);
    window.control_of(Role::ListItem, "一杯咖啡");
    window.settle();
}

#[test]
fn a_name_that_is_taken_is_refused_in_the_dialog() {
    let mut window = Window::first();
    window.control_of(Role::ListItem, "Coffee").focus();
    window.run();
    window.key(Key::F2);
    window.retype("Name", "The tractor");
    window.retype("Name in Chinese (optional)", "拖拉机");
    window.key(Key::Enter);
    window.assert_part("Another comparison is already named");
    window.retype("Name", " ");
    window.retype("Name in Chinese (optional)", "");
    window.key(Key::Backspace);
    window.click("OK");
    window.assert_has("A name is needed.");
    window.click("Cancel");
    assert!(window.comparisons().contains(&"Coffee".to_owned()));
    assert_eq!(window.steps(), 0);
}

#[test]
fn comparisons_change_places() {
    let mut window = Window::first();
    list_menu(&mut window, "Coffee", "Move up");
    assert_eq!(window.comparisons()[6..8], ["Coffee", "A mobile phone at the supermarket"]);
    list_menu(&mut window, "Coffee", "Move down");
    assert_eq!(window.comparisons()[6..8], ["A mobile phone at the supermarket", "Coffee"]);
    window.control_of(Role::ListItem, "LED televisions").click_secondary();
    window.run();
    assert!(!window.is_enabled("Move up"));
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparisons()[6], "Coffee");
    window.settle();
    assert_eq!(window.restart().comparisons()[6], "Coffee");
}

#[test]
fn a_deleted_comparison_comes_back_with_everything() {
    let mut window = Window::first();
    let before = window.workbook().comparisons.clone();
    list_menu(&mut window, "LED televisions", "Delete");
    assert!(!window.comparisons().contains(&"LED televisions".to_owned()));
    window.assert_has("Deleted; Undo brings it back");
    window.assert_has("Restore “LED televisions”");
    window.settle();
    let mut window = window.restart();
    window.keys(CTRL, Key::Z);
    assert_eq!(window.workbook().comparisons, before);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.control_of(Role::ListItem, "Coffee").focus();
    window.run();
    window.key(Key::Delete);
    assert!(!window.comparisons().contains(&"Coffee".to_owned()));
    window.settle();
}

#[test]
fn an_example_is_restored_and_the_own_version_comes_back() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    list_menu(&mut window, "LED televisions", "Restore example");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    window.assert_has("The example is as it was shipped; Undo brings your version back");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    list_menu(&mut window, "LED televisions", "Delete");
    window.click("Restore “LED televisions”");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.menu(&["File", "Restore example", "Coffee"]);
    assert_eq!(window.cdvs(), ["+46.4", "+22.4"]);
    window.settle();
}

#[test]
fn the_currency_is_changed_in_the_settings() {
    let mut window = Window::first();
    window.click("Settings");
    window.click_of(Role::ComboBox, "Currency");
    window.click_entry("JPY  ¥");
    window.click("OK");
    window.type_level("Price", "SHARP", "4000.5");
    window.assert_has("The currency has no decimal places.");
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    window.type_level("Price", "SHARP", "4000.5");
    assert_eq!(window.level("Price", "SHARP"), "4,000.50");
}

// --- offers ------------------------------------------------------------------------------------------------------

#[test]
fn a_new_offer_is_incomplete_and_moves_nobody() {
    let mut window = Window::first();
    window.click("+ Add offer");
    assert_eq!(window.offers(), ["TCL", "SHARP", "Haier", "Changhong", "Offer 5"]);
    assert_eq!(window.card("Offer 5"), "Offer 5: CDV –, incomplete: 10 levels missing");
    assert_eq!(window.cdvs()[..4], ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.ranks(), [1, 3, 2, 4, 0]);
    window.keys(CTRL_SHIFT, Key::O);
    assert_eq!(window.offers().len(), 6);
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.offers().len(), 4);
    window.settle();
}

#[test]
fn an_offer_is_renamed_marked_and_moved() {
    let mut window = Window::first();
    offer_menu(&mut window, "SHARP", "Rename, store and colour…");
    window.retype("Name", "SHARP 60");
    window.key(Key::Enter);
    assert_eq!(window.offers()[1], "SHARP 60");
    window.card("SHARP 60");
    offer_menu(&mut window, "SHARP 60", "Mark as ours");
    assert!(window.comparison().offers[1].ours);
    offer_menu(&mut window, "SHARP 60", "Move right");
    assert_eq!(window.offers(), ["TCL", "Haier", "SHARP 60", "Changhong"]);
    for _ in 0..2 {
        offer_menu(&mut window, "SHARP 60", "Move left");
    }
    assert_eq!(window.offers()[0], "SHARP 60");
    card_menu(&mut window, "SHARP 60");
    assert!(!window.is_enabled("Move left"));
    assert!(window.is_enabled("No longer ours"));
    window.key(Key::Escape);
    for _ in 0..5 {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!((window.offers()[1].as_str(), window.steps()), ("SHARP", 0));
    window.settle();
}

#[test]
fn a_card_that_is_double_clicked_opens_its_dialog() {
    let mut window = Window::first();
    let at = window.control(&window.card("TCL")).rect().left_top() + vec2(40.0, 8.0);
    window.double_click_at(at);
    assert_eq!(window.value("Name"), "TCL");
    window.key(Key::Escape);
    assert_eq!(window.steps(), 0);
}

#[test]
fn a_copy_of_an_offer_has_its_levels() {
    let mut window = Window::first();
    offer_menu(&mut window, "Haier", "Duplicate");
    assert_eq!(window.offers(), ["TCL", "SHARP", "Haier", "Copy of Haier", "Changhong"]);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+29.7", "+13.7"]);
    assert_eq!(window.ranks(), [1, 4, 2, 2, 5]);
    window.settle();
}

#[test]
fn a_deleted_offer_comes_back_in_its_place() {
    let mut window = Window::first();
    let before = window.comparison().clone();
    offer_menu(&mut window, "SHARP", "Delete");
    assert_eq!(window.offers(), ["TCL", "Haier", "Changhong"]);
    assert_eq!(window.ranks(), [1, 2, 3]);
    window.assert_has("Deleted; Undo brings it back");
    window.keys(CTRL, Key::Z);
    assert_eq!(*window.comparison(), before);
    window.settle();
}

// --- criteria ----------------------------------------------------------------------------------------------------

#[test]
fn a_criterion_that_joins_others_starts_with_weight_0_and_says_so() {
    let mut window = Window::first();
    window.click("+ Add criterion");
    window.assert_part("Its weight starts at 0%");
    window.retype("Name", "Looks");
    window.key(Key::Enter);
    assert_eq!(criteria_of(&window, Dimension::Product), ["Picture and panel", "Features", "Looks"]);
    window.assert_has("Looks has weight 0%: set its weight in its row");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.ranks(), [1, 3, 2, 4], "a level without weight is not missing");
    window.click("Type the weight of Looks");
    window.text("50");
    window.key(Key::Enter);
    assert_eq!(window.ranks(), [0; 4]);
    window.assert_part("incomplete: 1 level missing");
    window.settle();
}

#[test]
fn the_first_criterion_of_a_dimension_has_all_of_its_weight() {
    let mut window = Window::first();
    criterion_menu(&mut window, "Brand and store image", "Delete");
    let weight = |w: &Window| w.comparison().everyone().unwrap().weights.dimensions[Dimension::Image.index()].share;
    assert!(weight(&window).abs() < 1e-12, "a dimension without criteria weighs 0");
    window.menu_of("Image, unfolded");
    window.click_entry("Add criterion here…");
    window.assert_lacks("Its weight starts at 0%");
    window.retype("Name", "Fame");
    window.click("Add");
    let comparison = window.comparison();
    let shares = comparison.shares(comparison.everyone().unwrap(), WeightSet::Dimension(Dimension::Image));
    assert_eq!(shares.len(), 1);
    assert!((shares[0].1.share - 1.0).abs() < 1e-12);
    window.settle();
}

#[test]
fn a_criterion_is_renamed_and_moved() {
    let mut window = Window::first();
    criterion_menu(&mut window, "Features", "Name and scale…");
    window.retype("Name", "Functions");
    window.key(Key::Enter);
    assert_eq!(window.level("Functions", "TCL"), "7");
    criterion_menu(&mut window, "Functions", "Move up");
    assert_eq!(criteria_of(&window, Dimension::Product), ["Functions", "Picture and panel"]);
    window.menu_of("Functions");
    assert!(!window.is_enabled("Move up"));
    window.click_entry("Move to");
    window.assert_lacks("Move to Monetary");
    window.click_entry("Service");
    assert_eq!(criteria_of(&window, Dimension::Service).last().map(String::as_str), Some("Functions"));
    for _ in 0..3 {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.criteria()[1], "Features");
    window.settle();
}

#[test]
fn another_kind_of_scale_warns_which_levels_it_loses() {
    let mut window = Window::first();
    criterion_menu(&mut window, "Features", "Name and scale…");
    window.assert_lacks("the level is lost");
    window.click_of(Role::RadioButton, "Category");
    window.click("Use Yes and No");
    window.assert_has("This scale discards the level of: TCL, SHARP, Haier, Changhong");
    window.click("OK");
    assert_eq!(window.level("Features", "TCL"), "no level");
    assert!(matches!(window.comparison().criteria[1].scale, Scale::Category { .. }));
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    criterion_menu(&mut window, "Features", "Name and scale…");
    window.click_of(Role::RadioButton, "Category");
    window.click("Cancel");
    assert_eq!(window.level("Features", "TCL"), "7");
    window.settle();
}

#[test]
fn a_deleted_criterion_comes_back_with_levels_and_weight() {
    let mut window = Window::first();
    let before = window.comparison().clone();
    criterion_menu(&mut window, "Warranty", "Delete");
    assert!(!window.has_control("Warranty"));
    let leaf = Leaf::Criterion(before.criteria[3].id);
    assert!((window.comparison().everyone().unwrap().weights.leaf(leaf).share - 1.0).abs() < 1e-12);
    window.keys(CTRL, Key::Z);
    assert_eq!(*window.comparison(), before);
    window.settle();
    assert_eq!(*window.restart().comparison(), before);
}

#[test]
fn a_copy_of_a_criterion_has_its_levels() {
    let mut window = Window::first();
    criterion_menu(&mut window, "Warranty", "Duplicate");
    assert_eq!(window.level("Copy of Warranty", "Changhong"), "6");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.settle();
}

// --- dimensions --------------------------------------------------------------------------------------------------

#[test]
fn a_folded_dimension_keeps_its_subtotal_and_leaves_the_keyboard_out() {
    let mut window = Window::first();
    window.click("Product, unfolded");
    window.assert_has("Product, folded");
    assert!(!window.has_part("Picture and panel, TCL"));
    window.assert_has("Show the working: Product, TCL, 24.0");
    window.select("Warranty", "TCL");
    window.key(Key::ArrowUp);
    window.assert_has("Warranty, TCL: 5");
    window.text("6");
    window.key(Key::Enter);
    assert_eq!(window.level("Warranty", "TCL"), "6", "there is nothing above the first row that is unfolded");
    window.menu_of("Product, folded");
    window.click_entry("Unfold");
    window.assert_has("Picture and panel, TCL: 6");
    assert_eq!(window.steps(), 1, "folding is no edit");
}

#[test]
fn undo_of_a_level_in_a_folded_dimension_does_not_fail() {
    let mut window = Window::first();
    window.type_level("Features", "TCL", "9");
    window.click("Product, unfolded");
    window.keys(CTRL, Key::Z);
    window.click("Product, folded");
    assert_eq!(window.level("Features", "TCL"), "7");
}

#[test]
fn a_dimension_is_renamed_and_hidden_when_it_is_empty() {
    let mut window = Window::first();
    window.menu_of("Image, unfolded");
    assert!(!window.is_enabled("Hide"));
    window.click_entry("Rename…");
    window.retype("Name", "Fame");
    window.key(Key::Enter);
    window.assert_has("Fame, unfolded");
    criterion_menu(&mut window, "Brand and store image", "Delete");
    window.menu_of("Fame, unfolded");
    window.click_entry("Hide");
    window.assert_lacks("Fame, unfolded");
    window.menu(&["View", "Show Fame again"]);
    window.key(Key::Escape);
    window.assert_has("Fame, unfolded");
    window.settle();
}
