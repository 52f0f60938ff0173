//! Many offers, none at all, ties, gaps, tiny windows and large scales.

mod ui_support;

use egui::accesskit::Role;
use egui::{Event, Key, Rect, vec2};
use egui_kittest::kittest::Queryable as _;
use ui_support::{CTRL, CTRL_SHIFT, Home, Window, name};
use worthwhile::model::Lang;

/// The televisions with offers added until there are `count`.
fn with_offers(count: usize) -> Window {
    let mut window = Window::first();
    while window.offers().len() < count {
        window.keys(CTRL_SHIFT, Key::O);
    }
    window
}

fn delete_offers(window: &mut Window, keep: usize) {
    while window.offers().len() > keep {
        let offer = window.offers().pop().unwrap();
        let at = window.control(&window.card(&offer)).rect().left_top() + vec2(40.0, 8.0);
        window.menu_at(at);
        window.click_entry("Delete");
    }
}

fn rect_of_cell(window: &Window, head: &str) -> Option<Rect> {
    let is_it = |node: &egui_kittest::Node<'_>| name(node).is_some_and(|n| n.starts_with(head));
    window.ui.query_all_by_role(Role::Cell).find(is_it).map(|node| node.rect())
}

/// Where the cells of the matrix can be seen, between the criteria and the plots.
fn matrix_rect(window: &Window) -> Rect {
    let criteria = window.control("Price").rect();
    let right = window.control("Menu of “Delivered value by dimension”").rect().right();
    let plots = right - (right * 0.29).clamp(290.0, 460.0);
    Rect::from_min_max(criteria.right_top(), egui::pos2(plots + 30.0, 800.0))
}

#[test]
fn twenty_offers_scroll_sideways_beside_the_criteria() {
    let mut window = with_offers(20);
    window.select("Price", "Offer 20");
    let price = window.control("Price").rect();
    window.key(Key::Home);
    assert_eq!(window.control("Price").rect(), price, "the criteria stay where they are");
    assert!(rect_of_cell(&window, "Price, Offer 20").is_none());
    let matrix = matrix_rect(&window);
    for column in 1..20 {
        window.key(Key::ArrowRight);
        let offer = &window.offers()[column];
        let cell = rect_of_cell(&window, &format!("Price, {offer}: ")).expect("the selected cell is on the screen");
        assert!(matrix.x_range().contains(cell.left()) && matrix.x_range().contains(cell.right()), "{offer}: {cell:?}");
        let card = window.control(&window.card(offer)).rect();
        assert!((card.left() - cell.left()).abs() < 0.5, "the card stands over its column");
    }
    assert_eq!(window.control("Price").rect(), price);
    window.settle();
}

#[test]
fn a_wheel_scrolls_the_cells_and_not_the_criteria() {
    let mut window = with_offers(20);
    window.select("Price", "Offer 20");
    window.key(Key::Home);
    let price = window.control("Price").rect();
    let before = rect_of_cell(&window, "Price, SHARP: ").unwrap();
    window.ui.hover_at(before.center());
    for _ in 0..3 {
        window.ui.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(-40.0, 0.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
    }
    window.run();
    window.ui.run_steps(10);
    let after = rect_of_cell(&window, "Price, SHARP: ");
    assert!(after.is_none_or(|after| after.left() < before.left() - 20.0), "{before:?} {after:?}");
    assert_eq!(window.control("Price").rect(), price);
}

#[test]
fn moving_down_brings_the_row_into_view() {
    let mut window = Window::first();
    window.ui.set_size(vec2(1440.0, 480.0));
    window.run();
    window.select("Picture and panel", "TCL");
    assert!(rect_of_cell(&window, "Trip to the store, TCL").is_none());
    for _ in 0..9 {
        window.key(Key::ArrowDown);
    }
    let cell = rect_of_cell(&window, "Trip to the store, TCL").expect("on the screen");
    assert!(cell.bottom() < 480.0 - 26.0 - 92.0 + 1.0, "{cell:?}");
    for _ in 0..9 {
        window.key(Key::ArrowUp);
    }
    let cell = rect_of_cell(&window, "Picture and panel, TCL").expect("on the screen");
    let card = window.control(&window.card("TCL")).rect();
    assert!(cell.top() >= card.bottom(), "the cards hide the row: {cell:?} {card:?}");
}

#[test]
fn tiny_windows_and_large_scales_do_not_fail() {
    let mut window = with_offers(6);
    for (width, height, scale) in
        [(1.0, 1.0, 1.0), (60.0, 40.0, 1.0), (320.0, 200.0, 1.0), (1440.0, 900.0, 4.0), (200.0, 120.0, 4.0)]
    {
        window.ui.set_size(vec2(width, height));
        window.ui.set_pixels_per_point(scale);
        window.ui.run_steps(5);
        for key in [Key::Tab, Key::ArrowDown, Key::Enter, Key::Escape, Key::F1, Key::Escape] {
            window.ui.key_press(key);
            window.ui.step();
        }
        window.ui.run_steps(3);
    }
    window.ui.set_pixels_per_point(1.0);
    window.ui.set_size(ui_support::SIZE);
    window.ui.run_steps(3);
    window.run();
    assert_eq!(window.ranks()[..4], [1, 3, 2, 4]);
}

#[test]
fn the_smallest_window_that_is_allowed_shows_every_control() {
    let mut window = Window::first();
    window.ui.set_size(vec2(720.0, 480.0));
    window.run();
    for label in ["File", "Edit", "View", "Help", "EN", "中文", "+ New comparison"] {
        let rect = window.control(label).rect();
        assert!(rect.left() >= 0.0 && rect.right() <= 720.0, "{label}: {rect:?}");
    }
}

#[test]
fn zoom_keeps_to_its_bounds() {
    let mut window = Window::first();
    for _ in 0..30 {
        window.keys(CTRL, Key::Plus);
    }
    let largest = window.ui.ctx.zoom_factor();
    assert!((2.0..=3.0).contains(&largest), "{largest}");
    for _ in 0..40 {
        window.keys(CTRL, Key::Minus);
    }
    let smallest = window.ui.ctx.zoom_factor();
    assert!((0.5..=0.8).contains(&smallest), "{smallest}");
}

#[test]
fn a_workbook_without_comparisons_says_how_to_begin() {
    let mut window = Window::first();
    while let Some(first) = window.comparisons().first().cloned() {
        window.control_of(Role::ListItem, &first).focus();
        window.run();
        window.key(Key::Delete);
    }
    window.assert_has("No comparison yet");
    window.settle();
    let mut window = window.restart();
    window.assert_has("No comparison yet");
    window.menu(&["Edit"]);
    window.key(Key::Escape);
    window.keys(CTRL_SHIFT, Key::O);
    window.keys(CTRL_SHIFT, Key::C);
    assert_eq!(window.ui.state_mut().view_mut().dialog, None);
    window.click("New comparison");
    assert_eq!(window.comparisons(), ["New comparison"]);
    window.keys(CTRL, Key::Z);
    window.assert_has("No comparison yet");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.comparisons().len(), 1, "the last that was deleted is back");
    window.settle();
}

#[test]
fn one_offer_has_nothing_to_be_compared_with() {
    let mut window = Window::first();
    delete_offers(&mut window, 1);
    window.assert_has("Only TCL is complete, with a CDV of +38.1: there is nothing to compare it with yet.");
    window.assert_has("Two complete offers are needed");
    assert_eq!(window.ranks(), [1]);
    window.settle();
}

#[test]
fn no_offer_leaves_the_criteria_and_a_hint() {
    let mut window = Window::first();
    delete_offers(&mut window, 0);
    window.assert_has("There is no offer yet. Add one to begin.");
    window.control_of(Role::Grid, "Levels of all offers").focus();
    window.run();
    for key in [Key::ArrowDown, Key::Tab, Key::Enter, Key::Delete, Key::Home] {
        window.key(key);
    }
    window.keys(CTRL, Key::A);
    window.text("5");
    window.paste("5\t6");
    window.click("+ Add offer");
    assert_eq!(window.offers(), ["Offer 1"]);
    window.keys(CTRL, Key::Z);
    assert!(window.offers().is_empty());
    window.click("+ Add the first offer");
    assert_eq!(window.offers(), ["Offer 1"]);
    window.assert_lacks("+ Add the first offer");
    window.settle();
}

#[test]
fn offers_that_tie_share_the_first_rank() {
    let mut window = Window::first();
    window.show("TV case 1: all the same");
    assert!(window.ranks().iter().all(|rank| *rank == 1), "{:?}", window.ranks());
    window.assert_part("The formula does not choose between them.");
    for offer in window.offers() {
        assert!(window.card(&offer).ends_with("best, tied"), "{}", window.card(&offer));
    }
}

#[test]
fn without_a_level_nothing_is_ranked_and_nothing_fails() {
    let mut window = Window::first();
    window.select("Picture and panel", "TCL");
    window.keys(CTRL, Key::A);
    window.key(Key::Delete);
    assert_eq!((window.ranks(), window.steps()), (vec![0; 4], 1));
    window.assert_has("No offer is complete yet, so none can be ranked.");
    window.assert_has("Two complete offers are needed");
    assert_eq!(window.cdvs(), ["–"; 4]);
    window.settle();
}

#[test]
fn a_long_name_is_cut_and_moves_no_row() {
    let mut window = Window::first();
    let before = window.control("Features").rect().y_range();
    window.menu_of("Picture and panel");
    window.click_entry("Name and scale…");
    window.retype("Name", &"very long name ".repeat(12));
    window.key(Key::Enter);
    assert_eq!(window.control("Features").rect().y_range(), before);
    let warranty = window.control("Warranty, TCL: 5").rect();
    window.type_level("Price", "TCL", "123456789012");
    assert_eq!(window.control("Warranty, TCL: 5").rect(), warranty);
}

#[test]
fn what_is_expected_stands_beside_four_offers_without_scrolling() {
    let mut window = Window::first();
    window.click("+ What the buyer expects");
    let matrix = matrix_rect(&window);
    let card = window.control(&window.card("What the buyer expects")).rect();
    let first = window.control(&window.card("TCL")).rect();
    assert!(first.left() >= matrix.left() && card.right() <= matrix.right() - 30.0, "{first:?} {card:?} {matrix:?}");
    window.keys(CTRL, Key::Z);
    let roomier = window.control(&window.card("TCL")).rect();
    assert!(roomier.width() > first.width(), "four have more room than five");
}

#[test]
fn the_tabs_of_every_group_stand_in_one_row_of_a_small_window() {
    for lang in Lang::ALL {
        let mut window = Window::sized(&Home::new(lang), None, vec2(1024.0, 700.0));
        for (shift, digit, count) in [(false, Key::Num1, 4), (false, Key::Num3, 5), (true, Key::Num1, 3)] {
            window.keys(if shift { CTRL_SHIFT } else { CTRL }, digit);
            let tabs: Vec<Rect> = window.ui.query_all_by_role(Role::Tab).map(|tab| tab.rect()).collect();
            assert_eq!(tabs.len(), count, "{lang:?}");
            assert!(tabs.iter().all(|tab| (tab.top() - tabs[0].top()).abs() < 0.5), "{lang:?}: {tabs:?}");
            assert!(tabs.iter().all(|tab| tab.right() <= 1024.0 - 8.0), "{lang:?}: {tabs:?}");
        }
    }
}
