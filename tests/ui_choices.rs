//! Weights from choices: questions, answers that can be taken back, an order, and what contradicts.

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, vec2};
use ui_support::{CTRL, Home, Window};
use worthwhile::model::{Answers, ChoiceAnswer, Lang, Method, Scope};

/// A large window with the method chosen on the comparison of that name.
fn asking(comparison: &str) -> Window {
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 2000.0));
    window.show(comparison);
    window.click_of(Role::Tab, "How to weigh");
    choose(&mut window, "What is weighed", "Everything, with λ");
    choose(&mut window, "How", "From choices");
    window
}

fn choose(window: &mut Window, list: &str, entry: &str) {
    window.click_of(Role::ComboBox, list);
    window.click_entry(entry);
}

fn kept(window: &Window) -> Vec<ChoiceAnswer> {
    let everyone = window.comparison().everyone().unwrap();
    match everyone.answers(Scope::Both, Method::Choices).map(|e| &e.answers) {
        Some(Answers::Choices { choices }) => choices.clone(),
        _ => Vec::new(),
    }
}

/// What can be taken, as it is named.
fn offers(window: &Window) -> Vec<String> {
    window.labels().into_iter().filter(|label| label.starts_with("Take ")).collect()
}

#[test]
fn the_lesson_asks_which_one_then_made_up_pairs() {
    let mut window = asking("TV case 4B: brand, price, store");
    window.assert_has("Which would you take?");
    window.assert_has("No choice was made yet.");
    assert_eq!(offers(&window).len(), 4, "all offers at hand: {:?}", offers(&window));
    window.assert_part("We think: ");
    window.click("Take SHARP, 5 years");
    assert_eq!(kept(&window).len(), 1);
    assert_eq!(kept(&window)[0].order, [2]);
    window.assert_part("1. SHARP, 5 years over TCL at Suning");
    // From then on made-up pairs.
    assert_eq!(offers(&window), ["Take Offer 1", "Take Offer 2"]);
    window.assert_part("All else the same: ");
    window.assert_part("Log-likelihood ");
    window.key(Key::Num2);
    window.key(Key::ArrowLeft);
    assert_eq!(kept(&window).iter().map(|a| a.order.clone()).collect::<Vec<_>>(), [[2], [1], [0]]);
    window.keys(CTRL, Key::Z);
    assert_eq!(kept(&window).len(), 2);
    window.keys(CTRL, Key::Y);
    assert_eq!(kept(&window).len(), 3);
    let before = window.comparison().everyone().unwrap().weights.clone();
    window.click("Use these weights");
    window.assert_has("The weights come from these answers.");
    assert_ne!(window.comparison().everyone().unwrap().weights, before);
}
