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
    window.assert_part("Answer 1 again: SHARP, 5 years over TCL at Suning");
    window.assert_part("Your last answer was a surprise");
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
    // μ is set apart from them.
    let label = window.labels().into_iter().find(|l| l.starts_with("Set the sharpness μ to ")).unwrap();
    window.click(&label);
    let sharpness = window.comparison().everyone().unwrap().sharpness;
    assert_eq!(label, format!("Set the sharpness μ to {sharpness}"));
    window.assert_lacks("Set the sharpness");
}

/// Skips until these two are asked about.
fn ask_about_pair(window: &mut Window, pair: [&str; 2]) {
    choose(window, "Ask about", "Two offers at a time");
    for _ in 0..6 {
        let mut offers = offers(window);
        offers.sort();
        if offers == pair.map(|name| format!("Take {name}")) {
            return;
        }
        window.click("Skip");
    }
    panic!("never asked about {pair:?}");
}

#[test]
fn answers_that_contradict_each_other_are_named_and_can_be_changed() {
    let mut window = asking("TV case 4B: brand, price, store");
    window.click("Take SHARP, 5 years");
    window.assert_lacks("No weights agree");
    ask_about_pair(&mut window, ["SHARP, 4 years", "SHARP, 5 years"]);
    window.click("Take SHARP, 4 years");
    window.assert_part("No weights agree with answers 1 and 2");
    // Look at it again, and take the other.
    let line = "Answer 2 again: SHARP, 4 years over SHARP, 5 years";
    window.click(line);
    window.assert_has("Answer 2 again");
    window.assert_has("Back to the next question");
    window.click("Take SHARP, 5 years");
    assert_eq!(kept(&window).len(), 2, "the answer was changed, not added to");
    window.assert_lacks("No weights agree");
    window.keys(CTRL, Key::Z);
    window.assert_part("No weights agree with answers 1 and 2");
    window.click(&format!("Delete answer 2{}", &line["Answer 2 again".len()..]));
    window.assert_lacks("No weights agree");
    assert_eq!(kept(&window).len(), 1);
    // What is worse in everything contradicts by itself.
    choose(&mut window, "Ask about", "All offers: take one");
    window.click("Take TCL at Gome");
    window.assert_part("No weights agree with answer 1: what was taken is better in nothing.");
    // The answers are in the file.
    window.settle();
    let window = window.restart();
    assert_eq!(
        window.workbook().comparisons.iter().flat_map(|c| &c.segments).filter(|s| !s.elicited.is_empty()).count(),
        1
    );
}

#[test]
fn offers_are_put_in_order_best_first() {
    let mut window = asking("LED televisions");
    choose(&mut window, "Ask about", "All offers: put in order");
    assert!(!window.is_enabled("Keep this order"));
    let unranked = |window: &Window, end: &str| -> Vec<String> {
        window.labels().into_iter().filter(|l| l.ends_with(end)).collect()
    };
    let rest = unranked(&window, ", not in order yet");
    assert_eq!(rest.len(), 4);
    for label in &rest[..3] {
        window.click(label);
    }
    // The third moves up by the keyboard, the first is taken out.
    let name = |i: usize| rest[i].trim_end_matches(", not in order yet").to_owned();
    window.control(&format!("3. {}", name(2))).focus();
    window.run();
    window.key(Key::ArrowUp);
    window.assert_has(&format!("2. {}", name(2)));
    window.click(&format!("1. {}", name(0)));
    window.assert_has(&format!("1. {}", name(2)));
    // By pointer: the second over the first.
    let [from, to] = [format!("2. {}", name(1)), format!("1. {}", name(2))].map(|l| window.control(&l).rect().center());
    window.drag(from, to);
    window.assert_has(&format!("1. {}", name(1)));
    window.click("Keep this order");
    let answers = kept(&window);
    assert_eq!(answers[0].order, [1, 2], "part of the offers alone");
    window.assert_part(&format!("Answer 1 again: {} > {}", name(1), name(2)));
    window.keys(CTRL, Key::Z);
    assert_eq!(kept(&window), []);
    window.assert_has("No choice was made yet.");
}

#[test]
fn what_we_think_can_be_hidden_and_is_told_afterwards() {
    let mut window = asking("LED televisions");
    window.assert_part("We think: ");
    window.click("Say what we think before I choose");
    window.assert_lacks("We think: ");
    choose(&mut window, "Ask about", "Made-up pairs");
    let before = window.labels();
    window.click("Skip");
    assert_ne!(window.labels(), before, "another question");
    window.key(Key::Num1);
    window.assert_lacks("We think: ");
    assert_eq!(kept(&window).len(), 1);
    let told = ["in line", "was expected", "was a surprise", "as likely as the other"];
    assert!(told.iter().any(|part| window.has_part(part)));
}

#[test]
fn offers_that_are_all_the_same_are_said_to_be() {
    let mut window = asking("TV case 1: all the same");
    window.assert_part("Nothing that was written down differs between these offers.");
    let offers = offers(&window);
    window.click(&offers[0]);
    window.assert_has("The answers say little about any weight yet.");
    window.assert_lacks("No weights agree");
    choose(&mut window, "Ask about", "Two offers at a time");
    window.assert_has("Every pair of offers that tells something is answered or was skipped.");
}
