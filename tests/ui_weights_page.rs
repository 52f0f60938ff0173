//! The page “Weights”: one weight along its range, intervals of all of them, and the tornado.

#![expect(clippy::float_cmp, reason = "weights moved by hand are whole per cents, and exactly so")]

mod ui_support;

use egui::accesskit::Role;
use egui::{Key, Pos2, pos2, vec2};
use ui_support::{CTRL, Home, Window};
use worthwhile::model::{Dimension, Lang};

const TITLE: &str = "CDV against the weight of Monetary";
const STABILITY: &str = "Weights that keep TCL best";
const TORNADO: &str = "Doubt in the lead of TCL over Haier";
const DRAG: &str = "Drag the weight of Monetary";

fn page() -> Window {
    // High enough for all three figures.
    let mut window = Window::sized(&Home::new(Lang::En), None, vec2(1440.0, 1700.0));
    window.click_of(Role::Tab, "Weights");
    window
}

/// The weight of Monetary, and of Time, among the costs.
fn weights(window: &Window) -> [f64; 2] {
    let weights = &window.comparison().everyone().unwrap().weights;
    [Dimension::Monetary, Dimension::Time].map(|d| (weights.dimension(d).share * 1000.0).round() / 1000.0)
}

fn as_table(window: &mut Window, title: &str) {
    window.click(&format!("Menu of “{title}”"));
    window.click_entry("Show as table");
}

/// What “Copy data” of a figure puts on the clipboard.
fn copy_data(window: &mut Window, title: &str) -> String {
    window.click(&format!("Menu of “{title}”"));
    window.control("Copy data").click();
    for _ in 0..5 {
        window.ui.step();
        if let Some(copied) = window.copied() {
            return copied;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn it_opens_with_the_weight_that_is_nearest_to_a_change() {
    let mut window = page();
    window.assert_has(TITLE);
    window.assert_has("TCL stays the best while the weight of Monetary is at least 41.7%.");
    as_table(&mut window, TITLE);
    for cell in ["Who ties", "Best from here on", "41.7%", "TCL and Haier", "Today", "60%"] {
        window.assert_has(cell);
    }
    let copied = copy_data(&mut window, TITLE);
    assert!(copied.starts_with("Monetary\tTCL\tSHARP\tHaier\tChanghong\n0\t"), "{copied}");
    assert!(copied.contains("\n0.41696"), "the crossing: {copied}");
}

#[test]
fn a_drag_of_the_weight_is_one_edit_and_its_lines_stay() {
    let mut window = page();
    let grip = window.control_of(Role::Slider, DRAG).rect();
    let from = Pos2::new(grip.center().x, grip.bottom() - 20.0);
    // Past the right end: 100 %, where the siblings have nothing left.
    window.drag_without_end(from, from + vec2(400.0, 0.0));
    assert_eq!(weights(&window), [1.0, 0.0]);
    let left = pos2(from.x - 60.0, from.y);
    window.ui.event(egui::Event::PointerMoved(left));
    window.run();
    let [monetary, time] = weights(&window);
    assert!((0.2..0.5).contains(&monetary), "{monetary}");
    assert!((time - 0.4 * (1.0 - monetary)).abs() < 2e-3, "in the old proportion: {time}");
    assert_eq!(window.steps(), 0);
    window.release(left);
    assert_eq!(window.steps(), 1);
    window.keys(CTRL, Key::Z);
    assert_eq!(weights(&window), [0.6, 0.16]);
    window.settle();
}

#[test]
fn keys_and_typing_move_the_weight() {
    let mut window = page();
    window.control(DRAG).focus();
    window.run();
    window.key(Key::ArrowLeft);
    assert_eq!(weights(&window)[0], 0.59);
    window.retype("Today’s weight of Monetary", "40");
    window.key(Key::Enter);
    assert_eq!(weights(&window), [0.4, 0.24]);
    window.assert_part("Haier stays the best while the weight of Monetary lies between");
    window.assert_part("and 41.7%.");
    window.retype("Today’s weight of Monetary", "140");
    window.key(Key::Enter);
    window.assert_part("“140” is not a weight");
    assert_eq!((weights(&window), window.steps()), ([0.4, 0.24], 2));
    window.settle();
}

#[test]
fn a_click_on_an_interval_shows_its_weight() {
    let mut window = page();
    assert!(window.has(STABILITY));
    window.click("Show Personnel above");
    window.assert_has("TCL stays the best whatever the weight of Personnel is.");
    window.click("Weight that varies");
    window.click_entry("Service");
    window.assert_has("CDV against the weight of Service");
    window.click("Show Cost emphasis λ above");
    window.assert_has("CDV against the cost emphasis λ");
    window.assert_has("TCL stays the best while λ is at least 0.613.");
    window.retype("Today’s λ", "0.5");
    window.key(Key::Enter);
    assert_eq!(window.comparison().everyone().unwrap().cost_emphasis, 0.5);
    as_table(&mut window, "Weights that keep SHARP best");
    window.assert_part("Nearest change");
}

#[test]
fn intervals_name_who_wins_beyond_them() {
    let mut window = page();
    as_table(&mut window, STABILITY);
    for cell in ["below 41.7%: Haier", "above 47.9%: SHARP", "best at any weight"] {
        window.assert_has(cell);
    }
}

#[test]
fn the_tornado_follows_its_doubts() {
    let mut window = page();
    assert!(window.has(TORNADO));
    window.assert_has("No single doubt of this size changes which of TCL and Haier is ahead.");
    window.retype("Weights ±", "30");
    window.key(Key::Enter);
    window.assert_part("doubts of this size change who of TCL and Haier is ahead");
    as_table(&mut window, TORNADO);
    for cell in ["Weight of Monetary", "30%", "90%", "yes"] {
        window.assert_has(cell);
    }
    window.retype("Weights ±", "300");
    window.key(Key::Enter);
    window.assert_part("“300” is not a doubt");
    window.click("Rival in the tornado");
    window.click_entry("Changhong");
    window.assert_has("Doubt in the lead of TCL over Changhong");
    assert_eq!(window.steps(), 0, "doubts are no edits");
}

#[test]
fn chinese_money_accounts_and_small_windows() {
    let home = Home::new(Lang::Zh);
    let mut window = Window::sized(&home, None, vec2(1024.0, 700.0));
    window.keys(CTRL, Key::Num3);
    window.assert_has("让渡价值随货币成本权重的变化");
    window.assert_has("货币成本的权重不低于 41.7% 时，TCL 始终最佳。");
    window.click("EN");
    window.assert_has(TITLE);
    window.show("The tractor");
    window.assert_part("In a money account nothing is weighed");
    window.assert_part("Doubt in the lead of");
}

#[test]
fn every_comparison_keeps_the_weight_that_was_chosen_for_it() {
    let mut window = page();
    window.click("Show Personnel above");
    window.assert_has("CDV against the weight of Personnel");
    window.show("The tractor");
    window.show("Coffee");
    window.show("LED televisions");
    window.assert_has("CDV against the weight of Personnel");
}
