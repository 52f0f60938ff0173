//! What it says, in sentences: read, pinned, broken by an edit, mended, copied, and still there after a restart.

mod ui_support;

use egui::Key;
use egui::accesskit::Role;
use ui_support::{CTRL, Window};
use worthwhile::model::Statement;

const WINNER: &str = "TCL delivers the most: +38.1, 8.4 points ahead of Haier.";
const WINNER_PLAIN: &str = "TCL delivers the most.";
const WHILE: &str = "holds while Monetary weighs more than 41.7% of cost";

/// The card of a claim, by the beginning of its sentence.
#[track_caller]
fn card(window: &Window, sentence: &str) -> String {
    let mut labels = window.labels().into_iter();
    let found = labels.find(|l| l.starts_with(sentence) && l.contains('\n'));
    found.unwrap_or_else(|| panic!("no card “{sentence}”: {:?}", window.labels()))
}

fn pins(window: &Window) -> usize {
    window.comparison().header.pins.len()
}

#[track_caller]
fn pin(window: &mut Window, sentence: &str) {
    let card = card(window, sentence);
    window.control_of(Role::Button, &card).focus();
    window.run();
    window.click(&format!("Pin: {sentence}"));
}

#[test]
fn a_claim_says_how_long_it_holds() {
    let window = Window::first();
    for text in [
        WINNER,
        WHILE,
        "Haier would tie TCL at ¥3,581, ¥419 below its price.",
        "holds while Haier costs more than ¥3,581",
        "holds while TCL costs less than ¥3,219",
    ] {
        window.assert_has(text);
    }
    window.assert_part("Product, Service and Personnel cannot change the winner at any weight");
    window.assert_part("Against Haier, Monetary speaks most for TCL (24.0 points better)");
}

#[test]
fn a_pinned_claim_greys_out_says_what_broke_it_and_comes_true_again() {
    let mut window = Window::first();
    pin(&mut window, WINNER);
    assert_eq!(pins(&window), 1);
    window.assert_has("Undo “Pin sentence”");
    window.assert_has(&format!("Unpin: {WINNER}"));
    window.type_level("Price", "SHARP", "3000");
    window.assert_has(WINNER_PLAIN);
    window.assert_has("no longer true since “Set Price”: SHARP now delivers 16.2 points more");
    // What is done next did not break it.
    window.type_level("Warranty", "Changhong", "5");
    window.assert_has("no longer true since “Set Price”: SHARP now delivers 16.2 points more");
    window.keys(CTRL, Key::Z);
    window.keys(CTRL, Key::Z);
    window.assert_has(WINNER);
    window.assert_has(WHILE);
    window.assert_lacks("no longer true");
    window.keys(CTRL, Key::Z);
    assert_eq!(pins(&window), 0);
}

#[test]
fn a_broken_pin_is_still_there_after_a_restart_and_lets_go() {
    let mut window = Window::first();
    pin(&mut window, WINNER);
    window.type_level("Price", "SHARP", "3000");
    window.settle();
    let mut window = window.restart();
    window.assert_has("no longer true since “Set Price”: SHARP now delivers 16.2 points more");
    window.click(&format!("Unpin: {WINNER_PLAIN}"));
    assert_eq!(pins(&window), 0);
    window.assert_lacks("no longer true");
}

#[test]
fn a_drag_that_breaks_a_pin_says_so_while_it_goes_on() {
    let mut window = Window::first();
    pin(&mut window, WINNER);
    let rect = window.control_of(Role::Slider, "Weight of Monetary").rect();
    let at = |part: f32| egui::pos2(rect.left() + part * rect.width(), rect.center().y);
    window.drag_without_end(at(0.6), at(0.2));
    window.assert_part("no longer true since “Set weights”");
    window.key(Key::Escape);
    window.assert_lacks("no longer true");
    assert_eq!(pins(&window), 1);
}

#[test]
fn who_is_deleted_takes_the_pins_about_it_along() {
    let mut window = Window::first();
    pin(&mut window, WINNER);
    let haier = "Haier would tie TCL at ¥3,581, ¥419 below its price.";
    pin(&mut window, haier);
    let id = window.comparison().offers[2].id;
    assert!(window.comparison().header.pins.iter().any(|pin| pin.offers().contains(&id)));
    let corner = window.control(&window.card("Haier")).rect().left_top();
    window.menu_at(corner + egui::vec2(40.0, 8.0));
    window.click_entry("Delete");
    let left = &window.comparison().header.pins;
    assert_eq!(*left, [Statement::Winner { offer: window.comparison().offers[0].id }]);
    window.keys(CTRL, Key::Z);
    assert_eq!(pins(&window), 2);
}

#[test]
fn a_claim_is_copied_alone_and_with_all_others() {
    let mut window = Window::first();
    let winner = card(&window, WINNER);
    window.control_of(Role::Button, &winner).click();
    window.ui.step();
    assert_eq!(window.copied(), Some(format!("{WINNER}\n{WHILE}")));
    window.run();
    window.control_of(Role::Button, &winner).click_secondary();
    window.run();
    window.control("Copy all sentences").click();
    window.ui.step();
    let all = window.copied().unwrap();
    assert!(all.starts_with(&format!("{WINNER}\n{WHILE}\n\n")) && all.matches("\n\n").count() >= 6, "{all}");
}

#[test]
fn a_claim_leads_to_the_page_that_shows_it() {
    let mut window = Window::first();
    let winner = card(&window, WINNER);
    window.control_of(Role::Button, &winner).focus();
    window.run();
    window.keys(egui::Modifiers::SHIFT, Key::F10);
    window.click_entry("Show on the page “Weights”");
    let shown = window.ui.state_mut().view_mut().pages.weights.quantity;
    let monetary = worthwhile::model::Member::Dimension(worthwhile::model::Dimension::Monetary);
    assert_eq!(shown, Some(worthwhile::value::Quantity::Weight(monetary)));
}

#[test]
fn claims_are_said_in_chinese() {
    let mut window = Window::first();
    pin(&mut window, WINNER);
    window.type_level("Price", "SHARP", "3000");
    window.click("中文");
    window.assert_has("TCL 的让渡价值最高。");
    window.assert_has("自“设置价格”起不再成立：夏普 SHARP 现在高出 16.2 分");
    window.click("取消固定：TCL 的让渡价值最高。");
    window.assert_lacks("不再成立");
}
