//! The keyboard of the matrix: it moves, edits, copies and pastes like a spreadsheet.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Window, name};

/// The label of the selected cells, top to bottom and left to right within a column.
fn selected(window: &Window) -> Vec<String> {
    let is_selected = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.role() == Role::Cell
            && (node.is_selected() == Some(true) || node.toggled().is_some_and(|t| t == true.into()))
    };
    window.ui.root().children_recursive().filter(is_selected).filter_map(|n| name(&n)).collect()
}

/// Presses keys one after another; each shows where the selection then is.
fn walk(window: &mut Window, steps: &[(Modifiers, Key, &str)]) {
    for (modifiers, key, cell) in steps {
        window.keys(*modifiers, *key);
        assert_eq!(selected(window), [*cell], "after {modifiers:?} {key:?}");
    }
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;

#[test]
fn arrows_home_end_and_pages_move_within_the_table() {
    let mut window = Window::first();
    window.select("Picture and panel", "TCL");
    walk(
        &mut window,
        &[
            (NONE, Key::ArrowUp, "Picture and panel, TCL: 6"),
            (NONE, Key::ArrowLeft, "Picture and panel, TCL: 6"),
            (NONE, Key::ArrowRight, "Picture and panel, SHARP: 9"),
            (NONE, Key::ArrowDown, "Features, SHARP: 8"),
            (NONE, Key::ArrowDown, "Warranty, SHARP: 5"),
            (NONE, Key::End, "Warranty, Changhong: 6"),
            (NONE, Key::ArrowRight, "Warranty, Changhong: 6"),
            (NONE, Key::PageDown, "Trip to the store, Changhong: 24"),
            (NONE, Key::ArrowDown, "Trip to the store, Changhong: 24"),
            (NONE, Key::Home, "Trip to the store, TCL: 6"),
            (NONE, Key::PageUp, "Picture and panel, TCL: 6"),
        ],
    );
}

#[test]
fn tab_goes_on_to_the_next_row_and_back() {
    let mut window = Window::first();
    window.select("Picture and panel", "Haier");
    walk(
        &mut window,
        &[
            (NONE, Key::Tab, "Picture and panel, Changhong: 6"),
            (NONE, Key::Tab, "Features, TCL: 7"),
            (SHIFT, Key::Tab, "Picture and panel, Changhong: 6"),
            (NONE, Key::PageDown, "Trip to the store, Changhong: 24"),
            (NONE, Key::Tab, "Picture and panel, TCL: 6"),
            (SHIFT, Key::Tab, "Trip to the store, Changhong: 24"),
        ],
    );
}

#[test]
fn tab_and_enter_take_what_was_typed_and_go_on() {
    let mut window = Window::first();
    window.select("Features", "TCL");
    window.text("9");
    window.key(Key::Tab);
    window.text("10");
    window.keys(SHIFT, Key::Tab);
    window.text("8");
    window.key(Key::Enter);
    assert_eq!(selected(&window), ["Warranty, TCL: 5"]);
    assert_eq!(window.level("Features", "TCL"), "8");
    assert_eq!(window.level("Features", "SHARP"), "10");
    assert_eq!(window.steps(), 3);
    window.settle();
}

#[test]
fn enter_and_f2_edit_what_stands_there_and_typing_replaces_it() {
    let mut window = Window::first();
    window.select("Price", "Haier");
    window.key(Key::Enter);
    assert_eq!(window.value("Level of Price, Haier"), "4000");
    window.key(Key::End);
    window.text("5");
    assert_eq!(window.value("Level of Price, Haier"), "40005");
    window.key(Key::Escape);
    assert_eq!(window.level("Price", "Haier"), "4,000");
    window.key(Key::F2);
    assert_eq!(window.value("Level of Price, Haier"), "4000");
    window.text("3"); // All of it is selected.
    window.text("500");
    window.key(Key::Enter);
    assert_eq!(window.level("Price", "Haier"), "3,500");
    window.key(Key::ArrowUp);
    window.text("2");
    assert_eq!(window.value("Level of Price, Haier"), "2");
}

#[test]
fn escape_gives_up_and_the_keyboard_stays_in_the_matrix() {
    let mut window = Window::first();
    window.select("Price", "Haier");
    window.text("12");
    window.key(Key::Escape);
    assert_eq!(window.level("Price", "Haier"), "4,000");
    assert_eq!(window.steps(), 0);
    walk(&mut window, &[(NONE, Key::ArrowLeft, "Price, SHARP: 4,400")]);
}

#[test]
fn delete_makes_an_offer_incomplete_and_says_what_is_missing() {
    for key in [Key::Delete, Key::Backspace] {
        let mut window = Window::first();
        window.select("Price", "TCL");
        window.key(key);
        assert_eq!(window.level("Price", "TCL"), "no level");
        assert_eq!(window.card("TCL"), "TCL: CDV –, incomplete: 1 level missing");
        assert_eq!(window.ranks(), [0, 2, 1, 3]);
        window.assert_part("TCL is incomplete and not ranked.");
        window.assert_part("Price");
        window.assert_has("Haier delivers the most: +29.7, 3.5 points ahead of SHARP.");
        window.keys(CTRL, Key::Z);
        assert_eq!(window.ranks(), [1, 3, 2, 4]);
        window.settle();
    }
}

#[test]
fn escape_closes_the_working_first_and_leaves_the_matrix_then() {
    let mut window = Window::first();
    window.select("Price", "TCL");
    window.keys(Modifiers::ALT, Key::Enter);
    window.assert_has("How TCL gets there");
    window.key(Key::Escape);
    window.assert_lacks("How TCL gets there");
    walk(&mut window, &[(NONE, Key::ArrowRight, "Price, SHARP: 4,400")]);
    window.key(Key::Escape);
    walk(&mut window, &[(NONE, Key::ArrowRight, "Price, SHARP: 4,400")]);
    assert!(!window.is_focused("Levels of all offers"), "Escape is the way out for those without a mouse");
}

#[test]
fn nothing_typed_is_no_level() {
    let mut window = Window::first();
    window.select("Warranty", "TCL");
    window.key(Key::Enter);
    window.key(Key::Backspace);
    window.key(Key::Enter);
    assert_eq!(window.level("Warranty", "TCL"), "no level");
}

#[test]
fn a_text_that_is_no_number_stays_in_its_cell_with_the_reason() {
    let mut window = Window::first();
    window.select("Price", "SHARP");
    window.text("cheap");
    window.key(Key::Enter);
    window.assert_has("This is not a number; type one such as 1,234.5 or −3.");
    assert_eq!(window.value("Level of Price, SHARP"), "cheap");
    assert_eq!(window.steps(), 0);
    window.select("Warranty", "TCL"); // A click elsewhere does not lose what was typed.
    assert_eq!(window.value("Level of Price, SHARP"), "cheap");
    window.assert_has("This is not a number; type one such as 1,234.5 or −3.");
    window.key(Key::Escape);
    window.assert_lacks("This is not a number; type one such as 1,234.5 or −3.");
    assert_eq!(window.level("Price", "SHARP"), "4,400");
}

#[test]
fn a_refused_text_can_be_mended() {
    let mut window = Window::first();
    window.select("Picture and panel", "TCL");
    window.text("11");
    window.key(Key::Enter);
    window.assert_has("the rating goes from 1 to 10");
    window.key(Key::Backspace);
    window.assert_lacks("the rating goes from 1 to 10");
    window.key(Key::Enter);
    assert_eq!(window.level("Picture and panel", "TCL"), "1");
    window.type_level("Picture and panel", "TCL", "0.5");
    window.assert_has("the rating goes from 1 to 10");
    window.key(Key::Escape);
    assert_eq!(window.steps(), 1);
}

#[test]
fn amounts_take_the_decimals_of_their_currency() {
    let mut window = Window::first();
    window.type_level("Price", "SHARP", "3999.999");
    window.assert_has("The currency has 2 decimal places.");
    window.key(Key::Escape);
    window.type_level("Price", "SHARP", "¥3,999.50");
    assert_eq!(window.level("Price", "SHARP"), "3,999.50");
    window.type_level("Price", "TCL", "０．３万");
    // One row has one number of decimals.
    assert_eq!(window.level("Price", "TCL"), "3,000.00");
}

#[test]
fn a_click_on_another_cell_takes_what_was_typed() {
    let mut window = Window::first();
    window.select("Price", "SHARP");
    window.text("3000");
    window.select("Warranty", "TCL");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
    assert_eq!(window.level("Warranty", "TCL"), "5");
    assert_eq!(selected(&window), ["Warranty, TCL: 5"]);
    assert!(!window.has_control("Level of Warranty, TCL"), "the input goes with its cell");
}

#[test]
fn a_click_beside_the_matrix_takes_what_was_typed() {
    let mut window = Window::first();
    window.select("Price", "SHARP");
    window.text("3000");
    window.show("Coffee");
    window.show("LED televisions");
    assert_eq!(window.level("Price", "SHARP"), "3,000");
}

#[test]
fn a_second_click_edits_and_a_first_only_selects() {
    let mut window = Window::first();
    window.select("Price", "Haier");
    assert!(!window.has_control("Level of Price, Haier"));
    window.select("Price", "Haier");
    assert_eq!(window.value("Level of Price, Haier"), "4000");
    window.key(Key::Escape);
    window.double_click("Warranty, TCL: 5");
    assert_eq!(window.value("Level of Warranty, TCL"), "5");
}

#[test]
fn a_level_is_chosen_by_keyboard() {
    let mut window = Window::first();
    window.select("Delivery and installation", "TCL");
    window.key(Key::Enter);
    window.assert_has("Level of Delivery and installation, TCL");
    window.assert_has("Same day  ·  100");
    window.key(Key::ArrowDown);
    window.key(Key::Escape);
    assert_eq!(window.level("Delivery and installation", "TCL"), "Next day");
    window.key(Key::Enter);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.level("Delivery and installation", "TCL"), "In 3 days");
    assert_eq!(selected(&window), ["Staff attitude and expertise, TCL: 8"]);
    window.key(Key::ArrowUp);
    window.text("s"); // As it begins.
    window.key(Key::Enter);
    assert_eq!(window.level("Delivery and installation", "TCL"), "Same day");
    assert_eq!(window.steps(), 2);
}

#[test]
fn a_level_is_chosen_by_click() {
    let mut window = Window::first();
    window.select("Delivery and installation", "TCL");
    window.select("Delivery and installation", "TCL");
    window.click("Same day  ·  100");
    assert_eq!(window.level("Delivery and installation", "TCL"), "Same day");
    assert_eq!(selected(&window), ["Delivery and installation, TCL: Same day"]);
    window.key(Key::F2);
    window.click("No level");
    assert_eq!(window.level("Delivery and installation", "TCL"), "no level");
    window.assert_has("Undo “Clear Delivery and installation”");
}

#[test]
fn a_click_elsewhere_closes_the_list_without_an_edit() {
    let mut window = Window::first();
    window.select("Delivery and installation", "TCL");
    window.key(Key::Enter);
    window.key(Key::ArrowUp);
    window.select("Price", "Haier");
    window.assert_lacks("Same day  ·  100");
    assert_eq!(window.level("Delivery and installation", "TCL"), "Next day");
    assert_eq!(window.level("Price", "Haier"), "4,000");
    assert!(!window.has_control("Level of Price, Haier"));
}

#[test]
fn shift_and_arrows_select_a_rectangle_that_is_copied_with_tabs() {
    let mut window = Window::first();
    window.select("Delivery and installation", "SHARP");
    for key in [Key::ArrowRight, Key::ArrowUp] {
        window.keys(SHIFT, key);
    }
    assert_eq!(selected(&window).len(), 4);
    assert_eq!(window.copy(), "5\t4\nSame day\tSame day\n");
    window.select("Price", "TCL");
    window.keys(SHIFT, Key::ArrowRight);
    assert_eq!(window.copy(), "2800\t4400\n");
    assert_eq!(window.steps(), 0);
}

#[test]
fn a_drag_selects_a_rectangle() {
    let mut window = Window::first();
    let at = |w: &Window, label: &str| w.control(label).rect().center();
    let (from, to) = (at(&window, "Warranty, TCL: 5"), at(&window, "Delivery and installation, Haier: Same day"));
    window.drag(from, to);
    assert_eq!(selected(&window).len(), 6);
    assert_eq!(window.copy(), "5\t5\t4\nNext day\tSame day\tSame day\n");
}

#[test]
fn a_pasted_rectangle_is_one_edit_and_one_undo() {
    let mut window = Window::first();
    window.select("Picture and panel", "SHARP");
    window.paste("5\t6\r\n7\t8\r\n1\t\r\n");
    assert_eq!(window.level("Picture and panel", "SHARP"), "5");
    assert_eq!(window.level("Picture and panel", "Haier"), "6");
    assert_eq!(window.level("Features", "Haier"), "8");
    assert_eq!(window.level("Warranty", "SHARP"), "1");
    assert_eq!(window.level("Warranty", "Haier"), "no level");
    assert_eq!(window.steps(), 1);
    window.assert_has("Undo “Set levels”");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    window.settle();
}

#[test]
fn one_value_fills_the_whole_selection() {
    let mut window = Window::first();
    window.select("Picture and panel", "TCL");
    window.keys(SHIFT, Key::End);
    window.keys(SHIFT, Key::ArrowDown);
    window.paste("7");
    for offer in ["TCL", "SHARP", "Haier", "Changhong"] {
        assert_eq!(window.level("Picture and panel", offer), "7");
        assert_eq!(window.level("Features", offer), "7");
    }
    assert_eq!(window.steps(), 1);
}

#[test]
fn a_paste_with_bad_cells_is_refused_whole_and_lists_them() {
    let mut window = Window::first();
    window.select("Picture and panel", "Haier");
    window.paste("5\t11\t3\nx\t8");
    window.assert_has("Nothing was pasted: these cells do not fit");
    window.assert_has("Picture and panel, Changhong: “11” – the rating goes from 1 to 10");
    window.assert_has("Features, Haier: “x” – This is not a number; type one such as 1,234.5 or −3.");
    window.assert_has("“3” would lie outside the table");
    assert_eq!(window.steps(), 0);
    window.key(Key::Escape);
    window.assert_lacks("Nothing was pasted");
    assert_eq!(window.level("Picture and panel", "Haier"), "7");
    window.settle();
}

#[test]
fn what_was_copied_can_be_pasted_back() {
    let mut window = Window::first();
    window.select("Picture and panel", "TCL");
    window.keys(CTRL, Key::A);
    assert_eq!(selected(&window).len(), 40);
    let all = window.copy();
    assert_eq!(all.lines().count(), 10);
    window.key(Key::Delete);
    assert_eq!(window.ranks(), [0, 0, 0, 0]);
    window.assert_has("No offer is complete yet, so none can be ranked.");
    window.paste(&all);
    assert_eq!(window.cdvs(), ["+38.1", "+26.2", "+29.7", "+13.7"]);
    assert_eq!(window.steps(), 2);
}

#[test]
fn cut_copies_and_clears() {
    let mut window = Window::first();
    window.select("Price", "Haier");
    window.ui.event(egui::Event::Cut);
    window.ui.step();
    assert_eq!(window.copied().as_deref(), Some("4000\n"));
    window.run();
    assert_eq!(window.level("Price", "Haier"), "no level");
}

#[test]
fn the_tab_key_reaches_the_matrix() {
    let mut window = Window::first();
    window.control_of(Role::Grid, "Levels of all offers").focus();
    window.run();
    assert_eq!(selected(&window), ["Picture and panel, TCL: 6"]);
    window.text("8");
    window.key(Key::Enter);
    assert_eq!(window.level("Picture and panel", "TCL"), "8");
}

#[test]
fn a_screen_reader_clicks_a_cell() {
    let mut window = Window::first();
    window.control("Price, SHARP: 4,400").click_accesskit();
    window.run();
    window.text("3000");
    window.key(Key::Enter);
    assert_eq!(window.level("Price", "SHARP"), "3,000");
}

#[test]
fn the_menu_of_a_cell_edits_clears_and_takes_a_note() {
    let mut window = Window::first();
    window.menu_of("Price, SHARP: 4,400");
    window.click_entry("Clear");
    assert_eq!(window.level("Price", "SHARP"), "no level");
    window.menu_of("Price, SHARP: no level");
    assert!(!window.is_enabled("Clear"));
    window.click_entry("Edit");
    window.text("4100");
    window.key(Key::Enter);
    assert_eq!(window.level("Price", "SHARP"), "4,100");
    window.menu_of("Price, SHARP: 4,100");
    window.click("Note…");
    window.retype("Note", "seen on Sunday");
    window.keys(CTRL, Key::Enter);
    window.assert_has("Undo “Note on Price”");
    assert_eq!(window.steps(), 3);
}
