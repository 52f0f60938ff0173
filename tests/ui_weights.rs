//! Weights: typed, dragged, by keyboard, locked and equal.

#![expect(clippy::float_cmp, reason = "weights moved by hand are whole per cents, and exactly so")]

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Pos2};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, Window};
use worthwhile::model::{Dimension, Leaf, Side, WeightSet};

/// The shares of a set in per cent, to a tenth.
fn shares(window: &Window, set: WeightSet) -> Vec<f64> {
    let comparison = window.comparison();
    let shares = comparison.shares(comparison.everyone().unwrap(), set);
    let shares: Vec<f64> = shares.iter().map(|(_, s)| s.share).collect();
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{shares:?} do not add up to 1");
    shares.iter().map(|s| (s * 1000.0).round() / 10.0).collect()
}

/// Shares of the four value dimensions in per cent.
fn value_side(window: &Window) -> Vec<f64> {
    shares(window, WeightSet::Side(Side::Value))
}

fn type_weight(window: &mut Window, name: &str, text: &str) {
    window.click(&format!("Type the weight of {name}"));
    window.text(text);
    window.key(Key::Enter);
}

fn slider_value(window: &Window, name: &str) -> f64 {
    let node = window.control_of(Role::Slider, &format!("Weight of {name}"));
    node.accesskit_node().numeric_value().expect("a slider has a value")
}

/// A place on the slider of a weight, 0…1.
fn on_slider(window: &Window, name: &str, part: f32) -> Pos2 {
    let rect = window.control_of(Role::Slider, &format!("Weight of {name}")).rect();
    Pos2::new(rect.left() + part * rect.width(), rect.center().y)
}

#[test]
fn a_typed_weight_is_taken_from_the_siblings_in_proportion() {
    let mut window = Window::first();
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    type_weight(&mut window, "Product", "70");
    assert_eq!(value_side(&window), [70.0, 12.5, 7.5, 10.0]);
    assert_eq!(slider_value(&window, "Service"), 12.5);
    window.assert_has("Undo “Set weights”");
    window.keys(CTRL, Key::Z);
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    window.settle();
}

#[test]
fn a_weight_of_a_hundred_and_back_to_none() {
    let mut window = Window::first();
    type_weight(&mut window, "Product", "100%");
    assert_eq!(value_side(&window), [100.0, 0.0, 0.0, 0.0]);
    type_weight(&mut window, "Product", "40");
    assert_eq!(value_side(&window), [40.0, 20.0, 20.0, 20.0]);
}

#[test]
fn a_text_that_is_no_weight_is_refused_with_words() {
    let mut window = Window::first();
    for text in ["101", "−1", "much", "NaN"] {
        type_weight(&mut window, "Product", text);
        assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
        window.assert_has(&format!("“{text}” is not a weight: type a number from 0 to 100"));
    }
    window.click("Type the weight of Product");
    window.text("70");
    window.key(Key::Escape);
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    assert_eq!(window.steps(), 0);
    window.settle();
}

#[test]
fn a_locked_weight_stays_while_the_others_move() {
    let mut window = Window::first();
    window.control("Weight of Service").hover();
    window.run();
    window.click("Lock the weight of Service");
    window.assert_has("Unlock the weight of Service");
    assert!(!window.has_control("Type the weight of Service"), "what is locked cannot be typed");
    type_weight(&mut window, "Product", "57.5");
    assert_eq!(value_side(&window), [57.5, 25.0, 7.5, 10.0]);
    type_weight(&mut window, "Product", "100");
    assert_eq!(value_side(&window), [75.0, 25.0, 0.0, 0.0], "no more than the lock leaves");
    window.settle();
    let mut window = window.restart();
    window.click("Unlock the weight of Service");
    type_weight(&mut window, "Service", "50");
    assert_eq!(value_side(&window), [50.0, 50.0, 0.0, 0.0]);
}

#[test]
fn a_double_click_makes_the_set_equal() {
    let mut window = Window::first();
    window.double_click("Weight of Product");
    assert_eq!(value_side(&window), [25.0; 4]);
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
}

#[test]
fn arrow_keys_move_a_slider_by_whole_per_cents() {
    let mut window = Window::first();
    window.control("Weight of Product").focus();
    window.run();
    window.key(Key::ArrowRight);
    assert_eq!(value_side(&window)[0], 41.0);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowLeft);
    assert_eq!(value_side(&window)[0], 39.0);
    assert!(window.is_focused("Weight of Product"));
    window.control("Weight of Product").increment_accesskit();
    window.run();
    assert_eq!(value_side(&window)[0], 40.0);
    window.settle();
}

#[test]
fn a_drag_shows_as_it_goes_and_is_one_step() {
    let mut window = Window::first();
    let before = window.cdvs();
    let (from, to) = (on_slider(&window, "Product", 0.4), on_slider(&window, "Product", 0.8));
    window.drag_without_end(from, to);
    assert_eq!(value_side(&window)[0], 80.0);
    assert_ne!(window.cdvs(), before, "the cards follow the drag");
    assert_eq!(window.steps(), 0, "nothing is kept before the button is released");
    window.release(to);
    assert_eq!(value_side(&window)[0], 80.0);
    assert_eq!(window.steps(), 1);
    window.settle();
    window.keys(CTRL, Key::Z);
    assert_eq!((value_side(&window), window.cdvs()), (vec![40.0, 25.0, 15.0, 20.0], before));
    assert_eq!(window.steps(), 0);
}

#[test]
fn a_drag_there_and_back_keeps_the_ratios_of_its_start() {
    let mut window = Window::first();
    let at = |w: &Window, part| on_slider(w, "Product", part);
    window.drag_without_end(at(&window, 0.4), at(&window, 1.0));
    assert_eq!(value_side(&window), [100.0, 0.0, 0.0, 0.0]);
    for part in [0.7, 0.4] {
        window.ui.event(egui::Event::PointerMoved(at(&window, part)));
        window.run();
    }
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    window.release(at(&window, 0.4));
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    window.settle();
}

#[test]
fn escape_gives_a_drag_up() {
    let mut window = Window::first();
    let before = window.cdvs();
    let to = on_slider(&window, "Product", 0.9);
    window.drag_without_end(on_slider(&window, "Product", 0.4), to);
    window.key(Key::Escape);
    assert_eq!((value_side(&window), window.cdvs()), (vec![40.0, 25.0, 15.0, 20.0], before.clone()));
    window.ui.event(egui::Event::PointerMoved(to - egui::vec2(10.0, 0.0)));
    window.release(to);
    assert_eq!((window.steps(), window.cdvs()), (0, before));
    window.settle();
}

#[test]
fn a_drag_cut_off_by_undo_is_undone() {
    let mut window = Window::first();
    let to = on_slider(&window, "Product", 0.9);
    window.drag_without_end(on_slider(&window, "Product", 0.4), to);
    window.keys(CTRL, Key::Z);
    window.release(to);
    while window.is_enabled(&window.undo_label()) {
        window.keys(CTRL, Key::Z);
    }
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    window.settle();
}

#[test]
fn weights_within_a_dimension_are_a_set_of_their_own() {
    let mut window = Window::first();
    type_weight(&mut window, "Warranty", "90");
    assert_eq!(shares(&window, WeightSet::Dimension(Dimension::Service)), [90.0, 10.0]);
    assert_eq!(value_side(&window), [40.0, 25.0, 15.0, 20.0]);
    window.assert_has("Undo “Set weights”");
    assert!(!window.has_control("Type the weight of Price"), "an only child has no weight to type");
    let price = Leaf::Ownership;
    let comparison = window.comparison();
    assert_eq!(comparison.everyone().unwrap().weights.leaf(price).share, 1.0);
}

#[test]
fn the_cost_emphasis_is_typed() {
    let mut window = Window::first();
    window.retype("Cost emphasis λ", "0.5");
    window.key(Key::Enter);
    assert_eq!(window.value("Cost emphasis λ"), "0.5");
    assert_eq!(window.cdvs()[0], "+52.2");
    window.assert_has("Undo “Set λ”");
    window.retype("Cost emphasis λ", "-1");
    window.key(Key::Enter);
    window.assert_has("The cost emphasis λ must be from 0 to 1000.");
    assert_eq!(window.value("Cost emphasis λ"), "0.5");
    window.retype("Cost emphasis λ", "2");
    window.key(Key::Escape);
    assert_eq!(window.value("Cost emphasis λ"), "0.5");
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(window.cdvs()[0], "+38.1");
    window.settle();
}
