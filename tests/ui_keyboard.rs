//! The pages of weights, scales and buyers by keyboard alone, where it goes when something closes, and that nothing moves
//! under it.

mod ui_support;

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Home, Window, name};
use worthwhile::model::{Answers, Lang, Method, Scope, Side};

/// Where the pages begin.
const RIGHT: f32 = 1030.0;

fn window() -> Window {
    Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 2000.0))
}

fn focus(window: &mut Window, role: Role, label: &str) {
    window.control_of(role, label).focus();
    window.run();
}

/// Opens a list, goes down it, and takes what is there.
fn take_entry(window: &mut Window, list: &str, entry: &str) {
    focus(window, Role::ComboBox, list);
    window.key(Key::Enter);
    for _ in 0..20 {
        window.key(Key::ArrowDown);
        if window.is_focused(entry) {
            window.key(Key::Enter);
            return;
        }
    }
    panic!("{entry} was not reached in {list}");
}

#[test]
fn the_buyer_is_switched_by_keys_and_escape_gives_the_keyboard_back() {
    let mut window = window();
    window.click_of(Role::Tab, "Buyers");
    focus(&mut window, Role::Button, "+ Loyal buyer");
    window.key(Key::Enter);
    assert_eq!(window.value("Buyer"), "Buyer: Loyal buyer");
    take_entry(&mut window, "Buyer", "Everyone");
    assert_eq!(window.value("Buyer"), "Buyer: Everyone");
    assert!(window.is_focused("Buyer"), "where the list was opened");
    window.key(Key::Enter);
    assert!(window.has("Manage the buyers…") || window.has_part("buyers"));
    window.key(Key::ArrowDown);
    window.key(Key::Escape);
    assert!(window.is_focused("Buyer"));
    assert_eq!(window.value("Buyer"), "Buyer: Everyone");
}

#[test]
fn an_order_is_made_by_keys() {
    let mut window = window();
    window.click_of(Role::Tab, "How to weigh");
    take_entry(&mut window, "How", "Rank order");
    assert!(window.is_focused("How"));
    let row = |window: &Window, item: &str| {
        let is_it = |label: &String| label.contains(item) && label.contains(": ") && label.starts_with("Place");
        window.labels().into_iter().find(is_it).unwrap_or_else(|| panic!("no row of {item}"))
    };
    let product = row(&window, "Product");
    focus(&mut window, Role::Button, &product);
    window.key(Key::ArrowDown);
    let service = row(&window, "Service");
    assert!(window.is_focused(&service), "an arrow goes to the next row");
    window.keys(Modifiers::ALT, Key::ArrowUp);
    let first = window.comparison().everyone().unwrap().answers(Scope::Dimensions(Side::Value), Method::RankOrder);
    assert!(matches!(&first.unwrap().answers, Answers::RankOrder { places, .. } if places.len() == 4));
    let service = row(&window, "Service");
    assert!(window.is_focused(&service), "the keyboard goes with the row");
    window.keys(CTRL, Key::Z);
    assert!(
        window.comparison().everyone().unwrap().answers(Scope::Dimensions(Side::Value), Method::RankOrder).is_none()
    );
}

#[test]
fn a_dialog_gives_the_keyboard_back_to_the_page() {
    let mut window = window();
    window.click_of(Role::Tab, "Scale");
    focus(&mut window, Role::Button, "Name and scale…");
    window.key(Key::Enter);
    assert!(window.has_control("Cancel"));
    window.key(Key::Escape);
    assert!(!window.has_control("Cancel"));
    assert!(window.is_focused("Name and scale…"));
}

#[test]
fn expected_and_used_levels_are_given_by_keys() {
    let mut window = window();
    window.click_of(Role::Tab, "Satisfaction");
    // From the tab on to the button.
    focus(&mut window, Role::Tab, "Satisfaction");
    window.key(Key::Tab);
    window.key(Key::Enter);
    let label = "After use: Warranty, TCL";
    focus(&mut window, Role::TextInput, label);
    window.text("6");
    window.key(Key::Enter);
    assert_eq!(window.value(label), "6");
    let named = "After use: Delivery and installation, TCL";
    take_entry(&mut window, named, "Same day");
    assert_eq!(window.control(named).value().unwrap_or_default(), "Same day");
    assert!(window.is_focused(named));
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.value(label), "");
}

#[test]
fn the_account_is_converted_by_keys() {
    let mut window = window();
    focus(&mut window, Role::Button, "Edit");
    window.key(Key::Enter);
    let entry = window.labels().into_iter().find(|label| label.starts_with("Points or money")).expect("an entry");
    for _ in 0..30 {
        if window.is_focused(&entry) {
            break;
        }
        window.key(Key::ArrowDown);
    }
    assert!(window.is_focused(&entry), "{entry}");
    window.key(Key::Enter);
    window.assert_has("Cancel");
    window.key(Key::Escape);
    assert!(window.is_focused("Edit"), "where the menu was opened");
    assert_eq!(window.steps(), 0);
}

#[test]
fn a_key_closes_a_menu_but_not_the_one_with_a_submenu() {
    let mut window = window();
    window.menu_of("Features");
    focus(&mut window, Role::Button, "Move to");
    window.key(Key::Enter);
    focus(&mut window, Role::Button, "Service");
    window.key(Key::Enter);
    window.assert_lacks("Move to");
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.steps(), 0);
}

/// Where everything with a name stands that has only one place.
fn places(window: &Window) -> BTreeMap<String, Rect> {
    let mut places: BTreeMap<String, Vec<Rect>> = BTreeMap::new();
    for node in window.ui.root().children_recursive() {
        if let Some(name) = name(&node) {
            places.entry(name).or_default().push(node.rect());
        }
    }
    places.into_iter().filter(|(_, rects)| rects.len() == 1).map(|(name, rects)| (name, rects[0])).collect()
}

#[test]
fn nothing_moves_under_the_pointer_or_the_keyboard() {
    let mut window = window();
    window.click("+ What the buyer expects");
    for tab in ["How to weigh", "Scale", "Check the model", "Buyers", "Satisfaction"] {
        window.click_of(Role::Tab, tab);
        let before = places(&window);
        let moved = |window: &Window, by: &str| {
            for (name, rect) in places(window) {
                let Some(was) = before.get(&name).filter(|was| was.left() > RIGHT) else { continue };
                let by_far = (rect.min - was.min).length().max((rect.max - was.max).length());
                assert!(by_far < 0.5, "{tab}: {by} moves {name} from {was:?} to {rect:?}");
            }
        };
        for name in before.iter().filter(|(_, r)| r.left() > RIGHT && r.top() > 120.0).map(|(name, _)| name.clone()) {
            let Some(rect) = places(&window).get(&name).copied() else { continue };
            window.ui.hover_at(rect.center());
            window.run();
            moved(&window, &format!("the pointer over {name}"));
        }
        focus(&mut window, Role::Tab, tab);
        for _ in 0..12 {
            window.key(Key::Tab);
            let mut nodes = window.ui.root().children_recursive();
            if nodes.any(|n| n.is_focused() && n.accesskit_node().role() == Role::Splitter) {
                // The matrix behind it scrolls to its cursor.
                break;
            }
            moved(&window, "Tab");
        }
    }
}
