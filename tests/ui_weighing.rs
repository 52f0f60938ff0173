//! The page “How to weigh”: answers are kept, weights are used when asked for, and both can be undone.

#![expect(clippy::float_cmp, reason = "weights that nobody touched are the same to the last bit")]

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, vec2};
use ui_support::{CTRL, Home, Window};
use worthwhile::model::{Answers, Dimension, Lang, Method, Scope, Side};

/// How near a share is to what was worked out by hand.
const EXACT: f64 = 1e-12;

fn page() -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 1700.0));
    window.click_of(Role::Tab, "How to weigh");
    window
}

fn choose(window: &mut Window, list: &str, entry: &str) {
    window.click_of(Role::ComboBox, list);
    window.click_entry(entry);
}

fn give(window: &mut Window, name: &str, points: &str) {
    window.retype(&format!("Points of {name}"), points);
    window.key(Key::Enter);
}

/// The shares of the dimensions of the value side.
fn shares(window: &Window) -> [f64; 4] {
    let weights = &window.comparison().everyone().unwrap().weights;
    [Dimension::Product, Dimension::Service, Dimension::Personnel, Dimension::Image].map(|d| weights.dimension(d).share)
}

fn kept(window: &Window) -> Option<(bool, Answers)> {
    let everyone = window.comparison().everyone().unwrap().clone();
    everyone.answers(Scope::Dimensions(Side::Value), Method::Points).map(|e| (e.in_force, e.answers.clone()))
}

#[test]
fn points_become_weights_when_they_are_used() {
    let mut window = page();
    choose(&mut window, "How", "Points");
    let before = shares(&window);
    for (name, points) in [("Product", "100"), ("Service", "60"), ("Personnel", "20")] {
        give(&mut window, name, points);
    }
    window.assert_has("3 of 4 answered. Next: Image");
    assert_eq!(shares(&window), before, "nothing is weighed before all is answered, and before it is asked for");
    give(&mut window, "Image", "20");
    window.assert_has("The answers are complete.");
    window.click("Use these weights");
    window.assert_has("The weights come from these answers.");
    for (share, hand) in shares(&window).into_iter().zip([0.5, 0.3, 0.1, 0.1]) {
        assert!((share - hand).abs() < EXACT, "{share}");
    }
    window.keys(CTRL, Key::Z);
    assert_eq!((shares(&window), kept(&window).map(|k| k.0)), (before, Some(false)), "the answers stay");
    window.keys(CTRL, Key::Y);
    // In use, they move the weights at once.
    give(&mut window, "Image", "120");
    assert!((shares(&window)[3] - 0.4).abs() < EXACT);
    window.click("Forget these answers");
    assert_eq!(kept(&window), None);
    assert!((shares(&window)[3] - 0.4).abs() < EXACT, "the weights stay, by hand");
}
