//! Each way to weigh with one answer for each item, once through in the window, with undo in the middle.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use ui_support::{CTRL, Home, Window};
use worthwhile::model::{Answers, Dimension, Item, Lang, Method, RankMethod, Scope, Side};

/// How near a share is to what was worked out by hand.
const EXACT: f64 = 1e-9;

fn page() -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 2000.0));
    window.click_of(Role::Tab, "How to weigh");
    window
}

fn choose(window: &mut Window, list: &str, entry: &str) {
    window.click_of(Role::ComboBox, list);
    window.click_entry(entry);
}

fn give(window: &mut Window, label: &str, text: &str) {
    window.retype(label, text);
    window.key(Key::Enter);
}

const VALUE: [Dimension; 4] = [Dimension::Product, Dimension::Service, Dimension::Personnel, Dimension::Image];

/// The shares of the dimensions of the value side.
fn shares(window: &Window) -> [f64; 4] {
    let weights = &window.comparison().everyone().unwrap().weights;
    VALUE.map(|d| weights.dimension(d).share)
}

#[track_caller]
fn assert_near(found: &[f64], hand: &[f64]) {
    assert!(found.iter().zip(hand).all(|(a, b)| (a - b).abs() < EXACT), "{found:?} is not {hand:?}");
}

fn answers(window: &Window, scope: Scope, method: Method) -> Option<Answers> {
    window.comparison().everyone().unwrap().answers(scope, method).map(|e| e.answers.clone())
}

/// The shares of the leaves of Service.
fn service(window: &Window) -> Vec<f64> {
    let comparison = window.comparison();
    let weights = &comparison.everyone().unwrap().weights;
    comparison.leaves_of(Dimension::Service).into_iter().map(|leaf| weights.leaf(leaf).share).collect()
}

#[test]
fn weights_by_hand_are_typed_on_the_page() {
    let mut window = page();
    let before = shares(&window);
    give(&mut window, "Weight of Product in per cent", "70");
    assert_near(&shares(&window), &[0.7, 0.125, 0.075, 0.1]);
    give(&mut window, "Weight of Product in per cent", "700");
    assert_near(&shares(&window)[..1], &[0.7]);
    window.key(Key::Escape);
    window.keys(CTRL, Key::Z);
    assert_near(&shares(&window), &before);
}

#[test]
fn points_start_from_the_weights_in_force_and_are_summed() {
    let mut window = page();
    choose(&mut window, "How", "Points");
    window.click("Start from the weights in force");
    // 40, 25, 15 and 20 % with 100 for the most important.
    assert_eq!(window.value("Points of Service"), "62.5");
    window.assert_has("250");
    window.assert_has("The answers are complete.");
    give(&mut window, "Points of Product", "200");
    window.assert_has("= 31.3 where the most important has 100");
    window.keys(CTRL, Key::Z);
    assert_eq!(window.value("Points of Product"), "100");
    window.assert_lacks("where the most important has 100");
}

#[test]
fn escape_drops_a_slider_that_is_dragged() {
    let mut window = page();
    choose(&mut window, "How", "Points");
    window.click("Start from the weights in force");
    let kept = answers(&window, Scope::Dimensions(Side::Value), Method::Points);
    let place = window.control("Slide the points of Image").rect();
    let from = place.left_center() + vec2(place.width() * 0.5, 0.0);
    window.drag_without_end(from, place.left_center() + vec2(2.0, 0.0));
    assert_ne!(answers(&window, Scope::Dimensions(Side::Value), Method::Points), kept, "shown while it goes on");
    window.key(Key::Escape);
    window.release(from);
    assert_eq!(answers(&window, Scope::Dimensions(Side::Value), Method::Points), kept);
}

#[test]
fn swings_weigh_by_worth_over_points_spanned() {
    let mut window = page();
    choose(&mut window, "What is weighed", "Criteria of Service");
    choose(&mut window, "How", "Swings");
    window.assert_has("Which one swing would you take first?");
    window.assert_has("from 0 to 6 years");
    window.assert_has("from In 3 days to Same day");
    window.click("Warranty first");
    assert_eq!(window.value("Worth of the swing of Warranty"), "100");
    window.assert_has("1 of 2 answered. Next: Delivery and installation");
    give(&mut window, "Worth of the swing of Delivery and installation", "35");
    window.assert_has("spans 70 points");
    let before = service(&window);
    window.click("Use these weights");
    // 100 / 100 against 35 / 70.
    assert_near(&service(&window), &[2.0 / 3.0, 1.0 / 3.0]);
    window.keys(CTRL, Key::Z);
    assert_near(&service(&window), &before);
    window.keys(CTRL, Key::Y);
    window.click("Show the working");
    window.assert_part("35 ÷ 70 = 0.5; 0.5 ÷ 1.5 = 33.3%");
}

#[test]
fn other_levels_span_other_points() {
    let mut window = page();
    choose(&mut window, "What is weighed", "Criteria of Service");
    choose(&mut window, "How", "Swings");
    window.click("Warranty first");
    give(&mut window, "Worth of the swing of Delivery and installation", "35");
    window.click("Use these weights");
    window.click("Choose the levels of Warranty");
    give(&mut window, "Warranty: from", "3");
    window.assert_has("from 3 to 6 years");
    window.assert_has("spans 50 points");
    // 100 / 50 against 35 / 70.
    assert_near(&service(&window), &[0.8, 0.2]);
    window.click("Ask about the whole scale");
    assert_near(&service(&window), &[2.0 / 3.0, 1.0 / 3.0]);
    give(&mut window, "Warranty: from", "often");
    window.assert_has("from 0 to 6 years");
}

#[test]
fn an_order_is_made_by_keyboard_with_ties() {
    let mut window = page();
    choose(&mut window, "How", "Rank order");
    // The weights in force are 40, 25, 15 and 20 %.
    window.click("Place of Image: 3");
    window.keys(Modifiers::ALT, Key::ArrowUp);
    let scope = Scope::Dimensions(Side::Value);
    // As they are kept: without gaps.
    let places = |window: &Window| match answers(window, scope, Method::RankOrder) {
        Some(Answers::RankOrder { places, .. }) => {
            VALUE.map(|d| places.iter().find(|(i, _)| *i == Item::Dimension(d)).unwrap().1).to_vec()
        }
        _ => Vec::new(),
    };
    assert_eq!(places(&window), [1, 3, 4, 2]);
    assert!(window.is_focused("Place of Image: 2"), "the keyboard goes along");
    window.key(Key::T);
    assert_eq!(places(&window), [1, 2, 3, 1]);
    window.keys(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(places(&window), [1, 3, 4, 2]);
    window.keys(CTRL, Key::Z);
    assert_eq!(places(&window), [1, 2, 3, 1]);
    window.click("Tie Service with the one above");
    assert_eq!(places(&window), [1, 1, 2, 1]);
    window.assert_has("Place of Personnel: 4");
    window.click("Use these weights");
    // Rank-order centroid of four: 25/48, 13/48, 7/48, 3/48; three share the first ranks.
    assert_near(&shares(&window), &[15.0 / 48.0, 15.0 / 48.0, 3.0 / 48.0, 15.0 / 48.0]);
    window.click_of(Role::RadioButton, "Rank sum");
    assert_near(&shares(&window), &[0.3, 0.3, 0.1, 0.3]);
    assert!(matches!(
        answers(&window, scope, Method::RankOrder),
        Some(Answers::RankOrder { formula: RankMethod::Sum, .. })
    ));
}

#[test]
fn a_row_is_dragged_into_place() {
    let mut window = page();
    choose(&mut window, "How", "Rank order");
    window.click("Start from the weights in force");
    let grip = |window: &Window, label: &str| window.control(label).rect().left_center() + vec2(8.0, 0.0);
    let (from, to) = (grip(&window, "Place of Personnel: 4"), grip(&window, "Place of Product: 1"));
    window.drag(from, to - vec2(0.0, 12.0));
    window.assert_has("Place of Personnel: 1");
    window.assert_has("Place of Image: 4");
    window.keys(CTRL, Key::Z);
    window.assert_has("Place of Personnel: 4");
}

#[test]
fn worth_in_money_weighs_both_sides_at_once() {
    let mut window = page();
    choose(&mut window, "What is weighed", "Cost dimensions");
    choose(&mut window, "How", "Worth in money");
    window.assert_has("Money is worth itself.");
    assert!(!window.has_control("What you would pay at most for Monetary"));
    for (name, price) in [("Time", "1000"), ("Mental", "500"), ("Physical", "500")] {
        give(&mut window, &format!("What you would pay at most for {name}"), price);
    }
    window.click("Use these weights");
    let cost = |window: &Window| {
        let weights = &window.comparison().everyone().unwrap().weights;
        Side::Cost.dimensions().map(|d| weights.dimension(d).share)
    };
    // The price runs over ¥2,000 … ¥5,000 or what the scale of the example says; money is that amount.
    let curve = window.comparison().header.ownership.curve.clone();
    let (low, high) = curve.anchors();
    let amount = (high - low) / 100.0;
    let rates = [amount / 100.0, 10.0, 5.0, 5.0];
    let total: f64 = rates.iter().sum();
    assert_near(&cost(&window), &rates.map(|r| r / total));
    window.assert_part("One point of CDV is worth ¥");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    window.assert_has("3 of 4 answered. Next: Physical");
}

#[test]
fn a_scale_that_changed_is_told_and_asked_again() {
    let mut window = page();
    choose(&mut window, "What is weighed", "Criteria of Service");
    choose(&mut window, "How", "Swings");
    window.click("Delivery and installation first");
    give(&mut window, "Worth of the swing of Warranty", "50");
    window.menu_of("Delivery and installation");
    window.click_entry("Scale on its page");
    give(&mut window, "Points of In 3 days", "10");
    window.click_of(Role::Tab, "How to weigh");
    window.assert_part("The scale has changed since");
    window.click("Ask again");
    window.assert_lacks("The scale has changed since");
    window.assert_has("1 of 2 answered. Next: Delivery and installation");
    window.keys(CTRL, Key::Z);
    window.click("My answer still holds");
    window.assert_lacks("The scale has changed since");
}

#[test]
fn weights_that_a_method_gave_tell_so_in_the_working() {
    let mut window = page();
    choose(&mut window, "How", "Points");
    for (name, points) in [("Product", "100"), ("Service", "60"), ("Personnel", "20"), ("Image", "20")] {
        give(&mut window, &format!("Points of {name}"), points);
    }
    window.click("Use these weights");
    window.assert_has("All ways side by side: Value dimensions");
    window.click("Show the working: total value of TCL");
    window.assert_part("Service: points ÷ total");
    window.assert_has("60 ÷ 200 = 30%");
}

#[test]
fn a_menu_in_the_matrix_opens_the_page_on_its_scope() {
    let mut window = Window::first();
    window.menu_of("Warranty");
    window.click_entry("How to weigh its criteria…");
    window.assert_has("Weights: Criteria of Service");
}
