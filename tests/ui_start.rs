//! A first start, an edit and its undo, and what is remembered from one start to the next.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use ui_support::{CTRL, CTRL_SHIFT, Window};
use worthwhile::model::Lang;
use worthwhile::words::Words;

const EXAMPLES: [&str; 10] = [
    "LED televisions",
    "TV case 1: all the same",
    "TV case 2: price only",
    "TV case 3: + warranty",
    "TV case 4A: where to buy",
    "TV case 4B: brand, price, store",
    "A mobile phone at the supermarket",
    "Coffee",
    "Two rice shops",
    "The tractor",
];

#[test]
fn a_first_start_shows_the_televisions_and_lists_every_example() {
    let window = Window::first();
    assert_eq!(window.offers(), ["TCL", "SHARP", "Haier", "Changhong"]);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.ranks(), [1, 3, 2, 4]);
    assert_eq!(window.card("TCL"), "TCL: CDV +38.1, best offer");
    assert_eq!(window.card("Haier"), "Haier: CDV +29.7, −8.4 to the best");
    assert_eq!(window.comparisons(), EXAMPLES);
    for example in EXAMPLES {
        window.control_of(Role::ListItem, example);
    }
    window.assert_has("Saved");
    window.assert_has("worthwhile.worth");
    window.assert_lacks("edit today");
    assert!(window.home.workbook().exists());
}

#[test]
fn a_first_start_says_what_the_numbers_say() {
    let window = Window::first();
    for claim in [
        "TCL delivers the most: +38.1, 8.4 points ahead of Haier.",
        "holds while Monetary weighs more than 41.7% of cost",
        "Haier would tie TCL at ¥3,581, ¥419 below its price.",
        "holds while Haier costs more than ¥3,581",
    ] {
        window.assert_has(claim);
    }
}

#[test]
fn a_price_that_is_typed_changes_cdv_and_rank_in_the_next_frame() {
    let mut window = Window::first();
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    window.type_level("Price", "SHARP", "3000");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    assert_eq!(window.cdvs(), ["+38.1", "+54.2", "+29.7", "+13.7"]);
    assert_eq!(window.ranks(), [2, 1, 3, 4]);
    window.assert_has("SHARP delivers the most: +54.2, 16.2 points ahead of TCL.");
    window.assert_has("Undo “Set Price”");
    window.settle();
    window.assert_has("1 edit today");
}

#[test]
fn undo_and_redo_by_every_key_and_button() {
    let mut window = Window::first();
    assert!(!window.is_enabled("Undo") && !window.is_enabled("Redo"));
    window.type_level("Price", "SHARP", "3000");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert!(!window.is_enabled("Undo"));
    window.keys(CTRL_SHIFT, Key::Z);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.click("Undo “Set Price”");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    window.keys(CTRL, Key::Y);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.keys(CTRL, Key::Z);
    window.click("Redo “Set Price”");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    assert!(!window.is_enabled("Redo"));
    window.settle();
}

#[test]
fn undo_reaches_back_across_a_restart() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.type_level("Warranty", "SHARP", "2");
    window.keys(CTRL, Key::Z);
    window.settle();
    let mut window = window.restart();
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    assert_eq!(window.level("Warranty", "SHARP"), "5");
    window.assert_has("Redo “Set Warranty”");
    window.click("Undo “Set Price”");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
    window.settle();
    let mut window = window.restart();
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.keys(CTRL, Key::Y);
    window.keys(CTRL, Key::Y);
    assert_eq!(window.level("Warranty", "SHARP"), "2");
}

#[test]
fn undo_from_another_comparison_shows_what_it_changed() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.show("Coffee");
    assert_eq!(window.offers(), ["Coffee chain", "Corner shop"]);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.level("Price", "SHARP"), "4,400");
}

#[test]
fn a_new_edit_after_undo_cuts_redo() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.keys(CTRL, Key::Z);
    assert!(window.is_enabled("Redo “Set Price”"));
    window.type_level("Warranty", "TCL", "6");
    assert!(!window.is_enabled("Redo"));
    window.keys(CTRL, Key::Y);
    assert_eq!((window.level("Price", "SHARP"), window.level("Warranty", "TCL")), ("4,400".into(), "6".into()));
    window.settle();
    let window = window.restart();
    assert!(!window.is_enabled("Redo"));
    assert_eq!(window.steps(), 1);
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_trace() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "4,400.00");
    window.settle();
    assert_eq!(window.steps(), 0);
    window.assert_lacks("edit today");
    window.select("Features", "TCL");
    window.key(Key::Enter);
    window.key(Key::Enter);
    window.settle();
    assert!(!window.is_enabled("Undo"));
}

#[test]
fn what_was_saved_survives_a_kill() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.settle();
    let home = window.home.clone();
    drop(window); // No word of closing: the process was killed.
    let window = Window::open(&home);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    window.assert_has("Undo “Set Price”");
}

#[test]
fn the_language_switches_live_and_back() {
    let mut window = Window::first();
    let english = window.labels();
    window.click("中文");
    let zh = Words::new(Lang::Zh);
    for key in ["menu-file", "menu-edit", "menu-view", "menu-help", "undo", "redo", "saved", "settings"] {
        window.assert_has(&zh.t(key));
    }
    for label in ["液晶电视", "价格, 夏普 SHARP: 4,400", "两家米店", "拖拉机"] {
        window.assert_has(&label.replace(", ", "，").replace(": ", "："));
    }
    window.assert_part("产品价值");
    window.assert_part("保修期");
    let english_claims: Vec<&String> = english.iter().filter(|l| l.contains("delivers the most")).collect();
    assert!(!english_claims.is_empty() && english_claims.iter().all(|claim| !window.has(claim)));
    window.assert_part("+38.1");
    window.click("EN");
    assert_eq!(window.labels(), english);
    window.keys(CTRL, Key::L);
    window.assert_has("文件");
}

#[test]
fn a_step_is_named_in_the_language_of_today() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3000");
    window.click("中文");
    let undo = window.undo_label();
    assert!(undo.contains("价格"), "{undo}");
    let mut window = window.restart();
    assert_eq!(window.undo_label(), undo);
    window.click("EN");
    assert_eq!(window.undo_label(), "Undo “Set Price”");
}

#[test]
fn language_theme_zoom_and_panels_are_remembered() {
    let mut window = Window::first();
    window.menu(&["View", "Dark"]);
    window.key(Key::Escape);
    assert_eq!(window.ui.ctx.theme(), egui::Theme::Dark);
    window.keys(CTRL, Key::Plus);
    window.keys(CTRL, Key::Plus);
    assert!((window.ui.ctx.zoom_factor() - 1.2).abs() < 1e-6);
    for panel in ["Comparisons", "Plots", "What it says"] {
        window.menu(&["View", panel]);
        window.key(Key::Escape);
    }
    window.assert_lacks("CLASSROOM");
    window.assert_lacks("delivers the most");
    window.assert_lacks("By dimension");
    window.click("中文");
    window.settle();
    let mut window = window.restart();
    assert_eq!(window.ui.ctx.theme(), egui::Theme::Dark);
    assert!((window.ui.ctx.zoom_factor() - 1.2).abs() < 1e-6);
    window.assert_has("文件");
    window.click("EN");
    window.assert_lacks("CLASSROOM");
    window.assert_lacks("delivers the most");
    window.keys(CTRL, Key::Num0);
    window.menu(&["View", "Light"]);
    window.key(Key::Escape);
    window.menu(&["View", "Comparisons"]);
    window.key(Key::Escape);
    window.assert_has("CLASSROOM");
    assert_eq!(window.ui.ctx.theme(), egui::Theme::Light);
    assert!((window.ui.ctx.zoom_factor() - 1.0).abs() < 1e-6);
}
